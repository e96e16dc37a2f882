"""Reports as tables: pandas, polars and Arrow, one row a cell or one row a report.

The columns and their types are always the same, whatever the reports hold, so that frames can be
stacked. In the long table numbers are floats with missing values, for arithmetic; the exact
characters are in `raw`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from attrs import frozen

from govinfo.cells import CellColumns
from govinfo.codebook import dictionary, stata_label, stata_name
from govinfo.errors import BadArgument, MissingExtra, Shown, is_one_of, one_of, require_language
from govinfo.figures import Address, Number, amount_in
from govinfo.forms import FORMS, Form, cell_of, english
from govinfo.listings import ERRORS, LISTINGS, Row
from govinfo.model import Report, Reports, each_error, each_report
from govinfo.wording import Lang
from govinfo.wording.sentences import in_language

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = [
    "COLUMNS",
    "KEYS",
    "MONEY",
    "REGION",
    "LongTable",
    "Names",
    "amounts_of",
    "columns",
    "keys_of",
    "labels_of",
    "require_names",
    "storable",
    "storable_reports",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "wide_columns",
]

Names: TypeAlias = Literal["address", "stata"]
TableName: TypeAlias = Literal["figures", "claims", "notes", "unread", "uncounted", "errors"]
TABLES = ("figures", *LISTINGS, "errors")
"""The tables that frames can show."""
TypedColumns: TypeAlias = dict[str, tuple[str, list[Any]]]
"""For each column what it holds, and its values."""
Key: TypeAlias = tuple[str | None, str | None, int | None, str]
"""Source, body, year and form of a report."""
COLUMNS: dict[str, str] = {
    "source_id": "text",
    "agency": "text",
    "year": "whole",
    "form": "text",
    "table": "text",
    "row": "text",
    "column": "text",
    "row_label": "text",
    "column_label": "text",
    "value": "number",
    "unit": "text",
    "state": "text",
    "origin": "text",
    "raw": "text",
    "start": "whole",
    "end": "whole",
}
"""The columns of the long table, in order, and what each holds: text, whole numbers, or numbers."""

KEYS: dict[str, str] = {name: COLUMNS[name] for name in ("source_id", "agency", "year", "form")}
"""What says which report a row is about; the first columns of both tables."""

MONEY = tuple(dict.fromkeys(address for form in FORMS for address in form.amounts))
"""The cells that hold amounts of money; a wide column has one unit, whatever a report prints."""

REGION: dict[str, str] = dict.fromkeys(
    ("region_code", "province", "city", "county", "level"), "text"
)
"""Where the body stands; in the wide table these columns follow the keys."""

LABELS = ("table", "row", "column", "row_label", "column_label")
"""The columns that say which cell a row of the long table is about."""


@frozen
class LongTable:
    """The cells of many reports, column by column: what a whole report shares is kept once."""

    keys: list[Key]
    """For each report the columns `KEYS`."""
    labels: list[tuple[tuple[str, ...], ...]]
    """For each report the columns `LABELS`; reports of one form share them."""
    cells: CellColumns
    """All cells of all reports, in form order."""

    @classmethod
    def of(cls, reports: Reports, lang: Lang = "zh") -> LongTable:
        """Return the table of these reports; readings without a report are left out."""
        return cls.joined(cls._one(*each, lang) for each in storable_reports(reports))

    @classmethod
    def _one(cls, source_id: str | None, report: Report, lang: Lang) -> LongTable:
        """Return the table of one report."""
        known = report.figure_columns()
        try:
            "".join(known.raw).encode()
        except UnicodeEncodeError:
            known = known._replace(raw=list(map(storable, known.raw)))
        labels = labels_of(report.form, report.addresses, lang)
        return cls([keys_of(source_id, report)], [labels], known)

    @classmethod
    def joined(cls, tables: Iterable[LongTable]) -> LongTable:
        """Return the rows of all these tables as one."""
        whole = cls([], [], CellColumns([], [], [], [], [], [], []))
        for table in tables:
            whole.keys.extend(table.keys)
            whole.labels.extend(table.labels)
            for column, more in zip(whole.cells, table.cells, strict=True):
                cast("list[object]", column).extend(cast("list[object]", more))
        return whole

    def columns(self) -> dict[str, list[Any]]:
        """Return the table as lists with exact numbers."""
        sizes = [len(labels[0]) for labels in self.labels]
        keys = {
            name: list(chain.from_iterable(map(repeat, column, sizes)))
            for name, column in self._keys().items()
        }
        labels = {
            name: list(chain.from_iterable(one[place] for one in self.labels))
            for place, name in enumerate(LABELS)
        }
        return {**keys, **labels, **self.cells._asdict()}

    def arrow(self) -> dict[str, pa.Array]:
        """Return the table as arrays of Arrow, with floats for numbers."""
        import pyarrow as pa

        types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
        numbers = self._report_numbers()
        report = pa.Array.from_buffers(pa.int32(), len(numbers), [None, pa.py_buffer(numbers)])
        table = {
            name: pa.array(column, types[KEYS[name]]).take(report)
            for name, column in self._keys().items()
        }
        # Most reports share their labels with others: an array is made once for each set of them.
        shared = {id(labels): labels for labels in self.labels}
        made = {key: [pa.array(one, pa.string()) for one in shared[key]] for key in shared}
        for place, name in enumerate(LABELS):
            pieces = [made[id(labels)][place] for labels in self.labels]
            table[name] = pa.concat_arrays([pa.array([], pa.string()), *pieces])
        cells = self.cells._asdict()
        cells["value"] = [None if one is None else float(one) for one in cells["value"]]
        # Nearly all cells are read, and few are inferred: one word, said of all, is quick to write.
        is_read = cells["origin"].count("read") == len(cells["origin"])
        return table | {
            name: pa.repeat("read", len(column))
            if name == "origin" and is_read
            else pa.array(column, types[COLUMNS[name]])
            for name, column in cells.items()
        }

    def _report_numbers(self) -> array[int]:
        """The number of its report for each row, from 0."""
        numbers = array("i")
        for number, labels in enumerate(self.labels):
            numbers += array("i", [number]) * len(labels[0])
        return numbers

    def _keys(self) -> dict[str, list[Any]]:
        """The columns `KEYS`, with a row a report."""
        return {name: [key[place] for key in self.keys] for place, name in enumerate(KEYS)}


def columns(reports: Reports) -> dict[str, list[Any]]:
    """Return the long table as lists with exact numbers: one row for every cell, in form order."""
    return LongTable.of(reports).columns()


def wide_columns(reports: Reports) -> dict[str, list[Any]]:
    """Return the wide table as lists with exact numbers: a row a report, a column an address."""
    found = [
        (
            (*keys_of(source_id, report), *region_of(report)),
            report.values() | amounts_of(report),
        )
        for source_id, report in storable_reports(reports)
    ]
    table: dict[str, list[Any]] = {
        name: [keys[i] for keys, _ in found] for i, name in enumerate(KEYS | REGION)
    }
    # Every address once, each after the one that it follows in its own report.
    merged: list[Address] = []
    for order in sorted({tuple(values) for _, values in found}, key=_newest_form_first):
        place = 0
        for address in order:
            if address in merged:
                place = merged.index(address) + 1
            else:
                merged.insert(place, address)
                place += 1
    for address in merged:
        table[str(address)] = [values.get(address) for _, values in found]
    return table


def to_pandas(
    reports: Reports,
    *,
    wide: bool = False,
    names: Names = "address",
    table: TableName = "figures",
    lang: Lang = "zh",
) -> pd.DataFrame:
    """Return the cells of one or many reports as a pandas data frame with nullable types.

    Args:
        reports: One report, or many reports or readings. Readings without a report are left out.
        wide: One row per report and one column per address, instead of one row per cell.
        names: `address` names the wide columns by address, `stata` by the names of `dictionary()`,
            of at most 32 characters; missing texts are then empty, as Stata has them.
        table: `figures` for the cells; or what stands beside them, one row each: `claims`, `notes`,
            `unread` and `uncounted` numbers, or `errors`, the readings without a report.
        lang: The language of labels, messages and reasons: `zh` for Chinese, `en` for English.

    Returns:
        The long table has one row per cell, in the order of the reports and of the form, with the
        columns `source_id, agency, year, form, table, row, column, row_label, column_label, value,
        unit, state, origin, raw, start, end`. `value` is a float, missing where no number was read.
        `start` and `end` are offsets in the source text of the report, in characters. The wide
        table begins with `source_id, agency, year, form, region_code, province, city, county,
        level`; the place and level of the body are missing where the page leaves a doubt.
        The wide table has whole numbers for counts, and floats for money in the unit of the form;
        columns without any number stand last. All other tables begin with `source_id, agency, year,
        form`; `errors` has the columns `source_id, error, message`. Of a wide frame, `frame.attrs`
        has the `labels`, `labels_zh` and `units` of its columns.

    Raises:
        MissingExtra: pandas is not installed.
        BadArgument: `names`, `wide`, `table` or `lang` has another value.

    """
    require_names(names)
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra("to_pandas", "pandas") from error
    types = {
        "text": pd.StringDtype(),
        "whole": pd.Int64Dtype(),
        "number": pd.Float64Dtype(),
        "truth": pd.BooleanDtype(),
    }
    made = _typed(reports, wide=wide, table=table, lang=lang)
    frame = pd.DataFrame(
        {name: pd.Series(column, dtype=types[holds]) for name, (holds, column) in made.items()}
    )
    if names == "stata":
        # A text that is missing is empty in Stata, which takes no column without any text.
        texts = [name for name, (holds, _) in made.items() if holds == "text"]
        frame = frame.fillna(dict.fromkeys(texts, "")).rename(columns=stata_name)
    if wide:
        frame.attrs.update(_about(list(made), names))
    return frame


def to_polars(
    reports: Reports, *, wide: bool = False, table: TableName = "figures", lang: Lang = "zh"
) -> pl.DataFrame:
    """Return the cells of one or many reports as a polars data frame.

    Args:
        reports: One report, or many reports or readings. Readings without a report are left out.
        wide: One row per report and one column per address, instead of one row per cell.
        table: `figures` for the cells; or what stands beside them, one row each: `claims`, `notes`,
            `unread` and `uncounted` numbers, or `errors`, the readings without a report.
        lang: The language of labels, messages and reasons: `zh` for Chinese, `en` for English.

    Returns:
        The long table has one row per cell, in the order of the reports and of the form, with the
        columns `source_id, agency, year, form, table, row, column, row_label, column_label, value,
        unit, state, origin, raw, start, end`. `value` is a float, missing where no number was read.
        `start` and `end` are offsets in the source text of the report, in characters. The wide
        table begins with `source_id, agency, year, form, region_code, province, city, county,
        level`; the place and level of the body are missing where the page leaves a doubt.
        The wide table has whole numbers for counts, and floats for money in the unit of the form;
        columns without any number stand last. All other tables begin with `source_id, agency, year,
        form`; `errors` has the columns `source_id, error, message`.

    Raises:
        MissingExtra: polars is not installed.
        BadArgument: `wide`, `table` or `lang` has another value.

    """
    try:
        import polars as pl
    except ImportError as error:
        raise MissingExtra("to_polars", "polars") from error
    types = {"text": pl.String, "whole": pl.Int64, "number": pl.Float64, "truth": pl.Boolean}
    made = _typed(reports, wide=wide, table=table, lang=lang)
    return pl.DataFrame(
        {name: column for name, (_, column) in made.items()},
        schema={name: types[holds] for name, (holds, _) in made.items()},
    )


def to_arrow(
    reports: Reports, *, wide: bool = False, table: TableName = "figures", lang: Lang = "zh"
) -> pa.Table:
    """Return the cells of one or many reports as a pyarrow table.

    Args:
        reports: One report, or many reports or readings. Readings without a report are left out.
        wide: One row per report and one column per address, instead of one row per cell.
        table: `figures` for the cells; or what stands beside them, one row each: `claims`, `notes`,
            `unread` and `uncounted` numbers, or `errors`, the readings without a report.
        lang: The language of labels, messages and reasons: `zh` for Chinese, `en` for English.

    Returns:
        The long table has one row per cell, in the order of the reports and of the form, with the
        columns `source_id, agency, year, form, table, row, column, row_label, column_label, value,
        unit, state, origin, raw, start, end`. `value` is a float, missing where no number was read.
        `start` and `end` are offsets in the source text of the report, in characters. The wide
        table begins with `source_id, agency, year, form, region_code, province, city, county,
        level`; the place and level of the body are missing where the page leaves a doubt.
        The wide table has whole numbers for counts, and floats for money in the unit of the form;
        columns without any number stand last. All other tables begin with `source_id, agency, year,
        form`; `errors` has the columns `source_id, error, message`.

    Raises:
        MissingExtra: pyarrow is not installed.
        BadArgument: `wide`, `table` or `lang` has another value.

    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtra("to_arrow", "arrow") from error
    types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_()}
    require_language(lang)
    if wide is False and table == "figures":
        columns = LongTable.of(reports, lang).arrow()
        return pa.table(columns, schema=pa.schema([(one, types[COLUMNS[one]]) for one in columns]))
    made = _typed(reports, wide=wide, table=table, lang=lang)
    return pa.table(
        {name: column for name, (_, column) in made.items()},
        schema=pa.schema([(name, types[holds]) for name, (holds, _) in made.items()]),
    )


def require_names(names: object) -> None:
    """Raise `BadArgument` for names of columns that there are not."""
    if not is_one_of(names, ("address", "stata")):
        raise one_of("`names`", names, ("address", "stata"))


def storable_reports(reports: Reports) -> Iterator[tuple[str | None, Report]]:
    """Yield each report with the name of its source, as UTF-8 can hold it."""
    for source_id, report in each_report(reports):
        yield None if source_id is None else storable(str(source_id)), report


def keys_of(source_id: str | None, report: Report) -> Key:
    """Return the columns `KEYS` of a report."""
    agency = None if report.agency is None else storable(report.agency.name)
    return source_id, agency, report.year, report.form.id


def amounts_of(report: Report) -> dict[Address, Number | None]:
    """Return the amounts of money of a report, each in the unit of its form."""
    units = {address: cell_of(report.form, address)[1].unit for address in MONEY}
    figures = {address: report[address] for address in MONEY if address in report}
    return {
        address: amount_in(units[address], figure.value, figure.unit)
        for address, figure in figures.items()
    }


def region_of(report: Report) -> tuple[str | None, ...]:
    """Return the columns `REGION` of a report; all are missing where the place is not sure."""
    region = None if report.agency is None else report.agency.region
    if region is None:
        return (None,) * len(REGION)
    return region.code, region.province, region.city, region.county, region.level


@lru_cache(maxsize=64)
def labels_of(
    form: Form, addresses: tuple[Address, ...], lang: Lang = "zh"
) -> tuple[tuple[str, ...], ...]:
    """Return the columns `LABELS` of these cells, which are the same for most reports of a form.

    In Chinese the labels are those of the form; in English those of the codebook.
    """
    rows = []
    for address in addresses:
        row, column = cell_of(form, address)
        said = (row.label, column.label)
        if lang == "en":
            said = english.ROWS[row.id], english.COLUMNS[column.id]
        rows.append((*address.split("."), *said))
    return tuple(zip(*rows, strict=True)) or ((),) * len(LABELS)


def _require_table(wide: object, table: object) -> None:
    """Raise `BadArgument` unless these two options name one of the tables."""
    if not isinstance(wide, bool):
        raise BadArgument(
            f"`wide` is {Shown(wide)!r}; it must be True, for one row a report, "
            "or False, for one row a cell."
        )
    if not is_one_of(table, TABLES):
        raise one_of("`table`", table, TABLES)
    if table != "figures" and wide:
        raise BadArgument(f"the table {table!r} is never wide; leave `wide` out.")


def _typed(reports: Reports, *, wide: bool, table: str, lang: Lang) -> TypedColumns:
    """Return one of the tables: for each column what it holds, and its values."""
    _require_table(wide, table)
    require_language(lang)
    if table == "errors":
        failed = [
            {
                "source_id": None if one.source_id is None else str(one.source_id),
                "error": type(one.error).__name__,
                "message": in_language(str(one.error), lang),
            }
            for one in each_error(reports)
        ]
        return _listed(ERRORS, failed)
    if table != "figures":
        listing = LISTINGS[table]
        rows = [
            {**dict(zip(KEYS, keys_of(source_id, report), strict=True)), **row}
            for source_id, report in storable_reports(reports)
            for row in listing.rows(report, lang)
        ]
        return _listed({**KEYS, **listing.columns}, rows)
    if wide:
        return _wide(wide_columns(reports))
    long = LongTable.of(reports, lang).columns()
    return {name: (kind, _plain(kind, long[name])) for name, kind in COLUMNS.items()}


def _wide(made: Mapping[str, list[Any]]) -> TypedColumns:
    """Return the columns of the wide table with what they hold, those without figures last."""
    found, heads, empty = TypedColumns(), KEYS | REGION, TypedColumns()
    for name, column in made.items():
        holds = heads.get(name)
        if holds is None:
            # Money has decimals, and counts are whole.
            parted = any(value.__class__ is Decimal and value % 1 for value in column)
            holds = "number" if parted or name in MONEY else "whole"
        # The head stands first, also where nothing is known of it.
        there = name in heads or column.count(None) < len(column)
        (found if there else empty)[name] = holds, _plain(holds, column)
    return {**found, **empty}


def _listed(holds: Mapping[str, str], rows: list[Row]) -> TypedColumns:
    """Return rows as columns; texts as UTF-8 can hold them."""
    table = {name: [row[name] for row in rows] for name in holds}
    for name, kind in holds.items():
        if kind == "text":
            table[name] = [None if one is None else storable(one) for one in table[name]]
    return {name: (kind, table[name]) for name, kind in holds.items()}


def _plain(holds: str, column: list[Any]) -> list[Any]:
    """Return a column with the numbers that frames have: no decimals."""
    if holds == "number":
        return [None if one is None else float(one) for one in column]
    return [int(one) if one.__class__ is Decimal else one for one in column]


def _about(columns: list[str], names: Names) -> dict[str, dict[str, str]]:
    """Return the labels and units of the columns of a wide frame."""
    said = {
        lang: {str(one.address): one for one in book}
        for lang, book in (("en", dictionary("en")), ("zh", dictionary("zh")))
    }
    shown = {one: stata_name(one) if names == "stata" else one for one in columns}
    cells = [one for one in columns if one not in KEYS | REGION]
    fit = stata_label if names == "stata" else str
    return {
        "labels": {shown[one]: fit(said["en"][one].label) for one in cells},
        "labels_zh": {shown[one]: fit(said["zh"][one].label) for one in cells},
        "units": {shown[one]: said["zh"][one].unit for one in cells},
    }


def storable(text: str) -> str:
    """Return the text with an escape for what no UTF-8 column can hold.

    Names of files that are no UTF-8 have half surrogates. Chinese names in GB 2312, as archives
    from Windows leave them, are shown as they were written there.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "/".join(map(_readable, text.split("/")))
    return text


def _readable(name: str) -> str:
    """Return the name of a file or folder without half surrogates."""
    try:
        written = name.encode("utf-8", "surrogateescape").decode("gb2312")
    except UnicodeError:
        return name.encode("utf-8", "backslashreplace").decode("utf-8")
    return written


def _newest_form_first(order: tuple[Address, ...]) -> tuple[int, tuple[Address, ...]]:
    known = [len(form.positions.keys() & order) for form in FORMS]
    return known.index(max(known)), order
