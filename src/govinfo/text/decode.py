"""Bytes to characters: the encodings in turn, from the surest sign to the least sure.

First a byte-order mark, then the zero bytes of UTF-16, then UTF-8, whole or with a wound, then the
Chinese encodings from before Unicode. A report keeps the choice and can say how it was read.
"""

from __future__ import annotations

import codecs
import re

from attrs import evolve, field, frozen

from govinfo.errors import UnreadableSource
from govinfo.text.file_kinds import refusal_of
from govinfo.text.legacy_encodings import common_share, decode_legacy

__all__ = ["Decoded", "decode"]


@frozen
class Decoded:
    """Characters, and how they were decoded."""

    text: str
    encoding: str
    """The name of the codec, as Python spells it."""
    certain: bool = True
    """Whether no other encoding fits."""
    note: str | None = None
    """What the reader should know: where bytes were damaged, or why this encoding was chosen."""


# UTF-32 comes before UTF-16, whose mark is the first half of its own.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_BYTES_PER_ZERO = 40
"""In UTF-16 at least one byte in this many is zero, because of digits and line breaks."""
_LEAST_COMMON_SHARE = 0.5
_THREE_BYTES = re.compile("[\u0800-\ufffc]")
_LEAST_CHARS_PER_WOUND = 3
"""A text with more than one broken character in this many has another encoding."""
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARATION_REACH_BYTES = 2048
"""A page declares its encoding within this many bytes."""


def decode(data: bytes) -> Decoded:
    """Return the characters that these bytes stand for.

    Raises:
        UnreadableSource: No encoding fits, or the bytes are a document of another kind.

    """
    refusal = refusal_of(data)
    if refusal is not None:
        raise UnreadableSource(refusal)
    source = _Bytes(data)
    marked = source.by_mark()
    if marked is not None:
        return marked
    found = source.utf16() or source.utf8() or source.legacy()
    declared = _DECLARED.search(data, 0, _DECLARATION_REACH_BYTES)
    if found.certain or declared is None:
        return found
    name = declared[1].decode("ascii")
    if _family(name) == _family(found.encoding):
        return found
    # The bytes decide, but here they are not certain.
    return evolve(found, note=f"{found.note} The document itself declares {name}.")


@frozen
class _Bytes:
    """The bytes of a source, and what was tried to decode them."""

    data: bytes
    tried: list[str] = field(factory=list)

    def by_mark(self) -> Decoded | None:
        """Decode what follows a byte-order mark; some broken bytes do not make the mark wrong."""
        for mark, encoding in _MARKS:
            if not self.data.startswith(mark):
                continue
            codec, content = encoding.removesuffix("-sig"), self.data[len(mark) :]
            try:
                return Decoded(content.decode(codec), encoding)
            except UnicodeDecodeError as error:
                text = content.decode(codec, "replace")
                if text.count("\ufffd") * _LEAST_CHARS_PER_WOUND <= len(text):
                    note = _wound(encoding, error, text)
                    return Decoded(text, encoding, certain=False, note=note)
                self.tried.append(f"{encoding}: the byte-order mark says so, but {_failure(error)}")
        return None

    def utf16(self) -> Decoded | None:
        """Decode UTF-16 without a mark, which the zero halves of its digits and line breaks show.

        It comes before UTF-8, where zero bytes are characters like any other.
        """
        if b"\0" not in self.data:
            return None
        even, odd = self.data[::2].count(0), self.data[1::2].count(0)
        if (even + odd) * _MOST_BYTES_PER_ZERO < len(self.data):
            return None
        # Most zeros are the upper halves of characters; some are lower halves, as in 一, U+4E00.
        if max(even, odd) <= 2 * min(even, odd):
            return None
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        text = self.data.decode(encoding, "replace")
        note = f"There is no byte-order mark; the zero bytes say {encoding}."
        if not text.isascii() and (share := common_share(text)) < _LEAST_COMMON_SHARE:
            self.tried.append(
                f"{encoding}: the zero bytes say so, but {share:.0%} of its characters are common "
                "Chinese ones"
            )
            return None
        try:
            self.data.decode(encoding)
        except UnicodeDecodeError as error:
            note = _wound(encoding, error, text)
        return Decoded(text, encoding, certain=False, note=note)

    def utf8(self) -> Decoded | None:
        """Decode UTF-8, also where it was cut inside a character or lost a byte."""
        try:
            return Decoded(self.data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError as error:
            text = self.data.decode("utf-8", "replace")
            broken = text.count("\ufffd") - self.data.count(b"\xef\xbf\xbd")
            # Bytes in other encodings hardly ever make a whole character of three bytes, and every
            # second one is broken.
            if len(_THREE_BYTES.findall(text)) >= broken:
                return Decoded(text, "utf-8", certain=False, note=_wound("utf-8", error, text))
            self.tried.append(f"utf-8: {_failure(error)}")
            return None

    def legacy(self) -> Decoded:
        """Decode an encoding from before Unicode; raise an error with all that was tried."""
        found = decode_legacy(self.data)
        if found.text is not None:
            return Decoded(found.text, found.encoding, found.certain, found.note)
        lines = "\n".join(f"  - {line}" for line in [*self.tried, *found.tried])
        raise UnreadableSource(
            f"No encoding fits these {len(self.data)} bytes (they begin with {self.data[:16]!r}); "
            f"tried were:\n{lines}\nText in UTF-8, UTF-16, GB18030 or Big5 was wanted. Convert the "
            "source to UTF-8, or decode it yourself and pass a str."
        )


def _family(encoding: str) -> str:
    """Return the encoding that includes this one; an unknown one is a family of its own."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return "gb18030" if name in ("gb2312", "gbk") else name.removesuffix("-sig")


def _failure(error: UnicodeDecodeError) -> str:
    """Return in words which byte could not be decoded, and where it stands."""
    return f"byte 0x{error.object[error.start]:02x} at {error.start} ({error.reason})"


def _wound(encoding: str, error: UnicodeDecodeError, text: str) -> str:
    """Return the note on bytes that could not be decoded."""
    return (
        f"Decoded as {encoding}, but {_failure(error)}; what could not be decoded reads U+FFFD, "
        f"{text.count(chr(0xFFFD))} in all. Look at the source there, or fetch it again."
    )
