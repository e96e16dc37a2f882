"""Everything govinfo raises, under one root.

A report's content never raises: doubts about it are notes. What raises is a call that cannot be answered.
Every message says what was found, where, what was wanted, and what to do.
"""

from __future__ import annotations

__all__ = [
    "AdapterFailed",
    "AmbiguousAdapter",
    "BadDismissals",
    "BadRules",
    "GovInfoError",
    "MissingExtra",
    "NotAReport",
    "UnknownAdapter",
    "UnknownAddress",
    "UnreadableSource",
    "WorkerLost",
    "WrongArgument",
]


class GovInfoError(Exception):
    """The root of everything this library raises on purpose."""


class UnreadableSource(GovInfoError, ValueError):
    """The bytes could not be turned into text, or the source could not be read at all."""


class NotAReport(GovInfoError, ValueError):
    """The text is readable, but it is no annual report on government information disclosure."""

    def __init__(self, message: str, evidence: tuple[str, ...] = ()) -> None:
        super().__init__(message, evidence)
        self.message = message
        self.evidence = evidence
        """What was looked for and what was found, one line each."""

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  - {line}" for line in self.evidence)])


class AmbiguousAdapter(GovInfoError):
    """Two adapters were equally sure of a source, and read different values from it."""


class UnknownAdapter(GovInfoError, LookupError):
    """No adapter of this name is built in or installed."""


class AdapterFailed(GovInfoError):
    """An adapter that was asked for by name raised, or returned something that is no page."""


class UnknownAddress(GovInfoError, KeyError):
    """The report's form has no cell of this address."""

    def __str__(self) -> str:
        # KeyError would show the repr of the message, quotes and all.
        return str(self.args[0]) if self.args else ""


class WrongArgument(GovInfoError, TypeError, ValueError):
    """A function was called with something of another kind, or out of the range, that it works with."""


class WorkerLost(GovInfoError):
    """The process that read a source died, and so did the one that tried it again; or none could be started."""


class BadDismissals(GovInfoError, ValueError):
    """A file of dismissed findings holds something else than fingerprints and comments."""


class BadRules(GovInfoError, ValueError):
    """A rule, or a file of rules, cannot be run as it is written."""


class MissingExtra(GovInfoError, ImportError):
    """An optional dependency is not installed; the message holds the line to type."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} needs an optional dependency. Install it with: pip install "govinfo[{extra}]"')
        self.extra = extra

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions pickle by their args; the message alone would not rebuild this one.
        return (_missing_extra, (str(self), self.extra))


def _missing_extra(message: str, extra: str) -> MissingExtra:
    error = MissingExtra("", extra)
    error.args = (message,)
    return error
