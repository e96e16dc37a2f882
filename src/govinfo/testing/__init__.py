"""The public kit for authors of adapters, and for govinfo's own tests.

`AdapterContract` is a test class to subclass. `dialects` prints reports that never existed in the shapes that real
ones have; `damage` does to them what happens on the way; `strategies` draws them with hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["AdapterContract", "damage", "dialects", "strategies"]


def __getattr__(name: str) -> Any:
    # Only `strategies` needs hypothesis: the rest of the kit must be there without it.
    if name == "AdapterContract":
        return import_module("govinfo.testing.contract").AdapterContract
    if name in __all__:
        return import_module(f"govinfo.testing.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
