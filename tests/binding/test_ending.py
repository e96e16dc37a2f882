"""The last figure of a text that may have been cut."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

LAST = "review.litigation_after_reconsideration.total"


def table_four(dialect: str) -> str:
    """Return a report that ends with its last table, without the end of its last line."""
    draft = write(FORM2021, Random(4)).changed({LAST: 90_817})
    text = render(draft, dialect)
    return text[: text.index("90817") + 2]


@pytest.mark.parametrize("dialect", ["pipes", "stacked", "markdown"])
def test_a_figure_that_nothing_follows(dialect: str) -> None:
    """It has no value, since more digits may have followed; with the end of its line it has one."""
    text = table_four(dialect)
    cut, whole = parse(text), parse(text + "\n")
    assert (cut[LAST].value, cut[LAST].state, cut[LAST].candidates) == (
        None,
        State.ILLEGIBLE,
        (90,),
    )
    assert [note.span for note in cut.notes if note.code == "text_truncated"] == [cut[LAST].span]
    assert whole[LAST].value == 90
    assert all(note.code != "text_truncated" for note in whole.notes)


def test_lines_of_one_length_are_not_cut(corpus_of_tools: str) -> None:
    """What pandas prints ends without a line break; its last line is as long as all others of the table."""
    whole, cut = parse(corpus_of_tools), parse(corpus_of_tools[:-1] + "17")
    assert [note.code for note in whole.notes if note.code == "text_truncated"] == []
    assert [note.code for note in cut.notes if note.code == "text_truncated"] == ["text_truncated"]


@pytest.fixture
def corpus_of_tools() -> str:
    """A report as pandas prints it."""
    return (Path(__file__).parents[1] / "fixtures" / "tools" / "form2021" / "pandas.txt").read_text(
        encoding="utf-8"
    )
