"""Declared before the result, judged by people: impact models, verdicts, evidence, events, breaks, rebases, cash."""

from sqlalchemy import JSON, Boolean, Column, Date, Float, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from data.schema.base import UtcDateTime, key, metadata

impact_models = Table(
    "impact_models", metadata, key(),
    Column("name", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("shape", String(16), nullable=False),  # level, slope, level_and_slope, lag, temporary
    Column("service", String(32), nullable=False),
    Column("areas", JSON, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("lag_months", Integer, nullable=False),
    Column("declared_at", UtcDateTime, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("locked_at", UtcDateTime),  # set at first use
    Column("declared_after_data", Boolean, nullable=False),
)

verdicts = Table(
    "verdicts", metadata, key(),
    Column("link", String(8), nullable=False, index=True),
    # contradicted, not_supported, not_yet_testable, partly_supported, supported
    Column("verdict", String(24), nullable=False),
    Column("rationale", Text, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
)

evidence = Table(
    "evidence", metadata, key(),
    Column("link", String(8), nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("source", Text, nullable=False),
    Column("dated", Date, nullable=False),
    Column("direction", String(12), nullable=False),  # supports, neutral, contradicts
    Column("maryland", Integer),
    Column("nesta", Integer),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
)

events = Table(
    "events", metadata, key(),
    Column("code", String(32), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("until", Date),
    Column("kind", String(16), nullable=False),  # programme, external
    Column("services", JSON, nullable=False),
    Column("source", Text, nullable=False),
)

breaks = Table(
    "breaks", metadata, key(),
    Column("code", String(32), nullable=False, unique=True),
    Column("on_date", Date, nullable=False),
    Column("kind", String(16), nullable=False),  # mode, wording, recording, geography, policy
    Column("service", String(32)),
    Column("question", String(32)),
    Column("areas", JSON, nullable=False),  # empty: all
    Column("reason", Text, nullable=False),
    Column("source", Text, nullable=False),
)

rebases = Table(  # a control chart's limits set anew from a date: a judgement, unlike a break
    "rebases", metadata, key(),
    Column("service", String(32), nullable=False, index=True),
    Column("on_date", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    UniqueConstraint("service", "on_date"),
)

cashable_shares = Table(  # how much of what a payer saves on a service is cash, as its budget's owner signed
    "cashable_shares", metadata, key(),
    Column("service", String(32), nullable=False, index=True),
    Column("payer", String(64), nullable=False),
    Column("share", Float, nullable=False),  # 0 to 1
    Column("owner", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("signed_on", Date, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
)

notes = Table(
    "notes", metadata, key(),
    Column("subject", String(64), nullable=False, index=True),  # "indicator I16", "publication 3"
    Column("text", Text, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
)
