"""Runs of digits between labels whose separators are gone: which row of the form each of them is.

The words before a run end with the label of its row, all that stands above it glued in front; the
number of the next label is glued to its last digit: `…0502.没有现成信息` is a run that ends in 50,
and label 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from attrs import frozen

from govinfo.binding.assignment import Bound
from govinfo.binding.generation import distinctive_labels
from govinfo.binding.tables.table4 import review_slot
from govinfo.forms import FORMS
from govinfo.forms.labels import LABELS, ROWS, Slot, label_key
from govinfo.forms.schema import Form, Kind
from govinfo.text.normalise import plain

__all__ = ["RunRow", "rows_of_runs"]

_LABEL = 80
"""Longer words are prose, which no other document has."""
_AFTER_A_NUMBER = (".", "、")
_UNITS = ("件", "条", "项", "个", "份", "次", "年", "月", "%")
"""What follows a number in a sentence."""


@frozen
class RunRow:
    """A row with the digits that stand behind its label."""

    slot: Slot
    form: Form
    """The form whose row it is: another than the report's, where offices mix them."""
    digits: str
    """What stands behind the label; nothing when all its cells are blank."""
    token: int
    """The run, or the words that hold the label when there is none."""
    begin: int
    """Where the digits begin in the text, or the words end when there are none."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What the columns of the row hold."""
        return _kinds(self.form, self.slot.first, self.slot.width)

    @cached_property
    def words(self) -> list[str]:
        """What stands between the spaces that were kept."""
        return self.digits.split()

    @cached_property
    def characters(self) -> int:
        """How many characters there are, spaces not counted."""
        return sum(map(len, self.words))

    @property
    def has_gap(self) -> bool:
        """Whether two spaces in a row, of cells that are not all there, show where a blank one was."""
        return "  " in self.digits and len(self.words) != self.slot.width

    @cached_property
    def is_plain(self) -> bool:
        """Whether each cell is one character, or spaces stand between all of them: then there is nothing to infer."""
        return (
            self.slot.width in (len(self.words), self.characters)
            and "".join(self.words).isdecimal()
        )


@cache
def _kinds(form: Form, first: int, width: int) -> tuple[Kind, ...]:
    return tuple(form.cells[address][1].kind for address in form.addresses[first : first + width])


def rows_of_runs(bound: Bound) -> list[RunRow]:
    """Return the rows of a page with what stands behind their labels, from the heads of the first table on."""
    tokens, first = bound.tokens, _first_heads(bound)
    rows: dict[tuple[str, int], RunRow] = {}
    for token in (token for token in bound.page.runs() if token > first):
        slot, form = _row_before(_key(tokens[token - 1]), bound.form)
        # No more is asked of the words behind a run than how they begin.
        after = _key(tokens[token + 1][:_LABEL]) if token + 1 < len(tokens) else ""
        digits = _without_number(tokens[token], after)
        if slot is not None and digits and not after.startswith(_UNITS):
            rows.setdefault(
                (form.id, slot.first),
                RunRow(slot, form, digits, token, bound.token_places[token][0]),
            )
    return [*rows.values(), *_blank_rows(bound, rows)] if rows else []


def _first_heads(bound: Bound) -> int:
    """The first words with heads of a table among them."""
    telltales, heads = _heads(bound.form)
    whole = (
        token
        for token, words in enumerate(bound.tokens)
        if any(head in words for head in telltales)
    )
    spelt = (
        token
        for token, words in enumerate(bound.tokens)
        if any(head in _key(words) for head in heads)
    )
    return next(whole, None) or next(spelt, len(bound.tokens))


def _key(words: str) -> str:
    return _short_key(words) if len(words) <= _LABEL else label_key(plain(words))


@lru_cache(maxsize=4096)
def _short_key(words: str) -> str:
    return label_key(plain(words))


@cache
def _heads(form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The heads that tell forms apart, and those of all tables; they stand in no sentence."""
    told = frozenset[str]().union(*distinctive_labels(form))
    columns = (
        column for table in form.tables for block in table.blocks for column in block.columns
    )
    telltales = tuple(key for key in (label_key(c.label) for c in columns) if LABELS[key] in told)
    return telltales, (*telltales, _last_heads(), label_key("申请人情况"))


@cache
def _last_heads() -> str:
    """The last two heads of table four, behind which its figures stand."""
    columns = FORMS[0].table("review").blocks[0].columns
    return "".join(label_key(column.label) for column in columns[-2:])


@lru_cache(maxsize=4096)
def _row_before(key: str, form: Form) -> tuple[Slot | None, Form]:
    """The row whose label a stretch of words ends with, in this form or in another."""
    if key.endswith(_last_heads()):
        return review_slot(form), form
    for candidate in (form, *FORMS):
        for label, slot in _by_ending(candidate).get(key[-2:], ()):
            # 其他 and 总计 head columns as well: rows they are with their number, or with nothing
            # before them.
            if key.endswith(label) and (
                not slot.confusable or key in (label, f".{label}") or not label[0].isalpha()
            ):
                return slot, candidate
    return None, form


@cache
def _by_ending(form: Form) -> Mapping[str, Sequence[tuple[str, Slot]]]:
    """The labels of a form's rows by their last two characters, the longest first."""
    labels: dict[str, list[tuple[str, Slot]]] = {}
    for key in sorted(LABELS, key=len, reverse=True):
        if LABELS[key] in ROWS[form.id]:
            labels.setdefault(key[-2:], []).append((key, ROWS[form.id][LABELS[key]]))
    return labels


def _without_number(digits: str, after: str) -> str:
    """The digits without the number of the next label."""
    if not after.startswith(_AFTER_A_NUMBER):
        return digits
    return digits.removesuffix(_number_before(after) or digits[-1:])


@lru_cache(maxsize=4096)
def _number_before(after: str) -> str | None:
    """The number of the label that goes on with these words."""
    keys = (
        label_key(row.label)
        for form in FORMS
        if form.is_tabular
        for table in form.tables
        for row in table.rows
    )
    rests = ((key.lstrip("0123456789"), key) for key in keys)
    return next(
        (key.removesuffix(rest) for rest, key in rests if rest != key and after.startswith(rest)),
        None,
    )


def _blank_rows(bound: Bound, known: Collection[tuple[str, int]]) -> Iterator[RunRow]:
    """Yield the rows without a run whose whole label, number and all, is among the words."""
    form = bound.form
    lacking = [
        (label, slot) for label, slot in _whole_labels(form) if (form.id, slot.first) not in known
    ]
    keys = list(map(_key, bound.tokens)) if lacking else []
    for label, slot in lacking:
        token = next((token for token, words in enumerate(keys) if label in words), None)
        if token is not None:
            yield RunRow(slot, form, "", token, bound.token_places[token][1])


@cache
def _whole_labels(form: Form) -> tuple[tuple[str, Slot], ...]:
    """The labels of rows that stand in no sentence, having a number before them."""
    slots = ((label, ROWS[form.id].get(character)) for label, character in LABELS.items())
    return tuple(
        (label, slot)
        for label, slot in slots
        if slot and (not label[0].isalpha() or label[1:2] == "、")
    )
