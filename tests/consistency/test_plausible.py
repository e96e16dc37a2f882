"""Table two against what a body of its kind can do."""

from __future__ import annotations

import pytest
from attrs import evolve
from sheetwork import HEAD, Values, report_of

from govinfo.consistency import Finding, check
from govinfo.head.agencies import agency_of
from govinfo.model import Agency

ISSUED: Values = {"proactive.rules.issued": 2, "proactive.rules.in_force": 3}
FEES = "proactive.administrative_fees.amount"


def found(rule: str, level: str | None, values: Values) -> Finding:
    """What a rule finds in the report of a body of this level."""
    agency = None if level is None else Agency("甲县人民政府", level)
    return check(report_of(values, head=evolve(HEAD, agency=agency)), verdicts="all").by_rule(rule)[
        0
    ]


@pytest.mark.parametrize(
    ("level", "values", "verdict"),
    [
        ("county_government", ISSUED, "broken"),
        ("department", ISSUED, "broken"),
        ("township", ISSUED, "broken"),
        ("government", ISSUED, "unassessable"),
        ("development_zone", ISSUED, "unassessable"),
        (None, ISSUED, "unassessable"),
        ("provincial_government", ISSUED, "holds"),
        ("prefecture_government", ISSUED, "holds"),
        ("state_council_department", ISSUED, "holds"),
        ("county_government", {}, "holds"),
        (None, {}, "holds"),
        ("county_government", {"proactive.rules.issued": ""}, "unassessable"),
    ],
)
def test_rules_are_made_by_those_who_may(level: str | None, values: Values, verdict: str) -> None:
    """规章 other than 0 is only held against a body that surely makes none."""
    assert found("T2.RULES_LEVEL", level, values).verdict == verdict


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("中华人民共和国国家卫生健康委员会", "holds"),
        ("中国人民银行", "holds"),
        ("中国人民银行办公厅", "holds"),
        ("中国气象局办公室", "holds"),
        ("海关总署", "holds"),
        ("审计署办公厅", "holds"),
        ("新疆生产建设兵团办公厅", "unassessable"),
        ("云岫地区行政公署", "holds"),
        ("云岫行署", "unassessable"),
        ("云岫县人大常委会办公室", "broken"),
        ("云岫市审计局", "broken"),
    ],
)
def test_names_of_those_who_may(name: str, verdict: str) -> None:
    """A department of the State Council has its name with or without the country's, and an office that reports for it."""
    head = evolve(HEAD, agency=agency_of(name))
    assert check(report_of(ISSUED, head=head), verdicts="all").by_rule("T2.RULES_LEVEL")[
        0
    ].verdict == (verdict)


def test_the_cells_with_rules_are_named() -> None:
    """The message gives each cell its own figure: what is in force holds what was issued, and is not added to it."""
    finding = found("T2.RULES_LEVEL", "county_government", ISSUED)
    assert finding.message().endswith(
        "本机关填有：表二“规章”行“本年制发件数”列 2、表二“规章”行“现行有效件数”列 3"
    )
    assert finding.message("en").endswith(
        "this body has 2 in table 2, row rules, column issued; 3 in table 2, row rules, column in force"
    )
    assert [term.value for term in finding.terms] == [2, 3]
    assert finding.left == 2


@pytest.mark.parametrize(
    ("level", "amount", "verdict"),
    [
        ("township", 9_999, "holds"),
        ("township", 10_000, "broken"),
        ("county_government", 499_999, "holds"),
        ("county_government", 500_000, "broken"),
        ("department", 999_999, "holds"),
        ("department", 1_000_000, "broken"),
        ("development_zone", 1_000_000, "broken"),
        ("prefecture_government", 4_999_999, "holds"),
        ("prefecture_government", 5_000_000, "broken"),
        ("government", 4_999_999, "holds"),
        ("provincial_government", 50_000_000, "broken"),
        (None, 5, "unassessable"),
        (None, 0, "holds"),
        ("state_council_department", 5, "unassessable"),
        ("township", "", "unassessable"),
    ],
)
def test_fees_that_no_body_of_the_level_reaches(
    level: str | None, amount: int | str, verdict: str
) -> None:
    """Amounts beyond anything reported at a level were probably written in 元."""
    assert found("T2.FEE_UNIT", level, {FEES: amount}).verdict == verdict


def test_a_fee_in_yuan_is_told_with_both_numbers() -> None:
    """The message shows the amount and what it is compared with."""
    finding = found("T2.FEE_UNIT", "township", {FEES: 120_000})
    assert finding.message("en").endswith(
        "it says 120000 times 10,000 yuan, perhaps meant in yuan (no body of this level reaches 10000)"
    )
