"""Anything at all gives a report, or an error of our own."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from everything import read_everything
from govinfo.errors import GovInfoError
from govinfo.testing.damage import DAMAGE
from govinfo.testing.strategies import Printed, consistent_reports, damaged, narratives, pages

MANY = settings(max_examples=5 * settings().max_examples)

printings = st.one_of(
    pages(consistent_reports()),
    pages(narratives(), ("narrative",)),
)


@MANY
@given(st.text())
def test_any_text(text: str) -> None:
    """Any text is a report, or `NotAReport`."""
    with contextlib.suppress(GovInfoError):
        read_everything(text)


@MANY
@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Any bytes are a report, or an error that says why not."""
    with contextlib.suppress(GovInfoError):
        read_everything(content)


@given(printings, st.data())
def test_mixed_up_lines(printed: Printed, data: st.DataObject) -> None:
    """Lines deleted, doubled and shuffled make no reader fall over."""
    lines = printed.text.split("\n")
    picked = data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=2 * len(lines)))
    with contextlib.suppress(GovInfoError):
        read_everything("\n".join(lines[index] for index in picked))


@given(printings, st.data())
def test_a_window(printed: Printed, data: st.DataObject) -> None:
    """A piece cut out of a report anywhere makes no reader fall over."""
    text = printed.text
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    with contextlib.suppress(GovInfoError):
        read_everything(text[start:end])


@given(printings, st.data())
def test_strewn_characters(printed: Printed, data: st.DataObject) -> None:
    """Characters strewn into a report anywhere make no reader fall over."""
    text = printed.text
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.text(min_size=1, max_size=4)) + text[place:]
    with contextlib.suppress(GovInfoError):
        read_everything(text)


@given(printings, st.data())
def test_all_damage(printed: Printed, data: st.DataObject) -> None:
    """Several kinds of damage at once make no reader fall over."""
    text = printed.text
    for damage in data.draw(
        st.lists(st.sampled_from(list(DAMAGE.values())), min_size=2, max_size=4)
    ):
        text = data.draw(damaged(text, damage))
    with contextlib.suppress(GovInfoError):
        read_everything(text)
