"""Survey waves as group-by sums, and what weighting and summing them needs to know."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, case, func, select

from data.reads.frame import frame
from data.reads.live import Ids, live_waves
from data.schema import (
    question_versions,
    uploads,
    wave_psus,
    wave_questions,
    weight_sets,
)
from data.schema import wave_sums as sums

SURVEY = "citizen_survey"


def weight_sets_used(including: Ids = (), excluding: Ids = ()) -> Select:
    """One weight set for each live wave that has any: weights that came with the file win."""
    live = live_waves(SURVEY, including, excluding)
    rank = func.row_number().over(
        partition_by=live.c.id,
        order_by=(case((weight_sets.c.name == "supplied", 0), else_=1), weight_sets.c.id.desc()),
    )
    ranked = (
        select(
            weight_sets.c.id.label("weight_set_id"), weight_sets.c.name.label("weighting"),
            weight_sets.c.method, weight_sets.c.report, live, rank.label("rank"),
        )
        .join(live, live.c.id == weight_sets.c.wave_id)
        .subquery("ranked_sets")
    )  # fmt: skip
    return select(ranked).where(ranked.c.rank == 1)


def wave_sums(
    connection: Connection, including: Ids = (), excluding: Ids = (), questions: Iterable[str] | None = None
) -> pd.DataFrame:
    """The sums of every live wave: one row for each question, answer, group, stratum and sampling point.

    Of `questions` only, where they are given.

    `n` counts respondents, `w` and `w2` are their summed and squared weights; group_dim '' is everyone.
    `role` is what the question's labels say of the code; a code without a label is excluded. `cells` is
    the question's column in the file; `wording` and `labels` ([code, label, role] in the order of the
    scale) are what respondents met.
    """
    used = weight_sets_used(including, excluding).subquery("used")
    statement = select(
        sums.c.weight_set_id, sums.c.question_version_id.label("question_version"), sums.c.code,
        sums.c.group_dim, sums.c.group_value, sums.c.stratum, sums.c.psu, sums.c.n, sums.c.w, sums.c.w2,
    ).join(used, used.c.weight_set_id == sums.c.weight_set_id)  # fmt: skip
    if questions is not None:
        wanted = select(question_versions.c.id).where(question_versions.c.question.in_(list(questions)))
        statement = statement.where(sums.c.question_version_id.in_(wanted))
    figures = frame(connection, statement)
    found = figures.merge(_roles(connection), how="left", on=["question_version", "code"])
    found["role"] = found["role"].fillna("excluded")
    found = found.merge(_asked(connection, used), how="left", on=["weight_set_id", "question_version"])
    return found[
        ["source", "wave", "wave_start", "wave_end", "mode", "population", "weighting", "question",
         "question_version", "wording", "labels", "base_rule", "code", "role",
         "group_dim", "group_value", "stratum", "psu",
         "n", "w", "w2", "upload_id", "sheet", "cells", "origin"]
    ]  # fmt: skip


def _waves_of_sums(connection: Connection, used) -> pd.DataFrame:
    statement = select(
        used.c.weight_set_id, used.c.weighting, used.c.dataset.label("source"), used.c.wave,
        used.c.fieldwork_start.label("wave_start"), used.c.fieldwork_end.label("wave_end"),
        used.c.modes, used.c.population, used.c.upload_id, used.c.origin,
        used.c.sheet, used.c.first_row, used.c.last_row, uploads.c.columns,
    ).join(uploads, uploads.c.id == used.c.upload_id)  # fmt: skip
    found = frame(connection, statement)
    modes = [given[0] if len(given) == 1 else "mixed" for given in found.pop("modes")]
    return found.assign(mode=pd.Series(modes, dtype=object))


def _asked(connection: Connection, used) -> pd.DataFrame:
    """What is the same for all sums of a question in a wave: wave, question, and where the answers stood."""
    versions = question_versions.c
    questions = frame(
        connection,
        select(
            versions.id.label("question_version"), versions.question, versions.base_rule, versions.wording,
            versions.labels,
        ),
    )  # fmt: skip
    about = _waves_of_sums(connection, used).merge(questions, how="cross")
    of = ("columns", "question", "sheet", "first_row", "last_row")
    places = [_place(*values) for values in zip(*(about[name] for name in of), strict=True)]
    return about.assign(
        sheet=pd.Series([sheet for sheet, _ in places], dtype=object),
        cells=pd.Series([cells for _, cells in places], dtype=object),
    )


def _roles(connection: Connection) -> pd.DataFrame:
    rows = connection.execute(select(question_versions.c.id, question_versions.c.labels))
    known = [(row.id, int(code), role) for row in rows for code, _, role in row.labels]
    roles = pd.DataFrame(known, columns=["question_version", "code", "role"])
    return roles.astype({"question_version": "int64", "code": "int64", "role": object})


def _place(columns: dict, question: str, sheet: str | None, first: float, last: float) -> tuple[str, str]:
    """Sheet and cell range of a question in its file; the rows alone where the column is not known."""
    at = columns.get(question) or [sheet or "", None]
    if first != first:  # not a number: the wave does not know its rows
        return at[0], str(at[1] or "")
    if at[1] is None:
        return at[0], f"rows {int(first)}-{int(last)}"
    return at[0], f"{at[1]}{int(first)}:{at[1]}{int(last)}"


def wave_design(connection: Connection, including: Ids = (), excluding: Ids = ()) -> pd.DataFrame:
    """Every stratum and sampling point of each live wave: source, wave, stratum, psu, n, w."""
    used = weight_sets_used(including, excluding).subquery("used")
    return frame(
        connection,
        select(
            used.c.dataset.label("source"), used.c.wave, wave_psus.c.stratum, wave_psus.c.psu,
            wave_psus.c.n, wave_psus.c.w,
        )
        .join(used, used.c.weight_set_id == wave_psus.c.weight_set_id)
        .order_by(used.c.wave, wave_psus.c.stratum, wave_psus.c.psu),
    )  # fmt: skip


def weight_sets_in_use(connection: Connection) -> list[dict[str, Any]]:
    """The weight sets behind the live waves, to be frozen in a publication.

    Keys: id, source, wave, name (design, raked or supplied), method, report; and of the wave itself
    fieldwork_start and fieldwork_end (ISO dates), modes and population.
    """
    used = weight_sets_used().subquery("used")
    statement = select(
        used.c.weight_set_id.label("id"), used.c.dataset.label("source"), used.c.wave,
        used.c.weighting.label("name"), used.c.method, used.c.report, used.c.fieldwork_start,
        used.c.fieldwork_end, used.c.modes, used.c.population,
    ).order_by(used.c.wave)  # fmt: skip
    dates = ("fieldwork_start", "fieldwork_end")
    rows = [dict(row._mapping) for row in connection.execute(statement)]
    return [row | {name: row[name].isoformat() for name in dates} for row in rows]


def questions_of_wave(connection: Connection, wave_id: int) -> pd.DataFrame:
    """The questions of a wave as they were asked: question, wording, labels, base_rule, source, status."""
    versions = question_versions
    return frame(
        connection,
        select(
            versions.c.question, versions.c.wording, versions.c.labels, versions.c.base_rule,
            versions.c.source, versions.c.status,
        )
        .join(wave_questions, wave_questions.c.question_version_id == versions.c.id)
        .where(wave_questions.c.wave_id == wave_id)
        .order_by(versions.c.question),
    )  # fmt: skip
