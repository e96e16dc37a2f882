"""The sums of all columns in one integer behave like the columns themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.binding.unseparated.column_sums import (
    count_differences,
    highest,
    is_below,
    pack,
    unpack,
)

COLUMNS = st.lists(st.integers(0, 2**38 - 1), min_size=7, max_size=7)


@given(COLUMNS, COLUMNS)
def test_packed_columns_behave_like_lists(one: list[int], other: list[int]) -> None:
    """Sums, differences, maxima and bounds of packed columns are those of each column."""
    added = [a + b for a, b in zip(one, other, strict=True)]
    greatest = [max(a, b) for a, b in zip(one, other, strict=True)]

    assert pack(one) + pack(other) == pack(added)
    assert count_differences(pack(one), pack(other)) == sum(map(int.__ne__, one, other))
    assert highest([pack(one), pack(other)]) == pack(greatest)
    assert is_below(pack(one), pack(other)) == all(map(int.__le__, one, other))


@given(COLUMNS)
def test_unpack_gives_back_the_columns(columns: list[int]) -> None:
    """The columns come back, without the zeros behind the last other number."""
    found = list(unpack(pack(columns)))

    assert found + [0] * (len(columns) - len(found)) == columns
