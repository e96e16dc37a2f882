"""The adapters that other packages publish as entry points, and what is said of those that cannot be used."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Iterator
from threading import Thread
from typing import TYPE_CHECKING

from attrs import evolve

from govinfo.adapters.adapter import INTERFACE, Adapter, Match
from govinfo.spans import Text

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["DISABLED", "GROUP", "AdapterWarning", "answer", "blame", "loaded", "warn_of"]

GROUP = "govinfo.adapters"
"""The entry-point group under which a package publishes an `Adapter`."""
DISABLED = "GOVINFO_DISABLE_ADAPTERS"
"""The environment variable that names adapters not to be asked, divided by commas."""
PATIENCE = 2.0
"""Seconds after which another package's adapter that has not said whether it knows a text is asked no more."""


FAILURES = (Exception, SystemExit)
"""What a plug-in may raise without taking the report down; an interrupt is the user's own, and passes through."""


class AdapterWarning(UserWarning):
    """An installed adapter could not be used; the warning names its distribution and the reason."""


_told: set[str] = set()
_too_slow: set[str] = set()
"""Adapters that let a text wait too long: they may be waiting still, and are not asked again in this process."""


def loaded(disabled: Collection[str], built_in: Iterable[str]) -> Iterator[Adapter]:
    """Yield the adapters of other packages by name; one that is disabled is not even imported."""
    # Imported here: scanning the installed distributions takes longer than importing everything
    # else.
    from importlib.metadata import entry_points  # noqa: PLC0415

    taken = set(built_in)
    points = [point for point in entry_points(group=GROUP) if point.name not in disabled]
    for point in sorted(points, key=lambda point: point.name):
        adapter = _usable(point, taken)
        if adapter is not None:
            taken.add(adapter.name)
            yield adapter


def answer(adapter: Adapter, text: Text) -> Match | None:
    """Return what an adapter says; one that raises, is too slow or says nonsense is warned of, and says no."""
    if adapter.name in _too_slow:
        return None
    try:
        match = (
            adapter.recognise(text)
            if adapter.distribution == "govinfo"
            else _in_time(adapter, text)
        )
    except FAILURES as error:
        warn_of(adapter.name, blame(adapter, f"raised {error!r} in recognise"))
        return None
    if match is not None and not isinstance(match, Match):
        warn_of(
            adapter.name,
            blame(
                adapter,
                f"returned {type(match).__name__} from recognise where a Match or None was wanted",
            ),
        )
        return None
    return match


def blame(adapter: Adapter, what: str) -> str:
    """Return a sentence that names an adapter, where it came from, and what it did."""
    return f"the adapter {adapter.name!r} of {adapter.distribution} {what}"


def warn_of(name: str, message: str) -> None:
    """Warn of an adapter that cannot be used, once for each, and say how to have it left out."""
    if name not in _told:
        _told.add(name)
        told = f"{message}. Set {DISABLED} to the names of adapters that should not be asked."
        warnings.warn(told, AdapterWarning, stacklevel=2)


def _in_time(adapter: Adapter, text: Text) -> Match | None:
    """Return what another package's adapter says, waiting for it only so long."""
    said: list[Match | None] = []
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            said.append(adapter.recognise(text))
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for.
            raised.append(error)

    thread = Thread(target=ask, name=f"recognise-{adapter.name}", daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if raised:
        raise raised[0]
    if not said:
        _too_slow.add(adapter.name)
        warn_of(
            adapter.name,
            blame(
                adapter, f"took more than {PATIENCE:g} seconds in recognise, and is not asked again"
            ),
        )
        return None
    return said[0]


def _usable(point: EntryPoint, taken: Collection[str]) -> Adapter | None:
    """Return the adapter of an entry point, or warn of it and return nothing."""
    distribution = point.dist.name if point.dist else "an unnamed distribution"
    try:
        adapter = point.load()
        problem = _problem(adapter, taken)
    except FAILURES as error:
        problem = f"importing it raised {error!r}"
    if problem is None:
        found: Adapter = evolve(adapter, distribution=distribution)
        return found
    warn_of(point.name, f"the adapter {point.name!r} of {distribution} is skipped: {problem}")
    return None


def _problem(adapter: object, taken: Collection[str]) -> str | None:
    if not isinstance(adapter, Adapter):
        return f"it is {type(adapter).__name__}, not govinfo.Adapter"
    if adapter.interface != INTERFACE:
        return f"it speaks interface {adapter.interface}, and this govinfo speaks {INTERFACE}"
    name: object = adapter.name
    if not isinstance(name, str) or not name.strip() or "," in name:
        return f"its name is {name!r}, where a word without commas was wanted"
    functions: tuple[object, ...] = adapter.recognise, adapter.read
    if not all(map(callable, functions)):
        return "its recognise and read are no functions"
    if adapter.name in taken:
        return f"the name {adapter.name!r} is taken"
    return None
