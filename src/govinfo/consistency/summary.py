"""A report at a glance: its cells by state and origin, and what adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from govinfo.consistency.context import Context
from govinfo.consistency.outcome import Verdict
from govinfo.consistency.rules import RULES
from govinfo.errors import require_language
from govinfo.figures import Origin, State
from govinfo.model import Report
from govinfo.wording import Lang
from govinfo.wording.words import word

__all__ = ["Overview", "summarise"]


@frozen(repr=False)
class Overview:
    """How many cells of a report are what, and how many of its identities hold."""

    states: Mapping[State, int]
    """The number of cells in each state; those that no cell is in are 0."""
    origins: Mapping[Origin, int]
    """The number of values that were read, and that were inferred."""
    identities: Mapping[Verdict, int]
    """How many identities of the form hold, are broken, and cannot be assessed."""
    unread: int
    """How many numbers stand in the tables and in no cell."""
    notes: int
    """How many doubts the reader has."""

    def text(self, lang: Lang = "zh") -> str:
        """Return the overview in a few lines.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        heads = _HEADS[lang]
        counts: tuple[Mapping[Any, int], ...] = (self.states, self.origins, self.identities)
        lines = [
            f"{head}{heads['colon']}"
            + heads["comma"].join(
                f"{word(str(name), lang)} {count}" for name, count in each.items()
            )
            for head, each in zip(heads["counts"].split("|"), counts, strict=True)
        ]
        lines.append(f"{heads['unread']}{heads['colon']}{self.unread}")
        return "\n".join([*lines, f"{heads['notes']}{heads['colon']}{self.notes}"])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        counts: tuple[Mapping[Any, int], ...] = (self.states, self.origins, self.identities)
        told = [f"{name} {count}" for each in counts for name, count in each.items() if count]
        told += [f"unread {self.unread}"] if self.unread else []
        return f"<Overview: {', '.join(told)}>"


_HEADS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "counts": "cells|values|identities",
        "unread": "numbers unread",
        "notes": "doubts of the reader",
        "colon": ": ",
        "comma": ", ",
    },
    "zh": {
        "counts": "单元格|数值|勾稽关系",
        "unread": "未读入任何单元格的数字",
        "notes": "读取疑点",
        "colon": "：",
        "comma": "，",
    },
}


def summarise(report: Report) -> Overview:
    """Return the overview of a report."""
    known, context = report.figure_columns(), Context.of(report)
    states = Counter(known.state)
    origins = Counter(
        origin for origin, value in zip(known.origin, known.value, strict=True) if value is not None
    )
    verdicts = Counter(
        finding.verdict
        for identity in report.form.identities
        for finding in RULES[identity.id].findings(context, frozenset(Verdict))
    )
    return Overview(
        {state: states[state.value] for state in State},
        {origin: origins[origin.value] for origin in Origin},
        {verdict: verdicts[verdict] for verdict in Verdict},
        len(report.unread),
        len(report.notes),
    )
