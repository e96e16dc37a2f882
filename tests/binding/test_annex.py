"""The annex of statistics: its heads, its rows, and what is no row of it."""

from __future__ import annotations

import re
from random import Random

import pytest

from govinfo.figures import Number, State
from govinfo.forms import form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

REPORT = """霜桥镇人民政府2016年政府信息公开工作年度报告
一、概述
本镇全年照常公开。
二、主动公开政府信息情况
主动公开以公告栏为主。
三、依申请公开政府信息情况
来信当日登记。
附表
"""
ROWS = (
    "主动公开信息数 条 12 30 其中：1.网站公开 条 9 20 2.政府公报公开 条 0 1 受理依申请公开信息总数 条 3 4 "
    "其中：1.当面申请数 条 2 3 2.传真申请数 条 1 1 行政复议数 件 0 0 行政诉讼数 件 0 0\n"
)
HEADS = "指标名称 计量单位 2016年 历年累计 "


def annex(text: str, heads: str = HEADS) -> Report:
    """A report with this annex."""
    return parse(REPORT + heads + text)


def codes(report: Report) -> list[str]:
    """What the reader doubts."""
    return [note.code for note in report.notes]


def test_columns_are_told_by_their_heads() -> None:
    """The running total may stand first; a single column is that of the year, or the running total where it says so."""
    turned = annex(ROWS, "指标名称 计量单位 历年累计 2016年 ")
    single = annex(re.sub(r"(\d) \d+ ", r"\1 ", ROWS), "指标名称 单位 年末统计 ")

    assert annex(ROWS)["statistics.proactive_total.current"].value == 12
    assert turned["statistics.proactive_total.cumulative"].value == 12
    assert turned["statistics.proactive_total.current"].value == 30
    assert single["statistics.channel_website.current"].value == 9
    assert single["statistics.channel_website.cumulative"].state is State.ABSENT


@pytest.mark.parametrize(
    "heads",
    ["指标名称 计量单位 2015年 2016年 ", "指标名称 计量单位 ", "指标名称 本年累计 历年累计 "],
)
def test_heads_that_do_not_tell_give_no_values(heads: str) -> None:
    """Two years, two running totals or no heads at all leave open which figure is the year's."""
    report = annex(ROWS, heads)

    assert [value for value in report.values().values() if value is not None] == []
    assert "columns_unknown" in codes(report)
    assert report["statistics.proactive_total.current"].candidates == (12, 30)


ONE_COLUMN = "指标名称 计量单位 2016年 " + re.sub(r"(\d) \d+(?=\s)", r"\1", ROWS)
STACKED = ONE_COLUMN.replace(" ", "\n")


@pytest.mark.parametrize("before", ["条\n9\n", "9\n"])
def test_the_number_of_a_page_beside_a_unit_is_no_figure(before: str) -> None:
    """A page may end between the label, the unit and the figure of a row: then the row has no value but candidates."""
    report = annex(
        STACKED.replace("网站公开\n条\n9\n", "网站公开\n条\n9\n".replace(before, f"7\n{before}")),
        "",
    )
    figure = report["statistics.channel_website.current"]

    assert (figure.value, figure.candidates) == (None, (7, 9))
    assert [note.message for note in report.notes if note.code == "row_width"] == [
        "statistics.channel_website: 2 figures for 1 columns"
    ]
    assert report["statistics.channel_gazette.current"].value == 0


@pytest.mark.parametrize("page", ["第 3 页 共 12 页", "第3页/共12页", "— 3 —", "－3－", "  - 3 -"])
@pytest.mark.parametrize("above", ["主动公开信息数", "其中：1.网站公开", "2.政府公报公开", "条\n9"])
def test_page_numbers_are_left_out(page: str, above: str) -> None:
    """A line that is the number of a page takes no value from any row: below the heads, in a row, or between two."""
    text = STACKED.replace(above, f"{page}\n{above}", 1)

    assert annex(text, "").values() == annex(STACKED, "").values()
    assert annex(text, "")["statistics.channel_website.current"].value == 9
    assert codes(annex(text, "")) == codes(annex(STACKED, ""))


@pytest.mark.parametrize(
    "printed",
    [
        "1'234",
        "1·234",
        "2〇43",
        "6I05",
        "8.20E+01",
        "2\u03364\u0336",
        "12%",
        "5?",
        "4S",
        "38#",
        "35\ufffd",
        "4(245",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_damaged_figure_is_not_cut(printed: str, between: str) -> None:
    """The first digits of a figure that cannot be read are no figure, and its neighbours keep their values."""
    text = ROWS.replace("条 9 20", f"条 9 {printed}").replace(" ", between)
    report = annex(text, HEADS.replace(" ", between))
    figure = report["statistics.channel_website.cumulative"]

    assert (figure.value, figure.state, figure.raw) == (None, State.ILLEGIBLE, printed)
    assert "cell_unreadable" in codes(report)
    assert report["statistics.channel_website.current"].value == 9
    assert report["statistics.channel_gazette.cumulative"].value == 1


def test_a_row_that_is_short_of_a_cell() -> None:
    """What stands behind the border at the end of a row is no blank cell where other rows have one more."""
    lines = [" | ".join(row) + " |" for row in re.findall(r"(\S+) (.) (\d+) (\d+)", ROWS)]
    text = "指标名称 | 计量单位 | 2016年 | 历年累计 |\n" + "\n".join(lines) + "\n"
    short = annex(text.replace("网站公开 | 条 | 9 | 20 |", "网站公开 | 条 | 20 |"), "")
    blank = annex(text.replace("网站公开 | 条 | 9 | 20 |", "网站公开 | 条 | 9 | |"), "")

    assert short["statistics.channel_website.current"].value is None
    assert 20 in short["statistics.channel_website.current"].candidates
    assert "digits_ambiguous" in codes(short)
    assert blank["statistics.channel_website.current"].value == 9
    assert blank["statistics.channel_website.cumulative"].state is State.BLANK
    assert annex(text, "")["statistics.channel_website.cumulative"].value == 20


@pytest.mark.parametrize("unit", ["—", "家", "条次", ""])
def test_a_unit_that_is_not_known(unit: str) -> None:
    """What stands in the place of the unit is no figure, and the figures keep their columns."""
    lines = [" | ".join(row) + " |" for row in re.findall(r"(\S+) (.) (\d+) (\d+)", ROWS)]
    text = "指标名称 | 计量单位 | 2016年 | 历年累计 |\n" + "\n".join(lines) + "\n"
    whole = annex(text.replace("网站公开 | 条 |", f"网站公开 | {unit} |"), "")
    blank = annex(text.replace("网站公开 | 条 | 9 | 20 |", f"网站公开 | {unit} | 9 |  |"), "")

    assert whole["statistics.channel_website.current"].value == 9
    assert whole["statistics.channel_website.cumulative"].value == 20
    assert blank["statistics.channel_website.current"].value == 9
    assert blank["statistics.channel_website.cumulative"].state is State.BLANK


def test_the_number_of_a_damaged_label_is_no_figure() -> None:
    """Behind the figures of a row stands the number of the next label, whose words may be lost."""
    report = annex(ROWS.replace("2.政府公报公开", "2.?府公?公开"))

    assert report["statistics.channel_website.current"].value == 9
    assert report["statistics.channel_website.cumulative"].value == 20


@pytest.mark.parametrize("rest", ["5", ".5", "5 |"])
def test_a_figure_that_goes_on_below_its_row(rest: str) -> None:
    """Digits on a line of their own below a row with borders may be the rest of its last figure."""
    lines = [" | ".join(row) + " |" for row in re.findall(r"(\S+) (.) (\d+)", ONE_COLUMN)]
    text = "指标名称 | 计量单位 | 2016年 |\n" + "\n".join(lines) + "\n"
    report = annex(text.replace("网站公开 | 条 | 9 |", f"网站公开 | 条 | 9\n{rest}"), "")

    assert annex(text, "")["statistics.channel_website.current"].value == 9
    assert report["statistics.channel_website.current"].value is None
    assert report["statistics.channel_gazette.current"].value == 0
    assert "row_width" in codes(report)


def test_units_may_stand_behind_the_figures() -> None:
    """Where each unit stands behind its figure, the number of a page behind it is none."""
    text = re.sub(r"(条|件)\n(\d+)\n", r"\2\n\1\n", STACKED).replace("9\n条\n", "9\n条\n7\n")

    assert annex(text, "")["statistics.channel_website.current"].value == 9


def test_added_rows_are_kept_in_notes() -> None:
    """A row that a province added leaves a note with its label and figures, and the rows around it their values."""
    report = annex(ROWS.replace("受理依", "3.广播公开信息数 条 7 8 受理依"))
    added = [note for note in report.notes if note.code == "extra_row"]

    assert ["广播公开信息数" in note.message and "7 8 条" in note.message for note in added] == [
        True
    ]
    assert added[0].span is not None
    assert report.quote(added[0].span) == "7 8"
    assert report["statistics.channel_gazette.cumulative"].value == 1
    assert report["statistics.requests_received.current"].value == 3


def test_a_label_within_a_longer_one_is_not_taken() -> None:
    """其他部门网站公开 is no row of its own, and not 网站公开."""
    report = annex(ROWS.replace("1.网站公开", "1.乡村网站公开"))

    assert report["statistics.channel_website.current"].state is State.ABSENT
    assert "extra_row" in codes(report)


def test_blank_absent_zero_and_none_differ() -> None:
    """A blank cell, a stroke, a nought and a row that is not there are four things."""
    text = "主动公开信息数|条||\n网站公开|条|/|3\n政府公报公开|条|0|0\n行政诉讼数|件|0|0\n"
    report = annex(text, "指标名称|单位|本年度|历年累计\n")
    rows = ("proactive_total", "channel_website", "channel_gazette", "received_fax")

    assert [report[f"statistics.{row}.current"].state for row in rows] == [
        State.BLANK,
        State.NOT_APPLICABLE,
        State.PRINTED,
        State.ABSENT,
    ]


def test_a_lost_figure_leaves_its_row_without_values() -> None:
    """One figure where two should be may be either; the rows around it are read."""
    report = annex(ROWS.replace("条 9 20", "条 9"))

    assert report["statistics.channel_website.current"].candidates == (9,)
    assert report["statistics.channel_website.current"].value is None
    assert report["statistics.channel_gazette.cumulative"].value == 1
    assert "digits_ambiguous" in codes(report)


def test_a_row_printed_twice_must_say_the_same() -> None:
    """What is repeated is read once; what differs has no value."""
    same = annex(ROWS.replace("行政诉讼", "行政复议数 件 0 0 行政诉讼"))
    other = annex(ROWS.replace("行政诉讼", "行政复议数 件 0 5 行政诉讼"))

    assert same["statistics.reconsideration.cumulative"].value == 0
    assert other["statistics.reconsideration.cumulative"].value is None
    assert other["statistics.reconsideration.cumulative"].candidates == (0, 5)


def test_figures_above_the_first_label_doubt_them_all() -> None:
    """Where a figure stands between the heads and the first label, the others may precede theirs too."""
    report = annex("12 30 " + ROWS)

    assert [value for value in report.values().values() if value is not None] == []
    assert "numbers_before_label" in codes(report)


def test_numbers_of_rows_are_no_figures() -> None:
    """A column of codes and the letters of the columns, 甲 乙 1 2, are passed over."""
    rows = (
        "主动公开信息数 01 条 12 30",
        "新增的行政规范性文件数 03 条 4 5",
        "行政复议数 32 件 0 1",
        "行政诉讼数 33 件 0 0",
    )
    report = annex(
        "\n".join(("甲 乙 丙 1 2", *rows, "")), "指标名称 代码 计量单位 本期实际 本年累计\n"
    )

    assert report["statistics.proactive_total.current"].value == 12
    assert report["statistics.new_normative_documents.cumulative"].value == 5


def test_recalled_labels_leave_a_note() -> None:
    """Rows of the national annex whose labels nobody saw are read, and named in a note."""
    requests = "（一）收到申请数 件 4\n1.当面申请数 件 4\n"
    cases = "四、行政复议数量 件 0\n（三）其他情形数 件 0\n五、行政诉讼数量 件 1\n（三）其他情形数 件 1\n"
    report = annex(requests + cases, "统计指标 单位 统计数\n")
    note = next(note for note in report.notes if note.code == "label_unverified")

    assert report.form.id == "stats2014"
    assert report["statistics.requests_received.value"].value == 4
    assert report["statistics.reconsideration_other.value"].value == 0
    assert report["statistics.litigation_other.value"].value == 1
    assert "requests_received" in note.message
    assert "received_in_person" not in note.message


def test_prose_that_names_indicators_is_no_annex() -> None:
    """Sentences with the same labels and figures, and the word 指标, make no annex."""
    text = "四、其他\n各项指标完成较好，主动公开信息数12条，当面申请数3件，行政复议数0件，行政诉讼数0件。\n"

    assert parse(REPORT + text).form.id == "narrative2008"


def test_an_annex_that_cannot_be_read_is_told_of() -> None:
    """A head and a row or two are no table, but a note says that one was there."""
    report = parse(REPORT + HEADS + "主动公开信息数 条 12 30\n")

    assert (report.form.id, codes(report)) == ("narrative2008", ["annex_unread"])


@pytest.mark.parametrize("border", [" ", "|", "\n"])
def test_rows_of_later_tables_in_an_annex(border: str) -> None:
    """行政许可 in an annex is a row that a province added, and no cell of a form that did not exist yet."""
    text = annex(
        ROWS.replace("行政诉讼数", "行政许可 件 77 88 行政处罚 件 5 6 行政诉讼数").replace(
            " ", border
        )
    )

    assert text.form.id == "stats2008"
    assert text["statistics.litigation.cumulative"].value == 0
    assert [note.message for note in text.notes if "77" in note.message] != []


def test_an_annex_of_another_year() -> None:
    """Heads that name another year than the title leave a note; those that agree leave none."""
    assert "annex_year_differs" in codes(annex(ROWS, "指标名称 计量单位 2015年 历年累计 "))
    assert "annex_year_differs" not in codes(annex(ROWS))


@pytest.mark.parametrize("space", [" ", ""])
def test_a_column_that_the_national_annex_lacks(space: str) -> None:
    """Running totals beside the figures of the year are no cells of the national annex; the year's are read."""
    rows = (
        "（一）收到申请数|件|0|5",
        "1.当面申请数|件|0|4",
        "四、行政复议数量|件|0|0",
        "五、行政诉讼数量|件|0|1",
    )
    report = annex(
        "".join(f"{row.replace('|', space)}{space}" for row in rows) + "。\n",
        "统计指标 单位 2016年 历年累计 ",
    )

    assert report.form.id == "stats2014"
    assert report["statistics.requests_received.value"].value == 0
    assert report["statistics.litigation.value"].value == 0
    assert [value for value in report.values().values() if value] == []


def test_endless_digits_are_no_two_figures() -> None:
    """More digits than a number can have are illegible, and take no time."""
    report = annex(ROWS.replace("条 9 20", "条" + "12" * 3_000))

    assert report["statistics.channel_website.current"].state is State.ILLEGIBLE
    assert report["statistics.channel_gazette.cumulative"].value == 1


def test_a_lost_head_is_told_by_noughts() -> None:
    """Where two figures have run together and only one head is left, none is read: 00 is no number."""
    report = annex(
        "主动公开信息数条1230其中：1.网站公开条9202.政府公报公开条01行政复议数件00。",
        "指标名称 计量单位 历年累计 ",
    )

    assert [value for value in report.values().values() if value is not None] == []
    assert "columns_unknown" in codes(report)


def test_digits_beside_blank_cells_stay_open() -> None:
    """Digits of one column add up when they are cut before the last one as well: nothing is chosen."""
    row = "statistics.{}.{}".format
    figures = {"requests_answered": 7496, "answered_partially_granted": 50, "answered_denied": 5036}
    figures["answered_other"] = 2410
    draft = write(form_by_id("stats2008"), Random(1))
    draft = draft.changed(dict.fromkeys(map(str, draft.form.addresses), 0))
    draft = draft.changed({row(name, "cumulative"): number for name, number in figures.items()})
    draft = draft.without([row(name, "current") for name in figures])
    report = parse(render(draft, "collapsed"))

    assert "对申请的答复总数条7496" in report.source_text
    assert {report[row(name, "cumulative")].value for name in figures} == {None}
    assert {report[row(name, "current")].value for name in figures} == {None}


@pytest.mark.parametrize("page", ["", "\n7\n"])
def test_blank_rows_of_a_sparse_annex(page: str) -> None:
    """Figures right above headings stand behind their labels, however many rows are blank; pages may have numbers."""
    draft = write(form_by_id("stats2014"), Random(3))
    rows = ("proactive_normative_documents", "channel_other", "policy_interpretations")
    kept = {f"statistics.{row}.value" for row in (*rows, "other_responses", "dedicated_funds")}
    draft = draft.without([address for address in draft.values if address not in kept])
    text = render(draft, "stacked").replace("\n附件", f"{page}\n附件")
    found = {str(a): value for a, value in parse(text).values().items() if value is not None}

    assert "\n附件" in text
    assert found == ({} if page else dict(draft.values))


PAGED = (REPORT.replace("二、", "1\n二、", 1) + STACKED).replace("\n3\n", "\n5\n")


def test_the_next_number_of_a_page_may_stand_in_a_blank_cell() -> None:
    """Below page 1 in the prose, a lone 2 may be that of the next page, unless that stands elsewhere."""
    missing = parse(PAGED)
    assert missing["statistics.received_in_person.current"].value is None
    assert missing["statistics.received_in_person.current"].candidates == (2,)
    assert missing["statistics.channel_website.current"].value == 9
    (note,) = (note for note in missing.notes if note.code == "row_width")
    assert "“2”可能是页码，其单元格为空白" in note.text("zh")
    there = parse(PAGED + "2\n")
    assert there["statistics.received_in_person.current"].value == 2
    assert there["statistics.litigation.current"].value == 0


@pytest.mark.parametrize("both", ["9\n2\n", "2\n9\n"])
def test_the_next_number_of_a_page_beside_a_figure_is_none(both: str) -> None:
    """A row with its figure and the number of the page that has to follow keeps its figure."""
    text = PAGED.replace("条\n2\n", "条\n4\n")
    report = parse(text.replace("9\n", both, 1))
    assert report["statistics.channel_website.current"].value == 9
    assert report["statistics.received_in_person.current"].value == 4


TITLE = REPORT.split("\n", 1)[0]


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ("channel_website", f"条\n3\n{TITLE}\n9\n2.政府公报"),
        ("channel_website", f"3\n{TITLE}\n条\n9\n2.政府公报"),
        ("channel_website", f"条\n{TITLE}\n3\n9\n2.政府公报"),
        ("channel_website", f"条\n3\n{TITLE}\n2.政府公报"),
        ("channel_website", "条\n3\n附表（续）\n9\n2.政府公报"),
    ],
)
def test_the_number_of_a_page_beside_its_title_is_no_figure(row: str, printed: str) -> None:
    """Where the title on top of a page stands in a row, a small number beside it is not its figure."""
    report = parse(REPORT + STACKED.replace("条\n9\n2.政府公报", printed, 1))
    assert report[f"statistics.{row}.current"].value is None
    assert report["statistics.channel_gazette.current"].value == 0
    assert report["statistics.received_in_person.current"].value == 2


@pytest.mark.parametrize("printed", ["1.660", "2.000", "8.5", "-3", "159g", "4Z2", "4q"])
def test_a_count_is_a_whole_number(printed: str) -> None:
    """What is no whole number, or may be thousands behind a point, has no value in any annex."""
    one = annex(ROWS.replace("条 9 20", f"条 {printed} 20"))["statistics.channel_website.current"]
    other = parse(REPORT + STACKED.replace("\n9\n", f"\n{printed}\n"))
    assert (one.value, one.state) == (None, State.ILLEGIBLE)
    assert other["statistics.channel_website.current"].value is None


def test_digits_of_one_figure_on_a_line_of_their_own() -> None:
    """Where each figure has a line of its own, two numbers on one line are no pair of figures."""
    stacked = (HEADS + ROWS).replace(" ", "\n")
    report = parse(REPORT + stacked.replace("9\n20\n", "9 2\n", 1))
    assert report["statistics.channel_website.current"].value is None
    assert report["statistics.channel_website.cumulative"].value is None
    assert report["statistics.channel_gazette.cumulative"].value == 1


def test_a_comma_within_a_figure_divides_no_cells() -> None:
    """A row of a file with commas that has a cell more than the others is not read: 1,557."""
    rows = [row.split(" ") for row in re.findall(r"\S+ [条件] \d+ \d+", HEADS + ROWS)]
    lines = ["指标名称,计量单位,2016年,历年累计", *(",".join(row) for row in rows)]
    text = REPORT + "\n".join(lines) + "\n"
    report = parse(text.replace("网站公开,条,9,20", "网站公开,条,1,557,"))
    assert parse(text)["statistics.channel_website.cumulative"].value == 20
    assert report["statistics.channel_website.current"].value is None
    assert report["statistics.channel_website.cumulative"].value is None
    assert report["statistics.channel_gazette.cumulative"].value == 1


@pytest.mark.parametrize("gap", [" ", "\xa0\xa0", "\u3000", "\u2002"])
def test_words_that_are_set_wide(gap: str) -> None:
    """Gaps between the characters of a head, and beside the dashes of a heading, mean nothing."""
    rows = [f"<tr><td>{row.replace(' ', '</td><td>')}</td></tr>" for row in WIDE_ROWS]
    page = f"<p>{REPORT}</p><table>{''.join(rows)}</table>".replace("_", gap)

    assert annex_of_page(page) == [12, 9, 0, 3]


WIDE_ROWS = (
    "指_标 单_位 统计数",
    "一、主动公开情况 —_— ——_",
    "主动公开信息数 条 12",
    "其中：1.网站公开 条 9",
    "2.政府公报公开 条 0",
    "受理依申请公开信息总数 条 3",
)


def annex_of_page(page: str) -> list[object]:
    """The figures of four rows of an annex."""
    report = parse(page)
    return [value for value in report.values().values() if value is not None]


def rows_of(draft_form: str, between: str) -> tuple[list[str], dict[str, Number | None]]:
    """The lines of an annex with this sign between its cells, and its values."""
    draft = write(form_by_id(draft_form), Random(1))
    text = render(draft, "pipes", fillers=False)
    lines = text[text.index("附件：") :].split("\n")[1:]
    return [line.removesuffix(" |").replace(" | ", between) for line in lines], draft.expected()


@pytest.mark.parametrize("between", ["，", "；", "·", "} {", "::"])
@pytest.mark.parametrize("form", ["stats2008", "stats2014"])
def test_an_annex_without_heads_is_told_of(form: str, between: str) -> None:
    """Many labels, each before a figure, are an annex, whatever stands between them."""
    lines, _ = rows_of(form, between)
    report = parse(REPORT + "\n".join(lines[1:]))

    assert [value for value in report.values().values() if value is not None] == []
    assert codes(report) == ["annex_unread"]


@pytest.mark.parametrize("words", ["20170115 刘工", "7 内部资料", "10.0.3.7 打印"])
def test_a_line_of_words_that_begins_with_a_number(words: str) -> None:
    """Between two figures that stand one below the other it is neither of them."""
    text = (HEADS + ROWS).replace(" ", "\n").replace("条\n9\n20", f"条\n9\n{words}\n20")
    report = parse(REPORT + text)

    assert report["statistics.channel_website.current"].value in (9, None)
    assert report["statistics.channel_website.cumulative"].value in (20, None)
    assert report["statistics.proactive_total.cumulative"].value == 30
    assert report["statistics.channel_gazette.cumulative"].value == 1


def test_the_number_of_a_page_below_a_blank_cell() -> None:
    """Where figures stand side by side, a number on the next line belongs to no row."""
    rows = re.sub(r" (?=其中|\d\.|受理|行政诉讼)", "\n", ROWS).replace("条 9 20\n", "条 9\n5\n")
    report = annex(rows, HEADS.rstrip() + "\n")

    assert report["statistics.proactive_total.cumulative"].value == 30
    assert report["statistics.channel_website.cumulative"].value is None
    assert 5 not in report.values().values()
    assert [report.quote(one.span) for one in report.unread] == ["5"]


def test_a_number_in_brackets_in_a_cell_of_its_own_is_not_blank() -> None:
    """It is no number of the label below, and the row has no value."""
    lines, _ = rows_of("stats2014", "\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("1.政府公报"))
    label, unit, figure = lines[at].split("\n")
    lines[at] = f"{label}\n{unit}\n({figure})"
    report = parse(REPORT + "\n".join(lines))

    assert report["statistics.channel_gazette.value"].value is None
    assert report["statistics.channel_gazette.value"].state is not State.BLANK
    assert "row_without_cells" in codes(report)


def test_a_label_of_two_headings_below_neither_gives_no_value() -> None:
    """其他情形数 stands below 行政复议 and 行政诉讼: apart from both, nothing says whose row it is."""
    lines, expected = rows_of("stats2014", " | ")
    at = next(at for at, line in enumerate(lines) if "其他情形数" in line)
    report = parse(REPORT + "\n".join([*lines[:2], lines[at], *lines[2:at], *lines[at + 1 :]]))

    address = "statistics.reconsideration_other.value"
    assert report.values() == {**expected, address: None}
    assert report[address].candidates == (expected[address],)


@pytest.mark.parametrize("dialect", ["pipes", "stacked", "columns", "spaced", "html"])
def test_the_numbers_in_labels_of_an_annex_are_no_unread_ones(dialect: str) -> None:
    """A remark such as 计1条 is a part of its label."""
    assert parse(render(write(form_by_id("stats2014"), Random(1)), dialect)).unread == ()


def test_a_column_of_remarks_holds_no_figures() -> None:
    """Its words are no cells of a row, and the numbers in them are listed."""
    lines, expected = rows_of("stats2014", " | ")
    lines = [f"{lines[0]} | 备注", *(f"{line} | 含镇街7件" for line in lines[1:] if line)]
    report = parse(REPORT + "\n".join(f"| {line} |" for line in lines))

    assert report.values() == expected
    assert {report.quote(one.span) for one in report.unread} == {"7"}


def test_figures_of_two_columns_in_one_cell_beside_a_blank_one() -> None:
    """`12 30` may be two figures or one: the row has no value."""
    lines, _ = rows_of("stats2008", " | ")
    at = next(at for at, line in enumerate(lines) if line.startswith("网站公开"))
    lines[at] = "网站公开 | 条 | 12 30 | "
    report = parse(REPORT + "\n".join(f"| {line} |" for line in lines if line))

    for column in ("current", "cumulative"):
        figure = report[f"statistics.channel_website.{column}"]
        assert (figure.value, figure.state) == (None, State.ILLEGIBLE)
