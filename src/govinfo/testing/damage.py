"""What happens to a report between the printer and the reader, one function each.

Damage that keeps the information must change nothing that is read. Damage that loses some may cost
values, but must never turn one into another.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from govinfo.testing.drafts import Change, Dice
from govinfo.testing.furniture import leaked_markup, lost_words, site_chrome
from govinfo.testing.glyphs import PINYIN, TRADITIONAL
from govinfo.testing.misreading import bad_byte, cut_short, misread, partly, shifted_bytes

__all__ = ["DAMAGE", "Change", "Damage"]


@frozen
class Damage:
    """One way in which a text suffers."""

    name: str
    apply: Change
    keeps: bool
    """Whether everything can still be read."""

    def __str__(self) -> str:
        return self.name


def traditional(text: str, _dice: Dice) -> str:
    """Write the text in traditional characters, as mirror sites do."""
    return text.translate(TRADITIONAL)


def pinyin_glosses(text: str, _dice: Dice) -> str:
    """Put the pinyin after traditional characters: `報(bào)`."""
    glossed = {ord(character): f"{character}({pinyin})" for character, pinyin in PINYIN.items()}
    return text.translate(TRADITIONAL).translate(glossed)


_WORDED = (
    ("信息", "資訊"),
    ("文件", "檔案"),
    ("項目", "專案"),
    ("本列數據", "本列資料"),
    ("發布", "釋出"),
    ("復議", "覆議"),
    ("反复", "反覆"),
    ("制作", "製作"),
    ("后", "後"),
    ("于", "於"),
)


def regional_wording(text: str, _dice: Dice) -> str:
    """Write the text in the words of Taiwan, and with characters that a converter chose wrongly."""
    text = text.translate(TRADITIONAL)
    for here, there in _WORDED:
        text = text.replace(here, there)
    return text


_FULL_WIDTH_MARKS = str.maketrans("（），：；！？", "(),:;!?")


def half_width_punctuation(text: str, _dice: Dice) -> str:
    """Fold full-width punctuation, as scrapers do."""
    return text.translate(_FULL_WIDTH_MARKS)


_FULL_WIDTH_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_TAG = re.compile(r"(<[^>]*>)")


def _beside_tags(text: str, change: Callable[[str], str]) -> str:
    """The text changed, but for the tags that stand in it."""
    return "".join(piece if piece.startswith("<") else change(piece) for piece in _TAG.split(text))


def full_width_digits(text: str, _dice: Dice) -> str:
    """Write every digit in full width."""
    return _beside_tags(text, lambda piece: piece.translate(_FULL_WIDTH_DIGITS))


def windows_line_ends(text: str, _dice: Dice) -> str:
    """End the lines as Windows does."""
    return text.replace("\n", "\r\n")


_ZERO_WIDTH = ("\u200b", "\ufeff", "\u200d", "\u2060")


def zero_width_characters(text: str, dice: Dice) -> str:
    """Put a zero-width character at each line end and before each cell border."""
    invisible = dice.choice(_ZERO_WIDTH)
    return re.sub(r"(?=\n|\|)", invisible, text)


def wide_spaces(text: str, dice: Dice) -> str:
    """Turn spaces into no-break or ideographic ones, and put one before each line."""
    space = dice.choice(("\xa0", "\u3000"))
    return _beside_tags(
        text, lambda piece: re.sub("^(?=.)", space, piece.replace(" ", space), flags=re.MULTILINE)
    )


_PROSE = 60
"""Longer lines are prose, unless they have cell borders: losing one would lose no cell."""
_BORDER = re.compile(r"\||<t[dr]\b", re.IGNORECASE)


def _lines_that_matter(text: str) -> tuple[list[str], list[int]]:
    lines = text.split("\n")
    filled = [i for i, line in enumerate(lines) if line.strip()]
    # A report on a single line has no other, and a text of blanks has not even that.
    return lines, [
        i for i in filled if len(lines[i]) < _PROSE or _BORDER.search(lines[i])
    ] or filled or [0]


def line_lost(text: str, dice: Dice) -> str:
    """Lose one line: a row, a cell, a label or a heading, as the dialect has it."""
    lines, places = _lines_that_matter(text)
    del lines[dice.choice(places)]
    return "\n".join(lines)


def line_doubled(text: str, dice: Dice) -> str:
    """Print one line twice."""
    lines, places = _lines_that_matter(text)
    place = dice.choice(places)
    lines.insert(place, lines[place])
    return "\n".join(lines)


def cell_lost(text: str, dice: Dice) -> str:
    """Lose one cell with its border, so that the cells after it move up."""
    return _without_cell(text, dice, keep_border=False)


def cell_blanked(text: str, dice: Dice) -> str:
    """Lose what stands in one cell, and keep its border."""
    return _without_cell(text, dice, keep_border=True)


def page_number(text: str, dice: Dice) -> str:
    """Let a page number stray in between two lines, bare or between dashes."""
    lines, places = _lines_that_matter(text)
    number = dice.randint(1, 12)
    lines.insert(dice.choice(places), dice.choice((f"- {number} -", f"— {number} —", f"{number}")))
    return "\n".join(lines)


_CELL_TAG = re.compile("(?=<td)", re.IGNORECASE)
_BORDERS = "\t,; "
"""What divides the cells of a line that has no pipe: the one of these that it has most of."""


def _without_cell(text: str, dice: Dice, *, keep_border: bool) -> str:
    lines, places = _lines_that_matter(text)
    place = dice.choice(places)
    cells = _cells(lines[place])
    at = dice.randint(0, len(cells) - 1)
    border = _border_of(cells[at]) if keep_border else ""
    lines[place] = "".join([*cells[:at], border, *cells[at + 1 :]])
    return "\n".join(lines)


def _border_of(cell: str) -> str:
    """What is left of a cell when nothing stands in it any more: its tags, or what ends it."""
    return "".join(_TAG.findall(cell)) or (f" {cell[-1:]}" if cell[-1:] in f"|{_BORDERS}" else "")


def _cells(line: str) -> list[str]:
    """The cells of a line, each with the border that ends it; a border that opens the line belongs to the first."""
    if _CELL_TAG.search(line):
        return _CELL_TAG.split(line)
    border = "|" if "|" in line else max(_BORDERS, key=line.strip().count)
    if border not in line.strip() or line.count('"') % 2:
        return [line]
    inside = rf'(?:"[^"]*"|[^{border}"])*'
    return re.findall(
        rf"^{re.escape(border)}{inside}{re.escape(border)}|{inside}{re.escape(border)}|(?!$){inside}$",
        line,
    )


_DAMAGE = (
    Damage("traditional", traditional, keeps=True),
    Damage("regional_wording", regional_wording, keeps=True),
    Damage("pinyin_glosses", pinyin_glosses, keeps=True),
    Damage("half_width_punctuation", half_width_punctuation, keeps=True),
    Damage("full_width_digits", full_width_digits, keeps=True),
    Damage("windows_line_ends", windows_line_ends, keeps=True),
    Damage("zero_width_characters", zero_width_characters, keeps=True),
    Damage("wide_spaces", wide_spaces, keeps=True),
    Damage("site_chrome", site_chrome, keeps=True),
    Damage("leaked_markup", leaked_markup, keeps=True),
    Damage("utf8_as_latin1", misread("utf-8", "latin-1"), keeps=True),
    Damage("gbk_as_latin1", misread("gbk", "latin-1"), keeps=True),
    Damage("gbk_as_cp1252", misread("gbk", "cp1252"), keeps=True),
    Damage("big5_as_latin1", misread("big5", "latin-1"), keeps=True),
    Damage("big5_as_gb18030", misread("big5", "gb18030"), keeps=True),
    Damage("utf8_as_latin1_in_part", partly(misread("utf-8", "latin-1")), keeps=True),
    Damage("utf8_as_cp1252", misread("utf-8", "cp1252"), keeps=False),
    Damage("utf8_as_gb18030", misread("utf-8", "gb18030"), keeps=False),
    Damage("utf8_as_gbk", misread("utf-8", "gbk"), keeps=False),
    Damage("gbk_as_big5", misread("gbk", "big5"), keeps=False),
    Damage("big5_as_gbk", misread("big5", "gbk"), keeps=False),
    Damage("gbk_as_latin1_in_part", partly(misread("gbk", "latin-1")), keeps=False),
    Damage("utf8_as_gbk_in_part", partly(misread("utf-8", "gbk")), keeps=False),
    Damage("shifted_bytes", shifted_bytes, keeps=False),
    Damage("bad_byte", bad_byte, keeps=False),
    Damage("lost_words", lost_words, keeps=False),
    Damage("cut_short", cut_short, keeps=False),
    Damage("line_lost", line_lost, keeps=False),
    Damage("line_doubled", line_doubled, keeps=False),
    Damage("cell_lost", cell_lost, keeps=False),
    Damage("cell_blanked", cell_blanked, keeps=False),
    Damage("page_number", page_number, keeps=False),
)

DAMAGE: dict[str, Damage] = {damage.name: damage for damage in _DAMAGE}
"""Every kind of damage the kit can do, by name; those that keep the information come first."""
