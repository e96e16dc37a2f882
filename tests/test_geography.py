"""The place of a body: resolved where a name or a page is that of one place, and never guessed."""

from __future__ import annotations

import json
import pickle
from collections import Counter, defaultdict
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.geography.divisions import (
    COUNTY,
    PREFECTURE,
    PROVINCE,
    Division,
    contains,
    divisions,
)
from govinfo.geography.regions import Location, locate
from govinfo.geography.surroundings import code_of_index, surroundings
from govinfo.model import Agency

TABLE = divisions()
ROWS = st.sampled_from(TABLE.rows)
ORGANS = st.sampled_from(
    [
        "人民政府",
        "司法局",
        "住房和城乡建设局",
        "市场监督管理局",
        "城市管理局",
        "区划办公室",
        "县域经济发展局",
    ]
)
COUNTIES = [row for row in TABLE.rows if row.rank == COUNTY]


def full_name(row: Division, year: int) -> str:
    """A place with those in which it lay in a year."""
    above = (TABLE.above(row, rank, year) for rank in (PROVINCE, PREFECTURE) if rank < row.rank)
    return "".join(one.name for one in above if one is not None) + row.name


@given(st.data(), ROWS, ORGANS)
def test_full_path(data: st.DataObject, row: Division, organ: str) -> None:
    """A place with all above it is that place, with the code of the year, whatever the organ."""
    editions = [one for one in TABLE.editions if row.first <= one <= row.last]
    year = data.draw(st.sampled_from(editions))
    found = locate(full_name(row, year) + organ, year).region

    assert found is not None
    assert (found.code, found.edition, found.name) == (row.code, year, row.name)
    assert found.full_name == full_name(row, year)
    assert (
        found.level == {PROVINCE: "province", PREFECTURE: "prefecture", COUNTY: "county"}[row.rank]
    )
    assert found.valid == (row.first, row.last)


def test_newest_edition() -> None:
    """Every place of the newest table is found by its full name."""
    year = TABLE.editions[-1]
    for row in TABLE.rows:
        if row.last == year:
            found = locate(f"{full_name(row, year)}司法局", year).region
            assert found is not None
            assert (found.code, found.edition) == (row.code, year)


def test_name_of_several() -> None:
    """The name of several counties alone is never that of one, in any year, whatever the organ."""
    units = defaultdict(set)
    for name, rows in TABLE.by_name.items():
        units[name] = {row.id for row in rows if row.rank == COUNTY}
    several = {name for name, ids in units.items() if len(ids) > 1}

    assert {"朝阳区", "鼓楼区", "和平区", "城关区", "市中区", "桥东区"} <= several
    for name in several:
        for year in (None, *TABLE.editions):
            for organ in ("人民政府", "司法局", "人民政府青石街道办事处"):
                found = locate(name + organ, year)
                assert found.region is None
                assert found.id is None
                assert len(found.candidates) == len(units[name])


@given(ROWS, ORGANS)
def test_short_names(row: Division, organ: str) -> None:
    """The short name of a prefecture is read before a full name in it, and not alone."""
    short = [name for name, rows in TABLE.by_short_name.items() if row in rows]
    for name in short:
        found = locate(name + organ, row.last).region
        assert found is None or found.id != row.id
        inner = [
            one
            for one in COUNTIES
            if contains(row, one) and one.first <= row.last <= one.last and one.name[0] != "市"
        ]
        names = Counter(one.name for one in inner)
        for one in [one for one in inner if names[one.name] == 1][:2]:
            found = locate(name + one.name + organ, row.last).region
            assert found is not None
            assert found.id == one.id


@pytest.mark.parametrize(
    "name",
    [
        *("云岫市水务局", "青陌区民政局", "松台县人民政府", "霜桥镇人民政府", "鹭洲区司法局"),
        *("江苏省云岫市水务局", "南京市青陌区民政局", "湖南省松台县霜桥镇人民政府"),
        *("朝阳镇人民政府", "东区街道办事处", "城关镇", "城区教育局", "市司法局", "财政局"),
        *("南京市朝阳区司法局", "昆山镇人民政府", "北湖区管理委员会", "国家统计局", "自然资源部"),
        *("济南市中区司法局", "内江市中区人民政府"),
        *("南京市公安局青陌区分局", "南京市场监督管理局", "南京", ""),
        *("郴州市北湖区管理委员会", "重庆两江新区管理委员会", "上海市南汇区人民政府"),
    ],
)
def test_no_place(name: str) -> None:
    """A place that no table has, a town alone, and a body without a place have no region."""
    assert locate(name, 2022).region is None
    assert locate(name, 2022).id is None


@pytest.mark.parametrize(
    ("name", "code", "kind", "level"),
    [
        ("江苏省人民政府", "320000", "government", "province"),
        ("江苏省人民政府办公厅", "320000", "office", "province"),
        ("南京市住房和城乡建设局", "320100", "department", "prefecture"),
        ("昆山市政府办", "320583", "office", "county"),
        ("南京鼓楼区司法局", "320106", "department", "county"),
        ("恩施州水利局", "422800", "department", "prefecture"),
        ("长阳县人民政府", "420528", "government", "county"),
        ("昆山市霜桥镇人民政府", "320583", "township", "township"),
        ("昆山市霜桥镇财政所", "320583", "department", "township"),
        ("大兴区霜桥街道办事处", "110115", "subdistrict", "township"),
        ("南京市鼓楼区人民政府霜桥街道办事处", "320106", "subdistrict", "township"),
        ("南京市霜桥新区管委会", "320100", "development_zone", None),
        ("国家税务总局昆山市税务局", "320583", "department", "county"),
        ("昆山市", "320583", "government", "county"),
        ("阿巴嘎旗民政局", "152522", "department", "county"),
        ("天津市和平区商务局", "120101", "department", "county"),
        ("湘西自治州人民政府", "433100", "government", "prefecture"),
        ("昆山市第一人民医院", "320583", "institution", None),
        ("南京市公安局霜桥分局", "320100", "department", None),
        ("南京市霜桥新城", "320100", None, None),
    ],
)
def test_kinds(name: str, code: str, kind: str, level: str | None) -> None:
    """The rest of the name tells the kind and the level of the body."""
    found = locate(name, 2022).region

    assert found is not None
    assert (found.code, found.kind, found.level) == (code, kind, level)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("南京市鼓楼区司法局2022年政府信息公开工作年度报告",), ()),
        (("南京市人民政府",), ()),
        (("江苏省南京市司法局",), ()),
        ((), ("320106",)),
        ((), ("320100",)),
        (("鼓楼区司法局", "南京市"), ("320106",)),
    ],
)
def test_page_decides(words: tuple[str, ...], codes: tuple[str, ...]) -> None:
    """Title, publisher, owner of the website or a code decide between places of one name."""
    found = locate("鼓楼区司法局", 2022, words, codes)

    assert found.region is not None
    assert found.region.full_name == "江苏省南京市鼓楼区"
    assert found.id == "320106:司法局"


def test_page_leaves_a_doubt() -> None:
    """A province with two places of the name, or a page that names another place, decide nothing."""
    in_jiangsu = locate("鼓楼区司法局", 2022, ("江苏省司法厅",))
    contradicted = locate("鼓楼区司法局", 2022, ("武汉市司法局",))
    doubted = locate("昆山市司法局", 2022, (), ("420100",))

    assert in_jiangsu.region is contradicted.region is doubted.region is None
    assert {one.city for one in in_jiangsu.candidates} == {"南京市", "徐州市", "开封市", "福州市"}
    assert [one.name for one in doubted.candidates] == ["昆山市"]


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("霜桥镇人民政府", ("昆山市人民政府",), ("320583", "township", "320583:霜桥镇")),
        ("霜桥镇人民政府", ("苏州市人民政府",), ("320500", "township", None)),
        ("县民政局", ("天台县人民政府",), ("331023", "county", "331023:民政局")),
        ("市民政局", ("天台县人民政府",), None),
        ("民政局", ("天台县人民政府",), ("331023", None, None)),
        ("松台县民政局", ("天台县人民政府",), None),
        ("霜桥镇人民政府", ("鼓楼区人民政府",), None),
        ("国家档案局", ("天台县人民政府",), None),
        ("省水利厅", ("江苏省人民政府",), ("320000", "province", "320000:水利厅")),
        ("盟水利局", ("阿拉善盟行政公署",), ("152900", "prefecture", "152900:水利局")),
        ("区水利局", ("江苏省人民政府",), None),
    ],
)
def test_body_without_a_place(
    name: str, words: tuple[str, ...], expected: tuple[str, str | None, str | None] | None
) -> None:
    """A body without a place stands where its page does; its level and id only if they are sure."""
    found = locate(name, 2022, words)

    if expected is None:
        assert found.region is None
    else:
        assert found.region is not None
        assert (found.region.code, found.region.level, found.id) == expected


def test_over_the_years() -> None:
    """A place that got another name or code keeps its id; one that was joined has a last year."""
    before, after = Agency("沙县财政局"), Agency("三明市沙县区财政局")
    assert before.region is not None
    assert after.region is not None
    assert (before.region.code, after.region.code) == ("350427", "350405")
    assert before.id == after.id == "350405:财政局"

    joined = Agency("北京市崇文区财政局").region
    assert joined is not None
    assert (joined.code, joined.edition, joined.id) == ("110103", 2009, "110103-2009")
    assert joined.successors == ("110101",)

    moved = [locate("钢城区人民政府", year).region for year in (2016, 2021)]
    assert [one.full_name for one in moved if one] == ["山东省莱芜市钢城区", "山东省济南市钢城区"]
    assert len({one.id for one in moved if one}) == 1

    raised = [locate("巢湖市人民政府", year).region for year in (2009, 2015, None)]
    assert [one and (one.code, one.level) for one in raised] == [
        ("341400", "prefecture"),
        ("340181", "county"),
        None,
    ]


@given(ROWS)
def test_table(row: Division) -> None:
    """Every place lies in a province in every year, and ends in a unit that the table has."""
    for year in range(row.first, row.last + 1):
        province = row if row.rank == PROVINCE else TABLE.above(row, PROVINCE, year)
        assert province is not None
        assert contains(province, row)
    assert row in TABLE.by_id[row.id]
    assert row.id.partition("-")[0] in {one.code for one in TABLE.by_id[row.id]}
    assert all(code in TABLE.by_code for code in row.successors)
    assert row.last == TABLE.editions[-1] or row.last < int(row.id.partition("-")[2] or 9999) + 1


CREDIT_CODE = "113205830143355577"


def with_check_digit(code: str) -> str:
    """The credit code with the last character that fits."""
    fits = [
        code[:17] + one
        for one in "0123456789ABCDEFGHJKLMNPQRTUWXY"
        if code_of_index(code[:17] + one)
    ]
    assert len(fits) == 1
    return fits[0]


@given(st.integers(0, 17), st.sampled_from("0123456789"))
def test_credit_code(place: int, digit: str) -> None:
    """An index number that begins with a credit code has a place; one wrong character has none."""
    good = with_check_digit(CREDIT_CODE)
    wrong = good[:place] + digit + good[place + 1 :]

    assert code_of_index(f"{good}/2023-00012") == "320583"
    assert wrong == good or code_of_index(f"{wrong}/2023-00012") is None
    assert code_of_index("014416330/2018-04736") is None


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ('<meta name="SiteName" content="云岫市人民政府">', ("云岫市人民政府",), ()),
        ('<meta name="SiteIDCode" content="3205830001"/>', (), ("320583",)),
        ("政府网站标识码：3205830001", (), ("320583",)),
        ("主办单位：云岫市人民政府办公室 承办", ("云岫市人民政府",), ()),
        ("版权所有：云岫市人民政府", ("云岫市人民政府",), ()),
        ("<title>年度报告_云岫市人民政府门户网站</title>", ("云岫市人民政府",), ()),
        ("网站标识码 bm01000001", (), ()),
        ("请见云岫市人民政府门户网站", (), ()),
    ],
)
def test_surroundings(text: str, words: tuple[str, ...], codes: tuple[str, ...]) -> None:
    """The owner of a website and its number stand in tags and at the foot of a page."""
    found = surroundings(None, 2022, {}, text)

    assert (found.words, found.codes) == (words, codes)


PAGE = """\
鼓楼区司法局2022年政府信息公开工作年度报告
一、总体情况
本机关2022年主动公开政府信息12条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
无。
主办：南京市鼓楼区人民政府办公室
"""


def test_report() -> None:
    """The region of a report survives JSON and pickle; agencies of one name and level are equal."""
    report = govinfo.parse(PAGE)
    assert report.agency is not None
    region = report.agency.region

    assert region is not None
    assert region.full_name == "江苏省南京市鼓楼区"
    assert pickle.loads(pickle.dumps(region)) == region
    for copy in (
        govinfo.Report.from_json(report.to_json()),
        govinfo.Report.from_dict(json.loads(json.dumps(report.to_dict()))),
        pickle.loads(pickle.dumps(report)),
    ):
        assert copy == report
        assert copy.agency is not None
        assert copy.agency.region == region
        assert copy.agency.id == "320106:司法局"
    assert report.agency == Agency("鼓楼区司法局", "department")
    assert Agency("鼓楼区司法局", "department").region is None
    assert len(Agency("鼓楼区司法局").region_candidates) == 4


@given(st.text("区县市省州旗人民政府街道镇乡南京", max_size=40), st.integers(1990, 2100))
def test_any_name(name: str, year: int) -> None:
    """Any name has a location."""
    found = locate(name, year)

    assert isinstance(found, Location)
    assert found.region is None or not found.candidates


def test_frames() -> None:
    """The wide frame has the place behind the keys; where there is a doubt it is missing."""
    doubtful = PAGE.replace("主办：南京市鼓楼区人民政府办公室", "")
    readings = [
        govinfo.Reading("sure", govinfo.parse(PAGE)),
        govinfo.Reading("doubt", govinfo.parse(doubtful)),
    ]
    frame = govinfo.to_pandas(readings, wide=True)
    place = ["region_code", "province", "city", "county", "level"]

    assert list(frame.columns[:9]) == ["source_id", "agency", "year", "form", *place]
    assert list(frame.loc[0, place]) == ["320106", "江苏省", "南京市", "鼓楼区", "county"]
    assert frame.loc[1, place].isna().all()


@pytest.mark.parametrize("piece", ["中国", "南京市", "鼓楼区", "人民政府", "镇", "市场", "2022年"])
def test_long_names(piece: str) -> None:
    """Four times as long a name takes no square of the time."""
    assert cost(piece, 100_000) < 10 * cost(piece, 25_000) + 0.1


def cost(piece: str, length: int) -> float:
    """Return the seconds that it takes to locate a name of so many characters, at best."""
    seconds = []
    for _ in range(3):
        begin = process_time()
        locate(piece * (length // len(piece)), 2022)
        seconds.append(process_time() - begin)
    return min(seconds)
