"""Struck-out, raised and hidden characters beside a figure, written `~~7~~8`, `8^1^`, `~~⟦7⟧~~8`.

The first two notations are those of Markdown; web pages and Word documents are brought into the
same notation before this repair. It keeps what a reader of the page sees: the new figure without
the old one, the figure without its footnote mark. A cell without such a rest, or with nothing but a
footnote mark, holds no reliable number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import field, frozen

from govinfo.figures import State, read_cell
from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.regions import MOST_REGIONS

__all__ = [
    "HIDDEN",
    "NOTE_MARK",
    "RAISED",
    "SPANS_ROWS",
    "STRUCK",
    "UNREADABLE",
    "may_be_formatted",
    "note_formatting",
    "repair_formatting",
]

SPANS_ROWS = "↕"
"""It stands in front of a figure that spans several rows."""
STRUCK, RAISED, HIDDEN = ("~~", "~~"), ("^", "^"), ("~~⟦", "⟧~~")
"""The signs before and behind each kind."""
UNREADABLE = "\ufffc"
"""It stays in a cell that is not blank and has no number: the sign of Unicode for an object."""

_ONE_MARK = r"(?:[\d*＊﹡†‡§#※①-⑳⑴-⒇a-zA-Z]{1,3}|注释?\s*\d{0,2})"
NOTE_MARK = re.compile(
    rf"""
    \s*[\[(（〔【〈]?\s*
    {_ONE_MARK}(?:\s*[,，、]\s*{_ONE_MARK}){{0,3}}
    \s*[\])）〕】〉]?\s*
    """,
    re.VERBOSE,
)
"""A footnote mark: `1`, `[1]`, `①`, `*`, `注1`."""

_MARKED = re.compile(
    r"""
      ~~⟦(?P<hidden_text>[^⟦⟧~|\t\n]{0,4000})⟧~~
    | ~~(?P<struck_out>[^~|\t\n]{1,4000}?)~~
    | \^(?P<superscript>[^\^|\t\n]{1,40})\^
    | \[\^(?P<footnote>[\w-]{1,12})\]               # a footnote of Markdown
    | (?P<exponents>[\u2070\xb9\xb2\xb3\u2074-\u2079]+)  # ⁰¹²³ and so on
    """,
    re.VERBOSE,
)
_BORDERS = "|\t\n"
_BORDER_BEHIND = re.compile("[|\t\n]")
_SPACES = frozenset(" \u3000\xa0")
_CELL_REACH_CHARS = 400
"""The search for the borders of a cell ends here: cells with figures are shorter."""
_LINE_REACH_CHARS = 2000
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_CELL = re.compile(r"(?:^|(?<=[|\t]))\s*\^[\d.,]+\^\s*(?=$|[|\t])")


_Outcome: TypeAlias = tuple[tuple[Edit, ...], tuple[Note, ...]]
"""What is replaced in a unit, and what the reader has to know of it."""
_HOW = {
    "struck_out": ("struck_out", "is struck out"),
    "superscript": (
        "superscript",
        "stands raised or lowered beside the figure, as a footnote mark does,",
    ),
    "hidden_text": ("hidden_text", "is hidden from a reader of the page"),
    "footnote": ("superscript", "is a footnote mark"),
    "exponents": ("superscript", "stands raised beside the figure, as a footnote mark does,"),
}
"""For each kind of mark, the code of its note and the words for it."""


@frozen
class _Unit:
    """One cell, or, outside of tables, what stands between two spaces."""

    text: str = field(repr=False)
    """The whole text."""
    start: int
    end: int
    is_cell: bool
    marks: tuple[re.Match[str], ...]

    @classmethod
    def each_of(cls, text: str) -> Iterator[_Unit]:
        """Yield the cells, and outside of tables the words, in which something is marked."""
        marks, start, end, is_cell = list[re.Match[str]](), 0, -1, False
        for mark in _MARKED.finditer(text):
            if mark.start() < end:
                marks.append(mark)
                continue
            if marks:
                yield cls(text, start, end, is_cell, tuple(marks))
            start, end, is_cell = _place(text, mark, max(end, 0))
            marks = [mark]
        if marks:
            yield cls(text, start, max(end, marks[-1].end()), is_cell, tuple(marks))

    @property
    def has_digits(self) -> bool:
        """Whether digits are marked."""
        return any(character.isdecimal() for mark in self.marks for character in mark[0])

    def without_marks(self) -> str:
        """Return its characters without what is marked."""
        pieces, done = list[str](), self.start
        for mark in self.marks:
            pieces.append(self.text[done : mark.start()])
            done = mark.end()
        return "".join((*pieces, self.text[done : self.end]))

    def emptied(self) -> _Outcome:
        """Return the outcome for a unit of nothing but marked characters.

        A struck-out figure alone has lost its successor; hidden characters alone leave a blank
        cell.
        """
        kinds = {mark.lastgroup for mark in self.marks}
        if not self.is_cell and kinds <= {"superscript", "exponents", "footnote"}:
            return tuple(map(_as_exponent, self.marks)), ()
        first, *others = self.marks
        is_blank = self.is_cell and kinds == {"hidden_text"}
        edits = (
            Edit(*first.span(), "" if is_blank else UNREADABLE),
            *(Edit(*mark.span()) for mark in others),
        )
        outcome = (
            "the cell is blank"
            if is_blank
            else "and nothing else stands there, so no number is read"
        )
        return edits, tuple(self.notes(outcome))

    def raised(self, raised_rows: dict[int, bool]) -> _Outcome:
        """Return the outcome for a cell of nothing but raised characters.

        It is a figure where most of its row is raised, else a footnote mark. `raised_rows`
        remembers for each row, by its offset, whether it is raised.
        """
        start = self.text.rfind("\n", max(0, self.start - _LINE_REACH_CHARS), self.start) + 1
        # In a longer line, stretches of equal length stand for rows.
        start = start or self.start // _LINE_REACH_CHARS * _LINE_REACH_CHARS
        if start not in raised_rows:
            end = self.text.find("\n", self.start, start + _LINE_REACH_CHARS)
            line = self.text[start : end if end >= 0 else start + _LINE_REACH_CHARS]
            raised = len(_RAISED_CELL.findall(line))
            plain = sum(read_cell(cell).state is State.PRINTED for cell in re.split(r"[|\t]", line))
            raised_rows[start] = raised > plain
        if raised_rows[start] or not self.has_digits:
            return tuple(Edit(*mark.span(), f" {mark['superscript']}") for mark in self.marks), ()
        return self.emptied()

    def among_words(self) -> _Outcome:
        """Return the outcome for a label or a sentence.

        A footnote mark behind a label goes; an exponent stays, apart from the number before it.
        """
        edits, is_struck = list[Edit](), False
        for mark in self.marks:
            if mark.lastgroup in ("exponents", "footnote"):
                continue
            before = self.text[mark.start() - 1 : mark.start()] if mark.start() > self.start else ""
            is_last = self.is_cell and not self.text[mark.end() : self.end].strip()
            if mark.lastgroup in ("struck_out", "hidden_text"):
                is_struck = True
                edits.append(Edit(*mark.span()))
            elif before.isdecimal():
                edits.append(_as_exponent(mark))
            elif is_last and _can_be_left_out(mark):
                edits.append(Edit(*mark.span()))
            else:
                edits.append(Edit(*mark.span(), f" {mark['superscript']}"))
        notes = self.notes("and is not read") if is_struck and self.has_digits else ()
        return tuple(edits), tuple(notes)

    def notes(self, outcome: str) -> Iterator[Note]:
        """Yield a note for each kind of mark in the unit."""
        inside = self.text[self.start : self.end]
        begin = self.start + len(inside) - len(inside.lstrip())
        end = max(begin, self.start + len(inside.rstrip()))
        for kind, (code, how) in _HOW.items():
            marked = [mark[kind].strip()[:60] for mark in self.marks if mark.lastgroup == kind]
            if any(marked):
                message = f"{', '.join(map(repr, marked))} {how} {outcome}"
                yield Note(code, message, Span(begin, end))


def may_be_formatted(text: str) -> bool:
    """Whether a text may have marked characters."""
    # A text that has a second footnote has a first one.
    return "^" in text or "¹" in text or ("~" in text and "~~" in text)


def repair_formatting(text: str) -> Iterator[Edit]:
    """Yield the edits that leave what a reader of the page sees."""
    for edits, _ in _outcomes(text):
        for edit in edits:
            if edit.replacement != text[edit.start : edit.end]:
                yield edit


def note_formatting(text: str, _edits: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note for each cell with a figure; after many, one note stands for all the others."""
    counts = dict[str, int]()
    for _, notes in _outcomes(text):
        for note in notes:
            counts[note.code] = counts.get(note.code, 0) + 1
            if counts[note.code] < MOST_REGIONS:
                yield note
            elif counts[note.code] == MOST_REGIONS and note.span is not None:
                message = f"{note.message}; more cells below are read in the same way"
                yield Note(note.code, message, Span(note.span.start, len(text)))


def _outcomes(text: str) -> Iterator[_Outcome]:
    """Yield what becomes of each unit in which something is marked."""
    raised_rows = dict[int, bool]()
    for unit in _Unit.each_of(text):
        rest = unit.without_marks().strip()
        if not rest:
            is_raised = all(mark.lastgroup == "superscript" for mark in unit.marks)
            if unit.is_cell and is_raised:
                yield unit.raised(raised_rows)
            else:
                yield unit.emptied()
            continue
        is_figure = read_cell(rest).state in (State.PRINTED, State.NOT_APPLICABLE)
        if not is_figure or not all(map(_can_be_left_out, unit.marks)):
            yield unit.among_words()
            continue
        edits = [Edit(*mark.span()) for mark in unit.marks]
        if not unit.is_cell and text[unit.end : unit.end + 2] == "  ":
            # Cells that stand under each other keep their columns.
            width = sum(len(mark[0]) for mark in unit.marks)
            edits.append(Edit(unit.end, unit.end, " " * width))
        notes = unit.notes(f"and is no part of it: the cell is read as {rest!r}")
        yield tuple(edits), tuple(notes)


def _place(text: str, mark: re.Match[str], after: int) -> tuple[int, int, bool]:
    """Return the start and end of the unit around a mark, and whether it is a cell."""
    least = max(after, mark.start() - _CELL_REACH_CHARS)
    start = max(least, *(text.rfind(border, least, mark.start()) + 1 for border in _BORDERS))
    border = _BORDER_BEHIND.search(text, mark.end(), mark.end() + _CELL_REACH_CHARS)
    end = border.start() if border else min(len(text), mark.end() + _CELL_REACH_CHARS)
    if text[start - 1 : start] in ("|", "\t") or text[end : end + 1] in ("|", "\t"):
        return start, end, True
    # Without a border the cells of a line may have nothing but spaces between them.
    inside, begin, stop = text[start:end], mark.start() - start, mark.end() - start
    while begin and inside[begin - 1] not in _SPACES:
        begin -= 1
    while stop < len(inside) and inside[stop] not in _SPACES:
        stop += 1
    return start + begin, start + stop, False


def _can_be_left_out(mark: re.Match[str]) -> bool:
    """Whether a mark is no part of the figure; raised characters may be, unless a footnote mark."""
    return mark.lastgroup != "superscript" or NOTE_MARK.fullmatch(mark[mark.lastgroup]) is not None


def _as_exponent(mark: re.Match[str]) -> Edit:
    """Return the edit that writes a raised number as exponents, so that it stays a number apart."""
    if mark.lastgroup != "superscript":
        return Edit(*mark.span(), mark[0])
    return Edit(*mark.span(), mark["superscript"].strip().translate(_SUPERSCRIPTS))
