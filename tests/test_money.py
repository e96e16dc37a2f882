"""The unit of an amount is the one that is printed, wherever an office prints it."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.forms.form2019 import FORM2019
from govinfo.money import unit_around
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write


@pytest.mark.parametrize(
    ("before", "behind", "unit"),
    [
        ("采购总金额（万元）\n政府集中采购\n3\n", "\n", "万元"),
        ("采购总金额（单位：万元） |\n政府集中采购 | 3 | ", " |\n", "万元"),
        ("采购总金额/万元,\n政府集中采购,3,", "\n", "万元"),
        ("本年收费金额[元]\n行政事业性收费\n", "", "元"),
        ("本年收费金额，单位：元\n行政事业性收费\n", "", "元"),
        ("本年收费金额 元\n行政事业性收费 ", "", "元"),
        ("本年收费金额（单位为元）\n行政事业性收费\t", "", "元"),
        ("本年收费金额（单位：万元）\n行政事业性收费（元） | ", " |", "元"),
        ("金额 | 单位 |\n行政事业性收费 | ", " |  | 元 |\n", "元"),
        ("单位 | 金额 |\n行政事业性收费 | 元 | ", " |\n", "元"),
        ("单位：件、元\n信息内容 | 本年收费金额 |\n行政事业性收费 | ", " |\n", "元"),
        ("填报单位：元谋县公安局\n本年收费金额\n行政事业性收费\n", "\n", None),
        ("本年收费金额\n行政事业性收费\n", "\n三、收到和处理政府信息公开申请情况", None),
        ("罚没金额 元旦前后\n行政事业性收费\n", "\n元月一日", None),
    ],
)
def test_the_unit_stands_around_the_amount(before: str, behind: str, unit: str | None) -> None:
    """The unit is read in head, label, column or above the table, and else is not stated."""
    text = f"{before}1234{behind}"
    assert unit_around(text, len(before), len(before) + 4) == unit


@pytest.mark.parametrize("head", ["采购总金额/万元", "采购总金额[万元]", "采购总金额"])
def test_a_figure_has_the_unit_of_its_head(head: str) -> None:
    """An amount is in the unit of its head, and else in that of the form."""
    address = "proactive.government_procurement.amount"
    draft = write(FORM2019, Random(3)).changed({address: 1234})
    report = parse(render(draft, "pipes").replace("采购总金额", head))
    assert (report[address].value, report[address].unit) == (1234, "万元" if "万" in head else "元")
