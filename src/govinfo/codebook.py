"""The codebook: every variable of the tables, with its name, labels, unit, forms and comparability.

One table of variables is the source for the names in Stata, for the labels in Arrow, Excel and
data packages, and for the page of the documentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, overload

from attrs import frozen

from govinfo.errors import MissingExtra, is_one_of, one_of
from govinfo.figures import Address
from govinfo.forms import FORMS, cell_of, english
from govinfo.forms.crosswalk import CROSSWALK
from govinfo.wording import Lang

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["HEADS", "Codebook", "Variable", "dictionary", "stata_label", "stata_name"]

_TABLE_NAMES = {"proactive": "pro", "requests": "req", "review": "rev", "statistics": "stat"}
_COLUMN_NAMES = {
    "natural_person": "person",
    "public_interest": "public",
    "legal_service": "legal",
    "other_org": "org",
    "newly_disclosed": "new_public",
    "total_disclosed": "all_public",
    "prior_year_items": "prior",
    "current": "now",
    "cumulative": "cum",
    "value": "",
}
_WORDS = {
    "administrative": "admin",
    "affairs": "aff",
    "answered": "answ",
    "catalogue": "list",
    "clarification": "clarif",
    "complaints": "compl",
    "confirmation": "confirm",
    "creation": "making",
    "enforcement": "enforc",
    "external": "ext",
    "government": "gov",
    "handling": "handl",
    "information": "info",
    "inquiry": "query",
    "internal": "intern",
    "litigation": "suit",
    "normative": "norm",
    "documents": "docs",
    "partially": "part",
    "processed": "proc",
    "prohibited": "barred",
    "publication": "publ",
    "reconsideration": "recon",
    "conferences": "conf",
    "interviews": "talks",
    "interpretations": "interpr",
    "procurement": "procure",
    "requires": "needs",
    "responsible": "resp",
    "security": "sec",
    "services": "svc",
    "stability": "stab",
    "still": "yet",
}
"""Shorter words for names of variables; what is not here is written out."""


_STATA_LABEL_CHARS = 80
_STATA_NAME_CHARS = 32
_SAME_CELL = {
    "zh": ("仅 {forms} 有此单元格，其他格式不统计", "{forms} 的同一单元格，可以比较"),
    "en": ("a cell of {forms} only; no other form counts it", "the same cell in {forms}"),
}
"""What may be compared of a cell that is in no quantity: with one form, and with several."""


HEADS: Mapping[Lang, tuple[str, ...]] = {
    "zh": ("名称", "地址", "标签", "单位", "格式", "可比性"),
    "en": ("name", "address", "label", "unit", "forms", "comparable"),
}
"""What the columns of the codebook are called."""


class Variable(NamedTuple):
    """One quantity that a cell of a form holds: a column of the wide table."""

    name: str
    """A name of at most 32 characters: letters, digits and `_`, fit for Stata."""
    address: Address
    """`table.row.column`; the name of the column in the wide table."""
    label: str
    """Table, row and column in words."""
    unit: str
    """件, 项, 元 and others, as the form states it; in English with a translation. Between those of
    several forms stands `, `."""
    forms: str
    """The forms that have it, the newest first, with `, ` between them."""
    comparable: str
    """With what it may be compared: the quantities of `comparable()` that it is part of, and what
    to mind; for other cells, whether several forms have them."""


@frozen(repr=False)
class Codebook(Sequence[Variable]):
    """The variables, in the order of the forms. It shows as a table, and becomes a data frame."""

    variables: tuple[Variable, ...]

    @overload
    def __getitem__(self, index: int) -> Variable: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Variable, ...]: ...
    def __getitem__(self, index: int | slice) -> Variable | tuple[Variable, ...]:
        """Return one variable, or those of a slice."""
        return self.variables[index]

    def __len__(self) -> int:
        return len(self.variables)

    def __iter__(self) -> Iterator[Variable]:
        return iter(self.variables)

    def to_pandas(self) -> pd.DataFrame:
        """Return a data frame with one row per variable.

        Raises:
            MissingExtra: pandas is not installed.

        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtra("Codebook.to_pandas", "pandas") from error
        return pd.DataFrame(self.variables, columns=list(Variable._fields), dtype="string")

    def __repr__(self) -> str:
        return f"<Codebook: {len(self)} variables>"


def dictionary(lang: Lang = "zh") -> Codebook:
    """Return the codebook: one row for each cell of any form.

    Args:
        lang: `zh` for the labels of the forms, `en` for English ones.

    Returns:
        The variables in the order of the forms, the newest form first; a cell that several forms
        have stands there once.

    Raises:
        BadArgument: `lang` is another language.

    """
    if not is_one_of(lang, ("zh", "en")):
        raise one_of("`lang`", lang, ("zh", "en"))
    return _codebook(lang)


@cache
def _codebook(lang: Lang) -> Codebook:
    addresses = dict.fromkeys(address for form in FORMS for address in form.addresses)
    found = []
    for address in addresses:
        forms = [form for form in FORMS if address in form.positions]
        units = dict.fromkeys(form.cells[address][1].unit for form in forms)
        ids = ", ".join(form.id for form in forms)
        # The quantities that are counted in this cell in one of the forms.
        quantities = [
            quantity
            for quantity in CROSSWALK
            if any(address in quantity.cells_of(form) for form in FORMS)
        ]
        found.append(
            Variable(
                stata_name(address),
                address,
                label_of(address, lang),
                ", ".join(units if lang == "zh" else (english.UNITS[unit] for unit in units)),
                ids,
                ("；" if lang == "zh" else "; ").join(one.told(lang) for one in quantities)
                or _SAME_CELL[lang][len(forms) > 1].format(forms=ids),
            )
        )
    return Codebook(tuple(found))


def label_of(address: Address, lang: Lang) -> str:
    """Return table, row and column of a cell in words."""
    form = next(form for form in FORMS if address in form.positions)
    row, column = cell_of(form, address)
    if lang == "en":
        words = (
            english.TABLES[address.table],
            english.ROWS[row.id],
            english.COLUMNS[column.id],
        )
        return " – ".join(words)
    table = form.table(address.table)
    above = next((one.label for one in table.rows if one.id == row.parent), None)
    parts = filter(None, (above, row.label, column.group, column.label))
    return f"{table.title}：{'·'.join(parts)}"


@cache
def stata_name(address: str) -> str:
    """Return the name of a column in at most 32 characters, fit for Stata.

    Args:
        address: `table.row.column`, or any other name of a column, which changes if it is longer.

    """
    parts = address.split(".")
    if len(parts) != 3:
        return address.replace("normative_documents", "norm_docs")[:_STATA_NAME_CHARS]
    table, row, column = parts
    words = [_TABLE_NAMES[table], *(_WORDS.get(word, word) for word in row.split("_"))]
    words.append(_COLUMN_NAMES.get(column, column))
    return "_".join(filter(None, words))


def stata_label(label: str) -> str:
    """Return a label in at most 80 characters, as Stata has it: what is too long loses its middle.

    The last part, which is the column, stays whole: rows and columns can be told apart.
    """
    if len(label) <= _STATA_LABEL_CHARS:
        return label
    begin = label.rfind(" – ")
    last = label[begin:] if 0 < len(label) - begin <= _STATA_LABEL_CHARS // 2 else label[-20:]
    return label[: _STATA_LABEL_CHARS - len(last) - 1] + "…" + last
