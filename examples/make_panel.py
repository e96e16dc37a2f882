"""Make the reports of one office for years that follow each other: `python examples/make_panel.py`.

Office and figures are invented. Each year is written down in another dialect. Two things are wrong
on purpose: in 2022 two digits of a total change places, and 2024 takes over one request less than
2023 left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random

from govinfo.figures import Number
from govinfo.forms.form2021 import FORM2021
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

PANEL = Path(__file__).parent / "panel"
OFFICE = "云岫市自然资源局"
DIALECTS = {2021: "pipes", 2022: "stacked", 2023: "markdown", 2024: "delimited"}
COLUMNS = ("natural_person", "business", "legal_service")
"""Who asks this office; the other columns are 0 in every year."""
NEW = {2021: (31, 6, 2), 2022: (42, 9, 0), 2023: (57, 8, 3), 2024: (49, 11, 1)}
OVER = {2021: (2, 0, 0), 2022: (5, 0, 0), 2023: (6, 0, 0), 2024: (7, 0, 0)}
OUTCOMES = {
    "granted": {2021: (17, 4, 1), 2022: (21, 5, 0), 2023: (30, 6, 2), 2024: (29, 9, 1)},
    "partially_granted": {2021: (3, 0, 0), 2022: (5, 1, 0), 2023: (6, 1, 0), 2024: (2, 0, 0)},
    "denied_third_party": {2021: (1, 1, 0), 2022: (2, 0, 0)},
    "unable_not_held": {2021: (7, 1, 1), 2022: (13, 3, 0), 2023: (15, 1, 1), 2024: (12, 2, 0)},
    "not_processed_duplicate": {2023: (4, 0, 0), 2024: (5, 0, 0)},
}
NORMATIVE = {2021: (3, 1, 24), 2022: (2, 0, 26), 2023: (4, 2, 28), 2024: (1, 0, 29)}
"""Documents issued, repealed, and in force at the end of the year."""
DECISIONS = {2021: (812, 14), 2022: (874, 9), 2023: (901, 17), 2024: (866, 12)}
"""Licences and penalties."""
UPHELD = {2021: 1, 2022: 2, 2023: 2, 2024: 3}
SLIPS: dict[int, dict[str, Number]] = {2022: {"requests.granted.total": 62}}
"""What is printed otherwise than it is meant."""


def values(year: int) -> dict[str, Number]:
    """Return the number of every cell in one year."""
    issued, repealed, in_force = NORMATIVE[year]
    licences, penalties = DECISIONS[year]
    stated: dict[str, Number] = {
        "proactive.normative_documents.issued": issued,
        "proactive.normative_documents.repealed": repealed,
        "proactive.normative_documents.in_force": in_force,
        "proactive.licensing.decisions": licences,
        "proactive.penalties.decisions": penalties,
        "proactive.administrative_fees.amount": Decimal(0),
        "review.reconsideration.upheld": UPHELD[year],
        "review.reconsideration.total": UPHELD[year],
    }
    asked = {f"requests.{row}.{column}": number for row, column, number in _requests(year)}
    return dict.fromkeys(FORM2021.addresses, 0) | stated | asked | SLIPS.get(year, {})


def _requests(year: int) -> Iterator[tuple[str, str, int]]:
    rows: dict[str, tuple[int, ...]] = {
        row: years[year] for row, years in OUTCOMES.items() if year in years
    }
    answered = tuple(map(sum, zip(*rows.values(), strict=True)))
    left = tuple(
        new + over - done for new, over, done in zip(NEW[year], OVER[year], answered, strict=True)
    )
    rows |= {
        "new_received": NEW[year],
        "carried_over": OVER[year],
        "outcomes_total": answered,
        "carried_forward": left,
    }
    for row, numbers in rows.items():
        yield from ((row, column, number) for column, number in zip(COLUMNS, numbers, strict=True))
        yield row, "total", sum(numbers)


def made() -> Mapping[str, str]:
    """Return the text of every report by the name of its file."""
    drafts = {
        year: write(FORM2021, Random(year), agency=OFFICE, year=year, values=values(year))
        for year in DIALECTS
    }
    return {f"{year}.txt": render(draft, DIALECTS[year]) for year, draft in drafts.items()}


def main() -> None:
    """Write every report into `panel`."""
    PANEL.mkdir(exist_ok=True)
    for name, text in made().items():
        (PANEL / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
