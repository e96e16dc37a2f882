"""Reports made by hand and by chance, for tests of what comes out of the library."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from govinfo.cells import Cells
from govinfo.figures import Address, Figure, Origin, State
from govinfo.forms import FORMS, Form, form_by_id
from govinfo.model import Agency, Claim, Head, Note, Report, Section
from govinfo.page import Page, Stream
from govinfo.spans import Edit, Span, Text

HEAD = Head(
    title="洋河县2023年政府信息公开工作年度报告",
    year=2023,
    agency=Agency("洋河县人民政府", "county_government"),
)


def made(
    cells: Mapping[str, str], *, form: str = "form2021", head: Head = HEAD, **parts: Any
) -> Report:
    """Return a report whose text is these cells, one a line; every other cell of the form is absent."""
    own = form_by_id(form).addresses
    others = tuple(Address(address) for address in cells if address not in own)
    source = "\n".join(cells.values())
    token = {address: index for index, address in enumerate(cells)}
    places = array("i", [token.get(address, -1) for address in own + others])
    page = Page(Text(source), (Stream(Span(0, len(source)), ("\n",)),))
    stated = {"sections": (), "claims": ()} | parts
    return Report(Cells(form_by_id(form), page, places, others=others), "test", head=head, **stated)


texts = st.text(max_size=12)
numbers = st.integers(-(10**9), 10**9) | st.decimals(
    allow_nan=False, allow_infinity=False, places=2
)
cell_texts = st.sampled_from(
    ["", "0", "12", "1,024", "3.50", "2O", "/", "无", "——", "1 2", "５", "12件", "  7 ", "<b>"]
)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    """Return a place within a source of this length."""
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


def figures(length: int, text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Figure]:
    """Return figures of every state and origin, whether or not they make sense."""
    return st.builds(
        Figure,
        value=st.none() | numbers,
        raw=text,
        state=st.sampled_from(State),
        origin=st.sampled_from(Origin),
        span=st.none() | spans(length),
        candidates=st.lists(numbers, max_size=3).map(tuple),
        unit=st.none() | text,
    )


def heads(length: int, text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Head]:
    """Return what a report may say about itself."""
    days = st.dates(date(2000, 1, 1), date(2030, 12, 31))
    return st.builds(
        Head,
        title=st.none() | text,
        year=st.none() | st.integers(2008, 2030),
        agency=st.none() | st.builds(Agency, text, st.none() | text),
        period=st.none() | st.tuples(days, days),
        published=st.none() | days,
        created=st.none() | days,
        signed=st.none() | days,
        metadata=st.dictionaries(text, text, max_size=3),
        notes=notes(length, text),
    )


def notes(length: int, text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[tuple[Note, ...]]:
    """Return a few doubts of the reader's."""
    return st.lists(st.builds(Note, text, text, st.none() | spans(length)), max_size=2).map(tuple)


def sections(
    length: int, text: st.SearchStrategy[str] = texts
) -> st.SearchStrategy[tuple[Section, ...]]:
    """Return a few parts of a report."""
    return st.lists(st.builds(Section, text, text, text, spans(length)), max_size=2).map(tuple)


def claims(
    length: int, text: st.SearchStrategy[str] = texts
) -> st.SearchStrategy[tuple[Claim, ...]]:
    """Return a few figures stated in prose."""
    maybe = st.none() | text
    kinds = st.sampled_from(["count", "percent", "change", "none_occurred", "sum"])
    cells = st.lists(
        st.sampled_from([address for form in FORMS for address in form.addresses]),
        min_size=1,
        max_size=3,
    )
    address = st.none() | cells.map("+".join)
    claim = st.builds(
        Claim,
        kinds,
        st.none() | numbers,
        maybe,
        st.booleans(),
        text,
        address,
        maybe,
        spans(length),
        spans(length),
    )
    return st.lists(claim, max_size=2).map(tuple)


def _others(form: Form) -> tuple[Address, ...]:
    """The cells of the 2019 form that some reports on the 2021 form really have."""
    if form.id != "form2021":
        return ()
    return tuple(a for a in form_by_id("form2019").addresses if a.startswith("requests.other."))


@st.composite
def reports(
    draw: st.DrawFn,
    text: st.SearchStrategy[str] = texts,
    cells: st.SearchStrategy[str] = cell_texts,
) -> Report:
    """Return a report of any form, with any cells, figures, notes and claims."""
    form = draw(st.sampled_from(FORMS))
    others = _others(form) if draw(st.booleans()) else ()
    pool = draw(st.lists(cells, min_size=1, max_size=8))
    source = "|".join(pool)
    length = len(source)
    edits = [Edit(i, i + 1, "0") for i, character in enumerate(source) if character == "O"]
    page = Page(Text(source).edited(edits), (Stream(Span(0, length), ("|",)),))
    count = len(form.addresses) + len(others)
    places = [
        draw(st.integers(-1, len(pool) - 1)) if index < 12 else (index % (len(pool) + 1)) - 1
        for index in range(count)
    ]
    some = st.dictionaries(st.integers(0, count - 1), figures(length, text), max_size=4)
    given = draw(some) if count else {}
    return Report(
        Cells(form, page, array("i", places), others=others, given=given),
        draw(text),
        draw(st.none() | text),
        doubts=draw(notes(length, text)),
        head=draw(heads(length, text)),
        sections=draw(sections(length, text)),
        claims=draw(claims(length, text)),
    )


def shapes() -> Report:
    """Return a small report that shows every state, an inferred value, candidates and a row of the other form."""
    cells = {
        "requests.new_received.natural_person": "1,024件",
        "requests.new_received.business": "",
        "requests.new_received.research": "/",
        "requests.new_received.public_interest": "",
        "requests.new_received.total": "l026",
        "requests.other.total": "3",
        "proactive.administrative_fees.amount": "12.50",
    }
    plain = made(cells)
    inferred, unclear = "requests.new_received.business", "requests.new_received.total"
    figures = {
        inferred: evolve(plain[inferred], value=2, state=State.PRINTED, origin=Origin.INFERRED),
        unclear: evolve(plain[unclear], candidates=(1026, 26)),
    }
    note = Note("cell_ambiguous", "the first character is a letter", plain[unclear].span)
    read = made(cells, doubts=(note,))
    for address, figure in figures.items():
        read = read.with_figure(address, figure)
    return read
