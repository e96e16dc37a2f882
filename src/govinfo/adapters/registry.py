"""Adapters by name: the built-in ones, and those that other packages publish as entry points."""

from __future__ import annotations

import os
from functools import cache, lru_cache

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.collapsed import COLLAPSED
from govinfo.adapters.dialects.columns import COLUMNS
from govinfo.adapters.dialects.delimited import DELIMITED
from govinfo.adapters.dialects.drawn import DRAWN
from govinfo.adapters.dialects.html import HTML
from govinfo.adapters.dialects.markdown import MARKDOWN
from govinfo.adapters.dialects.narrative import NARRATIVE
from govinfo.adapters.dialects.pipes import PIPES
from govinfo.adapters.dialects.spaced import SPACED
from govinfo.adapters.dialects.stacked import STACKED
from govinfo.adapters.dialects.wiki import WIKI
from govinfo.adapters.page_check import fault_of
from govinfo.adapters.plugins import DISABLED, FAILURES, answer, blame, loaded
from govinfo.errors import AdapterFailed, UnknownAdapter, meant, unknown_name
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
]

PREFERRED = "GOVINFO_PREFER_ADAPTERS"
"""The environment variable that names adapters to be asked first, divided by commas: of equally sure ones they read."""

ADAPTERS: tuple[Adapter, ...] = (
    HTML,
    WIKI,
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


def available_adapters() -> dict[str, Adapter]:
    """Return the adapters by name, in the order in which `parse` asks them: preferred and installed ones first."""
    return _Adapters({adapter.name: adapter for adapter in _asked()})


class _Adapters(dict[str, Adapter]):
    """Adapters by their names, which name the nearest ones when another is asked for."""

    def __missing__(self, name: object) -> Adapter:
        raise unknown_name("adapter", name, self, "A plug-in has to be installed in this Python.")


def adapter_named(name: str) -> Adapter:
    """Return the adapter of this name, also when it is disabled; `UnknownAdapter` names those there are."""
    adapters = {adapter.name: adapter for adapter in (*_installed(frozenset()), *ADAPTERS)}
    asked: object = name
    if not isinstance(asked, str) or asked not in adapters:
        hint = meant(name, adapters, "A plug-in has to be installed in this Python.")
        raise UnknownAdapter(
            f"no adapter is named {name!r}; there are: {', '.join(sorted(adapters))}. {hint}"
        )
    return adapters[name]


def matches(text: Text) -> list[tuple[Match, Adapter]]:
    """Return the adapters that recognise the text, the surest first; a broken one is skipped with a warning.

    An adapter that cannot be surer than a built-in one already is, is not asked: most would look at
    all of the text.
    """
    found, least = list[tuple[Match, Adapter]](), 0.0
    for adapter in _asked():
        match = answer(adapter, text) if adapter.surest >= least else None
        if match is not None:
            found.append((match, adapter))
            # Another package's adapter may fail: then the others have to be there.
            least = max(least, match.score) if adapter.distribution == "govinfo" else least
    found.sort(key=lambda pair: -pair[0].score)
    return found


def is_preferred(adapter: Adapter) -> bool:
    """Whether the user has named this adapter as one that wins over others as sure as it is."""
    return adapter.name in _names(os.environ.get(PREFERRED, ""))


def verdicts(text: Text) -> list[tuple[Adapter, Match | None]]:
    """Return what every adapter says of a text, the surest first, those that say no last; for people to look at."""
    said = [(adapter, answer(adapter, text)) for adapter in _asked()]
    return sorted(said, key=lambda pair: -1 if pair[1] is None else pair[1].score, reverse=True)


def read_page(adapter: Adapter, text: Text) -> Page:
    """Return the page an adapter makes of the text; `AdapterFailed` when it raises or returns something else."""
    try:
        page = adapter.read(text)
        # Those built in are held to this by tests, and need not be looked through each time.
        wrong = None if any(adapter is own for own in ADAPTERS) else fault_of(page)
    except FAILURES as error:
        raise AdapterFailed(blame(adapter, f"raised {error!r} while reading")) from error
    if wrong is not None:
        raise AdapterFailed(blame(adapter, f"returned {wrong}"))
    return page


def _asked() -> tuple[Adapter, ...]:
    return _enabled(os.environ.get(DISABLED, ""), os.environ.get(PREFERRED, ""))


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


@lru_cache(maxsize=8)
def _enabled(disabled: str, preferred: str) -> tuple[Adapter, ...]:
    without, foremost = frozenset(_names(disabled)), _names(preferred)
    adapters = [one for one in (*_installed(without), *ADAPTERS) if one.name not in without]
    first = [one for name in foremost for one in adapters if one.name == name]
    return (*first, *(one for one in adapters if one.name not in foremost))


@cache
def _installed(disabled: frozenset[str]) -> tuple[Adapter, ...]:
    return tuple(loaded(disabled, [adapter.name for adapter in ADAPTERS]))
