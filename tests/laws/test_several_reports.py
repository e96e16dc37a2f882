"""One report at a time: a second report in the same text changes no value of the first."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.division import may_hold_several
from govinfo.forms import Form
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.model import Report
from govinfo.reading import parse, parse_all, parse_grid
from govinfo.testing.compare import falsehoods
from govinfo.testing.dialects import DIALECTS, VARIANTS, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import Printed, consistent_reports, pages

TABLED = tuple(name for name in DIALECTS if name != "narrative")


def facts(report: Report) -> tuple[object, ...]:
    """Return what a report says that may not come from another one."""
    return report.form.id, report.title, report.year, report.agency, report.values()


@given(first=pages(consistent_reports(), TABLED), second=pages(consistent_reports(), TABLED))
def test_two_reports_in_any_dialects(first: Printed, second: Printed) -> None:
    """Each report is read as it is read alone, whatever dialect the other is printed in."""
    text = f"{first.text}\n{second.text}"
    alone = [facts(parse(one.text)) for one in (first, second)]

    assert [facts(report) for report in parse_all(text)] == alone

    report = parse(text)
    assert facts(report) in alone
    assert "another_report" in [note.code for note in report.notes]


@pytest.mark.parametrize("dialect", TABLED)
@pytest.mark.parametrize("form", [FORM2021, FORM2019], ids=lambda form: form.id)
def test_each_dialect_beside_itself(dialect: str, form: Form) -> None:
    """Two reports in one dialect are two reports, and spans quote the text they share."""
    dice = Random(7)
    texts = [render(write(form, dice), dialect, **dice.choice(VARIANTS[dialect])) for _ in "ab"]
    reports = parse_all("\n".join(texts))

    assert [facts(report) for report in reports] == [facts(parse(text)) for text in texts]
    for report in reports:
        spans = [(figure.span, figure.raw) for figure in report.figures().values() if figure.span]
        assert all(report.quote(span) == raw for span, raw in spans)


def test_reports_in_prose() -> None:
    """Reports without tables are told apart by their titles and headings."""
    dice = Random(3)
    texts = [render(write(NARRATIVE2008, dice), "narrative") for _ in "abc"]
    reports = parse_all("\n".join(texts))

    assert [facts(report) for report in reports] == [facts(parse(text)) for text in texts]
    alone = [[claim.value for claim in parse(text).claims] for text in texts]
    assert [[claim.value for claim in report.claims] for report in reports] == alone


@pytest.mark.parametrize(
    ("dialect", "options"),
    [
        ("markdown", {"repeated": True}),
        ("spaced", {"repeated": True}),
        ("delimited", {"separator": ";", "repeated": True}),
        ("frames", {}),
    ],
)
def test_repeated_labels(dialect: str, options: dict[str, object]) -> None:
    """A label that stands once for each column that it spans makes one report, as a quick look shows."""
    text = render(write(FORM2021, Random(11)), dialect, **options)

    assert not may_hold_several(text)
    assert may_hold_several(f"{text}\n{text}")


def test_labels_in_traditional_characters() -> None:
    """The rows of table 3 have ordinals, and are no parts of another report in any script."""
    text = render(write(FORM2021, Random(11)), "pipes").replace("申请数量", "申請數量")

    assert not may_hold_several(text)
    assert may_hold_several(f"{text}\n{text}")


@pytest.mark.parametrize("filler", ["", "0"])
def test_a_blank_form_above_the_report(filler: str) -> None:
    """A form without names and figures is noted, and the report below it is read."""
    draft = write(FORM2021, Random(5))
    text = render(draft, "pipes")
    rows = text[text.index("二、主动公开政府信息情况\n") :].split("\n")
    blank = "\n".join(re.sub(r"(?<=\| )\d+", filler, row) for row in rows if "年" not in row[:5])
    report = parse(f"政府信息公开工作年度报告（模板）\n一、总体情况\n照此填写。\n{blank}\n{text}")

    assert facts(report) == facts(parse(text))
    assert [note.code for note in report.notes if note.code == "another_report"] == [
        "another_report"
    ]


def test_tables_of_another_tool() -> None:
    """Two reports in the tables of another tool are two reports: only the first is read."""
    dice = Random(9)
    drafts = [write(FORM2021, dice) for _ in "ab"]
    grids = [
        [[cell.strip() for cell in row.rstrip("| ").split("|")] for row in text.split("\n")]
        for text in (render(draft, "pipes") for draft in drafts)
    ]
    report = parse_grid(grids[0] + grids[1])

    assert report.values() == parse_grid(grids[0]).values()
    assert "another_report" in [note.code for note in report.notes]


def test_one_report_is_one() -> None:
    """A report alone is the only one, and equals what `parse` returns."""
    text = render(write(FORM2021, Random(1)), "pipes")
    assert parse_all(text) == (parse(text),)


LINES = ("pipes", "stacked", "markdown", "delimited", "spaced", "columns")


@given(
    first=consistent_reports((FORM2021,)),
    second=consistent_reports((FORM2021,)),
    dialect=st.sampled_from(LINES),
)
def test_a_second_table_fills_no_gap_of_the_first(
    first: Draft, second: Draft, dialect: str
) -> None:
    """Of two printings of table 3 in one report, no cell is taken that the first does not have."""
    own, other = render(first, dialect), render(second, dialect)
    heads = other.rfind("自然人", 0, other.find("本年新收政府信息公开申请数量"))
    begin = other.rfind("\n", 0, heads) + 1
    table = other[begin : _line_of(other, "四、政府信息公开行政复议")]
    lost = slice(_line_of(own, "2.其他法律行政法规禁止公开"), _line_of(own, "3.危及"))
    end = _line_of(own, "四、政府信息公开行政复议")
    report = parse(own[: lost.start] + own[lost.stop : end] + table + own[end:])

    assert report["requests.denied_law_prohibited.total"].value is None
    wrong = falsehoods(report, first.expected())
    assert [address for address in wrong if "denied_law_prohibited" not in address] == []


def _line_of(text: str, words: str) -> int:
    """Return where the line begins with the last of these words, in a table or as a heading."""
    return text.rfind("\n", 0, text.rfind(words)) + 1
