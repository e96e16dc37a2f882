"""The notebook is what its script writes, and runs, also where no font has Chinese characters."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

MISSING = "the extra `notebook` is not installed"
nbformat = pytest.importorskip("nbformat", reason=MISSING)
for needed in ("nbclient", "ipykernel", "matplotlib"):
    pytest.importorskip(needed, reason=MISSING)

EXAMPLES = Path(__file__).parents[1] / "examples"
KEPT = nbformat.read(EXAMPLES / "reports.ipynb", as_version=4)
WITHOUT_CHINESE = """\
from matplotlib import font_manager
font_manager.fontManager.ttflist = [font for font in font_manager.fontManager.ttflist if font.name == "DejaVu Sans"]
font_manager.findSystemFonts = list"""


@pytest.fixture(scope="module")
def script() -> Any:
    """The script that writes the notebook."""
    spec = spec_from_file_location("make_notebook", EXAMPLES / "make_notebook.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault("make_notebook", module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


def sources(notebook: Any) -> list[tuple[str, str]]:
    """Return what stands in the cells."""
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def shown(notebook: Any, kind: str = "stream") -> list[Any]:
    """Return what the cells show of one kind."""
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type == kind
    ]


def printed(notebook: Any, name: str = "stdout") -> str:
    """Return what is printed, on standard output or standard error."""
    return "".join(output.text for output in shown(notebook) if output.name == name)


def test_notebook_is_what_the_script_writes(script: Any) -> None:
    """Each cell on disk is the one in the script, and none shows a path of the machine that ran it."""
    assert sources(KEPT) == sources(script.written())
    assert (
        re.findall(r"(?:/home|/root|/tmp|/Users|/work)/\w+|[A-Z]:\\\\", nbformat.writes(KEPT)) == []
    )


# What libraries around the kernel warn of is theirs; what the cells warn of is printed, and
# compared.
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("before", ["", WITHOUT_CHINESE], ids=["fonts", "no Chinese font"])
def test_notebook_runs(before: str, script: Any) -> None:
    """Run again, it prints what is kept, warns of nothing but a font, and shows two reports, three charts, a table."""
    notebook = script.executed(script.written(before))

    assert printed(notebook) == printed(KEPT)
    warned = re.findall(r"\w*Warning", printed(notebook, "stderr"))
    assert set(warned) <= {"FontWarning"}
    assert bool(warned) or not before
    assert ["image/png" in output.data for output in shown(notebook, "display_data")] == [
        True,
        True,
        True,
    ]
    assert ["text/html" in output.data for output in shown(notebook, "execute_result")] == [
        True
    ] * 3


def test_question_is_answered() -> None:
    """The shares are those of the panel, and the total that is not right is set right."""
    answers = printed(KEPT)

    assert "2022 68 of 50, 136%: more than all of them\n2023 45 of 66, 68%\n" in answers
    assert "requests.granted.total 62 -> 26\n" in answers
    assert answers.endswith("2022 32 of 50, 64%\n")
