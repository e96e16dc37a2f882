"""The lines of a page, found in the string that has one character for each token."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.binding.kinds import (
    LONGEST_LINE_TOKENS,
    TokenLine,
    line_above,
    line_around,
    line_below,
    lines_of,
)

KINDS = st.text("0 \np", max_size=60)


@given(KINDS)
def test_the_lines_of_a_page_are_its_rows_and_what_stands_behind_them(kinds: str) -> None:
    """Joined with the ends of rows between them, the lines are the page."""
    lines = list(lines_of(kinds))
    assert "\n".join(kinds[line.begin : line.end] for line in lines) == kinds
    assert [line.has_end for line in lines] == [True] * (len(lines) - 1) + [False]
    assert [line.has_begin for line in lines] == [False] + [True] * (len(lines) - 1)


@given(KINDS)
def test_each_token_is_on_the_line_that_holds_it(kinds: str) -> None:
    """A token is found on just the line it stands on; the end of a row is on the line it ends."""
    for line in lines_of(kinds):
        for token in range(line.begin, min(line.end + 1, len(kinds))):
            assert line_around(kinds, token) == line


@given(KINDS)
def test_from_line_to_line_one_walks_over_the_whole_page(kinds: str) -> None:
    """From the first line downwards, and from there back upwards, the lines are those of the page."""
    lines = [line for line in lines_of(kinds) if line.begin < len(kinds)]
    down = list[TokenLine]()
    line = line_around(kinds, 0) if kinds else None
    while line is not None:
        down.append(line)
        line = line_below(kinds, line)
    up, line = list[TokenLine](), down[-1] if down else None
    while line is not None:
        up.append(line)
        line = line_above(kinds, line)
    assert down == lines
    assert up == lines[::-1]


def test_a_page_without_lines_is_not_walked_to_its_ends() -> None:
    """Where no row ends near a token, its line is cut at a fixed distance and is no row."""
    line = line_around("0" * 30_000, 15_000)
    assert line == TokenLine(
        15_000 - LONGEST_LINE_TOKENS,
        15_000 + LONGEST_LINE_TOKENS,
        has_begin=False,
        has_end=False,
    )
    assert not line.is_row
