"""Reports, tables, figures and findings for people to look at."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from made import HEAD, made, reports, shapes

from govinfo.consistency import RULES, Blame, check, suggest
from govinfo.consistency.outcome import Severity, Verdict
from govinfo.errors import UnknownAddress
from govinfo.figures import Figure, State
from govinfo.many import parse_many
from govinfo.model import Note, Report, Section
from govinfo.reading import parse
from govinfo.rendering import (
    explain,
    figure_html,
    findings_html,
    findings_text,
    report_html,
    report_text,
    table_html,
)
from govinfo.rendering.findings import WEIGHTS
from govinfo.rendering.style import STYLE
from govinfo.rendering.widths import aligned
from govinfo.spans import Span
from govinfo.wording.widths import clipped, width, wrapped

EXAMPLE = Path(__file__).parents[2] / "examples" / "reports" / "form2021-unbalanced.txt"
"""A report in which two sums do not hold."""
EVIL = "<script>alert('x')</script>\"&<b>"


class Outline(HTMLParser):
    """Reads markup, and fails where a tag is closed that is not open."""

    def __init__(self, markup: str) -> None:
        """Read the markup."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.tables: list[list[list[tuple[int, int]]]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element, and how far a cell reaches."""
        attributes = {name: value or "" for name, value in attrs}
        self.open.append(tag)
        self.seen.append((tag, attributes))
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append(
                (int(attributes.get("rowspan", 1)), int(attributes.get("colspan", 1)))
            )

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open."""
        assert self.open.pop() == tag


def filled(rows: list[list[tuple[int, int]]]) -> list[int]:
    """Return how many cells of the grid each row fills, its own and those that reach down into it."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for down, across in row:
            while (y, x) in taken:
                x += 1
            here = {(y + dy, x + dx) for dy in range(down) for dx in range(across)}
            assert not here & taken
            taken |= here
    return [sum(place[0] == y for place in taken) for y in range(max(y for y, _ in taken) + 1)]


evil = st.just(EVIL) | st.text(max_size=5)


@given(reports(text=evil, cells=st.sampled_from([EVIL, "", "7", "/"])))
def test_nothing_a_document_says_becomes_markup(report: Report) -> None:
    """Whatever stands in any field of a report, the HTML has no element of it, and every element is closed."""
    pages = [
        report_html(report),
        *map(table_html, report.tables.values()),
        *map(figure_html, report.figures().values()),
    ]
    for page in pages:
        outline = Outline(page)
        assert "<script" not in page
        assert outline.open == []
        assert {tag for tag, _ in outline.seen} <= ALLOWED
        assert not {name for _, attributes in outline.seen for name in attributes} - ATTRIBUTES


ALLOWED = {
    *(
        "div",
        "style",
        "h3",
        "h4",
        "dl",
        "dt",
        "dd",
        "table",
        "tbody",
        "thead",
        "tr",
        "th",
        "td",
        "p",
        "span",
    ),
    *("details", "summary", "ul", "li", "code", "strong"),
}
ATTRIBUTES = {"class", "title", "rowspan", "colspan"}


@given(reports())
def test_every_table_is_a_full_rectangle(report: Report) -> None:
    """Labels that reach over rows and columns leave no gap and overlap nothing, on any form."""
    for rows in Outline(report_html(report)).tables:
        assert len(set(filled(rows))) == 1


def test_a_report_is_shown_with_its_tables_as_the_form_prints_them() -> None:
    """The page has title, agency, year, form and adapter, the Chinese labels, and the columns under their group."""
    page = report_html(shapes())
    for text in [
        "洋河县2023年政府信息公开工作年度报告",
        "洋河县人民政府",
        "2023",
        "form2021",
        "test",
    ]:
        assert f">{text}" in page
    assert '<th colspan="4" class="caption">第二十条第（八）项</th>' in page
    assert '<th colspan="5" class="column">法人或其他组织</th>' in page
    assert '<th rowspan="8" class="side">（三）不予公开</th>' in page
    assert "<code>cell_ambiguous</code> the first character is a letter" in page


SHOWN = {
    "natural_person": (
        "printed",
        "1024",
        "1024\n件 · 有数字 · 原文“1,024件”\n第 0–6 字符",
    ),
    "business": ("printed inferred", "2*", "2\n件 · 有数字 · 推定\n第 7 字符处"),
    "research": (
        "not_applicable",
        "/",
        "不适用 · 原文“/”\n第 8–9 字符",
    ),
    "public_interest": ("blank", "␣", "空白\n第 10 字符处"),
    "other_org": ("absent", "·", "文中没有"),
    "total": (
        "illegible",
        "l026",
        "无法辨认 · 原文“l026” · 可能是 1026、26\n第 11–15 字符",
    ),
}


def test_every_state_looks_different() -> None:
    """A number, an inferred one, a blank, a stroke, an unclear one and a missing one are told apart and explained."""
    rows = table_html(shapes().tables["requests"])
    for column, (classes, shown, told) in SHOWN.items():
        title = f"requests.new_received.{column}\n{told}"
        assert f'<td class="figure {classes}" title="{title}">{shown}</td>' in rows
    for meaning in ["推定", "空白", "不适用", "无法辨认", "文中没有"]:
        assert meaning in rows


def test_a_row_of_the_other_form_stands_where_the_document_has_it() -> None:
    """（六）其他处理 of the 2019 form is one row of the table, between its neighbours."""
    page = table_html(shapes().tables["requests"])
    assert (
        page.index("5.要求行政机关确认")
        < page.index('<th colspan="2" class="row">（六）其他处理</th>')
        < page.index("1.申请人无正当理由")
    )


def test_table_four_is_three_rows_of_five() -> None:
    """The fifteen values that the form prints on one line are three proceedings with five results each."""
    report = made({"review.reconsideration.upheld": "6"})
    (rows,) = Outline(table_html(report.tables["review"])).tables
    assert [len(row) for row in rows] == [6, 6, 6, 6]


def test_zero_and_blank_are_not_alike() -> None:
    """Zero is a number."""
    zero = figure_html(Figure(0, "0", span=Span(0, 1)))
    assert '<strong class="printed zero">0</strong>' in zero
    assert '<strong class="blank">␣</strong>' in figure_html(Figure(None, state=State.BLANK))


def test_models_show_themselves_in_notebooks() -> None:
    """The objects' own HTML is the same as that of the functions."""
    report = shapes()
    assert report._repr_html_() == report_html(report)
    assert report.tables["requests"]._repr_html_() == table_html(report.tables["requests"])


def test_a_figure_tells_its_number_once() -> None:
    """The raw text is told only where it is not the number itself."""
    plain = Figure(16, "16", span=Span(0, 2), unit="件")
    assert re.findall(">([^<>]*16[^<>]*)<", figure_html(plain)) == ["16"]
    assert re.findall(">([^<>]*有数字[^<>]*)<", figure_html(plain)) == ["件 · 有数字"]
    assert "as printed: l6 · could be 16 or 6" in figure_html(
        Figure(None, "l6", State.ILLEGIBLE, span=Span(0, 2), candidates=(16, 6)), "en"
    )


def test_every_value_has_a_card() -> None:
    """Claims, notes, findings, rules, forms, readings and suggestions show themselves in a notebook, in short."""
    report, bad = parse(EXAMPLE), next(parse_many(["1 <b>x</b>"]))
    good = next(parse_many([EXAMPLE]))
    cards: dict[str, tuple[Any, list[str]]] = {
        "claim": (report.claims[0], [report.claims[0].subject, str(report.claims[0].value)]),
        "note": (
            Note("row_without_cells", "the label of requests.granted has no cells behind it"),
            ["row_without_cells", "表三“（一）予以公开”行的名称之后没有单元格"],
        ),
        "finding": (check(report).broken[0], ["错误", "T3.BALANCE", "差错归属"]),
        "rule": (RULES["T3.BALANCE"], ["T3.BALANCE", "依据", "requests.new_received"]),
        "form": (report.form, ["form2021", "200", "requests 175"]),
        "bad": (bad, ["#0", "这不是政府信息公开工作年度报告", "&lt;b&gt;x"]),
        "good": (good, [str(report.agency), "form2021"]),
        "suggestions": (suggest(report), ["2 种改法", "由 22 改为 21", "一位数字写错"]),
    }
    for shown, wanted in cards.values():
        body = shown._repr_html_().partition("</style>")[2]
        assert all(one in body for one in wanted), body
        assert len(body) < 3000
        assert "<b>x" not in body
    assert repr(suggest(report)).startswith("<Suggestions: 2, likeliest: 2 cells change; ")


def test_the_style_is_stronger_than_that_of_notebooks() -> None:
    """Every rule has the class three times, since JupyterLab has rules of its own for tables and lists."""
    selectors = re.findall(r"(?m)^(?=\.)([^{}]+)\{", STYLE.replace("\\\n", ""))
    assert len(selectors) > 30
    for one in ",".join(selectors).split(","):
        assert one.startswith(".govinfo.govinfo.govinfo")


def test_sections_are_folded_and_notes_quoted() -> None:
    """The parts of a report can be opened, and a doubt quotes what it is about."""
    note = Note("leftover", "a number that belongs nowhere", Span(0, 2))
    section = Section("overview", "一、总体情况", "全文", Span(0, 2))
    page = report_html(made({"requests.granted.total": "42"}, sections=(section,), doubts=(note,)))
    assert "<details><summary>一、总体情况</summary>" in page
    assert '<span class="aside"> “42”</span>' in page


TEXT = """\
洋河县2023年政府信息公开工作年度报告
  机关    洋河县人民政府
  年度    2023
  格式    form2021 · 国办公开办函〔2021〕30号
  适配器  test

表四 · 政府信息公开行政复议、行政诉讼情况
                    结果维持  结果纠正  其他结果  尚未审结  总计
  行政复议                 6         ·         ·         /     ·
  未经复议直接起诉         ·         ·         ·         ·     ·
  复议后起诉               ·         ·         ·         ·     ·
"""


def test_a_report_as_text_lines_up() -> None:
    """The plain text has the same facts and tables, in columns that line up where Chinese is two columns wide."""
    report = made({"review.reconsideration.upheld": "6", "review.reconsideration.pending": "/"})
    assert report_text(report) == TEXT


EXPLAINED = """\
requests.new_received.total = no number
  cell      new requests received in the year × total (一、本年新收政府信息公开申请数量 × 总计)
  printed   'l026'
  where     line 5, column 1 (characters 11–15)
            1,024件↵/↵l026↵3↵12.50
                      ^^^^
  state     illegible
  origin    read from the text as it stands
  could be  1026, 26
  adapter   test, on form2021
  note      cell_ambiguous: the first character is a letter
"""


def test_explain_tells_where_a_figure_stands_and_how_it_was_read() -> None:
    """The explanation has value, raw text, line and column, the text around it, candidates and the notes about it."""
    assert explain(shapes(), "requests.new_received.total", "en") == EXPLAINED
    assert shapes().explain("requests.new_received.total", "en") == EXPLAINED


def test_explain_says_what_was_inferred_and_what_is_absent() -> None:
    """An inferred value says so, and an absent one that it is not in the text."""
    report = shapes()
    assert "= 2 件\n" in explain(report, "requests.new_received.business", "en")
    assert "origin   inferred from the form's own identities\n" in explain(
        report, "requests.new_received.business", "en"
    )
    assert explain(report, "requests.granted.total", "en").splitlines()[2:] == [
        "  printed  nothing",
        "  where    not in the text",
        "  state    absent",
        "  adapter  test, on form2021",
    ]


def test_explain_cuts_long_surroundings() -> None:
    """A long text is quoted around the figure only, with an ellipsis on the sides where it goes on."""
    report = made(
        {
            "requests.granted.business": "字" * 80,
            "requests.granted.total": "5",
            "review.litigation_direct.total": "y" * 80,
        }
    )
    quote = explain(report, "requests.granted.total", "en").splitlines()[4]
    assert quote.strip() == f"…{'字' * 29}↵5↵{'y' * 29}…"


def test_explain_refuses_an_address_the_form_has_not() -> None:
    """An unknown address raises, and close ones are named."""
    with pytest.raises(UnknownAddress, match=r"Did you mean requests\.granted\.total"):
        explain(shapes(), "requests.grantd.total")


@given(reports(), st.integers(0, 10**6))
def test_explain_never_fails_on_a_cell(report: Report, number: int) -> None:
    """Every cell of every report can be explained, and the address comes first."""
    if report.addresses:
        address = report.addresses[number % len(report.addresses)]
        assert explain(report, address).startswith(f"{address} = ")


@given(st.text(alphabet="ab 和，（x。", max_size=80), st.integers(12, 40))
def test_a_wrapped_text_keeps_its_words_and_its_width(text: str, columns: int) -> None:
    """No character but a space is lost; a line is too wide only if one word is; nothing closes at its beginning."""
    lines = wrapped(text, columns, "- ", "  ")
    assert lines[0].startswith("-")
    body = [line[2:] for line in lines]
    assert "".join("".join(body).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= columns or not any(one in line[2:].strip() for one in " 和")
    assert " " in text or not any(line.startswith(("，", "。")) for line in body[1:])


def test_the_last_column_goes_on_below_its_beginning() -> None:
    """Where lines have only so many columns, a long last cell takes several."""
    rows = [["规则", "短"], ["甲", "一二三四五六七八九十一二三四五六七八九十"]]
    assert aligned(rows, columns=30) == [
        "规则  短",
        "甲    一二三四五六七八九十一二",
        "      三四五六七八九十",
    ]
    assert aligned(rows)[1] == "甲    一二三四五六七八九十一二三四五六七八九十"


def off_by_one() -> Report:
    """Return a report in which one row does not add up."""
    cells = {
        f"requests.granted.{column}": "0" for column in ("business", "research", "public_interest")
    }
    cells |= {"requests.granted.legal_service": "0", "requests.granted.other_org": "0"}
    return made(cells | {"requests.granted.natural_person": "3", "requests.granted.total": "4"})


def test_findings_are_a_table_with_their_weight() -> None:
    """Each finding stands with its rule and its message below a badge of its severity; the numbers stand above."""
    findings = check(off_by_one()).by_rule("T3.ROW_TOTAL").broken
    page = findings_html(findings)
    assert "<p>1 条错误</p>" in page
    assert '<summary><span class="badge error">1 条错误</span></summary>' in page
    assert "<td><code>T3.ROW_TOTAL</code></td>" in page
    assert findings[0].message() in page
    assert "<th>机关</th>" not in page
    assert "<th>rule</th><th>finding</th><th>blame</th>" in findings_html(findings, "en")
    assert 'data-name="差错归属">报告本身</td>' in page  # a narrow page shows no heads


def test_findings_are_folded_by_weight_and_the_heaviest_come_first() -> None:
    """Errors and warnings are open; what could not be assessed and what holds is folded below them."""
    page = findings_html(check(off_by_one(), verdicts="all"))
    badges = re.findall(r'<details( open="open")?><summary><span class="badge (\w+)">', page)
    assert [name for _, name in badges] == sorted({name for _, name in badges}, key=WEIGHTS.index)
    assert {name for is_open, name in badges if is_open} == {"error", "warning"} & {
        name for _, name in badges
    }
    assert "holds" in {name for _, name in badges}


def test_findings_of_several_reports_name_them() -> None:
    """Where findings are of different reports, the agency and the year are columns."""
    other = off_by_one()
    other = evolve(other, head=evolve(HEAD, year=2022))
    page = findings_html(check([off_by_one(), other]).by_rule("T3.ROW_TOTAL").broken)
    assert "<th>机关</th><th>年度</th>" in page
    assert "<td>洋河县人民政府</td><td>2022</td>" in page


def test_no_findings_are_no_table() -> None:
    """Where nothing was found the HTML says so."""
    assert "<p>没有发现问题</p>" in findings_html([])
    assert "<table" not in findings_html([])


def test_findings_as_text_line_up_and_name_the_line() -> None:
    """Each finding is one line: weight, rule, the line of the source when the report is given, and message."""
    report = off_by_one()
    (finding,) = check(report).by_rule("T3.ROW_TOTAL").broken
    assert findings_text([finding]) == f"错误  T3.ROW_TOTAL  {finding.message()}\n"
    assert (
        findings_text([finding], "en", report)
        == f"error  T3.ROW_TOTAL  line 1  {finding.message('en')}\n"
    )


@frozen
class Stub:
    """A finding with any texts."""

    text: str
    rule: str = EVIL
    agency: str = EVIL
    year: int = 2023
    fingerprint: str = EVIL
    severity: Severity = Severity.ERROR
    verdict: Verdict = Verdict.BROKEN
    spans: tuple[Span, ...] = ()
    blame: Blame = Blame.PUBLISHER

    def blame_reason(self, lang: str = "zh") -> str:
        """Return the text."""
        return f"{self.text}{lang}"

    def message(self, lang: str = "zh") -> str:
        """Return the text."""
        return f"{self.text}{lang}"


@given(
    st.lists(
        st.builds(
            Stub,
            st.just(EVIL) | st.text(max_size=5),
            verdict=st.sampled_from(Verdict),
            year=st.integers(2008, 2030),
        ),
        max_size=4,
    )
)
def test_no_finding_becomes_markup(findings: list[Any]) -> None:
    """Whatever a finding says, it stays text."""
    page = findings_html(findings)
    assert "<script" not in page
    assert Outline(page).open == []


@given(
    st.lists(st.lists(st.text(alphabet="a字é。 ", max_size=6), min_size=2, max_size=2), max_size=5)
)
def test_columns_line_up_whatever_they_hold(rows: list[list[str]]) -> None:
    """The second column begins at the same terminal column in every line."""
    lines = aligned([[*row, "|"] for row in rows])
    assert len({width(line[: line.rindex("|")]) for line in lines}) <= 1


@pytest.mark.parametrize(
    ("text", "columns", "clip"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("字字字", 6, "字字字"),
        ("字字字字", 6, "字字…"),
        ("字字", 3, "字…"),
    ],
)
def test_clipping_counts_wide_characters_twice(text: str, columns: int, clip: str) -> None:
    """A text is cut so that it fits with its ellipsis."""
    assert clipped(text, columns) == clip
    assert width(clip) <= columns
