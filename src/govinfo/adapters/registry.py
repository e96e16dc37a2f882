"""Adapters by name: the built-in ones, and those that other packages publish as entry points."""

from __future__ import annotations

import os
from functools import lru_cache

from attrs import evolve

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.collapsed import COLLAPSED
from govinfo.adapters.dialects.columns import COLUMNS
from govinfo.adapters.dialects.delimited import DELIMITED
from govinfo.adapters.dialects.drawn import DRAWN
from govinfo.adapters.dialects.html import HTML
from govinfo.adapters.dialects.latex import LATEX
from govinfo.adapters.dialects.markdown import MARKDOWN
from govinfo.adapters.dialects.narrative import NARRATIVE
from govinfo.adapters.dialects.otsl import OTSL
from govinfo.adapters.dialects.pipes import PIPES
from govinfo.adapters.dialects.spaced import SPACED
from govinfo.adapters.dialects.stacked import STACKED
from govinfo.adapters.dialects.wiki import WIKI
from govinfo.adapters.page_check import fault_of
from govinfo.adapters.plugins import DISABLED, FAILURES, Plugins, blame, problem_of
from govinfo.errors import AdapterFailed, Shown, UnknownAdapter, meant, unknown_name
from govinfo.page import Page
from govinfo.spans import Text

__all__ = [
    "ADAPTERS",
    "PREFERRED",
    "adapter_named",
    "available_adapters",
    "is_preferred",
    "matches",
    "read_page",
    "verdicts",
    "warn_of",
]

PREFERRED = "GOVINFO_PREFER_ADAPTERS"
"""The environment variable that names adapters to ask first, divided by commas.

Of two adapters that are equally sure, the preferred one reads.
"""

ADAPTERS: tuple[Adapter, ...] = (
    HTML,
    OTSL,
    WIKI,
    LATEX,
    DRAWN,
    MARKDOWN,
    PIPES,
    STACKED,
    COLUMNS,
    SPACED,
    COLLAPSED,
    DELIMITED,
    NARRATIVE,
)
"""The built-in adapters, in the order they are asked."""

_OF_CALLER = "this program"
"""What stands for the distribution of an adapter that a caller made."""
_PLUGINS = Plugins([adapter.name for adapter in ADAPTERS])
"""The adapters of other packages, for as long as the process lives."""


def available_adapters() -> dict[str, Adapter]:
    """Return the adapters as `parse` asks them: first preferred, then installed, then built-in."""
    return _Adapters({adapter.name: adapter for adapter in _asked()})


class _Adapters(dict[str, Adapter]):
    """Adapters by their names; a name that is missing raises an error with the nearest names."""

    def __missing__(self, name: object) -> Adapter:
        raise unknown_name("adapter", name, self, "A plug-in has to be installed in this Python.")


def adapter_named(name: str | Adapter) -> Adapter:
    """Return the adapter of this name, even a disabled one, or an adapter itself.

    Raises:
        UnknownAdapter: No adapter has this name.
        AdapterFailed: An adapter is given that cannot be used.

    """
    if isinstance(name, Adapter):
        return _given(name)
    adapters = {one.name: one for one in (*_PLUGINS.installed(frozenset()), *ADAPTERS)}
    asked: object = name
    if not isinstance(asked, str) or asked not in adapters:
        hint = meant(name, adapters, "A plug-in has to be installed in this Python.")
        asked = Shown(asked)
        raise UnknownAdapter(
            f"no adapter is named {asked!r}; there are: {', '.join(sorted(adapters))}. {hint}"
        )
    return adapters[name]


def _given(adapter: Adapter) -> Adapter:
    """Return an adapter that the caller made or took from `available_adapters`."""
    if any(adapter is own for own in ADAPTERS):
        return adapter
    if adapter.distribution == "govinfo":  # nobody has said where it comes from
        adapter = evolve(adapter, distribution=_OF_CALLER)
    problem = problem_of(adapter, ())
    if problem is not None:
        raise AdapterFailed(blame(adapter, f"cannot be used: {problem}"))
    return adapter


def matches(text: Text) -> list[tuple[Match, Adapter]]:
    """Return the adapters that recognise the text, the surest first.

    An adapter that fails is skipped with a warning. One that cannot be surer than a built-in
    adapter already is, is not asked: most look at all of the text.
    """
    found, least = list[tuple[Match, Adapter]](), 0.0
    for adapter in _asked():
        match = _PLUGINS.answer(adapter, text) if adapter.surest >= least else None
        if match is not None:
            found.append((match, adapter))
            # Another package's adapter may fail while it reads: then the others are needed.
            least = max(least, match.score) if adapter.distribution == "govinfo" else least
    found.sort(key=lambda pair: -pair[0].score)
    return found


def is_preferred(adapter: Adapter) -> bool:
    """Return whether the user prefers this adapter to others that are equally sure."""
    return adapter.name in _names(os.environ.get(PREFERRED, ""))


def verdicts(text: Text) -> list[tuple[Adapter, Match | None]]:
    """Return every adapter and what it says of a text, the surest first; `None` means no."""
    answers = [(adapter, _PLUGINS.answer(adapter, text)) for adapter in _asked()]
    return sorted(answers, key=lambda pair: -1 if pair[1] is None else pair[1].score, reverse=True)


def read_page(adapter: Adapter, text: Text) -> Page:
    """Return the page that an adapter makes of the text, or raise `AdapterFailed`."""
    try:
        page = adapter.read(text)
        # The tests check the pages of the built-in adapters.
        fault = None if any(adapter is own for own in ADAPTERS) else fault_of(page)
    except FAILURES as error:
        raise AdapterFailed(blame(adapter, f"raised {error!r} while reading")) from error
    if fault is not None:
        raise AdapterFailed(blame(adapter, f"returned {fault}"))
    return page


def warn_of(adapter: Adapter, message: str) -> None:
    """Warn of an adapter that cannot be used, once in a process."""
    _PLUGINS.warn_of(adapter.name, message)


def _asked() -> tuple[Adapter, ...]:
    return _ordered(_PLUGINS, os.environ.get(DISABLED, ""), os.environ.get(PREFERRED, ""))


@lru_cache(maxsize=8)
def _ordered(plugins: Plugins, disabled: str, preferred: str) -> tuple[Adapter, ...]:
    """Return the adapters in the order they are asked, without the disabled ones."""
    without, foremost = frozenset(_names(disabled)), _names(preferred)
    adapters = [one for one in (*plugins.installed(without), *ADAPTERS) if one.name not in without]
    first = [one for name in foremost for one in adapters if one.name == name]
    return (*first, *(one for one in adapters if one.name not in foremost))


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]
