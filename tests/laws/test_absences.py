"""What is absent has a reason: a table whose labels are in the text is read, or something tells of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.errors import NotAReport
from govinfo.figures import State
from govinfo.forms import FORMS, Form
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import falsehoods
from govinfo.testing.drafts import Draft
from govinfo.testing.drafts.printing import PLAIN, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable
from govinfo.testing.strategies import consistent_reports

TABLED = tuple(form for form in FORMS if form.tables)
SIGNS = st.text(" \t|,;:/~^#*+=<>[](){}'\"、，；：·", min_size=1, max_size=3)
"""What may stand between two cells, or around them."""
ROW_ENDS = st.sampled_from(["\n", "\n\n", " ", "；\n", "\r", "\v", "\\n", "<br>"])
ABOUT_ANY_TABLE = {"tables_unread", "annex_unread", "tables_missing", "unknown_row", "extra_row"}
"""Notes that name no table."""


def printed(draft: Draft, before: str, between: str, end: str) -> str:
    """Return a report whose rows have these signs before, between and behind their cells."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        rows = spread(draft, sheet, PLAIN)
        yield end.join(before + between.join(row) for row in rows)

    return "\n".join(report_lines(draft, table, PLAIN)) + "\n"


def tells(report: Report, table: str) -> bool:
    """Whether some cell of a table is read, or a note or the account tells of it."""
    figures = [one for address, one in report.figures().items() if address.table == table]
    return (
        any(one.state is not State.ABSENT for one in figures)
        or any(one.table == table for one in report.unread)
        or any(table in note.message or note.code in ABOUT_ANY_TABLE for note in report.notes)
    )


@pytest.mark.parametrize("form", TABLED, ids=str)
@given(data=st.data())
def test_no_table_vanishes_in_silence(form: Form, data: st.DataObject) -> None:
    """Whatever signs stand around cells, a table gives values or a reason, and no wrong number."""
    draft = data.draw(consistent_reports([form]))
    text = printed(draft, data.draw(st.just("") | SIGNS), data.draw(SIGNS), data.draw(ROW_ENDS))
    try:
        report = parse(text)
    except NotAReport:
        return

    assert falsehoods(report, draft.expected()) == {}
    assert [table.id for table in form.tables if not tells(report, table.id)] == []
