"""Fuzz the library: `python tests/fuzz/run.py --seconds 600`, or guided by coverage, with `pip install atheris`.

Every input is made by one of the makers in `inputs.py`, from bytes. With `--seconds` these are
thrown by chance: each kind of exception is told once, with the input that leads to it, and at the
end how many inputs of each kind ran. Without it, atheris looks for bytes that reach new code (its
options are libFuzzer's, such as `-max_total_time=600 -max_len=240 FOLDER`), and the first finding
stops the run and leaves a file `crash-…`.

Anything but a report or a `GovInfoError` is a finding: put a small form of it into
`tests/fixtures/odd`. `--show FILE` prints what text a file stands for, `--again KIND HEX` runs an
input once more.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

TOO_LONG = 60
"""Seconds after which an input is told as one that hangs."""
EVERY = 60
"""Seconds between two lines that tell how far the run is."""


class TooSlowError(BaseException):
    """An input took too long."""


def by_chance(seconds: float, seed: int, kinds: list[str]) -> int:
    """Run inputs for so long; tell each kind of exception once, and return how many kinds there were."""
    from fuzz.inputs import KINDS, run

    chance, begun, told = Random(seed), time.monotonic(), time.monotonic()
    ran, read, found = Counter[str](), Counter[str](), Counter[str]()
    while time.monotonic() - begun < seconds:
        kind, content = (
            chance.choice(kinds or list(KINDS)),
            chance.randbytes(chance.choice((8, 64, 400))),
        )
        ran[kind] += 1
        try:
            with limited(TOO_LONG):
                read[kind] += run(kind, content)
        except (Exception, TooSlowError) as error:  # noqa: BLE001 - these are what is looked for
            where = mark_of(error)
            found[where] += 1
            if found[where] == 1:
                tell(f"FOUND {kind} {content.hex()}\n{where}")
                traceback.print_exception(error, limit=-6, file=sys.stdout)
        if time.monotonic() - told > EVERY:
            told = time.monotonic()
            tell(f"{told - begun:.0f} s: {ran.total()} inputs, {len(found)} findings")
    tell(f"{ran.total()} inputs, of which {read.total()} were read; {len(found)} findings")
    for kind, count in sorted(ran.items()):
        tell(f"  {kind}: {count}, read {read[kind]}")
    for where, count in found.most_common():
        tell(f"  {count} times: {where}")
    return len(found)


def tell(line: str) -> None:
    """Write a line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def mark_of(error: BaseException) -> str:
    """What tells one finding from another: the exception, and the last places of the library it came through."""
    frames = [
        f
        for f in traceback.extract_tb(error.__traceback__)
        if "govinfo" in f.filename or "tests" in f.filename
    ]
    places = [f"{Path(frame.filename).name}:{frame.name}" for frame in frames[-3:]]
    return f"{type(error).__name__} in {' > '.join(places)}"


@contextlib.contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Stop what takes longer."""

    def stop(_signal: int, _frame: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def guided(arguments: list[str]) -> None:
    """Let atheris look for inputs."""
    import atheris

    with atheris.instrument_imports(include=["govinfo"]):
        from fuzz import inputs
    kinds = [*inputs.KINDS]

    def one(content: bytes) -> None:
        if content:
            inputs.run(kinds[content[0] % len(kinds)], content[1:])

    atheris.Setup(arguments, one)
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Fuzz in one way or the other."""
    parser = argparse.ArgumentParser(
        description="Fuzz govinfo; other options are those of libFuzzer."
    )
    parser.add_argument(
        "--seconds", type=float, help="throw inputs by chance for so long, without atheris"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the chance")
    parser.add_argument(
        "--kind", action="append", default=[], help="only inputs of this kind; may be repeated"
    )
    parser.add_argument("--again", nargs=2, metavar=("KIND", "HEX"), help="run an input once more")
    known, rest = parser.parse_known_args(arguments[1:])
    warnings.simplefilter("ignore")
    # What takes the memory of the machine is a finding too, and no reason for others to suffer.
    with contextlib.suppress(ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (8 * 2**30, 8 * 2**30))
    if known.again:
        from fuzz.inputs import run

        run(known.again[0], bytes.fromhex(known.again[1]))
        return 0
    if known.seconds is not None:
        return 1 if by_chance(known.seconds, known.seed, known.kind) else 0
    guided([arguments[0], *rest])
    return 0


if __name__ == "__main__":
    os.environ.pop("GOVINFO_DISABLE_ADAPTERS", None)
    sys.exit(main(sys.argv))
