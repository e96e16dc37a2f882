"""The page on the way of one text shows a way that only goes down."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

from walk import ROOT, Step, handed_on


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    """The steps of parsing and checking one text, in a process where nothing is in a cache."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "walk.py"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [Step(**step) for step in json.loads(done.stdout)]


def test_every_step_goes_down(steps: list[Step]) -> None:
    """A package calls packages on lower floors only, but for what a report hands on as the contract says."""
    up = {(one.caller, one.package) for one in steps if one.goes_up}

    assert up == {("model", "head"), ("model", "claims")}
    assert up <= handed_on()


def test_stages_come_in_order(steps: list[Step]) -> None:
    """To parse enters the stages once each, from the text to the best report; to check starts from the report."""
    starts = [number for number, one in enumerate(steps) if not one.depth]
    parsing, checking = steps[: starts[1]], steps[starts[1] :]
    stages = list(dict.fromkeys(one.package for one in parsing if one.depth <= 1))

    assert stages == [
        "reading",
        "text",
        "documents",
        "portions",
        "adapters",
        "binding",
        "competition",
        "model",
    ]
    assert [one.package for one in checking[:2]] == ["consistency", "model"]
    assert not {"adapters", "binding", "documents"} & {one.package for one in checking}
