"""Readings compete: whatever the surest adapter leaves open, another one may read."""

from __future__ import annotations

import pickle
import re
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govinfo.competition import best_of, explanation_of, is_complete
from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.rendering import explain
from govinfo.serial import from_dict, to_dict
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports

CELL = "requests.granted.total"


def values(report: Report) -> dict[str, object]:
    """Return the values that were read, by address."""
    return {str(address): value for address, value in report.values().items() if value is not None}


def with_lone_pipes(text: str) -> str:
    """Return the text with the pipe of each blank cell at the beginning of a line."""
    rows = [re.sub(r"\|(?=\s*\|)", "|\n", row) if "|" in row else row for row in text.split("\n")]
    return re.sub(r"\n\s+\|", "\n|", "\n".join(rows))


@given(draft=consistent_reports(), dice=st.randoms(use_true_random=False))
def test_blank_cells_on_lines_of_their_own(draft: Draft, dice: Random) -> None:
    """A row goes on below the pipes of its blank cells."""
    text = render(draft, "pipes", fillers=False)
    zeros = [match.start() for match in re.finditer(r"(?<=\| )0(?= \|)", text)]
    characters = list(text)
    for place in dice.sample(zeros, len(zeros) // 2):
        characters[place] = " "
    blanks = "".join(characters)

    assert values(parse(with_lone_pipes(blanks))) == values(parse(blanks))


@given(
    draft=consistent_reports(),
    count=st.integers(30, 900),
    dialect=st.sampled_from(["pipes", "markdown", "drawn"]),
)
def test_a_layout_row_of_many_pipes(draft: Draft, count: int, dialect: str) -> None:
    """A row with hundreds of empty cells around the page takes no table away."""
    text = render(draft, dialect)
    title = text.partition("\n")[0]

    assert values(parse(f"{title} | {'|' * count}\n| {'|' * count}\n{text}")) == values(parse(text))


def test_a_complete_reading_is_taken_at_once() -> None:
    """Nobody competes with a reading that leaves nothing open."""
    report = parse(render(write(FORM2021, Random(1)), "pipes"))
    assert is_complete(report)
    assert report.method.considered == ()


def contested() -> Report:
    """Return a report that a weaker adapter has read: wide spaces hide the columns."""
    text = render(write(FORM2021, Random(4)), "columns", style=Style(metadata="none"))
    return parse(text.replace("  ", "\u3000\u3000").replace("\n", "\n\u3000"))


def test_who_competed_is_told_and_kept() -> None:
    """`method.considered` has each reading; `explain`, JSON and pickle keep it."""
    report = contested()
    considered = report.method.considered
    taken = [one for one in considered if one.verdict.startswith("taken")]

    assert [one.adapter for one in taken] == [report.method.adapter]
    assert taken[0].cells == max(one.cells for one in considered) > 100
    assert f"competed  {taken[0].adapter}, {taken[0].strategy}" in explain(report, CELL, "en")
    assert from_dict(to_dict(report)).method == report.method
    assert pickle.loads(pickle.dumps(report)).method == report.method


def test_a_forced_adapter_has_no_rivals() -> None:
    """Who names an adapter gets what that adapter reads."""
    text = render(write(FORM2021, Random(4)), "columns")
    report = parse(text, adapter="stacked")
    assert (report.adapter, report.method.considered) == ("stacked", ())


def test_equals_that_differ_in_a_cell() -> None:
    """Of two readings that explain as much, neither is taken where they differ."""
    report = parse(render(write(FORM2021, Random(2)), "pipes"))
    address = "proactive.penalties.decisions"
    figure = report[address]
    changed = report.with_figure(address, evolve(figure, value=9_999))
    best = best_of([report, changed])

    assert explanation_of(report) == explanation_of(changed)
    assert (best[address].value, best[address].state) == (None, State.ILLEGIBLE)
    assert set(best[address].candidates) == {figure.value, 9_999}
    assert [note.code for note in best.doubts] == ["readings_differ"]

    first = "proactive.licensing.decisions"
    (note,) = best_of([report, changed.with_figure(first, figure)]).doubts
    assert note.span == report[first].span
    assert note.message.startswith(f"2 cells, from {first} to {address}, have several values")


@pytest.mark.parametrize("seed", range(6))
def test_no_note_denies_tables_that_are_there(seed: int) -> None:
    """Where labels of the tables are in the text, no note says that it has no table."""
    dice = Random(seed)
    text = render(write(FORM2021, dice), dice.choice(["pipes", "stacked", "columns"]))
    broken = re.sub(
        r"\d+", lambda _: dice.choice(["?", "§", "看"]), text.partition("二、主动公开")[2]
    )
    codes = [note.code for note in parse(f"{text[:200]}\n二、主动公开{broken}").notes]
    assert "tables_missing" not in codes
