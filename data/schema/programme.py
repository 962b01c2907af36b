"""What the Collaborative itself does: people, sessions, commitments, insights, returns, ties, costs."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data.schema.base import UtcDateTime, key, metadata, period, traced, upload_ref

people = Table(
    "people", metadata, key(),
    Column("code", String(64), nullable=False, unique=True),  # pseudonymous; a tombstone after erasure
    Column("erased_at", UtcDateTime),
)

people_roles = Table(
    "people_roles", metadata, key(),
    upload_ref(),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("sector", String(24), nullable=False),
    Column("organisation", String, nullable=False),
    Column("role", String(16), nullable=False),  # member, official, other
    Column("seen_on", Date, nullable=False),  # a person's sector is the latest one seen by a date
    UniqueConstraint("upload_id", "person_id", "seen_on", "sector", "organisation"),
)

attendance = Table(
    "attendance", metadata, key(), *traced(),
    Column("session", String(64), nullable=False),
    Column("held_on", Date, nullable=False),
    # board, one_to_one, co_design, event, small_group, joint_work
    Column("kind", String(24), nullable=False),
    Column("hours", Float, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("sector", String(24), nullable=False),
    Column("organisation", String, nullable=False),
    Column("role", String(16)),
    Column("by_choice", Boolean),
    Column("host", Boolean),  # belongs to the host organisation
    Column("chaired", Boolean),
    Column("agenda_items", Integer),
    Column("citizen_group", String(24)),
    Column("citizens", Integer),  # of the session, repeated on each of its rows
)

commitments = Table(
    "commitments", metadata, key(), *traced(),
    Column("commitment", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("sector", String(24), nullable=False),
    Column("agreed_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("done_on", Date),
    Column("stopped_on", Date),
    Column("insight", String(64)),
)

insights = Table(
    "insights", metadata, key(), *traced(),
    Column("insight", String(64), nullable=False),
    Column("heard_on", Date, nullable=False),
    Column("session", String(64)),
    Column("citizen_group", String(24), nullable=False),
    Column("theme", String, nullable=False),
    Column("summary", Text, nullable=False),
    Column("service", String(32)),
    Column("change_made", Text),
    Column("changed_on", Date),
    Column("quote_released", Boolean, nullable=False),
)

partner_returns = Table(
    "partner_returns", metadata, key(), *traced(), *period(),
    Column("organisation", String, nullable=False),
    Column("sector", String(24), nullable=False),
    Column("priority", String, nullable=False),
    Column("measure", String(8), nullable=False),  # gbp, fte
    Column("aligned", Float, nullable=False),
    Column("total", Float),
)

network_ties = Table(
    "network_ties", metadata, key(), *traced(),
    Column("wave", String(32), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("from_id", ForeignKey("people.id"), nullable=False),
    Column("from_sector", String(24), nullable=False),
    Column("to_id", ForeignKey("people.id")),  # empty: answered and named nobody
    Column("to_sector", String(24)),
)

coded_contacts = Table(
    "coded_contacts", metadata, key(), *traced(),
    Column("sample", String(32), nullable=False),
    Column("contact", String(64), nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("service", String(32), nullable=False),
    Column("coder", String(32), nullable=False),
    Column("code", String(16), nullable=False),  # value, failure, signposting
)

programme_costs = Table(
    "programme_costs", metadata, key(), *traced(), *period(),
    Column("item", String, nullable=False),
    Column("payer", String(32), nullable=False),
    Column("kind", String(16), nullable=False),  # cash, in_kind
    Column("amount", Float, nullable=False),
)
