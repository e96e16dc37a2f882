"""Real reports without separators, against what was read in them by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govinfo.consistency import check
from govinfo.model import Report
from govinfo.reading import parse

NUMBERS = ("011", "013", "014", "016", "026")


def truth(corpus: Path, number: str) -> Any:
    """Return what was read by hand in a document."""
    return json.loads((corpus / "real" / "truth.json").read_text(encoding="utf-8"))[number]


def report_of(corpus: Path, number: str) -> Report:
    """Return the report with this number."""
    return parse(next((corpus / "real").glob(f"{number}_*.txt")))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_certain_cell(corpus: Path, number: str) -> None:
    """What the form settles has its value, and nothing else has one."""
    printed = {
        address: Decimal(str(value)) for address, value in truth(corpus, number)["cells"].items()
    }

    values = report_of(corpus, number).values()
    assert {
        str(address): value for address, value in values.items() if value is not None
    } == printed


@pytest.mark.parametrize("number", NUMBERS)
def test_what_stays_open(corpus: Path, number: str) -> None:
    """A row that can be read in several ways has no value, and its likely reading is among the candidates."""
    report = report_of(corpus, number)
    for row, open_row in truth(corpus, number)["ambiguous"].items():
        figures = [
            figure
            for address, figure in report.figures().items()
            if str(address).startswith(f"{row}.")
        ]
        assert [figure.value for figure in figures] == [None] * len(figures)
        for figure, likely in zip(figures, open_row.get("likely") or (), strict=False):
            assert likely in figure.candidates


def test_what_the_publisher_got_wrong(corpus: Path) -> None:
    """The results of 013 add up to other numbers than are printed in two columns; nothing else is found."""
    broken = [
        finding
        for finding in check(report_of(corpus, "013")).broken
        if finding.rule.startswith("T3")
    ]

    assert {finding.rule for finding in broken} == {"T3.OUTCOMES_TOTAL.2019"}
    assert len(broken) == 2
