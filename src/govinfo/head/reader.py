"""What a report says about itself: title, year, agency, dates, header fields and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property
from itertools import pairwise

from attrs import evolve, frozen

from govinfo.head.agencies import (
    agency_in,
    agency_of,
    fullest,
    has_no_place,
    in_full,
    is_kind_alone,
    looks_like_agency,
)
from govinfo.head.dates import (
    DAMAGED_FIELD,
    DAMAGED_PERIOD,
    DAMAGED_SIGNATURE,
    DATE,
    date_in,
    note_damaged_date,
    period_in,
)
from govinfo.head.fields import fields_in, names_day_of_update
from govinfo.head.introductions import (
    NOTHING,
    Announcement,
    announced_in,
    contact_in,
    year_of_prose,
)
from govinfo.head.signatures import Signature, signature_in
from govinfo.head.titles import Title, page_title, titles_in, titles_in_prose
from govinfo.model import Head, Note, Report
from govinfo.text.boilerplate import without_boilerplate
from govinfo.text.glosses import note_orphaned_glosses
from govinfo.text.normalise import plain

__all__ = ["read_head"]

_DAY = re.compile(DATE)
_MOST_TITLE_LINES = 4
_MOST_TITLES = 3
"""A title may stand twice, once with the name; more titles are those of other reports."""
_PREAMBLE_CHARS = 4000
"""The length of the introduction where no heading ends it."""
_TAIL_CHARS = 1200
"""The signature stands within this much of the end."""


def read_head(report: Report) -> Head:
    """Return what stands above, around and below the six parts of a report."""
    sources = _Sources.of(report)
    title, signature, metadata = sources.title, sources.signature, sources.metadata
    (year, notes), body = sources.year(), sources.body()
    head = Head(
        title=title.text if title else None,
        year=year,
        agency=agency_of(body) if body else None,
        period=sources.period,
        published=date_in(metadata.get("published_date", "")),
        created=date_in(metadata.get("created_date", "")),
        signed=signature.day if signature else None,
        metadata=metadata,
    )
    if names_day_of_update(sources.preamble, metadata):
        message = "the page names only the day of its last update: it may be older"
        notes = (*notes, Note("published_by_update", message))
    return evolve(head, notes=(*notes, *sources.doubts(head)))


_WIDE = "０１２３４５６７８９"
_HALF_WIDTH = str.maketrans(_WIDE, "0123456789")


def _readable(text: str) -> str:
    """Return prose without glosses, with narrow digits and plain spaces; punctuation stays wide."""
    text = plain(text).replace("\xa0", " ")
    # To look for each digit is several times as fast as one pattern for all.
    return text.translate(_HALF_WIDTH) if any(digit in text for digit in _WIDE) else text


_PLANS = frozenset({"problems", "other_matters"})
"""The parts that tell of the next year."""


@frozen
class _Sources:
    """What the head of a report is read from."""

    report: Report
    begin: int
    """Where the first part begins, as an offset in the repaired text."""
    above: str
    """What stands above it, in simplified characters."""
    preamble: str
    """The same without what a website prints of its own."""
    overview: str
    """The beginning of the first part."""
    metadata: dict[str, str]
    """The header fields."""

    @classmethod
    def of(cls, report: Report) -> _Sources:
        """Return the sources in a report."""
        text, sections = report.text.characters, report.sections
        begin = report.outline[0][1] if sections else min(len(text), _PREAMBLE_CHARS)
        above = _readable(text[:begin])
        preamble = without_boilerplate(above)
        overview = _readable(sections[0].text[:_PREAMBLE_CHARS]) if sections else ""
        return cls(report, begin, above, preamble, overview, fields_in(preamble))

    @cached_property
    def titles(self) -> list[Title]:
        """The titles above the parts, the likeliest first."""
        titles = (
            titles_in(self.preamble.split("\n"), self._names)
            or titles_in([self.metadata.get("title", "")])
            or titles_in_prose(self.preamble)
            or page_title(self.report.text.own_source)
        )
        if titles and titles[0].year is None:
            # The name of a column, 某局政府信息公开年报, may stand above the title.
            for number, title in enumerate(titles[:_MOST_TITLES]):
                if title.year is not None:
                    return [title, *titles[:number], *titles[number + 1 :]]
        own = self._own_of(titles)
        return titles if own is None else [own, *(title for title in titles if title != own)]

    @property
    def _names(self) -> set[str]:
        """The names of the body in the fields, the introduction and the signature."""
        signer = self.signature.agency if self.signature else None
        introduced = announced_in(self.preamble).agency
        return {self.metadata.get("issuing_agency", ""), introduced or "", signer or ""}

    def _own_of(self, titles: list[Title]) -> Title | None:
        """Return the title of this report where those of others stand above the text too.

        Links to the reports of other years and bodies stand above the title more often than below
        it. The period and the signature tell which title is meant.
        """
        if not self.report.sections or not any(_differ(titles[0], title) for title in titles):
            return None
        year = self.period[1].year if self.period else announced_in(self.preamble).year
        signer = self.signature.agency if self.signature else None
        own = [title for title in titles if title.year == year] or titles
        own = [title for title in own if signer and title.agency == signer] or own
        return own[0] if all(not _differ(own[0], title) for title in own) else own[-1]

    @property
    def title(self) -> Title | None:
        """The likeliest title."""
        return self.titles[0] if self.titles else None

    @cached_property
    def signature(self) -> Signature | None:
        """The signature below the last part, or below the annex."""
        text, sections = self.report.text.characters, self.report.sections
        tail = sections[-1].text if sections else text
        signature = signature_in(_readable(tail[-_TAIL_CHARS:]))
        if signature is None and self.report.form.annex is not None:
            signature = signature_in(_readable(text[-_TAIL_CHARS:]))
        return signature

    @cached_property
    def announced(self) -> Announcement:
        """What the introduction says; it may stand in the first part, below its heading."""
        announced = announced_in(self.preamble)
        if self.title is None:
            return announced if announced != NOTHING else announced_in(self.overview)
        if self.title.agency is None and announced.agency is None:
            return evolve(announced, agency=announced_in(self.overview).agency)
        return announced

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day of the period that the figures cover."""
        return period_in(self.preamble) or period_in(self.overview)

    def year(self) -> tuple[int | None, tuple[Note, ...]]:
        """Return the year of the report, by its title first, and a note if other years differ."""
        in_title = self.title.year if self.title else None
        of_period = self.period[1].year if self.period else None
        years = (in_title, self.announced.year, of_period)
        stated = [each for each in years if each is not None]
        if not stated:
            # Where no part has a heading, all the text is prose.
            first = self.overview if self.report.sections else self.preamble
            return year_of_prose(first, self._told()), ()
        others = sorted(set(stated) - {stated[0]})
        if not others:
            return stated[0], ()
        message = (
            f"the year is taken to be {stated[0]}; the introduction also names "
            f"{', '.join(map(str, others))}"
        )
        return stated[0], (Note("year_conflict", message),)

    def _told(self) -> Iterator[str]:
        """Yield the texts of the parts that tell what was done in the year.

        Where the heading of the first part is lost, its text stands above the others.
        """
        report = self.report
        first = report.form.sections[0].id
        if report.sections and report.sections[0].id != first:
            yield _readable(report.text.characters[: report.outline[0][1]][-_PREAMBLE_CHARS:])
        for section in report.sections:
            if section.id not in _PLANS:
                yield _readable(section.text[:_PREAMBLE_CHARS])

    def body(self) -> str | None:
        """Return the fullest name of the body that made the report, of those for the surest."""
        with_place = cache(self._with_place)
        prose = f"{self.preamble}\n{self.overview}"
        issuing = _speaking(self.metadata.get("issuing_agency", ""), prose)
        titles, signature = self.titles, self.signature
        # Where the first title has no name, another with the same year may have it.
        year = titles[0].year if titles else None
        later = titles[: 1 if titles and titles[0].agency else _MOST_TITLES]
        named = [title.agency for title in later if title.agency and title.year in {None, year}]
        region = named[0] if named else ""
        below = _speaking(self._below_title() or "", prose)
        introduced = (below, self.announced.agency)
        surest_first = (
            *filter(looks_like_agency, named[:1]),
            *(name for name in introduced if name and region in name),
            issuing if region and issuing.startswith(region) else None,
            signature.agency if signature else None,
            issuing if looks_like_agency(issuing) else None,
            with_place(_speaking(agency_in(prose) or "", prose) or None),
            _speaking(contact_in(prose) or "", prose),
            None if is_kind_alone(region) else region,
        )
        names = list(filter(None, surest_first))
        name = fullest(names[0], names[1:]) if names else None
        return with_place(name) or name

    def _below_title(self) -> str | None:
        """Return the name of an agency that stands on the line below the title."""
        title = self.title
        bare = (re.sub(r"[\s#*|]", "", line) for line in self.preamble.split("\n"))
        lines = [line for line in bare if line]
        for number, (line, below) in enumerate(pairwise(lines)):
            if title is None or not title.text.endswith(line):
                continue
            name = _DAY.sub("", below).strip("（）()")
            reach = range(_MOST_TITLE_LINES)
            above = (lines[max(0, number - count) : number + 1] for count in reach)
            if looks_like_agency(name) and any("".join(each) == title.text for each in above):
                return name
        return None

    def _with_place(self, name: str | None) -> str | None:
        """Return a name such as 市公路局 with the place that the text puts before it elsewhere."""
        if name is None or not has_no_place(name):
            return name
        text, outline = self.report.text.characters, self.report.outline
        above, below = (outline[0][1], outline[-1][3]) if outline else (len(text), len(text))
        inside = (part.text for part in self.report.sections)
        return in_full(name, "\n".join((plain(text[:above]), *inside, plain(text[below:]))))

    def doubts(self, head: Head) -> Iterator[Note]:
        """Yield notes on dates without a value, and on characters of which only the gloss is left.

        Args:
            head: What was read so far.

        """
        text, begin, sections = self.report.text, self.begin, self.report.sections
        opening = f"{self.above}{sections[0].title if sections else ''}{self.overview}"
        if head.period is None and DAMAGED_PERIOD.search(opening):
            first_end = self.report.outline[0][3] if self.report.outline else begin
            end_of_opening = min(first_end, begin + _PREAMBLE_CHARS)
            yield from note_damaged_date(text, 0, end_of_opening, DAMAGED_PERIOD, "the period")
        if head.signed is None:
            tail = max(begin, len(text) - _TAIL_CHARS)
            what = "the day of the signature"
            yield from note_damaged_date(text, tail, len(text), DAMAGED_SIGNATURE, what)
        stated = {"published_date": head.published, "created_date": head.created}
        if any(day is None and field in head.metadata for field, day in stated.items()):
            what = "a date among the header fields"
            yield from note_damaged_date(text, 0, begin, DAMAGED_FIELD, what)
        for note in note_orphaned_glosses(text.characters):
            yield evolve(note, span=text.source_span(*note.span)) if note.span else note


def _differ(one: Title, other: Title) -> bool:
    """Whether two titles are those of different years or bodies."""
    if one.year and other.year and one.year != other.year:
        return True
    names = (one.agency or "", other.agency or "")
    return names[0] not in names[1] and names[1] not in names[0]


_SPEAKER = re.compile(r"我(镇|乡|街道|局|委|办|县|区|市|院|校|馆|厅|中心|关(?![于注心系]))(?!们)")
_LAST_WORD_CHARS = 4
"""The kind of an agency, such as 局, stands within this many characters at the end of its name."""


def _speaking(name: str, prose: str) -> str:
    """Return the body that published the report if it may have written it, or an empty string.

    我镇 says that a body without this word in its name published the report and did not write it.
    """
    name = re.sub(r"\s", "", name)
    speakers = _SPEAKER.findall(prose)
    if not speakers:
        return name
    speaker = max(speakers, key=speakers.count)
    end = name if speaker in "县区市镇乡街道" else name[-_LAST_WORD_CHARS:]
    return name if speaker in end else ""
