"""What a report says about itself: title, year, agency, dates, header fields and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import pairwise

from attrs import evolve

from govinfo.head.agencies import (
    agency_in,
    agency_of,
    fullest,
    has_no_place,
    in_full,
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
    text, sections = report.text.characters, report.sections
    with_place = cache(partial(_with_place, report=report))
    begin = report.outline[0][1] if sections else min(len(text), _PREAMBLE_CHARS)
    above = _readable(text[:begin])
    preamble = without_boilerplate(above)
    overview = _readable(sections[0].text[:_PREAMBLE_CHARS]) if sections else ""
    metadata = fields_in(preamble)
    titles = (
        titles_in(preamble.split("\n"))
        or titles_in([metadata.get("title", "")])
        or titles_in_prose(preamble)
        or page_title(report.text.own_source)
    )
    title, signature = titles[0] if titles else None, _signature(report)
    period = period_in(preamble) or period_in(overview)
    announced = _announced(title, preamble, overview)
    year, notes = _year(title, period, announced)
    if year is None:
        year = year_of_prose(overview, _told(report))
    prose = f"{preamble}\n{overview}"
    issuing = _speaking(metadata.get("issuing_agency", ""), prose)
    introduced = (_below(title, preamble), announced.agency)
    told = with_place(agency_in(prose))
    asked = _speaking(contact_in(prose) or "", prose)
    names = _names(titles, introduced, issuing, signature, (told, asked))
    name = fullest(names[0], names[1:]) if names else None
    head = Head(
        title=title.text if title else None,
        year=year,
        agency=agency_of(with_place(name) or name) if name else None,
        period=period,
        published=date_in(metadata.get("published_date", "")),
        created=date_in(metadata.get("created_date", "")),
        signed=signature.day if signature else None,
        metadata=metadata,
    )
    if names_day_of_update(preamble, metadata):
        message = "the page names only the day of its last update: it may be older"
        notes = (*notes, Note("published_by_update", message))
    opening = f"{above}{sections[0].title if sections else ''}{overview}"
    return evolve(head, notes=(*notes, *_doubts(report, head, begin, opening)))


_WIDE = re.compile("[０-９\xa0]")
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(ord("０"), ord("９") + 1)} | {ord("\xa0"): " "}


def _readable(text: str) -> str:
    """Return prose without glosses, with narrow digits and plain spaces; punctuation stays wide."""
    text = plain(text)
    return text.translate(_HALF_WIDTH) if _WIDE.search(text) else text


def _signature(report: Report) -> Signature | None:
    """Return the signature below the last part, or below the annex."""
    text = report.text.characters
    tail = report.sections[-1].text if report.sections else text
    signature = signature_in(_readable(tail[-_TAIL_CHARS:]))
    if signature is None and report.form.annex is not None:
        signature = signature_in(_readable(text[-_TAIL_CHARS:]))
    return signature


def _doubts(report: Report, head: Head, begin: int, opening: str) -> Iterator[Note]:
    """Yield notes on dates without a value, and on characters of which only the gloss is left.

    Args:
        report: The report.
        head: What was read so far.
        begin: Where the first part begins, as an offset in the repaired text.
        opening: What stands up to the end of the first part, in simplified characters.

    """
    text, end = report.text, len(report.text)
    if head.period is None and DAMAGED_PERIOD.search(opening):
        first_end = report.outline[0][3] if report.outline else begin
        end_of_opening = min(first_end, begin + _PREAMBLE_CHARS)
        yield from note_damaged_date(text, 0, end_of_opening, DAMAGED_PERIOD, "the period")
    if head.signed is None:
        tail = max(begin, end - _TAIL_CHARS)
        what = "the day of the signature"
        yield from note_damaged_date(text, tail, end, DAMAGED_SIGNATURE, what)
    stated = {"published_date": head.published, "created_date": head.created}
    if any(day is None and field in head.metadata for field, day in stated.items()):
        what = "a date among the header fields"
        yield from note_damaged_date(text, 0, begin, DAMAGED_FIELD, what)
    for note in note_orphaned_glosses(text.characters):
        yield evolve(note, span=text.source_span(*note.span)) if note.span else note


_PLANS = frozenset({"problems", "other_matters"})
"""The parts that tell of the next year."""


def _told(report: Report) -> Iterator[str]:
    """Yield the texts of the parts that tell what was done in the year.

    Where the heading of the first part is lost, its text stands above the others.
    """
    first = report.form.sections[0].id
    if report.sections and report.sections[0].id != first:
        yield _readable(report.text.characters[: report.outline[0][1]][-_PREAMBLE_CHARS:])
    for section in report.sections:
        if section.id not in _PLANS:
            yield _readable(section.text[:_PREAMBLE_CHARS])


def _announced(title: Title | None, preamble: str, overview: str) -> Announcement:
    """Return what the introduction says; it may stand in the first part, below its heading."""
    announced = announced_in(preamble)
    if title is not None or announced != NOTHING:
        return announced
    return announced_in(overview)


def _year(
    title: Title | None, period: tuple[date, date] | None, announced: Announcement
) -> tuple[int | None, tuple[Note, ...]]:
    """Return the year of the report, by its title first, and a note where other years differ."""
    stated = (title.year if title else None, announced.year, period[1].year if period else None)
    year = next((each for each in stated if each is not None), None)
    others = sorted({each for each in stated if each is not None} - {year})
    if not others:
        return year, ()
    message = (
        f"the year is taken to be {year}; the introduction also names {', '.join(map(str, others))}"
    )
    return year, (Note("year_conflict", message),)


_SPEAKER = re.compile(r"我(镇|乡|街道|局|委|办|县|区|市|院|校|馆|厅|中心)(?!们)")
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


def _with_place(name: str | None, report: Report) -> str | None:
    """Return a name such as 市公路局 with the place that the text puts before it elsewhere."""
    if name is None or not has_no_place(name):
        return name
    text, outline = report.text.characters, report.outline
    above, below = (outline[0][1], outline[-1][3]) if outline else (len(text), len(text))
    parts = (plain(text[:above]), *(part.text for part in report.sections), plain(text[below:]))
    return in_full(name, "\n".join(parts))


def _below(title: Title | None, preamble: str) -> str | None:
    """Return the name of an agency that stands on the line below the title."""
    lines = [line for line in (re.sub(r"[\s#*|]", "", one) for one in preamble.split("\n")) if line]
    for number, (line, below) in enumerate(pairwise(lines)):
        if title is None or not title.text.endswith(line):
            continue
        name = _DAY.sub("", below).strip("（）()")
        above = (lines[max(0, number - count) : number + 1] for count in range(_MOST_TITLE_LINES))
        if looks_like_agency(name) and any("".join(each) == title.text for each in above):
            return name
    return None


def _names(
    titles: list[Title],
    introduced: tuple[str | None, ...],
    issuing: str,
    signature: Signature | None,
    told: tuple[str | None, ...],
) -> list[str]:
    """Return the names for the body that made the report, the surest first."""
    year = titles[0].year if titles else None
    # Where the first title has no name, another with the same year may have it.
    later = titles[: 1 if titles and titles[0].agency else _MOST_TITLES]
    named = [title.agency for title in later if title.agency and title.year in {None, year}]
    region = named[0] if named else ""
    names = (
        *filter(looks_like_agency, named[:1]),
        *(name for name in introduced if name and region in name),
        issuing if region and issuing.startswith(region) else None,
        signature.agency if signature else None,
        issuing if looks_like_agency(issuing) else None,
        *told,
        region,
    )
    return [name for name in names if name]
