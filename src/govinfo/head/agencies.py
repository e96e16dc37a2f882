"""The names of agencies, and the level that a name tells."""

from __future__ import annotations

import re

from govinfo.model import Agency

__all__ = ["AGENCY", "agency_in", "agency_of", "looks_like_agency"]

_ORGAN = (
    r"(?:人民政府(?:办公[厅室])?|政府办?公?室?|管理委员会(?:办公室)?|管委会(?:办公室)?"
    r"|委员会(?:办公室)?|办事处|街道(?:办)?|厅|局|委|办公室|办|中心|分局|支队|总队|大队|院|馆|署|行|会"
    r"|镇|乡|处|公司|医院|学校|社)"
)
AGENCY = rf"[\u3400-\u9fff（）()·]{{1,36}}?{_ORGAN}"
"""The name of an agency, as a pattern."""
_AGENCY = re.compile(AGENCY)
_OPENING = re.compile(
    r"""
    (?:^|[。\n])[^\S\n]*+20\d{2}\s*年(?:度|以来)?[,，]?\s*
    (?P<agency>[\u3400-\u9fff]{2,30}?(?:人民政府|街道办事处|办公室|管委会|委员会|局|厅))
    (?=   # the words with which a report begins to tell what was done
        认真|坚持|深入|严格|按照|高度|全面|以|在|紧|积极|根据|围绕|切实|扎实|进一步|持续|不断|贯彻
    )
    """,
    re.VERBOSE,
)
_GOVERNMENT = "(?:人民政府(?:办公厅)?|政府办公厅)"
"""A government, or its general office, which reports for it; a 办公室 is an office of its own."""
_LEVELS: tuple[tuple[str, str], ...] = (
    (
        "state_council_department",
        r"^国家|^国务院|^中国.*(?:局|委员会)$|^[^省市县区]{2,8}部(?:办公厅)?$",
    ),
    (
        "provincial_government",
        rf"(?:省|自治区){_GOVERNMENT}$|^(?:北京|天津|上海|重庆)市{_GOVERNMENT}$",
    ),
    ("prefecture_government", rf"(?:自治州|地区|盟)(?:{_GOVERNMENT}|行政公署|行署)$"),
    ("county_government", rf"(?:县|自治县|旗|区|林区|特区){_GOVERNMENT}$"),
    ("government", rf"市{_GOVERNMENT}$"),
    ("township", r"(?:镇|乡|苏木)(?:人民政府)?$|街道(?:办事处)?$"),
    (
        "development_zone",
        r"(?:开发区|高新区|新区|园区|度假区|保税区|实验区)(?:管委会|管理委员会)?(?:办公室)?$",
    ),
    ("department", r"(?<!政府)(?<!政府办公)(?:厅|局|委|委员会|办公室|中心|支队|总队|院|队|馆)$"),
)
"""The level that a name alone tells; 市人民政府, a prefecture or a county, is only a government."""


def looks_like_agency(text: str) -> bool:
    """Whether a short text ends as the name of an organ does."""
    return _AGENCY.fullmatch(text) is not None


def agency_of(name: str) -> Agency:
    """Return the agency of this name, with the level that the name alone tells."""
    for level, pattern in _LEVELS:
        if re.search(pattern, name):
            return Agency(name, level)
    return Agency(name, None)


def agency_in(overview: str) -> str | None:
    """Return the agency in the first sentence of a report, as in 2021年，某某镇人民政府坚持…….

    Args:
        overview: The text of the first part, in simplified characters.

    """
    match = _OPENING.search(overview)
    return match["agency"] if match else None
