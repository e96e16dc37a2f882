"""A text that ends with a figure may have been cut, and the figure may have had more digits."""

from __future__ import annotations

from attrs import evolve

from govinfo.figures import Figure, State
from govinfo.forms import Kind
from govinfo.model import Report
from govinfo.notes import Note

__all__ = ["doubt_the_end"]

_LONGEST_TABLE_CHARS = 10_000
_FEW_LINES = 5


def doubt_the_end(report: Report) -> Report:
    """Return the report without the value of a figure that ends the text, without a line break."""
    characters = report.text.characters
    if not characters[-1:].isdecimal():
        return report
    # In a table that pandas prints, all lines are of one length: nothing was cut off.
    lines = report.text.own_source[-_LONGEST_TABLE_CHARS:].rpartition("\n\n")[2].split("\n")
    is_even = len(lines) >= _FEW_LINES and len(set(map(len, lines))) == 1
    if is_even and all("  " in line for line in lines):
        return report
    end = report.text.source_span(len(characters) - 1, len(characters)).end
    last = (each for each in report.figures().items() if each[1].span and each[1].span.end == end)
    address, figure = next(last, ("", Figure(None)))
    if figure.value is None or (
        figure.raw == "0" and address and report.column(address).kind is Kind.COUNT
    ):
        # No whole number goes on behind a 0.
        return report
    unread = evolve(figure, value=None, state=State.ILLEGIBLE, candidates=(figure.value,))
    message = (
        f"the text ends with the {figure.raw} of {address}: if it was cut there, the number may "
        "have gone on; if it was not, end it with a line break"
    )
    return report.with_figure(address, unread).with_notes(
        Note("text_truncated", message, figure.span)
    )
