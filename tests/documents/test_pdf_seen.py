"""What a reader of a page sees is read; what is struck out, covered, invisible, raised or off the page is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawing import BORDERS, HEIGHT, SIZE, drawn, lines_in, table, write
from hypothesis import given
from hypothesis import strategies as st

from govinfo.documents.pdf.layers import layers_off
from govinfo.documents.pdf.reader import read_pdf
from govinfo.errors import UnreadableSource
from govinfo.portions import is_label
from govinfo.testing.documents.canvas import Canvas, bound, shown, written

TOP = 72.0
LEFT = BORDERS[1] + 4
"""Where the second cell of a row of a table begins."""
BASE = TOP + 14
Draw = Callable[[Canvas], None]


def put(canvas: Canvas, operators: str) -> None:
    """Add operators to the last page."""
    canvas.pages[-1].append(operators)


def rect(canvas: Canvas, box: tuple[float, float, float, float], color: str = "0 g") -> None:
    """Fill a rectangle: its left and top, counted from the top left, its width and height."""
    left, top, width, height = box
    put(canvas, f"q {color} {left:g} {canvas.height - top - height:g} {width:g} {height:g} re f Q")


def row(text: str, *draw: Draw, before: Draw | None = None) -> bytes:
    """Return a document with a row of a table, whose second cell holds this, and with what is drawn on it."""

    def page(canvas: Canvas) -> None:
        if before is not None:
            before(canvas)
        table(canvas, ("规章", text, "5"), ("行政许可", "6", "7", "8"))
        for each in draw:
            each(canvas)

    return drawn(page)


def noted(document: bytes) -> list[tuple[str, str, str]]:
    """Return the code of each note, what it says is not read, and the text at its place."""
    opened = read_pdf(document, is_label)
    text = str(opened.page.text)
    return [
        (
            note.code,
            note.message.split("'")[1],
            text[note.span.start : note.span.end] if note.span else "",
        )
        for note in opened.notes
    ]


def bar(
    left: float, right: float, up: float = 3.5, height: float = 0.7, color: str = "0 g"
) -> Draw:
    """Return what fills a thin rectangle so far above the baseline of the row."""
    return lambda canvas: rect(canvas, (left, BASE - up - height / 2, right - left, height), color)


def line(left: float, right: float, up: float = 3.5, tilt: float = 0.0) -> Draw:
    """Return what draws a line so far above the baseline of the row."""
    return lambda canvas: canvas.line((left, BASE - up), (right, BASE - up - tilt), thin=False)


@pytest.mark.parametrize(
    "strike",
    [
        bar(LEFT, LEFT + 10),
        line(LEFT, LEFT + 10),
        line(LEFT - 2, LEFT + 13),
        line(LEFT, LEFT + 10, up=2.0),
        line(LEFT, LEFT + 10, up=5.0),
        bar(LEFT, LEFT + 10, height=2.5),
        bar(LEFT, LEFT + 10, color="1 0 0 rg"),
        line(LEFT - 1, LEFT + 11, up=0.5, tilt=7.0),
        lambda canvas: [line(LEFT + n, LEFT + n + 1.4)(canvas) for n in range(0, 10, 2)],
        line(74, 348),
        line(72, 400),
        lambda canvas: put(canvas, "253 759 m 257 761 261 757 265 760 c S"),
    ],
)
def test_struck_out(strike: Draw) -> None:
    """A figure with a line through it is not read, however the line is drawn; a note says which it is."""
    document = row("78", strike)

    assert lines_in(document)[0].split("|")[1] == ""
    assert ("struck_out", "78") in [(code, text) for code, text, _ in noted(document)]
    assert lines_in(document)[1] == "行政许可|6|7|8"


@pytest.mark.parametrize(
    "harmless",
    [
        lambda canvas: put(
            canvas,
            "252 763 m 252 772 266 772 266 763 c 266 752 252 752 252 763 c S",
        ),
        lambda canvas: put(canvas, "252 752 m 256 750 260 754 264 752 c S"),
        lambda canvas: put(
            canvas, "250 759 m 255 761 260 759 265 759 c 265 790 250 790 250 759 c S"
        ),
        line(LEFT, LEFT + 10, up=-1.5),
        bar(LEFT, LEFT + 10, up=-1.0),
        line(LEFT, LEFT + 10, up=8.5),
        line(LEFT - 20, LEFT - 8),
        line(LEFT + 12, LEFT + 22),
        bar(LEFT, LEFT + 10, color="1 g"),
    ],
)
def test_other_lines(harmless: Draw) -> None:
    """A line below, above or beside a figure strikes nothing out, nor does one that has the colour of paper."""
    document = row("78", harmless)
    assert (lines_in(document), noted(document)) == (["规章|78|5|", "行政许可|6|7|8"], [])


def test_struck_beside_new() -> None:
    """Beside a figure that is struck out the new one is read; where they touch, the number is not certain."""
    assert lines_in(row("7 8", line(LEFT, LEFT + 5)))[0] == "规章|8|5|"
    assert lines_in(row("78", line(LEFT, LEFT + 5)))[0] == "规章|…8|5|"
    assert lines_in(row("1234", line(LEFT, LEFT + 10)))[0] == "规章|…34|5|"
    assert lines_in(row("1234", line(LEFT + 5, LEFT + 15)))[0] == "规章|1……4|5|"


def test_partly_struck() -> None:
    """A line through a part of a figure leaves it uncertain."""
    assert lines_in(row("7", line(LEFT, LEFT + 2.2)))[0] == "规章|…|5|"
    assert noted(row("7", line(LEFT, LEFT + 2.2))) == [("struck_out", "7", "…")]


def parts_of(document: bytes) -> list[str]:
    """Return the objects of a document that was drawn here."""
    bodies = document.decode("latin-1").split(" 0 obj")[1:]
    return [body.rpartition("\nendobj")[0] for body in bodies]


def annotated(annotation: str, draw: Draw) -> bytes:
    """Return a document of one page with an annotation."""
    canvas = Canvas()
    draw(canvas)
    objects = parts_of(bound(["\n".join(canvas.pages[0])]))
    objects = [each.replace("/MediaBox", f"/Annots[{annotation}]/MediaBox") for each in objects]
    return written(objects)


def test_annotations() -> None:
    """A figure that is struck out by an annotation is not read; one that is marked or underlined is."""
    top = 842 - TOP
    quad = f"{LEFT:g} {top - 4:g} {LEFT + 10:g} {top - 4:g} {LEFT:g} {top - 16:g} {LEFT + 10:g} {top - 16:g}"
    rect_ = f"{LEFT:g} {top - 16:g} {LEFT + 10:g} {top - 4:g}"

    def draw(canvas: Canvas) -> None:
        table(canvas, ("规章", "78", "5"), ("行政许可", "6", "7", "8"))

    for subtype, expected in (
        ("StrikeOut", ""),
        ("Underline", "78"),
        ("Highlight", "78"),
        ("Squiggly", "78"),
    ):
        document = annotated(
            f"<</Type/Annot/Subtype/{subtype}/Rect[{rect_}]/QuadPoints[{quad}]/C[1 0 0]>>", draw
        )
        assert (subtype, lines_in(document)[0]) == (subtype, f"规章|{expected}|5|")
    hidden = annotated(
        f"<</Type/Annot/Subtype/StrikeOut/F 2/Rect[{rect_}]/QuadPoints[{quad}]>>", draw
    )
    assert lines_in(hidden)[0] == "规章|78|5|"
    middle = top - 14 + 3.5
    across = f"<</Type/Annot/Subtype/Line/Rect[{rect_}]/L[{LEFT:g} {middle:g} {LEFT + 10:g} {middle:g}]/C[1 0 0]>>"
    assert lines_in(annotated(across, draw))[0] == "规章||5|"
    ink = f"<</Type/Annot/Subtype/Ink/Rect[{rect_}]/InkList[[{LEFT:g} {middle:g} {LEFT + 9:g} {middle:g}]]>>"
    assert lines_in(annotated(ink, draw))[0] == "规章||5|"
    box = f"<</Type/Annot/Subtype/Square/Rect[{rect_}]/IC[1 1 1]>>"
    assert lines_in(annotated(box, draw))[0] == "规章||5|"


def cover(color: str = "1 g") -> Draw:
    """Return what lays a box over the second cell of the row."""
    return lambda canvas: rect(canvas, (LEFT - 2, TOP + 3, 30, 14), color)


def again(text: str, left: float = LEFT) -> Draw:
    """Return what prints a text in the row."""
    return lambda canvas: canvas.text(left, BASE, text, SIZE)


@pytest.mark.parametrize(
    "over",
    [
        cover("1 g"),
        cover("0 g"),
        cover("1 1 1 rg"),
        cover("0 0 0 0 k"),
        lambda canvas: put(canvas, "q 1 g 252 752 m 252 768 l 290 770 l 290 752 l h f Q"),
        lambda canvas: put(
            canvas, "q 30 0 0 16 252 753 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"
        ),
    ],
)
def test_covered(over: Draw) -> None:
    """A figure below a box, a shape or a small picture is not read; the one that is printed on top of it is."""
    assert lines_in(row("78", over))[0] == "规章||5|"
    assert ("hidden_text", "78") in [(code, text) for code, text, _ in noted(row("78", over))]
    assert (
        lines_in(row("78", over, lambda canvas: put(canvas, "0.5 g"), again("91")))[0]
        == "规章|91|5|"
    )


@pytest.mark.parametrize("color", ["1 1 0 rg", "0.9 g", "1 g"])
def test_on_a_ground(color: str) -> None:
    """A box that is painted before the figure lies below it, and hides nothing."""
    document = row("78", before=lambda canvas: rect(canvas, (BORDERS[1], TOP, 50, HEIGHT), color))
    assert (lines_in(document)[0], noted(document)) == ("规章|78|5|", [])


def test_the_colour_of_the_ground() -> None:
    """A figure in the colour of what is below it is not seen; a white one on a dark ground is."""
    white, black = again("91", LEFT + 20), again("91", LEFT + 20)

    def colored(color: str, draw: Draw) -> Draw:
        def painted(canvas: Canvas) -> None:
            put(canvas, f"q {color}")
            draw(canvas)
            put(canvas, "Q")

        return painted

    dark = lambda canvas: rect(canvas, (BORDERS[1], TOP, 50, HEIGHT), "0 0 0.5 rg")  # noqa: E731
    assert lines_in(row("", colored("1 g", white)))[0] == "规章||5|"
    assert lines_in(row("", colored("0.99 g", white)))[0] == "规章||5|"
    assert lines_in(row("", colored("0 g", black)))[0] == "规章|91|5|"
    assert lines_in(row("", colored("1 g", white), before=dark))[0] == "规章|91|5|"
    assert lines_in(row("", colored("0 0 0.5 rg", black), before=dark))[0] == "规章||5|"
    assert lines_in(row("", colored("1 0 0 rg", white)))[0] == "规章|91|5|"


def with_state(state: str, text: str, operators: str) -> bytes:
    """Return a row with what is drawn in a graphics state of its own."""
    objects = parts_of(row(text, lambda canvas: put(canvas, f"q /G gs {operators} Q")))
    objects = [each.replace("/Font<<", f"/ExtGState<</G<<{state}>>>>/Font<<") for each in objects]
    return written(objects)


@pytest.mark.parametrize(
    ("state", "expected"), [("/ca 0", "5"), ("/ca 0.03", "5"), ("/ca 0.5", "57"), ("/ca 1", "57")]
)
def test_through_characters_the_page_is_seen(state: str, expected: str) -> None:
    """Characters that are all but transparent are not seen; those that are half so are."""
    seven = shown(LEFT + 5, 842 - BASE, "7", SIZE)
    assert lines_in(with_state(state, "5", seven))[0] == f"规章|{expected}|5|"


@pytest.mark.parametrize("state", ["/BM/Multiply", "/ca 0.3"])
def test_a_marker_over_a_figure(state: str) -> None:
    """A marker through which a figure is seen hides nothing, and parts no cell."""
    marker = f"1 1 0 rg {LEFT:g} {842 - TOP - HEIGHT + 3:g} 12 15 re f"
    assert lines_in(with_state(state, "57", marker)) == ["规章|57|5|", "行政许可|6|7|8"]


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        ("1 Tr 1 G", "5"),
        ("2 Tr 1 G 1 g", "5"),
        ("1 Tr 0 G", "57"),
        ("2 Tr 0 G 1 g", "57"),
    ],
)
def test_outlines_in_the_colour_of_paper(operators: str, expected: str) -> None:
    """Characters whose outline and inside are white are not seen."""
    seven = f"q {operators} {shown(LEFT + 5, 842 - BASE, '7', SIZE)} Q"
    assert lines_in(row("5", lambda canvas: put(canvas, seven)))[0] == f"规章|{expected}|5|"


def test_too_small_to_be_read() -> None:
    """A digit of a tenth of the usual size is not seen beside the figure; a note says that it is there."""
    document = row("5", lambda canvas: canvas.text(LEFT + 5, BASE, "7", SIZE / 10))
    assert lines_in(document)[0] == "规章|5|5|"
    assert noted(document)[0][:2] == ("hidden_text", "7")


@pytest.mark.parametrize(
    ("over", "under", "text"),
    [("1 G", "", ""), ("0 G", "", ""), ("", "0.9 G", "57"), ("0 G", "1 G", "")],
)
def test_thick_lines(over: str, under: str, text: str) -> None:
    """A line as thick as the figure covers it where it is drawn later, and is its ground where earlier."""

    def thick(color: str) -> Draw:
        x, y = LEFT - 1, 842 - BASE + 3.5
        return lambda canvas: put(
            canvas, f"q {color} 13 w {x:g} {y:g} m {x + 13:g} {y:g} l S Q" if color else ""
        )

    document = row("57", thick(over), before=thick(under))
    assert lines_in(document) == [f"规章|{text}|5|", "行政许可|6|7|8"]


@pytest.mark.parametrize(
    ("apart", "expected"), [(0.0, "\ufffc\ufffc"), (1.5, "\ufffc\ufffc"), (4.0, "57")]
)
def test_printed_over(apart: float, expected: str) -> None:
    """Of two digits in one place nobody can tell which is meant."""
    document = row("5", again("7", LEFT + apart))
    assert lines_in(document)[0] == f"规章|{expected}|5|"


@pytest.mark.parametrize("stroke", ["-", "—", "/", "×", "■"])
def test_strokes_over_a_figure(stroke: str) -> None:
    """A dash that stands in the place of a digit strikes it out; in front of it, it is a sign."""
    over, before = row("5", again(stroke)), row(f"{stroke}5")
    assert lines_in(over)[0] == "规章|\ufffc\ufffc|5|"
    assert lines_in(before)[0] == f"规章|{stroke}5|5|"


@pytest.mark.parametrize(
    ("state", "name", "seen"),
    [
        ("OFF", "(old)", "5"),
        ("ON", "(old)", "57"),
        ("OFF", "<FEFF65E7>", "5"),
        ("OFF", "(\\376\\377e\\347)", "5"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_layers(state: str, name: str, seen: str, packed: bool) -> None:  # noqa: FBT001 - a column
    """What is drawn on a layer that is switched off is not seen, whether or not the file packs its objects."""
    seven = f"/OC /L BDC {shown(LEFT + 5, 842 - BASE, '7', SIZE)} EMC"
    objects = parts_of(row("5", lambda canvas: put(canvas, seven)))
    number = len(objects) + 1
    layers = f"/OCProperties<</OCGs[{number} 0 R]/D<</{state}[{number} 0 R]>>>>"
    objects = [
        each.replace("/Catalog", f"/Catalog{layers}").replace(
            "/Font<<", f"/Properties<</L {number} 0 R>>/Font<<"
        )
        for each in objects
    ]
    layer = f"<</Type/OCG/Usage<<>>/Name{name}>>"
    document = written([*objects, layer])
    assert lines_in(document)[0] == f"规章|{seen}|5|"
    if packed:
        # As a stream of objects has them: the numbers and the places first.
        inside = f"{number - 1} 0 {number} 4 null{layer}".encode("latin-1")
        alone = written(objects)
        found = layers_off(alone, [inside])
        twice = b"1 0 " + layer.encode("latin-1")
        assert layers_off(alone, [inside, twice]) == frozenset()
        assert found == (layers_off(document, []) if state == "OFF" else frozenset())
        assert len(found) == (state == "OFF")


@pytest.mark.parametrize(("name", "seen"), [("Wingdings", "5\ufffd"), ("Helvetica", "57")])
def test_fonts_of_signs(name: str, seen: str) -> None:
    """A font that draws signs for digits shows no figure."""
    seven = f"BT /H {SIZE:g} Tf {LEFT + 5:g} {842 - BASE:g} Td (7) Tj ET"
    font = f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
    objects = parts_of(row("5", lambda canvas: put(canvas, seven)))
    objects = [each.replace("/Font<<", f"/Font<</H {font}") for each in objects]
    assert lines_in(written(objects))[0] == f"规章|{seen}|5|"


def test_a_picture_in_a_cell() -> None:
    """A cell with a picture alone is not blank; beside a figure, or over several cells, a picture says nothing."""

    def picture(left: float, width: float) -> Draw:
        inline = "BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
        return lambda canvas: put(
            canvas, f"q {width:g} 0 0 12 {left:g} {842 - BASE:g} cm {inline} Q"
        )

    assert lines_in(row("", picture(LEFT, 12)))[0] == "规章|\ufffc|5|"
    assert lines_in(row("5", picture(LEFT + 8, 12)))[0] == "规章|5|5|"
    assert lines_in(row("", before=picture(LEFT, 60)))[0] == "规章||5|"


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("/Subtype/FreeText/Contents(7)", "\ufffc"),
        ("/Subtype/Widget/FT/Tx/T(a)/V(7)", "\ufffc"),
        ("/Subtype/Widget/FT/Tx/T(a)", ""),
        ("/Subtype/Text/Contents(7)", ""),
        ("/Subtype/FreeText/F 2/Contents(7)", ""),
    ],
)
def test_annotations_that_show_a_text(annotation: str, expected: str) -> None:
    """A cell in which an annotation shows a text is not blank; a note that is opened by a click shows none."""
    place = f"/Rect[{LEFT:g} {842 - BASE - 3:g} {LEFT + 20:g} {842 - BASE + 10:g}]"

    def draw(canvas: Canvas) -> None:
        table(canvas, ("规章", "", "5"), ("行政许可", "6", "7", "8"))

    document = annotated(f"<</Type/Annot{annotation}{place}>>", draw)
    assert lines_in(document) == [f"规章|{expected}|5|", "行政许可|6|7|8"]


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("/Subtype/FreeText/Contents(7)", "5\ufffc"),
        ("/Subtype/FreeText/Contents(ok)", "5"),
        ("/Subtype/Widget/FT/Tx/T(a)/V(7)", "5\ufffc"),
        ("/Subtype/Highlight/C[0 0 0]", ""),
        ("/Subtype/Highlight/C[1 1 0]", "5"),
    ],
)
def test_annotations_at_a_figure(annotation: str, expected: str) -> None:
    """Of a figure and another in an annotation nobody can tell which is meant; a black marker covers it."""
    left, right, low, high = LEFT, LEFT + 20, 842 - BASE - 3, 842 - BASE + 10
    corners = ((left, high), (right, high), (left, low), (right, low))
    quad = " ".join(f"{x:g} {y:g}" for x, y in corners)
    place = f"/Rect[{left:g} {low:g} {right:g} {high:g}]/QuadPoints[{quad}]"

    def draw(canvas: Canvas) -> None:
        table(canvas, ("规章", "5", "5"), ("行政许可", "6", "7", "8"))

    document = annotated(f"<</Type/Annot{annotation}{place}>>", draw)
    assert lines_in(document) == [f"规章|{expected}|5|", "行政许可|6|7|8"]


PICTURE = "q 500 0 0 700 40 80 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xe0 EI Q"


def test_invisible() -> None:
    """Invisible text is not read; where a scan is painted it is what character recognition found, and is."""
    invisible = f"q 3 Tr {shown(LEFT, 842 - BASE, '91', SIZE)} Q"
    assert lines_in(row("", lambda canvas: put(canvas, invisible)))[0] == "规章||5|"
    assert (
        lines_in(row("", lambda canvas: put(canvas, invisible.replace("3 Tr", "7 Tr"))))[0]
        == "规章||5|"
    )
    canvas = Canvas()
    table(canvas, ("规章", "78", "5"), ("行政许可", "6", "7", "8"))
    scan = bound([f"{PICTURE} 3 Tr " + "\n".join(canvas.pages[0])])
    assert lines_in(scan) == ["规章|78|5|", "行政许可|6|7|8"]
    assert [note.code for note in read_pdf(scan, is_label).notes] == ["text_from_ocr"]
    under = bound(["\n".join(canvas.pages[0]) + PICTURE])
    assert lines_in(under) == ["规章|78|5|", "行政许可|6|7|8"]
    assert [note.code for note in read_pdf(under, is_label).notes] == ["text_from_ocr"]
    with pytest.raises(
        UnreadableSource,
        match="all 5 that it has are invisible, covered, struck out or off the page",
    ):
        read_pdf(bound([f"3 Tr {shown(72, 700, '规章 78 5', SIZE)}"]), is_label)


def test_clipped() -> None:
    """What is clipped away is not read, be it on the page or in a form; what lies within is."""
    inside = f"q 240 740 100 40 re W n {shown(LEFT, 842 - BASE, '91', SIZE)} Q"
    outside = f"q 40 40 100 40 re W n {shown(LEFT, 842 - BASE, '91', SIZE)} Q"
    assert lines_in(row("", lambda canvas: put(canvas, inside)))[0] == "规章|91|5|"
    assert lines_in(row("", lambda canvas: put(canvas, outside)))[0] == "规章||5|"
    assert noted(row("", lambda canvas: put(canvas, outside)))[0][:2] == ("hidden_text", "91")


def test_beside_the_page() -> None:
    """What lies to the left or to the right of the page is not read, and a note says so."""

    def draw(canvas: Canvas) -> None:
        write(canvas, "甲乙。")
        canvas.text(canvas.width + 20, canvas.y, "91", SIZE)
        canvas.text(-40, canvas.y, "92", SIZE)

    assert lines_in(drawn(draw)) == ["甲乙。"]
    assert [(code, text) for code, text, _ in noted(drawn(draw))] == [("hidden_text", "9291")]


@given(st.floats(0.4, 0.75), st.floats(2.5, 6.5), st.sampled_from(["1", "2", "*", "12", "①"]))
def test_raised(share: float, rise: float, mark: str) -> None:
    """A raised mark beside a figure is no digit of it; a note says which it is, and where."""
    raised = f"BT /F {SIZE * share:g} Tf {LEFT + 5:g} {842 - BASE + rise:g} Td <{mark.encode('utf-16-be').hex()}> Tj ET"
    document = row("5", lambda canvas: put(canvas, raised))
    assert lines_in(document)[0] == "规章|5|5|"
    assert noted(document) == [("superscript", mark, "5")]


def test_raised_otherwise() -> None:
    """Marks may be raised by the text state, not be smaller, or be lowered; figures of one line are one number."""

    def with_(operators: str) -> str:
        return lines_in(row("5", lambda canvas: put(canvas, operators)))[0]

    x, y = LEFT + 5, 842 - BASE
    one = "1".encode("utf-16-be").hex()
    assert with_(f"BT /F 6 Tf {x:g} {y:g} Td 4 Ts <{one}> Tj ET") == "规章|5|5|"
    assert with_(f"BT /F 10 Tf {x:g} {y:g} Td 4 Ts <{one}> Tj ET") == "规章|5|5|"
    assert with_(f"BT /F 6 Tf {x:g} {y - 2:g} Td <{one}> Tj ET") == "规章|5|5|"
    assert with_(f"BT /F 10 Tf {x:g} {y:g} Td <{one}> Tj ET") == "规章|51|5|"
    assert with_(f"BT /F 9 Tf {x:g} {y:g} Td <{one}> Tj ET") == "规章|51|5|"


def test_raised_over_a_border() -> None:
    """A figure that stands higher than the label in the cell beside it is no mark of it."""

    def draw(canvas: Canvas) -> None:
        table(canvas, ("", "", "5"), ("行政许可", "6", "7", "8"))
        canvas.text(BORDERS[1] - 21, TOP + 15, "规章", SIZE)
        canvas.text(BORDERS[1] + 1.5, TOP + 10, "78", SIZE)

    assert (lines_in(drawn(draw))[0], noted(drawn(draw))) == ("规章|78|5|", [])


def test_a_row_struck_out() -> None:
    """A line over a whole row strikes out all of it, and makes no row of its own."""

    def draw(canvas: Canvas) -> None:
        top = canvas.y
        table(canvas, ("规章", "78", "5"), ("行政许可", "6", "7", "8"))
        canvas.line((72, top + 10.5), (400, top + 10.5), thin=False)

    assert lines_in(drawn(draw)) == ["|||", "行政许可|6|7|8"]
    assert HEIGHT == 20.0
