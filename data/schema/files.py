"""Files received, what was made of them, and who did it."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from data.schema.base import UtcDateTime, key, metadata

actors = Table(
    "actors", metadata, key(),
    Column("name", String, nullable=False, unique=True),
    Column("role", String(16), nullable=False),  # evaluator, viewer, system
    Column("created_at", UtcDateTime, nullable=False),
)

source_files = Table(
    "source_files", metadata, key(),
    Column("name", String, nullable=False),
    Column("sha256_received", String(64), nullable=False, index=True),
    Column("sha256_kept", String(64)),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary),
    Column("bytes_absent_reason", String),  # why those received are not kept as they came, when they aren't
    Column("received_at", UtcDateTime, nullable=False),
)

uploads = Table(
    "uploads", metadata, key(),
    Column("source_file_id", ForeignKey("source_files.id"), nullable=False),
    Column("dataset", String(32), nullable=False, index=True),
    Column("scope", String, nullable=False, server_default=""),  # a wave code given with the file
    # real, sample (illustrative) or reference (sourced outside figures shipped with the product)
    Column("origin", String(12), nullable=False),
    # staged, published, withdrawn, erased
    Column("status", String(12), nullable=False, index=True),
    Column("mapping_id", ForeignKey("mappings.id")),
    Column("columns", JSON, nullable=False),  # field -> [sheet, column letter, header]
    Column("rows", Integer, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    # of a survey: supplied (those in the file, where it has them) or made (from the population)
    Column("weights", String(12), nullable=False, server_default="supplied"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("published_at", UtcDateTime),
    Column("withdrawn_at", UtcDateTime),
)

mappings = Table(
    "mappings", metadata, key(),
    Column("name", String, nullable=False),
    Column("dataset", String(32), nullable=False),
    Column("fingerprint", String(64), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("columns", JSON, nullable=False),  # field -> header
    Column("values", JSON, nullable=False),  # field -> {text: code}
    # of a table found in the workbook: headings, units, totals kept (etl.saved); null for a plain header row
    Column("reading", JSON),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

faults = Table(
    "faults", metadata, key(),
    Column("upload_id", ForeignKey("uploads.id"), nullable=False, index=True),
    Column("code", String(40), nullable=False),
    Column("severity", String(8), nullable=False),  # error, warning, notice
    Column("sheet", String, nullable=False),
    Column("cell", String, nullable=False),
    Column("value", String, nullable=False),
    Column("expected", String, nullable=False),
    Column("mend", String, nullable=False),
    Column("message", String, nullable=False),
)

audit = Table(
    "audit", metadata, key(),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String, nullable=False),  # "upload 3", "publication 2", "person (erased)"
    Column("detail", Text, nullable=False, server_default=""),
    Column("by_command", Boolean, nullable=False, server_default="0"),
)
