"""Where the words of a page of paper stand on their lines."""

from __future__ import annotations

from govinfo.binding.assignment import Bound, places_on_line
from govinfo.binding.tokens import kinds_of
from govinfo.forms import form_by_id
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text

TEXT = "自然人\n  收到  7\n商业 企\n业 8"
CELLS = {"收到": Span(6, 8), "7": Span(10, 11), "企\n业": Span(15, 18), "8": Span(19, 20)}


def test_a_chinese_character_takes_the_room_of_two() -> None:
    """Places are counted from the line of a word on, in characters and in the room they take."""
    page = Page(Text(TEXT), (Grid(Span(0, len(TEXT)), rows=(tuple(CELLS.values()),)),))
    tokens = page.cut()
    bound = Bound(page, tokens, kinds_of(tokens), form_by_id("form2021"))

    by_characters, by_room = places_on_line(bound, range(len(CELLS)))

    assert tokens[: len(CELLS)] == [*CELLS]
    assert by_characters == ((2, 4), (6, 7), (3, 6), (2, 3))
    assert by_room == ((2, 6), (8, 9), (5, 10), (3, 4))
