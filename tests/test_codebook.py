"""The codebook is complete in both languages, and its names fit the programs that read them."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.codebook import Codebook, dictionary, stata_label, stata_name
from govinfo.forms import FORMS
from govinfo.frames import COLUMNS, REGION
from govinfo.quantities import series
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.wording import Lang

BOOKS: dict[Lang, Codebook] = {"zh": dictionary("zh"), "en": dictionary("en")}
RESERVED_BY_STATA = frozenset(
    [
        "_all",
        "_b",
        "byte",
        "_coef",
        "_cons",
        "double",
        "float",
        "if",
        "in",
        "int",
        "long",
        "_n",
        "_N",
        "_pi",
        "_pred",
        "_rc",
        "_skip",
        "str",
        "strL",
        "using",
        "with",
    ]
)


def test_every_cell_of_every_form() -> None:
    """Each cell of each form has one row, with its forms and the unit that each of them prints."""
    assert {one.address for one in BOOKS["zh"]} == {
        cell for form in FORMS for cell in form.addresses
    }
    for one in BOOKS["zh"]:
        forms = [form for form in FORMS if one.address in form.positions]
        assert one.forms == ", ".join(form.id for form in forms)
        assert one.unit.split(", ") == list(
            dict.fromkeys(form.cells[one.address][1].unit for form in forms)
        )


@pytest.mark.parametrize("lang", BOOKS)
def test_nothing_is_empty(lang: Lang) -> None:
    """Every row says all of a variable; labels differ, also in the 80 characters of Stata."""
    book = BOOKS[lang]

    assert all(all(one) for one in book)
    assert len({one.label for one in book}) == len(book)
    assert len({stata_label(one.label) for one in book}) == len(book)
    assert max(len(stata_label(one.label)) for one in book) <= 80
    assert [one.name for one in book] == [one.name for one in BOOKS["zh"]]


def test_english_is_english() -> None:
    """The labels of the English codebook are English; units show the Chinese word as well."""
    for one in BOOKS["en"]:
        assert one.label.isascii() or set(re.sub(r"[ -~]", "", one.label)) == {"–"}
        assert re.match("[a-z]", one.comparable)
        assert re.fullmatch(
            r"[\w, ]+ \([\u4e00-\u9fff]+\)(, [\w, ]+ \([\u4e00-\u9fff]+\))*", one.unit
        )


@given(st.text("ab – ", max_size=200))
def test_stata_labels(label: str) -> None:
    """A label of Stata has at most 80 characters, begins and ends as the whole does, or is it."""
    short = stata_label(label)

    assert len(short) <= 80
    assert short == label or label.startswith(short.partition("…")[0])


def test_names_fit_stata() -> None:
    """Names are of at most 32 letters, digits and underscores, differ in any case, and are no keywords."""
    names = [one.name for one in BOOKS["zh"]]

    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,31}", name) for name in names)
    assert len({name.lower() for name in names}) == len(names)
    assert not set(names) & (RESERVED_BY_STATA | set(COLUMNS) | set(REGION))
    assert [stata_name(one.address) for one in BOOKS["zh"]] == names


def test_comparability() -> None:
    """A cell names the quantity that it is part of, or says which forms have it."""
    by_address = {str(one.address): one for one in BOOKS["en"]}

    assert by_address["requests.new_received.total"].comparable.startswith("requests_received (")
    person = by_address["requests.granted.natural_person"]
    assert person.comparable == "the same cell in form2021, form2019"
    fees = by_address["proactive.administrative_fees.change"]
    assert fees.comparable == "a cell of form2019 only; no other form counts it"


@pytest.mark.parametrize("lang", BOOKS)
def test_reasons(lang: Lang) -> None:
    """For every column of the comparable table, a form has figures or a reason why it has none."""
    for one in series():
        for form in FORMS:
            reason = one.reason(form, lang)
            assert bool(reason) == (form.id not in one.forms)
            assert not reason or lang == "zh" or re.match("[a-z]", reason)
            assert not reason.endswith((": ", "："))


def test_reasons_in_the_frame() -> None:
    """The frame of comparable quantities has the reasons of its forms in both languages."""
    text = "松台县水务局2009年政府信息公开工作年度报告\n一、概述\n2009年共收到申请3件。\n二、主动公开情况\n无。\n"
    report = govinfo.parse(text)
    attrs = govinfo.comparable(report).attrs

    assert set(attrs["missing"]) == set(attrs["missing_zh"]) == {report.form.id}
    assert attrs["missing"][report.form.id].keys() == attrs["missing_zh"][report.form.id].keys()
    assert attrs["missing_zh"]["narrative2008"]["requests_received"].startswith("该报告没有统计表")
    for labels in (attrs["labels"], attrs["labels_zh"]):
        assert len(set(labels.values())) == len(labels), "two columns are called the same"
    assert attrs["labels"]["requests_granted_stats2014"] == "requests granted (stats2014)"
    assert attrs["labels_zh"]["requests_granted_stats2014"] == "予以公开（stats2014）"
    assert attrs["labels_zh"]["administrative_fees"] == "行政事业性收费（万元）"
    assert attrs["units"]["administrative_fees"] == "万元"
    assert attrs["units"].keys() == attrs["labels"].keys()


def test_labels_for_stata(tmp_path: Path) -> None:
    """Stata takes a wide frame with its labels: none has more than 80 characters."""
    report = govinfo.parse(render(write(FORMS[0], Random(1)), "pipes"))
    frame = govinfo.to_pandas(report, wide=True, names="stata")
    for labels in ("labels", "labels_zh"):
        frame.to_stata(tmp_path / "wide.dta", version=118, variable_labels=frame.attrs[labels])

    lengths = [len(label) for label in frame.attrs["labels"].values()]
    plain = govinfo.to_pandas(report, wide=True).attrs["labels"]
    assert max(lengths) == 80 < max(map(len, plain.values()))


def test_what_may_be_compared_is_told_in_the_marks_of_the_language() -> None:
    """In Chinese no mark of the column is half as wide as its characters."""
    told = [one.comparable for one in dictionary("zh")]
    assert "normative_documents_issued（制发的规范性文件）：2021年的" in "".join(told)
    assert [one for one in told if re.search(r"[(:;]", one)] == []
    assert any(one.startswith("仅 form2021 有此单元格") for one in told)
