"""The pairs of encodings that are taken for each other, and the way back for each.

A character of the wrong encoding is one byte or two. U+FFFD stands for a byte that had no meaning
in it; on the way back each character that needs this byte is U+FFFD as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from govinfo.text.legacy_encodings import common_share

__all__ = ["LOST", "ROUTES", "Route"]


@frozen
class Route:
    """One encoding taken for another."""

    right: str
    """What the bytes were."""
    wrong: str
    """What they were read as."""
    telltales: str
    """Characters that good text hardly has; this damage leaves one on nearly every line."""
    pieces: re.Pattern[str]
    """Damaged characters in a row: no digits, and a letter only as the second half of one."""
    back: Callable[[str], str]
    """It returns what a piece was."""
    is_western: bool = False
    """Whether the wrong encoding knows no Chinese character."""
    sign: re.Pattern[str] | None = None
    """What the text must have as well, where another route has the same telltales."""
    most_pieces: int = 100_000
    """The maximum number of different pieces."""
    infers: bool = False
    """Whether the way back finds lost bytes, because only one byte can have stood there."""


LOST = "\ufffd"
"""It stands for a byte, or a character, that is lost."""
# Windows-1252 differs from Latin-1 in the 27 characters it has where Latin-1 has controls.
_WINDOWS = {
    byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)
}
_SPECIAL = "".join(character for byte, character in _WINDOWS.items() if ord(character) != byte)
_BYTES = {ord(character): byte for byte, character in _WINDOWS.items()} | {ord(LOST): 0xFF}
# A no-break space, which is byte A0, has often become a plain space.
_NEXT = f"[\x80-\xbf{_SPECIAL}{LOST} ]"
_UTF8_IN_LATIN = re.compile(
    f"(?:[\xc2-\xdf]{_NEXT}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}})+"
)
_HIGH = f"\x80-\xff{_SPECIAL}{LOST}"
_GBK_IN_LATIN = re.compile(f"(?:[{_HIGH}][@-~{_HIGH}])+")
_UNCHINESE = re.compile("[\x80-\u2fff\ufffd]+")
# A run of lost bytes alone tells nothing.
_SOME = rf"(?<!{LOST}){LOST}*+[^\x00-\x7f{LOST}][^\x00-\x7f]*"
_WIDE = re.compile(rf"{_SOME}(?:\?[^\x00-\x7f]+)*\??")
# After a lost byte a letter is the second half of a character; the border of a cell never is.
_DOUBLE = re.compile(rf"{_SOME}(?:(?<={LOST})[@-{{}}~][^\x00-\x7f]*)*")
# A character of three bytes of which one is lost, wherever it stood.
_WOUNDED = re.compile(rb"\xff[\x80-\xbf]{2}|[\xe0-\xef](?:\xff[\x80-\xbf]|[\x80-\xbf]\xff)")
_WOUND = LOST.encode()
# GB18030 has characters for private use wherever GBK has none, but none that begins with byte 80.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_UNREAD = re.compile(rb"[\xe0-\xef](?:\xff[\x80-\xbf]|[\x80-\xbf]\xff(?!\Z))")
_PAIR = re.compile(rb"[\x81-\xff][\x40-\xff]")
_FFFD_IN_GB18030 = LOST.encode("gb18030")


def _latin(piece: str) -> bytes:
    """Return the bytes of a piece that was read as Windows-1252, FF for each that is lost."""
    return piece.translate(_BYTES).encode("latin-1")


def _gb18030(piece: str) -> bytes:
    """Return the bytes of a piece that was read as GB18030, FF for each that is lost."""
    return piece.encode("gb18030", "replace").replace(_FFFD_IN_GB18030, b"\xff")


def _utf8(data: bytes) -> str:
    """Return the characters of UTF-8 in which some bytes are lost."""
    return _WOUNDED.sub(_WOUND, data).decode("utf-8", "replace")


def _two_bytes(data: bytes, encoding: str) -> str:
    """Return characters of two bytes each; a lost byte stood for one half or for both."""
    if b"\xff" not in data:
        return data.decode(encoding, "replace")
    alone = data.decode(encoding, "replace")
    paired = _PAIR.sub(lambda pair: b"\xff" if b"\xff" in pair[0] else pair[0], data)
    return max(paired.decode(encoding, "replace"), alone, key=common_share)


def _utf8_from_latin(piece: str) -> str:
    """Return the UTF-8 in a piece, which may have been damaged twice over."""
    found = _utf8(_latin(piece.replace(" ", "\xa0")))
    return _utf8_from_latin(found) if _UTF8_IN_LATIN.fullmatch(found) else found


def _utf8_from_gb18030(piece: str) -> str:
    """Return the UTF-8 in a piece; where GB18030 lost a byte, it was 80."""
    return _utf8(_UNREAD.sub(lambda wounded: wounded[0].replace(b"\xff", b"\x80"), _gb18030(piece)))


def _utf8_by_ftfy(piece: str) -> str:
    """Return what ftfy makes of a piece, whichever code page of one byte a character it was."""
    # A report takes less time to read than this import, and hardly any report needs it.
    from ftfy import TextFixerConfig, fix_text  # noqa: PLC0415

    # It only finds the encoding here: otherwise it would write ASCII for Chinese punctuation.
    encoding_alone = TextFixerConfig(
        normalization=None,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_line_breaks=False,
        unescape_html=False,
        remove_control_chars=False,
        remove_terminal_escapes=False,
        fix_c1_controls=False,
        fix_surrogates=False,
        explain=False,
    )
    return fix_text(piece, config=encoding_alone)


_UTF8_TELLTALES = "鏈斂锛垮銆鍏"
ROUTES: tuple[Route, ...] = (
    Route("utf-8", "cp1252", "æäåçÃ", _UTF8_IN_LATIN, _utf8_from_latin, is_western=True),
    Route(
        "gbk",
        "cp1252",
        "Ð£Ë¿¹Ä",
        _GBK_IN_LATIN,
        lambda piece: _two_bytes(_latin(piece), "gbk"),
        is_western=True,
    ),
    Route(
        "big5",
        "cp1252",
        "¤¥³ª",
        _GBK_IN_LATIN,
        lambda piece: _two_bytes(_latin(piece), "big5hkscs"),
        is_western=True,
    ),
    Route(
        "utf-8",
        "another code page",
        "æćеÊσ",
        _UNCHINESE,
        _utf8_by_ftfy,
        is_western=True,
        most_pieces=500,
    ),
    Route(
        "utf-8",
        "gb18030",
        _UTF8_TELLTALES,
        _WIDE,
        _utf8_from_gb18030,
        sign=_PRIVATE,
        infers=True,
    ),
    Route(
        "utf-8",
        "gbk",
        _UTF8_TELLTALES + LOST,
        _WIDE,
        lambda piece: _utf8(_gb18030(piece.replace("?", LOST))),
    ),
    Route(
        "gbk",
        "big5",
        "淉爛燴ㄘ彆掛賦" + LOST,
        _DOUBLE,
        # FF for each byte that is lost.
        lambda piece: _two_bytes(
            piece.encode("big5hkscs", "replace").replace(b"?", b"\xff"), "gbk"
        ),
    ),
    Route(
        "big5",
        "gb18030",
        "┎瞶︽璶羆獺" + LOST,
        _DOUBLE,
        lambda piece: _two_bytes(_gb18030(piece), "big5hkscs"),
    ),
)
"""Every route. Routes to UTF-8 come first in each group: hardly any bytes are UTF-8 by chance."""
