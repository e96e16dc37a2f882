"""The specimens under `fixtures/tools`, and what is read of them: `python tests/toolwork.py` writes the table anew."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from govinfo.errors import GovInfoError
from govinfo.figures import Figure, State
from govinfo.model import Report
from govinfo.reading import parse

TOOLS = Path(__file__).parent / "fixtures" / "tools"
PAGES = ("form2021", "form2019")
TABLE: dict[str, dict[str, Any]] = json.loads((TOOLS / "expected.json").read_text(encoding="utf-8"))
"""For each file and page: the adapter, how many cells are read, what of the head is not; and why, if any is not."""

_WITHOUT_NUMBER = {"": State.BLANK, "/": State.NOT_APPLICABLE}


@frozen
class Judged:
    """The cells of a report, sorted."""

    right: tuple[str, ...]
    unread: tuple[str, ...]
    wrong: dict[str, tuple[str, str]]
    """What is printed and what was read, by address."""


@frozen
class Outcome:
    """What became of a specimen."""

    adapter: str
    """The adapter that read it, or the error that says why none did."""
    cells: int = 0
    lost: tuple[str, ...] = ()
    """What of the head and of the parts is not as the page has it."""


@cache
def truth(page: str) -> dict[str, Any]:
    """Return what is true of a page."""
    stated: dict[str, Any] = json.loads((TOOLS / page / "truth.json").read_text(encoding="utf-8"))
    return stated


def files() -> list[str]:
    """Return the page and the file of every tool, in the order in which they are made."""
    made = json.loads((TOOLS / "tools.json").read_text(encoding="utf-8"))
    return ["page.html", *(tool["file"] for tool in made)]


def outcome(file: str, page: str) -> Outcome:
    """Return what becomes of a specimen."""
    try:
        report = parse(TOOLS / page / file)
    except GovInfoError as error:
        return Outcome(type(error).__name__)
    return Outcome(report.adapter, len(judged(report, page).right), tuple(_lost(report, page)))


def judged(report: Report, page: str) -> Judged:
    """Sort the cells of a report into those read rightly, those not read, and those that are wrong in any way."""
    right, unread, wrong = list[str](), list[str](), dict[str, tuple[str, str]]()
    cells = truth(page)["cells"]
    for address in dict.fromkeys((*cells, *report.addresses)):
        figure = report[address] if address in report else Figure(None, state=State.ABSENT)
        if figure.state in (State.ABSENT, State.ILLEGIBLE):
            unread.append(address)
        elif address in cells and (figure.state, figure.value) == _meant(cells[address]):
            right.append(address)
        else:
            wrong[address] = (cells.get(address, "no such cell"), f"{figure.state} {figure.value}")
    return Judged(tuple(right), tuple(unread), wrong)


def _lost(report: Report, page: str) -> list[str]:
    found = {
        "form": report.form.id,
        "title": report.title,
        "agency": report.agency.name if report.agency else None,
        "year": report.year,
        "sections": [section.id for section in report.sections],
    }
    return [name for name, value in found.items() if value != truth(page)[name]]


def _meant(printed: str) -> tuple[State, Decimal | None]:
    """What a cell says in which this is printed."""
    state = _WITHOUT_NUMBER.get(printed, State.PRINTED)
    return state, Decimal(printed) if state is State.PRINTED else None


def _row(file: str) -> dict[str, Any]:
    outcomes = [outcome(file, page) for page in PAGES]
    return {
        "adapter": [one.adapter for one in outcomes],
        "cells": [one.cells for one in outcomes],
        "lost": [list(one.lost) for one in outcomes],
        "why": TABLE.get(file, {}).get("why", ""),
    }


def main() -> None:
    """Write what is read today; reasons are kept, and new ones have to be written by hand."""
    rows = (
        f" {json.dumps(file)}: {json.dumps(_row(file), ensure_ascii=False)}" for file in files()
    )
    (TOOLS / "expected.json").write_text(
        "{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
