"""The annex of statistics: whatever it is printed as, what is read of it is right."""

from __future__ import annotations

import operator
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.consistency import check
from govinfo.figures import Origin, State
from govinfo.forms import Form
from govinfo.forms.stats2008 import STATS2008
from govinfo.forms.stats2014 import STATS2014
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.dialects import VARIANTS, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports, reports

FORMS = (STATS2014, STATS2008)
WHOLE = ("pipes", "stacked", "markdown", "delimited", "spaced", "frames", "wiki", "html")
LINES: tuple[dict[str, Any], ...] = tuple(
    {"border": border, "one_line": one_line}
    for border in (" ", "\n", "\n\n", "  ")
    for one_line in (False, True)
)
"""Ways to print an annex in running text, other than glued."""


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("dialect", WHOLE)
@given(data=st.data())
def test_values(dialect: str, form: Form, data: st.DataObject) -> None:
    """An annex reads the same in each dialect, whichever way it is written, and the parts of the report are kept."""
    draft = data.draw(st.one_of(consistent_reports([form]), reports([form])))
    report = parse(render(draft, dialect, **data.draw(st.sampled_from(VARIANTS[dialect]))))

    assert report.form is form
    assert differences(report, draft.expected()) == {}


@pytest.mark.parametrize("form", FORMS, ids=str)
@given(data=st.data())
def test_running_text(form: Form, data: st.DataObject) -> None:
    """So it does below running text, with all of it on one line or a cell a line; parts and signature are found."""
    draft = data.draw(reports([form]))
    options = data.draw(st.sampled_from(LINES))
    report = parse(render(draft, "narrative", **options))

    assert differences(report, draft.expected()) == {}
    if not options["one_line"]:
        assert [section.id for section in report.sections] == [part.id for part in draft.parts]
        assert report.signed == draft.signed


@given(data=st.data())
def test_glued_with_one_column(data: st.DataObject) -> None:
    """One figure a row is read where nothing stands between it, its label and the number of the next."""
    draft = data.draw(reports([STATS2014]))

    assert differences(parse(render(draft, "narrative", border="")), draft.expected()) == {}


def exceeds_the_total(draft: Draft, address: str) -> bool:
    """Whether a channel disclosed more than was disclosed in all, which only a slip can state."""
    total = "proactive_total"
    rows = draft.form.annex.rows if draft.form.annex else ()
    channels = {row.id for row in rows if row.parent == total}
    row = address.split(".")[1]
    return row in channels and any(
        draft.values.get(f"statistics.{row}.{column}", 0)
        > draft.values.get(f"statistics.{total}.{column}", 0)
        for column in ("current", "cumulative")
    )


def breaks_its_sum(draft: Draft, address: str) -> bool:
    """Whether a sum of its row breaks in the truth: another cut of the digits may keep it by chance."""
    values = {str(one): draft.values.get(one, 0) for one in draft.form.addresses}
    row = f"{address.rpartition('.')[0]}."
    equations = (one for several in draft.form.equations.values() for one in several)
    return any(
        operator.ne(*one.sums(values, None))
        for one in equations
        if any(operand.address.startswith(row) for operand in one.operands)
    )


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("dialect", VARIANTS)
@given(data=st.data())
def test_never_a_wrong_number(dialect: str, form: Form, data: st.DataObject) -> None:
    """With cells left blank, each figure is right or has no value, and none is called blank that is not."""
    draft = data.draw(st.one_of(consistent_reports([form]), reports([form])))
    # The prose states the total: where digits run together, they are cut so that they agree.
    may_be_blank = [
        one for one in form.addresses if dialect != "collapsed" or ".proactive_total." not in one
    ]
    draft = draft.without(data.draw(st.lists(st.sampled_from(may_be_blank), max_size=20)))
    report = parse(render(draft, dialect, **data.draw(st.sampled_from(VARIANTS[dialect]))))
    if report.form is not form:
        # Labels that are broken over lines, with figures between: a note says that there is an
        # annex.
        assert "annex_unread" in [note.code for note in report.notes] or dialect in (
            "narrative",
            "columns",
        )
        return

    read = {
        address: figure
        for address, figure in report.figures().items()
        if figure.state is not State.ABSENT
    }
    wrong = [
        a
        for a, figure in read.items()
        if figure.value is not None
        and figure.value != draft.values.get(a)
        # No other cut of the digits keeps the sums, or keeps below the total: a note says that this
        # one was chosen.
        and not (
            figure.origin is Origin.INFERRED
            and (exceeds_the_total(draft, str(a)) or breaks_its_sum(draft, str(a)))
        )
    ]
    false_blanks = [
        a for a, figure in read.items() if figure.state is State.BLANK and a in draft.values
    ]
    assert (wrong, false_blanks) == ([], [])


@pytest.mark.parametrize("form", FORMS, ids=str)
@given(data=st.data())
def test_what_is_consistent_keeps_the_rules(form: Form, data: st.DataObject) -> None:
    """Annexes that add up break no rule, and each of their rules is assessed."""
    draft = data.draw(consistent_reports([form]))
    found = [
        f for f in check(parse(render(draft, "pipes")), verdicts="all") if f.rule.startswith("STAT")
    ]

    assert {str(finding.verdict) for finding in found} == {"holds"}


@given(data=st.data())
def test_glued_with_two_columns(data: st.DataObject) -> None:
    """Two figures without a space between are read where the sums leave one way, and else listed among others."""
    draft = data.draw(consistent_reports([STATS2008]))
    report = parse(render(draft, "narrative", border=""))

    for address, figure in report.figures().items():
        assert figure.value in (None, draft.values[address])
        if figure.value is None:
            assert draft.values[address] in figure.candidates


@pytest.mark.parametrize(
    ("stated", "read"),
    [(591, (591, 0)), (59, (None, None)), (5, (5, 910)), (12, (None, None))],
)
def test_a_number_of_the_prose_decides_if_the_running_total_allows_it(
    stated: int, read: tuple[int | None, int | None]
) -> None:
    """A running total is no less than the year in it, or 0; another number is of something else."""
    draft = write(STATS2008, Random(1)).changed(
        {"statistics.proactive_total.current": 591, "statistics.proactive_total.cumulative": 0}
    )
    text = render(draft, "narrative", border="")
    text = re.sub(r"主动公开政府信息\d+条", f"主动公开政府信息{stated}条", text)
    report = parse(text)

    assert (
        report["statistics.proactive_total.current"].value,
        report["statistics.proactive_total.cumulative"].value,
    ) == read
