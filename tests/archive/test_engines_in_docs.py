"""The scripts of the page on engines give the rows that `read_batch` gives.

pyspark, ray and dask are not installed with the tests: together they take 700 MB. With them
installed, these tests run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pytest

from govinfo import archive

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCRIPTS = dict(
    re.findall(
        r"<!-- needs (\w+) -->\n```python\n(.*?)^```$",
        (DOCS / "engines.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
CELLS = ["table", "row", "column", "value", "state", "raw", "agency", "year"]


@pytest.mark.parametrize("engine", ["pyspark", "ray", "dask", "duckdb"])
def test_script(engine: str, folder: Path, tmp_path: Path) -> None:
    """An engine gives the cells of each page, once."""
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed: pip install {engine}")
    if engine == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java: apt-get install default-jre-headless")
    (tmp_path / "script.py").write_text(SCRIPTS[engine], "utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        check=False,
        timeout=300,
        env=os.environ | {"PYSPARK_PYTHON": sys.executable},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr

    wanted = archive.read_batch(sorted(folder.iterdir()))["figures"]
    assert written(tmp_path) == cells(pa.Table.from_batches([wanted]))


def written(place: Path) -> list[tuple[object, ...]]:
    """The cells that a script wrote."""
    if (place / "figures").is_dir():
        return cells(ds.dataset(place / "figures", format="parquet").to_table())
    import duckdb

    with duckdb.connect(str(place / "figures.db")) as database:
        names = ", ".join(f'"{name}"' for name in CELLS)
        return sorted(database.execute(f"SELECT {names} FROM figures").fetchall(), key=repr)


def cells(table: pa.Table) -> list[tuple[object, ...]]:
    """The rows without the name of the source, which each engine writes in its own way."""
    return sorted(zip(*(table[name].to_pylist() for name in CELLS), strict=True), key=repr)
