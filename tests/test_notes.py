"""Notes: their codes, and the codes that they once had."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govinfo
from govinfo.notes import FORMER_CODES, Note, present_code

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "govinfo").rglob("*.py"))
PAGES = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("former", FORMER_CODES)
def test_a_former_code_means_the_present_one(former: str) -> None:
    """A note that is made with a former code equals the note with the present one."""
    assert Note(former, "seen") == Note(FORMER_CODES[former], "seen")


def test_present_codes_stay_as_they_are() -> None:
    """No present code is a former one of another note, and a code of a plug-in is kept."""
    assert [present_code(code) for code in FORMER_CODES.values()] == list(FORMER_CODES.values())
    assert present_code("leftover") == "leftover"


def test_json_with_a_former_code_is_read() -> None:
    """A report written before the codes changed is equal to one written today."""
    page = (ROOT / "examples" / "reports" / "form2019-stacked.txt").read_text(encoding="utf-8")
    report = govinfo.parse(page).with_notes(Note("label_repaired", "a label was repaired"))
    written = report.to_json()
    before = written.replace('"label_repaired"', '"label_mended"')

    assert before != written
    assert govinfo.Report.from_json(before) == report
    assert govinfo.Report.from_json(before).to_json() == written


@pytest.mark.parametrize("path", [*SOURCES, *PAGES], ids=lambda path: path.name)
def test_nothing_uses_a_former_code(path: Path) -> None:
    """Library and documentation use present codes: a search for a code finds every place."""
    if path.name == "notes.py":
        return
    text = path.read_text(encoding="utf-8")
    quoted = set(re.findall(r'"(\w+)"' if path.suffix == ".py" else r"`(\w+)`", text))

    assert sorted(quoted.difference({"cut_short"}) & set(FORMER_CODES)) == []
