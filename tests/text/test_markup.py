"""Web pages as text: what is left of them, in which lines, and where in the page it stands."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.spans import Text
from govinfo.text.html.markup import is_markup, is_page, without_markup

FRAGMENTS = (
    *(
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<TD COLSPAN=3>",
        '<td rowspan="2">',
        "<th>",
        "<caption>",
    ),
    *(
        "<p>",
        "</p>",
        "<br/>",
        "<div>",
        "</div>",
        "<span style='x'>",
        "</span>",
        "<sup>",
        "<a title='a>b'>",
        "<li>",
    ),
    *(
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<!-->",
        "<nav>",
        "</nav>",
        "<select>",
        "</select>",
        "<textarea>",
        "<input value=5>",
        "<![if x]>",
        "<!DOCTYPE html>",
    ),
    *(
        '<div style="display:none">',
        "<td hidden>",
        "<img src=x>",
        "<input type=hidden>",
        '<a title="a<b">',
        "<p x=",
    ),
    *(
        "&nbsp;",
        "&lt;td&gt;",
        "&#53;",
        "&amp",
        "&unknown;",
        "<",
        ">",
        '"',
        "'",
        "\n",
        "\t",
        "  ",
        "|",
    ),
    # What a tag means depends on the text behind it.
    *("</td>6<", "</tr>6<", "</tr>\n6\n<", "<a>1</a>", "<small>[2]</small>"),
    *("5", "12", "规章", "本年度。", "\x1e", "\x02", "\x0ea", "\ufeff"),
)
soups = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=40).map(
    "".join
)


def chain(text: Text) -> Iterator[Text]:
    """Yield a text, and those it was made of."""
    while text.origin is not None:
        yield text
        text = text.origin


def lines(source: str) -> list[str]:
    """Return the lines that are left of a page, their cells divided by a bar."""
    left = str(without_markup(Text(source))).split("\n")
    cells = [[cell.strip(" \xa0") for cell in line.split("\t")] for line in left]
    return ["|".join(line) for line in cells if any(line) or len(line) > 1]


def cells_of(inside: str) -> str:
    """Return what is left of a row that begins with a label."""
    (line,) = lines(f"<table><tr><td>规章</td>{inside}</tr></table>")
    return line.removeprefix("规章|")


@given(soups)
def test_the_fast_way_is_what_the_edits_say(source: str) -> None:
    """The characters of a bare page are those its edits lead to."""
    for text in chain(without_markup(Text(source))):
        assert text.origin is not None
        assert text.origin.edited(text.edits).characters == text.characters


@given(soups)
def test_no_mark_is_left(source: str) -> None:
    """Of control characters only line breaks and tabs are left, whatever the page had."""
    left = str(without_markup(Text(source)))
    assert {character for character in left if character < " "} <= {"\n", "\t"}


@given(soups)
def test_every_character_has_its_place(source: str) -> None:
    """A figure or a Chinese character of the text is the one that stands at its place in the page."""
    text = without_markup(Text(source))
    for place, character in enumerate(str(text)):
        quoted = source[slice(*text.source_span(place, place + 1))]
        if character.isalnum():
            assert quoted == character or quoted.startswith("&")


tags = st.sampled_from(
    [
        ("", ""),
        ("<p>", "</p>"),
        ("<p style='x'><span>", "</span>"),
        ("<!-- 1 -->", "<b></b>"),
        ("\n ", "\n"),
    ]
)
numbers = st.integers(0, 99999).map(str)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """Rows of numbers, and a table of them in which everything that may be left out is, now and then."""
    rows = draw(st.lists(st.lists(numbers, min_size=1, max_size=5), min_size=1, max_size=5))
    source = "<table>"
    for row in rows:
        source += "<tr>"
        for number in row:
            before, after = draw(tags)
            source += f"<td>{before}{number}{after}" + draw(
                st.sampled_from(["</td>", "", "</td>\n"])
            )
        source += draw(st.sampled_from(["</tr>", "", "\n</tr>\n"]))
    return rows, source + "</table>"


@given(tables(), tables())
def test_rows_are_lines(
    first: tuple[list[list[str]], str], second: tuple[list[list[str]], str]
) -> None:
    """Each row is a line and each cell a piece of it, also in a table that stands in the cell of another one."""
    (rows, table), (others, other) = first, second
    expected = ["|".join(row) for row in rows]

    assert lines(table) == expected
    assert lines(f"<table><tr><td>左</td><td><p>上{table}下</td></tr></table>{other}") == [
        *("左", "上", *expected, "下"),
        *("|".join(row) for row in others),
    ]


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<td>1<span>2</span>3</td>", "123"),
        ("<td>&#49;&#x32;3</td>", "123"),
        ("<td>1<br>2</td>", "1 2"),
        ("<td><p>1</p><p>2</p></td>", "1  2"),
        ("<td>12<sup>3</sup></td>", "12^3^"),
        ("<td><s>5</s>3</td>", "~~5~~3"),
        ("<td>1</td>2</td>", "1 \ufffc2"),
        ("<td></td>2<td>3</td>", "\ufffc2|3"),
        ("<td>&nbsp;</td><td>&#160;&nbsp</td>", "|"),
        ("<td>\n  部分\n  公开\n</td>", "部分公开"),
        ("<td>部分<br>公开</td>", "部分 公开"),
        ("<td colspan=3></td>", "||"),
        ("<td colspan='2'><p><br></p></td><td>4", "||4"),
        ("<td colspan=3>5</td>", "5"),
        ("<td rowspan=2>5</td>", "↕5"),
        ("<td rowspan=2>1.属于国家秘密</td>", "1.属于国家秘密"),
        ("<td><img src=5.png></td>", "\ufffc"),
        ("<td>5<img src=dot.gif></td>", "5"),
        ("<td title='a>b'>5</td>", "5"),
        ('<td title="a<b">5</td><td>6</td>', "5|6"),
        ("<td <td>5</td>", "5"),
        ("<TD>5<TH>6", "5|6"),
        ("<td>1 < 2</td>", "1 < 2"),
        ("<td>&lt;td&gt;5 &copy 1</td>", "<td>5 © 1"),
        ("<td><!-- <td>7</td> -->5</td>", "5"),
        ("<td><!--[if gte mso 9]><xml>7</xml><![endif]-->5</td>", "5"),
        ("<td><![if !supportLists]>一、<![endif]>5</td>", "一、5"),
        ("<td>4<!-->5<!---->6</td>", "456"),
        ("<td><script>if (a<b) x = '<td>3</td>'</script>5</td>", "5"),
        ("<td><textarea><td>4</td></textarea>5</td>", "\ufffc5"),
        ("<td style='DISPLAY : none'>4</td><td>5</td>", "5"),
        ("<td hidden>4<td>5</td>", "5"),
        ("<td><span style='display:none'>4<span>4</span></span>5</td>", "~~⟦4⟧~~~~⟦4⟧~~5"),
        ("<td class='hidden'>5</td>", "5"),
        ("<td><input type=hidden value=4>5</td>", "5"),
    ],
)
def test_cells(inside: str, left: str) -> None:
    """What stands in a cell is what a browser shows there; what does not belong together is not run together."""
    assert cells_of(inside) == left


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("<p>一<br>二<p>三</p>四<ul><li>五<li>六</ul>", ["一", "二", "三", "四", "五", "六"]),
        ("<p>政府\n信息</p><p>a\nb</p>", ["政府信息", "a b"]),
        ("<pre>一\n二</pre>三", ["一", "二", "三"]),
        ("<table><caption>表</caption><tbody><tr><td>1<td>2</table>后", ["表", "1|2", "后"]),
        ("<table><tr><td><p>先做。</p><p>后做。</p></td></tr></table>", ["先做。", "后做。"]),
        ("<nav>首页<a>目录</a></nav><p>正文", ["正文"]),
        ("<nav>首页<p>正文", ["首页", "正文"]),
        ("<footer><table><tr><td>1<td>2</table></footer>", ["1|2"]),
        ("<title>题</title><p>正文<select><option>甲<option>乙</select>", ["正文"]),
        ("<div style='display:none'><div>1</div>2</div>3", ["3"]),
        ("<div hidden>没有结尾<p>正文", ["没有结尾", "正文"]),
        ("<p hidden>1<p>2", ["2"]),
        ("<p>正文<script>no end <p>1", ["正文"]),
        ("<p>正文<!-- no end <p>1", ["正文"]),
        ("<p>正文</p --><p>其二", ["正文", "其二"]),
        (
            "<table><tr><td>一<td><table><tr><td>1</table><td><table><td>2</table></table>",
            ["一|1|2"],
        ),
        ("<table><tr><td colspan=2><table><tr><td>1</table><td>2</table>", ["1|2"]),
        ("<table><tr><td>左<td>上<table><tr><td>0</table>下</table>", ["左", "上", "0", "下"]),
        ("<dialog><p>未开</dialog><dialog open>已开</dialog>", ["已开"]),
    ],
)
def test_lines(source: str, left: list[str]) -> None:
    """Paragraphs and rows are lines; navigation, scripts and what is not shown are none."""
    assert lines(source) == left


EMBEDDED = "<p>表 &amp; 文</p>\n" + f"<table>{'<tr><td>规章<td>1&nbsp;</tr>' * 3}</table>"
ESCAPED = escape(EMBEDDED)


@pytest.mark.parametrize(
    "source",
    [
        f"<div>首页</div><iframe width=9 srcdoc='{ESCAPED}' title=a></iframe>",
        f"<div>首页</div><textarea hidden>{ESCAPED}</textarea><script>show()</script>",
        f'<div>首页</div><input type="hidden" value="{ESCAPED}" name="b"><p>',
        f"<div>首页</div><script type='text/plain'>{ESCAPED}</script>",
        f"<rss><title>首页</title><description>首页\n{ESCAPED}</description></rss>",
    ],
)
def test_markup_that_is_carried_as_characters(source: str) -> None:
    """Where a page has no table of its own, the references of one are read as its tags."""
    assert lines(source)[-4:] == ["表 & 文", *["规章|1"] * 3]
    assert is_markup(source)
    text = without_markup(Text(source))
    place = str(text).rindex("规章")
    span = text.source_span(place, place + 2)
    assert source[span.start : span.end] == "规章"


def test_a_row_of_a_layout_begins_without_a_blank_line() -> None:
    """A blank line stands for a blank cell only."""
    page = f"<table><tr><td>左<tr><td>1<td><td>2{'<p>' + '一段文字。' * 60}<table><tr><td>三"
    left = [line.strip() for line in str(without_markup(Text(page))).split("\n")]

    assert left[left.index("左") : left.index("2") + 1] == ["左", "1", "", "2"]


def test_a_page_as_characters() -> None:
    """A page that is kept with references for all its tags is the page."""
    assert lines(ESCAPED) == ["表 & 文", *["规章|1"] * 3]
    assert is_page(ESCAPED)


def test_a_page_with_its_own_tables_keeps_what_it_carries_apart() -> None:
    """A copy for scripts is no part of a page with large tables; one of header fields is small."""
    small, large = EMBEDDED, EMBEDDED * 5
    copy = f"<textarea>{ESCAPED}</textarea>"
    assert lines(large + copy) == ["表 & 文", *["规章|1"] * 3] * 5
    assert lines(small + copy) == ["表 & 文", *["规章|1"] * 3] * 2


def test_markdown_with_tables_of_html() -> None:
    """Where lines of Markdown stand around a table, they stay lines, and its cells are divided as theirs are."""
    rows = "<tr><td>规章</td><td>1</td></tr>\n<tr><td>文件</td><td>2</td></tr>"
    source = f"## 二\n\n第一段\n\n<table>\n{rows}</table>\n\n## 三\n"
    left = [line.strip() for line in str(without_markup(Text(source))).split("\n")]

    assert [line for line in left if line] == ["## 二", "第一段", "规章 |1", "文件 |2", "## 三"]


def test_a_number_over_several_tags_is_quoted_whole() -> None:
    """The place of a number is that of all its digits, with the tags between them."""
    source = "<table><tr><td>规章</td><td>1<b>2</b>3</td></tr></table>"
    text = without_markup(Text(source))
    at = str(text).index("123")

    assert source[slice(*text.source_span(at, at + 3))] == "1<b>2</b>3"


ROW = "<tr><td>规章</td><td>0</td></tr>"
PARAGRAPH = "<p>本年度没有收到申请。</p>"


@pytest.mark.parametrize(
    ("source", "markup", "page"),
    [
        ("<table>" + 3 * ROW + "</table>", True, True),
        ("<HTML><BODY>" + 6 * "<P>本年度" + "</BODY>", True, True),
        (5 * PARAGRAPH, True, True),
        ("## 二\n\n<table>" + 3 * ROW + "</table>", True, False),
        ("<div>\n" + "| 规章 | <p>0</p> |\n" * 5 + "</div>", True, False),
        ("规章 | 0 | 0 |\n" * 20, False, False),
        ("<td>规章 | 0 | 0 |\n" * 2 + "1 < 2\n", False, False),
        ("<p>第一行\n" + "第二行\n" * 200 + 7 * PARAGRAPH, False, False),
        ("", False, False),
    ],
)
def test_what_is_a_page(source: str, markup: bool, page: bool) -> None:  # noqa: FBT001 - the columns of a table.
    """Many tags close together are a page, or parts of one; a text into which a few have leaked is neither."""
    assert (is_markup(source), is_page(source)) == (markup, page)
