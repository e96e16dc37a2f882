"""Adapters by name: the built-in ones, and those that other packages publish as entry points."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import evolve

from govinfo.adapters.adapter import INTERFACE, Adapter, Match
from govinfo.adapters.collapsed import COLLAPSED
from govinfo.adapters.columns import COLUMNS
from govinfo.adapters.delimited import DELIMITED
from govinfo.adapters.drawn import DRAWN
from govinfo.adapters.html import HTML
from govinfo.adapters.markdown import MARKDOWN
from govinfo.adapters.narrative import NARRATIVE
from govinfo.adapters.pipes import PIPES
from govinfo.adapters.spaced import SPACED
from govinfo.adapters.stacked import STACKED
from govinfo.adapters.wiki import WIKI
from govinfo.errors import AdapterFailed, UnknownAdapter
from govinfo.page import Block, Page
from govinfo.spans import Text

__all__ = [
    "ADAPTERS",
    "GROUP",
    "AdapterWarning",
    "adapter_named",
    "available_adapters",
    "matches",
    "read_page",
    "warn_of",
]

GROUP = "govinfo.adapters"
"""The entry-point group under which a package publishes an `Adapter`."""
DISABLED = "GOVINFO_DISABLE_ADAPTERS"
"""The environment variable that names adapters not to be asked, divided by commas."""

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


class AdapterWarning(UserWarning):
    """An installed adapter could not be used; the warning names its distribution and the reason."""


def available_adapters() -> dict[str, Adapter]:
    """Return the adapters by name, installed ones first, in the order they are asked."""
    return {adapter.name: adapter for adapter in _enabled(os.environ.get(DISABLED, ""))}


def adapter_named(name: str) -> Adapter:
    """Return the adapter of this name, also when it is disabled; `UnknownAdapter` names those there are."""
    adapters = {adapter.name: adapter for adapter in (*_installed(frozenset()), *ADAPTERS)}
    if name not in adapters:
        raise UnknownAdapter(f"no adapter is named {name!r}; there are: {', '.join(sorted(adapters))}")
    return adapters[name]


def matches(text: Text) -> list[tuple[Match, Adapter]]:
    """Return the adapters that recognise the text, the surest first; a broken one is skipped with a warning.

    An adapter that cannot be surer than a built-in one already is, is not asked: most would look at all of the text.
    """
    found, least = list[tuple[Match, Adapter]](), 0.0
    for adapter in _enabled(os.environ.get(DISABLED, "")):
        match = _ask(adapter, text) if adapter.surest >= least else None
        if match is not None:
            found.append((match, adapter))
            # Another package's adapter may fail: then the others have to be there.
            least = max(least, match.score) if adapter.distribution == "govinfo" else least
    found.sort(key=lambda pair: -pair[0].score)
    return found


def read_page(adapter: Adapter, text: Text) -> Page:
    """Return the page an adapter makes of the text; `AdapterFailed` when it raises or returns something else."""
    try:
        page = adapter.read(text)
    except Exception as error:
        raise AdapterFailed(_blame(adapter, f"raised {error!r} while reading")) from error
    if not isinstance(page, Page):
        raise AdapterFailed(_blame(adapter, f"returned {type(page).__name__} where a Page was wanted"))
    blocks: tuple[object, ...] = page.blocks
    strange = next((block for block in blocks if not isinstance(block, Block)), None)
    if strange is not None:
        raise AdapterFailed(_blame(adapter, f"returned a page with a {type(strange).__name__} among its blocks"))
    return page


@lru_cache(maxsize=8)
def _enabled(disabled: str) -> tuple[Adapter, ...]:
    names = frozenset(name.strip() for name in disabled.split(","))
    return tuple(adapter for adapter in (*_installed(names), *ADAPTERS) if adapter.name not in names)


def _ask(adapter: Adapter, text: Text) -> Match | None:
    try:
        match = adapter.recognise(text)
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything, and must not take the report down.
        warn_of(_blame(adapter, f"raised {error!r} in recognise"))
        return None
    if match is not None and not isinstance(match, Match):
        warn_of(_blame(adapter, f"returned {type(match).__name__} from recognise where a Match or None was wanted"))
        return None
    return match


@cache
def _installed(disabled: frozenset[str]) -> tuple[Adapter, ...]:
    """The adapters of other packages; one that is disabled is not even imported."""
    # Imported here: scanning the installed distributions takes longer than importing everything else.
    from importlib.metadata import entry_points  # noqa: PLC0415

    built_in = {adapter.name for adapter in ADAPTERS}
    points = [point for point in entry_points(group=GROUP) if point.name not in disabled]
    return tuple(_loadable(points, built_in))


def _loadable(points: object, taken: set[str]) -> Iterator[Adapter]:
    for point in sorted(points, key=lambda p: p.name):  # type: ignore[call-overload]
        distribution = point.dist.name if point.dist else "an unnamed distribution"
        try:
            adapter = point.load()
        except Exception as error:  # noqa: BLE001 - whatever a plug-in raises while it is imported.
            warn_of(f"the adapter {point.name!r} of {distribution} is skipped: importing it raised {error!r}")
            continue
        problem = _problem(adapter, taken)
        if problem:
            warn_of(f"the adapter {point.name!r} of {distribution} is skipped: {problem}")
            continue
        taken.add(adapter.name)
        yield evolve(adapter, distribution=distribution)


def _problem(adapter: object, taken: set[str]) -> str | None:
    if not isinstance(adapter, Adapter):
        return f"it is {type(adapter).__name__}, not govinfo.Adapter"
    if adapter.interface != INTERFACE:
        return f"it speaks interface {adapter.interface}, and this govinfo speaks {INTERFACE}"
    if adapter.name in taken:
        return f"the name {adapter.name!r} is taken"
    return None


def _blame(adapter: Adapter, what: str) -> str:
    return f"the adapter {adapter.name!r} of {adapter.distribution} {what}"


def warn_of(message: str) -> None:
    """Warn of an adapter that cannot be used, and say how to have it left out."""
    warnings.warn(
        f"{message}. Set {DISABLED} to the names of adapters that should not be asked.", AdapterWarning, stacklevel=2
    )
