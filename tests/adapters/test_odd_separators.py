"""Characters that hardly anybody puts between cells divide them where nobody else reads a text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from govinfo import parse
from govinfo.forms import form_by_id
from govinfo.testing.compare import differences
from govinfo.testing.drafts import write
from govinfo.testing.drafts.printing import PLAIN, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable


@pytest.mark.parametrize("separator", ["~", " ¦ ", " # ", "；", "，", " · ", " // ", " & "])
@pytest.mark.parametrize("form", ["form2021", "form2019"])
def test_rows_with_an_odd_separator(separator: str, form: str) -> None:
    """Labels and figures are read whatever one character divides them."""
    draft = write(form_by_id(form), Random(6))

    def table(sheet: PrintedTable) -> Iterator[str]:
        yield from (separator.join(row) for row in spread(draft, sheet, PLAIN, repeated=False))

    report = parse("\n".join(report_lines(draft, table, PLAIN)))

    assert report.adapter == "delimited"
    assert differences(report, draft.expected()) == {}
