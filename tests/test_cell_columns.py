"""Tables of cells, made by column, say what the figures say, made one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.errors import GovInfoError
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.damage import DAMAGE
from govinfo.testing.strategies import damaged, pages, reports


def by_column(report: Report) -> list[tuple[object, ...]]:
    """Return what the columns say of each cell, with the type of its value."""
    known = report.figure_columns()
    return [(type(row[0]), *row) for row in zip(*known, strict=True)]


def one_by_one(report: Report) -> list[tuple[object, ...]]:
    """Return what each figure says, in the same shape."""
    return [
        (
            type(figure.value),
            figure.value,
            figure.unit,
            figure.state.value,
            figure.origin.value,
            figure.raw,
            *((None, None) if figure.span is None else figure.span),
        )
        for figure in report.figures().values()
    ]


@pytest.mark.parametrize("name", ["as it is", *DAMAGE])
@given(data=st.data())
def test_columns_are_the_figures(name: str, data: st.DataObject) -> None:
    """In every dialect, with every damage: the same values, types, units, states and places."""
    text = data.draw(pages(reports())).text
    if name in DAMAGE:
        text = data.draw(damaged(text, DAMAGE[name]))
    try:
        report = parse(text)
    except GovInfoError:
        return

    assert by_column(report) == one_by_one(report)
    assert report.states() == {cell: one.state for cell, one in report.figures().items()}
