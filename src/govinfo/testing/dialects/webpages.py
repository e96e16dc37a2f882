"""Reports as web pages, in the kinds of HTML that offices publish, with spanned cells."""

from __future__ import annotations

from html import escape

from attrs import frozen

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable

__all__ = ["html"]

_CELL_STYLE = (
    "border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;"
    "padding:0cm 5.4pt 0cm 5.4pt;height:19.85pt"
)
_PARAGRAPH_STYLE = "margin-bottom:0cm;text-align:center;mso-pagination:widow-orphan"
_SPAN_STYLE = (
    'font-size:10.5pt;font-family:"仿宋_GB2312",serif;mso-bidi-font-family:宋体;color:#333333'
)
_NEVER_CLOSED = frozenset({"p", "td", "tr"})
"""The elements that old pages do not close: a browser closes them."""
_SHORTEST_BROKEN = 5
"""A shorter label fits on one line of its cell."""

_HEAD = """<head>
<meta charset="utf-8">
<title>{title}-云岫市人民政府网站</title>
<meta name="description" content="{title}">
<style type="text/css">table td > p { margin: 0 } .nav > li { float: left }</style>
<script src="/js/jquery.js"></script>
<script>if (1 < 2 && "<td>9</td>".length > 3) \
{ document.write("<tr><td>规章</td><td>8</td></tr>"); }</script>
</head>
"""
_ABOVE = """<!-- 首页 <table><tr><td>7</td></tr></table> -->
<nav><ul><li><a href="/">首页</a></li>\
<li><a href="/zwgk?a=1&b=2" title="政务 > 公开">政务公开</a></li></ul></nav>
<div class="location">当前位置：<a href="/">首页</a> &gt; \
<a href="/zwgk">政务公开</a> &gt; 年度报告</div>
<div class="tools"><span>字体：[ <a>大</a> <a>中</a> <a>小</a> ]</span></div>
"""
_BELOW = """<div class="share"><span>分享到：</span><a title="微信">微信</a>\
<a title="微博">微博</a></div>
<script>var share = {"size": 16, "html": "<p>3</p>"};</script>
<footer><p>版权所有：云岫市人民政府&nbsp;&nbsp;ICP备案号：云ICP备00000000号</p></footer>
"""


def html(  # noqa: PLR0913 - pages differ in just these ways, and in any of them at once
    draft: Draft,
    *,
    styled: bool = False,
    upper: bool = False,
    nested: bool = False,
    nbsp: bool = False,
    chrome: bool = False,
    breaks: bool = False,
    style: Style = PLAIN,
) -> str:
    """Print a web page.

    Args:
        draft: The report.
        styled: As a word processor exports it: paragraphs and spans with styles, one cell a line.
        upper: Tags in capitals, attributes without quotes; rows, cells and paragraphs stay open.
        nested: Everything stands in a table that lays out the page.
        nbsp: Blank cells hold `&nbsp;`.
        chrome: With navigation, scripts, comments, a share bar and a footer.
        breaks: With `<br>` in the middle of labels.
        style: What any dialect may print in more than one way.

    """
    markup = _Markup(styled, upper, nbsp, breaks)
    lines = report_lines(
        draft, lambda sheet: iter([_table(draft, sheet, markup, style)]), style, markup.heading
    )
    body = "\n".join(line if line.startswith("<") else markup.paragraph(line) for line in lines)
    if nested:
        body = _laid_out(_laid_out(body, markup), markup)
    head = _HEAD.replace("{title}", draft.title) if chrome else ""
    if chrome:
        body = f"{_ABOVE}{body}\n{_BELOW}"
    return f"<!DOCTYPE html>\n<html>\n{head}<body>\n{body}\n</body>\n</html>\n"


@frozen
class _Markup:
    """How one page writes its tags."""

    styled: bool
    upper: bool
    nbsp: bool
    breaks: bool

    def element(self, name: str, content: str, **attributes: str | int) -> str:
        """Return the content between its tags."""
        left_open = self.upper and name in _NEVER_CLOSED
        shown = name.upper() if self.upper else name
        stated = "".join(f" {self._attribute(*each)}" for each in attributes.items())
        return f"<{shown}{stated}>{content}" + ("" if left_open else f"</{shown}>")

    def _attribute(self, name: str, value: str | int) -> str:
        if self.upper and str(value).isalnum():
            return f"{name.upper()}={value}"
        return f'{name}="{escape(str(value))}"'

    def paragraph(self, text: str) -> str:
        """Return running text."""
        return self._set(escape(text)) if self.styled else self.element("p", escape(text))

    def heading(self, text: str) -> str:
        """Return a heading; a word processor only prints it bold."""
        if self.styled:
            return self._set(self.element("b", escape(text)))
        return self.element("h2", escape(text))

    def cell(self, cell: PrintedCell, text: str) -> str:
        """Return one cell, with the columns and rows it spans."""
        content = escape(text) or ("&nbsp;" if self.nbsp else "")
        if self.breaks and cell.address is None and len(text) >= _SHORTEST_BROKEN:
            content = f"{escape(text[: len(text) // 2])}<br>{escape(text[len(text) // 2 :])}"
        spans = {"colspan": cell.across, "rowspan": cell.down}
        attributes: dict[str, str | int] = {
            name: count for name, count in spans.items() if count > 1
        }
        if self.styled:
            return self.element(
                "td", self._set(content), width=64, valign="top", **attributes, style=_CELL_STYLE
            )
        return self.element("td", content, **attributes)

    def _set(self, content: str) -> str:
        """Return text as a word processor sets it."""
        span = self.element("span", content, lang="EN-US", style=_SPAN_STYLE)
        attributes = {"class": "MsoNormal", "align": "center", "style": _PARAGRAPH_STYLE}
        return self.element("p", span, **attributes)


def _table(draft: Draft, sheet: PrintedTable, markup: _Markup, style: Style) -> str:
    between, lines = "\n" if markup.styled else "", list[str]()
    for row in sheet.rows:
        cells = (markup.cell(cell, printed_cell(draft, cell, style)) for cell in row)
        lines.append(markup.element("tr", between.join(cells)))
    rows = "\n".join(lines)
    inside = f"\n{rows if markup.upper else markup.element('tbody', rows)}\n"
    return markup.element("table", inside, border=1, cellspacing=0)


def _laid_out(body: str, markup: _Markup) -> str:
    """Return the body in a cell of a table that only lays out the page."""
    row = markup.element(
        "tr", markup.element("td", "&nbsp;", width=20) + markup.element("td", f"\n{body}\n")
    )
    return markup.element("table", row, width=980, align="center")
