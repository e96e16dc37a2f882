"""Each promise of the contract catches an adapter that breaks it."""

from __future__ import annotations

from itertools import count
from random import Random

import pytest
from attrs import evolve

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import PIPES
from govinfo.forms.form2021 import FORM2021
from govinfo.page import Grid, Page, Stream
from govinfo.spans import Span, Text
from govinfo.testing.contract import AdapterContract
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

DRAFT = write(FORM2021, Random(3))
SPECIMEN = render(DRAFT, "pipes")
LAWS = [name for name in dir(AdapterContract) if name.startswith("test_")]
_calls = count()


def breaks(adapter: Adapter, law: str) -> bool:
    """Whether an adapter of the dialect of pipes does not keep a promise."""

    class Contract(AdapterContract):
        """The contract of this adapter."""

        dialects = ("pipes",)
        specimens = {SPECIMEN: DRAFT.expected()}  # noqa: RUF012 - set once

    Contract.adapter = adapter
    try:
        getattr(Contract(), law)()
    except Exception:  # noqa: BLE001 - an adapter may raise anything
        return True
    return False


def moody(text: Text) -> Match | None:
    """Be less sure each time."""
    known = PIPES.recognise(text)
    return known and Match(known.score - next(_calls) * 1e-6, known.reason)


def slow(text: Text) -> Match | None:
    """Look at every character many times over: at least four times as slow as the contract allows."""
    for _ in range(60):
        sum(1 for character in str(text) if character.isdigit() or character == "|")
    return PIPES.recognise(text)


def fragile(text: Text) -> Page:
    """Fail on a text without a pipe."""
    str(text).index("|")
    return PIPES.read(text)


def forgetful(text: Text) -> Page:
    """Leave the last line but one away."""
    end = str(text).rstrip("\n").rfind("\n")
    return Page(text, (Grid(Span(0, max(0, end)), separator="|"),))


def shifted(text: Text) -> Page:
    """Let each cell begin where the one before it began."""
    places = [Span(start, end) for start, end in PIPES.read(text).places()]
    return Page(text, (Stream(Span(0, len(text)), cells=tuple(reversed(places))),))


FAULTY = {
    "test_recognises_its_specimens": evolve(PIPES, recognise=lambda _: None),
    "test_recognise_is_pure": evolve(PIPES, recognise=moody),
    "test_is_less_sure_of_foreign_text": evolve(PIPES, recognise=lambda _: Match(0.5, "anything")),
    "test_takes_no_text_from_others": evolve(
        PIPES, recognise=lambda t: Match(0.99, "long") if len(t) > 999 else None
    ),
    "test_is_quick_to_say_no": evolve(PIPES, recognise=slow),
    "test_spans_are_in_order_and_quote": evolve(PIPES, read=shifted),
    "test_loses_no_character": evolve(PIPES, read=forgetful),
    "test_gives_the_expected_values": evolve(
        PIPES, read=lambda text: Page(text, (Stream(Span(0, len(text))),))
    ),
    "test_survives_hostile_input": evolve(PIPES, read=fragile),
}


def test_a_good_adapter_keeps_every_promise() -> None:
    """The adapter that the faulty ones are made of breaks nothing."""
    assert [law for law in LAWS if breaks(PIPES, law)] == []


@pytest.mark.parametrize("law", LAWS)
def test_a_faulty_adapter_is_caught(law: str) -> None:
    """Each promise has an adapter that breaks it."""
    assert breaks(FAULTY[law], law)
