"""Compare what govinfo reads and finds today with what it read and found before.

    python tools/snapshot.py            # compare; print the differences; status 1 if there are any
    python tools/snapshot.py --accept   # compare, then keep today's outcome as the new snapshot
    python tools/snapshot.py --draw     # draw the generated documents again, when their set changes

The documents are the corpus, the samples, the specimens of the tools, and generated reports in
every dialect with every kind of damage. The generated ones are kept as they were drawn, so a change
of the kit changes no document. Of the corpus only numbers, codes, offsets and hashes are kept,
never a sentence.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import lzma
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import govinfo
from govinfo.forms import FORMS
from govinfo.notes import present_code
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import DIALECTS, VARIANTS, render
from govinfo.testing.documents.docx import DOCX_VARIANTS, docx
from govinfo.testing.documents.pdf import PDF_SETTINGS, pdf
from govinfo.testing.drafts import Draft, write

__all__ = ["Difference", "compare", "differences", "documents", "expected", "outcome"]

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("GOVINFO_CORPUS", ROOT.parent / "shared" / "corpus"))
KEPT = ROOT / "tests" / "snapshot"
DRAWN = KEPT / "drawn.jsonl.xz"
EXPECTED = KEPT / "expected.jsonl.xz"

SHOWN_OF_A_KIND = 8
"""So many documents are named for each kind of difference; the others are counted."""

Source: TypeAlias = str | Path | bytes
Outcome: TypeAlias = dict[str, Any]
Difference: TypeAlias = tuple[str, str, object, object]
"""The document, the key, what was there before, and what is there now."""


def main() -> None:
    """Compare, and accept or draw where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="keep today's outcome")
    parser.add_argument("--draw", action="store_true", help="draw the generated documents anew")
    options = parser.parse_args()
    if options.draw:
        write_lines(DRAWN, list(draw()))
    found = {name: outcome(source) for name, source in documents()}
    changed = differences(expected(), found) if EXPECTED.exists() else []
    show(changed)
    print(f"documents: {len(found)}, differences: {len(changed)}")
    if options.accept:
        if not CORPUS.is_dir():
            found |= {n: each for n, each in expected().items() if n.startswith("corpus/")}
        write_lines(EXPECTED, [{"name": name, **each} for name, each in sorted(found.items())])
        print(f"kept in {EXPECTED.relative_to(ROOT)}")
    elif changed:
        sys.exit(1)


def compare() -> list[Difference]:
    """Return every difference between the snapshot and what is read now."""
    return differences(expected(), {name: outcome(source) for name, source in documents()})


# The documents.


def documents() -> Iterator[tuple[str, Source]]:
    """Yield each document with its name."""
    for folder in (ROOT / "examples" / "reports", ROOT / "examples" / "panel"):
        yield from _files(folder, folder.name)
    yield from _files(ROOT / "examples" / "documents", "documents")
    tools = ROOT / "tests" / "fixtures" / "tools"
    for page in sorted(path for path in tools.iterdir() if path.is_dir()):
        yield from _files(page, f"tools/{page.name}")
    for name in ("seeds", "real"):
        yield from _files(CORPUS / name, f"corpus/{name}")
    for line in read_lines(DRAWN):
        text = line.get("text")
        content: Source = base64.b64decode(line["bytes"]) if text is None else text
        yield f"drawn/{line['name']}", content


def _files(folder: Path, prefix: str) -> Iterator[tuple[str, Source]]:
    for path in sorted(folder.glob("*.*")):
        if path.suffix not in {".json", ".py"}:
            yield f"{prefix}/{path.name}", path


def draw() -> Iterator[dict[str, str]]:
    """Yield generated documents: every dialect in its variants, and every damage on several."""
    for number, (name, dialect, options) in enumerate(_printings()):
        for consistent in (True, False):
            yield _line(
                f"{name}-{'right' if consistent else 'wrong'}",
                _text(number, dialect, options, consistent=consistent),
            )
    for number, (damage, dialect) in enumerate(
        (damage, dialect) for damage in DAMAGE for dialect in _DAMAGED
    ):
        text = _text(1000 + number, dialect, {}, consistent=True)
        yield _line(f"{dialect}-{damage}", DAMAGE[damage].apply(text, Random(number)))
    for number, variant in enumerate(DOCX_VARIANTS):
        yield _line(f"docx-{number}", docx(_draft(2000 + number, FORMS[number % 2]), **variant))
    for number, setting in enumerate(PDF_SETTINGS):
        yield _line(f"pdf-{number}", pdf(_draft(3000 + number, FORMS[number % 2]), setting))


_DAMAGED = ("stacked", "pipes", "html", "columns", "delimited", "collapsed", "narrative")


def _printings() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for dialect in DIALECTS:
        for number, options in enumerate(VARIANTS[dialect]):
            yield f"{dialect}-{number}", dialect, options


def _text(seed: int, dialect: str, options: Mapping[str, Any], *, consistent: bool) -> str:
    forms = FORMS if dialect in {"narrative", "stacked", "pipes"} else FORMS[:2]
    form = (
        forms[seed % len(forms)] if dialect != "narrative" else FORMS[2 + seed % (len(FORMS) - 2)]
    )
    return render(_draft(seed, form, consistent=consistent), dialect, **options)


def _draft(seed: int, form: govinfo.Form, *, consistent: bool = True) -> Draft:
    return write(form, Random(seed), consistent=consistent)


def _line(name: str, content: str | bytes) -> dict[str, str]:
    if isinstance(content, str):
        return {"name": name, "text": content}
    return {"name": name, "bytes": base64.b64encode(content).decode()}


# What becomes of one.


def outcome(source: Source) -> Outcome:
    """Return what is read and found of one document, as plain data without a sentence of it."""
    try:
        report = govinfo.parse(source)
    except govinfo.GovInfoError as error:
        return {"error": type(error).__name__}
    return {
        "adapter": report.adapter,
        "form": report.form.id,
        "year": report.year,
        "head": _hash(repr((report.title, report.agency, sorted(report.metadata.items())))),
        "dates": [
            str(day) for day in (report.period, report.published, report.created, report.signed)
        ],
        "sections": {
            f"{n} {s.id}": [_hash(s.title), _hash(s.text), *_place(s.span)]
            for n, s in enumerate(report.sections)
        },
        "figures": {str(address): _figure(figure) for address, figure in report.figures().items()},
        "claims": _counted(_claim(claim) for claim in report.claims),
        "notes": _counted(json.dumps([note.code, *_place(note.span)]) for note in report.notes),
        "findings": _counted(
            _finding(finding) for finding in govinfo.check(report, verdicts="all")
        ),
    }


def _figure(figure: govinfo.Figure) -> list[Any]:
    value = None if figure.value is None else str(figure.value)
    candidates = [str(candidate) for candidate in figure.candidates]
    return [
        value,
        figure.state[0:3],
        figure.origin[0:3],
        figure.unit,
        _hash(figure.raw),
        *_place(figure.span),
        *candidates,
    ]


def _claim(claim: govinfo.Claim) -> str:
    value = None if claim.value is None else str(claim.value)
    said = [claim.subject, claim.kind, value, claim.unit, claim.hedged, claim.address, claim.scope]
    return json.dumps([*said, *_place(claim.span)], ensure_ascii=False)


def _finding(finding: govinfo.Finding) -> str:
    addresses = "+".join(str(term.address) for term in finding.terms)
    sides = [None if side is None else str(side) for side in (finding.left, finding.right)]
    return json.dumps(
        [
            finding.rule,
            finding.verdict[0:3],
            finding.severity[0:3],
            finding.blame,
            *sides,
            addresses,
        ]
    )


def _place(span: govinfo.Span | None) -> list[int | None]:
    return [None, None] if span is None else [span.start, span.end]


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _counted(lines: Iterator[str]) -> dict[str, int]:
    """Each line is a key of its own, so that one more or one less shows as just that."""
    return dict(Counter(lines))


# Compared, and shown.


def differences(before: Mapping[str, Outcome], now: Mapping[str, Outcome]) -> list[Difference]:
    """Return what differs, one entry a key; a document on one side only is one entry."""
    found = list[Difference]()
    for name in sorted({*before, *now}):
        if name not in before or name not in now:
            if name.startswith("corpus/") and not CORPUS.is_dir():
                continue
            found.append((name, "document", name in before, name in now))
            continue
        old, new = _flat(before[name]), _flat(now[name])
        for key in dict.fromkeys((*old, *new)):
            if old.get(key) != new.get(key):
                found.append((name, key, old.get(key), new.get(key)))
    return found


def _flat(outcome: Outcome) -> dict[str, Any]:
    flat = dict[str, Any]()
    for key, value in outcome.items():
        flat |= (
            {f"{key}: {inner}": each for inner, each in value.items()}
            if isinstance(value, dict)
            else {key: value}
        )
    return flat


def show(found: list[Difference]) -> None:
    """Print the differences, kind by kind: the same change in many documents is one heading."""
    kinds: dict[str, list[Difference]] = {}
    for difference in found:
        kinds.setdefault(difference[1].partition(": ")[0], []).append(difference)
    for kind, each in sorted(kinds.items(), key=lambda one: -len(one[1])):
        names = dict.fromkeys(name for name, *_ in each)
        print(f"{kind}: {len(each)} differences in {len(names)} documents")
        for name in list(names)[:SHOWN_OF_A_KIND]:
            own = [difference for difference in each if difference[0] == name]
            for _, key, before, now in own[:SHOWN_OF_A_KIND]:
                print(
                    f"  {name}  {key.partition(': ')[2] or key}: {_shown(before)} → {_shown(now)}"
                )
            if len(own) > SHOWN_OF_A_KIND:
                print(f"  {name}  and {len(own) - SHOWN_OF_A_KIND} more")


def _shown(value: object) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


# Kept as data.


def expected() -> dict[str, Outcome]:
    """Return the snapshot: the outcome of each document by name, with present codes of notes."""
    found = dict[str, Outcome]()
    for line in read_lines(EXPECTED):
        if "notes" in line:
            line["notes"] = {_present_note(note): count for note, count in line["notes"].items()}
        found[line.pop("name")] = line
    return found


def _present_note(note: str) -> str:
    code, *place = json.loads(note)
    return json.dumps([present_code(code), *place])


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a compressed file of JSON lines."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def write_lines(path: Path, lines: list[dict[str, Any]]) -> None:
    """Write a compressed file of JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(
        path, "wt", encoding="utf-8", preset=9 | lzma.PRESET_EXTREME, newline="\n"
    ) as file:
        file.writelines(
            json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines
        )


if __name__ == "__main__":
    main()
