"""The place with which the name of a body begins, and what stands behind it."""

from __future__ import annotations

import re

from attrs import frozen

from govinfo.geography.divisions import Division, contains, divisions

__all__ = ["Path", "names_another_place", "names_zone", "path_in"]

_LONGEST_NAME_CHARS = 15
_LONGEST_SHORT_NAME_CHARS = 4
_ABOVE = re.compile(
    r"""
      (?: 20\d\d | 二[〇○零][〇○零一二三四五六七八九]{2} ) 年? (?: 度|份 )?   # 2022年度
    | 国家税务总局 | 国家统计局 | 国家金融监督管理总局 | 国家外汇管理局 | 国家能源局
    | 国家矿山安全监察局 | 中国人民银行 | 中国银行保险监督管理委员会 | 中国证券监督管理委员会
    | 中国证监会 | 中国气象局 | 中华人民共和国 | 中国[·.]?
    """,
    re.VERBOSE,
)
"""What may stand before the place: a year, or the body of the state that a local office is of."""
_KINDS = frozenset("省市县区州盟旗")
"""The characters with which the name of a place ends."""
_NO_PLACE_BEFORE: dict[str, tuple[str, ...]] = {
    "市": ("城", "都", "超", "上", "夜", "股", "集", "菜", "门"),
    "区": ("社", "库", "灌", "灾", "小", "校", "老", "防护"),
}
"""The characters before 市 and 区 with which they are no place: 城市, 社区."""
_NO_PLACE_BEHIND: dict[str, tuple[str, ...]] = {
    "市": ("场", "政", "容", "民", "委", "级", "域", "直"),
    "区": ("域", "划", "块", "级", "委", "直"),
    "县": ("级", "域", "委", "直"),
    "省": ("级", "委", "直", "会"),
    "州": ("级", "委", "直"),
}
_SIDES = ("东区", "西区", "南区", "北区", "中区")
"""济南市中区 is 市中区 in 济南, and no part of 济南市 by this name."""
_TOWN_BEHIND = ("镇", "乡", "街道")
_ZONES = tuple(
    f"{kind}区"
    for kind in (
        *("开发", "高新", "新", "园", "度假", "保税", "保税港", "实验", "试验", "示范", "管理"),
        *("景", "名胜", "林", "矿", "功能", "自贸", "自由贸易", "保护", "合作", "产业", "工业"),
        *("集聚", "集中", "物流", "航空港", "科技", "科学", "技术", "综合", "经开", "片", "街"),
    )
)
"""Zones, which have offices of their own and no code."""


_FEWEST_CHARS_ALONE = 3


@frozen
class Path:
    """The place with which a name begins."""

    places: tuple[Division, ...]
    """What it may be: several places where the name is that of several; empty where it is none."""
    stated: str
    """The last name of the place, as it stands: 鼓楼区 of 南京市鼓楼区."""
    rest: str
    """The name behind the place."""
    has_parents: bool
    """Whether a province or prefecture stands before the last place of the name."""

    @property
    def may_be_quarter(self) -> bool:
        """Whether the name, such as 东区, may also be that of a quarter, which no table has."""
        is_short = len(self.stated) < _FEWEST_CHARS_ALONE and self.stated[-1] == "区"
        return is_short and not self.has_parents


def path_in(name: str) -> Path:
    """Return the place with which a name begins.

    Each part of the place lies in the part before it: 江苏省南京市鼓楼区, 南京市鼓楼区, 南京鼓楼区.
    A province or prefecture has its full name, unless the full name of a part of it follows.
    """
    begin, stated, parents = 0, "", 0
    while found := _ABOVE.match(name, begin):
        begin = found.end()
    rest, places = name[begin:], tuple[Division, ...]()
    while True:
        inner, skipped, length = _place_at(rest, places)
        if not inner:
            return Path(places, stated, rest, parents > 1)
        parents += 2 if skipped else 1
        places, stated, rest = inner, rest[skipped:length], rest[length:]


def _place_at(text: str, within: tuple[Division, ...]) -> tuple[tuple[Division, ...], int, int]:
    """Return the places with whose name a text begins, and where the name begins and ends.

    Args:
        text: What stands behind the places found so far.
        within: Those places; the place lies in one of them, if there are any.

    """
    table = divisions()
    for length in range(min(_LONGEST_NAME_CHARS, len(text)), 1, -1):
        found = _parts(table.by_name.get(text[:length], ()), within)
        if not found or text.startswith("市场", length - 1):  # 南京市场监督管理局 has no 市
            continue
        # 西区 of 西区街道 is no district, but 临汾市 of 临汾市乡宁县 is a city.
        if text.startswith(_TOWN_BEHIND, length) and not _place_at(text[length:], found)[0]:
            continue
        return found, 0, length
    for length in range(min(_LONGEST_SHORT_NAME_CHARS, len(text)), 1, -1):
        whole = _parts(table.by_short_name.get(text[:length], ()), within)
        if whole:
            found, skipped, end = _place_at(text[length:], whole)
            if found:
                return found, length + skipped, length + end
    return (), 0, 0


def _parts(places: tuple[Division, ...], within: tuple[Division, ...]) -> tuple[Division, ...]:
    """Return the places that lie in one of others, if there are others."""
    if not within:
        return places
    return tuple(
        place
        for place in places
        if any(whole.rank < place.rank and contains(whole, place) for whole in within)
    )


def names_another_place(rest: str) -> bool:
    """Whether a name has that of a county or the like which no table has, as 松台县水务局 does."""
    if rest.startswith(_SIDES) and not rest.startswith(_TOWN_BEHIND, 2):
        return True
    begin = len(rest) - len(rest.removeprefix("人民").removeprefix("政府"))
    for at in range(begin, len(rest)):
        kind = rest[at]
        if (
            kind in _KINDS
            and at - begin >= (1 if kind in "县省" else 2)
            and not rest.endswith(_NO_PLACE_BEFORE.get(kind, ()), begin, at)
            and not rest.startswith(_NO_PLACE_BEHIND.get(kind, ()), at + 1)
            and not rest.startswith(_TOWN_BEHIND, at + 1)
            and not rest.endswith(_ZONES, begin, at + 1)
        ):
            return True
    return False


def names_zone(rest: str) -> bool:
    """Whether a name has the name of a zone, as 高新技术产业开发区管委会 does."""
    return any(zone in rest for zone in _ZONES)
