"""Whatever a report says, and however it is printed, reading gives it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certainty import unexplained
from govinfo.figures import State
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import Style
from govinfo.testing.strategies import (
    Printed,
    consistent_reports,
    damaged,
    narratives,
    pages,
    reports,
)

TABLED = ("pipes", "stacked", "markdown", "delimited", "spaced", "frames", "drawn", "wiki", "html")
KEEPING = tuple(name for name, damage in DAMAGE.items() if damage.keeps)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "big5")

some_report = st.one_of(consistent_reports(), reports())


def head_of(report: Report) -> dict[str, object]:
    """Return what the report says about itself."""
    return {
        "form": report.form.id,
        "year": report.year,
        "agency": report.agency and report.agency.name,
        "period": report.period,
        "signed": report.signed,
        "created": report.created,
        "published": report.published,
        "sections": [section.id for section in report.sections],
    }


def head_meant(printed: Printed) -> dict[str, object]:
    """Return what the draft says about itself, as far as it was printed."""
    draft = printed.draft
    shown = printed.options.get("style", Style()).metadata != "none"
    return {
        "form": draft.form.id,
        "year": draft.year,
        "agency": draft.agency,
        "period": draft.period,
        "signed": draft.signed,
        "created": draft.created if shown else None,
        "published": draft.published if shown else None,
        "sections": [part.id for part in draft.parts],
    }


@pytest.mark.parametrize("dialect", TABLED)
@given(data=st.data())
def test_values(dialect: str, data: st.DataObject) -> None:
    """A report reads the same in each dialect, whichever way the dialect is written.

    Figures that break their sums just as a lost nought does, 0 0 1 1 0, are in doubt.
    """
    add_up = data.draw(st.booleans())
    printed = data.draw(pages(consistent_reports() if add_up else reports(), [dialect]))

    assert unexplained(parse(printed.text), printed.draft, add_up=add_up) == {}


@pytest.mark.parametrize("dialect", TABLED)
@given(data=st.data())
def test_head(dialect: str, data: st.DataObject) -> None:
    """Form, year, agency, dates and parts are found in each dialect."""
    printed = data.draw(pages(consistent_reports(), [dialect]))

    assert head_of(parse(printed.text)) == head_meant(printed)


@given(printed=pages(narratives(), ["narrative"]))
def test_narrative(printed: Printed) -> None:
    """A report without tables keeps its head, and not one value is invented."""
    report = parse(printed.text)

    assert head_of(report) == head_meant(printed)
    assert not any(value is not None for value in report.values().values())


@pytest.mark.parametrize("name", KEEPING)
@given(data=st.data())
def test_harmless_damage(name: str, data: st.DataObject) -> None:
    """Damage that keeps the information changes nothing that is read."""
    printed = data.draw(pages(consistent_reports()))
    report = parse(data.draw(damaged(printed.text, DAMAGE[name])))
    found, meant = head_of(report), head_meant(printed)

    assert differences(report, printed.draft.expected()) == {}
    assert found == meant


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.data())
def test_encodings(encoding: str, data: st.DataObject) -> None:
    """A file reads like its text, in every encoding that reports are kept in."""
    printed = data.draw(pages(consistent_reports()))
    # Big5 can write a report in traditional characters only.
    text = (
        data.draw(damaged(printed.text, DAMAGE["traditional"]))
        if encoding == "big5"
        else printed.text
    )
    report = parse(text.encode(encoding))

    assert report.source_text == text
    assert report.encoding is not None
    assert differences(report, printed.draft.expected()) == {}
    assert head_of(report) == head_meant(printed)


@pytest.mark.parametrize("blank", ["/", "-", "—", "无"])
@given(data=st.data())
def test_not_applicable(blank: str, data: st.DataObject) -> None:
    """A cell that says "no figure" has no value, and its neighbours keep theirs."""
    draft = data.draw(consistent_reports())
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, max_size=12))
    style = Style(blank=blank)
    printed = data.draw(pages(st.just(draft.without(missing)), styles=st.just(style)))
    report = parse(printed.text)

    assert differences(report, printed.draft.expected()) == {}
    assert {report[address].state for address in missing} <= {State.NOT_APPLICABLE}


@given(data=st.data())
def test_quotes(data: st.DataObject) -> None:
    """Every figure quotes the characters it was read from, whatever happened to the text."""
    printed = data.draw(pages(some_report))
    damage = data.draw(st.sampled_from([damage for damage in DAMAGE.values() if damage.keeps]))
    report = parse(data.draw(damaged(printed.text, damage)))

    for figure in report.figures().values():
        assert (figure.span is None) == (figure.state is State.ABSENT)
        assert figure.span is None or report.quote(figure.span) == figure.raw
