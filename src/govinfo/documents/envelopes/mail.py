"""Mail and web archives: `.eml`, and the `.mhtml` or `.mht` that a browser saves a page as.

Both are messages of MIME: header lines, a blank line, and a body of one part or several. The parts
with HTML come first, then plain text, then attached documents.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from attrs import evolve

from govinfo.documents.envelopes.enclosure import Enclosure, Envelope
from govinfo.errors import UnreadableSource
from govinfo.text import Content

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["MAIL"]

_HEADER = re.compile(
    rb"""
    (?:\xef\xbb\xbf)? [\r\n]{0,8}
    (?:From\ [^\n]*\n)?                             # the first line of a mailbox
    (?>(?:[!-9;-~]+:[^\n]*\n(?>(?:[ \t][^\n]*\n)*))+)   # Name: value, folded over lines
    """,
    re.VERBOSE,
)
_NAMES_MIME = re.compile(
    rb"^(?:mime-version|content-type|content-transfer-encoding)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINS_A_HEADER = re.compile(r"[\ufeff\r\n]{0,9}(?:From [^\n]*\n)?[!-9;-~]+:")
_CONTENT_TYPE = re.compile(
    rb"^content-[a-z]+[ \t]*:(?>[^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE
)
_BOUNDARY = re.compile(rb"(?:boundary[ \t]*\*?\d?\*?[ \t]*=|message/rfc822)", re.IGNORECASE)
_LARGEST_BYTES = 64 * 1024 * 1024
_LONGEST_FIELD_BYTES = 4_000
_MOST_PARTS = 10_000
_MOST_LEVELS = 50
"""A saved page has one level, mail with a forwarded message in it three or four."""
_CHARSETS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
"""What pages call gb2312 has characters of its supersets."""
_RANKS = {"text/html": 0, "application/xhtml+xml": 0, "text/plain": 1}
_ATTACHMENT, _ATTACHED_DOCUMENT = 2, 3
_DOCUMENTS = (b"%PDF-", b"PK\x03\x04")
_ADVICE = "Save the page or the attachment by itself, and read that."


def _open(content: Content) -> tuple[Enclosure, ...]:
    data = _mail_in(content.data)
    if data is None:
        return ()
    from email import message_from_bytes  # noqa: PLC0415 - few sources are mail

    _require_bounded(data)
    message = message_from_bytes(data.lstrip())
    found = list(_enclosed(message))
    if not found:
        kinds = {part.get_content_type() for part in message.walk() if not part.is_multipart()}
        several = ", ".join(sorted(kinds)[:5]) or "nothing"
        raise UnreadableSource(
            f"The source is a mail or a saved web page (MHTML) that holds {several}; a part with "
            f"text or HTML was wanted. {_ADVICE}"
        )
    found.sort(key=lambda each: each[0])
    # HTML and plain text are two forms of one message; each attachment may be another report.
    attached = count(1)
    return tuple(
        enclosure if rank < _ATTACHMENT else evolve(enclosure, group=next(attached))
        for rank, enclosure in found
    )


def _mail_in(data: str | bytes) -> bytes | None:
    """Return the bytes of a source that begins with the header of a mail, `None` for any other."""
    if isinstance(data, str):
        # Saved pages are ASCII: somebody may have read one as text.
        if not _BEGINS_A_HEADER.match(data):
            return None
        # A lone half of a pair is no character of UTF-8.
        data = data.encode("utf-8", "surrogatepass")
    header = _HEADER.match(data)
    return data if header is not None and _NAMES_MIME.search(header[0]) else None


def _enclosed(message: Message) -> Iterator[tuple[int, Enclosure]]:
    """Yield the texts and documents of a message, each with its rank: the likeliest has 0."""
    for number, part in enumerate(message.walk(), 1):
        body = None if part.is_multipart() else part.get_payload(decode=True)
        if not isinstance(body, bytes) or not body.strip():
            continue
        kind = part.get_content_type()
        where = f"part {number} ({kind})"
        if kind in _RANKS:
            is_attached = part.get_content_disposition() == "attachment"
            rank = _ATTACHMENT if is_attached else _RANKS[kind]
            try:
                # The characters by the encoding that the part states, or the bytes if none fits.
                stated = part.get_content_charset() or ""
                name = codecs.lookup(_CHARSETS.get(stated.lower(), stated)).name
                enclosure = Enclosure(Content(body.decode(name), where), where, name)
            except (LookupError, UnicodeError, ValueError):
                enclosure = Enclosure(Content(body, where), where)
            yield rank, enclosure
        elif body.startswith(_DOCUMENTS):
            yield _ATTACHED_DOCUMENT, Enclosure(Content(body, where), where)


def _require_bounded(data: bytes) -> None:
    """Raise if the message is larger, or its parts lie deeper in each other, than any real one."""
    fields = [len(field[0]) for field in _CONTENT_TYPE.finditer(data)]
    limits = (
        ("bytes", len(data), _LARGEST_BYTES),
        ("parts", len(fields), 3 * _MOST_PARTS),
        ("levels of parts within parts", len(_BOUNDARY.findall(data)), _MOST_LEVELS),
        ("bytes in one field of a header", max(fields, default=0), _LONGEST_FIELD_BYTES),
    )
    for what, found, most in limits:
        if found > most:
            raise UnreadableSource(
                f"The source is a mail or a saved web page (MHTML) with {found} {what}; none with "
                f"more than {most} is opened. {_ADVICE}"
            )


MAIL = Envelope("mail", _open)
"""Messages of MIME."""
