"""Measure everything in one run and print one table: `python benchmarks/run.py`.

All times are multiples of something measured beside them in the same run; seconds of one machine
say nothing.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from collapsed import come_back, slowest
from hostile import HOSTILE, growth
from measures import (
    arrow_ratio,
    by_document,
    bytes_kept,
    check_ratios,
    dialect_ratios,
    first_parse_ratio,
    floor_seconds,
    import_ratio,
    loaded_by_import,
    ratios,
)
from webpages import NEEDED, PAGES, against_pandas


class Line(NamedTuple):
    """One line of the table."""

    measure: str
    value: str
    goal: str = ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--documents", type=int, default=140, help="documents a round (default 140)"
    )
    parser.add_argument(
        "--rounds", type=int, default=7, help="rounds; the median counts (default 7)"
    )
    parser.add_argument(
        "--size", type=int, default=500_000, help="characters of a hostile text (default 500000)"
    )
    parser.add_argument("--no-hostile", action="store_true", help="leave the hostile texts out")
    parser.add_argument(
        "--each", action="store_true", help="also parse ÷ floor for each original document"
    )
    options = parser.parse_args()
    lines = [*common(options.documents, options.rounds), *web_pages(options.rounds)]
    if options.each:
        lines += [
            Line(f"parse ÷ floor: {name}", f"{ratio:.2f}")
            for name, ratio in by_document(60).items()
        ]
    lines += glued(options.documents)
    if not options.no_hostile:
        lines += hostile(options.size)
    show(lines)


def common(documents: int, rounds: int) -> Iterator[Line]:
    """Measure reading, memory and imports."""
    goals = {
        "parse": "<= 4.5, better <= 3",
        "look for damaged characters": "<= 0.3",
        "find claims": "<= 6",
    }
    for name, (median, best) in ratios(documents, rounds).items():
        yield Line(f"{name} ÷ floor", f"{median:.2f} (best {best:.2f})", goals.get(name, ""))
    for name, median in check_ratios(documents, rounds).items():
        yield Line(f"check ÷ {name}", f"{median:.2f}", "<= 1")
    limits = ("<= 8", "<= 6", "<= 3")
    for (name, median), goal in zip(
        dialect_ratios(documents // 10, rounds).items(), limits, strict=True
    ):
        yield Line(f"parse of {name} ÷ of the same as stacked text", f"{median:.1f}", goal)
    found = arrow_ratio(documents // 2, rounds)
    yield Line("to_arrow of parsed reports ÷ parse", f"{found:.2f}", "<= 1.5")
    found = first_parse_ratio(15)
    yield Line("first parse of a process ÷ import of its libraries", f"{found:.2f}", "<= 2")
    yield Line(
        "bytes kept a report, without its text",
        f"{bytes_kept(documents):.0f}",
        "<= 4096, better <= 2560",
    )
    yield Line("import govinfo ÷ import attrs", f"{import_ratio(15):.2f}", "<= 1.5, better <= 0.5")
    yield Line(
        "heavy modules loaded by import govinfo", " ".join(loaded_by_import()) or "none", "none"
    )


def web_pages(rounds: int) -> Iterator[Line]:
    """Measure web pages."""
    for name, page in PAGES.items():
        if NEEDED:
            found = f"not measured: {' and '.join(NEEDED)} not installed"
        else:
            median, best = against_pandas(page, 15, rounds)
            found = f"{median:.0f} (best {best:.0f})"
        yield Line(
            f"pandas.read_html ÷ parse: a page, {name}", found, ">= 50" if "styled" in name else ""
        )


def glued(documents: int) -> Iterator[Line]:
    """Measure reports whose separators are all gone."""
    floor = floor_seconds(documents)
    shares, mean = come_back(documents)
    for table, goal in (("requests", ">= 99.9 %"), ("review", ">= 95 %"), ("proactive", "")):
        yield Line(f"collapsed: cells of {table} that come back", f"{shares[table]:.2%}", goal)
    yield Line("collapsed: parse ÷ floor", f"{mean / floor:.0f}", "<= 40")
    yield Line(
        "collapsed: slowest ÷ floor, the worst case found",
        f"{slowest(documents, 3 * documents)[0] / floor:.0f}",
        "<= 2000",
    )


def hostile(size: int) -> Iterator[Line]:
    """Measure growth for each text, alone and in the middle of a report."""
    for name, unit in HOSTILE.items():
        for inside in (False, True):
            measure = f"hostile: {name}" + (", in a report" if inside else "")
            try:
                speed, ratio = growth(unit, size, inside=inside)
            except Exception as error:  # noqa: BLE001 (a crash is a result, and the other lines are wanted too)
                found = f"raised {type(error).__name__}: {error}"
            else:
                found = f"{speed / 1e6:.1f} M characters/s, time(2n) = {ratio:.2f} time(n)"
            yield Line(measure, found, ">= 4, <= 2.3")


def show(lines: list[Line]) -> None:
    """Print the table, in columns also where a name has wide characters."""
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in [Line("measure", "found", "goal"), *lines]:
        cells = [
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ]
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


if __name__ == "__main__":
    main()
