"""The table of sources has the place of each body, and its id."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import duckdb
import openpyxl
import pyarrow.dataset as ds
import pyreadstat

import govinfo
from govinfo import archive
from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

PAGE = """\
昆山市司法局2022年政府信息公开工作年度报告
一、总体情况
本机关2022年主动公开政府信息12条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
无。
"""


def test_places() -> None:
    """A body whose place is sure has code, edition, place, level and id; another has none."""
    pages = [PAGE, PAGE.replace("昆山市", "松台县")]
    rows = archive.read_batch(pages)["reports"].to_pylist()
    names = ("region_code", "region_edition", "province", "city", "county", "level", "agency_id")

    assert [rows[0][name] for name in names] == [
        *("320583", 2022, "江苏省", "苏州市", "昆山市", "county"),
        "320583:司法局",
    ]
    assert [rows[1][name] for name in names] == [None] * 7


PLACE = ["region_code", "province", "city", "county", "level"]


def test_wide_tables(tmp_path: Path) -> None:
    """In every format, the wide table has the place behind body, year and form."""
    for name, agency in (("sure.txt", "昆山市司法局"), ("unknown.txt", "松台县司法局")):
        draft = write(form_by_id("form2021"), Random(1), agency=agency, year=2022)
        (tmp_path / name).write_text(render(draft, "stacked"), "utf-8")
    for form in ("xlsx", "dta", "sqlite", "duckdb"):
        archive.extract(sorted(tmp_path.glob("*.txt")), tmp_path / form, format=form, workers=1)
    sheet = openpyxl.load_workbook(tmp_path / "xlsx" / "govinfo.xlsx")["wide"]
    frame, about = pyreadstat.read_dta(str(tmp_path / "dta" / "wide.dta"))
    query = f"SELECT {', '.join(PLACE)} FROM wide ORDER BY source_id"
    sure, unknown = ("320583", "江苏省", "苏州市", "昆山市", "county"), (None,) * 5

    assert [[cell.value for cell in row[4:9]] for row in sheet["A2:I3"]] == [[*sure], [*unknown]]
    assert [cell.value for cell in sheet[1][4:9]] == [
        "行政区划代码",
        "省级",
        "地级",
        "县级",
        "所属层级",
    ]
    assert frame[PLACE].to_numpy().tolist() == [[*sure], [""] * 5]
    assert about.column_names_to_labels["region_code"] == "行政区划代码"
    with closing(sqlite3.connect(tmp_path / "sqlite" / "govinfo.sqlite")) as database:
        assert database.execute(query).fetchall() == [sure, unknown]
    with duckdb.connect(str(tmp_path / "duckdb" / "govinfo.duckdb")) as database:
        assert database.execute(query).fetchall() == [sure, unknown]


def test_bodies_of_one_name(tmp_path: Path) -> None:
    """Bodies that share a name are two in an archive as well: not one report twice, not two years of one."""
    places = {
        "南京市": ("one.txt", 2021),
        "徐州市": ("other.txt", 2022),
        "福州市": ("third.txt", 2022),
    }
    for city, (name, year) in places.items():
        draft = write(form_by_id("form2021"), Random(year), agency="鼓楼区司法局", year=year)
        page = f"{render(draft, 'stacked')}\n主办：{city}人民政府办公室\n"
        (tmp_path / name).write_text(page, "utf-8")
    archive.extract(sorted(tmp_path.glob("*.txt")), tmp_path / "out", workers=1)
    reports = ds.dataset(tmp_path / "out" / "reports").to_table().to_pylist()
    findings = ds.dataset(tmp_path / "out" / "findings").to_table().to_pylist()

    assert {row["city"] for row in reports} == set(places)
    assert {row["agency"] for row in reports} == {"鼓楼区司法局"}
    assert [row["same_report_as"] for row in reports] == [None] * 3
    assert not [row for row in findings if row["rule"] == "T3.CARRY"]


def test_a_body_is_followed_where_its_place_got_another_name(tmp_path: Path) -> None:
    """The rules across years join the reports as `check` does."""
    for name, agency, year in (
        ("one.txt", "沙县财政局", 2020),
        ("other.txt", "三明市沙县区财政局", 2021),
    ):
        draft = write(form_by_id("form2021"), Random(year), agency=agency, year=year)
        (tmp_path / name).write_text(render(draft, "stacked"), "utf-8")
    paths = sorted(tmp_path.glob("*.txt"))
    archive.extract(paths, tmp_path / "out", workers=1)
    findings = ds.dataset(tmp_path / "out" / "findings").to_table().to_pylist()
    wanted = govinfo.check([govinfo.parse(path) for path in paths]).by_rule("T3.CARRY")
    told = [one["fingerprint"] for one in findings if one["rule"] == "T3.CARRY"]
    assert told == [one.fingerprint for one in wanted] != []
