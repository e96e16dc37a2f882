"""What a repair of a whole text is: a cheap look, the edits it makes, and what the reader has to know of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from govinfo.notes import Note
from govinfo.spans import Edit, Span, Text

__all__ = ["MOST_REGIONS", "Repair", "mended", "regions"]

MOST_REGIONS = 20
"""So many notes of one kind say enough; what follows goes into the last of them."""

Edits = Callable[[str], Iterable[Edit]]


@frozen
class Repair:
    """One way in which a text can be damaged, and how to mend it."""

    name: str
    needed: Callable[[str], bool]
    """A cheap look whether the damage can be there at all; most texts get no further."""
    edits: Edits
    """What to replace, in order."""
    at_once: Callable[[str], str] | None = None
    """The characters that these edits lead to, where there is a faster way to them."""
    notes: Callable[[str, Sequence[Edit]], Iterable[Note]] | None = None
    """What the reader has to know of these edits; the spans count in the text as it was before them."""


def mended(text: Text, by: Repair) -> tuple[Text, list[Note]]:
    """Return the text after one repair, the same text when there was nothing to mend, and notes on what was done."""
    if by.at_once is not None:
        return _mended_at_once(text, by.at_once, by.edits), []
    edits = tuple(by.edits(text.characters))
    notes = by.notes(text.characters, edits) if by.notes is not None else ()
    return text.edited(edits), [_in_source(note, text) for note in notes]


def regions(
    edits: Sequence[Edit], together: Callable[[int, int], bool]
) -> Iterator[tuple[Span, Sequence[Edit]]]:
    """Yield where edits stand that belong together, and these edits; never more than `MOST_REGIONS`.

    `together` says whether the two edits around a range of the text are one region.
    """
    begins = [
        i for i in range(len(edits)) if not i or not together(edits[i - 1].end, edits[i].start)
    ][:MOST_REGIONS]
    for begin, end in zip(begins, [*begins[1:], len(edits)], strict=False):
        yield Span(edits[begin].start, edits[end - 1].end), edits[begin:end]


def _in_source(note: Note, text: Text) -> Note:
    return Note(note.code, note.message, text.source_span(*note.span)) if note.span else note


def _mended_at_once(text: Text, at_once: Callable[[str], str], edits: Edits) -> Text:
    characters = at_once(text.characters)
    if characters == text.characters:
        return text
    return text.rewritten(characters, edits, at_once)
