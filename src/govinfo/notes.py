"""What the reader doubts."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from govinfo.errors import require_language
from govinfo.spans import Span
from govinfo.wording import Lang

__all__ = ["FORMER_CODES", "MORE_REPORTS", "Note", "present_code"]

FORMER_CODES: Mapping[str, str] = {
    "annex_year": "annex_year_differs",
    "cut_short": "text_truncated",
    "figures_scattered": "figures_unordered",
    "label_mended": "label_repaired",
    "not_borne_out": "row_unconfirmed",
    "page_crowded": "page_too_complex",
    "row_unverified": "label_unverified",
    "run_ambiguous": "digits_ambiguous",
    "run_unread": "digits_unread",
    "search_given_up": "search_limit_reached",
    "settled_by_identities": "inferred_by_identities",
    "tables_unruled": "table_without_lines",
    "text_recognised": "text_from_ocr",
}
"""The present code of each note that once had another; the former codes hold until 1.0."""

MORE_REPORTS = frozenset({"another_report", "records_unread"})
"""The notes on a source that holds more than the report that is read."""


def present_code(code: str) -> str:
    """Return the present code of a note for a former one; every other code as it is."""
    return FORMER_CODES.get(code, code)


@frozen
class Note:
    """A doubt of the reader about what it read. An error of the report itself is a finding."""

    code: str = field(converter=present_code)
    """A stable word for the kind of doubt, such as `row_width`. Former codes are replaced."""
    message: str
    """What was found, and what was made of it, in English."""
    span: Span | None = None
    """The place in the source text, or `None` if the doubt has no single place."""

    def _repr_html_(self) -> str:
        from govinfo.rendering import note_html

        return note_html(self)

    def text(self, lang: Lang = "zh") -> str:
        """Return what was found, and what was made of it, as a sentence.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Returns:
            The message in that language; that of a plug-in stays as it is. In Chinese rows and
            cells have the labels of the newest form that has them.

        Raises:
            BadArgument: `lang` is another language.

        """
        from govinfo.consistency.names import in_words

        require_language(lang)
        return in_words(self.message, lang)

    def __str__(self) -> str:
        return self.text()
