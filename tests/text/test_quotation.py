"""Quotations: what messages and tables cite of a page has no markup in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from govinfo.consistency import check
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.rendering.cells import shortened
from govinfo.text.quotation import quotation

PAGE = Path("examples/documents/form2021.html")
SENTENCE = "本年新收政府信息公开申请15件，上年结转0件，结转下年度继续办理3件"
STYLED = '<span style="font-family:仿宋_GB2312; font-size:16pt">{}</span>'


@pytest.fixture
def styled() -> Report:
    """A page that an editor wrote: a tag around each piece of a sentence, whose figure is wrong."""
    page = PAGE.read_text(encoding="utf-8")
    pieces = (
        "本年",
        "新收政府信息公开申请",
        "17",
        "件，上年结转",
        "0",
        "件，结转下年度继续办理3件",
    )
    assert SENTENCE in page
    return parse(page.replace(SENTENCE, "".join(map(STYLED.format, pieces))))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("17件", "17件"),
        ("17</span><span style='color:red'>件", "17件"),
        ("1&nbsp;7&#20214;", "1 7件"),
        ("<s>16</s>17件<sup>[1]</sup>", "17件"),
        ("<b>1</b><i>7</i>件<br/>8件", "17件 8件"),
        ("0<fcel>3", "0 3"),
        ("大于 < 小于", "大于 < 小于"),
    ],
)
def test_a_quotation_is_what_a_reader_of_the_page_sees(source: str, seen: str) -> None:
    """Tags go, entities become characters, and a text without markup stays as it is."""
    assert quotation(source) == seen


def test_a_finding_quotes_the_words_of_a_page(styled: Report) -> None:
    """A finding on prose cites the sentence without the tags within it."""
    (finding,) = check(styled).by_rule("TEXT.NEW_RECEIVED")
    quoted = SENTENCE.replace("15", "17")
    assert finding.message("zh").endswith(f"；原句：{quoted}")
    assert "<" not in finding.message("en")


def test_the_list_of_claims_quotes_the_words_of_a_page(styled: Report) -> None:
    """The columns `text` and `sentence` of the claims have no tags."""
    table = styled.to_arrow(table="claims").to_pylist()
    (claim,) = [one for one in table if one["subject"] == "requests_received"]
    assert (claim["text"], claim["sentence"]) == ("17件", SENTENCE.replace("15", "17"))
    assert claim["subject_name"] == "收到申请数"


def test_the_review_says_what_to_change_without_tags(styled: Report) -> None:
    """The review tells the words that are to be replaced as they stand on the page."""
    review = styled.review()
    assert "请将正文的“17件”改为“15件”" in review
    assert "GB2312" not in review.partition("</style>")[2].replace(styled.source_text, "")


def test_what_is_shortened_loses_its_tags_first() -> None:
    """The few characters that a page of a notebook shows are those of the text."""
    assert shortened("1<b class='figure of the table'>6</b>") == "16"
