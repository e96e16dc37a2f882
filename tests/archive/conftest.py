"""Folders of files, as people have them: good ones, bad ones, and several of one body."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORMS = {2020: "form2019", 2021: "form2021", 2022: "form2021"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of nine files: six reports, two of them alike, a page, noise, and nothing."""
    found = tmp_path / "pages"
    found.mkdir()
    for year, form in FORMS.items():
        draft = write(form_by_id(form), Random(year), agency="云岫市水务局", year=year)
        (found / f"water-{year}.txt").write_text(render(draft, "stacked"), "utf-8")
        other = write(form_by_id(form), Random(year + 50), agency="岚汐县林业局", year=year)
        (found / f"woods-{year}.md").write_bytes(render(other, "markdown").encode("gb18030"))
    (found / "water-again.txt").write_bytes((found / "water-2021.txt").read_bytes())
    (found / "page.html").write_text(
        "<html><body><p>云岫市天气：多云，微风。</p></body></html>", "utf-8"
    )
    (found / "noise.bin").write_bytes(bytes(Random(3).randbytes(4000)))
    return found
