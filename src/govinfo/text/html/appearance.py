"""How an element of a page is shown, by its name and by what is declared of it.

Only what changes a number counts: digits that are struck out, raised or hidden, and digits that a
browser shows apart from those beside them in the source.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

__all__ = [
    "BOXES",
    "CELLS",
    "ESCAPE",
    "OF_LINES",
    "RAISED",
    "STRUCK",
    "TELLING",
    "VOID",
    "altered_as",
    "is_hidden",
    "is_unseen",
    "is_within_lines",
]

# An exponent, a footnote mark or a struck-out number must not run into the figure beside it.
RAISED = frozenset({"sup", "sub"})
STRUCK = frozenset({"s", "strike", "del"})
_PARTED = frozenset({"rt", "rtc", "mn", "mi", "meter", "progress"})
"""Glosses, the numbers of a formula, and gauges: a browser shows each in a place of its own."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
VOID |= {"param", "source", "track", "wbr"}
"""Elements without content, which have nothing to hide."""
_WITHIN_LINES = (
    "a abbr acronym b bdi bdo big cite code em font i ins kbd label mark small span strong tt u var"
)
CELLS = frozenset({"td", "th"})
BOXES = CELLS | {"p", "div"}
"""What may be a whole cell, or all that stands in it."""
OF_LINES = RAISED | STRUCK | _PARTED | frozenset(_WITHIN_LINES.split())
"""The elements that stand within a line of text."""
_MOST_REMEMBERED = 4096

TELLING = re.compile(
    r"""
      align | baseline | bidi | clip | color | content | decoration | direction | display | feature
    | filter | float | font | hid | indent | inset | margin | opacity | padding | position | raise
    | rotate | scale | strikethrough | transform | translate | variant | visib | zoom
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Parts of the names of the properties that count."""
_MOVES: tuple[str, ...] = ("align", "baseline", "raise", "position", "variant", "feature")
_MOVES += ("display", "float", "transform", "translate", "rotate", "margin", "padding")
_HIDES = ("opacity", "indent", "position", "margin", "clip", "scale", "zoom", "filter", "content-v")
"""Words without which no property moves or hides anything; to look for them takes no time."""
_NOTE = re.compile(r"(?:foot|end)note-?ref|doc-noteref", re.IGNORECASE)
"""What word processors and converters call the mark of a note."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_GAPS = re.compile(r"\s\s+")
ESCAPE = re.compile(r"\\(?:(?P<code>[\da-fA-F]{1,6})\s?|(?P<sign>.))", re.DOTALL)

_UNSEEN = re.compile(
    r"""
      display\s*:\s*none
    | visibility\s*:\s*(?:hidden|collapse)
    | mso-hide\s*:\s*all
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNSEEN_WORDS = ("hid", "none", "collapse", "popover")
"""Without any of these an element is seen; to look for them takes no time."""
_UNSEEN_BY_NAME = re.compile(r"\s(?:hidden|popover)(?![\w-])", re.IGNORECASE)
_LINE_THROUGH = re.compile(
    r"""
      text-decoration(?:-line)?\s*:[^;\"'{}]{0,80}?line-through
    | text-strikethrough\s*:\s*yes
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTHING_TO_SEE = re.compile(
    r"""
    (?<![\w-])(?:
        opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)(?![.\d])
      # moved far off the page
      | (?:left|top|right|bottom|margin|margin-left|margin-top)\s*:\s*-\d{3}
      | text-indent\s*:\s*-(?:\d{4}|[3-9]\d\d|\d{3}(?:r?em|%|v[hw]))
      # clipped or shrunk to nothing
      | clip\s*:\s*rect\((?:\s*,?\s*[01](?:px)?){4}\s*\)
      | clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0\s+0\s*,\s*0\s+0)
      | transform\s*:[^;\"'{}]{0,80}?scale[xy3]?d?\(\s*0(?:\.0*)?\s*[,)]
      | (?:scale|zoom)\s*:\s*0(?:\.0*)?%?(?![.\d])
      | filter\s*:\s*opacity\(\s*0(?:\.0*)?%?\s*\)
      | content-visibility\s*:\s*hidden
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TOO_SMALL = re.compile(
    r"""
      font-size\s*:\s*(?: 0*\.?0+(?![.\d]) | (?:0?\.\d+|1)p[xt] )
    | font\s*:\s*0(?:p[xt])?[\s/]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLEAR = re.compile(
    r"""
    (?:(?<![\w-])color|text-fill-color)\s*[:=]\s*[\"']?\s*(?:
        transparent
      | \#(?:[\da-f]{3}0|[\da-f]{6}00)\b                    # the last part is the opacity
      | (?:rgb|hsl)a?\((?:[^,();\"']{1,12},){3}\s*0(?:\.0*)?%?\s*\)
      | (?:rgb|hsl)a?\([^/();\"']{1,40}/\s*0(?:\.0*)?%?\s*\)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CUTS_OFF = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_NO_ROOM = re.compile(
    r"(?<![\w-])(?:max-)?(?:width|height)\s*:\s*[01](?:\.0*)?(?:px|pt)?(?![.\w%])", re.IGNORECASE
)
_LENGTH = r"[-+]?(?=[\d.]{0,8}[1-9])[\d.]{1,12}\s*(?:p[xtc]|r?em|ex|ch|mm|cm|in|v[hw]|%)"
"""A length that is not nothing."""
_SET_HIGH = re.compile(
    rf"""
      (?<![\w-])vertical-align\s*:\s*(?:super|sub|text-top|calc\(|{_LENGTH})
    | mso-text-raise\s*:\s*-?[1-9]
    | baseline-shift\s*:\s*(?:super|sub|{_LENGTH})
    | font-variant(?:-position)?\s*:\s*[^;\"'{{}}]{{0,80}}?\b(?:super|sub)\b
    | font-feature-settings\s*:\s*(?:[\"']|&quot;|&\#39;)su[pb]s
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ON_A_LINE_END = re.compile(
    r"(?<![\w-])vertical-align\s*:\s*(?:top|bottom|text-bottom)", re.IGNORECASE
)
_SMALL = re.compile(r"(?<![\w-])font-size\s*:|(?<![\w-])size\s*=", re.IGNORECASE)
_RELATIVE = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_MOVED_UP = re.compile(
    rf"(?<![\w-])(?:top\s*:\s*-\s*[\d.]|bottom\s*:\s*(?!-){_LENGTH}|inset\s*:\s*-)", re.IGNORECASE
)
_PLACED = re.compile(
    rf"""
    (?<![\w-])(?:
        display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)
      | float\s*:\s*(?:left|right|inline)
      | position\s*:\s*(?:absolute|fixed)
      | (?:transform|translate|rotate)\s*:[^;\"'1-9]{{0,80}}[1-9]
      | (?:margin|padding)-(?:left|right)\s*:\s*(?:[4-9]|\d\d|\d*\.?\d+r?em)
      | margin-top\s*:\s*{_LENGTH}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FLIPPED = re.compile(
    r"""
      transform\s*:[^;\"'{}]{0,80}?(?:rotate[xyz]?\(\s*-?180deg|scale[xy]?\(\s*-\s*[\d.])
    | (?<![\w-])(?:rotate\s*:[^;\"'{}]{0,20}?180deg|scale\s*:\s*-\s*[\d.])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHITE = re.compile(
    r"""
    (?<![\w-])color\s*[:=]\s*[\"']?\s*(?:
        (?:white|snow|ivory|ghostwhite|floralwhite|whitesmoke)\b
      | \#?(?:fff[\da-f]?|(?:f[\da-f]){3,4})\b
      | rgba?\(\s*(?:2[45]\d[\s,]+){2}2[45]\d\b
      | rgba?\(\s*(?:100%[\s,]+){2}100%
      | hsla?\([^();\"']{1,20}[\s,]100%\s*[,/)]
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAINT = r"\s*:\s*(?!inherit|initial|unset|revert|none)([#\w]+(?:\([^()]{0,80}\))?)"
_COLOR = re.compile(rf"(?<![\w-])color{_PAINT}", re.IGNORECASE)
_GROUND = re.compile(rf"background(?:-color)?{_PAINT}", re.IGNORECASE)


@lru_cache(maxsize=_MOST_REMEMBERED)
def altered_as(name: str, attributes: str) -> str | None:
    """Return how an element is shown that is not shown like any other.

    Args:
        name: The name of the element.
        attributes: What stands in its tag, or a `style` of what is declared elsewhere.

    Returns:
        `struck`, `raised` or `hidden`; `white`, which is hidden on a white page; `apart` where a
        browser puts it in a place of its own; `turned` where it is shown from right to left;
        `flipped` where it stands on its head.

    """
    said = _plain(attributes).lower()
    if name in STRUCK or ("through" in said and name not in VOID and _LINE_THROUGH.search(said)):
        return "struck"
    in_line = is_within_lines(name)
    if not in_line and name not in BOXES:
        return None
    may_move = in_line and any(word in said for word in _MOVES)
    ways = (
        ("hidden", (in_line and is_hidden(said)) or _is_out_of_sight(name, said)),
        (
            "raised",
            name in RAISED
            or (in_line and "note" in said and _NOTE.search(said))
            or (may_move and _is_moved_up(said)),
        ),
        ("turned", "rtl" in said and (name == "bdo" or "override" in said)),
        ("flipped", ("rota" in said or "scale" in said) and _FLIPPED.search(said)),
        ("apart", name in _PARTED or (may_move and _PLACED.search(said))),
        ("white", "color" in said and _WHITE.search(said)),
    )
    return next((way for way, holds in ways if holds), None)


def is_within_lines(name: str) -> bool:
    """Whether an element stands within a line of text, and is no paragraph, cell or table."""
    return name in OF_LINES


def is_unseen(name: str, attributes: str) -> bool:
    """Whether nothing of an element is shown, by what its own tag says."""
    hides = name not in VOID and is_hidden(attributes)
    return hides or altered_as(name, attributes) == "hidden"


def is_hidden(attributes: str) -> bool:
    """Whether the attributes of an element of any kind say that it is not shown."""
    said = attributes.lower()
    if not any(word in said for word in _UNSEEN_WORDS):
        return False
    return (
        _UNSEEN.search(said) is not None
        or _UNSEEN_BY_NAME.search(_QUOTED.sub("", said)) is not None
    )


def _plain(attributes: str) -> str:
    """Return attributes without the comments and escapes of style sheets, and with short gaps."""
    if "/*" in attributes:
        attributes = _COMMENT.sub("", attributes)
    if "\\" in attributes:
        attributes = ESCAPE.sub(_escaped, attributes)
    attributes = unescape(attributes) if "&" in attributes else attributes
    return _GAPS.sub(" ", attributes)


def _escaped(found: re.Match[str]) -> str:
    code = int(found["code"], 16) if found["code"] else 0
    return chr(code) if " " < chr(min(code, 0x7F)) < "\x7f" else found["sign"] or ""


def _is_out_of_sight(name: str, said: str) -> bool:
    """Whether nothing is to be seen of characters: too small, clear, cut off, or off the page."""
    if any(word in said for word in _HIDES) and _NOTHING_TO_SEE.search(said):
        return True
    # A cell grows with its text.
    cuts_off = "overflow" in said and name not in CELLS
    if cuts_off and _CUTS_OFF.search(said) and _NO_ROOM.search(said):
        return True
    if "font" in said and _TOO_SMALL.search(said):
        return True
    if "color" not in said:
        return False
    if _CLEAR.search(said):
        return True
    color, ground = (pattern.search(said.replace(" ", "")) for pattern in (_COLOR, _GROUND))
    return color is not None and ground is not None and color[1] == ground[1]


def _is_moved_up(said: str) -> bool:
    """Whether characters are moved up or down from their line."""
    if _SET_HIGH.search(said):
        return True
    if _RELATIVE.search(said) and _MOVED_UP.search(said):
        return True
    return _ON_A_LINE_END.search(said) is not None and _SMALL.search(said) is not None
