"""The signature below a report: who signed it, and on which day."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from govinfo.head.agencies import AGENCY, looks_like_agency
from govinfo.head.dates import DATE, date_in

__all__ = ["Signature", "signature_in"]

_SIGNED_LINE = re.compile(
    rf"""
    [ \t\u3000]*(?P<agency>[^\n。，,；;：:|]{{2,36}}?)??
    [ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?[ \t\u3000|]*
    """,
    re.VERBOSE,
)
_WITHIN_A_LINE = re.compile(
    rf"""
    (?:^|[\s。！；）)”])(?P<agency>{AGENCY})             # behind a space or the end of a sentence
    [ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?
    (?=\s*(?:$|\n|附|[（(【]|联系|打印|关闭|文件下载|附件下载))   # an annex, whom to ask, buttons
    """,
    re.VERBOSE,
)
"""A signature where line breaks are lost."""
_FEW_PAGES = 3
"""This many lines with a day, and with no body beside it, are a list of pages."""


@frozen
class Signature:
    """Who signed, where that is the name of an organ, and when."""

    agency: str | None
    day: date


def signature_in(tail: str) -> Signature | None:
    """Return the agency and the date below the last part, on one line or on two.

    Args:
        tail: The end of the text, in simplified characters; boilerplate may follow the signature.

    """
    lines = [line for line in tail.split("\n") if line.strip(" \t\u3000|")]
    unnamed = list[Signature]()
    for index in range(len(lines) - 1, -1, -1):
        match = _SIGNED_LINE.fullmatch(lines[index])
        day = date_in(match["date"]) if match else None
        if match is None or day is None:
            continue
        above = re.sub(r"\s", "", match["agency"] or (lines[index - 1] if index else ""))
        if looks_like_agency(above):
            return Signature(above, day)
        unnamed.append(Signature(None, day))
    if unnamed:
        # Below a report a website lists other pages, each with its day.
        return unnamed[0] if len(unnamed) < _FEW_PAGES else None
    signature = None
    for match in _WITHIN_A_LINE.finditer(tail):
        day = date_in(match["date"])
        if day is not None:
            signature = Signature(match["agency"], day)
    return signature
