"""What every table shares: names for constraints, UTC times, periods as two dates and a kind."""

import datetime as dt

from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, MetaData, String, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator):
    """A moment, always UTC: SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value!r}")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def key() -> Column:
    return Column("id", Integer, primary_key=True)


def upload_ref() -> Column:
    return Column("upload_id", ForeignKey("uploads.id"), nullable=False, index=True)


def traced() -> list[Column]:
    """Where a loaded row came from. `cell` is set where one sheet row makes several rows."""
    return [
        upload_ref(),
        Column("sheet", String, nullable=False),
        Column("row", Integer, nullable=False),
        Column("cell", String),
    ]


def period() -> list[Column]:
    """Both dates inclusive. Kinds: day, month, quarter, year, financial_year, wave, rolling_year, span."""
    return [
        Column("period_start", Date, nullable=False),
        Column("period_end", Date, nullable=False),
        Column("period_kind", String(16), nullable=False),
    ]
