"""What the documents show is what the library does."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import govinfo
from govinfo import consistency
from govinfo.adapters import ADAPTERS
from govinfo.adapters.registry import verdicts
from govinfo.cli import main
from govinfo.spans import Text

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted(DOCS.glob("*.md"))]
TRANSLATED = {
    ROOT / "README.md": ROOT / "README.zh-CN.md",
    **{
        page: page.with_suffix(".zh.md")
        for page in sorted(DOCS.glob("*.md"))
        if not page.name.endswith(".zh.md")
    },
}
"""Every page in English, and the same page in Chinese."""
API = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "api").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every session shown in a document gives the output shown there."""
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(
        str(page), module_relative=False, optionflags=doctest.IGNORE_EXCEPTION_DETAIL
    )
    assert result.failed == 0


def test_generated_pages_are_current() -> None:
    """The pages on forms and rules are what the data say."""
    command = [sys.executable, str(ROOT / "docs" / "make_tables.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_every_adapter_and_command_is_documented() -> None:
    """Each README names each built-in adapter; README and pages name each command."""
    readmes = [
        page.read_text(encoding="utf-8") for page in (ROOT / "README.md", ROOT / "README.zh-CN.md")
    ]
    everything = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [
        a.name for a in ADAPTERS if not all(f"`{a.name}`" in readme for readme in readmes)
    ] == []
    assert [name for name in main.commands if f"govinfo {name}" not in everything] == []


@pytest.mark.parametrize(
    "page",
    [
        *PAGES,
        *(DOCS / "api").glob("*.md"),
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "examples").glob("*/*.md"),
    ],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_links_lead_somewhere(page: Path) -> None:
    """Each link within the project is to a file that is there, and to a heading that the page has."""
    for link in re.findall(r"\]\(((?!https?:)[^)\s]+)\)", page.read_text(encoding="utf-8")):
        name, _, heading = link.partition("#")
        there = page.parent / name if name else page
        assert there.exists(), link
        assert not heading or heading in headings(there), link


def test_the_bug_hunt_shows_what_explain_says() -> None:
    """The example for contributors is what a report says of a row that has lost one cell, and its code is in the note's module."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n(  adapter .*?)^```$", page, re.MULTILINE | re.DOTALL)
    whole = ROOT / "examples" / "reports" / "form2021-stacked.txt"
    lines = whole.read_text(encoding="utf-8").split("\n")
    del lines[lines.index("（一）予以公开") + 2]
    said = " ".join(
        govinfo.parse("\n".join(lines)).explain("requests.granted.research", "en").split()
    )

    for line in shown.splitlines():
        assert " ".join(line.removesuffix("…").split()) in said
    code = re.search(r"note +(\w+):", shown)
    alignment = ROOT / "src" / "govinfo" / "binding" / "tables" / "alignment.py"
    assert code is not None
    assert f'"{code[1]}"' in alignment.read_text(encoding="utf-8")


def headings(page: Path) -> set[str]:
    """Return what the headings of a page are linked by."""
    lines = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("name", ["adapters.md", "adapters.zh.md"])
def test_every_adapter_has_a_specimen(name: str) -> None:
    """The page on dialects shows one of each, and of all adapters the one that it stands for is the surest of it."""
    page = (DOCS / name).read_text(encoding="utf-8")
    specimens = re.findall(
        r"^\*\*`(\w+)`\*\*[:：](?:(?!^\*\*).)*?^```\w+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL
    )
    surest = {name: verdicts(Text(specimen))[0][0].name for name, specimen in specimens}

    assert surest == {adapter.name: adapter.name for adapter in ADAPTERS}


def test_every_note_is_documented() -> None:
    """Each code that a note can have in the source has its line in the page on the model."""
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src" / "govinfo").rglob("*.py")
    )
    codes = set(re.findall(r"\bNote\(\s*\"(\w+)\"", source))
    for name in ("model.md", "model.zh.md"):
        model = (DOCS / name).read_text(encoding="utf-8")
        assert sorted(code for code in codes if f"`{code}`" not in model) == [], name
    assert len(codes) >= 10


@pytest.mark.parametrize(("english", "chinese"), TRANSLATED.items(), ids=lambda page: page.name)
def test_translations_keep_in_step(english: Path, chinese: Path) -> None:
    """A page in Chinese has the headings, the tables and the code of the page in English, in the same order."""
    assert shape(chinese) == shape(english)


def shape(page: Path) -> list[str]:
    """Return the outline of a page: levels of headings, ids in the first column of tables, commands and files.

    What is said behind a command is in the language of the page.
    """
    text, outline = page.read_text(encoding="utf-8"), list[str]()
    for part in re.finditer(
        r"^```([\w-]*)\n(.*?)^```$|^(#+) |^\| ([^|\n]*`[^|\n]*)\|", text, re.MULTILINE | re.DOTALL
    ):
        language, body, level, cell = part.groups()
        if language is not None:
            # A session may print its messages in the language of its page; commands and files are
            # the same in both.
            code = re.sub(r" +# .*", "", body) if language == "sh" else body
            outline.append(language if language == "pycon" else f"{language}: {code}")
        else:
            outline.append(level or " ".join(re.findall("`[^`]*`", cell)))
    return outline


def test_every_public_name_has_its_entry() -> None:
    """The pages of the API describe each name that the root exports, and each of `govinfo.consistency`."""
    entries = set(re.findall(r"^::: ([\w.]+)$", API, re.MULTILINE))
    root = {f"govinfo.{name}" for name in govinfo.__all__ if name != "__version__"}
    own = {
        f"govinfo.consistency.{name}" for name in consistency.__all__ if name not in govinfo.__all__
    }
    assert (root | own) - entries == set()


def test_one_version() -> None:
    """The package has the version of `govinfo.__version__`, and the changelog tells of it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/govinfo/__init__.py"
    assert re.findall(r"^## (.+)$", changelog, re.MULTILINE)[:2] == [
        "Unreleased",
        govinfo.__version__,
    ]
