"""The public kit for authors of adapters, and for govinfo's own tests.

`AdapterContract` is a test class to subclass. `dialects` prints reports that never existed in the
shapes that real ones have; `damage` does to them what happens on the way; `strategies` draws them
with hypothesis, which is an extra: `pip install "govinfo[test]"`. `golden` compares texts with what
is written down beside them, and is a command as well: `python -m govinfo.testing.golden`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govinfo.testing import damage, dialects
from govinfo.testing.contract import AdapterContract

# `strategies` is imported when it is asked for: the rest of the kit is there without hypothesis. So
# is `golden`, as what is run by its name should not have been imported before.
__all__ = ["AdapterContract", "damage", "dialects"]

_ASKED_FOR = ("golden", "strategies")

if not TYPE_CHECKING:
    # Type checkers import them themselves; shown this function, they would believe in every name.

    def __getattr__(name: str) -> object:
        if name in _ASKED_FOR:
            return import_module(f"{__name__}.{name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_ASKED_FOR})
