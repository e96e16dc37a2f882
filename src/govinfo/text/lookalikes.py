"""What a text may be that is no report: most often somebody gave the name of a file, or what is in it, as text."""

from __future__ import annotations

import re

__all__ = ["looks_like"]

_LONGEST_NAME = 1_000
_SHOWN = 60
"""So much of a text is quoted; a text this short is no report."""
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
    """Return what a text looks like that is no report, and what to give instead; `None` when it is just text.

    `decoded` says that the text was the content of a file or of bytes, and not a `str`.
    """
    stripped = text.strip("\ufeff\0 \t\r\n\"'")
    if not stripped:
        what = "the content" if decoded else "the text"
        return f"{what} is empty. Give the text of the report, its bytes, or the path of its file as Path(...)."
    for beginning, what in _BINARY.items():
        if stripped.startswith(beginning):
            return f"the text is what {what} holds, read as characters. Give its bytes, or its path as Path(...)."
    name = (
        _named(stripped, decoded=decoded)
        if len(stripped) <= _LONGEST_NAME and "\n" not in stripped
        else None
    )
    if name is None:
        return _written(stripped)
    shown = stripped if len(stripped) <= _SHOWN else f"{stripped[: _SHOWN - 3]}..."
    how = (
        f"the content is only {shown!r}, which"
        if decoded
        else f"{shown!r} is a str, which is read as text, and"
    )
    return f"{how} {name}"


def _named(line: str, *, decoded: bool) -> str | None:
    """What a line looks like that names a source, and what to give in its place."""
    if _FILE_URL.fullmatch(line):
        from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - needed only when something has gone wrong

        return f"looks like the URL of a file. Give Path({unquote(urlsplit(line).path)!r}) instead."
    if _URL.fullmatch(line):
        return (
            "looks like a URL. Nothing is fetched here: download it, and give its content as bytes."
        )
    if _PATH.fullmatch(line):
        return f"looks like a path. Give Path({line!r}) instead."
    if not decoded and len(line) <= _SHOWN and _written(line) is None:
        return f"is too short for a report. If it is the name of a file, give Path({line!r})."
    return None


def _written(stripped: str) -> str | None:
    """What a text is that a program has written: JSON, or bytes in letters."""
    if stripped[0] in "{[" and stripped[-1] in "}]":
        if '"govinfo.report/' in stripped:
            return "the text is a report that was saved as JSON. Read it with govinfo.Report.from_json(text)."
        return "the text looks like JSON. Take the text or the table out of it; a table goes to govinfo.parse_grid."
    if _BASE64.fullmatch(stripped):
        return "the text looks like base64. Decode it, and give the bytes: parse(base64.b64decode(text))."
    return None
