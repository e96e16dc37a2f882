"""The command `review`: a page for proof-readers, or their own Word document with comments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govinfo.cli.findings import check_all, warn_of_stale
from govinfo.cli.language import tell
from govinfo.cli.output import emit, fitted, printable, ready, terminal_columns, write, write_bytes
from govinfo.cli.settings import dismissed_in
from govinfo.cli.sources import Sources
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.errors import GovInfoError, MissingExtra
from govinfo.review.pages import ReviewedReport, review_page
from govinfo.review.remarks import remarks_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govinfo.wording import Lang

__all__ = ["written_review"]

_WORD, _PAGES = ".docx", (".html", ".htm")


def written_review(
    files: Sequence[str], output: str, dismissals: str | None, lang: Lang, adapter: str | None
) -> int:
    """Write the review of these files, as the ending of the output says; return the exit status."""
    dismissed = dismissed_in(dismissals)
    ending = Path(output).suffix.lower()
    sources = Sources.below(files, adapter)
    _require_fitting(output, ending, len(sources.names))
    ready(output, [*sources.names, dismissals])
    checked = check_all(sources.reports(), {**RULES, **STYLE_RULES}, dismissed)
    warn_of_stale(dismissed, checked)
    subjects = [
        ReviewedReport(Path(one.name).name, one.report, one.findings, sources.content(one.name))
        for one in checked
    ]
    if ending != _WORD:
        write([review_page(subjects, lang)], output)
        _tell_what_next(f"{output} is written; open it in a browser.", output)
        return sources.status
    for subject in subjects:
        try:
            write_bytes(_commented(subject, lang), output)
        except GovInfoError as error:
            sources.complain(subject.name, error)
        else:
            _tell_what_next(f"{output} is written; its comments say what to change.", output)
    return sources.status


def _require_fitting(output: str, ending: str, count: int) -> None:
    """Raise if a review of so many files cannot be written to this output."""
    told = None
    if ending == _WORD and count > 1:
        told = "comments are written into one document; name one FILE, or write a page (.html)"
    elif ending != _WORD and ending not in _PAGES and output != "-":
        told = f"{output} must end with .html for a page, or with .docx for a Word document"
    if told:
        raise click.BadParameter(told, param_hint="-o")


def _tell_what_next(text: str, output: str) -> None:
    """Say where the review is, to whoever sits at a terminal that it is not written to."""
    if terminal_columns(None) is not None and output != "-":
        emit(f"{fitted(printable(tell(text)))}\n")


def _commented(subject: ReviewedReport, lang: Lang) -> bytes:
    try:
        from govinfo.review.word import commented  # noqa: PLC0415 - the XML parser is an extra
    except ModuleNotFoundError as missing:
        raise MissingExtra("writing comments into a Word document", "docx") from missing

    remarks = remarks_on(subject.report, subject.findings)
    return commented(subject.content or b"", subject.report, remarks, lang)
