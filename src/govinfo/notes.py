"""What the reader doubts."""

from __future__ import annotations

from attrs import frozen

from govinfo.spans import Span

__all__ = ["Note"]


@frozen
class Note:
    """A doubt of the reader about what it read. An error of the report itself is a finding."""

    code: str
    """A stable word for the kind of doubt, such as `row_width` or `repeated_row`."""
    message: str
    """What was found, and what was made of it."""
    span: Span | None = None
    """The place in the source text, or `None` if the doubt has no single place."""
