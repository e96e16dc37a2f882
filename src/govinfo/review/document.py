"""The document on the left of the page: as text, as its tables, as a web page, or as pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import groupby, pairwise
from typing import TypeAlias

from attrs import define, field, frozen

from govinfo.model import Report
from govinfo.places import Layout, Spot
from govinfo.rendering.markup import Html, joined, tag
from govinfo.review.marks import Marked
from govinfo.text.html.appearance import is_unseen
from govinfo.text.html.markup import is_markup
from govinfo.text.html.stylesheets import Cascade, cascade_of

__all__ = ["document_html"]


def document_html(report: Report, marked: Marked, pictures: Sequence[Html]) -> Html:
    """Return the document of a report with its marks; nothing of it is markup of its own.

    Args:
        report: The report.
        marked: Its source text with the marks.
        pictures: The pages of a PDF document as pictures with the marks on them, if there are any.

    """
    if pictures:
        return tag("div", *pictures, class_="sheet")
    if report.layout is not None and not report.layout.on_pages:
        return tag("div", *_Composed(marked).pieces(report.layout), class_="sheet")
    if report.layout is None and is_markup(report.source_text):
        return tag("div", *_WebPage(marked).pieces(), class_="sheet web")
    return tag("div", marked.between(0, len(report.source_text)), class_="sheet plain")


_Row: TypeAlias = list[tuple[int, int, Spot]]
"""The cells of a line of the text: where each begins and ends, and where it stands."""


@frozen
class _Composed:
    """A document whose text was composed of its paragraphs and the cells of its tables."""

    marked: Marked

    def pieces(self, layout: Layout) -> Iterator[Html]:
        """Yield the paragraphs and tables of a document that the text was composed of."""
        end = 0
        for _, table in groupby(layout.pieces(), key=lambda cell: cell[2][0]):
            rows = list[_Row]()
            for cell in table:
                begins = not rows or "\n" in self.marked.source[end : cell[0]]
                if not rows:
                    yield from self._paragraphs(end, cell[0])
                rows += [[]] if begins else []
                rows[-1].append(cell)
                end = cell[1]
            yield self._table(rows)
        yield from self._paragraphs(end, len(self.marked.source))

    def _paragraphs(self, start: int, end: int) -> Iterator[Html]:
        for line in self.marked.source[start:end].split("\n"):
            if line.strip(" |"):
                yield tag("p", self.marked.between(start, start + len(line)))
            start += len(line) + 1

    def _table(self, rows: Sequence[_Row]) -> Html:
        """Return a table; cells that stand in one place are one cell, as high as their rows.

        What fills a row with paragraphs of its own is no cell of the layout; in a table with such a
        row each cell is shown by itself.
        """
        width = max(int(mark[2]) for row in rows for *_, mark in row)
        ends = [rows[0][0][0], *(row[-1][1] for row in rows[:-1])]
        fillings = [
            [*self._paragraphs(end, row[0][0])] for end, row in zip(ends, rows, strict=True)
        ]
        apart = any(fillings)
        merged, shown = dict[tuple[int, Spot], list[Html]](), list[Html]()
        for number, row in enumerate(rows):
            for start, end, mark in row:
                cell = merged.setdefault((number if apart else 0, mark), [])
                cell.append(self.marked.between(start, end))
        for number, (filling, row) in enumerate(zip(fillings, rows, strict=True)):
            shown += [tag("tr", tag("td", *filling, colspan=width))] if filling else []
            columns = [*(int(mark[2]) for *_, mark in row), width + 1]
            cells = list[Html]()
            for (*_, mark), (column, after) in zip(row, pairwise(columns), strict=True):
                # A cell reaches as far as the next begins; of a merged one the rest was shown.
                pieces = merged.pop((number if apart else 0, mark), None)
                if pieces is not None:
                    cells.append(tag("td", *pieces, colspan=after - column, rowspan=len(pieces)))
            shown.append(tag("tr", *cells))
        return tag("table", tag("tbody", *shown))


_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]{0,15})\b(?P<rest>[^<>]{0,4000})>")
_OTHER = re.compile(r"<[!?][^<>]{0,4000}>")
_SPAN = re.compile(r"\b(colspan|rowspan)\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,3})\b")
_UNSEEN = frozenset(
    {"script", "style", "title", "template", "noscript", "textarea", "select", "iframe"}
    | {"object", "svg", "math", "audio", "video", "canvas"}
)
"""Elements that are left out with all that stands in them."""
_ALONE = frozenset({"br", "hr", "img", "input", "col", "wbr", "area", "link", "meta", "source"})
"""Elements without an end."""
_SHOWN = {
    **dict.fromkeys(("table", "tr", "td", "th"), ""),
    **dict.fromkeys(("div", "p", "li", "dt", "dd", "center", "section", "article"), "div"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "caption"), "div"),
    **dict.fromkeys(("b", "strong", "u", "s", "del", "sup", "sub"), ""),
}
"""Elements that are shown, and what as: themselves, or a plain block. Others leave their text."""
_DEEPEST = 120
"""So many elements stand one in the other; a browser has a limit too."""
_IN_TABLES = {"tr": "table", "td": "tr", "th": "tr"}
"""Elements that need another to be open."""


@define
class _WebPage:
    """A web page built anew of a few harmless elements, each of which is closed again."""

    marked: Marked
    open: list[str] = field(factory=list)

    def pieces(self) -> Iterator[Html]:
        """Yield the page: its text, escaped, between tags of our own."""
        at, tags = 0, list(self._tags())
        unseen = self._unseen([found for _, _, found in tags if found is not None])
        for start, end, found in tags:
            if start < at:
                continue
            yield self._text(at, start)
            at = unseen.get(start, end)
            if found is not None and start not in unseen:
                yield self._tag(found)
        yield self._text(at, len(self.marked.source))
        yield from (Html(f"</{name}>") for name in reversed(self.open))

    def _tags(self) -> Iterator[tuple[int, int, re.Match[str] | None]]:
        """Yield where each tag begins and ends; `None` for what is left out: comments, scripts."""
        source, at = self.marked.source, 0
        lowered, endless = source.lower(), set[str]()
        if len(lowered) != len(source):  # İ is the one letter that grows
            lowered = source
        while (begin := source.find("<", at)) >= 0:
            at, found = begin + 1, _TAG.match(lowered, begin)
            if found is not None:
                is_left_out = found["name"] in _UNSEEN and not found["close"]
                at = self._behind(found, lowered, endless) if is_left_out else found.end()
                yield begin, at, None if is_left_out else found
                continue
            comment = -1
            if source.startswith("<!--", begin) and "!--" not in endless:
                comment = source.find("-->", begin)
                endless |= {"!--"} if comment < 0 else set()
            other = _OTHER.match(source, begin)
            if comment >= 0:
                at = comment + len("-->")
            elif other is not None:
                at = other.end()
            else:
                continue  # a lone bracket is text
            yield begin, at, None

    def _unseen(self, tags: Iterable[re.Match[str]]) -> dict[int, int]:
        """Return where each element that style hides begins and ends.

        One without an end is shown, and so is one in which a number was read.
        """
        cascade = cascade_of(self.marked.source)
        unseen, within, begin, depth = dict[int, int](), "", 0, 0
        for found in tags:
            name, is_end = found["name"], bool(found["close"])
            is_hidden = self._is_hidden(found, cascade)
            if not within:
                if not is_end and name not in _ALONE and is_hidden:
                    within, begin, depth = name, found.start(), 1
            elif name == within:
                depth += -1 if is_end else 1
                if is_end and not depth:
                    if not self.marked.has_marks(begin, found.start()):
                        unseen[begin] = found.end()
                    within = ""
        return unseen

    def _is_hidden(self, found: re.Match[str], cascade: Cascade | None) -> bool:
        """Whether an element that begins here is hidden, by its own tag or a style sheet."""
        name = found["name"]
        attributes = self.marked.source[found.start("rest") : found.end("rest")]
        if found["close"]:
            if cascade:
                cascade.leave(name)
            return False
        by_sheets = cascade.enter(name, attributes) if cascade else None
        return by_sheets == "hidden" or is_unseen(name, attributes)

    def _text(self, start: int, end: int) -> Html:
        return self.marked.between(start, end, unescape)

    def _behind(self, found: re.Match[str], lowered: str, endless: set[str]) -> int:
        """Return where an element ends that is not shown; of one without an end, its tag."""
        name = found["name"]
        end = -1 if name in endless else lowered.find(f"</{name}", found.end())
        if end < 0:
            endless.add(name)
            return found.end()
        close = lowered.find(">", end)
        return len(lowered) if close < 0 else close + 1

    def _tag(self, found: re.Match[str]) -> Html:
        """Return our own tag for one of the page; nothing for one that is not shown."""
        name = found["name"]
        if name in {"br", "hr"}:
            return Html("<br>")
        shown = _SHOWN.get(name)
        if shown is None:
            return Html("")
        shown = shown or name
        if found["close"]:
            return self._closed(shown)
        needed = _IN_TABLES.get(shown)
        if len(self.open) >= _DEEPEST:
            return Html("")
        if needed and needed not in self.open[_last(self.open, "table") :]:
            return Html("")
        before = joined(self._closed(shown)) if shown in {"tr", "td", "th"} else Html("")
        self.open.append(shown)
        spans = "".join(f' {way}="{int(count)}"' for way, count in _SPAN.findall(found["rest"]))
        own = spans if shown in {"td", "th"} else ""
        return Html(f"{before}<{shown}{own}>")

    def _closed(self, name: str) -> Html:
        """Close an element of this table with all that is open in it."""
        first = 0 if name == "table" else _last(self.open, "table")
        names = {"td", "th"} if name in {"td", "th"} else {name}
        place = next(
            (n for n in range(len(self.open) - 1, first - 1, -1) if self.open[n] in names), None
        )
        if place is None:
            return Html("")
        closed = [f"</{one}>" for one in reversed(self.open[place:])]
        del self.open[place:]
        return Html("".join(closed))


def _last(names: Sequence[str], name: str) -> int:
    """Return the place of the last of these names; 0 if there is none."""
    return next((n for n in range(len(names) - 1, -1, -1) if names[n] == name), 0)
