"""What the documents show is what the library does."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govinfo.adapters import ADAPTERS
from govinfo.adapters.registry import verdicts
from govinfo.cli import main
from govinfo.spans import Text

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every session shown in a document gives the output shown there."""
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert result.failed == 0


def test_generated_pages_are_current() -> None:
    """The pages on forms and rules are what the data say."""
    command = [sys.executable, str(ROOT / "docs" / "make_tables.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_every_adapter_and_command_is_documented() -> None:
    """The README names each built-in adapter; README and pages name each command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    everything = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [a.name for a in ADAPTERS if f"`{a.name}`" not in readme] == []
    assert [name for name in main.commands if f"govinfo {name}" not in everything] == []


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "CONTRIBUTING.md", *(ROOT / "examples").glob("*/*.md")], ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    """Each link within the project is to a file that is there, and to a heading that the page has."""
    for link in re.findall(r"\]\(((?!https?:)[^)\s]+)\)", page.read_text(encoding="utf-8")):
        name, _, heading = link.partition("#")
        there = page.parent / name if name else page
        assert there.exists(), link
        assert not heading or heading in headings(there), link


def headings(page: Path) -> set[str]:
    """Return what the headings of a page are linked by."""
    lines = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def test_every_adapter_has_a_specimen() -> None:
    """The page on dialects shows one of each, and of all adapters the one that it stands for is the surest of it."""
    page = (ROOT / "docs" / "adapters.md").read_text(encoding="utf-8")
    specimens = re.findall(r"^\*\*`(\w+)`\*\*:(?:(?!^\*\*).)*?^```\w+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    surest = {name: verdicts(Text(specimen))[0][0].name for name, specimen in specimens}

    assert surest == {adapter.name: adapter.name for adapter in ADAPTERS}


def test_every_note_is_documented() -> None:
    """Each code that a note can have in the source has its line in the page on the model."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "govinfo").rglob("*.py"))
    codes = set(re.findall(r"\bNote\(\s*\"(\w+)\"", source))
    model = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    assert sorted(code for code in codes if f"`{code}`" not in model) == []
    assert len(codes) >= 10
