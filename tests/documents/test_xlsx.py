"""Workbooks: what a reader of the sheets sees is what is read, as it is printed."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certainty import codes_of, unexplained
from everything import look_at_everything
from govinfo.documents.compose import Passage
from govinfo.documents.number_formats import printed, printed_text
from govinfo.documents.sheetml import WorkbookParts, pieces_of
from govinfo.errors import GovInfoError, MissingExtra, UnreadableSource
from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.documents.docx import archive
from govinfo.testing.documents.xlsx import XLSX_VARIANTS, workbook, xlsx
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.sheets import printed_tables
from govinfo.testing.strategies import consistent_reports, reports

DRAFT = write(FORM2021, Random(3))
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
variants = st.sampled_from(XLSX_VARIANTS)
TITLE = "云岫县水务局2024年政府信息公开工作年度报告"


@given(st.data(), st.booleans(), variants)
def test_values(data: st.DataObject, add_up: bool, options: Mapping[str, Any]) -> None:  # noqa: FBT001
    """A report reads the same from a workbook, however it was saved; only what is hidden is noted."""
    draft = data.draw(consistent_reports() if add_up else reports())
    report = parse(xlsx(draft, **options))

    assert unexplained(report, draft, add_up=add_up) == {}
    assert (report.adapter, report.title, report.year) == ("xlsx", draft.title, draft.year)
    assert [section.id for section in report.sections] == [part.id for part in draft.parts]
    codes = {"not_shown"} if "hidden" in options else set[str]()
    assert codes_of(report, add_up=add_up) == codes


@given(consistent_reports(), variants, st.data())
def test_blanks(draft: Draft, options: Mapping[str, Any], data: st.DataObject) -> None:
    """A blank cell is blank, whether or not the file has a cell for it."""
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, min_size=1))
    report = parse(xlsx(draft.without(missing), **options))

    assert differences(report, draft.without(missing).expected()) == {}


@given(consistent_reports(), st.sampled_from([v for v in XLSX_VARIANTS if "hidden" not in v]))
def test_places(draft: Draft, options: Mapping[str, Any]) -> None:
    """A figure knows its sheet, row and column."""
    report = parse(xlsx(draft, **options))
    first = {}
    for number, sheet in enumerate(printed_tables(draft.form), 2):
        for row, cells in enumerate(sheet.filled(), 1):
            for column, cell in reversed(list(enumerate(cells, 1))):
                if cell.address is not None:
                    first[cell.address] = (f"表{number}", row, column)
    for address, (name, row, column) in first.items():
        place = report.place(address)
        assert place is not None
        assert place.column == column
        if "apart" in options:
            assert (place.sheet, place.row) == (name, row)

    address = draft.form.addresses[-1]
    assert Report.from_json(report.to_json()).place(address) == report.place(address)


def sheet(*rows: str, before: str = "", behind: str = "") -> str:
    """Return a sheet of these rows."""
    lines = "".join(f"<row>{row}</row>" for row in rows)
    return f"<worksheet {MAIN}>{before}<sheetData>{lines}</sheetData>{behind}</worksheet>"


def text(words: str) -> str:
    """Return a cell of text."""
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


HEADS = "".join(map(text, ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")))


def table_two(
    *cells: str, before: str = "", behind: str = "", strings: list[str] | None = None
) -> Report:
    """Return the report with a row of table two that ends in these cells."""
    made = sheet(
        text(TITLE),
        text("二、主动公开政府信息情况"),
        HEADS,
        text("规章") + "<c><v>0</v></c>" * 3,
        text("行政规范性文件") + "".join(cells),
        before=before,
        behind=behind,
    )
    return parse(workbook([made], strings=strings))


@pytest.mark.parametrize(
    ("cell", "value", "state"),
    [
        ("<c><v>8</v></c>", 8, State.PRINTED),
        ("<c><v>8.0</v></c>", 8, State.PRINTED),
        ("<c><v>7.9999999999999996</v></c>", 8, State.PRINTED),
        ('<c s="1"><v>8</v></c>', 8, State.PRINTED),
        ('<c s="2"><v>8</v></c>', 8, State.PRINTED),
        ("<c><f>4+4</f><v>8</v></c>", 8, State.PRINTED),
        ('<c t="str"><f>A1</f><v>8</v></c>', 8, State.PRINTED),
        ("<c><f>SUM(A1:A9)</f></c>", None, State.ILLEGIBLE),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', None, State.ILLEGIBLE),
        ('<c t="b"><v>1</v></c>', None, State.ILLEGIBLE),
        (text("/"), None, State.NOT_APPLICABLE),
        ("<c/>", None, State.BLANK),
        ("", None, State.BLANK),
        ('<c s="3"><v>8</v></c>', None, State.ILLEGIBLE),
        ('<c s="4"><v>8</v></c>', None, State.BLANK),
        ('<c t="s"><v>0</v></c>', 8, State.PRINTED),
        ('<c t="s"><v>1</v></c>', 8, State.PRINTED),
        ('<c t="s"><v>7</v></c>', None, State.BLANK),
    ],
)
def test_what_a_cell_shows(cell: str, value: int | None, state: State) -> None:
    """A formula has its last value, or none; what is struck out or white is not read."""
    strings = [
        '<r><t>8</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>',
        "<r><rPr><strike/></rPr><t>7</t></r><r><t>8</t></r>",
    ]
    seven = "<c><v>7</v></c>"
    report = table_two(seven, seven, cell, strings=strings)
    figure = report["proactive.normative_documents.in_force"]
    assert (figure.value, figure.state) == (value, state)
    assert report["proactive.normative_documents.issued"].value == 7


def test_hidden_columns_and_merged_figures() -> None:
    """A hidden column leaves no place; a figure over two rows belongs to neither alone."""
    seven = "<c><v>7</v></c>"
    cols = '<cols><col min="2" max="2" hidden="1"/></cols>'
    made = sheet(
        text(TITLE),
        text("二、主动公开政府信息情况"),
        HEADS.replace("</c>", "</c>" + text("底数"), 1),
        text("规章") + "<c><v>99</v></c>" + seven * 3,
        text("行政规范性文件") + "<c><v>99</v></c>" + seven * 3,
        before=cols,
    )
    report = parse(workbook([made]))
    assert report["proactive.rules.issued"].value == 7
    assert [note.code for note in report.notes] == ["not_shown"]
    merged = '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>'
    report = table_two("<c/>", seven, seven, behind=merged)
    assert report["proactive.rules.issued"].value is None
    assert report["proactive.normative_documents.issued"].value is None
    assert report["proactive.normative_documents.in_force"].value == 7


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("5", "General", "5"),
        ("5", "0.00", "5"),
        ("5", ";;;", None),
        ("5", "0;-0;0;", None),
        ("5", '@"0"', "50"),
        ("5", '0;-0;0;"共"@', "共5"),
        ("5", '0;-0;0;"无"', "无"),
    ],
)
def test_texts_as_printed(text: str, code: str, shown: str | None) -> None:
    """The last section of a format prints texts, digits among them, or hides them."""
    assert printed_text(text, code) == shown


SOLID = '<fill><patternFill patternType="solid"><fgColor {}/></patternFill></fill>'
PLAIN = '<fill><patternFill patternType="none"/></fill>'


@pytest.mark.parametrize(
    ("font", "fill", "way"),
    [
        ('<color indexed="9"/>', PLAIN, "hidden"),
        ('<color theme="0"/>', SOLID.format('rgb="FFFFFFFF"'), "hidden"),
        ('<color theme="0"/>', SOLID.format('rgb="FF0000FF"'), None),
        ('<color theme="0"/>', '<fill><patternFill patternType="gray125"/></fill>', None),
        ("", SOLID.format('indexed="8"'), "hidden"),
        ('<color rgb="FFFFFF00"/>', SOLID.format('rgb="00FFFF00"'), "hidden"),
        ('<color theme="0" tint="-0.5"/>', PLAIN, None),
        ('<color auto="1"/>', PLAIN, None),
        ('<sz val="1"/>', PLAIN, "hidden"),
        ('<sz val="11"/><color theme="1"/>', PLAIN, None),
    ],
)
def test_colours_of_a_cell(font: str, fill: str, way: str | None) -> None:
    """A figure in the colour of its ground, or too small to be read, is not seen."""
    styles = (
        f"<styleSheet {MAIN}><fonts><font>{font}</font></fonts><fills>{fill}</fills>"
        '<cellXfs><xf fontId="0" fillId="0"/></cellXfs></styleSheet>'
    )
    assert [style.way for style in WorkbookParts.of(b"", styles.encode()).styles] == [way]


@pytest.mark.parametrize(
    ("before", "row", "shown"),
    [
        ('<sheetViews><sheetView showZeros="0"/></sheetViews>', "<row>", [(1, 2), (1, 3)]),
        ('<sheetViews><sheetView showZeros="1"/></sheetViews>', "<row>", [(1, 1), (1, 2), (1, 3)]),
        ('<cols><col min="2" max="2" width="0.1"/></cols>', "<row>", [(1, 1), (1, 3)]),
        ("", '<row ht="1.5" customHeight="1">', []),
        ("", '<row ht="15">', [(1, 1), (1, 2), (1, 3)]),
    ],
)
def test_what_a_sheet_shows(before: str, row: str, shown: list[tuple[int, int]]) -> None:
    """A sheet may hide its noughts, not the texts of them; narrow columns and low rows show nothing."""
    cells = "<c><v>0</v></c><c><v>7</v></c>" + text("0")
    made = f"<worksheet {MAIN}>{before}<sheetData>{row}{cells}</row></sheetData></worksheet>"
    read = pieces_of(made.encode(), WorkbookParts((), ()), 1, lambda _: False)
    places = [
        (mark[1], mark[2])
        for piece in read.pieces
        for line in (piece if isinstance(piece, list) else [[piece]])
        for cell in line
        if isinstance(cell, Passage) and cell.text
        for _, _, mark in cell.marks
    ]
    assert places == shown
    assert len(read.hidden) == 3 - len(shown)


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("12", "General", "12"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("123456789012", "General", "123456789012"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234567", "#,##0", "1,234,567"),
        ("0.125", "0.0%", "12.5%"),
        ("8", '0"件"', "8件"),
        ("8", "0\\件", "8件"),
        ("8", "[Red]0_ ", "8"),
        ("7", "000", "007"),
        ("2.5", "0.0#", "2.5"),
        ("-3", "0", "-3"),
        ("-3", "0;(0)", "(3)"),
        (f"-{'1234567' * 5}", "0;(0)", f"({'1234567' * 5})"),
        ("0", '0;-0;"-"', "-"),
        ("5", ";;;", None),
        ("45677", "yyyy-mm-dd", "2025-01-20"),
        ("45677", 'yyyy"年"m"月"d"日"', "2025-01-20"),
        ("12345", "0.00E+00", "12345"),
        ("12", "@", "12"),
        ("12300", '0.0,"千"', "12.3千"),
        ("1e999999999", "0", "1e999999999"),
        ("0", "0;;", None),
        ("0", "0;;;@", None),
        ("5", "0;;;@", "5"),
        ("0", "#,###", None),
        ("0", '0;-0;""', None),
        ("0.5", "#.##", ".5"),
        ("5", '[=0]"无";0', "5"),
        ("0", '[=0]"无";0', "无"),
        ("5", '[>=10000]0!.0,"万";0', "5"),
        ("56789", '[>=10000]0!.0,"万";0', "5.7万"),
        ("123456", "0!.0000", "12.3456"),
        ("1234567", '0"-"#,##0', "12-34567"),
        ("5", 'G/通用格式"件"', "5件"),
        ("5", '"1"General', "15"),
        ("5.5", "# ?/?", "5.5"),
        ("0.5", "h:mm", "1899-12-30"),
        ("3", "[h]:mm", "1900-01-02"),
        ("-3", "yyyy", "#####"),
        ("5", "", "5"),
        ("x", "0", "x"),
    ],
)
def test_numbers_as_printed(number: str, code: str, shown: str | None) -> None:
    """The common formats of numbers."""
    assert printed(number, code) == shown


@given(st.text('0#?,.%;"\\_*[]ymdG@E+- 件', max_size=12), st.decimals(allow_nan=True))
def test_any_format(code: str, number: Any) -> None:
    """Whatever the file states, a number gives a text or nothing."""
    assert isinstance(printed(str(number), code), str | None)


FILL = "<row>" + "<c><v>7</v></c>" * 60 + "</row>"


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (f'<worksheet {MAIN}><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>', "column 16384"),
        (f"<worksheet {MAIN}><sheetData>{FILL * 850}</sheetData></worksheet>", "more than 50000 cells"),
        (sheet(behind='<mergeCells><mergeCell ref="A1:IV9999"/></mergeCells>'), "merged cells over"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", "declares a DTD"),
        ("<worksheet>" + " " * 17 * 1024 * 1024 + "</worksheet>", "more than 16 MiB"),
        ("<worksheet", "is broken"),
    ],
)  # fmt: skip
def test_limits(made: str, told: str) -> None:
    """A workbook made to do harm is refused early, and within little memory."""
    content = workbook([made])
    tracemalloc.start()
    with pytest.raises(UnreadableSource, match=told):
        parse(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200 * 1024 * 1024


@given(st.data())
def test_broken_workbooks(data: st.DataObject) -> None:
    """Whatever happened to its parts, a workbook gives a report or an error of our own."""
    markup = bytearray(sheet(text(TITLE), HEADS, text("规章") + "<c><v>1</v></c>" * 3).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(markup)))
        markup[place : place + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=6))
    try:
        report = parse(workbook([markup.decode("utf-8", "replace")]))
    except GovInfoError:
        return
    look_at_everything(report)


def test_many_sheets() -> None:
    """No report has hundreds."""
    with pytest.raises(UnreadableSource, match="has 201 sheets"):
        parse(workbook(["<worksheet/>"] * 201))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install; other archives are refused without it."""
    for module in [name for name in sys.modules if name.startswith("govinfo.documents.sheetml")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtra, match=r"govinfo\[xlsx\]"):
        parse(xlsx(DRAFT))
    with pytest.raises(UnreadableSource, match="an OFD document"):
        parse(archive({"OFD.xml": ""}))
