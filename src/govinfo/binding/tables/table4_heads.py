"""Table four below heads that are broken into pieces: 结果 其他 尚未 above, 维持 结果 审结 below.

Between the head 行政复议 and the next section there are then only characters of those heads, and
figures.
"""

from __future__ import annotations

import re

from govinfo.binding.assignment import Bound
from govinfo.binding.tables.rows import CELLS, REVIEW_BLOCK
from govinfo.binding.tokens import BLANK, NOISE
from govinfo.forms.labels import LABELS, label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["begin_of_review", "figures_below_broken_heads"]

_GROUPS = ("行政复议", "行政诉讼", *(row.label for row in REVIEW_BLOCK.rows))
_BEGINNING = re.compile(f"[{''.join(LABELS[label_key(label)] for label in _GROUPS)}]")
_LETTERS = frozenset("".join((*_GROUPS, *(column.label for column in REVIEW_BLOCK.columns))))
_NUMBER_OF_A_LABEL = re.compile(r"[\d.、()（）]*")


def begin_of_review(kinds: str, begin: int) -> int:
    """Return the first token of the heads of table four from `begin` on, or the end of the page."""
    found = _BEGINNING.search(kinds, begin)
    return found.start() if found else len(kinds)


def figures_below_broken_heads(bound: Bound) -> list[int]:
    """Return the tokens of the figures among the heads of table four, broken or not, and below."""
    figures = list[int]()
    for token in range(begin_of_review(bound.kinds, 0), len(bound.kinds)):
        kind = bound.kinds[token]
        if kind in CELLS:
            figures += [token] if kind not in BLANK + NOISE else []
        elif kind != ROW_END:
            key = label_key(plain(bound.tokens[token]))
            if not _LETTERS.issuperset(key) and not _NUMBER_OF_A_LABEL.fullmatch(key):
                break
    return figures
