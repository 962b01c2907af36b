"""Which rows count. Every upload keeps its rows for ever; what is live is decided here, when it is read.

An upload counts once published, until withdrawn. Where a real one counts, the samples of its dataset (of
demand: its service) do not: real and sample never meet. Of what is left the newest upload wins: row by
row under a key, or a whole wave. So withdrawing an upload restores what it had superseded.
"""

from collections.abc import Iterable

from sqlalchemy import Select, Subquery, Table, and_, case, func, not_, or_, select

from data.schema import (
    attendance,
    coded_contacts,
    commitments,
    insights,
    network_ties,
    partner_returns,
    population,
    programme_costs,
    published_estimates,
    service_demand,
    unit_costs,
    uploads,
    waves,
)

_PERIOD = ("period_start", "period_end")

# What makes two rows of different uploads the same row.
SUPERSEDE_KEYS: dict[Table, tuple[str, ...]] = {
    attendance: ("session", "person_id", "citizen_group"),
    commitments: ("commitment",),
    insights: ("insight",),
    partner_returns: ("organisation", "priority", "measure", *_PERIOD),
    network_ties: ("wave",),
    coded_contacts: ("sample", "contact", "coder"),
    programme_costs: ("item", "payer", "kind", *_PERIOD),
    population: ("area_code", "sex", "age_band", "unit", *_PERIOD),
    unit_costs: ("code", "payer", "kind"),
    published_estimates: ("source", "measure", "area_code", *_PERIOD),
    service_demand: ("service", "area_code", "age_band", *_PERIOD),
}
Ids = Iterable[int]


def counting_uploads(dataset: str | None = None, including: Ids = (), excluding: Ids = ()) -> Select:
    """Uploads that count: id, dataset, origin, recency (the newest has the largest), real_there (1 or 0)."""
    published = uploads.c.published_at
    statement = select(
        uploads.c.id,
        uploads.c.dataset,
        uploads.c.origin,
        # one that is not published yet, but to be counted, is the newest
        func.row_number().over(order_by=(published.is_(None), published, uploads.c.id)).label("recency"),
        _any_real(uploads.c.origin, uploads.c.dataset).label("real_there"),
    ).where(
        or_(uploads.c.status == "published", uploads.c.id.in_(list(including))),
        uploads.c.id.not_in(list(excluding)),
    )
    return statement.where(uploads.c.dataset == dataset) if dataset else statement


def live_rows(table: Table, including: Ids = (), excluding: Ids = ()) -> Subquery:
    """The table's live rows, with `origin`."""
    ranked = ranked_rows(table, including, excluding)
    return select(ranked).where(ranked.c.place == 1).subquery("live")


def ranked_rows(table: Table, including: Ids = (), excluding: Ids = ()) -> Subquery:
    """Every counting row of a table with `origin`, `place` (1: live) and `winner`, the upload in force."""
    counting = counting_uploads(table.name, including, excluding).subquery("counting")
    by_service = table is service_demand
    real_there = _any_real(counting.c.origin, table.c.service) if by_service else counting.c.real_there
    rows = (
        select(table, counting.c.origin, counting.c.recency, real_there.label("real_there"))
        .join(counting, counting.c.id == table.c.upload_id)
        .subquery("counting_rows")
    )
    key = [rows.c[name] for name in SUPERSEDE_KEYS[table]]
    newest_first = (rows.c.recency.desc(),)
    if table is network_ties:  # a wave is replaced whole: all its rows of the newest upload stand
        place = func.dense_rank().over(partition_by=key, order_by=newest_first)
    else:
        place = func.row_number().over(partition_by=key, order_by=(*newest_first, rows.c.id.desc()))
    winner = func.first_value(rows.c.upload_id).over(partition_by=key, order_by=newest_first)
    return (
        select(rows, place.label("place"), winner.label("winner"))
        .where(_not_displaced(rows))
        .subquery("ranked")
    )


def live_waves(dataset: str, including: Ids = (), excluding: Ids = ()) -> Subquery:
    """The live waves of a survey, with `origin`: of each wave the newest upload's."""
    ranked = ranked_waves(dataset, including, excluding)
    return select(ranked).where(ranked.c.place == 1).subquery("live_waves")


def ranked_waves(dataset: str, including: Ids = (), excluding: Ids = ()) -> Subquery:
    """Every counting wave of a survey with `origin`, `place` (1: live) and `winner`, the upload in force."""
    counting = counting_uploads(dataset, including, excluding).subquery("counting")
    order = {"partition_by": waves.c.wave, "order_by": counting.c.recency.desc()}
    return (
        select(
            waves,
            counting.c.origin,
            func.row_number().over(**order).label("place"),
            func.first_value(waves.c.upload_id).over(**order).label("winner"),
        )
        .join(counting, counting.c.id == waves.c.upload_id)
        .where(waves.c.dataset == dataset, _not_displaced(counting))
        .subquery("ranked_waves")
    )


def _any_real(origin, within):
    """1 where any upload among those `within` the same value is real, else 0."""
    return func.max(case((origin == "real", 1), else_=0)).over(partition_by=within)


def _not_displaced(rows):
    return not_(and_(rows.c.origin == "sample", rows.c.real_there == 1))
