"""The account of numbers: each number among the tables is in a figure, a label, a note, or `unread`."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govinfo.errors import GovInfoError
from govinfo.forms import form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.spans import Span
from govinfo.testing.compare import falsehoods
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.drafts import write
from govinfo.testing.strategies import consistent_reports, damaged, pages, reports

TABLED = tuple(name for name in DIALECTS if name != "narrative")
LINES = ("pipes", "stacked", "markdown", "delimited", "spaced")
"""The dialects in which a row can be added as lines of text."""
ODD = sorted((Path(__file__).parent.parent / "fixtures" / "odd").iterdir())
PRINTED_AROUND = re.compile(
    r"""
    < [^<>]* > | <!--.*?--!?> | &\#?\w+; | \w+ \s? = \s? "[^"\n]*"     # markup
  | \\ \w+ \{ [\d.-]+ \w* \}                            # a command of LaTeX
  | [-—－–] \s* \d{1,3} \s* [-—－–]                    # the number of a page
  | ^ [^\w\n]* \d+ [^\w\n]                          # the number that pandas gives a row
  | \d+ [年月日/-] [\d年月日/-]*                       # a date
  | \d{1,2} \s? [.、．)）] | [(（] \d+ [)）]            # the number of a label
    """,
    re.VERBOSE | re.MULTILINE,
)
REPEATED = re.compile(r"([+-]?[\d,]+\w?)(?:[^\w<&]|&nbsp;|<[^<>]*>)+(?:\1(?!\d)[^\d\n]*)+")
"""A number that a tool prints once for each column that its cell spans."""


def holders(report: Report) -> Iterator[Span]:
    """Yield what holds a number: the figures, the notes, and the list of those that are in no cell."""
    yield from (figure.span for figure in report.figures().values() if figure.span is not None)
    yield from (note.span for note in report.notes if note.span is not None)
    yield from (one.span for one in report.unread)


def vanished(report: Report) -> list[str]:
    """Return the numbers between the first and the last cell of each table that nothing holds."""
    text, found = report.source_text, list[str]()
    held = bytearray(len(text))
    for span in holders(report):
        held[span.start : span.end] = b"\1" * len(span)
    for pattern in (PRINTED_AROUND, REPEATED):
        for match in pattern.finditer(text):
            held[match.start() : match.end()] = b"\1" * len(match[0])
    for table in report.tables.values():
        spans = [figure.span for figure in table if figure.span is not None]
        begin, end = min(span.start for span in spans), max(span.end for span in spans)
        for match in re.finditer(r"\d+", text[begin:end]):
            first, last = begin + match.start(), begin + match.end()
            rest = "".join(text[at] for at in range(first, last) if not held[at])
            # The number of the next label is glued to the last digit of a row without separators.
            if rest and not (len(rest) == 1 and text[last : last + 1] in ".、．"):
                found.append(text[max(0, first - 30) : last + 10])
    return found


@pytest.mark.parametrize("dialect", TABLED)
@given(data=st.data())
def test_a_good_page_has_nothing_unread(dialect: str, data: st.DataObject) -> None:
    """Each number of a page as the form prints it is in a cell, a label or a head."""
    printed = data.draw(pages(st.one_of(consistent_reports(), reports()), [dialect]))

    assert parse(printed.text).unread == ()


@pytest.mark.parametrize("name", DAMAGE)
@given(data=st.data())
@settings(max_examples=settings().max_examples // 2)
def test_the_account_closes(name: str, data: st.DataObject) -> None:
    """After damage of any kind each number is held by something, or listed with a reason."""
    printed = data.draw(pages(st.one_of(consistent_reports(), reports()), TABLED))
    try:
        report = parse(data.draw(damaged(printed.text, DAMAGE[name])))
    except GovInfoError:
        return

    assert vanished(report) == []
    assert all(re.fullmatch(r"\d+", report.quote(one.span)) for one in report.unread) or (
        report.text.characters != report.source_text
    )
    assert all(one.table in {"proactive", "requests", "review"} for one in report.unread)
    assert all(one.reason for one in report.unread)


@pytest.mark.parametrize("dialect", LINES)
@given(data=st.data())
def test_an_added_row(dialect: str, data: st.DataObject) -> None:
    """A row that no form has changes no value, and each of its numbers is noted or listed."""
    printed = data.draw(pages(consistent_reports(), [dialect]))
    assume(not printed.options.get("one_line"))
    before = parse(printed.text)
    label = data.draw(
        st.sampled_from(("小计", "其他主动公开的文件（包括" + "不" * 45 + "属于的）"))
    )
    numbers = ["73591", "84602", "95713", "73594", "84605", "95716", "73597"]
    numbers = numbers[: data.draw(st.integers(1, 7))]
    lines = printed.text.split("\n")
    rows = [
        before.source_text.count("\n", 0, figure.span.start)
        for address, figure in before.figures().items()
        if figure.span is not None
        and address.column in {"total", "in_force", "decisions"}
        and address.table != "review"
    ]
    place = data.draw(st.sampled_from(sorted(set(rows)))) + 1
    text = "\n".join([*lines[:place], *_row(lines[place - 1], label, numbers), *lines[place:]])
    try:
        report = parse(text)
    except GovInfoError:
        return

    for address, value in report.values().items():
        assert value in (None, before.values().get(address)), address
    held = list(holders(report))
    for number in numbers:
        at = report.source_text.index(number)
        assert any(span.start <= at and at + len(number) <= span.end for span in held), number


def _row(line: str, label: str, numbers: list[str]) -> list[str]:
    """The lines of one more row below a line of a page, in the dialect of that line."""
    if "|" in line.strip(" \t|"):
        return [f"| {' | '.join([label, *numbers])} |"]
    for separator in ("\t", ",", ";"):
        if separator in line:
            return [separator.join([label, *numbers])]
    if " " in line.strip():
        return [" ".join([label, *numbers])]
    end = " |" if line.rstrip().endswith("|") else ""
    return [f"{cell}{end}" for cell in (label, *numbers)]


@pytest.mark.parametrize("dialect", ["pipes", "stacked", "html", "columns", "collapsed"])
@pytest.mark.parametrize("path", ODD, ids=lambda path: path.name)
def test_an_odd_text_in_a_report(path: Path, dialect: str) -> None:
    """With anything at all in its middle, the account of a report closes."""
    odd = path.read_bytes().decode("utf-8", "replace")
    text = render(write(form_by_id("form2021"), Random(1)), dialect)
    try:
        report = parse(text[: len(text) // 2] + odd + text[len(text) // 2 :])
    except GovInfoError:
        return

    assert vanished(report) == []


def test_a_number_that_is_in_no_cell() -> None:
    """It is listed with its place, its table and the reason, and data and copies keep it."""
    text = render(write(form_by_id("form2021"), Random(1)), "stacked")
    row = "行政强制（指行政机关在履职中所采取的各类措施；以法律文书为准，不含口头告诫。）"
    report = parse(text.replace("\n行政强制\n", f"\n{row}\n73591\n行政强制\n", 1))

    assert [(report.quote(one.span), one.table) for one in report.unread] == [
        ("73591", "proactive")
    ]
    assert Report.from_json(report.to_json()).unread == report.unread
    assert pickle.loads(pickle.dumps(report)).unread == report.unread


def test_a_last_row_that_is_indented_and_too_wide() -> None:
    """Its numbers are held without a value, and those of an unknown row above it are listed."""
    text = render(write(form_by_id("form2021"), Random(1)), "stacked", indent="\u3000")
    top = text[: text.index("\u30002.重复申请")]
    unknown, last = "\n\u3000甲乙\n\u3000丙丁731\n\u3000丙丁842", "\n\u3000总计"
    report = parse(top.rstrip() + unknown + last + "\n\u30009" * 15 + "\n")

    assert {report.quote(one.span) for one in report.unread} >= {"731", "842"}
    assert vanished(report) == []


@pytest.mark.parametrize("head", ["第二十条第（六）项", "四、结转下年度继续办理"])
def test_a_number_that_is_glued_to_the_next_head(head: str) -> None:
    """A head has no number before it: `10第二十条` is a number that no cell holds."""
    text = render(write(form_by_id("form2019"), Random(1)), "spaced")
    report = parse(
        text.replace("服务事项 8 -2 0\n第二十条第（六）项\n", f"服务事项8 -2 10{head}\n")
    )

    assert "10" in [report.quote(one.span) for one in report.unread]


@pytest.mark.parametrize(
    "options",
    [{"lines": "double", "spanned": True, "widest": 20}, {"lines": "ascii", "widest": 12}],
)
def test_each_line_of_a_frame_printed_twice(options: dict[str, Any]) -> None:
    """A row that is printed twice between two lines of its frame is two rows: no number vanishes."""
    draft = write(form_by_id("form2021"), Random(0))
    lines = render(draft, "drawn", **options).split("\n")
    for place, line in enumerate(lines):
        if "行政" in line and "│║|".count(line[:1]):
            report = parse("\n".join([*lines[: place + 1], *lines[place:]]))
            assert (vanished(report), falsehoods(report, draft.values)) == ([], {}), line
