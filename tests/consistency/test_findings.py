"""Findings as people meet them: sentences, sequences, frames and fingerprints."""

from __future__ import annotations

import json
import pickle
import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS, HEAD, Values, report_of

from govinfo.consistency import RULES, Findings, Severity, check
from govinfo.errors import MissingExtra
from govinfo.figures import Figure, Origin
from govinfo.forms import FORMS, form_by_id
from govinfo.model import Agency
from govinfo.rendering import findings_html
from govinfo.spans import Span

OUTCOMES = [row.id for row in form_by_id("form2021").table("requests").blocks[0].data_rows[2:14]]
"""The first twelve rows of outcomes."""
OFF_BY_ONE = {
    "requests.new_received.natural_person": 5,
    "requests.new_received.total": 5,
    "requests.granted.natural_person": 5,
    "requests.granted.total": 5,
    "requests.outcomes_total.natural_person": 5,
    "requests.outcomes_total.total": 5,
    "requests.carried_forward.natural_person": 1,
    "requests.carried_forward.total": 1,
}


def test_a_message_names_the_place_and_shows_the_numbers() -> None:
    """A broken identity is told in the form's own words, with the numbers put in."""
    natural, total = check(report_of(OFF_BY_ONE)).broken
    assert natural.message() == (
        "第一项加第二项之和，等于第三项加第四项之和：表三“自然人”列：一、本年新收政府信息公开申请数量 + "
        "二、上年结转政府信息公开申请数量 = （七）总计 + 四、结转下年度继续办理：5 + 0 = 5 ≠ 6 = 5 + 1"
    )
    assert total.message("en") == (
        "requests received and carried over are requests concluded and carried forward: table 3, column total: "
        "new received + carried over = outcomes total + carried forward: 5 + 0 = 5 ≠ 6 = 5 + 1"
    )
    with pytest.raises(ValueError, match="'fr'"):
        total.message("fr")  # type: ignore[arg-type]


def test_long_sums_are_told_without_their_zeros() -> None:
    """A sum of twenty-one rows shows those that are not 0, and says how many others there are."""
    (finding,) = check(
        report_of({"requests.granted.research": 2, "requests.granted.total": 2})
    ).by_rule("T3.OUTCOMES_TOTAL")[:1]
    assert finding.message().endswith(
        "表三“科研机构”列：（一）予以公开 + 其余20项 = （七）总计：2 + 0 = 2 ≠ 0"
    )
    assert len(finding.terms) == 22


@pytest.mark.parametrize(
    ("values", "rule", "zh", "en"),
    [
        (
            {"review.reconsideration.other": ""},
            "T4.RECON_TOTAL",
            "表四“行政复议”行：其他结果（空白）",
            "other (blank)",
        ),
        (
            {"review.reconsideration.other": "/"},
            "T4.RECON_TOTAL",
            "其他结果（未填数字）",
            "other (marked as not applicable)",
        ),
        (
            {"review.reconsideration.other": "?"},
            "T4.RECON_TOTAL",
            "其他结果（无法辨认）",
            "other (illegible)",
        ),
        (
            {"review.reconsideration.other": None},
            "T4.RECON_TOTAL",
            "其他结果（文中没有）",
            "other (absent)",
        ),
        (
            {"review.reconsideration.other": -2},
            "CELL.NONNEG",
            "表四“行政复议”行“其他结果”列为 -2",
            "table 4, row reconsideration, column other is -2",
        ),
    ],
)
def test_a_message_says_what_stands_there(values: Values, rule: str, zh: str, en: str) -> None:
    """Blank, marked, illegible and absent are told apart, in both languages."""
    finding = check(report_of(values)).by_rule(rule)[0]
    assert zh in finding.message()
    assert en in finding.message("en")


@given(
    st.dictionaries(
        st.sampled_from(report_of({}).addresses),
        st.sampled_from([3, "", "/", "?", None, -1, "1.5"]),
    )
)
def test_every_finding_can_be_told(values: Values) -> None:
    """Whatever is found can be told in both languages, and in English without a Chinese character."""
    for finding in check(report_of(values), verdicts="all"):
        assert finding.message("zh")
        assert finding.message("en").replace("≠", "").replace("≥", "").replace("≤", "").isascii()
        assert len(finding.spans) <= len(finding.terms)


def test_very_long_sums_show_the_first_addends() -> None:
    """Of many addends eight are shown, and those behind them as one with their sum."""
    columns = ("research", "total")
    values = {f"requests.{row}.{column}": 2 for row in OUTCOMES for column in columns}
    message = check(report_of(values)).by_rule("T3.OUTCOMES_TOTAL")[0].message()
    assert message.endswith(f"6.属于四类过程性信息 + 其余13项 = （七）总计：{'2 + ' * 8}8 = 24 ≠ 0")
    assert "（二）部分公开 +" in message


def test_a_row_that_is_missing_is_named_as_one() -> None:
    """What is missing as a whole is not listed cell by cell."""
    row = {f"requests.granted.{column}": None for column in COLUMNS}
    other = {f"requests.other.{column}": 0 for column in COLUMNS}
    told = [
        check(report_of(values)).by_rule("STRUCT.TABLES")[0].message().partition("：")[2]
        for values in (row, row | other)
    ]
    assert told[0] == "缺表三“（一）予以公开”行整行，共 7 格"
    assert told[1].startswith(
        "缺 7 格、多出 7 格，即表三“（一）予以公开”行整行、表三“（六）其他处理”行"
    )


def test_many_cells_are_counted_and_not_listed() -> None:
    """A message about a blank form counts its cells instead of naming them all."""
    found = check(report_of({}, default=""))
    balance, (blank,) = found.by_rule("T3.BALANCE")[0], found.by_rule("CELL.BLANK")
    assert (
        balance.message()
        == "第一项加第二项之和，等于第三项加第四项之和：表三：28格均无数字（空白）"
    )
    assert balance.message("en").endswith("none of 28 cells has a number (blank)")
    assert blank.message().endswith("200 格未填数字，即表二全表、表三全表、表四全表")
    assert blank.message("en").endswith("all of table 2; all of table 3; all of table 4")


def test_a_message_puts_a_word_between_the_days_of_a_period() -> None:
    """A period is told as people write it; the sides of the finding stay as programs read them."""
    days = (date(2023, 1, 1), date(2023, 12, 30))
    found = check(report_of({}, head=evolve(HEAD, period=days))).by_rule("TIME.PERIOD")[0]
    assert found.left == "2023-01-01/2023-12-30"
    assert found.message("zh").endswith(
        "文中为 2023年1月1日至2023年12月30日，应为 2023年1月1日至2023年12月31日"
    )
    assert found.message("en").endswith(
        "stated 2023-01-01 to 2023-12-30, expected 2023-01-01 to 2023-12-31"
    )


def test_a_message_says_that_numbers_were_inferred() -> None:
    """Where a number was inferred from an ambiguous text, a broken identity says so."""
    report = report_of(OFF_BY_ONE)
    figure = Figure(5, "5", origin=Origin.INFERRED, span=Span(0, 1))
    inferred = report.with_figure("requests.new_received.natural_person", figure)
    natural, total = check(inferred).broken
    assert natural.message().endswith("5 + 0 = 5 ≠ 6 = 5 + 1；其中有由勾稽关系推定的数字")
    assert total.message("en").endswith("5 + 0 = 5 ≠ 6 = 5 + 1")


def test_a_frame_needs_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas the frame is refused with the line to type."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"govinfo\[pandas\]"):
        check(report_of({})).to_pandas()


def test_fingerprints() -> None:
    """A fingerprint tells findings apart by rule, agency, year and cells, and nothing else changes it."""
    natural, total = check(report_of(OFF_BY_ONE)).broken
    (again, _) = check(
        report_of(OFF_BY_ONE | {"requests.carried_forward.natural_person": 2})
    ).by_rule("T3.BALANCE")
    elsewhere = check(
        report_of(OFF_BY_ONE, head=evolve(HEAD, agency=Agency("乙县人民政府", "county_government")))
    ).broken
    assert len(natural.fingerprint) == 16
    assert natural.fingerprint == again.fingerprint
    earlier = check(report_of(OFF_BY_ONE, head=evolve(HEAD, year=2022))).by_rule("T3.BALANCE")
    nameless = check(report_of(OFF_BY_ONE, head=evolve(HEAD, agency=None))).by_rule("T3.BALANCE")
    assert len({one.fingerprint for one in (natural, total, *elsewhere, *earlier, *nameless)}) == 8


def test_spans_lead_to_the_cells() -> None:
    """The spans of a finding quote the very numbers of its terms, in their order."""
    report = report_of(OFF_BY_ONE)
    natural = check(report).broken[0]
    assert [report.quote(span) for span in natural.spans] == ["5", "0", "5", "1"]
    assert [term.sign for term in natural.terms] == [1, 1, -1, -1]


def test_findings_are_equal_if_they_say_the_same() -> None:
    """A finding that comes back from a pickle is the same one; other numbers make it another."""
    natural, total = check(report_of(OFF_BY_ONE)).broken
    back = pickle.loads(pickle.dumps(natural))
    assert (back, back.terms, hash(back)) == (natural, natural.terms, hash(natural))
    more = OFF_BY_ONE | {"requests.carried_forward.natural_person": 2}
    (again, _) = check(report_of(more)).by_rule("T3.BALANCE")
    assert natural != again
    assert natural != total


def test_findings_are_a_sequence() -> None:
    """Findings can be counted, sliced, narrowed and printed."""
    found = check(report_of(OFF_BY_ONE | {"proactive.licensing.decisions": "1.5"}))
    assert (len(found), len(found.broken), len(found.errors), len(found.by_rule("T3.BALANCE"))) == (
        3,
        3,
        2,
        2,
    )
    assert Findings(found[:2]._all) == found[:2]
    assert [finding.severity for finding in found] == ["error", "error", "warning"]
    assert repr(found) == "<Findings: 3 broken>"
    assert (repr(Findings(())), Findings(()).text("en")) == ("<Findings: none>", "no findings")
    assert 3 == len(str(found).splitlines()) == len(found.text("en").splitlines())
    assert found[-1].severity == Severity.WARNING
    assert str(found[0]).startswith("不成立  T3.BALANCE  第一项")


def test_findings_as_a_frame() -> None:
    """The frame has one row a finding and always the same columns, empty or not."""
    pytest.importorskip("pandas")
    frame, empty = check(report_of(OFF_BY_ONE)).to_pandas(), check(report_of({})).to_pandas()
    assert frame["rule"].tolist() == ["T3.BALANCE", "T3.BALANCE"]
    assert frame["left"].tolist() == [5, 5]
    assert list(frame.columns) == list(empty.columns)
    assert len(empty) == 0


def test_what_can_be_asked_for() -> None:
    """A word that is no choice of verdicts is refused, and the choices are named."""
    with pytest.raises(ValueError, match="'problems', 'all'"):
        check(report_of({}), verdicts="some")  # type: ignore[arg-type]


def test_rules_are_a_plain_table() -> None:
    """Every rule has its wording in both languages, a basis, sources, known forms, and can be pickled by its id."""
    forms = {form.id for form in FORMS} | {"stats2014", "stats2008"}
    for rule_id, rule in RULES.items():
        assert rule_id == rule.id == str(rule)
        assert set(rule.forms) <= forms
        assert rule.statement.zh == str(rule.statement)
        assert rule.statement.en.isascii()
        assert rule.basis
        assert rule.source
        assert rule.status in ("verified", "derived")
        assert rule == pickle.loads(pickle.dumps(rule))
    with pytest.raises(TypeError):
        RULES["T3.BALANCE"] = RULES["T3.ROW_TOTAL"]  # type: ignore[index]


def test_rules_agree_with_the_catalogue(pytestconfig: pytest.Config) -> None:
    """Severity, forms and certainty of each rule are those of the catalogue of rules, where it is at hand."""
    catalogue = Path(pytestconfig.rootpath).parent / "shared" / "forms" / "forms.json"
    if not catalogue.is_file():
        pytest.skip(f"there is no catalogue of rules at {catalogue}")
    known = {
        rule["id"]: rule for rule in json.loads(catalogue.read_text(encoding="utf-8"))["rules"]
    }
    stated = {
        rule.id: (rule.severity.value, set(rule.forms), rule.status) for rule in RULES.values()
    }
    # The catalogue has no rule on totals in prose that are given with their parts, nor on numbers
    # of headings, and its rules on days leave out reports with an annex, which have days too.
    del stated["TEXT.PARTS"]
    del stated["STRUCT.HEADING_NUMBERS"]
    early = {"narrative2008", "stats2014", "stats2008"}
    more = {rule_id: early for rule_id in known if early & set(known[rule_id]["generations"])}
    more = {rule_id: forms for rule_id, forms in more.items() if rule_id.startswith("TIME.")}
    assert {
        i: (
            rule["severity"],
            set(rule["generations"]) | more.get(i, set()),
            rule["status"].split(" (")[0],
        )
        for i, rule in known.items()
    } == stated


def test_findings_show_themselves_in_a_notebook() -> None:
    """The HTML of findings is that of `rendering`, and names the rule that is broken."""
    found = check(report_of(OFF_BY_ONE))
    assert found._repr_html_() == findings_html(found)
    assert "T3.BALANCE" in found._repr_html_()
