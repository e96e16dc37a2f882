"""What a report is: a frozen value with addresses, figures, tables, sections and notes."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

import govinfo
from govinfo.errors import GovInfoError, UnknownAddress
from govinfo.figures import Address, Origin, State
from govinfo.forms import cell_of
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Note, Report
from govinfo.reading import parse
from govinfo.spans import Span
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write

OTHER = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
    "total",
)
PUBLISHED = (
    "parse parse_grid parse_many Reading Report Agency Form Section Table Claim Note Figure Address State Origin "
    "GovInfoError UnreadableSource NotAReport AmbiguousAdapter UnknownAdapter AdapterFailed MissingExtra "
    "WorkerLost BadArgument "
    "check suggest Finding Findings Rule RULES Verdict Severity available_adapters Adapter Match Page Span Text "
    "Heading Paragraph Grid Stream Run to_pandas to_polars to_arrow"
)


@pytest.fixture(scope="module")
def draft() -> Draft:
    """A report on the form of 2021 in which no two cells hold the same number."""
    return evolve(
        write(FORM2021, Random(1)), values={a: n for n, a in enumerate(FORM2021.addresses, 100)}
    )


@pytest.fixture(scope="module")
def text(draft: Draft) -> str:
    """The report as it is printed, one row a line."""
    return render(draft, "pipes")


@pytest.fixture
def report(text: str) -> Report:
    """The report as it is read."""
    return parse(text)


@pytest.fixture(params=["pipes", "stacked", "markdown"])
def mixed(request: pytest.FixtureRequest, draft: Draft) -> Report:
    """A report on the form of 2021 that kept the single row （六）其他处理 of the form before."""
    printed = render(draft, request.param)
    start, end = printed.index("（六）其他处理"), printed.index("（七）总计")
    cells = ["（六）其他处理", *map(str, range(1, 8))]
    row = {"pipes": " | ".join(cells) + " | ||\n", "stacked": "\n".join(cells) + "\n"}
    gfm = f"（六）其他处理 | | {' | '.join(cells[1:])} |\n| | "
    return parse(printed[:start] + row.get(request.param, gfm) + printed[end:])


def test_report_is_frozen(report: Report) -> None:
    """No part of a report can be set anew."""
    for name in ("form", "adapter", "year", "notes"):
        with pytest.raises((FrozenInstanceError, AttributeError)):
            setattr(report, name, None)


def test_metadata_is_a_copy(report: Report) -> None:
    """What is done to the header fields outside does not change the report."""
    dict.update(report.metadata, index_number="other")

    assert report.metadata["index_number"] != "other"


def test_report_survives_pickling(report: Report) -> None:
    """A report that was pickled says the same of the same text, also before anything was asked of it."""
    assert (again := pickle.loads(pickle.dumps(report))) == report
    assert again.values() == report.values()
    assert pickle.loads(pickle.dumps(report)).form is FORM2021


def test_equal_reports(report: Report, text: str) -> None:
    """Two readings of one text are equal, and have the same hash."""
    again = parse(text)

    assert (again, hash(again)) == (report, hash(report))
    assert len({again, report}) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(" 130 |", " 131 |", id="another number"),
        pytest.param("一、总体情况", "一、 总体情况", id="another text"),
    ],
)
def test_unequal_reports(report: Report, text: str, old: str, new: str) -> None:
    """A report of another text is another report."""
    assert parse(text.replace(old, new, 1)) != report
    assert report != text


def test_values_in_form_order(report: Report, draft: Draft) -> None:
    """All addresses have their values, in the order of the form."""
    assert tuple(report.values()) == FORM2021.addresses == report.addresses
    assert dict(report.values()) == dict(draft.values)
    assert list(report.values().values()) == list(range(100, 300))


def test_figures(report: Report) -> None:
    """The figure at an address has its value, its characters and its place."""
    figures = report.figures()
    figure = report["requests.granted.total"]

    assert list(figures) == list(report.addresses)
    assert figures[Address("requests.granted.total")] == figure
    assert (figure.value, figure.raw, figure.state, figure.origin) == (
        130,
        "130",
        State.PRINTED,
        Origin.READ,
    )
    assert (figure.unit, figure.candidates) == ("件", ())
    assert all(
        f.span is not None and report.quote(f.span) == f.raw == str(f.value)
        for f in figures.values()
    )
    assert report.quote(Span(0, 5)) == report.source_text[:5]


def test_tables(report: Report) -> None:
    """The tables are a mapping by name; each one is iterated over in the order of the form."""
    tables = report.tables

    assert list(tables) == ["proactive", "requests", "review"]
    assert [len(table) for table in tables.values()] == [10, 175, 15]
    assert [figure.value for figure in tables["review"]] == list(range(285, 300))
    assert (
        tables["review"]["litigation_direct", "upheld"] == report["review.litigation_direct.upheld"]
    )
    assert [row.id for row in tables["review"].rows][1:] == [
        "litigation_direct",
        "litigation_after_reconsideration",
    ]
    assert [column.id for column in tables["requests"].columns] == list(OTHER)
    assert tables["requests"].addresses[0] == "requests.new_received.natural_person"
    assert repr(tables["review"]) == "<Table review: 15 cells>"


def test_rows_and_columns(report: Report) -> None:
    """A report knows the labels of its cells, and of those of another form as well."""
    assert report.row("requests.granted.total").label == "（一）予以公开"
    assert report.column("proactive.administrative_fees.amount").unit == "万元"
    assert str(cell_of(FORM2021, "requests.other.total")[0]) == "other"
    with pytest.raises(UnknownAddress):
        cell_of(FORM2021, "requests.none.total")


def test_sections(report: Report, draft: Draft) -> None:
    """The parts have ids, titles, texts, and places that begin with the heading."""
    assert [section.id for section in report.sections] == [part.id for part in draft.parts]
    assert [section.title for section in report.sections] == [part.heading for part in draft.parts]
    assert all(report.quote(section.span).startswith(section.title) for section in report.sections)
    assert report.sections[0].text == "\n".join(draft.parts[0].paragraphs)


def test_with_notes(report: Report) -> None:
    """A note is added to a new report, behind the others; the old one stays as it was."""
    first, second = Note("one", "the first"), Note("two", "the second", Span(0, 1))

    doubted = report.with_notes(first).with_notes(second)
    assert (doubted.notes, report.notes) == ((first, second), ())
    assert (doubted.values(), doubted == report) == (report.values(), False)


def test_unknown_address(report: Report) -> None:
    """An address that the form lacks is an error that names the form, and what may have been meant."""
    with pytest.raises(UnknownAddress) as raised:
        report["requests.grantd.total"]

    assert str(raised.value).startswith(
        "form2021 has no cell 'requests.grantd.total'. Did you mean requests.granted"
    )
    assert isinstance(raised.value, (KeyError, GovInfoError))
    assert "requests.grantd.total" not in report
    with pytest.raises(
        UnknownAddress,
        match=r"has no cell 'zzz'\. `report\.values\(\)` and `govinfo dictionary` list every address\.$",
    ):
        report["zzz"]


def test_another_form_is_not_mapped(report: Report) -> None:
    """A cell of the form before is no cell of this one, though a row has the same label."""
    for address in ("requests.other.total", "proactive.rules.total_disclosed"):
        assert address not in report
        with pytest.raises(UnknownAddress):
            report[address]


def test_mixed_form(mixed: Report) -> None:
    """The row of another form is there under its own address, in its place, and a note says so."""
    own = [f"requests.other.{column}" for column in OTHER]
    addresses = list(mixed.values())
    place = addresses.index(Address(own[0]))

    assert mixed.form is FORM2021
    assert addresses[place : place + 7] == own
    assert addresses[place - 1] == "requests.not_processed_confirmation.total"
    assert addresses[place + 7] == "requests.other_no_clarification.natural_person"
    assert [mixed.values()[Address(address)] for address in own] == list(range(1, 8))
    assert [note.code for note in mixed.notes] == ["row_of_another_form"]
    assert mixed.notes[0].span is not None
    assert mixed.quote(mixed.notes[0].span).split()[0] == "1"


def test_mixed_form_is_a_report_like_others(mixed: Report) -> None:
    """Its tables, figures and pickles have the row as well; the rows it lacks are absent, not zero."""
    assert mixed.tables["requests"]["other", "total"].value == 7
    assert "requests.other.total" in mixed
    assert list(mixed.figures()) == list(mixed.addresses) == list(mixed.values())
    assert len(mixed.tables["requests"]) == 182
    assert pickle.loads(pickle.dumps(mixed)) == mixed
    assert (mixed["requests.other_misc.total"].state, mixed["requests.other_misc.total"].span) == (
        State.ABSENT,
        None,
    )
    assert mixed.row("requests.other.total") in FORM2019.table("requests").blocks[0].rows


def test_hint_knows_the_row_of_another_form(mixed: Report) -> None:
    """What may have been meant includes the cells that this very report has."""
    with pytest.raises(UnknownAddress, match=r"requests\.other\.total"):
        mixed["requests.other.totl"]


def test_everything_published_is_at_the_root() -> None:
    """Every published name can be had from the root; the list of names is in order, and complete."""
    listed, published = list(govinfo.__all__), set(PUBLISHED.split())

    assert [name for name in published if not hasattr(govinfo, name)] == []
    assert published <= set(listed) <= set(dir(govinfo))
    assert listed == sorted(
        listed, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )
    assert set(listed) == {"__version__"}.union(*govinfo._ROOMS.values())


def test_no_name_hides_a_module() -> None:
    """No function of the root has the name of a module, and an unknown name is an attribute error."""
    modules = {path.stem for path in Path(govinfo.__file__).parent.iterdir()}

    assert modules & set(govinfo.__all__) == set()
    with pytest.raises(AttributeError, match="module 'govinfo' has no attribute 'nothing'"):
        _ = govinfo.nothing  # type: ignore[attr-defined]


def test_import_loads_nothing_heavy() -> None:
    """To import the package loads no other package, and no part of its own."""
    script = (
        "import sys; old = set(sys.modules); import govinfo; print(*sorted(set(sys.modules) - old))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert set(done.stdout.split()) <= {"__future__", "govinfo"}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("予以公开", "requests.granted.total"),
        ("结转下年度", "requests.carried_forward.total"),
        ("行政许可", "proactive.licensing.decisions"),
    ],
)
def test_a_label_given_for_an_address_leads_to_it(asked: str, meant: str) -> None:
    """Who asks for a cell in the words of the form is told its address."""
    report = govinfo.parse(Path("examples/reports/form2021-stacked.txt"))
    with pytest.raises(UnknownAddress, match=f"Did you mean {meant}") as caught:
        report[asked]
    assert f"是否指 {meant}" in caught.value.text()
