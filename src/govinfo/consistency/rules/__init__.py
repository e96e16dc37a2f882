"""All rules, in the order in which they are applied; each file has a table `RULES`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import (
    annex,
    cells,
    completeness,
    dates,
    hierarchy,
    plausibility,
    structure,
    style_marks,
    style_words,
    table2,
    table3,
    table4,
    text_counts,
    text_parts,
    text_shares,
    years,
)
from govinfo.errors import unknown_name

__all__ = ["RULES", "STYLE_RULES"]


class _Rules(dict[str, Rule]):
    """Rules by their ids, which name the nearest ones when another is asked for."""

    def __missing__(self, name: object) -> Rule:
        raise unknown_name("rule", name, self, "`govinfo rules` lists them all.")


RULES: Mapping[str, Rule] = MappingProxyType(
    _Rules(
        {
            rule.id: rule
            for theme in (
                table3,
                table4,
                annex,
                table2,
                plausibility,
                cells,
                completeness,
                structure,
                text_counts,
                text_shares,
                text_parts,
                dates,
                years,
                hierarchy,
            )
            for rule in theme.RULES
        }
    )
)
"""Every built-in rule by its id, such as `T3.BALANCE`. Each states its legal basis in `basis`."""

STYLE_RULES: Mapping[str, Rule] = MappingProxyType(
    _Rules({rule.id: rule for theme in (style_words, style_marks) for rule in theme.RULES})
)
"""The rules of proof-reading by their ids, `STYLE.*`; `check` applies them with `style=True`."""
