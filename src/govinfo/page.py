"""What an adapter makes of a text: neutral blocks in reading order, shapes without meanings.

A block says where its cells are, not what they mean. It can list the place of every cell, or, where
cells are simply what stands between separators, name the separator: then nothing is kept for each
cell, and cutting runs at the speed of `str.split`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, count, islice
from operator import add
from typing import Any, TypeAlias

from attrs import field, frozen

from govinfo.spans import PackedText, Span, Text, unpacked_text

__all__ = [
    "CELL_BORDERS",
    "NOWHERE",
    "ROW_END",
    "Block",
    "Grid",
    "Heading",
    "LooseCells",
    "PackedPage",
    "Page",
    "Paragraph",
    "Run",
    "Stream",
    "trimmed",
    "unpacked_page",
]

ROW_END = "\n"
"""The token that closes each row of a grid; no cell is ever a bare line break."""
NOWHERE = -1
"""The token of a cell that the document does not have."""
CELL_BORDERS = " \t\r\n\u3000\xa0|"
"""The blanks and borders around what stands in a cell."""

Places: TypeAlias = list[tuple[int, int]]


@frozen
class Heading:
    """A line that the dialect marks as a heading; its span counts characters of the page's text."""

    span: Span
    """The place of the heading."""
    level: int = 1
    """The level of the heading: 1 for the highest."""

    def cut(self, characters: str) -> list[str]:
        """Return the heading as one token."""
        return [characters[self.span.start : self.span.end]]

    def places(self, _characters: str) -> Places:
        """Return where the token stands."""
        return [(self.span.start, self.span.end)]


@frozen
class Paragraph:
    """Running text."""

    span: Span
    """The place of the paragraph."""

    def cut(self, characters: str) -> list[str]:
        """Return the paragraph as one token."""
        return [characters[self.span.start : self.span.end]]

    def places(self, _characters: str) -> Places:
        """Return where the token stands."""
        return [(self.span.start, self.span.end)]


@frozen
class Run:
    """Cells whose separators are lost."""

    span: Span
    """The place of the cells."""

    def cut(self, characters: str) -> list[str]:
        """Return the run as one token."""
        return [characters[self.span.start : self.span.end]]

    def places(self, _characters: str) -> Places:
        """Return where the token stands."""
        return [(self.span.start, self.span.end)]


@frozen
class LooseCells:
    """Cells with anything or nothing between them: where each begins and ends, in order.

    Some may be runs, in which cells are glued together; they are listed by their number in the
    block.
    """

    span: Span
    borders: array[int] = field(hash=False)
    runs: tuple[int, ...] = ()

    def cut(self, characters: str) -> list[str]:
        """Return the characters of each cell."""
        return [
            characters[begin:end]
            for begin, end in zip(self.borders[::2], self.borders[1::2], strict=True)
        ]

    def places(self, _characters: str) -> Places:
        """Return where each cell stands."""
        return list(zip(self.borders[::2], self.borders[1::2], strict=True))


@frozen
class Stream:
    r"""Cells in reading order, without row breaks: spans, or separators between the cells.

    There may be one separator, or two, of which the first is the second one doubled: `("\n\n",
    "\n")` cuts at blank lines and at single line breaks.
    """

    span: Span
    """The place of the whole block."""
    separators: tuple[str, ...] = ()
    """What stands between two cells, if `cells` is empty."""
    cells: tuple[Span, ...] = ()
    """The place of each cell, in reading order."""

    def cut(self, characters: str) -> list[str]:
        """Return the characters of each cell."""
        if not self.separators:
            return [characters[cell.start : cell.end] for cell in self.cells]
        region, last = characters[self.span.start : self.span.end], self.separators[-1]
        for separator in self.separators[:-1]:
            region = region.replace(separator, last)
        return region.split(last)

    def places(self, characters: str) -> Places:
        """Return where each cell stands, in the order of `cut`."""
        if not self.separators:
            return [(cell.start, cell.end) for cell in self.cells]
        cut = self.cut(characters)
        starts = self.starts(characters, cut)
        return list(zip(starts, map(add, starts, map(len, cut)), strict=True))

    def starts(self, characters: str, cut: list[str] | None = None) -> list[int]:
        """Return where each cell begins, in the order of `cut`.

        Args:
            characters: The text of the page.
            cut: What `cut` returns for it, if that is known already.

        """
        if not self.separators:
            return [cell.start for cell in self.cells]
        cut = self.cut(characters) if cut is None else cut
        if len(self.separators) == 1:
            return _starts(cut, self.span.start, len(self.separators[0]))
        region = characters[self.span.start : self.span.end]
        gaps = map(len, re.findall("|".join(map(re.escape, self.separators)), region))
        return list(accumulate(map(add, map(len, cut), gaps), initial=self.span.start))


@frozen
class Grid:
    """Rows of cells: a list of spans for each row, or a row a line with a separator."""

    span: Span
    """The place of the whole block."""
    separator: str = ""
    """What stands between two cells of a line, if `rows` is empty."""
    rows: tuple[tuple[Span, ...], ...] = ()
    """The place of each cell of each row."""

    def cut(self, characters: str) -> list[str]:
        """Return the characters of each cell, with `ROW_END` after each row."""
        if self.separator:
            region = characters[self.span.start : self.span.end]
            if len(self.separator) > 1:
                return [
                    token
                    for line in region.split("\n")
                    for token in (*line.split(self.separator), ROW_END)
                ]
            tokens = region.replace("\n", f"{self.separator}{ROW_END}{self.separator}").split(
                self.separator
            )
            tokens.append(ROW_END)
            return tokens
        tokens = list[str]()
        for row in self.rows:
            tokens += [characters[cell.start : cell.end] for cell in row]
            tokens.append(ROW_END)
        return tokens

    def places(self, characters: str) -> Places:
        """Return where each token of `cut` stands."""
        if len(self.separator) == 1:
            # The end of a row takes no room: the line break stands behind its last cell.
            tokens = self.cut(characters)
            steps = [len(token) + 1 if token != ROW_END else 0 for token in tokens]
            starts = list(accumulate(steps, initial=self.span.start))
            places = list(zip(starts, map(add, starts, map(len, tokens)), strict=False))
            for row_end in compress(count(), map(ROW_END.__eq__, tokens)):
                places[row_end] = (starts[row_end] - 1, starts[row_end] - 1)
            return places
        if self.separator:
            begin, places = self.span.start, []
            for line in characters[self.span.start : self.span.end].split("\n"):
                tokens = line.split(self.separator)
                starts = _starts(tokens, begin, len(self.separator))
                places += zip(starts, map(add, starts, map(len, tokens)), strict=True)
                begin += len(line)
                places.append((begin, begin))
                begin += 1
            return places
        places = []
        for row in self.rows:
            places += [(cell.start, cell.end) for cell in row]
            places.append((row[-1].end, row[-1].end) if row else (0, 0))
        return places


Block: TypeAlias = Heading | Paragraph | Grid | Stream | Run | LooseCells


@frozen
class Page:
    """A text cut into blocks, as an adapter returns it."""

    text: Text
    """The text that the spans of the blocks point into."""
    blocks: tuple[Block, ...]
    """The blocks, in reading order."""
    ordered: bool = True
    """Whether figures follow the label of their row; `False` if a tool took the tables apart."""

    def packed(self) -> PackedPage:
        """Return the page as plain values, which a pickle writes many times faster than objects."""
        blocks = list[tuple[Any, ...]]()
        for block in self.blocks:
            values: tuple[Any, ...] = ()
            match block:
                case Heading():
                    values = (block.level,)
                case LooseCells():
                    values = block.borders.tolist(), block.runs
                case Stream():
                    values = block.separators, _borders(block.cells)
                case Grid():
                    lengths = [len(row) for row in block.rows]
                    values = block.separator, lengths, _borders(chain(*block.rows))
            blocks.append((type(block).__name__, block.span.start, block.span.end, *values))
        return self.text.packed(), blocks, self.ordered

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked_page, self.packed()

    @property
    def is_glued(self) -> bool:
        """Whether cells are glued together anywhere."""
        return any(
            isinstance(block, Run) or (isinstance(block, LooseCells) and block.runs)
            for block in self.blocks
        )

    def runs(self) -> list[int]:
        """Return which of the tokens are cells glued together."""
        runs, token, characters = list[int](), 0, self.text.characters
        for block in self.blocks:
            own = block.runs if isinstance(block, LooseCells) else (0,) * isinstance(block, Run)
            runs += (token + run for run in own)
            token += len(block.places(characters))
        return runs

    def cut(self) -> list[str]:
        """Return every token of the page in reading order."""
        # The characters of a light text are made again each time they are asked for.
        tokens, characters = list[str](), self.text.characters
        for block in self.blocks:
            tokens += block.cut(characters)
        return tokens

    def places(self) -> Places:
        """Return where each token of `cut` stands."""
        places: Places = []
        characters = self.text.characters
        for block in self.blocks:
            places += block.places(characters)
        return places

    def starts(self) -> list[int]:
        """Return where each token of `cut` begins: half of what `places` returns, and quicker."""
        starts, characters = list[int](), self.text.characters
        for block in self.blocks:
            if isinstance(block, Stream):
                starts += block.starts(characters)
            else:
                starts += (start for start, _ in block.places(characters))
        return starts

    def places_of(self, tokens: Sequence[int]) -> Places:
        """Return where these tokens of `cut` stand, in order; for a few, cheaper than all."""
        places, first, characters = list[tuple[int, int]](), 0, self.text.characters
        for block in self.blocks:
            cut = block.cut(characters)
            inside = [token - first for token in tokens if first <= token < first + len(cut)]
            places += _few(block, cut, inside, characters) if inside else ()
            first += len(cut)
        return places


PackedPage: TypeAlias = tuple[PackedText, list[tuple[Any, ...]], bool]


def unpacked_page(
    text: PackedText,
    blocks: list[tuple[Any, ...]],
    ordered: bool,  # noqa: FBT001 - a field
) -> Page:
    """Return the page that `packed` made this of."""
    found = list[Block]()
    for name, start, end, *rest in blocks:
        span = Span(start, end)
        match name, rest:
            case "Heading", (level,):
                found.append(Heading(span, level))
            case "LooseCells", (borders, runs):
                found.append(LooseCells(span, array("i", borders), runs))
            case "Stream", (separators, borders):
                found.append(Stream(span, separators, tuple(_cells(borders))))
            case "Grid", (separator, lengths, borders):
                cells = _cells(borders)
                rows = tuple(tuple(islice(cells, length)) for length in lengths)
                found.append(Grid(span, separator, rows))
            case _:
                found.append(Run(span) if name == "Run" else Paragraph(span))
    return Page(unpacked_text(*text), tuple(found), ordered)


def _borders(cells: Iterable[Span]) -> list[int]:
    return [border for cell in cells for border in (cell.start, cell.end)]


def _cells(borders: list[int]) -> Iterator[Span]:
    return map(Span, borders[::2], borders[1::2])


def _few(
    block: Block, cut: list[str], wanted: list[int], characters: str
) -> Iterator[tuple[int, int]]:
    """Yield where a few tokens of a block stand.

    Those before them are only counted, where equally many characters divide all tokens.
    """
    gap = 0
    if isinstance(block, Stream) and len(block.separators) > 1:
        starts = block.starts(characters, cut)
        yield from ((starts[token], starts[token] + len(cut[token])) for token in wanted)
        return
    if isinstance(block, Grid) and len(block.separator) == 1:
        gap = 1
    elif isinstance(block, Stream) and len(block.separators) == 1:
        gap = len(block.separators[0])
    if not gap or ROW_END in map(cut.__getitem__, wanted):
        yield from map(block.places(characters).__getitem__, wanted)
        return
    begin, done = block.span.start, 0
    for token in wanted:
        between = cut[done:token]
        # The end of a row is the gap behind its last cell.
        begin += sum(map(len, between)) + gap * (len(between) - 2 * between.count(ROW_END))
        yield begin, begin + len(cut[token])
        done = token


def _starts(tokens: list[str], begin: int, gap: int) -> list[int]:
    """Where each of these tokens begins, the first at `begin`, with `gap` characters between."""
    return list(accumulate([len(token) + gap for token in tokens[:-1]], initial=begin))


def trimmed(characters: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks and the cell borders at its ends."""
    piece = characters[start:end]
    begin = start + len(piece) - len(piece.lstrip(CELL_BORDERS))
    return (begin, begin + len(piece.strip(CELL_BORDERS))) if begin < end else (start, start)
