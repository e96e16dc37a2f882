"""What a page break leaves between the lines of a table takes no figure away."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo import parse
from govinfo.forms import form_by_id
from govinfo.testing.compare import differences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.testing.strategies import TABLED, consistent_reports

FURNITURE = (
    "（续上表）",
    "表3（续）",
    "转下页",
    "单位：件",
    "2023-01-15 09:30",
    "打印日期：2023/1/9",
    "http://www.example.cn/art/2023/1/9/art_31_4.html 3/12",
)
LINES = ("stacked", "pipes", "markdown", "delimited", "spaced")


def lines_of_tables(text: str) -> tuple[list[str], range]:
    """Return the lines of a report, and before which of them the inside of its tables lies."""
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if line.strip("| ,").startswith("第二十条第"))
    last = max(n for n, line in enumerate(lines) if "总计" in line)
    return lines, range(first + 1, last)


@given(st.data())
def test_captions_and_days_of_printing(data: st.DataObject) -> None:
    """A line that is no cell of any table may stand between any two lines of the tables."""
    draft = data.draw(consistent_reports(TABLED))
    lines, inside = lines_of_tables(render(draft, data.draw(st.sampled_from(LINES))))
    lines.insert(data.draw(st.sampled_from(inside)), data.draw(st.sampled_from(FURNITURE)))

    assert differences(parse("\n".join(lines)), draft.expected()) == {}


@pytest.mark.parametrize("header", ["岚浦县水务局", "岚浦县水务局政府信息公开工作年度报告"])
@pytest.mark.parametrize("seed", [2, 3, 5])
def test_the_header_of_each_page(header: str, seed: int) -> None:
    """A line that stands inside several rows is on top of each page, wherever else it stands."""
    dice = Random(seed)
    draft = write(form_by_id("form2021"), dice)
    lines, inside = lines_of_tables(render(draft, "stacked"))
    between = [n for n in inside if lines[n].isdecimal() and lines[n - 1].isdecimal()]
    for place in sorted(dice.sample(between, 6), reverse=True):
        lines.insert(place, header)

    assert differences(parse("\n".join(lines)), draft.expected()) == {}


def test_words_in_the_place_of_a_figure_stay_its_cell() -> None:
    """Words in several rows, each with one figure less, are cells of these rows."""
    draft = write(form_by_id("form2021"), Random(4))
    rows = ("granted", "partially_granted", "denied_state_secret")
    figure = 87_654_321
    places = [f"requests.{row}.research" for row in rows]
    text = render(draft.changed(dict.fromkeys(places, figure)), "stacked")
    report = parse(text.replace(str(figure), "另行统计"))

    assert [report[place].raw for place in places] == ["另行统计"] * 3
    assert set(differences(report, draft.expected())) == {*places}


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "第 {} 页", "第 {} 页 共 9 页", "{} / 9"])
@pytest.mark.parametrize("order", ["behind", "before"])
def test_the_numbers_of_pages_in_pieces(order: str, number: str) -> None:
    """A page that a tool took to pieces has its number among the figures, and it is none of them."""
    draft = write(form_by_id("form2021"), Random(4))
    lines = render(draft, "scattered", order=order).split("\n")
    pages = [lines[begin : begin + 45] for begin in range(0, len(lines), 45)]
    numbered = [[*page, "", number.format(at), "", "\f"] for at, page in enumerate(pages, 1)]

    report = parse("\n".join(line for page in numbered for line in page))

    assert len(pages) > 5
    assert differences(report, draft.expected()) == {}
