"""From dice to a draft: who reports, on which year, in which words, with which numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from govinfo.figures import Number
from govinfo.forms import Form
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.testing.drafts import wording
from govinfo.testing.drafts.amounts import arbitrary, balanced
from govinfo.testing.drafts.draft import Dice, Draft, DraftPart

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
    """Return a draft on this form; with `consistent`, all numbers that are not given agree."""
    agency = agency or dice.choice(wording.AGENCIES)
    year = year or dice.randint(
        form.first_year, form.last_year or max(form.first_year, LATEST_YEAR)
    )
    values = values or (balanced if consistent else arbitrary)(form, dice)
    facts = {"agency": agency, "year": year, **_facts(values, dice)}
    parts = _parts(form, facts, dice)
    listed = "、".join(part.heading.partition("、")[2] for part in parts)
    # Within every deadline: a report is due in the January after the year.
    created = date(year + 1, 1, 1) + timedelta(days=dice.randint(3, 20))
    published = created + timedelta(days=dice.randint(0, 8))
    return Draft(
        form=form,
        agency=agency,
        year=year,
        title=dice.choice(wording.TITLES).format(**facts),
        introduction=(
            dice.choice(wording.INTRODUCTIONS)
            if form.is_tabular
            else wording.NARRATIVE_INTRODUCTION
        ).format(**facts, listed=listed),
        parts=parts,
        period=(date(year, 1, 1), date(year, 12, 31)),
        signed=created,
        created=created,
        published=published,
        index_number=f"YX{dice.randint(1, 99):02}0{dice.randint(1, 9)}/"
        f"{year + 1}-{dice.randint(1, 99):05}",
        values=values,
    )


def _facts(values: Mapping[str, Number], dice: Dice) -> dict[str, Number]:
    """What the prose may mention: cells that the form has, and small numbers for the others."""
    mentioned = {"new": "new_received", "over": "carried_over", "forward": "carried_forward"}
    cells = {
        name: values.get(f"requests.{row}.total", dice.randint(0, 30))
        for name, row in mentioned.items()
    }
    posts = dice.randint(12, 900)
    return {
        **cells,
        # Prose and annex of a consistent report state the same.
        "posts": values.get("statistics.proactive_total.current", posts),
        "leaflets": dice.randint(2, 60),
        "lessons": dice.randint(1, 6),
    }


def _parts(form: Form, facts: Mapping[str, object], dice: Dice) -> tuple[DraftPart, ...]:
    """Return the parts of the form; for prose those of article 32, with some optional ones."""
    if form.is_tabular:
        return tuple(
            DraftPart(part.id, part.title, _paragraphs(wording.PARTS.get(part.id, ()), facts, dice))
            for part in form.sections
        )
    parts = list[DraftPart]()
    chosen = [
        part
        for part in NARRATIVE2008.sections
        if part.id not in _OPTIONAL_PARTS or dice.choice((False, True))
    ]
    for numeral, part in zip(NUMERALS, chosen, strict=False):
        heading = f"{numeral}、{part.title.removeprefix('一、')}"
        parts.append(
            DraftPart(part.id, heading, _paragraphs(wording.NARRATIVE[part.id], facts, dice))
        )
    return tuple(parts)


def _paragraphs(
    choices: tuple[tuple[str, ...], ...], facts: Mapping[str, object], dice: Dice
) -> tuple[str, ...]:
    return tuple(dice.choice(wordings).format(**facts) for wordings in choices)
