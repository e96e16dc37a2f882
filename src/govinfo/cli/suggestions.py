"""What the command `suggest` writes: the likeliest changes as text, or all of them as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from govinfo.consistency.repair.suggest import (
    MOST_SUGGESTIONS,
    Suggestion,
    Suggestions,
    suggest,
    suggest_apart,
)
from govinfo.model import Report
from govinfo.serial.findings import value_data
from govinfo.wording import Lang
from govinfo.wording.widths import hanging

__all__ = ["SHAPES", "suggestions_as_json", "suggestions_as_text"]


def suggestions_as_text(report: Report, lang: Lang, columns: int | None) -> Iterator[str]:
    """Yield the likeliest changes slip by slip, each with what speaks for it and against it.

    On a terminal that is so many columns wide a longer line goes on below its beginning.
    """
    found, slips = suggest(report), suggest_apart(report)
    if len(slips) <= 1 and (found or not slips):
        told = [found.text(lang)]
    else:
        note = found.note if len(found) < MOST_SUGGESTIONS else None
        zh, told = lang == "zh", list[str]()
        for number, slip in enumerate(slips, 1):
            head = f"slip {number} of {len(slips)}, each on its own; choose one change for each:\n"
            if zh:
                head = f"差错 {number}（共 {len(slips)} 处，互不牵连，各取一种改法）：\n"
            told.append(head * (len(slips) > 1) + Suggestions(slip).text(lang))
        told += [] if note is None else [note.in_(lang) + ("。" if zh else ".")]
    for line in "\n\n".join(told).split("\n"):
        lines = [line] if columns is None else hanging(line, columns)
        yield "".join(f"{one}\n" for one in lines)


def suggestions_as_json(report: Report, lang: Lang, columns: int | None) -> Iterator[str]:
    """Yield every suggestion as data, the likeliest first, and why there may be more.

    `suggestions` mend everything at once; `slips` has the choices for each slip alone.
    """
    del columns
    found = suggest(report)
    data = {
        "suggestions": [_data(one, lang) for one in found],
        "slips": [[_data(one, lang) for one in slip] for slip in suggest_apart(report)],
        "note": None if found.note is None else found.note.in_(lang),
    }
    yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _data(one: Suggestion, lang: Lang) -> dict[str, Any]:
    return {
        "changes": [
            {
                "address": change.address,
                "cell": None if change.cell is None else change.cell.in_(lang),
                "old": value_data(change.old),
                "new": value_data(change.new),
            }
            for change in one.changes
        ],
        "evidence": [
            {"kind": each.kind, "supports": each.supports, "statement": each.statement.in_(lang)}
            for each in one.evidence
        ],
    }


SHAPES = {"text": suggestions_as_text, "json": suggestions_as_json}
"""What suggestions can be written as, and the function that does it."""
