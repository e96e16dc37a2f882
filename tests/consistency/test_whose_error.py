"""Whose error a finding is: told by how its numbers were read."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from sheetwork import HEAD, Values, report_of

from govinfo.accidents.accident import ACCIDENTS, Accident
from govinfo.consistency import Finding, check
from govinfo.consistency.attribution import Blame
from govinfo.figures import Figure, Origin
from govinfo.model import Note
from govinfo.spans import Span

TOTAL = "requests.new_received.total"
BROKEN: Values = {TOTAL: 1, "requests.outcomes_total.total": 1}
"""Two totals to which no column adds up, in a balance that holds."""


def found(rule: str, *doubts: Note, values: Values = BROKEN) -> Finding:
    """The first finding of a rule in a report with these notes."""
    return check(report_of(values, doubts=doubts), verdicts="all").by_rule(rule).broken[0]


def test_numbers_read_as_printed_are_the_publishers() -> None:
    """Without a doubt about the text, what does not add up was published so."""
    finding = found("T3.ROW_TOTAL")
    assert finding.blame == "publisher"
    assert (
        finding.blame_reason("en")
        == "all this was read as it is printed, and nothing in it was doubted"
    )
    assert finding.blame_reason() == "所涉内容均按原文读出，没有读取疑问"


@pytest.mark.parametrize(
    ("code", "blame", "reason"),
    [
        ("mojibake", Blame.DUMP, "the text was damaged on its way to the reader"),
        ("row_width", Blame.DUMP, "rows of the table do not have the form's shape"),
        (
            "a_code_of_a_plugin",
            Blame.UNKNOWN,
            "the reader had doubts about other parts, so it is not sure that the report itself is wrong",
        ),
        (
            "label_repaired",
            Blame.PUBLISHER,
            "all this was read as it is printed, and nothing in it was doubted",
        ),
    ],
)
def test_doubts_elsewhere_point_away_from_the_publisher(
    code: str, blame: Blame, reason: str
) -> None:
    """A doubt about another place leaves the finding broken, but not surely the publisher's."""
    finding = found(
        "T4.RECON_TOTAL", Note(code, "", None), values={"review.reconsideration.total": 3}
    )
    assert (finding.blame, finding.blame_reason("en")) == (blame, reason)


@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda accident: accident.code)
def test_figures_that_a_tool_moved_are_the_readers(accident: Accident) -> None:
    """Each accident of tools that the reader knows is no error of the publisher."""
    finding = found(
        "T4.RECON_TOTAL", Note(accident.code, "", None), values={"review.reconsideration.total": 3}
    )
    assert finding.blame is Blame.READER
    assert (
        finding.blame_reason("en")
        == "a tool moved or changed figures of the table, so look at the source first"
    )


def test_numbers_that_other_identities_confirm_are_the_publishers() -> None:
    """Where each number also stands in an identity that holds, it was hardly misread."""
    values = {
        f"requests.{row}.{column}": number
        for row, number in (("new_received", 5), ("granted", 4), ("outcomes_total", 4))
        for column in ("natural_person", "total")
    }
    finding = found("T3.BALANCE", Note("mojibake", "", None), values=values)
    assert finding.blame is Blame.PUBLISHER
    assert (
        finding.blame_reason("en")
        == "each of these numbers also stands in another identity, which holds (T3.ROW_TOTAL, T3.OUTCOMES_TOTAL)"
    )


def test_inferred_numbers_are_the_readers() -> None:
    """What was inferred is to be looked up in the source before anybody is asked."""
    report = report_of(BROKEN)
    figure = Figure(1, "1", origin=Origin.INFERRED, span=Span(0, 1))
    inferred = report.with_figure(TOTAL, figure)
    finding = check(inferred).by_rule("T3.ROW_TOTAL").broken[0]
    assert finding.blame is Blame.READER
    assert (
        finding.blame_reason("en")
        == "some of these numbers were inferred, so look at the source first"
    )


def test_doubts_in_another_part_do_not_count() -> None:
    """A doubt inside another part of the report leaves the table as it was read."""
    assert found("T3.ROW_TOTAL", Note("mojibake", "", Span(9000, 9001))).blame is Blame.PUBLISHER


def test_a_chain_is_judged_by_doubts_about_both_years() -> None:
    """Where two reports are compared, a doubt about the table of either points away from the publisher."""
    for doubted in (2022, 2023):
        years = [
            evolve(
                report_of(
                    {"requests.carried_over.business": year - 2022}, head=evolve(HEAD, year=year)
                ),
                doubts=(Note("mojibake", "", None),) if year == doubted else (),
            )
            for year in (2022, 2023)
        ]
        finding = next(
            one
            for one in check(years).by_rule("T3.CARRY")
            if one.terms[0].address == "requests.carried_over.business"
        )
        assert finding.blame is Blame.DUMP


def test_a_doubt_about_the_head_concerns_the_rules_of_time() -> None:
    """What is said of the head in a note counts where the rule has no cells, and not where it has."""
    head = evolve(HEAD, signed=date(2029, 1, 2), notes=(Note("a_code_of_the_head", ""),))
    report = report_of(BROKEN, head=head)
    blamed = {one.rule: one.blame.value for one in check(report).broken}
    assert (blamed["TIME.SIGNATURE_YEAR"], blamed["T3.ROW_TOTAL"]) == ("unknown", "publisher")


def test_what_is_not_broken_is_nobodys() -> None:
    """A rule that holds accuses no one."""
    finding = check(report_of({}), verdicts="all").by_rule("T3.ROW_TOTAL")[0]
    assert (finding.blame, finding.blame_reason("en")) == (Blame.UNKNOWN, "nothing is broken")


def test_what_prose_lacks_is_judged_by_doubts_about_the_text() -> None:
    """A rule about the parts has no cells: rows out of shape do not concern it, a damaged text does."""
    head = evolve(HEAD, signed=date(2029, 1, 2))
    blamed = [
        check(report_of({}, head=head, doubts=(Note(code, "", None),)))
        .by_rule("TIME.SIGNATURE_YEAR")[0]
        .blame.value
        for code in ("row_width", "mojibake")
    ]
    assert blamed == ["publisher", "dump"]
