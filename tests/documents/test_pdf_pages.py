"""What stands on the pages of a PDF document, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from drawing import BORDERS, HEIGHT, SIZE, drawn, lines_in, rule, table, write

from govinfo.documents.pdf.reader import read_pdf
from govinfo.portions import is_label
from govinfo.testing.documents.canvas import Canvas, bound, shown

HEADS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
WIDE = (72.0, 200.0, 300.0, 400.0, 520.0)


def test_cells_of_several_lines() -> None:
    """The lines of a cell are one, with a space where figures would run together."""

    def draw(canvas: Canvas) -> None:
        rule(canvas, 1, height=40)
        for number, (label, figure) in enumerate((("行政规范", "77"), ("性文件", "30.28"))):
            canvas.text(80, canvas.y + 14 + 14 * number, label, SIZE)
            canvas.text(255, canvas.y + 14 + 14 * number, figure, SIZE)

    assert lines_in(drawn(draw)) == ["行政规范 性文件|77 30.28||"]


def test_numbers_set_apart() -> None:
    """Within a cell figures, a point and figures are one number; figures that stand apart are two, or have a space."""

    def draw(canvas: Canvas) -> None:
        top = canvas.y
        table(canvas, ("规章",), ("行政许可",))
        for left, text in (
            (255, "0"),
            (264, "."),
            (273, "4469"),
            (305, "12"),
            (320, "34"),
            (355, "0. 5"),
        ):
            canvas.text(left, top + 14, text, SIZE)

    assert lines_in(drawn(draw))[0] == "规章|0.4469|12 34|0. 5"


def test_writing_downwards() -> None:
    """Characters of a font for writing downwards stand in their cell, whatever the size is scaled by."""

    def draw(canvas: Canvas) -> None:
        rule(canvas, 1, height=60)
        canvas.pages[-1].append(
            f"q 2 0 0 2 90 {canvas.height - canvas.y - 10:g} cm {shown(0, 0, '合计', SIZE / 2)} Q"
        )

    document = drawn(draw).replace(b"UniGB-UTF16-H", b"UniGB-UTF16-V")
    assert lines_in(document) == ["合 计|||"]


def test_turned_cells() -> None:
    """A label that is written upwards or downwards in its cell is read in the order in which it was drawn."""

    def draw(canvas: Canvas) -> None:
        table(canvas, ("", "1", "2"), ("规章", "3", "4"))
        canvas.pages[-1].append(
            f"q 0 1 -1 0 90 {canvas.height - 90:g} cm {shown(0, 0, '合计', SIZE)} Q"
        )

    assert lines_in(drawn(draw)) == ["合计|1|2|", "规章|3|4|"]


def test_pages_on_their_side() -> None:
    """A page whose text runs upwards is turned, whether or not the page says that it is to be."""

    def draw(canvas: Canvas) -> None:
        canvas.y = 300
        table(canvas, ("规章", "3", "4", "5"), ("行政许可", "6", "7", "8"))

    canvas = Canvas()
    draw(canvas)
    upright = "\n".join(canvas.pages[0])
    for turning in ("0 1 -1 0 842 0", "0 -1 1 0 0 595", "-1 0 0 -1 595 842"):
        assert lines_in(bound([f"{turning} cm {upright}"], (842.0, 842.0))) == [
            "规章|3|4|5",
            "行政许可|6|7|8",
        ]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (
            ("5.要求行政机关确认", "1", "2", "3"),
            ("或重新出具已获取信息",),
            ["5.要求行政机关确认 或重新出具已获取信息|1|2|3"],
        ),
        (
            ("5.要求行政机关确认",),
            ("或重新出具已获取信息", "1", "2", "3"),
            ["5.要求行政机关确认 或重新出具已获取信息|1|2|3"],
        ),
        (
            ("4.无正当理由大量反复申请",),
            ("2.重复申请", "1"),
            ["4.无正当理由大量反复申请|||", "2.重复申请|1||"],
        ),
        (
            ("5.要求行政机关确认", "1"),
            ("或重新出具已获取信息", "1"),
            ["5.要求行政机关确认|1||", "或重新出具已获取信息|1||"],
        ),
    ],
)
def test_rows_over_the_page(
    upper: tuple[str, ...], lower: tuple[str, ...], expected: list[str]
) -> None:
    """A row that a page breaks is put together where its label says so; a blank row and a row are two."""

    def first(canvas: Canvas) -> None:
        canvas.y = canvas.height - 72 - 2 * HEIGHT
        table(canvas, HEADS, upper, borders=WIDE)
        canvas.text(290, canvas.height - 30, "-1-", SIZE)

    def second(canvas: Canvas) -> None:
        table(canvas, lower, ("规章", "7", "8", "9"), borders=WIDE)
        canvas.text(290, canvas.height - 30, "-2-", SIZE)

    assert lines_in(drawn(first, second)) == ["|".join(HEADS), *expected, "规章|7|8|9"]


def test_the_caller_says_what_a_label_is() -> None:
    """Two parts of a row are one row only if the caller takes both together for a label."""

    def first(canvas: Canvas) -> None:
        canvas.y = canvas.height - 72 - 2 * HEIGHT
        table(canvas, HEADS, ("云岫县", "1"), borders=WIDE)

    def second(canvas: Canvas) -> None:
        table(canvas, ("气象台",), ("规章", "7", "8", "9"), borders=WIDE)

    document = drawn(first, second)
    assert read_rows(document, lambda text: text == "云岫县气象台") == ["云岫县 气象台|1||"]
    assert read_rows(document, lambda _: False) == ["云岫县|1||", "气象台|||"]
    assert read_rows(document, lambda _: True) == ["云岫县|1||", "气象台|||"]


def read_rows(document: bytes, is_label: Callable[[str], bool]) -> list[str]:
    """Return the rows between the first and the last of a document."""
    return str(read_pdf(document, is_label).page.text).splitlines()[1:-1]


def test_columns_that_do_not_line_up() -> None:
    """Where the borders of one row are not those of the next its figures follow each other all the same."""

    def draw(canvas: Canvas) -> None:
        table(canvas, ("规章", "1", "2", "3"))
        table(canvas, ("行政许可", "4", "5", "6"), borders=(72.0, 258.0, 309.0, 360.0, 400.0))

    rows = lines_in(drawn(draw))
    assert [row.strip("|").lstrip("规章行政许可").strip("|") for row in rows] == ["1|2|3", "4|5|6"]
    assert rows[0].count("|") == rows[1].count("|")


def test_numbers_over_a_border() -> None:
    """A number that goes on over the border of its cell, or touches the next, is certain in neither; one apart is."""

    def draw(canvas: Canvas) -> None:
        top = canvas.y
        table(canvas, ("规章",), ("行政许可",))
        canvas.text(260, top + 14, "1234567890123", SIZE)
        canvas.text(275, top + 34, "12345", SIZE)
        canvas.text(300, top + 34, "678", SIZE)
        canvas.text(334.5, top + 34, "901", SIZE)
        canvas.text(350.5, top + 34, "234", SIZE)

    assert lines_in(drawn(draw)) == ["规章|12345678…|…90123|", "行政许可|12345…|…678  901|234"]


def test_feigned_bold() -> None:
    """Characters drawn twice are there once, one by one or all together; two of the same are two."""

    def draw(canvas: Canvas) -> None:
        top = canvas.y
        table(canvas, ("规章",))
        for shift in (0.0, 0.4):
            canvas.text(255 + shift, top + 14, "122", SIZE)
        for place, shift in ((305.0, 0.0), (305.0, 0.4), (310.0, 0.0), (310.0, 0.4)):
            canvas.text(place + shift, top + 14, "1", SIZE)

    assert lines_in(drawn(draw)) == ["规章|122|11|"]


def test_frames_of_text() -> None:
    """Boxes that only hold text are no table: neither around paragraphs, nor above a table that touches them."""

    def draw(canvas: Canvas) -> None:
        for text in ("一年来公开工作有序推进。", "二、主动公开政府信息情况"):
            table(canvas, (text,), borders=(72.0, 400.0))
        table(canvas, HEADS, ("规章", "1", "2", "3"), borders=(72.0, 160.0, 240.0, 320.0, 400.0))

    page = read_pdf(drawn(draw), is_label).page
    assert str(page.text).splitlines()[:2] == [
        "一年来公开工作有序推进。",
        "二、主动公开政府信息情况",
    ]
    assert page.cut()[:8] == [
        "一年来公开工作有序推进。",
        "二、主动公开政府信息情况",
        "\n",
        *HEADS,
        "\n",
    ]


def test_paragraphs() -> None:
    """Lines that fill the width go on; an indented line, a heading and a larger type begin anew."""
    full = "甲乙丙丁戊己庚辛壬癸" * 4

    def draw(canvas: Canvas) -> None:
        write(canvas, f"　　{full[:-2]}", full, "己庚。")
        write(canvas, f"{full[:38]}子", left=92.0)
        write(canvas, "一、总体情况", "二〇二三年，全县收到申请 3 件。")
        write(canvas, f"{full[:39]}1", "2345件。")

    assert lines_in(drawn(draw)) == [
        f"{full[:-2]}{full}己庚。",
        f"{full[:38]}子",
        "一、总体情况",
        "二〇二三年，全县收到申请 3 件。",
        f"{full[:39]}1 2345件。",
    ]


def test_page_numbers_and_running_heads() -> None:
    """What stands at the head or at the foot of every page is left out; a paragraph goes on over it."""
    full = "甲乙丙丁戊己庚辛壬癸" * 4

    def page(number: int, *lines: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.text(72, 40, "云岫市水务局公开年报", SIZE)
            canvas.text(290, canvas.height - 40, f"— {number} —", SIZE)
            write(canvas, *lines)

        return draw

    pages = [page(1, full, full), page(2, full, "子。"), page(3, "丑。")]
    assert lines_in(drawn(*pages)) == [f"{full}{full}{full}子。", "丑。"]


def test_a_bare_number_at_the_foot() -> None:
    """A number alone is that of the page only where it is that; others are kept."""

    def page(number: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            write(canvas, "甲。")
            canvas.text(290, canvas.height - 40, number, SIZE)

        return draw

    assert lines_in(drawn(page("1"), page("7"))) == ["甲。", "甲。", "7"]


def test_gaps_keep_their_places() -> None:
    """In a document without lines the pieces of a line stand below each other by means of spaces."""

    def draw(canvas: Canvas) -> None:
        for label, *figures in (("规章", "1", "22"), ("行政规范性文件", "333", "4")):
            canvas.text(72, canvas.y + SIZE, label, SIZE)
            for left, figure in zip((250, 320), figures, strict=True):
                canvas.text(left, canvas.y + SIZE, figure, SIZE)
            canvas.y += HEIGHT

    first, second = lines_in(drawn(draw))
    assert (first.split(), second.split()) == (["规章", "1", "22"], ["行政规范性文件", "333", "4"])
    assert [first.index("1"), first.index("22")] == [second.index("333"), second.index("4")]


def test_gaps_beside_ruled_tables() -> None:
    """In a document with ruled tables a line of pieces with a figure among them is a row."""

    def draw(canvas: Canvas) -> None:
        table(canvas, HEADS, ("规章", "1", "2", "3"), borders=WIDE)
        canvas.y += 60
        canvas.text(72, canvas.y, "行政许可", SIZE)
        canvas.text(300, canvas.y, "5", SIZE)

    assert lines_in(drawn(draw))[2:] == ["行政许可|5"]


def test_watermarks() -> None:
    """Characters on a slant do not mix with those beside them."""

    def draw(canvas: Canvas) -> None:
        table(canvas, ("规章", "1", "2", "3"))
        canvas.pages[-1].append(
            f"q .7 .7 -.7 .7 250 {canvas.height - 90:g} cm {shown(0, 0, '云岫', 40)} Q"
        )

    figures = [
        cell for line in lines_in(drawn(draw)) for cell in line.split("|") if cell.isdecimal()
    ]
    assert figures == ["1", "2", "3"]


def test_off_the_page() -> None:
    """What lies above or below the page is not seen, and not read."""

    def draw(canvas: Canvas) -> None:
        write(canvas, "甲。")
        canvas.text(72, -20, "乙。", SIZE)
        canvas.text(72, canvas.height + 20, "丙。", SIZE)

    assert lines_in(drawn(draw)) == ["甲。"]


def test_open_sides() -> None:
    """A table without lines at its left and right, or at its top, is closed there."""

    def draw(canvas: Canvas) -> None:
        top = canvas.y
        for y in (top + HEIGHT, top + 2 * HEIGHT, top + 3 * HEIGHT):
            canvas.line((72, y), (400, y), thin=True)
        for x in BORDERS[1:-1]:
            canvas.line((x, top), (x, top + 3 * HEIGHT), thin=True)
        for n, row in enumerate((HEADS[:1], ("规章", "1", "2", "3"), ("行政许可", "4", "5", "6"))):
            for left, text in zip(BORDERS, row, strict=False):
                canvas.text(left + 4, top + n * HEIGHT + 14, text, SIZE)

    assert lines_in(drawn(draw)) == ["信息内容|||", "规章|1|2|3", "行政许可|4|5|6"]


def test_cells_that_are_boxes() -> None:
    """Boxes with room between them are the cells of a table; a box around all of them is none."""

    def draw(canvas: Canvas) -> None:
        rows = (HEADS, ("规章", "1", "2", "3"), ("行政许可", "4", "", "6"))
        canvas.pages[-1].append(f"60 {canvas.height - 160:g} 480 100 re S")
        for row in rows:
            for (left, right), text in zip(pairwise(WIDE), row, strict=True):
                canvas.pages[-1].append(
                    f"{left:g} {canvas.height - canvas.y - 16:g} {right - left - 5:g} 16 re S"
                )
                canvas.text(left + 4, canvas.y + 12, text, SIZE)
            canvas.y += HEIGHT

    assert lines_in(drawn(draw)) == ["|".join(HEADS), "规章|1|2|3", "行政许可|4||6"]


@pytest.mark.parametrize(("dash", "gap"), [(0.75, 0.75), (2.5, 1.5), (4.0, 2.0)])
def test_dashes(dash: float, gap: float) -> None:
    """Lines of dots or dashes, each drawn by itself, are lines."""

    def draw(canvas: Canvas) -> None:
        top, height = canvas.y, canvas.height
        for number in range(int(328 / (dash + gap))):
            x = 72 + number * (dash + gap)
            for y in (top, top + HEIGHT, top + 2 * HEIGHT):
                canvas.pages[-1].append(f"{x:g} {height - y:g} {dash:g} .75 re f")
        for number in range(int(2 * HEIGHT / (dash + gap))):
            y = top + number * (dash + gap)
            for x in BORDERS:
                canvas.pages[-1].append(f"{x:g} {height - y - dash:g} .75 {dash:g} re f")
        for number, row in enumerate((("规章", "1", "2", "3"), ("行政许可", "4", "5", "6"))):
            for left, text in zip(BORDERS, row, strict=False):
                canvas.text(left + 4, top + number * HEIGHT + 14, text, SIZE)

    assert lines_in(drawn(draw)) == ["规章|1|2|3", "行政许可|4|5|6"]
