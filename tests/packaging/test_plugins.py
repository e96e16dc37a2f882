"""A package with an adapter is used once it is installed, a broken one is named, and neither leaves a trace."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from environments import ROOT, Environment, fresh, wheels

EXAMPLE = ROOT / "examples" / "govinfo-cells"
BROKEN = ROOT / "tests" / "fixtures" / "govinfo-broken"
SAMPLES = sorted((ROOT / "examples" / "reports").glob("form*.txt"))
SPECIMENS = sorted((EXAMPLE / "tests" / "specimens").glob("*.txt"))

READ = """
import json, pathlib, sys, warnings
import govinfo
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    reports = [govinfo.parse(pathlib.Path(path)) for path in sys.argv[1:]]
print(json.dumps({
    "home": govinfo.__file__,
    "adapters": {name: adapter.distribution for name, adapter in govinfo.available_adapters().items()},
    "read": [[report.adapter, {str(a): value for a, value in report.values().items()}] for report in reports],
    "warnings": [str(warning.message) for warning in warned],
}, default=str))
"""


def read(environment: Environment, files: Sequence[Path]) -> dict[str, Any]:
    """Return what the govinfo that is installed there makes of these files."""
    found: dict[str, Any] = json.loads(environment.python("-c", READ, *files))
    return found


def golden(specimen: Path) -> list[Any]:
    """Return the adapter and the values that are written down beside a specimen."""
    outcome = json.loads(specimen.with_suffix(".json").read_text(encoding="utf-8"))
    return [outcome["adapter"], outcome["values"]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheels of govinfo itself, of the broken package and of the example, as their names sort."""
    return wheels(tmp_path_factory.mktemp("wheels"), ROOT, EXAMPLE, BROKEN)


def test_from_wheel_to_nothing(built: list[Path], tmp_path: Path) -> None:
    """Installed, the example reads its dialect and the broken one is named once; without them all is as before."""
    govinfo, broken, example = built
    environment = fresh(tmp_path / "environment")
    environment.python(
        "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed", govinfo
    )
    before, listed = read(environment, SAMPLES), sorted(environment.packages.iterdir())
    assert Path(before["home"]).is_relative_to(environment.folder)
    assert set(before["adapters"].values()) == {"govinfo"}
    assert [
        values for adapter, values in read(environment, SPECIMENS)["read"] if any(values.values())
    ] == []

    environment.python("-m", "pip", "install", "--quiet", "--no-deps", broken, example)
    after = read(environment, [*SPECIMENS, *SAMPLES])
    assert {**after["adapters"], **before["adapters"]} == after["adapters"]
    assert list(after["adapters"])[:2] == ["broken", "cells"]
    assert after["read"] == [*map(golden, SPECIMENS), *before["read"]]
    assert [message.partition(";")[0] for message in after["warnings"]] == [
        "the adapter 'broken' of govinfo-broken raised RuntimeError('out of order') while reading"
    ]

    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    environment.python("-m", "pip", "uninstall", "--quiet", "--yes", "govinfo-broken")
    environment.python(
        "-m", "pytest", "--quiet", "-p", "no:cacheprovider", tmp_path / "tests", inside=tmp_path
    )

    environment.python("-m", "pip", "uninstall", "--quiet", "--yes", "govinfo-cells")
    assert read(environment, SAMPLES) == before
    assert sorted(environment.packages.iterdir()) == listed
