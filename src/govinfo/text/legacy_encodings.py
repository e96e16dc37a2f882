"""The Chinese encodings from before Unicode, told apart by the characters they give.

Many byte strings are legal in GB18030, in Big5 and in UTF-16 alike, but only one reading is made of
common characters. Common are the punctuation and the first level of GB2312 (3,755 characters),
after simplification.
"""

from __future__ import annotations

from attrs import frozen

from govinfo.text.scripts import simplify

__all__ = ["Legacy", "common_share", "decode_legacy"]


@frozen
class Legacy:
    """What the old encodings make of some bytes."""

    text: str | None
    """The characters, or `None` when no encoding gives Chinese."""
    encoding: str = ""
    certain: bool = False
    note: str | None = None
    tried: tuple[str, ...] = ()
    """For each encoding that does not fit, where it failed."""


@frozen
class _Reading:
    encoding: str
    text: str
    share: float
    """How many of the characters beyond ASCII are common Chinese ones, from 0 to 1."""
    wound: str | None = None


# GB2312 and GBK are subsets of GB18030. Big5 has two common extensions; the plain one is tried
# first.
_FAMILIES = (("gb18030",), ("big5", "cp950", "big5hkscs"), ("utf-16-le",), ("utf-16-be",))
_ENOUGH_FOR_UTF16 = 10
"""Any two bytes are a character of UTF-16, and a few of them are common by chance."""
_SAMPLE = 4_000
_FIRST_PIECE = 4096
_PLAUSIBLE = 0.5
_PLAUSIBLE_WITH_WOUNDS = 0.7
_CLEAR = 0.25
"""By how much the best reading leads the second when no further opinion is wanted."""
_BEYOND_DOUBT = 0.9
_ENOUGH_TO_JUDGE = 50
_ASCII = bytes(range(128))
_COMMON_ROWS = bytes([0xA1, 0xA2, 0xA3, *range(0xB0, 0xD8)])


def decode_legacy(data: bytes) -> Legacy:
    """Return the reading of these bytes that gives the most common Chinese characters, if any gives enough."""
    tried: list[str] = []
    readings: list[_Reading] = []
    for family in _FAMILIES if len(data) >= _ENOUGH_FOR_UTF16 else _FAMILIES[:2]:
        reading = _read(data, family, tried)
        if reading is None:
            continue
        if _beyond_doubt(reading):
            return Legacy(reading.text, reading.encoding, certain=True)
        readings.append(reading)
    if not readings:
        return Legacy(None, tried=tuple(tried))
    readings.sort(key=lambda reading: -reading.share)
    return _chosen(data, readings)


def _beyond_doubt(reading: _Reading) -> bool:
    """Say whether nobody else need be asked: in the wrong encoding no more than half the characters are common."""
    return (
        reading.wound is None
        and reading.share >= _BEYOND_DOUBT
        and len(reading.text) >= _ENOUGH_TO_JUDGE
    )


def _chosen(data: bytes, readings: list[_Reading]) -> Legacy:
    """Choose between readings that all make sense, the one with the most common characters first."""
    best = readings[0]
    rival = readings[1].share if len(readings) > 1 else 0.0
    if best.wound is not None:
        return Legacy(best.text, best.encoding, note=best.wound)
    if best.share - rival >= _CLEAR:
        return Legacy(best.text, best.encoding, certain=True)
    best = _asked(data, readings)
    others = " and ".join(reading.encoding for reading in readings if reading is not best)
    note = f"Decoded as {best.encoding}, but {others} would fit nearly as well."
    return Legacy(best.text, best.encoding, note=note)


def _read(data: bytes, family: tuple[str, ...], tried: list[str]) -> _Reading | None:
    """Decode with the first of these codecs that takes every byte, or else with the first and with its failures."""
    failure: UnicodeDecodeError | None = None
    for codec in family:
        try:
            return _plausible(
                _Reading(codec, text := data.decode(codec), common_share(text)), tried
            )
        except UnicodeDecodeError as error:
            failure = failure or error
    text = data.decode(family[0], "replace")
    byte = (
        f"byte 0x{data[failure.start]:02x} at {failure.start} ({failure.reason})" if failure else ""
    )
    lost = text.count("\ufffd")
    wound = f"Decoded as {family[0]}, but {byte}; what could not be decoded reads U+FFFD, {lost} in all."
    return _plausible(_Reading(family[0], text, common_share(text), wound), tried, byte)


def _plausible(reading: _Reading, tried: list[str], failure: str = "") -> _Reading | None:
    wanted = _PLAUSIBLE_WITH_WOUNDS if failure else _PLAUSIBLE
    if reading.share >= wanted:
        return reading
    found = f"{reading.share:.0%} of its characters are common Chinese ones, at least {wanted:.0%} were wanted"
    tried.append(f"{reading.encoding}: " + "; ".join(filter(None, [failure, found])))
    return None


def common_share(text: str) -> float:
    """Return which part of the characters beyond ASCII is common Chinese, from 0 to 1."""
    sample = text[:_SAMPLE]
    beyond_ascii = len(sample) - len(sample.encode("ascii", "ignore"))
    if not beyond_ascii:
        return 0.0
    # In GB2312 every character beyond ASCII is two bytes, and the first of them tells its level.
    rows = simplify(sample).encode("gb2312", "ignore").translate(None, _ASCII)[::2]
    return (len(rows) - len(rows.translate(None, _COMMON_ROWS))) / beyond_ascii


def _asked(data: bytes, readings: list[_Reading]) -> _Reading:
    """Return the reading that chardet believes in, or the best one when it has no opinion on these."""
    import chardet  # noqa: PLC0415 (it takes a tenth of a second, and almost no source comes this far)

    names = [reading.encoding for reading in readings]
    opinion = chardet.detect(
        _first_piece(data), include_encodings=names, no_match_encoding=names[0]
    )["encoding"]
    by_name = {reading.encoding: reading for reading in readings}
    return by_name.get((opinion or "").lower(), readings[0])


def _first_piece(data: bytes) -> bytes:
    """Return the beginning, cut at a character's border: bytes below 0x30 are never the second half of anything."""
    piece = data[:_FIRST_PIECE]
    if len(piece) == len(data):
        return piece
    last = max(piece.rfind(byte) for byte in (b"\n", b" ", b"\r", b","))
    return piece[: last + 1] if last > 0 else piece
