"""The table of sources has the place of each body, and its id."""

from __future__ import annotations

from govinfo import archive

PAGE = """\
昆山市司法局2022年政府信息公开工作年度报告
一、总体情况
本机关2022年主动公开政府信息12条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
无。
"""


def test_places() -> None:
    """A body whose place is sure has code, edition, place, level and id; another has none."""
    pages = [PAGE, PAGE.replace("昆山市", "松台县")]
    rows = archive.read_batch(pages)["reports"].to_pylist()
    names = ("region_code", "region_edition", "province", "city", "county", "level", "agency_id")

    assert [rows[0][name] for name in names] == [
        *("320583", 2022, "江苏省", "苏州市", "昆山市", "county"),
        "320583:司法局",
    ]
    assert [rows[1][name] for name in names] == [None] * 7
