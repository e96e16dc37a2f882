"""Words that a page break puts between the figures of a row: the title of the report, 续表.

Where cells stand one below the other, such a line looks like one of them. A row that has all of
its figures beside the words tells them apart: words in the place of a figure leave one less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govinfo.binding.assignment import Bound, adds_up
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, VALUE, line_around
from govinfo.binding.tables.rows import LONGEST_RUN_TOKENS, RESULTS, REVIEW_WIDTH
from govinfo.forms.labels import COLUMNS, FIRST, LAST, ROWS

__all__ = ["set_furniture_aside"]

_BEHIND_A_LABEL = BLANK + NOISE + VALUE + UNKNOWN
_RUN = re.compile(f"([{FIRST}-{LAST}])([{_BEHIND_A_LABEL}]{{3,{LONGEST_RUN_TOKENS}}})")
_BROKEN_BY_WORDS = re.compile(f"{VALUE}[{NOISE}{UNKNOWN}]+{VALUE}")
_FEWEST_FIGURES = 3
_FEWEST_ROWS, _FEWEST_PRINTINGS = 2, 3
"""Words inside so many whole rows, and so often on the page, stand on top of each page of paper."""


def set_furniture_aside(bound: Bound) -> None:
    """Treat words as noise that stand between the figures of a row that has all of them.

    These figures must add up. Words in several such rows, and in none that does not add up, are
    noise wherever they stand.
    """
    if not _BROKEN_BY_WORDS.search(bound.kinds):
        return
    noise, inside, doubted = set[int](), Counter[str](), set[str]()
    for words, sums in _whole_rows(bound):
        printed = {bound.tokens[word].strip() for word in words}
        if all(adds_up(bound, figures) for figures in sums):
            noise.update(words)
            inside.update(printed)
        else:
            doubted |= printed
    unknown = [token for token, kind in enumerate(bound.kinds) if kind == UNKNOWN]
    printings = Counter(bound.tokens[token].strip() for token in unknown)
    on_each_page = {
        printed
        for printed, rows in inside.items()
        if rows >= _FEWEST_ROWS and printings[printed] >= _FEWEST_PRINTINGS
    }
    for token in unknown:
        is_known = bound.tokens[token].strip() in on_each_page - doubted
        if is_known and not line_around(bound.kinds, token).is_row:
            noise.add(token)
    kinds = (NOISE if token in noise else kind for token, kind in enumerate(bound.kinds))
    bound.kinds = "".join(kinds)


def _whole_rows(bound: Bound) -> Iterator[tuple[list[int], list[list[int]]]]:
    """Yield the words inside each row of tables 3 and 4 that has all of its figures.

    With them go the figures, those together that have to add up.
    """
    slots, heads = ROWS[bound.form.id], COLUMNS[bound.form.id]
    for match in _RUN.finditer(bound.kinds):
        begin, slot = match.start(2), slots.get(match[1])
        figures = [at for at, kind in enumerate(match[0][1:], begin) if kind == VALUE]
        if len(figures) < _FEWEST_FIGURES or line_around(bound.kinds, begin).is_row:
            continue
        inner = range(figures[0], figures[-1])
        words = [token for token in inner if bound.kinds[token] == UNKNOWN]
        if not words or BLANK in bound.kinds[inner.start : inner.stop]:
            continue
        if slot is not None and slot.table == "requests" and len(figures) == slot.width:
            yield words, [figures]
        elif len(figures) == REVIEW_WIDTH and match[1] in heads:
            yield words, [figures[at : at + RESULTS] for at in range(0, REVIEW_WIDTH, RESULTS)]
