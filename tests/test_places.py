"""Places: where a figure stands, as a person finds it in the document."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import pdfplumber
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govinfo.consistency import check
from govinfo.errors import UnknownAddress, UnreadableSource
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.places import Place, area
from govinfo.reading import parse, parse_grid
from govinfo.rendering import findings_text
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.documents.docx import DOCX_VARIANTS, docx, packed
from govinfo.testing.documents.pdf import PDF_SETTINGS, pdf
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.printing import PLAIN, printed_cell
from govinfo.testing.drafts.sheets import printed_tables
from govinfo.testing.strategies import consistent_reports
from govinfo.text.html.tables import TableCell, cell_at
from govinfo.wording import LANGUAGES

DRAFT = write(FORM2021, Random(3))
ADDRESS = "requests.new_received.total"


def expected_cells(draft: Draft) -> dict[str, tuple[int, int, int]]:
    """Return the table, row and column of each figure on the sheet of paper."""
    places = dict[str, tuple[int, int, int]]()
    for number, sheet in enumerate(printed_tables(draft.form), 1):
        for row, cells in enumerate(sheet.filled(), 1):
            for column, cell in reversed(list(enumerate(cells, 1))):
                if cell.address is not None:
                    places[cell.address] = (number, row, column)
    return places


def cells_of(report: Report) -> dict[str, tuple[int | None, int | None, int]]:
    """Return the table, row and column of each figure of a report."""
    found = {str(address): report.place(address) for address in report.addresses}
    return {address: (p.table, p.row, p.column) for address, p in found.items() if p is not None}


@given(consistent_reports(), st.sampled_from(list(DIALECTS)))
def test_lines_and_columns_of_a_text(draft: Draft, dialect: str) -> None:
    """Line and column lead to the figure in the source text."""
    report = parse(render(draft, dialect))
    lines = report.source_text.split("\n")
    for address, figure in report.figures().items():
        place = report.place(address)
        if figure.span is None:
            assert place is None
            continue
        assert place is not None
        if place.table is None:
            assert lines[place.line - 1][place.column - 1 :].startswith(figure.raw.split("\n")[0])
        else:
            assert dialect == "html"


@given(consistent_reports())
def test_cells_of_a_web_page(draft: Draft) -> None:
    """Table, row and column are those of the sheet; spanned places count."""
    assert cells_of(parse(render(draft, "html"))) == expected_cells(draft)


@given(consistent_reports(), st.sampled_from([v for v in DOCX_VARIANTS if "nested" not in v]))
def test_cells_of_a_word_document(draft: Draft, options: Any) -> None:
    """The same in a Word document; a row that was deleted does not count."""
    assert cells_of(parse(docx(draft, **options))) == expected_cells(draft)


def test_cells_of_a_table_in_a_table() -> None:
    """A table that lays out the page is the first, and each table in it has a number of its own."""
    nested = expected_cells(DRAFT)
    assert cells_of(parse(docx(DRAFT, nested=True))) == {
        address: (table + 1, row, column) for address, (table, row, column) in nested.items()
    }


@given(consistent_reports())
def test_cells_of_grids(draft: Draft) -> None:
    """A cell of a grid is counted where the grid has it."""
    grids = [
        [
            [
                printed_cell(draft, cell, PLAIN)
                if place == 0 or cell is not row[place - 1]
                else None
                for place, cell in enumerate(row)
            ]
            for row in sheet.filled()
        ]
        for sheet in printed_tables(draft.form)
    ]
    report = parse_grid([[*grid[:1], [], *grid[1:]] for grid in grids])
    assert cells_of(report) == {
        address: (table, row + (row > 1), column)
        for address, (table, row, column) in expected_cells(draft).items()
    }


@pytest.mark.parametrize("setting", PDF_SETTINGS)
def test_boxes_of_a_pdf_document(setting: Any) -> None:
    """The box on the page holds the characters of the figure, and no other figure."""
    content = pdf(DRAFT, setting)
    report = parse(content)
    with pdfplumber.open(BytesIO(content)) as document:
        words = [
            [
                ((word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2, word["text"])
                for word in page.extract_words()
            ]
            for page in document.pages
        ]
        if any(page.rotation for page in document.pages):
            return
    for address, figure in report.figures().items():
        place = report.place(address)
        if figure.span is None or not figure.raw.isdecimal():
            continue
        assert place is not None
        assert place.page is not None
        assert place.box is not None
        left, top, right, bottom = place.box
        inside = [
            w for x, y, w in words[place.page - 1] if left <= x <= right and top <= y <= bottom
        ]
        assert inside == [figure.raw], (address, place)


def test_places_survive_pickle_and_json() -> None:
    """A report that comes back knows where its figures stood."""
    for content in (pdf(DRAFT), docx(DRAFT), render(DRAFT, "html").encode()):
        report = parse(content)
        for again in (
            pickle.loads(pickle.dumps(report)),
            Report.from_json(report.to_json()),
            report.light(),
        ):
            assert [again.place(each) for each in again.addresses] == [
                report.place(each) for each in report.addresses
            ]


def test_a_text_has_no_layout() -> None:
    """What follows from the text is kept nowhere."""
    report = parse(render(DRAFT, "pipes"))
    assert report.layout is None
    assert "layout" not in report.to_dict()


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        ({"kind": "book", "sheets": [], "pieces": []}, "one of pages, tables"),
        ({"kind": "pages", "sheets": [], "pieces": [[0, 1, 2]]}, "an array of 7 numbers"),
        ({"kind": "tables", "sheets": [], "pieces": [[0, 10**9, 1, 1, 1]]}, "from -10000000"),
        ({"kind": "tables", "sheets": [], "pieces": [[5, 1, 1, 1, 1]]}, "in order, within the"),
        ({"kind": "tables", "sheets": [], "pieces": [[0, True, 1, 1, 1]]}, "a number"),
    ],
)
def test_a_layout_that_does_not_fit(layout: dict[str, Any], told: str) -> None:
    """The error names the place in the data."""
    data = {**parse(docx(DRAFT)).to_dict(), "layout": layout}
    with pytest.raises(UnreadableSource, match=f"layout.*{told}"):
        Report.from_dict(data)


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        (docx, ("第 2 个表格第 ", "2nd table, row ")),
        (pdf, ("第 2 页", "page 2")),
        (lambda draft: render(draft, "pipes"), ("第 ", "line ")),
        (lambda draft: render(draft, "html"), ("第 2 个表格第 ", "2nd table, row ")),
    ],
    ids=["docx", "pdf", "text", "html"],
)
def test_findings_name_what_their_reader_sees(
    made: Callable[[Draft], Any], seen: tuple[str, str]
) -> None:
    """A list of findings has lines only for a text; a page and a Word document have none."""
    report = parse(made(DRAFT.changed({ADDRESS: 1})))
    found = check(report).by_rule("T3.ROW_TOTAL").broken
    for lang, place in zip(LANGUAGES, seen, strict=True):
        told = findings_text(found, lang, report)
        assert f"T3.ROW_TOTAL  {place}" in told
        by_line = re.search(r"T3\.ROW_TOTAL  (?:第 \d+ 行|line \d+)  ", told) is not None
        assert by_line == (report.adapter == "pipes")


@pytest.mark.parametrize(
    ("cells", "zh", "en"),
    [
        ([(4, 2)], "第 2 个表格第 4 行第 2 列", "2nd table, row 4, column 2"),
        ([(4, 2), (4, 3), (4, 8)], "第 2 个表格第 4 行", "2nd table, row 4"),
        ([(4, 2), (9, 2)], "第 2 个表格第 2 列", "2nd table, column 2"),
        ([(4, 2), (9, 3)], "第 2 个表格", "2nd table"),
    ],
)
def test_of_several_cells_none_is_named(cells: list[tuple[int, int]], zh: str, en: str) -> None:
    """A sum that does not hold is in a row: which of its cells is wrong, nobody knows."""
    places = [Place(1, column, 2, row) for row, column in cells]
    assert (area(places), area(places, "en")) == (zh, en)
    sheets = [evolve(one, sheet="一") for one in places]
    assert area(sheets) == zh.replace("第 2 个表格", "工作表“一”")


def test_what_explain_prints() -> None:
    """The place stands above the line of the source text."""
    explained = [parse(each).explain(ADDRESS, "en") for each in (docx(DRAFT), pdf(DRAFT))]
    assert "  place    2nd table, row 4, column 10\n" in explained[0]
    assert "  place    page " in explained[1]
    assert "(left, top, right, bottom in points)\n" in explained[1]
    printed = parse(render(DRAFT, "pipes"))
    assert "place " not in printed.explain(ADDRESS, "en")
    place = printed.place(ADDRESS)
    assert place is not None
    assert str(place) == place.text("zh") != place.text("en")
    assert place.text("en").startswith("line ")


def test_an_unknown_address() -> None:
    """It is named, as everywhere."""
    with pytest.raises(UnknownAddress):
        parse(render(DRAFT, "pipes")).place("requests.new_received.all")


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<table><tr><td>甲<td>1@", (1, 1, 2)),
        ("<table></table><TABLE><tr></tr><tr><th>甲</th><td rowspan=2>1</td><td>@", (2, 2, 3)),
        ("<table><tr><td rowspan='2' colspan=\"3\">甲</td></tr><tr><td>@", (1, 2, 4)),
        ("<table><tr><td><table><tr><td>甲</td></tr></table>@", (1, 1, 1)),
        ("<table><tr><td>甲<table><tr><td>@", (2, 1, 1)),
        ("<!-- <table><tr><td> --><table title='a>b'><tr><td>@", (1, 1, 1)),
        ("<script>'<table>'</script><table><tr><td>@", (1, 1, 1)),
        ("<table><tr><td>甲</td></tr></table>@", None),
        ("<table><tr><td>甲</td>@</tr></table>", None),
        ("甲@", None),
        ("<row><cell>@", None),
    ],
)
def test_cell_at(page: str, wanted: tuple[int, int, int] | None) -> None:
    """The cell of a character, however the page is written."""
    assert cell_at(page, page.index("@")) == (wanted and TableCell(*wanted))


@pytest.mark.parametrize("blank", ["", " ", "&nbsp;", "<p></p>"])
@pytest.mark.parametrize("tag", ["<td colspan=3>", "<td style='width:9em' colspan='3'>"])
def test_a_blank_cell_over_several_columns(tag: str, blank: str) -> None:
    """It has its own place, as any other cell of a web page."""
    page = render(DRAFT, "html")
    cells = re.compile(r"(<td>行政处罚</td>)<td colspan=\"3\">[^<]*</td>")
    assert cells.search(page)
    report = parse(cells.sub(rf"\g<1>{tag}{blank}</td>", page))
    address = "proactive.penalties.decisions"
    place = report.place(address)
    assert (report[address].state, place and (place.table, place.row, place.column)) == (
        "blank",
        expected_cells(DRAFT)[address],
    )


def test_a_row_that_begins_further_right() -> None:
    """Word leaves out columns before the first cell of a row."""
    body = (
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>"
        "<w:tc><w:p><w:r><w:t>行政许可</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl>"
    )
    text = "云岫县水务局2024年政府信息公开工作年度报告"
    report = parse(packed(f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{body}</w:body>"))
    assert report.place("proactive.licensing.decisions") == Place(2, 4, table=1, row=1)
