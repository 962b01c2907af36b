"""What undoing needs to know: which uploads counted when, and which publications the Board has seen."""

import datetime as dt

from sqlalchemy import Connection, Row, Select, Table, and_, func, literal, or_, select

from data.reads.changes import FIGURE
from data.schema import board_date_corrections, board_dates, estimates, publications, uploads


def counting_upload_ids(connection: Connection) -> list[int]:
    """The uploads that count now, also those of which no row is in force."""
    return list(connection.scalars(select(uploads.c.id).where(uploads.c.status == "published").order_by(uploads.c.id)))


def counting_at(connection: Connection, number: int) -> list[int]:
    """The uploads that counted when a publication was made. KeyError where there is no such publication.

    A publication made before this was written down had no revert before it, so the dates of the uploads tell.
    """
    columns = publications.c
    row = connection.execute(
        select(columns.counting, columns.published_at).where(columns.number == number)
    ).one_or_none()
    if row is None:
        raise KeyError(f"there is no publication {number}")
    if row.counting is not None:
        return list(row.counting)
    then = select(uploads.c.id).where(
        uploads.c.published_at <= row.published_at,
        or_(uploads.c.withdrawn_at.is_(None), uploads.c.withdrawn_at > row.published_at),
    )
    return list(connection.scalars(then.order_by(uploads.c.id)))


def publication_row(connection: Connection, number: int) -> Row:
    """The whole row of a publication. KeyError where there is no such publication."""
    row = connection.execute(select(publications).where(publications.c.number == number)).one_or_none()
    if row is None:
        raise KeyError(f"there is no publication {number}")
    return row


def rows_of_publication(table: Table, names: list[str], of: int, to: int) -> Select:
    """A publication's rows as another's (both by id), in the order they were written in: they are read in it."""
    rows = select(literal(to), *(table.c[name] for name in names)).where(table.c.publication_id == of)
    return rows.order_by(*table.primary_key.columns)


def board_dates_of(connection: Connection) -> dict[int, list[dt.date]]:
    """{number of a publication: the days on which the Board saw it, in order}; others are not listed, nor are days
    that were taken back."""
    found: dict[int, list[dt.date]] = {}
    for number, seen_on, _, stands in connection.execute(_noted().order_by(board_dates.c.seen_on)):
        if stands is not False:
            found.setdefault(number, []).append(seen_on)
    return found


def board_date(connection: Connection, number: int, seen_on: dt.date) -> Row | None:
    """The entry of a publication and a day: id, and `stands`, which is False once it was taken back."""
    wanted = _noted().where(publications.c.number == number, board_dates.c.seen_on == seen_on)
    return connection.execute(wanted).one_or_none()


def _noted() -> Select:
    """Every board date ever noted: number, seen_on, id, and `stands` of its last correction (null: none)."""
    last = (
        select(func.max(board_date_corrections.c.id).label("id"))
        .group_by(board_date_corrections.c.board_date_id)
        .subquery("last")
    )
    correction = (
        select(board_date_corrections.c.board_date_id, board_date_corrections.c.stands)
        .join(last, last.c.id == board_date_corrections.c.id)
        .subquery("correction")
    )
    return (
        select(publications.c.number, board_dates.c.seen_on, board_dates.c.id, correction.c.stands)
        .join(publications, publications.c.id == board_dates.c.publication_id)
        .outerjoin(correction, correction.c.board_date_id == board_dates.c.id)
    )


def withheld_since(connection: Connection, number: int) -> list[str]:
    """Indicators with a figure that a publication shows and a later one, made from the same uploads, withholds."""
    shown, later = estimates.alias("shown"), estimates.alias("later")
    one, other = publications.alias("one"), publications.alias("other")
    rows = connection.execute(
        select(shown.c.indicator, shown.c.trace, later.c.trace)
        .join(later, and_(*(shown.c[name] == later.c[name] for name in FIGURE)))
        .join(one, one.c.id == shown.c.publication_id)
        .join(other, other.c.id == later.c.publication_id)
        .where(one.c.number == number, other.c.number > number)
        .where(shown.c.absence.is_(None), later.c.absence == "withheld")
    )
    return sorted({name for name, then, now in rows if {part[0] for part in then} == {part[0] for part in now}})
