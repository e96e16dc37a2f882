"""What a report says about itself: title, year, agency, dates, header fields and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve

from govinfo.head.damaged_dates import FIELD, PERIOD, SIGNATURE, lost_date
from govinfo.head.dates import date_in, period_in
from govinfo.head.fields import fields_in
from govinfo.head.signatures import Signature, signature_in
from govinfo.head.site_titles import page_title, titles_within
from govinfo.head.titles import Title, agency_of, announced, looks_like_agency, opening, titles_in
from govinfo.model import Agency, Head, Note, Report
from govinfo.spans import Text
from govinfo.text.boilerplate import without_boilerplate
from govinfo.text.glosses import note_orphaned_glosses
from govinfo.text.normalise import plain

__all__ = ["read_head"]

_PREAMBLE = 4000
"""Where no heading ends the introduction, this many characters are taken for it."""
_TAIL = 1200
_LAST_WORD = 4


def read_head(report: Report) -> Head:
    """Return what stands above, around and below the six parts of a report."""
    text = report.text.characters
    sections = report.sections
    begin = report.outline[0][1] if sections else min(len(text), _PREAMBLE)
    preamble = without_boilerplate(_readable(text[:begin]))
    overview = _readable(sections[0].text[:_PREAMBLE]) if sections else ""
    metadata = fields_in(preamble)
    titles = _titles(preamble, metadata, report.source_text)
    signature = signature_in(_readable(sections[-1].text[-_TAIL:] if sections else text[-_TAIL:]))
    if signature is None and report.form.annex is not None:
        # Some sign below the annex.
        signature = signature_in(_readable(text[-_TAIL:]))
    period = period_in(preamble) or period_in(overview)
    title = titles[0] if titles else None
    year, notes = _year(title, period, preamble, overview)
    head = Head(
        title=title.text if title else None,
        year=year,
        agency=_agency(title, preamble, overview, metadata, signature),
        period=period,
        published=date_in(metadata.get("published_date", "")),
        created=date_in(metadata.get("created_date", "")),
        signed=signature.day if signature else None,
        metadata=metadata,
        notes=notes,
    )
    return evolve(
        head, notes=(*notes, *_lost_dates(report, head, begin), *_lost_characters(report.text))
    )


def _lost_characters(text: Text) -> Iterator[Note]:
    """Yield notes on characters of which only the gloss is left."""
    for note in note_orphaned_glosses(text.characters):
        yield evolve(note, span=text.source_span(*note.span)) if note.span else note


def _lost_dates(report: Report, head: Head, begin: int) -> Iterator[Note]:
    """Yield notes on dates that the document states and that could not be read."""
    end = len(report.text)
    if head.period is None:
        opening = report.outline[0][3] if report.outline else begin
        yield from lost_date(report, 0, min(opening, begin + _PREAMBLE), PERIOD, "the period")
    if head.signed is None:
        yield from lost_date(
            report, max(begin, end - _TAIL), end, SIGNATURE, "the day of the signature"
        )
    stated = {"published_date": head.published, "created_date": head.created}
    if any(day is None and field in head.metadata for field, day in stated.items()):
        yield from lost_date(report, 0, begin, FIELD, "a date among the header fields")


def _titles(preamble: str, metadata: dict[str, str], source: str) -> list[Title]:
    """The titles on lines of their own, or else wherever one stands."""
    return (
        titles_in(preamble.split("\n"))
        or titles_in([metadata.get("title", "")])
        or titles_within(preamble)
        or page_title(source)
    )


_WIDE = re.compile("[０-９\xa0]")
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(ord("０"), ord("９") + 1)} | {ord("\xa0"): " "}


def _readable(text: str) -> str:
    """Prose without glosses, its figures and spaces in their usual widths; full-width punctuation stays."""
    text = plain(text)
    return text.translate(_HALF_WIDTH) if _WIDE.search(text) else text


def _year(
    title: Title | None, period: tuple[date, date] | None, preamble: str, overview: str
) -> tuple[int | None, tuple[Note, ...]]:
    """The year reported on, by the title first; where title and period differ, a note says so."""
    stated = announced(preamble)
    opened = re.match(r"\s*(20\d{2})\s*年", overview)
    years = (
        title.year if title else None,
        stated[1] if stated else None,
        period[1].year if period else None,
        int(opened[1]) if opened else None,
    )
    year = next((year for year in years if year is not None), None)
    others = sorted({other for other in years[:3] if other is not None} - {year})
    if not others:
        return year, ()
    message = f"the year is taken to be {year}; the introduction also speaks of {', '.join(map(str, others))}"
    return year, (Note("year_conflict", message),)


_SPEAKER = re.compile(r"我(镇|乡|街道|局|委|办|县|区|市|院|校|馆|厅|中心)(?!们)")


def _speaks(word: str, name: str) -> bool:
    """Whether a body of this name calls itself 我局, 我镇 and so on."""
    whole = name if word in "县区市镇乡街道" else name[-_LAST_WORD:]
    return word in whole


def _agency(
    title: Title | None,
    preamble: str,
    overview: str,
    metadata: dict[str, str],
    signature: Signature | None,
) -> Agency | None:
    """The body that made the report, as the document names it; never made up from parts."""
    stated, issuing = announced(preamble), re.sub(r"\s", "", metadata.get("issuing_agency", ""))
    region = title.agency if title else None
    speaker = _SPEAKER.findall(f"{preamble}\n{overview}")
    if speaker and not _speaks(max(speaker, key=speaker.count), issuing):
        # 我镇 says that whoever published it did not write it.
        issuing = ""
    names = (
        stated[0] if stated else None,
        region if region and looks_like_agency(region) else None,
        issuing if region and issuing.startswith(region) else None,
        signature.agency if signature else None,
        issuing if looks_like_agency(issuing) else None,
        opening(overview),
        region,
    )
    name = next((name for name in names if name), None)
    return agency_of(name) if name else None
