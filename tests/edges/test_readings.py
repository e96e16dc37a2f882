"""What takes reports takes the readings of many sources as well, and says of anything else what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from govinfo.consistency import check, suggest
from govinfo.errors import BadArgument, GovInfoError, UnknownAdapter, UnknownAddress
from govinfo.forms import form_by_id
from govinfo.forms.form2021 import FORM2021
from govinfo.frames import to_arrow, to_pandas, to_polars
from govinfo.many import parse_many
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

TEXT = render(write(FORM2021, Random(1)), "stacked")
TAKERS: list[Callable[[Any], Any]] = [check, to_pandas, to_polars, to_arrow]


def test_readings_are_checked_as_their_reports_are() -> None:
    """Readings give the findings of their reports; one that gave no report is left out."""
    whole = check([parse(TEXT), parse(TEXT)], verdicts="all")
    assert check(parse_many([TEXT, "no report", TEXT]), verdicts="all") == whole
    assert check([*parse_many([TEXT]), parse(TEXT)], verdicts="all") == whole
    assert check(next(parse_many([TEXT])), verdicts="all") == check(parse(TEXT), verdicts="all")
    assert list(check(parse_many(["no report"]), verdicts="all")) == []


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "what was passed is of type NoneType, where a report"),
        (7, "what was passed is of type int"),
        ("report.txt", "what was passed is of type str"),
        (b"x", "what was passed is of type bytes"),
        ([None], "item 0 is of type NoneType"),
        ([parse(TEXT), "report.txt"], "item 1 is of type str"),
        ({"a": parse(TEXT)}, "item 0 is of type str"),
    ],
)
def test_what_is_no_report(taker: Callable[[Any], Any], given: Any, said: str) -> None:
    """Anything else is refused by saying what it is, where it stands, and how a report is made."""
    with pytest.raises(BadArgument, match=re.escape(said)) as caught:
        taker(given)
    assert isinstance(caught.value, GovInfoError)
    assert isinstance(caught.value, TypeError)
    assert "`govinfo.parse` makes a report" in str(caught.value)


def test_suggestions_are_for_one_report() -> None:
    """Changes are suggested to one report; its neighbours may be readings."""
    assert list(suggest(parse(TEXT), neighbours=parse_many([TEXT, "no report"]))) == []
    with pytest.raises(BadArgument, match="suggest takes one report, and was given list"):
        suggest([parse(TEXT)])  # type: ignore[arg-type]


@pytest.mark.parametrize("address", [5, None, ["requests"], "x", "\ud800", ""])
@pytest.mark.parametrize("form", ["form2021", "narrative2008"])
def test_what_is_no_address(form: str, address: Any) -> None:
    """A cell is asked for by its address; anything else is an error of our own."""
    dialect = "stacked" if form == "form2021" else "narrative"
    report = parse(render(write(form_by_id(form), Random(1)), dialect))
    with pytest.raises(UnknownAddress):
        report[address]


@pytest.mark.parametrize("name", [5, None.__class__, ["pipes"], "", "tables"])
def test_what_is_no_adapter(name: Any) -> None:
    """An adapter is asked for by its name; anything else is an error that lists the names."""
    with pytest.raises(UnknownAdapter, match="there are: collapsed, columns"):
        parse(TEXT, adapter=name)
