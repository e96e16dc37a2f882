"""What is asked of any input at all."""

from __future__ import annotations

from govinfo.reading import parse

__all__ = ["read_everything"]


def read_everything(source: str | bytes) -> None:
    """Parse a source, and look at everything the report offers."""
    report = parse(source)
    assert report.figures().keys() == report.values().keys()
    assert all(section.text is not None for section in report.sections)
    assert all(report.quote(f.span) == f.raw for f in report.figures().values() if f.span is not None)
    assert report.head is not None
    assert all(note.span is None or report.quote(note.span) is not None for note in report.notes)
