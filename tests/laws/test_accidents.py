"""Accidents of tools: no value of a damaged cell is wrong, and no office is blamed for a tool."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from govinfo.accidents.accident import ACCIDENTS
from govinfo.consistency import check
from govinfo.consistency.attribution import Blame
from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports

DIALECTS = st.sampled_from(["pipes", "stacked", "markdown", "html", "drawn", "spaced", "columns"])
CODES = frozenset(accident.code for accident in ACCIDENTS)
ROWS = [row.id for row in FORM2021.table("requests").blocks[0].data_rows]
COLUMNS = [column.id for column in FORM2021.table("requests").blocks[0].columns]
RESULTS = ["granted", "denied_third_party", "unable_not_held"]


def busy(seed: int) -> Draft:
    """Return a consistent report in which several rows and columns hold figures."""
    dice = Random(seed)
    cells = {(row, column): 0 for row in ROWS for column in COLUMNS}
    for row in RESULTS:
        for column in ("natural_person", "business", "research"):
            cells[row, column] = dice.randint(1, 400)
    for column in COLUMNS[:-1]:
        cells["outcomes_total", column] = sum(cells[row, column] for row in RESULTS)
        cells["new_received", column] = cells["outcomes_total", column]
    for row in ROWS:
        cells[row, "total"] = sum(cells[row, column] for column in COLUMNS[:-1])
    draft = write(FORM2021, Random(seed))
    return draft.changed({f"requests.{row}.{column}": n for (row, column), n in cells.items()})


def row_of(draft: Draft, row: str) -> list[int]:
    """Return the figures of a row of table three."""
    return [int(draft.values[f"requests.{row}.{column}"]) for column in COLUMNS]


def with_row(draft: Draft, row: str, figures: list[int]) -> Draft:
    """Return a draft with these figures in a row, from the left; what is left over is blank."""
    cells = [f"requests.{row}.{column}" for column in COLUMNS]
    changed = draft.changed(dict(zip(cells, figures, strict=False)))
    return changed.without(cells[len(figures) :])


def double_totals(draft: Draft, _dice: Random) -> Draft:
    """Print each digit of the totals twice."""
    return draft.changed(
        {
            cell: int("".join(2 * digit for digit in str(draft.values[cell])))
            for cell in (f"requests.{row}.total" for row in ROWS)
        }
    )


def lose_a_column(draft: Draft, dice: Random) -> Draft:
    """Lose a column, and fill each row at its end with a blank."""
    column = dice.randrange(len(COLUMNS) - 1)
    for row in ROWS:
        figures = row_of(draft, row)
        draft = with_row(draft, row, figures[:column] + figures[column + 1 :])
    return draft


def lose_a_nought(draft: Draft, dice: Random) -> Draft:
    """Lose a nought of one row, and fill the row at its end with a blank."""
    row = dice.choice(RESULTS)
    figures = row_of(draft, row)
    del figures[dice.choice([place for place, figure in enumerate(figures) if not figure])]
    return with_row(draft, row, figures)


def wrap_rows(draft: Draft, dice: Random) -> Draft:
    """Put the figures of the second lines of two rows before those of the first lines."""
    first = dice.randrange(1, 4)
    for row in RESULTS[:2]:
        figures = row_of(draft, row)
        draft = with_row(draft, row, figures[first:] + figures[:first])
    return draft


def swap_columns(draft: Draft, dice: Random) -> Draft:
    """Let the totals and another column change places."""
    column = dice.randrange(len(COLUMNS) - 1)
    for row in ROWS:
        figures = row_of(draft, row)
        figures[column], figures[-1] = figures[-1], figures[column]
        draft = with_row(draft, row, figures)
    return draft


@pytest.mark.parametrize(
    ("code", "happens"),
    [
        ("digits_doubled", double_totals),
        ("column_lost", lose_a_column),
        ("row_shifted", lose_a_nought),
        ("row_wrapped", wrap_rows),
        ("columns_swapped", swap_columns),
    ],
)
@given(seed=st.integers(0, 9999), dialect=DIALECTS)
@example(seed=0, dialect="stacked")
@example(seed=4, dialect="stacked")
def test_accident(
    code: str, happens: Callable[[Draft, Random], Draft], seed: int, dialect: str
) -> None:
    """The cells concerned have no value but candidates, the note names the accident, and nobody is blamed."""
    draft = busy(seed)
    report = parse(render(happens(draft, Random(seed)), dialect))

    assert falsehoods(report, draft.expected()) == {}
    # In some dialects a row with a blank at its end is one figure short, whatever the others say.
    codes = {note.code for note in report.notes}
    assert codes & {*CODES, "row_width"} <= {code, "row_width"}
    assert Report.from_json(report.to_json()) == report
    assert report.to_pandas()["value"].isna().sum() == list(report.values().values()).count(None)
    figures = [report[f"requests.{row}.{column}"] for row in RESULTS for column in COLUMNS]
    assert {figure.state for figure in figures} <= {State.PRINTED, State.ILLEGIBLE}
    for address, figure in report.figures().items():
        if figure.state is State.ILLEGIBLE and code in codes:
            assert draft.values[address] in figure.candidates
    sums = [finding for finding in check(report).broken if finding.rule.startswith(("T3", "T4"))]
    assert [finding for finding in sums if finding.blame is Blame.PUBLISHER] == []


def few(seed: int) -> Draft:
    """Return a consistent report in which one applicant asked, so that sums hold when figures move."""
    dice = Random(seed)
    number, column = dice.randint(1, 40), dice.choice(COLUMNS[:-1])
    cells = {f"requests.{row}.{column}": 0 for row in ROWS for column in COLUMNS}
    for row in ("new_received", dice.choice(RESULTS), "outcomes_total"):
        cells |= {f"requests.{row}.{each}": number for each in (column, "total")}
    return write(FORM2021, dice).changed(cells)


@given(
    seed=st.integers(0, 9999),
    first=st.integers(2, 5),
    indent=st.integers(0, 24),
    wrapped=st.sets(st.integers(0, 24), min_size=1),
)
@example(seed=330, first=3, indent=9, wrapped={0, 2, 11, 19, 24})
def test_rows_on_two_lines(seed: int, first: int, indent: int, wrapped: set[int]) -> None:
    """The rest of a row on a second line comes behind its first figures, wherever that line begins."""
    draft, place = few(seed), 0
    lines = list[str]()
    for line in render(draft, "spaced").split("\n"):
        label, *figures = line.rsplit(maxsplit=len(COLUMNS)) or [""]
        if len(figures) == len(COLUMNS) and "".join(figures).isdecimal():
            lines.append(f"{label.split()[-1]:<30}" + "   ".join(figures))
            if place in wrapped:
                lines[-1] = f"{label.split()[-1]:<30}" + "   ".join(figures[:first])
                lines.append(" " * indent + "   ".join(figures[first:]))
            place += 1
        else:
            lines.append(line)
    assert falsehoods(parse("\n".join(lines)), draft.expected()) == {}


@given(data=st.data(), draft=consistent_reports(), dialect=DIALECTS)
def test_a_wrong_number_is_no_accident(data: st.DataObject, draft: Draft, dialect: str) -> None:
    """One wrong cell or total is the publisher's: it keeps its value, whatever it looks like."""
    cell = data.draw(st.sampled_from([a for a in draft.form.addresses if a[:3] == "req"]))
    old = int(draft.values[cell])
    twice = int("".join(2 * digit for digit in str(old)))
    near = [0, old + 1, max(0, old - 1), 10 * old, old // 10, twice, int(str(old)[::-1])]
    wrong = data.draw(st.one_of(st.sampled_from(near), st.integers(0, 99_999)))
    report = parse(render(draft.changed({cell: wrong}), dialect))

    assert {note.code for note in report.notes}.isdisjoint(CODES)
    assert report[cell].value == wrong


@given(data=st.data(), draft=consistent_reports(), dialect=DIALECTS)
def test_blank_cells_are_no_accident(data: st.DataObject, draft: Draft, dialect: str) -> None:
    """Cells that the office left blank say nothing of a tool."""
    blank = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, max_size=9))
    report = parse(render(draft.without(blank), dialect))

    assert {note.code for note in report.notes}.isdisjoint(CODES)


@given(seed=st.integers(0, 9999), dialect=DIALECTS, order=st.permutations(range(len(COLUMNS))))
def test_columns_in_an_order_that_no_head_tells(seed: int, dialect: str, order: list[int]) -> None:
    """Where the totals stand in another column, the other columns may have changed places as well."""
    assume(order[-1] != len(COLUMNS) - 1)
    draft = printed = busy(seed)
    for row in ROWS:
        figures = row_of(draft, row)
        printed = with_row(printed, row, [figures[one] for one in order])

    assert falsehoods(parse(render(printed, dialect)), draft.expected()) == {}
