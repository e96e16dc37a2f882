"""Tables drawn with lines: cells that go on below, cells that span others, and hardly any lines at all."""

from __future__ import annotations

import json
from random import Random

import pytest
from attrs import evolve

from govinfo.adapters.dialects.drawn import DRAWN
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.page import ROW_END
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import VARIANTS, render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
TRUTH = DRAFT.expected()
WRAPPED = render(DRAFT, "drawn", widest=12)

BROKEN = """\
┌────┬──┬──┐
│行政│12│ 0│
│强制│  │  │
├────┼──┼──┤
│规章│ 1│ 2│
├────┼──┼──┤
│其他│  │ 5│
└────┴──┴──┘"""
SPANNED = """\
╔════╦════╦══╗
║    ║规章║ 1║
║三、╠════╬══╣
║    ║许可║ 2║
╚════╩════╩══╝"""
OPEN = """\
+----+----+
| 项 | 数 |
+----+----+
| 规 | +1 |
| 许 | -2 |
+----+----+"""
UNDIVIDED = BROKEN.replace("强制│  │  │", "许可│ 3│ 4│")
BELOW = [["规章", "1", "2"], ["其他", "", "5"]]


def rows(characters: str) -> list[list[str]]:
    """Return the rows that the adapter makes of a table."""
    tokens = DRAWN.read(Text(characters)).cut()
    return [
        row.split("|") for row in "|".join(tokens).removesuffix(f"|{ROW_END}").split(f"|{ROW_END}|")
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(BROKEN, [["行政 强制", "12", "0"], *BELOW], id="a row on two lines"),
        pytest.param(
            BROKEN.replace("制│  │", "制│ 3│"),
            [["行政 强制", "12 3", "0"], *BELOW],
            id="a figure too",
        ),
        pytest.param(
            UNDIVIDED, [["行政", "12", "0"], ["许可", "3", "4"], *BELOW], id="a line lost"
        ),
        pytest.param(SPANNED, [["", "规章", "1"], ["三、"], ["", "许可", "2"]], id="beside a line"),
        pytest.param(OPEN, [["项", "数"], ["规", "+1"], ["许", "-2"]], id="signs are no crossings"),
    ],
)
def test_rows(table: str, expected: list[list[str]]) -> None:
    """What stands between two lines is a row, and its cells are whole."""
    assert rows(table) == expected


@pytest.mark.parametrize("options", VARIANTS["drawn"])
def test_every_cell_is_read(options: dict[str, object]) -> None:
    """All cells are read from any drawing, and nothing is noted."""
    report = parse(render(DRAFT, "drawn", **options))

    assert (report.adapter, differences(report, TRUTH), report.notes) == ("drawn", {}, ())


def test_figures_stay_where_they_are() -> None:
    """Labels are put together, and each figure still quotes the place where it is printed."""
    report = parse(WRAPPED)

    assert [report.quote(f.span) for f in report.figures().values() if f.span] == [
        str(n) for n in TRUTH.values()
    ]


def test_broken_figures_are_not_joined() -> None:
    """Digits on two lines of one cell may be one number or two: the cell is illegible, and a note says so."""
    address = "requests.unable_requires_creation.natural_person"
    lines = WRAPPED.split("\n")
    place = next(index for index, line in enumerate(lines) if f" {TRUTH[address]} " in line)
    columns, below = lines[place].split("│"), lines[place + 1].split("│")
    below[next(i for i, cell in enumerate(columns) if cell.strip() == str(TRUTH[address]))] = " 5 "
    report = parse("\n".join([*lines[: place + 1], "│".join(below), *lines[place + 2 :]]))

    assert (report[address].value, report[address].state) == (None, State.ILLEGIBLE)
    assert differences(report, TRUTH).keys() == {address}
    assert [note.code for note in report.notes] == ["cell_unreadable"]


@pytest.mark.parametrize("lines", ["light", "heavy", "double"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
def test_old_encodings(encoding: str, lines: str) -> None:
    """The lines of a drawn table say nothing of its encoding, however many they are."""
    report = parse(render(DRAFT, "drawn", lines=lines, widest=40).encode(encoding))

    assert (differences(report, TRUTH), report.encoding) == ({}, encoding)


def test_an_old_encoding_inside_json() -> None:
    """In a record in GB18030, too, a drawn table is not taken for Big5."""
    record = json.dumps({"id": 1, "text": render(DRAFT, "drawn")}, ensure_ascii=False)

    assert differences(parse(record.encode("gb18030")), TRUTH) == {}
