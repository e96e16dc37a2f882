"""Reports as plain data and JSON."""

from __future__ import annotations

import copy
import json
import random
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from made import HEAD, made, reports, shapes

from govinfo.errors import BadArgument, GovInfoError
from govinfo.figures import Figure, Origin, State
from govinfo.forms import FORMS, form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.serial import from_dict, from_json, schema, to_dict, to_json
from govinfo.spans import Span
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.drafts import write


@given(reports())
def test_data_comes_back_as_the_same_report(report: Report) -> None:
    """A report made of its own plain data is equal to it, whatever its cells, notes and claims are."""
    assert from_dict(to_dict(report)) == report


@given(reports())
def test_json_comes_back_as_the_same_report(report: Report) -> None:
    """A report made of its own JSON is equal to it, and gives the same JSON again."""
    text = to_json(report)
    again = from_json(text)
    assert (again, to_json(again)) == (report, text)
    assert from_json(text.encode()) == report


@given(reports())
def test_data_is_plain_and_fits_the_published_schema(report: Report) -> None:
    """What `to_dict` makes is JSON as it stands, and the published schema describes it."""
    data = to_dict(report)
    assert json.loads(json.dumps(data)) == data
    jsonschema.validate(data, schema())


def test_schema_is_a_valid_schema_and_knows_every_state_and_form() -> None:
    """The published schema is itself valid, and lists all states, origins and forms."""
    published = schema()
    jsonschema.Draft202012Validator.check_schema(published)
    figure = published["$defs"]["figure"]["properties"]
    assert figure["state"]["enum"] == [state.value for state in State]
    assert figure["origin"]["enum"] == [origin.value for origin in Origin]
    assert {form.id for form in FORMS} <= set(published["properties"]["form"]["enum"])


def test_model_offers_the_four_functions() -> None:
    """The methods of a report reach the same functions."""
    report = shapes()
    assert Report.from_dict(report.to_dict()) == report
    assert Report.from_json(report.to_json(indent=2)) == report


def test_figures_are_an_object_of_every_address() -> None:
    """Figures are keyed by address, in form order, with the cells of another form where they belong."""
    report = shapes()
    data = to_dict(report)["figures"]
    assert list(data) == [str(address) for address in report.addresses]
    assert list(data).index("requests.other.total") > list(data).index(
        "requests.not_processed_confirmation.total"
    )
    assert data["requests.new_received.natural_person"] == {
        "value": 1024,
        "raw": "1,024件",
        "state": "printed",
        "origin": "read",
        "span": {"start": 0, "end": 6},
        "candidates": [],
        "unit": "件",
    }


@pytest.mark.parametrize("raw", ["0", "0.00", "12.50", "1,234.5", "-3.10"])
def test_money_keeps_its_digits(raw: str) -> None:
    """An amount of money is a string with the digits that were printed."""
    address = "proactive.administrative_fees.amount"
    data = to_dict(made({address: raw}))
    assert data["figures"][address]["value"] == raw.replace(",", "")
    assert str(from_dict(data)[address].value) == raw.replace(",", "")


def test_settled_figures_keep_their_exact_value_where_equal_numbers_are_spelt_otherwise() -> None:
    """1.0 and 1.00 are equal numbers, yet each comes back as it was."""
    address = "proactive.administrative_fees.amount"
    report = made({address: "1.00"})
    other = report.with_figure(address, Figure(Decimal("1.0"), "1.00", span=Span(0, 4)))
    assert str(from_dict(to_dict(other))[address].value) == "1.0"


def test_half_a_surrogate_pair_survives_as_an_escape() -> None:
    """A text with a character that UTF-8 cannot hold is still written as UTF-8, and comes back."""
    report = made({"requests.new_received.total": "\udce9"}, head=HEAD)
    assert from_json(to_json(report).encode("utf-8")) == report


CLAIM = {
    **dict.fromkeys(["kind", "subject"], "count"),
    **dict.fromkeys(["value", "unit", "scope", "address"]),
    **{key: {"start": 0, "end": 0} for key in ("span", "sentence_span")},
    "hedged": False,
}
"""A claim as data, that says nothing."""
BAD: dict[str, tuple[Any, str]] = {
    "another schema": (
        lambda d: d.update(schema="govinfo.report/2"),
        "schema is 'govinfo.report/2', where 'govinfo",
    ),
    "a missing key": (lambda d: d.pop("adapter"), "an object with the key 'adapter' was wanted"),
    "an unknown form": (
        lambda d: d.update(form="form1999"),
        "form is 'form1999', where one of form2021",
    ),
    "a year in words": (
        lambda d: d.update(year="2023"),
        "year is '2023', where an integer was wanted",
    ),
    "a year that is true": (
        lambda d: d.update(year=True),
        "year is True, where an integer was wanted",
    ),
    "a day that is none": (
        lambda d: d.update(signed="2024-13-01"),
        "signed is '2024-13-01', where a date",
    ),
    "figures as a list": (
        lambda d: d.update(figures=[]),
        "figures is [], where an object was wanted",
    ),
    "a missing cell": (
        lambda d: d["figures"].pop("requests.granted.total"),
        "every cell of form2021, also 'requests.granted.total'",
    ),
    "an unknown cell": (
        lambda d: d["figures"].update({"a.b.c": d["figures"]["requests.granted.total"]}),
        "none has 'a.b.c'",
    ),
    "an unknown state": (
        lambda d: d["figures"]["requests.granted.total"].update(state="gone"),
        "figures.requests.granted.total.state is 'gone', where one of printed, blank",
    ),
    "a value that is a float": (
        lambda d: d["figures"]["requests.granted.total"].update(value=1.5),
        "figures.requests.granted.total.value is 1.5, where an integer, or a decimal number in a string",
    ),
    "a value that is not finite": (
        lambda d: d["figures"]["requests.granted.total"].update(value="NaN"),
        "value is 'NaN', where",
    ),
    "a span beyond the text": (
        lambda d: d["figures"]["requests.granted.total"].update(span={"start": 2, "end": 99}),
        "span is {'start': 2, 'end': 99}, where a start and an end, in order, within the 4",
    ),
    "a number without end": (
        lambda d: d["figures"]["requests.granted.total"].update(value=10**5000),
        "figures.requests.granted.total.value is a int too large to be shown, where a number of at most 40 digits",
    ),
    "a number of many zeros": (
        lambda d: d["figures"]["requests.granted.total"].update(value="1E+999999"),
        "value is '1E+999999', where a number of at most 40 digits",
    ),
    "a number of many zeros behind the point": (
        lambda d: d["figures"]["requests.granted.total"].update(candidates=["1E-999999"]),
        "candidates[0] is '1E-999999', where a number of at most 40 digits",
    ),
    "an endless string of digits": (
        lambda d: d["figures"]["requests.granted.total"].update(value="9" * 5000),
        "where an integer, or a decimal number in a string",
    ),
    "digits of another script": (
        lambda d: d["figures"]["requests.granted.total"].update(value="٣"),
        "value is '٣', where an integer, or",
    ),
    "a year that no calendar has": (
        lambda d: d.update(year=10**9),
        "year is 1000000000, where a year from 2 to 9998",
    ),
    "a year without end": (
        lambda d: d.update(year=10**5000),
        "year is a int too large to be shown, where a year",
    ),
    "a state that is a list": (
        lambda d: d["figures"]["requests.granted.total"].update(state=[]),
        "state is [], where one of printed",
    ),
    "keys that are numbers": (
        lambda d: d.update(metadata={1: "a"}),
        "metadata is {1: 'a'}, where an object",
    ),
    "sections as text": (
        lambda d: d.update(sections="none"),
        "sections is 'none', where an array was wanted",
    ),
    "a note of nothing": (
        lambda d: d.update(notes=[{"about": "all"}]),
        "notes[0].about is 'all', where one of cells, head",
    ),
    "a claim of no cell": (
        lambda d: d.update(claims=[CLAIM | {"address": "requests.granted.total+"}]),
        "claims[0].address is 'requests.granted.total+', where the address of a cell",
    ),
    "a claim that may be hedged": (
        lambda d: d.update(
            claims=[dict.fromkeys(["value", "unit", "address"]) | {"kind": "count", "hedged": 1}]
        ),
        "claims[0].hedged is 1, where true or false was wanted",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_data_is_refused_with_its_place(name: str) -> None:
    """Data that is no report raises a ValueError that says what was found, where, and what was wanted."""
    damage, message = BAD[name]
    data = copy.deepcopy(to_dict(made({"requests.granted.total": "1024"})))
    damage(data)
    with pytest.raises(GovInfoError) as caught:
        from_dict(data)
    assert isinstance(caught.value, ValueError)
    assert message in str(caught.value)


@pytest.mark.parametrize("data", [None, 7, "text", [], [("schema", 1)], object()])
def test_what_is_no_object_is_refused(data: Any) -> None:
    """Data that is no object at all is refused in the same way."""
    with pytest.raises(GovInfoError, match=r"the report is .*, where an object was wanted"):
        from_dict(data)


@pytest.mark.parametrize("given", [None, 7, {"schema": 1}, ["{}"]])
def test_json_is_text(given: Any) -> None:
    """What is no text is refused by saying what it is, and what reads data."""
    with pytest.raises(
        BadArgument,
        match=f"as str or bytes, and was given {type(given).__name__}; `Report.from_dict`",
    ):
        from_json(given)


@pytest.mark.parametrize(
    "text", ["", "{", "第一部分", "[" * 100_000, b"\xff\xfe\x00", '{"year":' + "1" * 5000 + "}"]
)
def test_text_that_is_no_json_is_refused(text: str | bytes) -> None:
    """Text that is no JSON at all raises the same error, and says where reports' own text is read."""
    with pytest.raises(GovInfoError, match="the text is no JSON"):
        from_json(text)


def test_other_keys_are_left_alone() -> None:
    """A key that the schema does not know does no harm: a store may add its own."""
    report = made({"requests.granted.total": "1"})
    assert from_dict(to_dict(report) | {"_id": 5}) == report


@pytest.mark.parametrize("dialect", DIALECTS)
def test_reports_that_were_read_come_back(dialect: str) -> None:
    """A report read from any dialect, with its repairs and its parts, is the same again after a trip through JSON."""
    form = form_by_id("narrative2008" if dialect == "narrative" else "form2021")
    report = parse(render(write(form, random.Random(3)), dialect).encode("gb18030"))
    assert from_json(to_json(report)) == report
