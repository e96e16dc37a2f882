"""Word documents: a .docx is an archive, of which the main part and the styles are read."""

from __future__ import annotations

from govinfo.documents.compose import compose
from govinfo.documents.container import Opened
from govinfo.documents.package import open_package

__all__ = ["read_docx"]

_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"


def read_docx(data: bytes) -> Opened:
    """Return the paragraphs and tables of a Word document, in the order of its body."""
    package = open_package(data, "Word document", ".docx", "word/")
    # The XML parser is an extra; another kind of archive is refused without it.
    from govinfo.documents.wordml import main_part, pieces_of  # noqa: PLC0415

    relations = package.optional(_RELATIONS)
    main = main_part(relations) or _USUAL
    document = package.part(main)
    styles = package.optional(main.rpartition("/")[0] + "/styles.xml")
    composed = compose(pieces_of(document, styles))
    return Opened("docx", composed.page, composed.layout, composed.notes)
