"""Texts that are no report: most often the name of a file, or the bytes of a file as characters."""

from __future__ import annotations

import re

__all__ = ["looks_like"]

_LONGEST_NAME_CHARS = 1_000
_SHOWN_CHARS = 60
"""Messages quote this much of a text; a text this short is no report."""
_SUFFIX = (
    r"\.(?:pdf|docx?|html?|xhtml|txt|md|csv|tsv|json|jsonl|xlsx?|rtf|wps|ofd|xml"
    r"|zip|rar|7z|gz|mhtml?|jpe?g|png|tiff?)"
)
_URL = re.compile(r"(?:https?|ftp|s3|gs)://.+|www\..+", re.IGNORECASE)
_FILE_URL = re.compile(r"file:/.*", re.IGNORECASE)
_PATH = re.compile(
    rf"""
    [A-Za-z]:[\\/].*                      # with a drive
    | \\\\[^\\]+\\.*                      # on a server
    | (?:~\w*|\.{{1,2}})?[\\/].*          # from the root, from home, from where one is
    | ~ | \.{{1,2}}
    | [^\n。；，]*{_SUFFIX}               # a bare name, or one below a folder
    | [\w.-]+(?:[\\/][\w.-]+)+[\\/]?      # a folder below another
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BASE64 = re.compile(r"(?:data:[\w/+.-]*;base64,)?[A-Za-z0-9+/\s_-]{40,}={0,2}\s*")
_BINARY = {
    "%PDF-": "a PDF document",
    "PK\x03\x04": "a Word document or another ZIP file",
    "{\\rtf": "an RTF document",
}


def looks_like(text: str, *, decoded: bool) -> str | None:
    """Return what a text looks like that is no report, and what to give instead.

    Args:
        text: The characters of a source.
        decoded: Whether they were decoded from a file or from bytes, and not given as a `str`.

    Returns:
        The words for an error message; `None` when the text may be a report.

    """
    stripped = text.strip("\ufeff\0 \t\r\n\"'")
    if not stripped:
        if decoded:
            return "the content is empty. Save or fetch the report again."
        return (
            "the text is empty. Give the text of the report, its bytes, or the path of its file as "
            "Path(...)."
        )
    for beginning, what in _BINARY.items():
        if stripped.startswith(beginning):
            return (
                f"the text is what {what} holds, read as characters. Give its bytes, or its path "
                "as Path(...)."
            )
    name = None
    if len(stripped) <= _LONGEST_NAME_CHARS and "\n" not in stripped:
        name = _name(stripped, decoded=decoded)
    if name is None:
        return _encoded(stripped)
    is_short = len(stripped) <= _SHOWN_CHARS
    shown = stripped if is_short else f"{stripped[: _SHOWN_CHARS - 3]}..."
    if decoded:
        return f"the content is only {shown!r}, which {name}"
    return f"{shown!r} is a str, which is read as text, and {name}"


def _name(line: str, *, decoded: bool) -> str | None:
    """Return what a line that names a source looks like, and what to give in its place."""
    if _FILE_URL.fullmatch(line):
        from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - only an error needs it

        return f"looks like the URL of a file. Give Path({unquote(urlsplit(line).path)!r}) instead."
    if _URL.fullmatch(line):
        return (
            "looks like a URL. Nothing is fetched here: download it, and give its content as bytes."
        )
    if _PATH.fullmatch(line):
        return f"looks like a path. Give Path({line!r}) instead."
    if not decoded and len(line) <= _SHOWN_CHARS and line[0] != "<" and _encoded(line) is None:
        return f"is too short for a report. If it is the name of a file, give Path({line!r})."
    return None


def _encoded(text: str) -> str | None:
    """Return what a text looks like that a program has written: JSON, or bytes in letters."""
    if text[0] in "{[" and text[-1] in "}]":
        if '"govinfo.report/' in text:
            return (
                "the text is a report that was saved as JSON. Read it with "
                "govinfo.Report.from_json(text)."
            )
        return (
            "the text looks like JSON. Take the text or the table out of it; a table goes to "
            "govinfo.parse_grid."
        )
    if _BASE64.fullmatch(text):
        return (
            "the text looks like base64. Decode it, and give the bytes: "
            "parse(base64.b64decode(text))."
        )
    return None
