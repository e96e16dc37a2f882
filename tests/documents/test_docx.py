"""Word documents: what a reader of the page sees is what is read, and nothing else."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from heads import head_meant, head_of
from hypothesis import given
from hypothesis import strategies as st

from certainty import codes_of, unexplained
from govinfo.documents.docx import read_docx
from govinfo.errors import GovInfoError, MissingExtra, UnreadableSource
from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.many import parse_many
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.documents.docx import DOCX_VARIANTS, archive, docx, packed
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports, narratives, reports

variants = st.sampled_from(DOCX_VARIANTS)
DRAFT = write(FORM2021, Random(3))


@given(st.data(), st.booleans(), variants)
def test_values(data: st.DataObject, add_up: bool, options: Mapping[str, Any]) -> None:  # noqa: FBT001
    """A report reads the same from a Word document, however it was saved; only what is not seen is noted."""
    draft = data.draw(consistent_reports() if add_up else reports())
    report = parse(docx(draft, **options))

    assert unexplained(report, draft, add_up=add_up) == {}
    codes = {"not_shown"} if "tracked" in options else set[str]()
    assert (report.adapter, report.encoding) == ("docx", None)
    assert codes_of(report, add_up=add_up) == codes


@given(st.one_of(consistent_reports(), narratives()), variants)
def test_head(draft: Draft, options: Mapping[str, Any]) -> None:
    """Form, title, year, agency, dates and parts are found, also where headings have lost their numbers to a list."""
    assert head_of(parse(docx(draft, **options))) == head_meant(draft)


@given(consistent_reports(), variants, st.data())
def test_blanks(draft: Draft, options: Mapping[str, Any], data: st.DataObject) -> None:
    """A blank cell is blank, and its neighbours keep their figures."""
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, min_size=1))
    report = parse(docx(draft.without(missing), **options))

    assert differences(report, draft.without(missing).expected()) == {}
    assert {report[address].state for address in missing} == {State.BLANK}


@given(consistent_reports(), variants)
def test_quotes(draft: Draft, options: Mapping[str, Any]) -> None:
    """Spans point into the text that was composed; every paragraph stands in it as a line."""
    report = parse(docx(draft, **options))

    assert all(
        report.quote(figure.span) == figure.raw
        for figure in report.figures().values()
        if figure.span
    )
    lines = report.source_text.split("\n")
    assert [p for part in draft.parts for p in part.paragraphs if p not in lines] == []


def test_every_kind_of_source(tmp_path: Path) -> None:
    """Bytes, a path, an open file, and many at once, give the same; the name of the file says nothing."""
    path = tmp_path / "report.dat"
    path.write_bytes(docx(DRAFT))
    with path.open("rb") as file:
        reports = [parse(path), parse(path.read_bytes()), parse(file)]
    reports += [reading.report for reading in parse_many([path, path], workers=2) if reading.report]

    assert [differences(report, DRAFT.expected()) for report in reports] == [{}] * 5


def test_a_named_adapter_reads_the_text() -> None:
    """An adapter that is asked for by name reads the text that was composed of the document."""
    report = parse(docx(DRAFT), adapter="pipes")

    assert (report.adapter, differences(report, DRAFT.expected())) == ("pipes", {})


def test_cells_without_a_table() -> None:
    """Where the cells of a table are paragraphs, one below the other, they are read as such a text is."""
    cells = [line for line in parse(docx(DRAFT)).source_text.replace("|", "\n").split("\n") if line]
    report = parse(
        packed(
            "<w:body>"
            + "".join(f"<w:p><w:r><w:t>{c}</w:t></w:r></w:p>" for c in cells)
            + "</w:body>"
        )
    )

    assert (report.adapter, differences(report, DRAFT.expected())) == ("docx", {})


def paragraph(inside: str) -> str:
    """Return the first line of a document whose one paragraph holds this."""
    with pytest.raises(GovInfoError) as caught:
        parse(packed(f"<w:body><w:p>{inside}</w:p></w:body>"))
    return str(caught.value).rpartition("the text begins: ")[2]


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", r"'甲\t乙'"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "'甲'"),
        ("<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>", "'2-3'"),
        (
            "<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo>",
            "'乙'",
        ),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>甲</w:t></w:r>", "'甲'"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>",
            "",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "'甲'",
        ),
        (
            "<w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink><w:fldSimple><w:r><w:t>乙</w:t></w:r></w:fldSimple>",
            "'甲乙'",
        ),
    ],
)
def test_what_is_seen(inside: str, seen: str) -> None:
    """Tabs, breaks, moved text, links and fields are text; placeholders, glosses and what was moved away are not."""
    assert paragraph(inside) == seen or (
        not seen and paragraph(inside).endswith("the text is empty")
    )


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"xl/workbook.bin": ""}, r"an Excel workbook \(\.xlsb\)"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": ""}, "an EPUB book"),
        ({"content.xml": ""}, "an OpenDocument file"),
        ({"OFD.xml": ""}, "an OFD document"),
    ],
)
def test_other_archives(parts: dict[str, str], what: str) -> None:
    """An archive that is no Word document is called by its name, whether or not the extra is there."""
    with pytest.raises(
        UnreadableSource, match=f"The source is {what}.* a Word document .* was wanted"
    ):
        parse(archive(parts))


def test_the_main_part_has_any_name() -> None:
    """The relations of the package say which part holds the body."""
    whole = archive({"word/a.xml": "<a/>", "_rels/.rels": "<Relationships/>"})
    with pytest.raises(
        UnreadableSource, match=r"'word/document\.xml' in the Word document cannot be unpacked"
    ):
        parse(whole)
    relations = "<Relationships><Relationship Type='x/officeDocument' Target='/word/b.xml'/></Relationships>"
    with pytest.raises(
        UnreadableSource, match="The main part of the Word document is a 'c', no w:document"
    ):
        parse(archive({"word/b.xml": "<c/>", "_rels/.rels": relations}))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where lxml is not installed the error holds the line to type; other archives are refused all the same."""
    monkeypatch.delitem(sys.modules, "govinfo.documents.wordml", raising=False)
    for name in ("lxml", "lxml.etree"):
        monkeypatch.setitem(sys.modules, name, None)
    path = tmp_path / "report.docx"
    path.write_bytes(docx(DRAFT))
    with pytest.raises(MissingExtra, match=r'pip install "govinfo\[docx\]"') as caught:
        parse(path)
    assert isinstance(caught.value, ImportError)
    assert caught.value.extra == "docx"
    with pytest.raises(UnreadableSource, match="an Excel workbook"):
        parse(archive({"xl/workbook.bin": ""}))


@pytest.mark.parametrize(
    "shown",
    [
        "<w:drawing/>",
        "<w:pict/>",
        "<w:object/>",
        "<w:sym w:font='Wingdings' w:char='F035'/>",
        "<m:oMath xmlns:m='math'><m:r><m:t>5</m:t></m:r></m:oMath>",
    ],
)
@pytest.mark.parametrize("address", ["requests.granted.business", "proactive.licensing.decisions"])
def test_a_cell_that_shows_what_is_not_in_the_text(address: str, shown: str) -> None:
    """A picture, a symbol or a formula alone in a cell is no blank; beside it the figures are read."""
    draft = write(FORM2021, Random(5)).changed({address: 87_654_321})
    document = docx(draft)
    body = document[document.index(b"<?xml") : document.index(b"</w:document>")].decode()
    written, count = re.subn(
        r"<w:r><w:t[^>]*>8765</w:t></w:r><w:r><w:t[^>]*>4321</w:t></w:r>",
        lambda _: f"<w:r>{shown}</w:r>",
        body,
    )
    assert count == 1
    report = parse(archive({"word/document.xml": written + "</w:document>"}))

    assert (report[address].value, report[address].state) == (None, State.ILLEGIBLE)
    assert differences(report, draft.without([address]).expected()) == {}
    assert [note.code for note in report.notes] == ["cell_unreadable"]


def test_notes_on_what_is_not_seen() -> None:
    """Deleted and hidden text leaves a note with its place; what was inserted is text, and leaves none."""
    run = "<w:r>{}<w:{}>{}</w:{}></w:r>"
    deleted = f"<w:del>{run.format('', 'delText', '17', 'delText')}</w:del>"
    inserted = f"<w:ins>{run.format('', 't', '8', 't')}</w:ins>"
    hidden = run.format("<w:rPr><w:vanish/></w:rPr>", "t", "99", "t")

    def cell(inside: str) -> str:
        return f"<w:tc><w:p>{inside}</w:p></w:tc>"

    def row(*cells: str, properties: str = "") -> str:
        return f"<w:tr>{properties}{''.join(map(cell, cells))}</w:tr>"

    def words(text: str) -> str:
        return run.format("", "t", text, "t")

    heads = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    gone = "<w:trPr><w:del/></w:trPr>"
    table = (
        row(*map(words, heads))
        + row(words("规章"), *[words("5")] * 3, properties=gone)
        + row(words("规章"), *[words("0")] * 3)
        + row(words("行政规范性文件"), deleted + inserted, words("1") + hidden, words("9"))
    )
    title = f"<w:p>{words('云岫县水务局2024年政府信息公开工作年度报告')}{deleted}</w:p>"
    report = parse(packed(f"<w:body>{title}<w:tbl>{table}</w:tbl></w:body>"))

    kept = [
        report[f"proactive.normative_documents.{c}"] for c in ("issued", "repealed", "in_force")
    ]
    assert [figure.value for figure in kept] == [8, 1, 9]
    noted = [
        (note.message.partition(", ")[0], note.span and report.quote(note.span))
        for note in report.notes
        if note.code == "not_shown"
    ]
    assert noted == [
        (
            "'17' was deleted while changes were tracked",
            "云岫县水务局2024年政府信息公开工作年度报告",
        ),
        ("'规章 5 5 5' was deleted while changes were tracked", "信息内容"),
        ("'17' was deleted while changes were tracked", "8"),
        ("'99' is hidden", "1"),
    ]


def run(text: str, properties: str = "") -> str:
    """Return a run of a Word document."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def mark(kind: str) -> str:
    """Return the run in which a field begins, ends, or comes to its result."""
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


def code(text: str) -> str:
    """Return the run of a field's code."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


BEGIN, SEPARATE, END = map(mark, ("begin", "separate", "end"))
BOX = "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>"
LIST = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr></w:pPr>"
ILLEGIBLE, BLANK = (None, State.ILLEGIBLE), (None, State.BLANK)


@pytest.mark.parametrize(
    ("cell", "value", "state"),
    [
        (BOX.format(run("5")), *ILLEGIBLE),
        (BOX.format(""), *BLANK),
        (run("5") + "<w:r><w:sym w:font='Symbol' w:char='F037'/></w:r>", *ILLEGIBLE),
        (run("5", "<w:rFonts w:ascii='Wingdings'/>"), *ILLEGIBLE),
        (BEGIN + code("EQ (5)") + SEPARATE + END, *ILLEGIBLE),
        ("<w:fldSimple w:instr='AUTONUM'/>", *ILLEGIBLE),
        (BEGIN + code("PAGE") + SEPARATE + END, *BLANK),
        (LIST.format(1), *ILLEGIBLE),
        (LIST.format(0), *BLANK),
        (
            BEGIN
            + code("IF ")
            + BEGIN
            + code("=1")
            + SEPARATE
            + run("1")
            + END
            + code("=1 5 7")
            + SEPARATE
            + run("5")
            + END,
            5,
            State.PRINTED,
        ),
        (run("5", "<w:shd w:fill='000000'/><w:color w:val='000000'/>"), *BLANK),
        (run("5", "<w:shd w:fill='000000'/>"), 5, State.PRINTED),
        (run("5", "<w:highlight w:val='yellow'/><w:color w:val='FFFF00'/>"), *BLANK),
        (run("5", "<w:highlight w:val='yellow'/>"), 5, State.PRINTED),
        (
            "</w:p><w:tbl><w:tr><w:tc><w:p>" + run("5") + "</w:p></w:tc></w:tr></w:tbl><w:p>",
            5,
            State.PRINTED,
        ),
    ],
)
def test_what_a_cell_shows(cell: str, value: int | None, state: State) -> None:
    """Fields have their results; a figure in a box, a symbol or a list is no blank; one on its colour is none."""
    heads = map(run, ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"))
    rows = [[*heads], [*map(run, ("规章", "0", "0", "0"))]]
    rows.append([*map(run, ("行政规范性文件", "7", "7")), cell])
    cells = ("".join(f"<w:tc><w:p>{each}</w:p></w:tc>" for each in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    title = run("云岫县水务局2024年政府信息公开工作年度报告")
    report = parse(packed(f"<w:body><w:p>{title}</w:p><w:tbl>{table}</w:tbl></w:body>"))

    figure = report["proactive.normative_documents.in_force"]
    assert (figure.value, figure.state) == (value, state)
    assert report["proactive.normative_documents.repealed"].value == 7


def test_a_figure_that_a_style_hides() -> None:
    """What a style of paragraphs hides leaves a note, as what a run hides does."""
    style = "<w:style w:type='paragraph' w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>"
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    title = run("云岫县水务局2024年政府信息公开工作年度报告")
    hidden = f"<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr>{run('收到申请5件。')}</w:p>"
    body = f"<w:body><w:p>{title}</w:p>{hidden}<w:p>{run('收到申请7件。')}</w:p></w:body>"
    parts = {
        "word/document.xml": f"<w:document {space}>{body}</w:document>",
        "word/styles.xml": f"<w:styles {space}>{style}</w:styles>",
    }
    opened = read_docx(archive(parts))

    assert "收到申请5件" not in str(opened.page.text)
    assert [note.message for note in opened.notes] == ["'收到申请5件。' is hidden, and is not read"]
