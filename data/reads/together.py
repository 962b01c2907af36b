"""What the same people answered to several questions, counted by pattern: the answers behind an index."""

from collections.abc import Iterable, Sequence

import pandas as pd
from sqlalchemy import Connection, case, func, select

from data.reads.frame import frame
from data.reads.live import Ids, live_waves
from data.reads.survey import SURVEY
from data.schema import answers, question_versions, respondents

ABOUT = ["source", "wave", "wave_start", "wave_end"]


def answers_together(
    connection: Connection, sets: Iterable[Sequence[str]], including: Ids = (), excluding: Ids = ()
) -> pd.DataFrame:
    """How many respondents of each live wave gave which answers to each set of questions.

    Columns source, wave, wave_start, wave_end, questions (the set, a tuple), codes (a tuple in its order) and n.
    Only those who answered every question of the set, don't-knows included, unweighted. Waves whose respondents
    are no longer held, and those that didn't ask all of it, have no rows. One GROUP BY a set.
    """
    found = [_patterns(connection, tuple(each), including, excluding) for each in dict.fromkeys(map(tuple, sets))]
    empty = pd.DataFrame(columns=[*ABOUT, "questions", "codes", "n"])
    return pd.concat(found, ignore_index=True) if found else empty


def _patterns(connection: Connection, questions: tuple[str, ...], including: Ids, excluding: Ids) -> pd.DataFrame:
    live, asked = live_waves(SURVEY, including, excluding), question_versions.c
    names = [f"code_{place}" for place in range(len(questions))]
    given = (
        select(
            respondents.c.wave_id,
            *(func.max(case((asked.question == question, answers.c.code))).label(name)
              for name, question in zip(names, questions, strict=True)),
        )
        .join(answers, answers.c.respondent_id == respondents.c.id)
        .join(question_versions, asked.id == answers.c.question_version_id)
        .where(asked.question.in_(questions), respondents.c.wave_id.in_(select(live.c.id)))
        .group_by(respondents.c.wave_id, respondents.c.id)
        .subquery("given")
    )  # fmt: skip
    codes = [given.c[name] for name in names]
    about = (live.c.dataset.label("source"), live.c.wave, live.c.fieldwork_start.label("wave_start"),
             live.c.fieldwork_end.label("wave_end"))  # fmt: skip
    statement = (
        select(*about, *codes, func.count().label("n"))
        .join(given, given.c.wave_id == live.c.id)
        .where(*(code.is_not(None) for code in codes))
        .group_by(*about, *codes)
        .order_by(live.c.fieldwork_start, *codes)
    )
    rows = frame(connection, statement)
    patterns = list(zip(*(rows[name].astype(int).tolist() for name in names), strict=True))
    return rows[ABOUT].assign(
        questions=pd.Series([questions] * len(rows), dtype=object), codes=pd.Series(patterns, dtype=object), n=rows["n"]
    )
