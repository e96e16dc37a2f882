"""The indicators of reports, with ranks and changes over a panel; what is unknown is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from attrs import evolve, frozen

from govinfo.consistency.names import Statement, labels
from govinfo.errors import MissingExtra, require_language, unknown_name
from govinfo.figures import Number
from govinfo.forms.indicators import INDICATORS, Indicator
from govinfo.frames import keys_of, storable_reports
from govinfo.model import Report, Reports
from govinfo.rendering.markup import page, tag
from govinfo.wording import Lang

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Indicators", "Measure", "indicators"]

_REASONS = {
    "form": Statement("本版格式不统计", "the form does not count it"),
    "cell": Statement("{}无数字", "{} has no number"),
    "zero": Statement("分母为 0", "the denominator is 0"),
    "larger": Statement(
        "部分大于总数，表格自相矛盾",
        "the part is larger than the whole: the table contradicts itself",
    ),
}
"""Why an indicator has no value; the cell without a number stands in the braces."""


@frozen
class Measure:
    """One indicator of one report."""

    indicator: Indicator
    """Its names, its formula and its meaning."""
    source_id: str | None
    """The source of the report, where readings were given."""
    agency: str | None
    """The body of the report."""
    year: int | None
    """The year of the report."""
    form: str
    """The id of the form."""
    value: float | None
    """How many for each hundred; `None` where it is unknown, and `reason` says why."""
    numerator: Number | None = None
    """The sum above the line."""
    denominator: Number | None = None
    """The sum below the line."""
    why: Statement | None = None
    """Why there is no value, in both languages."""
    rank: int | None = None
    """The place among all bodies with a value for the year; 1 is the largest value."""
    change: float | None = None
    """The value less that of the same body for the year before, in points of a hundred."""

    @property
    def id(self) -> str:
        """The id of the indicator, such as `grant_rate`."""
        return self.indicator.id

    def reason(self, lang: Lang = "zh") -> str:
        """Return why there is no value; empty where there is one.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        return "" if self.why is None else self.why.in_(lang)

    def __repr__(self) -> str:
        who = f"{self.agency or 'agency unknown'}, {self.year or 'year unknown'}"
        told = self.reason("en") if self.value is None else f"{self.value:.2f}"
        return f"<Measure {self.id}, {who}: {told}>"


@frozen(repr=False)
class Indicators(Sequence[Measure]):
    """The indicators of one or many reports, report by report in the order of `INDICATORS`."""

    _all: tuple[Measure, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Measure: ...
    @overload
    def __getitem__(self, index: slice) -> Indicators: ...
    def __getitem__(self, index: int | slice) -> Measure | Indicators:
        """Return one of them, or for a slice those in it."""
        return Indicators(self._all[index]) if isinstance(index, slice) else self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Measure]:
        return iter(self._all)

    def by_indicator(self, name: str) -> Indicators:
        """Return one indicator of every report.

        Args:
            name: The id of the indicator, such as `grant_rate`.

        Raises:
            UnknownName: There is no such indicator.

        """
        known = [indicator.id for indicator in INDICATORS]
        if name not in known:
            raise unknown_name("indicator", name, known)
        return Indicators(tuple(measure for measure in self._all if measure.id == name))

    def to_pandas(self, lang: Lang = "zh") -> pd.DataFrame:
        """Return a data frame with one row for each report and indicator.

        Args:
            lang: The language of labels and reasons, `zh` or `en`.

        Returns:
            The columns `source_id, agency, year, form, indicator, label, value, numerator,
            denominator, rank, change, reason`. `value` and `change` count for each hundred, and are
            missing where they are unknown.

        Raises:
            MissingExtra: pandas is not installed.
            BadArgument: `lang` is another language.

        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtra("Indicators.to_pandas", "pandas") from error
        require_language(lang)
        table = pd.DataFrame(list(self._rows(lang)), columns=list(_COLUMNS))
        frame: pd.DataFrame = table.astype({name: _COLUMNS[name] for name in table.columns})
        return frame

    def _rows(self, lang: Lang) -> Iterator[tuple[object, ...]]:
        for one in self:
            label = one.indicator.zh if lang == "zh" else one.indicator.en
            sums = (None if n is None else float(n) for n in (one.numerator, one.denominator))
            who = (one.source_id, one.agency, one.year, one.form)
            yield *who, one.id, label, one.value, *sums, one.rank, one.change, one.reason(lang)

    def _repr_html_(self) -> str:
        heads = ("机关", "年度", "指标", "数值（每百）", "无数值的原因")
        rows = [
            (
                one.agency or "机关不明",
                str(one.year or "年度不明"),
                one.indicator.zh,
                "" if one.value is None else f"{one.value:.2f}",
                one.reason(),
            )
            for one in self._all[:_MOST_SHOWN]
        ]
        left = len(self) - len(rows)
        return page(
            tag("p", str(self)),
            tag(
                "table",
                tag("thead", tag("tr", *(tag("th", head) for head in heads))),
                tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows)),
            ),
            tag("p", f"另有 {left} 项，见 to_pandas()") if left else None,
        )

    def __repr__(self) -> str:
        known = sum(one.value is not None for one in self)
        return f"<Indicators: {known} with a value, {len(self) - known} without>"

    def __str__(self) -> str:
        known = sum(one.value is not None for one in self)
        return f"指标：{known} 项有数值，{len(self) - known} 项没有"


_MOST_SHOWN = 60
"""So many indicators are shown in a notebook."""
_COLUMNS = {
    "source_id": "string",
    "agency": "string",
    "year": "Int64",
    "form": "string",
    "indicator": "string",
    "label": "string",
    "value": "Float64",
    "numerator": "Float64",
    "denominator": "Float64",
    "rank": "Int64",
    "change": "Float64",
    "reason": "string",
}
"""The columns of the table of indicators, and their types."""


def indicators(reports: Reports) -> Indicators:
    """Return shares and rates of one or many reports: grants, refusals, carry-over, review.

    Args:
        reports: One report, or many reports or readings. Readings without a report are left out.

    Returns:
        For each report every indicator. One with an operand that has no number is missing, never 0,
        as is one with a denominator of 0. Reports of several bodies for one year are ranked, and
        those of one body are compared with the year before.

    """
    found = [
        _measured(indicator, report, source_id)
        for source_id, report in storable_reports(reports)
        for indicator in INDICATORS
    ]
    values = dict[tuple[str, int], dict[str, list[float]]]()
    for one in found:
        if one.agency is not None and one.year is not None and one.value is not None:
            by_body = values.setdefault((one.id, one.year), {})
            by_body.setdefault(one.agency, []).append(one.value)
    for index, one in enumerate(found):
        if one.agency is None or one.year is None or one.value is None:
            continue
        same_year = values[one.id, one.year]
        # Two reports of one body for one year leave open which of them counts.
        if len(same_year[one.agency]) == 1:
            others = [each[0] for each in same_year.values() if len(each) == 1]
            rank = 1 + sum(other > one.value for other in others) if len(others) > 1 else None
            before = values.get((one.id, one.year - 1), {}).get(one.agency, [])
            change = one.value - before[0] if len(before) == 1 else None
            found[index] = evolve(one, rank=rank, change=change)
    return Indicators(tuple(found))


def _measured(indicator: Indicator, report: Report, source_id: str | None) -> Measure:
    """Return one indicator of a report, without its rank and its change."""
    source_id, agency, year, form = keys_of(source_id, report)
    measure = Measure(indicator, source_id, agency, year, form, None)
    cells = indicator.cells(report.form)
    if cells is None:
        return evolve(measure, why=_REASONS["form"])
    for address in (*cells[0], *cells[1]):
        if address not in report or report[address].value is None:
            names = {lang: " ".join(labels(address, report, lang)) for lang in ("zh", "en")}
            told = _REASONS["cell"]
            why = Statement(told.zh.format(f"“{names['zh']}”"), told.en.format(names["en"]))
            return evolve(measure, why=why)
    numerator, denominator = (
        sum(value for address in side if (value := report[address].value) is not None)
        for side in cells
    )
    measure = evolve(measure, numerator=numerator, denominator=denominator)
    if not denominator:
        return evolve(measure, why=_REASONS["zero"])
    if indicator.is_share and numerator > denominator:
        return evolve(measure, why=_REASONS["larger"])
    return evolve(measure, value=float(100 * numerator / denominator))
