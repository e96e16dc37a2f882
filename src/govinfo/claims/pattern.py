"""A pattern is one way of saying one thing: a regular expression around a figure's place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

__all__ = ["END", "FILLER", "NOT", "REQUEST", "UNIT", "Pattern"]

UNIT = r"(?:件次|件|宗|条|份|项|起)"
FILLER = r"(?:共计?|总计|合计|累计|件数|总?数量?|总量|为|有|达到?|了|的|[:：“”])*"
"""Words that may stand between the name of a thing and its number, and mean nothing."""
REQUEST = (
    r"(?:(?:政府)?信息公开(?:的)?(?:申请)?|依申请(?:公开)?(?:的?(?:政府)?信息)?(?:的)?(?:申请)?"
    r"|公开(?:政府)?信息(?:的)?申请|(?<=[到理收])申请)(?:事项|案件|件)?"
)
NOT = r"(?:均?未|没有|无)"
END = r"(?=[，,。；;、）)]|$)"


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _names(subjects: Iterable[str]) -> frozenset[str]:
    return frozenset(subjects)


@frozen
class Pattern:
    """One way to say one thing.

    In `expression` the character `#` stands for the figure, with its unit behind it; where nothing
    occurred, it stands in front of the word that says so. What is matched is one sentence from the
    figure before to a little behind this one, in simplified characters, without white space, hedges
    and glosses.
    """

    subject: str
    """A stable id of what is counted."""
    cue: str
    """Characters without which the expression cannot match; looking for them costs very little."""
    expression: re.Pattern[str] = field(converter=_compiled)
    example: str
    value: int | str
    """The figure in the example."""
    address: str | None = None
    """One cell, or several joined by `+` for their sum, or a beginning of rows as `denied_*`."""
    kind: str = "count"
    unit: str | None = None
    """What is counted where nothing occurred, and no figure says it."""
    within: frozenset[str] = field(default=(), converter=_names)
    """The subjects of which the sentence must have named one before: this is a part of it."""
