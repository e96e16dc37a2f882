"""The Chinese encodings from before Unicode; the characters in the result tell which one it was.

Many byte strings are legal in GB18030, in Big5 and in UTF-16, but only one result has mostly common
characters. Common are the punctuation and the first level of GB2312 (3,755 characters), after
simplification.
"""

from __future__ import annotations

import re

from attrs import frozen

from govinfo.text.scripts import simplify

__all__ = ["DRAWN", "FRAMES", "Legacy", "common_share", "decode_legacy"]


@frozen
class Legacy:
    """The result of decoding some bytes with the old encodings."""

    text: str | None
    """The characters, or `None` when no encoding gives Chinese."""
    encoding: str = ""
    certain: bool = False
    """Whether no other encoding fits."""
    note: str | None = None
    """What the reader should know of the choice or of damaged bytes."""
    tried: tuple[str, ...] = ()
    """For each encoding that does not fit, where it failed."""


@frozen
class _Reading:
    """The bytes in one encoding."""

    encoding: str
    text: str
    share: float
    """Which share of the characters beyond ASCII is common Chinese, from 0 to 1."""
    wound: str | None = None
    """The first byte that has no meaning in this encoding, in words."""

    @classmethod
    def of(cls, data: bytes, family: tuple[str, ...], tried: list[str]) -> _Reading | None:
        """Return the bytes in the first codec of a family that reads all of them.

        Where none does, the first codec reads them, and the reading has a wound. A reading without
        enough common characters is `None`, and `tried` says why.
        """
        failure: UnicodeDecodeError | None = None
        for codec in family:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError as error:
                failure = failure or error
            else:
                return _plausible(cls(codec, text, common_share(text)), tried)
        codec, text = family[0], data.decode(family[0], "replace")
        byte = (
            f"byte 0x{data[failure.start]:02x} at {failure.start} ({failure.reason})"
            if failure
            else ""
        )
        wound = (
            f"Decoded as {codec}, but {byte}; what could not be decoded reads U+FFFD, "
            f"{text.count(chr(0xFFFD))} in all."
        )
        return _plausible(cls(codec, text, common_share(text), wound), tried, byte)


# GB2312 and GBK are subsets of GB18030. Big5 has two common extensions; the plain one is tried
# first.
_FAMILIES = (("gb18030",), ("big5", "cp950", "big5hkscs"), ("utf-16-le",), ("utf-16-be",))
_LEAST_UTF16_BYTES = 10
"""Any two bytes are a character of UTF-16, and in shorter texts they are common by chance."""
_SAMPLE_CHARS = 4_000
_CHARDET_BYTES = 4096
_LEAST_SHARE = 0.5
_LEAST_SHARE_WITH_WOUNDS = 0.7
_CLEAR_LEAD = 0.25
"""The lead in shares of the best reading over the second that needs no further opinion."""
_CERTAIN_SHARE = 0.9
"""In a wrong encoding at most half of the characters are common."""
_LEAST_CERTAIN_CHARS = 50
DRAWN = re.compile("[\u2500-\u257f]+")
"""The lines that tables are drawn with."""
FRAMES = ("──", "━━", "══")
"""What every drawn table has one of."""
_ASCII = bytes(range(128))
_COMMON_ROWS = bytes([0xA1, 0xA2, 0xA3, *range(0xB0, 0xD8)])


def decode_legacy(data: bytes) -> Legacy:
    """Return the reading of these bytes with the largest share of common Chinese characters."""
    tried: list[str] = []
    readings: list[_Reading] = []
    for family in _FAMILIES if len(data) >= _LEAST_UTF16_BYTES else _FAMILIES[:2]:
        reading = _Reading.of(data, family, tried)
        if reading is None:
            continue
        is_long = len(reading.text) >= _LEAST_CERTAIN_CHARS
        if reading.wound is None and reading.share >= _CERTAIN_SHARE and is_long:
            return Legacy(reading.text, reading.encoding, certain=True)
        readings.append(reading)
    if not readings:
        return Legacy(None, tried=tuple(tried))
    readings.sort(key=lambda reading: -reading.share)
    best = readings[0]
    if best.wound is not None:
        return Legacy(best.text, best.encoding, note=best.wound)
    if best.share - (readings[1].share if len(readings) > 1 else 0.0) >= _CLEAR_LEAD:
        return Legacy(best.text, best.encoding, certain=True)
    best = _chosen_by_chardet(data, readings)
    others = " and ".join(reading.encoding for reading in readings if reading is not best)
    note = f"Decoded as {best.encoding}, but {others} would fit nearly as well."
    return Legacy(best.text, best.encoding, note=note)


def _plausible(reading: _Reading, tried: list[str], failure: str = "") -> _Reading | None:
    """Return a reading if enough of its characters are common; otherwise `tried` says why not."""
    least = _LEAST_SHARE_WITH_WOUNDS if failure else _LEAST_SHARE
    if reading.share >= least:
        return reading
    found = (
        f"{reading.share:.0%} of its characters are common Chinese ones, at least {least:.0%} were "
        "wanted"
    )
    tried.append(f"{reading.encoding}: " + "; ".join(filter(None, [failure, found])))
    return None


def common_share(text: str) -> float:
    """Return which share of the characters beyond ASCII is common Chinese, from 0 to 1.

    The lines that tables are drawn with are left out: a page may have more of them than of words.
    """
    sample = text[:_SAMPLE_CHARS]
    if any(line in sample for line in FRAMES):
        sample = DRAWN.sub("", text)[:_SAMPLE_CHARS]
    beyond_ascii = len(sample) - len(sample.encode("ascii", "ignore"))
    if not beyond_ascii:
        return 0.0
    # In GB2312 every character beyond ASCII is two bytes, and the first of them tells its level.
    rows = simplify(sample).encode("gb2312", "ignore").translate(None, _ASCII)[::2]
    return (len(rows) - len(rows.translate(None, _COMMON_ROWS))) / beyond_ascii


def _chosen_by_chardet(data: bytes, readings: list[_Reading]) -> _Reading:
    """Return the reading that chardet chooses, or the first when it has no opinion on these."""
    import chardet  # noqa: PLC0415 (it takes a tenth of a second, and hardly any source needs it)

    piece = data[:_CHARDET_BYTES]
    if len(piece) < len(data):
        # Bytes below 0x30 are never the second half of a character, so the cut is behind one.
        last = max(piece.rfind(byte) for byte in (b"\n", b" ", b"\r", b","))
        piece = piece[: last + 1] if last > 0 else piece
    by_name = {reading.encoding: reading for reading in readings}
    opinion = chardet.detect(
        piece, include_encodings=list(by_name), no_match_encoding=readings[0].encoding
    )["encoding"]
    return by_name.get((opinion or "").lower(), readings[0])
