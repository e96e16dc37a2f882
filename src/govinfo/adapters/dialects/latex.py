r"""Tables in LaTeX, as recognisers of layouts write them: `规章 & 0 & 0 & 0 \\ \hline`.

`&` divides cells and `\\` ends a row; line breaks of the source mean nothing. Of a command that
sets its text (`\textbf`, `\multirow`, `\text`) the text stays. A blank cell that spans columns
counts once for each; any other stands once. A figure over several rows is marked, because it
belongs to none of them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import read_rows
from govinfo.figures import State, read_cell
from govinfo.page import Page
from govinfo.spans import Edit, Text
from govinfo.text.formatting import SPANS_ROWS
from govinfo.text.latex import TABLES, has_latex_table

__all__ = ["LATEX"]

_TOKEN = re.compile(
    r"""
      \\(?P<border>begin|end)[ ]?\{(?P<environment>[a-zA-Z]{1,20})\*?\}
    | \\(?P<command>[a-zA-Z]{1,30})\*?
    | (?P<row_end>\\\\\*?(?:[ ]?\[[^\]\n]{0,20}\])?)    # with the room below the row
    | \\(?P<escaped>[^a-zA-Z\\])
    | (?P<comment>(?<![\d\\])%[^\n]*)                   # behind a number it is a percentage
    | (?P<cell_end>&)
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<space>~)
    | (?P<math>\$)
    | (?P<line_end>\n)
    """,
    re.VERBOSE,
)
_GROUP = re.compile(
    r"""
    \s{0,4}
    (?:\[[^\[\]\n]{0,60}\]\s{0,4})?                     # what is optional stands before
    \{((?>(?:[^{}]|\{(?>(?:[^{}]|\{[^{}]{0,200}\}){0,200})\}){0,400}))\}
    """,
    re.VERBOSE,
)
_GROUPS_BEFORE_TEXT = {
    "multicolumn": 2,
    "multirow": 2,
    "textcolor": 1,
    "colorbox": 1,
    "href": 1,
    "parbox": 1,
}
"""How many groups of a command stand before its text, and are none."""
_GROUPS_WITHOUT_TEXT = {
    "cline": 1,
    "cmidrule": 1,
    "label": 1,
    "vspace": 1,
    "hspace": 1,
    "rule": 2,
    "usepackage": 1,
    "documentclass": 1,
    "includegraphics": 1,
    "rowcolor": 1,
    "cellcolor": 1,
    "columncolor": 1,
    "setlength": 2,
    "renewcommand": 2,
}
"""How many groups a command has, of which none is text."""
_GROUPS_OF_TABLE = {"tabularx": 2, "tabulary": 2}
_REPLACED = {
    **dict.fromkeys(("quad", "qquad", "enspace", "hfill", "space", "newline", "par"), " "),
    **dict.fromkeys(("tabularnewline", "cr"), "\n"),
    # Where these are read, the marks make that no part of a number.
    **dict.fromkeys(("sout", "st", "cancel"), "~~"),
    **dict.fromkeys(("textsuperscript", "textsubscript", "footnotemark", "footnote"), "^"),
}
_BEGINS_A_LINE = frozenset(
    {"section", "subsection", "paragraph", "caption", "title", "item", "par", "newline"}
)
_NO_CONTENT = re.compile(r"\\[a-zA-Z]+|\{\s*[\d*.]*[a-z]*\s*\}|[{}\s~$]")
_MATCH = Match(0.95, "a table of LaTeX")


def recognise(text: Text) -> Match | None:
    """Return a match for a table of LaTeX."""
    return _MATCH if has_latex_table(str(text)) else None


def read(text: Text) -> Page:
    """Return a page with the rows of the tables, with pipes between their cells."""
    return read_rows(text.edited(_Source(str(text)).edits()))


@define
class _Source:
    """The characters of a text with tables of LaTeX, and how far it was read."""

    characters: str
    tables: int = 0
    """How many tables are open: one in another breaks the lines of a cell."""
    braces: int = 0
    """How many groups are open in the table."""

    def edits(self) -> Iterator[Edit]:
        """Yield the edits that write each row as a line, with pipes between its cells."""
        place = 0
        while (token := _TOKEN.search(self.characters, place)) is not None:
            start, place = token.span()
            kind = token.lastgroup
            if kind == "environment":
                place, replacement = self._border(token)
            elif kind == "command":
                place, replacement = self._command(token)
            elif kind == "escaped":
                replacement = {" ": " ", ",": "", "!": "", "&": "＆"}.get(
                    token["escaped"], token["escaped"].strip("()[];:")
                )
            elif self.tables:
                self.braces += (kind == "open") - (kind == "close")
                replacement = self._sign(str(kind))
            elif kind in ("open", "close"):
                replacement = ""
            else:
                replacement = "\n" if kind == "row_end" else token[0]
            if replacement != token[0] or place != token.end():
                yield Edit(start, place, replacement)

    def _sign(self, kind: str) -> str:
        """Return what takes the place of a sign within a table."""
        is_row = self.tables == 1 and self.braces <= 0
        signs = {
            "row_end": "\n" if is_row else " ",
            "cell_end": "|" if is_row else " ",
            "space": " ",
            "line_end": " ",
        }
        return signs.get(kind, "")

    def _border(self, token: re.Match[str]) -> tuple[int, str]:
        """Return where the beginning or the end of an environment ends, and its replacement."""
        if token["environment"] not in TABLES:
            return token.end(), ""
        if token["border"] == "end":
            self.tables = max(0, self.tables - 1)
            return token.end(), "" if self.tables else "\n"
        self.tables += 1
        self.braces = 0 if self.tables == 1 else self.braces
        groups = _GROUPS_OF_TABLE.get(token["environment"], 1)
        return self._behind(token.end(), groups), "\n" if self.tables == 1 else ""

    def _command(self, token: re.Match[str]) -> tuple[int, str]:
        """Return where a command ends, before its text if it has one, and its replacement."""
        name = token["command"]
        groups = _GROUPS_WITHOUT_TEXT.get(name, _GROUPS_BEFORE_TEXT.get(name, 0))
        end = self._behind(token.end(), groups)
        if name in ("multicolumn", "multirow"):
            return end, self._spanned(name, token.end(), end)
        if name in _BEGINS_A_LINE and not self.tables:
            return end, "\n"
        return end, _REPLACED.get(name, "")

    def _spanned(self, name: str, begin: int, text: int) -> str:
        """Return what stands before the text of a cell that spans others."""
        count = re.search(r"\{\s*(\d{1,2})\s*\}", self.characters[begin:text])
        group = _GROUP.match(self.characters, text)
        if count is None or group is None or int(count[1]) < 2:
            return ""
        content = _NO_CONTENT.sub("", group[1])
        if name == "multicolumn":
            return "" if content else "|" * (int(count[1]) - 1)
        is_figure = content and read_cell(content).state is not State.ILLEGIBLE
        return SPANS_ROWS if is_figure else ""

    def _behind(self, place: int, groups: int) -> int:
        """Return the place behind so many groups."""
        for _ in range(groups):
            group = _GROUP.match(self.characters, place)
            place = group.end() if group else place
        return place


LATEX = Adapter("latex", recognise, read, surest=_MATCH.score)
