"""The administrative divisions of China, from the provinces to the counties, since 2007.

The table is read when it is first asked for. `tools/regions.py` makes it, and names its sources.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from attrs import field, frozen

__all__ = ["COUNTY", "PREFECTURE", "PROVINCE", "Division", "Divisions", "contains", "divisions"]

PROVINCE, PREFECTURE, COUNTY = 1, 2, 3
_LENGTHS = {PROVINCE: 2, PREFECTURE: 4, COUNTY: 6}
"""The digits of a code that a place and all that lies in it have in common."""
_NATIONS = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族"
    "|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族"
    "|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|普米族|塔吉克族?|怒族|保安族"
    "|裕固族|独龙族|各族"
)
_AUTONOMOUS = re.compile(rf"(?P<stem>..+?)(?:{_NATIONS})+(?:自治)?(?P<kind>[州县旗区])")
_SHORT = re.compile(
    rf"""
      (?P<province> 内蒙古|广西|西藏|宁夏|新疆 ) (?:{_NATIONS})? 自治区
    | (?P<stem> ..+? ) (?: 省|市|盟|地区 | (?:{_NATIONS})+自治州 )
    """,
    re.VERBOSE,
)


@frozen
class Division:
    """One code under one name."""

    code: str
    """Six digits, as GB/T 2260 has them."""
    name: str
    first: int
    """The first edition of the table that has this code with this name."""
    last: int
    """The last such edition."""
    id: str
    """The same for all codes and names that one unit had; see `Region.id`."""
    successors: tuple[str, ...]
    """The codes of the units that a unit was joined with or divided among."""

    @property
    def names(self) -> Iterator[str]:
        """The name as it stands, and those of an autonomous place without its nations."""
        yield self.name
        if "族" in self.name or "自治" in self.name:
            found = _AUTONOMOUS.fullmatch(self.name)
            if found is not None and not self.name.endswith("自治区"):
                yield found["stem"] + found["kind"]
                if "自治" in self.name:
                    yield f"{found['stem']}自治{found['kind']}"

    @property
    def rank(self) -> int:
        """`PROVINCE`, `PREFECTURE` or `COUNTY`."""
        return (
            PROVINCE if self.code[2:] == "0000" else PREFECTURE if self.code[4:] == "00" else COUNTY
        )


def contains(whole: Division, part: Division) -> bool:
    """Whether a division is another one, or has it as a part."""
    return part.code.startswith(whole.code[: _LENGTHS[whole.rank]])


@frozen(eq=False)
class Divisions:
    """The whole table, and where each name stands in it."""

    editions: tuple[int, ...]
    """The years of the editions, in order."""
    rows: tuple[Division, ...]
    by_code: Mapping[str, tuple[Division, ...]] = field(init=False, repr=False)
    by_name: Mapping[str, tuple[Division, ...]] = field(init=False, repr=False)
    """By the full name, and for autonomous units without nations: 长阳自治县, 长阳县."""
    by_id: Mapping[str, tuple[Division, ...]] = field(init=False, repr=False)
    """All codes and names of one unit."""
    by_short_name: Mapping[str, tuple[Division, ...]] = field(init=False, repr=False)
    """Provinces and prefectures by the name without its kind: 江苏, 南京, 恩施."""

    @by_code.default
    def _by_code(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped((row.code, row) for row in self.rows)

    @by_name.default
    def _by_name(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped((name, row) for row in self.rows for name in row.names)

    @by_id.default
    def _by_id(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped((row.id, row) for row in self.rows)

    @by_short_name.default
    def _by_short_name(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped(
            (found["province"] or found["stem"], row)
            for row in self.rows
            if row.rank != COUNTY and (found := _SHORT.fullmatch(row.name))
        )

    def above(self, part: Division, rank: int, year: int) -> Division | None:
        """Return the province or prefecture in which a division lay in a year; `None` if none."""
        code = part.code[: _LENGTHS[rank]].ljust(6, "0")
        rows = [row for row in self.by_code.get(code, ()) if row.first <= year <= row.last]
        return rows[0] if rows else None


def _grouped(pairs: Iterator[tuple[str, Division]]) -> Mapping[str, tuple[Division, ...]]:
    groups: dict[str, list[Division]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}


class _Line(NamedTuple):
    """One line of the file."""

    code: str
    name: str
    first: int
    last: int
    fate: str
    """Empty; `=` and the code under which the unit goes on; `>` and the codes of what it joined."""


@cache
def divisions() -> Divisions:
    """Return the table, which is read once."""
    packed = resources.files("govinfo.geography").joinpath("divisions.tsv.gz").read_bytes()
    lines: dict[tuple[str, str], _Line] = {}
    editions: tuple[int, ...] = ()
    for text in gzip.decompress(packed).decode().splitlines():
        if text.startswith("# editions 2007 2008"):
            editions = tuple(map(int, text.split()[2:]))
        elif not text.startswith("#"):
            code, name, first_year, last_year, fate = text.split("\t")
            lines[code, name] = _Line(code, name, int(first_year), int(last_year), fate)
    by_code: dict[str, list[_Line]] = {}
    for one in lines.values():
        by_code.setdefault(one.code, []).append(one)
    found = list[Division]()
    for line in lines.values():
        # A unit is followed to the last code and name that it had.
        last = line
        while last.fate.startswith("="):
            later = (one for one in by_code[last.fate[1:]] if one.last > last.last)
            last = min(later, key=lambda one: one.first)
        successors = tuple(last.fate[1:].split(",")) if last.fate else ()
        code = last.code if last.last == editions[-1] else f"{last.code}-{last.last}"
        found.append(Division(line.code, line.name, line.first, line.last, code, successors))
    return Divisions(editions, tuple(found))
