"""Reports as JSON, as JSON lines and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from govinfo.cli.output import array
from govinfo.frames import COLUMNS, LongTable
from govinfo.model import Report
from govinfo.rendering.spreadsheet import csv_text
from govinfo.serial import to_dict, to_json
from govinfo.wording import Lang

__all__ = ["SHAPES", "as_csv", "as_json", "as_lines"]


def as_json(items: Iterable[tuple[str, Report]], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield one object for one source, and an array for several, whatever could be read."""
    del lang
    if not several:
        yield from (f"{to_json(report, indent=2)}\n" for _, report in items)
        return
    yield from array({"source_id": name, **to_dict(report)} for name, report in items)


def as_lines(items: Iterable[tuple[str, Report]], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield one report a line; with several, each says which source it is of."""
    del lang
    for name, report in items:
        data = to_dict(report)
        yield (
            json.dumps({"source_id": name, **data} if several else data, ensure_ascii=False) + "\n"
        )


def as_csv(items: Iterable[tuple[str, Report]], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield the long table, with labels in this language; every row names its source.

    Texts that a spreadsheet would run as a formula have an apostrophe in front; numbers are as they
    are.
    """
    del several
    yield csv_text([list(COLUMNS)])
    for name, report in items:
        table = LongTable.of(report, lang).columns()
        table["source_id"] = [name] * len(table["source_id"])
        yield csv_text(zip(*table.values(), strict=True))


SHAPES = {"json": as_json, "jsonl": as_lines, "csv": as_csv}
"""What a report can be written as, and the function that does it."""
