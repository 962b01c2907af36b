"""What weighting and summing a wave needs to know of it."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, func, select

from data.reads import sums
from data.reads.frame import frame
from data.reads.live import live_waves
from data.schema import (
    question_versions,
    respondents,
    uploads,
    wave_psus,
    wave_questions,
    wave_sums,
    waves,
    weight_sets,
    weights,
)


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


def versions_asked(connection: Connection, wave_id: int, questions: Collection[str] | None = None) -> list[int]:
    """The ids of the questions a wave asked, as they were worded; of `questions` only, where they are given."""
    asked = wave_questions.c
    statement = select(asked.question_version_id).where(asked.wave_id == wave_id)
    if questions is not None:
        statement = statement.join(question_versions, question_versions.c.id == asked.question_version_id)
        statement = statement.where(question_versions.c.question.in_(sorted(questions)))
    return list(connection.scalars(statement.order_by(asked.question_version_id)))


def versions_summed(connection: Connection, weight_set_id: int, versions: Collection[int]) -> list[int]:
    """Those of the questions, by id, whose sums are stored for a weight set."""
    sums = wave_sums.c
    held = select(sums.id).where(
        sums.weight_set_id == weight_set_id, sums.question_version_id == question_versions.c.id
    )
    statement = select(question_versions.c.id).where(question_versions.c.id.in_(list(versions)), held.exists())
    return list(connection.scalars(statement.order_by(question_versions.c.id)))


def waves_to_weigh(connection: Connection) -> Sequence[Row]:
    """The live citizen waves whose raw rows are there, whether or not they have weights.

    Columns: id, wave, fieldwork_start, fieldwork_end, modes, choice (the upload's weights: supplied or made),
    weighted (the name of the weight set in use, None without one).
    """
    live = live_waves("citizen_survey")
    return connection.execute(
        select(
            live.c.id, live.c.wave, live.c.fieldwork_start, live.c.fieldwork_end, live.c.modes,
            uploads.c.weights.label("choice"),
            weight_sets.c.name.label("weighted"),
        )
        .join(uploads, uploads.c.id == live.c.upload_id)
        .outerjoin(weight_sets, weight_sets.c.wave_id == live.c.id)
        .where(live.c.raw_purged_at.is_(None))
        .order_by(live.c.id)
    ).all()  # fmt: skip


def waves_with_raw_rows(connection: Connection, ended: dt.date) -> Sequence[Row]:
    """Citizen waves of any upload whose fieldwork ended on that day or before and whose raw rows are there."""
    due = (waves.c.dataset == "citizen_survey", waves.c.fieldwork_end <= ended, waves.c.raw_purged_at.is_(None))
    return connection.execute(select(waves).where(*due).order_by(waves.c.id)).all()


def districts_met(connection: Connection, wave_id: int) -> set[str]:
    """The districts that a wave's respondents live in."""
    return set(connection.scalars(select(respondents.c.area_code).where(respondents.c.wave_id == wave_id).distinct()))


def people_of_wave(connection: Connection, wave_id: int) -> pd.DataFrame:
    """A row for each respondent of a wave, in the order of their ids: id, stratum, psu, supplied_weight (NaN without
    one) and their group in each dimension of the sums, in columns named of_ and the dimension; None where not told."""
    return frame(connection, sums.people_of_wave(wave_id))


def people_weighed(connection: Connection, wave_id: int, weight_set_id: int) -> pd.DataFrame:
    """`people_of_wave` with a weight in the set, which is column weight."""
    return frame(connection, sums.people_weighed(wave_id, weight_set_id))


def report(connection: Connection, weight_set_id: int) -> dict[str, Any]:
    """A weight set's report."""
    return connection.scalar(select(weight_sets.c.report).where(weight_sets.c.id == weight_set_id))


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
