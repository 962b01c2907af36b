"""What an evaluator may cross live: the waves and questions there are, and their sums by any two groups."""

from collections.abc import Iterable

import pandas as pd
from sqlalchemy import ColumnElement, Connection, func, literal, select

from data.reads.frame import frame
from data.reads.sums import DIMENSIONS
from data.reads.survey import SURVEY, weight_sets_used
from data.schema import answers, question_versions, respondents, wave_questions, weights

WAVE = "wave"


def explorable(connection: Connection) -> pd.DataFrame:
    """The questions of each live wave whose respondents are still held: wave_id, wave, modes, wave_start,
    wave_end, origin, question, question_version, wording, labels, base_rule."""
    used = weight_sets_used().subquery("used")
    asked, versions = wave_questions, question_versions
    return frame(
        connection,
        select(
            used.c.id.label("wave_id"), used.c.wave, used.c.modes, used.c.fieldwork_start.label("wave_start"),
            used.c.fieldwork_end.label("wave_end"), used.c.origin, versions.c.question,
            versions.c.id.label("question_version"), versions.c.wording, versions.c.labels, versions.c.base_rule,
        )
        .join(asked, asked.c.wave_id == used.c.id)
        .join(versions, versions.c.id == asked.c.question_version_id)
        .where(used.c.raw_purged_at.is_(None), used.c.dataset == SURVEY)
        .order_by(used.c.fieldwork_start, versions.c.question),
    )  # fmt: skip


def crossed_sums(
    connection: Connection, waves: Iterable[int], versions: Iterable[int], first: str, second: str = ""
) -> pd.DataFrame:
    """Everyone in these waves, added up by two groups, stratum, sampling point and answer.

    Columns first, second (None where a respondent has no value; '' all alike where no group is asked for),
    wave, stratum, psu, code (None: not answered), n, w, w2. Groups are DIMENSIONS or WAVE; `versions` are the
    wordings of the question. One GROUP BY, whatever the number of respondents.
    """
    used, people = weight_sets_used().subquery("used"), respondents.c
    given = (
        select(answers.c.respondent_id, answers.c.code)
        .where(answers.c.question_version_id.in_(list(versions)))
        .subquery("given")
    )
    by = [
        _group(first, used).label("first"), _group(second, used).label("second"), used.c.wave.label(WAVE),
        people.stratum, people.psu, given.c.code,
    ]  # fmt: skip
    weight = weights.c.weight
    statement = (
        select(*by, func.count().label("n"), func.sum(weight).label("w"), func.sum(weight * weight).label("w2"))
        .select_from(respondents)
        .join(used, used.c.id == people.wave_id)
        .join(weights, (weights.c.respondent_id == people.id) & (weights.c.weight_set_id == used.c.weight_set_id))
        .outerjoin(given, given.c.respondent_id == people.id)
        .where(people.wave_id.in_(list(waves)))
        .group_by(*by)
    )
    return frame(connection, statement)


def _group(name: str, used) -> ColumnElement:
    if name == WAVE:
        return used.c.wave
    return DIMENSIONS[name] if name else literal("")
