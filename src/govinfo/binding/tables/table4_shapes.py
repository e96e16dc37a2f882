"""Table 4 in other shapes than one line of fifteen figures.

Converters and offices print it as three tables with a title each, as one row for each proceeding,
as one row for each result, as a list of names and figures, or without its heads. What names the
figures is then read from top to bottom: a proceeding, a result, a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from attrs import evolve, frozen

from govinfo.binding.assignment import Bound, adds_up, kinds_by_place, put, settle_printed, span_of
from govinfo.binding.kinds import BLANK, NOISE, VALUE
from govinfo.binding.tables.rows import (
    CELLS,
    PROCEEDINGS,
    RESULT_COLUMNS,
    RESULTS,
    REVIEW_WIDTH,
    Found,
    review_slot,
)
from govinfo.binding.tables.table4_heads import (
    OTHER_HEADINGS,
    PART,
    PROCEEDING_HEADS,
    RESULT_HEADS,
    bare_figures,
)
from govinfo.figures import read_cell
from govinfo.forms.labels import label_key
from govinfo.notes import Note
from govinfo.page import NOWHERE, ROW_END
from govinfo.text.normalise import plain

__all__ = ["put_review_in_shapes"]

_MOST_TOKENS = 600
"""No part has so many cells; a longer one is not looked at."""
_LONGEST_TITLE_CHARS = 30
_NO_TITLE = re.compile(
    r"[^行政复议诉讼未经直接起后的案件情况类型数量提其中合小总计()一二三四123.、:]"
)
"""A character that a title of a proceeding does not have."""
_BOTH_LAWSUITS, _ALL_CASES = PROCEEDINGS, PROCEEDINGS + 1
"""The numbers of the rows 行政诉讼合计 and 合计, the sums of other rows, which no form has."""
_NAMED_FIGURE = re.compile(
    r"""
    (?P<name> 结果维持 | 结果纠正 | 其[他它]结果 | 尚?未审结 | 总计 | 合计 ) \s*
    (?: [:：为]\s* | \s ) (?P<figure> \d[\d,，]* ) \s* 件? [\s，,；;。、]*
    """,
    re.VERBOSE,
)
"""A result and its figure in one cell: 结果维持：3件."""


class _Is(Enum):
    """What a piece of the part says."""

    PROCEEDING = auto()
    RESULT = auto()
    FIGURE = auto()


class _Piece(NamedTuple):
    """One piece: which proceeding or result it names, or where its figure stands."""

    what: _Is
    number: int = 0
    """The proceeding or the result; of a figure, its token."""
    place: tuple[int, int] | None = None
    """Where a figure stands that is not the whole of its token."""
    head: int | None = None
    """The token of a result that may head a column."""

    @classmethod
    def each_of(cls, bound: Bound, begin: int, end: int) -> Iterator[_Piece]:
        """Yield what the tokens of the part say, from the top to the bottom."""
        for token in range(begin, end):
            kind = bound.kinds[token]
            if kind in RESULT_HEADS:
                yield cls(_Is.RESULT, RESULT_HEADS[kind], head=token)
            elif kind in PROCEEDING_HEADS:
                yield from _proceeding(bound.tokens[token])
            elif kind in CELLS:
                if kind not in BLANK + NOISE:
                    yield cls(_Is.FIGURE, token)
            elif kind != ROW_END:
                # Words name a proceeding, or are a list of results with their figures.
                words, start = bound.tokens[token], bound.token_places[token][0]
                found = list(_NAMED_FIGURE.finditer(words))
                before = words[: found[0].start()] if found else words
                if len(before) <= _LONGEST_TITLE_CHARS:
                    yield from _proceeding(before)
                for one in found:
                    yield cls(_Is.RESULT, _RESULT_OF_NAME[one["name"]])
                    place = start + one.start("figure"), start + one.end("figure")
                    yield cls(_Is.FIGURE, token, place)


def put_review_in_shapes(bound: Bound) -> bool:
    """Enter table 4, if each of its figures has a name, or all fifteen stand without any."""
    begin, end = _part_of_review(bound.kinds)
    if end - begin > _MOST_TOKENS:
        return False
    pieces = list(_pieces_on_paper(bound, list(_Piece.each_of(bound, begin, end))))
    first, text, named = review_slot(bound.form).first, bound.page.text, _Names.figures_of(pieces)
    for index, piece in ((first + cell, piece) for cell, piece in named.items()):
        if bound.places[index] != NOWHERE or index in bound.settled:
            continue
        if piece.place is None:
            bound.places[index] = piece.number
        else:
            printed = read_cell(text.characters[slice(*piece.place)])
            settle_printed(bound, index, printed, text.source_span(*piece.place))
    if named:
        return True
    if any(piece.what is _Is.RESULT for piece in pieces):
        return False
    bare = bare_figures(bound.kinds)
    return bare != [] and _put_bare(bound, pieces, bare)


def _part_of_review(kinds: str) -> tuple[int, int]:
    """The part about proceedings, or what follows the first name of one, up to a heading."""
    parts = list(PART.finditer(kinds))
    with_figures = [part for part in parts if VALUE in part[1]]
    if with_figures or (parts and not re.search(_ANY_PROCEEDING, kinds)):
        return (with_figures or parts[-1:])[0].span(1)
    first = re.search(_ANY_PROCEEDING, kinds)
    if first is None:
        return 0, 0
    heading = re.compile(f"[{OTHER_HEADINGS}]").search(kinds, first.start())
    return first.start(), heading.start() if heading else len(kinds)


def _pieces_on_paper(bound: Bound, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces without the numbers of rows, and the heads of columns from left to right.

    Heads whose order depends on how their places are measured are no names.
    """
    # Numbers of rows count up before the proceedings.
    named = [place for place, piece in enumerate(pieces) if piece.what is _Is.PROCEEDING]
    before = [place - 1 for place in named if place and pieces[place - 1].what is _Is.FIGURE]
    values = [read_cell(bound.tokens[pieces[place].number]).value for place in before]
    if len(named) >= PROCEEDINGS and values == [*range(1, len(named) + 1)]:
        pieces = [piece for place, piece in enumerate(pieces) if place not in before]
    # Heads that stand on several lines are taken as they stand on paper.
    for is_figure, group in groupby(pieces, key=lambda piece: piece.what is _Is.FIGURE):
        own = list(group)
        heads = [piece.head for piece in own if piece.head is not None]
        if is_figure or not bound.is_placed or not 1 < len(heads) <= RESULTS:
            yield from own
            continue
        yield from (piece for piece in own if piece.head is None)
        orders = kinds_by_place(bound, heads)
        for kind in orders.pop() if len(orders) == 1 else ():
            yield _Piece(_Is.RESULT, RESULT_HEADS[kind])


def _proceeding(words: str) -> Iterator[_Piece]:
    """Yield the proceeding that a title names; none if it names both kinds, or says more."""
    title = label_key(plain(words))
    if _NO_TITLE.search(title):
        return
    if "直接起诉" in title:
        yield _Piece(_Is.PROCEEDING, 1)
    elif "复议后" in title:
        yield _Piece(_Is.PROCEEDING, 2)
    elif "诉讼" in title and "复议" not in title:
        yield _Piece(_Is.PROCEEDING, _BOTH_LAWSUITS)
    elif "复议" in title and "诉讼" not in title:
        yield _Piece(_Is.PROCEEDING, 0)


_RESULT_OF_NAME = {
    name: place
    for place, column in enumerate(RESULT_COLUMNS)
    for name in (column.label, *column.aliases)
}
_RESULTS_ALONE = tuple(
    kind for kind, place in RESULT_HEADS.items() if RESULT_COLUMNS[place].id != "total"
)


_ANY_PROCEEDING = f"[{''.join((*PROCEEDING_HEADS, *_RESULTS_ALONE))}]"


@frozen
class _Names:
    """What has been named before the figures that follow, from the top of the part on."""

    proceedings: tuple[int, ...]
    """Those named since the last figures; the columns of a table of results, while it lasts."""
    results: tuple[int, ...]
    """Those named since the last figures; the columns of a table of proceedings."""
    proceeding: int | None
    """The last one, of which results follow one by one."""
    columns: tuple[int, ...] = ()
    """The results, or the proceedings, that head the columns of rows with a name each."""

    @classmethod
    def figures_of(cls, pieces: Sequence[_Piece]) -> dict[int, _Piece]:
        """Return the figure of each cell by its number; none unless every figure has one name.

        The sums of several proceedings are in no cell; they need the rows of all.
        """
        found, state = dict[int, _Piece](), cls((), (), None)
        for is_figure, group in groupby(pieces, key=lambda piece: piece.what is _Is.FIGURE):
            own = list(group)
            if not is_figure:
                state = state.after(own)
                continue
            cells = state.cells(len(own))
            if not cells or not found.keys().isdisjoint(cells):
                return {}
            found.update(zip(cells, own, strict=True))
            state = state.used()
        kept = {cell: piece for cell, piece in found.items() if cell < REVIEW_WIDTH}
        summed = RESULTS if _ALL_CASES * RESULTS not in found else 0
        is_whole = kept.keys() >= {*range(summed, REVIEW_WIDTH)}
        return kept if is_whole or len(kept) == len(found) else {}

    def after(self, names: Sequence[_Piece]) -> _Names:
        """Return the state behind more names."""
        named = [one.number for one in names if one.what is _Is.PROCEEDING]
        # What heads both kinds of lawsuit stands before the name of the first.
        proceedings = tuple(one for one in named if one != _BOTH_LAWSUITS) or tuple(named)
        results = tuple(one.number for one in names if one.what is _Is.RESULT)
        return evolve(self, proceedings=proceedings, results=results)

    def cells(self, figures: int) -> list[int]:
        """Return the cells that so many figures are, by their number; none if it is not certain."""
        last = self.results[-1:]
        if figures == 1 and len(self.results) == 1:
            proceeding = self.proceedings[-1] if self.proceedings else self.proceeding
            return [] if proceeding is None else [proceeding * RESULTS + last[0]]
        if figures == PROCEEDINGS and last and len(self.results) == 1:
            columns = self.proceedings or self.columns
            is_whole = sorted(columns) == [*range(PROCEEDINGS)]
            return [one * RESULTS + last[0] for one in columns] if is_whole else []
        if figures == RESULTS and len({*self.proceedings}) == 1:
            is_sum = self.proceedings[0] == _BOTH_LAWSUITS and len(self.results) == 1
            columns = self.columns if is_sum else self.results or self.columns
            is_whole = sorted(columns) == [*range(RESULTS)]
            return [self.proceedings[0] * RESULTS + one for one in columns] if is_whole else []
        if figures == RESULTS and not self.proceedings and self.results == (RESULTS - 1,):
            # 合计 below the rows of the proceedings, among whose heads it stands as well.
            is_whole = sorted(self.columns) == [*range(RESULTS)]
            return [_ALL_CASES * RESULTS + one for one in self.columns] if is_whole else []
        return []

    def used(self) -> _Names:
        """Return the state behind the figures."""
        columns = self.columns
        if len(self.results) == RESULTS:
            columns = self.results
        elif len(self.proceedings) == PROCEEDINGS:
            columns = self.proceedings
        proceeding = self.proceedings[-1] if self.proceedings else self.proceeding
        return _Names((), (), proceeding, columns)


def _put_bare(bound: Bound, pieces: Sequence[_Piece], figures: Sequence[int]) -> bool:
    """Enter fifteen figures without heads, if the sums of all proceedings hold."""
    begin, end = _part_of_review(bound.kinds)
    words = "".join(plain(token) for token in bound.tokens[begin : figures[0]])
    parts = [figures[start : start + RESULTS] for start in range(0, REVIEW_WIDTH, RESULTS)]
    named = [piece.number for piece in pieces if piece.what is _Is.PROCEEDING]
    lawsuits, reconsideration = words.find("诉讼"), words.find("行政复议")
    is_in_order = named == sorted(named) and not 0 <= lawsuits < reconsideration
    if not is_in_order or not all(adds_up(bound, part) for part in parts):
        return False
    row = Found(review_slot(bound.form), bound.form, begin, end, "", offset=None)
    put(bound, row, figures)
    message = "table 4 has no column headings; its 15 figures add up in the order of the form"
    bound.notes.append(Note("order_assumed", message, span_of(bound, figures)))
    return True
