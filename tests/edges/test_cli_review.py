"""The command `review`: what it writes where, and what it refuses."""

from __future__ import annotations

import re
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_cli import draft

from govinfo.cli import main
from govinfo.reading import parse
from govinfo.testing.documents.docx import docx


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word document with a total that is wrong."""
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(draft(total=1)))
    return path


def run(*arguments: object) -> Result:
    """Return what the command does with these arguments; it speaks English."""
    return CliRunner().invoke(main, ["review", *map(str, arguments), "--lang", "en"])


def test_a_page_is_written(word: Path, tmp_path: Path) -> None:
    """The page names its file; `report.review()` gives the same page without it."""
    page = tmp_path / "page.html"
    result = run(word, "-o", page)

    assert (result.exit_code, result.output) == (0, "")
    written = page.read_text("utf-8")
    assert "draft.docx" in written
    assert written.replace("draft.docx", "").count("<td") == parse(word).review().count("<td")


def test_check_counts_rules_and_review_places(word: Path, tmp_path: Path) -> None:
    """One slip breaks several rules: the two counts say what they are of."""
    page = tmp_path / "page.html"
    invoke = CliRunner().invoke
    checked = invoke(main, ["check", str(word), "--lang", "zh"]).stdout.splitlines()[0]
    invoke(main, ["review", str(word), "-o", str(page), "--lang", "zh"])
    shown = page.read_text(encoding="utf-8")
    assert re.search(r"\d 条错误", checked)
    assert re.search(r'title="按处计：[^"]*">\d 处错误<', shown)
    run(word, "-o", page)
    assert re.search(r">\d places? with (?:an )?errors?<", page.read_text(encoding="utf-8"))


def test_a_document_gets_comments(word: Path, tmp_path: Path) -> None:
    """The document is written under another name, with its comments in the language asked for."""
    written = tmp_path / "draft.reviewed.docx"
    assert run(word, "-o", written).exit_code == 0
    comments = zipfile.ZipFile(written).read("word/comments.xml").decode()
    assert "Change 1 to " in comments


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("page.html", "page.html is written; open it in a browser."),
        ("new.docx", "new.docx is written; its comments say what to change."),
    ],
)
def test_on_a_terminal_it_says_where_the_review_is(
    word: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    """Whoever sits before it reads what was written; a pipe gets nothing."""
    monkeypatch.chdir(word.parent)
    command = import_module("govinfo.cli.review")  # the package has a command of this name
    monkeypatch.setattr(command, "terminal_columns", lambda _: 80)
    assert run(word, "-o", name).output == f"{told}\n"
    assert run(word, "-o", "-").output.startswith("<!DOCTYPE html>")


def test_findings_that_are_set_aside_are_passed_over(word: Path, tmp_path: Path) -> None:
    """The lines that `check` writes for them work here, and a line for nothing is told."""
    aside, page = tmp_path / "aside.txt", tmp_path / "page.html"
    run(word, "-o", page)
    assert ">1 place with an error<" in page.read_text(encoding="utf-8")

    checked = CliRunner().invoke(main, ["check", "--format", "dismissals", str(word)])
    aside.write_text(f"{checked.stdout}0123456789abcdef # seen\n", encoding="utf-8")
    result = run(word, "-o", page, "--dismissals", aside)
    assert "dismissals match no finding: 0123456789abcdef" in result.stderr
    assert "with an error<" not in page.read_text(encoding="utf-8")


def test_a_draft_is_never_overwritten(word: Path) -> None:
    """The draft itself is no place to write to."""
    before = word.read_bytes()
    assert run(word, "-o", word).exit_code == 2
    assert word.read_bytes() == before


@pytest.mark.parametrize(
    ("files", "output", "told"),
    [
        (1, "page.pdf", "must end with .html"),
        (2, "both.docx", "name one FILE"),
    ],
)
def test_an_output_of_another_kind_is_refused(
    word: Path, tmp_path: Path, files: int, output: str, told: str
) -> None:
    """What cannot be written is said before anything is read."""
    result = run(*[word] * files, "-o", tmp_path / output)
    assert result.exit_code == 2
    assert told in result.output


def test_only_word_documents_get_comments(tmp_path: Path) -> None:
    """A text has no comments: the message says what the file is, and nothing is written."""
    text = tmp_path / "draft.txt"
    text.write_text(parse(docx(draft())).source_text, encoding="utf-8")
    result = run(text, "-o", tmp_path / "draft.reviewed.docx")

    assert result.exit_code == 2
    assert "draft.txt: Comments can be written into a Word document" in result.output
    assert not (tmp_path / "draft.reviewed.docx").exists()
