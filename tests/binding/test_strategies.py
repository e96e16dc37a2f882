"""Which strategy reads a page, and what a report says about it."""

from __future__ import annotations

import importlib
import pickle
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from attrs import evolve

from govinfo.binding.binder import STRATEGIES, Strategy
from govinfo.forms import form_by_id
from govinfo.model import Method, Report
from govinfo.reading import parse
from govinfo.rendering import explain
from govinfo.serial import from_dict, to_dict
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
PIPES = render(DRAFT, "pipes")
TEXTS = {
    "exact": PIPES,
    "rowwise": PIPES.replace("2.重复申请", "2.重复的申请"),
    "unseparated": render(DRAFT, "collapsed"),
    "unordered": render(DRAFT, "scattered"),
    "annex": (EXAMPLES / "stats2014-narrative.txt").read_text("utf-8"),
    "prose": (EXAMPLES / "narrative2008.txt").read_text("utf-8"),
}
"""A text for each strategy."""
NAMES = [strategy.name for strategy in STRATEGIES]


def test_every_strategy_has_a_text() -> None:
    """The texts of this module are all that there is to try."""
    assert sorted(TEXTS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_how_its_cells_were_found(name: str) -> None:
    """The method has adapter, strategy and module; no other reading is as good."""
    report = parse(TEXTS[name])
    strategy = STRATEGIES[NAMES.index(name)]
    considered = report.method.considered
    assert report.method == Method(report.adapter, name, strategy.module, considered)
    assert [one.adapter for one in considered if one.verdict.startswith("taken")] in (
        [],
        [report.adapter],
    )


@pytest.mark.parametrize("strategy", STRATEGIES, ids=NAMES)
def test_the_module_to_look_in_is_there(strategy: Strategy) -> None:
    """Each strategy names a module that can be imported, below `govinfo.binding`."""
    module = importlib.import_module(strategy.module)
    assert module.__name__.startswith("govinfo.binding.")


def test_a_page_that_keeps_to_its_form_needs_no_other_strategy() -> None:
    """A process that reads no other page does not import what reads them."""
    modules = {strategy.module for strategy in STRATEGIES}
    code = (
        "import sys, govinfo; govinfo.parse(sys.argv[1]); "
        f"print(sorted({modules!r}.intersection(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, PIPES], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['govinfo.binding.sections', 'govinfo.binding.tables.exact']\n"


def test_explain_names_adapter_strategy_and_module() -> None:
    """Who hunts a wrong figure reads where to look."""
    told = explain(parse(TEXTS["rowwise"]), "requests.granted.total", "en")
    assert "\n  method   pipes, rowwise (govinfo.binding.tables.rowwise)\n" in told


@pytest.mark.parametrize("name", NAMES)
def test_the_method_is_kept(name: str) -> None:
    """A report that was pickled, or written as data and read again, has the same method."""
    report = parse(TEXTS[name])
    again: Report = pickle.loads(pickle.dumps(report))
    assert again.method == report.method
    assert from_dict(to_dict(report)).method == report.method


def test_reports_that_older_versions_wrote_have_no_method() -> None:
    """Data without a method is read as before, and `explain` does not speak of it."""
    data = to_dict(parse(PIPES))
    del data["method"]
    report = from_dict(data)
    assert report.method == Method()
    assert "method" not in explain(report, "requests.granted.total", "en")
