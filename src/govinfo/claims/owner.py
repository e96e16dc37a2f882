"""Whose report it is, and of which year: whether a figure speaks of the same."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import define

from govinfo.model import Report

__all__ = ["Owner"]

_STATED = re.compile(r"(20\d\d)\s*年\s*(?:[^，,。；;：:\n\d]{0,90}?[报報]|1\s*月\s*1\s*日)")
_REACH = 3000
_OFFICE = re.compile(r"(?:政府办公?室?|府办公?室?|办公[室厅]|办)$")
_WHOLE_PLACE = re.compile(r"全[市省县区镇乡州旗]|各级")
_ON_ITSELF_SINCE = 2019
_SHORT_WORDS = (
    ("人民政府", "政府"),
    ("街道办事处", "街道"),
    ("街道办", "街道"),
    ("街办", "街道"),
    ("应急管理", "应急"),
    ("综合行政执法", "综合执法"),
    ("城市管理行政执法", "城管"),
    ("城市管理综合执法", "城管"),
    ("城市管理", "城管"),
    ("市场监督管理", "市场监管"),
    ("国有资产监督管理委员会", "国资委"),
    ("管理委员会", "管委会"),
    ("发展和改革委员会", "发改委"),
    ("发展和改革", "发改"),
    ("发展改革", "发改"),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("林业和草原", "林草"),
    ("退役军人事务", "退役军人"),
    ("医疗保障", "医保"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("卫生健康", "卫健"),
    ("文化和旅游", "文旅"),
    ("工业和信息化", "工信"),
)
"""Long words of the names of bodies, and the short ones that prose has for them."""
_OWN_PLACE = re.compile(r"[我本][市县区省州旗]")
_WIDER = (
    (re.compile(r"(?:镇|乡|街道)(?:人民)?(?:政府|办事处)?$"), re.compile(r"全[市县区省州旗]")),
    (re.compile(r"(?:[县旗区](?:人民)?政府|管(?:理)?委(?:员)?会)$"), re.compile(r"全[市省州]")),
    (re.compile(r"[市州](?:人民)?政府$"), re.compile("全省")),
)
"""How the names of small places end, and scopes that are wider than those."""
_OWN_LEVEL = re.compile(r"^(?:[省市县区镇乡]?(?:政府)?)本级$")


@define
class Owner:
    """The body and the year that a report is about, looked for when they are first asked for."""

    _report: Report

    @cached_property
    def year(self) -> int | None:
        """The year of the report; its head is read only if a look above the first part fails."""
        outline = self._report.outline
        above = self._report.text.characters[: outline[0][1] if outline else _REACH]
        stated = set(_STATED.findall(above))
        return int(stated.pop()) if len(stated) == 1 else self._report.year

    @cached_property
    def _name(self) -> str:
        """The name of the body in short words; empty if the report does not say."""
        agency = self._report.agency
        return "" if agency is None else _shortened(agency.name)

    def is_itself(self, scope: str) -> bool:
        """Whether a name in the prose is that of the body whose report it is."""
        agency = self._report.agency
        # 市政府办公厅代表市政府 speaks for the body behind 代表.
        scope = scope.rpartition("代表")[2]
        if _OWN_PLACE.match(scope):
            return agency is None or not agency.is_department
        if agency is None:
            return False
        if scope == "全局":
            return agency.name.endswith("局")
        name, said = self._name, _shortened(scope)
        if _OFFICE.search(said) and not said.endswith("政府"):
            return name.endswith(("办公室", "办公厅"))
        return name.endswith(said) or (len(said) > 2 and said in name)

    def counts_all_of(self, scope: str) -> bool:
        """Whether the tables may count all bodies of this scope: a government's, not a bureau's.

        An office of a government writes of the whole county, and has tables of its own.
        """
        agency = self._report.agency
        if _OWN_LEVEL.match(scope):
            return agency is not None and not agency.is_government
        if _WHOLE_PLACE.match(scope) is None:
            return False
        if agency is None:
            return True
        if any(own.search(agency.name) and wider.match(scope) for own, wider in _WIDER):
            # 全县 in the report of a township
            return False
        # An office reports on all of its county in an annex, but on itself in a table of 2019.
        own = _OFFICE.search(agency.name) is not None and (self.year or 0) >= _ON_ITSELF_SINCE
        return not (agency.is_department or own)


def _shortened(name: str) -> str:
    """Return a name with the usual short words for its field of work."""
    for long, short in _SHORT_WORDS:
        name = name.replace(long, short)
    return name
