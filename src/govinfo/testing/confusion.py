"""Which adapter recognises which dialect: all adapters see each dialect, whole and damaged."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.reading import recognised
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import VARIANTS, render
from govinfo.testing.drafts.authoring import write

__all__ = ["MEANT_FOR", "NEXT_OF_KIN", "Recognition", "recognitions"]

MEANT_FOR = {dialect: dialect for dialect in VARIANTS} | {
    "frames": "columns",
    "scattered": "columns",
}
"""The adapter that each dialect is meant for."""
NEXT_OF_KIN = {
    "html": {"pipes"},
    "markdown": {"pipes"},
    "drawn": {"pipes"},
    "scattered": {"stacked"},
    "stacked": {"columns"},
    "collapsed": {"spaced"},
    "delimited": {"columns"},
    "spaced": {"columns"},
}
"""Who else may take a dialect when damage hides what tells it apart; the cells are the same."""


class Recognition(NamedTuple):
    """Who reads one printing of a report."""

    dialect: str
    damage: str
    """The name of the damage, or nothing for an undamaged text."""
    adapter: str
    """The surest adapter, or `none`."""

    @property
    def is_false(self) -> bool:
        """Whether the adapter took what was meant for another; mere prose claims no cell."""
        if self.adapter == MEANT_FOR[self.dialect]:
            return False
        return not self.damage or self.adapter not in {"narrative", "none"} | NEXT_OF_KIN.get(
            self.dialect, set()
        )


def recognitions(seed: int) -> Iterator[Recognition]:
    """Yield who reads one report in each dialect, whole and damaged, as chosen by the seed."""
    dice = Random(seed)
    for dialect, variants in VARIANTS.items():
        form = NARRATIVE2008 if dialect == "narrative" else FORM2021
        text = render(write(form, dice), dialect, **dice.choice(variants))
        yield Recognition(dialect, "", _surest(text))
        for name, damage in DAMAGE.items():
            yield Recognition(dialect, name, _surest(damage.apply(text, dice)))


def _surest(text: str) -> str:
    adapter, match = recognised(text)[0]
    return "none" if match is None else adapter.name
