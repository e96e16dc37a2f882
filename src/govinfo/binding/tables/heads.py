"""The heads of the columns on a page: where they stand, and the order that they tell.

On paper a head may be broken over several lines. Its pieces stand below each other, above the
figures of its column: 社会, 公益 and 组织 each on a line of its own. The pieces above each figure
of a row are put together, from top to bottom.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from operator import itemgetter

from attrs import frozen

from govinfo.binding.assignment import Bound, HeadRegion, kinds_by_place, places_on_line
from govinfo.binding.kinds import (
    BLANK,
    NOISE,
    UNKNOWN,
    VALUE,
    TokenLine,
    line_above,
    line_around,
    lines_of,
)
from govinfo.binding.tables.column_order import GROUP, column_order, columns_on
from govinfo.binding.tables.rows import (
    APPLICANTS,
    CAPTIONS,
    CELLS,
    EXTRA,
    HEADS,
    LONGEST_RUN_TOKENS,
    SUBJECT,
    Found,
    Order,
    column_of_head,
    form_order,
)
from govinfo.figures import MEASURE_WORDS
from govinfo.forms.labels import FIRST, HEADINGS, LABELS, LAST, label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["cells_below", "heads_above", "line_of_heads", "order_of", "set_words_aside"]

_ROW = re.compile(f"[{BLANK}{VALUE}]{{0,3}}[{FIRST}-{LAST}]")
"""A label at the beginning of a line, which may have the number of the row before it."""
_WORD_BEHIND_A_LABEL = re.compile(f"(?<=[{FIRST}-{LAST}]){BLANK}{{0,3}}({UNKNOWN})(?=[{CELLS}])")
_MEASURE_WORD = re.compile(MEASURE_WORDS)
_UNIT_HEADS = frozenset({"单位", "计量单位"})
_FEWEST_CUT_CHARS = 3
"""So much of a head is left at least where it is cut."""
_MOST_CUT_HEADS = 24
"""The heads of a table stand within so many cells above its first row."""
_FEWEST_UNITS = 5
"""This many rows with a unit have a column of units."""
_FEWEST_HEADS = 2
"""A single 其他 or 总计 may be the label of a row."""
_MOST_LINES_OF_HEADS = 3
_MOST_HEADS_ABOVE = 16
"""Heads of one line and labels of rows with the words of heads, all above the last row."""
_MOST_REGIONS_ABOVE = 24
"""This many sets of heads above a row are looked at; table 2 has five."""
_MOST_LINES_BELOW = 40
_MOST_WORDS = 200
_FEW_UNKNOWN_HEADS = 2
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
        *HEADINGS.values(),
        *CAPTIONS,
        *(BLANK, NOISE, ROW_END),
    )
)
"""What stands among the heads of columns, and is none of them nor a piece of one."""


def order_of(bound: Bound, row: Found) -> Order | None:
    """Return the order of the columns of a row by the heads above it, or above its block.

    The order of the form where no heads stand above it; `None` where the heads contradict
    themselves or the form.
    """
    if row.slot.table == "proactive" and not row.heads and _has_cut_heads_of_others(bound, row):
        return None
    slot, last = row.slot, bisect_left(bound.region_begins, row.begin)
    below = last, slot.table, slot.header
    if below in bound.orders_below:
        return bound.orders_below[below]
    bound.orders_below[below] = form_order(slot.width)
    heads = frozenset[str]().union(*slot.header)
    for region in reversed(bound.head_regions[max(0, last - _MOST_REGIONS_ABOVE) : last]):
        own = heads.intersection(region.kinds)
        has_heads = len(own) >= min(max(_FEWEST_HEADS, slot.width // 2), slot.width)
        above = SUBJECT if slot.table == "proactive" else APPLICANTS
        if has_heads or (bound.is_placed and above in region.kinds):
            # These are the nearest ones: the rows below them that have the same heads share them.
            key = region.begin, slot.header
            if key not in bound.orders:
                bound.orders[key] = _HeadsAbove(bound, region, row).order()
            bound.orders_below[below] = bound.orders[key]
            break
    return bound.orders_below[below]


def _has_cut_heads_of_others(bound: Bound, row: Found) -> bool:
    """Whether words above a row are the beginnings of heads that are none of its own: 本年新制…."""
    first = max(row.above, row.begin - _MOST_CUT_HEADS)
    words = (token for token in range(first, row.begin) if bound.kinds[token] == UNKNOWN)
    begun = (_heads_that_begin(label_key(plain(bound.tokens[token]))) for token in words)
    return any(
        heads and all(column_of_head(head, row.slot) == EXTRA for head in heads) for heads in begun
    )


@lru_cache(maxsize=1024)
def _heads_that_begin(word: str) -> frozenset[str]:
    """Return the kinds of the heads that begin with a word, and go on."""
    begin = word.rstrip(".…")
    if len(begin) < _FEWEST_CUT_CHARS:
        return frozenset()
    return frozenset(
        kind for key, kind in LABELS.items() if kind in HEADS and key.startswith(begin)
    )


def set_words_aside(bound: Bound) -> None:
    """Treat the words below heads that no form has, 单位 or 备注, as what may stand in any row.

    They would part the label of a row from its figures. Lines must be just as long as their heads.
    """
    kinds, places = list(bound.kinds), list[int]()
    length, behind_subject = 0, 0
    for line in lines_of(bound.kinds):
        own = bound.kinds[line.begin : line.end]
        if SUBJECT in own and line.length <= LONGEST_RUN_TOKENS:
            # Places are counted from the end: text above a grid may begin its first line.
            begin, length = own.index(SUBJECT), len(own)
            places = [place - length for place in range(begin, length) if own[place] == UNKNOWN]
            places = places if HEADS.intersection(own) else []
            behind_subject = length - begin
        elif places and HEADS.isdisjoint(own) and _ROW.match(own):
            behind_label = len(own.lstrip(BLANK))
            if length == len(own) or behind_label == behind_subject:
                for place in places:
                    if own[place] == UNKNOWN:
                        kinds[line.end + place] = NOISE
    for token in _units_behind_labels(bound):
        kinds[token] = NOISE
    bound.kinds = "".join(kinds)


def _units_behind_labels(bound: Bound) -> set[int]:
    """Return the measure words between labels and figures, and the heads of their column."""
    behind = (match.start(1) for match in _WORD_BEHIND_A_LABEL.finditer(bound.kinds))
    units = {token for token in behind if _MEASURE_WORD.fullmatch(bound.tokens[token].strip(" |"))}
    if len(units) < _FEWEST_UNITS:
        return set()
    unknown = (token for token, kind in enumerate(bound.kinds) if kind == UNKNOWN)
    return units.union(token for token in unknown if label_key(bound.tokens[token]) in _UNIT_HEADS)


def line_of_heads(bound: Bound, row: Found, order: Order) -> TokenLine | None:
    """Return the line above a row that has all heads of its columns, in this order."""
    last = bisect_left(bound.heads, row.begin)
    # The rows of table 3 stand far below, and 总计 and 其他 are labels of rows as well.
    reach = 1 if row.slot.table == "proactive" else _MOST_HEADS_ABOVE
    seen = row.begin
    for token in reversed(bound.heads[max(0, last - reach) : last]):
        line = line_around(bound.kinds, token) if token < seen else None
        for _ in range(_MOST_LINES_OF_HEADS):
            if line is None or not line.has_end or line.length > LONGEST_RUN_TOKENS:
                break
            if tuple(columns_on(bound.kinds[line.begin : line.end], row.slot)) == order:
                return line
            seen, line = min(seen, line.begin), line_above(bound.kinds, line)
    return None


def cells_below(bound: Bound, row: Found, order: Order) -> list[int]:
    """Return the cells of a row that stand below the heads of its columns, in their order.

    No cells, where the line of the row is not just as long as that of the heads, or where a figure
    stands on it that is below no head.
    """
    own, line = line_around(bound.kinds, row.begin), line_of_heads(bound, row, order)
    if line is None or not own.is_row:
        return []
    kinds = bound.kinds[line.begin : line.end]
    # The first line of a grid may begin with the text above it: from the label on both are alike.
    behind_label = own.end - row.begin + 1
    if line.length != own.length and behind_label != len(kinds) - kinds.find(SUBJECT):
        return []
    columns = [column_of_head(kind, row.slot) for kind in kinds]
    first = next(place for place, column in enumerate(columns) if column != EXTRA)
    first = kinds.index(SUBJECT) if SUBJECT in kinds else first
    places = [
        place
        for place, column in enumerate(columns)
        if column != EXTRA or (kinds[place] == UNKNOWN and place > first)
    ]
    cells = [own.end - len(kinds) + place for place in places]
    others = (token for token in range(row.begin, own.end) if token not in cells)
    is_alone = all(bound.kinds[token] in BLANK + NOISE for token in others)
    return cells if len(cells) == len(order) and cells[0] >= row.begin and is_alone else []


@frozen
class _HeadsAbove:
    """The heads of columns in a region of the page, with a row below them."""

    bound: Bound
    region: HeadRegion
    row: Found

    def order(self) -> Order | None:
        """Return the order of the columns of the row as these heads say."""
        bound, slot, (begin, end, kinds_apart) = self.bound, self.row.slot, self.region
        order = column_order(kinds_apart, slot, self.row.form)
        if not bound.is_placed:
            return order
        named = {column_of_head(kind, slot) for kind in bound.kinds[begin:end]}
        if order is not None and EXTRA not in order and {*range(slot.width)} <= named:
            return self._order_by_place(order)
        # On paper a head is broken over several lines, and stands between others on the line.
        found = self._order_on_paper()
        are_run_together = any(begin <= token < end for token in bound.head_runs)
        if found or order is not None or are_run_together:
            return found or order
        # The heads that are known may keep to the order of the form from left to right.
        heads = [token for token in range(begin, end) if bound.kinds[token] in HEADS]
        for kinds in kinds_by_place(bound, heads) if found is None else ():
            columns = [*dict.fromkeys(column_of_head(kind, slot) for kind in kinds)]
            if EXTRA not in columns and columns == sorted(columns):
                return form_order(slot.width)
        return None

    def _order_by_place(self, order: Order) -> Order | None:
        """Return the order of the heads in the text, unless their places on the lines differ.

        Where a group is alone on its line, 总计 on the next one may be behind it or before it.
        Where the heads stand tells which, though those of the group are on a line of their own.
        """
        bound, slot = self.bound, self.row.slot
        kinds = bound.kinds[self.region.begin : self.region.end]
        lines = (columns_on(line, slot) for line in kinds.split(ROW_END))
        is_group_alone = any({*line} == {GROUP} for line in lines)
        columns = [column_of_head(kind, slot) for kind in kinds]
        heads = [token for token, column in enumerate(columns, self.region.begin) if column >= 0]
        # A head that was put together from two lines has moved those behind it.
        is_moved = any(len(bound.tokens[token].split()) > 1 for token in heads)
        if not is_group_alone or is_moved or len(heads) != slot.width:
            return order
        orders = {
            tuple(column_of_head(kind, slot) for kind in by_place)
            for by_place in kinds_by_place(bound, heads)
        }
        if order in orders:
            return order
        return orders.pop() if len(orders) == 1 else None

    def _order_on_paper(self) -> Order | None:
        """Return the order of the columns by what stands above each figure of the row.

        Returns:
            The column of the form that each printed column is. Empty where the heads that are known
            contradict the form, and the others are not known; `None` where too few are known.

        """
        bound, slot, whole = self.bound, self.row.slot, set[Order]()
        width, heads = slot.width, range(self.region.begin, self.region.end)
        orders = set[Order]()
        for kinds in heads_above(bound, heads, self._figures_below()):
            order = tuple(column_of_head(kind, slot) for kind in kinds)
            if sorted(order) == [*range(width)]:
                # A line that is measured wrongly leaves a head, or a piece of one, without a place.
                return order
            orders.add(order)
        named = {column_of_head(bound.kinds[token], slot) for token in heads}
        for order in orders:
            missing = {*range(width)} - {*order}
            is_many = order.count(EXTRA) == len(missing) == 1 and width >= _MANY_COLUMNS
            if is_many and missing.isdisjoint(named):
                # A single head that is not known is the one that is missing. One that stands beside
                # all figures shows that its line is measured wrongly.
                whole.add(tuple(min(missing) if column == EXTRA else column for column in order))
        if len(whole) == 1:
            return whole.pop()
        nearly = [order for order in orders if order.count(EXTRA) <= _FEW_UNKNOWN_HEADS < width - 1]
        is_otherwise = any(
            column not in (EXTRA, place) for order in nearly for place, column in enumerate(order)
        )
        return () if whole or is_otherwise else None

    def _figures_below(self) -> list[int]:
        """Return the figures on the first line below the heads that has one for each column."""
        kinds = self.bound.kinds
        for line in islice(lines_of(kinds, self.region.end), _MOST_LINES_BELOW):
            figures = [token for token in range(line.begin, line.end) if kinds[token] in _FIGURES]
            if len(figures) == self.row.slot.width:
                return figures
        return []


def heads_above(bound: Bound, heads: range, figures: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield the kinds of the heads above each of these figures, by one measure of places each time.

    Args:
        bound: The page.
        heads: The tokens among which the heads stand.
        figures: The figures of a row, from left to right.

    """
    words = [token for token in heads if bound.kinds[token] not in _NO_HEADS]
    if not figures or len(words) > _MOST_WORDS:
        return
    texts = [plain(bound.tokens[token]).strip() for token in words]
    measures = zip(places_on_line(bound, figures), places_on_line(bound, words), strict=True)
    for (below, above), point in ((one, point) for one in measures for point in _POINTS):
        # A word is above a figure where their centres, their beginnings or their ends are: at most
        # half the way to the next column apart. Figures that do not go from left to right have none
        # above them.
        columns, pieces = [*map(point, below)], [""] * len(below)
        reach = min((right - left for left, right in pairwise(columns)), default=0) / 2
        borders = [(left + right) / 2 for left, right in pairwise(columns)]
        for text, place in zip(texts, map(point, above), strict=True):
            nearest = bisect_left(borders, place)
            if abs(place - columns[nearest]) <= reach:
                pieces[nearest] += text
        yield tuple(map(_kind_of_head, pieces))


@lru_cache(maxsize=1024)
def _kind_of_head(piece: str) -> str:
    """The kind of a label that was put together; nothing for any other words."""
    return LABELS.get(label_key(piece), "")
