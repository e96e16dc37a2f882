"""An archive becomes tables: the same ones, whatever the order, the workers and the kills."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

import govinfo
from govinfo import archive
from govinfo.errors import BadArgument, UnwritableArchive
from govinfo.wording import Lang

TABLES = ("reports", "figures", "claims", "notes", "findings")


def tables(out: Path) -> dict[str, pa.Table]:
    """Return the tables of a folder."""
    return {name: pq.read_table(out / name) for name in TABLES}


def sources(folder: Path) -> list[Path]:
    """Return the files of a folder."""
    return sorted(folder.iterdir())


def test_the_tables(folder: Path, tmp_path: Path) -> None:
    """Each source has a row in `reports`; the other tables say what the library says."""
    summary = archive.extract(sources(folder), tmp_path / "out", workers=1)

    found = tables(tmp_path / "out")
    assert {name: table.schema for name, table in found.items()} == dict(archive.SCHEMAS)
    rows = {Path(row["source_id"]).name: row for row in found["reports"].to_pylist()}
    assert [row["status"] for row in rows.values()] == [
        rows[name]["status"] for name in sorted(rows)
    ]
    assert (rows["page.html"]["status"], rows["water-2020.txt"]["form"]) == (
        "not_a_report",
        "form2019",
    )
    assert rows["noise.bin"]["status"] in {"failed", "not_a_report"}
    assert rows["water-again.txt"]["duplicate_of"] == str(folder / "water-2021.txt") or rows[
        "water-2021.txt"
    ]["duplicate_of"] == str(folder / "water-again.txt")
    assert (summary.sources, summary.read, summary.unchanged) == (9, 7, 0)
    readings = [one for one in govinfo.parse_many(sources(folder)) if one.report is not None]
    assert (
        found["figures"]
        .drop_columns([])
        .equals(govinfo.to_arrow(readings).cast(archive.SCHEMAS["figures"]))
    )
    assert summary.cells["printed"] == sum(
        figure.state == "printed"
        for one in readings
        if one.report
        for figure in one.report.figures().values()
    )


def test_findings_are_those_of_check(folder: Path, tmp_path: Path) -> None:
    """Rules within a report, across years and across levels give what `check` gives for all."""
    archive.extract(sources(folder), tmp_path / "out", workers=1)

    readings = [one for one in govinfo.parse_many(sources(folder)) if one.report is not None]
    columns = ["source_id", "rule", "verdict", "severity", "message", "addresses", "fingerprint"]
    wanted = govinfo.check(readings).to_pandas()[columns]
    found = tables(tmp_path / "out")["findings"].to_pandas()[columns]
    key = ["source_id", "rule", "fingerprint", "message"]
    assert "T3.CARRY" in set(wanted["rule"])
    assert found.sort_values(key).values.tolist() == wanted.sort_values(key).values.tolist()


@pytest.mark.parametrize("workers", [1, 2])
def test_order_and_workers(folder: Path, tmp_path: Path, workers: int) -> None:
    """Neither the order of the sources nor the number of workers changes a table."""
    archive.extract(sources(folder), tmp_path / "out", workers=1)
    mixed = sources(folder)
    Random(workers).shuffle(mixed)
    archive.extract(mixed, tmp_path / "mixed", workers=workers)

    assert tables(tmp_path / "out") == tables(tmp_path / "mixed")


def test_resume(folder: Path, tmp_path: Path) -> None:
    """A second run reads what is new or changed, and forgets what is gone."""
    out = tmp_path / "out"
    archive.extract(sources(folder), out, workers=1)
    before = tables(out)
    again = archive.extract(sources(folder), out, workers=1)
    assert (again.unchanged, tables(out) == before) == (9, True)

    text = (folder / "woods-2021.md").read_bytes()
    (folder / "water-2022.txt").write_bytes(text)
    (folder / "page.html").unlink()
    changed = archive.extract(sources(folder), out, workers=1)
    archive.extract(sources(folder), tmp_path / "fresh", workers=1)

    assert changed.unchanged == 7
    assert tables(out) == tables(tmp_path / "fresh")


@pytest.mark.parametrize("options", [{"check": False}, {"lang": "en"}])
def test_other_options_read_anew(folder: Path, tmp_path: Path, options: dict[str, object]) -> None:
    """What was read with other options is not taken for the result of these."""
    out = tmp_path / "out"
    archive.extract(sources(folder), out, workers=1)
    summary = archive.extract(sources(folder), out, workers=1, **options)  # type: ignore[arg-type]

    assert summary.unchanged == 0
    assert (tables(out)["findings"].num_rows == 0) is ("check" in options)


def test_contents_as_sources(folder: Path, tmp_path: Path) -> None:
    """Bytes and texts are sources as well; they have numbers for names."""
    given: list[bytes | str] = [
        (folder / "water-2021.txt").read_bytes(),
        "no report",
        b"\xff\xfe\x00",
    ]
    archive.extract(given, tmp_path / "out", workers=2)

    rows = tables(tmp_path / "out")["reports"].to_pylist()
    assert [(row["source_id"], row["status"] == "read") for row in rows] == [
        ("#0", True),
        ("#1", False),
        ("#2", False),
    ]


KILLED = """
import os, sys
from pathlib import Path
from govinfo import archive
folder, out = map(Path, sys.argv[1:])
if __name__ == "__main__":
    archive.extract(sorted(folder.iterdir()), out, workers=2)
"""


def test_a_killed_run_goes_on(folder: Path, tmp_path: Path) -> None:
    """Killed at any moment, a run leaves no half file; the next one ends with the same tables."""
    script = tmp_path / "run.py"
    script.write_text(KILLED, "utf-8")
    out = tmp_path / "out"
    for pause in (0.7, 1.2, 1.8):
        process = subprocess.Popen(
            [sys.executable, str(script), str(folder), str(out)], start_new_session=True
        )
        time.sleep(pause)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    archive.extract(sources(folder), out, workers=1)
    archive.extract(sources(folder), tmp_path / "quiet", workers=1)

    assert tables(out) == tables(tmp_path / "quiet")
    assert not list(out.rglob("half-*"))


def test_a_folder_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    """A file in the place of the folder, or no room: one clear error."""
    (tmp_path / "out").write_text("I am a file", "utf-8")
    with pytest.raises(UnwritableArchive, match=r"cannot be written: .*make room"):
        archive.extract(sources(folder), tmp_path / "out", workers=1)


def test_two_runs_into_one_folder(folder: Path, tmp_path: Path) -> None:
    """A second run is told that the first one writes there; the first one ends as if alone."""
    out, told = tmp_path / "out", list[str]()

    def extract_too(_: archive.Progress) -> None:
        with pytest.raises(
            UnwritableArchive, match=r"another run is writing into .* Wait"
        ) as caught:
            archive.extract(sources(folder), out, workers=1)
        told.append(caught.value.text("zh"))

    first = archive.extract(sources(folder), out, workers=1, progress=extract_too)
    assert set(told) == {f"另一次运行正在写入“{out}”。请等其结束，或另选文件夹。"}
    assert archive.extract(sources(folder), out, workers=1).unchanged == first.sources == 9


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"format": "parket"}, "parquet"),
        ({"workers": 0}, "workers"),
        ({"lang": "de"}, "zh"),
    ],
)
def test_wrong_arguments(tmp_path: Path, arguments: dict[str, object], told: str) -> None:
    """The error says what was wanted, and nothing is written."""
    with pytest.raises(BadArgument, match=told):
        archive.extract([], tmp_path / "out", **arguments)  # type: ignore[arg-type]


def test_no_sources(tmp_path: Path) -> None:
    """Nothing to read gives empty tables."""
    summary = archive.extract([], tmp_path / "out", workers=1)

    assert summary.sources == 0
    assert {
        name: table.num_rows for name, table in tables(tmp_path / "out").items()
    } == dict.fromkeys(TABLES, 0)


def test_a_file_with_several_reports(folder: Path, tmp_path: Path) -> None:
    """Each report has its rows, as `parse_all` reads it, and says in which source it stands."""
    pages = [(folder / f"water-{year}.txt").read_text("utf-8") for year in (2021, 2022)]
    both, copy = folder / "both.txt", folder / "copy.txt"
    both.write_text("\n".join(pages), "utf-8")
    copy.write_bytes(both.read_bytes())

    out = tmp_path / "out"
    summary = archive.extract([copy, both, folder / "water-2020.txt"], out, workers=1)

    found = tables(out)
    columns = ("source_id", "within", "year", "duplicate_of")
    rows = list(zip(*(found["reports"][name].to_pylist() for name in columns), strict=True))
    assert rows == [
        (str(both), None, 2021, None),
        (f"{both}#2", str(both), 2022, None),
        (str(copy), None, 2021, str(both)),
        (f"{copy}#2", str(copy), 2022, f"{both}#2"),
        (str(folder / "water-2020.txt"), None, 2020, None),
    ]
    for name, report in zip((str(both), f"{both}#2"), govinfo.parse_all(both), strict=True):
        rows_of = found["figures"].filter(pc.equal(found["figures"]["source_id"], name))
        assert rows_of["raw"].to_pylist() == report.figure_columns().raw
    assert (summary.sources, summary.read, summary.more) == (3, 3, 2)
    assert "reports behind another of the same source: 2" in summary.text("en")
    assert summary.text("zh").splitlines()[-1] == f"结果：{out}"


def test_a_file_that_has_the_name_of_a_second_report(folder: Path, tmp_path: Path) -> None:
    """A file `both.txt#2` and the second report of `both.txt` are two sources."""
    pages = [(folder / f"water-{year}.txt").read_text("utf-8") for year in (2021, 2022, 2020)]
    both, named = folder / "both.txt", folder / "both.txt#2"
    both.write_text("\n".join(pages[:2]), "utf-8")
    named.write_text(pages[2], "utf-8")

    archive.extract([both, named], tmp_path / "out", workers=1)
    reports = tables(tmp_path / "out")["reports"]
    rows = list(zip(reports["source_id"].to_pylist(), reports["year"].to_pylist(), strict=True))
    assert rows == [(str(both), 2021), (f"{both}##2", 2022), (str(named), 2020)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_errors_and_notes_are_told_in_the_language_asked_for(
    folder: Path, tmp_path: Path, lang: Lang
) -> None:
    """The column `error` has the kind of the error and its text, and `message` the text of a note."""
    odd = folder / "odd.txt"
    lines = (folder / "water-2021.txt").read_text("utf-8").splitlines()
    at = next(place for place, line in enumerate(lines) if "予以公开" in line and len(line) < 9)
    odd.write_text("\n".join([*lines[: at + 2], "若干", *lines[at + 3 :]]), "utf-8")
    notice = folder / "notice.txt"
    notice.write_text("关于报送年度报告的通知", "utf-8")
    archive.extract([odd, notice], tmp_path / "out", workers=1, lang=lang)

    found = tables(tmp_path / "out")
    (error,) = (one for one in found["reports"]["error"].to_pylist() if one)
    with pytest.raises(govinfo.NotAReport) as raised:
        govinfo.parse(notice)
    assert error == f"NotAReport: {raised.value.text(lang)}"
    notes = [note.text(lang) for note in govinfo.parse(odd).notes]
    assert found["notes"]["message"].to_pylist() == notes != []


def test_a_file_that_loses_a_report(folder: Path, tmp_path: Path) -> None:
    """What a file held before is forgotten, and a file that did not change is known."""
    out, both = tmp_path / "out", folder / "both.txt"
    pages = [(folder / f"water-{year}.txt").read_text("utf-8") for year in (2021, 2022)]
    both.write_text("\n".join(pages), "utf-8")
    archive.extract([both], out, workers=1)
    before = tables(out)
    again = archive.extract([both], out, workers=1)
    assert (again.unchanged, again.more, tables(out)) == (1, 1, before)

    both.write_text(pages[0], "utf-8")
    after = archive.extract([both], out, workers=1)

    assert (after.unchanged, after.more) == (0, 0)
    assert tables(out)["figures"]["source_id"].unique().to_pylist() == [str(both)]


def test_a_name_that_is_no_text(folder: Path, tmp_path: Path) -> None:
    """A file whose name is no UTF-8 has its rows under a name that can be written."""
    odd = folder / os.fsdecode(b"\xcb\xff.txt")
    odd.write_bytes((folder / "water-2021.txt").read_bytes())

    summary = archive.extract([odd], tmp_path / "out", workers=1)

    assert (summary.sources, summary.read) == (1, 1)
    (name,) = tables(tmp_path / "out")["reports"]["source_id"].to_pylist()
    assert name == f"{folder}/\\udccb\\udcff.txt"


def test_a_chinese_name_from_windows(folder: Path, tmp_path: Path) -> None:
    """A name in GB 2312 is shown as it was written; a file with that name in UTF-8 stays apart."""
    here = tmp_path / "in"
    here.mkdir()
    for name in ("年报.txt".encode("gb2312"), "年报.txt".encode()):
        page = (folder / "water-2021.txt").read_bytes()
        (here / os.fsdecode(name)).write_bytes(page)

    old = [one for one in here.iterdir() if one.name != "年报.txt"]
    archive.extract(old, tmp_path / "one", workers=1)
    archive.extract(sorted(here.iterdir()), tmp_path / "both", workers=1)

    assert tables(tmp_path / "one")["reports"]["source_id"].to_pylist() == [f"{here}/年报.txt"]
    names = tables(tmp_path / "both")["reports"]["source_id"].to_pylist()
    assert len(set(names)) == 2
    assert f"{here}/年报.txt" in names


def test_where_the_reasons_are(folder: Path, tmp_path: Path) -> None:
    """Where a source gave no report, the summary names the column that says why."""
    summary = archive.extract([folder / "noise.bin"], tmp_path / "out", workers=1)

    assert summary.text("en").endswith(
        "The column error of the table reports says why a source gave no report."
    )
