"""Publications and their estimates: what boards read. Never changed once written."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data.schema.base import UtcDateTime, key, metadata, period

publications = Table(
    "publications", metadata, key(),
    Column("number", Integer, nullable=False, unique=True),
    Column("parent_id", ForeignKey("publications.id")),
    Column("published_at", UtcDateTime, nullable=False),
    Column("as_at", Date, nullable=False),  # the date freshness and lags are counted to
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("framework", JSON, nullable=False),
    Column("reference_versions", JSON, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("weight_sets", JSON, nullable=False),
    Column("software", String(40), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("illustrative", Boolean, nullable=False),
    Column("headline", Text, nullable=False),  # the overview's one sentence
    Column("lead", Text, nullable=False),  # the two or three sentences below it
    Column("counting", JSON),  # ids of the uploads that counted, also those with no row in force
    Column("restores", Integer),  # the number of the publication whose figures this one copies
    Column("rests_on", JSON),  # of each part of it, a hash of what it was made from: unchanged, it is taken over
)

# When the Board had a publication before it.
board_dates = Table(
    "board_dates", metadata, key(),
    Column("publication_id", ForeignKey("publications.id"), nullable=False),
    Column("seen_on", Date, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    UniqueConstraint("publication_id", "seen_on"),
)

# A board date is never removed: a further entry takes it back, or lets it stand again. The last one counts.
board_date_corrections = Table(
    "board_date_corrections", metadata, key(),
    Column("board_date_id", ForeignKey("board_dates.id"), nullable=False),
    Column("stands", Boolean, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
)

publication_uploads = Table(
    "publication_uploads", metadata,
    Column("publication_id", ForeignKey("publications.id"), primary_key=True),
    Column("upload_id", ForeignKey("uploads.id"), primary_key=True),
)

estimates = Table(
    "estimates", metadata, key(),
    Column("publication_id", ForeignKey("publications.id"), nullable=False),
    Column("indicator", String(8), nullable=False),
    Column("source", String, nullable=False),
    Column("mode", String(24), nullable=False, server_default=""),
    Column("segment", Integer, nullable=False, server_default="1"),
    Column("statistic", String(24), nullable=False),
    *period(),
    Column("area_code", String(16), nullable=False),
    Column("area_valid_from", Date, nullable=False),
    Column("group_dim", String(16), nullable=False, server_default=""),
    Column("group_value", String(64), nullable=False, server_default=""),
    Column("scenario", String(12), nullable=False, server_default=""),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
    Column("method", Text, nullable=False, server_default=""),
    Column("base", Float),
    Column("base_effective", Float),
    Column("numerator", Float),
    Column("denominator", Float),
    Column("absence", String(16)),  # missing, withheld, not_applicable, too_early, not_comparable
    Column("reason", Text, nullable=False, server_default=""),
    Column("centre", Float),  # SPC: mean of its segment
    Column("lower_limit", Float),
    Column("upper_limit", Float),
    # SPC: improvement_high, concern_low, common_cause, ...
    Column("mark", String(32), nullable=False, server_default=""),
    Column("illustrative", Boolean, nullable=False),
    Column("trace", JSON, nullable=False),  # [[upload_id, sheet, "F2:F13"], ...]
    UniqueConstraint(
        "publication_id", "indicator", "source", "mode", "segment", "statistic", "period_start",
        "period_end", "period_kind", "area_code", "area_valid_from", "group_dim", "group_value",
        "scenario", name="uq_estimates_key",
    ),
)
Index("ix_estimates_read", estimates.c.publication_id, estimates.c.indicator, estimates.c.area_code)

# What metrics.status said: of an indicator (subject 'I16'), a node ('IM1'), or how fresh a dataset was.
statuses = Table(
    "statuses", metadata, key(),
    Column("publication_id", ForeignKey("publications.id"), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("kind", String(24), nullable=False),  # indicator, node, link, chain, dataset, counterfactual, ...
    Column("change", String(32), nullable=False),
    Column("target", String(16), nullable=False),
    Column("headline", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("detail", JSON, nullable=False),
    UniqueConstraint("publication_id", "kind", "subject"),
)
