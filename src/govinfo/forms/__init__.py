"""The statutory forms, generation by generation, as data."""

from __future__ import annotations

from collections.abc import Iterable

from govinfo.errors import BadAddress, Shown, UnknownAddress, meant, unknown_name
from govinfo.figures import Address
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.forms.schema import Block, Column, Form, FormSection, FormTable, Identity, Kind, Row
from govinfo.forms.stats2008 import STATS2008
from govinfo.forms.stats2014 import STATS2014

__all__ = [
    "FORMS",
    "Block",
    "Column",
    "Form",
    "FormSection",
    "FormTable",
    "Identity",
    "Kind",
    "Row",
    "cell_of",
    "form_by_id",
    "forms_with",
    "unknown_address",
]

FORMS: tuple[Form, ...] = (FORM2021, FORM2019, STATS2014, STATS2008, NARRATIVE2008)
"""Every form that govinfo knows, newest first.

Sources: `form2021` 国办公开办函〔2021〕30号, `form2019` 国办公开办函〔2019〕60号, `stats2014`
国办发〔2014〕32号, `stats2008` the tables of provinces and cities, `narrative2008` article 32 of
the Regulation of 2007.
"""
_ADDRESS_PARTS = 3


def form_by_id(form_id: str) -> Form:
    """Return the form of this id.

    Raises:
        UnknownName: There is no such form; the message names those there are.

    """
    for form in FORMS:
        if form.id == form_id:
            return form
    raise unknown_name("form", form_id, [form.id for form in FORMS])


def forms_with(*names: str) -> tuple[str, ...]:
    """Return the ids of the forms that have all of these.

    Args:
        names: Tables, rows, cells, identities or parts, each as `Form.has` takes it.

    """
    return tuple(form.id for form in FORMS if all(map(form.has, names)))


def cell_of(form: Form, address: str) -> tuple[Row, Column]:
    """Return the row and the column of a cell, also of a cell that only another form has."""
    for candidate in (form, *FORMS):
        found = candidate.cells.get(address)
        if found is not None:
            return found
    raise unknown_address(address, form, form.addresses)


_LEAST_LABEL_CHARS, _MOST_LABELLED = 2, 3


def unknown_address(address: object, form: Form, known: Iterable[Address]) -> UnknownAddress:
    """Return the error for what is no address of a report: what was found, and what is wanted."""
    first = next(iter(known), None)
    if not isinstance(address, str):
        wanted = (
            f"an address is one text, such as {first!r}" if first else f"{form.id} has no cells"
        )
        return BadAddress(
            f"{wanted}; found {Shown(address)!r}. Join table, row and column by dots."
        )
    otherwise = "`report.values()` and `govinfo dictionary` list every address."
    # The last cell of each row that is printed with these words.
    words, rows = address.strip(), dict[str, Address]()
    for cell in known if len(words) >= _LEAST_LABEL_CHARS else ():
        if words in cell_of(FORMS[0], cell)[0].label:
            rows[cell.rpartition(".")[0]] = cell
    if rows:
        otherwise = f"Did you mean {', '.join([*rows.values()][:_MOST_LABELLED])}?"
    hint = meant(address, known, otherwise)
    told = f"{form.id} has no cell {address!r}. {hint}"
    if first and address.count(".") + 1 != _ADDRESS_PARTS:
        return UnknownAddress(f"an address is table.row.column, such as {first!r}: {told}")
    return UnknownAddress(told)
