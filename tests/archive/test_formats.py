"""Files that people open by a double click, each with the same cells."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import frictionless
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
from xlsxwriter.exceptions import FileCreateError

import govinfo
from govinfo import archive
from govinfo.archive.formats import Folder, Writer
from govinfo.archive.schemas import WRITTEN_SCHEMAS
from govinfo.archive.wide import comparable_rows
from govinfo.codebook import dictionary
from govinfo.errors import UnwritableArchive
from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.wording import Lang


@pytest.fixture
def cells(folder: Path, tmp_path: Path) -> list[tuple[Any, ...]]:
    """Return source, year, table, row, column and value of each cell, as Parquet has them."""
    archive.extract(sorted(folder.iterdir()), tmp_path / "parquet", workers=1, check=False)
    table = pq.read_table(tmp_path / "parquet" / "figures")
    names = ["source_id", "year", "table", "row", "column", "value"]
    return list(zip(*(table[name].to_pylist() for name in names), strict=True))


def extracted(folder: Path, out: Path, shape: Any) -> Path:
    """Extract the folder in a format."""
    archive.extract(sorted(folder.iterdir()), out, workers=1, format=shape, lang="en")
    return out


def test_csv(folder: Path, tmp_path: Path, cells: list[tuple[Any, ...]]) -> None:
    """UTF-8 with a byte-order mark; the data package is valid."""
    out = extracted(folder, tmp_path / "out", "csv")

    assert (out / "figures.csv").read_bytes()[:3] == b"\xef\xbb\xbf"
    assert len((out / "figures.csv").read_text("utf-8-sig").splitlines()) == len(cells) + 1
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.flatten(["message"])


def test_workbook(folder: Path, tmp_path: Path, cells: list[tuple[Any, ...]]) -> None:
    """A sheet a table with frozen heads and filters, and a sheet with one row per report."""
    out = extracted(folder, tmp_path / "out", "xlsx")

    book = openpyxl.load_workbook(out / "govinfo.xlsx")
    assert book.sheetnames == [
        "reports",
        "figures",
        "claims",
        "notes",
        "findings",
        "comparable",
        "wide",
        "dictionary",
    ]
    sheet = book["figures"]
    assert (sheet.max_row, sheet.freeze_panes) == (len(cells) + 1, "B2")
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
    assert sheet.auto_filter.ref is not None
    assert [cell.value for cell in sheet[1]][:3] == [
        "source: a path or a number",
        "body that wrote the report",
        "year of the report",
    ]
    assert [row[9].value for row in sheet.iter_rows(min_row=2)] == [cell[5] for cell in cells]
    assert book["wide"].max_row == 8
    heads = {
        name: {cell.comment.text: cell.value for cell in book[name][1] if cell.comment}
        for name in ("figures", "wide", "comparable")
    }
    assert heads["figures"]["row_label"] == "label of the row"
    assert heads["wide"]["requests.granted.total"] == "Requests – granted – total"
    assert heads["comparable"]["requests_granted"] == "requests granted"


@pytest.mark.parametrize(
    ("lang", "labels"),
    [("en", ("new requests received", "natural person")), ("zh", ("一、本年新收", "自然人"))],
)
def test_labels_are_in_the_language_asked_for(
    folder: Path, lang: Lang, labels: tuple[str, str]
) -> None:
    """Rows and columns have the labels of the form in Chinese, and those of the codebook in English."""
    figures = archive.read_batch(sorted(folder.glob("water-2021.txt")), lang=lang)["figures"]
    rows = zip(*(figures[name].to_pylist() for name in ("row", "column")), strict=True)
    at = list(rows).index(("new_received", "natural_person"))
    told = tuple(figures[name][at].as_py() for name in ("row_label", "column_label"))
    assert all(said.startswith(label) for said, label in zip(told, labels, strict=True))


def test_stata(folder: Path, tmp_path: Path, cells: list[tuple[Any, ...]]) -> None:
    """Names of at most 32 characters, labels of variables, and labels of values."""
    out = extracted(folder, tmp_path / "out", "dta")

    # Nobody here has a known place, and each file holds one report.
    reports, _ = pyreadstat.read_dta(str(out / "reports.dta"))
    for name in ("region_code", "county", "within"):
        assert set(reports[name]) == {""}
    frame, about = pyreadstat.read_dta(str(out / "figures.dta"), apply_value_formats=True)
    assert len(frame) == len(cells)
    assert set(frame["state"]) <= {
        "printed",
        "blank",
        "not applicable",
        "illegible",
        "absent",
    }
    assert about.column_names_to_labels["year"] == "year of the report"
    wide, about = pyreadstat.read_dta(str(out / "wide.dta"))
    assert (len(wide), max(map(len, wide.columns)) <= 32) == (7, True)
    assert set(wide["region_code"]) == {""}
    label = "Requests – granted – total"
    assert about.column_names_to_labels["req_granted_total"] == label


@pytest.mark.parametrize("shape", ["sqlite", "duckdb"])
def test_databases(folder: Path, tmp_path: Path, cells: list[tuple[Any, ...]], shape: str) -> None:
    """Tables with the views long, wide and findings by body."""
    out = extracted(folder, tmp_path / "out", shape)
    path = out / f"govinfo.{shape}"
    database: Any = sqlite3.connect(path) if shape == "sqlite" else duckdb.connect(str(path))

    found = (
        database.execute(
            'SELECT source_id, year, "table", "row", "column", value FROM long ORDER BY rowid'
            if shape == "duckdb"
            else 'SELECT source_id, year, "table", "row", "column", value FROM figures ORDER BY rowid'
        )
        if shape == "sqlite"
        else database.execute(
            'SELECT source_id, year, "table", "row", "column", value FROM figures'
        )
    )
    assert sorted(map(str, found.fetchall())) == sorted(map(str, cells))
    wide = database.execute(
        "SELECT year, req_granted_total FROM wide ORDER BY source_id"
    ).fetchall()
    wanted = [cell for cell in cells if cell[2:5] == ("requests", "granted", "total")]
    assert [row[1] for row in wide] == [cell[5] for cell in sorted(wanted)]
    (count,) = database.execute("SELECT sum(findings) FROM findings_by_body").fetchone()
    assert count == database.execute("SELECT count(*) FROM findings").fetchone()[0]
    database.close()


def test_papers_of_a_workbook(folder: Path, tmp_path: Path) -> None:
    """The data package names the sheet of each table, and the heads as they stand there."""
    out = extracted(folder, tmp_path / "out", "xlsx")

    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.flatten(["message"])
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    findings = package["resources"][4]
    assert findings["dialect"] == {"excel": {"sheet": "findings"}}
    assert findings["schema"]["fields"][3]["title"] == "rule"


def test_comments_of_duckdb(folder: Path, tmp_path: Path) -> None:
    """Each column of a table has its label as a comment."""
    out = extracted(folder, tmp_path / "out", "duckdb")

    database = duckdb.connect(str(out / "govinfo.duckdb"), read_only=True)
    comments = dict(
        database.sql(
            "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'figures'"
        ).fetchall()
    )
    labels = {one.name: one.metadata[b"label_en"].decode() for one in archive.SCHEMAS["figures"]}
    assert comments == labels


def test_papers(folder: Path, tmp_path: Path) -> None:
    """The data package lists each table with its parts and fields; the dictionary is beside it."""
    out = tmp_path / "out"
    archive.extract(sorted(folder.iterdir()), out, workers=1)

    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in package["resources"]] == [
        *archive.SCHEMAS,
        "comparable",
        "dictionary",
    ]
    assert package["resources"][1]["path"] == "figures/part-00000.parquet"
    listed = (out / "dictionary.csv").read_text("utf-8-sig").splitlines()
    assert len(listed) == len(dictionary()) + 1


@pytest.mark.parametrize("shape", ["sqlite", "duckdb", "dta", "xlsx"])
def test_money_has_one_unit(folder: Path, tmp_path: Path, shape: str) -> None:
    """An amount that a report prints in 元 stands in 万元 in the table with a row per report."""
    text = (folder / "water-2021.txt").read_text("utf-8")
    start, end = govinfo.parse(text)["proactive.administrative_fees.amount"].span or (0, 0)
    page = tmp_path / "one" / "page.txt"
    page.parent.mkdir()
    page.write_text(f"{text[:start]}35000元{text[end:]}", "utf-8")
    out = extracted(page.parent, tmp_path / "out", shape)

    found: Any
    if shape == "dta":
        found = pyreadstat.read_dta(str(out / "wide.dta"))[0]["pro_admin_fees_amount"].item()
    elif shape == "xlsx":
        sheet = openpyxl.load_workbook(out / "govinfo.xlsx")["wide"]
        heads, row = ([cell.value for cell in cells] for cells in sheet.iter_rows(max_row=2))
        at = next(n for n, head in enumerate(heads) if str(head).endswith("fees – amount"))
        found = row[at]
    else:
        path = out / f"govinfo.{shape}"
        database: Any = sqlite3.connect(path) if shape == "sqlite" else duckdb.connect(str(path))
        (found,) = database.execute("SELECT pro_admin_fees_amount FROM wide").fetchone()
        database.close()
    assert found == 3.5


def panel_in(out: Path, shape: str) -> dict[str, list[Any]]:
    """Return the columns of the table `comparable`, by the names that the data package tells."""
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    (resource,) = (one for one in package["resources"] if one["name"] == "comparable")
    names, path = [one["name"] for one in resource["schema"]["fields"]], out / resource["path"]
    rows: Any
    if shape == "parquet":
        rows = zip(*pq.read_table(path).to_pydict().values(), strict=True)
    elif shape == "csv":
        frame = pd.read_csv(path, encoding="utf-8-sig")
        assert list(frame.columns) == names
        rows = frame.itertuples(index=False)
    elif shape == "xlsx":
        head, *rows = openpyxl.load_workbook(path)["comparable"].iter_rows(values_only=True)
        assert list(head) == names
        names = [one["title"] for one in resource["schema"]["fields"]]
    elif shape == "dta":
        frame, _ = pyreadstat.read_dta(str(path))
        assert (list(frame.columns), max(map(len, names)) <= 32) == (names, True)
        rows = frame.itertuples(index=False)
    else:
        connect: Any = {"sqlite": sqlite3, "duckdb": duckdb}[shape].connect
        with closing(connect(path)) as database:
            rows = database.execute("SELECT * FROM comparable").fetchall()
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


@pytest.mark.parametrize("shape", ["parquet", "csv", "xlsx", "dta", "sqlite", "duckdb"])
def test_every_format_has_the_panel(folder: Path, tmp_path: Path, shape: str) -> None:
    """The table `comparable` holds what the function does, by name; what a form does not count is missing."""
    wanted = govinfo.comparable(
        govinfo.parse_many(sorted(folder.iterdir())),
        names="stata" if shape == "dta" else "address",
    )
    found = panel_in(extracted(folder, tmp_path / "out", shape), shape)

    assert list(found)[:4] == ["source_id", "agency", "year", "form"]
    assert set(found) >= set(wanted.columns)
    for name in wanted.columns:
        there = [None if one is None or pd.isna(one) else one for one in found[name]]
        assert there == [None if pd.isna(one) else one for one in wanted[name]], name
    assert any(one is not None for one in found["requests_received"])


def test_labels_of_the_panel(folder: Path, tmp_path: Path) -> None:
    """Excel, Stata and the data package tell what a quantity is called; Arrow has its unit and its forms too."""
    sheet = openpyxl.load_workbook(extracted(folder, tmp_path / "x", "xlsx") / "govinfo.xlsx")
    assert "requests received in the year" in [one.value for one in sheet["comparable"][1]]
    _, about = pyreadstat.read_dta(str(extracted(folder, tmp_path / "d", "dta") / "comparable.dta"))
    assert about.column_names_to_labels["requests_received"] == "requests received in the year"
    out = extracted(folder, tmp_path / "p", "parquet")
    fields = pq.read_schema(out / "comparable" / "part-00000.parquet")
    assert fields.field("administrative_fees").metadata == {
        b"label_zh": "行政事业性收费（万元）".encode(),
        b"label_en": "administrative fees (万元)".encode(),
        b"unit": "万元".encode(),
        b"forms": b"form2021",
    }


def test_an_amount_of_unknown_unit_is_missing_in_the_panel(folder: Path) -> None:
    """Where a table does not say in what money an amount is, the panel has none, and all else."""
    tables = archive.read_batch(sorted(folder.glob("water-2021.txt")))
    reports, figures = (pa.table(tables[name]) for name in ("reports", "figures"))
    at = figures.schema.get_field_index("unit")
    bare = figures.set_column(at, figures.schema.field(at), pa.nulls(len(figures), pa.string()))
    known, unknown = (
        comparable_rows(reports, one, WRITTEN_SCHEMAS["comparable"]).to_pylist()[0]
        for one in (figures, bare)
    )

    assert known["administrative_fees"] is not None
    assert unknown == known | {"administrative_fees": None}


def test_a_row_for_each_report(tmp_path: Path) -> None:
    """A report in prose, which has no cells, has its row in every wide table; a notice has none."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for form in ("narrative2008", "form2021"):
        draft = write(form_by_id(form), Random(5), agency="云岫市水务局")
        (pages / f"{form}.txt").write_text(render(draft, "stacked"), "utf-8")
    (pages / "notice.txt").write_text("关于报送年度报告的通知", "utf-8")
    out = tmp_path / "out"
    for shape in ("xlsx", "dta", "sqlite", "duckdb"):
        extracted(pages, out, shape)
    readings = govinfo.parse_many(sorted(pages.iterdir()))
    wanted = govinfo.to_pandas(readings, wide=True)
    keys = list(zip(wanted["source_id"], wanted["form"], strict=True))
    totals = [None if one is pd.NA else one for one in wanted["requests.granted.total"]]

    workbook = openpyxl.load_workbook(out / "govinfo.xlsx")
    for name in ("wide", "comparable"):
        rows = list(workbook[name].iter_rows(min_row=2, values_only=True))
        assert [(row[0], row[3]) for row in rows] == keys
        frame, _ = pyreadstat.read_dta(str(out / f"{name}.dta"))
        assert list(zip(frame["source_id"], frame["form"], strict=True)) == keys
    query = "SELECT source_id, form, req_granted_total FROM wide ORDER BY source_id"
    found = [(*key, total) for key, total in zip(keys, totals, strict=True)]
    assert len(found) == 2
    with closing(sqlite3.connect(out / "govinfo.sqlite")) as database:
        assert database.execute(query).fetchall() == sorted(found)
    with duckdb.connect(str(out / "govinfo.duckdb")) as database:
        assert database.execute(query).fetchall() == sorted(found)


@pytest.mark.parametrize(
    "trouble",
    [
        sqlite3.OperationalError("database or disk is full"),
        duckdb.IOException("Could not write file: No space left on device"),
        FileCreateError("[Errno 28] No space left on device"),
        pyreadstat.ReadstatError("Unable to write data"),
    ],
)
def test_a_disk_that_is_full_is_told_by_every_format(trouble: Exception, tmp_path: Path) -> None:
    """Whatever the package of a format raises, the error says what to do, and leaves no half of a table."""

    def full(*_: object) -> Writer:
        raise trouble

    with (
        pytest.raises(UnwritableArchive, match=f"{re.escape(str(trouble))}. What .* make room"),
        Folder(tmp_path, full, "en").writing(),
    ):
        pass
    assert list((tmp_path / ".govinfo").iterdir()) == []
