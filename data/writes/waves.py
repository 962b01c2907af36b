"""Weights and sums of a survey wave, made by the database, and the end of its raw rows."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, update

from data.reads import people as held
from data.reads import sums as selects
from data.reads import weighting
from data.schema import (
    answers,
    respondents,
    source_files,
    wave_psus,
    wave_sums,
    waves,
    weight_sets,
    weights,
)
from data.writes.actors import audit, now
from data.writes.rows import add, bulk_columns
from data.writes.wave_sums import add_wave_sums


def save_weights(
    connection: Connection, wave_id: int, name: str, method: str, report: Mapping[str, Any], people: pd.DataFrame
) -> int:
    """Write a wave's weight set and return its id; whatever sets the wave had are removed with their sums.

    `people` has the id and the weight of every respondent. IntegrityError where one has none.
    """
    remove_weights(connection, wave_id)
    set_id = add(connection, weight_sets, wave_id=wave_id, name=name, method=method, report=dict(report))
    weight = [each if each == each else None for each in people["weight"].tolist()]  # or PostgreSQL would keep NaN
    told = {"weight_set_id": [set_id] * len(people), "respondent_id": people["id"].tolist(), "weight": weight}
    bulk_columns(connection, weights, told)
    return set_id


def compute_wave_sums(
    connection: Connection, wave_id: int, weight_set_id: int, people: pd.DataFrame,
    questions: Collection[str] | None = None,
) -> int:
    """Sum a wave's answers by question, answer, group, stratum and sampling point; return how many sums.

    `people` as `reads.people_weighed`. Of `questions`, all when None: a wave asks more than is published. Sampling
    points are numbered, not named. Sums there already are replaced.
    """
    versions = weighting.versions_asked(connection, wave_id, questions)
    _sum_anew(connection, wave_id, weight_set_id, people, versions)
    return weighting.count_sums(connection, weight_set_id)


def sum_further(connection: Connection, wave_id: int, questions: Collection[str] | None = None) -> None:
    """Add the sums of `questions` (all when None) to a wave's weight sets that have none of them yet."""
    asked = weighting.versions_asked(connection, wave_id, questions)
    for set_id in weighting.summed_set_ids(connection, wave_id):
        summed = set(weighting.versions_summed(connection, set_id, asked))
        lacking = [each for each in asked if each not in summed]
        if lacking:
            people = weighting.people_weighed(connection, wave_id, set_id)
            add_wave_sums(connection, set_id, people, lacking, further=True)


def _sum_anew(
    connection: Connection, wave_id: int, weight_set_id: int, people: pd.DataFrame, versions: Sequence[int]
) -> None:
    for table in (wave_sums, wave_psus):
        connection.execute(delete(table).where(table.c.weight_set_id == weight_set_id))
    add_wave_sums(connection, weight_set_id, people, versions)
    place = connection.execute(selects.rows_of_wave(wave_id)).one()._mapping
    connection.execute(update(waves).where(waves.c.id == wave_id).values(**place))


def resum(connection: Connection, wave_id: int) -> None:
    """Bring report and sums of a wave's weight sets into line with the respondents it still has."""
    asked = weighting.versions_asked(connection, wave_id)
    for set_id in weighting.summed_set_ids(connection, wave_id):
        _report(connection, set_id)
        summed = weighting.versions_summed(connection, set_id, asked)
        _sum_anew(connection, wave_id, set_id, weighting.people_weighed(connection, wave_id, set_id), summed)


def remove_weights(connection: Connection, wave_id: int) -> None:
    """Remove every weight set of a wave, with its sums."""
    for set_id in weighting.wave_set_ids(connection, wave_id):
        for table in (weights, wave_sums, wave_psus):
            connection.execute(delete(table).where(table.c.weight_set_id == set_id))
        connection.execute(delete(weight_sets).where(weight_sets.c.id == set_id))


def purge_wave(connection: Connection, wave_id: int, actor: int) -> None:
    """Remove a citizen wave's raw rows and the kept bytes of its file; its sums and publications stay.

    What a figure of it may ever need is summed before. KeyError for a wave there isn't. ValueError where it was
    purged before, or has no sums to outlive it.
    """
    wave = weighting.wave(connection, wave_id)
    if wave is None:
        raise KeyError(f"there is no wave with id {wave_id}")
    if wave.raw_purged_at is not None:
        raise ValueError(f"the raw rows of wave {wave.wave} were purged before")
    if not weighting.summed_set_ids(connection, wave_id):
        raise ValueError(f"wave {wave.wave} has no sums yet; publish it before its raw rows are purged")
    sum_further(connection, wave_id)
    ids = selects.respondent_ids(wave_id)
    for table in (answers, weights):
        connection.execute(delete(table).where(table.c.respondent_id.in_(ids)))
    connection.execute(delete(respondents).where(respondents.c.wave_id == wave_id))
    connection.execute(update(waves).where(waves.c.id == wave_id).values(raw_purged_at=now()))
    drop_bytes(connection, [wave.upload_id], f"The raw rows of wave {wave.wave} were purged.")
    audit(connection, actor, "purge", f"wave {wave.wave}", f"upload {wave.upload_id}")


def drop_bytes(connection: Connection, upload_ids: list[int], reason: str) -> None:
    """Keep no bytes of these uploads' files any longer, and say why. The hash received stays."""
    files = source_files
    connection.execute(
        update(files)
        .where(files.c.id.in_(held.same_bytes(upload_ids)), files.c.bytes.is_not(None))
        .values(bytes=None, sha256_kept=None, bytes_absent_reason=reason)
    )


def _report(connection: Connection, set_id: int) -> None:
    """Bring what a report says of the weights themselves into line; what it says of the margins stays."""
    total = weighting.weight_totals(connection, set_id)
    effective, mean = (total.w**2 / total.w2, total.w / total.n) if total.w2 else (0.0, None)
    of_weights = {
        "n": total.n, "n_eff": effective, "deff": total.n / effective if effective else None,
        "minimum": total.low / mean if mean else None, "maximum": total.high / mean if mean else None,
    }  # fmt: skip
    report = {**weighting.report(connection, set_id), **of_weights}
    connection.execute(update(weight_sets).where(weight_sets.c.id == set_id).values(report=report))
