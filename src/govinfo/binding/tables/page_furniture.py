"""Words that a page break puts between the figures of a row: the title of the report, 续表.

Where cells stand one below the other, such a line looks like one of them. A row that has all of
its figures beside the words tells them apart: words in the place of a figure leave one less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govinfo.binding.assignment import Bound, adds_up
from govinfo.binding.tables.rows import LONGEST_RUN_TOKENS, REVIEW_WIDTH
from govinfo.binding.tokens import BLANK, NOISE, UNKNOWN, VALUE, line_around
from govinfo.forms.labels import COLUMNS, FIRST, LAST, ROWS

__all__ = ["set_furniture_aside"]

_BEHIND_A_LABEL = BLANK + NOISE + VALUE + UNKNOWN
_RUN = re.compile(f"([{FIRST}-{LAST}])([{_BEHIND_A_LABEL}]{{3,{LONGEST_RUN_TOKENS}}})")
_BROKEN_BY_WORDS = re.compile(f"{VALUE}{UNKNOWN}+{VALUE}")
_FEWEST_ROWS, _FEWEST_PRINTINGS = 2, 3
"""Words inside so many whole rows, and so often on the page, stand on top of each page of paper."""


def set_furniture_aside(bound: Bound) -> None:
    """Treat words as noise that stand between the figures of a row that has all of them.

    The figures of table three must add up, or else the words must stand in several rows.
    """
    if not _BROKEN_BY_WORDS.search(bound.kinds):
        return
    noise, inside = set[int](), Counter[str]()
    for table, words, figures in _whole_rows(bound):
        inside.update({bound.tokens[word].strip() for word in words})
        if table == "requests" and adds_up(bound, figures):
            noise.update(words)
    unknown = [token for token, kind in enumerate(bound.kinds) if kind == UNKNOWN]
    printings = Counter(bound.tokens[token].strip() for token in unknown)
    for token in unknown:
        printed = bound.tokens[token].strip()
        is_often = inside[printed] >= _FEWEST_ROWS and printings[printed] >= _FEWEST_PRINTINGS
        if is_often and not line_around(bound.kinds, token).is_row:
            noise.add(token)
    kinds = (NOISE if token in noise else kind for token, kind in enumerate(bound.kinds))
    bound.kinds = "".join(kinds)


def _whole_rows(bound: Bound) -> Iterator[tuple[str, list[int], list[int]]]:
    """Yield the table, the words and the figures of each row with words between all its figures."""
    slots, heads = ROWS[bound.form.id], COLUMNS[bound.form.id]
    for match in _RUN.finditer(bound.kinds):
        begin, slot = match.start(2), slots.get(match[1])
        figures = [at for at, kind in enumerate(match[0][1:], begin) if kind == VALUE]
        if len(figures) < 2 or line_around(bound.kinds, begin).is_row:
            continue
        inner = range(figures[0], figures[-1])
        words = [token for token in inner if bound.kinds[token] == UNKNOWN]
        if not words or BLANK in bound.kinds[inner.start : inner.stop]:
            continue
        if slot is not None and not slot.confusable and len(figures) == slot.width:
            yield slot.table, words, figures
        elif len(figures) == REVIEW_WIDTH and match[1] in heads:
            yield "review", words, figures
