"""The sample files that are not made up: population, unit costs, published estimates."""

import csv
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "reference"
NUMBERS = frozenset({"count", "low", "central", "high", "value", "base", "price_year"})


def reference_rows(dataset: str) -> tuple[list[str], list[list]]:
    """Header and rows of `data/reference/<dataset>.csv`; numbers as numbers, blanks as empty cells."""
    with (REFERENCE / f"{dataset}.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    return header, [[_cell(name, text) for name, text in zip(header, row, strict=True)] for row in rows]


def _cell(name: str, text: str) -> str | float | None:
    if name in NUMBERS and text:
        number = float(text)
        return int(number) if number.is_integer() else number
    return text or None
