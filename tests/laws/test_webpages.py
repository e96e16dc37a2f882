"""Web pages: what is lost of their tags, what they merge, and that nothing else is taken for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.adapters.dialects.html import HTML
from govinfo.adapters.registry import ADAPTERS
from govinfo.errors import GovInfoError
from govinfo.figures import State
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.drafts import Draft
from govinfo.testing.strategies import Printed, consistent_reports, narratives, pages
from govinfo.text import repair

web_pages = pages(consistent_reports(), ["html"])
_TAG = re.compile("<[^>]*>")
# A row of table three: seven figures behind a label.
_FIGURES = re.compile(r"(?<=[^\d>]</td>)(?:<td>\d+</td>){7}(?=</tr>)")
_CELL = re.compile(r"<td>(\d+)</td>")


def report_of(page: str) -> Report | None:
    """Return the report that a page is, if it still is one."""
    try:
        return parse(page)
    except GovInfoError:
        return None


@given(web_pages)
def test_only_html_claims_a_page(printed: Printed) -> None:
    """A page is claimed by one adapter alone before its markup is gone, and by none more surely after."""
    text, _ = repair(Text(printed.text))
    sure = HTML.recognise(text)
    others = [
        match.score
        for adapter in ADAPTERS
        if adapter is not HTML and (match := adapter.recognise(text))
    ]

    assert sure is not None
    assert sure.score > max(others, default=0)


@pytest.mark.parametrize("dialect", [dialect for dialect in DIALECTS if dialect != "html"])
@given(data=st.data())
def test_html_claims_nothing_else(dialect: str, data: st.DataObject) -> None:
    """No text of another dialect is a page, also with a tag that a page has left in it."""
    printed = data.draw(pages(consistent_reports(), [dialect]))
    lines = printed.text.split("\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    tag = data.draw(
        st.sampled_from(
            ["<ul list-paddingleft-2>", "<!--[if !supportLists]-->", "<td>", "<p>", "-->"]
        )
    )

    assert HTML.recognise(Text(printed.text)) is None
    assert HTML.recognise(Text("\n".join([*lines[:place], tag, *lines[place:]]))) is None


@given(web_pages, st.data())
def test_tags_lost_or_doubled(printed: Printed, data: st.DataObject) -> None:
    """Whichever tags are lost or come twice, every value is the true one or none."""
    page, times = printed.text, data.draw(st.sampled_from([0, 2]))
    for _ in range(data.draw(st.integers(1, 3))):
        tag = data.draw(st.sampled_from(list(_TAG.finditer(page))))
        page = page[: tag.start()] + times * tag[0] + page[tag.end() :]
    report = report_of(page)

    assert report is None or falsehoods(report, printed.draft.expected()) == {}


@given(web_pages, st.data())
def test_a_page_cut_short(printed: Printed, data: st.DataObject) -> None:
    """Wherever a page breaks off, every value is the true one or none."""
    report = report_of(printed.text[: data.draw(st.integers(0, len(printed.text)))])
    found = falsehoods(report, printed.draft.expected()) if report is not None else {}

    # The last figure may have been cut in two: nothing shows that.
    assert len(found) <= 1
    assert all(str(true).startswith(str(read)) for true, read in found.values())


@given(consistent_reports(), st.data())
def test_figures_merged_across(draft: Draft, data: st.DataObject) -> None:
    """A number in a cell over two columns is that of neither, and the reader says so."""
    page = render(draft, "html")
    row = data.draw(st.sampled_from(list(_FIGURES.finditer(page))))
    cells = _CELL.findall(row[0])
    first = data.draw(st.integers(0, 5))
    merged = [f"<td>{number}</td>" for number in cells]
    merged[first : first + 2] = [f'<td colspan="2">{cells[first]}</td>']
    report = parse(page[: row.start()] + "".join(merged) + page[row.end() :])
    lost = differences(report, draft.expected())

    assert {report[address].state for address in lost} == {State.ILLEGIBLE}
    assert len(lost) == 7
    assert report.notes


@given(consistent_reports(), st.data())
def test_figures_merged_down(draft: Draft, data: st.DataObject) -> None:
    """A number in a cell over two rows is that of neither, and the reader says so."""
    page = render(draft, "html")
    rows = list(_FIGURES.finditer(page))
    number = data.draw(st.integers(0, len(rows) - 2))
    above, below = rows[number : number + 2]
    column = data.draw(st.integers(0, 6))
    over, under = (
        list(_CELL.finditer(page, *above.span()))[column],
        list(_CELL.finditer(page, *below.span()))[column],
    )
    merged = (
        page[: over.start()] + f'<td rowspan="2">{over[1]}</td>' + page[over.end() : under.start()]
    )
    report = parse(merged + page[under.end() :])
    lost = differences(report, draft.expected())

    assert {report[address].state for address in lost} == {State.ILLEGIBLE}
    assert len(lost) == 8
    assert report.notes


@given(
    consistent_reports(),
    st.sampled_from(["", r"\s*</tr>"]),
    st.sampled_from(["6", "\n6\n"]),
    st.data(),
)
def test_a_number_outside_of_cells(
    draft: Draft, end: str, number: str, data: st.DataObject
) -> None:
    """Between two cells or two rows it is no figure of the cell above, blank as that may be."""
    page = render(draft, "html")
    cell = data.draw(st.sampled_from(list(re.finditer(r"<td>[^<]*</td>" + end, page))))
    last = data.draw(st.sampled_from([cell[0], re.sub(r"\d+(?=</td>)", "", cell[0])]))

    read = report_of(page[: cell.start()] + last + number + page[cell.end() :])

    assert read is None or falsehoods(read, draft.expected()) == {}


@given(narratives(), st.data())
def test_narratives(draft: Draft, data: st.DataObject) -> None:
    """A page without tables keeps its parts, and not one value is invented."""
    report = parse(data.draw(pages(st.just(draft), ["html"])).text)

    assert [section.id for section in report.sections] == [part.id for part in draft.parts]
    assert not any(value is not None for value in report.values().values())


@pytest.mark.parametrize(
    ("stated", "encoding"), [("gb2312", "utf-8"), ("utf-8", "gb18030"), ("big5", "utf-16")]
)
@given(data=st.data())
def test_a_page_that_lies_about_its_encoding(
    stated: str, encoding: str, data: st.DataObject
) -> None:
    """What a page says of its encoding changes nothing: its bytes tell."""
    draft = data.draw(consistent_reports())
    page = render(draft, "html", chrome=True).replace("utf-8", stated)
    report = parse(page.encode(encoding))

    assert page.count(f'charset="{stated}"') == 1
    assert report.source_text == page
    assert differences(report, draft.expected()) == {}
