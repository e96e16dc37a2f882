"""The kit keeps its own promises: what it calls consistent is, and what it prints is all there."""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections.abc import Mapping
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.errors import MissingExtra
from govinfo.figures import Number, read_cell
from govinfo.forms import Form
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import DIALECTS, VARIANTS
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.sheets import printed_tables
from govinfo.testing.strategies import (
    Printed,
    consistent_reports,
    consistent_values,
    damaged,
    narratives,
    pages,
    reports,
)

TABLED = (FORM2021, FORM2019)
ADDING = ("site_chrome", "leaked_markup")
"""Damage that adds figures of its own."""
APPLICANTS = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
)
RESULTS = ("upheld", "corrected", "other", "pending")
EDGES = ("new_received", "carried_over", "outcomes_total", "carried_forward")
PROCEEDINGS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")

any_draft = st.one_of(consistent_reports(), reports(), narratives())


def rows_of(form: Form) -> list[str]:
    """Return the ids of the rows of table three that hold figures."""
    return [row.id for row in form.table("requests").blocks[0].data_rows]


@pytest.mark.parametrize("form", TABLED, ids=str)
@given(data=st.data())
def test_rows_add_up(form: Form, data: st.DataObject) -> None:
    """In each row of table three, 总计 is the sum of the six kinds of applicant."""
    values = data.draw(consistent_values(form))

    for row in rows_of(form):
        assert (
            sum(values[f"requests.{row}.{a}"] for a in APPLICANTS)
            == values[f"requests.{row}.total"]
        )


@pytest.mark.parametrize("form", TABLED, ids=str)
@given(data=st.data())
def test_columns_balance(form: Form, data: st.DataObject) -> None:
    """In each column of table three, the first and the second item are together the third and the fourth."""
    values = data.draw(consistent_values(form))
    decided = [row for row in rows_of(form) if row not in EDGES]

    for column in (*APPLICANTS, "total"):
        received, over, total, forward = (values[f"requests.{row}.{column}"] for row in EDGES)
        assert sum(values[f"requests.{row}.{column}"] for row in decided) == total
        assert received + over == total + forward


@pytest.mark.parametrize("form", TABLED, ids=str)
@given(data=st.data())
def test_proceedings_add_up(form: Form, data: st.DataObject) -> None:
    """For each proceeding of table four, 总计 is the sum of its four results."""
    values = data.draw(consistent_values(form))

    for proceeding in PROCEEDINGS:
        assert (
            sum(values[f"review.{proceeding}.{r}"] for r in RESULTS)
            == values[f"review.{proceeding}.total"]
        )


@given(consistent_values(FORM2021))
def test_documents_in_force(values: Mapping[str, Number]) -> None:
    """Documents issued in the year are in force or repealed at its end."""
    for row in ("rules", "normative_documents"):
        issued, repealed, in_force = (
            values[f"proactive.{row}.{c}"] for c in ("issued", "repealed", "in_force")
        )
        assert in_force + repealed >= issued


@given(consistent_values(FORM2019))
def test_items_and_documents_of_2019(values: Mapping[str, Number]) -> None:
    """No more documents are newly disclosed than disclosed, and no item is taken away that was not there."""
    for row in ("rules", "normative_documents"):
        assert (
            values[f"proactive.{row}.newly_disclosed"] <= values[f"proactive.{row}.total_disclosed"]
        )
    for row in (
        "licensing",
        "other_external_services",
        "penalties",
        "coercive_measures",
        "administrative_fees",
    ):
        assert values[f"proactive.{row}.prior_year_items"] + values[f"proactive.{row}.change"] >= 0


@given(any_draft)
def test_every_cell_has_a_number(draft: Draft) -> None:
    """A draft has a number for each cell of its form, and for no other."""
    assert list(draft.values) == list(draft.form.addresses)


@given(any_draft)
def test_numbers_are_of_their_kind(draft: Draft) -> None:
    """Counts are not negative, and money has at most six decimals."""
    for address, value in draft.values.items():
        column = draft.form.cells[address][1]
        assert value >= 0 or column.kind == "change"
        assert isinstance(value, int) or value == round(value, 6)


@pytest.mark.parametrize("form", TABLED, ids=str)
def test_sheets_hold_each_cell_once(form: Form) -> None:
    """The printed tables have a place for each address of the form, in form order, and no gap."""
    printed = printed_tables(form)
    addresses = [
        cell.address for sheet in printed for row in sheet.rows for cell in row if cell.address
    ]

    assert list(form.addresses) == addresses
    assert all(len(row) == sheet.width for sheet in printed for row in sheet.filled())


@pytest.mark.parametrize("name", DIALECTS)
def test_variants_name_every_dialect(name: str) -> None:
    """Each dialect has variants, the plainest first."""
    assert VARIANTS[name][0] == {}


@given(pages(st.one_of(consistent_reports(), reports())))
def test_printed_numbers_can_be_read(printed: Printed) -> None:
    """Each number of the draft stands in the text as a cell of its own."""
    cells = [
        *re.split(r"[|\n]|<[^>]*>", printed.text),
        *re.findall(r'"[^"]+"|[^,;\s]+', printed.text),
    ]
    cells += printed.text.split()
    numbers = {read_cell(cell.strip(' "')).value for cell in cells}

    assert set(printed.draft.values.values()) <= numbers


@given(pages(any_draft, ("pipes", "stacked", "markdown", "narrative")), st.data())
def test_harmless_damage_keeps_the_characters(printed: Printed, data: st.DataObject) -> None:
    """Damage that keeps the information keeps every digit, in its place."""
    damage = data.draw(
        st.sampled_from([d for d in DAMAGE.values() if d.keeps and d.name not in ADDING])
    )
    after = data.draw(damaged(printed.text, damage))

    assert _digits(after) == _digits(printed.text)


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_damages(name: str) -> None:
    """Each kind of damage changes a report, and does the same when the dice fall the same."""
    text = DIALECTS["pipes"](write(FORM2021, random.Random(1)))
    damage = DAMAGE[name]
    once, again = (damage.apply(text, random.Random(8)) for _ in range(2))

    assert once != text
    assert once == again


@pytest.mark.parametrize("name", DAMAGE)
@given(text=st.one_of(st.text(), st.text(' \n|",<td>1规章')), data=st.data())
def test_damage_is_done_to_any_text(name: str, text: str, data: st.DataObject) -> None:
    """Also a text without lines, without cells or without Chinese characters can be damaged, as one that was cut."""
    assert isinstance(data.draw(damaged(text, DAMAGE[name])), str)


@pytest.mark.parametrize("form", [*TABLED, NARRATIVE2008], ids=str)
def test_seeds_are_repeatable(form: Form) -> None:
    """The same seed gives the same draft, with hypothesis or without."""
    assert write(form, random.Random(5)) == write(form, random.Random(5))


def test_hypothesis_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hypothesis the strategies say what to install."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "govinfo.testing.strategies")

    with pytest.raises(MissingExtra, match=re.escape('pip install "govinfo[test]"')):
        import_module("govinfo.testing.strategies")


def _digits(text: str) -> list[int]:
    return [unicodedata.decimal(c) for c in text if c.isdecimal()]
