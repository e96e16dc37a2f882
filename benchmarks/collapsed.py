"""Reports without separators: how much of them comes back, and what the reading costs at most."""

from __future__ import annotations

import time
from collections import Counter
from random import Random

import govinfo
from govinfo.binding.unseparated.segmentation import segment, segment_balanced
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write

__all__ = ["come_back", "slowest"]

_COLUMNS = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
)
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


def slowest(reports: int, steps: int) -> tuple[float, str]:
    """Return the most seconds that a report takes, and the report: the worst case, as far as a search finds it.

    The search starts from crowded reports, most of which break an identity, changes a few cells of
    the slowest one at a time, and goes on from there whenever that takes longer.
    """
    begun = [
        (min(_seconds(text), _seconds(text)), seed, draft, text)
        for seed in range(reports)
        for draft, text in [_crowded(Random(seed))]
    ]
    worst, _, draft, text = max(begun)
    dice = Random(reports)
    for _ in range(steps):
        cells = [dice.choice(_SUMMED) for _ in range(dice.randint(1, 3))]
        changed = draft.changed({cell: dice.randint(0, 10 ** dice.randint(1, 5)) for cell in cells})
        new = render(changed, "collapsed")
        # What is slow by chance is not slow twice.
        seconds = min(_seconds(new), _seconds(new))
        if seconds > worst:
            worst, draft, text = seconds, changed, new
    return worst, text


_SUMMED = [address for address in FORM2021.addresses if not address.startswith("proactive")]


def _crowded(dice: Random) -> tuple[Draft, str]:
    draft = write(FORM2021, dice).changed({dice.choice(_SUMMED): dice.randint(0, 9999)})
    return draft, render(draft, "collapsed", kept=dice.choice((0, 0, 5, 30)))


def _seconds(text: str) -> float:
    """Return what a report takes of which nothing is known from another one."""
    segment_balanced.cache_clear()
    segment.cache_clear()
    start = time.process_time()
    govinfo.parse(text)
    return time.process_time() - start


def _realistic(draft: Draft, dice: Random) -> Draft:
    """Fill table three as offices do: nearly every cell zero, a few large."""
    rows = [row.id for row in draft.form.table("requests").blocks[0].data_rows]
    cells = {
        (row, column): _cell(column, dice)
        for row in rows
        if row not in _ENDS
        for column in _COLUMNS
    }
    for column in _COLUMNS:
        total = sum(cells[row, column] for row in rows if row not in _ENDS)
        forward = dice.choice((0, 0, 0, dice.randint(0, 9))) if column in _COLUMNS[:2] else 0
        before = min(total + forward, dice.choice((0, 0, 0, dice.randint(0, 9))))
        for row, value in zip(
            _ENDS, (total + forward - before, before, total, forward), strict=True
        ):
            cells[row, column] = value
    sums = {f"requests.{row}.total": sum(cells[row, column] for column in _COLUMNS) for row in rows}
    return draft.changed(
        {**{f"requests.{row}.{column}": value for (row, column), value in cells.items()}, **sums}
    )


def _cell(column: str, dice: Random) -> int:
    if column == "natural_person":
        return dice.choice((0, 0, 0, 0, 1, 3, dice.randint(0, 30), dice.randint(0, 400)))
    chance = 12 if column == "business" else 2
    return dice.randint(1, 20) if dice.randint(1, 100) <= chance else 0
