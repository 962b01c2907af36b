"""The live rows of every dataset as frames: what metrics are computed from."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pandas as pd
from sqlalchemy import Connection, Select, Subquery, Table, case, func, select

from data.reads.frame import frame
from data.reads.live import SUPERSEDE_KEYS, Ids, counting_uploads, live_rows, live_waves
from data.reads.survey import wave_design, wave_sums
from data.schema import leader_answers, leader_forms, people, people_roles, publications, uploads

LONDON = ZoneInfo("Europe/London")
PEOPLE = {"person_id": "person", "from_id": "from_person", "to_id": "to_person"}
TRACE = ("upload_id", "sheet", "row", "cell")


def live_frames(
    connection: Connection, including: Ids = (), excluding: Ids = (), questions: Iterable[str] | None = None
) -> dict[str, pd.DataFrame]:
    """Every frame metrics may ask for, by name.

    `including` counts uploads that are not published yet, `excluding` leaves published ones out;
    `questions` are the survey questions wanted, all when None: most waves ask more than is published. A raw
    frame has the columns of its table, people as their codes, then upload_id, sheet, row, cell, origin.
    """
    frames = {table.name: dataset_frame(connection, table, including, excluding) for table in SUPERSEDE_KEYS}
    return frames | {
        "leader_answers": leader_frame(connection, including, excluding),
        "wave_sums": wave_sums(connection, including, excluding, questions),
        "wave_design": wave_design(connection, including, excluding),
        "uploads": uploads_frame(connection, including, excluding),
        "publications": publications_frame(connection),
    }


def dataset_frame(
    connection: Connection, table: Table, including: Ids = (), excluding: Ids = ()
) -> pd.DataFrame:
    """The live rows of one dataset's table, in the order of the files."""
    live = live_rows(table, including, excluding)
    source, columns = live, []
    for column in table.columns:
        if column.name == "id" or column.name in TRACE:
            continue
        if column.name in PEOPLE:
            named = people.alias()
            source = source.outerjoin(named, named.c.id == live.c[column.name])
            columns.append(named.c.code.label(PEOPLE[column.name]))
        else:
            columns.append(live.c[column.name])
    traced = [live.c[name] for name in TRACE]
    statement = select(*columns, *traced, live.c.origin).select_from(source)
    return frame(connection, statement.order_by(live.c.upload_id, live.c.row, live.c.id))


def leader_frame(connection: Connection, including: Ids = (), excluding: Ids = ()) -> pd.DataFrame:
    """Leader answers: wave, asked_on, person (the one rated), rater, rater_code, sector, role, item, value.

    Sector and role are the rated person's, as last seen by the day the form was completed. `cell` is the
    item's own cell.
    """
    live = live_waves("leader_survey", including, excluding)
    forms = leader_forms
    statement = (
        select(
            live.c.wave, forms.c.completed_on.label("asked_on"), people.c.code.label("person"),
            forms.c.rater, forms.c.rater_code, forms.c.id.label("form_id"),
            leader_answers.c.item, leader_answers.c.value,
            forms.c.upload_id, forms.c.sheet, forms.c.row, live.c.origin,
        )
        .select_from(leader_answers)
        .join(forms, forms.c.id == leader_answers.c.form_id)
        .join(live, live.c.id == forms.c.wave_id)
        .join(people, people.c.id == forms.c.ratee_id)
        .order_by(forms.c.upload_id, forms.c.row, leader_answers.c.item)
    )  # fmt: skip
    found = frame(connection, statement)
    # joined here: the databases would look each answer's role up anew
    seen = frame(connection, _role_at_form(live)).set_index("form_id")
    at = found.columns.get_loc("form_id")
    form = found.pop("form_id")
    for name in ("role", "sector"):
        known = form.map(seen[name]).astype(object)
        found.insert(at, name, known.where(known.notna(), None))
    letters = _letters(connection)
    cells = zip(found["upload_id"], found["item"], found["row"], strict=True)
    addresses = [f"{at}{row}" if (at := letters.get((upload, item))) else None for upload, item, row in cells]
    found.insert(found.columns.get_loc("row") + 1, "cell", pd.Series(addresses, dtype=object))
    return found


def _role_at_form(live: Subquery) -> Select:
    """form_id, sector and role the rated person had that day: the file's own word first, then the latest."""
    forms, roles = leader_forms, people_roles
    before = roles.c.seen_on <= forms.c.completed_on
    rank = func.row_number().over(
        partition_by=forms.c.id,
        order_by=(
            case((roles.c.upload_id == forms.c.upload_id, 0), else_=1),
            case((before, 0), else_=1),
            case((before, roles.c.seen_on)).desc(),
            roles.c.seen_on,
            roles.c.id,
        ),
    )
    counting = counting_uploads().subquery("counting_roles")
    ranked = (
        select(forms.c.id.label("form_id"), roles.c.sector, roles.c.role, rank.label("place"))
        .select_from(forms)
        .join(live, live.c.id == forms.c.wave_id)
        .join(roles, roles.c.person_id == forms.c.ratee_id)
        .where((roles.c.upload_id == forms.c.upload_id) | roles.c.upload_id.in_(select(counting.c.id)))
        .subquery("ranked_roles")
    )
    return select(ranked.c.form_id, ranked.c.sector, ranked.c.role).where(ranked.c.place == 1)


def _letters(connection: Connection) -> dict[tuple[int, str], str]:
    """(upload, field) -> the letters of its column."""
    rows = connection.execute(
        select(uploads.c.id, uploads.c.columns).where(uploads.c.dataset == "leader_survey")
    )
    return {(row.id, name): at[1] for row in rows for name, at in row.columns.items() if at and at[1]}


def uploads_frame(connection: Connection, including: Ids = (), excluding: Ids = ()) -> pd.DataFrame:
    """Uploads that count: dataset, published_at (a date in London), origin, upload_id."""
    counting = counting_uploads(None, including, excluding).subquery("counting")
    statement = (
        select(
            uploads.c.dataset,
            func.coalesce(uploads.c.published_at, uploads.c.created_at, type_=uploads.c.created_at.type)
            .label("published_at"),
            uploads.c.origin,
            uploads.c.id.label("upload_id"),
        )
        .join(counting, counting.c.id == uploads.c.id)
        .order_by(uploads.c.id)
    )  # fmt: skip
    return _dated(frame(connection, statement))


def publications_frame(connection: Connection) -> pd.DataFrame:
    """Publications so far: number, published_at (a date in London)."""
    statement = select(publications.c.number, publications.c.published_at).order_by(publications.c.number)
    return _dated(frame(connection, statement))


def _dated(found: pd.DataFrame) -> pd.DataFrame:
    days = [moment.astimezone(LONDON).date() for moment in found["published_at"]]
    return found.assign(published_at=pd.Series(days, dtype=object))
