"""Rows that do not keep to the form: damaged labels, repeated rows, too few figures or too many."""

from __future__ import annotations

import re
from random import Random

import pytest
from attrs import evolve

from govinfo.consistency import check
from govinfo.errors import NotAReport
from govinfo.figures import Figure, Number, State
from govinfo.forms import form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
TRUTH = DRAFT.expected()
TEXTS = {name: render(DRAFT, name) for name in ("pipes", "stacked", "markdown")}
TEXTS["spaced"] = render(DRAFT, "stacked", blank_lines=True)
PIPES, STACKED = TEXTS["pipes"], TEXTS["stacked"]
BETWEEN = {"pipes": " | ", "stacked": "\n", "spaced": "\n\n", "markdown": " | "}
DIALECTS = pytest.mark.parametrize("dialect", TEXTS)

CELLS = ["2.重复申请", *map(str, range(222, 229))]
REVIEW = [str(number) for number in range(285, 300)]


def with_row(dialect: str, *rows: list[str]) -> str:
    """Return the report with these rows where row 2.重复申请 stands."""
    gap, text = BETWEEN[dialect], TEXTS[dialect]
    old = gap.join(CELLS)
    end = {"pipes": " | ||\n", "markdown": " |\n|  |  | "}.get(dialect, gap)
    return text.replace(old, end.join(gap.join(row) for row in rows), 1)


def changed(**cells: str) -> list[str]:
    """Return the row with other characters in some of its cells, named by their numbers: `n224="/"`."""
    return [cells.get(f"n{cell}", cell) for cell in CELLS]


def figures(report: Report, row: str = "requests.not_processed_duplicate") -> list[Figure]:
    """Return the figures of a row."""
    return [figure for address, figure in report.figures().items() if address.startswith(f"{row}.")]


def codes(report: Report) -> list[str]:
    """Return the codes of the notes."""
    return [note.code for note in report.notes]


@DIALECTS
@pytest.mark.parametrize("printed", ["重复申请", "（2）重复申请", "2、重 复 申 请：", "2.重複申請"])
def test_spellings_of_labels(printed: str, dialect: str) -> None:
    """A label is known by all its spellings, and nothing is noted about them."""
    report = parse(with_row(dialect, [printed, *CELLS[1:]]))

    assert (differences(report, TRUTH), codes(report)) == ({}, [])


@pytest.mark.parametrize("mark", ["①", "[1]", "¹", "※", "【1】", "[注]", "〔2〕 "])
@pytest.mark.parametrize("label", ["规章", "1.属于国家秘密", "（七）总计", "本年制发件数", "其他"])
@DIALECTS
def test_the_marks_of_notes_behind_labels(mark: str, label: str, dialect: str) -> None:
    """A mark that sends to a note below the table is no part of the label before it."""
    text = re.sub(rf"(?<![^\s|]){label}(?![^\s|])", label + mark, TEXTS[dialect])
    report = parse(text + f"注：{mark}含派出机构。\n")

    assert label + mark in text
    assert (differences(report, TRUTH), codes(report)) == ({}, [])


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("重复申请", "重复申清"),
        ("1.属于国家秘密", "1.属于国家秘"),
        ("保护第三方合法权益", "保护笫三方合法杈益"),
    ],
)
@DIALECTS
def test_damaged_labels(label: str, printed: str, dialect: str) -> None:
    """A label that is damaged is mended, with a note that quotes it."""
    report = parse(TEXTS[dialect].replace(label, printed, 1))

    assert (differences(report, TRUTH), codes(report)) == ({}, ["label_repaired"])
    assert [printed in report.quote(note.span) for note in report.notes if note.span] == [True]


AT_A_COMMA = "（二）部分公开（区分处理的，\n只计这一情形，不计其他情形）"


@pytest.mark.parametrize(
    "label", ["1.本机关不掌握相\n关政府信息", "3.补正后申\n请内容\n仍不明确", AT_A_COMMA]
)
def test_wrapped_labels(label: str) -> None:
    """A label broken over several lines is put together again."""
    report = parse(STACKED.replace(label.replace("\n", ""), label))

    assert (differences(report, TRUTH), codes(report)) == ({}, ["label_repaired"])


PAPER = "".join(" ".join(line.split(" | ")).rstrip(" |") + "\n" for line in PIPES.splitlines())
EDGES = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "四、结转下年度继续办理",
)


@pytest.mark.parametrize("beside", range(3))
@pytest.mark.parametrize("labels", [*((label,) for label in EDGES), EDGES])
def test_wrapped_labels_at_the_edge_of_a_table(labels: tuple[str, ...], beside: int) -> None:
    """The first and the last rows of a table are read too where paper sets their labels on two lines.

    Their figures stand beside the first line, between the two, or beside the second.
    """
    text = PAPER
    for label in labels:
        row = next(line for line in text.splitlines() if line.startswith(label))
        pieces = [label[:8], label[8:]]
        figures = row.removeprefix(label)
        if beside == 1:
            pieces.insert(1, figures.strip())
        else:
            pieces[beside // 2] += figures
        text = text.replace(row, "\n".join(pieces), 1)
    report = parse(text)

    assert parse(PAPER).values() == report.values()
    assert differences(report, TRUTH) == {}


def test_prose_below_a_table_is_no_piece_of_a_label() -> None:
    """Words that no label has may have figures of their own: the row above them has no value."""
    label, begin = EDGES[2], EDGES[2][:8]
    row = next(line for line in PAPER.splitlines() if line.startswith(label))
    remark = "注：上述数据含派出机构"
    text = PAPER.replace(row, f"{begin}\n{remark}\n{row.removeprefix(label).strip()}")
    report = parse(text)

    assert falsehoods(report, TRUTH) == {}
    assert {figure.value for figure in figures(report, "requests.carried_forward")} == {None}


@DIALECTS
def test_no_figures_are_left_over_in_silence(dialect: str) -> None:
    """Figures behind a label that is not known are read, or else there is a note about them."""
    report = parse(
        TEXTS[dialect].replace(
            "一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请敷量"
        )
    )

    assert differences(report, TRUTH) == {} or codes(report) != []


@DIALECTS
def test_repeated_rows(dialect: str) -> None:
    """A row that is printed twice and says the same is read; where the two differ, both are candidates."""
    assert differences(parse(with_row(dialect, CELLS, CELLS)), TRUTH) == {}

    report = parse(with_row(dialect, CELLS, changed(n224="999")))
    doubtful = figures(report)[2]
    assert [figure.value for figure in figures(report)] == [222, 223, None, 225, 226, 227, 228]
    assert (doubtful.state, doubtful.candidates) == (State.ILLEGIBLE, (224, 999))
    assert codes(report) == ["repeated_row"]


@DIALECTS
@pytest.mark.parametrize(("lost", "more"), [(1, []), (2, []), (0, ["888"]), (0, ["888", "889"])])
def test_rows_of_the_wrong_length(dialect: str, lost: int, more: list[str]) -> None:
    """A row with a figure too few or too many has no values; each true value that stands there is a candidate."""
    cells = [*CELLS[: 4 - lost], *more, *CELLS[4:]]
    report = parse(with_row(dialect, cells))

    assert {figure.state for figure in figures(report)} == {State.ILLEGIBLE}
    for figure, true in zip(figures(report), range(222, 229), strict=True):
        assert figure.value is None
        assert str(true) not in cells or true in figure.candidates
    assert codes(report) == ["row_width"]
    assert report.notes[0].span is not None
    assert report.quote(report.notes[0].span) == BETWEEN[dialect].join(cells[1:])
    assert falsehoods(report, TRUTH) == {}


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(["222", "/", "224", "888", *CELLS[4:]], id="stroke in a long row"),
        pytest.param(["222", "2l3", "224", "888", *CELLS[4:]], id="illegible cell in a long row"),
        pytest.param(
            ["222", "223", "详见本报告所附的另一张明细表", *CELLS[4:]], id="long words in a cell"
        ),
    ],
)
def test_candidates_have_the_true_value(cells: list[str]) -> None:
    """Where a figure has candidates, and the true value stands in its row, the true value is one of them."""
    found = figures(parse(with_row("pipes", [CELLS[0], *cells])))
    pairs = [
        (figure, true)
        for figure, true in zip(found, range(222, 229), strict=True)
        if str(true) in cells
    ]

    assert [
        true for figure, true in pairs if figure.candidates and true not in figure.candidates
    ] == []


@DIALECTS
@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("", State.BLANK),
        ("/", State.NOT_APPLICABLE),
        ("2 24", State.ILLEGIBLE),
        ("22O", State.ILLEGIBLE),
    ],
)
@pytest.mark.parametrize("number", ["222", "224", "228"])
def test_cells_without_a_number(dialect: str, printed: str, state: State, number: str) -> None:
    """A cell without a number, be it the first, the last or another, leaves its neighbours where they are."""
    report = parse(with_row(dialect, changed(**{f"n{number}": printed})))
    place = CELLS.index(number) - 1

    assert [figure.value for figure in figures(report)] == [
        n if str(n) != number else None for n in range(222, 229)
    ]
    assert (figures(report)[place].state, figures(report)[place].raw) == (state, printed)


@DIALECTS
@pytest.mark.parametrize(
    "number",
    [
        pytest.param("222", marks=pytest.mark.xfail(strict=True, reason="the row is lost")),
        "224",
        "228",
    ],
)
def test_words_in_a_cell(dialect: str, number: str) -> None:
    """A cell may refer to something else instead of a number; it is illegible, and quotes the words."""
    found = figures(parse(with_row(dialect, changed(**{f"n{number}": "见附件"}))))

    assert [figure.raw for figure in found] == changed(**{f"n{number}": "见附件"})[1:]
    assert [figure.state for figure in found].count(State.ILLEGIBLE) == 1


@DIALECTS
@pytest.mark.parametrize("number", ["- 7 -", "— 12 —", "第 7 页 共 9 页"])
def test_page_numbers_inside_a_row(dialect: str, number: str) -> None:
    """A page number in the middle of a row, or behind it, is no cell."""
    inside, behind = [*CELLS[:4], number, *CELLS[4:]], [*CELLS, number]

    assert differences(parse(with_row(dialect, inside)), TRUTH) == {}
    assert differences(parse(with_row(dialect, behind)), TRUTH) == {}


@pytest.mark.parametrize("dialect", ["pipes", "stacked", "markdown"])
def test_blanks_around_one_row(dialect: str) -> None:
    """Seven figures in a row longer than the others may be six, a blank cell and a stray: they are not read."""
    for cells in ([CELLS[0], "", "", *CELLS[1:]], [*CELLS, "", ""]):
        report = parse(with_row(dialect, cells))
        assert (falsehoods(report, TRUTH), codes(report)) == ({}, ["row_width"])


def test_heads_repeated() -> None:
    """The heads of a table, printed again at the top of a new page, divide no table."""
    requests = [
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]
    proactive = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    for label, heads in (("2.重复申请", requests), ("行政规范性文件", proactive)):
        for text, line in ((STACKED, "\n".join(heads)), (PIPES, " | ".join(heads) + " |")):
            assert differences(parse(text.replace(f"\n{label}", f"\n{line}\n{label}")), TRUTH) == {}


@pytest.mark.parametrize("dialect", ["pipes", "stacked", "spaced"])
@pytest.mark.parametrize(
    "cells", [[*REVIEW[:7], *REVIEW[8:]], REVIEW[1:], REVIEW[:-1], [*REVIEW[:7], "77", *REVIEW[7:]]]
)
def test_review_of_the_wrong_length(dialect: str, cells: list[str]) -> None:
    """Table four with 14 or 16 figures has no values, candidates with the true ones, and a note that quotes it."""
    gap = BETWEEN[dialect]
    report = parse(TEXTS[dialect].replace(gap.join(REVIEW), gap.join(cells)))

    for figure, true in zip(figures(report, "review"), REVIEW, strict=True):
        assert (figure.value, figure.state) == (None, State.ILLEGIBLE)
        assert true not in cells or int(true) in figure.candidates
    assert [report.quote(note.span) for note in report.notes if note.span] == [gap.join(cells)]
    assert {a for a in differences(report, TRUTH) if not a.startswith("review.")} == set()


@pytest.mark.parametrize("pending", ["尚未审结", "未审结"])
@pytest.mark.parametrize("cell", ["", "/", "见附件"])
def test_review_cells_without_a_number(cell: str, pending: str) -> None:
    """A cell of table 4 without a number leaves its neighbours where they are."""
    report = parse(PIPES.replace("| 292 |", f"| {cell} |").replace("尚未审结", pending))

    assert differences(report, TRUTH) == {"review.litigation_direct.other": (292, None)}


@pytest.mark.parametrize("names", ["尚未审结 其他结果", "未审结 其它结果"])
def test_review_as_a_list_of_results(names: str) -> None:
    """Results listed in one cell, each with its figure, are read by any of their names."""
    pending, other = names.split()
    results = ("结果维持", "结果纠正", other, pending, "总计")
    begin, end = PIPES.index("\n", PIPES.index("四、")), PIPES.index("五、")
    lines = [
        f"{title} | "
        + "，".join(f"{result}：{cell}件" for result, cell in zip(results, cells, strict=True))
        for title, cells in (
            ("行政复议", REVIEW[:5]),
            ("行政诉讼 未经复议直接起诉", REVIEW[5:10]),
            ("行政诉讼 复议后起诉", REVIEW[10:]),
        )
    ]
    report = parse(f"{PIPES[:begin]}\n{chr(10).join(lines)}\n{PIPES[end:]}")

    assert differences(report, TRUTH) == {}


@pytest.fixture(scope="module")
def shifted() -> Report:
    """A report in which the figures of table three stand above their labels."""
    lines = STACKED.split("\n")
    first, last = (
        lines.index("一、本年新收政府信息公开申请数量"),
        lines.index("四、结转下年度继续办理"),
    )
    for place in range(first, last + 1):
        if lines[place + 1].isdecimal() and not lines[place].isdecimal():
            lines[place : place + 8] = [*lines[place + 1 : place + 8], lines[place]]
    return parse("\n".join(lines))


def test_numbers_before_labels(shifted: Report) -> None:
    """Where figures stand above their labels nothing is shifted by a row: there are no values, and a note says why."""
    notes = [note for note in shifted.notes if note.code == "numbers_before_label"]

    assert falsehoods(shifted, TRUTH) == {}
    assert {shifted.values()[a] for a in FORM.addresses if a.startswith("requests.")} == {None}
    assert "\n".join(map(str, range(110, 117))) in {
        shifted.quote(note.span) for note in notes if note.span
    }


def test_numbers_before_labels_are_doubted_once(shifted: Report) -> None:
    """The doubt is noted once, and the figures above a label are candidates like those below it."""
    assert codes(shifted).count("numbers_before_label") == 1
    assert set(shifted["requests.new_received.total"].candidates) >= {116, 123}


def test_heads_without_rows() -> None:
    """Heads over a row that no form has are no table: nothing is read, and nothing raises."""
    title = f"{DRAFT.agency}2023年政府信息公开工作年度报告"
    with pytest.raises(NotAReport, match="cells of the statutory tables: 0"):
        parse(
            f"{title}\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n甲乙 | 3 | 4 | 5 |\n"
        )


def test_cells_that_look_like_page_numbers() -> None:
    """A row all of whose cells read as the number of a page and their count has no values, and a note says so."""
    text = "\n".join(
        re.sub(r"\b\d{3}\b(?=\t|,|$)", "352/0", row)
        for row in render(DRAFT, "delimited").split("\n")
    )
    report = parse(text)

    assert {figure.value for figure in report.figures().values()} == {None}
    rows = [figure for address, figure in report.figures().items() if address.table != "review"]
    assert {figure.state for figure in rows} == {State.ILLEGIBLE}
    assert report["requests.granted.total"].raw == "352/0"
    assert codes(report) == ["cell_unreadable"] * len(rows) + ["tables_unread"]


@pytest.mark.parametrize("dialect", ["pipes", "stacked", "markdown"])
@pytest.mark.parametrize("digits", [41, 4400])
def test_a_number_without_end(dialect: str, digits: int) -> None:
    """A cell with more digits than any figure is illegible, and its note is no longer than anybody would read."""
    report = parse(with_row(dialect, [*CELLS[:3], "9" * digits, *CELLS[4:]]))
    figure = report["requests.not_processed_duplicate.research"]

    assert (figure.value, figure.state) == (None, State.ILLEGIBLE)
    assert all(len(note.message) < 300 for note in report.notes)
    assert falsehoods(report, TRUTH) == {}


@pytest.mark.parametrize(("own", "value"), [("45", 45), ("6", None)])
def test_a_cell_of_two_forms(own: str, value: int | None) -> None:
    """A cell that stands in a row of this form and in one of another is one cell: both say the same, or none counts."""
    earlier = [
        "信息内容",
        "上一年项目数量",
        "本年增/减",
        "处理决定数量",
        "行政许可",
        "31",
        "0",
        "45",
    ]
    lines = STACKED.split("\n")
    lines[lines.index("行政许可") + 1] = own
    place = lines.index("第二十条第（五）项")
    report = parse("\n".join([*lines[:place], lines[place], *earlier, *lines[place:]]))
    figure = report["proactive.licensing.decisions"]

    assert len(report.addresses) == len(set(report.addresses))
    assert report["proactive.licensing.decisions"].value == figure.value == value
    assert set(figure.candidates) == (set() if value else {45, 6})
    assert report["proactive.licensing.prior_year_items"].value == 31
    assert Report.from_json(report.to_json()) == report


@DIALECTS
@pytest.mark.parametrize(("printed", "candidate"), [("024", 24), ("000", 0)])
def test_a_zero_before_a_number(printed: str, candidate: int, dialect: str) -> None:
    """Digits that begin with 0 may be the end of another number: no value, a candidate and a note."""
    report = parse(with_row(dialect, changed(n224=printed)))

    wrong = differences(report, TRUTH)
    address = "requests.not_processed_duplicate.research"
    figure = report[address]
    assert list(wrong) == [address]
    assert (figure.value, figure.raw, figure.state) == (None, printed, State.ILLEGIBLE)
    assert figure.candidates == (candidate,)
    assert codes(report) == ["cell_unreadable"]


@pytest.mark.parametrize(
    ("heads", "figures_of_rules", "values"),
    [
        ("本年制发件数 本年制发件数 现行有效件数", "0 0 7", [0, 0, 7]),
        ("本年废止件数 本年废止件数 现行有效件数", "4 4 7", [4, 4, 7]),
        ("本年制发件数 现行有效件数 现行有效件数", "7 0 0", [7, 0, 0]),
        ("本年制发件数 本年制发件数 现行有效件数", "3 0 7", [None, None, None]),
    ],
)
def test_a_head_that_is_printed_twice(
    heads: str, figures_of_rules: str, values: list[int | None]
) -> None:
    """Two cells that say the same are both read; where they differ, the row has no values."""
    text = STACKED.replace("本年制发件数\n本年废止件数\n现行有效件数", heads.replace(" ", "\n"))
    text = text.replace("规章\n100\n101\n102", f"规章\n{figures_of_rules}".replace(" ", "\n"))
    report = parse(text)
    found = figures(report, "proactive.rules")

    assert [figure.value for figure in found] == values
    assert report.unread == ()
    assert None in values or len({figure.span for figure in found}) == 3


@pytest.mark.parametrize("pieces", [("10", "9"), ("10", ".9"), ("0", ".9"), ("1", ",009")])
@pytest.mark.parametrize("between", [" |\n| ", "\n"])
def test_a_figure_that_goes_on_on_the_line_below(pieces: tuple[str, str], between: str) -> None:
    """A number, or its decimals, on the line below a row may be the rest of its last figure."""
    row = "行政事业性收费 | 109 |"
    report = parse(PIPES.replace(row, f"行政事业性收费 | {between.join(pieces)} |"))

    assert row in PIPES
    assert parse(PIPES)["proactive.administrative_fees.amount"].value == 109
    assert report["proactive.administrative_fees.amount"].value is None
    assert report["proactive.coercive_measures.decisions"].value == 108
    assert "row_width" in codes(report)


def test_a_copy_of_the_tables() -> None:
    """A page for screens and telephones may hold each table twice: one note tells of each copy."""
    page = render(DRAFT, "html")
    tables = re.findall("<table.*?</table>", page, re.DOTALL)
    for table in tables:
        page = page.replace(table, table + table)
    report = parse(page)

    assert report.values() == TRUTH
    assert codes(report) == ["printed_again"] * 3
    assert [re.findall(r"\d+", note.message) for note in report.notes] == [["6"], ["25"], ["1"]]
    assert report.unread == ()


def test_a_copy_of_the_heads() -> None:
    """Heads that stand once more in a table of their own, as scripts copy them, say the same."""
    draft = write(FORM, Random(3))
    page = render(draft, "html")
    for table in re.findall("<table.*?</table>", page, re.DOTALL)[1:]:
        heads = "".join(re.findall("<tr>.*?</tr>", table, re.DOTALL)[:3])
        page = page.replace(table, f"<table>{heads}</table>{table}")
    research = "requests.granted.research"
    turned = page.replace("商业企业", "@").replace("科研机构", "商业企业").replace("@", "科研机构")

    assert parse(page).values() == draft.expected()
    assert codes(parse(page)) == []
    assert parse(turned)["requests.granted.business"].value == draft.values[research]


@pytest.mark.parametrize("lost", [285, 290, 292])
def test_a_remark_behind_table_four_that_has_lost_a_figure(lost: int) -> None:
    """With a word at its end the line is as long as it should be, and a sum that breaks tells."""
    zeros: dict[str, Number] = {a: 0 for a in FORM.addresses if a.startswith("review.")}
    zeros |= {"review.litigation_direct.pending": 9, "review.litigation_direct.total": 9}
    draft = DRAFT.changed(zeros)
    cells = ["0"] * 8 + ["9", "9"] + ["0"] * 5
    line = "".join(f"<td>{cell}</td>" for cell in cells)
    del cells[lost - 285 + 2]
    short = "".join(f"<td>{cell}</td>" for cell in cells)
    page = render(draft, "html").replace(line, f"{short}<td>备注</td>")

    assert short + "<td>备注</td>" in page
    assert falsehoods(parse(page), draft.expected()) == {}


@pytest.mark.parametrize("lost", ["285", "290", "299"])
def test_a_table_without_an_end(lost: str) -> None:
    """Where a table runs on into the text below, its last row is no row, and has no blank cell."""
    page = render(DRAFT, "html").replace("</table>", "")
    short = page.replace(f"<td>{lost}</td>", "")

    assert falsehoods(parse(page), TRUTH) == {}
    assert falsehoods(parse(short), TRUTH) == {}
    assert [f.value for a, f in parse(short).figures().items() if TRUTH[a] == int(lost)] == [None]


def test_the_number_of_a_page_below_lost_cells_bounds_none() -> None:
    """Where table 4 has lost its line, a number below its heads is no figure of it, and no fault."""
    page = render(write(FORM, Random(3)), "html")
    heads, _, rest = page.rpartition("<tr>")
    report = parse(f"{heads}</table><p>12</p>{rest.partition('</table>')[2]}")

    figure = report["review.litigation_direct.total"]
    assert (figure.value, figure.state, figure.candidates) == (None, State.ILLEGIBLE, ())
    assert [one.rule for one in check(report).errors if one.rule.startswith("T4.")] == []


def test_two_damaged_labels_that_seem_to_be_the_same_row() -> None:
    """A list of changes prints a row as it was, and as it is: neither is known to be the row."""
    old, new = "-2.重复申请", "+2.重复申请"
    rows = [[label, *CELLS[1:-1], last] for label, last in ((old, "900"), (new, CELLS[-1]))]
    text = PIPES.replace(" | ".join(CELLS), " |\n| ".join(" | ".join(row) for row in rows))
    report = parse(text)

    assert falsehoods(report, TRUTH) == {}
    assert report["requests.not_processed_duplicate.total"].value is None


def test_a_figure_in_a_way_nobody_knows_is_not_blank() -> None:
    """`3/5` beside the label of a row of one cell is a cell that cannot be read, and no blank one."""
    text = TEXTS["markdown"]
    line = next(line for line in text.split("\n") if line.startswith("| 行政处罚"))
    figure = parse(text.replace(line, "| 行政处罚 | 3/5 |  |  |"))["proactive.penalties.decisions"]

    assert (figure.value, figure.state, figure.raw) == (None, State.ILLEGIBLE, "3/5")
