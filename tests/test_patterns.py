"""What holds of the regular expressions of the library, wherever they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

MODULES = sorted((Path(__file__).parents[1] / "src" / "govinfo").rglob("*.py"))
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\{?[\d, ]*(?:\{\w+\})?\}?\})\+")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_group_is_repeated_possessively(module: Path) -> None:
    """A group that gives nothing back is written `(?>(?:...)*)`, and not `(?:...)*+`.

    Python before 3.11.5 goes on from where the last round of such a group failed, and not from where it began.
    """
    lines = module.read_text(encoding="utf-8").splitlines()

    assert [
        (number, line) for number, line in enumerate(lines, 1) if POSSESSIVE_GROUP.search(line)
    ] == []
