"""Reports as pandas, polars and Arrow tables."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, cast

import pandas as pd
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from made import HEAD, made, reports, shapes

from govinfo.errors import BadArgument, MissingExtra
from govinfo.forms import form_by_id
from govinfo.frames import COLUMNS, columns, to_arrow, to_pandas, to_polars, wide_columns
from govinfo.many import parse_many
from govinfo.model import Head, Report
from govinfo.quantities import comparable
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

PLACE = ["region_code", "province", "city", "county", "level"]
SIXTEEN = [
    "source_id",
    "agency",
    "year",
    "form",
    "table",
    "row",
    "column",
    "row_label",
    "column_label",
    "value",
    "unit",
    "state",
    "origin",
    "raw",
    "start",
    "end",
]
MAKERS: list[Callable[[Any], Any]] = [to_pandas, to_polars, to_arrow]


@frozen
class Reading:
    """What became of one source."""

    source_id: str
    report: Report | None


def names(frame: Any) -> list[str]:
    """Return the column names of any of the three frames."""
    return list(frame.column_names if hasattr(frame, "column_names") else frame.columns)


def records(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of any of the three frames, with `None` for what is missing."""
    if hasattr(frame, "to_pylist"):
        return list(frame.to_pylist())
    if hasattr(frame, "to_dicts"):
        return list(frame.to_dicts())
    return list(frame.astype(object).where(frame.notna(), None).to_dict("records"))


@given(st.lists(reports(), max_size=3))
def test_the_long_table_always_has_the_sixteen_columns_and_a_row_for_every_cell(
    many: list[Report],
) -> None:
    """Whatever the reports hold, and however many there are, columns and their order are the same."""
    cells = sum(len(report.addresses) for report in many)
    for make in MAKERS:
        frame = make(many)
        assert (names(frame), len(frame)) == (SIXTEEN, cells)


def test_the_published_columns_are_the_sixteen() -> None:
    """The table of columns lists exactly those of the contract, in order."""
    assert list(COLUMNS) == SIXTEEN


@pytest.mark.parametrize("make", MAKERS)
def test_one_cell_says_everything_about_itself(make: Callable[..., Any]) -> None:
    """A row holds the address in three parts, both labels, the value, how it was read, and its place."""
    row = records(make(made({"requests.new_received.natural_person": "1,024件"})))[10]
    assert row == {
        "source_id": None,
        "agency": "洋河县人民政府",
        "year": 2023,
        "form": "form2021",
        "table": "requests",
        "row": "new_received",
        "column": "natural_person",
        "row_label": "一、本年新收政府信息公开申请数量",
        "column_label": "自然人",
        "value": 1024.0,
        "unit": "件",
        "state": "printed",
        "origin": "read",
        "raw": "1,024件",
        "start": 0,
        "end": 6,
    }


@pytest.mark.parametrize("make", MAKERS)
def test_cells_without_a_number_are_missing_and_keep_their_state(make: Callable[..., Any]) -> None:
    """Blank, not applicable, illegible and absent have no value, and an empty cell still has a place."""
    rows = {row["column"]: row for row in records(make(shapes())) if row["row"] == "new_received"}
    told = {
        name: (row["value"], row["state"], row["origin"], row["start"], row["end"])
        for name, row in rows.items()
    }
    assert told == {
        "natural_person": (1024.0, "printed", "read", 0, 6),
        "business": (2.0, "printed", "inferred", 7, 7),
        "research": (None, "not_applicable", "read", 8, 9),
        "public_interest": (None, "blank", "read", 10, 10),
        "legal_service": (None, "absent", "read", None, None),
        "other_org": (None, "absent", "read", None, None),
        "total": (None, "illegible", "read", 11, 15),
    }


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("wide", [False, True])
def test_no_reports_make_an_empty_frame(make: Callable[..., Any], wide: bool) -> None:  # noqa: FBT001
    """Without reports the long table has all its columns, and the wide one those that say whose report a row is."""
    frame = make([], wide=wide)
    assert (names(frame), len(frame)) == ([*SIXTEEN[:4], *PLACE] if wide else SIXTEEN, 0)


@pytest.mark.parametrize("make", MAKERS)
def test_one_report_a_list_and_readings_are_all_taken(make: Callable[..., Any]) -> None:
    """A lone report has no source; readings bring theirs, and those without a report are left out."""
    report = made({"requests.granted.total": "1"})
    readings = [Reading("a.txt", report), Reading("b.txt", None), Reading("c.txt", report)]
    sources = [
        {row["source_id"] for row in records(make(given))}
        for given in (report, [report], iter(readings))
    ]
    assert sources == [{None}, {None}, {"a.txt", "c.txt"}]
    assert records(make(readings[0])) == records(make(readings[:1]))
    assert len(make(readings[1])) == 0


@pytest.mark.parametrize("make", MAKERS)
def test_wide_has_one_row_a_report_and_one_column_an_address(make: Callable[..., Any]) -> None:
    """The columns are the union over all reports: each form in its own order, a row of the other form in its place."""
    old = made({"requests.other.total": "4"}, form="form2019", head=Head(year=2020))
    new = made({"requests.other.total": "3", "requests.granted.total": "2"}, head=HEAD)
    frame = make([Reading("old", old), Reading("new", new)], wide=True)
    rows = records(frame)
    assert [(row["source_id"], row["agency"], row["year"], row["form"]) for row in rows] == [
        ("old", None, 2020, "form2019"),
        ("new", "洋河县人民政府", 2023, "form2021"),
    ]
    assert [row["requests.other.total"] for row in rows] == [4.0, 3.0]
    assert [row["requests.granted.total"] for row in rows] == [None, 2.0]
    assert set(names(frame)) == {*SIXTEEN[:4], *PLACE, *old.addresses, *new.addresses}
    assert [name for name in wide_columns([old, new]) if name in new.addresses] == list(
        new.addresses
    )
    assert names(frame)[9:11] == ["requests.granted.total", "requests.other.total"]


def test_types_are_nullable_and_the_same_when_everything_is_missing() -> None:
    """Columns keep their types even where nothing has a value, so that frames can be stacked."""
    empty, full = made({}, head=Head()), shapes()
    for make in MAKERS:
        types = [list(map(str, _types(make(given)))) for given in ([empty], [full], [])]
        assert types[0] == types[1] == types[2]
    assert str(to_pandas(full)["value"].dtype) == "Float64"
    assert str(to_pandas(full)["year"].dtype) == "Int64"


def _types(frame: Any) -> list[Any]:
    return list(frame.schema.types if hasattr(frame, "to_pylist") else frame.dtypes)


def test_the_lists_behind_the_frames_keep_exact_numbers() -> None:
    """The table as lists has integers and decimals, of which only the frames make floats."""
    report = made({"requests.granted.total": "7", "proactive.administrative_fees.amount": "12.50"})
    numbers = [value for value in columns(report)["value"] if value is not None]
    assert (numbers, [type(number) for number in numbers]) == (
        [Decimal("12.50"), 7],
        [Decimal, int],
    )
    assert wide_columns(report)["proactive.administrative_fees.amount"] == [Decimal("12.50")]


def test_what_no_utf8_column_can_hold_becomes_an_escape() -> None:
    """Half a surrogate pair in a file name or a cell does not keep a report out of a frame."""
    reading = Reading("\udce9.txt", made({"requests.granted.total": "\udce9"}))
    for make in MAKERS:
        rows = [row for row in records(make(reading)) if row["raw"]]
        assert [(row["source_id"], row["raw"]) for row in rows] == [("\\udce9.txt", "\\udce9")]


@pytest.mark.parametrize(
    ("make", "module", "extra"),
    [
        (to_pandas, "pandas", "pandas"),
        (to_polars, "polars", "polars"),
        (to_arrow, "pyarrow", "arrow"),
    ],
)
def test_a_missing_library_is_named_with_the_line_to_type(
    make: Callable[..., Any], module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the optional library an ImportError of the library's own says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra) as caught:
        make([])
    assert (
        str(caught.value)
        == f'{make.__name__} needs an optional dependency. Install it with: pip install "govinfo[{extra}]"'
    )


class Trouble(Exception):
    """What kept a source from being read."""


@frozen
class Failed:
    """A source without a report."""

    source_id: str
    error: Exception
    report: Report | None = None


@pytest.mark.parametrize("make", MAKERS)
def test_counts_are_whole_in_the_wide_table_and_money_is_not(make: Callable[..., Any]) -> None:
    """A count is shown as 7, an amount as 12.5, and a column without any number stands last."""
    frame = make(
        made({"requests.granted.total": "7", "proactive.administrative_fees.amount": "12.50"}),
        wide=True,
    )
    (row,) = records(frame)
    assert (repr(row["requests.granted.total"]), names(frame)[9:11]) == (
        "7",
        ["proactive.administrative_fees.amount", "requests.granted.total"],
    )
    assert row["proactive.administrative_fees.amount"] == 12.5
    missing = {name for name in row if row[name] is None}
    assert set(names(frame)[11:]) == missing - {"source_id", *PLACE}


@pytest.mark.parametrize("make", MAKERS)
def test_a_count_with_decimals_keeps_them(make: Callable[..., Any]) -> None:
    """An office that prints 1.5 requests is quoted, and not rounded."""
    (row,) = records(make(made({"requests.granted.total": "1.5"}), wide=True))
    assert row["requests.granted.total"] == 1.5


@pytest.mark.parametrize("make", MAKERS)
def test_what_stands_beside_the_cells_are_tables_too(make: Callable[..., Any]) -> None:
    """Claims, notes, numbers unread and errors: one row each, with the source they are of."""
    text = "洋河县2023年政府信息公开工作年度报告\n本年新收政府信息公开申请12件。"
    report = parse(text + "\n".join(pages_of(Random(3))))
    given = [Reading("a.txt", report), Failed("b.txt", Trouble("no"))]

    rows = records(make(given, table="claims"))
    assert [row["subject"] for row in rows] == [claim.subject for claim in report.claims]
    assert {row["source_id"] for row in rows} == {"a.txt"}
    for table, found in (("notes", report.notes), ("unread", report.unread)):
        assert len(records(make(given, table=table))) == len(found)
    assert records(make(given, table="errors")) == [
        {"source_id": "b.txt", "error": "Trouble", "message": "no"}
    ]
    assert names(make([], table="notes")) == [*SIXTEEN[:4], "code", "message", "start", "end"]


def pages_of(dice: Random) -> list[str]:
    """Return the lines of a report in prose and tables."""
    return render(write(form_by_id("form2021"), dice), "stacked").splitlines()


def test_a_table_that_there_is_not() -> None:
    """The error lists the tables; only figures are ever wide."""
    with pytest.raises(BadArgument, match="uncounted"):
        to_pandas([], table="note")  # type: ignore[arg-type]
    with pytest.raises(BadArgument, match="wide"):
        to_pandas([], table="notes", wide=True)


def test_names_and_labels_for_stata() -> None:
    """A wide frame for Stata has short names, and says what each of them means."""
    frame = made({"requests.granted.total": "7"}).to_pandas(wide=True, names="stata")
    assert frame["req_granted_total"].tolist() == [7]
    assert frame.attrs["labels"]["req_granted_total"] == ("Requests – granted – total")
    assert frame.attrs["units"]["req_granted_total"] == "件"


@pytest.mark.parametrize("given", [{"requests.granted.total": "7"}, {}], ids=["figures", "none"])
def test_stata_takes_a_frame(given: dict[str, str], tmp_path: Path) -> None:
    """A report of no known place and without a source goes into a file for Stata."""
    frame = to_pandas(made(given), wide=True, names="stata")
    frame.to_stata(tmp_path / "x.dta", version=118, write_index=False)
    read = pd.read_stata(tmp_path / "x.dta")
    assert list(read.columns) == list(frame.columns)
    assert read[["source_id", *PLACE]].to_numpy().tolist() == [[""] * 6]


def test_stata_takes_the_comparable_table(tmp_path: Path) -> None:
    """Reports alone have no source: the column is empty, and not missing."""
    frame = comparable(made({"requests.granted.total": "7"}), names="stata")
    frame.to_stata(tmp_path / "x.dta", version=118, write_index=False)
    read = pd.read_stata(tmp_path / "x.dta")
    assert (read["source_id"].tolist(), read["requests_granted"].tolist()) == ([""], [7])
    assert frame.attrs["labels"].keys() <= set(read.columns)


@pytest.mark.parametrize("make", MAKERS)
def test_a_column_of_money_has_one_unit(make: Callable[..., Any]) -> None:
    """Where one office prints 元 and another 万元, the wide table has the unit of the form."""
    fee = "proactive.administrative_fees.amount"
    given = [made({fee: text}) for text in ("3.5万元", "35000元", "35000.00元", "3.5", "3.5件")]
    assert [row[fee] for row in records(make(given, wide=True))] == [3.5, 3.5, 3.5, 3.5, None]
    assert [row["value"] for row in records(make(given)) if row["raw"]][:2] == [3.5, 35000.0]


def test_comparable_counts_are_whole_and_money_has_one_unit() -> None:
    """The comparable table shows 12 requests, and fees in the unit of the form."""
    fee, received = "proactive.administrative_fees.amount", "requests.new_received.total"
    frame = comparable([made({fee: "35000元", received: "12"}), made({fee: "3.5", received: "0"})])
    assert (frame["administrative_fees"].tolist(), str(frame["requests_received"].dtype)) == (
        [3.5, 3.5],
        "Int64",
    )
    assert frame["requests_received"].tolist() == [12, 0]


def test_messages_beside_the_cells_are_in_the_language_asked_for() -> None:
    """Labels, notes and errors of a frame are Chinese, or English with `lang="en"`."""
    readings = list(
        parse_many([Path("examples/reports/form2021-collapsed.txt"), "政府信息公开".encode()])
    )
    for make in (to_pandas, lambda *given, **named: to_arrow(*given, **named).to_pandas()):
        notes = make(readings, table="notes")["message"]
        assert notes[0].startswith("第二部分的表没有合计，表二“行政事业性收费”行中")
        assert make(readings, table="notes", lang="en")["message"][0].startswith("table 2 has no")
        (error,) = make(readings, table="errors")["message"]
        assert error.startswith("这不是政府信息公开工作年度报告")
        assert make(readings, lang="en")["row_label"][0] == "rules"
    with pytest.raises(BadArgument, match="the language `lang` is 'de'"):
        to_pandas(readings, lang=cast("Any", "de"))
