"""What a report says about itself: title, year, agency, dates, header fields, signature."""

from __future__ import annotations

from datetime import date

import pytest

from govinfo.model import Agency, Report
from govinfo.reading import parse

KIND = "政府信息公开工作年度报告"
TITLE = f"云岫市教育局2023年{KIND}"
CALM = "这一年，公开工作照常进行。"
PARTS = {
    "一、总体情况": CALM,
    "二、主动公开政府信息情况": "网站登载通知30条。",
    "三、收到和处理政府信息公开申请情况": "均已答复。",
    "四、政府信息公开行政复议、行政诉讼情况": "没有发生。",
    "五、存在的主要问题及改进情况": "栏目偏多，来年合并。",
    "六、其他需要报告的事项": "没有别的事项。",
}
YEAR = (date(2023, 1, 1), date(2023, 12, 31))
DAY = date(2024, 1, 10)


def read(top: str = TITLE, overview: str = CALM, tail: str = "") -> Report:
    """Return the report with this above its parts, this in the first of them, and this below the last."""
    parts = PARTS | {"一、总体情况": overview}
    return parse("\n".join([top, *(f"{heading}\n{text}" for heading, text in parts.items()), tail]))


def case(*values: object, id: str) -> object:  # noqa: A002 - as pytest.param has it
    """Return a case."""
    return pytest.param(*values, id=id)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        case(TITLE, TITLE, id="agency, year"),
        case(f"2023年云岫市教育局{KIND}", f"2023年云岫市教育局{KIND}", id="year, agency"),
        case(f"云岫市教育局2023年度{KIND}", f"云岫市教育局2023年度{KIND}", id="年度"),
        case("云岫市教育局2023年政府信息公开年报", "云岫市教育局2023年政府信息公开年报", id="年报"),
        case(
            "云岫市教育局2023年政务公开工作年度报告",
            "云岫市教育局2023年政务公开工作年度报告",
            id="政务公开",
        ),
        case(f"{TITLE}（草稿）", f"{TITLE}（草稿）", id="word in brackets"),
        case(f"《{TITLE}》", TITLE, id="title marks"),
        case(f"# {TITLE}", TITLE, id="Markdown"),
        case(f"２０２３年云岫市教育局{KIND}", f"2023年云岫市教育局{KIND}", id="full-width year"),
        case(f"云 岫 市 教 育 局 2023 年 {KIND}", TITLE, id="spaced out"),
        case(f"云岫市教育局\n2023年{KIND}", TITLE, id="two lines"),
        case(f"云岫市教育局\n2023年\n{KIND}", TITLE, id="three lines"),
        case(
            f"2023年度\n云岫市教育局\n{KIND}",
            f"2023年度云岫市教育局{KIND}",
            id="three lines, year first",
        ),
        case("云岫市教育局2023年政府信息公开\n工作年度报告", TITLE, id="broken within the kind"),
        case(f"首页 > 政府信息公开年报 > 教育局\n{TITLE}", TITLE, id="below a breadcrumb"),
        case(f"标题：{TITLE}", TITLE, id="in a header field"),
        case("雲岫市教育局2023年政府信息公開工作年度報告", TITLE, id="traditional"),
        case(TITLE[:-1] + "\n告", TITLE, id="last character wrapped"),
        case(f"云岫市教育局二○二三年{KIND}", f"云岫市教育局二○二三年{KIND}", id="year in words"),
    ],
)
def test_title(top: str, title: str) -> None:
    """A title is read in any order of its parts, on one line or several; agency and year follow from it."""
    report = read(top)

    assert report.title == title
    assert (report.year, report.agency) == (2023, Agency("云岫市教育局", "department"))


@pytest.mark.parametrize(
    ("top", "year", "agency"),
    [
        case(f"现公布云岫市教育局2023年{KIND}。", 2023, "云岫市教育局", id="introduction"),
        case(
            f"霜桥街道2023年{KIND}\n来源：云岫市教育局", 2023, "霜桥街道", id="title before header"
        ),
        case(f"2023年{KIND}\n发布机构：云岫市教育局", 2023, "云岫市教育局", id="header"),
        case(
            f"云岫市2023年{KIND}\n发布机构：云岫市教育局",
            2023,
            "云岫市教育局",
            id="header completes a region",
        ),
        case(f"云岫市2023年{KIND}", 2023, "云岫市", id="region alone"),
        case(f"云岫市教育局{KIND}（2023年度）", 2023, "云岫市教育局", id="年度 in brackets"),
        case(f"云岫市教育局{KIND}(2023)", 2023, "云岫市教育局", id="year in brackets"),
        case(f"云岫市教育局\n{KIND}\n（2023年）", 2023, "云岫市教育局", id="on its own line"),
        case(f"云岫市教育局关于2023年{KIND}", 2023, "云岫市教育局", id="关于"),
        case(f"2023年{KIND}", 2023, None, id="no agency at all"),
    ],
)
def test_year_and_agency(top: str, year: int | None, agency: str | None) -> None:
    """Year and agency are what title, introduction or header say, and nothing is made up."""
    report = read(top)

    assert (report.year, report.agency and report.agency.name) == (year, agency)


def test_agency_of_the_signature() -> None:
    """Where title and header name no agency, the signature does, or else the first sentence."""
    title = f"2023年{KIND}"

    assert str(read(title, tail="云岫市教育局\n2024年1月10日").agency) == "云岫市教育局"
    assert str(read(title, overview="2023年，云岫市教育局认真听取意见。").agency) == "云岫市教育局"
    assert (
        str(read(f"云岫市2023年{KIND}", tail="云岫市人民政府办公室\n2024年1月10日").agency)
        == "云岫市人民政府办公室"
    )


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("云岫市教育局", "department"),
        ("松台县卫生健康委", "department"),
        ("云岫市公安交通管理支队", "department"),
        ("云岫省人民政府", "provincial_government"),
        ("北京市人民政府", "provincial_government"),
        ("云岫自治州人民政府", "prefecture_government"),
        ("松台县人民政府", "county_government"),
        ("青陌区人民政府", "county_government"),
        ("云岫市人民政府", "government"),
        ("云岫市人民政府办公室", None),
        ("云岫市教育委员会办公厅", "department"),
        ("澜溪镇人民政府", "township"),
        ("竹屿乡", "township"),
        ("霜桥街道办事处", "township"),
        ("雁汀新区管理委员会", "development_zone"),
        ("国家档案局", "state_council_department"),
        ("国家税务总局", "state_council_department"),
        ("国务院办公厅", "state_council_department"),
        ("国家税务总局青岫省税务局", "department"),
        ("中华人民共和国松台海关", "department"),
        ("国家统计局松台调查队", "department"),
        ("云岫市", None),
        ("松台县政府", "county_government"),
        ("澜溪镇政府", "township"),
        ("霜桥街道办", "township"),
        ("云岫市自然资源和规划局（市林业局）", "department"),
        ("中国证监会", "state_council_department"),
        ("中国证监会云岫监管局", "department"),
        ("中国民用航空云岫地区管理局", "department"),
        ("国家云岫经济开发区管理委员会", "development_zone"),
        ("中国（云岫）自由贸易试验区管理委员会", "development_zone"),
        ("青岫风景名胜区管理委员会", "development_zone"),
        ("云岫物流中心管委会", None),
        ("云岫武装部", None),
    ],
)
def test_levels(name: str, level: str | None) -> None:
    """An agency has the level that its name alone tells, and no other."""
    agency = read(f"{name}2023年{KIND}").agency

    assert agency == Agency(name, level)
    assert agency.is_department == (level in {"department", "state_council_department"})
    assert agency.is_government == (level is not None and level.endswith("government"))


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("上海市人民政府办公厅", "provincial_government"),
        ("云岫省人民政府办公厅", "provincial_government"),
        ("云岫省政府办公厅", "provincial_government"),
        ("云岫自治区人民政府办公厅", "provincial_government"),
        ("云岫自治州人民政府办公厅", "prefecture_government"),
        ("云岫市人民政府办公厅", "government"),
        ("水利部办公厅", "state_council_department"),
    ],
)
def test_levels_of_general_offices(name: str, level: str) -> None:
    """A 办公厅 stands where its government or ministry does; it is no department of that, nor the government itself."""
    agency = read(f"{name}2023年{KIND}").agency

    assert agency == Agency(name, level)
    assert not agency.is_government
    assert agency.is_department == (level == "state_council_department")


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        case("数据取自2023年1月1日至2023年12月31日。", YEAR, id="in full"),
        case("数据取自2023年1月1日至12月31日。", YEAR, id="one year"),
        case("数据从2023年1月1日起，至2023年12月31日止", YEAR, id="起 and 止"),
        case("统计期限：2023年1月1日—12月31日", YEAR, id="dash"),
        case("2023年1月1日～12月31日", YEAR, id="wave"),
        case("2023年元月1日到12月31日", YEAR, id="元月"),
        case("二○二三年一月一日至十二月三十一日", YEAR, id="in words"),
        case("２０２３年１月１日至１２月３１日", YEAR, id="full width"),
        case("2023 年 1 月 1 日\n至 2023 年 12 月 31 日", YEAR, id="two lines"),
        case(
            "2022年10月1日至2023年9月30日",
            (date(2022, 10, 1), date(2023, 9, 30)),
            id="over the year's end",
        ),
        case("2023年12月31日至2023年1月1日", None, id="backwards"),
        case("2023年1月1日至2023年12月32日", None, id="no day of the calendar"),
        case("数据截至年底。", None, id="none"),
        case("统计期限：2023.1.1-2023.12.31", YEAR, id="points"),
    ],
)
def test_period(printed: str, period: tuple[date, date] | None) -> None:
    """The period is read in whatever way its two days are written, above the parts or in the first."""
    assert read(f"{TITLE}\n{printed}").period == period
    assert read(overview=printed).period == period


@pytest.mark.parametrize(
    ("tail", "signed"),
    [
        case("云岫市教育局\n2024年1月10日", DAY, id="two lines"),
        case("云岫市教育局 2024年1月10日", DAY, id="one line"),
        case("2024年1月10日", DAY, id="date alone"),
        case("云岫市教育局\n2024-01-10", DAY, id="dashes"),
        case("云岫市教育局\n2024.1.10", DAY, id="points"),
        case("云岫市教育局\n２０２４年１月１０日", DAY, id="full width"),
        case("云岫市教育局\n2024 年 1 月 10 日", DAY, id="spaces"),
        case("云岫市教育局\n二○二四年一月十日", DAY, id="in words"),
        case("云岫市教育局\n二〇二四年元月十日", DAY, id="元月"),
        case("云岫市教育局\n二零二四年一月二十日", date(2024, 1, 20), id="二十"),
        case("云岫市教育局\n二O二三年十二月三十一日", date(2023, 12, 31), id="letters for zeros"),
        case("云岫市教育局 |\n2024年1月10日 |", DAY, id="in cells"),
        case(
            "云岫市教育局\n2024年1月10日\n打印本页\n更新时间：2024年3月1日",
            DAY,
            id="above page furniture",
        ),
        case("云岫市教育局\n2024年2月30日", None, id="no day of the calendar"),
        case("云岫市教育局\n2024年1月", None, id="month alone"),
        case("我们将在2024年1月10日公布。", None, id="in a sentence"),
        case("云岫市教育局\n（2024年1月10日）", DAY, id="in brackets"),
        case("云岫市教育局\n二0二四年一月十日", DAY, id="a digit for 〇"),
        case(
            "云岫市教育局\n2024年1月10日\n开学通知2022-09-01\n放假通知2022-07-01",
            DAY,
            id="above a list of other pages",
        ),
        case("开学通知2022-09-01\n放假通知2022-07-01\n家访2022-06-01", None, id="a list alone"),
    ],
)
def test_signature(tail: str, signed: date | None) -> None:
    """The day under the report is read in figures and in words."""
    assert read(tail=tail).signed == signed


FIELDS = {
    "index_number": "YX01/2024-00001",
    "issuing_agency": "云岫市教育局",
    "created_date": "2024-01-10",
}
FIELDS |= {"published_date": "2024-01-12"}
LABELS = ("索引号", "发布机构", "成文日期", "发布日期")
PAIRS = list(zip(LABELS, FIELDS.values(), strict=True))


@pytest.mark.parametrize(
    "header",
    [
        case("\n".join(f"{label}：{value}" for label, value in PAIRS), id="one a line"),
        case(" ".join(f"{label}：{value}" for label, value in PAIRS), id="on one line"),
        case("    ".join(f"{label}: {value}" for label, value in PAIRS), id="far apart"),
        case("\t".join(f"{label}：{value}" for label, value in PAIRS), id="tabs"),
        case(" ".join(f"{label}: | {value} |" for label, value in PAIRS), id="in pipes"),
        case("|".join(f"{label}|{value}" for label, value in PAIRS), id="in cells"),
        case("\n".join(f"{label}\n{value}" for label, value in PAIRS), id="on the next line"),
        case(
            "\n".join(f"{label}：\n{value}" for label, value in PAIRS),
            id="colon, and the next line",
        ),
        case("".join(f"{a}：{b}" for a, b in PAIRS), id="without spaces"),
        case("\n".join(f"【{a}】{b}" for a, b in PAIRS), id="labels in brackets"),
    ],
)
def test_metadata(header: str) -> None:
    """Header fields are read by id wherever they stand; the dates among them are dates of the report."""
    report = read(f"{TITLE}\n{header}\n")

    assert report.metadata == FIELDS
    assert (report.created, report.published) == (DAY, date(2024, 1, 12))


def test_metadata_that_is_not_there() -> None:
    """A field without a value is left out, and a date that is none is no date."""
    report = read(f"{TITLE}\n文号：\n主题词：\n成文日期：二○二四年一月十日\n发布日期：2024-02-30")

    assert report.metadata == {"created_date": "二○二四年一月十日", "published_date": "2024-02-30"}
    assert (report.created, report.published, report.signed) == (DAY, None, None)


@pytest.mark.parametrize(
    ("top", "year", "spoken"),
    [
        case(f"{TITLE}\n统计期限：2022年1月1日至12月31日。", 2023, "2022", id="title and period"),
        case(
            f"{TITLE}\n现公布云岫市教育局2022年{KIND}。", 2023, "2022", id="title and introduction"
        ),
    ],
)
def test_year_conflict(top: str, year: int, spoken: str) -> None:
    """Where title, introduction and period differ, the title counts, and a note names the other year."""
    report = read(top)
    notes = [note for note in report.notes if note.code == "year_conflict"]

    assert report.year == year
    assert [spoken in note.message for note in notes] == [True]


def test_year_agreement() -> None:
    """A period that ends in the year of the title is no conflict, nor is a sentence about another year."""
    report = read(
        f"{TITLE}\n统计期限：2022年11月1日至2023年10月31日。", overview="2022年的事项都已办完。"
    )

    assert [note.code for note in report.notes] == ["tables_missing"]
