"""One pass over a sentence: its words, numbers, times, scopes and stops as tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

from attrs import field, frozen

from govinfo.claims.expressions import AT, DIGITS, STOPS, YEARS
from govinfo.claims.lexicon import Lexicon, Thing, Way
from govinfo.claims.numerals import hedge_of, is_whole, number
from govinfo.figures import Number

__all__ = ["Scanner", "Token", "scanner_of", "spelt_out"]


class Token(NamedTuple):
    """One piece of a sentence."""

    kind: str
    """A table of the lexicon, an expression such as `time` or `number`, or `other`."""
    id: str
    text: str
    start: int
    end: int
    value: Number | None = None
    unit: str = ""
    hedge: str | None = None


_LONGEST_SHORT_WORD_CHARS = 3


@frozen
class Scanner:
    """A lexicon, ready to be looked for in text."""

    lexicon: Lexicon
    entries: dict[str, tuple[str, str]] = field(eq=False)
    """For each word the kind of its entry, and its id."""

    @cached_property
    def things(self) -> dict[str, Thing]:
        """The things by id."""
        return {thing.id: thing for thing in self.lexicon.things}

    @cached_property
    def ways(self) -> dict[str, Way]:
        """The ways by id."""
        return {way.id: way for way in self.lexicon.ways}

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """For the first characters of words, the lengths to try, the longest first.

        Two characters are those of any word, and lead to the short ones. Four tell long words
        apart. One alone is a word of one character.
        """
        short, long = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
        for word in self.entries:
            short[word[:2]].add(1)
            if len(word) <= _LONGEST_SHORT_WORD_CHARS:
                short[word[:2]].add(len(word))
            else:
                long[word[:4]].add(len(word))
        all_lengths = short | {start: sizes | short[start[:2]] for start, sizes in long.items()}
        return {start: tuple(sorted(sizes)[::-1]) for start, sizes in all_lengths.items()}

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a text without white space, in order and without gaps."""
        found: list[Token] = []
        lengths, entries = self._lengths, self.entries
        place, done, size = 0, 0, len(text)
        while place < size:
            first, token = text[place], None
            if first in AT:
                token = _pattern_at(text, place)
            if token is None and first in STOPS:
                token = _made("stop", "", first, place)
            elif token is None and (
                short := lengths.get(text[place : place + 2]) or lengths.get(first)
            ):
                # The longest word of the lexicon; four characters tell more of it than two.
                for length in lengths.get(text[place : place + 4], short):
                    word = text[place : place + length]
                    if word in entries:
                        token = _made(*entries[word], word, place)
                        break
            if token is None:
                place += 1
                continue
            if place > done:
                found.append(_made("other", "", text[done:place], done))
            found.append(token)
            place = done = token.end
        if done < size:
            found.append(_made("other", "", text[done:], done))
        return found


def _made(kind: str, name: str, text: str, start: int) -> Token:
    """Return a token without a value, in half the time that its class takes."""
    return tuple.__new__(Token, (kind, name, text, start, start + len(text), None, "", None))


def _pattern_at(text: str, place: int) -> Token | None:
    """Return the token at a place that no list of words has: a time, a scope, a number."""
    counts = False
    if text[place] in DIGITS:
        # Digits may begin a time: a year, or some months.
        counts = not text.startswith("20", place) and "月" not in text[place : place + 6]
    for kind, pattern in AT[text[place]]:
        if counts and kind == "time":
            continue
        match = pattern.match(text, place)
        if match is None:
            continue
        start, end = match.span()
        if kind == "number":
            if not is_whole(match, text):
                return Token("number", "cut", match[0], start, end)
            return Token(
                "number",
                "",
                match[0],
                start,
                end,
                number(match),
                match["unit"] or "",
                hedge_of(match),
            )
        if kind == "time":
            name = match.lastgroup or ""
            year = next((match[one] for one in YEARS if match[one]), None)
            return Token("time", name, match[0], start, end, int(year) if year else None)
        words = match[0][-2:] if match[0].endswith("本级") else match[0]
        return Token(match.lastgroup or kind, "", words, start, end)
    return None


@cache
def scanner_of(lexicon: Lexicon) -> Scanner:
    """Return the scanner for a lexicon; a word of two entries belongs to the first."""
    entries: dict[str, tuple[str, str]] = {}
    tables = (
        ("thing", lexicon.things),
        ("event", lexicon.events),
        ("way", lexicon.ways),
        ("mark", lexicon.marks),
    )
    for kind, table in tables:
        for entry in table:
            for word in spelt_out(entry.words):
                entries.setdefault(word, (kind, entry.id))
    return Scanner(lexicon, entries)


_PIECE = re.compile(r"\[(?P<may>[^\]]*)\]|\{(?P<must>[^}]*)\}|(?P<plain>[^\[{]+)")


def spelt_out(words: str) -> Iterator[str]:
    """Yield each word that an entry of the lexicon stands for."""
    for word in words.split():
        choices: list[tuple[str, ...]] = []
        for piece in _PIECE.finditer(word):
            if piece["may"] is not None:
                choices.append(("", *piece["may"].split("|")))
            elif piece["must"] is not None:
                choices.append(tuple(piece["must"].split("|")))
            else:
                choices.append((piece["plain"],))
        for choice in product(*choices):
            if any(choice):
                yield "".join(choice)
