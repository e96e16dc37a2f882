"""Which reports belong together: those of one body from year to year, and those of the bodies below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
    """What joins reports, where the names of the bodies alone do not say it."""

    renamed: Mapping[str, str] = field(factory=dict)
    """The later name of each body that was renamed, by its earlier name."""
    children: Mapping[str, Collection[str]] = field(factory=dict)
    """All bodies whose figures a report sums up, by the name of the body that made it."""

    def name(self, context: Context) -> str | None:
        """Return the last name of the body that made a report."""
        agency = context.report.agency
        return None if agency is None else self.last_name(agency.name)

    def last_name(self, name: str) -> str:
        """Return what a body is called after all its renamings; a circle of names ends where it began."""
        seen = {name}
        while (later := self.renamed.get(name)) is not None and later not in seen:
            seen.add(name := later)
        return name


def contexts(reports: Reports, links: Links | None = None) -> list[Context]:
    """Return a context for each report, joined to what it can be compared with among the others.

    Two different reports of one body for one year leave open which of them counts, so neither is
    joined to.
    """
    found = [Context.of(report) for _, report in each_report(reports)]
    if len(found) < 2:
        return found
    known = links or Links()
    by_year = _by_year(found, known)
    return [
        _with_children(_with_year_before(context, by_year, known), by_year, known)
        for context in found
    ]


def _by_year(found: Iterable[Context], links: Links) -> dict[Key, Context | None]:
    """Every report by body and year, in the order of their years; `None` where two of them differ."""
    by_year: dict[Key, Context | None] = {}
    for context in found:
        name, year = links.name(context), context.report.year
        if name is not None and year is not None:
            known = by_year.setdefault((name, year), context)
            if known is not None and known.values != context.values:
                by_year[name, year] = None
    return dict(sorted(by_year.items(), key=lambda item: item[0]))


def _with_year_before(
    context: Context, by_year: Mapping[Key, Context | None], links: Links
) -> Context:
    name, year = links.name(context), context.report.year
    if name is None or year is None:
        return context
    if (name, year - 1) in by_year:
        before = by_year[name, year - 1]
        return evolve(context, before=before, disputed=before is None)
    return evolve(context, gap=max((y for n, y in by_year if n == name and y < year), default=None))


def _with_children(
    context: Context, by_year: Mapping[Key, Context | None], links: Links
) -> Context:
    name, year = links.name(context), context.report.year
    if name is None or year is None:
        return context
    if name in links.children:
        named = [links.last_name(child) for child in links.children[name]]
        at_hand = tuple(
            child for child in (by_year.get((one, year)) for one in named) if child is not None
        )
        return evolve(context, children=at_hand, children_missing=len(named) - len(at_hand))
    return evolve(
        context,
        children=_below(name, [s for (_, y), s in by_year.items() if y == year and s], links),
    )


def _below(name: str, others: Iterable[Context], links: Links) -> tuple[Context, ...]:
    """The bodies whose names begin with the place that a government governs, less those below another of them."""
    if not name.endswith(_GOVERNMENT):
        return ()
    place = name.removesuffix(_GOVERNMENT)
    below = {links.name(one) or "": one for one in others}
    inside = {
        child: one for child, one in below.items() if child.startswith(place) and child != name
    }
    places = [child.removesuffix(_GOVERNMENT) for child in inside if child.endswith(_GOVERNMENT)]
    return tuple(
        one
        for child, one in inside.items()
        if not any(child.startswith(lower) and child != lower + _GOVERNMENT for lower in places)
    )
