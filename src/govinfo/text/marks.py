"""Struck-out, raised and hidden characters beside a figure, written as `~~7~~8`, `8^1^` and `~~⟦7⟧~~8`.

The first two are how Markdown writes them; web pages and Word documents are brought into the same
form before this repair. What a reader of the page sees is left: the new figure without the old one,
the figure without its footnote mark. A cell in which nothing would be left, or only a footnote
mark, holds no number that can be relied on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from govinfo.figures import State, read_cell
from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.mend import MOST_REGIONS, Repair

__all__ = ["HIDDEN", "MARKS", "NOTE_MARK", "RAISED", "STRUCK"]

STRUCK, RAISED, HIDDEN = ("~~", "~~"), ("^", "^"), ("~~⟦", "⟧~~")
"""What stands before and behind each kind."""
UNREADABLE = "\ufffc"
"""What stays in a cell that has something in it and no number: what Unicode has for an object in a text."""

_ONE_MARK = r"(?:[\d*＊﹡†‡§#※①-⑳⑴-⒇a-zA-Z]{1,3}|注释?\s*\d{0,2})"
NOTE_MARK = re.compile(
    rf"\s*[\[(（〔【〈]?\s*{_ONE_MARK}(?:\s*[,，、]\s*{_ONE_MARK}){{0,3}}\s*[\])）〕】〉]?\s*"
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
_FENCES = "|\t\n"
_AFTER_CELL = re.compile("[|\t\n]")
_SPACES = frozenset(" \u3000\xa0")
_REACH = 400
"""No cell with a figure is longer. What is further away is not looked at, so that hostile lines take no longer."""
_LINE_REACH = 2000
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WHOLLY_RAISED = re.compile(r"(?:^|(?<=[|\t]))\s*\^[\d.,]+\^\s*(?=$|[|\t])")


@frozen
class _Unit:
    """What stands in one cell, or, outside of tables, between two spaces."""

    start: int
    end: int
    is_cell: bool
    marks: tuple[re.Match[str], ...]

    def without_marks(self, text: str) -> str:
        """Return the characters of the unit without what is marked."""
        pieces, done = list[str](), self.start
        for mark in self.marks:
            pieces.append(text[done : mark.start()])
            done = mark.end()
        return "".join((*pieces, text[done : self.end]))


def _may_be_marked(text: str) -> bool:
    # Whoever has a second footnote has a first one.
    return "^" in text or "¹" in text or ("~" in text and "~~" in text)


def _edits(text: str) -> Iterator[Edit]:
    for edits, _ in _settled(text):
        yield from (edit for edit in edits if edit.replacement != text[edit.start : edit.end])


def _notes(text: str, _made: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note for each cell whose figure is concerned, and for many of them one on all the others."""
    counts = dict[str, int]()
    for _, notes in _settled(text):
        for note in notes:
            counts[note.code] = counts.get(note.code, 0) + 1
            if counts[note.code] < MOST_REGIONS:
                yield note
            elif counts[note.code] == MOST_REGIONS and note.span is not None:
                message = f"{note.message}; more cells below are read in the same way"
                yield Note(note.code, message, Span(note.span.start, len(text)))


def _settled(text: str) -> Iterator[tuple[tuple[Edit, ...], tuple[Note, ...]]]:
    raised_rows = dict[int, bool]()
    for unit in _units(text):
        left = unit.without_marks(text).strip()
        if (
            unit.is_cell
            and not left
            and all(mark.lastgroup == "superscript" for mark in unit.marks)
        ):
            yield _wholly_raised(text, unit, raised_rows)
        elif not left:
            yield _emptied(text, unit)
        elif _is_figure(left) and all(map(_goes_beside_a_figure, unit.marks)):
            yield _beside_a_figure(text, unit, left)
        else:
            yield _among_words(text, unit)


def _units(text: str) -> Iterator[_Unit]:
    """Yield the cells, and outside of tables the words, in which something is marked."""
    marks, start, end, is_cell = list[re.Match[str]](), 0, -1, False
    for mark in _MARKED.finditer(text):
        if mark.start() < end:
            marks.append(mark)
            continue
        if marks:
            yield _Unit(start, end, is_cell, tuple(marks))
        start, end, is_cell = _place(text, mark, max(end, 0))
        marks = [mark]
    if marks:
        yield _Unit(start, max(end, marks[-1].end()), is_cell, tuple(marks))


def _place(text: str, mark: re.Match[str], after: int) -> tuple[int, int, bool]:
    """Where the cell begins and ends in which a mark stands, and whether it is one."""
    least = max(after, mark.start() - _REACH)
    start = max(least, *(text.rfind(fence, least, mark.start()) + 1 for fence in _FENCES))
    found = _AFTER_CELL.search(text, mark.end(), mark.end() + _REACH)
    end = found.start() if found else min(len(text), mark.end() + _REACH)
    if text[start - 1 : start] in ("|", "\t") or text[end : end + 1] in ("|", "\t"):
        return start, end, True
    # No border: the cells of a line may have nothing but spaces between them.
    inside, begin, stop = text[start:end], mark.start() - start, mark.end() - start
    while begin and inside[begin - 1] not in _SPACES:
        begin -= 1
    while stop < len(inside) and inside[stop] not in _SPACES:
        stop += 1
    return start + begin, start + stop, False


def _is_figure(cell: str) -> bool:
    return read_cell(cell).state in (State.PRINTED, State.NOT_APPLICABLE)


def _goes_beside_a_figure(mark: re.Match[str]) -> bool:
    """Whether a mark can be left out; what is raised and no footnote mark may be a unit or a part of the number."""
    return mark.lastgroup != "superscript" or NOTE_MARK.fullmatch(mark[mark.lastgroup]) is not None


def _beside_a_figure(
    text: str, unit: _Unit, left: str
) -> tuple[tuple[Edit, ...], tuple[Note, ...]]:
    edits = [Edit(*mark.span()) for mark in unit.marks]
    if not unit.is_cell and text[unit.end : unit.end + 2] == "  ":
        # Cells that are set under each other stay there.
        edits.append(Edit(unit.end, unit.end, " " * sum(len(mark[0]) for mark in unit.marks)))
    return tuple(edits), tuple(
        _told(text, unit, f"and is no part of it: the cell is read as {left!r}")
    )


def _emptied(text: str, unit: _Unit) -> tuple[tuple[Edit, ...], tuple[Note, ...]]:
    """What is struck out alone was a figure, and what replaces it is not told; what is hidden alone leaves a blank."""
    first, *others = unit.marks
    blank = unit.is_cell and all(mark.lastgroup == "hidden_text" for mark in unit.marks)
    if not unit.is_cell and all(
        mark.lastgroup in ("superscript", "exponents", "footnote") for mark in unit.marks
    ):
        return tuple(map(_as_exponent, unit.marks)), ()
    edits = (
        Edit(*first.span(), "" if blank else UNREADABLE),
        *(Edit(*mark.span()) for mark in others),
    )
    left = "the cell is blank" if blank else "and nothing else stands there, so no number is read"
    return edits, tuple(_told(text, unit, left))


def _wholly_raised(
    text: str, unit: _Unit, rows: dict[int, bool]
) -> tuple[tuple[Edit, ...], tuple[Note, ...]]:
    """A cell of nothing but raised characters: a figure where most of its row is raised, else a footnote mark."""
    start = text.rfind("\n", max(0, unit.start - _LINE_REACH), unit.start) + 1
    # Of a longer line, stretches of equal length stand for rows.
    start = start or unit.start // _LINE_REACH * _LINE_REACH
    if start not in rows:
        end = text.find("\n", unit.start, start + _LINE_REACH)
        line = text[start : end if end >= 0 else start + _LINE_REACH]
        raised = len(_WHOLLY_RAISED.findall(line))
        plain = sum(read_cell(cell).state is State.PRINTED for cell in re.split(r"[|\t]", line))
        rows[start] = raised > plain
    if rows[start] or not any(
        character.isdecimal() for mark in unit.marks for character in mark[0]
    ):
        return tuple(Edit(*mark.span(), f" {mark['superscript']}") for mark in unit.marks), ()
    return _emptied(text, unit)


def _among_words(text: str, unit: _Unit) -> tuple[tuple[Edit, ...], tuple[Note, ...]]:
    """What is marked in a label or in a sentence: a footnote mark behind a label goes, an exponent stays apart."""
    edits = list[Edit]()
    for mark in unit.marks:
        before = text[mark.start() - 1 : mark.start()] if mark.start() > unit.start else ""
        if mark.lastgroup in ("struck_out", "hidden_text"):
            edits.append(Edit(*mark.span()))
        elif mark.lastgroup in ("exponents", "footnote"):
            continue
        elif before.isdecimal():
            edits.append(_as_exponent(mark))
        elif (
            unit.is_cell and not text[mark.end() : unit.end].strip() and _goes_beside_a_figure(mark)
        ):
            edits.append(Edit(*mark.span()))
        else:
            edits.append(Edit(*mark.span(), f" {mark['superscript']}"))
    concerned = any(character.isdecimal() for mark in unit.marks for character in mark[0])
    struck = any(mark.lastgroup in ("struck_out", "hidden_text") for mark in unit.marks)
    return tuple(edits), tuple(_told(text, unit, "and is not read")) if concerned and struck else ()


def _as_exponent(mark: re.Match[str]) -> Edit:
    """A raised number behind another one, in a sentence: as it looks, so that the two are not taken for one."""
    if mark.lastgroup != "superscript":
        return Edit(*mark.span(), mark[0])
    return Edit(*mark.span(), mark["superscript"].strip().translate(_SUPERSCRIPTS))


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


def _told(text: str, unit: _Unit, outcome: str) -> Iterator[Note]:
    """Yield a note for each kind of mark in a cell."""
    begin, end = _stripped(text, unit)
    for kind, (code, how) in _HOW.items():
        marked = [mark[kind].strip()[:60] for mark in unit.marks if mark.lastgroup == kind]
        if any(marked):
            yield Note(code, f"{', '.join(map(repr, marked))} {how} {outcome}", Span(begin, end))


def _stripped(text: str, unit: _Unit) -> tuple[int, int]:
    inside = text[unit.start : unit.end]
    begin = unit.start + len(inside) - len(inside.lstrip())
    return begin, max(begin, unit.start + len(inside.rstrip()))


MARKS = Repair("struck-out, raised and hidden characters", _may_be_marked, _edits, notes=_notes)
