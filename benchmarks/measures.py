"""What is measured: time as a multiple of a floor in the same run, memory, and imports."""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import govinfo
from corpus import originals, varied
from govinfo.forms import FORMS
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.text.html.fragments import may_have_fragments
from govinfo.text.mojibake.misaligned import may_be_misaligned
from govinfo.text.mojibake.mojibake import is_garbled
from govinfo.text.mojibake.replacement import has_lost_characters

__all__ = [
    "arrow_ratio",
    "by_document",
    "bytes_kept",
    "check_ratios",
    "dialect_ratios",
    "first_parse_ratio",
    "floor_seconds",
    "import_ratio",
    "loaded_by_import",
    "ratios",
]

Job = Callable[[Any], object]
_TURN = 28
"""After so many documents it is the next job's turn."""


def floor(text: str) -> list[str]:
    """Do the least a reader of lines can do; every time below is a multiple of this one."""
    return [line.strip() for line in text.splitlines()]


_LOOKS = (is_garbled, may_be_misaligned, has_lost_characters, may_have_fragments)


def looked(text: str) -> list[bool]:
    """Look for damaged characters and leaked markup: all that an undamaged text pays for their repair."""
    return [needed(text) for needed in _LOOKS]


def touched(report: govinfo.Report) -> list[object]:
    """Look at every value, every head field and every section of a report."""
    figures = [report[address].value for address in report.values()]
    sections = [(section.id, section.title, section.text) for section in report.sections]
    return [
        figures,
        sections,
        report.title,
        report.year,
        report.agency,
        report.published,
        report.metadata,
    ]


def floor_seconds(documents: int) -> float:
    """Return what the floor takes for one document of the mix: the best of several rounds."""
    texts = varied(documents, seed=-3)
    return min(_seconds(floor, texts) for _ in range(5)) / documents


def record(report: govinfo.Report) -> str:
    """Write what a report says as JSON: the least somebody must load who has it all read already."""
    sections = {section.id: section.text for section in report.sections}
    values = {
        str(address): None if value is None else str(value)
        for address, value in report.values().items()
    }
    return json.dumps(
        {"title": report.title, "year": report.year, "values": values, "sections": sections}
    )


def ratios(documents: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Return each job's time as a multiple of the floor: the median of the rounds, and the best.

    Every round has documents of its own, and within it the jobs take turns every few documents: the
    machine drifts, and only what ran side by side can be compared.
    """
    seen: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        times = _round(varied(2 * documents, seed=number))
        if number:  # the first one warms the caches up and loads what is loaded late
            for name, seconds in times.items():
                seen.setdefault(name, []).append(seconds / times["floor"])
    return {
        name: (statistics.median(each), min(each)) for name, each in seen.items() if name != "floor"
    }


def _round(texts: list[str]) -> dict[str, float]:
    """Return the seconds each job takes on the same number of the same kinds of documents."""
    # Half of the documents are for `parse` alone: what it leaves in the caches would help whoever
    # comes second.
    half = len(texts) // 2
    seconds = defaultdict[str, float](float)
    for start in range(0, half, _TURN):
        first, second = texts[start : start + _TURN], texts[half + start : half + start + _TURN]
        seconds["floor"] += (_seconds(floor, first) + _seconds(floor, second)) / 2
        seconds["look for damaged characters"] += _seconds(looked, first)
        seconds["parse"] += _seconds(govinfo.parse, first)
        seconds["parse, touch everything"] += _seconds(
            lambda text: touched(govinfo.parse(text)), second
        )
        reports = [govinfo.parse(text) for text in first]
        seconds["find claims"] += _seconds(lambda report: report.claims, reports)
        seconds["check, after that"] += _seconds(govinfo.check, reports)
        records = [record(report) for report in reports]
        seconds["json.loads of the record"] += _seconds(json.loads, records)
    return seconds


def _seconds(
    job: Callable[[Any], Any], inputs: Sequence[Any], kept: list[Any] | None = None
) -> float:
    """Return the processor time of one job on all these, with no garbage of the one before to collect."""
    gc.collect()
    start = time.process_time()
    for each in inputs:
        made = job(each)
        if kept is not None:
            kept.append(made)
    return time.process_time() - start


def by_document(variants: int) -> dict[str, float]:
    """Return parse ÷ floor for each original alone, over so many variants of it."""
    found = {}
    for name in originals():
        own = varied(variants, seed=-2, name=name)
        _seconds(govinfo.parse, own[: variants // 4])
        rest = own[variants // 4 :]
        turns = [rest[start : start + 5] for start in range(0, len(rest), 5)]
        times = [(_seconds(floor, turn), _seconds(govinfo.parse, turn)) for turn in turns]
        found[name] = sum(parse for _, parse in times) / sum(least for least, _ in times)
    return found


def check_ratios(documents: int, rounds: int) -> dict[str, float]:
    """Return how long the rules take, as a multiple of reading the reports: of `parse` alone, and of reading in full.

    `parse` puts off what nobody has asked for yet, and the rules ask for nearly all of it: so they
    are measured on reports that were only parsed, and on reports of which everything was looked at
    before.
    """
    ways: dict[str, Callable[[str], govinfo.Report]] = {
        "parse": govinfo.parse,
        "parse, touch everything and the claims": _read_in_full,
    }
    seen: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds):
        texts = varied(2 * documents, seed=1000 + number)
        for (name, read), own in zip(
            ways.items(), (texts[:documents], texts[documents:]), strict=True
        ):
            reports: list[govinfo.Report] = []
            seconds = _seconds(read, own, reports)
            seen[name].append(_seconds(govinfo.check, reports) / seconds)
    return {name: statistics.median(each) for name, each in seen.items()}


_DIALECTS: dict[str, tuple[str, dict[str, Any]]] = {
    "stacked text": ("stacked", {}),
    "rows of pdftotext -layout": ("columns", {}),
    "cells without separators": ("collapsed", {}),
    "cells divided by tabs": ("delimited", {"separator": "\t"}),
}


def dialect_ratios(documents: int, rounds: int) -> dict[str, float]:
    """Return the time of parsing the same reports in several dialects, as a multiple of stacked text."""
    stacked, *others = _DIALECTS
    drafts = [write(FORMS[number % 2], Random(number)) for number in range(documents)]
    seen: dict[str, list[float]] = {name: [] for name in others}
    texts = {
        name: [render(draft, dialect, **options) for draft in drafts]
        for name, (dialect, options) in _DIALECTS.items()
    }
    for _ in range(rounds):
        seconds = {name: _seconds(govinfo.parse, own) for name, own in texts.items()}
        for name in others:
            seen[name].append(seconds[name] / seconds[stacked])
    return {name: statistics.median(each) for name, each in seen.items()}


def arrow_ratio(documents: int, rounds: int) -> float:
    """Return the time of making a table of Arrow from reports, as a multiple of parsing them.

    The sums of these reports hold: no accident is looked for. The body and the year of each are
    known before: they are read once, whatever is made of them.
    """
    found = list[float]()
    for number in range(rounds + 1):
        drafts = (write(FORMS[n % 2], Random(documents * number + n)) for n in range(documents))
        texts, reports = [render(draft, "stacked") for draft in drafts], list[govinfo.Report]()
        seconds = _seconds(govinfo.parse, texts, reports)
        _seconds(lambda report: (report.agency, report.year), reports)
        found.append(_seconds(govinfo.to_arrow, [reports]) / seconds)
    return statistics.median(found[1:])  # the first one imports pyarrow


def _read_in_full(text: str) -> govinfo.Report:
    report = govinfo.parse(text)
    touched(report)
    _ = report.claims, report.notes
    return report


def bytes_kept(documents: int) -> float:
    """Return the bytes one report holds beside its text: what becomes free when many reports are dropped."""
    texts = varied(documents, seed=-1)
    reports = [govinfo.parse(text) for text in texts[: documents // 4]]
    tracemalloc.start()
    reports = [govinfo.parse(text) for text in texts]
    gc.collect()
    full = tracemalloc.get_traced_memory()[0]
    reports.clear()
    gc.collect()
    kept = full - tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return kept / documents


_CLOCK = (
    "import time; start = time.perf_counter(); import {name}; print(time.perf_counter() - start)"
)


def import_ratio(repeats: int) -> float:
    """Return the time of `import govinfo` as a multiple of `import attrs`, each the best of many fresh processes."""
    best = dict.fromkeys(("govinfo", "attrs"), float("inf"))
    for _ in range(repeats):
        for name in best:
            best[name] = min(best[name], float(_python(_CLOCK.format(name=name))))
    return best["govinfo"] / best["attrs"]


_LIBRARIES = "attrs, regex, chardet, ftfy"
_FIRST = "import sys, time; start = time.process_time(); {job}; print(time.process_time() - start)"


def first_parse_ratio(repeats: int) -> float:
    """Return the time of a process up to its first report, as a multiple of importing what govinfo needs."""
    text = render(write(FORMS[0], Random(0)), "stacked")
    jobs = f"import {_LIBRARIES}", "import govinfo; govinfo.parse(sys.argv[1])"
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(repeats):
        for job in jobs:
            best[job] = min(best[job], float(_python(_FIRST.format(job=job), text)))
    libraries, first = best.values()
    return first / libraries


def loaded_by_import() -> list[str]:
    """Return those heavy modules that `import govinfo` loads although it should not."""
    heavy = ["regex", "ftfy", "chardet", "importlib.metadata", "pandas", "click"]
    return _python(
        f"import sys, govinfo; print(*[name for name in {heavy!r} if name in sys.modules])"
    ).split()


def _python(code: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=True, text=True
    ).stdout
