"""Measure reading in several processes: `python benchmarks/workers.py`.

Without options: how many times faster two workers read 2,000 files than one does. Other work on the
machine makes that ratio smaller, so two more stand beside it: that of two processes that read one
half of the files each and say nothing to anybody, which is the most that can be had at this moment;
and what two processors would make of it that had nothing else to do, by the processor time of all
processes together. With `--kills N`: what becomes of N tries in which workers are killed at random
moments. Linux only.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent))

import govinfo
from corpus import varied

_HANGS = 60
"""Seconds without a reading after which a try counts as one that hangs."""
_APART = 0.5
"""Seconds between two kills, at least."""
_KILLED_FILES, _PADDING = 150, 150_000
"""Files of a try with kills, and what is put behind each report: an answer must not fit into a socket."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=2000, help="files (default 2000)")
    parser.add_argument(
        "--rounds", type=int, default=7, help="rounds; the median counts (default 7)"
    )
    parser.add_argument(
        "--kills", type=int, default=0, help="so many tries in which workers are killed"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.kills:
            kill(_written(Path(folder), _KILLED_FILES, "\n" * _PADDING), options.kills)
        else:
            compare(_written(Path(folder), options.documents, ""), options.rounds)


def _written(folder: Path, documents: int, behind: str) -> list[Path]:
    """Write so many documents, and return their paths."""
    paths = [folder / f"{number:05}.txt" for number in range(documents)]
    for path, text in zip(paths, varied(documents, seed=7), strict=True):
        path.write_text(text + behind, encoding="utf-8")
    return paths


def compare(paths: list[Path], rounds: int) -> None:
    """Print how many times faster two processes are: as a user has it, apart from each other, and by processor time."""
    found: dict[str, list[float]] = {"wall": [], "apart": [], "processor": []}
    for number in range(rounds + 1):
        one, one_processor = _timed(lambda: _read(paths, 1))
        two, two_processor = _timed(lambda: _read(paths, 2))
        apart, _ = _timed(lambda: _read_apart(paths))
        if number:  # the first round loads what is loaded late
            found["wall"].append(one / two)
            found["apart"].append(one / apart)
            found["processor"].append(2 * one_processor / two_processor)
    labels = {
        "wall": "one worker ÷ two workers",
        "apart": "one worker ÷ two processes that say nothing to each other",
        "processor": "2 × processor time of one ÷ that of two and the program",
    }
    print(
        f"{len(paths)} files, {rounds} rounds, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    )
    for name, ratios in found.items():
        print(f"{labels[name]}: {statistics.median(ratios):.2f} (best {max(ratios):.2f})")


def _read(paths: list[Path], workers: int) -> None:
    for reading in govinfo.parse_many(paths, workers=workers):
        if reading.report is None:
            raise SystemExit(f"{reading.source_id} was not read: {reading.error}")


def _read_apart(paths: list[Path]) -> None:
    halves = [
        multiprocessing.get_context("fork").Process(target=_read, args=(paths[start::2], 1))
        for start in range(2)
    ]
    for half in halves:
        half.start()
    for half in halves:
        half.join()


def _timed(job: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds that a job took, and the processor time of all processes that had a part in it."""
    begun, used = time.perf_counter(), _processor_time()
    job()
    return time.perf_counter() - begun, _processor_time() - used


def _processor_time() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def kill(paths: list[Path], tries: int) -> None:
    """Print what became of so many tries in which workers are killed, by how the workers are started."""
    for is_threaded in (False, True):
        counted = dict.fromkeys(
            ("kills", "hangs", "raised", "out of place", "killed twice", "lost", "left behind"), 0
        )
        for number in range(tries // 2):
            for what, many in _tried(paths, random.Random(number), is_threaded=is_threaded).items():
                counted[what] += many
        told = ", ".join(f"{what} {many}" for what, many in counted.items())
        how = "programs of their own" if is_threaded else "copies of the program"
        print(
            f"{tries // 2} tries of {len(paths)} files, workers that are {how}: {told}", flush=True
        )


def _tried(paths: list[Path], chance: random.Random, *, is_threaded: bool) -> dict[str, int]:
    """Read with two workers while somebody kills them, and return what happened."""
    done = Event()
    if is_threaded:
        Thread(target=done.wait, daemon=True).start()
    killer, kills = _started_killer(chance, 1.5 if is_threaded else 0.3)
    signal.signal(signal.SIGALRM, _hang)
    found, seen = dict[str, int](), list[govinfo.Reading]()
    try:
        signal.alarm(_HANGS)
        for reading in govinfo.parse_many(paths, workers=2):
            signal.alarm(_HANGS)
            seen.append(reading)
    except TimeoutError:
        found["hangs"] = 1
    except Exception as error:  # noqa: BLE001 - a result like any other
        found["raised"] = 1
        print(repr(error))
    signal.alarm(0)
    done.set()
    os.kill(killer, signal.SIGKILL)
    os.waitpid(killer, 0)
    found["kills"] = len(os.read(kills, 1000))
    os.close(kills)
    # Two kills can hit one source; nothing else may take it away.
    missing = sum(reading.report is None for reading in seen)
    found["killed twice"] = min(missing, found["kills"] // 2)
    found["lost"] = missing - found["killed twice"]
    found["out of place"] = int(
        [reading.source_id for reading in seen] != [str(path) for path in paths]
    )
    found["left behind"] = len(_children(os.getpid()))
    return found


def _started_killer(chance: random.Random, seconds: float) -> tuple[int, int]:
    """Start a process that kills our children at random moments, and return it and where it tells of each kill."""
    told, tell = os.pipe()
    parent = os.getpid()
    moments = [chance.uniform(0, seconds) for _ in range(chance.randint(1, 4))]
    killer = os.fork()
    if killer:
        os.close(tell)
        return killer, told
    for number, moment in enumerate(moments):
        # Most items that were tried again are read by then.
        time.sleep(moment + _APART * bool(number))
        victims = [child for child in _children(parent) if child != os.getpid()]
        if victims:
            os.kill(chance.choice(victims), signal.SIGKILL)
            os.write(tell, b"x")
    os._exit(0)


def _children(parent: int) -> list[int]:
    children = list[int]()
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended in the meantime
            children += map(int, task.read_text().split())
    return children


def _hang(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()
