"""The laws of places: a span always covers exactly what its characters were made of."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.spans import Edit, Span, Text

Interval = tuple[int, int]


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Draw edits that are in order and apart: deletions, insertions, and replacements of any length."""
    borders = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    return [Edit(start, end, draw(st.text("甲乙丙", max_size=4))) for start, end in pairs]


@st.composite
def chains(draw: st.DrawFn) -> tuple[Text, list[Interval]]:
    """Draw a text that was edited up to four times, and where each of its characters came from."""
    text = Text(draw(st.text("0123456789", max_size=20)))
    places = [(index, index + 1) for index in range(len(text))]
    for _ in range(draw(st.integers(0, 4))):
        made = draw(edits(len(text)))
        places = follow(places, made, len(text.source))
        text = text.edited(made)
    return text, places


def follow(places: list[Interval], made: list[Edit], length: int) -> list[Interval]:
    """Do slowly what `Text` does fast: carry the place of every single character through the edits."""
    followed, done = [], 0
    for edit in made:
        followed += places[done : edit.start]
        gone = places[edit.start : edit.end]
        if len(gone) == len(edit.replacement):
            followed += gone
        elif gone:
            followed += [(gone[0][0], gone[-1][1])] * len(edit.replacement)
        else:
            here = places[edit.start][0] if edit.start < len(places) else length
            followed += [(here, here)] * len(edit.replacement)
        done = edit.end
    return followed + places[done:]


@given(chains(), st.data())
def test_a_span_covers_exactly_what_its_characters_came_from(
    chain: tuple[Text, list[Interval]], data: st.DataObject
) -> None:
    """Through any chain of edits, a range maps to the hull of the places of its characters."""
    text, places = chain
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inside = places[start:end]
    span = text.source_span(start, end)
    if inside and all(first != last for first, last in inside):
        assert span == Span(inside[0][0], inside[-1][1])
    else:
        assert 0 <= span.start <= span.end <= len(text.source)


@given(chains())
def test_characters_that_no_edit_touched_are_found_again(
    chain: tuple[Text, list[Interval]],
) -> None:
    """A digit is never written by the edits above, so each one left must stand in the source at its span."""
    text, _ = chain
    kept = [(index, character) for index, character in enumerate(str(text)) if character.isdigit()]
    assert [text.source[slice(*text.source_span(index, index + 1))] for index, _ in kept] == [
        each for _, each in kept
    ]


@given(chains(), st.data())
def test_spans_grow_with_their_range(
    chain: tuple[Text, list[Interval]], data: st.DataObject
) -> None:
    """A longer range never covers less.

    A character that was put in came from no character: beside others that are gone, its place may
    be before or behind them.
    """
    text, places = chain
    a, b, c, d = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 4)))
    outer, inner = text.source_span(a, d), text.source_span(b, c)
    if b < c and all(first != last for first, last in places[b:c]):
        assert outer.start <= inner.start <= inner.end <= outer.end


@given(chains())
def test_a_text_survives_pickling(chain: tuple[Text, list[Interval]]) -> None:
    """Reports cross process borders, and their places with them."""
    text, _ = chain
    again = pickle.loads(pickle.dumps(text))
    assert (again, str(again), again.source) == (text, str(text), text.source)
    assert again.source_span(0, len(text)) == text.source_span(0, len(text))


@pytest.mark.parametrize(
    ("source", "made", "ask", "expected"),
    [
        ("abcdef", [Edit(0, 2)], (0, 1), Span(2, 3)),
        ("abcdef", [Edit(4, 6)], (0, 4), Span(0, 4)),
        ("abcdef", [Edit(0, 2), Edit(2, 4)], (0, 2), Span(4, 6)),
        ("abcdef", [Edit(1, 2, "XYZ")], (2, 3), Span(1, 2)),
        ("abcdef", [Edit(1, 2, "XYZ")], (0, 5), Span(0, 3)),
        ("abcdef", [Edit(1, 4, "X")], (1, 2), Span(1, 4)),
        ("abcdef", [Edit(1, 3, "XY")], (2, 3), Span(2, 3)),
        ("abcdef", [Edit(1, 2, "X"), Edit(2, 3)], (1, 2), Span(1, 2)),
        ("abcdef", [Edit(0, 6)], (0, 0), Span(6, 6)),
        ("", [Edit(0, 0, "XY")], (0, 2), Span(0, 0)),
    ],
)
def test_the_corners_of_edits(source: str, made: list[Edit], ask: Interval, expected: Span) -> None:
    """Deletions at both ends, neighbours, widenings, narrowings and insertions."""
    assert Text(source).edited(made).source_span(*ask) == expected


def test_no_edits_make_no_new_text() -> None:
    """The fast path keeps the object."""
    text = Text("abc")
    assert text.edited([]) is text


@pytest.mark.parametrize("made", [[Edit(2, 3), Edit(1, 2)], [Edit(0, 2), Edit(1, 3)], [Edit(2, 1)]])
def test_edits_out_of_order_are_refused(made: list[Edit]) -> None:
    """They would silently lose characters."""
    with pytest.raises(ValueError, match="in order and apart"):
        Text("abcd").edited(made)


@given(chains(), st.data())
def test_a_light_text_is_the_same_text(
    chain: tuple[Text, list[Interval]], data: st.DataObject
) -> None:
    """It makes its characters when it is asked for them, and every place is where it was."""
    text, _ = chain
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text.light().source_span(start, end) == text.source_span(start, end)
    assert (text.light().characters, text.light().source) == (text.characters, text.source)
    assert (text.light(), hash(text.light())) == (text, hash(text))
    assert pickle.loads(pickle.dumps(text.light())) == text


def test_a_light_text_lacks_nothing_else() -> None:
    """What a text does not have is missing as of any object."""
    light = Text("甲乙").edited([Edit(0, 1)]).light()
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        _ = light.colour  # type: ignore[attr-defined]
