"""What the store holds that no upload brings: the framework's declarations and outside figures with versions."""

import csv
from pathlib import Path

import yaml
from sqlalchemy import Connection

from data import writes
from data.framework import Framework

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "reference"


def sync_outside(connection: Connection, framework: Framework, actor_id: int) -> None:
    """Bring areas, events, breaks, impact models and reference figures into line. Repeatable.

    Raises ValueError where figures changed under a version already stored: a version never changes.
    """
    writes.sync_framework(connection, framework)
    for model in framework.impact_models:
        writes.declare_impact_model(
            connection, model.id, actor_id, shape=model.shape, service=model.service,
            areas=list(model.areas), starts_on=model.starts_on, lag_months=model.lag_months,
        )  # fmt: skip
    for about in yaml.safe_load((REFERENCE / "reference.yaml").read_text(encoding="utf-8")):
        if about["file"] in READERS:  # the others are datasets: uploads carry them
            figures, unit = READERS[about["file"]]
            writes.sync_reference(
                connection, about["name"], about["version"], figures(REFERENCE / about["file"]),
                source=about["source"], year=about["year"], status=about["status"], unit=unit,
            )  # fmt: skip


def _by_year(path: Path) -> dict[str, float]:
    """{year: value} of a CSV with the columns year and index; lines that begin with # are remarks."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row["year"]: float(row["index"]) for row in csv.DictReader(lines)}


def _by_category(path: Path) -> dict[str, float]:
    """{"area trait category": count} of a CSV with these columns."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {f"{row['area']} {row['trait']} {row['category']}": float(row["count"]) for row in csv.DictReader(lines)}


def _by_factor(path: Path) -> dict[str, float]:
    """{"deadweight ae_type1 asb low": share}: low, central and high of each factor and the services it is for."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            f"{row['factor']} {row['services'] or 'every service'} {end}": float(row[end])
            for row in csv.DictReader(lines)
            for end in ("low", "central", "high")
        }


def _by_grade(path: Path) -> dict[str, float]:
    """{"grade 4 benefits": share}: what a confidence grade takes off benefits and puts on costs."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {f"grade {row['grade']} {of}": float(row[of]) for row in csv.DictReader(lines)
                for of in ("benefits", "costs")}  # fmt: skip


def _pairs(path: Path) -> dict[str, None]:
    """{"ADM includes AE": None}: unit costs of which one holds the other; there is no figure to it."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {f"{row['code']} includes {row['includes']}": None for row in csv.DictReader(lines)}


READERS = {
    "deflator.csv": (_by_year, "index"),
    "weighting_margins.csv": (_by_category, "people or households"),
    "value_factors.csv": (_by_factor, "share"),
    "optimism_bias.csv": (_by_grade, "share"),
    "unit_cost_overlaps.csv": (_pairs, ""),
}
