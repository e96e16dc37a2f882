"""Lines of a terminal: nothing is lost, and no line ends or begins where none may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.wording.widths import hanging, width, wrapped

OPENING, CLOSING = "“‘（《「『〔【(", "，。；：、？！）》」』”’…)"
WORDS = st.text(st.sampled_from(f"ab1 件总计{OPENING}{CLOSING}"), max_size=60)


@given(text=WORDS, columns=st.integers(12, 40))
def test_lines_hold_all_that_is_said(text: str, columns: int) -> None:
    """The lines of a text are the text, but for the blanks between them."""
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(before=st.text("总计件年", max_size=20), columns=st.integers(12, 40))
@pytest.mark.parametrize("opening", [*OPENING, "“（", "（“"])
def test_what_opens_stands_with_what_follows(opening: str, before: str, columns: int) -> None:
    """A quotation mark or bracket that opens does not end a line."""
    lines = wrapped(f"{before}{opening}一）予以公开行总计列由改为", columns)
    assert [line for line in lines if line.endswith(tuple(OPENING))] == []
    assert max(map(width, lines)) <= columns


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("1. aaaa bbbb cccc", ["1. aaaa", "   bbbb", "   cccc"]),
        ("  - aaaa bbbb", ["  - aaaa", "    bbbb"]),
        ("aaaa bbbb cccc", ["aaaa", "bbbb", "cccc"]),
    ],
)
def test_items_hang(line: str, lines: list[str]) -> None:
    """The second line of an item begins below the first word of the first."""
    assert hanging(line, 8) == lines
    assert hanging("aaaa bbbb", 8, 2) == ["aaaa", "  bbbb"]
