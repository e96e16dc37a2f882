"""One number of a report: what was printed, what it says, where it stands, and how sure that is."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from govinfo.spans import Span

__all__ = [
    "DAMAGE",
    "MEASURE_WORDS",
    "YUAN",
    "Address",
    "Figure",
    "Number",
    "Origin",
    "Printed",
    "State",
    "amount_in",
    "is_change_in_words",
    "is_figure_like",
    "possible_values",
    "read_cell",
    "without_units",
]

Number: TypeAlias = int | Decimal
"""Counts are `int`; money, and anything printed with a decimal point, is `Decimal`."""


class Address(str):
    """The name of one cell, `table.row.column`, such as `requests.new_received.total`; a string."""

    __slots__ = ()

    @property
    def table(self) -> str:
        """The table, such as `requests`."""
        return self.split(".")[0]

    @property
    def row(self) -> str:
        """The row, such as `new_received`."""
        return self.split(".")[1]

    @property
    def column(self) -> str:
        """The column, such as `total`."""
        return self.split(".")[2]


class State(StrEnum):
    """What stands in a cell. Blank, not applicable, illegible and zero are four things."""

    PRINTED = "printed"
    """A number."""
    BLANK = "blank"
    """Nothing: the cell is there and empty."""
    NOT_APPLICABLE = "not_applicable"
    """`/`, `-`, `—`, `无` or `不适用`."""
    ILLEGIBLE = "illegible"
    """Something other than a number, or digits that can be read in several ways."""
    ABSENT = "absent"
    """The form has this cell, the document does not."""


class Origin(StrEnum):
    """How a value was found."""

    READ = "read"
    """The text shows the value."""
    INFERRED = "inferred"
    """The text allows several values, and the identities of the form (勾稽关系) leave one."""


def _as_state(state: State | str) -> State:
    """Return a state, also by its name; to ask the class each time takes four times as long."""
    return state if state.__class__ is State else State(state)


def _as_origin(origin: Origin | str) -> Origin:
    """Return an origin, also by its name."""
    return origin if origin.__class__ is Origin else Origin(origin)


@frozen
class Figure:
    """What was read in one cell of a statutory table."""

    value: Number | None
    """The number: `int` for counts, `Decimal` for money; `None` if there is none, or several."""
    raw: str = ""
    """The characters as printed; exactly what `report.quote(figure.span)` returns."""
    state: State = field(default=State.PRINTED, converter=_as_state)
    """What stands in the cell."""
    origin: Origin = field(default=Origin.READ, converter=_as_origin)
    """Whether the value was read from the text, or inferred."""
    span: Span | None = None
    """The place in the source text, in characters; `None` only if the cell is not in the text."""
    candidates: tuple[Number, ...] = ()
    """The possible values, if the text allows several; otherwise empty."""
    unit: str | None = None
    """件, 项, 元 or 万元."""

    def __reduce__(self) -> tuple[object, ...]:
        told = (
            self.value,
            self.raw,
            self.state.value,
            self.origin.value,
            self.span,
            self.candidates,
            self.unit,
        )
        return Figure, told

    def _repr_html_(self) -> str:
        from govinfo.rendering import figure_html

        return figure_html(self)


YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
"""What one of each unit of money is worth."""


def amount_in(unit: str | None, value: Number | None, printed: str | None) -> Number | None:
    """Return an amount in another unit of money than it is printed in.

    Columns with the figures of many reports have one unit each.

    Args:
        unit: The unit that is wanted.
        value: The number in the cell.
        printed: The unit of the number.

    Returns:
        The amount, exactly; `None` where one of the units is no money, so that nobody can tell.

    """
    if value is None or unit == printed:
        return value
    if unit not in YUAN or printed not in YUAN:
        return None
    return Decimal(value) * YUAN[printed] / YUAN[unit]


class Printed(NamedTuple):
    """What a cell's characters say, before anything is known of its row or column."""

    state: State
    value: Number | None = None
    unit: str | None = None
    """The unit written in the cell itself, when there is one."""


# Seen in reports and in the statutory fill-in notes; all of them mean "no figure", none of them
# means zero.
_NOT_APPLICABLE = frozenset(
    {
        *("/", "\\", "-", "--", "–", "—", "——", "―", "――", "─", "──"),
        *("无", "無", "(无)", "(無)", "不适用", "不適用", "不涉及", "N/A", "NA", "n/a"),
    }
)
# What pandas and databases write for a cell with nothing in it.
_NOTHING = frozenset({"nan", "NaN", "NaT", "None", "<NA>", "#N/A", "null", "NULL", '""', "''"})
_UNITS = (
    "万元",
    "亿元",
    "元",
    "件",
    "项",
    "条",
    "宗",
    "个",
    "份",
    "次",
    "起",
    "人",
    "人次",
    "部",
    "篇",
)
_ANY_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"""
    (?P<number>
        [+-]?
        (?: [1-9]\d{{0,2}} (?:,\d{{3}})+ | [1-9]\d* | 0 )  # the whole part: 1,234 or 1234, not 012
        (?: \.\d+ )?                              # the decimals
    )
    [ ]?
    (?: (?P<unit> {_ANY_UNIT} ) | \( (?P<unit_in_brackets> {_ANY_UNIT} ) \) )?
    """,
    re.VERBOSE,
)
_CHANGE = re.compile(
    rf"""
    (?: (?P<more> 增加?|新增|增长|上升|↑ ) | (?P<less> 减少?|下降|降低|↓ ) )
    [ ]? :? [ ]?
    (?P<number> [1-9]\d{{0,2}} (?:,\d{{3}})+ | [1-9]\d* | 0 )
    [ ]?
    (?P<unit> {_ANY_UNIT} )?
    """,
    re.VERBOSE,
)
"""A change in words, as offices write it under 本年增/减."""
# Full width to half width, and nothing else: compatibility forms at large would make 12① into 121.
_PLAIN: dict[int, str | int | None] = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad")),
    **dict.fromkeys(map(ord, "\u3000\xa0\u2002\u2003\u2009\t"), " "),
    **str.maketrans("−﹣萬億項條個増減", "--万亿项条个增减"),
}
_ESCAPE = re.compile(r"\\(?=[-+.*])")
_ORNAMENT = re.compile(r"[*`]+|&(?:nbsp|emsp|ensp|#160);?|<br ?/?>", re.IGNORECASE)
"""Markdown's emphasis, and what HTML leaves of a space or a line break in a cell."""
_QUOTED = re.compile(
    r"""
      =? (?P<mark> ["']{1,2} ) (?P<number> [^"'\s] [^"']* ) (?P=mark)    # also ="12", of Excel
    | [“‘「] (?P<inside> [^“”‘’「」]+ ) [”’」]
    | [$] (?P<formula> [^$]+ ) [$]
    | ' (?P<text> \d+ )                                 # '12, the text of a number in Excel
    """,
    re.VERBOSE,
)
"""A number in quotation marks, as lists in programs and formulas have it."""
_LONGEST_CELL_CHARS = 40
"""No printed number with its unit is longer; anything longer is prose."""


@lru_cache(maxsize=4096)
def read_cell(raw: str) -> Printed:
    """Return what one cell says: a number, nothing, "not applicable", or something unreadable.

    Full-width digits, thousands separators in the right places, a sign and a unit are read; digits
    with a gap between them, or a 0 before them, are not: they may be a part of one number, or two.
    """
    digits = raw.strip(" \t\r\n|")
    if digits.isdecimal() and digits.isascii() and len(digits) <= _LONGEST_CELL_CHARS:
        # A number that begins with 0 has lost digits before it, or was two numbers.
        is_whole = digits[0] != "0" or len(digits) == 1
        return Printed(State.PRINTED, int(digits)) if is_whole else Printed(State.ILLEGIBLE)
    if len(raw) > _LONGEST_CELL_CHARS:
        return Printed(State.ILLEGIBLE) if raw.strip(" \t\r\n\u3000\xa0|") else Printed(State.BLANK)
    return _read_text(_plain(raw))


def _plain(raw: str) -> str:
    """Return what a cell says in half-width characters, without ornaments."""
    text = _ORNAMENT.sub(" ", _ESCAPE.sub("", raw)).translate(_PLAIN).strip(" \r\n|")
    quoted = _QUOTED.fullmatch(text)
    return text if quoted is None else quoted[quoted.lastgroup or 0].strip()


def is_change_in_words(raw: str) -> bool:
    """Whether the words of a cell say that its number is an increase or a decrease: 增10, 减3."""
    if raw.isascii() or len(raw) > _LONGEST_CELL_CHARS:
        return False
    return _CHANGE.fullmatch(_plain(raw)) is not None


def _read_text(text: str) -> Printed:
    """Read a number, a change in words, or a word for none; any other text is illegible."""
    if not text or text in _NOTHING:
        return Printed(State.BLANK)
    if text in _NOT_APPLICABLE:
        return Printed(State.NOT_APPLICABLE)
    match = _NUMBER.fullmatch(text)
    if match is None:
        change = _CHANGE.fullmatch(text)
        if change is None or not change["number"].isascii():
            return Printed(State.ILLEGIBLE)
        number = int(change["number"].replace(",", ""))
        return Printed(State.PRINTED, -number if change["less"] else number, change["unit"])
    digits = match["number"].replace(",", "")
    if not digits.isascii():
        return Printed(State.ILLEGIBLE)
    unit = match["unit"] or match["unit_in_brackets"]
    return Printed(State.PRINTED, Decimal(digits) if "." in digits else int(digits), unit)


DAMAGE = r"?？\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff□■◆▯¤*\#_…·．^~～"
"""What stands in a number where a digit was lost, or is no digit; a class of characters."""
_WORDS = "约近超共计余多注件项次条个宗份起人部篇元万亿增减加少长降上下升无变化持平较年同比新"
"""The characters of words that may stand beside a number in its cell: 约, 注, 增加."""
_WORDS_FOR_ZERO = ("持平", "无变化", "无增减", "不变", "未变化", "零")
_FIGURE_LIKE = re.compile(
    rf"""
    (?! \D* \d+ \s? [年月日] | \d{{4}} [-/.] \d | \d{{1,2}} : \d )      # no date, no time
    (?: \d | [+\-(\[↑↓{DAMAGE}{_WORDS}] (?= .* \d ) )
    [\d\s,.、'\[\]()+\-/:%↑↓¥￥{DAMAGE}{_WORDS}]*
  | {"|".join(_WORDS_FOR_ZERO)}
    """,
    re.VERBOSE | re.DOTALL,
)
MEASURE_WORDS = "人次|[件项項条條宗个個份次]"
"""What offices print behind a count in its cell, a pattern."""
_UNIT_BEHIND_A_DIGIT = re.compile(rf"(?<=\d)(?:{MEASURE_WORDS})")
_PARTS_OF_A_NUMBER = re.compile(r"[\d\s,.、·']+")
_FOOTNOTE = re.compile(r"(?: [\[(] 注? \d{1,2} [\])] | [注^] \d{1,2} ) \Z", re.VERBOSE)
_WHOLE = re.compile(rf"[\d\s,.、·'\[\]()*^+\-/:%↑↓¥￥~{_WORDS}]+")
"""What may stand beside the digits of a number of which none is lost."""
_WITH_A_REMARK = re.compile(
    r"(?P<number> [1-9][0-9]{0,8} | 0) [ ]? \( (?!注) [\u4e00-\u9fff] [^()]{1,30} \)", re.VERBOSE
)
"""A number with words in brackets behind it, 268(含2件): a number in them counts another thing."""
_LONGEST_FIGURE_CHARS = 12
_MOST_VALUES = 8


@lru_cache(maxsize=4096)
def is_figure_like(text: str) -> bool:
    """Whether a cell holds a number with damage in it, or with words that belong to a number."""
    return len(text) <= _LONGEST_FIGURE_CHARS and _FIGURE_LIKE.fullmatch(_plain(text)) is not None


def without_units(characters: str) -> str:
    """Return a text of the same length with blanks for the measure words behind its digits."""
    return _UNIT_BEHIND_A_DIGIT.sub(lambda unit: " " * len(unit[0]), characters)


def possible_values(raw: str) -> tuple[int, ...]:
    """Return the whole numbers that an illegible cell may hold; none where characters are lost."""
    text = _plain(raw)
    if text in _WORDS_FOR_ZERO:
        return (0,)
    digits = "".join(filter(str.isdecimal, text))
    remarked = _WITH_A_REMARK.fullmatch(text)
    if remarked is not None:
        return (int(remarked["number"]),)
    is_whole = len(text) <= _LONGEST_CELL_CHARS and _WHOLE.fullmatch(text) is not None
    if not is_whole or not digits or not digits.isascii():
        return ()
    own = _FOOTNOTE.sub("", text) if text[0].isdecimal() else text
    numbers = [*[digits] * bool(_PARTS_OF_A_NUMBER.fullmatch(text)), *re.findall(r"\d+", own)]
    return tuple(dict.fromkeys(map(int, numbers)))[:_MOST_VALUES]
