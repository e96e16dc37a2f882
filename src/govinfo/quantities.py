"""Quantities that can be compared over the years, from the forms of 2008 to those of today.

The crosswalk of the forms says where each generation counts a quantity, and which generations count
the same. Figures of different meaning never stand in one column.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from govinfo.codebook import stata_name
from govinfo.errors import MissingExtra
from govinfo.figures import Address, Number
from govinfo.forms import FORMS, Form
from govinfo.forms.crosswalk import CROSSWALK, Quantity
from govinfo.frames import (
    KEYS,
    MONEY,
    Names,
    amounts_of,
    keys_of,
    require_names,
    storable_reports,
)
from govinfo.model import Report, Reports
from govinfo.wording import Lang

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Series", "comparable", "series"]


_REASONS: dict[Lang, dict[str, str]] = {
    "zh": {
        "otherwise": "统计口径不同，见{name}：{why}",
        "no_tables": "该报告没有统计表；正文可能写有，见report.claims",
        "uncounted": "{form}不统计此项",
    },
    "en": {
        "otherwise": "counted otherwise, see {name}: {why}",
        "no_tables": "the report has no tables; its prose may state it, see report.claims",
        "uncounted": "{form} does not count it",
    },
}


class Series(NamedTuple):
    """One quantity as one group of forms counts it: a column of the comparable table."""

    name: str
    """The id of the quantity; for an older group of forms, `_` and the newest of them behind it."""
    quantity: Quantity
    forms: tuple[str, ...]
    """The forms whose figures may be compared with each other."""

    def value(self, report: Report) -> Number | None:
        """Return the figure of a report; `None` where the form, or a cell, has no number."""
        if report.form.id not in self.forms:
            return None
        cells = [one for one in self.quantity.cells_of(report.form) if one in report]
        amounts = amounts_of(report) if any(one in MONEY for one in cells) else {}
        return self.total(
            report.form, {one: amounts.get(Address(one), report[one].value) for one in cells}
        )

    def total(self, form: Form, values: Mapping[str, Number | None]) -> Number | None:
        """Return the figure on a form, given the values of cells, amounts in its unit."""
        if form.id not in self.forms:
            return None
        found = [values.get(address) for address in self.quantity.cells_of(form)]
        known = [one for one in found if one is not None]
        return sum(known, start=0) if len(known) == len(found) else None

    def label(self, lang: Lang) -> str:
        """Return what it is called, with the unit of money; an older group of forms is named."""
        name = self.quantity.zh if lang == "zh" else self.quantity.en
        added = [] if self.counts else [self.unit]
        added += [] if self.name == self.quantity.id else [self.forms[0]]
        brackets = "（{}）" if lang == "zh" else " ({})"
        return name + "".join(map(brackets.format, added))

    @property
    def unit(self) -> str:
        """The unit of its figures."""
        form = next(form for form in FORMS if form.id in self.forms)
        return form.cells[self.quantity.cells_of(form)[0]][1].unit

    @property
    def counts(self) -> bool:
        """Whether it is a count, and no amount of money."""
        here = [form for form in FORMS if form.id in self.forms]
        return not any(cell in MONEY for form in here for cell in self.quantity.cells_of(form))

    def reason(self, form: Form, lang: Lang = "zh") -> str:
        """Return why reports on a form have no figure here; empty where they have one."""
        if form.id in self.forms:
            return ""
        words = _REASONS[lang]
        if form.id in self.quantity.cells:
            elsewhere = next(
                one.name
                for one in series()
                if one.quantity is self.quantity and form.id in one.forms
            )
            why = self.quantity.why_zh if lang == "zh" else self.quantity.why
            return words["otherwise"].format(name=elsewhere, why=why)
        return words["uncounted" if form.tables else "no_tables"].format(form=form.id)


@cache
def series() -> tuple[Series, ...]:
    """Return every column of the comparable table, in the order of the crosswalk."""
    found = []
    for quantity in CROSSWALK:
        for number, forms in enumerate(quantity.comparable):
            name = f"{quantity.id}_{forms[0]}" if number else quantity.id
            found.append(Series(name, quantity, forms))
    return tuple(found)


def comparable(reports: Reports, *, names: Names = "address") -> pd.DataFrame:
    """Return the quantities that can be compared over the years, one row per report.

    Args:
        reports: One report, or many reports or readings. Readings without a report are left out.
        names: `stata` gives names of at most 32 characters and empty texts in place of missing
            ones, as `to_pandas` does: `frame.to_stata(path, version=118)` takes such a frame.

    Returns:
        The columns `source_id, agency, year, form`, and one for each quantity of the crosswalk.
        Where generations of the form count something else by the same name, each group of them has
        a column of its own: `requests_granted` since 2019, `requests_granted_stats2014` before.
        Counts are whole numbers, and money is in the unit of the form, with decimals. What a form
        does not count is missing, and so is a sum with a cell that has no number; neither is ever
        0. Columns without any figure stand last. `frame.attrs["labels"]`,
        `frame.attrs["labels_zh"]` and `frame.attrs["units"]` describe each quantity, and
        `frame.attrs["missing"]` and `frame.attrs["missing_zh"]` say for each form in the frame
        why a column has no figure.

    Raises:
        MissingExtra: pandas is not installed.
        BadArgument: `names` has another value.

    """
    require_names(names)
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra("comparable", "pandas") from error
    several = list(storable_reports(reports))
    keys = [keys_of(source_id, report) for source_id, report in several]
    types = {"text": pd.StringDtype(), "whole": pd.Int64Dtype()}
    table = {
        name: pd.Series([one[place] for one in keys], dtype=types[holds])
        for place, (name, holds) in enumerate(KEYS.items())
    }
    found = {one: [one.value(report) for _, report in several] for one in series()}
    # What nobody here counts comes last.
    for one in sorted(found, key=lambda one: found[one].count(None) == len(several)):
        is_whole = one.counts and not any(value % 1 for value in found[one] if value)
        numbers = [None if value is None else float(value) for value in found[one]]
        dtype = pd.Int64Dtype() if is_whole else pd.Float64Dtype()
        table[one.name] = pd.Series(numbers, dtype=dtype)
    frame = pd.DataFrame(table)
    if names == "stata":
        texts = [name for name, holds in KEYS.items() if holds == "text"]
        frame = frame.fillna(dict.fromkeys(texts, "")).rename(columns=stata_name)
    frame.attrs = _about({report.form for _, report in several}, names)
    return frame


def _about(forms: Collection[Form], names: Names) -> dict[Hashable | None, Any]:
    """Return what is said of the columns: what they are called, and why a form leaves one empty."""
    named = {stata_name(one.name) if names == "stata" else one.name: one for one in series()}
    given = [form for form in FORMS if form in forms]
    return {
        "labels": {name: one.label("en") for name, one in named.items()},
        "labels_zh": {name: one.label("zh") for name, one in named.items()},
        "units": {name: one.unit for name, one in named.items()},
        "missing": _missing(given, named, "en"),
        "missing_zh": _missing(given, named, "zh"),
    }


def _missing(
    forms: list[Form], named: Mapping[str, Series], lang: Lang
) -> dict[str, dict[str, str]]:
    """Return each form with the columns that it leaves empty, and why."""
    reasons = {
        form.id: {name: one.reason(form, lang) for name, one in named.items()} for form in forms
    }
    return {
        form: {name: reason for name, reason in each.items() if reason}
        for form, each in reasons.items()
    }
