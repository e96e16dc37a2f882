"""What the command `suggest` writes: the likeliest changes as text, or all of them as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from govinfo.consistency import suggest
from govinfo.consistency.repair.suggest import Suggestion
from govinfo.model import Report
from govinfo.wording import Lang

__all__ = ["SHAPES", "suggestions_as_json", "suggestions_as_text"]


def suggestions_as_text(report: Report, lang: Lang) -> Iterator[str]:
    """Yield the likeliest changes, each with what speaks for it and against it."""
    yield suggest(report).text(lang) + "\n"


def suggestions_as_json(report: Report, lang: Lang) -> Iterator[str]:
    """Yield every suggestion as data, the likeliest first, and why there may be more."""
    found = suggest(report)
    data = {
        "suggestions": [_data(one, lang) for one in found],
        "note": None if found.note is None else found.note.in_(lang),
    }
    yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _data(one: Suggestion, lang: Lang) -> dict[str, Any]:
    return {
        "changes": [
            {
                "address": change.address,
                "cell": None if change.cell is None else change.cell.in_(lang),
                "old": _plain(change.old),
                "new": _plain(change.new),
            }
            for change in one.changes
        ],
        "evidence": [
            {"kind": each.kind, "supports": each.supports, "statement": each.statement.in_(lang)}
            for each in one.evidence
        ],
    }


def _plain(value: object) -> object:
    """A number as JSON has it; money keeps its digits in a string."""
    return str(value) if isinstance(value, Decimal) else value


SHAPES = {"text": suggestions_as_text, "json": suggestions_as_json}
"""What suggestions can be written as, and the function that does it."""
