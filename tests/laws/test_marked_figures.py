"""A footnote mark beside a figure, or the old figure struck out beside it, is never read as further digits of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import VARIANTS, render
from govinfo.testing.documents.docx import archive, docx
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports

FIGURE = 87_654_321
"""A figure that stands nowhere else, so that its place in what was printed is found."""

_PLACE = re.compile(r"[+]?87,?654,?321")

RAISED = (
    "<sup>{}</sup>",
    '<SUP class="note">{}</SUP>',
    "<sup><a href='#n1'>{}</a></sup>",
    '<a href="#_ftn1" name="_ftnref1">{}</a>',
    '<span style="vertical-align:super">{}</span>',
    "<span style='font-size:8.0pt;Vertical-Align: Text-Top'>{}</span>",
    '<font style="vertical-align:30%">{}</font>',
    "<span style='position:relative;top:-3.0pt;mso-text-raise:3.0pt'>{}</span>",
    '<b><span style="vertical-align : super ; color:red"><i>{}</i></span></b>',
    "<sup>{}",
    '<span style="vertical-align:/* high */+4pt">{}</span>',
    '<span style="position:relative;bottom:4px;font-size:8px">{}</span>',
    '<span style="vertical-align:top;font-size:60%">{}</span>',
    "<span class='MsoFootnoteReference'>{}</span>",
)
STRUCK = (
    "<s>{}</s>",
    "<S>{}</S>",
    "<del datetime='2024-01-05'>{}</del>",
    "<strike>{}</strike> ",
    '<span style="text-decoration:line-through">{}</span>',
    '<span style="color:red;TEXT-DECORATION-LINE: underline line-through">{}</span>',
    "<b><s><i>{}</i></s></b>",
    '<p style="text-decoration: line-through">{}</p>',
    "<s><span>{}</span><s>0</s></s>",
    "<del>{}</del><ins></ins>",
    '<em style="text-decoration:2px red line-through!important">{}</em>',
)
HIDDEN = (
    '<span style="display:none">{}</span>',
    '<span style="visibility: hidden">{}</span>',
    '<span style="font-size:0px">{}</span>',
    "<i hidden>{}</i>",
    '<span style="color:#FFFFFF">{}</span>',
    "<font color=white>{}</font>",
    "<font color=fdfdfd>{}</font>",
    '<span style="opacity: .0">{}</span>',
    '<span style="color:rgba(0, 0, 0, 0)">{}</span>',
    '<span style="color:#23456700">{}</span>',
    '<span style="position:absolute;left:-9999px">{}</span>',
    '<span style="position:absolute;clip:rect(1px, 1px, 1px, 1px)">{}</span>',
    '<span style="display:inline-block;overflow:hidden;max-width:0">{}</span>',
    '<span style="font-size:1px">{}</span>',
    '<span style="background:#dde;color:#DDE">{}</span>',
    '<span style="transform:scale(0)">{}</span>',
)
NO_TEXT = ("script", "style", "title", "noscript", "template", "noframes", "noembed", "datalist")
"""Elements of which no browser shows anything: they are markup, as comments are."""
NOTES = ("1", "12", "[1]", "①", "*", "注1", "（2）", "1,2")
FIGURES = st.integers(0, 999)


def marked(printed: str, written: str) -> str:
    """Return a page in which something else stands in each place of the figure.

    Some tools print a cell that spans several columns once for each of them.
    """
    found, count = _PLACE.subn(lambda _: written, printed)
    assert count >= 1
    return found


def pages_with(draft: Draft, address: str, written: str, options: Mapping[str, Any]) -> Report:
    """Return what is read of a web page in which this is written in the cell of one address."""
    return parse(marked(render(draft.changed({address: FIGURE}), "html", **options), written))


def assert_read(report: Report, draft: Draft, address: str, value: int, code: str) -> None:
    """The cell has its figure and a note that covers it; nothing else has changed."""
    assert differences(report, draft.changed({address: value}).expected()) == {}
    assert_noted(report, address, code)


def assert_noted(report: Report, address: str, code: str) -> None:
    """A note of this kind covers what is quoted for a cell; spans quote the source."""
    span = report[address].span
    assert span is not None
    spans = [note.span for note in report.notes if note.code == code and note.span is not None]
    assert any(each.start <= span.start and span.end <= each.end for each in spans)
    assert all(
        report.quote(figure.span) == figure.raw
        for figure in report.figures().values()
        if figure.span
    )


@st.composite
def cells(draw: st.DrawFn) -> tuple[Draft, str]:
    """A report of the form in use, and the address of one of its counts."""
    draft = draw(consistent_reports())
    counts = [address for address, value in draft.expected().items() if isinstance(value, int)]
    return draft, draw(st.sampled_from(counts))


@given(
    cells(),
    FIGURES,
    st.sampled_from(RAISED),
    st.sampled_from(NOTES),
    st.sampled_from(VARIANTS["html"]),
)
def test_raised_in_web_pages(
    cell: tuple[Draft, str], value: int, raised: str, note: str, options: Mapping[str, Any]
) -> None:
    """A raised mark behind a figure changes no figure of a page, and a note says that it is there."""
    draft, address = cell
    report = pages_with(draft, address, f"{value}{raised.format(note)}", options)

    assert_read(report, draft, address, value, "superscript")


@given(cells(), FIGURES, FIGURES, st.sampled_from(STRUCK), st.sampled_from(VARIANTS["html"]))
def test_struck_in_web_pages(
    cell: tuple[Draft, str], old: int, new: int, struck: str, options: Mapping[str, Any]
) -> None:
    """Of an old figure that is struck out and the new one behind it, the new one is read."""
    draft, address = cell

    assert_read(
        pages_with(draft, address, f"{struck.format(old)}{new}", options),
        draft,
        address,
        new,
        "struck_out",
    )


@given(cells(), FIGURES, st.sampled_from(STRUCK), st.sampled_from(VARIANTS["html"]))
def test_struck_alone_in_web_pages(
    cell: tuple[Draft, str], old: int, struck: str, options: Mapping[str, Any]
) -> None:
    """A figure that is struck out with nothing beside it is none."""
    draft, address = cell
    report = pages_with(draft, address, struck.format(old), options)

    assert (report[address].value, report[address].state) == (None, State.ILLEGIBLE)
    assert differences(report, draft.without([address]).expected()) == {}
    assert_noted(report, address, "struck_out")


@given(cells(), FIGURES, FIGURES, st.sampled_from(HIDDEN))
def test_hidden_in_web_pages(cell: tuple[Draft, str], hidden: int, seen: int, way: str) -> None:
    """Digits that a reader of the page cannot see are no part of the figure beside them."""
    draft, address = cell
    report = pages_with(draft, address, f"{way.format(hidden)}{seen}", {})

    assert_read(report, draft, address, seen, "hidden_text")


@pytest.mark.parametrize("name", NO_TEXT)
@given(cells(), FIGURES, FIGURES)
def test_elements_without_text(name: str, cell: tuple[Draft, str], unseen: int, seen: int) -> None:
    """What a browser never shows is no part of a figure, and needs no note."""
    draft, address = cell
    report = pages_with(draft, address, f"<{name}>{unseen}</{name}>{seen}", {})

    assert differences(report, draft.changed({address: seen}).expected()) == {}
    assert report[address].raw == str(seen)
    assert [note.code for note in report.notes] == []


@given(cells(), FIGURES, st.sampled_from(["struck", "raised", "hidden"]))
def test_classes_of_a_style_sheet(cell: tuple[Draft, str], value: int, name: str) -> None:
    """What a class of the page's own style sheet does to characters is told from what it does elsewhere."""
    sheet = (
        "<style>p{margin:0} .struck, td .other { text-decoration: line-through }\n"
        "span.raised{vertical-align:super}.hidden{display:none}\n"
        "@media print{.seen{display:none}}</style>"
    )
    draft, address = cell
    page = render(draft.changed({address: FIGURE}), "html").replace("<body>", f"{sheet}<body>")
    written = f'<span class="seen">{value}</span><span class="new {name}">7</span>'
    code = {"struck": "struck_out", "raised": "superscript", "hidden": "hidden_text"}[name]

    assert_read(parse(marked(page, written)), draft, address, value, code)


SHEETS = (
    "td .odd { VERTICAL-ALIGN: SUPER }",
    "table td > span.odd.mark{vertical-align:super}",
    "#that{vertical-align:super}",
    "[id='that'], [class~=odd]{vertical-align:super}",
    "<!-- span.odd\n{mso-style-priority:99;\n\tvertical-align:super;} -->",
    "@import 'a.css';@media screen{.odd{vertical-align:super}}",
    "@supports (display:grid){@layer a{.odd{vertical-align:super}}}",
    "table{td{& .odd{vertical-align:super}}}",
    '.a::after{content:"}"}.odd{vertical-align:super}',
    "/* .odd{} */ .a,.odd,.b{color:red;vertical-align:super}",
    ".odd{vertical-align:baseline} td .odd{vertical-align:super}",
    "[class*='od']{vertical-align:super}",
    "td [CLASS^='ODD' i], p{vertical-align:super}",
    "[title|=old][title$=mark]{vertical-align:super}",
    "td:not(.z) b, [title]{vertical-align:super}",
    ":is(.even, .odd){vertical-align:super}",
    "table :where(td, th) .mark:is(b, span){vertical-align:super}",
    "tr, td{&.none{color:red} .odd{&#that{vertical-align:super}}}",
    ".sm\\:up{vertical-align:super}",
    ".\\73m\\:up.odd{vertical-align:super}",
    ":root{--a:var(--b);--b:super}.odd{vertical-align:var(--a)}",
    ".odd{vertical-align:var(--none, super)}",
    "@media print, screen{.odd{vertical-align:super}}",
    "@media not print{.odd{vertical-align:super}}",
)
HARMLESS = (
    ".other{vertical-align:super}",
    "p .odd{vertical-align:super}",
    "@media print{.odd{vertical-align:super}}",
    "@media (max-width:600px){.odd{display:none}}",
    ".odd:hover,.odd::before{display:none}",
    ".odd{vertical-align:super}.odd{vertical-align:baseline}",
    "[hidden]{display:none}",
    "[class*=even],[title=old],[class^=mark]{vertical-align:super}",
    ":is(.even, p .odd, b){vertical-align:super}",
    ".sm:up,.up,.sm\\.up{vertical-align:super}",
    ":root{--a:super}.dark{--a:baseline}.odd{vertical-align:var(--a)}",
    "@media print, (max-width:600px){.odd{display:none}}",
    ".odd{display:none!important}.odd{display:inline!important}",
    ".odd::before{content:'\\e801'}",
    ".odd:after,.even::before{content:''}",
    "@media (max-width:600px){.odd::before{content:attr(id) '7'}}",
    "td:empty{display:none}",
    "li::before{content:counter(item)}",
)


def styled(sheet: str, figure: str) -> tuple[Draft, Report]:
    """Return a report, and what is read of it with a style sheet, where this is the figure of one cell."""
    draft = write(FORM2021, Random(5)).changed({CELL: FIGURE})
    page = render(draft, "html").replace("<body>", f"<style>{sheet}</style><body>")
    return draft, parse(marked(page, figure))


CELL = "requests.granted.business"
FIGURE_MARK = "754321"
MARK = '<span class="odd mark sm:up" id="that" title="old-style mark">{}</span>'


@pytest.mark.parametrize("sheet", SHEETS)
def test_selectors_of_a_style_sheet(sheet: str) -> None:
    """A style sheet may select an element by all that its tag says, in others, in rules within rules."""
    draft, report = styled(sheet, f"5{MARK.format(1)}")

    assert_read(report, draft, CELL, 5, "superscript")


@pytest.mark.parametrize("sheet", HARMLESS)
def test_rules_that_do_not_apply(sheet: str) -> None:
    """Rules for other elements, for paper and small screens, and rules that are taken back, change nothing."""
    draft, report = styled(sheet, f"5{MARK.format(1)}")

    assert differences(report, draft.changed({CELL: 51}).expected()) == {}
    assert report.notes == ()


@pytest.mark.parametrize(
    ("sheet", "written"),
    [
        (".odd::before{content:'7'}", "{}5"),
        ('td .odd:after{content:"\\37"}', "5{}"),
        (".odd::after{content:attr(data-seen)}", "{}"),
        (".odd::before{content:counter(all)}", "{}"),
        (".odd{direction:rtl;unicode-bidi:bidi-override}", "{}57"),
        (".odd{rotate:180deg}", "{}6"),
        ("td:nth-child(n){display:none}", "{}5"),
    ],
)
def test_digits_of_a_style_sheet(sheet: str, written: str) -> None:
    """Digits that a style sheet writes, turns round or may hide leave no number in silence."""
    before, _, inside = written.partition("{}")
    mark = f'{before}<span class="odd" data-seen="75">{inside}</span>'
    draft, report = styled(sheet, mark)

    assert (report[CELL].value, report[CELL].state) == (None, State.ILLEGIBLE)
    assert "cell_unreadable" in {note.code for note in report.notes}
    right = draft.without([CELL]).expected()
    assert falsehoods(report, right) == {}


@pytest.mark.parametrize(
    "cell",
    [
        "<td style='opacity:0'>5</td>",
        "<td style='color:#f4f4f4;background:#f4f4f4'>5</td>",
        "<td style='color:transparent'>5</td>",
        "<td style='text-indent:-999em'>5<br></td>",
        "<td><div style='font-size:0'>5</div></td>",
        "<td class=gone><b>5</b></td>",
        "<td><p class=gone>5</p></td>",
        "<td><div class=away>5</div></td>",
    ],
)
def test_cells_that_show_nothing(cell: str) -> None:
    """A cell whose figure nobody sees is blank, with a note; its place stays."""
    draft, report = styled(".gone{visibility:hidden} div.away{display:none!important}", FIGURE_MARK)
    page = re.sub(rf"<td[^>]*>{FIGURE_MARK}</td>", cell, report.source_text)
    report = parse(page)

    assert (report[CELL].value, report[CELL].state) == (None, State.BLANK)
    assert differences(report, draft.without([CELL]).expected()) == {}
    assert [note.code for note in report.notes] == ["hidden_text"]


@pytest.mark.parametrize(
    "cell",
    [
        "<td style='color:rgb(1,2,3);background:rgb(255,255,255)'>5</td>",
        "<td style='color:inherit;background-color:inherit'>5</td>",
        "<td><span style='background-color:rgb(255, 255, 255);color:rgb(9,9,9)'>5</span></td>",
        "<td style='font-size:0'><span style='font-size:14px'>5</span></td>",
        "<td style='color:#fff'><span style='color:#000'>5</span></td>",
        "<td style='max-width:0;overflow:hidden;text-overflow:ellipsis'>5</td>",
        "<td><p style='margin-left:110pt;text-indent:-110pt'>5</p></td>",
        "<td class=none>7</td><td>5</td>",
        "<td><span class=none style='display:inline'>7</span>5</td>",
        "<td><span popover>7</span>5</td>",
        "<td><canvas>7</canvas><video>7</video> 5</td>",
    ],
)
def test_cells_that_are_seen(cell: str) -> None:
    """Colours that are told apart, and styles that are taken back, hide nothing; what has no place parts nothing."""
    draft, report = styled(".none{display:none!important}", FIGURE_MARK)
    report = parse(re.sub(rf"<td[^>]*>{FIGURE_MARK}</td>", cell, report.source_text))

    assert differences(report, draft.changed({CELL: 5}).expected()) == {}


@pytest.mark.parametrize("sheet", ["{}{{text-decoration:line-through}}", "td>{}{{display:none}}"])
def test_a_selector_that_asks_for_more(sheet: str) -> None:
    """Where nobody can tell here whether a rule applies, digits that touch others are no certain number."""
    for selector in ("span:nth-child(1)", ".odd:not(.even)", "[id] .odd", ":has(i) .odd"):
        draft, report = styled(sheet.format(selector), f"7{MARK.format(5)}")
        assert (report[CELL].value, report[CELL].state) == (None, State.ILLEGIBLE)
        assert differences(report, draft.without([CELL]).expected()) == {}
        draft, report = styled(sheet.format(selector), MARK.format(5))
        assert differences(report, draft.changed({CELL: 5}).expected()) == {}


@pytest.mark.parametrize(
    "written",
    [
        '<span style="display:block">7</span><span style="display:block">5</span>',
        '<span style="float:right">7</span>5',
        '<span style="position:absolute">7</span>5',
        '5<b style="transform:translateY(-4px)">7</b>',
        "<ruby>5<rt>7</rt></ruby>",
        "<math><mfrac><mn>7</mn><mn>5</mn></mfrac></math>",
        "<math><msup><mn>5</mn><mn>7</mn></msup></math>",
        "<object data=x>7</object>5",
        "<meter>7</meter>5",
        '<bdo dir="rtl">57</bdo>',
        '<span style="direction:rtl;unicode-bidi:bidi-override">57</span>',
        '<span style="background:black;color:white">7</span>5',
        "\u202e57\u202c",
        "&#8238;57&#8236;",
        "5<textarea>7</textarea>",
        "<select><option>7<option>8</select>5",
        "5 <input type=text value=7>",
        "<button type=button>7</button> 5",
        "5<svg><text>7</text></svg>",
    ],
)
def test_digits_that_stand_apart(written: str) -> None:
    """Digits that a browser shows in two places, or in another order, are no number in silence."""
    draft, report = styled("", written)

    assert (report[CELL].value, report[CELL].state) == (None, State.ILLEGIBLE)
    assert differences(report, draft.without([CELL]).expected()) == {}
    assert any(note.span and "5" in report.quote(note.span) for note in report.notes)


@pytest.mark.parametrize(
    "written",
    [
        "5 <select><option>件<option>条</select>",
        "<textarea></textarea>5",
        "5<input type=hidden value=7>",
        "5<input type=checkbox value=7>",
        "5<button>复制</button>",
        "<svg><path d='M7 7'/></svg>5",
        "\u202d5\u202c",
        "\u202e5\u202c",
    ],
)
def test_what_shows_no_digits_beside_a_figure(written: str) -> None:
    """Fields, buttons and drawings without digits take nothing from the figure beside them."""
    draft, report = styled("", written)

    assert differences(report, draft.changed({CELL: 5}).expected()) == {}


@pytest.mark.parametrize(
    "written",
    [
        "<select><option>7</option><option selected>5</option></select>",
        "<textarea>5</textarea>",
        "<iframe src='a'></iframe>",
        "<svg><path d='M5 5'/></svg>",
        "<input value=5>",
        "<img src='a' alt=5>",
    ],
)
@pytest.mark.parametrize("address", [CELL, "proactive.licensing.decisions"])
def test_a_cell_that_shows_what_is_not_in_the_text(address: str, written: str) -> None:
    """A picture or a field alone in a cell is no blank, also where the cell spans several columns."""
    draft = write(FORM2021, Random(5)).changed({address: FIGURE})
    report = parse(marked(render(draft, "html"), written))

    assert (report[address].value, report[address].state) == (None, State.ILLEGIBLE)
    assert differences(report, draft.without([address]).expected()) == {}


@given(
    cells(),
    FIGURES,
    st.sampled_from(["pipes", "markdown", "stacked", "delimited", "columns"]),
    st.data(),
)
def test_marks_of_texts(
    cell: tuple[Draft, str], value: int, dialect: str, data: st.DataObject
) -> None:
    """The marks of Markdown, and raised digits, change no figure of a text or take it away with a note."""
    draft, address = cell
    options = data.draw(st.sampled_from(VARIANTS[dialect]))
    written = data.draw(
        st.sampled_from(["{}¹", "{}^1^", "{}[^1]", "~~7~~{}", "{}①", "{}[1]", "{}*", "~~{}~~"])
    )
    printed = render(draft.changed({address: FIGURE}), dialect, **options)
    # Narrow cells are broken into lines.
    assume(_PLACE.search(printed))
    report = parse(marked(printed, written.format(value)))

    truth = draft.without([address]) if written == "~~{}~~" else draft.changed({address: value})
    assert falsehoods(report, truth.expected()) == {}


RUN = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>"
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:style w:type='character' w:styleId='up'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='higher'><w:basedOn w:val='up'/></w:style>"
    "<w:style w:type='character' w:styleId='old'><w:rPr><w:strike/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='gone'><w:rPr><w:dstrike w:val='true'/></w:rPr></w:style></w:styles>"
)
WORD_RAISED = (
    "<w:vertAlign w:val='superscript'/>",
    "<w:vertAlign w:val='subscript'/>",
    "<w:position w:val='6'/>",
    "<w:rStyle w:val='up'/>",
    "<w:rStyle w:val='higher'/>",
    "<w:rStyle w:val='FootnoteReference'/>",
)
WORD_STRUCK = (
    "<w:strike/>",
    "<w:dstrike w:val='1'/>",
    "<w:rStyle w:val='old'/>",
    "<w:b/><w:strike w:val='true'/>",
)


def word(draft: Draft, address: str, runs: str) -> Report:
    """Return what is read of a Word document whose cell of one address has these runs."""
    document = docx(draft.changed({address: FIGURE}))
    text = (
        document[document.index(b"<?xml") : document.index(b"</w:document>")].decode()
        + "</w:document>"
    )
    figure = r'<w:r><w:t xml:space="preserve">8765</w:t></w:r><w:r><w:t xml:space="preserve">4321</w:t></w:r>'
    written, count = re.subn(figure, lambda _: runs, text)
    assert count == 1
    return parse(archive({"word/document.xml": written, "word/styles.xml": STYLES}))


@given(cells(), FIGURES, st.sampled_from(WORD_RAISED), st.sampled_from(NOTES))
def test_raised_in_word(cell: tuple[Draft, str], value: int, properties: str, note: str) -> None:
    """A raised mark in a Word document changes no figure, however its run comes to be raised."""
    draft, address = cell
    report = word(
        draft,
        address,
        RUN.format("", value) + "".join(RUN.format(properties, part) for part in note),
    )

    assert_read(report, draft, address, value, "superscript")


@given(cells(), FIGURES, FIGURES, st.sampled_from(WORD_STRUCK))
def test_struck_in_word(cell: tuple[Draft, str], old: int, new: int, properties: str) -> None:
    """What a Word document strikes out is not read: the new figure is, and alone there is none."""
    draft, address = cell

    replaced = word(draft, address, RUN.format(properties, old) + RUN.format("", new))
    assert_read(replaced, draft, address, new, "struck_out")
    alone = word(draft, address, RUN.format(properties, old))
    assert (alone[address].value, alone[address].state) == (None, State.ILLEGIBLE)
    assert_noted(alone, address, "struck_out")


@pytest.mark.parametrize(
    ("runs", "value"),
    [
        (RUN.format("<w:rStyle w:val='up'/><w:vertAlign w:val='baseline'/>", 15), 15),
        (RUN.format("<w:rStyle w:val='old'/><w:strike w:val='0'/>", 15), 15),
        (RUN.format("", 1) + RUN.format("<w:position w:val='0'/>", 5), 15),
        (RUN.format("", 15) + RUN.format("<w:vanish/>", 7), 15),
        (RUN.format("<w:color w:val='FFFFFF'/>", 7) + RUN.format("", 15), 15),
        (RUN.format("", 15) + "<w:r><w:footnoteReference w:id='2'/></w:r>", 15),
        (
            RUN.format("", 15)
            + "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>3</w:t></w:r>",
            15,
        ),
        (RUN.format("", 15) + "<w:r><w:commentReference w:id='2'/></w:r>", 15),
        ("<w:fldSimple w:instr='X'>" + RUN.format("", 15) + "</w:fldSimple>", 15),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>7</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>15</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            15,
        ),
        (
            "<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins>"
            + RUN.format("", 15)
            + "</w:ins>",
            15,
        ),
    ],
)
@given(cell=cells())
def test_what_a_reader_of_a_document_sees(cell: tuple[Draft, str], runs: str, value: int) -> None:
    """Properties that are taken back, tracked changes, fields and marks of notes leave the figure that is seen."""
    draft, address = cell

    assert differences(word(draft, address, runs), draft.changed({address: value}).expected()) == {}


MATH = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
BOX = (
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
)


@pytest.mark.parametrize(
    "runs",
    [
        f"{RUN.format('', 5)}<m:oMath {MATH}><m:r><m:t>7</m:t></m:r></m:oMath>",
        f"<m:oMath {MATH}><m:r><m:t>57</m:t></m:r></m:oMath>",
    ],
)
def test_figures_in_formulas_of_a_document(runs: str) -> None:
    """A cell that shows digits in a formula is no blank, and no other figure."""
    draft = write(FORM2021, Random(5))
    report = word(draft, CELL, runs)

    assert (report[CELL].value, report[CELL].state) == (None, State.ILLEGIBLE)
    assert differences(report, draft.without([CELL]).expected()) == {}


@pytest.mark.parametrize(
    "run", ["<w:bdo w:val='rtl'>{}{}</w:bdo>", "<w:ins><w:bdo w:val='rtl'>{}{}</w:bdo></w:ins>"]
)
def test_digits_that_a_document_turns_round(run: str) -> None:
    """Digits that are shown from right to left are no number in silence; from left to right they are."""
    draft = write(FORM2021, Random(5))
    turned = run.format(RUN.format("", 5), RUN.format("", 7))
    report, plain = (word(draft, CELL, each) for each in (turned, turned.replace("rtl", "ltr")))

    assert (report[CELL].value, report[CELL].state) == (None, State.ILLEGIBLE)
    assert differences(report, draft.without([CELL]).expected()) == {}
    assert differences(plain, draft.changed({CELL: 57}).expected()) == {}


@given(
    consistent_reports(),
    st.sampled_from(["<sup>{}</sup>", '<span style="vertical-align:super">{}</span>']),
)
def test_a_page_that_is_raised_as_a_whole(draft: Draft, raised: str) -> None:
    """A bad converter that raises every figure of a page harms none, and nothing is doubted."""
    page = re.sub(
        r"(<td[^>]*>)([+-]?[\d.]+)(?=</td>)",
        lambda cell: cell[1] + raised.format(cell[2]),
        render(draft, "html"),
    )
    report = parse(page)

    assert differences(report, draft.expected()) == {}
    assert [note for note in report.notes if note.code == "superscript"] == []


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("总面积5km<sup>2</sup>。", "总面积5km 2。"),
        ("见<a href='/a'>《规章》</a>全文。", "见《规章》全文。"),
        ("共收到<s>4</s>6件。", "共收到6件。"),
        ("共收到4<sup>1</sup>件。", "共收到4¹件。"),
        ("共<span style='display:none'>9</span>6件。", "共6件。"),
    ],
)
def test_prose_of_a_page(written: str, left: str) -> None:
    """In a sentence, what is raised stands apart, links are as any words, and what is struck out or hidden is gone."""
    page = (
        f"<p>云岫市统计局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>{written}</p>"
        + "<p>本年度无其他。</p>" * 8
    )
    report = parse(page)

    assert left in report.sections[0].text


@given(
    cells(),
    st.sampled_from(
        ["<a href='/x'>{}</a>", "<a href='#n'>{}</a>", "<ins>{}</ins>", "<small>{}</small>"]
    ),
)
def test_a_figure_that_is_a_link_as_a_whole(cell: tuple[Draft, str], around: str) -> None:
    """A link around all of a figure, or an element that changes nothing, leaves the figure and is not worth a note."""
    draft, address = cell
    value = draft.expected()[address]
    report = pages_with(draft, address, around.format(escape(str(value))), {})

    assert differences(report, draft.expected()) == {}
    assert report.notes == ()
