"""The headings of reports of before 2019, in the words of many offices."""

from __future__ import annotations

import pytest

from govinfo.reading import parse

TITLE = "青陌区民政局2015年政府信息公开工作年度报告"
HEADINGS = {
    "overview": (
        "概 述",
        "工作概况",
        "基本情况",
        "政府信息公开工作总体情况",
        "组织领导情况",
        "综述",
    ),
    "proactive_disclosure": (
        "主动公开政府信息的情况",
        "政府信息主动公开情况",
        "主动公开的类别和形式",
    ),
    "responses": ("回应解读情况", "政策解读和回应社会关切情况"),
    "requests": (
        "依申请公开办理情况",
        "受理政府信息公开申请情况",
        "政府信息依申请公开和不予公开的情况",
    ),
    "inquiries": ("咨询情况",),
    "fees": ("收费及减免情况", "依申请公开政府信息收费及减免情况", "政府信息公开收费情况"),
    "review_litigation": (
        "行政复议、行政诉讼情况",
        "复议诉讼情况",
        "因政府信息公开提起行政诉讼的情况",
    ),
    "capacity": ("机构建设和保障经费情况",),
    "proposals": ("人大建议和政协提案办理结果公开情况",),
    "problems": ("主要问题和改进措施", "存在的困难和努力方向", "不足与下一步打算", "今后工作安排"),
    "other_matters": ("其他需要说明的事项", "附表", "附件"),
}
NUMERALS = "一二三四五六七八九十"


@pytest.mark.parametrize(
    ("section", "heading"), [(id_, one) for id_, all_ in HEADINGS.items() for one in all_]
)
def test_spellings(section: str, heading: str) -> None:
    """A heading is told for the part it opens, between any other two."""
    others = [
        ("overview", "概述"),
        ("review_litigation", "复议诉讼情况"),
        ("problems", "存在问题及工作打算"),
    ]
    parts = [(section, heading), *(other for other in others if other[0] != section)]
    lines = [
        f"{n}、{title}\n照常进行，没有变化。"
        for n, (_, title) in zip(NUMERALS, parts, strict=False)
    ]
    report = parse("\n".join([TITLE, "现将本年度报告如下。", *lines]))

    assert [part.id for part in report.sections] == [name for name, _ in parts]
    assert report.sections[0].title.endswith(heading)


def test_headings_within_one_line() -> None:
    """Where line breaks are lost, headings are found behind the end of a sentence, with or without spaces."""
    body = "本局照常公开各类信息，公告栏每周更新一次，来信当日登记并在期限内答复。" * 20
    headings = (
        "一、概述",
        "二、主动公开政府信息情况",
        "三、依申请公开工作情况",
        "四、存在的不足及改进措施",
    )

    for space in ("", " "):
        text = space.join(f"{heading}{space}{body}" for heading in headings)
        report = parse(f"{TITLE}\n现将本年度报告如下。{text}")
        assert [part.id for part in report.sections] == [
            "overview",
            "proactive_disclosure",
            "requests",
            "problems",
        ]
        assert [len(part.text) >= len(body) for part in report.sections] == [True] * 4


@pytest.mark.parametrize(
    "heading", ["一、概述", "一、总体情况", "一、2023年政务公开总体情况", "一、工作开展情况"]
)
def test_form_of_the_year(heading: str) -> None:
    """A report without tables has the form of its year, in whatever words its headings are."""
    asked = "全年共收到政府信息公开申请12件，予以公开3件。"
    forms = {2016: "narrative2008", 2020: "form2019", 2023: "form2021"}

    for year, form in forms.items():
        report = parse(f"云岫市民政局{year}年政府信息公开工作年度报告\n{heading}\n{asked}\n")
        ties = ["requests.new_received.total", "requests.granted.total"]
        assert (report.form.id, report.section_ids) == (form, ("overview",))
        assert [claim.address for claim in report.claims] == (ties if year > 2018 else [None, None])
        assert [note.code for note in report.notes] == ["tables_missing"] * (year > 2018)


@pytest.mark.parametrize("year", [2016, 2023])
def test_several_headings_tell_the_form(year: int) -> None:
    """Headings of one time only tell the form, whatever the year is."""
    old = ("概述", "主动公开政府信息的情况", "依申请公开情况", "存在的主要问题和改进措施")
    new = (
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "存在的主要问题及改进情况",
    )

    for form, headings in {"narrative2008": old, "form2021": new}.items():
        lines = [f"{n}、{title}\n照常进行。" for n, title in zip(NUMERALS, headings, strict=False)]
        report = parse("\n".join([f"云岫市民政局{year}年政府信息公开工作年度报告", *lines]))
        assert report.form.id == form
        assert report.section_ids[1:3] == ("proactive_disclosure", "requests")
