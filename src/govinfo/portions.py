"""What the reports of a source are read from: all of it, or the portions that each hold one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from govinfo.division import has_labels, may_hold_several, reports_in
from govinfo.documents import cropped, open_container, rebased
from govinfo.forms.labels import LABELS, bare_key, label_key
from govinfo.notes import Note
from govinfo.page import Grid, Page
from govinfo.places import Layout
from govinfo.spans import Span, Text
from govinfo.text import Content, plain, repair
from govinfo.text.html.markup import is_page

__all__ = ["Portion", "divided_page", "is_label", "portions_of"]

_TITLE_SHOWN_CHARS = 40
_HEAD_OF_A_PAGE_CHARS = 5_000
_SHORTEST_REPORT_CHARS = 500
_TITLE_REACH_CHARS = 500
"""Above the title of a report stand the header fields of its website, at most."""
_PAGE = re.compile("<(?:!doctype|html)[ >]", re.IGNORECASE)
_CLOSED = "</html>"
_UNSEEN = re.compile("<(title|style|script)[ >][^<]{0,5000}</|<[^<>]{0,2000}>", re.IGNORECASE)
"""What a web page holds before its first word."""
_OPENING_TAG = re.compile(r"<[^<>/][^<>]*>\s*\Z")
_LONGEST_TAG_CHARS = 500


class Portion(NamedTuple):
    """What one report is read from: a text, or a page that a document was composed of."""

    # A tuple, since every text that is read becomes one.

    text: Text
    """The text after its repairs."""
    notes: tuple[Note, ...]
    encoding: str | None = None
    container: str | None = None
    page: Page | None = None
    """The page of a document with tables."""
    layout: Layout | None = None
    """Where the pieces of the source text stood in the document it was composed of."""
    is_decoded: bool = True
    """Whether the text was decoded from bytes, and not given as a `str`."""

    @property
    def title(self) -> str:
        """The first line, in a few words."""
        lines = self.text.characters.split("\n", 20)
        line = next((line.strip() for line in lines if line.strip()), "")
        return line[:_TITLE_SHOWN_CHARS]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.text.source_span(0, len(self.text))


def portions_of(content: Content) -> list[Portion]:
    """Return all that is in a source; and then each portion, where it holds several reports."""
    opened = open_container(content, is_label)
    if opened is not None:
        text, notes = repair(opened.page.text)
        has_tables = any(isinstance(block, Grid) for block in opened.page.blocks)
        # Without tables it is a text like any other: cells may stand in its lines.
        page = rebased(opened.page, text) if has_tables else None
        notes = (*opened.notes, *notes)
        layout = opened.layout
        return divided_page(Portion(text, notes, None, opened.container, page, layout=layout))
    characters, encoding, doubt = content.characters()
    text, notes = repair(Text(characters))
    if doubt:
        notes = (Note("encoding_uncertain", doubt), *notes)
    is_decoded = content.data is not characters or bool(content.name)
    whole = Portion(text, notes, encoding, is_decoded=is_decoded)
    if not may_hold_several(text.characters):
        return [whole]
    return [whole, *_divided_text(whole)]


def divided_page(whole: Portion) -> list[Portion]:
    """Return a document; and then each portion of it, where it holds several reports."""
    portions = [whole]
    if not may_hold_several(whole.text.characters):
        return portions
    parts = reports_in(whole.text.characters)
    for span in parts if len(parts) > 1 else ():
        page = None if whole.page is None else cropped(whole.page, span)
        text = whole.text.part(span) if page is None else page.text
        inside = text.source_span(0, len(text))
        notes = (
            note
            for note in whole.notes
            if note.span is None or (note.span.start < inside.end and inside.start < note.span.end)
        )
        portions.append(whole._replace(text=text, page=page, notes=tuple(notes)))
    return portions


def _divided_text(whole: Portion) -> list[Portion]:
    """Return the portions of a text that holds several reports, each repaired by itself."""
    source, starts = whole.text.source, [0]
    for piece in _pieces(source):
        text = repair(Text(source).part(piece))[0] if len(piece) < len(source) else whole.text
        starts += [piece.start] * (piece.start > 0)
        for part in reports_in(text.characters)[1:]:
            start = text.source_span(part.start, part.start + 1).start
            starts.append(max(starts[-1], _begin_of_markup(source, start)))
    portions = list[Portion]()
    for start, end in pairwise((*starts, len(source))):
        text, notes = repair(Text(source).part(Span(start, end)))
        general = (note for note in whole.notes if note.code == "encoding_uncertain")
        portions.append(whole._replace(text=text, notes=(*general, *notes)))
    return portions if len(portions) > 1 else []


def _pieces(source: str) -> tuple[Span, ...]:
    """Return a web page and the plain text below it that is another report, or all in one piece."""
    closed, whole = source.rfind(_CLOSED), Span(0, len(source))
    # Below a page that is closed, a report may have tags of its own.
    end = source.rfind(">") + 1 if closed < 0 else closed + len(_CLOSED)
    if len(source) - end < _SHORTEST_REPORT_CHARS or not is_page(source):
        return (whole,)
    page, rest = repair(Text(source[:end]))[0].characters, source[end:]
    begins = (part.start - len(page) for part in reports_in(f"{page}\n{rest}")[1:])
    if not any(-1 <= begin < _TITLE_REACH_CHARS for begin in begins):
        return (whole,)
    return Span(0, end), Span(end, len(source))


def _begin_of_markup(source: str, start: int) -> int:
    """Return where the tags begin that open what stands at this place of a web page."""
    for page in _PAGE.finditer(source, max(0, start - _HEAD_OF_A_PAGE_CHARS), start):
        # The links above a report are no sentences, and label no table.
        above = _UNSEEN.sub("", source[page.start() : start])
        if "。" not in above and not has_labels(above):
            return page.start()
    tag = _OPENING_TAG.search(source, max(0, start - _LONGEST_TAG_CHARS), start)
    while tag is not None:
        start = tag.start()
        tag = _OPENING_TAG.search(source, max(0, start - _LONGEST_TAG_CHARS), start)
    return start


def is_label(text: str) -> bool:
    """Return whether a text is a label of a statutory table, with its number or without it."""
    key = label_key(plain(text))
    return key in LABELS or bare_key(key) in LABELS
