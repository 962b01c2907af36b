"""What a new file of a dataset is compared with: the last upload, the last waves, the live series of demand."""

from typing import Any

from sqlalchemy import Connection, Row, select

from data.reads.live import live_rows, live_waves
from data.schema import (
    audit,
    question_versions,
    respondents,
    service_demand,
    source_files,
    uploads,
    wave_questions,
)

LAST_WAVES = 2  # the newest may be the one that is being loaded again


def last_upload(connection: Connection, dataset: str, origin: str) -> Row | None:
    """The newest published upload of a dataset and origin: id, columns (field -> [sheet, letters, header]),
    name and size of its file; None where there is none."""
    return connection.execute(
        select(uploads.c.id, uploads.c.columns, source_files.c.name, source_files.c.size)
        .join(source_files, source_files.c.id == uploads.c.source_file_id)
        .where(uploads.c.dataset == dataset, uploads.c.origin == origin, uploads.c.status == "published")
        .order_by(uploads.c.published_at.desc(), uploads.c.id.desc())
        .limit(1)
    ).one_or_none()


def last_rounds(connection: Connection, dataset: str, origin: str) -> list[dict[str, Any]]:
    """The latest live waves of a survey, newest first: wave, modes, areas, wordings {question: words}."""
    live = live_waves(dataset)
    found = connection.execute(
        select(live.c.id, live.c.wave, live.c.modes)
        .where(live.c.origin == origin)
        .order_by(live.c.fieldwork_end.desc())
        .limit(LAST_WAVES)
    ).all()
    return [
        {"wave": each.wave, "modes": each.modes, "areas": _areas(connection, each.id),
         "wordings": _wordings(connection, each.id)}
        for each in found
    ]  # fmt: skip


def waves_so_far(connection: Connection, dataset: str) -> list[str]:
    """The names of a survey's live waves, the oldest first; empty for a dataset that is no survey."""
    live = live_waves(dataset)
    return list(connection.scalars(select(live.c.wave).order_by(live.c.fieldwork_end, live.c.wave)))


def _areas(connection: Connection, wave_id: int) -> list[str]:
    return list(connection.scalars(
        select(respondents.c.area_code).where(respondents.c.wave_id == wave_id).distinct()
    ))  # fmt: skip


def _wordings(connection: Connection, wave_id: int) -> dict[str, str]:
    versions = question_versions.c
    rows = connection.execute(
        select(versions.question, versions.wording)
        .join(wave_questions, wave_questions.c.question_version_id == versions.id)
        .where(wave_questions.c.wave_id == wave_id)
    )
    return {row.question: row.wording for row in rows}


def monthly_demand(connection: Connection, origin: str) -> list[Row]:
    """Every live monthly count: service, area_code, age_band, period_start, count (None where absent)."""
    live = live_rows(service_demand).c
    return connection.execute(
        select(live.service, live.area_code, live.age_band, live.period_start, live["count"])
        .where(live.origin == origin, live.period_kind == "month")
    ).all()  # fmt: skip


def released_cells(connection: Connection, upload_id: int) -> set[str]:
    """The cells of an upload whose quotes an evaluator let stand."""
    found = select(audit.c.detail).where(audit.c.action == "release quote", audit.c.subject == f"upload {upload_id}")
    return set(connection.scalars(found))
