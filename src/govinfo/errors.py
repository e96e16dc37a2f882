"""Everything govinfo raises, under one root.

A report's content never raises: doubts about it are notes. What raises is a call that cannot be
answered. Every message says what was found, where, what was wanted, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govinfo.wording import Lang

__all__ = [
    "AdapterFailed",
    "AmbiguousAdapter",
    "BadAddress",
    "BadArgument",
    "BadDismissals",
    "BadRules",
    "GovInfoError",
    "MissingExtra",
    "NotAReport",
    "UnknownAdapter",
    "UnknownAddress",
    "UnknownName",
    "UnreadableSource",
    "UnwritableArchive",
    "WorkerLost",
    "meant",
    "one_of",
    "require_language",
    "unknown_name",
]


class GovInfoError(Exception):
    """The parent of every error that govinfo raises on purpose."""

    def text(self, lang: Lang = "zh") -> str:
        """Return the message in Chinese or in English; `str` of an error is English.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        from govinfo.wording.sentences import in_language  # noqa: PLC0415 - only for errors

        require_language(lang)
        return in_language(str(self), lang)


class UnreadableSource(GovInfoError, ValueError):
    """No encoding fits, or the file cannot be opened, is encrypted, or exceeds a limit.

    Also a `ValueError`.
    """


class NotAReport(GovInfoError, ValueError):
    """The text is readable, but it is not an annual report on information disclosure.

    Also a `ValueError`.
    """

    def __init__(self, message: str, evidence: tuple[str, ...] = ()) -> None:
        super().__init__(message, evidence)
        self.message = message
        self.evidence = evidence
        """What was looked for and what was found, one line each."""

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  - {line}" for line in self.evidence)])

    def __repr__(self) -> str:
        # The evidence is for those who ask for it.
        return f"{type(self).__name__}({self.message!r})"


class AmbiguousAdapter(GovInfoError):
    """Two adapters are equally sure of a source, and read different values from it.

    Name one with `adapter=`.
    """


class UnknownAdapter(GovInfoError, LookupError):
    """No adapter of this name is built in or installed. Also a `LookupError`."""


class AdapterFailed(GovInfoError):
    """The adapter named by `adapter=` raised, or returned something other than a page."""


class UnknownAddress(GovInfoError, KeyError):
    """The form of the report has no cell with this address. Also a `KeyError`."""

    def __str__(self) -> str:
        # KeyError would show the repr of the message, quotes and all.
        return str(self.args[0]) if self.args else ""


class BadAddress(UnknownAddress, TypeError, ValueError):
    """The argument is no address of a cell: the wrong type, or too many or too few parts."""


class UnknownName(GovInfoError, KeyError):
    """There is no table, rule or form of this name."""

    def __str__(self) -> str:
        # As above.
        return str(self.args[0]) if self.args else ""


class BadArgument(GovInfoError, ValueError, TypeError):
    """An argument is none of the values that are possible."""


class WorkerLost(GovInfoError):
    """Two processes died in reading a source, one after the other; or none could be started."""


class UnwritableArchive(GovInfoError, OSError):
    """A folder of tables cannot be written: full, forbidden, or in use. Also an `OSError`."""


class BadDismissals(GovInfoError, ValueError):
    """A dismissals file holds more than fingerprints and comments. Also a `ValueError`."""


class BadRules(GovInfoError, ValueError):
    """A rule, or a file of rules, cannot run as it is written. Also a `ValueError`."""


class MissingExtra(GovInfoError, ImportError):
    """An optional dependency is not installed; the message holds the command to type.

    Also an `ImportError`.
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f'{what} needs an optional dependency. Install it with: pip install "govinfo[{extra}]"'
        )
        self.extra = extra

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions pickle by their args; the message alone would not rebuild this one.
        return MissingExtra, ("", self.extra), {"args": self.args}


def meant(name: object, known: Iterable[str], otherwise: str = "") -> str:
    """Return a sentence with the known names that may be meant; `otherwise` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for errors

    names = list(dict.fromkeys(map(str, known)))
    if isinstance(name, str) and name:
        folded = {one.casefold(): one for one in names}
        wanted = name.strip().casefold()
        close = [folded[one] for one in get_close_matches(wanted, folded, n=3)]
        begun = [one for one in names if one.casefold().startswith(wanted)] if wanted else []
        found = list(dict.fromkeys(close + begun))[:3]
        if found:
            return f"Did you mean {', '.join(found)}?"
    return otherwise


_MOST_SHOWN_CHARS = 200


class Shown:
    """A value as a message shows it: never very long, and without an error of its own."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        try:
            told = repr(self.value)
        except Exception:  # noqa: BLE001 - whatever it is, it must not hide what is wrong with it
            return f"<{type(self.value).__name__}>"
        return told if len(told) <= _MOST_SHOWN_CHARS else told[:_MOST_SHOWN_CHARS] + "…" + told[-1]


def is_one_of(value: object, known: Iterable[str]) -> bool:
    """Whether a value is one of these words; a table or an array is none, and is not compared."""
    return isinstance(value, str) and value in known


def one_of(what: str, value: object, known: Iterable[str], hint: str = "") -> BadArgument:
    """Return the error for a value that is not allowed, with those that are and the nearest one."""
    names = list(known)
    listed = ", ".join(repr(str(name)) for name in names)
    hint, value = meant(value, names, hint), Shown(value)
    return BadArgument(f"{what} is {value!r}; it must be one of {listed}. {hint}".rstrip())


def require_language(lang: Lang) -> None:
    """Raise `BadArgument` for a language without messages."""
    from govinfo.wording import LANGUAGES  # noqa: PLC0415 - what raises has no need of it

    if not is_one_of(lang, LANGUAGES):
        raise one_of("the language `lang`", lang, LANGUAGES, "'zh' is Chinese, 'en' is English.")


def unknown_name(what: str, name: object, known: Iterable[str], hint: str = "") -> UnknownName:
    """Return the error for an unknown name, with the names there are and the nearest of them."""
    names = list(known)
    listed = ", ".join(map(repr, names)) if len(names) <= _FEW_NAMES else ""
    hint, name = meant(name, names, hint), Shown(name)
    told = f"there is no {what} {name!r}" + (f"; there are {listed}." if listed else ".")
    return UnknownName(f"{told} {hint}".rstrip())


_FEW_NAMES = 12
"""This many names are listed; of more, the nearest are enough."""
