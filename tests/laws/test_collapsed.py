"""Reports without separators: what is inferred of them is true, and what is not is said to be open."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from govinfo.figures import State
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import Draft
from govinfo.testing.judging import falsehoods
from govinfo.testing.strategies import consistent_reports

KEPT = st.sampled_from([0, 0, 5, 30, 70, 90])
SEEDS = st.integers(0, 9999)
_PAGE_ENDS = re.compile(r"(?<=\d)(?=（[二三四五六七]）|[二三四]、)")


@st.composite
def one_cell_changed(draw: st.DrawFn) -> Draft:
    """Consistent drafts, and drafts in which one cell breaks what it stands in."""
    draft = draw(consistent_reports())
    summed = [address for address in draft.form.addresses if not address.startswith("proactive")]
    changed = draw(st.lists(st.sampled_from(summed), max_size=1))
    return draft.changed({address: draw(st.integers(0, 9999)) for address in changed})


def unlisted(report: Report, draft: Draft) -> list[str]:
    """Return the addresses without a value whose true value is neither a candidate nor excused by a note."""
    figures = {str(address): figure for address, figure in report.figures().items()}
    return [
        address
        for address, value in draft.expected().items()
        if value is not None
        and (figure := figures[address]).value is None
        and value not in figure.candidates
        and not (figure.state is State.ABSENT and report.notes)
    ]


@given(draft=one_cell_changed(), kept=KEPT, seed=SEEDS)
def test_every_value_is_true(draft: Draft, kept: int, seed: int) -> None:
    """However many separators were kept: a value is the true one, and where there is none it is a candidate."""
    report = parse(render(draft, "collapsed", kept=kept, seed=seed))

    assert falsehoods(report, draft.expected()) == {}
    # With nearly all spaces kept, the text is one of single spaces, where other candidates are listed.
    assert report.adapter == "spaced" or unlisted(report, draft) == []


@given(data=st.data(), draft=consistent_reports(), seed=SEEDS)
def test_blanks(data: st.DataObject, draft: Draft, seed: int) -> None:
    """Where blanks of tables three and four leave nothing behind, none is zero, and none takes another's figure."""
    summed = [address for address in draft.form.addresses if not address.startswith("proactive")]
    missing = data.draw(st.lists(st.sampled_from(summed), unique=True, max_size=12))
    draft = draft.without(missing)

    assert falsehoods(parse(render(draft, "collapsed", seed=seed)), draft.expected()) == {}


@given(data=st.data(), draft=consistent_reports(), kept=st.sampled_from([0, 5, 30]), seed=SEEDS)
def test_a_page_number_in_table_three(data: st.DataObject, draft: Draft, kept: int, seed: int) -> None:
    """The number of a page, glued to the total of the row that ends the page, is not taken for its digits."""
    text = render(draft, "collapsed", kept=kept, seed=seed, style=Style(metadata="none"))
    places = [match.start() for match in _PAGE_ENDS.finditer(text, text.rindex("自然人"))]
    if places:
        place = data.draw(st.sampled_from(places))
        text = f"{text[:place]}{data.draw(st.integers(2, 12))}{text[place:]}"

    assert falsehoods(parse(text), draft.expected()) == {}
