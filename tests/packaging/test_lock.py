"""What the project needs is bounded, and the versions that are locked lie within the bounds."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from environments import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "locked.txt").read_text("utf-8")
EXTRAS = PROJECT["optional-dependencies"]
NEEDED = sorted({*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)})
WANTED = [Requirement(line) for line in NEEDED if not line.startswith("govinfo[")]


def test_every_locked_version_has_its_hashes() -> None:
    """Each package is locked to one version, whose files are known; where they come from is not said."""
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    packages = [entry for entry in entries if not entry.startswith("#")]

    assert [
        entry
        for entry in packages
        if not re.match(r"[\w.-]+==\S+.*(?:\n +--hash=sha256:\w{64}.*)+", entry)
    ] == []
    assert "://" not in LOCK


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)
def test_locked_versions_are_allowed(wanted: Requirement) -> None:
    """What is needed has a lowest version and a bound above it, and what is locked lies between them."""
    locked = re.findall(rf"^{re.escape(wanted.name)}==([^\s;]+)", LOCK, re.MULTILINE)

    assert {specifier.operator for specifier in wanted.specifier} == {">=", "<"}
    assert locked
    assert [version for version in locked if version not in wanted.specifier] == []
