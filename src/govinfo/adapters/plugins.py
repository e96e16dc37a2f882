"""Adapters that other packages publish as entry points, and warnings about those that fail."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Collection
from importlib.machinery import PathFinder
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from govinfo.adapters.adapter import INTERFACE, Adapter, Match
from govinfo.spans import Text

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = [
    "DISABLED",
    "FAILURES",
    "GROUP",
    "PATIENCE_SECONDS",
    "AdapterWarning",
    "Plugins",
    "blame",
]

GROUP = "govinfo.adapters"
"""The entry-point group under which a package publishes an `Adapter`."""
DISABLED = "GOVINFO_DISABLE_ADAPTERS"
"""The environment variable that names adapters to leave out, divided by commas."""
PATIENCE_SECONDS = 2.0
"""An adapter of another package that takes longer to recognise a text is asked no more."""

_DISTRIBUTIONS = frozenset({".dist-info", ".egg-info"})
"""How the folders end in which installed distributions keep what is known of them."""
FAILURES = (Exception, SystemExit)
"""What an adapter may raise without stopping the reading; an interrupt is meant for the program."""


class AdapterWarning(UserWarning):
    """An installed adapter cannot be used; the warning names its distribution and the reason."""


@define(eq=False)
class Plugins:
    """The adapters of other packages in one process, and which of them have failed."""

    built_in: Collection[str]
    """The names that no other adapter may have."""
    _installed: dict[frozenset[str], tuple[Adapter, ...]] = field(factory=dict, init=False)
    """The adapters that were loaded, by the names that were left out."""
    _warned_of: set[str] = field(factory=set, init=False)
    _too_slow: set[str] = field(factory=set, init=False)
    """The names of adapters that took too long once: they may be running still."""

    def installed(self, disabled: frozenset[str]) -> tuple[Adapter, ...]:
        """Return the adapters of other packages by name; a disabled one is not even imported."""
        if disabled not in self._installed and not _may_be_published():
            self._installed[disabled] = ()
        if disabled not in self._installed:
            # The scan of the installed distributions takes longer than all other imports.
            from importlib.metadata import entry_points  # noqa: PLC0415

            taken, found = set(self.built_in), list[Adapter]()
            for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
                adapter = self._load(point, taken) if point.name not in disabled else None
                if adapter is not None:
                    taken.add(adapter.name)
                    found.append(adapter)
            self._installed[disabled] = tuple(found)
        return self._installed[disabled]

    def answer(self, adapter: Adapter, text: Text) -> Match | None:
        """Return how sure an adapter is; one that fails or is too slow is warned of and says no."""
        if adapter.name in self._too_slow:
            return None
        try:
            is_own = adapter.distribution == "govinfo"
            match = adapter.recognise(text) if is_own else self._answer_in_time(adapter, text)
        except FAILURES as error:
            self.warn_of(adapter.name, blame(adapter, f"raised {error!r} in recognise"))
            return None
        if match is not None and not isinstance(match, Match):
            kind = type(match).__name__
            what = f"returned {kind} from recognise where a Match or None was wanted"
            self.warn_of(adapter.name, blame(adapter, what))
            return None
        return match

    def warn_of(self, name: str, message: str) -> None:
        """Warn of an adapter that cannot be used, once for each, and say how to leave it out."""
        if name not in self._warned_of:
            self._warned_of.add(name)
            advice = f"Set {DISABLED} to the names of adapters that should not be asked."
            warnings.warn(f"{message}. {advice}", AdapterWarning, stacklevel=2)

    def _load(self, point: EntryPoint, taken: Collection[str]) -> Adapter | None:
        """Return the adapter of an entry point, or warn of it and return nothing."""
        distribution = point.dist.name if point.dist else "an unnamed distribution"
        try:
            adapter = point.load()
            problem = problem_of(adapter, taken)
        except FAILURES as error:
            problem = f"importing it raised {error!r}"
        if problem is None:
            named: Adapter = evolve(adapter, distribution=distribution)
            return named
        message = f"the adapter {point.name!r} of {distribution} is skipped: {problem}"
        self.warn_of(point.name, message)
        return None

    def _answer_in_time(self, adapter: Adapter, text: Text) -> Match | None:
        """Return how sure another package's adapter is, and wait for it only so long."""
        answers, errors = list[Match | None](), list[BaseException]()

        def ask() -> None:
            try:
                answers.append(adapter.recognise(text))
            except BaseException as error:  # noqa: BLE001 - the thread that waits raises it again
                errors.append(error)

        thread = Thread(target=ask, name=f"recognise-{adapter.name}", daemon=True)
        thread.start()
        thread.join(PATIENCE_SECONDS)
        if errors:
            raise errors[0]
        if answers:
            return answers[0]
        self._too_slow.add(adapter.name)
        limit = f"more than {PATIENCE_SECONDS:g} seconds"
        what = f"took {limit} in recognise, and is not asked again"
        self.warn_of(adapter.name, blame(adapter, what))
        return None


def _may_be_published() -> bool:
    """Whether any distribution may publish adapters, as a quick look at its files shows.

    Most processes have none, and need not import `importlib.metadata`.
    """
    finders = (finder for finder in sys.meta_path if hasattr(finder, "find_distributions"))
    if "importlib.metadata" in sys.modules or any(finder is not PathFinder for finder in finders):
        return True
    try:
        return any(map(_may_publish, map(Path, sys.path)))
    except (OSError, TypeError):
        # What cannot be looked at here, `importlib.metadata` may know how to read.
        return True


def _may_publish(folder: Path) -> bool:
    """Whether a distribution in a folder of `sys.path` names the group of adapters."""
    # A ZIP file or an egg has its own way to list distributions.
    if folder.is_file() or folder.suffix.lower() == ".egg":
        return True
    entries = folder.iterdir() if folder.is_dir() else ()
    lists = (one / "entry_points.txt" for one in entries if one.suffix.lower() in _DISTRIBUTIONS)
    return any(points.is_file() and GROUP.encode() in points.read_bytes() for points in lists)


def blame(adapter: Adapter, what: str) -> str:
    """Return a sentence that names an adapter, where it came from, and what it did."""
    return f"the adapter {adapter.name!r} of {adapter.distribution} {what}"


def problem_of(adapter: object, taken: Collection[str]) -> str | None:
    """Return why something that was published as an adapter cannot be used, or `None`."""
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
    return f"the name {adapter.name!r} is taken" if adapter.name in taken else None
