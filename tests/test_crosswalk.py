"""What may be compared across generations: the table names real cells, and says no where it must."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import combinations

import pytest

from govinfo.claims import SUBJECTS
from govinfo.forms import form_by_id
from govinfo.forms.crosswalk import CROSSWALK, Quantity


@pytest.mark.parametrize("quantity", CROSSWALK, ids=lambda quantity: quantity.id)
def test_cells_are_those_of_the_forms(quantity: Quantity) -> None:
    """Every cell is one of its form, every group is of forms that count the quantity, and none is in two groups."""
    for form_id, cells in quantity.cells.items():
        for cell in cells.split(" + "):
            assert any(fnmatchcase(address, cell) for address in form_by_id(form_id).addresses), (
                cell
            )
    grouped = [form_id for group in quantity.comparable for form_id in group]
    assert sorted(grouped) == sorted(quantity.cells)


def test_subjects_are_those_of_claims() -> None:
    """Every subject named is one that claims can have."""
    subjects = {subject.id for subject in SUBJECTS}

    assert {quantity.subject for quantity in CROSSWALK if quantity.subject} <= subjects


@pytest.mark.parametrize(
    ("name", "one", "other", "may"),
    [
        ("normative_documents_in_force", "form2021", "form2019", False),
        ("administrative_fees", "form2021", "form2019", False),
        ("requests_denied", "form2019", "stats2014", False),
        ("requests_received", "form2021", "stats2008", True),
        ("reconsideration_corrected", "form2019", "stats2014", True),
        ("proactive_disclosures", "stats2014", "form2019", False),
    ],
)
def test_what_may_be_compared(name: str, one: str, other: str, may: bool) -> None:  # noqa: FBT001 - the answer.
    """对外公开总数 of 2019 is not 现行有效 of 2021, and kinds of fees are no money."""
    quantity = next(quantity for quantity in CROSSWALK if quantity.id == name)

    assert (quantity.may_compare(one, other), quantity.may_compare(other, one)) == (may, may)


def test_groups_that_differ_have_a_reason() -> None:
    """Where two forms count a quantity and may not be compared, the table says why."""
    for quantity in CROSSWALK:
        apart = [
            pair for pair in combinations(quantity.cells, 2) if not quantity.may_compare(*pair)
        ]
        assert not apart or quantity.why, quantity.id
