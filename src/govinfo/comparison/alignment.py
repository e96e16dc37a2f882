"""Which sentences of two texts belong together, and how much of one is the other, word for word.

rapidfuzz finds the longest common subsequence. Long lists are compared in blocks, so that the time
grows with the length of the texts and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel, LCSseq

__all__ = ["aligned", "kept_characters", "pieces"]

_BLOCK = 2_000
"""Longer lists are compared in blocks of so many; no part of a report has as many sentences."""
_REACH = 30
"""A changed sentence is looked for so many sentences before and behind its own place."""
_ALIKE = 0.5
"""Two sentences with less in common are no two versions of one."""
_SHORTEST_RUN = 4
"""Fewer equal characters in a row are chance."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|.", re.DOTALL)
"""What is the same or not as a whole: a number, or any other character."""

Pair = tuple[int | None, int | None]
"""The numbers of an earlier and a later sentence that belong together; `None` for one alone."""


def aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Yield which elements belong together, in order: equal ones, and changed ones between them."""
    for begin in range(0, max(len(before), len(after)), _BLOCK):
        one, other = before[begin : begin + _BLOCK], after[begin : begin + _BLOCK]
        equal = [
            (block.a + n, block.b + n)
            for block in LCSseq.opcodes(one, other).as_matching_blocks()
            for n in range(block.size)
        ]
        for (i, j), (k, m) in pairwise([(-1, -1), *equal, (len(one), len(other))]):
            for left, right in _changed(one, other, (i + 1, k), (j + 1, m)):
                yield (
                    None if left is None else begin + left,
                    None if right is None else begin + right,
                )
            if k < len(one):
                yield begin + k, begin + m


def _changed(
    before: Sequence[str], after: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[Pair]:
    """Yield the elements between two equal ones, each with the one that it most likely became."""
    done, shift = right[0], right[0] - left[0]
    for number in range(*left):
        reach = range(max(done, number + shift - _REACH), min(right[1], number + shift + _REACH))
        scores = {
            other: Indel.normalized_similarity(before[number], after[other], score_cutoff=_ALIKE)
            for other in reach
        }
        best = max(scores, key=scores.__getitem__, default=None)
        if best is None or scores[best] < _ALIKE:
            yield number, None
            continue
        yield from ((None, between) for between in range(done, best))
        yield number, best
        done = best + 1
    yield from ((None, rest) for rest in range(done, right[1]))


def pieces(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return two sentences in pieces, old and new: equal ones, and what differs between them.

    A number is one piece: 2023 becomes 2021, and not a 3 a 1.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found, i, j = list[tuple[str, str]](), 0, 0
    for block in LCSseq.opcodes(old, new).as_matching_blocks():  # the last one is empty
        if block.a > i or block.b > j:
            found.append(("".join(old[i : block.a]), "".join(new[j : block.b])))
        i, j = block.a + block.size, block.b + block.size
        if block.size:
            found.append(("".join(old[block.a : i]), "".join(new[block.b : j])))
    return tuple(found)


def kept_characters(before: str, after: str) -> int:
    """Return how many characters of a sentence stand in runs that the earlier one has too."""
    if before == after:
        return len(after)
    blocks = LCSseq.opcodes(before, after).as_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _SHORTEST_RUN)
