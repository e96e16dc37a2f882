"""Repairs of a whole text: those of its shape, and those of many characters at once.

An undamaged page passes each of them with a few `in` tests. Repairs of single characters (pinyin
glosses, scripts, rare controls) wait until a piece of the text is read, in `plain`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from attrs import frozen

from govinfo.notes import Note
from govinfo.spans import Edit, Text
from govinfo.text import (
    digits,
    formatting,
    line_numbers,
    markdown,
    page_breaks,
    program_lists,
    whitespace,
)
from govinfo.text.html import fragments
from govinfo.text.html.markup import is_markup, without_markup
from govinfo.text.latex import has_latex_table
from govinfo.text.mojibake import misaligned, mojibake, replacement
from govinfo.text.mojibake.encodings import ROUTES

__all__ = ["FORMATTING", "MARKDOWN", "REPAIRS", "Repair", "repair", "repaired"]


@frozen
class Repair:
    """One kind of damage to a text, and how to repair it."""

    name: str
    needed: Callable[[str], bool]
    """A cheap test whether the damage may be there; most texts get no further."""
    edits: Callable[[str], Iterable[Edit]]
    """What to replace, in order."""
    at_once: Callable[[str], str] | None = None
    """The characters after these edits, where there is a faster way to make them."""
    notes: Callable[[str, Sequence[Edit]], Iterable[Note]] | None = None
    """What the reader has to know of these edits; spans count in the text before them."""


MOJIBAKE = tuple(
    Repair(
        f"{route.right} read as {route.wrong}",
        mojibake.is_garbled,
        partial(mojibake.repair_mojibake, route=route),
        notes=partial(mojibake.note_mojibake, route=route),
    )
    for route in ROUTES
)
"""One repair for each route, in their order."""
_FEW_LINES = 3
MARKDOWN = (
    Repair(
        "quotations",
        lambda text: ">" in text and text.count("\n>") >= _FEW_LINES,
        markdown.repair_quotes,
    ),
    Repair("styles of Pandoc", markdown.has_styles, markdown.repair_styles),
    Repair("spans of AsciiDoc", markdown.has_spans, markdown.repair_spans),
    Repair("links", lambda text: "]" in text and "](" in text, markdown.repair_links),
    Repair("anchors", lambda text: "<" in text and "<a " in text, markdown.repair_anchors),
    Repair(
        "strong words",
        lambda text: ("*" in text and "**" in text) or ("_" in text and "__" in text),
        markdown.repair_strong_words,
    ),
    # They come last: an escaped sign is no markup. In LaTeX a backslash is more.
    Repair(
        "escapes",
        lambda text: "\\" in text and not has_latex_table(text),
        markdown.repair_escapes,
    ),
)
_LINE_NUMBERS = Repair(
    "numbers of lines", line_numbers.has_line_numbers, line_numbers.repair_line_numbers
)
FORMATTING = Repair(
    "struck-out, raised and hidden characters",
    formatting.may_be_formatted,
    formatting.repair_formatting,
    notes=formatting.note_formatting,
)
REPAIRS: tuple[Repair, ...] = (
    # Controls and soft hyphens may be bytes of damaged characters, so these come first.
    *MOJIBAKE,
    Repair(
        "shifted bytes",
        misaligned.may_be_misaligned,
        misaligned.repair_misaligned,
        notes=misaligned.note_misaligned,
    ),
    Repair(
        "digits of other scripts",
        digits.has_foreign_digits,
        digits.repair_foreign_digits,
        notes=digits.note_foreign_digits,
    ),
    Repair(
        "dates with lost words",
        replacement.has_lost_characters,
        replacement.repair_dates,
        notes=replacement.note_dates,
    ),
    Repair(
        "lost characters",
        replacement.has_lost_characters,
        lambda _: (),
        notes=replacement.note_lost_characters,
    ),
    # A form feed shows where a page ends, and is a line break to what follows.
    Repair(
        "numbers of pages",
        page_breaks.may_have_page_numbers,
        page_breaks.repair_page_numbers,
        notes=page_breaks.note_page_numbers,
    ),
    Repair(
        "line breaks",
        whitespace.has_odd_breaks,
        whitespace.repair_breaks,
        whitespace.with_plain_breaks,
    ),
    Repair("turned characters", whitespace.has_turned, whitespace.repair_turned),
    Repair(
        "invisible characters",
        whitespace.has_invisible,
        whitespace.repair_invisible,
        whitespace.without_invisible,
    ),
    Repair("lists of programs", program_lists.has_lists, program_lists.repair_lists),
    Repair("records of programs", program_lists.has_records, program_lists.repair_records),
    # Within the cells of a list they are spaces.
    Repair("printed line breaks", whitespace.has_printed_breaks, whitespace.repair_printed_breaks),
    Repair("lists with dashes", program_lists.has_dashes, program_lists.repair_dashes),
    Repair("marks of lines", line_numbers.has_line_marks, line_numbers.repair_line_marks),
    *MARKDOWN,
    Repair("leaked markup", fragments.may_have_fragments, fragments.repair_fragments),
    Repair("bars", whitespace.has_odd_bars, whitespace.repair_bars, whitespace.with_plain_bars),
    Repair("bars for ones", whitespace.has_bars_for_ones, whitespace.repair_bars_for_ones),
    # Bars and tabs tell it where the cells are.
    FORMATTING,
)
"""Every repair of whole texts, in the order in which `repair` makes them."""

_TESTS = tuple((needed, tuple(each)) for needed, each in groupby(REPAIRS, key=attrgetter("needed")))
"""The repairs by their test: neighbours that share a test run it once."""


def repair(text: Text) -> tuple[Text, tuple[Note, ...]]:
    """Return the text after every repair that it needs, and what the reader has to know of them.

    Args:
        text: The decoded text of a source, or a text that was edited before.

    Returns:
        The repaired text, which is the same object when it needs no repair, and notes whose spans
        count in the source.

    """
    notes = list[Note]()
    if _LINE_NUMBERS.needed(text.characters):
        # Before a tag as before any other line.
        text, _ = repaired(text, _LINE_NUMBERS)
    if is_markup(text.characters):
        # Then the other repairs need not read the tags, where they would find false damage.
        text = without_markup(text)
    for needed, repairs in _TESTS:
        for each in repairs if needed(text.characters) else ():
            text, more = repaired(text, each)
            notes += more
    return text, tuple(notes)


def repaired(text: Text, by: Repair) -> tuple[Text, list[Note]]:
    """Return the text after one repair, and notes on it whose spans count in the source.

    A text in which there is nothing to repair comes back as the same object.
    """
    if by.at_once is not None:
        characters = by.at_once(text.characters)
        if characters == text.characters:
            return text, []
        return text.rewritten(characters, by.edits, by.at_once), []
    edits = tuple(by.edits(text.characters))
    notes = list[Note]()
    for note in by.notes(text.characters, edits) if by.notes is not None else ():
        span = text.source_span(*note.span) if note.span else None
        notes.append(Note(note.code, note.message, span))
    return text.edited(edits), notes
