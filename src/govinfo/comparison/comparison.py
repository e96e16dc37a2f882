"""The comparison of two reports: two captures of one page, two years, a draft and what came out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from attrs import field, frozen

from govinfo.comparison.cells import cell_changes
from govinfo.comparison.changes import (
    CellChange,
    ClaimChange,
    Difference,
    FieldChange,
    PartMatch,
    SentenceChange,
)
from govinfo.comparison.claims import claim_changes
from govinfo.comparison.prose import part_matches, prose_pairs, repeated_sentences
from govinfo.consistency.findings import Finding, Findings
from govinfo.consistency.runner import check
from govinfo.errors import BadArgument
from govinfo.model import Report, SourceReading
from govinfo.wording import Lang

__all__ = ["Comparison", "compare"]


@frozen(repr=False)
class Comparison:
    """What differs between two reports. It shows as a table in a notebook, and prints as text."""

    before: Report
    """The earlier report, capture or draft."""
    after: Report
    """The later one."""
    fields: tuple[FieldChange, ...]
    """What the heads state differently: title, body, year and dates."""
    cells: tuple[CellChange, ...]
    """The cells that differ, are added or lost, or could be read in one report only."""
    parts: tuple[PartMatch, ...]
    """The parts with prose: how much is taken over, and the sentences that differ."""
    repeated: tuple[SentenceChange, ...]
    """Of two years: sentences with figures that are last year's, under this year's date."""
    claims: tuple[ClaimChange, ...]
    """The figures in prose that differ."""
    gone: Findings
    """The broken rules of the earlier report that the later one does not break there."""
    new: Findings
    """The broken rules of the later report that the earlier one does not break there."""
    links: Findings = field(factory=Findings)
    """Of two years: what the rules that look at both come to, also where they hold."""
    names: tuple[str, str] = field(default=("", ""), eq=False)
    """What the sources are called, such as their files; empty where nobody says."""

    @property
    def is_of_two_years(self) -> bool:
        """Whether the reports are about different years, and not two versions of one report."""
        years = {self.before.year, self.after.year}
        return None not in years and len(years) > 1

    @property
    def changed(self) -> tuple[CellChange, ...]:
        """The cells that both reports have, with different figures."""
        return self._cells(Difference.CHANGED)

    @property
    def added(self) -> tuple[CellChange, ...]:
        """The cells that only the later report has."""
        return self._cells(Difference.ADDED)

    @property
    def lost(self) -> tuple[CellChange, ...]:
        """The cells that only the earlier report has."""
        return self._cells(Difference.LOST)

    @property
    def differing(self) -> tuple[CellChange, ...]:
        """The cells that are changed, added or lost; those that could not be read are left out."""
        return tuple(cell for cell in self.cells if cell.change is not Difference.UNREAD)

    @property
    def sentences(self) -> tuple[SentenceChange, ...]:
        """The sentences that differ, in the order of the parts."""
        return tuple(sentence for part in self.parts for sentence in part.sentences)

    def _cells(self, change: Difference) -> tuple[CellChange, ...]:
        return tuple(cell for cell in self.cells if cell.change is change)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        found = (self.fields, self.cells, self.sentences, self.claims, self.gone, self.new)
        return any(map(len, found))

    def text(self, lang: Lang = "zh") -> str:
        """Return the comparison as plain text.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        from govinfo.rendering.comparison import comparison_text

        return comparison_text(self, lang)

    def html(self, lang: Lang = "zh") -> str:
        """Return a whole web page with both sides; it needs no network.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        from govinfo.rendering.comparison import comparison_page

        return comparison_page(self, lang)

    def to_dict(self, lang: Lang = "zh") -> dict[str, Any]:
        """Return the comparison as plain data, with the schema id `govinfo.comparison/1`.

        Args:
            lang: The language of the messages of findings, `zh` or `en`.

        """
        from govinfo.serial.comparison import comparison_data

        return comparison_data(self, lang)

    def _repr_html_(self) -> str:
        from govinfo.rendering.comparison import comparison_html

        return comparison_html(self)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        counts = f"{len(self.differing)} cells, {len(self.sentences)} sentences"
        return f"<Comparison: {counts} differ>"


def compare(before: Report | SourceReading, after: Report | SourceReading) -> Comparison:
    """Compare two reports: two captures of one page, two years of one body, or draft and print.

    White space, the width of digits, traditional characters, the dialect of a text and what a
    website prints around it are no differences.

    Args:
        before: The earlier report, capture or draft; or the reading that `parse_many` gives of it,
            which also has the name of its source.
        after: The later one.

    Returns:
        The cells that differ, are added or lost; the parts of the prose with how much of each is
        taken over; the claims that differ; the findings gone and new. For two years also the
        sentences whose figures are last year's, and the rules that link the years.

    Raises:
        BadArgument: One of them is no report, or a reading without one.

    """
    names = _name_of(before), _name_of(after)
    before, after = _report_of("before", before), _report_of("after", after)
    # The findings that look at the reports of both years.
    years = {before.year, after.year}
    two = check([before, after], verdicts="all") if len(years - {None}) > 1 else ()
    links = Findings(tuple(one for one in two if {term.year for term in one.terms} == years))
    # For each cell of the later report, the ids of the rules that link it.
    rules = dict[str, tuple[str, ...]]()
    for finding in links:
        for term in finding.terms:
            known = rules.get(term.address, ())
            if term.year == finding.year and finding.rule not in known:
                rules[term.address] = (*known, finding.rule)
    broken = [check(report).broken for report in (before, after)]
    return Comparison(
        before,
        after,
        fields=tuple(_fields(before, after)),
        cells=tuple(cell_changes(before, after, rules)),
        parts=part_matches(prose_pairs(before, after)),
        repeated=tuple(repeated_sentences(before, after)),
        claims=tuple(claim_changes(before, after)),
        gone=Findings(tuple(_besides(broken[0], broken[1]))),
        new=Findings(tuple(_besides(broken[1], broken[0]))),
        links=links,
        names=names,
    )


def _name_of(given: object) -> str:
    """Return what the source of a reading is called; nothing for a report alone."""
    name = given.source_id if isinstance(given, SourceReading) else None
    # A text has only its number among the sources: #0.
    return "" if name is None or str(name).startswith("#") else str(name)


def _report_of(name: str, given: object) -> Report:
    """Return a report that is given, alone or in a reading."""
    if isinstance(given, Report):
        return given
    if not isinstance(given, SourceReading):
        raise BadArgument(
            f"`{name}` is {type(given).__name__}, and a report is wanted: "
            "govinfo.parse(source) returns one"
        )
    if given.report is None:
        raise BadArgument(
            f"`{name}` is a reading of {str(given.source_id)!r} without a report; its `error` "
            "says why"
        )
    return given.report


def _fields(before: Report, after: Report) -> Iterator[FieldChange]:
    """Yield what both heads state, and state differently."""
    for name in ("title", "agency", "year", "period", "published", "created", "signed"):
        one, other = _told(getattr(before, name)), _told(getattr(after, name))
        if one and other and "".join(one.split()) != "".join(other.split()):
            yield FieldChange(name, one, other)


def _told(value: Any) -> str:  # noqa: ANN401 - a field of the head, whatever it is
    if isinstance(value, tuple):
        return "/".join(map(str, value))
    return "" if value is None else str(value)


def _besides(these: Findings, those: Findings) -> Iterator[Finding]:
    """Yield the findings that have no counterpart; a year, a value or a place makes no other."""
    known = list(map(_about, those))
    for finding in these:
        about = _about(finding)
        if about in known:
            known.remove(about)
        else:
            yield finding


def _about(finding: Finding) -> Hashable:
    return finding.rule, tuple((term.sign, term.address) for term in finding.terms)
