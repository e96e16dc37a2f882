"""The signature below a report: who signed it, and on which day."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from govinfo.head.dates import DATE, date_in
from govinfo.head.titles import AGENCY, looks_like_agency

__all__ = ["Signature", "signature_in"]

_LINE = re.compile(
    rf"[ \t\u3000]*(?P<agency>[^\n。，,；;：:|]{{2,36}}?)??[ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?[ \t\u3000|]*"
)
# Where line breaks are lost: behind a space or the end of a sentence, and followed by the end, an
# annex or who to ask.
_IN_A_LINE = re.compile(
    rf"(?:^|[\s。！；）)”])(?P<agency>{AGENCY})[ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?"
    r"(?=\s*(?:$|\n|附|[（(【]|联系|打印|关闭|文件下载|附件下载))"
)


@frozen
class Signature:
    """Who signed, where that is the name of an organ, and when."""

    agency: str | None
    day: date


def signature_in(tail: str) -> Signature | None:
    """Return the agency and the date below the last part, on one line or on two; what follows is page furniture."""
    lines = [line for line in tail.split("\n") if line.strip(" \t\u3000|")]
    for index in range(len(lines) - 1, -1, -1):
        match = _LINE.fullmatch(lines[index])
        day = date_in(match["date"]) if match else None
        if match is None or day is None:
            continue
        above = re.sub(r"\s", "", match["agency"] or (lines[index - 1] if index else ""))
        return Signature(above if looks_like_agency(above) else None, day)
    return _in_a_line(tail)


def _in_a_line(tail: str) -> Signature | None:
    found = [(match["agency"], date_in(match["date"])) for match in _IN_A_LINE.finditer(tail)]
    signed = [(agency, day) for agency, day in found if day is not None]
    return Signature(*signed[-1]) if signed else None
