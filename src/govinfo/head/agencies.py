"""The names of agencies, and the level that a name tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from govinfo.geography.organs import written_out
from govinfo.parts import Agency

__all__ = [
    "AGENCY",
    "NO_SUBJECT",
    "ON_BEHALF",
    "SUPERIORS",
    "agency_in",
    "agency_of",
    "fullest",
    "has_no_place",
    "in_full",
    "is_kind_alone",
    "is_pronoun",
    "looks_like_agency",
]

_ORGAN = (
    r"(?:人民政府(?:办公[厅室])?|政府办?公?室?|管理委员会(?:办公室)?|管委会(?:办公室)?"
    r"|委员会(?:办公室)?|办事处|街道(?:办)?|厅|局|委|办公室|办|中心|分局|支队|总队|大队|院|馆|署|行|会"
    r"|海关|镇|乡|处|公司|医院|学校|社)"
)
AGENCY = rf"[\u3400-\u9fff（）()·]{{1,36}}?{_ORGAN}"
"""The name of an agency, as a pattern."""
_AGENCY = re.compile(AGENCY)
ON_BEHALF = re.compile(r"(?<=[厅室局委办会处院府镇乡])关于.*$")
"""The rest of a title in which an office reports for a government: 某县政府办公室关于某县."""
_PRONOUN = re.compile(
    r"""
      我
    | 由[我本] | [该各贵] (?=[局委办镇乡街厅院校单机部县市区])
    # 本溪 is a city, 全州 a county, 贵州 a province, and 各莫 a town.
    | 本 (?: 机关|单位|部门|行政机关|级|地区|辖区|系统 | [局委办镇乡街厅院校馆中站处市县区省州年])
    | 全 (?: 系统|体|街 | [局委镇乡市县区省])
    | [省市县区镇乡州] 本级
    | (?:街道|部门|单位|年度|最新)$
    """,
    re.VERBOSE,
)
_NOBODY = re.compile(
    r"""
      (?:[局委厅处院校镇乡县市区]|街道)?(?:党政|行政|综合|党政综合|政务公开)?(?:办公室|办|中心)
    | .*(?:领导小组|信息公开|政务公开).*
    | [省市县区镇乡州]?(?:人民)?政府(?:办公室|办公厅|办)?
    """,
    re.VERBOSE,
)
"""Parts of a body, which write for it, and have no name of their own."""
_KIND_ALONE = re.compile("办公[厅室]|办事处|事处|(?:管理)?委员会|管委会|(?:管理)?局")
_NO_NAME = re.compile(
    r"""
      召开|举[办行]|参加|出席|没有|未[收产发]|加强|进一步|不断|努力|提升|需要|特此   # a sentence
    | 报告|处理费
    | 大厅$ | ^(?:个人|新闻|下载|举报|用户|帮助|服务|资料|互动)中心$                # a menu
    | 机构设置|领导信息
    """,
    re.VERBOSE,
)
"""Words of a sentence or of a menu that end as the name of an organ does: 召开工作推进会."""
_OPENING = re.compile(
    r"""
    (?:^|[。\n])[^\S\n]*+                                # the beginning of a sentence
    (?: 20\d{2}\s*年(?:度|以来)? | 二[〇○零]\S{2}年(?:度|以来)? | 今年以来 | 一年来 | 本年度 )
    [,，]?\s*
    (?: 在[^。，,\n]{2,30}领导下[,，]\s*                 # in 在县委、县政府的正确领导下
      | (?:根据|按照)[^。\n]{2,120}?(?:要求|精神|规定)[,，]\s* )?
    (?P<agency>
        [\u3400-\u9fff]{2,30}?
        (?:人民政府|街道办事处|街道|办公室|管委会|管理委员会|委员会|局|厅|镇|乡)
    )
    (?:（[^（）\n]{2,14}）)?                                # （以下简称我局）
    (?:的?(?:政府|政务)?信息公开工作)?
    (?=   # the words with which a report begins to tell what was done
        认真|坚持|深入|严格|按照|高度|全面|以|在|紧|积极|根据|围绕|切实|扎实|进一步|持续|不断|贯彻
      | 依据|依照|依法|主动|公开|牢固|始终|着力|大力|强化|加强|不断|继续|秉持|把|将|共|全年|严
    )
    """,
    re.VERBOSE,
)
NO_SUBJECT = re.compile(
    r"""
      各级|所有|有关|领导|[县区市]委|党委|党工委|国务院|政府办公厅|上级   # other bodies
    | 通过|关于|要求|以及|对|向                                       # words between
    | ^国家.{2,8}总局$ | ^(?:乡?镇|街)?(?:乡镇|街镇|街道)$              # of the country, or any
    """,
    re.VERBOSE,
)
"""Words that stand before the verbs as a name does, and that no name of a body has."""
_MOST_OPENINGS = 20
_PLACE = "省市县区州盟旗会"
"""The characters with which the name of a place ends, before that of an organ there."""
_GOVERNMENT = "(?:人民政府(?:办公厅)?|政府办公厅)"
"""A government, or its general office, which reports for it; a 办公室 is an office of its own."""
_MINISTRIES = (
    "外交|国防|教育|科学技术|科技|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障"
    "|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理"
    "|铁道|卫生|文化|国土资源|环境保护|信息产业|建设|劳动和社会保障|人事|监察|农业|交通"
)
_NATIONAL_BODIES = (
    "气象局|地震局|民用航空局|科学院|社会科学院|工程院|人民银行|证监会|银监会|保监会|银保监会"
    "|证券监督管理委员会|银行业监督管理委员会|保险监督管理委员会|银行保险监督管理委员会"
)
_ZONE = (
    "开发区|经开区|高新区|园区|度假区|保税区|保税港区|实验区|试验区|示范区|合作区|景区|名胜区|旅游区"
    "|工业区|产业区|集聚区|集中区|(?<!浦东)(?<!滨海)新区"
)
"""Zones; 浦东 is a district, and so may 滨海 be."""
_LEVELS: tuple[tuple[str, str], ...] = (
    (
        "state_council_department",
        # A second name behind the first is that of a branch: 国家税务总局青岫县税务局. Banks and
        # institutes of 中国 are none, nor are zones that the state has approved.
        (
            r"^国务院|^(?:中华人民共和国)?(?:"
            r"国家(?:(?!总?局|委员会|[省市县区州]|公园).)*(?:总?局|委员会|办公室)"
            rf"|中国(?:{_NATIONAL_BODIES})|(?:{_MINISTRIES})部|海关总署|审计署|新闻出版总署"
            r")(?:办公[厅室])?$"
        ),
    ),
    (
        "provincial_government",
        rf"(?:省|自治区){_GOVERNMENT}$|^(?:北京|天津|上海|重庆)市{_GOVERNMENT}$",
    ),
    ("prefecture_government", rf"(?:自治州|地区|盟)(?:{_GOVERNMENT}|行政公署|行署)$"),
    ("county_government", rf"(?:县|自治县|旗|区|林区|特区){_GOVERNMENT}$"),
    ("government", rf"市{_GOVERNMENT}$"),
    ("township", r"(?:镇|乡|苏木)(?:人民政府)?$|街道(?:办事处)?$"),
    ("development_zone", rf"(?:{_ZONE})(?:管委会|管理委员会)?(?:办公室)?$"),
    # The office of the 兵团, which has the rank of a province, reports for it.
    (
        "department",
        r"(?<!政府)(?<!政府办公)(?<!兵团办公)(?:厅|局|委|委员会|办公室|中心|支队|总队|院|队|馆|海关)$",
    ),
)
"""The level that a name alone tells; 市人民政府, a prefecture or a county, is only a government."""

_OTHER_NAME = re.compile(r"(?<=.)[（(][^（()）]*[）)]$")


def looks_like_agency(text: str) -> bool:
    """Whether a short text ends as the name of an organ does, and names one: 我局 does not."""
    return (
        _AGENCY.fullmatch(text) is not None
        and not is_pronoun(text)
        and _NOBODY.fullmatch(text) is None
        and not is_kind_alone(text)
        and _NO_NAME.search(text) is None
    )


def is_pronoun(text: str) -> bool:
    """Whether a name begins with a word such as 我 or 本, so that it names nobody."""
    return _PRONOUN.match(text) is not None


def is_kind_alone(name: str) -> bool:
    """Whether a name is no more than the kind of a body: the rest of it is lost."""
    return _KIND_ALONE.fullmatch(name) is not None


SUPERIORS = frozenset({"国家税务总局", "国家统计局", "中华人民共和国"})
"""What stands before the place in the full name of a body that answers to the centre."""


def fullest(name: str, others: Iterable[str]) -> str:
    """Return a name as it stands in full elsewhere in the document.

    Args:
        name: A name that may be short, such as 水务局 or 霜桥镇.
        others: The names that stand in other places, the surest first.

    Returns:
        The first of the others that puts a place before the name, or 人民政府 or 办事处 behind it;
        the name itself where there is none.

    """
    full_name = written_out(name)
    for other in others:
        place, found, rest = written_out(other).partition(full_name)
        is_fuller = found and len(other) > len(name) and rest in {"", "人民政府", "办事处"}
        above = not place or place[-1] in _PLACE or place in SUPERIORS
        if is_fuller and (above or name[0] in _PLACE):
            return other
    return name


_NO_PLACE = re.compile("自治[州县区旗]|[省县]|[市区](?![中北南])")
_NO_PART_OF_A_PLACE = re.compile(
    r"""
      ^(?:[我该各请现由与和向对在从经为]|将(?!乐)|全(?!州))
    | 公布|发布|编制|报送|形成|联系|根据|按照|关于|通过|结合
    """,
    re.VERBOSE,
)
_LONGEST_PLACE_CHARS = 5
_PLACE_BEFORE = re.compile(
    rf"""
    (?<![^\s“”《》（）()：:，,。、|])                  # behind a space or a mark
    [\u3400-\u9fff]{{1,{_LONGEST_PLACE_CHARS}}}\Z
    """,
    re.VERBOSE,
)
"""The place that stands directly before the name of an organ."""


def has_no_place(name: str) -> bool:
    """Whether a name begins with a level and not with a place, as 市公路局 does."""
    return _NO_PLACE.match(name) is not None


def in_full(name: str, text: str) -> str | None:
    """Return a name such as 市公路局 with the place that the text puts before it elsewhere.

    Args:
        name: The name.
        text: The whole text, in simplified characters.

    Returns:
        The name with its place; `None` where the text has none, or several.

    """
    places, begin = set[str](), text.find(name)
    while begin >= 0:
        place = _PLACE_BEFORE.search(text, max(0, begin - _LONGEST_PLACE_CHARS), begin)
        if place is not None and not _NO_PART_OF_A_PLACE.search(place[0]):
            places.add(place[0])
        begin = text.find(name, begin + 1)
    return f"{places.pop()}{name}" if len(places) == 1 else None


def agency_of(name: str) -> Agency:
    """Return the agency of this name, with the level that the name alone tells."""
    # Another name of the body may stand in brackets behind the first, and 县政府 is 县人民政府.
    # A 管委会 stays one: most are of zones, and only a 管理委员会 may be a department.
    first = _OTHER_NAME.sub("", name)
    whole = first if "管委会" in first else written_out(first)
    for level, pattern in _LEVELS:
        if re.search(pattern, whole):
            return Agency(name, level)
    return Agency(name, None)


def agency_in(prose: str) -> str | None:
    """Return the agency in the first sentences of a report, as in 2021年，某某镇人民政府坚持….

    Args:
        prose: The text of the first part, in simplified characters.

    """
    for match in islice(_OPENING.finditer(prose), _MOST_OPENINGS):
        name = match["agency"]
        if not is_pronoun(name) and not NO_SUBJECT.search(name):
            return name
    return None
