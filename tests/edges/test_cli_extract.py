"""The command `extract`: its progress, its files, and what it says when something is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

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
