"""Print which adapter recognises which dialect, over many reports and all damage: `python benchmarks/confusion.py`."""

from __future__ import annotations

import argparse
from collections import Counter

from govinfo.adapters import available_adapters
from govinfo.testing.confusion import MEANT_FOR, recognitions


def main() -> None:
    """Count the recognitions, and print them as a matrix with the false ones below."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--reports", type=int, default=10, help="reports in each dialect and damage (default 10)"
    )
    found = Counter(
        claim for seed in range(parser.parse_args().reports) for claim in recognitions(seed)
    )
    adapters = [*available_adapters(), "none"]
    print("dialect".ljust(11), *(name[:9].rjust(9) for name in adapters))
    for dialect in MEANT_FOR:
        row = Counter[str]()
        for claim, count in found.items():
            row[claim.adapter] += count if claim.dialect == dialect else 0
        print(dialect.ljust(11), *(str(row[name] or ".").rjust(9) for name in adapters))
    false = {claim: count for claim, count in found.items() if claim.is_false}
    print(f"{found.total()} texts, {sum(false.values())} false recognitions")
    for (dialect, damage, adapter), count in false.items():
        print(f"  {count} × {dialect} with {damage or 'no damage'} by {adapter}")


if __name__ == "__main__":
    main()
