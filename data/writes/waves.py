"""Weights and sums of a survey wave, made by the database, and the end of its raw rows."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, update

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
from data.writes.rows import add

SUM_COLUMNS = [column.name for column in wave_sums.columns if column.name != "id"]
PSU_COLUMNS = [column.name for column in wave_psus.columns]
WEIGHT_COLUMNS = [column.name for column in weights.columns]
DESIGN = "people in the area / respondents in the area, scaled to a mean of 1"
SUPPLIED = "as they came with the file"


def compute_weights(connection: Connection, wave_id: int, population: Mapping[str, float]) -> int:
    """Weigh a wave's respondents and return the id of its weight set; whatever set it had is replaced.

    Where every respondent came with a weight these are used ('supplied'), unchanged. Otherwise a
    respondent's weight is N / n of their area ('design'; `population` gives N by area code), scaled to a
    mean of 1. The report has n, Kish's n_eff = (Σw)² / Σw², deff = n / n_eff, min and max. ValueError
    for a wave without respondents and for an area without population.
    """
    counts = weighting.respondents_by_area(connection, wave_id)
    if not counts:
        raise ValueError(f"wave {wave_id} has no respondents to weigh")
    remove_weights(connection, wave_id)
    if weighting.respondents_without_weight(connection, wave_id):
        factors = design_factors(counts, population)
        set_id = _new_set(connection, wave_id, "design", DESIGN)
        rows = selects.area_weights(wave_id, set_id, factors)
    else:
        set_id = _new_set(connection, wave_id, "supplied", SUPPLIED)
        rows = selects.supplied_weights(wave_id, set_id)
    connection.execute(insert(weights).from_select(WEIGHT_COLUMNS, rows))
    _report(connection, set_id)
    return set_id


def design_factors(counts: Mapping[str, int], population: Mapping[str, float]) -> dict[str, float]:
    """The weight of each area's respondents: N / n, scaled so that the mean over respondents is 1."""
    unknown = sorted(area for area in counts if not population.get(area))
    if unknown:
        raise ValueError(
            f"no population for {', '.join(unknown)}: publish a population file with these areas, "
            "or give every respondent a weight"
        )
    scale = sum(counts.values()) / sum(population[area] for area in counts)
    return {area: scale * population[area] / count for area, count in counts.items()}


def compute_wave_sums(connection: Connection, wave_id: int, weight_set_id: int) -> int:
    """Sum a wave's answers by question, answer, group, stratum and sampling point; return how many sums.

    The database does it, one pass for each dimension. What a figure of this wave will ever need is then
    stored, and stays when the raw rows are purged. Sampling points are numbered, not named. Sums there
    already are replaced.
    """
    for table in (wave_sums, wave_psus):
        connection.execute(delete(table).where(table.c.weight_set_id == weight_set_id))
    connection.execute(insert(wave_psus).from_select(PSU_COLUMNS, selects.design(wave_id, weight_set_id)))
    for dimension in selects.DIMENSIONS:
        cells = selects.cells(wave_id, weight_set_id, dimension)
        connection.execute(insert(wave_sums).from_select(SUM_COLUMNS, cells))
    place = connection.execute(selects.rows_of_wave(wave_id)).one()._mapping
    connection.execute(update(waves).where(waves.c.id == wave_id).values(**place))
    return weighting.count_sums(connection, weight_set_id)


def resum(connection: Connection, wave_id: int) -> None:
    """Bring report and sums of a wave's weight sets into line with the respondents it still has."""
    for set_id in weighting.summed_set_ids(connection, wave_id):
        _report(connection, set_id)
        compute_wave_sums(connection, wave_id, set_id)


def remove_weights(connection: Connection, wave_id: int) -> None:
    """Remove every weight set of a wave, with its sums."""
    for set_id in weighting.wave_set_ids(connection, wave_id):
        for table in (weights, wave_sums, wave_psus):
            connection.execute(delete(table).where(table.c.weight_set_id == set_id))
        connection.execute(delete(weight_sets).where(weight_sets.c.id == set_id))


def purge_wave(connection: Connection, wave_id: int, actor: int) -> None:
    """Remove a citizen wave's raw rows and the kept bytes of its file; its sums and publications stay.

    KeyError for a wave there isn't. ValueError where it was purged before, or has no sums to outlive it.
    """
    wave = weighting.wave(connection, wave_id)
    if wave is None:
        raise KeyError(f"there is no wave with id {wave_id}")
    if wave.raw_purged_at is not None:
        raise ValueError(f"the raw rows of wave {wave.wave} were purged before")
    if not weighting.summed_set_ids(connection, wave_id):
        raise ValueError(f"wave {wave.wave} has no sums yet; publish it before its raw rows are purged")
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


def _new_set(connection: Connection, wave_id: int, name: str, method: str) -> int:
    return add(connection, weight_sets, wave_id=wave_id, name=name, method=method, report={})


def _report(connection: Connection, set_id: int) -> None:
    total = weighting.weight_totals(connection, set_id)
    effective = total.w**2 / total.w2 if total.w2 else 0.0
    report = {
        "n": total.n, "n_eff": effective, "deff": total.n / effective if effective else None,
        "min": total.low, "max": total.high,
    }  # fmt: skip
    connection.execute(update(weight_sets).where(weight_sets.c.id == set_id).values(report=report))
