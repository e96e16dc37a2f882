"""Labels and heads of which a program has printed the first characters only."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from govinfo.forms import Form, form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.printing import PLAIN, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

FORMS = [form_by_id(name) for name in ("form2021", "form2019")]


def cut(draft: Draft, length: int, mark: str) -> str:
    """Return the draft in tabs, with no more than the first characters of each label."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        for row in spread(draft, sheet, PLAIN):
            yield "\t".join(
                f"{cell[:length]}{mark}" if len(cell) > length and not cell[0].isdigit() else cell
                for cell in row
            )

    return "\n".join(report_lines(draft, table, PLAIN)) + "\n"


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("mark", ["…", "...", "……"])
@pytest.mark.parametrize("length", [6, 8, 12])
def test_labels_that_are_cut_off_are_known(form: Form, mark: str, length: int) -> None:
    """A label that ends in dots is the only one with these first characters; every cell is read."""
    draft = write(form, Random(length))
    assert differences(parse(cut(draft, length, mark)), draft.expected()) == {}


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("length", [3, 4, 5])
def test_heads_that_are_cut_off_are_those_of_no_other_form(form: Form, length: int) -> None:
    """Without dots, 本年新制 is no head of the form of 2021: no figure is one of its columns."""
    draft = write(form, Random(length))
    values = parse(cut(draft, length, "")).values()
    assert all(draft.values.get(a) == value for a, value in values.items() if value is not None)
