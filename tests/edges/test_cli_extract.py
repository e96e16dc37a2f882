"""The command `extract`: its progress, its files, and what it says when something is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from govinfo.cli import main
from govinfo.errors import MissingExtra
from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder with two reports."""
    found = tmp_path / "pages"
    found.mkdir()
    for year in (2021, 2022):
        draft = write(form_by_id("form2021"), Random(year), agency="云岫市水务局", year=year)
        (found / f"{year}.txt").write_text(render(draft, "stacked"), "utf-8")
    return found


def extract(*arguments: object) -> Result:
    """Return what the command does with these arguments, in one process and in English."""
    given = ["extract", *arguments, "--workers", "1", "--lang", "en"]
    return CliRunner().invoke(main, [str(one) for one in given])


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_progress_on_a_terminal(pages: Path, tmp_path: Path) -> None:
    """On a terminal there is a bar, which ends full."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "govinfo", "extract", pages, "-o", tmp_path / "out"]
    done = subprocess.run(
        [*map(str, command), "--workers", "1", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how Linux says that nobody writes any more
        pass
    os.close(ours)

    assert (done.returncode, b"Traceback" in shown) == (0, False)
    assert b"2/2" in shown
    assert b"reports read: 2" in done.stdout


def test_without_arrow(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first install, without extras, the command and the import say what to type."""
    for name in [one for one in sys.modules if one.startswith("govinfo.archive")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("govinfo.archive", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    result = extract(pages, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "govinfo: govinfo.archive needs an optional dependency. Install it with: "
        'pip install "govinfo[arrow]"\n'
    )
    assert not (tmp_path / "out").exists()
    with pytest.raises(MissingExtra, match=r"govinfo\[arrow\]") as caught:
        import_module("govinfo.archive")
    assert caught.value.text("zh") == (
        'govinfo.archive 需要可选的依赖。请安装：pip install "govinfo[arrow]"'
    )


@pytest.mark.parametrize(
    ("shape", "package", "extra"),
    [
        ("xlsx", "xlsxwriter", "xlsx"),
        ("dta", "pyreadstat", "stata"),
        ("dta", "pandas", "stata"),
        ("duckdb", "duckdb", "duckdb"),
    ],
)
def test_without_the_packages_of_a_format(
    shape: str, package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format whose extra is missing is told before anything is read, in the language asked for."""
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / "page.txt").write_text("通知", "utf-8")
    arguments = [
        "extract",
        str(tmp_path / "page.txt"),
        "-o",
        str(tmp_path / "out"),
        "--format",
        shape,
    ]
    result = CliRunner().invoke(main, [*arguments, "--lang", "zh"])

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f'govinfo: {shape} 需要可选的依赖。请安装：pip install "govinfo[{extra}]"\n'
    )
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there(pages: Path, tmp_path: Path) -> None:
    """It is told as `check` does; the others are read, and where none is left nothing is written."""
    out, gone = tmp_path / "out", tmp_path / "gone"
    told = CliRunner().invoke(main, ["check", str(gone), "--lang", "en"])
    result = extract(gone, "-o", out)
    assert (result.exit_code, result.stdout, out.exists()) == (2, "", False)
    assert result.stderr == told.stderr
    assert result.stderr.startswith(f"govinfo: {gone}: ")
    assert "No such file" in result.stderr

    result = extract(gone, pages, "-o", out)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"govinfo: {gone}: ")
    assert "3 of 3 sources" in result.stderr
    assert "1 without a report" in result.stderr
    assert "reports read: 2\n" in result.stdout


def test_progress_and_summary_agree(pages: Path, tmp_path: Path) -> None:
    """Both count the sources without a report, also those that an earlier run knows."""
    (pages / "notice.txt").write_text("关于报送年度报告的通知", "utf-8")
    for unchanged in (0, 3):
        result = extract(pages, "-o", tmp_path / "out")
        assert result.exit_code == 2
        assert "1 without a report" in result.stderr
        assert f"unchanged, not read again: {unchanged}\n" in result.stdout
        assert "no annual report: 1\n" in result.stdout


def test_tables_in_a_folder_that_is_checked_are_no_sources(pages: Path) -> None:
    """What `extract` wrote into a folder below is passed over, also the files of Stata."""
    assert extract(pages, "-o", pages / "tables", "--format", "csv").exit_code == 0
    result = CliRunner().invoke(main, ["check", "--lang", "en", str(pages)])
    assert (result.exit_code, result.stderr) == (0, "")
    heads = [line for line in result.stdout.splitlines() if line.startswith(str(pages))]
    assert [head.split("  ")[0] for head in heads] == [
        str(pages / "2021.txt"),
        str(pages / "2022.txt"),
    ]
