"""Measure reading in several processes: `python benchmarks/workers.py`.

Without options: how many times faster two workers read 2,000 files than one. With `--kills N`: what becomes of N
tries in which workers are killed at random moments. Other work on the machine makes the ratio smaller, so the ceiling
is measured beside it: the same files, one half in each of two processes that say nothing to each other.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).parent))

import govinfo
from corpus import varied

_HANGS = 60.0
"""Seconds after which a try with kills counts as one that hangs; one without takes less than five."""
_HALF = """
import sys, time, govinfo
paths = [line.rstrip() for line in sys.stdin]
from pathlib import Path
govinfo.parse(Path(paths[0]))
print(flush=True)
sys.stdin = open(sys.argv[1])
sys.stdin.read()
begun = time.perf_counter()
for reading in govinfo.parse_many(map(Path, paths)):
    assert reading.report is not None
print(time.perf_counter() - begun)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=2000, help="files (default 2000)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds; the median counts (default 7)")
    parser.add_argument("--kills", type=int, default=0, help="so many tries in which workers are killed")
    parser.add_argument("--one", metavar="SEED", type=int, help="a single try, which kills by this seed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = _written(Path(folder), options.documents)
        if options.one is not None:
            _try(paths, options.one)
        elif options.kills:
            _kills(options.kills)
        else:
            _speed(paths, options.rounds)


def _written(folder: Path, documents: int) -> list[Path]:
    """Write so many documents, and return their paths."""
    paths = []
    for number, text in enumerate(varied(documents, seed=7)):
        path = folder / f"{number:05}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
