"""One report on the review page: its document, what is to be looked at, and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.consistency.findings import Finding
from govinfo.consistency.names import doubt, labels
from govinfo.consistency.outcome import Severity, Verdict
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.figures import Address, Figure, Origin
from govinfo.model import Report, Table
from govinfo.places import place_in
from govinfo.rendering import table_grid, table_heading
from govinfo.rendering.cells import classes, number, shortened, shown
from govinfo.rendering.markup import Html, joined, tag
from govinfo.review.document import document_html
from govinfo.review.marks import Marked, MarkedPlace, marks_in
from govinfo.review.wording import LEGEND, WORDS
from govinfo.spans import Span
from govinfo.wording import Lang
from govinfo.wording.subjects import subject_name
from govinfo.wording.words import counted_words, word

if TYPE_CHECKING:
    from govinfo.review.remarks import Remark

__all__ = ["Article", "ReviewedReport"]


@frozen
class ReviewedReport:
    """A report to be reviewed: its file, and what was found in it."""

    name: str
    """The name of the file; empty if there is none."""
    report: Report = field(repr=False)
    findings: Sequence[Finding] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    """The bytes of the file, of which the pages of a PDF document are shown."""


@frozen
class Article:
    """One report on the page."""

    subject: ReviewedReport
    key: str
    """The beginning of its ids."""
    lang: Lang
    remarks: tuple[Remark, ...]
    """What is to be looked at, in the order in which it is shown."""
    numbers: dict[str, list[int]] = field(init=False)
    """For each cell the numbers of the remarks that name it."""
    marked: Marked = field(init=False)
    places: dict[str | int, str] = field(init=False)
    """The ids of the places in the document."""

    @numbers.default
    def _numbers(self) -> dict[str, list[int]]:
        numbers = dict[str, list[int]]()
        for place, remark in enumerate(self.remarks, 1):
            for cell in remark.cells if len(remark.cells) <= _MOST_CELLS else ():
                numbers.setdefault(cell, []).append(place)
        return numbers

    @marked.default
    def _marked(self) -> Marked:
        claims = frozenset(claim for remark in self.remarks for claim in remark.claims)
        wrong = frozenset(one.address for remark in self.remarks for one in remark.changes)
        places = {
            span: f"{self.key}-p-{place}"
            for place, remark in enumerate(self.remarks, 1)
            for span in remark.places[:1]
        }
        marks = marks_in(self.report, claims, wrong, places)
        return Marked(self.report.source_text, marks, self.key, self._told)

    @places.default
    def _places(self) -> dict[str | int, str]:
        return self.marked.names()

    @property
    def report(self) -> Report:
        """The report."""
        return self.subject.report

    @property
    def title(self) -> str:
        """The title of the report, or what such a report is called."""
        return self.report.title or self._say("untitled")

    def html(self) -> Html:
        """Return the report with all that is said of it."""
        digest = sha256(self.report.source_text.encode("utf-8", "backslashreplace")).hexdigest()
        told = {"data-report": digest[:16], "data-file": self.subject.name, "id": self.key}
        told["aria-labelledby"] = f"{self.key}-title"
        paper = tag(
            "section",
            tag("h2", self._say("source")),
            document_html(self.report, self.marked, self._pictures()),
            tabindex="0",
            **{"class": "paper", "aria-label": self._say("source")},
        )
        desk = tag(
            "div",
            self._list_of_remarks(),
            *self._asides(),
            self._tables(),
            class_="desk",
        )
        return tag("article", self._head(), tag("div", paper, desk, class_="panes"), **told)

    def entry(self) -> Html:
        """Return the line of the report in a list of several: how much there is to look at."""
        link = tag("a", self.title, href=f"#{self.key}")
        return tag("li", link, " ", tag("small", *self._counts()))

    def _counts(self) -> Iterator[Html]:
        """Yield how many remarks there are of each weight."""
        for name in Severity:
            count = sum(remark.severity is name for remark in self.remarks)
            if count:
                told = counted_words(f"{name}_place", count, self.lang)
                yield tag("span", told, class_=f"badge {name}", title=self._say("counting"))

    @property
    def _colon(self) -> str:
        return "：" if self.lang == "zh" else ": "

    def _say(self, name: str, *values: object) -> str:
        return WORDS[name].in_(self.lang).format(*values)

    # What is shown.

    def _head(self) -> Html:
        report = self.report
        facts = {
            "agency": report.agency and report.agency.name,
            "year": report.year and str(report.year),
            "signed": report.signed and str(report.signed),
            "form": report.form.basis,
            "file": self.subject.name,
        }
        listed = (
            tag("div", tag("dt", self._say(name)), tag("dd", value))
            for name, value in facts.items()
            if value
        )
        return tag(
            "header",
            tag("h1", self.title, id=f"{self.key}-title"),
            tag("dl", *listed),
            tag("p", *self._counts(), class_="counts"),
            self._tools(),
        )

    def _pictures(self) -> list[Html]:
        """Return the pages of a PDF document; nothing for any other, or where its reader is not."""
        content = self.subject.content
        if content is None or self.report.adapter != "pdf" or not content.startswith(b"%PDF"):
            return []
        try:
            from govinfo.review.pictures import picture_pages  # noqa: PLC0415 - an extra
        except ModuleNotFoundError:
            return []
        named = partial(self._say, "pages")
        return list(picture_pages(content, self.report, self.marked, named))

    def _tools(self) -> Html:
        """Return the buttons; the script shows those that need it."""
        own = ("proof", "print", "save", "clear")
        buttons = (
            tag("button", self._say(name), type="button", hidden="hidden", **{"data-do": name})
            for name in own
        )
        count = tag("output", "", **{"class": "progress", "data-say": self._say("ticked")})
        lines = (f"{self._say(name)}{self._colon}" for name in ("checked_by", "date"))
        signing = tag("p", *(tag("span", line) for line in lines), class_="signing")
        return tag("div", *buttons, count, signing, class_="tools")

    def _list_of_remarks(self) -> Html:
        head = tag("h2", self._say("remarks"), id=f"{self.key}-remarks", tabindex="-1")
        if not self.remarks:
            whole = "none_assessed" if self._unassessable() else "none"
            return tag("section", head, tag("p", self._say(whole), class_=f"nothing {whole}"))
        items = (self._remark(place, one) for place, one in enumerate(self.remarks, 1))
        return tag("section", head, tag("ol", *items, class_="remarks"))

    def _remark(self, place: int, remark: Remark) -> Html:
        folded = {
            "why": [reason.in_(self.lang) for reason in remark.reasons],
            "misfit": [one.message(self.lang) for one in remark.findings if remark.cells],
            "basis": list(dict.fromkeys(_BASES.get(one.rule, one.rule) for one in remark.findings)),
        }
        return tag(
            "li",
            *self._said(remark),
            self._ways(place, remark),
            *(self._folded(name, lines) for name, lines in folded.items()),
            id=f"{self.key}-m-{place}",
            class_=f"remark {remark.severity}",
        )

    def _said(self, remark: Remark) -> Iterator[Html]:
        """Yield what a remark says and advises, and what the reader doubts."""
        badge = tag("span", word(remark.severity, self.lang), class_=f"badge {remark.severity}")
        yield tag("p", badge, tag("span", remark.what.in_(self.lang)), class_="what")
        if remark.advice is not None:
            named = tag("strong", self._say("advice") + self._colon)
            yield tag("p", named, remark.advice.in_(self.lang), class_="advice")
        if remark.doubt is not None:
            reason = f"{self._say('doubt')}{self._colon}{remark.doubt.blame_reason(self.lang)}"
            yield tag("p", reason, class_="doubt")

    def _ways(self, place: int, remark: Remark) -> Html | None:
        """Return the links from a remark to its places."""
        tables = self.report.tables.keys()
        cells = [cell for cell in remark.cells if cell.table in tables][:_MOST_CELLS]
        claims = [n for n, claim in enumerate(self.report.claims) if claim in remark.claims]
        links = list[Html]()
        told = {"data-cells": " ".join(cells), "data-claims": " ".join(map(str, claims))}
        places = [f"{self.key}-p-{place}"] * bool(remark.places)
        told["data-place"] = "".join(places)
        there = [self.places[name] for name in (*claims, *cells) if name in self.places]
        there += places
        if there:
            links.append(tag("a", self._say("in_source"), href=f"#{there[0]}", **told))
        if cells:
            links.append(tag("a", self._say("in_table"), href=f"#{self.key}-t-{cells[0]}", **told))
        return tag("p", *links, class_="ways") if links else None

    def _folded(self, name: str, lines: Sequence[str]) -> Html | None:
        if not lines:
            return None
        listed = tag("ul", *(tag("li", line) for line in lines))
        return tag("details", tag("summary", self._say(name)), listed)

    def _unassessable(self) -> list[Finding]:
        return [one for one in self.subject.findings if one.verdict is Verdict.UNASSESSABLE]

    def _asides(self) -> Iterator[Html]:
        """Yield what could not be assessed, what was not read, and what the reader doubts."""
        report, lists = self.report, dict[str, list[str]]()
        lists["unread"] = [self._quoted(one.span.start, one.span.end) for one in report.unread]
        lists["open"] = [finding.message(self.lang) for finding in self._unassessable()]
        lists["notes"] = [doubt(note, report, self.lang) for note in report.notes]
        for name, lines in lists.items():
            if lines:
                listed = tag("ul", *(tag("li", line) for line in lines))
                summary = tag("summary", self._say(name, len(lines)))
                yield tag("details", summary, listed, class_="aside")

    def _quoted(self, start: int, end: int) -> str:
        source = self.report.source_text
        around = _TORN_TAG.sub("", source[max(0, start - _AROUND) : end + _AROUND])
        around = shortened(around, 3 * _AROUND)
        place = place_in(source, Span(start, end), self.report.layout).roughly(self.lang)
        return f"{source[start:end]}（…{around}…，{place}）"

    def _tables(self) -> Html:
        tables = (self._table(table) for table in self.report.tables.values())
        return tag("section", tag("h2", self._say("tables")), self._legend(), *tables)

    def _table(self, table: Table) -> Html:
        grid = table_grid(table, self._cell)
        named = table_heading(table, self.lang)
        told = {"role": "region", "aria-label": named, "class": "grid"}
        return joined(tag("h3", named), tag("div", grid, tabindex="0", **told))

    def _cell(self, address: Address, figure: Figure, reach: int) -> Html:
        places = self.numbers.get(address, [])
        look = f"figure {classes(figure)}"
        if places:
            changed = {one.address for place in places for one in self.remarks[place - 1].changes}
            look += " wrong" if address in changed else " involved"
        there = {"id": f"{self.key}-t-{address}", "title": self._named(address, figure)}
        there["data-cells"] = address
        if address not in self.places:
            content = tag("span", shown(figure), **there)
        else:
            content = tag("a", shown(figure), href=f"#{self.places[address]}", **there)
        signs = (
            tag("a", str(place), href=f"#{self.key}-m-{place}", class_="sign") for place in places
        )
        return tag("td", content, *signs, colspan=reach, class_=look)

    def _legend(self) -> Html:
        """Return what the looks of numbers mean, those that this report has."""
        looks = {name for mark in self.marked.marks for name in mark.look.split()}
        figures = self.report.figures()
        looks |= {name for figure in figures.values() for name in classes(figure).split()}
        changed = {one.address for remark in self.remarks for one in remark.changes}
        looks |= {"wrong"} if changed else set()
        looks |= {"involved"} if self.numbers.keys() - changed else set()
        items = (
            tag("li", tag("span", sample, class_=f"sample {name}"), f" {told.in_(self.lang)}")
            for name, (sample, told) in LEGEND.items()
            if name in looks
        )
        return tag("ul", *items, **{"class": "legend", "aria-label": self._say("legend")})

    # What is said of a number when the pointer rests on it.

    def _told(self, mark: MarkedPlace) -> str:
        if mark.name:
            return self._say("style")
        if mark.claim is None:
            if not mark.cells:
                return self._say("unread", 1)
            return "\n".join(self._named(Address(one), self.report[one]) for one in mark.cells)
        name = subject_name(self.report.claims[mark.claim].subject, self.lang)
        if not mark.cells:
            return f"{name}{self._colon}{self._say('untied')}"
        named = " + ".join(" ".join(self._labels(cell)) for cell in mark.cells)
        verdict = next(one for one in ("disagrees", "agrees") if one in mark.look.split())
        return f"{name}{self._colon}{named}{self._colon}{self._say(verdict)}"

    def _labels(self, address: str) -> tuple[str, str]:
        return labels(address, self.report, self.lang)

    def _named(self, address: Address, figure: Figure) -> str:
        value = self._say("no_number") if figure.value is None else number(figure.value)
        if figure.value is not None and figure.unit and self.lang == "zh":
            value += f" {figure.unit}"
        parts = [f"{' · '.join(self._labels(address))}{self._colon}{value}"]
        if figure.state != "printed":
            parts.append(word(figure.state, self.lang))
        if figure.origin is Origin.INFERRED:
            parts.append(word(figure.origin, self.lang))
        if figure.raw.strip() and figure.raw.strip() != number(figure.value or 0):
            parts.append(self._say("raw", shortened(figure.raw)))
        if figure.candidates:
            parts.append(self._say("candidates", "、".join(map(number, figure.candidates))))
        return ("；" if self.lang == "zh" else "; ").join(parts)


_MOST_CELLS = 24
"""Of a remark on more cells than these the first are linked."""
_AROUND = 15
"""So many characters are quoted on each side of a number that was not read."""
_TORN_TAG = re.compile(r"\A[^<>|]*[\w\"/]>|<[^<>|]*\Z")
"""What is left of a tag where a quotation begins or ends in it."""
_BASES = {
    rule.id: f"{rule.basis}（{rule.id}）" for rule in (*RULES.values(), *STYLE_RULES.values())
}
"""The legal basis of each rule, with its id."""
