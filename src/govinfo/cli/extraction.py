"""The command `extract`: its progress on a terminal and in a log, and what it says at the end."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from govinfo.cli.language import tell
from govinfo.cli.output import complain, emit
from govinfo.cli.sources import COULD_NOT_READ, complain_of_unreadable, expanded
from govinfo.errors import GovInfoError

if TYPE_CHECKING:
    from govinfo.archive.extraction import Format, Progress
    from govinfo.wording import Lang

__all__ = ["extracted"]

_LOG = logging.getLogger("govinfo")
_SECONDS_A_LINE = 10.0
"""Seconds between two lines of progress in a log."""
_MINUTE = 60
_BAR_COLUMNS = 12
"""With what is told behind the bar, a line of a terminal of 80 columns holds it."""


def extracted(  # noqa: PLR0913 - one for each option
    files: Sequence[str],
    out: str,
    *,
    workers: int | None,
    shape: str,
    lang: Lang,
    check: bool,
    fresh: bool,
) -> int:
    """Read the files into tables in a folder, tell how it goes, and return the exit status."""
    unread = list[OSError]()
    # The tables of an earlier run may lie in the folder that is read.
    inside = Path(out).resolve()
    names = map(Path, expanded(files, unread.append))
    paths = [path for path in names if not path.resolve().is_relative_to(inside)]
    absent = [path for path in paths if path.is_dir() or not path.exists()]
    complain_of_unreadable(absent, unread)
    if paths and len(absent) == len(paths):
        return COULD_NOT_READ
    try:
        from govinfo.archive import extract  # noqa: PLC0415 - without its extra it says so

        with _progress(len(paths)) as progress:
            summary = extract(
                paths,
                out,
                workers=workers,
                check=check,
                format=cast("Format", shape),
                resume=not fresh,
                progress=progress,
                lang=lang,
            )
    except GovInfoError as error:
        complain(error.text(lang))
        return COULD_NOT_READ
    emit(summary.text(lang) + "\n")
    return COULD_NOT_READ if unread or summary.read < summary.sources else 0


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Progress], None]]:
    """Give a function that shows how far it is: a bar on a terminal, and lines elsewhere."""
    if not sys.stderr.isatty():
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        _LOG.addHandler(handler)
        _LOG.setLevel(logging.INFO)
        try:
            yield _Lines().tell
        finally:
            _LOG.removeHandler(handler)
        return
    bar: Any
    with click.progressbar(
        length=total,
        show_pos=True,
        show_eta=False,  # what follows the bar tells it, in the language that is spoken
        width=_BAR_COLUMNS,
        file=sys.stderr,
        item_show_func=lambda told: None if told is None else tell(_rate(told)),
    ) as bar:

        def show(progress: Progress) -> None:
            bar.update(progress.done - bar.pos, progress)

        yield show


class _Lines:
    """Writes a line of progress to the log, not too often."""

    def __init__(self) -> None:
        self.last = 0.0

    def tell(self, progress: Progress) -> None:
        """Write how far it is, if some time has gone by since the last line or it is the end."""
        if progress.seconds - self.last >= _SECONDS_A_LINE or progress.done == progress.total:
            self.last = progress.seconds
            done = f"{progress.done} of {progress.total} sources, {_rate(progress)}"
            _LOG.info("%s", tell(done))


def _rate(progress: Progress) -> str:
    """Return the rate, the time that is left, and how many sources gave no report so far."""
    rate = progress.done / progress.seconds if progress.seconds else 0.0
    told = [f"{rate:,.0f} a second"]
    if rate and progress.total:
        minutes, seconds = divmod(round((progress.total - progress.done) / rate), _MINUTE)
        told.append(f"{minutes}:{seconds:02} left")
    return ", ".join([*told, f"{progress.errors} without a report"])
