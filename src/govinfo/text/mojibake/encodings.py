"""The ways in which bytes are taken for another encoding than theirs, and the way back for each.

A character of the wrong encoding is one byte or two. Where a byte meant nothing in it, U+FFFD
stands for the byte, and what is made of the bytes around it is U+FFFD again: one for each character
that is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from attrs import frozen

from govinfo.text.legacy_encodings import common_share

__all__ = ["LOST", "ROUTES", "Route"]


@frozen
class Route:
    """One encoding taken for another."""

    right: str
    """What the bytes were."""
    wrong: str
    """What they were taken for."""
    telltales: str
    """Characters of which this damage leaves at least one on nearly every line, and which good text hardly has."""
    pieces: re.Pattern[str]
    """What is put right together: never a digit, nor a letter that is not the second half of a character."""
    back: Callable[[str], str]
    """What a piece was."""
    is_western: bool = False
    """Whether the wrong encoding knows no Chinese character."""
    sign: re.Pattern[str] | None = None
    """What the text must have, where another route has the same telltales."""
    most: int = 100_000
    """So many different pieces are looked at."""
    infers: bool = False
    """Whether the way back finds bytes that are lost, since only one can have stood there."""


LOST = "\ufffd"
"""What stands for a byte, or a character, that nobody could read."""
# Windows-1252 differs from Latin-1 in the 27 characters it has where Latin-1 has controls.
_WINDOWS = {
    byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)
}
_SPECIAL = "".join(character for byte, character in _WINDOWS.items() if ord(character) != byte)
_BYTES = {ord(character): byte for byte, character in _WINDOWS.items()} | {ord(LOST): 0xFF}
# A no-break space, which is byte A0, is often a plain space by now.
_NEXT = f"[\x80-\xbf{_SPECIAL}{LOST} ]"
_UTF8_IN_LATIN = re.compile(
    f"(?:[\xc2-\xdf]{_NEXT}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}})+"
)
_HIGH = f"\x80-\xff{_SPECIAL}{LOST}"
_GBK_IN_LATIN = re.compile(f"(?:[{_HIGH}][@-~{_HIGH}])+")
_UNCHINESE = re.compile("[\x80-\u2fff\ufffd]+")
# A run of lost bytes alone has nothing to go by.
_SOME = rf"(?<!{LOST}){LOST}*+[^\x00-\x7f{LOST}][^\x00-\x7f]*"
_WIDE = re.compile(rf"{_SOME}(?:\?[^\x00-\x7f]+)*\??")
# After a lost byte a letter is the second half of what was lost; the border of a cell never is.
_DOUBLE = re.compile(rf"{_SOME}(?:(?<={LOST})[@-{{}}~][^\x00-\x7f]*)*")
# A character of three bytes of which one is lost, wherever it stood.
_WOUNDED = re.compile(rb"\xff[\x80-\xbf]{2}|[\xe0-\xef](?:\xff[\x80-\xbf]|[\x80-\xbf]\xff)")
_WOUND = LOST.encode()
# GB18030 has characters for private use wherever GBK has none, but none that begins with byte 80.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_UNREAD = re.compile(rb"[\xe0-\xef](?:\xff[\x80-\xbf]|[\x80-\xbf]\xff(?!\Z))")
_PAIR = re.compile(rb"[\x81-\xff][\x40-\xff]")
_FFFD_IN_GB18030 = LOST.encode("gb18030")


def _from_latin(piece: str, right: str) -> str:
    return _paired(piece.translate(_BYTES).encode("latin-1"), right)


def _utf8_from_latin(piece: str) -> str:
    """Read UTF-8, which may have been damaged twice over."""
    data = piece.replace(" ", "\xa0").translate(_BYTES).encode("latin-1")
    found = _WOUNDED.sub(_WOUND, data).decode("utf-8", "replace")
    return _utf8_from_latin(found) if _UTF8_IN_LATIN.fullmatch(found) else found


def _utf8_from_gb18030(piece: str) -> str:
    data = _UNREAD.sub(lambda wounded: wounded[0].replace(b"\xff", b"\x80"), _gb18030(piece))
    return _WOUNDED.sub(_WOUND, data).decode("utf-8", "replace")


def _utf8_from_gbk(piece: str) -> str:
    return _WOUNDED.sub(_WOUND, _gb18030(piece.replace("?", LOST))).decode("utf-8", "replace")


def _big5_from_gb18030(piece: str) -> str:
    return _paired(_gb18030(piece), "big5hkscs")


def _gb18030(piece: str) -> bytes:
    """The bytes of a piece, FF for each that is lost."""
    return piece.encode("gb18030", "replace").replace(_FFFD_IN_GB18030, b"\xff")


def _gbk_from_big5(piece: str) -> str:
    return _paired(piece.encode("big5hkscs", "replace").replace(b"?", b"\xff"), "gbk")


def _paired(data: bytes, right: str) -> str:
    """Read characters of two bytes each; a lost byte takes its other half with it, or stood for both."""
    if b"\xff" not in data:
        return data.decode(right, "replace")
    alone = data.decode(right, "replace")
    halves = _PAIR.sub(lambda pair: b"\xff" if b"\xff" in pair[0] else pair[0], data).decode(
        right, "replace"
    )
    return max(halves, alone, key=common_share)


@cache
def _fixer() -> Callable[[str], str]:
    # Imported here: it takes longer to load than a report to read, and hardly any report needs it.
    from ftfy import TextFixerConfig, fix_text  # noqa: PLC0415

    # Nothing but the encoding is its business: it would write ASCII for the punctuation of China.
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
    return partial(fix_text, config=encoding_alone)


def _by_ftfy(piece: str) -> str:
    return _fixer()(piece)


ROUTES: tuple[Route, ...] = (
    Route("utf-8", "cp1252", "æäåçÃ", _UTF8_IN_LATIN, _utf8_from_latin, is_western=True),
    Route(
        "gbk", "cp1252", "Ð£Ë¿¹Ä", _GBK_IN_LATIN, partial(_from_latin, right="gbk"), is_western=True
    ),
    Route(
        "big5",
        "cp1252",
        "¤¥³ª",
        _GBK_IN_LATIN,
        partial(_from_latin, right="big5hkscs"),
        is_western=True,
    ),
    Route("utf-8", "another code page", "æćеÊσ", _UNCHINESE, _by_ftfy, is_western=True, most=500),
    Route(
        "utf-8", "gb18030", "鏈斂锛垮銆鍏", _WIDE, _utf8_from_gb18030, sign=_PRIVATE, infers=True
    ),
    Route("utf-8", "gbk", "鏈斂锛垮銆鍏" + LOST, _WIDE, _utf8_from_gbk),
    Route("gbk", "big5", "淉爛燴ㄘ彆掛賦" + LOST, _DOUBLE, _gbk_from_big5),
    Route("big5", "gb18030", "┎瞶︽璶羆獺" + LOST, _DOUBLE, _big5_from_gb18030),
)
"""Every route, those first that prove themselves best: hardly any bytes are UTF-8 by chance."""
