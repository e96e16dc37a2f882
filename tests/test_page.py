"""A page is cut into tokens, and says where each of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.page import ROW_END, Block, Grid, Heading, Page, Paragraph, Run, Stream
from govinfo.spans import Span, Text

CHARACTERS = st.text(st.sampled_from(list("规章0;|\t 1\n")), max_size=40)
SEPARATORS = st.sampled_from(
    [("\n",), ("|",), (";",), ("\n\n", "\n"), ("||", "|"), ("\n\n\n", "\n"), ("；", "；")]
)


@st.composite
def regions(draw: st.DrawFn) -> tuple[str, Span]:
    """Return a text and a part of it."""
    characters = draw(CHARACTERS)
    start = draw(st.integers(0, len(characters)))
    return characters, Span(start, draw(st.integers(start, len(characters))))


def quoted(block: Block, characters: str) -> list[str]:
    """Return what stands at the place of each token that is no end of a row."""
    pairs = zip(block.cut(characters), block.places(characters), strict=True)
    return [characters[slice(*place)] for token, place in pairs if token != ROW_END]


def cells(block: Block, characters: str) -> list[str]:
    """Return the tokens that are no end of a row."""
    return [token for token in block.cut(characters) if token != ROW_END]


@given(regions(), SEPARATORS)
def test_stream_places_quote_its_tokens(
    region: tuple[str, Span], separators: tuple[str, ...]
) -> None:
    """Every token of a stream stands where the stream says, whatever the text and the separators."""
    characters, span = region
    stream = Stream(span, separators)

    assert quoted(stream, characters) == cells(stream, characters)
    assert stream.starts(characters) == [start for start, _ in stream.places(characters)]


@given(regions(), st.sampled_from("|;\t0"))
def test_grid_places_quote_its_tokens(region: tuple[str, Span], separator: str) -> None:
    """Every cell of a grid stands where the grid says, and one end of a row follows each line."""
    characters, span = region
    grid = Grid(span, separator)
    rows = characters[span.start : span.end].split("\n")

    assert quoted(grid, characters) == cells(grid, characters)
    assert grid.cut(characters) == [
        token for row in rows for token in (*row.split(separator), ROW_END)
    ]


@given(regions())
def test_whole_blocks_are_one_token(region: tuple[str, Span]) -> None:
    """A heading, a paragraph and a run are cut into one token, which is all of them."""
    characters, span = region
    for block in (Heading(span), Paragraph(span), Run(span)):
        assert block.cut(characters) == [characters[span.start : span.end]]
        assert block.places(characters) == [(span.start, span.end)]


@given(st.text(max_size=20), st.data())
def test_listed_cells(characters: str, data: st.DataObject) -> None:
    """Cells that are listed are cut where the list says, in its order."""
    ends = st.tuples(st.integers(0, len(characters)), st.integers(0, len(characters)))
    spans = tuple(Span(*sorted(pair)) for pair in data.draw(st.lists(ends, max_size=5)))
    whole = Span(0, len(characters))
    expected = [characters[span.start : span.end] for span in spans]

    stream, grid = Stream(whole, cells=spans), Grid(whole, rows=(spans, spans))
    assert (stream.cut(characters), stream.places(characters)) == (
        expected,
        [(s.start, s.end) for s in spans],
    )
    assert grid.cut(characters) == [*expected, ROW_END, *expected, ROW_END]
    assert quoted(grid, characters) == cells(grid, characters)


@given(st.lists(regions(), max_size=4), SEPARATORS)
def test_page_is_its_blocks(parts: list[tuple[str, Span]], separators: tuple[str, ...]) -> None:
    """The tokens of a page are those of its blocks, one block after the other; so are their places."""
    characters = "".join(text for text, _ in parts)
    blocks: list[Block] = []
    begin = 0
    for index, (text, span) in enumerate(parts):
        here = Span(begin + span.start, begin + span.end)
        blocks.append((Heading(here), Stream(here, separators), Grid(here, "|"), Run(here))[index])
        begin += len(text)
    page = Page(Text(characters), tuple(blocks))

    assert page.cut() == [token for block in blocks for token in block.cut(characters)]
    assert page.places() == [place for block in blocks for place in block.places(characters)]
    few = range(0, len(page.cut()), 3)
    assert page.places_of(few) == [page.places()[token] for token in few]


@pytest.mark.parametrize(
    ("characters", "separators", "expected"),
    [
        pytest.param("规章\n0\n1", ("\n",), ["规章", "0", "1"], id="one a line"),
        pytest.param(
            "规章\n\n0\n\n1", ("\n\n", "\n"), ["规章", "0", "1"], id="blank lines between"
        ),
        pytest.param("规章\n\n\n\n1", ("\n\n", "\n"), ["规章", "", "1"], id="an empty cell"),
        pytest.param(
            "规章\n0\n\n1", ("\n\n", "\n"), ["规章", "0", "1"], id="a blank line forgotten"
        ),
        pytest.param("规章\n\n0", ("\n",), ["规章", "", "0"], id="blank lines are cells"),
        pytest.param("", ("\n",), [""], id="nothing"),
    ],
)
def test_stream_of_cells(characters: str, separators: tuple[str, ...], expected: list[str]) -> None:
    """Of several separators the longest counts first."""
    stream = Stream(Span(0, len(characters)), separators)

    assert stream.cut(characters) == expected
    assert quoted(stream, characters) == expected


def test_grid_of_lines() -> None:
    """A grid of lines has a cell before a leading border, and one after the last."""
    characters = "| 规章 | 0 |\n1|2"

    assert Grid(Span(0, len(characters)), "|").cut(characters) == [
        "",
        " 规章 ",
        " 0 ",
        "",
        ROW_END,
        "1",
        "2",
        ROW_END,
    ]


def test_grid_of_nothing() -> None:
    """A row without cells, and a grid without rows, can be cut as well."""
    assert Grid(Span(0, 0)).cut("") == []
    assert Grid(Span(0, 0), rows=((),)).cut("") == [ROW_END]
    assert len(Grid(Span(0, 0), rows=((),)).places("")) == 1


@given(st.text("a\n", max_size=12))
def test_two_separators_agree(characters: str) -> None:
    """A cut between a separator and its double stands where the stream says, however many follow each other."""
    stream = Stream(Span(0, len(characters)), ("\n\n", "\n"))

    assert quoted(stream, characters) == stream.cut(characters)


def test_places_stay_inside() -> None:
    """No token stands outside of its block, even where the text goes on with a separator."""
    assert Stream(Span(0, 2), ("\n\n", "\n")).places("a\n\nb") == [(0, 1), (2, 2)]


def test_long_separator_ends_with_its_line() -> None:
    """A separator of two characters is not made of one at the end of a line and another put there by the cut."""
    assert Grid(Span(0, 4), "||").cut("a|\nb") == ["a|", ROW_END, "b", ROW_END]


@given(st.text("a|\n", max_size=16), st.sampled_from(["|", "||", "\n"]), st.data())
def test_few_places_are_where_all_places_say(
    characters: str, separator: str, data: st.DataObject
) -> None:
    """Where only some of the tokens are asked for, each stands where the list of all places has it."""
    span = Span(0, len(characters))
    cells = Stream(span, (separator,)) if separator == "\n" else Grid(span, separator)
    page = Page(Text(characters), (Heading(Span(0, 0)), cells, Paragraph(span)))
    tokens = data.draw(st.lists(st.integers(0, len(page.cut()) - 1), unique=True).map(sorted))

    assert page.places_of(tokens) == [page.places()[token] for token in tokens]
