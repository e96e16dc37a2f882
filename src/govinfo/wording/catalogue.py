"""A catalogue of sentences: a pattern in English, and the same one in Chinese.

A pattern has fields in braces. What is behind the `!` says what stands in a field:

* `{name}`: anything, up to the next words of the pattern;
* `{text!r}`: a quotation, as `repr` writes it; in Chinese it stands in “”;
* `{number!n}`: a number;
* `{names!l}`: names with commas between them; in Chinese they have 、;
* `{reason!t}`: another sentence of the catalogue, or several, or nothing;
* `{error!o}`: the same, or words of another program, which stay as they are;
* `{lines!b}`: the lines of a list, each a name, a colon and a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

__all__ = ["Catalogue", "Pattern"]

_FIELD = re.compile(r"\{(?P<name>\w+)(?:!(?P<kind>[rnltob]))?\}")
_BOUNDED = {
    "r": re.compile(r"b?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", re.DOTALL),
    "n": re.compile(r"-?[\d,]*\d(?:\.\d+)?"),
}
"""What stands in a field whose end shows by itself."""
_LINE = re.compile(r"\n  - ")
"""What stands between the lines of a list."""
_SENTENCE = re.compile(r"(?<=[.?]) (?=[A-Z`'\"\d/])")
"""What stands between two sentences."""
_BETWEEN_NAMES = re.compile(", | and | or ")
_DEEPEST = 6
"""This many sentences stand one in the other; other texts may have any number of them."""


@frozen
class Pattern:
    """The English words of a sentence, and the fields between them."""

    text: str
    """The sentence, with fields."""

    @cached_property
    def head(self) -> str:
        """The words before the first field."""
        first = _FIELD.search(self.text)
        return self.text if first is None else self.text[: first.start()]

    @cached_property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """Each field: its name, its kind, and the words behind it."""
        found = list(_FIELD.finditer(self.text))
        behind = _FIELD.split(self.text)[3::3]
        return tuple(
            (one["name"], one["kind"] or "", words)
            for one, words in zip(found, behind, strict=True)
        )

    @cached_property
    def is_list(self) -> bool:
        """Whether it has lines of its own; any other has only those of a sentence at its end."""
        return "\n" in self.text

    @cached_property
    def weight(self) -> int:
        """How many characters of the sentence are its own: the more, the surer is the pattern."""
        return len(_FIELD.sub("", self.text))

    def read(self, sentence: str) -> dict[str, tuple[str, str]] | None:
        """Return the kind and the text of each field, or `None` for another sentence."""
        has_lines = self.is_list or self.text.endswith(("!t}", "!o}"))
        if not sentence.startswith(self.head) or ("\n" in sentence and not has_lines):
            return None
        place, read = len(self.head), dict[str, tuple[str, str]]()
        for number, (name, kind, behind) in enumerate(self.fields, 1):
            bounded = _BOUNDED.get(kind)
            if bounded is not None:
                match = bounded.match(sentence, place)
                end = -1 if match is None else match.end()
            elif number == len(self.fields):
                end = len(sentence) - len(behind)
            else:
                end = sentence.find(behind, place)
            if end < place or not sentence.startswith(behind, end):
                return None
            if number < len(self.fields) and "\n" in sentence[place:end] and not self.is_list:
                return None
            read[name] = (kind, sentence[place:end])
            place = end + len(behind)
        return read if place == len(sentence) else None


@frozen
class Catalogue:
    """Sentences in English, each with the Chinese one."""

    sentences: Mapping[str, str]
    """Patterns in English, and what they are in Chinese, with the same fields."""

    @cached_property
    def _patterns(self) -> tuple[tuple[Pattern, str], ...]:
        """Every pattern with the Chinese one; those with the most words of their own come first.

        Of two with as many, the first is that with more quotations, which are not just anything.
        """
        made = [(Pattern(english), chinese) for english, chinese in self.sentences.items()]
        return tuple(
            sorted(made, key=lambda each: (each[0].weight, each[0].text.count("!r")), reverse=True)
        )

    def chinese(self, sentence: str, depth: int = 0) -> str | None:
        """Return a sentence in Chinese, or `None` if no pattern is that of the sentence.

        Args:
            sentence: One sentence, or several, as a message has them.
            depth: In how many other sentences it stands.

        """
        if sentence in self.sentences:
            return self.sentences[sentence]
        if depth > _DEEPEST:
            return None
        for pattern, chinese in self._patterns:
            read = pattern.read(sentence)
            if read is None:
                continue
            filled = {
                name: self._filled(kind, text, depth + 1) for name, (kind, text) in read.items()
            }
            if None not in filled.values():
                return _spaced(chinese, filled).strip()
        return self._one_by_one(sentence, depth + 1)

    def _one_by_one(self, text: str, depth: int) -> str | None:
        """Return several sentences or lines in Chinese; `None` if one of them has no Chinese."""
        lines = _LINE.split(text)
        divided, between = (lines, "\n  - ") if len(lines) > 1 else (_SENTENCE.split(text), "")
        told = [self.chinese(one, depth) for one in divided] if len(divided) > 1 else [None]
        return between.join(one for one in told if one is not None) if None not in told else None

    def _filled(self, kind: str, text: str, depth: int) -> str | None:
        """Return what stands in a field of the Chinese sentence; `None` if it has no Chinese."""
        if kind == "r":
            return f"“{text.removeprefix('b')[1:-1]}”"
        if kind == "l":
            return "、".join(name.strip("'`") for name in _BETWEEN_NAMES.split(text))
        if kind == "b":
            lines = [line.partition(": ") for line in text.split("\n")]
            told = [(name, self.chinese(reason, depth)) for name, _, reason in lines]
            known = [f"{name}：{reason}" for name, reason in told if reason is not None]
            return "\n".join(known) if len(known) == len(told) else None
        if kind in {"t", "o"} and text:
            return self.chinese(text, depth) or (text if kind == "o" else None)
        return text


_MEETING = re.compile(
    r"""
    (?<= [\u4e00-\u9fff] ) \0 (?= [A-Za-z0-9] )
    | (?<= [A-Za-z0-9] ) \0 (?= [\u4e00-\u9fff] )
    """,
    re.VERBOSE,
)
"""Where a field begins or ends, between a Chinese character and a Latin letter or a digit."""


def _spaced(chinese: str, filled: Mapping[str, str | None]) -> str:
    """Return a sentence with its fields filled, and a space where two scripts meet at a field."""
    told = _FIELD.sub(lambda field: f"\0{filled[field['name']] or ''}\0", chinese)
    return _MEETING.sub(" ", told).replace("\0", "")
