"""Reports without separators: what is inferred of them is true, and what is not is said to be open."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.binding.tables.rows import RESULTS
from govinfo.binding.unseparated.segmentation import segment_balanced
from govinfo.consistency import Verdict, check
from govinfo.consistency.outcome import weigh
from govinfo.figures import Number, Origin, State
from govinfo.forms.form2019 import FORM2019
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import falsehoods
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports

KEPT = st.sampled_from([0, 0, 5, 30, 70, 90])
SEEDS = st.integers(0, 9999)
_ROW_ENDS = re.compile(r"\d(?=[^\d .+\-])")


@st.composite
def one_cell_changed(draw: st.DrawFn) -> Draft:
    """Consistent drafts, and drafts in which one cell breaks what it stands in."""
    draft = draw(consistent_reports())
    summed = [address for address in draft.form.addresses if not address.startswith("proactive")]
    changed = draw(st.lists(st.sampled_from(summed), max_size=1))
    return draft.changed({address: draw(st.integers(0, 9999)) for address in changed})


def breaks_table4(draft: Draft) -> bool:
    """Whether a total of table four is not the sum of its cells."""
    return any(
        weigh(equation, draft.expected()).verdict is Verdict.BROKEN
        for identity in draft.form.identities
        if identity.table == "review"
        for equation in identity.equations
    )


def unlisted(report: Report, draft: Draft) -> list[str]:
    """Return the addresses without a value whose true value is neither a candidate nor excused by a note."""
    figures = {str(address): figure for address, figure in report.figures().items()}
    return [
        address
        for address, value in draft.expected().items()
        if value is not None
        and (figure := figures[address]).value is None
        and value not in figure.candidates
        and not (figure.state is State.ABSENT and report.notes)
        # Where the office got a total wrong, only cuts that add up are listed.
        and not (address.startswith("review.") and breaks_table4(draft))
    ]


def false_values(report: Report, draft: Draft) -> dict[str, tuple[Number | None, Number | None]]:
    """Return what is false, apart from numbers of table four that no usual misprint explains.

    In table 4 each total is the only identity of its cells. Where any number may stand in place of
    one of them, the digits may by chance add up in one other cut. Such a value says that it is
    inferred, its identity is no evidence, and the note names the next best cut.
    """
    false = falsehoods(report, draft.expected())
    if not breaks_table4(draft):
        return false
    return {
        address: pair
        for address, pair in false.items()
        if not address.startswith("review.") or report[address].origin is not Origin.INFERRED
    }


@given(draft=one_cell_changed(), kept=KEPT, seed=SEEDS)
def test_every_value_is_true(draft: Draft, kept: int, seed: int) -> None:
    """However many separators were kept: a value is the true one, and where there is none it is a candidate."""
    report = parse(render(draft, "collapsed", kept=kept, seed=seed))

    assert false_values(report, draft) == {}
    # With nearly all spaces kept, the text is one of single spaces, where other candidates are
    # listed.
    assert report.adapter == "spaced" or unlisted(report, draft) == []


def silent(report: Report, draft: Draft) -> dict[str, object]:
    """Return what is false, apart from rows of table two of which a note says that nothing bears them out."""
    noted = any(note.code == "row_unconfirmed" for note in report.notes)
    return {
        address: pair
        for address, pair in false_values(report, draft).items()
        if not (noted and address.startswith("proactive"))
    }


@given(data=st.data(), draft=one_cell_changed(), seed=SEEDS)
def test_blanks(data: st.DataObject, draft: Draft, seed: int) -> None:
    """Where blank cells of any table leave nothing behind, none is zero, and none takes another's figure."""
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, max_size=12))
    draft = draft.without(missing)

    assert silent(parse(render(draft, "collapsed", seed=seed)), draft) == {}


@given(data=st.data(), draft=consistent_reports(), kept=st.sampled_from([0, 5, 30]), seed=SEEDS)
def test_page_numbers(data: st.DataObject, draft: Draft, kept: int, seed: int) -> None:
    """The numbers of pages, glued to the rows that end them in any table, are not taken for digits of a cell."""
    text = render(draft, "collapsed", kept=kept, seed=seed, style=Style(metadata="none"))
    ends = [
        match.end()
        for match in _ROW_ENDS.finditer(
            text, text.index(draft.form.tables[0].blocks[0].columns[0].label)
        )
    ]
    for place in sorted(
        data.draw(st.lists(st.sampled_from(ends), unique=True, max_size=3)), reverse=True
    ):
        text = f"{text[:place]}{data.draw(st.integers(2, 12))}{text[place:]}"

    assert silent(parse(text), draft) == {}


@given(data=st.data(), draft=one_cell_changed(), kept=KEPT, seed=SEEDS)
def test_merged_rows(data: st.DataObject, draft: Draft, kept: int, seed: int) -> None:
    """Two rows whose labels stand together, and behind them the figures of both, do not take each other's figures."""
    text = render(draft, "collapsed", kept=kept, seed=seed)
    neighbours = [
        pair
        for table in draft.form.tables[:2]
        for block in table.blocks
        for one, other in pairwise(block.data_rows)
        if (pair := _neighbours(text, one.label, other.label))
    ]
    if neighbours:
        pair = data.draw(st.sampled_from(neighbours))
        text = "".join(
            (text[: pair.start()], pair[1], pair[3], pair[2], pair[4], text[pair.end() :])
        )

    assert silent(parse(text), draft) == {}


def _neighbours(text: str, one: str, other: str) -> re.Match[str] | None:
    """Two rows that follow each other, the second without a number that would stand among the figures of the first."""
    figures = r"([\d .+-]+?)"
    pattern = f"({re.escape(one)}){figures}({re.escape(other)}){figures}(?=[^\\d .+-])"
    return None if other[0].isdecimal() else re.search(pattern, text)


def test_a_wrong_total_that_adds_up_in_another_cut() -> None:
    """The cells 101 and 0, with a wrong total, are not read as 10 and 10, which adds up by chance."""
    draft = write(FORM2019, Random(1))
    zeros = {a: 0 for a in draft.form.addresses if a.startswith("review.")}
    cells = {"litigation_direct.corrected": 20, "litigation_direct.total": 20}
    cells["litigation_after_reconsideration.pending"] = 101
    draft = draft.changed(zeros | {f"review.{cell}": value for cell, value in cells.items()})

    assert falsehoods(parse(render(draft, "collapsed")), draft.expected()) == {}


@pytest.mark.parametrize("pending", [99, 1111, 9999])
def test_a_wrong_total_that_looks_like_the_number_of_a_page(pending: int) -> None:
    """Spaces that cut the row into fifteen numbers: 9999 and 84 are not 99 and 99 on page 84."""
    zeros = {a: 0 for a in FORM2019.addresses if a.startswith("review.")}
    last = "review.litigation_after_reconsideration"
    draft = write(FORM2019, Random(1)).changed(
        zeros | {f"{last}.pending": pending, f"{last}.total": 84}
    )
    text = render(draft, "collapsed")
    glued = "0" * 13 + f"{pending}84"
    assert text.count(glued) == 1
    report = parse(text.replace(glued, f"{'0 ' * 13}{pending} 84"))

    assert falsehoods(report, draft.expected()) == {}
    assert report[f"{last}.pending"].value in {None, pending}


@given(data=st.data(), draft=consistent_reports(), kept=KEPT, seed=SEEDS)
def test_usual_misprints(data: st.DataObject, draft: Draft, kept: int, seed: int) -> None:
    """A total of table four that is forgotten, or wrong by one slip, turns no value into another."""
    totals = [a for a in draft.form.addresses if a.startswith("review.") and a.endswith("total")]
    total = data.draw(st.sampled_from(totals))
    right = str(draft.values[total])
    place, digit = data.draw(st.integers(0, len(right))), data.draw(st.sampled_from("0123456789"))
    wrong = data.draw(
        st.sampled_from(
            [
                "0",
                right[:place] + digit + right[place:],
                right[:place] + digit + right[place + 1 :],
                right[:place] + right[place + 1 :] or "0",
                right[:place] + right[place : place + 2][::-1] + right[place + 2 :],
            ]
        )
    )
    printed = draft.changed({total: int(wrong)})
    report = parse(render(printed, "collapsed", kept=kept, seed=seed))
    false = falsehoods(report, printed.expected())
    if adds_up_elsewhere(printed):
        # The digits of two proceedings, cut elsewhere, are a row without any misprint.
        assert {report[address].origin for address in false} <= {Origin.INFERRED}
        false = {address: pair for address, pair in false.items() if address[:6] != "review"}

    assert false == {}


def adds_up_elsewhere(draft: Draft) -> bool:
    """Whether the digits of table four add up where its proceedings do not end where they do."""
    rows = [
        "".join(str(draft.values[f"review.{row.id}.{column.id}"]) for column in block.columns)
        for block in draft.form.table("review").blocks
        for row in block.rows
    ]
    digits = "".join(rows)
    own = len(rows[0]), len(rows[0]) + len(rows[1])
    return any(
        (one, other) != own
        and all(
            segment_balanced(piece, RESULTS)
            for piece in (digits[:one], digits[one:other], digits[other:])
        )
        for one in range(RESULTS, len(digits) - 2 * RESULTS + 1)
        for other in range(one + RESULTS, len(digits) - RESULTS + 1)
    )


def test_a_forgotten_total_that_adds_up_elsewhere() -> None:
    """Where no misprint is needed, a value says that it is inferred, and a note names the cuts."""
    zeros = {a: 0 for a in FORM2019.addresses if a.startswith("review.")}
    first = {"upheld": 3, "corrected": 210, "total": 213}
    cells = {f"review.reconsideration.{column}": value for column, value in first.items()}
    draft = write(FORM2019, Random(1)).changed(
        zeros | cells | {"review.litigation_direct.upheld": 40}
    )
    report = parse(render(draft, "collapsed"))

    assert adds_up_elsewhere(draft)
    assert report["review.litigation_direct.upheld"].origin is Origin.INFERRED
    assert "digits_ambiguous" in {note.code for note in report.notes}


@pytest.mark.parametrize("upheld", [10, 100, 200, 1000])
@given(draft=consistent_reports())
def test_a_forgotten_total(draft: Draft, upheld: int) -> None:
    """The 0 of a total that was forgotten is never taken for the last digit of a result."""
    row = {f"review.reconsideration.{column}": 0 for column in ("corrected", "other", "pending")}
    printed = draft.changed(
        {**row, "review.reconsideration.upheld": upheld, "review.reconsideration.total": 0}
    )

    assert falsehoods(parse(render(printed, "collapsed")), printed.expected()) == {}


@given(draft=consistent_reports())
def test_an_identity_is_no_evidence_for_what_it_settled(draft: Draft) -> None:
    """A total of table four from which its cells were inferred does not confirm them."""
    report = parse(render(draft, "collapsed"))

    for finding in check(report, verdicts="all"):
        if finding.rule.startswith("T4") and report.inferred & {t.address for t in finding.terms}:
            assert finding.verdict is Verdict.UNASSESSABLE
