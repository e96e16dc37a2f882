"""The language in which the command line speaks: that of `--lang`, or that of the locale."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import cast

import click

from govinfo.wording import LANGUAGES, Lang

__all__ = ["language_of", "spoken", "tell"]

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says the language of the locale; the first of them that is set counts."""
_LOCALE = re.compile(r"(?P<lang>[a-z]{2})(?:[_.@-]|$)")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language of `--lang`, or else of the locale, or else Chinese.

    Args:
        arguments: The arguments of the command line; help is shown before they are understood.
        environment: The variables of the environment. A locale of another language, and that of C,
            say nothing.

    """
    chosen: str | None = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            chosen = next(iter(arguments[place + 1 : place + 2]), None)
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    if chosen in LANGUAGES:
        return chosen
    stated = next((environment[one] for one in _VARIABLES if environment.get(one)), "")
    locale = _LOCALE.match(stated)
    named = "zh" if locale is None else locale["lang"]
    return cast("Lang", named) if named in LANGUAGES else "zh"


def spoken() -> Lang:
    """Return the language in which the command that runs speaks."""
    context = click.get_current_context(silent=True)
    lang = None if context is None else context.obj
    return cast("Lang", lang) if lang in LANGUAGES else language_of((), os.environ)


def tell(text: str) -> str:
    """Return a sentence of the command line or of the library in the language that is spoken."""
    from govinfo.cli.sentences import in_words  # noqa: PLC0415 - most that is written is data

    return in_words(text, spoken())
