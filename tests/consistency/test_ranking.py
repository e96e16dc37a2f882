"""What speaks for a repair, and what against it, in words and in the order of the suggestions."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest
from attrs import evolve
from sheetwork import HEAD, Values, report_of
from test_suggestions import UNBALANCED, in_two_columns

from govinfo.consistency import Change, Suggestion, suggest
from govinfo.consistency.repair.typos import slip_of
from govinfo.figures import Number
from govinfo.model import Claim, Report
from govinfo.spans import Span

RECEIVED, OVER, FORWARD = (
    f"requests.{row}.total" for row in ("new_received", "carried_over", "carried_forward")
)

MISSUMMED = {
    "review.reconsideration.upheld": 29,
    "review.reconsideration.other": 1,
    "review.reconsideration.total": 39,
}

LATER = ("other_org", "total")


def said(value: int, address: str, *, hedged: bool = False) -> Claim:
    """A figure in the prose."""
    return Claim("count", value, "件", hedged, "any", address, None, Span(0, 1), Span(0, 1))


def told(suggestion: Suggestion, kind: str) -> list[tuple[bool, str, str]]:
    """The evidence of one kind: whether it speaks for the changes, and its words."""
    return [
        (e.supports, e.statement.zh, e.statement.en) for e in suggestion.evidence if e.kind == kind
    ]


def of_year(year: int, values: Values) -> Report:
    """A report of the same agency for another year."""
    return report_of(values, head=evolve(HEAD, year=year))


@pytest.mark.parametrize(
    ("printed", "right", "slip"),
    [
        (21, 12, "two digits transposed"),
        (132, 123, "two digits transposed"),
        (2134, 1234, "two digits transposed"),
        (21, 27, "one digit mistyped"),
        (0, 5, "one digit mistyped"),
        (2, 12, "one digit dropped"),
        (12, 122, "one digit dropped"),
        (121, 12, "one digit added"),
        (122, 12, "one digit doubled"),
        (1123, 123, "one digit doubled"),
        (Decimal("1.5"), 15, "one digit added"),
        (0, 11, None),
        (120, 9, None),
        (312, 123, None),
        (2121, 1212, None),
        (3, 3, None),
    ],
)
def test_a_slip_of_a_digit_is_named(printed: Number, right: Number, slip: str | None) -> None:
    """A digit mistyped, dropped, doubled or added, or two neighbours swapped, is told from a different number."""
    found = slip_of(printed, right)
    assert (found and found.en) == slip


def test_the_prose_bears_out_one_repair() -> None:
    """A repair that the prose contradicts comes last, one that it bears out first, and each says so."""
    claims = (
        said(5, RECEIVED),
        said(6, f"{RECEIVED}+{OVER}"),
        said(0, FORWARD),
        said(1, OVER, hedged=True),
    )
    found = suggest(report_of(UNBALANCED, claims=claims))
    assert [suggestion.changes[1].address for suggestion in found] == [OVER, FORWARD, RECEIVED]
    assert told(found[0], "prose") == [
        (
            True,
            "正文“0”改动后才相符",
            "the prose has 6 for table 3, row new received, column total + table 3, row carried over, column total, which agrees only then",
        )
    ]
    assert told(found[2], "prose")[0] == (
        False,
        "正文“0”改动后不再相符",
        "the prose has 5 for table 3, row new received, column total, which no longer agrees",
    )
    assert found[0].reason == (
        "2 cells change; the prose has 6 for table 3, row new received, column total + table 3, row carried over, column total, which agrees only then; "
        "a printed total changes: table 3, row carried over, column total; "
        "0 for 1 in table 3, row carried over, column natural person is one digit mistyped; "
        "0 for 1 in table 3, row carried over, column total is one digit mistyped"
    )
    assert str(found[0].evidence[0]) == "正文“0”改动后才相符"


def test_what_the_prose_contradicts_comes_last_whatever_speaks_for_it() -> None:
    """One figure against a repair outweighs two for it."""
    claims = (
        said(5, RECEIVED),
        said(6, f"{RECEIVED}+{OVER}"),
        said(6, f"{RECEIVED}+requests.granted.public_interest"),
    )
    assert suggest(report_of(UNBALANCED, claims=claims))[-1].changes[1].address == RECEIVED


def test_what_the_prose_bears_out_comes_first() -> None:
    """One figure for a repair brings it to the front."""
    (first, *others) = suggest(report_of(UNBALANCED, claims=(said(0, FORWARD),)))
    assert first.changes[1].address == FORWARD
    assert [told(one, "prose") for one in others] == [[], []]


def test_printed_totals_are_left_as_they_are() -> None:
    """Where the total or a part may be wrong, the part comes first."""
    values = {
        "review.reconsideration.upheld": 29,
        "review.reconsideration.other": 1,
        "review.reconsideration.total": 39,
    }
    found = suggest(report_of(values))
    assert len(found) == 5
    assert (Change("review.reconsideration.total", 39, 30),) == found[-1].changes
    assert told(found[-1], "totals") == [
        (
            False,
            "要改动已印出的总计：表四“行政复议”行“总计”列",
            "a printed total changes: table 4, row reconsideration, column total",
        )
    ]
    assert told(found[0], "totals") == [(True, "已印出的总计均不改动", "no printed total changes")]


def test_the_likelier_slip_comes_before() -> None:
    """Among the parts, the one that no slip of a single digit explains comes last."""
    values = {
        "review.reconsideration.upheld": 29,
        "review.reconsideration.other": 1,
        "review.reconsideration.total": 39,
    }
    found = suggest(report_of(values))
    assert (Change("review.reconsideration.upheld", 29, 38),) == found[-2].changes
    assert told(found[-2], "slip") == []
    assert (
        True,
        "表四“行政复议”行“其他结果”列应为 10 而印作 1，是少写一位",
        "1 for 10 in table 4, row reconsideration, column other is one digit dropped",
    ) in [each for one in found for each in told(one, "slip")]


def test_a_number_in_the_next_column_is_told() -> None:
    """A number that stands one column beside the one it belongs to is told as such."""
    wrong = in_two_columns(new_received=12, granted=12, outcomes_total=12) | {
        "requests.granted.natural_person": 0,
        "requests.granted.business": 12,
    }
    (found,) = suggest(report_of(wrong))
    assert {
        Change("requests.granted.natural_person", 0, 12),
        Change("requests.granted.business", 12, 0),
    } == set(found.changes)
    assert told(found, "shift") == [
        (
            True,
            "表三“（一）予以公开”行“自然人”列应有的 12 印在了相邻的表三“（一）予以公开”行“商业企业”列",
            "the 12 that table 3, row granted, column natural person needs is printed next to it, in table 3, row granted, column business",
        )
    ]


def test_a_number_in_the_next_row_is_told() -> None:
    """A number that stands one row below the one it belongs to is told as such, far to the right too."""
    received = {
        f"requests.{row}.{column}": 12
        for row in ("new_received", "outcomes_total")
        for column in LATER
    }
    wrong = received | {"requests.granted.total": 12, "requests.partially_granted.other_org": 12}
    first, second = suggest(report_of(wrong))
    words = "the 12 that table 3, row granted, column other org needs is printed next to it, in table 3, row partially granted, column other org"
    assert [words] == [en for _, _, en in told(first, "shift")]
    assert [
        each.supports for one in (first, second) for each in one.evidence if each.kind == "totals"
    ] == [
        True,
        False,
        False,
    ]
    beside = received | {"requests.granted.total": 12, "requests.granted.legal_service": 12}
    assert (
        "in table 3, row granted, column legal service"
        in told(suggest(report_of(beside))[0], "shift")[0][2]
    )


def test_a_number_far_away_is_no_shift() -> None:
    """Two numbers that trade places across two columns are not told as shifted."""
    wrong = in_two_columns(new_received=12, granted=12, outcomes_total=12) | {
        "requests.granted.natural_person": 0,
        "requests.granted.research": 12,
    }
    (found,) = suggest(report_of(wrong))
    assert told(found, "shift") == []


def test_a_number_of_another_table_is_no_shift() -> None:
    """The same number in a cell of another table that changes is a coincidence."""
    received = {
        f"requests.{row}.{column}": 12 for row in ("granted", "outcomes_total") for column in LATER
    }
    wrong = received | {"requests.new_received.total": 12, "review.reconsideration.upheld": 12}
    found = suggest(report_of(wrong))
    assert Change("review.reconsideration.upheld", 12, 0) in found[0].changes
    assert [each for one in found for each in told(one, "shift")] == []


def test_a_year_with_a_third_number_says_nothing() -> None:
    """Where the year before carried forward another number than either, it speaks neither for nor against."""
    before = of_year(2022, in_two_columns(carried_forward=7))
    assert [
        each
        for one in suggest(report_of(UNBALANCED), neighbours=[before])
        for each in told(one, "year")
    ] == []


def test_the_years_around() -> None:
    """What the year before carried forward, and the year after carried over, ranks the repairs and is told."""
    after = of_year(2024, in_two_columns(carried_over=1))
    assert suggest(report_of(UNBALANCED), neighbours=[after])[-1].changes[1].address == FORWARD
    before = of_year(2022, {OVER: 9, FORWARD: 1, "requests.carried_forward.natural_person": 1})
    found = suggest(report_of(UNBALANCED), neighbours=[before, after])
    assert [suggestion.changes[1].address for suggestion in found] == [OVER, RECEIVED, FORWARD]
    assert told(found[0], "year")[1] == (
        True,
        "2022年报告的表三“四、结转下年度继续办理”行“总计”列为 1，改动后才相符",
        "the report for 2022 has 1 in table 3, row carried forward, column total, which agrees only then",
    )
    assert told(found[2], "year")[0] == (
        False,
        "2024年报告的表三“二、上年结转政府信息公开申请数量”行“自然人”列为 1，改动后不再相符",
        "the report for 2024 has 1 in table 3, row carried over, column natural person, which no longer agrees",
    )
    assert [[supports for supports, _, _ in told(one, "year")] for one in found] == [
        [True] * 2,
        [],
        [False] * 2,
    ]


def test_the_order_of_the_years_around_is_irrelevant() -> None:
    """Neighbours in any order, twice or not, make the same suggestions; other years say nothing."""
    both = [
        of_year(2022, in_two_columns(carried_forward=1)),
        of_year(2024, in_two_columns(carried_over=1)),
    ]
    plain = suggest(report_of(UNBALANCED), neighbours=both)
    assert all(
        plain == suggest(report_of(UNBALANCED), neighbours=order)
        for order in permutations([*both, both[0]])
    )
    far = [
        of_year(2021, in_two_columns(carried_forward=1)),
        of_year(2023, in_two_columns(carried_forward=1)),
    ]
    assert suggest(report_of(UNBALANCED), neighbours=far) == suggest(report_of(UNBALANCED))
    nameless = report_of(UNBALANCED, head=evolve(HEAD, year=None))
    assert suggest(nameless, neighbours=both) == suggest(nameless)
