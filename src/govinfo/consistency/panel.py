"""Which reports belong together: those of one body over the years, and of the bodies below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping

from attrs import evolve, field, frozen

from govinfo.consistency.context import Context
from govinfo.model import Agency, Reports, each_report

__all__ = ["Links", "contexts", "linked"]

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

    def shared(self, found: Iterable[Context]) -> Collection[str]:
        """Return the names that stand on pages of several places."""
        by_name = dict[str, list[Agency]]()
        for context in found:
            name, agency = self.name(context), context.report.agency
            if name is not None and agency is not None:
                by_name.setdefault(name, []).append(agency)
        return {
            name
            for name, agencies in by_name.items()
            if len(agencies) > 1
            and len({one.distinct_name for one in agencies if one.distinct_name != one.name}) > 1
        }


def contexts(reports: Reports, links: Links | None = None) -> list[Context]:
    """Return a context for each report: what it can be compared with among the others.

    Two different reports of one body for one year leave open which of them counts, so no other
    report is compared with either.
    """
    return linked([Context.of(report, source) for source, report in each_report(reports)], links)


def linked(
    found: list[Context], links: Links | None = None, *, asked: int | None = None
) -> list[Context]:
    """Return the contexts of reports with what each can be compared with among the others.

    Args:
        found: The contexts.
        links: What joins reports where the names of the bodies do not tell.
        asked: So many of the first contexts are returned; `None` for all.

    """
    if len(found) < 2:
        return found
    panel = _Panel.of(found, links or Links())
    return [panel.linked(context) for context in found[:asked]]


def _body(context: Context, links: Links, shared: Collection[str]) -> str | None:
    """Return the last name of the body that made a report, with its place if others share it."""
    name, agency = links.name(context), context.report.agency
    return name if agency is None or name not in shared else agency.distinct_name


def _same_bodies(
    named: Iterable[tuple[str, Agency]], years: Mapping[str, Collection[int]]
) -> dict[str, str]:
    """Return one name for each body whose place got another name, by each of its names.

    The page says which body it is, the same on all reports of that name, and no year has reports
    under two of the names.
    """
    ids = dict[str, set[str | None]]()
    for name, agency in named:
        ids.setdefault(name, set()).add(agency.id)
    by_id = dict[str, list[str]]()
    for name, known in ids.items():
        if len(known) == 1 and (one := next(iter(known))) is not None:
            by_id.setdefault(one, []).append(name)
    return {
        name: names[0]
        for names in by_id.values()
        if len(set().union(*(years[one] for one in names))) == sum(len(years[one]) for one in names)
        for name in names
    }


@frozen
class _Panel:
    """The reports by body and year, and by year and body; `None` stands for two that differ."""

    links: Links
    by_body: dict[str, dict[int, Context | None]]
    by_year: dict[int, dict[str, Context | None]]
    """For each year the bodies in the order of their names: those of one place stand together."""
    names: dict[int, list[str]]
    """The same names as lists, to search in."""
    shared: Collection[str]
    """The names that several bodies have, as their pages say: 鼓楼区司法局 of two cities."""
    same: Mapping[str, str]
    """The name under which `by_body` has a body whose place got another name."""

    @classmethod
    def of(cls, found: list[Context], links: Links) -> _Panel:
        by_name = dict[str, dict[int, Context | None]]()
        by_year = dict[int, dict[str, Context | None]]()
        named = list[tuple[str, Agency]]()
        shared = links.shared(found)
        for context in found:
            name, year = _body(context, links, shared), context.report.year
            if name is None or year is None or context.report.agency is None:
                continue
            if links.name(context) not in shared:
                named.append((name, context.report.agency))
            other = by_name.setdefault(name, {}).setdefault(year, context)
            if other is not None and other.values != context.values:
                by_name[name][year] = None
        for name in sorted(by_name):
            for year, one in by_name[name].items():
                by_year.setdefault(year, {})[name] = one
        names = {year: list(by_year[year]) for year in by_year}
        same, by_body = _same_bodies(named, by_name), dict[str, dict[int, Context | None]]()
        for name, years in by_name.items():
            by_body.setdefault(same.get(name, name), {}).update(years)
        return cls(links, by_body, by_year, names, shared, same)

    def linked(self, context: Context) -> Context:
        """Return a context with the report for the year before, and those of the bodies below."""
        name, year = _body(context, self.links, self.shared), context.report.year
        if name is None or year is None:
            return context
        years = self.by_body[self.same.get(name, name)]
        if year - 1 in years:
            before = years[year - 1]
            context = evolve(context, before=before, disputed=before is None)
        else:
            context = evolve(context, gap=max((one for one in years if one < year), default=None))
        if name not in self.links.children:
            return evolve(context, children=self._bodies_below(name, year))
        named = [self.links.last_name(child) for child in self.links.children[name]]
        known = [self.by_year[year].get(child) for child in named]
        children = tuple(child for child in known if child is not None)
        return evolve(context, children=children, children_missing=len(named) - len(children))

    def _bodies_below(self, name: str, year: int) -> tuple[Context, ...]:
        """Return the bodies whose names begin with the place that a government governs.

        Those below another of them are left out.
        """
        if not name.endswith(_GOVERNMENT):
            return ()
        place, names = name.removesuffix(_GOVERNMENT), self.names[year]
        inside = list[str]()
        for child in names[bisect_left(names, place) :]:
            if not child.startswith(place):
                break
            if child != name and self.by_year[year][child] is not None:
                inside.append(child)
        places = [one.removesuffix(_GOVERNMENT) for one in inside if one.endswith(_GOVERNMENT)]
        below = (
            child
            for child in inside
            if not any(child.startswith(lower) and child != lower + _GOVERNMENT for lower in places)
        )
        government = self.by_year[year][name]
        whole = government and government.report.agency and government.report.agency.region
        found = list[Context]()
        for context in filter(None, map(self.by_year[year].__getitem__, below)):
            agency = context.report.agency
            part = agency and agency.region
            # The pages may put it in another place than the government of the same place name.
            if not whole or not part or whole.contains(part):
                found.append(context)
        return tuple(found)
