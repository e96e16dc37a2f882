"""The prose of two reports, part by part: what is taken over, and which sentences differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from attrs import evolve, frozen

from govinfo.comparison.alignment import aligned, kept_characters
from govinfo.comparison.changes import Difference, PartMatch, SentenceChange
from govinfo.model import Report
from govinfo.sentences import PrintedSentence, ProsePart, prose_parts
from govinfo.spans import Span

__all__ = ["ProsePair", "part_matches", "prose_pairs", "repeated_sentences"]

_FIGURE = re.compile(r"(?<![\d〔\[(（.])[1-9]\d*+(?:\.\d++)?(?![\d年月日号〕\])）.])")
"""A number that is no year, day, or number of a document."""


SentencePair: TypeAlias = tuple[PrintedSentence | None, PrintedSentence | None]
"""An earlier and a later sentence that belong together; `None` where there is none."""


@frozen
class ProsePair:
    """The prose of one part in both reports, sentence beside sentence."""

    section: str
    title: str
    pairs: tuple[SentencePair, ...]


def prose_pairs(before: Report, after: Report) -> tuple[ProsePair, ...]:
    """Return the parts that have prose in one of the reports, in the order of the later one."""
    earlier, later = dict[str, tuple[ProsePart, ...]](), dict[str, tuple[ProsePart, ...]]()
    for report, by_section in ((before, earlier), (after, later)):
        for part in prose_parts(report):
            # A report may have two parts of one kind.
            if any(sentence.key for sentence in part.sentences):
                by_section[part.section] = (*by_section.get(part.section, ()), part)
    found = list[ProsePair]()
    for name in dict.fromkeys((*later, *earlier)):
        one, other = earlier.get(name, ()), later.get(name, ())
        title = (other or one)[0].title if name else ""
        old, new = _sentences(one), _sentences(other)
        beside = aligned([each.key for each in old], [each.key for each in new])
        pairs = (
            (None if left is None else old[left], None if right is None else new[right])
            for left, right in beside
        )
        found.append(ProsePair(name, title, tuple(pairs)))
    return tuple(found)


def part_matches(pairs: Iterable[ProsePair]) -> tuple[PartMatch, ...]:
    """Return what became of each part."""
    matches = list[PartMatch]()
    for part in pairs:
        kept, whole, changes = 0, 0, list[SentenceChange]()
        for before, after in part.pairs:
            whole += len(after.key) if after else 0
            if before and after:
                kept += kept_characters(before.key, after.key)
            if not (before and after and before.key == after.key):
                changes.append(_change(part.section, before, after))
        match = PartMatch(
            section=part.section,
            title=part.title,
            before=_reach(before for before, _ in part.pairs),
            after=_reach(after for _, after in part.pairs),
            taken_over=kept / whole if whole else 0.0,
            sentences=tuple(changes),
        )
        matches.append(match)
    return _with_moves(matches)


def _sentences(found: tuple[ProsePart, ...]) -> list[PrintedSentence]:
    each = chain.from_iterable(part.sentences for part in found)
    return [sentence for sentence in each if sentence.key]


def _reach(side: Iterable[PrintedSentence | None]) -> Span | None:
    spans = [sentence.span for sentence in side if sentence is not None]
    return Span(spans[0].start, spans[-1].end) if spans else None


def _change(
    section: str, before: PrintedSentence | None, after: PrintedSentence | None
) -> SentenceChange:
    change = Difference.CHANGED
    if before is None or after is None:
        change = Difference.ADDED if before is None else Difference.LOST
    return SentenceChange(
        change,
        section,
        None if before is None else before.words,
        None if after is None else after.words,
        None if before is None else before.span,
        None if after is None else after.span,
    )


def _with_moves(parts: list[PartMatch]) -> tuple[PartMatch, ...]:
    """Return the parts with one move for a sentence lost in one place and added in another."""
    lost = dict[str, list[SentenceChange]]()
    for change in chain.from_iterable(part.sentences for part in parts):
        if change.change is Difference.LOST and change.before is not None:
            lost.setdefault(change.before, []).append(change)
    moved, from_here = dict[int, SentenceChange](), set[int]()
    for change in chain.from_iterable(part.sentences for part in parts):
        if change.change is Difference.ADDED and lost.get(change.after or ""):
            old = lost[change.after or ""].pop(0)
            from_here.add(id(old))
            moved[id(change)] = evolve(
                change, change=Difference.MOVED, before=old.before, before_span=old.before_span
            )
    return tuple(
        evolve(
            part,
            sentences=tuple(
                moved.get(id(one), one) for one in part.sentences if id(one) not in from_here
            ),
        )
        for part in parts
    )


def repeated_sentences(before: Report, after: Report) -> Iterator[SentenceChange]:
    """Yield the sentences of an earlier year that stand in a later year's report with its figures.

    The years they name may have been brought up to date; every other figure is the earlier one.
    """
    if before.year is None or after.year is None:
        return
    earlier = dict[str, PrintedSentence]()
    for part in prose_parts(before):
        for sentence in part.sentences:
            earlier.setdefault(sentence.key, sentence)
            earlier.setdefault(_undated(sentence.key, before.year), sentence)
    for part in prose_parts(after) if before.year != after.year else ():
        for sentence in part.sentences:
            key = sentence.key
            old = earlier.get(key) or earlier.get(_undated(key, after.year))
            if old is None or not part.section:
                continue
            if key.startswith(f"{before.year}年") or _FIGURE.search(key):
                change = _change(part.section, old, sentence)
                yield evolve(change, change=Difference.REPEATED)


def _undated(key: str, year: int) -> str:
    """Return a sentence with its year, and the year before, replaced by what they are to it."""
    return key.replace(f"{year}年", "本年").replace(f"{year - 1}年", "上年")
