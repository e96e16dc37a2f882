"""Texts with the number of each line before it, as `cat -n`, `grep -n` and editors show them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from attrs import evolve

from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.text import repair

FORM = form_by_id("form2021")
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
NUMBERINGS: dict[str, Callable[[int], str]] = {
    "cat -n": lambda number: f"{number:6}\t",
    "grep -n": lambda number: f"{number}:",
    "less -N": lambda number: f"{number:>7} ",
    "an editor": lambda number: f"{number:>3} | ",
    "a list": lambda number: f"{number}. ",
    "from 0": lambda number: f"{number - 1}\t",
}


def numbered(text: str, print_number: Callable[[int], str]) -> str:
    """Return a text with a number before each line that is not empty."""
    lines, number = list[str](), 0
    for line in text.split("\n"):
        number += bool(line)
        lines.append(print_number(number) + line if line else line)
    return "\n".join(lines)


@pytest.mark.parametrize("dialect", ["stacked", "pipes", "delimited", "spaced", "html"])
@pytest.mark.parametrize("numbering", NUMBERINGS.values(), ids=NUMBERINGS)
def test_a_report_with_numbered_lines(dialect: str, numbering: Callable[[int], str]) -> None:
    """All cells are read, no number of a line is a figure, and each figure quotes its place."""
    report = parse(numbered(render(DRAFT, dialect), numbering))

    assert differences(report, DRAFT.expected()) == {}
    assert report.title == parse(render(DRAFT, dialect)).title
    assert all(f.span is None or f.raw == report.quote(f.span) for f in report.figures().values())


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n} 条" for n in range(1, 10)),  # a short list
        "\n".join(f"{n}条" for n in range(1, 40)),  # nothing behind the numbers
        "\n".join(f"{2 * n}\t条" for n in range(1, 40)),  # each second number
        "2021年度报告\n" + "\n".join(f"{n}\t条" for n in range(1, 40)),
    ],
)
def test_what_is_no_numbering_stays(text: str) -> None:
    """Short lists, and lines some of which have another number or none, are left alone."""
    assert repair(Text(text)) == (Text(text), ())


@pytest.mark.parametrize("dialect", ["stacked", "pipes", "delimited", "spaced", "columns"])
@pytest.mark.parametrize("mark", ["+", "+ ", "# ", "// ", "% ", "- "])
def test_a_report_with_a_mark_before_each_line(dialect: str, mark: str) -> None:
    """The `+` of a diff, or the mark of a comment, is no part of any line."""
    text = "\n".join(mark + line if line else line for line in render(DRAFT, dialect).split("\n"))
    report = parse(text)

    assert differences(report, DRAFT.expected()) == {}
    assert report.title == parse(render(DRAFT, dialect)).title
    assert all(f.span is None or f.raw == report.quote(f.span) for f in report.figures().values())


@pytest.mark.parametrize("dialect", ["stacked", "pipes", "markdown", "delimited", "columns"])
def test_a_report_with_a_backslash_behind_each_line(dialect: str) -> None:
    """Pandoc writes a line break so; it is no cell, and ends none."""
    report = parse(render(DRAFT, dialect).replace("\n", "\\\n"))

    assert differences(report, DRAFT.expected()) == {}


@pytest.mark.parametrize("dialect", ["stacked", "pipes", "markdown", "delimited", "columns"])
@pytest.mark.parametrize("ending", ["\\n", "\\r\\n"])
def test_a_report_whose_line_breaks_are_printed(dialect: str, ending: str) -> None:
    """A program that shows a string prints a line break as a backslash and an n."""
    text = render(DRAFT, dialect).replace("\t", "\\t").replace("\n", ending)
    report = parse(text)

    assert differences(report, DRAFT.expected()) == {}
    assert report.title == parse(render(DRAFT, dialect)).title
    assert all(f.span is None or f.raw == report.quote(f.span) for f in report.figures().values())


def test_a_mark_that_some_lines_lack_stays() -> None:
    """Headings of Markdown have marks, and what stands below them has none."""
    text = "\n".join(f"# {n}、情况" for n in range(40)) + "\n条"

    assert repair(Text(text))[0].characters == text
