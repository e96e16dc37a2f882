"""The files that say which rules are applied, and which findings are set aside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from govinfo.consistency.rule import Rule
from govinfo.consistency.rule_file import rules_from_json
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.consistency.suppressions import read_dismissals
from govinfo.errors import GovInfoError
from govinfo.text.source import advice_on

__all__ = ["dismissed_in", "rules_in"]


def rules_in(file: str | None, *, style: bool = False) -> Mapping[str, Rule]:
    """Return the rules of a file, or those built in; with `style`, those of proof-reading too."""
    more = STYLE_RULES if style else {}
    if file is None:
        return {**RULES, **more}
    try:
        return {**rules_from_json(_text(file, "--rules")), **more}
    except GovInfoError as error:
        raise click.BadParameter(f"{file}: {error}", param_hint="--rules") from error


def dismissed_in(file: str | None) -> Mapping[str, str]:
    """Return the reasons of the dismissals in a file by fingerprint, or none."""
    if file is None:
        return {}
    try:
        return read_dismissals(_text(file, "--dismissals"))
    except GovInfoError as error:
        raise click.BadParameter(f"{file}: {error}", param_hint="--dismissals") from error


def _text(file: str, option: str) -> str:
    """Return the text of the file that this option names."""
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        told = f"{file} cannot be read: {error.strerror}. {advice_on(error, Path(file))}"
        raise click.BadParameter(told, param_hint=option) from error
    except UnicodeDecodeError as error:
        told = (
            f"{file} is no text in UTF-8: byte {error.object[error.start]:#04x} at {error.start} "
            "does not fit. Name another file, or save it as UTF-8."
        )
        raise click.BadParameter(told, param_hint=option) from error
