"""The sample reports are what their script makes, and all but one are sound."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from govinfo.consistency import check
from govinfo.reading import parse

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXTS = sorted((EXAMPLES / "reports").glob("*.txt"))
DOCUMENTS = sorted((EXAMPLES / "documents").iterdir())
FILES = TEXTS + DOCUMENTS
PANEL = sorted((EXAMPLES / "panel").iterdir())
UNBALANCED = "form2021-unbalanced"


def loaded(name: str) -> ModuleType:
    """Return one of the scripts that make the samples."""
    spec = spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault(name, module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that makes the samples."""
    return loaded("make_samples")


def test_files_are_what_the_script_makes(script: ModuleType) -> None:
    """Each sample on disk is, to the letter, the one the script makes; there is no other."""
    made = {name: script.made(sample) for name, sample in script.SAMPLES.items()}

    assert made == {path.stem: path.read_text(encoding="utf-8") for path in TEXTS}


def test_documents_are_what_the_script_makes(script: ModuleType) -> None:
    """So is each sample that is a document, to the byte."""
    made = {name: document() for name, document in script.DOCUMENT_SAMPLES.items()}

    assert made == {path.name: path.read_bytes() for path in DOCUMENTS}


def test_panel_is_what_its_script_makes() -> None:
    """So is each report of the panel."""
    made = loaded("make_panel").made()

    assert made == {path.name: path.read_text(encoding="utf-8") for path in PANEL}


def test_panel_has_two_slips() -> None:
    """All of the panel is read, each year by another adapter, and what is wrong in it is what its script says."""
    reports = [parse(path) for path in PANEL]
    broken = {(finding.rule, str(finding.severity)) for finding in check(reports).broken}

    assert [
        value for report in reports for value in report.values().values() if value is None
    ] == []
    assert [report.adapter for report in reports] == ["pipes", "stacked", "markdown", "delimited"]
    assert broken == {
        ("T3.OUTCOMES_TOTAL", "error"),
        ("T3.ROW_TOTAL", "error"),
        ("T3.CARRY", "warning"),
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_samples_are_read_in_full(path: Path) -> None:
    """Every cell of a sample has a value, and its head is complete."""
    report = parse(path)

    assert [address for address, value in report.values().items() if value is None] == []
    assert report.agency is not None
    assert (report.title, report.year, report.signed) != (None, None, None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_sample_is_unbalanced(path: Path) -> None:
    """Exactly one sample breaks a rule of severity error: the balance printed on the form."""
    broken = {finding.rule for finding in check(parse(path)).errors}

    assert broken == ({"T3.BALANCE"} if path.stem == UNBALANCED else set())
