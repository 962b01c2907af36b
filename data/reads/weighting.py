"""What weighting and summing a wave needs to know of it."""

from sqlalchemy import Connection, Row, func, select

from data.schema import respondents, wave_psus, wave_sums, waves, weight_sets, weights


def wave(connection: Connection, wave_id: int) -> Row | None:
    """One wave's row, or None."""
    return connection.execute(select(waves).where(waves.c.id == wave_id)).one_or_none()


def wave_set_ids(connection: Connection, wave_id: int) -> list[int]:
    """The ids of a wave's weight sets."""
    return list(connection.scalars(select(weight_sets.c.id).where(weight_sets.c.wave_id == wave_id)))


def summed_set_ids(connection: Connection, wave_id: int) -> list[int]:
    """The ids of a wave's weight sets whose sums are stored."""
    statement = select(wave_psus.c.weight_set_id).distinct()
    return [id for id in wave_set_ids(connection, wave_id) if id in set(connection.scalars(statement))]


def respondents_by_area(connection: Connection, wave_id: int) -> dict[str, int]:
    """How many respondents of a wave live in each area."""
    statement = (
        select(respondents.c.area_code, func.count())
        .where(respondents.c.wave_id == wave_id)
        .group_by(respondents.c.area_code)
    )
    return dict(connection.execute(statement).all())


def respondents_without_weight(connection: Connection, wave_id: int) -> int:
    """How many respondents of a wave came without a weight of their own."""
    statement = select(func.count()).where(
        respondents.c.wave_id == wave_id, respondents.c.supplied_weight.is_(None)
    )
    return connection.scalar(statement)


def weight_totals(connection: Connection, weight_set_id: int) -> Row:
    """n, w, w2, low and high of a weight set."""
    weight = weights.c.weight
    return connection.execute(
        select(
            func.count().label("n"), func.sum(weight).label("w"), func.sum(weight * weight).label("w2"),
            func.min(weight).label("low"), func.max(weight).label("high"),
        ).where(weights.c.weight_set_id == weight_set_id)
    ).one()  # fmt: skip


def count_sums(connection: Connection, weight_set_id: int) -> int:
    """How many sums are stored for a weight set."""
    return connection.scalar(select(func.count()).where(wave_sums.c.weight_set_id == weight_set_id))
