"""An archive from files to tables: its speed against doing it by hand, and what kills do to it.

    python benchmarks/archive.py                        # 2,000 files, ratios
    python benchmarks/archive.py --files 20000 --kills 10

Prints ratios of one interleaved run: `extract` with two workers and with one, and what
`parse_many`, `check` and `to_arrow` take for the same files. With `--kills`, the run is killed at
random so many times, and its tables have to be those of a run that was left in peace.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import pyarrow.parquet as pq

import govinfo
from govinfo import archive
from govinfo.forms import FORMS
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

DIALECTS = ("pipes", "stacked", "markdown", "html")
RUN = "import sys; from pathlib import Path; from govinfo import archive; archive.extract(sorted(Path(sys.argv[1]).iterdir()), sys.argv[2], workers=2)"


def made(folder: Path, count: int) -> list[Path]:
    """Write files of several forms, dialects and encodings, some of them broken."""
    paths = []
    for number in range(count):
        dice = Random(number)
        form = dice.choice([form for form in FORMS if form.is_tabular])
        text = render(write(form, dice), dice.choice(DIALECTS))
        content = text.encode(dice.choice(["utf-8", "utf-8", "gb18030"]))
        if number % 50 == 7:
            content = content[: len(content) // 3] + b"\xff\x00" * 20
        paths.append(folder / f"{number:06}.txt")
        paths[-1].write_bytes(content)
    return paths


def by_hand(paths: list[Path]) -> None:
    """Do what a user writes without `extract`."""
    readings = [reading for reading in govinfo.parse_many(paths) if reading.report is not None]
    for reading in readings:
        govinfo.check(reading)
        assert reading.report is not None
        assert reading.report.claims is not None
    govinfo.to_arrow(readings)


def seconds(paths: list[Path], workers: int) -> float:
    """Return how long an extraction takes."""
    out = tempfile.mkdtemp()
    begun = time.perf_counter()
    archive.extract(paths, out, workers=workers)
    taken = time.perf_counter() - begun
    shutil.rmtree(out)
    return taken


def kill(folder: Path, out: Path, kills: int) -> None:
    """Run the extraction, and kill it and all its workers so many times."""
    dice = Random(kills)
    done = 0
    while done < kills:
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(folder), str(out)], start_new_session=True
        )
        try:
            process.wait(timeout=dice.uniform(1, 15))
            break
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            done += 1
    print(f"killed {done} times")


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same tables."""
    return all(pq.read_table(one / name) == pq.read_table(other / name) for name in archive.SCHEMAS)


def main() -> None:
    """Make the files, measure, and kill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where, "pages")
        folder.mkdir()
        paths = made(folder, options.files)
        if options.kills:
            kill(folder, Path(where, "killed"), options.kills)
            archive.extract(paths, Path(where, "killed"), workers=2)
            archive.extract(paths, Path(where, "quiet"), workers=2)
            print("same tables:", same(Path(where, "killed"), Path(where, "quiet")))
        else:
            rounds = []
            for _ in range(3):
                begun = time.perf_counter()
                by_hand(paths)
                hand = time.perf_counter() - begun
                rounds.append((hand, seconds(paths, 1), seconds(paths, 2)))
            hand, one, two = (min(column) for column in zip(*rounds, strict=True))
            print(f"by hand ÷ extract with two workers: {hand / two:.2f}")
            print(f"one worker ÷ two: {one / two:.2f}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"memory: {memory:.0f} MiB in this process, {workers:.0f} MiB in the largest worker")


if __name__ == "__main__":
    main()
