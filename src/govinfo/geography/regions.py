"""Where a body stands, by its name and by what its page says; never by a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from govinfo.geography.divisions import (
    COUNTY,
    PREFECTURE,
    PROVINCE,
    Division,
    contains,
    divisions,
)
from govinfo.geography.names import Path, names_another_place, names_zone, path_in
from govinfo.geography.organs import written_out

__all__ = ["Location", "Region", "locate"]

_OF_A_GOVERNMENT = ("government", "office", "department", "township", "subdistrict")
"""The kinds of bodies whose level is that of their government."""
_RANKS = {PROVINCE: "province", PREFECTURE: "prefecture", COUNTY: "county"}
_GOVERNMENT = re.compile("(?:人民政府|政府|行政公署|行署)?")
_OFFICE = re.compile("(?:人民政府|政府|行政公署|行署)?(?:办公厅|办公室|办)")
_DEPARTMENT = re.compile("[局厅委会办院队馆处所站心署行社]$|公室$")
_INSTITUTION = re.compile("(?:医院|学校|学院|大学|[中小]学|公司|集团|银行|[分支]行)$")
_BRANCH = re.compile("分局$|派出所$|[支大]队$|分中心$")
"""The ends of the names of a part of a body: that of a city may serve one of its districts."""
_OF_A_TOWN = frozenset(("", "人民政府", "政府", "办事处", "办"))
"""What may stand behind the name of a town or subdistrict in that of its government."""
_WITHOUT_COUNTIES = frozenset(("东莞市", "中山市", "儋州市", "嘉峪关市", "三沙市"))
"""Prefectures whose towns lie in no county."""
_TOWN = re.compile(
    r"""
    (?: 人民政府 )?
    [\u3400-\u9fff]{1,8}?
    (?:
        (?P<subdistrict> 街道 )
      | 镇 (?! 企业|管理|建设|规划|化 )                    # no 城镇管理局
      | 乡 (?! 村|镇|企业|管理|建设|规划|统筹|一体|融合 )   # no 城乡建设局, no 乡村振兴局
      | 苏木
    )
    """,
    re.VERBOSE,
)
_NATIONAL = re.compile("国家|国务院|中国|中华人民共和国|.*部(?:办公厅)?$")
"""The name of a body of the state, whose place is the whole country."""
_LEVEL_WORD = re.compile(r"(?P<kind>[省市县区州旗盟])(?!场|容|域|划|级|直|政(?!府))")
"""The first character of a name without a place, such as 县民政局."""
_MOST_YEARS_AWAY = 2
"""A report may have the name of the year in which it came out; one that is further off is a doubt:
a zone may have had the name of a later district, and the year may be misread."""
_MANAGED = re.compile("管(?:理委员|委)会")


@frozen
class Region:
    """The place of a body in the administrative division of China."""

    code: str
    """The code by GB/T 2260, six digits: that of the smallest place in which the body surely is."""
    edition: int
    """The year of the table that has this code: the last one that is no newer than the report."""
    name: str
    """The name of the place with this code, as the table has it."""
    province: str
    city: str | None
    """The prefecture or the city of that rank; `None` where there is none."""
    county: str | None
    """The county, district, banner, or city of that rank; `None` where it is not known."""
    id: str
    """The same over the years for a place that got another name or code; that of a place which was
    joined with others ends with the last year of its own, as in `110103-2009`."""
    successors: tuple[str, ...]
    """The codes of what the place was joined with, or divided among; mostly empty."""
    valid: tuple[int, int]
    """The first and the last edition of the table, from 2007 on, with this code and name."""
    kind: str | None
    """What the body is: `government`, `office`, `department`, `township`, `subdistrict`,
    `development_zone`, `institution`; `None` where its name does not tell."""
    level: str | None
    """The level of the body: `province`, `prefecture`, `county`, `township`; `None` if not known.
    A department has the level of its government."""

    def contains(self, other: Region) -> bool:
        """Whether another place, in the same year, is this one or a part of it."""
        common = self.code.removesuffix("00").removesuffix("00")
        return other.code.startswith(common)

    @property
    def full_name(self) -> str:
        """The place with the places in which it lies: 江苏省南京市鼓楼区."""
        return "".join(filter(None, (self.province, self.city, self.county)))


@frozen
class Location:
    """What is known of the place of a body."""

    region: Region | None = None
    candidates: tuple[Region, ...] = ()
    """The places between which the page does not decide."""
    id: str | None = None
    """The place and the organ, the same over the years; `None` where one of them is in doubt."""
    full_name: str | None = None
    """The name with the whole place before it, where the name alone may be that of several."""

    @classmethod
    def at(cls, path: Path, row: Division, year: int | None) -> Location:
        """Return the place with what the rest of the name tells of the body."""
        word = None if path.places else _LEVEL_WORD.match(path.rest)
        organ = path.rest[word.end() :] if word else path.rest
        town, is_zone = _TOWN.match(organ), names_zone(organ)
        kind = _kind(organ, town, is_zone=is_zone)
        is_direct = bool(path.places or word or town) and kind in _OF_A_GOVERNMENT
        level = None
        if is_direct and (town or not _BRANCH.search(organ)):
            level = "township" if town else _RANKS[row.rank]
        region = _region(row, year, kind, level)
        is_of_one = len(_units(path.places)) == 1
        of_body = None
        if is_direct and town is None:
            of_body = f"{region.id}:{written_out(organ) or '人民政府'}"
        elif is_direct and town and (region.county is not None or region.name in _WITHOUT_COUNTIES):
            # Two towns of one prefecture may have the same name: their county has to be known.
            of_town = "" if organ[town.end() :] in _OF_A_TOWN else organ[town.end() :]
            of_body = f"{region.id}:{town[0].removeprefix('人民政府')}{of_town}"
        return cls(
            region,
            id=of_body,
            full_name=None if is_of_one else region.full_name + organ,
        )


@lru_cache(maxsize=1024)
def locate(
    name: str, year: int | None = None, words: tuple[str, ...] = (), codes: tuple[str, ...] = ()
) -> Location:
    """Return the place of a body.

    Args:
        name: The name of the body, in simplified characters.
        year: The year of the report.
        words: What else names the body or the owner of its website: a title, an issuing body.
        codes: Codes of places that the page has in its numbers.

    Returns:
        The place if the name, or the name and the page, are those of one place only. A page that
        names another place than the name does makes a doubt.

    """
    path = path_in(name)
    if names_another_place(path.rest) or (not path.places and _NATIONAL.match(name)):
        return Location()
    # The places that the page names elsewhere; those of one name or code are together.
    table = divisions()
    paths = (path_in(word) for word in words)
    named = [path.places for path in paths if not names_another_place(path.rest)]
    evidence = [rows for rows in (*named, *(table.by_code.get(code, ()) for code in codes)) if rows]
    if path.places:
        units = _units(path.places)
        agreeing = units if path.has_parents else _agreeing(units, evidence)
        # Only a zone has a 管委会, and no district.
        is_zone = path.stated[-1] == "区" and _MANAGED.match(path.rest)
        if is_zone or (path.may_be_quarter and not _stand_in(agreeing, evidence)):
            agreeing = ()
    else:
        units = _units(max(evidence, key=lambda rows: max(row.rank for row in rows), default=()))
        agreeing = tuple(unit for unit in _agreeing(units, evidence) if _fits(name, unit))
    if len(agreeing) > 1:
        agreeing = _of_the_year(agreeing, path.places, year)
    rows = [_row(unit, year, path.stated) for unit in agreeing or units]
    if len(agreeing) != 1 or _years_away(rows[0], year) > _MOST_YEARS_AWAY:
        return Location(candidates=tuple(_region(_row(unit, year), year) for unit in units))
    return Location.at(path, rows[0], year)


def _units(places: Iterable[Division]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.id for place in places))


def _agreeing(units: tuple[str, ...], evidence: list[tuple[Division, ...]]) -> tuple[str, ...]:
    """Return the units that lie in all places that the page names, or have them as parts."""
    by_id = divisions().by_id
    return tuple(
        unit
        for unit in units
        if all(
            any(contains(one, row) or contains(row, one) for one in rows for row in by_id[unit])
            for rows in evidence
        )
    )


def _stand_in(units: tuple[str, ...], evidence: list[tuple[Division, ...]]) -> bool:
    """Whether the page names a place of which these units are a part."""
    by_id = divisions().by_id
    return any(
        one.rank < row.rank and contains(one, row)
        for rows in evidence
        for one in rows
        for unit in units
        for row in by_id[unit]
    )


def _fits(name: str, unit: str) -> bool:
    """Whether a name without a place may be that of a body in this place: 县民政局 in a county."""
    word = _LEVEL_WORD.match(name)
    return word is None or any(row.name[-1] == word["kind"] for row in divisions().by_id[unit])


def _of_the_year(
    units: tuple[str, ...], places: tuple[Division, ...], year: int | None
) -> tuple[str, ...]:
    """Return the one of a prefecture and a county of one name that there was in the year.

    巢湖市 was a prefecture with another city in it, and is a city in a prefecture today.
    """
    rows = [place for place in places if place.id in units]
    is_one_place = len({row.code[:2] for row in rows}) == 1
    if year is None or not is_one_place or len({row.rank for row in rows}) < len(units):
        return units
    return _units(row for row in rows if row.first <= year <= row.last)


def _years_away(row: Division, year: int | None) -> int:
    """Return how far a year is from the editions that have a row."""
    editions = divisions().editions
    if year is None:
        return 0
    year = min(max(year, editions[0]), editions[-1])
    return max(row.first - year, year - row.last, 0)


def _row(unit: str, year: int | None, stated: str = "") -> Division:
    """Return the code and name of a unit in a year; without a year, those that are stated."""
    rows = divisions().by_id[unit]
    return min(rows, key=lambda row: (_years_away(row, year), row.name != stated, -row.last))


def _region(
    row: Division, year: int | None, kind: str | None = None, level: str | None = None
) -> Region:
    # The last edition with this row that is no newer than the report.
    wanted = min(max(row.last if year is None else year, row.first), row.last)
    edition = max(edition for edition in divisions().editions if edition <= wanted)
    above = divisions().above
    province, city = above(row, PROVINCE, edition), above(row, PREFECTURE, edition)
    return Region(
        code=row.code,
        edition=edition,
        name=row.name,
        province=row.name if province is None else province.name,
        city=None if row.rank == PROVINCE or city is None else city.name,
        county=row.name if row.rank == COUNTY else None,
        id=row.id,
        successors=row.successors,
        valid=(row.first, row.last),
        kind=kind,
        level=level,
    )


def _kind(organ: str, town: re.Match[str] | None, *, is_zone: bool) -> str | None:
    if town and organ[town.end() :] in _OF_A_TOWN:
        return "subdistrict" if town["subdistrict"] else "township"
    if is_zone:
        return "development_zone"
    if _GOVERNMENT.fullmatch(organ):
        return "government"
    if _OFFICE.fullmatch(organ):
        return "office"
    if _INSTITUTION.search(organ):
        return "institution"
    return "department" if _DEPARTMENT.search(organ) else None
