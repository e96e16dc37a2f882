"""The order of the columns of a table on paper, where heads are broken over several lines.

The pieces of a head stand below each other, above the figures of its column: 社会, 公益 and 组织
each on a line of its own. The pieces above each figure of a row are put together, from top to
bottom.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice, pairwise
from operator import itemgetter

from govinfo.binding.assignment import Bound, places_on_line
from govinfo.binding.tables.rows import EXTRA, Found, column_of_head
from govinfo.binding.tokens import BLANK, NOISE, lines_of
from govinfo.forms.labels import LABELS, label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["heads_above", "order_on_paper"]

_MOST_LINES_BELOW = 40
_MOST_WORDS = 200
_FEW_UNKNOWN = 2
_MANY_COLUMNS = 6
"""Of so many columns the others tell the one whose head is not known; of three they do not."""
_POINTS: tuple[Callable[[tuple[int, int]], int], ...] = (sum, itemgetter(0), itemgetter(1))
"""The centre of a place, times two, its beginning and its end."""
_FIGURES = "0/?"
_SPANNING = (
    "信息内容",
    "申请人情况",
    "法人或其他组织",
    "行政复议",
    "行政诉讼",
    "未经复议直接起诉",
    "复议后起诉",
)
_NO_HEADS = frozenset(
    (
        *(LABELS[label_key(label)] for label in _SPANNING),
        *(BLANK, NOISE, ROW_END),
    )
)
"""What stands among the heads of columns, and is none of them nor a piece of one."""


def order_on_paper(bound: Bound, heads: range, row: Found) -> tuple[int, ...] | None:
    """Return the order of the columns of a row by what stands above each of its figures.

    Args:
        bound: The page.
        heads: The tokens among which the heads stand.
        row: A row below them.

    Returns:
        The column of the form that each printed column is. Empty where the heads that are known
        contradict the form, and the others are not known; `None` where too few are known.

    """
    width, whole = row.slot.width, set[tuple[int, ...]]()
    # The figures stand on the first line below the heads that has one for each column.
    below = (
        [token for token in range(line.begin, line.end) if bound.kinds[token] in _FIGURES]
        for line in islice(lines_of(bound.kinds, heads.stop), _MOST_LINES_BELOW)
    )
    figures = next((tokens for tokens in below if len(tokens) == width), [])
    orders = {
        tuple(column_of_head(kind, row.slot) for kind in kinds)
        for kinds in heads_above(bound, heads, figures)
    }
    for order in orders:
        missing = {*range(width)} - {*order}
        if order.count(EXTRA) == len(missing) == 1 and width >= _MANY_COLUMNS:
            # A single head that is not known is the one that is missing.
            whole.add(tuple(min(missing) if column == EXTRA else column for column in order))
        elif sorted(order) == [*range(width)]:
            whole.add(order)
    if len(whole) == 1:
        return whole.pop()
    nearly = [order for order in orders if order.count(EXTRA) <= _FEW_UNKNOWN < width - 1]
    is_otherwise = any(
        column not in (EXTRA, place) for order in nearly for place, column in enumerate(order)
    )
    return () if whole or is_otherwise else None


def heads_above(bound: Bound, heads: range, figures: Sequence[int]) -> set[tuple[str, ...]]:
    """Return the kinds of the heads above each of these figures, by each measure of places.

    Args:
        bound: The page.
        heads: The tokens among which the heads stand.
        figures: The figures of a row, from left to right.

    """
    words = [token for token in heads if bound.kinds[token] not in _NO_HEADS]
    if not figures or len(words) > _MOST_WORDS:
        return set()
    texts = [plain(bound.tokens[token]).strip() for token in words]
    ways = zip(places_on_line(bound, figures), places_on_line(bound, words), strict=True)
    pieces = {
        _pieces_at(texts, [*map(point, above)], [*map(point, below)])
        for below, above in ways
        for point in _POINTS
    }
    return {tuple(LABELS.get(label_key(piece), "") for piece in heads) for heads in pieces}


def _pieces_at(texts: Sequence[str], above: Sequence[int], below: Sequence[int]) -> tuple[str, ...]:
    """The words above each figure, put together.

    A word is above a figure where their centres, their beginnings or their ends are.
    """
    # Half the way to the next column; a word that is further away is above no figure.
    reach = min((right - left for left, right in pairwise(below)), default=0) / 2
    pieces = [""] * len(below)
    if reach < 0:
        # The figures do not stand from left to right.
        return tuple(pieces)
    borders = [(left + right) / 2 for left, right in pairwise(below)]
    for text, place in zip(texts, above, strict=True):
        nearest = bisect_left(borders, place)
        if abs(place - below[nearest]) <= reach:
            pieces[nearest] += text
    return tuple(pieces)
