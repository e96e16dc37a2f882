"""The annexes of real reports of before 2019, against what was read in them by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govinfo.consistency import check
from govinfo.model import Report
from govinfo.reading import parse

ROWS = {
    "主动公开信息数": "proactive_total",
    "主动公开文件数": "proactive_total",
    "网站公开": "channel_website",
    "政府网站公开数": "channel_website",
    "政府公报公开": "channel_gazette",
    "政府公报公开数": "channel_gazette",
    "受理依申请公开信息总数": "requests_received",
    "受理政府信息公开申请总数": "requests_received",
    "当面": "received_in_person",
    "当面申请数": "received_in_person",
    "传真": "received_fax",
    "传真申请数": "received_fax",
    "电子邮件": "received_email",
    "电子邮件申请数": "received_email",
    "网上": "received_online",
    "网络": "received_online",
    "信函": "received_letter",
    "信函、传真": "received_letter_or_fax",
    "其他形式": "received_other",
    "其它形式": "received_other",
    "对申请的答复总数": "requests_answered",
    "对申请的答复数": "requests_answered",
    "同意公开": "answered_granted",
    "同意部分公开": "answered_partially_granted",
    "否决公开": "answered_denied",
    "不予公开": "answered_denied",
    "其他类型": "answered_other",
    "行政复议数": "reconsideration",
    "行政诉讼数": "litigation",
    "行政申诉数": "administrative_complaints",
    "接受行政申诉、举报数": "complaints_and_reports",
}
"""The rows by what the hand-made list calls them."""
SECTIONS = {
    "018": ["overview", "proactive_disclosure", "requests", "problems", "other_matters"],
    "020": ["overview", "proactive_disclosure", "requests", "fees", "problems"],
    "023": [
        "overview",
        "proactive_disclosure",
        "requests",
        "review_litigation",
        "problems",
        "other_matters",
    ],
    "024": ["overview", "proactive_disclosure", "requests", "problems"],
}


def truth(corpus: Path, number: str) -> Any:
    """Return what was read by hand in a document."""
    return json.loads((corpus / "real" / "truth.json").read_text(encoding="utf-8"))[number]


def report_of(corpus: Path, number: str) -> Report:
    """Return the report with this number."""
    return parse(next((corpus / "real").glob(f"{number}_*.txt")))


def printed(stats: dict[str, Any]) -> dict[str, int]:
    """The figures of the hand-made list at their addresses."""
    columns = ("current", "cumulative")
    found = {
        label: value if isinstance(value, list) else [value]
        for label, value in stats.items()
        if label in ROWS
    }
    return {
        f"statistics.{ROWS[label]}.{column}": value
        for label, values in found.items()
        for column, value in zip(columns, values, strict=False)
    }


@pytest.mark.parametrize("number", SECTIONS)
def test_every_figure_of_the_annex(corpus: Path, number: str) -> None:
    """Every figure stands at its address, and nothing else has a value."""
    stats = truth(corpus, number)["stats"]

    values = report_of(corpus, number).values()
    assert {
        str(address): value for address, value in values.items() if value is not None
    } == printed(stats)
    assert set(stats) - {"columns"} <= ROWS.keys()


@pytest.mark.parametrize("number", SECTIONS)
def test_the_parts_are_kept(corpus: Path, number: str) -> None:
    """A report on one line has its parts, the annex in none of them; its form is that of the annex."""
    report = report_of(corpus, number)

    assert report.form.id == "stats2008"
    assert [section.id for section in report.sections] == SECTIONS[number]
    assert not any(
        "计量单位" in section.text or "历年累计 " in section.text for section in report.sections
    )


def test_spans_quote_the_annex(corpus: Path) -> None:
    """Each figure quotes its own digits, also where two run together."""
    report = report_of(corpus, "024")

    assert [report.quote(f.span) for f in report.figures().values() if f.span][:4] == [
        "2026",
        "3542",
        "1795",
        "3304",
    ]


def test_what_the_annexes_got_wrong(corpus: Path) -> None:
    """In all four just one sum is broken: the answers of all years in 023."""
    broken = [
        (number, finding.rule, finding.left, finding.right)
        for number in SECTIONS
        for finding in check(report_of(corpus, number)).broken
        if finding.rule.startswith("STAT")
    ]

    assert broken == [("023", "STAT08.ANSWERED", 1, 2)]
