"""Annexes of printed pages, as `pdftotext -layout` writes them: labels go on over lines."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

ABOVE = """云岫市数据资源管理局2015年政府信息公开工作年度报告
一、概述
2015年，云岫市数据资源管理局明确专人负责公开事务。
二、主动公开政府信息的情况
主动公开信息以网站为主。
附件：政府信息公开情况统计表
"""
ANNEX = """\
        统计指标            单位         统计数
 一、主动公                  ——          ——
   开情况
 （一）主动
 公开政府信
 息数（不同                  条          103
 渠道和方式
 公开相同信
 息计1条）
 其中：主动
 公开规范性                  条            7
   文件数
 制发规范性                  件           60
 文件总数
 （二）通过
 不同渠道和
 方式公开政                  ——          ——
 府信息的情
     况
 1.政府公
 报公开政府                  条           26
   信息数
 2.政府网
 站公开政府                  条           31
   信息数
 3.政务微
 博公开政府                  条            5
   信息数
"""
TOTAL = "statistics.proactive_total.value"
DOCUMENTS = "statistics.proactive_normative_documents.value"
ISSUED = "statistics.normative_documents_issued.value"
GAZETTE = "statistics.channel_gazette.value"
WEBSITE = "statistics.channel_website.value"
WEIBO = "statistics.channel_weibo.value"
ALL = {TOTAL: 103, DOCUMENTS: 7, ISSUED: 60, GAZETTE: 26, WEBSITE: 31, WEIBO: 5}


def read(annex: str) -> dict[str, object]:
    """Return the values of the rows above in a report with this annex."""
    report = parse(ABOVE + annex)
    return {address: report[address].value for address in ALL}


def codes(report: Report) -> set[str]:
    """Return the codes of the notes on the annex."""
    return {note.code for note in report.notes} - {"label_unverified"}


def test_each_row_takes_the_figure_beside_its_label() -> None:
    """The figure stands beside any line of the label, and the remark is a part of the label."""
    assert read(ANNEX) == ALL
    assert codes(parse(ABOVE + ANNEX)) == set()


@pytest.mark.parametrize("form", ["stats2008", "stats2014"])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("page", [0, 37])
def test_every_cell_of_a_printed_annex_is_read(form: str, seed: int, page: int) -> None:
    """Pages break anywhere; the numbers in labels are no figures."""
    draft = write(form_by_id(form), Random(seed))
    report = parse(render(draft, "columns", page=page))
    assert report.values() == draft.expected()
    assert report.unread == ()


def moved(label: str, to: str) -> str:
    """Return the annex with the figures beside one piece of a label beside another."""
    lines = ANNEX.split("\n")
    old = next(at for at, line in enumerate(lines) if line.strip().startswith(label))
    new = next(at for at, line in enumerate(lines) if line.strip() == to)
    figures = lines[old][15:]
    lines[old], lines[new] = lines[old][:15].rstrip(), lines[new].ljust(15) + figures
    return "\n".join(lines)


@pytest.mark.parametrize("to", ["（一）主动", "公开政府信", "渠道和方式", "息计1条）"])
def test_the_figure_stands_beside_any_line(to: str) -> None:
    """Some converters print it beside the first or the last line of its label."""
    assert read(moved("息数（不同", to)) == ALL


def test_the_figure_stands_between_two_lines() -> None:
    """Where a label has an even number of lines, its figure may have a line of its own."""
    annex = ANNEX.replace(
        " 制发规范性                  件           60\n",
        " 制发规范性\n                             件           60\n",
    )
    assert read(annex) == ALL


def test_a_page_ends_amid_a_label() -> None:
    """The number of a page and the heads on the next are no part of a label."""
    head = ANNEX.split("\n", maxsplit=1)[0]
    for number in ("- 3 -", "3", "第 3 页 共 9 页"):
        broken = f" 公开规范性                  条            7\n\n{' ' * 20}{number}\n\f{head}\n"
        annex = ANNEX.replace(" 公开规范性                  条            7\n", broken)
        assert read(annex) == ALL, number


@pytest.mark.parametrize("form", ["stats2008", "stats2014"])
@pytest.mark.parametrize("page", [3, 4, 5, 8])
@pytest.mark.parametrize("number", ["{}", "- {} -", "第 {} 页"])
def test_pages_of_few_lines_repeat_the_heads(form: str, page: int, number: str) -> None:
    """There may be as many numbers of pages as there are rows."""
    draft = write(form_by_id(form), Random(1))
    lines = render(draft, "columns", wrap=8).split("\n")
    head = next(at for at, line in enumerate(lines) if "指标" in line and "单位" in line)
    text = "\n".join(lines[: head + 1]) + "\n"
    for count, line in enumerate(lines[head + 1 :], 1):
        text += line + "\n"
        if count % page == 0:
            text += f"\n{' ' * 20}{number.format(count // page + 1)}\n\f{lines[head]}\n"

    assert parse(text).values() == draft.expected()


def test_dotted_lines_lead_to_the_figures() -> None:
    """Leaders are blanks."""
    annex = ANNEX.replace("                  条 ", "................. 条 ")
    assert read(annex) == ALL


def test_a_figure_between_two_labels_belongs_to_neither() -> None:
    """Nothing says whose it is: both rows have no value, and a note has the figure."""
    annex = ANNEX.replace(
        " 制发规范性                  件           60\n 文件总数\n",
        " 制发规范性\n 文件总数\n                             件           60\n",
    )
    report = parse(ABOVE + annex)
    assert report[ISSUED].value is None
    assert read(annex) == {**ALL, ISSUED: None}
    assert "extra_row" in codes(report)


def test_words_of_no_row_before_a_label_leave_it_without_a_value() -> None:
    """A label may be the rest of one that no form has."""
    annex = ANNEX.replace(" 2.政府网\n", " 另：下级\n 2.政府网\n")
    report = parse(ABOVE + annex)
    assert read(annex) == {**ALL, GAZETTE: None, WEBSITE: None}
    assert report[WEBSITE].candidates == (31,)
    assert codes(report) == {"row_width"}


def test_a_row_of_no_form_is_kept_in_a_note() -> None:
    """It has figures of its own, so that its neighbours are sure."""
    row = " 区级专栏\n 登载条目                    条           88\n   合计\n"
    annex = ANNEX.replace(" 3.政务微\n", f"{row} 3.政务微\n")
    report = parse(ABOVE + annex)
    assert read(annex) == ALL
    assert [note.message for note in report.notes if note.code == "extra_row"] == [
        "'登载条目' is no row of stats2014: 条 88"
    ]


def test_two_lines_of_figures_within_a_label_give_none() -> None:
    """Both are candidates."""
    annex = ANNEX.replace("   文件数\n", "   文件数                    条            9\n")
    report = parse(ABOVE + annex)
    assert read(annex) == {**ALL, DOCUMENTS: None}
    assert report[DOCUMENTS].candidates == (7, 9)


def test_a_unit_without_a_figure_is_a_blank_cell() -> None:
    """A number alone beside it may be that of a page, and then the cell has no value."""
    annex = ANNEX.replace("条            7\n", "条\n")
    assert parse(ABOVE + annex)[DOCUMENTS].state is State.BLANK
    assert read(annex) == {**ALL, DOCUMENTS: None}
    paged = annex.replace("   文件数\n", "   文件数\n                    6\n")
    assert parse(ABOVE + paged)[DOCUMENTS].state is State.ILLEGIBLE
    assert read(paged) == {**ALL, DOCUMENTS: None}
