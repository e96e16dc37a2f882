"""Stata: files with the labels of variables and values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import define, field

from govinfo.archive.schemas import WRITTEN, WRITTEN_SCHEMAS, wide_labels
from govinfo.archive.wide import Wide
from govinfo.codebook import stata_label, stata_name
from govinfo.consistency.outcome import Severity, Verdict
from govinfo.figures import Origin, State
from govinfo.wording import LANGUAGES, Lang
from govinfo.wording.words import word

__all__ = ["Stata"]

_TEXTS = {
    column.name
    for columns in WRITTEN.values()
    for column in columns
    if column.holds in {"text", "date"}
}
"""Columns that are texts also where every row lacks one."""
_STATA_ROWS = 500_000
"""Rows of one file for Stata; a longer table has several files."""
_STATA_TEXT = 2045
"""Bytes of the longest text that Stata keeps in a column of fixed width."""


@define
class Stata:
    """A file for each table, and one with a row per report, with labels of variables and values."""

    out: Path
    beside: Path
    lang: Lang
    tables: dict[str, list[pa.Table]] = field(factory=dict)
    written: dict[str, list[str]] = field(factory=dict)
    wide: Wide = field(factory=Wide)

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""
        self.tables.setdefault(name, []).append(table)
        self.wide.add(name, table)
        if sum(piece.num_rows for piece in self.tables[name]) >= _STATA_ROWS:
            self._flush(name)

    def _flush(self, name: str) -> None:
        """Write the rows of a table that wait."""
        table = pa.concat_tables([WRITTEN_SCHEMAS[name].empty_table(), *self.tables.pop(name, [])])
        # The names of the panel may be too long, as those of cells are.
        named = stata_name if name == "comparable" else str
        labels = {named(column.name): column.label(self.lang) for column in WRITTEN[name]}
        number = len(self.written.setdefault(name, []))
        file = f"{name}.dta" if number == 0 else f"{name}-{number + 1}.dta"
        self._file(file, {named(one): table[one].to_pylist() for one in table.column_names}, labels)
        self.written[name].append(file)

    def _file(self, file: str, columns: dict[str, list[Any]], labels: dict[str, str]) -> None:
        """Write columns as Stata takes them: texts without gaps, numbers as floats."""
        import pandas as pd
        import pyreadstat

        prepared, codes = dict[str, Any](), dict[str, dict[int | float, str]]()
        for name, values in columns.items():
            if name in _CODED:
                words = _CODED[name]
                numbers = {word: number for number, word in enumerate(words, 1)}
                prepared[name] = pd.Series([numbers.get(one) for one in values], dtype="float64")
                codes[name] = {numbers[word]: say[self.lang] for word, say in words.items()}
            elif name in _TEXTS:
                texts = ("" if one is None else str(one) for one in values)
                kept = [text.encode()[:_STATA_TEXT].decode("utf-8", "ignore") for text in texts]
                prepared[name] = pd.Series(kept, dtype="object")
            else:
                floats = [None if one is None else float(one) for one in values]
                prepared[name] = pd.Series(floats, dtype="float64")
        frame = pd.DataFrame(prepared)
        pyreadstat.write_dta(
            frame,
            str(self.beside / file),
            column_labels=[stata_label(labels[name]) for name in frame.columns],
            variable_value_labels=codes,
        )

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        for name in WRITTEN:
            if self.tables.get(name) or name not in self.written:
                self._flush(name)
        labels, (heads, rows) = wide_labels(self.lang), self.wide.table()
        columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in heads]
        named = dict(zip(map(stata_name, heads), columns, strict=True))
        self._file("wide.dta", named, {stata_name(head): label for head, label in labels.items()})
        for file in ("wide.dta", *(one for files in self.written.values() for one in files)):
            (self.beside / file).replace(self.out / file)
        return dict(self.written)


_CODED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    column: {str(one): {lang: word(str(one), lang) for lang in LANGUAGES} for one in values}
    for column, values in {
        "state": State,
        "origin": Origin,
        "severity": Severity,
        "verdict": Verdict,
    }.items()
}
"""Columns of few words, which Stata has as numbers with labels."""
