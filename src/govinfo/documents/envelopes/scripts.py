"""Pages that their scripts write or show: `window.data = {"content": "<table>…"}`.

A browser runs the script. Here the strings of the scripts are looked through, whatever the program
does with them, and what the page hides; and only where what it shows is no report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import islice

from govinfo.documents.envelopes.enclosure import Enclosure
from govinfo.errors import UnreadableSource
from govinfo.notes import Note
from govinfo.text import Content

__all__ = ["shown_by_scripts"]

_SCRIPT = re.compile(r"<script\b[^<>]{0,2000}>((?>[^<]+|<(?!/script))*)", re.IGNORECASE)
_HIDING = re.compile(
    r"""
    <(?:div|section|article|main|form)\b [^<>]{0,500}?
    (?: display\s*:\s*none | \shidden(?=[\s>=]) )
    [^<>]{0,500} >
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST_HIDDEN = 8
_STRING = re.compile(
    r"""
      "((?>[^"\\]+|\\.)*)"
    | '((?>[^'\\]+|\\.)*)'
    | `((?>[^`\\]+|\\.)*)`
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"""
    \\(?: u(?P<code>[\da-fA-F]{4}) | u\{(?P<long>[\da-fA-F]{1,6})\} | x(?P<byte>[\da-fA-F]{2})
      | (?P<sign>.) )
    """,
    re.VERBOSE | re.DOTALL,
)
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "v": " ", "\n": ""}
_HAN = re.compile("[\u4e00-\u9fff]")
_MARKUP = re.compile(r"</?(?:t[rdh]|p|div|table|tbody|h[1-6])[\s>]", re.IGNORECASE)
_TITLE = re.compile(r"公开.{0,10}报告")
_YEAR = re.compile(r"20\d\d")
_LONGEST_TITLE_CHARS, _SHORTEST_TEXT_CHARS = 200, 80
_LARGEST_CHARS = 8 * 1024 * 1024
_LEVELS = 2
"""JSON may stand in a string of JSON."""


def shown_by_scripts(content: Content) -> tuple[Enclosure, ...]:
    """Return the texts in the scripts of a page, and what it hides, the likeliest report first.

    Args:
        content: The content of a source that is no report as it stands.

    """
    data = content.data
    has_scripts = "<script" in data if isinstance(data, str) else b"<script" in data
    if not has_scripts:
        return ()
    try:
        characters, encoding, doubt = content.characters()
    except UnreadableSource:
        return ()
    page = characters[:_LARGEST_CHARS]
    # What stands from an element on that the page hides until a script shows it.
    note = Note("hidden_text", "the page hides all that is read here, until a script shows it")
    hidden = [
        (f"<div>{page[element.end() :]}", "what the page hides", (note,))
        for element in islice(_HIDING.finditer(page), _MOST_HIDDEN)
    ]
    return tuple(
        Enclosure(Content(text), where, encoding, doubt, notes)
        for text, where, notes in (*_in_strings(page), *hidden)
    )


def _in_strings(page: str) -> list[tuple[str, str, tuple[Note, ...]]]:
    """Return for each script the strings that may be one report; the longest come first."""
    found = list[tuple[str, str, tuple[Note, ...]]]()
    for number, script in enumerate(_SCRIPT.finditer(page), 1):
        strings = [*_strings_in(script[1], _LEVELS)]
        # A part of a page has its tags, or is a long text in Chinese.
        long = {each for each in strings if len(each) >= _SHORTEST_TEXT_CHARS and _HAN.search(each)}
        texts = [each for each in strings if each in long or _MARKUP.search(each) is not None]
        whole = "\n".join(texts)
        if "公开" not in whole:
            continue
        short = (each for each in strings if len(each) <= _LONGEST_TITLE_CHARS)
        titles = [each for each in short if _TITLE.search(each) is not None]
        title = max(titles, key=lambda each: _YEAR.search(each) is not None, default=None)
        if title is not None and title not in whole:
            is_markup = _MARKUP.search(whole) is not None
            whole = f"<h1>{escape(title)}</h1>{whole}" if is_markup else f"{title}\n{whole}"
        found.append((whole, f"the strings of script {number}", ()))
    return sorted(found, key=lambda each: -len(each[0]))


def _strings_in(program: str, levels: int) -> Iterator[str]:
    """Yield the strings of a program as they are when it runs, in their order."""
    for found in _STRING.finditer(program):
        raw = found[found.lastindex or 0]
        text = _ESCAPE.sub(_meant, raw) if "\\" in raw else raw
        # Two escapes may be the halves of one character.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if levels and text.lstrip()[:1] in ("{", "["):
            yield from _strings_in(text, levels - 1)
        else:
            yield text


def _meant(found: re.Match[str]) -> str:
    code = found["code"] or found["long"] or found["byte"]
    if code is None:
        return _MEANT.get(found["sign"], found["sign"])
    return chr(min(int(code, 16), 0x10FFFF))
