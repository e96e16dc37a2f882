"""The prose of a report, part by part and sentence by sentence, each with its place in the source.

Headings, statutory tables, the signature and what a website prints around a report are no prose.
The same report gives the same sentences in whatever dialect it is printed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.figures import State, read_cell
from govinfo.forms.labels import LABELS, bare_key, label_key
from govinfo.spans import Edit, Span, Text
from govinfo.text.boilerplate import is_boilerplate
from govinfo.text.normalise import plain, plain_text
from govinfo.text.repairs import repair
from govinfo.text.scripts import HAN, simplify

if TYPE_CHECKING:
    from govinfo.model import Report

__all__ = ["PrintedSentence", "ProsePart", "key_of", "prose_parts"]

_STOPS = "。！？｡"
_STOP = re.compile(f"[{_STOPS}]")
_CLOSERS = "”’」』）)"
_SENTENCE = re.compile(rf"[^{_STOPS}]*+(?:[{_STOPS}]++[”’」』）)\"']*+|\Z)")
_LONGEST_CHARS = 1500
"""A sentence without a stop is cut after so many characters."""
_BLANKS = re.compile(r"[\s|*#_`\\\u200b]+")
"""White space, and the ornaments of Markdown and of tables."""
_OPENING = re.compile(
    r"""
    本(?:年度?)?(?:年报|报告)                                 # this report
  | 根据|依据|依照|按照|遵照|现将|现就|现向|现公布
  | 为(?=了|全面|深入|贯彻|进一步|切实|认真|落实|保障|规范)     # in order to
  | 20\d{2}年(?:度?以来)?[，,]
    """,
    re.VERBOSE,
)
"""How the first sentence of an introduction begins, behind the title and the fields above it."""
_SIGNED = re.compile(
    r"""
    (?: 20\d{2} | 二[〇○零OＯ0] [〇○零OＯ0一二三四五六七八九]{2} ) 年
    [\d一二三四五六七八九十]{1,2} 月 [\d一二三四五六七八九十]{1,3} 日
    """,
    re.VERBOSE,
)
_GLOSS = re.compile(r"\s*[(（][a-zü\u00e0-\u01dc]{1,7}[)）]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_QUOTES = str.maketrans("“”„‟「」『』〝〞‘’", '""""""""""\'\'')
_LONGEST_LABEL_CHARS = 80
_HEADING_CHARS = 400
_REACH_CHARS = 12
"""A character of a heading stands at most so far behind the one before: glosses part them."""


@frozen
class PrintedSentence:
    """One sentence: its words, and where it stands."""

    words: str
    """The sentence in simplified characters, without white space, with its stop."""
    span: Span
    """The sentence in the source text."""

    @cached_property
    def key(self) -> str:
        """What two sentences share that differ only in typography."""
        return key_of(self.words)


@frozen
class ProsePart:
    """The prose of one part of a report; that above the first part has the section `""`."""

    section: str
    """The id of the part."""
    title: str
    """Its heading."""
    pieces: tuple[Text, ...] = field(repr=False)
    """The prose in simplified characters, without white space: above its table, and below it."""

    @cached_property
    def sentences(self) -> tuple[PrintedSentence, ...]:
        """The sentences, in the order of the text."""
        found = list[PrintedSentence]()
        for piece in self.pieces:
            characters = str(piece)
            for whole in _SENTENCE.finditer(characters):
                for begin in range(whole.start(), whole.end(), _LONGEST_CHARS):
                    end = min(begin + _LONGEST_CHARS, whole.end())
                    if HAN.search(characters, begin, end):
                        span = piece.source_span(begin, end)
                        found.append(PrintedSentence(characters[begin:end], span))
        return tuple(found)


def prose_parts(report: Report) -> tuple[ProsePart, ...]:
    """Return the prose of a report, in the order of its parts.

    A part without prose is there without sentences; the introduction is there only where it
    has a sentence.
    """
    text, parts = _parts(report)
    columns = report.figure_columns()
    cells = sorted(
        (start, end)
        for start, end in zip(columns.start, columns.end, strict=True)
        if start is not None and end is not None
    )
    agency = report.agency.name if report.agency else "?"
    first = parts[0][2] if parts else len(text)
    found = list(_introduction(text, first, report.title or ""))
    tabled = {table.section for table in report.form.tables}
    for name, title, _, body, end in parts:
        pieces = [_packed(text.part(one)) for one in _around_cells(text, body, end, cells)]
        if name in tabled:  # without a stop it is what is left of a table
            pieces = [piece for piece in pieces if _STOP.search(str(piece))]
        if pieces and end == parts[-1][4]:
            # The prose of the last part ends before the body and the day below it.
            last = str(pieces[-1])
            begin = max(map(last.rfind, _STOPS)) + 1
            signed = _SIGNED.search(last, begin)
            stop = signed.start() if signed else len(last)
            stop -= len(agency) if last.endswith(agency, begin, stop) else 0
            pieces[-1] = pieces[-1].part(Span(0, stop))
        found.append(ProsePart(name, title, tuple(pieces)))
    return tuple(found)


def _packed(text: Text) -> Text:
    """Return a text in simplified characters, without white space and ornaments."""
    words = plain_text(text)
    return words.edited(Edit(*blank.span()) for blank in _BLANKS.finditer(str(words)))


def key_of(words: str) -> str:
    """Return the words of a sentence in characters of one width, without its stop."""
    plain = unicodedata.normalize("NFKC", words).translate(_QUOTES)
    return _THOUSANDS.sub("", plain).strip("。!?.,;:、，；：")


_Part = tuple[str, str, int, int, int]
"""A part: its id, its heading, and where heading, body and part begin and end in the text."""


def _introduction(text: Text, end: int, title: str) -> Iterator[ProsePart]:
    """Yield the prose above the parts, which begin at `end`, if it has a sentence.

    What a website prints of its own stands above it, then the title and the fields.
    """
    characters, begin = str(text), 0
    while begin < end:
        stop = characters.find("\n", begin, end)
        stop = end if stop < 0 else stop + 1
        line = plain(characters[begin : min(stop, begin + _LONGEST_LABEL_CHARS)]).strip()
        if line and not is_boilerplate(line):
            break
        begin = stop
    last = characters.rfind("。", begin, end) + 1
    while last and last < end and characters[last] in _CLOSERS:
        last += 1
    if last:
        above = _packed(text.part(Span(begin, last)))
        words, packed = str(above), "".join(title.split())
        stop = next((n for n, one in enumerate(words) if one in _STOPS), len(words))
        at = words.rfind(packed, 0, stop) if packed else -1
        start = at + len(packed) if at >= 0 else 0
        opening = _OPENING.search(words, start, stop)
        start = opening.start() if opening else start
        yield ProsePart("", title, (above.part(Span(start, len(above))),))


def _parts(report: Report) -> tuple[Text, list[_Part]]:
    """Return the repaired text and the parts; a report from JSON has neither at hand."""
    if report.outline or not report.sections:
        titles = [section.title for section in report.sections]
        return report.text, [
            (name, title, start, body, end)
            for title, (name, start, body, end) in zip(titles, report.outline, strict=True)
        ]
    text, parts = repair(report.text)[0], list[_Part]()
    for section in report.sections:
        start = _place(text, section.span.start)
        # The heading ends behind its last character, whatever glosses stand in it.
        line, end = simplify(str(text)[start : start + _HEADING_CHARS]), 0
        for character in "".join(section.title.split()):
            found = line.find(character, end, end + _REACH_CHARS)
            end = end if found < 0 else found + 1
        gloss = _GLOSS.match(line, end)
        body = start + (gloss.end() if gloss else end)
        parts.append((section.id, section.title, start, body, _place(text, section.span.end)))
    return text, parts


def _place(text: Text, offset: int) -> int:
    """Return where in a text the character at this offset of its source stands."""
    return bisect_left(
        range(len(text)), offset, key=lambda place: text.source_span(place, place + 1).start
    )


def _around_cells(text: Text, body: int, end: int, cells: list[tuple[int, int]]) -> Iterable[Span]:
    """Return the place of the prose above and below the cells of a part, or of all of it."""
    if body >= end:
        return ()
    source = text.source_span(body, end)
    first = bisect_left(cells, (source.start, 0))
    behind = bisect_left(cells, (source.end, 0))
    if first == behind:
        return (Span(body, end),)
    characters = str(text)
    head = _place(text, cells[first][0])
    above = max(characters.rfind(stop, body, head) for stop in _STOPS) + 1
    below = min(_place(text, max(stop for _, stop in cells[first:behind])), end)
    while below < end:
        stop = characters.find("\n", below, end)
        stop = end if stop < 0 else stop
        if _is_prose(characters[below:stop]):
            break
        below = stop + 1
    return [Span(*one) for one in ((body, above), (below, end)) if one[0] < one[1]]


def _is_prose(line: str) -> bool:
    """Whether a line below the cells of a table is none of its borders, labels and numbers."""
    if len(line) > _LONGEST_LABEL_CHARS:
        return True
    words = plain(line).strip(" |")
    return (
        HAN.search(words) is not None
        and not {label_key(words), bare_key(label_key(words))} & LABELS.keys()
        and read_cell(words).state is State.ILLEGIBLE
    )
