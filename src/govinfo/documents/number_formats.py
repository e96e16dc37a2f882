"""Numbers of a workbook as a spreadsheet prints them: `#,##0.00`, `0%`, `0"件"`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

__all__ = ["BUILT_IN", "printed", "printed_text"]

BUILT_IN: dict[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"',
    49: "@",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy-mm-dd"),
}
"""The formats that every workbook has, by number; others are written in it."""

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | (?P<general>General|G/通用格式|@)
    | (?P<skipped>_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\])    # room, filling, colours, conditions
    | (?P<number>[0\#?][0\#?,]*(?:\.[0\#?]*)?,*|\.[0\#?]+)
    | (?P<percent>%)
    | (?P<date>[ymdhs])
    | (?P<literal>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_UNPRINTED = frozenset({"skipped", "general"})
_SECTION = re.compile(r"""(?:^|;)((?:[^;"\\!]|"[^"]*"?|[\\!].?)*)""", re.DOTALL)
_ALL_SECTIONS = 4
"""For numbers above 0, below 0, and 0, and for texts."""
_BOUND = re.compile(r"\[(?P<how><>|<=|>=|[<>=])(?P<bound>-?\d{1,15}(?:\.\d{0,9})?)\]")
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
_GENERAL_DIGITS = 11
"""A spreadsheet shows no more digits of a number without a format."""
_MOST_DIGITS = 40
_PRECISION = 3 * _MOST_DIGITS
"""So many digits hold any number that is printed, with as many places and per cents."""
_FIRST_DAY = date(1899, 12, 30)
_MOST_DAYS = 2_000_000
_NO_DATE = "#####"
_SCIENTIFIC = re.compile(r"[0#?]E[+-]", re.IGNORECASE)


def printed(number: str, code: str) -> str | None:
    """Return a number as its cell shows it; `None` if the format shows nothing.

    Args:
        number: The number as the file has it.
        code: The format of the cell.

    """
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return number
    with localcontext(prec=_PRECISION):
        return _in_format(*_sectioned(value, code or "General"))


def printed_text(text: str, code: str) -> str | None:
    """Return a text as its cell shows it; `None` if the format shows nothing.

    Args:
        text: The text as the file has it.
        code: The format of the cell, of which the last section may be one for texts.

    """
    sections = _SECTION.findall(code)
    tokens = [*_TOKEN.finditer(sections[-1])]
    if len(sections) < _ALL_SECTIONS and all(token[0] != "@" for token in tokens):
        return text
    shown = ""
    for token in tokens:
        kind = token.lastgroup or "literal"
        shown += text if token[0] == "@" else "" if kind in _UNPRINTED else token[kind]
    return shown or None


def _sectioned(value: Decimal, code: str) -> tuple[Decimal, str]:
    """Return the section of a format that prints a number, with its sign where it prints that."""
    sections = _SECTION.findall(code)[: _ALL_SECTIONS - 1]
    bounds = [_BOUND.search(section) for section in sections]
    if any(bounds):
        for section, bound in zip(sections, bounds, strict=True):
            if bound is None or _COMPARED[bound["how"]](value, Decimal(bound["bound"])):
                return value, section
    elif value < 0 and len(sections) > 1:
        return -value, sections[1]
    elif value == 0:
        return value, sections[2 if len(sections) > _ALL_SECTIONS - 2 else 0]
    return value, sections[0]


def _in_format(value: Decimal, section: str) -> str | None:
    """Return a number as a section of a format prints it; `None` if that shows nothing."""
    if _SCIENTIFIC.search(section):
        return _general(value)
    tokens = list(_TOKEN.finditer(section))
    kinds = [token.lastgroup for token in tokens]
    if "date" in kinds and "number" not in kinds:
        days = int(value)
        return str(_FIRST_DAY + timedelta(days)) if 0 <= days < _MOST_DAYS else _NO_DATE
    value *= 100 ** kinds.count("percent")
    patterns = [token[0] for token in tokens if token.lastgroup == "number"]
    if len(patterns) > 1 and any(token["literal"] == "/" for token in tokens):
        return _general(value)  # a fraction
    digits, text, minus = iter(_digits(abs(value), patterns)), "", "-" if value < 0 else ""
    for token, kind in zip(tokens, kinds, strict=True):
        if kind in ("number", "general"):
            text += minus + (next(digits) if kind == "number" else _general(abs(value)))
            minus = ""
        elif kind not in _UNPRINTED:
            text += token[kind or "literal"]
    return text.strip() or None


def _digits(value: Decimal, patterns: Sequence[str]) -> list[str]:
    """Return the digits of a number for each of the patterns of its format, such as `#,##0.0#`."""
    pattern = "".join(patterns)
    whole, _, places = pattern.rstrip(",").partition(".")
    value /= 1000 ** (len(pattern) - len(pattern.rstrip(",")))
    if value.adjusted() + len(places) >= _PRECISION:
        rest = _general(value)  # no count is so long, and it has no places to be rounded
    else:
        rounded = value.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
        digits, _, behind = f"{rounded:f}".partition(".")
        least = places.rstrip("#")
        while len(behind) > len(least) and behind.endswith("0"):
            behind = behind[:-1]
        # A nought is printed only where the pattern has one.
        digits = digits.lstrip("0").zfill(whole.count("0"))
        if digits and "," in whole:
            digits = f"{int(digits):,}" if whole.count("0") <= 1 else digits
        rest = f"{digits}.{behind}" if behind else digits
    # The last digits stand in the last pattern, and all that are left in the first.
    parts = list[str]()
    for own in reversed(patterns[1:]):
        cut = max(0, len(rest) - len(own.rstrip(",")))
        parts.append(rest[cut:])
        rest = rest[:cut]
    return [rest, *reversed(parts)]


def _general(value: Decimal) -> str:
    """Return a number without a format."""
    whole = value == value.to_integral_value()
    if not whole:
        places = min(_MOST_DIGITS, max(0, _GENERAL_DIGITS - max(value.adjusted(), -1) - 1))
        value = round(value, places)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
