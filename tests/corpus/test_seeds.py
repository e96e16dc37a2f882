"""The five seed reports, against the truth that was read by hand."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from govinfo.consistency import check, suggest
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.text import plain

Truth: TypeAlias = dict[str, Any]

PROSE_ALONE = "004_fb41d7616daa9e74.txt"
GLOSSED = "000_8296641daa62e8d3.txt"
UNBALANCED = "002_b4298fc88d3c412f.txt"
TABLED = (
    GLOSSED,
    "001_5bca17c1ce8495dd.txt",
    UNBALANCED,
    "003_01ac09bba25f34a3.txt",
)
SEEDS = (*TABLED, PROSE_ALONE)
AGENCIES = {
    GLOSSED: {"启东市人民政府办公室"},
    "001_5bca17c1ce8495dd.txt": {
        "河东区太平街道办事处",
        "河东区太平街道",
        "河东区人民政府太平街道办事处",
    },
    UNBALANCED: {"芝英镇人民政府", "永康市芝英镇人民政府"},
    "003_01ac09bba25f34a3.txt": {"恩平市人民政府办公室"},
    PROSE_ALONE: {"大安市人民政府"},
}
"""The names that do justice to each report; two of them name themselves in more than one way."""
SIGNED = {UNBALANCED: date(2021, 1, 19)}
FORMS = {"2021": "form2021", "2019": "form2019", "narrative": "narrative2008"}
SECTIONS = [
    "overview",
    "proactive_disclosure",
    "requests",
    "review_litigation",
    "problems",
    "other_matters",
]


@pytest.fixture
def truth(corpus: Path) -> Truth:
    """What a careful reader found in the seeds."""
    content: Truth = json.loads((corpus / "seeds" / "truth.json").read_text(encoding="utf-8"))
    return content


def seed(corpus: Path, name: str) -> Report:
    """Return one seed, parsed from its file."""
    return parse(corpus / "seeds" / name)


def day(text: str | None) -> date | None:
    """Return a date of the truth file."""
    return date.fromisoformat(text) if text else None


def test_all_cells_are_known(truth: Truth) -> None:
    """The truth covers 798 cells, so that no test below passes for want of cells."""
    assert sum(len(report["cells"]) for report in truth.values()) == 798


@pytest.mark.parametrize("kind", ["path", "text", "bytes"])
@pytest.mark.parametrize("name", SEEDS)
def test_cells(name: str, kind: str, corpus: Path, truth: Truth) -> None:
    """Every cell of a seed has its value, whether it comes as a path, as text or as bytes."""
    path = corpus / "seeds" / name
    ways = {
        "path": lambda: parse(path),
        "text": lambda: parse(path.read_text("utf-8")),
        "bytes": lambda: parse(path.read_bytes()),
    }
    values = ways[kind]().values()
    expected = {address: Decimal(str(value)) for address, value in truth[name]["cells"].items()}

    assert expected == {address: _decimal(values[address]) for address in expected}
    assert {address for address, value in values.items() if value is not None} == set(expected)


@pytest.mark.parametrize("name", SEEDS)
def test_head(name: str, corpus: Path, truth: Truth) -> None:
    """Form, year, title and dates of a seed are those of the truth."""
    report = seed(corpus, name)
    stated = truth[name]

    assert FORMS[stated["form"]] == report.form.id
    assert stated["report_year"] == report.year
    assert stated["title"] == report.title
    assert day(stated["publish_date"]) == report.published
    assert day(stated.get("created_date")) == report.created
    assert SIGNED.get(name) == report.signed


@pytest.mark.parametrize("name", SEEDS)
def test_agency(name: str, corpus: Path) -> None:
    """The agency of a seed is named as the document names it, in simplified characters."""
    report = seed(corpus, name)

    assert report.agency is not None
    assert report.agency.name in AGENCIES[name]


def test_shifted_bytes(corpus: Path) -> None:
    """The three places of the glossed seed where bytes were cut wrongly come back, and are noted."""
    report = seed(corpus, GLOSSED)
    text = plain(report.text.characters)

    assert [note.code for note in report.notes] == ["characters_inferred"] * 3
    assert [
        text.count(words) for words in ("“三审三校”“分级审核", "“三审三校”人员", "严谨的作风")
    ] == [1, 1, 1]


def test_metadata(corpus: Path, truth: Truth) -> None:
    """The header fields of the seed that has them are read by id."""
    name = "001_5bca17c1ce8495dd.txt"
    metadata = seed(corpus, name).metadata

    assert truth[name]["index_number"] == metadata["index_number"]
    assert truth[name]["catalogue"] == metadata["catalogue"]


@pytest.mark.parametrize("name", TABLED)
def test_sections(name: str, corpus: Path) -> None:
    """A seed on a tabled form has its six parts, in order."""
    assert [section.id for section in seed(corpus, name).sections] == SECTIONS


@pytest.mark.parametrize("name", SEEDS)
def test_quotes(name: str, corpus: Path) -> None:
    """Every figure of a seed quotes the characters it was read from."""
    report = seed(corpus, name)
    figures = [figure for figure in report.figures().values() if figure.span is not None]

    assert [figure.raw for figure in figures] == [
        report.quote(figure.span) for figure in figures if figure.span
    ]


def test_no_value_is_invented(corpus: Path) -> None:
    """The seed without tables gives not one value."""
    assert not any(value is not None for value in seed(corpus, PROSE_ALONE).values().values())


@pytest.mark.parametrize("name", [name for name in SEEDS if name != UNBALANCED])
def test_clean_seeds(name: str, corpus: Path) -> None:
    """The arithmetic of every seed but one is right."""
    assert [finding.rule for finding in check(seed(corpus, name)).errors] == []


def test_broken_balance(corpus: Path) -> None:
    """One seed breaks the balance in two columns, and nothing else of weight."""
    findings = check(seed(corpus, UNBALANCED))
    columns = [
        {term.address.rsplit(".", 1)[1] for term in finding.terms} for finding in findings.errors
    ]

    assert {finding.rule for finding in findings.errors} == {"T3.BALANCE"}
    assert sorted(columns, key=sorted) == [{"natural_person"}, {"total"}]


def test_three_repairs_of_the_balance(corpus: Path) -> None:
    """No one cell makes that seed balance, exactly three pairs do, and the one that its prose rules out comes last."""
    found = suggest(seed(corpus, UNBALANCED))
    rows = [{change.address.split(".")[1] for change in suggestion.changes} for suggestion in found]
    columns = [
        [change.address.split(".")[2] for change in suggestion.changes] for suggestion in found
    ]

    assert rows == [{"carried_over"}, {"carried_forward"}, {"new_received"}]
    assert columns == [["natural_person", "total"]] * 3
    assert [[e.kind for e in one.evidence if not e.supports] for one in found] == [
        ["totals"],
        ["totals"],
        ["prose", "totals"],
    ]


def test_signed_too_early(corpus: Path) -> None:
    """The same seed is signed before the year it reports on was over."""
    broken = {finding.rule for finding in check(seed(corpus, UNBALANCED)).broken}

    assert "TIME.SIGNATURE_YEAR" in broken


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
