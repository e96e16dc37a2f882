"""A report whose numbers agree breaks no rule; change one, and a rule says which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.consistency import check
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft
from govinfo.testing.strategies import consistent_reports


@given(consistent_reports())
def test_consistent_reports_are_clean(draft: Draft) -> None:
    """A consistent report has no broken finding of severity error."""
    findings = check(parse(render(draft, "pipes")))

    assert [finding.message("en") for finding in findings.errors] == []


@given(consistent_reports(), st.data())
def test_one_changed_cell_is_found(draft: Draft, data: st.DataObject) -> None:
    """Whichever cell of tables three and four is changed, a broken rule names it."""
    linked = [
        str(address) for address in draft.form.addresses if address.table in {"requests", "review"}
    ]
    address = data.draw(st.sampled_from(linked))
    added = data.draw(st.integers(1, 1000))
    changed = draft.changed({address: draft.values[address] + added})
    findings = check(parse(render(changed, "pipes")))
    named = {term.address for finding in findings.errors for term in finding.terms}

    assert address in named


@pytest.mark.parametrize(
    "dialect", ["stacked", "markdown", "delimited", "spaced", "drawn", "wiki", "html", "columns"]
)
@given(draft=consistent_reports(), data=st.data())
def test_findings_do_not_depend_on_the_dialect(
    dialect: str, draft: Draft, data: st.DataObject
) -> None:
    """The same report is at fault in the same cells, whichever way it was printed."""
    linked = [
        str(address) for address in draft.form.addresses if address.table in {"requests", "review"}
    ]
    cells = data.draw(st.dictionaries(st.sampled_from(linked), st.integers(0, 99), max_size=3))
    changed = draft.changed(cells)
    found, expected = (
        {
            (one.rule, one.left, one.right, tuple(term.address for term in one.terms))
            for one in check(report).errors
        }
        for report in (parse(render(changed, dialect)), parse(render(changed, "pipes")))
    )

    assert found == expected
