"""A Word document with a comment at each place that is to be looked at.

Only the main part gets marks around the places: `package` writes the comments and the archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from itertools import count
from typing import NamedTuple

from attrs import define, field
from lxml import etree

from govinfo.documents.package import open_package
from govinfo.documents.wordml import cells_in, characters_in, main_part, paragraphs_in
from govinfo.documents.xml import parsed
from govinfo.errors import UnreadableSource
from govinfo.figures import Address
from govinfo.model import Report
from govinfo.places import Spot
from govinfo.review.package import TRANSITIONAL, WHAT, comments_part, packed
from govinfo.review.remarks import Remark
from govinfo.review.wording import WORDS
from govinfo.spans import Span
from govinfo.wording import Lang
from govinfo.wording.words import word

__all__ = ["commented"]

_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"
_AUTHOR, _INITIALS = "govinfo", "GI"
_UNWRITTEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(content: bytes, report: Report, remarks: Sequence[Remark], lang: Lang) -> bytes:
    """Return a Word document with a comment for each remark, at the first of its places.

    Args:
        content: The document.
        report: What was read in it.
        remarks: The remarks on the report.
        lang: `zh` for Chinese, `en` for English.

    Raises:
        UnreadableSource: `content` is no Word document.

    """
    if report.adapter != "docx":
        raise UnreadableSource(
            f"Comments can be written into a Word document (.docx) only; this report was read by "
            f"the adapter {report.adapter!r}. Write a page (.html)."
        )
    if not remarks:
        return content
    package = open_package(content, WHAT, ".docx", "word/")
    relations = package.optional(_RELATIONS)
    main = main_part(relations) or _USUAL
    document = _Document(parsed(package.part(main), WHAT))
    changed = {main: document.root}
    comments = comments_part(package, main, document.space, changed)
    used = {one.get(document.tag("id")) for one in comments}
    numbers = (number for number in count() if str(number) not in used)
    for number, remark in zip(numbers, remarks, strict=False):
        place, lines = document.place_of(remark, report), list(_lines(remark, lang))
        if next(place.first.iterancestors(document.tag("sdt")), None) is not None:
            # LibreOffice loses the first line of a comment in a content control.
            lines.insert(0, "")
        document.mark(number, place)
        comments.append(document.comment(number, lines))
    return packed(content, changed)


def _lines(remark: Remark, lang: Lang) -> Iterator[str]:
    """Yield the paragraphs of a comment."""
    colon, severity = "：" if lang == "zh" else ": ", word(remark.severity, lang)
    head = f"【{severity}】" if lang == "zh" else f"{severity.capitalize()}: "
    yield head + remark.what.in_(lang)
    if remark.advice is not None:
        yield f"{WORDS['advice'].in_(lang)}{colon}{remark.advice.in_(lang)}"
    if remark.doubt is not None:
        yield f"{WORDS['doubt'].in_(lang)}{colon}{remark.doubt.blame_reason(lang)}"


class _Place(NamedTuple):
    """What a comment is on: from one element to another, both in paragraphs."""

    first: etree._Element
    last: etree._Element


@define
class _Document:
    """The main part of a document, in which places are found and marked."""

    root: etree._Element
    space: str = field(init=False)
    """The namespace of its elements: Word has two."""
    cells: dict[Spot, etree._Element] = field(init=False)

    @space.default
    def _space(self) -> str:
        return etree.QName(self.root).namespace or TRANSITIONAL

    @cells.default
    def _cells(self) -> dict[Spot, etree._Element]:
        return dict(cells_in(self.root, count(1)))

    def tag(self, name: str) -> str:
        """Return the full name of an element or an attribute."""
        return f"{{{self.space}}}{name}"

    def comment(self, number: int, lines: Sequence[str]) -> etree._Element:
        """Return a comment with a paragraph for each line."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        named = {"id": str(number), "author": _AUTHOR, "initials": _INITIALS, "date": now}
        comment = etree.Element(
            self.tag("comment"), {self.tag(name): value for name, value in named.items()}
        )
        for line in lines:
            paragraph = etree.SubElement(comment, self.tag("p"))
            if len(comment) == 1:
                # The sign of the comment, as Word writes it.
                run = etree.SubElement(paragraph, self.tag("r"))
                etree.SubElement(run, self.tag("annotationRef"))
            text = etree.SubElement(
                etree.SubElement(paragraph, self.tag("r")), self.tag("t"), {_SPACE: "preserve"}
            )
            text.text = _UNWRITTEN.sub("", line)
        return comment

    def place_of(self, remark: Remark, report: Report) -> _Place:
        """Return the first place of a remark; for one without a place, the first line."""
        found = [self._words(one.span, one.sentence_span, report) for one in remark.claims]
        for span in remark.places:
            start = report.source_text.rfind("\n", 0, span.start) + 1
            found.append(self._words(span, Span(start, span.end), report))
        cells = (self._cell(cell, report) for cell in remark.cells)
        return next(filter(None, (*found, *cells)), None) or self._first_line()

    def _cell(self, address: Address, report: Report) -> _Place | None:
        place = report.place(address) if address in report else None
        if place is None or place.table is None or place.row is None:
            return None
        cell = self.cells.get((place.table, place.row, place.column))
        inside = list(paragraphs_in(cell)) if cell is not None else []
        return _Place(inside[0], inside[-1]) if inside else None

    def _words(self, span: Span, around: Span, report: Report) -> _Place | None:
        """Return the pieces of text that hold some words, cut to fit them.

        They are found by the words around them, and by how often the same stand before.
        """
        start, end = around
        sentence = _bare(report.source_text[start:end])
        nth = _bare(report.source_text[:start]).count(sentence) if sentence else 0
        places = [
            (text, place)
            for paragraph in paragraphs_in(self.root)
            for text, characters in characters_in(paragraph)
            for place, character in enumerate(characters)
            if _bare(character)
        ]
        whole, at = "".join((text.text or "")[place] for text, place in places), -1
        for _ in range(nth + 1):
            at = whole.find(sentence, at + 1)
        if at < 0 or not sentence:
            return None
        first = at + len(_bare(report.source_text[start : span.start]))
        last = first + max(1, len(_bare(report.quote(span)))) - 1
        return self._cut(places[first], places[last])

    def _cut(self, first: tuple[etree._Element, int], last: tuple[etree._Element, int]) -> _Place:
        """Return a place that begins and ends with these characters, for which runs are cut."""
        end = self._cut_run(last[0], last[1] + 1)[0]
        begin = self._cut_run(first[0], first[1])[1]
        return _Place(begin, begin if first[0] is last[0] else end)

    def _cut_run(self, text: etree._Element, at: int) -> tuple[etree._Element, etree._Element]:
        """Cut a run before a character, and return both halves; a run with more in it stays."""
        run, characters = text.getparent(), text.text or ""
        assert run is not None  # noqa: S101 - text stands in a run
        inside = [one for one in run if one.tag != self.tag("rPr")]
        if not 0 < at < len(characters) or len(inside) > 1:
            return run, run
        rest = deepcopy(run)
        rest.tail = None
        run.addnext(rest)
        for half, part in ((text, characters[:at]), (rest.find(text.tag), characters[at:])):
            half.text = part
            half.set(_SPACE, "preserve")
        return run, rest

    def _first_line(self) -> _Place:
        paragraphs = list(paragraphs_in(self.root))
        first = next(
            (one for one in paragraphs if any(text.strip() for _, text in characters_in(one))),
            None,
        )
        if first is None:
            body = self.root[0] if len(self.root) else self.root
            first = etree.SubElement(body, self.tag("p"))
        return _Place(first, first)

    def mark(self, number: int, place: _Place) -> None:
        """Put the marks of a comment around a place, and the sign of the comment behind it."""
        named = {self.tag("id"): str(number)}
        begin = etree.Element(self.tag("commentRangeStart"), named)
        end = etree.Element(self.tag("commentRangeEnd"), named)
        sign = etree.Element(self.tag("r"))
        etree.SubElement(sign, self.tag("commentReference"), named)
        if place.first.tag == self.tag("p"):
            # The properties of a paragraph come first.
            properties = place.first.find(self.tag("pPr"))
            place.first.insert(0 if properties is None else 1, begin)
            place.last.extend((end, sign))
        else:
            place.first.addprevious(begin)
            place.last.addnext(end)
            end.addnext(sign)


def _bare(text: str) -> str:
    """Return a text without blanks and without the bars that divide the cells of a composed one."""
    return "".join(text.split()).replace("|", "")
