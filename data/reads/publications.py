"""Publications as pages read them: a few rows by publication id, whatever lies behind."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, or_, select

from data import schema
from data.framework import Framework
from data.reads.frame import frame
from data.schema import actors, publication_uploads

OF_THE_WAVE = ("fieldwork_start", "fieldwork_end", "modes", "population")
# Of a weight set's report, what `weight_reports` hands on.
REPORTED = (
    "n", "n_eff", "deff", "minimum", "maximum", "trimmed_share", "iterations", "converged", "bounds_held",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publication:
    """A release as it is listed: everything but the framework it froze. Times are UTC."""

    id: int
    number: int
    published_at: dt.datetime
    as_at: dt.date
    actor: str
    note: str
    illustrative: bool
    headline: str
    lead: str
    software: str
    seed: int
    parent_id: int | None
    restores: int | None = None  # the number of the publication whose figures it copies


def _listed() -> Select:
    columns = schema.publications.c
    return select(
        columns.id, columns.number, columns.published_at, columns.as_at, actors.c.name.label("actor"),
        columns.note, columns.illustrative, columns.headline, columns.lead, columns.software, columns.seed,
        columns.parent_id, columns.restores,
    ).join(actors, actors.c.id == columns.actor_id)  # fmt: skip


def latest_publication(connection: Connection) -> Publication | None:
    """The newest publication; None before the first."""
    row = connection.execute(_listed().order_by(schema.publications.c.number.desc()).limit(1)).one_or_none()
    return Publication(*row) if row else None


def publication(connection: Connection, number: int) -> Publication | None:
    """The publication of that number, or None."""
    row = connection.execute(_listed().where(schema.publications.c.number == number)).one_or_none()
    return Publication(*row) if row else None


def publications(connection: Connection) -> list[Publication]:
    """Every publication, the newest first."""
    rows = connection.execute(_listed().order_by(schema.publications.c.number.desc()))
    return [Publication(*row) for row in rows]


def frozen_framework(connection: Connection, publication_id: int) -> Framework:
    """The framework as a publication froze it. KeyError where there is no such publication."""
    return Framework.model_validate(frozen(connection, publication_id)["framework"])


def frozen(connection: Connection, publication_id: int) -> dict[str, Any]:
    """What a publication froze: framework, reference_versions, settings, weight_sets.

    KeyError where there is no such publication.
    """
    columns = schema.publications.c
    row = connection.execute(
        select(columns.framework, columns.reference_versions, columns.settings, columns.weight_sets)
        .where(columns.id == publication_id)
    ).one_or_none()  # fmt: skip
    if row is None:
        raise KeyError(f"no publication with id {publication_id}")
    return dict(row._mapping)


def weight_reports(connection: Connection, publication_id: int) -> list[dict[str, Any]]:
    """How each survey wave of a publication was weighted, in the order of the waves.

    Keys: source, wave, fieldwork_start and fieldwork_end (ISO dates), modes, population, method,
    supplied (whether the weights came with the file), n, n_eff (Kish), deff,
    minimum and maximum (times the mean weight), trimmed_share (0 to 1), iterations, converged, bounds_held,
    margins: [{margin, category, population, before, after}], shares in per cent of the adults, of the
    respondents as they came, and as weighted. A publication made before these were kept has None and no margins.
    KeyError where there is no such publication.
    """
    nothing = {**dict.fromkeys(REPORTED), "margins": []}
    return [
        {"source": each.get("source", "citizen_survey"), "wave": each["wave"], "method": each["method"],
         "supplied": each["name"] == "supplied", **{name: each.get(name) for name in OF_THE_WAVE},
         **{name: each["report"].get(name, default) for name, default in nothing.items()}}
        for each in frozen(connection, publication_id)["weight_sets"]
    ]  # fmt: skip


def estimates(
    connection: Connection,
    publication_id: int,
    indicators: Iterable[str] | None = None,
    area: str | None = None,
) -> pd.DataFrame:
    """A publication's estimates with the columns of the table, in the order of series and time.

    All indicators when None; all areas when None. `absence` is None where there is a value, and the
    value NaN where there is an absence. One query on the index of publication, indicator, area.
    """
    columns = schema.estimates.c
    statement = select(schema.estimates).where(columns.publication_id == publication_id)
    if indicators is not None:
        statement = statement.where(columns.indicator.in_(list(indicators)))
    if area is not None:
        statement = statement.where(columns.area_code == area)
    return frame(
        connection,
        statement.order_by(
            columns.indicator, columns.area_code, columns.source, columns.statistic, columns.group_dim,
            columns.group_value, columns.period_start, columns.id,
        ),
    )  # fmt: skip


def rests_on(connection: Connection, publication_id: int) -> dict[str, Any]:
    """What each part of a publication rests on (etl.resting), by name; empty for one made before this was kept."""
    column = schema.publications.c.rests_on
    return connection.scalar(select(column).where(schema.publications.c.id == publication_id)) or {}


def figures_as_written(
    connection: Connection, publication_id: int, indicators: Collection[str]
) -> Iterator[Mapping[str, Any]]:
    """Every column of a publication's estimates of these indicators, None for nothing, in the order they were
    written in."""
    columns = schema.estimates.c
    statement = select(schema.estimates).where(
        columns.publication_id == publication_id, columns.indicator.in_(list(indicators))
    )
    yield from connection.execute(statement.order_by(columns.id)).mappings()


def earlier_figures(connection: Connection, indicators: Collection[str]) -> pd.DataFrame:
    """What every publication tells of these indicators' counts of people, withheld figures among it.

    Rows of the table without changes, gaps and a service's rates, whose counts stand beside them; with
    publication_id, and the trace that says which uploads a figure was made from. Illustrative figures tell
    nothing of anybody.
    """
    columns = schema.estimates.c
    statement = select(
        columns.publication_id, columns.indicator, columns.source, columns.mode, columns.statistic,
        columns.period_start, columns.period_end, columns.period_kind, columns.area_code, columns.group_dim,
        columns.group_value, columns.scenario, columns.value, columns.base, columns.numerator,
        columns.denominator, columns.absence, columns.reason, columns.trace,
    ).where(
        columns.indicator.in_(list(indicators)),
        columns.illustrative.is_(False),
        columns.statistic.not_in(["per_day", "rate", "net"]),
        columns.statistic.not_like("change%"), columns.statistic.not_like("gap%"),
        or_(columns.absence.is_(None), columns.absence == "withheld"),
    )  # fmt: skip
    return frame(connection, statement.order_by(columns.publication_id, columns.id))


def statuses(connection: Connection, publication_id: int, kind: str | None = None) -> pd.DataFrame:
    """What the status engine said: subject, kind, change, target, headline, why, detail.

    Kinds: indicator, node, link, chain, and dataset for how fresh a dataset was. All when None.
    """
    columns = schema.statuses.c
    statement = select(
        columns.subject, columns.kind, columns.change, columns.target, columns.headline, columns.why,
        columns.detail,
    ).where(columns.publication_id == publication_id)  # fmt: skip
    if kind is not None:
        statement = statement.where(columns.kind == kind)
    return frame(connection, statement.order_by(columns.id))


def publication_uploads_of(connection: Connection, publication_id: int) -> list[int]:
    """The uploads a publication rests on."""
    columns = publication_uploads.c
    statement = select(columns.upload_id).where(columns.publication_id == publication_id)
    return list(connection.scalars(statement.order_by(columns.upload_id)))
