"""Findings set aside: a file of fingerprints that goes on working from run to run."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheetwork import report_of

from govinfo.consistency import as_dismissals, check, read_dismissals
from govinfo.errors import BadDismissals
from govinfo.reading import parse

VALUES = {"requests.granted.total": 1, "review.reconsideration.total": 2}


def test_what_was_dismissed_stays_dismissed() -> None:
    """The lines written for findings set the same findings aside in the next run, and no others."""
    found = check(report_of(VALUES))
    lines = list(as_dismissals(found.by_rule("T4.RECON_TOTAL"), "en"))
    assert lines[0].startswith(
        f"{found.by_rule('T4.RECON_TOTAL')[0].fingerprint}  # T4.RECON_TOTAL 甲县人民政府 2023: "
    )
    again = check(report_of(VALUES)).without(read_dismissals("\n".join(lines)))
    assert [finding.rule for finding in again] == [
        one.rule for one in found if one.rule != "T4.RECON_TOTAL"
    ]


def test_reasons_and_comments_are_kept_apart() -> None:
    """What follows # is the reason; lines of comment and blank lines dismiss nothing."""
    text = "\ufeff# set aside by the archive\n\n0123456789abcdef # asked the office\r\nfedcba9876543210\n"
    assert read_dismissals(text) == {"0123456789abcdef": "asked the office", "fedcba9876543210": ""}


@pytest.mark.parametrize(
    "line", ["0123", "0123456789ABCDEF", "T3.X", "0123456789abcdef0", "0123456789abcdef why"]
)
def test_anything_else_is_refused(line: str) -> None:
    """A line that is neither a fingerprint nor a comment is shown with its number."""
    with pytest.raises(BadDismissals, match=r"^line 2 of the dismissals is '") as caught:
        read_dismissals(f"# first\n{line}\n")
    assert line in str(caught.value)


def test_the_comment_of_a_dismissal_has_the_marks_of_its_language() -> None:
    """In Chinese a wide colon stands between the body and what is wrong."""
    found = check(parse(Path("examples/reports/form2021-unbalanced.txt"))).errors
    assert " T3.BALANCE 云岫市水务局 2024：第一项" in next(iter(as_dismissals(found)))
    assert " T3.BALANCE 云岫市水务局 2024: requests" in next(iter(as_dismissals(found, "en")))
