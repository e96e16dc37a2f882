"""Which cells belong to which row: a label, and the run of cells behind it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from govinfo.binding.kinds import BLANK, NOISE, VALUE
from govinfo.forms import FORMS
from govinfo.forms.labels import COLUMNS, FIRST, LABELS, LAST, ROWS, Slot, label_key
from govinfo.forms.schema import Form
from govinfo.text.normalise import plain

__all__ = [
    "APPLICANTS",
    "CAPTIONS",
    "CELLS",
    "EXTRA",
    "GROUPS",
    "HEADS",
    "LABEL",
    "LAST_LABEL",
    "LONGEST_RUN_TOKENS",
    "PROCEEDINGS",
    "RESULTS",
    "RESULT_COLUMNS",
    "REVIEW_BLOCK",
    "REVIEW_WIDTH",
    "SUBJECT",
    "Found",
    "Order",
    "Stray",
    "column_of_head",
    "find_rows",
    "form_order",
    "heads_in",
    "offset_of",
    "review_slot",
    "rows_in_order",
]

CELLS = " 0/?~"
"""The kinds of cells: blank, number, not applicable, unreadable; and a page number among them."""
LONGEST_RUN_TOKENS = 1_000
"""No row of any report has a tenth of it; a hostile page strings more cells together."""
_ROW = re.compile(f"[{FIRST}-{LAST}][{CELLS}]{{1,{LONGEST_RUN_TOKENS}}}")
LAST_LABEL = max(LABELS.values())
"""The kinds of labels go from `FIRST` to this one; those of headings follow."""
LABEL = re.compile(f"[{FIRST}-{LAST_LABEL}]")
"""The kind of any label, of any form."""
HEADS = frozenset(character for columns in COLUMNS.values() for character in columns)
"""The kinds of the heads of columns, of all forms."""
GROUPS = frozenset(LABELS[label_key(label)] for label in ("法人或其他组织", "法人或者其他组织"))
"""The kinds of the heads that span others."""
_KEYS_OF_HEADS = [re.escape(key) for key, kind in LABELS.items() if kind in HEADS | GROUPS]
_HEAD = re.compile("|".join(sorted(_KEYS_OF_HEADS, key=len, reverse=True)))
_RUN_OF_HEADS = re.compile(rf"(?>(?:{_HEAD.pattern})+)")
_LONGEST_RUN_OF_HEADS_CHARS = 80
_FRAME = re.compile(r"[|\u2500-\u257f]+")
"""What is left of a drawn frame between heads, where its page is read by the places of words."""
CAPTIONS = frozenset(
    LABELS[label_key(block.caption)]
    for form in FORMS
    for table in form.tables
    for block in table.blocks
    if block.caption
)
"""The kinds of what stands above the blocks of table 2."""
SUBJECT = LABELS[label_key("信息内容")]
"""What stands before the heads of table 2."""
APPLICANTS = LABELS[label_key("申请人情况")]
"""What stands above the heads of table 3."""

EXTRA = -1
"""The number of a printed column that the form does not have."""
Order: TypeAlias = tuple[int, ...]
"""The column of the form that each printed column is, from left to right; `EXTRA` for none."""


class Found(NamedTuple):
    """A row label with the cells behind it, as a range of tokens."""

    slot: Slot
    form: Form
    """The form that has this row; offices put rows of another form into a report."""
    begin: int
    end: int
    heads: str
    """The column heads between this row and the one before, or above the first row of its block."""
    offset: int | None
    """Which token of the range is the row's first cell, where the row alone shows it."""
    above: int = 0
    """The first token that may be one of the heads."""


@cache
def form_order(width: int) -> Order:
    """Return the order of the form."""
    return tuple(range(width))


@cache
def rows_in_order(form: Form) -> tuple[Slot, ...]:
    """Return the rows of a form that have a label, in the order of the form."""
    slots = {slot.first: slot for slot in ROWS[form.id].values()}
    return tuple(slots[first] for first in sorted(slots))


class Stray(NamedTuple):
    """Numbers behind something that is no row label."""

    begin: int
    end: int


_MOST_ROWS = 2_000
"""No report has a thirtieth of so many; a hostile page is read no further."""
_HEADS_REACH_TOKENS = 200
"""Heads stand no further above their first row; each head is looked at for one row only."""


@lru_cache(maxsize=4)
def find_rows(kinds: str, form: Form) -> tuple[Found | Stray, ...]:
    """Return the rows on a page, and the numbers behind anything else than the label of a row.

    Args:
        kinds: The page, one character for each token.
        form: The form of the report. A row that it does not have may be one of another form.

    Returns: What was found, in the order of the page, as ranges of tokens.

    """
    found, above, heads_of_block = list[Found | Stray](), 0, ""
    for match in _ROW.finditer(kinds):
        # Between one row and the next stand column heads with what they leave blank.
        begin, end, run = match.start() + 1, match.end(), match[0][1:]
        heads = "".join(filter(HEADS.__contains__, kinds[above : match.start()]))
        if heads or not CAPTIONS.isdisjoint(kinds[above : match.start()]):
            heads_of_block = heads
        slot, owner = _slot_below(heads_of_block, match[0][0], form)
        if slot is None or (slot.confusable and heads):
            # 总计 and 其他 are heads of columns as well: below other heads they are no rows.
            one: Found | Stray | None = Stray(begin, end) if VALUE in run else None
        else:
            is_headed = slot.table != "proactive" or not heads
            is_whole = len(heads) == slot.width == len({*heads})
            is_headed = is_headed or (is_whole and _fits(heads, slot))
            is_plain = is_headed and owner is form and not slot.confusable
            offset = offset_of(run, slot.width) if is_plain else None
            one = Found(slot, owner, begin, end, heads, offset, above)
        if one is not None:
            found.append(one)
        if one is not None or end - above > _HEADS_REACH_TOKENS:
            above = end
        if len(found) == _MOST_ROWS:
            break
    return tuple(found)


def _slot_below(heads: str, label: str, form: Form) -> tuple[Slot | None, Form]:
    """The row that a label names below these heads, and the form that has it.

    行政许可 has one column in the 2021 form and three in the form before: the heads decide, never
    the year. A row that only another form has keeps the meaning it has there.
    """
    known = [
        (slot, candidate)
        for candidate in (form, *FORMS)
        if (slot := ROWS[candidate.id].get(label)) is not None
    ]
    for slot, candidate in known:
        if not heads or slot.table != "proactive" or _fits(heads, slot):
            return slot, candidate
    # The heads of no form stand in this order: the form that has most of them is meant.
    best = max(
        known,
        key=lambda one: sum(any(head in own for own in one[0].header) for head in heads),
        default=None,
    )
    return best or (None, form)


def _fits(heads: str, slot: Slot) -> bool:
    """Whether the heads are those of the row's columns, in their order; some may be lost."""
    # A head that spans columns is printed once, or once for each of them.
    columns = iter(slot.header)
    return all(any(head in column for column in columns) for head in dict.fromkeys(heads))


def offset_of(run: str, width: int) -> int | None:
    """Return which token of a run is the row's first cell; `None` where the run does not show it.

    It shows when the right number of cells remains between the blanks at both ends. A run that has
    the right length only together with such blanks may be short of a figure, and the blank beside
    it be left by a spanned cell.
    """
    core = run.strip(BLANK)
    return len(run) - len(run.lstrip(BLANK)) if len(core) == width and NOISE not in run else None


@lru_cache(maxsize=4096)
def column_of_head(kind: str, slot: Slot) -> int:
    """Return the column of a row that a head is of; `EXTRA` for another head."""
    return next((place for place, own in enumerate(slot.header) if kind in own), EXTRA)


REVIEW_BLOCK = next(form for form in FORMS if form.is_tabular).table("review").blocks[0]
"""Table 4, as the newest form prints it."""
RESULT_COLUMNS = REVIEW_BLOCK.columns
"""The columns of one proceeding in table 4."""
RESULTS = len(RESULT_COLUMNS)
"""How many cells a proceeding has; the last is the total of the others."""
PROCEEDINGS = len(REVIEW_BLOCK.rows)
REVIEW_WIDTH = PROCEEDINGS * RESULTS
"""The cells of table 4, which stand on one line."""


@lru_cache(maxsize=4096)
def heads_in(token: str) -> str:
    """Return the kinds of the heads in a token, with at most a frame between: 总计自然人."""
    if len(token) > _LONGEST_RUN_OF_HEADS_CHARS:
        token = _FRAME.sub("|", token)
        if len(token) > _LONGEST_RUN_OF_HEADS_CHARS:
            return ""
    key = label_key(_FRAME.sub("", plain(token)))
    is_run = _RUN_OF_HEADS.fullmatch(key) is not None
    return "".join(LABELS[head] for head in _HEAD.findall(key)) if is_run else ""


def review_slot(form: Form) -> Slot:
    """Return where the values of table 4 go: three rows of the form on one line."""
    first = form.positions[form.table("review").addresses[0]]
    return Slot("review", "cases", first, REVIEW_WIDTH, (), confusable=False)
