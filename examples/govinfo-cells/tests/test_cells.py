"""The adapter keeps the contract of govinfo, and every report that can be written out is read again."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from string import ascii_uppercase

from hypothesis import HealthCheck, given, settings

from govinfo import parse
from govinfo.testing import AdapterContract, golden
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft
from govinfo.testing.strategies import reports
from govinfo_cells import ADAPTER

SPECIMENS = Path(__file__).parent / "specimens"


class TestCells(AdapterContract):
    """What govinfo asks of every adapter."""

    adapter = ADAPTER
    specimens = golden.specimens(SPECIMENS)


def test_specimens_are_read_as_before() -> None:
    """The values, the form and the adapter of each specimen are those written down beside it."""
    assert golden.differences(SPECIMENS) == []


def dump(draft: Draft, *, empty: bool = False) -> str:
    """Write a report out as a worksheet, cell by cell; with `empty`, also those in which nothing stands."""
    rows = [line.split("\t") for line in render(draft, "delimited", separator="\t").splitlines()]
    cells = [
        (f"{a}{n}", cell)
        for n, row in enumerate(rows, 1)
        for a, cell in zip(ascii_uppercase, row, strict=False)
    ]
    return "".join(f"{place} = {cell}".rstrip() + "\n" for place, cell in cells if cell or empty)


# A report takes long to draw on a busy machine.
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_every_report_is_read_again(draft: Draft) -> None:
    """Whatever the numbers are, each comes back to its address, whether or not empty cells were written out."""
    for adapter, empty in product(("cells", None), (False, True)):
        report = parse(dump(draft, empty=empty), adapter=adapter)
        assert report.adapter == "cells"
        assert report.values() == draft.expected()
