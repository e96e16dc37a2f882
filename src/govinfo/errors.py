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
]


class GovInfoError(Exception):
    """The parent of every error that govinfo raises on purpose."""


class UnreadableSource(GovInfoError, ValueError):
    """No encoding fits, or the file cannot be opened, is encrypted, or exceeds a limit. Also a `ValueError`."""


class NotAReport(GovInfoError, ValueError):
    """The text is readable, but it is not an annual report on information disclosure. Also a `ValueError`."""

    def __init__(self, message: str, evidence: tuple[str, ...] = ()) -> None:
        super().__init__(message, evidence)
        self.message = message
        self.evidence = evidence
        """What was looked for and what was found, one line each."""

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  - {line}" for line in self.evidence)])


class AmbiguousAdapter(GovInfoError):
    """Two adapters are equally sure of a source, and read different values from it. Name one with `adapter=`."""


class UnknownAdapter(GovInfoError, LookupError):
    """No adapter of this name is built in or installed. Also a `LookupError`."""


class AdapterFailed(GovInfoError):
    """The adapter named by `adapter=` raised, or returned something other than a page."""


class UnknownAddress(GovInfoError, KeyError):
    """The form of the report has no cell with this address. Also a `KeyError`."""

    def __str__(self) -> str:
        # KeyError would show the repr of the message, quotes and all.
        return str(self.args[0]) if self.args else ""


class BadDismissals(GovInfoError, ValueError):
    """A dismissals file holds something other than fingerprints and comments. Also a `ValueError`."""


class BadRules(GovInfoError, ValueError):
    """A rule, or a file of rules, cannot run as it is written. Also a `ValueError`."""


class MissingExtra(GovInfoError, ImportError):
    """An optional dependency is not installed; the message holds the command to type. Also an `ImportError`."""

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
