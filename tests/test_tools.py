"""What the converters that people use make of a report is read, or left unread with a note: never read wrongly."""

from __future__ import annotations

import pytest

from govinfo.errors import GovInfoError
from govinfo.reading import parse
from toolwork import PAGES, TABLE, TOOLS, Outcome, files, judged, outcome, truth

CASES = [(file, page) for file in TABLE for page in PAGES]


@pytest.mark.parametrize(("file", "page"), CASES)
def test_nothing_is_wrong(file: str, page: str) -> None:
    """Every cell is as the page has it, or absent or illegible; and then a note says why."""
    try:
        report = parse(TOOLS / page / file)
    except GovInfoError:
        return
    cells = judged(report, page)

    assert cells.wrong == {}
    assert cells.unread == () or report.notes


@pytest.mark.parametrize(("file", "page"), CASES)
def test_as_much_is_read_as_the_table_says(file: str, page: str) -> None:
    """The adapter, the number of cells, and what of the head is lost, are those of the table."""
    row, place = TABLE[file], PAGES.index(page)

    assert outcome(file, page) == Outcome(
        row["adapter"][place], row["cells"][place], tuple(row["lost"][place])
    )


def test_every_specimen_is_in_the_table() -> None:
    """The table names each file that a tool makes, and the page; and it says why where not everything is read."""
    whole = [len(truth(page)["cells"]) for page in PAGES]

    assert list(TABLE) == files()
    assert [
        file for file, row in TABLE.items() if (row["cells"] == whole) == bool(row["why"])
    ] == []
