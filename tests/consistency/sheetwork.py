"""Reports made of values, without any text to read: the rules look at nothing else."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from typing import TypeAlias

from hypothesis import strategies as st

from govinfo.cells import Cells
from govinfo.figures import Address
from govinfo.forms import FORMS, form_by_id
from govinfo.model import Agency, Claim, Head, Note, Report, Section
from govinfo.page import NOWHERE, Page, Stream
from govinfo.spans import Span, Text

Values: TypeAlias = Mapping[str, int | str | None]
"""What stands in each cell, as it is printed; `None` for a cell that the document lacks."""

COLUMNS = tuple(column.id for column in form_by_id("form2021").table("requests").blocks[0].columns)
PROCEEDINGS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
HEAD = Head(
    title="甲县人民政府2023年政府信息公开工作年度报告",
    year=2023,
    agency=Agency("甲县人民政府", "county_government"),
    period=(date(2023, 1, 1), date(2023, 12, 31)),
    published=date(2024, 1, 20),
    signed=date(2024, 1, 19),
)
PROSE = {
    "overview": "2023年，甲县开展工作考核与社会评议。",
    "problems": "问题是公开目录更新不够及时，明年将逐月核对。",
    "other_matters": "本年度未收取信息处理费。",
}

TORN: dict[str, int | str] = {
    "requests.granted.research": "",
    "requests.granted.total": 2,
    "requests.outcomes_total.research": 3,
    "requests.outcomes_total.total": "",
    "requests.new_received.research": 3,
    "requests.new_received.total": 3,
}
"""A table whose blank total must be 3 by its row, and 2 by its column."""


def sections_of(form_id: str, prose: Mapping[str, str] = PROSE) -> tuple[Section, ...]:
    """The parts of a form in order, with these texts under their headings."""
    parts = form_by_id(form_id).sections
    return tuple(
        Section(part.id, part.title, prose.get(part.id, ""), Span(9000 + n, 9001 + n))
        for n, part in enumerate(parts)
    )


def report_of(  # noqa: PLR0913 - each is one thing a rule looks at
    values: Values,
    form_id: str = "form2021",
    *,
    head: Head = HEAD,
    sections: tuple[Section, ...] | None = None,
    doubts: tuple[Note, ...] = (),
    default: int | str | None = 0,
    claims: tuple[Claim, ...] = (),
) -> Report:
    """A report with these values, and `default` in all other cells; `None` is an absent cell."""
    form = form_by_id(form_id)
    others = tuple(
        address
        for one in FORMS
        for address in one.addresses
        if address in values and address not in form.positions
    )
    addresses = (*form.addresses, *others)
    printed = [
        "" if value is None else str(value) for value in (values.get(a, default) for a in addresses)
    ]
    ends = list(accumulate(len(text) + 1 for text in printed))
    cells = tuple(
        Span(end - 1 - len(text), end - 1) for text, end in zip(printed, ends, strict=True)
    )
    source = "|".join(printed)
    parts = sections_of(form_id) if sections is None else sections
    page = Page(Text(source), (Stream(Span(0, len(source)), cells=cells),))
    absent = [values.get(address, default) is None for address in addresses]
    tokens = array("i", [NOWHERE if lacks else index for index, lacks in enumerate(absent)])
    return Report(
        Cells(form, page, tokens, others=others),
        adapter="test",
        doubts=doubts,
        head=head,
        sections=parts,
        claims=claims,
    )


def outcome_rows(form_id: str) -> list[str]:
    """The rows of （一）至（六）."""
    rows = [row.id for row in form_by_id(form_id).table("requests").blocks[0].data_rows]
    return rows[2:-2]


@st.composite
def consistent_values(draw: st.DrawFn, form_id: str = "form2021") -> dict[str, int]:
    """Tables three and four in which every identity holds, by construction; most cells are 0, as in life."""
    counts = st.integers(0, 30)
    rows = outcome_rows(form_id)
    cells = [f"requests.{row}.{column}" for row in rows for column in COLUMNS[:-1]]
    values = dict.fromkeys(cells, 0) | draw(
        st.dictionaries(st.sampled_from(cells), counts, max_size=12)
    )
    for column in COLUMNS[:-1]:
        total = sum(values[f"requests.{row}.{column}"] for row in rows)
        forward = draw(counts)
        over = draw(st.integers(0, total + forward))
        values |= {
            f"requests.outcomes_total.{column}": total,
            f"requests.carried_forward.{column}": forward,
            f"requests.carried_over.{column}": over,
            f"requests.new_received.{column}": total + forward - over,
        }
    for row in {Address(address).row for address in values}:
        values[f"requests.{row}.total"] = sum(
            values[f"requests.{row}.{column}"] for column in COLUMNS[:-1]
        )
    for proceeding in PROCEEDINGS:
        results = {result: draw(counts) for result in ("upheld", "corrected", "other", "pending")}
        values |= {f"review.{proceeding}.{result}": count for result, count in results.items()}
        values[f"review.{proceeding}.total"] = sum(results.values())
    return values
