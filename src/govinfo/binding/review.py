"""Table four: three lines of heads, the last of which says 结果维持 … 总计 three times, and one line of fifteen values.

No label stands before the values; what names them is that they follow the heads, and that there are fifteen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.binding.bound import Bound, put, put_illegible, span_of
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN
from govinfo.binding.rows import CELLS, Found
from govinfo.forms.labels import FIRST, HEADINGS, LABELS, Slot, label_key
from govinfo.model import Note
from govinfo.page import ROW_END

__all__ = ["bind_review"]

WIDTH = 15
_PENDING = "".join(LABELS[label_key(label)] for label in ("尚未审结", "未审结"))
_LAST_LABEL = chr(ord(min(HEADINGS.values())) - 1)
# From the first 尚未审结 over all other heads, over blanks and line ends, up to the first cell with something in it.
# Possessive: a page of nothing but heads must be walked once.
_HEADS = re.compile(f"[{_PENDING}][{FIRST}-{_LAST_LABEL}{UNKNOWN}{ROW_END}{BLANK}{NOISE}]*+")
_CELLS = re.compile(f"[{CELLS}]*")
_BLANKS = re.compile(f"{BLANK}{{{WIDTH},}}")


def bind_review(bound: Bound) -> list[tuple[int, int]]:
    """Put down the values of table four; returns the runs of tokens that were taken for them."""
    table = next((table for table in bound.form.tables if table.id == "review"), None)
    if table is None:
        return []
    slot = Slot("review", "cases", bound.form.positions[table.addresses[0]], WIDTH, (), confusable=False)
    runs = list(_runs(bound.kinds))
    for begin, end in runs:
        _put_line(bound, Found(slot, bound.form, begin, end))
    return runs


def _runs(kinds: str) -> Iterator[tuple[int, int]]:
    for heads in _HEADS.finditer(kinds):
        begin = heads.start() + len(heads[0].rstrip(BLANK))
        cells = _CELLS.match(kinds, begin)
        if cells is not None and cells[0].strip(BLANK + NOISE):
            yield cells.span()
        else:
            # A blank form: the last of the rows that are long enough, since heads leave blanks behind as well.
            yield from ((heads.start() + m.start(), heads.start() + m.end()) for m in _BLANKS.finditer(heads[0]))


def _put_line(bound: Bound, row: Found) -> None:
    cells = [token for token in range(row.begin, row.end) if bound.kinds[token] != NOISE]
    run = "".join(bound.kinds[token] for token in cells)
    core = run.strip(BLANK)
    if len(run) == WIDTH or not core or len(run.rstrip(BLANK)) == WIDTH:
        put(bound, row, cells[:WIDTH])
    elif len(core) == WIDTH:
        offset = run.index(core)
        put(bound, row, cells[offset : offset + WIDTH])
    else:
        message = f"table four has {len(core)} figures where the form has {WIDTH} cells; nothing shows which is which"
        put_illegible(bound, row, cells, Note("row_width", message, span_of(bound, cells)))
