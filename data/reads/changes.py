"""What is different between two publications, found by the database."""

import pandas as pd
from sqlalchemy import Connection, Float, Select, String, and_, cast, literal, null, or_, select

from data.reads.frame import frame
from data.schema import estimates

# What makes two estimates of different publications the same figure.
FIGURE = (
    "indicator", "source", "mode", "segment", "statistic", "period_start", "period_end", "period_kind",
    "area_code", "area_valid_from", "group_dim", "group_value", "scenario",
)  # fmt: skip


def estimate_changes(connection: Connection, older: int, newer: int) -> pd.DataFrame:
    """The figures that differ between two publications, given by their ids.

    The columns of FIGURE, then value_old, absence_old, value_new, absence_new, and `change`: restated,
    added or removed. A figure that stayed the same to the last digit has no row.
    """
    parts = [_restated(older, newer), _only_in(newer, older, "added"), _only_in(older, newer, "removed")]
    found = [frame(connection, part) for part in parts]
    return pd.concat([each for each in found if len(each)] or found[:1], ignore_index=True)


def _restated(older: int, newer: int) -> Select:
    old, new = estimates.alias("old"), estimates.alias("new")
    differs = or_(new.c.value.is_distinct_from(old.c.value), new.c.absence.is_distinct_from(old.c.absence))
    return (
        select(*_columns(new, old, new, "restated"))
        .join(old, _same_figure(old, new))
        .where(new.c.publication_id == newer, old.c.publication_id == older, differs)
        .order_by(new.c.id)
    )


def _only_in(one: int, other: int, change: str) -> Select:
    figures, others = estimates.alias("figures"), estimates.alias("others")
    twin = select(others.c.id).where(others.c.publication_id == other, _same_figure(figures, others))
    old, new = (None, figures) if change == "added" else (figures, None)
    return (
        select(*_columns(figures, old, new, change))
        .where(figures.c.publication_id == one, ~twin.exists())
        .order_by(figures.c.id)
    )


def _same_figure(first, second):
    return and_(*(first.c[name] == second.c[name] for name in FIGURE))


def _columns(figure, old, new, change: str) -> list:
    columns = [figure.c[name] for name in FIGURE]
    for side, name in ((old, "old"), (new, "new")):
        value = cast(null(), Float) if side is None else side.c.value
        absence = cast(null(), String) if side is None else side.c.absence
        columns += [value.label(f"value_{name}"), absence.label(f"absence_{name}")]
    return [*columns, literal(change).label("change")]
