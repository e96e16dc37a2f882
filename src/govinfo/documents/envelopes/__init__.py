"""Envelopes hold a report as text or as a document: saved web pages, mail, records of JSON.

The content itself tells the kind. What an envelope holds is read like any other source; the source
text of the report is the text in the envelope, without its transport encoding.
"""

from __future__ import annotations

from govinfo.documents.envelopes.enclosure import Enclosure, Envelope
from govinfo.documents.envelopes.mail import MAIL
from govinfo.documents.envelopes.records import RECORDS
from govinfo.documents.envelopes.scripts import shown_by_scripts
from govinfo.text import Content

__all__ = ["ENVELOPES", "Enclosure", "Envelope", "enclosures_in", "shown_by_scripts"]

ENVELOPES: tuple[Envelope, ...] = (MAIL, RECORDS)
"""Every kind of envelope, in the order they are asked."""


def enclosures_in(content: Content) -> tuple[Enclosure, ...]:
    """Return what an envelope holds, the likeliest report first; nothing if there is no envelope.

    Args:
        content: The content of a source.

    """
    with content.named():
        for envelope in ENVELOPES:
            found = envelope.open(content)
            if found:
                return found
    return ()
