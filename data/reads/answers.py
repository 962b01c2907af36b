"""Answers as they stand in the latest waves: what a new wave's scales are compared with."""

from typing import Any

from sqlalchemy import Connection, Select, func, select

from data.reads.live import live_waves
from data.schema import answers, leader_answers, leader_forms, question_versions, respondents

SURVEYS = ("citizen_survey", "leader_survey")
WAVES = 2  # the newest may be the one that is being loaded again
MOST = 5000  # respondents of a wave: plenty for the sign of a correlation


def latest_answers(connection: Connection, dataset: str) -> list[tuple[str, dict[str, list[Any]]]]:
    """(wave, {question or item: a value for each respondent or form, None where there is none}), newest first.

    Of at most WAVES live waves whose rows are still there, MOST respondents each. Nothing for a dataset
    that is no survey with items.
    """
    if dataset not in SURVEYS:
        return []
    live = live_waves(dataset)
    waves = connection.execute(select(live.c.id, live.c.wave).order_by(live.c.fieldwork_end.desc()).limit(WAVES))
    select_of = _citizens if dataset == "citizen_survey" else _leaders
    found = [(wave, _columns(connection.execute(select_of(id)))) for id, wave in waves.all()]
    return [(wave, columns) for wave, columns in found if columns]


def _citizens(wave_id: int) -> Select:
    people = respondents.c
    first = select(func.min(people.id)).where(people.wave_id == wave_id).scalar_subquery()
    return (
        select(people.id, question_versions.c.question, answers.c.code)
        .join(answers, answers.c.respondent_id == people.id)
        .join(question_versions, question_versions.c.id == answers.c.question_version_id)
        .where(people.wave_id == wave_id, people.id < first + MOST)
    )


def _leaders(wave_id: int) -> Select:
    forms = leader_forms.c
    return (
        select(forms.id, leader_answers.c.item, leader_answers.c.value)
        .join(leader_answers, leader_answers.c.form_id == forms.id)
        .where(forms.wave_id == wave_id)
    )


def _columns(rows) -> dict[str, list[Any]]:
    given: dict[int, dict[str, Any]] = {}
    for person, item, value in rows:
        given.setdefault(person, {})[item] = value
    items = {item for answered in given.values() for item in answered}
    return {item: [answered.get(item) for answered in given.values()] for item in items}
