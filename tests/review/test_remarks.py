"""Remarks: each slip once, with its place and what to change, and nothing else."""

from __future__ import annotations

import random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govinfo.consistency import check
from govinfo.consistency.names import doubt, row_name
from govinfo.consistency.repair.suggest import suggest_apart
from govinfo.forms import form_by_id
from govinfo.notes import Note
from govinfo.reading import parse
from govinfo.review import Remark, remarks_on, reviewed, sentences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write

FORM = form_by_id("form2021")


def remarks(draft: Draft) -> tuple[Remark, ...]:
    """Return the remarks on a draft."""
    subject = reviewed(parse(render(draft, "pipes")))
    return remarks_on(subject.report, subject.findings)


def test_each_slip_is_told_once_with_what_to_change(wrong: Draft) -> None:
    """Two slips and a sentence are three remarks, though they break five rules; each says what to do."""
    found = remarks(wrong)

    assert [one.severity for one in found] == ["error", "error", "warning"]
    assert [one.cells for one in found] == [
        ("requests.granted.natural_person",),
        ("requests.unable_not_held.total",),
        ("requests.carried_forward.total",),
    ]
    assert [one.advice and one.advice.zh for one in found] == [
        "请将 12 改为 21",
        "请将 9 改为 8",
        "表中各项相加无误，请将正文的“3件”改为“2件”",
    ]
    assert [[finding.rule for finding in one.findings] for one in found] == [
        ["T3.OUTCOMES_TOTAL", "T3.ROW_TOTAL"],
        ["T3.OUTCOMES_TOTAL", "T3.ROW_TOTAL"],
        ["TEXT.CARRIED_FORWARD"],
    ]
    assert found[0].what.zh.startswith("表三“（一）予以公开”行“自然人”列填的是 12，不符合：")
    assert found[1].what.en.startswith("table 3, row unable not held, column total says 9, which")


def test_doubts_name_rows_as_the_form_prints_them(right: Draft) -> None:
    """In Chinese a doubt names the row of the form, and quotes of the text stay as they are."""
    report = parse(render(right, "pipes"))
    told = {
        "{row} is printed more than once, with different figures": (
            "表三“（三）不予公开 › 4.保护第三方合法权益”行不止一次出现，且数字不同"
        ),
        "the labels of these rows come from memory, not from the form itself: {row}": (
            "这些行的名称未经格式原文核对：表三“（三）不予公开 › 4.保护第三方合法权益”行"
        ),
    }

    for sentence, zh in told.items():
        message = sentence.format(row="requests.denied_third_party")
        note = Note("repeated_row", message)
        assert (doubt(note, report), doubt(note, report, "en")) == (zh, message)
    quoted = "'rules' is read as the label of proactive.rules"
    assert doubt(Note("label_repaired", quoted), report) == "“rules”读作表二“规章”行的名称"
    glued = "review.cases is printed more than once, with different figures"
    assert doubt(Note("repeated_row", glued), report) == "表四不止一次出现，且数字不同"


def test_a_right_draft_has_no_remark(right: Draft) -> None:
    """Where every sum holds and the prose agrees there is nothing to say."""
    assert remarks(right) == ()


def test_a_sentence_that_was_right_is_evidence_and_no_remark(right: Draft) -> None:
    """Where the table is mended by the number that the prose has, the prose is not blamed."""
    (one,) = remarks(right.changed({"requests.carried_forward.total": 5}))

    assert [(change.address, change.new) for change in one.changes] == [
        ("requests.carried_forward.total", 2)
    ]
    assert "TEXT.CARRIED_FORWARD" in [finding.rule for finding in one.findings]
    assert "正文“2件”改动后才相符" in [reason.zh for reason in one.reasons]


def test_where_nothing_tells_which_cell_is_wrong_all_are_named(right: Draft) -> None:
    """A total of table four may be wrong, or any of its addends: one remark lists them and advises none."""
    (one,) = remarks(right.changed({"review.reconsideration.total": 2}))

    assert one.changes == ()
    assert set(one.cells) == {
        f"review.reconsideration.{column}"
        for column in ("upheld", "corrected", "other", "pending", "total")
    }
    assert one.advice is not None
    assert "以下改法只取其一" in one.advice.zh
    assert "“总计”列的 2 改为 1" in one.advice.zh


def saying(draft: Draft, forward: int) -> Draft:
    """Return the draft with another number of requests carried forward in its prose."""
    (sentence,) = draft.parts[0].paragraphs
    assert "办理2件" in sentence
    paragraphs = (sentence.replace("办理2件", f"办理{forward}件"),)
    return evolve(draft, parts=(evolve(draft.parts[0], paragraphs=paragraphs), *draft.parts[1:]))


def test_a_sentence_that_repeats_a_wrong_cell_is_named(right: Draft) -> None:
    """Whoever mends a cell is told to mend the sentence that has its wrong number; nothing else tells of it."""
    (one,) = remarks(saying(right, 5).changed({"requests.carried_forward.total": 5}))

    assert [change.new for change in one.changes] == [2]
    assert one.advice is not None
    assert one.advice.zh == "请将 5 改为 2；正文“5件”改动后不再相符，请一并改正"
    assert one.advice.en == (
        "Change 5 to 2; the prose has 5 for table 3, row carried forward, column total, which no "
        "longer agrees, so mend that sentence as well"
    )


def test_each_choice_names_the_sentences_that_it_disagrees_with(right: Draft) -> None:
    """Where several changes would do, and the prose has the number that each of them replaces, each says so."""
    wrong = {f"requests.carried_forward.{column}": 5 for column in ("natural_person", "total")}
    (one,) = remarks(saying(right, 5).changed(wrong))

    assert one.changes == ()
    assert one.advice is not None
    assert one.advice.zh.count("改动后不再相符）") == 3
    assert one.advice.zh.endswith("“总计”列的 5 改为 2（正文“5件”改动后不再相符）")


@given(seed=st.integers(0, 10_000), data=st.data())
def test_one_wrong_cell_is_one_remark_that_names_it(seed: int, data: st.DataObject) -> None:
    """Whatever figure of table three is changed, one remark about sums names it, among others if need be."""
    draft = write(FORM, random.Random(seed))
    address = data.draw(st.sampled_from([a for a in FORM.addresses if a.table == "requests"]))
    value = draft.values[address]
    report = parse(render(draft.changed({address: value + 1}), "pipes"))
    found = remarks_on(report, [one for one in check(report) if one.rule.startswith("T3.")])

    assert [address in one.cells for one in found if one.severity == "error"] == [True]


def test_words_are_proof_read(right: Draft) -> None:
    """What is a matter of words comes last, with its place."""
    paragraphs = (*right.parts[0].paragraphs, "全年安排资金资金三万元，服务群众XX人次。")
    overview = evolve(right.parts[0], paragraphs=paragraphs)
    found = remarks(evolve(right, parts=(overview, *right.parts[1:])))

    assert [one.severity for one in found] == ["info", "info"]
    assert [len(place) for one in found for place in one.places] == [4, 2]
    assert found[0].what.zh.endswith("中只写一个“资金”")


def test_slips_apart_are_the_parts_of_what_is_suggested(wrong: Draft) -> None:
    """For two slips of one table the suggestions stand slip by slip."""
    slips = suggest_apart(parse(render(wrong, "pipes")))

    assert [[len(one.changes) for one in slip] for slip in slips] == [[1], [1]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_remarks_are_in_one_language(lang: str, wrong: Draft) -> None:
    """What is said in English quotes Chinese only from the prose; what is said in Chinese has no English word."""
    for one in remarks(wrong):
        said = f"{getattr(one.what, lang)} {one.advice and getattr(one.advice, lang)}"
        others = [c for c in said if c.isascii() and c.isalpha()]
        assert bool(others) == (lang == "en")


@given(seed=st.integers(0, 10_000), data=st.data())
def test_what_is_advised_is_what_was_meant(seed: int, data: st.DataObject) -> None:
    """Of up to four slips in table three, each change that is advised leads to the number that stood there."""
    draft = write(FORM, random.Random(seed))
    table = [address for address in FORM.addresses if address.table == "requests"]
    slips = data.draw(st.lists(st.sampled_from(table), min_size=1, max_size=4, unique=True))
    wrong = draft.changed({a: draft.values[a] + 10**n + n for n, a in enumerate(slips)})
    report = parse(render(wrong, "pipes"))
    changes = [one for remark in remarks_on(report, check(report)) for one in remark.changes]

    assert {one.address: one.new for one in changes} == {
        one.address: draft.values[one.address] for one in changes
    }


def test_what_two_years_do_not_share_is_one_remark(right: Draft) -> None:
    """Last year's stock is not carried over in three columns: one remark names them, at the cells of this year."""
    last = write(FORM, random.Random(5), agency=right.agency, year=right.year - 1)
    last = last.changed({f"requests.carried_forward.{c}": 0 for c in ("natural_person", "total")})
    reports = [parse(render(draft, "pipes")) for draft in (last, right)]
    findings = [one for one in check(reports) if one.rule == "T3.CARRY" and one.verdict == "broken"]
    (one,) = remarks_on(reports[1], findings)

    assert len(one.findings) > 1
    assert one.cells[0] == "requests.carried_over.total"
    assert one.what.zh.count("本年“上年结转”等于上一年度“结转下年度继续办理”") == 1


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("280件", "件"), ("1,024件次", "件次"), ("12", "")],
)
def test_a_figure_in_digits_keeps_its_unit(figure: str, unit: str) -> None:
    """What is to be written instead has the same unit."""
    read = sentences._FIGURE.fullmatch(figure)
    assert read is not None
    assert read["unit"] == unit


@pytest.mark.parametrize("figure", ["1.2万件", "3万", "12.5", "三件", "15%"])
def test_a_figure_in_other_words_is_written_anew_without_a_unit(figure: str) -> None:
    """Its words might say another number with a whole one before them."""
    assert sentences._FIGURE.fullmatch(figure) is None


def test_quotation_marks_within_others_are_single() -> None:
    """A label that has quotation marks of its own stands in the name of a row as Chinese has it."""
    named = row_name("requests.denied_security_stability.total", FORM)
    assert named.zh == "表三“（三）不予公开 › 3.危及‘三安全一稳定’”行"
    assert named.en == "table 3, row denied security stability"
