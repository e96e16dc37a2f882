"""Rows that are found late are held to the same shape as all others."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

DRAFT = write(form_by_id("form2019"), Random(7))
LINES = render(DRAFT, "stacked").split("\n")


@given(st.integers(0, len(LINES) - 1), st.data())
def test_one_spoilt_character_is_no_danger(line: int, data: st.DataObject) -> None:
    """Whatever single character of a dump is wrong or lost, no value is false and nothing is raised.

    A digit, a sign or a decimal point that is lost from a figure leaves no trace.
    """
    place = data.draw(st.integers(0, max(0, len(LINES[line]) - 1)))
    is_figure = not LINES[line].strip("+-.0123456789")
    if LINES[line][place : place + 1].isdigit() or is_figure:
        return
    spoilt = (
        LINES[line][:place] + data.draw(st.sampled_from(["", "口", "?"])) + LINES[line][place + 1 :]
    )
    assert (
        falsehoods(parse("\n".join([*LINES[:line], spoilt, *LINES[line + 1 :]])), DRAFT.values)
        == {}
    )
