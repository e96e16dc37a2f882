"""A page composed of pieces: every piece is where its span says, also after repairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.documents import compose, rebased
from govinfo.page import ROW_END, Grid, Page, Stream
from govinfo.spans import Edit
from govinfo.text import repair

characters = st.sampled_from("甲乙0 |｜\u200b\ufeff\n\r\u2028")
texts = st.text(characters, max_size=8)
tables = st.lists(st.lists(st.one_of(st.none(), texts), max_size=4), max_size=4)
documents = st.lists(st.one_of(texts, tables), max_size=6)


def flat(cell: str | None) -> str:
    """Return a cell as it stands in a row."""
    return " ".join((cell or "").replace("|", "｜").splitlines())


def pieces_of(page: Page) -> list[str]:
    """Return what stands in each cell and paragraph of a page, row ends left out."""
    return [token for token in page.cut() if token != ROW_END]


@given(documents)
def test_nothing_is_lost(document: list[str | list[list[str | None]]]) -> None:
    """Every paragraph that is not blank, and every cell, is a piece of its own, in the order given."""
    expected = list[str]()
    for piece in document:
        if isinstance(piece, str):
            expected += [line for line in piece.splitlines() if line and not line.isspace()]
        else:
            expected += [flat(cell) for row in piece for cell in row]

    assert pieces_of(compose(document).page) == expected


@given(documents)
def test_places(document: list[str | list[list[str | None]]]) -> None:
    """Blocks and pieces stand in the order of the text, and none overlaps the next."""
    page = compose(document).page
    blocks = [0, *(place for block in page.blocks for place in block.span)]
    pieces = [
        0,
        *(
            place
            for token, pair in zip(page.cut(), page.places(), strict=True)
            if token != ROW_END
            for place in pair
        ),
    ]

    assert blocks == sorted(blocks)
    assert pieces == sorted(pieces)


@given(documents)
def test_repairs_move_places(document: list[str | list[list[str | None]]]) -> None:
    """After the repairs of a whole text each piece is what repairing it alone would make of it, and maps back."""
    page = compose(document).page
    text, _ = repair(page.text)
    moved = rebased(page, text)

    assert pieces_of(moved) == [
        str(repair(compose([piece]).page.text)[0])[:-1] for piece in pieces_of(page)
    ]
    for (start, end), before in zip(moved.places(), page.places(), strict=True):
        span = text.source_span(start, end)
        assert start == end or (before[0] <= span.start and span.end <= before[1])


def test_edits_over_borders() -> None:
    """A replacement across the border of two cells belongs to both; a cell that is gone is empty."""
    page = compose(["甲", [["乙丙", "丁戊", "己", "｜"]]]).page
    text = page.text.edited([Edit(3, 6, "——"), Edit(8, 9)])

    assert str(text) == "甲\n乙——戊||｜\n"
    assert rebased(page, text).cut() == ["甲", ROW_END, "乙——", "——戊", "", "｜", ROW_END]


def test_blocks() -> None:
    """The line above a table is its first row; other lines are a stream, from table to table."""
    page = compose(["一", "", "二", [["三", None]], "四", "五"]).page

    assert [type(block) for block in page.blocks] == [Stream, Grid, Grid, Stream]
    assert page.cut() == ["一", "二", ROW_END, "三", "", ROW_END, "四", "五"]
    assert str(page.text) == "一\n\n二\n三|\n四\n五\n"
