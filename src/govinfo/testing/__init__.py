"""The public kit for authors of adapters, and for govinfo's own tests.

`AdapterContract` is a test class to subclass. `dialects` prints reports that never existed in the shapes that real
ones have; `damage` does to them what happens on the way; `strategies` draws them with hypothesis, which is an extra:
`pip install "govinfo[test]"`.
"""

from __future__ import annotations

from govinfo.testing import damage, dialects
from govinfo.testing.contract import AdapterContract

# `strategies` is imported when it is asked for: the rest of the kit is there without hypothesis.
__all__ = ["AdapterContract", "damage", "dialects"]
