"""Golden files: texts with what must be read of them beside them, as JSON.

    python -m govinfo.testing.golden FOLDER           # print the differences; status 1 for any
    python -m govinfo.testing.golden --write FOLDER   # write down what is read now

Beside `NAME.txt` stands `NAME.json` with the adapter, the form and the value at every address; of a
text that must be refused, with the name of the error. Nothing is ever written unless it is asked
for.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import click

from govinfo.errors import GovInfoError
from govinfo.figures import Number
from govinfo.reading import parse

__all__ = ["differences", "main", "specimens", "write"]

Outcome: TypeAlias = dict[str, Any]
"""What was or must be read of a text, as it stands in its golden file."""
Folder: TypeAlias = str | os.PathLike[str]


def differences(folder: Folder) -> list[str]:
    """Return how a folder's texts are read otherwise than its golden files say; empty is good."""
    texts = _texts(folder)
    beside = {text.with_suffix(".json") for text in texts}
    alone = [golden.name for golden in sorted(Path(folder).glob("*.json")) if golden not in beside]
    return [
        *(difference for text in texts for difference in _compared(text)),
        *(
            f"{name}: there is no text beside it; remove it, or bring the text back"
            for name in alone
        ),
    ]


def specimens(folder: Folder) -> dict[str, dict[str, Number | None]]:
    """Return the texts of a folder with their expected values, as `AdapterContract` wants them."""
    wanted = {text: _golden(text) for text in _texts(folder)}
    return {
        text.read_text(encoding="utf-8"): {
            address: Decimal(value) if isinstance(value, str) else value
            for address, value in outcome["values"].items()
        }
        for text, outcome in wanted.items()
        if outcome is not None and "values" in outcome
    }


def write(folder: Folder) -> list[Path]:
    """Write down what is read of the texts in a folder now; return the files that changed."""
    changed = list[Path]()
    for text in _texts(folder):
        golden, outcome = text.with_suffix(".json"), _outcome(text)
        if _golden(text) != outcome:
            golden.write_text(
                json.dumps(outcome, ensure_ascii=False, indent=1) + "\n",
                encoding="utf-8",
                newline="\n",
            )
            changed.append(golden)
    return changed


@click.command()
@click.option("--write", "writes", is_flag=True, help="Write down what is read now.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(*, writes: bool, folder: Path) -> None:
    """Compare the texts in FOLDER with the golden files beside them."""
    try:
        changed = write(folder) if writes else []
        found = differences(folder)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="FOLDER") from error
    for line in (*(f"{path.name}: written" for path in changed), *found):
        click.echo(line)
    click.echo(f"texts: {len(_texts(folder))}, differences: {len(found)}")
    sys.exit(1 if found else 0)


def _texts(folder: Folder) -> list[Path]:
    """Every file of a folder that is no golden file; two may not share one."""
    texts = sorted(
        path for path in Path(folder).iterdir() if path.is_file() and path.suffix != ".json"
    )
    if not texts:
        raise ValueError(
            f"there is no text in {folder}: what is wanted is texts, "
            "with NAME.json beside each NAME.txt"
        )
    shared = [text.name for before, text in pairwise(texts) if before.stem == text.stem]
    if shared:
        raise ValueError(
            f"{shared[0]} in {folder} would share its golden file with another text; "
            "give it another name"
        )
    return texts


def _compared(text: Path) -> Iterator[str]:
    wanted = _golden(text)
    if wanted is None:
        yield f"{text.name}: there is no {text.stem}.json beside it; --write makes one"
        return
    before, now = _flat(wanted), _flat(_outcome(text))
    for key in dict.fromkeys((*before, *now)):
        expected, read = before.get(key, "nothing"), now.get(key, "nothing")
        if expected != read:
            yield f"{text.name}: {key}: expected {expected}, found {read}"


def _flat(outcome: Outcome) -> dict[str, object]:
    values: Outcome = outcome.get("values", {})
    return {key: value for key, value in outcome.items() if key != "values"} | values


def _golden(text: Path) -> Outcome | None:
    golden = text.with_suffix(".json")
    if not golden.exists():
        return None
    wanted: Outcome = json.loads(golden.read_text(encoding="utf-8"))
    return wanted


def _outcome(text: Path) -> Outcome:
    try:
        report = parse(text)
    except GovInfoError as error:
        return {"error": type(error).__name__}
    # Money is written as a string, so that it comes back to the last digit.
    values = {
        str(address): str(value) if isinstance(value, Decimal) else value
        for address, value in report.values().items()
    }
    return {"adapter": report.adapter, "form": report.form.id, "values": values}


if __name__ == "__main__":
    main()
