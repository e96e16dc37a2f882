"""Records of JSON: a string, an object or a list of objects, or one object a line (JSON Lines).

A crawler keeps a page as a record: title, date, and the text or the HTML in one of its fields. The
field names differ, so the field is found by what it holds. Tools that recognise layouts write a
list of blocks, each with its type; their texts follow each other in one source text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from attrs import frozen

from govinfo.documents.envelopes.enclosure import Enclosure, Envelope
from govinfo.errors import UnreadableSource
from govinfo.text import Content

__all__ = ["RECORDS"]

_CALL = r"(?:(?:var|let|const)[ ]+)?[\w.$]{1,80}[ ]*[(=][ ]*"
"""Before a record that a script takes: `callback(` or `var data =`."""
_BEGINS_TEXT = re.compile(rf"""[\ufeff \t\r\n]*+(?P<call>{_CALL})?[{{\["]""", re.ASCII)
_BEGINS_BYTES = re.compile(rf"""[\xef\xbb\xbf \t\r\n]*+(?:{_CALL})?[{{\["]""".encode("latin-1"))
_ENDS_A_CALL = re.compile(r"[\s);]*\Z")
_SHORTEST_CHARS = 80
"""A report is longer; other strings of a record are titles, addresses and dates."""
_LARGEST_SIZE = 64 * 1024 * 1024
"""In bytes or characters."""
_MOST_TEXTS_OF_A_RECORD = 4
_MARKUP = re.compile(r"<(?:t[rdh]|p|div|html|body)[\s>]", re.IGNORECASE)
_SAVED_REPORT = "govinfo.report/"
_TITLES = ("title", "标题", "articletitle", "doc_title", "pagetitle")
_REPORT_TITLE = re.compile(r"公开.{0,10}报告")
_LONGEST_TITLE_CHARS = 200
_TITLE_REACH_CHARS = 3_000
_BLOCK_FIELDS = (
    "text",
    "content",
    "md",
    "html",
    "table_caption",
    "table_body",
    "table_footnote",
    "list_items",
)
"""The fields of a block that hold text, in reading order."""


@frozen
class _Field:
    """A text in a record."""

    path: str
    """The names and numbers that lead to it, divided by dots."""
    record: str
    """The path of its record: of the last item of a list on the way."""
    text: str

    @property
    def rank(self) -> tuple[bool, int]:
        """Sorts the likeliest report first: markup keeps more than text, then the longest."""
        return not _MARKUP.search(self.text), -len(self.text)

    @classmethod
    def below(cls, title: str | None, path: str, record: str, text: str) -> _Field:
        """Return a text below the title of its record, unless it has that title itself."""
        if title is None or title in text[:_TITLE_REACH_CHARS] or _REPORT_TITLE.search(text[:200]):
            return cls(path, record, text)
        is_markup = _MARKUP.search(text) is not None
        whole = f"<h1>{escape(title)}</h1>{text}" if is_markup else f"{title}\n{text}"
        return cls(path, record, whole)


def _open(content: Content) -> tuple[Enclosure, ...]:
    data = content.data
    begins = _BEGINS_TEXT.match(data) if isinstance(data, str) else _BEGINS_BYTES.match(data)
    if not begins or len(data) > _LARGEST_SIZE:
        return ()
    try:
        characters, encoding, doubt = content.characters()
    except UnreadableSource:
        return ()
    records = dict[str, list[_Field]]()
    for field in _fields_of(_loaded(characters.lstrip("\ufeff"))):
        records.setdefault(field.record, []).append(field)
    found = list[Enclosure]()
    for number, fields in enumerate(records.values()):
        # Sorted, so that the likeliest field of each record stands first.
        for each in sorted(fields, key=lambda field: field.rank)[:_MOST_TEXTS_OF_A_RECORD]:
            where = f"the field {each.path!r}" if each.path else "the string"
            found.append(Enclosure(Content(each.text), where, encoding, doubt, group=number))
    return tuple(found)


def _loaded(characters: str) -> Any:  # noqa: ANN401 - any value of JSON
    """Return the value of a text of JSON, or the list of those of JSON Lines; `None` for others."""
    begins = _BEGINS_TEXT.match(characters)
    if begins is not None and begins["call"]:
        end = _ENDS_A_CALL.search(characters)
        characters = characters[begins.end("call") : end.start() if end else None]
    try:
        return _value(characters)
    except (ValueError, RecursionError):
        pass
    lines = [line for line in characters.split("\n") if line.strip()]
    values = list[Any]()
    for number, line in enumerate(lines):
        try:
            values.append(_value(line))
        except (ValueError, RecursionError):
            # The last line of a file that was cut off is left out.
            if not number or number < len(lines) - 1:
                return None
    # A table of one column has a short string on each line.
    are_records = all(isinstance(v, dict) or (isinstance(v, str) and "\n" in v) for v in values)
    return values if are_records else None


def _value(characters: str) -> Any:  # noqa: ANN401 - any value of JSON
    # Numbers stay text: nobody needs them here, and one of a million digits takes long.
    return json.loads(characters, parse_int=str, parse_float=str)


def _fields_of(whole: Any) -> Iterator[_Field]:  # noqa: ANN401 - any value of JSON
    """Yield the texts that may be a report, in the order of the records."""
    levels: list[tuple[str, str, str | None, Any]] = [("", "", None, whole)]
    while levels:
        path, record, title, value = levels.pop()
        text = _text_of(value)
        if text is not None:
            if len(text) >= _SHORTEST_CHARS and (not text.isascii() or "&#" in text):
                yield _Field.below(title, path, record, text)
        elif isinstance(value, dict):
            if str(value.get("schema", "")).startswith(_SAVED_REPORT):
                # `Report.from_json` reads it exactly.
                continue
            title = _title_of(value) or title
            within = f"{path}." if path else ""
            levels += reversed(
                [(f"{within}{name}", record, title, each) for name, each in value.items()]
            )
        elif isinstance(value, list) and not any(isinstance(each, list) for each in value):
            within = f"{path}." if path else ""
            places = [f"{within}{number}" for number in range(len(value))]
            levels += reversed(
                [(place, place, title, each) for place, each in zip(places, value, strict=True)]
            )


def _text_of(value: Any) -> str | None:  # noqa: ANN401 - any value of JSON
    """Return a text, paragraphs or blocks as one text; `None` for any other value."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list) or not value:
        return None
    if all(isinstance(each, str) for each in value):
        return "\n".join(value)
    # A document in blocks names the type of each.
    are_blocks = len(value) > 1 and all(
        isinstance(each, dict)
        and isinstance(each.get("type"), str)
        and not any(str(name).lower() in _TITLES for name in each)
        for each in value
    )
    if not are_blocks:
        return None
    pieces = list[str]()
    for block in value:
        for field in _BLOCK_FIELDS:
            piece = _text_of(block.get(field))
            pieces += [piece] if piece else []
    return "\n".join(pieces)


def _title_of(record: Mapping[str, Any]) -> str | None:
    """Return the title of a report that a record states in a field of its own."""
    for name, value in record.items():
        if (
            str(name).lower() in _TITLES
            and isinstance(value, str)
            and len(value) <= _LONGEST_TITLE_CHARS
            and _REPORT_TITLE.search(value)
        ):
            return " ".join(value.split())
    return None


RECORDS = Envelope("records", _open)
"""Records of JSON."""
