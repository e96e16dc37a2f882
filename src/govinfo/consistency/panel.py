"""Which reports belong together: those of one body over the years, and of the bodies below it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from attrs import evolve, field, frozen

from govinfo.consistency.context import Context
from govinfo.model import Reports, each_report

__all__ = ["Links", "contexts"]

Key: TypeAlias = tuple[str, int]
"""A body and a report year."""

_GOVERNMENT = "人民政府"


@frozen
class Links:
    """What joins reports where the names of the bodies do not tell."""

    renamed: Mapping[str, str] = field(factory=dict)
    """The later name of each body that was renamed, by its earlier name."""
    children: Mapping[str, Collection[str]] = field(factory=dict)
    """All bodies whose figures a report sums up, by the name of the body that made it."""

    def name(self, context: Context) -> str | None:
        """Return the last name of the body that made a report."""
        agency = context.report.agency
        return None if agency is None else self.last_name(agency.name)

    def last_name(self, name: str) -> str:
        """Return the last name of a body; a circle of names ends where it began."""
        seen = {name}
        while (later := self.renamed.get(name)) is not None and later not in seen:
            seen.add(name := later)
        return name


def contexts(reports: Reports, links: Links | None = None) -> list[Context]:
    """Return a context for each report: what it can be compared with among the others.

    Two different reports of one body for one year leave open which of them counts, so no other
    report is compared with either.
    """
    found = [Context.of(report) for _, report in each_report(reports)]
    if len(found) < 2:
        return found
    known = links or Links()
    by_year = dict[Key, Context | None]()
    for context in found:
        name, year = known.name(context), context.report.year
        if name is not None and year is not None:
            other = by_year.setdefault((name, year), context)
            if other is not None and other.values != context.values:
                by_year[name, year] = None
    by_year = dict(sorted(by_year.items(), key=lambda item: item[0]))
    return [_linked(context, by_year, known) for context in found]


def _linked(context: Context, by_year: Mapping[Key, Context | None], links: Links) -> Context:
    """Return a context with the report for the year before, and those of the bodies below.

    In `by_year` reports are in order of year; `None` stands for two that differ.
    """
    name, year = links.name(context), context.report.year
    if name is None or year is None:
        return context
    if (name, year - 1) in by_year:
        before = by_year[name, year - 1]
        context = evolve(context, before=before, disputed=before is None)
    else:
        earlier = [y for n, y in by_year if n == name and y < year]
        context = evolve(context, gap=max(earlier, default=None))
    if name in links.children:
        named = [links.last_name(child) for child in links.children[name]]
        known = [by_year.get((child, year)) for child in named]
        children = tuple(child for child in known if child is not None)
        return evolve(context, children=children, children_missing=len(named) - len(children))
    others = {n: one for (n, y), one in by_year.items() if y == year and one is not None}
    return evolve(context, children=_bodies_below(name, others))


def _bodies_below(name: str, others: Mapping[str, Context]) -> tuple[Context, ...]:
    """Return the bodies whose names begin with the place that a government governs.

    Those below another of them are left out.
    """
    if not name.endswith(_GOVERNMENT):
        return ()
    place = name.removesuffix(_GOVERNMENT)
    inside = {
        child: one for child, one in others.items() if child.startswith(place) and child != name
    }
    places = [child.removesuffix(_GOVERNMENT) for child in inside if child.endswith(_GOVERNMENT)]
    return tuple(
        one
        for child, one in inside.items()
        if not any(child.startswith(lower) and child != lower + _GOVERNMENT for lower in places)
    )
