"""Table four below heads that are broken into pieces: 结果 结果 其他 尚未 on one line, 维持 纠正 结果 审结 on the next.

What stands between the head 行政复议 and the next section is then made of the characters of those
heads and of nothing else, and of the figures.
"""

from __future__ import annotations

import re

from govinfo.binding.assignment import Bound
from govinfo.binding.tables.rows import CELLS
from govinfo.binding.tokens import BLANK, NOISE
from govinfo.forms import FORMS
from govinfo.forms.labels import LABELS, label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["begin_of_review", "figures_below_broken_heads"]

_BLOCK = next(form for form in FORMS if form.is_tabular).table("review").blocks[0]
_GROUPS = ("行政复议", "行政诉讼", *(row.label for row in _BLOCK.rows))
_BEGINNING = re.compile(f"[{''.join(LABELS[label_key(label)] for label in _GROUPS)}]")
_LETTERS = frozenset("".join((*_GROUPS, *(column.label for column in _BLOCK.columns))))
_NUMBER_OF_A_LABEL = re.compile(r"[\d.、()（）]*")


def begin_of_review(kinds: str, begin: int) -> int:
    """Return where the heads of table four begin, or the end of the page."""
    found = _BEGINNING.search(kinds, begin)
    return found.start() if found else len(kinds)


def figures_below_broken_heads(bound: Bound) -> list[int]:
    """Return the tokens of the figures that stand among the heads of table four, whole or broken, and below them."""
    figures = list[int]()
    for token in range(begin_of_review(bound.kinds, 0), len(bound.kinds)):
        kind = bound.kinds[token]
        if kind in CELLS:
            figures += [token] if kind not in BLANK + NOISE else []
        elif kind != ROW_END and not _is_of_heads(bound.tokens[token]):
            break
    return figures


def _is_of_heads(token: str) -> bool:
    key = label_key(plain(token))
    return _LETTERS.issuperset(key) or _NUMBER_OF_A_LABEL.fullmatch(key) is not None
