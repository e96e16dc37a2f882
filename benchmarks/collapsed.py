"""Reports without separators: how much of them comes back, and what the reading costs at most."""

from __future__ import annotations

import time
from collections import Counter
from random import Random

import govinfo
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.testing.authoring import write
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft

__all__ = ["come_back", "slowest"]

_COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other_org")
_ENDS = ("new_received", "carried_over", "outcomes_total", "carried_forward")


def come_back(reports: int) -> tuple[dict[str, float], float]:
    """Return the share of each table's cells that are read in collapsed reports, and the mean seconds for one."""
    read, cells, seconds = Counter[str](), Counter[str](), 0.0
    for seed in range(reports):
        dice = Random(seed)
        draft = _realistic(write(dice.choice((FORM2021, FORM2019)), dice), dice)
        text = render(draft, "collapsed")
        start = time.process_time()
        values = govinfo.parse(text).values()
        seconds += time.process_time() - start
        for address, value in draft.expected().items():
            table = address.split(".")[0]
            cells[table] += 1
            read[table] += {str(a): v for a, v in values.items()}.get(address) == value
    return {table: read[table] / cells[table] for table in cells}, seconds / reports


def slowest(reports: int) -> float:
    """Return the most seconds that one of many crowded reports takes, most of which break an identity."""
    worst = 0.0
    for seed in range(reports):
        dice = Random(seed)
        draft = write(FORM2021, dice)
        address = dice.choice([a for a in FORM2021.addresses if a.startswith("requests")])
        text = render(draft.changed({address: dice.randint(0, 9999)}), "collapsed", kept=dice.choice((0, 0, 5, 30)))
        start = time.process_time()
        govinfo.parse(text)
        worst = max(worst, time.process_time() - start)
    return worst


def _realistic(draft: Draft, dice: Random) -> Draft:
    """Fill table three as offices do: nearly every cell zero, a few large."""
    rows = [row.id for row in draft.form.table("requests").blocks[0].data_rows]
    cells = {(row, column): _cell(column, dice) for row in rows if row not in _ENDS for column in _COLUMNS}
    for column in _COLUMNS:
        total = sum(cells[row, column] for row in rows if row not in _ENDS)
        forward = dice.choice((0, 0, 0, dice.randint(0, 9))) if column in _COLUMNS[:2] else 0
        before = min(total + forward, dice.choice((0, 0, 0, dice.randint(0, 9))))
        for row, value in zip(_ENDS, (total + forward - before, before, total, forward), strict=True):
            cells[row, column] = value
    sums = {f"requests.{row}.total": sum(cells[row, column] for column in _COLUMNS) for row in rows}
    return draft.changed({**{f"requests.{row}.{column}": value for (row, column), value in cells.items()}, **sums})


def _cell(column: str, dice: Random) -> int:
    if column == "natural_person":
        return dice.choice((0, 0, 0, 0, 1, 3, dice.randint(0, 30), dice.randint(0, 400)))
    chance = 12 if column == "business" else 2
    return dice.randint(1, 20) if dice.randint(1, 100) <= chance else 0
