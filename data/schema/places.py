"""Areas with their vintages, and outside figures with their versions."""

from sqlalchemy import (
    Column,
    Date,
    Float,
    ForeignKey,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data.schema.base import UtcDateTime, key, metadata

# A code may be reused (RAJ): an area is a code AND the date from which it means this place.
areas = Table(
    "areas", metadata, key(),
    Column("code", String(16), nullable=False),
    Column("name", String, nullable=False),
    # district, unitary, county, footprint, trust, icb, comparator, nation
    Column("kind", String(24), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    UniqueConstraint("code", "valid_from"),
)

area_members = Table(
    "area_members", metadata, key(),
    Column("whole_id", ForeignKey("areas.id"), nullable=False),
    Column("part_id", ForeignKey("areas.id"), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    UniqueConstraint("whole_id", "part_id", "valid_from"),
)

area_predecessors = Table(
    "area_predecessors", metadata, key(),
    Column("area_id", ForeignKey("areas.id"), nullable=False),
    Column("predecessor_id", ForeignKey("areas.id"), nullable=False),
    Column("on_date", Date, nullable=False),
    Column("reason", String, nullable=False),
    UniqueConstraint("area_id", "predecessor_id"),
)

reference_versions = Table(
    "reference_versions", metadata, key(),
    Column("name", String(40), nullable=False),  # deflator, benchmarks, discount_rate
    Column("version", String(40), nullable=False),
    Column("source", Text, nullable=False),
    Column("year", String(16), nullable=False),
    Column("status", String(16), nullable=False),  # verified, unverified, assumption, derived
    Column("sha256", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    UniqueConstraint("name", "version"),
)

reference_figures = Table(
    "reference_figures", metadata, key(),
    Column("version_id", ForeignKey("reference_versions.id"), nullable=False, index=True),
    Column("key", String, nullable=False),
    Column("value", Float),
    Column("unit", String(24), nullable=False, server_default=""),
    UniqueConstraint("version_id", "key"),
)
