"""What is read and found stays as it is, until a change of it is accepted: `python tools/snapshot.py --accept`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from snapshot import compare, differences


def test_nothing_has_changed(corpus: Path) -> None:
    """Every document of the snapshot is read and checked as before; `tools/snapshot.py` shows differences readably."""
    assert corpus.is_dir()
    assert compare() == []


def test_a_change_is_seen() -> None:
    """A changed figure, a lost note and a lost document are three differences, each at its key."""
    before: dict[str, Any] = {
        "a": {"figures": {"x": [1]}, "notes": {"n": 2}},
        "b": {"error": "NotAReport"},
    }
    now: dict[str, Any] = {"a": {"figures": {"x": [2]}, "notes": {}}}

    assert differences(before, now) == [
        ("a", "figures: x", [1], [2]),
        ("a", "notes: n", 2, None),
        ("b", "document", True, False),
    ]
