"""Places in a text: spans, and a text that remembers where its characters came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast, overload

from attrs import frozen

__all__ = ["Edit", "Later", "PackedText", "Span", "Text", "unpacked_text"]


@frozen(order=True)
class Span:
    """A place in a text, in characters counted from 0.

    The spans of a report point into its source text, the decoded text before any repair. The spans
    of the blocks of a page point into the text of the page, after its repairs.
    """

    start: int
    """The offset of the first character."""
    end: int
    """The offset after the last character."""

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end

    def __len__(self) -> int:
        return self.end - self.start

    def __reduce__(self) -> tuple[object, ...]:
        return Span, (self.start, self.end)


class Edit(NamedTuple):
    """One replacement: `replacement` takes the place of the characters from `start` to `end`."""

    # A tuple, since a text can have as many of them as characters.

    start: int
    end: int
    replacement: str = ""


class Later(Sequence[Edit]):
    """Edits that are looked for when somebody asks for a place, and not before.

    A file with the line ends of Windows has one edit a line, a web page one a tag. Making them
    costs more than reading the report, and most of its places are never asked for.
    """

    def __init__(
        self,
        find: Callable[[str], Iterable[Edit]],
        text: Text,
        at_once: Callable[[str], str] | None = None,
    ) -> None:
        self.find = find
        self.text = text
        """The text before the edits."""
        self.at_once = at_once
        """A fast way to make the edited characters without the edits; `None` if there is none."""

    @cached_property
    def _edits(self) -> tuple[Edit, ...]:
        return tuple(self.find(self.text.characters))

    def __len__(self) -> int:
        return len(self._edits)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits)

    @overload
    def __getitem__(self, index: int) -> Edit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Edit, ...]: ...

    def __getitem__(self, index: int | slice) -> Edit | tuple[Edit, ...]:
        return self._edits[index]

    def __eq__(self, other: object) -> bool:
        return self._edits == (other._edits if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._edits)


@frozen(repr=False)
class Text:
    """A string that knows where each of its characters stood in the source.

    `Text("…")` wraps a plain string. `str(text)` returns the characters after all repairs. A repair
    makes a new text from an old one; neither changes.
    """

    characters: str
    """The characters after all repairs."""
    origin: Text | None = None
    """The text that was repaired, or `None` for the source itself."""
    edits: tuple[Edit, ...] = ()
    """What the repair changed, in order; offsets count the characters of `origin`."""

    def __str__(self) -> str:
        return self.characters

    def __len__(self) -> int:
        return len(self.characters)

    def __repr__(self) -> str:
        shown = self.characters if len(self) <= 40 else self.characters[:37] + "..."
        return f"Text({shown!r})"

    @property
    def source(self) -> str:
        """The characters before any repair. Every source span points into them."""
        return self.characters if self.origin is None else self.origin.source

    def edited(self, edits: Iterable[Edit]) -> Text:
        """Return the text with these replacements made.

        Args:
            edits: The replacements, in the order of the text. They must not overlap. Offsets count
                the characters of this text.

        Raises:
            ValueError: Two replacements overlap, or are in the wrong order.

        """
        made = tuple(edits)
        if not made:
            return self
        characters, pieces, done = self.characters, list[str](), 0
        for start, end, replacement in made:
            if start < done or end < start:
                raise ValueError(
                    f"edits must be in order and apart: {Edit(start, end, replacement)} comes "
                    f"after position {done}"
                )
            pieces.append(characters[done:start])
            if replacement:
                pieces.append(replacement)
            done = end
        pieces.append(characters[done:])
        return Text("".join(pieces), self, made)

    def part(self, span: Span) -> Text:
        """Return the text without what stands before and behind a place of it."""
        cuts = (Edit(0, span.start), Edit(span.end, len(self)))
        return self.edited(cut for cut in cuts if cut.start < cut.end)

    @property
    def own_source(self) -> str:
        """The characters of the source without those that `part` left out."""
        if self.origin is None:
            return self.characters
        text, origin = self, self.origin
        while origin.origin is not None:
            text, origin = origin, origin.origin
        source, edits = origin.characters, text.edits
        if isinstance(edits, Later):
            return source
        start, end = 0, len(source)
        for edit in (edits[0], edits[-1]):
            if not edit.replacement and edit.start == 0:
                start = edit.end
            elif not edit.replacement and edit.end == len(source):
                end = edit.start
        return source[start:end]

    def light(self) -> Text:
        """Return the same text without its characters, which are made again on demand.

        Whoever reads many reports and looks at a number of each need not hold every repaired text
        beside its source.
        """
        if self.origin is None or isinstance(self.edits, Later):
            return self
        origin = self.origin.light()
        if self.is_all_new:
            # These characters are held in any case: they are the replacement.
            return self if origin is self.origin else Text(self.characters, origin, self.edits)
        return _light(origin, self.edits)

    @property
    def is_all_new(self) -> bool:
        """Whether one edit put these very characters in the place of as many."""
        edit = self.edits[0]
        return (
            len(self.edits) == 1
            and edit.end == len(edit.replacement)
            and edit.replacement is self.characters
        )

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str:
            """Make the characters of a light text; nothing else can be missing."""
            if name != "characters":
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")
            at_once = self.edits.at_once if isinstance(self.edits, Later) else None
            before = self.origin
            made = (
                before.edited(self.edits).characters
                if at_once is None
                else at_once(before.characters)
            )
            object.__setattr__(self, name, made)
            return made

    def rewritten(
        self,
        characters: str,
        edits: Callable[[str], Iterable[Edit]],
        at_once: Callable[[str], str] | None = None,
    ) -> Text:
        """Return the text with characters made in a faster way; `edits` finds the edits on demand.

        Where the faster way is a function of a module, `at_once` names it: then a pickle need hold
        neither.
        """
        # Nothing but items and length is asked of the edits of a text.
        return Text(characters, self, cast("tuple[Edit, ...]", Later(edits, self, at_once)))

    def packed(self) -> PackedText:
        """Return the source and the way from there as plain values, without any text between."""
        steps = list[_Step]()
        text = self
        while text.origin is not None:
            if isinstance(text.edits, Later) and text.edits.at_once is not None:
                steps.append((text.edits.find, text.edits.at_once))
            else:
                steps.append((text.is_all_new, *chain.from_iterable(text.edits)))
            text = text.origin
        source: str | bytes = text.characters
        if not source[:_BEGINNING_CHARS].isascii():
            # In UTF-8, which a pickle has for a str, Chinese is longer, and takes three times as
            # long.
            source = text.characters.encode("utf-16-le", "surrogatepass")
        return source, *reversed(steps)

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked_text, self.packed()

    def source_span(self, start: int, end: int) -> Span:
        """Return where in the source some characters of this text stood.

        A replacement of equal length maps character by character. Any other replacement maps as a
        whole, so that the span covers everything from which its characters were made.

        Args:
            start: The offset of the first character in this text, after its repairs.
            end: The offset after the last character in this text.

        Returns:
            The place in `source`, before any repair.

        """
        if self.origin is None:
            return Span(start, end)
        first = self._before(start)[0]
        last = self._before(end - 1)[1] if end > start else first
        return self.origin.source_span(first, max(first, last))

    def source_spans(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return what `source_span` says of many places, several times as fast.

        Args:
            spans: Pairs of offsets in this text, after its repairs: first character, and after the
                last one.

        Returns:
            The pairs of offsets in `source`, in the same order.

        """
        if self.origin is None:
            return list(spans)
        starts, found = self._starts, list[tuple[int, int]]()
        ends = [
            start + len(edit.replacement) for start, edit in zip(starts, self.edits, strict=True)
        ]
        for start, end in spans:
            index = bisect_right(starts, start)
            touches_next = index < len(starts) and starts[index] < end
            if touches_next or (index and start < ends[index - 1]):
                first = self._before(start)[0]
                last = self._before(end - 1)[1] if end > start else first
                found.append((first, max(first, last)))
                continue
            shift = self.edits[index - 1].end - ends[index - 1] if index else 0
            found.append((start + shift, end + shift))
        return self.origin.source_spans(found)

    def _before(self, position: int) -> tuple[int, int]:
        """Where the character at `position` stood before the edits, as start and end."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position, position + 1
        edit, start = self.edits[index], self._starts[index]
        inside = position - start
        if inside >= len(edit.replacement):
            here = edit.end + inside - len(edit.replacement)
            return here, here + 1
        if len(edit.replacement) == edit.end - edit.start:
            return edit.start + inside, edit.start + inside + 1
        return edit.start, edit.end

    @cached_property
    def _starts(self) -> list[int]:
        """Where each edit's replacement begins in these characters."""
        starts, shift = [], 0
        for start, end, replacement in self.edits:
            starts.append(start + shift)
            shift += len(replacement) - (end - start)
        return starts


_BEGINNING_CHARS = 64
"""Characters that tell whether a text is Chinese, or markup with some Chinese in it."""
_Step: TypeAlias = tuple[Any, ...]
"""What a pickle holds of one repair: two functions, or that all is new, and the edits in a row."""
PackedText: TypeAlias = tuple[Any, ...]
"""The source of a text, and one step for each repair."""


def unpacked_text(source: str | bytes, *steps: _Step) -> Text:
    """Return the text that `packed` made this of."""
    text = Text(source if isinstance(source, str) else source.decode("utf-16-le", "surrogatepass"))
    for first, *rest in steps:
        if callable(first):
            text = _light(text, cast("tuple[Edit, ...]", Later(first, text, rest[0])))
            continue
        edits = tuple(map(Edit, rest[::3], rest[1::3], rest[2::3]))
        text = Text(edits[0].replacement, text, edits) if first else _light(text, edits)
    return text


def _light(origin: Text, edits: tuple[Edit, ...]) -> Text:
    """Return an edited text that has no characters yet."""
    light = Text("", origin, edits)
    object.__delattr__(light, "characters")
    return light
