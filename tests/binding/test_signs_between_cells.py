"""A sign that means "not applicable" in a cell may as well stand between the cells of glued text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from govinfo import parse
from govinfo.forms import form_by_id
from govinfo.testing.compare import falsehoods
from govinfo.testing.drafts import write
from govinfo.testing.drafts.printing import PLAIN, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedTable


@pytest.mark.parametrize("seed", [1, 2, 701])
def test_slashes_between_cells_and_words_in_one(seed: int) -> None:
    """Figures between slashes, with words in a cell, are not read as cells that are slashes."""
    draft = write(form_by_id("form2021"), Random(seed))
    figures = (2, 15, 11, 16, 4, 6, 54)
    row = [a for a in draft.form.addresses if a.startswith("requests.denied_security_stability.")]
    draft = draft.changed(dict(zip(row, figures, strict=True)))

    def table(sheet: PrintedTable) -> Iterator[str]:
        for cells in sheet.rows:
            printed = [printed_cell(draft, cell, PLAIN) for cell in cells]
            words = ["见附件" if cell.address == row[3] else "" for cell in cells]
            yield "/".join(word or text for word, text in zip(words, printed, strict=True))

    report = parse("\n".join(report_lines(draft, table, PLAIN)))

    assert not falsehoods(report, draft.expected())
