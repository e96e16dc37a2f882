"""Dismissals: findings that somebody looked at and set aside, kept in a text file between runs.

Each line holds the fingerprint of a finding, and after `#` the reason. Blank lines and comment
lines are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from govinfo.consistency.rule import Finding
from govinfo.errors import BadDismissals
from govinfo.wording import Lang

__all__ = ["as_dismissals", "read_dismissals"]

_LINE = re.compile(r"\s*(?:(?P<fingerprint>[0-9a-f]{16})\s*)?(?:#\s*(?P<reason>.*?)\s*)?")


def read_dismissals(text: str) -> Mapping[str, str]:
    """Read the dismissals of a file: one fingerprint per line, and after `#` the reason.

    Args:
        text: The content of the file.

    Returns:
        The reason of each dismissal by the fingerprint of its finding; an empty string if no reason
        is given.

    Raises:
        BadDismissals: A line holds something other than a fingerprint and a comment; the message
            shows it.

    """
    dismissed = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise BadDismissals(
                f"line {number} of the dismissals is {line.strip()[:60]!r}; "
                "wanted the 16 hexadecimal digits of a finding's fingerprint, and after # "
                "the reason"
            )
        if match["fingerprint"]:
            dismissed[match["fingerprint"]] = match["reason"] or ""
    return dismissed


def as_dismissals(findings: Iterable[Finding], lang: Lang = "zh") -> Iterator[str]:
    """Yield for each finding the line that dismisses it.

    Args:
        findings: The findings.
        lang: The language of the comment, which describes the finding; you can edit it.

    """
    colon = "：" if lang == "zh" else ": "
    for finding in findings:
        who = " ".join(str(part) for part in (finding.agency, finding.year) if part is not None)
        message = " ".join(finding.message(lang).split())
        yield f"{finding.fingerprint}  # {finding.rule} {who}{colon}{message}"
