"""A report at a glance."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.consistency.outcome import Verdict
from govinfo.errors import BadArgument
from govinfo.figures import Origin, State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
DRAFT = write(FORM, Random(4))


def test_a_sound_report() -> None:
    """All cells are printed and read, every identity holds, and nothing is left over."""
    found = parse(render(DRAFT, "markdown")).summary()

    assert found.states == {State.PRINTED: 200, **dict.fromkeys(list(State)[1:], 0)}
    assert found.origins == {Origin.READ: 200, Origin.INFERRED: 0}
    assert found.identities[Verdict.HOLDS] > 30
    assert (found.identities[Verdict.BROKEN], found.unread, found.notes) == (0, 0, 0)


def test_what_is_wrong_is_counted() -> None:
    """A blank cell, a wrong sum and a row that no form has."""
    wrong = DRAFT.changed({"review.reconsideration.total": 999}).without(["proactive.rules.issued"])
    found = parse(render(wrong, "markdown")).summary()

    assert (found.states[State.PRINTED], found.states[State.BLANK]) == (199, 1)
    assert found.identities[Verdict.BROKEN] == 1


def test_in_words() -> None:
    """The text is in either language."""
    found = parse(render(DRAFT, "pipes")).summary()

    assert str(found) == found.text() == found.text("zh")
    assert found.text("en").splitlines()[0] == (
        "cells: printed 200, blank 0, not applicable 0, illegible 0, absent 0"
    )
    assert found.text("zh").splitlines()[1] == "数值：读出 200，推得 0"
    with pytest.raises(BadArgument, match="zh"):
        found.text("de")  # type: ignore[arg-type]


def test_in_a_console() -> None:
    """What a console shows is one line with the counts that are not 0."""
    shown = repr(parse(render(DRAFT.without(["proactive.rules.issued"]), "markdown")).summary())

    assert shown.startswith("<Overview: printed 199, blank 1, read 199, holds ")
    assert "\n" not in shown
    assert " 0" not in shown
