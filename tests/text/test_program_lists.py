"""Tables that a script printed: each row a list, or all rows one list, and cells with marks around."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest
from attrs import evolve

from govinfo.figures import Address, State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences
from govinfo.testing.drafts import write
from govinfo.testing.drafts.printing import PLAIN, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable
from govinfo.text import repair

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
BLANK = "requests.not_processed_duplicate.research"
Rows = Sequence[Sequence[str]]


def printed(print_rows: Callable[[Rows], str]) -> str:
    """Return the draft with one cell blank and its tables printed by a function of their rows."""
    draft = DRAFT.without([BLANK])

    def table(sheet: PrintedTable) -> Iterator[str]:
        yield print_rows(list(spread(draft, sheet, PLAIN)))

    return "\n".join(report_lines(draft, table, PLAIN)) + "\n"


def dashed(rows: Rows, first: str, other: str, show: Callable[[str], str] = str) -> str:
    """Return rows as lists of lists, with one sign before their first cells and one before others."""
    return "\n".join(
        f"{other if at else first} {show(cell)}".rstrip()
        for row in rows
        for at, cell in enumerate(row)
    )


def quoted(rows: Rows, mark: Callable[[str], str]) -> str:
    """Return rows of Markdown with marks around each number."""
    lines = [[mark(cell) if cell.isdigit() else cell for cell in row] for row in rows]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def names(heads: Sequence[str]) -> list[str]:
    """Return the names that pandas gives to columns: blank ones and those of several get a number."""
    return [
        f"{head or 'Unnamed'}.{at}" if heads.count(head) > 1 else head
        for at, head in enumerate(heads)
    ]


SHAPES: dict[str, Callable[[Rows], str]] = {
    "a list a row": lambda rows: "\n".join(map(repr, rows)),
    "None for a blank": lambda rows: "\n".join(repr([cell or None for cell in r]) for r in rows),
    "one list": repr,
    "tuples": lambda rows: ",\n".join(repr(tuple(row)) for row in rows),
    "numbers": lambda rows: repr([[int(c) if c.isdigit() else c for c in row] for row in rows]),
    "JSON": lambda rows: json.dumps(rows, ensure_ascii=False),
    "JSON over lines": lambda rows: json.dumps(rows, ensure_ascii=False, indent=2),
    "lists of YAML": lambda rows: "\n".join(f"- {row!r}" for row in rows),
    "nested lists of YAML": lambda rows: dashed(rows, "- -", "  -"),
    "YAML in quotation marks": lambda rows: "表:\n" + dashed(rows, "  - -", "    -", repr),
    "null of YAML": lambda rows: dashed(rows, "- -", "  -", lambda cell: cell or "null"),
    "reStructuredText": lambda rows: (
        ".. list-table::\n   :header-rows: 1\n\n" + dashed(rows, "   * -", "     -") + "\n"
    ),
    "line breaks in labels": lambda rows: repr(
        [[f"{c[:4]}\n{c[4:]}" if len(c) > 8 else c for c in row] for row in rows]
    ),
    "records": lambda rows: repr([dict(enumerate(row)) for row in rows]),
    "records of JSON, one a line": lambda rows: "\n".join(
        json.dumps(dict(enumerate(row)), ensure_ascii=False) for row in rows
    ),
    "records under their heads": lambda rows: json.dumps(
        [dict(zip(names(rows[0]), row, strict=True)) for row in rows[1:]], ensure_ascii=False
    ),
    "quotation marks": lambda rows: quoted(rows, lambda cell: f'"{cell}"'),
    "Chinese quotation marks": lambda rows: quoted(rows, lambda cell: f"“{cell}”"),
    "formulas of Excel": lambda rows: quoted(rows, lambda cell: f'="{cell}"'),
    "text of Excel": lambda rows: quoted(rows, lambda cell: f"'{cell}"),
    "formulas": lambda rows: quoted(rows, lambda cell: f"${cell}$"),
    "a quotation": lambda rows: "\n".join(f"> {row}" for row in quoted(rows, str).split("\n")),
    "units in brackets": lambda rows: quoted(rows, lambda cell: f"{cell}（件）"),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_cell_is_read(shape: Callable[[Rows], str]) -> None:
    """All cells are read, the blank one is blank, and each figure quotes its place."""
    report = parse(printed(shape))

    assert differences(report, DRAFT.without([BLANK]).expected()) == {}
    assert report[BLANK].state is State.BLANK
    assert all(f.span is None or f.raw == report.quote(f.span) for f in report.figures().values())


@pytest.mark.parametrize(
    "text",
    [
        "收到申请['12', '3']件",
        "> 引文一行\n正文",
        "参数('甲')、('乙')各一",
        "['甲', '乙'\n" * 9,
        "- 甲\n  - 乙\n  - 丙\n" * 9,  # a list within a list
        "- - 甲\n" * 4,
        '{"甲": 1}\n' * 4,
        "{甲：1，乙：2}\n" * 9,
    ],
)
def test_what_is_no_table_stays(text: str) -> None:
    """A few brackets, one quoted line and lists without an end are left alone."""
    assert repair(Text(text)) == (Text(text), ())


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4, 5, 6, 7], [0, 2, 1, 3, 5, 4, 6, 7]])
def test_records_with_names_of_no_form(order: list[int]) -> None:
    """Nobody knows which cell is whose, in whatever order: no value is read from its place."""
    names = ["row", "person", "firm", "science", "welfare", "law", "other", "total"]
    draft = write(form_by_id("form2021"), Random(1))
    table = draft.form.table("requests")
    rows = [
        [
            row.label,
            *(
                int(draft.values[Address(f"requests.{row.id}.{c.id}")])
                for c in table.blocks[0].columns
            ),
        ]
        for row in table.rows
        if not row.header
    ]
    records = [{names[at]: row[at] for at in order} for row in rows]
    text = f"{draft.agency}{draft.year}年政府信息公开工作年度报告\n{json.dumps(records, ensure_ascii=False)}"

    report = parse(text)

    assert {*report.values().values()} <= {None}
    assert "tables_unread" in [note.code for note in report.notes]
