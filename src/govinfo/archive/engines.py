"""The same reading on engines that distribute it: a function for Spark's `mapInArrow`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pyarrow as pa

from govinfo.archive.batch import ArchiveSource, tables_of
from govinfo.archive.schemas import SCHEMAS
from govinfo.errors import is_one_of, one_of

__all__ = ["map_arrow"]

MapArrow: TypeAlias = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def map_arrow(table: str, *, check: bool = True) -> MapArrow:
    """Return a function that turns batches of sources into batches of one table.

    It is what `DataFrame.mapInArrow` of pyspark takes, with `SCHEMAS[table]` as the schema. Each
    batch has a column `source_id`, and a column `content` (text or bytes) or `path`.

    Args:
        table: The table to make: `reports`, `figures`, `claims`, `notes` or `findings`.
        check: Whether to apply the rules.

    Raises:
        BadArgument: There is no such table; or, when the function is called, a batch lacks a
            column.

    """
    if not is_one_of(table, SCHEMAS):
        raise one_of("`table`", table, tuple(SCHEMAS))

    def mapped(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield tables_of(
                ArchiveSource.each_of(batch), check=check and table == "findings", lang="zh"
            )[table]

    return mapped
