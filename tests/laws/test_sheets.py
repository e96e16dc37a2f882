"""What a sheet says of its equations is what each equation says when it is added up anew."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.accidents.sheet import Sheet, is_sound
from govinfo.figures import Number
from govinfo.forms.form2021 import FORM2021

ADDRESSES = FORM2021.addresses
EQUATIONS = [one for identity in FORM2021.identities for one in identity.equations]
SUMMED = sorted({operand.address for one in EQUATIONS for operand in one.operands})
NUMBERS = st.one_of(st.integers(-3, 40), st.none())
CHANGES = st.dictionaries(st.sampled_from(SUMMED), NUMBERS, max_size=12)


def sheet_of(values: dict[str, Number | None]) -> Sheet:
    """Return the sheet of a report with these values."""
    return Sheet.of(FORM2021, values, frozenset(), dict)


def blank_but(changes: dict[str, Number | None]) -> dict[str, Number | None]:
    """Return noughts in every cell but these."""
    return {**dict.fromkeys(ADDRESSES, 0), **changes}


def which_hold(values: dict[str, Number | None]) -> list[bool]:
    """Return for each equation whether it adds up, one by one."""
    sums = [one.sums(values, None) for one in EQUATIONS]
    return [left is not None and left == right for left, right in sums]


@given(CHANGES, CHANGES)
def test_a_sheet_keeps_account_of_each_equation(
    first: dict[str, Number | None], then: dict[str, Number | None]
) -> None:
    """What breaks, and what other numbers gain, is what the equations say one by one."""
    before = blank_but(first)
    after, sheet = {**before, **then}, sheet_of(before)
    assert [number not in sheet.broken for number in range(len(EQUATIONS))] == which_hold(before)
    assert sheet.gain(then) == sum(which_hold(after)) - sum(which_hold(before))
    changed = sheet.with_values(then)
    assert changed.broken == sheet_of(after).broken
    assert [changed.is_violated(number) for number in range(len(EQUATIONS))] == [
        None not in sums and sums[0] != sums[1]
        for sums in (one.sums(after, None) for one in EQUATIONS)
    ]


@given(CHANGES)
def test_a_quick_look_finds_every_broken_sum(changes: dict[str, Number | None]) -> None:
    """All sums hold if and only if the sum of all weighted cells is nought."""
    values = blank_but(changes)
    assert is_sound(FORM2021, [values[address] for address in ADDRESSES]) == all(which_hold(values))


def test_errors_of_two_sums_do_not_outweigh_each_other() -> None:
    """An error of any size in one sum hides no error in another one."""
    totals = [one.operands[0].address for one in EQUATIONS]
    for (one, other), (error, opposite) in (
        (pair, errors)
        for pair in combinations(totals[:6], 2)
        for errors in ((3, -1), (1, -3), (9, -1), (27, -1), (1, 1), (5, -5))
        if pair[0] != pair[1]
    ):
        values = blank_but({one: error, other: opposite})
        sound = is_sound(FORM2021, [values[address] for address in ADDRESSES])
        assert sound == all(which_hold(values)), (one, other, error, opposite)


@given(CHANGES, st.sets(st.sampled_from(SUMMED), max_size=12))
def test_a_sum_with_a_cell_that_is_lost_is_none(
    changes: dict[str, Number | None], lost: set[str]
) -> None:
    """A side has no sum where one of its cells has no number, or is not there; the other has."""
    values = {cell: value for cell, value in blank_but(changes).items() if cell not in lost}
    for one in EQUATIONS:
        for side, found in zip((1, -1), one.sums(values, None), strict=True):
            own = [values.get(cell.address) for cell in one.operands if cell.sign == side]
            known = [value for value in own if value is not None]
            assert found == (sum(known) if len(known) == len(own) else None)
