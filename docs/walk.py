"""Follow one text through the code: `python docs/walk.py` prints the steps as JSON.

A step is the first call of a function from another package of govinfo. `parse` and `check` run
once, in a process of their own, so that nothing is in a cache yet.
"""

from __future__ import annotations

import json
import sys
import tomllib
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import govinfo

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "examples" / "reports" / "form2021-stacked-pipes.txt"
EVERYWHERE = {"spans", "errors", "notes"}
"""Packages that every stage uses: their functions are left out."""


class Step(NamedTuple):
    """The first call of a function from another package."""

    depth: int
    """How many packages lie between the start of the walk and this function."""
    caller: str
    """The package that calls; empty at the start."""
    function: str
    """The function with its module, without `govinfo.`."""
    goes_up: bool
    """Whether the function is on a higher floor than its caller, or on the same one."""

    @property
    def package(self) -> str:
        """The package that is entered."""
        return self.function.partition(".")[0]


def steps() -> list[Step]:
    """Return the steps of parsing and checking the sample, in order."""
    text = SAMPLE.read_text(encoding="utf-8")
    found: dict[str, Step] = {}
    floor = floors()

    def note(frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401 - as Python calls it
        function = _named(frame) if event == "call" else ""
        if not function or function in found:
            return
        packages = [one.partition(".")[0] for one in (function, *_callers(frame))]
        stages = [one for one in packages if one not in EVERYWHERE]
        if packages[0] in EVERYWHERE or stages[1:2] == stages[:1]:
            return
        depth = sum(1 for _ in groupby(stages)) - 1
        caller = stages[1] if depth else ""
        found[function] = Step(
            depth, caller, function, depth > 0 and floor[stages[0]] >= floor[caller]
        )

    parse, check = govinfo.parse, govinfo.check
    sys.setprofile(note)
    try:
        check(parse(text))
    finally:
        sys.setprofile(None)
    return list(found.values())


def floors() -> dict[str, int]:
    """Return the floor of each package, from the contract of imports in `pyproject.toml`; 0 is the lowest."""
    layers = _contract()["layers"]
    return {
        name.strip(): floor
        for floor, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def handed_on() -> set[tuple[str, str]]:
    """Return the pairs of packages of which the lower one may hand on to the higher one, by the same contract."""
    pairs = (line.split(" -> ") for line in _contract()["ignore_imports"])
    return {(lower.split(".")[1], higher.split(".")[1]) for lower, higher in pairs}


def _contract() -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract: dict[str, Any] = settings["tool"]["importlinter"]["contracts"][0]
    return contract


def _callers(frame: FrameType) -> list[str]:
    """The functions of govinfo that lead to this one, the nearest first."""
    callers, above = list[str](), frame.f_back
    while above is not None:
        if name := _module(above):
            callers.append(name)
        above = above.f_back
    return callers


def _module(frame: FrameType) -> str:
    """The module of a function, without `govinfo.`; empty for the code of others."""
    root, _, name = str(frame.f_globals.get("__name__", "")).partition(".")
    return name if root == "govinfo" else ""


def _named(frame: FrameType) -> str:
    """The function with its module; a new value has the name of its class, and other magic has none."""
    module, name = _module(frame), frame.f_code.co_qualname.partition(".<locals>")[0]
    if frame.f_code.co_name == "__init__":
        name = type(frame.f_locals["self"]).__name__
    return f"{module}.{name}" if module and not name.endswith(("__", ">")) else ""


if __name__ == "__main__":
    json.dump([step._asdict() for step in steps()], sys.stdout)
