"""One function for every engine: batches of sources in, batches of a table out."""

from __future__ import annotations

import pickle
from pathlib import Path

import pyarrow as pa
import pytest

from govinfo import archive
from govinfo.errors import BadArgument


def test_batches(folder: Path) -> None:
    """Every table has its schema, and every source its row."""
    paths = sorted(folder.iterdir())
    made = archive.read_batch(paths)

    assert {name: batch.schema for name, batch in made.items()} == dict(archive.SCHEMAS)
    assert made["reports"]["source_id"].to_pylist() == list(map(str, paths))
    assert pickle.loads(pickle.dumps(archive.read_batch)) is archive.read_batch
    assert archive.read_batch(paths, check=False)["findings"].num_rows == 0


@pytest.mark.parametrize("held", ["content", "path"])
@pytest.mark.parametrize("table", archive.SCHEMAS)
def test_map_arrow(folder: Path, table: str, held: str) -> None:
    """A batch with contents or paths gives what `read_batch` gives."""
    paths = sorted(folder.iterdir())
    given = [path.read_bytes() if held == "content" else str(path) for path in paths]
    batch = pa.record_batch({"source_id": list(map(str, paths)), held: given})
    (found,) = archive.map_arrow(table)(iter([batch]))

    wanted = archive.read_batch(paths)[table]
    if table == "reports":
        # Only the error of a path can name the path.
        found, wanted = (one.drop_columns(["error"]) for one in (found, wanted))
    assert found.equals(wanted)


def test_wrong_batches() -> None:
    """A table that there is not, and a batch without contents, are told."""
    with pytest.raises(BadArgument, match="figures"):
        archive.map_arrow("figure")
    with pytest.raises(BadArgument, match="content"):
        list(archive.map_arrow("notes")([pa.record_batch({"source_id": ["a"]})]))


def test_labels() -> None:
    """Each column of each table has a label in both languages."""
    for schema in archive.SCHEMAS.values():
        for column in schema:
            assert column.metadata[b"label_zh"]
            assert column.metadata[b"label_en"]
