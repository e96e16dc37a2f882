"""Odd inputs: those that fuzzing found its way with, and those that somebody thought of."""

from __future__ import annotations

import contextlib
from pathlib import Path
from random import Random

import pytest

from everything import look_at_everything, read_everything, touch_everything
from govinfo.errors import GovInfoError
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.drafts import write

ODD = sorted((Path(__file__).parent / "fixtures" / "odd").iterdir())
EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
DRAFT = write(form_by_id("form2021"), Random(1))


@pytest.mark.parametrize("path", ODD, ids=lambda path: path.name)
def test_an_odd_input(path: Path) -> None:
    """Whatever it is, as bytes, as text and behind a report, it gives a report or an error of our own."""
    content = path.read_bytes()
    text = content.decode("utf-8", "surrogateescape")
    for source in (content, text, f"{render(DRAFT, 'stacked')}\n{text}"):
        with contextlib.suppress(GovInfoError):
            touch_everything(parse(source))


@pytest.mark.parametrize(
    "dialect", ["pipes", "stacked", "markdown", "delimited", "html", "columns", "collapsed"]
)
@pytest.mark.parametrize("path", ODD, ids=lambda path: path.name)
def test_an_odd_input_in_a_report(path: Path, dialect: str) -> None:
    """In the middle of a report, and instead of its second half, it makes no reader fall over."""
    odd, report = path.read_bytes().decode("utf-8", "surrogateescape"), render(DRAFT, dialect)
    middle = len(report) // 2
    for source in (report[:middle] + odd + report[middle:], report[:middle] + odd):
        with contextlib.suppress(GovInfoError):
            read_everything(source)


@pytest.mark.parametrize("adapter", DIALECTS)
@pytest.mark.parametrize(
    "name",
    [
        "form2021-pipes",
        "form2019-stacked",
        "narrative2008",
        "stats2008-pipes",
        "stats2014-narrative",
    ],
)
def test_an_adapter_that_was_asked_for(name: str, adapter: str) -> None:
    """An adapter that nobody would choose for a text gives a report or an error of our own."""
    with contextlib.suppress(GovInfoError):
        look_at_everything(parse(EXAMPLES / f"{name}.txt", adapter=adapter))
