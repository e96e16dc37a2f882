"""Two reports side by side: what differs is found, and nothing else."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo import BadArgument, Report
from govinfo.comparison import Comparison, Difference
from govinfo.comparison.alignment import pieces
from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import Printed, consistent_reports, dice, pages, reports

TABLED = (
    "pipes",
    "stacked",
    "markdown",
    "delimited",
    "spaced",
    "frames",
    "drawn",
    "wiki",
    "latex",
    "otsl",
    "html",
)
PAGE = """青石县水务局2023年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》编制本报告。
一、总体情况
2023年，本局主动公开信息40条。全年召开工作例会4次。
五、存在的主要问题及改进情况
公开的栏目还不够清楚。下一年将合并相近栏目，并请各科室每季度核对一次。
六、其他需要报告的事项
本年度未收取信息处理费。
青石县水务局
2024年1月12日
"""


def said(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    """Return the sentences that differ, each with what became of it."""
    return [(one.change.value, one.before, one.after) for one in comparison.sentences]


@given(printed=pages(reports(), TABLED))
def test_a_report_does_not_differ_from_itself(printed: Printed) -> None:
    """Nothing differs, and every part with prose is taken over as a whole."""
    report = govinfo.parse(printed.text)
    comparison = govinfo.compare(report, report)

    assert not comparison
    assert {part.taken_over for part in comparison.parts} == {1.0}
    assert str(comparison).splitlines()[-1] == "两份报告没有不同。"


@given(draft=consistent_reports(), data=st.data())
def test_dialects_make_no_difference(draft: Draft, data: st.DataObject) -> None:
    """The same report, printed in two dialects, has the same cells, sentences and claims."""
    one, other = data.draw(st.tuples(*[pages(st.just(draft), TABLED)] * 2))
    comparison = govinfo.compare(govinfo.parse(one.text), govinfo.parse(other.text))

    assert said(comparison) == []
    assert comparison.differing == ()
    assert comparison.claims == ()


@pytest.mark.parametrize("dialect", TABLED)
@settings(max_examples=max(2, settings().max_examples // 4))
@given(data=st.data())
def test_one_changed_cell_is_one_difference(dialect: str, data: st.DataObject) -> None:
    """It is this cell alone, with both of its numbers; turned round, the numbers change sides."""
    draft = write(form_by_id("form2021"), data.draw(dice()), consistent=False)
    address = data.draw(st.sampled_from(sorted(draft.values)))
    old = draft.values[address]
    before, after = (
        govinfo.parse(render(one, dialect)) for one in (draft, draft.changed({address: old + 1}))
    )
    there, back = govinfo.compare(before, after), govinfo.compare(after, before)

    assert [(c.address, c.change) for c in there.cells] == [(address, Difference.CHANGED)]
    assert [(c.before, c.after) for c in there.cells] == [(c.after, c.before) for c in back.cells]
    assert said(there) == said(back) == []


@given(printed=pages(reports(), ("pipes", "markdown")), data=st.data())
def test_added_is_lost_the_other_way_round(printed: Printed, data: st.DataObject) -> None:
    """Which report comes first decides which of both words is used, and nothing else."""
    one = govinfo.parse(printed.text)
    other = govinfo.parse(data.draw(pages(reports(), ("pipes", "stacked"))).text)
    there, back = govinfo.compare(one, other), govinfo.compare(other, one)

    assert {c.address for c in there.added} == {c.address for c in back.lost}
    assert {c.address for c in there.lost} == {c.address for c in back.added}
    assert {c.address for c in there.changed} == {c.address for c in back.changed}
    assert [f.fingerprint for f in there.gone] == [f.fingerprint for f in back.new]
    assert all(0 <= part.taken_over <= 1 for part in (*there.parts, *back.parts))


def test_one_sentence() -> None:
    """A sentence with other words is one difference, with its place on both sides."""
    before = govinfo.parse(PAGE)
    after = govinfo.parse(PAGE.replace("每季度核对", "每个月核对"))
    comparison = govinfo.compare(before, after)
    (one,) = comparison.sentences

    assert (one.change, one.section) == ("changed", "problems")
    assert one.before_span is not None
    assert one.after_span is not None
    assert before.quote(one.before_span) == "下一年将合并相近栏目，并请各科室每季度核对一次。"
    assert after.quote(one.after_span) == "下一年将合并相近栏目，并请各科室每个月核对一次。"
    assert ("季度", "个月") in one.pieces
    assert (len(comparison.cells), len(comparison.claims)) == (0, 0)


def test_a_figure_in_prose() -> None:
    """Its sentence and its claim differ, and the claim has both numbers."""
    before, after = govinfo.parse(PAGE), govinfo.parse(PAGE.replace("信息40条", "信息45条"))
    comparison = govinfo.compare(before, after)

    assert [
        (one.before and one.before.value, one.after and one.after.value)
        for one in comparison.claims
    ] == [(40, 45)]
    assert len(comparison.sentences) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("信息40条", "信息 40 条"),
        ("信息40条", "信息４０条"),
        ("2023年，本局", "2023年,本局"),
        ("全年召开", "\n\n全年召开"),
        ("，并请各科室", "，\n并请各科室"),
        ("工作例会", "工作**例会**"),
        ("条例", "條例"),
        ("青石县水务局2023", "您现在的位置：首页 > 信息公开\n青石县水务局2023"),
        ("2024年1月12日\n", "2024年1月12日\n上一篇：没有了\n版权所有 青石县水务局\n"),
        ("2024年1月12日\n", "2024年1月12日\n\n[打印] [关闭]\n"),
    ],
)
def test_typography_and_chrome_are_no_difference(old: str, new: str) -> None:
    """White space, width, emphasis, traditional characters and buttons leave the report the same."""
    assert not govinfo.compare(govinfo.parse(PAGE), govinfo.parse(PAGE.replace(old, new)))


def test_sentences_that_come_and_go() -> None:
    """A new sentence is added, one that is struck out is lost, and one elsewhere has moved."""
    struck = "全年召开工作例会4次。"
    without = govinfo.parse(PAGE.replace(struck, ""))
    elsewhere = govinfo.parse(PAGE.replace(struck, "").replace("核对一次。", f"核对一次。{struck}"))
    whole = govinfo.parse(PAGE)

    assert said(govinfo.compare(whole, without)) == [("lost", struck, None)]
    assert said(govinfo.compare(without, whole)) == [("added", None, struck)]
    assert said(govinfo.compare(whole, elsewhere)) == [("moved", struck, struck)]


def test_dates_of_the_head() -> None:
    """A day that both state is compared; one that a capture does not show is no difference."""
    before = govinfo.parse(PAGE)
    later = govinfo.parse(PAGE.replace("2024年1月12日", "2024年1月22日"))
    unsigned = govinfo.parse(PAGE.replace("2024年1月12日\n", ""))

    assert [(one.name, one.before, one.after) for one in govinfo.compare(before, later).fields] == [
        ("signed", "2024-01-12", "2024-01-22")
    ]
    assert govinfo.compare(before, unsigned).fields == ()


def test_two_years() -> None:
    """Last year's sentence under this year's date is marked, as is one that still has its year."""
    text = PAGE.replace("2024年1月12日", "2025年1月12日").replace("2023年政府", "2024年政府")
    before = govinfo.parse(PAGE)
    copied = govinfo.parse(text.replace("2023年，", "2024年，"))
    left = govinfo.parse(text)
    new = govinfo.parse(
        text.replace("2023年，", "2024年，").replace("40条", "52条").replace("4次", "6次")
    )

    def repeated(after: Report) -> list[str | None]:
        return [one.after for one in govinfo.compare(before, after).repeated]

    assert repeated(copied) == ["2024年，本局主动公开信息40条。", "全年召开工作例会4次。"]
    assert repeated(left) == ["2023年，本局主动公开信息40条。", "全年召开工作例会4次。"]
    assert repeated(new) == []
    assert govinfo.compare(before, before).repeated == ()
    assert govinfo.compare(before, new).is_of_two_years
    assert not govinfo.compare(before, before).is_of_two_years


@given(data=st.data())
def test_rules_link_two_years(data: st.DataObject) -> None:
    """A cell that follows from last year's report names the rule, and what it comes to is told."""
    throw = data.draw(dice())
    drafts = [
        write(form_by_id("form2021"), throw, agency="青石县水务局", year=year)
        for year in (2022, 2023)
    ]
    before, after = (govinfo.parse(render(draft, "pipes")) for draft in drafts)
    comparison = govinfo.compare(before, after)
    cells = {
        "requests.carried_over.total": before["requests.carried_forward.total"].value,
        "requests.new_received.total": None,
    }
    found = {str(cell.address): cell.rules for cell in comparison.cells}

    assert {finding.rule for finding in comparison.links} >= {"T3.CARRY"}
    for address, carried in cells.items():
        if address in found:
            assert found[address] == (("T3.CARRY",) if carried is not None else ())
    total = next(f for f in comparison.links.by_rule("T3.CARRY") if len(f.terms) == 2)
    assert (total.verdict == "holds") == (total.left == total.right)


def test_findings() -> None:
    """A sum that breaks is new, and gone the other way round; a broken sum that stays is neither."""
    broken = govinfo.parse(render(_draft(total=1), "pipes"))
    whole = govinfo.parse(render(_draft(total=0), "pipes"))
    worse = govinfo.parse(render(_draft(total=2), "pipes"))

    assert {one.rule for one in govinfo.compare(whole, broken).new} >= {"T3.ROW_TOTAL"}
    assert govinfo.compare(whole, broken).gone == govinfo.compare(broken, whole).new
    assert len(govinfo.compare(broken, worse).new) == len(govinfo.compare(broken, worse).gone) == 0


def _draft(total: int) -> Draft:
    draft = write(form_by_id("form2021"), Random(7), agency="青石县水务局", year=2023)
    address = "requests.new_received.total"
    return draft.changed({address: draft.values[address] + total})


def test_a_cell_that_cannot_be_read_is_not_accused() -> None:
    """Nobody can tell whether it changed: it is listed as such, and does not count as differing."""
    draft = _draft(total=0)
    text = render(draft, "pipes")
    report = govinfo.parse(text)
    span = report["requests.granted.natural_person"].span
    assert span is not None
    damaged = govinfo.parse(f"{text[: span.start]}1?6{text[span.end :]}")
    comparison = govinfo.compare(report, damaged)

    assert [cell.change for cell in comparison.cells] == ["unread"]
    assert comparison.differing == ()


def test_a_report_read_from_json_is_the_same() -> None:
    """Its parts have no marks on a page, and its sentences are found all the same."""
    for dialect in ("pipes", "stacked", "html"):
        report = govinfo.parse(render(_draft(total=0), dialect))
        again = Report.from_json(report.to_json())

        assert not govinfo.compare(report, again)
        assert len(govinfo.compare(report, again).parts) > 2


def test_what_is_no_report_is_refused() -> None:
    """The error says which side, and what returns a report."""
    report = govinfo.parse(PAGE)
    with pytest.raises(BadArgument, match=r"`after` is str, .*govinfo.parse"):
        govinfo.compare(report, PAGE)  # type: ignore[arg-type]


def test_the_body_may_be_named_in_the_last_sentence() -> None:
    """Only its name below the text is a signature, and a text that is cut off keeps its words."""
    text = PAGE.partition("青石县水务局\n2024")[0].rstrip("。\n")
    before = govinfo.parse(f"{text}，青石县水务局已公示收费依据")
    after = govinfo.parse(f"{text}，青石县水务局已公布收费依据")

    assert len(govinfo.compare(before, after).sentences) == 1


def test_cells_of_one_form_alone_are_counted_and_not_listed() -> None:
    """Where the form changed between two years, its own rows are no news of the report."""
    old = write(form_by_id("form2019"), Random(5), agency="青石县水务局", year=2020)
    new = write(form_by_id("form2021"), Random(5), agency="青石县水务局", year=2021)
    comparison = govinfo.compare(*(govinfo.parse(render(one, "pipes")) for one in (old, new)))
    own = [cell for cell in comparison.cells if cell.before is None or cell.after is None]

    assert {cell.change for cell in own} == {Difference.ADDED, Difference.LOST}
    assert f"另有 {len(own)} 格只见于其中一份报告的格式" in str(comparison)
    assert f"{len(own)} cells that only one of the two forms has" in comparison.html("en")
    assert "proactive.rules.issued" not in str(comparison)


@pytest.mark.parametrize("dialect", ["collapsed", "scattered"])
def test_digits_run_together_are_settled_by_the_other_report(dialect: str) -> None:
    """Where a row can no longer be read, the text around it tells which cell was changed; no other is named."""
    settled = 0
    for seed in range(6):
        draft = write(form_by_id("form2021"), Random(seed))
        address = Random(seed).choice([a for a in sorted(draft.values) if a.startswith("requests")])
        before, after = (
            govinfo.parse(render(one, dialect))
            for one in (draft, draft.changed({address: draft.values[address] + 3}))
        )
        comparison = govinfo.compare(before, after)
        found = [(cell.address, cell.change) for cell in comparison.cells]

        assert {cell.address for cell in comparison.differing} <= {address}
        assert said(comparison) == []
        settled += found == [(address, Difference.CHANGED)]
    assert settled >= 4


def test_what_could_not_be_read_is_not_lost() -> None:
    """A row whose digits are not cut into cells is there all the same."""
    draft = write(form_by_id("form2021"), Random(5))
    before = govinfo.parse(render(draft, "collapsed"))
    damaged = draft.changed(
        {"review.litigation_direct.corrected": 70, "review.reconsideration.other": 9}
    )
    after = govinfo.parse(render(damaged, "collapsed"))
    comparison = govinfo.compare(before, after)

    assert after["review.reconsideration.upheld"].state == "absent"
    assert len(comparison.lost) == 0
    assert {cell.change for cell in comparison.cells} == {Difference.UNREAD}


def test_figures_in_prose_are_named() -> None:
    """By what they count, in both languages."""
    found = govinfo.compare(*map(govinfo.parse, (PAGE, PAGE.replace("40条", "41条"))))
    assert "\n  主动公开信息数：40条 → 41条（不同）\n" in found.text("zh")
    assert "\n  proactive disclosures: 40条 → 41条 (changed)\n" in found.text("en")


def test_readings_are_compared_as_their_reports_are() -> None:
    """What `parse_many` yields can be compared; a reading without a report is refused."""
    texts = (PAGE, PAGE.replace("40条", "41条"), "没有报告。")
    before, after, none = govinfo.parse_many(texts)
    assert govinfo.compare(before, after) == govinfo.compare(*map(govinfo.parse, texts[:2]))
    with pytest.raises(BadArgument, match=r"`after` is a reading of .* without a report"):
        govinfo.compare(before, none)


def test_files_are_named(tmp_path: Path) -> None:
    """Two captures of one report are told apart by their files; a text has no name."""
    files = [tmp_path / "before.txt", tmp_path / "after.txt"]
    for file, page in zip(files, (PAGE, PAGE.replace("40条", "41条")), strict=True):
        file.write_text(page, encoding="utf-8")

    named = govinfo.compare(*govinfo.parse_many(files))
    bare = govinfo.compare(*govinfo.parse_many([PAGE, PAGE]))

    first = f"{files[0]}（青石县水务局 2023） → {files[1]}（青石县水务局 2023）"
    assert str(named).splitlines()[0] == first
    assert f"{files[0]} (青石县水务局 2023)" in named.html("en")
    assert str(bare).splitlines()[0] == "青石县水务局 2023 → 青石县水务局 2023"


def test_a_number_is_one_piece() -> None:
    """Of 54 and 423 no digit is taken over, nor of one year and the next."""
    assert pieces("2023年更新54条，占1.5%。", "2024年更新423条，占1.7%。") == (
        ("2023", "2024"),
        ("年更新", "年更新"),
        ("54", "423"),
        ("条，占", "条，占"),
        ("1.5", "1.7"),
        ("%。", "%。"),
    )
