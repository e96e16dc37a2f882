"""The publisher is never blamed for what the reader did not read."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS, HEAD, PROSE, Values, report_of, sections_of

from govinfo.consistency import RULES, Verdict, check
from govinfo.model import Agency, Claim, Note, Report, Section
from govinfo.spans import Span

MANY = report_of({}).addresses


def verdicts(report: Report, rule: str) -> list[str]:
    """The verdicts of one rule."""
    return [finding.verdict.value for finding in RULES[rule].check(report)]


def test_a_sound_report_has_no_findings() -> None:
    """A report with nothing wrong and nothing missing has an empty check, and all that can be said holds."""
    report = report_of({})
    assert list(check(report)) == []
    assert {"holds"} == {finding.verdict.value for finding in check(report, verdicts="all")}


@given(
    st.dictionaries(
        st.sampled_from(MANY), st.sampled_from(["3 5", "x", "12a"]), min_size=1, max_size=30
    )
)
def test_what_is_illegible_breaks_nothing(unread: Values) -> None:
    """Cells that could not be read make rules unassessable, and never broken."""
    assert list(check(report_of(unread)).broken) == []


@given(st.sets(st.sampled_from(MANY), min_size=1, max_size=40))
def test_scattered_missing_cells_break_nothing(missing: set[str]) -> None:
    """Cells missing here and there are a row misread, not a form changed, unless they make up a whole row or column."""
    scattered = {address: None for address in missing if not address.startswith("proactive")}
    broken = check(report_of(scattered)).broken
    assert {finding.rule for finding in broken} <= {"STRUCT.TABLES"}
    rows = {address.rsplit(".", 1)[0] for address in scattered}
    if any(0 < sum(other.startswith(f"{row}.") for other in scattered) < 4 for row in rows):
        assert list(broken) == []


def test_a_doubt_about_a_cell_acquits() -> None:
    """A broken identity with a cell that the reader noted a doubt about is unassessable."""
    values = {"requests.new_received.total": 1}
    plain = report_of(values)
    assert "broken" in verdicts(plain, "T3.BALANCE")
    span = plain["requests.new_received.total"].span
    doubted = report_of(values, doubts=(Note("repaired", "a digit was repaired", span),))
    assert list(check(doubted).broken) == []
    (finding,) = check(doubted).by_rule("T3.BALANCE")
    assert "存有疑问" in finding.message()
    assert "not sure" in finding.message("en")


def test_a_doubt_elsewhere_acquits_nobody() -> None:
    """A doubt about another place, be it right before the cell or right behind it, leaves a broken identity broken."""
    values = {"requests.new_received.total": 1}
    cell = report_of(values)["requests.new_received.total"].span
    assert cell is not None
    for place in (Span(0, 1), Span(cell.start - 1, cell.start), Span(cell.end, cell.end + 1)):
        other = Note("repaired", "a word was repaired", place)
        assert "broken" in verdicts(report_of(values, doubts=(other,)), "T3.BALANCE")


def test_a_doubt_about_prose_acquits_no_figure() -> None:
    """A doubt inside a part without tables leaves the figures sure, wherever repairs have moved them to."""
    overview = Section("overview", "一、总体情况", "", Span(0, 10_000))
    doubt = Note("repaired", "a word was repaired", Span(0, 10_000))
    values = {"requests.new_received.total": 1}
    assert "broken" in verdicts(
        report_of(values, sections=(overview,), doubts=(doubt,)), "T3.BALANCE"
    )
    tables = evolve(overview, id="requests")
    assert "broken" not in verdicts(
        report_of(values, sections=(tables,), doubts=(doubt,)), "T3.BALANCE"
    )


def test_a_missing_row_is_the_reports_only_without_doubts() -> None:
    """A whole row that is missing breaks the rule of complete tables; a doubt in its part leaves it open."""
    gone = {f"requests.denied_third_party.{column}": None for column in COLUMNS}
    assert verdicts(report_of(gone), "STRUCT.TABLES") == ["broken"]
    assert verdicts(
        report_of(gone, doubts=(Note("leftover", "7 numbers are left"),)), "STRUCT.TABLES"
    ) == ["unassessable"]
    parts = {part.id: part.span for part in report_of(gone).sections}
    inside = Note("repaired", "a word was repaired", parts["overview"])
    assert verdicts(report_of(gone, doubts=(inside,)), "STRUCT.TABLES") == ["broken"]


def test_a_missing_table_may_have_been_a_picture() -> None:
    """A table of which nothing was read is not held against the report."""
    gone: dict[str, int | str | None] = {
        address: None for address in MANY if address.startswith("review")
    }
    assert verdicts(report_of(gone), "STRUCT.TABLES") == ["unassessable"]
    assert list(check(report_of(gone)).broken) == []


@pytest.mark.parametrize(
    ("keep", "prose", "verdict"),
    [
        pytest.param(bool, PROSE, "holds", id="all six"),
        pytest.param(lambda part: part != "problems", PROSE, "broken", id="no part five"),
        pytest.param(
            lambda part: part != "requests", PROSE, "unassessable", id="its table was read"
        ),
        pytest.param(
            lambda part: part != "problems",
            PROSE | {"review_litigation": "五、存在的 主要问题及改进情况"},
            "unassessable",
            id="its title stands in another part",
        ),
        pytest.param(str.isspace, PROSE, "unassessable", id="no part at all"),
    ],
)
def test_the_six_parts(keep: Callable[[str], bool], prose: dict[str, str], verdict: str) -> None:
    """A part is missing only when it left no trace."""
    parts = tuple(part for part in sections_of("form2021", prose) if keep(part.id))
    # The parts of these tests begin far down the text; part one is never looked for there.
    assert [verdict] == verdicts(report_of({}, sections=parts), "STRUCT.SECTIONS")


def test_the_order_of_the_parts() -> None:
    """Six parts in another order break the rule; a part read twice leaves it open."""
    parts = sections_of("form2021")
    assert verdicts(
        report_of({}, sections=(*parts[:4], parts[5], parts[4])), "STRUCT.SECTIONS"
    ) == ["broken"]
    assert verdicts(report_of({}, sections=(*parts, parts[4])), "STRUCT.SECTIONS") == [
        "unassessable"
    ]


@pytest.mark.parametrize(
    ("rule", "prose", "verdict"),
    [
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "无。"}, "broken"),
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "（文字描述）"}, "broken"),
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "暂无。"}, "broken"),
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "不存在主要问题。"}, "broken"),
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "没有及时更新。"}, "unassessable"),
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "目录更新还不够及时。"}, "unassessable"),
        ("STRUCT.PROBLEMS_NOT_EMPTY", {"problems": "目录的更新还不够及时。"}, "holds"),
        (
            "STRUCT.PROBLEMS_NOT_EMPTY",
            {"problems": "公开目录更新不够及时，明年逐月核对。"},
            "holds",
        ),
        ("STRUCT.FEE_REPORTED", {"other_matters": "无"}, "broken"),
        (
            "STRUCT.FEE_REPORTED",
            {"other_matters": "（文字描述，收取信息处理费情况在此处报告。）"},
            "broken",
        ),
        ("STRUCT.FEE_REPORTED", {"other_matters": "未收取信息处\n理费。"}, "holds"),
        ("STRUCT.SUPERVISION_GOV", {"overview": "发布信息若干。"}, "broken"),
        ("STRUCT.SUPERVISION_GOV", {"problems": "社会评议结果已公布。"}, "holds"),
    ],
)
def test_what_the_parts_must_say(rule: str, prose: dict[str, str], verdict: str) -> None:
    """A part must say something, and a hint of the blank form is nothing."""
    assert [verdict] == verdicts(report_of({}, sections=sections_of("form2021", prose)), rule)


def test_rules_of_the_parts_need_the_parts() -> None:
    """Where a part was not read, the rules about what it says are unassessable."""
    report = report_of({"requests.other_fee_unpaid.total": 1}, sections=())
    rules = (
        "STRUCT.PROBLEMS_NOT_EMPTY",
        "STRUCT.FEE_REPORTED",
        "STRUCT.FEE_CONFLICT",
        "STRUCT.SUPERVISION_GOV",
    )
    assert [verdicts(report, rule) for rule in (*rules, "T3.FEE_UNPAID_YEAR")] == [
        ["unassessable"]
    ] * 5


def test_fees_and_part_six() -> None:
    """Fees charged with a part six of 无 are a hint, and so are unpaid fees without a word about fees."""
    nothing = sections_of("form2021", {"other_matters": "无。"})
    charged = report_of({"proactive.administrative_fees.amount": "3.5"}, sections=nothing)
    unpaid = report_of({"requests.other_fee_unpaid.total": 1}, sections=nothing)
    assert verdicts(charged, "STRUCT.FEE_CONFLICT") == ["broken"]
    assert verdicts(charged, "T3.FEE_UNPAID_YEAR") == ["holds"]
    assert verdicts(unpaid, "T3.FEE_UNPAID_YEAR") == ["broken"]
    assert verdicts(unpaid, "STRUCT.FEE_CONFLICT") == ["holds"]
    told = report_of({"requests.other_fee_unpaid.total": 1})
    assert verdicts(told, "T3.FEE_UNPAID_YEAR") == ["holds"]
    assert [term.sign for one in RULES["T3.FEE_UNPAID_YEAR"].check(told) for term in one.terms] == [
        1
    ]


def test_why_unpaid_fees_cannot_be_held_against_part_six() -> None:
    """Either the number is missing, and the cell is named, or the part is, and that is said."""
    blank = report_of({"requests.other_fee_unpaid.total": ""})
    headless = report_of({"requests.other_fee_unpaid.total": 1}, sections=())
    (no_number,), (no_part,) = (
        check(one).by_rule("T3.FEE_UNPAID_YEAR") for one in (blank, headless)
    )
    assert no_number.message("en").endswith("table 3, row other fee unpaid, column total (blank)")
    assert no_part.message("en").endswith("this part was not read")


NONE_RECEIVED = Claim(
    kind="none_occurred",
    value=0,
    unit=None,
    hedged=False,
    subject="requests_received",
    address="requests.new_received.total",
    scope=None,
    span=Span(0, 1),
    sentence_span=Span(0, 1),
)


@pytest.mark.parametrize(
    ("value", "change", "verdict"),
    [
        pytest.param(2, {}, "broken", id="denied"),
        pytest.param(0, {}, "holds", id="none indeed"),
        pytest.param("", {}, "unassessable", id="no number"),
        pytest.param(2, {"scope": "本级"}, "holds", id="denied of a part"),
        pytest.param(2, {"address": None}, "holds", id="denied of something else"),
        pytest.param(2, {"kind": "count", "value": 2}, "holds", id="counted"),
    ],
)
def test_prose_that_says_none_was_received(
    value: int | str, change: dict[str, Any], verdict: str
) -> None:
    """Where the text says that no request came, a number in the table breaks the rule."""
    cell = "requests.new_received.total"
    report = report_of({cell: value}, claims=(evolve(NONE_RECEIVED, **change),))
    assert verdicts(report, "T3.NO_REQUESTS_TEXT") == [verdict]


def test_prose_that_denies_and_counts_denies_nothing() -> None:
    """Where the text gives the table's own number elsewhere, a sentence of denial was about something else."""
    cell = "requests.new_received.total"
    two = evolve(NONE_RECEIVED, kind="count", value=2)
    assert verdicts(report_of({cell: 2}, claims=(NONE_RECEIVED, two)), "T3.NO_REQUESTS_TEXT") == [
        "holds"
    ]


def test_a_definition_finds_nothing() -> None:
    """The rule on how partial grants are counted is there to be read, and yields nothing."""
    assert (
        verdicts(report_of({"requests.partially_granted.total": 9}), "T3.PARTIAL_EXCLUSIVE") == []
    )


@pytest.mark.parametrize(
    ("rule", "change", "verdict"),
    [
        ("TIME.PERIOD", {"period": (date(2023, 1, 1), date(2023, 12, 30))}, "broken"),
        ("TIME.PERIOD", {"period": (date(2022, 9, 1), date(2023, 8, 31))}, "holds"),
        ("TIME.PERIOD", {"period": (date(2022, 9, 1), date(2024, 8, 31))}, "broken"),
        ("TIME.PERIOD", {"period": None}, "unassessable"),
        ("TIME.PERIOD", {"year": None}, "unassessable"),
        ("TIME.YEAR_CONSISTENT", {"period": (date(2022, 1, 1), date(2022, 12, 31))}, "broken"),
        ("TIME.YEAR_CONSISTENT", {"title": None, "year": None, "period": None}, "unassessable"),
        ("TIME.SIGNATURE_YEAR", {"signed": date(2023, 1, 19)}, "broken"),
        ("TIME.SIGNATURE_YEAR", {"signed": date(2023, 12, 31)}, "broken"),
        ("TIME.SIGNATURE_YEAR", {"signed": None}, "unassessable"),
        ("TIME.DEADLINE_GOV", {"published": date(2024, 3, 31)}, "holds"),
        ("TIME.DEADLINE_GOV", {"published": date(2024, 4, 1)}, "broken"),
        ("TIME.DEADLINE_GOV", {"published": None}, "unassessable"),
        ("TIME.DEADLINE_GOV", {"agency": None}, "unassessable"),
        ("TIME.DEADLINE_GOV", {"agency": Agency("甲镇", "township")}, None),
        ("TIME.DEADLINE_DEPT", {}, None),
        ("TIME.DEADLINE_DEPT", {"agency": Agency("甲县审计局", "department")}, "holds"),
        (
            "TIME.DEADLINE_DEPT",
            {"agency": Agency("甲县审计局", "department"), "published": date(2024, 2, 1)},
            "broken",
        ),
        ("STRUCT.GENERATION", {"year": 2020}, "broken"),
        ("STRUCT.GENERATION", {"year": None}, "unassessable"),
        ("STRUCT.SUPERVISION_GOV", {"agency": Agency("甲", None)}, "unassessable"),
        ("STRUCT.SUPERVISION_GOV", {"agency": Agency("甲镇", "township")}, None),
        ("TIME.DEADLINE_DEPT", {"agency": None}, "unassessable"),
    ],
)
def test_the_rules_of_time_and_level(rule: str, change: dict[str, Any], verdict: str) -> None:
    """Each date and year is held against the report year; what is not stated is not judged, nor who is not meant."""
    report = report_of({}, head=evolve(HEAD, **change))
    assert ([verdict] if verdict else []) == verdicts(report, rule)


def test_a_doubted_date_blames_nobody() -> None:
    """A date that the reader noted a doubt about breaks no rule."""
    head = evolve(
        HEAD, signed=date(2023, 1, 19), notes=(Note("two_dates", "two dates stand at the end"),)
    )
    assert verdicts(report_of({}, head=head), "TIME.SIGNATURE_YEAR") == ["unassessable"]
    doubted_year = evolve(HEAD, year=2020, notes=(Note("year_conflict", "two years are stated"),))
    assert verdicts(report_of({}, head=doubted_year), "STRUCT.GENERATION") == ["unassessable"]


def test_part_one_about_another_year() -> None:
    """A part one that speaks throughout of another year breaks the agreement of years."""
    parts = sections_of(
        "form2021", {"overview": "2022年，甲县公开信息若干。2022年，收到申请若干件。"}
    )
    assert verdicts(report_of({}, sections=parts), "TIME.YEAR_CONSISTENT") == ["broken"]
    mentions = sections_of("form2021", {"overview": "根据2019年修订的条例，甲县公开信息若干。"})
    assert verdicts(report_of({}, sections=mentions), "TIME.YEAR_CONSISTENT") == ["holds"]
    since = sections_of("form2021", {"overview": "2015年以来，甲县累计公开信息若干。"})
    assert verdicts(report_of({}, sections=since), "TIME.YEAR_CONSISTENT") == ["holds"]


def test_a_narrative_has_only_the_rules_of_time() -> None:
    """A report without statutory tables is asked about its dates, and about nothing else."""
    head = evolve(
        HEAD, year=2017, title="2017年报告", period=(date(2017, 1, 1), date(2017, 12, 31))
    )
    head = evolve(head, signed=date(2017, 12, 31), published=date(2018, 4, 2))
    found = check(report_of({}, "narrative2008", head=head, sections=()), verdicts="all")
    assert {finding.rule: finding.verdict.value for finding in found} == {
        "TIME.PERIOD": "holds",
        "TIME.YEAR_CONSISTENT": "holds",
        "TIME.SIGNATURE_YEAR": "holds",
        "TIME.DEADLINE_2008": "broken",
    }


def test_the_first_year_of_the_2007_regulation() -> None:
    """The reports for 2008 cover the months from the day on which the Regulation came into force."""
    head = evolve(HEAD, year=2008, period=(date(2008, 5, 1), date(2008, 12, 31)))
    assert verdicts(report_of({}, "narrative2008", head=head, sections=()), "TIME.PERIOD") == [
        "holds"
    ]


@pytest.mark.parametrize(
    ("values", "rule", "broken"),
    [
        ({"review.reconsideration.other": -1}, "CELL.NONNEG", ["review.reconsideration.other"]),
        (
            {"proactive.administrative_fees.amount": "-1"},
            "CELL.NONNEG",
            ["proactive.administrative_fees.amount"],
        ),
        ({"proactive.administrative_fees.amount": "1.5"}, "CELL.INTEGER", []),
        (
            {"proactive.penalties.decisions": "1.5"},
            "CELL.INTEGER",
            ["proactive.penalties.decisions"],
        ),
        ({"proactive.penalties.decisions": "2.0"}, "CELL.INTEGER", []),
        ({"proactive.penalties.decisions": "/"}, "CELL.BLANK", ["proactive.penalties.decisions"]),
        ({"proactive.penalties.decisions": "3?"}, "CELL.NUMERIC_TEXT", []),
        ({"proactive.penalties.decisions": "3?"}, "CELL.BLANK", []),
    ],
)
def test_single_cells(values: Values, rule: str, broken: list[str]) -> None:
    """A cell is at fault for what is printed there, and never for what could not be read."""
    found = [
        finding for finding in RULES[rule].check(report_of(values)) if finding.verdict == "broken"
    ]
    assert broken == [term.address for finding in found for term in finding.terms]


@pytest.mark.parametrize("rule", ["CELL.NONNEG", "CELL.INTEGER", "CELL.BLANK", "CELL.NUMERIC_TEXT"])
def test_cells_of_which_nothing_is_known(rule: str) -> None:
    """A report without any number keeps no rule of single cells; what is illegible is named."""
    (nothing,) = RULES[rule].check(report_of({}, default=None))
    assert (nothing.verdict.value, nothing.terms) == ("unassessable", ())
    assert nothing.message("en").endswith("no figures of the tables were read")
    (one,) = RULES[rule].check(report_of({"review.reconsideration.other": "?"}))
    assert (one.verdict.value, [(term.address, term.sign) for term in one.terms]) == (
        "unassessable",
        [("review.reconsideration.other", 1)],
    )


def test_a_change_may_be_negative() -> None:
    """本年增/减 of the 2019 form is the one column with a sign."""
    report = report_of({"proactive.licensing.change": -3}, "form2019", head=evolve(HEAD, year=2020))
    assert verdicts(report, "CELL.NONNEG") == ["holds"]


def test_a_blank_that_the_reader_doubts() -> None:
    """A blank cell in a doubted place is unassessable, the other blanks stay findings."""
    two = {"review.reconsideration.other": "", "review.reconsideration.upheld": ""}
    span = report_of(two)["review.reconsideration.other"].span
    report = report_of(two, doubts=(Note("row_width", "a cell may be lost", span),))
    found = {
        finding.verdict.value: [term.address for term in finding.terms]
        for finding in RULES["CELL.BLANK"].check(report)
    }
    assert "review.reconsideration.other" in found["unassessable"]


def test_findings_are_values() -> None:
    """Findings are equal, hash alike and pickle when they mean the same, whatever report object they came from."""
    values = {"requests.new_received.total": 1}
    one, other = check(report_of(values)), check(report_of(values))
    assert one == other
    assert one == pickle.loads(pickle.dumps(one))
    assert hash(one[0]) == hash(other[0])
    assert one[0].verdict == Verdict.BROKEN


def test_part_one_may_be_all_that_precedes() -> None:
    """A part one without a heading may be the long text before the first heading; a short text is none."""
    parts = sections_of("form2021")[1:]
    near = tuple(evolve(part, span=Span(number, number + 1)) for number, part in enumerate(parts))
    assert verdicts(report_of({}, sections=parts), "STRUCT.SECTIONS") == ["unassessable"]
    assert verdicts(report_of({}, sections=near), "STRUCT.SECTIONS") == ["broken"]


def test_a_doubt_about_a_part_acquits() -> None:
    """A part five that says nothing is not held against a report of which something may be lost there."""
    parts = sections_of("form2021", PROSE | {"problems": "无"})
    lost = Note("leftover", "a line was left over", parts[4].span)
    elsewhere = Note("leftover", "a line was left over", parts[0].span)
    rule = "STRUCT.PROBLEMS_NOT_EMPTY"
    assert verdicts(report_of({}, sections=parts, doubts=(lost,)), rule) == ["unassessable"]
    assert verdicts(report_of({}, sections=parts, doubts=(elsewhere,)), rule) == ["broken"]


def test_the_row_of_another_form_is_a_change_of_rows() -> None:
    """The one row of 2019 in place of three changes the form's rows, unless the reader has a doubt in that part."""
    three = ("other_no_clarification", "other_fee_unpaid", "other_misc")
    values: dict[str, int | str | None] = {
        f"requests.{row}.{column}": None for row in three for column in COLUMNS
    }
    values |= {f"requests.other.{column}": 0 for column in COLUMNS}
    noted = Note("row_of_another_form", "a row of form2019", sections_of("form2021")[2].span)
    assert verdicts(report_of(values), "STRUCT.TABLES") == ["broken"]
    assert verdicts(report_of(values, doubts=(noted,)), "STRUCT.TABLES") == ["unassessable"]
    assert verdicts(
        report_of({f"requests.other.{column}": 0 for column in COLUMNS}), "STRUCT.TABLES"
    ) == ["broken"]


def test_a_note_about_the_shape_of_a_row_leaves_its_figures_sure() -> None:
    """A row of another form, or a mended label, is no doubt about the numbers in the row."""
    values = {"requests.new_received.total": 1}
    span = report_of(values)["requests.new_received.total"].span
    report = report_of(values, doubts=(Note("label_repaired", "a label was mended", span),))
    assert "broken" in verdicts(report, "T3.BALANCE")
