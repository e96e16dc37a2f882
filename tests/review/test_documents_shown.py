"""What the page shows of a document: all its places, each once, and no markup but its own."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.forms import form_by_id
from govinfo.reading import parse, parse_grid
from govinfo.review import review_page, reviewed
from govinfo.review.document import document_html
from govinfo.review.marks import Marked, MarkedPlace
from govinfo.spans import Span
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.documents.docx import docx
from govinfo.testing.drafts import Draft, write

DRAFT = write(form_by_id("form2021"), random.Random(3))
WEB_PAGE = parse(render(DRAFT, "html"))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_cell_leads_to_its_place(dialect: str) -> None:
    """In every dialect each cell that stands in the text has one place on the page, and every link leads somewhere."""
    report = parse(render(DRAFT, dialect))
    page = review_page([reviewed(report)])
    ids = Counter(re.findall(r' id="([^"]*)"', page))
    links = set(re.findall(r' href="#([^"]*)"', page))
    placed = {address for address, figure in report.figures().items() if figure.span is not None}
    led = set(re.findall(r'<a href="#r0-s-[^"]*" id="r0-t-([^"]*)"', page))

    assert {name: count for name, count in ids.items() if count > 1} == {}
    assert links - ids.keys() == set()
    assert placed == led


def test_the_tables_of_a_document_are_tables(wrong: Draft) -> None:
    """A Word document and a grid are shown with their tables; a figure stands in a cell of one."""
    for report in (parse(docx(wrong)), parse_grid([["规章", "1", "2", "3"]] * 3 + GRID)):
        shown = document_html(report, Marked(report.source_text, [], "r0", str), [])
        assert "<td>" in shown
        assert "|" not in shown


def test_what_fills_a_row_is_shown_in_its_place() -> None:
    """A cell across a whole row, with empty paragraphs in it, is a row of the table, and no text of a document is lost."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(DRAFT))) as before, zipfile.ZipFile(kept, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:tr>", f"{FILLED_ROW}<w:tr>".encode())
            after.writestr(name, content)
    report = parse(kept.getvalue())
    shown = document_html(report, Marked(report.source_text, [], "r0", str), [])
    told = unescape(re.sub(r"<[^>]*>", "", shown))

    assert '</tr><tr><td colspan="4"><p>第九项说明</p></td></tr><tr>' in shown
    assert Counter(re.sub(r"[\s|]", "", told)) == Counter(re.sub(r"[\s|]", "", report.source_text))


def test_merged_cells_are_shown_as_one() -> None:
    """A cell merged over rows is one cell of the page; its place, and that of a blank in it, is where it begins."""
    head = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [
        head.format("三、办理结果") + cell.format("（一）"),
        rest + cell.format("（二）"),
        head.format("四、结转") + cell.format("（三）"),
    ]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(DRAFT))) as before, zipfile.ZipFile(kept, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", f"<w:body>{table}".encode())
            after.writestr(name, content)
    report = parse(kept.getvalue())
    shown = document_html(report, Marked(report.source_text, [], "r0", str), [])

    assert shown.partition("<table>")[2].partition("</table>")[0] == (
        '<tbody><tr><td rowspan="2">三、办理结果</td><td>（一）</td></tr>'
        "<tr><td>（二）</td></tr><tr><td>四、结转</td><td>（三）</td></tr></tbody>"
    )
    assert report.layout is not None
    assert [mark for *_, mark in report.layout.pieces()][:6] == [
        (1, 1, 1),
        (1, 1, 2),
        (1, 1, 1),
        (1, 2, 2),
        (1, 3, 1),
        (1, 3, 2),
    ]


FILLED_ROW = (
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="4"/></w:tcPr>'
    "<w:p><w:r><w:t>第九项说明</w:t></w:r></w:p><w:p/><w:p/></w:tc></w:tr>"
)


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display: none">{}</div>',
        "<div hidden><div>{}</div></div>",
        '<p style="VISIBILITY:hidden">{}</p>',
        '<style>.Gone{{display:none}}</style><p>见<span class="Gone">{}</span></p>',
        '<p><span style="font-size:0">{}</span></p>',
    ],
)
def test_what_style_hides_is_not_shown(hidden: str) -> None:
    """A page shows what a browser shows; an element without an end hides nothing."""
    text = render(DRAFT, "html")
    whole = text.replace("<table", f"<p>甲</p>{hidden.format('暗处有字')}<p>乙</p><table", 1)
    shown, plain = (_shown(page) for page in (whole, whole.replace("暗处有字", "")))
    assert "暗处有字" not in shown
    assert shown == plain
    assert "甲" in shown
    assert "乙" in shown
    assert "乙" in _shown(whole.replace("</div>", "").replace("</span>", ""))


def test_where_a_number_was_read_nothing_is_hidden() -> None:
    """A place that something on the page leads to is shown, whatever the style says."""
    text = render(DRAFT, "html").replace("<table", "<div hidden>另有 12 件</div><table", 1)
    at = text.index("12 件")
    marked = Marked(text, [MarkedPlace(Span(at, at + 2), "unread")], "r0", str)
    shown = document_html(parse(text), marked, [])
    assert "另有" in shown
    assert 'class="unread"' in shown


def _shown(text: str) -> str:
    """Return what the page shows of a document, without marks."""
    return document_html(parse(text), Marked(text, [], "r0", str), [])


GRID = [line.split("|") for line in render(DRAFT, "pipes").splitlines()]


class Reader(HTMLParser):
    """Notes the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.text = list[str](), set[tuple[str, str]](), ""
        self.crossed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note whether a tag closes what was opened last."""
        self.crossed |= not self.open or self.open.pop() != tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


PIECES = ["<", ">", "</", "<!--", "-->", "<script>", "</script>", "&lt;b&gt;", '"', "'", "字", " "]
TAGS = ["table", "tr", "td", "th", "div", "p", "b", "a", "svg", "br", "h1", "main", "article"]


@given(
    st.lists(
        st.sampled_from(
            [*PIECES, *(f"<{t} onclick='x' colspan=2>" for t in TAGS), *(f"</{t}>" for t in TAGS)]
        ),
        max_size=40,
    )
)
def test_whatever_a_page_holds_only_our_own_tags_are_shown(pieces: list[str]) -> None:
    """Every tag is one of a few, closed in its order, and has no attribute but the reach of a cell."""
    source = f"<table><tr><td>甲</td></tr></table>{''.join(pieces)}"
    shown = document_html(WEB_PAGE, Marked(source, [], "r0", str), [])
    reader = Reader()
    reader.feed(shown)
    reader.close()

    assert not reader.crossed
    assert reader.open == []
    own = {"table", "tr", "td", "th", "div", "b", "u", "s", "del", "sup", "sub", "strong", "br"}
    assert {tag for tag, _ in reader.tags} <= own
    assert {name for _, name in reader.tags} <= {"", "class", "colspan", "rowspan"}
