"""A report whose numbers agree breaks no rule; change one, and a rule says which."""

from __future__ import annotations

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
    linked = [address for address in draft.form.addresses if address.table in {"requests", "review"}]
    address = data.draw(st.sampled_from(linked))
    added = data.draw(st.integers(1, 1000))
    changed = draft.changed({address: draft.values[address] + added})
    findings = check(parse(render(changed, "pipes")))
    named = {term.address for finding in findings.errors for term in finding.terms}

    assert address in named
