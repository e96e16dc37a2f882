"""Pages set by `pdftotext -layout`, each row of which is full: read at once, or not at all so."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest

from govinfo.adapters.dialects.columns import read
from govinfo.binding.assignment import Bound
from govinfo.binding.tables.form_choice import form_of
from govinfo.binding.tables.full_rows import put_full_rows
from govinfo.binding.tokens import kinds_of
from govinfo.forms import form_by_id
from govinfo.page import NOWHERE
from govinfo.spans import Text
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write

FORM_IDS = pytest.mark.parametrize("form_id", ["form2019", "form2021"])


def draft_of(form_id: str, seed: int = 1) -> Draft:
    """Return a report of a form."""
    return write(form_by_id(form_id), Random(seed))


def bound_of(text: str) -> Bound:
    """Return the page, of which nothing is read yet."""
    page = read(Text(text))
    tokens = page.cut()
    form = form_of(kinds_of(tokens))
    assert form is not None
    return Bound(page, tokens, kinds_of(tokens), form)


@FORM_IDS
@pytest.mark.parametrize("seed", [0, 2, 4, 5, 6])
def test_every_cell_is_its_own(form_id: str, seed: int) -> None:
    """Labels and heads are wrapped in another way on each of these pages; all are read."""
    draft = draft_of(form_id, seed)
    bound = bound_of(render(draft, "columns"))

    assert put_full_rows(bound)
    assert [float(bound.tokens[place]) for place in bound.places] == [
        float(draft.values[address]) for address in bound.form.addresses
    ]


def with_line(text: str, label: str, change: Callable[[str], str]) -> str:
    """Return the text with another line in the place of the one that has a label."""
    line = next(line for line in text.split("\n") if label in line)
    return text.replace(line, change(line), 1)


def behind(text: str, place: str, old: str, new: str) -> str:
    """Return the text with the first `old` behind a place replaced."""
    before, found, rest = text.partition(place)
    return before + found + rest.replace(old, new, 1)


DISTURBED: dict[str, Callable[[str], str]] = {
    "a figure is lost": lambda text: with_line(
        text, "2.重复申请", lambda line: re.sub(r"\d+(\s*)$", r"\1", line)
    ),
    "a figure too many": lambda text: with_line(text, "2.重复申请", lambda line: f"{line}   7"),
    "a number on a line of its own": lambda text: with_line(
        text, "2.重复申请", lambda line: f"                     3\n{line}"
    ),
    "a label of another row": lambda text: text.replace("2.重复申请", "1.属于国家秘密", 1),
    "a label that no row has": lambda text: text.replace("2.重复申请", "2.反复申请", 1),
    "a piece of a label that is lost": lambda text: text.replace("获取信息", "        ", 1),
    "two heads of table 3 that changed places": lambda text: behind(
        behind(text, "申请人情况", "自然人", "总 计"), "申请人情况", "总计", "自然人"
    ),
    "a head of table 4 in the place of another": lambda text: behind(
        text, "行政诉讼\n", "尚未", "其他"
    ),
}


@FORM_IDS
@pytest.mark.parametrize("disturbance", DISTURBED)
def test_others_are_left_alone(form_id: str, disturbance: str) -> None:
    """A page that is not full is left as it was, for those who look at each of its rows."""
    text = render(draft_of(form_id), "columns")
    disturbed = DISTURBED[disturbance](text)
    bound = bound_of(disturbed)

    assert disturbed != text
    assert not put_full_rows(bound)
    assert set(bound.places) == {NOWHERE}
    assert bound.notes == []
