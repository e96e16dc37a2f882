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
_DAY = re.compile(DATE)
_WITHIN_A_LINE = re.compile(
    rf"""
    (?:^|[\s。！；）)”])(?P<agency>{AGENCY})             # behind a space or the end of a sentence
    [ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?
    (?=\s*(?:$|\n|附|[（(【]|联系|打印|关闭|文件下载|附件下载))   # an annex, whom to ask, buttons
    """,
    re.VERBOSE,
)
"""A signature where line breaks are lost."""


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
    for index in range(len(lines) - 1, -1, -1):
        last = lines[index].rstrip(" \t\u3000|")[-1]
        is_possible = last in "日)）" or last.isdecimal()  # what a day ends with
        match = _SIGNED_LINE.fullmatch(lines[index]) if is_possible else None
        day = date_in(match["date"]) if match else None
        if match is None or day is None:
            continue
        above = re.sub(r"\s", "", match["agency"] or (lines[index - 1] if index else ""))
        return Signature(above if looks_like_agency(above) else None, day)
    signature = None
    for match in _WITHIN_A_LINE.finditer(tail) if _DAY.search(tail) else ():
        day = date_in(match["date"])
        if day is not None:
            signature = Signature(match["agency"], day)
    return signature
