"""What the same people answered to several questions, counted by pattern: the answers behind an index."""

from collections.abc import Iterable, Sequence

import pandas as pd
from sqlalchemy import Connection, func, select

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
    live = live_waves(SURVEY, including, excluding)
    names = [f"code_{place}" for place in range(len(questions))]
    given = [answers.alias(f"given_{place}") for place in range(len(questions))]
    codes = [each.c.code.label(name) for name, each in zip(names, given, strict=True)]
    about = (live.c.dataset.label("source"), live.c.wave, live.c.fieldwork_start.label("wave_start"),
             live.c.fieldwork_end.label("wave_end"))  # fmt: skip
    statement = select(*about, *codes, func.count().label("n")).join(respondents, respondents.c.wave_id == live.c.id)
    for question, each in zip(questions, given, strict=True):
        theirs = each.c.respondent_id == respondents.c.id
        # numbers, not a subquery: each answer is then looked up by its key
        statement = statement.join(each, theirs & each.c.question_version_id.in_(_versions(connection, question)))
    statement = statement.group_by(*about, *codes).order_by(live.c.fieldwork_start, *codes)
    rows = frame(connection, statement)
    patterns = list(zip(*(rows[name].astype(int).tolist() for name in names), strict=True))
    return rows[ABOUT].assign(
        questions=pd.Series([questions] * len(rows), dtype=object), codes=pd.Series(patterns, dtype=object), n=rows["n"]
    )


def _versions(connection: Connection, question: str) -> list[int]:
    return list(connection.scalars(select(question_versions.c.id).where(question_versions.c.question == question)))
