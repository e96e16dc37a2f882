"""The heads of table 4: where its values stand below them, and in which order.

Three lines of heads stand above one line of fifteen values; the last of them says 结果维持 … 总计
three times. No label stands before the values. Where heads are broken into pieces, 结果 其他 尚未
above and 维持 结果 审结 below, there are only characters of heads and figures between the head
行政复议 and the next section.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from govinfo.binding.kinds import BLANK, NOISE, NUMBERED, UNKNOWN
from govinfo.binding.tables.rows import (
    CELLS,
    LAST_LABEL,
    RESULT_COLUMNS,
    RESULTS,
    REVIEW_BLOCK,
    REVIEW_WIDTH,
    Order,
)
from govinfo.forms.labels import FIRST, HEADINGS, LABELS, LAST, heading_key, label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = [
    "CELLS_IN_A_ROW",
    "HEADS_REACH_TOKENS",
    "OTHER_HEADINGS",
    "PART",
    "PENDING",
    "PROCEEDING_HEADS",
    "RESULT_HEADS",
    "Runs",
    "bare_figures",
    "begin_of_review",
    "columns_of",
    "figures_below_broken_heads",
    "is_one_line",
    "proceedings_in",
    "results_in_one",
    "review_order",
    "review_order_in",
    "review_runs",
]

Runs: TypeAlias = list[tuple[int, int]]
"""Stretches of tokens that hold the values of table 4; several if it is printed again."""

RESULT_HEADS = {
    LABELS[label_key(label)]: place
    for place, column in enumerate(RESULT_COLUMNS)
    for label in (column.label, *column.aliases)
}
"""The kinds of the heads of results, each with its column."""
_LAWSUITS = -1
"""The head 行政诉讼, which spans both kinds of lawsuit."""
PROCEEDING_HEADS = {
    LABELS[label_key("行政诉讼")]: _LAWSUITS,
    **{
        LABELS[label_key(label)]: place
        for place, row in enumerate(REVIEW_BLOCK.rows)
        for label in (row.label, *row.aliases)
    },
}
"""The kinds of the heads of proceedings, each with its row of the form."""
PENDING = "".join(
    kind for kind, place in RESULT_HEADS.items() if RESULT_COLUMNS[place].id == "pending"
)
"""The kinds of the head 尚未审结, which no other table has."""
HEADS_REACH_TOKENS = 120
"""The three lines of heads have no more cells than this before the last 尚未审结."""
_GROUPS = ("行政复议", "行政诉讼", *(row.label for row in REVIEW_BLOCK.rows))
_BEGINNING = re.compile(f"[{''.join(LABELS[label_key(label)] for label in _GROUPS)}]")
_LETTERS = frozenset("".join((*_GROUPS, *(column.label for column in REVIEW_BLOCK.columns))))
_NUMBER_OF_A_LABEL = re.compile(r"[\d.、()（）]*")
# From the first 尚未审结 over all other heads, over blanks and line ends, up to the first cell with
# something in it. Possessive: a page of nothing but heads must be walked once.
_HEADS = re.compile(f"[{PENDING}][{FIRST}-{LAST_LABEL}{UNKNOWN}{ROW_END}{BLANK}{NOISE}]*+")
CELLS_IN_A_ROW = re.compile(f"[{CELLS}]*")
_BLANKS = re.compile(f"{BLANK}{{{REVIEW_WIDTH},}}")
OTHER_HEADINGS = f"{min(HEADINGS.values())}-{LAST}{NUMBERED}-\uf0ff"
"""The kinds of headings, as a range of a pattern."""
_HEADING = HEADINGS[heading_key(label_key("四、政府信息公开行政复议、行政诉讼情况"))]
PART = re.compile(f"{_HEADING}([^{OTHER_HEADINGS}]*)")
"""The part on proceedings, from its heading to the next one."""
_FIGURES = re.compile(f"[{CELLS}]+")


def review_runs(kinds: str) -> Runs:
    """Return where the values of table 4 stand."""
    runs: Runs = []
    for heads in _HEADS.finditer(kinds):
        begin = heads.start() + len(heads[0].rstrip(BLANK))
        cells = CELLS_IN_A_ROW.match(kinds, begin)
        if cells is not None and cells[0].strip(BLANK + NOISE):
            runs.append(cells.span())
        else:
            # A blank form: any row that is long enough, since heads leave blanks behind as well.
            blanks = _BLANKS.finditer(heads[0])
            runs += ((heads.start() + m.start(), heads.start() + m.end()) for m in blanks)
    return runs


def bare_figures(kinds: str) -> list[int]:
    """Return the fifteen figures that stand in a row below the heading of the part, and no others.

    No figures where there are more of them, or fewer.
    """
    for part in PART.finditer(kinds):
        runs = [
            [token for token in range(*run.span()) if kinds[token] not in BLANK + NOISE]
            for run in _FIGURES.finditer(kinds, *part.span(1))
        ]
        runs = [run for run in runs if run]
        if len(runs) == 1 and len(runs[0]) == REVIEW_WIDTH:
            return runs[0]
    return []


def is_one_line(kinds: str, runs: Runs) -> bool:
    """Whether the values stand on one line, as the form has them; it may lack blank cells."""
    figures = [len(kinds[begin:end].replace(BLANK, "")) for begin, end in runs]
    return bool(figures) and all(count > REVIEW_WIDTH - RESULTS for count in figures)


def review_order(kinds: str, values: int) -> Order | None:
    """Return the order of the fifteen columns, as the heads above the values say.

    The columns are numbered as the form has them. `None` where the heads are in no order that is
    known.
    """
    start = max(kinds.rfind(head, 0, values) for head in PENDING)
    begin = max(0, start - HEADS_REACH_TOKENS, *(kinds.rfind(f, 0, values) + 1 for f in "0/"))
    return review_order_in(kinds[begin:values])


def review_order_in(heads: str) -> Order | None:
    """Return the order of the fifteen columns as the kinds of these heads say."""
    results = results_in_one([RESULT_HEADS[kind] for kind in heads if kind in RESULT_HEADS])
    proceedings = proceedings_in(heads)
    if results is None or proceedings is None:
        return None
    return columns_of(proceedings, results)


def results_in_one(seen: list[int]) -> Order | None:
    """Return the order of the results of one proceeding; it must be the same for all of them.

    The last line of heads names the results of two proceedings, or of all three where tools repeat
    what spans lines.
    """
    if len(seen) < RESULTS:
        return tuple(range(RESULTS))
    count = min(len(seen), REVIEW_WIDTH) // RESULTS * RESULTS
    first, last = seen[:-count], seen[-count:]
    orders = {tuple(last[start : start + RESULTS]) for start in range(0, count, RESULTS)}
    order = orders.pop()
    if orders or sorted(order) != [*range(RESULTS)]:
        return None
    is_cut = 0 < len(first) < RESULTS and count < REVIEW_WIDTH
    # Heads that are cut at either end look alike: only the order of the form is believed then.
    return None if is_cut and order != tuple(range(RESULTS)) else order


def proceedings_in(heads: str) -> Order | None:
    """Return the order of the proceedings; that of the form where the heads do not tell it."""
    seen = [PROCEEDING_HEADS[kind] for kind in heads if kind in PROCEEDING_HEADS]
    first = list(dict.fromkeys(seen))
    # Cells that span others may be printed more than once, but not again behind another.
    if [*dict.fromkeys(reversed(seen))][::-1] != first:
        return None
    own = [*range(len(REVIEW_BLOCK.rows))]
    lawsuits = [proceeding for proceeding in first if proceeding in own[1:]]
    if sorted(lawsuits) != own[1:]:
        lawsuits = own[1:]
    above = [proceeding for proceeding in first if proceeding not in own[1:]]
    if above == [_LAWSUITS, 0]:
        return (*lawsuits, 0)
    if not above or _LAWSUITS in above or sorted(first) != own:
        return (0, *lawsuits)
    return tuple(first)


def columns_of(proceedings: Sequence[int], results: Sequence[int]) -> Order:
    """Return the order of the fifteen columns by those of proceedings and of results."""
    return tuple(first * RESULTS + result for first in proceedings for result in results)


def begin_of_review(kinds: str, begin: int) -> int:
    """Return the first token of the heads of table 4 from `begin` on, or the end of the page."""
    found = _BEGINNING.search(kinds, begin)
    return found.start() if found else len(kinds)


def figures_below_broken_heads(tokens: Sequence[str], kinds: str) -> list[int]:
    """Return the tokens of the figures among the heads of table 4, broken or not, and below."""
    figures = list[int]()
    for token in range(begin_of_review(kinds, 0), len(kinds)):
        kind = kinds[token]
        if kind in CELLS:
            figures += [token] if kind not in BLANK + NOISE else []
        elif kind != ROW_END:
            key = label_key(plain(tokens[token]))
            if not _LETTERS.issuperset(key) and not _NUMBER_OF_A_LABEL.fullmatch(key):
                break
    return figures
