"""Lines beside the figures of a table that look like figures, and figures that a space divides."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.binding.tables.table4_heads import results_in_one
from govinfo.binding.unseparated.segmentation import segment_across_space, segment_balanced
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.amounts import balanced

LAST_HEADS = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
LABELS = tuple(
    row.label
    for table in form_by_id("form2021").tables[:2]
    for block in table.blocks
    for row in block.data_rows
)
GROUPS = {row.label for row in form_by_id("form2021").table("requests").rows if row.header}
REVIEW = tuple(
    f"review.{row}.{column}"
    for row in ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
    for column in ("upheld", "corrected", "other", "pending", "total")
)


def report_with(dialect: str, printed: dict[str, str], form: str = "form2021") -> Report:
    """Return a report in which these cells are printed so, among others that add up."""
    own, dice, places = form_by_id(form), Random(7), {}
    values = balanced(own, dice)
    for number, address in enumerate(printed):
        places[f"91827{number}"] = address
        values[address] = int(f"91827{number}")
    text = render(write(own, dice, values=values), dialect)
    for place, address in places.items():
        text = text.replace(place, printed[address])
    return parse(text)


def draft_of(seed: int) -> Draft:
    """Return a draft with proceedings, all of whose identities hold."""
    form, dice = form_by_id("form2021"), Random(seed)
    counts = dict.fromkeys(REVIEW, 0) | {REVIEW[1]: 713, REVIEW[4]: 713, REVIEW[7]: 2, REVIEW[9]: 2}
    return write(form, dice, values={**balanced(form, dice), **counts})


def line_of(numbers: range) -> str:
    """Return a line of cells with these numbers."""
    return " ".join(f"{number} |" for number in numbers) + "\n"


@pytest.mark.parametrize("name", ["", "栏次 | "])
def test_numbers_of_columns(name: str) -> None:
    """Numbers of columns below the heads are no figures; every other figure is read."""
    draft = draft_of(3)
    text = render(draft, "pipes")
    own = text.index("\n", text.rindex(LAST_HEADS.strip())) + 1
    heads = "本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
    numbered = text[:own] + name + line_of(range(1, 16)) + text[own:]
    numbered = numbered.replace(heads, heads + "栏次 | " + line_of(range(1, 4)), 1)

    assert differences(parse(numbered), draft.expected()) == {}


@pytest.mark.parametrize("name", ["", "本级 | ", "合计 | "])
@pytest.mark.parametrize("is_first", [True, False])
def test_two_lines_of_proceedings(name: str, *, is_first: bool) -> None:
    """Of two lines of table four that differ, none is taken: both say what a cell may be."""
    draft = draft_of(5)
    text = render(draft, "pipes")
    end = text.index("\n", text.rindex(LAST_HEADS.strip())) + 1
    own = text[end : text.index("\n", end) + 1]
    other = name + own.replace("713", "23")
    lines = other + own if is_first else own + other
    report = parse(text[:end] + lines + text[end + len(own) :])

    assert falsehoods(report, draft.expected()) == {}
    assert report[REVIEW[1]].value is None
    assert {713, 23} <= set(report[REVIEW[1]].candidates)


def test_heads_of_proceedings_that_are_cut() -> None:
    """Results whose first or last heads are lost are in the order of the form, or in none."""
    whole = [0, 1, 2, 3, 4] * 2

    assert results_in_one([*whole, 0, 1, 2]) is None
    assert results_in_one([3, 4, *whole]) == (0, 1, 2, 3, 4)
    assert results_in_one([4, 0, 1, 2, 3] * 3) == (4, 0, 1, 2, 3)


def test_a_space_inside_a_number_that_is_glued() -> None:
    """Digits that add up across a space may be one number; the space belongs to its cell."""
    run = "000184130 0 18 413"
    found = segment_across_space(run, lambda digits: segment_balanced(digits, 7))

    assert [[value for _, _, value in cells] for cells in found] == [[0, 0, 0, 18413, 0, 0, 18413]]
    assert [run[begin:end] for begin, end, _ in found[0]][-1] == "18 413"


@pytest.mark.parametrize("space", [" ", "\u2009", "\u202f"])
def test_thousands_apart_in_glued_text(space: str) -> None:
    """A number whose thousands a space sets apart is not read up to the space."""
    address = "proactive.licensing.decisions"
    assert report_with("collapsed", {address: f"47{space}219"})[address].value is None


def test_page_numbers_between_dashes_in_glued_text() -> None:
    """The number of a page between dashes is no cell of the row above it."""
    draft = draft_of(8)
    text = render(draft, "collapsed")
    paged = text.replace("二、上年结转", " - 12 - 二、上年结转").replace("2.重复", " — 3 — 2.重复")
    assert paged != text

    assert parse(paged).values() == parse(text).values()


@pytest.mark.parametrize("printed", ["66.9", "增5.5"])
def test_a_change_with_decimals(printed: str) -> None:
    """A change is a whole number on a page that keeps to its form as well."""
    address = "proactive.licensing.change"
    figure = report_with("wiki", {address: printed}, "form2019")[address]
    assert (figure.value, figure.state) == (None, State.ILLEGIBLE)


@pytest.mark.parametrize("printed", ["60张", "一", "12. 5"])
def test_a_broken_figure_before_its_label(printed: str) -> None:
    """On a page whose figures precede their labels, a cell with other characters moves no row."""
    form, dice = form_by_id("form2021"), Random(11)
    values = balanced(form, dice) | {"requests.new_received.business": 918273}
    text = render(write(form, dice, values=values), "scattered", order="before")
    report = parse(text.replace("918273", printed))

    assert falsehoods(report, {str(address): value for address, value in values.items()}) == {}


def with_lines_behind(text: str, label: str, figures: int, lines: list[str]) -> str:
    """Return a page of one cell a line with these lines behind the figures of a row."""
    own = text.split("\n")
    at = next(i for i, line in enumerate(own) if line.endswith(label)) + 1 + figures
    return "\n".join([*own[:at], *lines, *own[at:]])


@pytest.mark.parametrize(
    "lines", [[""] * 10, ["", "　　- 12 -", ""], ["- 3 -"], ["第 4 页 共 9 页", ""]]
)
@pytest.mark.parametrize("seed", [3, 5, 8])
def test_lines_below_a_row_of_cells_on_lines(lines: list[str], seed: int) -> None:
    """Blank lines and numbers of pages behind all figures of a row change none of them."""
    draft = draft_of(seed)
    text = render(draft, "stacked")
    for label, figures in (("属于国家秘密", 7), ("上年结转政府信息公开申请数量", 7)):
        text = with_lines_behind(text, label, figures, lines)

    assert differences(parse(text), draft.expected()) == {}


@pytest.mark.parametrize("remark", ["无", "见附件", "含上年3件"])
def test_remarks_in_cells_on_lines(remark: str) -> None:
    """Words below a head for remarks are no figures of the row before them."""
    draft = draft_of(3)
    text = render(draft, "stacked").replace("\n总计\n商业企业", "\n总计\n备注\n商业企业")
    for label in ("属于国家秘密", "公开申请数量", "重复申请"):
        text = with_lines_behind(text, label, 7, [remark])

    assert differences(parse(text), draft.expected()) == {}


def test_a_line_of_the_year_before_in_table_four() -> None:
    """Below the line without a name, one of the year before is not read."""
    draft = draft_of(5)
    text = render(draft, "stacked")
    last = text.index("\n", text.rindex("\n总计\n") + 4)
    figures = text[last:].split("\n")[1:16]
    end = last + len("\n".join(["", *figures]))
    before = "\n".join(["", "上年", *("7" for _ in figures)])

    assert differences(parse(text[:end] + before + text[end:]), draft.expected()) == {}


@pytest.mark.parametrize("seed", [3, 5, 8])
def test_numbers_of_rows_on_lines(seed: int) -> None:
    """Numbers before the labels of all rows, 1 2 3 …, are no figures of the rows above."""
    draft = draft_of(seed)
    printed, count = list[str](), 0
    for line in render(draft, "stacked").split("\n"):
        if line in LABELS:
            count = 1 if line in (LABELS[0], "一、本年新收政府信息公开申请数量") else count + 1
            # The label of a group stands in the row of the first of its members.
            at = next(i for i in range(len(printed), 0, -1) if printed[i - 1] not in GROUPS)
            printed.insert(at, str(count))
        printed.append(line)

    assert count > 20
    assert differences(parse("\n".join(printed)), draft.expected()) == {}


NAMES = ("行政复议", "未经复议直接起诉", "复议后起诉")
HEADS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def with_rows_of_proceedings(draft: Draft, dialect: str, order: tuple[int, ...]) -> str:
    """Return a page whose table four has a row for each proceeding, in this order."""
    figures = [str(draft.values[address]) for address in REVIEW]
    rows = [[NAMES[place], *figures[5 * place : 5 * place + 5]] for place in order]
    if dialect == "columns":
        lines = [f"{'':>18}  结果   结果   其他结果   尚未审结   总计", f"{'':>18}  维持   纠正"]
        lines += [
            f"{name:>14}{'   '.join(f'{figure:>6}' for figure in own)}" for name, *own in rows
        ]
    else:
        lines = [line for cells in (HEADS, *rows) for cell in cells for line in (cell, "")]
    text = render(draft, dialect)
    begin = text.index("\n", text.rindex("四、政府信息公开行政复议")) + 1
    return "\n".join([text[:begin], *lines, "", text[text.rindex("五、存在的主要问题") :]])


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
@pytest.mark.parametrize("dialect", ["columns", "scattered"])
def test_rows_of_proceedings(dialect: str, order: tuple[int, ...]) -> None:
    """Rows that stand behind the names of proceedings are theirs, whatever order they have."""
    draft = draft_of(3)
    report = parse(with_rows_of_proceedings(draft, dialect, order))

    assert falsehoods(report, draft.expected()) == {}
    assert [report[address].value for address in REVIEW] == [draft.values[a] for a in REVIEW]


@pytest.mark.parametrize("dialect", ["markdown", "delimited", "frames"])
def test_an_unknown_head_beside_one_that_is_repeated(dialect: str) -> None:
    """A column whose head is not known is not given the figures of a head that stands twice."""
    form, dice = form_by_id("form2019"), Random(2)
    fees = {"prior_year_items": 31, "change": 4}
    values = {f"proactive.administrative_fees.{name}": number for name, number in fees.items()}
    draft = write(form, dice, values=balanced(form, dice) | values)
    text = render(draft, dialect, repeated=True).replace("上一年项目数量", "上一年项目数")

    assert falsehoods(parse(text), draft.expected()) == {}


@pytest.mark.parametrize("figures", range(1, 8))
def test_a_text_cut_behind_a_figure(figures: int) -> None:
    """Where borders stand on lines of their own, those behind the last figures are no blank cells."""
    draft = write(form_by_id("form2021"), Random(1))
    text = render(draft, "stacked", alone=True, pipes=True)
    start = text.index("本年新收政府信息公开申请数量")
    for _ in range(2 * figures):
        start = text.index("\n", start + 1)

    assert falsehoods(parse(text[: start + 1]), draft.expected()) == {}


@pytest.mark.parametrize("dialect", ["pipes", "html", "delimited"])
def test_a_blank_between_each_two_figures(dialect: str) -> None:
    """In a row of a grid blanks are cells, also where the sum lacks the figure of one of them."""
    row = "requests.partially_granted"
    draft = write(form_by_id("form2021"), Random(40))
    zeros = dict.fromkeys((f"{row}.natural_person", f"{row}.research", f"{row}.legal_service"), 0)
    draft = draft.changed({**zeros, f"{row}.total": 1})
    blanks = [f"{row}.{one}" for one in ("business", "public_interest", "other_org")]
    rules = [f"proactive.rules.{one}" for one in ("issued", "repealed", "in_force")]
    draft = draft.without([*rules, *blanks])

    assert differences(parse(render(draft, dialect)), draft.expected()) == {}


def test_the_number_of_a_page_in_an_annex() -> None:
    """The number of a page between the halves of a label is no figure."""
    draft = write(form_by_id("stats2008"), Random(199), consistent=False)
    draft = draft.without(
        [f"statistics.proactive_total.{one}" for one in ("current", "cumulative")]
    )
    report = parse(render(draft, "columns", wrap=20, page=60, style=Style(units=True)))

    assert "-1-" in report.source_text
    assert falsehoods(report, draft.expected()) == {}


def test_one_figure_and_its_sum_are_one_witness() -> None:
    """88 of a row and 88 in its total do not show that digits were printed twice."""
    draft = write(form_by_id("form2021"), Random(76))
    assert sorted(draft.values[one] for one in REVIEW) == [0] * 13 + [88, 88]
    blank = draft.without(["review.reconsideration.corrected"])

    codes = {note.code for note in parse(render(blank, "spaced")).notes}
    assert "row_width" in codes
    assert "digits_doubled" not in codes


def test_a_long_row_below_the_last_row_of_a_table() -> None:
    """A figure behind a label as long as a sentence, between two tables, is listed as unread."""
    text = render(write(form_by_id("form2021"), Random(0)), "stacked", pipes=True)
    heading = "||\n四、政府信息公开行政复议、行政诉讼情况"
    assert text.count(heading) == 1
    label = f"其他主动公开的文件（包括{'不' * 45}属于的）"
    report = parse(text.replace(heading, f"{label} 73591\n{heading}"))

    assert [report.quote(one.span) for one in report.unread] == ["73591"]
    assert report.unread[0].table == "requests"


@pytest.mark.parametrize("figures", range(1, 8))
def test_a_row_cut_with_the_text(figures: int) -> None:
    """The blank cells that a wide label leaves before the figures shift none, where the last are lost."""
    draft = write(form_by_id("form2019"), Random(0))
    text = render(draft, "markdown", one_line=True)
    end = text.index("本年新收政府信息公开申请数量")
    for _ in range(3 + figures):
        end = text.index("|", end + 1)

    assert falsehoods(parse(text[: end + 1]), draft.expected()) == {}
