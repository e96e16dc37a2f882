"""The numbers of pages on lines of their own, and the title on top of each page."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.text import repair

TITLE = "云岫县2021年政府信息公开工作年度报告"
BREAKS = {
    "number, feed, title": "\n{number}\n\f{title}\n\n",
    "number, feed": "\n   {number}\n\f",
    "feed, number": "\f{number}\n\n",
    "feed, title, number": "\n\f{title}\n{number}\n",
    "number, title": "{number}\n\n{title}\n",
}


def paged(text: str, title: str, printed: str, every: int = 13) -> str:
    """Return a text with what a printer puts between two pages after so many lines."""
    lines = text.split("\n")
    for place in range(len(lines) // every * every, 0, -every):
        number = place // every + 1
        lines[place:place] = [printed.format(number=number, title=title).rstrip("\n")]
    return "\n".join(lines)


@pytest.mark.parametrize("form", ["form2021", "form2019", "stats2014", "stats2008"])
@pytest.mark.parametrize("dialect", ["stacked", "pipes", "markdown", "delimited"])
@pytest.mark.parametrize("printed", BREAKS.values(), ids=BREAKS)
def test_pages_break_within_rows(form: str, dialect: str, printed: str) -> None:
    """The cells before and behind the break are those of one row, and the number is none of them."""
    draft = write(form_by_id(form), Random(1))
    report = parse(paged(render(draft, dialect), TITLE, printed))

    assert differences(report, draft.expected()) == {}
    assert "page_numbers_removed" in [note.code for note in report.notes]
    assert all(f.span is None or f.raw == report.quote(f.span) for f in report.figures().values())


@pytest.mark.parametrize(
    "text",
    [
        "行政许可\n3\n\f4\n规章\n7\n\f8\n决定\n4\n\f",  # the numbers do not count up
        "规章制定办理情况\n3\n行政处罚决定情况\n4\n其他处理决定情况\n5\n",  # each beside another
        "规章\n3\n规章\n4\n规章\n5\n",  # the label of a row
        "汇编名称一二三四\n3\n甲\n汇编名称一二三四\n4\n乙\n",  # too few
    ],
)
def test_numbers_that_may_be_figures_stay(text: str) -> None:
    """A number beside a line like that of others is no number of a page for that alone."""
    repaired, notes = repair(Text(text))

    assert repaired.characters.replace("\n", "") == text.replace("\n", "").replace("\f", "")
    assert notes == ()
