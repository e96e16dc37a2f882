"""From dice to a draft: who reports, on which year, in which words, with which numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from govinfo.figures import Number
from govinfo.forms import Form, Section
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.testing.drafts import wording
from govinfo.testing.drafts.amounts import arbitrary, balanced
from govinfo.testing.drafts.draft import Dice, Draft, Part

__all__ = ["write"]

LATEST_YEAR = 2025
"""The last year drafts report on, where their form is still in force."""
NUMERALS = (*"一二三四五六七八九十", "十一")
_OPTIONAL_PARTS = frozenset({"responses", "inquiries", "capacity", "proposals"})
"""Parts that some provinces added to article 32 of the 2007 Regulation."""


def write(  # noqa: PLR0913 - whatever is not given is thrown
    form: Form,
    dice: Dice,
    *,
    consistent: bool = True,
    agency: str | None = None,
    year: int | None = None,
    values: Mapping[str, Number] | None = None,
) -> Draft:
    """Return a draft on this form; with `consistent`, all numbers that are not given agree with each other."""
    agency = agency or dice.choice(wording.AGENCIES)
    year = year or dice.randint(
        form.first_year, form.last_year or max(form.first_year, LATEST_YEAR)
    )
    values = values or (balanced if consistent else arbitrary)(form, dice)
    facts = {"agency": agency, "year": year, **_facts(values, dice)}
    parts = (
        _statutory_parts(form, facts, dice) if form.is_tabular else _narrative_parts(facts, dice)
    )
    created, published, signed = _dates(year, dice)
    return Draft(
        form=form,
        agency=agency,
        year=year,
        title=dice.choice(wording.TITLES).format(**facts),
        introduction=_introduction(form, parts, facts, dice),
        parts=parts,
        period=(date(year, 1, 1), date(year, 12, 31)),
        signed=signed,
        created=created,
        published=published,
        index_number=f"YX{dice.randint(1, 99):02}0{dice.randint(1, 9)}/{year + 1}-{dice.randint(1, 99):05}",
        values=values,
    )


def _facts(values: Mapping[str, Number], dice: Dice) -> dict[str, Number]:
    """What the prose may mention: cells where the form has them, small numbers where it has none."""
    mentioned = {"new": "new_received", "over": "carried_over", "forward": "carried_forward"}
    cells = {
        name: values.get(f"requests.{row}.total", dice.randint(0, 30))
        for name, row in mentioned.items()
    }
    return {
        **cells,
        "posts": dice.randint(12, 900),
        "leaflets": dice.randint(2, 60),
        "lessons": dice.randint(1, 6),
    }


def _statutory_parts(form: Form, facts: Mapping[str, object], dice: Dice) -> tuple[Part, ...]:
    return tuple(
        Part(section.id, section.title, _paragraphs(wording.PARTS.get(section.id, ()), facts, dice))
        for section in form.sections
    )


def _narrative_parts(facts: Mapping[str, object], dice: Dice) -> tuple[Part, ...]:
    """The parts of article 32 and some of the optional ones, numbered as they come."""
    sections = [
        s
        for s in NARRATIVE2008.sections
        if s.id not in _OPTIONAL_PARTS or dice.choice((False, True))
    ]
    return tuple(
        Part(
            section.id,
            f"{numeral}、{_bare(section)}",
            _paragraphs(wording.NARRATIVE[section.id], facts, dice),
        )
        for numeral, section in zip(NUMERALS, sections, strict=False)
    )


def _paragraphs(
    choices: tuple[tuple[str, ...], ...], facts: Mapping[str, object], dice: Dice
) -> tuple[str, ...]:
    return tuple(dice.choice(wordings).format(**facts) for wordings in choices)


def _introduction(
    form: Form, parts: tuple[Part, ...], facts: Mapping[str, object], dice: Dice
) -> str:
    listed = "、".join(part.heading.partition("、")[2] for part in parts)
    if not form.is_tabular:
        return wording.NARRATIVE_INTRODUCTION.format(**facts, listed=listed)
    return dice.choice(wording.INTRODUCTIONS).format(**facts, listed=listed)


def _bare(section: Section) -> str:
    return section.title.removeprefix("一、")


def _dates(year: int, dice: Dice) -> tuple[date, date, date]:
    """When the document was made, published and signed: in the January after, within every deadline."""
    created = date(year + 1, 1, 1) + timedelta(days=dice.randint(3, 20))
    published = created + timedelta(days=dice.randint(0, 8))
    return created, published, created
