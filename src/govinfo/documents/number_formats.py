"""Numbers of a workbook as a spreadsheet prints them: `#,##0.00`, `0%`, `0"件"`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

__all__ = ["BUILT_IN", "printed"]

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
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
}
"""The formats that every workbook has, by number; others are written in it."""

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"
    | \\(?P<escaped>.)
    | (?P<skipped>_.|\*.|\[[^\]]*\])            # room, filling, colours
    | (?P<number>[0\#?][0\#?,]*(?:\.[0\#?]*)?,*|\.[0\#?]+)
    | (?P<percent>%)
    | (?P<date>[ymdhs])
    | (?P<literal>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SECTIONS = re.compile(r"""(?:[^;"\\]|"[^"]*"?|\\.?)*""")
_GENERAL_DIGITS = 11
"""A spreadsheet shows no more digits of a number without a format."""
_MOST_DIGITS = 40
_PRECISION = 3 * _MOST_DIGITS
"""So many digits hold any number that is printed, with as many places and per cents."""
_FIRST_DAY = date(1899, 12, 30)
_MOST_DAYS = 2_000_000
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
    sections = [found[0] for found in _SECTIONS.finditer(code)][::2] if ";" in code else [code]
    section = sections[2 if len(sections) > 2 and value == 0 else 0]
    if len(sections) > 1 and value < 0:
        section, value = sections[1], -value
    with localcontext(prec=_PRECISION):
        return _in_section(value, section) if section else None


def _in_section(value: Decimal, section: str) -> str:
    """Return a number as the part of a format shows it that is for such numbers."""
    if "general" in section.lower() or section == "@" or _SCIENTIFIC.search(section):
        return _general(value)
    tokens = list(_TOKEN.finditer(section))
    kinds = {token.lastgroup for token in tokens}
    if "date" in kinds and "number" not in kinds:
        days = int(value)
        return str(_FIRST_DAY + timedelta(days)) if 0 < days < _MOST_DAYS else _general(value)
    value *= 100 ** sum(token.lastgroup == "percent" for token in tokens)
    text, minus = "", "-" if value < 0 else ""
    for token in tokens:
        kind = token.lastgroup
        if kind == "number":
            text += minus + _shaped(abs(value), token[0])
            minus = ""
        elif kind != "skipped":
            text += token[kind] if kind else ""
    return text.strip()


def _general(value: Decimal) -> str:
    """Return a number without a format."""
    whole = value == value.to_integral_value()
    if not whole:
        places = min(_MOST_DIGITS, max(0, _GENERAL_DIGITS - max(value.adjusted(), -1) - 1))
        value = round(value, places)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shaped(value: Decimal, pattern: str) -> str:
    """Return a number in the digits of a pattern, such as `#,##0.0#`."""
    whole, _, places = pattern.rstrip(",").partition(".")
    value /= 1000 ** (len(pattern) - len(pattern.rstrip(",")))
    if value.adjusted() + len(places) >= _PRECISION:
        return _general(value)  # no count is so long, and it has no places to be rounded
    rounded = value.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    digits, _, behind = f"{rounded:f}".partition(".")
    least = places.rstrip("#")
    while len(behind) > len(least) and behind.endswith("0"):
        behind = behind[:-1]
    digits = digits.zfill(whole.count("0"))
    if "," in whole:
        digits = f"{int(digits):,}" if whole.count("0") <= 1 else digits
    return f"{digits}.{behind}" if behind else digits
