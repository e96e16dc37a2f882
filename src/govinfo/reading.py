"""Reading from source to report: the only place where the stages meet."""

from __future__ import annotations

from govinfo.adapters.registry import adapter_named, matches, read_page
from govinfo.binding import bind
from govinfo.model import Report
from govinfo.spans import Text


def parse(source, *, adapter=None):
    text = Text(source)
    found = matches(text)
    a = adapter_named(adapter) if adapter else found[0][1]
    return bind(read_page(a, text), a.name)
