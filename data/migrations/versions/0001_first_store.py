"""The store as first made: everything but notes, the design of a wave, and where its rows stood."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

UTC = sa.DateTime(timezone=True)
REQUIRED = {"nullable": False}
col, unique = sa.Column, sa.UniqueConstraint


def key() -> sa.Column:
    return col("id", sa.Integer(), primary_key=True)


def ref(name: str, table: str, **more) -> sa.Column:
    return col(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), **more)


def traced() -> list[sa.Column]:
    return [
        ref("upload_id", "uploads", index=True, **REQUIRED), col("sheet", sa.String(), **REQUIRED),
        col("row", sa.Integer(), **REQUIRED), col("cell", sa.String()),
    ]


def period() -> list[sa.Column]:
    return [
        col("period_start", sa.Date(), **REQUIRED), col("period_end", sa.Date(), **REQUIRED),
        col("period_kind", sa.String(16), **REQUIRED),
    ]


def upgrade() -> None:
    files()
    places()
    programme()
    service()
    survey()
    publication()
    reasoning()


def files() -> None:
    op.create_table(
        "actors",
        key(), col("name", sa.String(), **REQUIRED, unique=True), col("role", sa.String(16), **REQUIRED),
        col("created_at", UTC, **REQUIRED),
    )
    op.create_table(
        "source_files",
        key(), col("name", sa.String(), **REQUIRED),
        col("sha256_received", sa.String(64), **REQUIRED, index=True), col("sha256_kept", sa.String(64)),
        col("size", sa.Integer(), **REQUIRED), col("bytes", sa.LargeBinary()),
        col("bytes_absent_reason", sa.String()), col("received_at", UTC, **REQUIRED),
    )
    op.create_table(
        "audit",
        key(), col("at", UTC, **REQUIRED), ref("actor_id", "actors", **REQUIRED),
        col("action", sa.String(32), **REQUIRED), col("subject", sa.String(), **REQUIRED),
        col("detail", sa.Text(), **REQUIRED, server_default=""),
        col("by_command", sa.Boolean(), **REQUIRED, server_default="0"),
    )
    op.create_table(
        "mappings",
        key(), col("name", sa.String(), **REQUIRED), col("dataset", sa.String(32), **REQUIRED),
        col("fingerprint", sa.String(64), **REQUIRED, index=True), col("version", sa.Integer(), **REQUIRED),
        col("columns", sa.JSON(), **REQUIRED), col("values", sa.JSON(), **REQUIRED),
        ref("actor_id", "actors", **REQUIRED), col("created_at", UTC, **REQUIRED),
    )
    op.create_table(
        "uploads",
        key(), ref("source_file_id", "source_files", **REQUIRED),
        col("dataset", sa.String(32), **REQUIRED, index=True),
        col("scope", sa.String(), **REQUIRED, server_default=""), col("origin", sa.String(12), **REQUIRED),
        col("status", sa.String(12), **REQUIRED, index=True), ref("mapping_id", "mappings"),
        col("columns", sa.JSON(), **REQUIRED), col("rows", sa.Integer(), **REQUIRED),
        ref("actor_id", "actors", **REQUIRED), col("note", sa.Text(), **REQUIRED, server_default=""),
        col("created_at", UTC, **REQUIRED), col("published_at", UTC), col("withdrawn_at", UTC),
    )
    op.create_table(
        "faults",
        key(), ref("upload_id", "uploads", **REQUIRED, index=True), col("code", sa.String(40), **REQUIRED),
        col("severity", sa.String(8), **REQUIRED), col("sheet", sa.String(), **REQUIRED),
        col("cell", sa.String(), **REQUIRED), col("value", sa.String(), **REQUIRED),
        col("expected", sa.String(), **REQUIRED), col("mend", sa.String(), **REQUIRED),
        col("message", sa.String(), **REQUIRED),
    )


def places() -> None:
    op.create_table(
        "areas",
        key(), col("code", sa.String(16), **REQUIRED), col("name", sa.String(), **REQUIRED),
        col("kind", sa.String(24), **REQUIRED), col("valid_from", sa.Date(), **REQUIRED),
        col("valid_to", sa.Date()), unique("code", "valid_from"),
    )
    op.create_table(
        "reference_versions",
        key(), col("name", sa.String(40), **REQUIRED), col("version", sa.String(40), **REQUIRED),
        col("source", sa.Text(), **REQUIRED), col("year", sa.String(16), **REQUIRED),
        col("status", sa.String(16), **REQUIRED), col("sha256", sa.String(64), **REQUIRED),
        col("loaded_at", UTC, **REQUIRED), unique("name", "version"),
    )
    op.create_table(
        "area_members",
        key(), ref("whole_id", "areas", **REQUIRED), ref("part_id", "areas", **REQUIRED),
        col("valid_from", sa.Date(), **REQUIRED), col("valid_to", sa.Date()),
        unique("whole_id", "part_id", "valid_from"),
    )
    op.create_table(
        "area_predecessors",
        key(), ref("area_id", "areas", **REQUIRED), ref("predecessor_id", "areas", **REQUIRED),
        col("on_date", sa.Date(), **REQUIRED), col("reason", sa.String(), **REQUIRED),
        unique("area_id", "predecessor_id"),
    )
    op.create_table(
        "reference_figures",
        key(), ref("version_id", "reference_versions", **REQUIRED, index=True),
        col("key", sa.String(), **REQUIRED), col("value", sa.Float()),
        col("unit", sa.String(24), **REQUIRED, server_default=""), unique("version_id", "key"),
    )


def programme() -> None:
    op.create_table(
        "people",
        key(), col("code", sa.String(64), **REQUIRED, unique=True), col("erased_at", UTC),
    )
    op.create_table(
        "attendance",
        key(), *traced(), col("session", sa.String(64), **REQUIRED), col("held_on", sa.Date(), **REQUIRED),
        col("kind", sa.String(24), **REQUIRED), col("hours", sa.Float(), **REQUIRED),
        ref("person_id", "people", **REQUIRED), col("sector", sa.String(24), **REQUIRED),
        col("organisation", sa.String(), **REQUIRED), col("role", sa.String(16)),
        col("by_choice", sa.Boolean()), col("host", sa.Boolean()), col("chaired", sa.Boolean()),
        col("agenda_items", sa.Integer()), col("citizen_group", sa.String(24)),
        col("citizens", sa.Integer()),
    )
    op.create_table(
        "coded_contacts",
        key(), *traced(), col("sample", sa.String(32), **REQUIRED),
        col("contact", sa.String(64), **REQUIRED), col("taken_on", sa.Date(), **REQUIRED),
        col("service", sa.String(32), **REQUIRED), col("coder", sa.String(32), **REQUIRED),
        col("code", sa.String(16), **REQUIRED),
    )
    op.create_table(
        "commitments",
        key(), *traced(), col("commitment", sa.String(64), **REQUIRED), col("title", sa.Text(), **REQUIRED),
        ref("person_id", "people", **REQUIRED), col("sector", sa.String(24), **REQUIRED),
        col("agreed_on", sa.Date(), **REQUIRED), col("due_on", sa.Date(), **REQUIRED),
        col("done_on", sa.Date()), col("stopped_on", sa.Date()), col("insight", sa.String(64)),
    )
    op.create_table(
        "insights",
        key(), *traced(), col("insight", sa.String(64), **REQUIRED), col("heard_on", sa.Date(), **REQUIRED),
        col("session", sa.String(64)), col("citizen_group", sa.String(24), **REQUIRED),
        col("theme", sa.String(), **REQUIRED), col("summary", sa.Text(), **REQUIRED),
        col("service", sa.String(32)), col("change_made", sa.Text()), col("changed_on", sa.Date()),
        col("quote_released", sa.Boolean(), **REQUIRED),
    )
    op.create_table(
        "network_ties",
        key(), *traced(), col("wave", sa.String(32), **REQUIRED), col("asked_on", sa.Date(), **REQUIRED),
        ref("from_id", "people", **REQUIRED), col("from_sector", sa.String(24), **REQUIRED),
        ref("to_id", "people"), col("to_sector", sa.String(24)),
    )
    op.create_table(
        "partner_returns",
        key(), *traced(), *period(), col("organisation", sa.String(), **REQUIRED),
        col("sector", sa.String(24), **REQUIRED), col("priority", sa.String(), **REQUIRED),
        col("measure", sa.String(8), **REQUIRED), col("aligned", sa.Float(), **REQUIRED),
        col("total", sa.Float()),
    )
    op.create_table(
        "people_roles",
        key(), ref("upload_id", "uploads", **REQUIRED, index=True),
        ref("person_id", "people", **REQUIRED, index=True), col("sector", sa.String(24), **REQUIRED),
        col("organisation", sa.String(), **REQUIRED), col("role", sa.String(16), **REQUIRED),
        col("seen_on", sa.Date(), **REQUIRED),
        unique("upload_id", "person_id", "seen_on", "sector", "organisation"),
    )
    op.create_table(
        "programme_costs",
        key(), *traced(), *period(), col("item", sa.String(), **REQUIRED),
        col("payer", sa.String(32), **REQUIRED), col("kind", sa.String(16), **REQUIRED),
        col("amount", sa.Float(), **REQUIRED),
    )


def service() -> None:
    op.create_table(
        "population",
        key(), *traced(), *period(), col("area_code", sa.String(16), **REQUIRED),
        col("sex", sa.String(16), **REQUIRED, server_default=""),
        col("age_band", sa.String(16), **REQUIRED, server_default=""),
        col("unit", sa.String(16), **REQUIRED, server_default="persons"),
        col("count", sa.Float(), **REQUIRED), col("source", sa.Text(), **REQUIRED),
    )
    op.create_table(
        "published_estimates",
        key(), *traced(), *period(), col("source", sa.String(), **REQUIRED),
        col("measure", sa.String(32), **REQUIRED), col("area_code", sa.String(16), **REQUIRED),
        col("value", sa.Float(), **REQUIRED), col("low", sa.Float()), col("high", sa.Float()),
        col("base", sa.Integer()), col("mode", sa.String(24)),
    )
    op.create_table(
        "service_demand",
        key(), *traced(), *period(), col("service", sa.String(32), **REQUIRED),
        col("area_code", sa.String(16), **REQUIRED),
        col("age_band", sa.String(16), **REQUIRED, server_default=""), col("count", sa.Float()),
        col("absence", sa.String(16)),
    )
    op.create_index("ix_service_demand_key", "service_demand", ["service", "area_code", "period_start"])
    op.create_table(
        "unit_costs",
        key(), *traced(), col("code", sa.String(16), **REQUIRED), col("item", sa.Text(), **REQUIRED),
        col("service", sa.String(32)), col("unit", sa.String(), **REQUIRED),
        col("payer", sa.String(64), **REQUIRED), col("kind", sa.String(12), **REQUIRED),
        col("low", sa.Float()), col("central", sa.Float()), col("high", sa.Float()),
        col("price_year", sa.Integer(), **REQUIRED), col("quality", sa.String(8), **REQUIRED),
        col("source", sa.Text(), **REQUIRED),
    )


def survey() -> None:
    op.create_table(
        "question_versions",
        key(), col("question", sa.String(32), **REQUIRED), col("sha256", sa.String(64), **REQUIRED),
        col("wording", sa.Text(), **REQUIRED), col("labels", sa.JSON(), **REQUIRED),
        col("base_rule", sa.String(24), **REQUIRED), col("source", sa.Text(), **REQUIRED),
        col("status", sa.String(16), **REQUIRED), unique("question", "sha256"),
    )
    op.create_table(
        "waves",
        key(), ref("upload_id", "uploads", **REQUIRED, index=True),
        col("dataset", sa.String(32), **REQUIRED), col("wave", sa.String(32), **REQUIRED),
        col("fieldwork_start", sa.Date(), **REQUIRED), col("fieldwork_end", sa.Date(), **REQUIRED),
        col("modes", sa.JSON(), **REQUIRED),
        col("population", sa.String(), **REQUIRED, server_default="residents aged 18 or over"),
        col("respondents", sa.Integer(), **REQUIRED), col("raw_purged_at", UTC),
        unique("upload_id", "dataset", "wave"),
    )
    op.create_table(
        "leader_forms",
        key(), *traced(), ref("wave_id", "waves", **REQUIRED, index=True),
        ref("ratee_id", "people", **REQUIRED), col("rater", sa.String(16), **REQUIRED),
        col("rater_code", sa.String(64), **REQUIRED), col("completed_on", sa.Date(), **REQUIRED),
        unique("wave_id", "ratee_id", "rater_code"),
    )
    op.create_table(
        "respondents",
        key(), *traced(), ref("wave_id", "waves", **REQUIRED, index=True),
        col("code", sa.String(64), **REQUIRED), col("mode", sa.String(24), **REQUIRED),
        col("interview_date", sa.Date(), **REQUIRED), col("area_code", sa.String(16), **REQUIRED),
        col("stratum", sa.String(32), **REQUIRED), col("psu", sa.String(32), **REQUIRED),
        col("supplied_weight", sa.Float()), col("age_band", sa.String(16)), col("sex", sa.String(16)),
        col("ethnicity", sa.String(24)), col("tenure", sa.String(24)), col("imd_quintile", sa.Integer()),
        col("vulnerable", sa.Boolean()), unique("wave_id", "code"),
    )
    op.create_table(
        "wave_questions",
        key(), ref("wave_id", "waves", **REQUIRED),
        ref("question_version_id", "question_versions", **REQUIRED),
        unique("wave_id", "question_version_id"),
    )
    op.create_table(
        "weight_sets",
        key(), ref("wave_id", "waves", **REQUIRED, index=True), col("name", sa.String(24), **REQUIRED),
        col("method", sa.Text(), **REQUIRED), col("report", sa.JSON(), **REQUIRED),
        unique("wave_id", "name"),
    )
    op.create_table(
        "answers",
        ref("respondent_id", "respondents", primary_key=True),
        ref("question_version_id", "question_versions", primary_key=True),
        col("code", sa.Integer(), **REQUIRED),
    )
    op.create_index("ix_answers_question", "answers", ["question_version_id"])
    op.create_table(
        "leader_answers",
        ref("form_id", "leader_forms", primary_key=True), col("item", sa.String(32), primary_key=True),
        col("value", sa.Float(), **REQUIRED),
    )
    op.create_table(
        "wave_sums",
        key(), ref("weight_set_id", "weight_sets", **REQUIRED),
        ref("question_version_id", "question_versions", **REQUIRED), col("code", sa.Integer(), **REQUIRED),
        col("group_dim", sa.String(16), **REQUIRED), col("group_value", sa.String(32), **REQUIRED),
        col("stratum", sa.String(32), **REQUIRED), col("psu", sa.String(32), **REQUIRED),
        col("n", sa.Integer(), **REQUIRED), col("w", sa.Float(), **REQUIRED),
        col("w2", sa.Float(), **REQUIRED),
    )
    op.create_index("ix_wave_sums_cell", "wave_sums", ["weight_set_id", "question_version_id"])
    op.create_table(
        "weights",
        ref("weight_set_id", "weight_sets", primary_key=True),
        ref("respondent_id", "respondents", primary_key=True), col("weight", sa.Float(), **REQUIRED),
    )


def publication() -> None:
    op.create_table(
        "publications",
        key(), col("number", sa.Integer(), **REQUIRED, unique=True), ref("parent_id", "publications"),
        col("published_at", UTC, **REQUIRED), col("as_at", sa.Date(), **REQUIRED),
        ref("actor_id", "actors", **REQUIRED), col("note", sa.Text(), **REQUIRED, server_default=""),
        col("framework", sa.JSON(), **REQUIRED), col("reference_versions", sa.JSON(), **REQUIRED),
        col("settings", sa.JSON(), **REQUIRED), col("weight_sets", sa.JSON(), **REQUIRED),
        col("software", sa.String(40), **REQUIRED), col("seed", sa.Integer(), **REQUIRED),
        col("illustrative", sa.Boolean(), **REQUIRED), col("headline", sa.Text(), **REQUIRED),
        col("lead", sa.Text(), **REQUIRED),
    )
    op.create_table(
        "estimates",
        key(), ref("publication_id", "publications", **REQUIRED),
        col("indicator", sa.String(8), **REQUIRED), col("source", sa.String(), **REQUIRED),
        col("mode", sa.String(24), **REQUIRED, server_default=""),
        col("segment", sa.Integer(), **REQUIRED, server_default="1"),
        col("statistic", sa.String(24), **REQUIRED), *period(), col("area_code", sa.String(16), **REQUIRED),
        col("area_valid_from", sa.Date(), **REQUIRED),
        col("group_dim", sa.String(16), **REQUIRED, server_default=""),
        col("group_value", sa.String(64), **REQUIRED, server_default=""),
        col("scenario", sa.String(12), **REQUIRED, server_default=""), col("value", sa.Float()),
        col("low", sa.Float()), col("high", sa.Float()),
        col("method", sa.Text(), **REQUIRED, server_default=""), col("base", sa.Float()),
        col("base_effective", sa.Float()), col("numerator", sa.Float()), col("denominator", sa.Float()),
        col("absence", sa.String(16)), col("reason", sa.Text(), **REQUIRED, server_default=""),
        col("centre", sa.Float()), col("lower_limit", sa.Float()), col("upper_limit", sa.Float()),
        col("mark", sa.String(32), **REQUIRED, server_default=""),
        col("illustrative", sa.Boolean(), **REQUIRED), col("trace", sa.JSON(), **REQUIRED),
        unique(
            "publication_id", "indicator", "source", "mode", "segment", "statistic", "period_start",
            "period_end", "period_kind", "area_code", "area_valid_from", "group_dim", "group_value",
            "scenario", name="uq_estimates_key"
        ),
    )
    op.create_index("ix_estimates_read", "estimates", ["publication_id", "indicator", "area_code"])
    op.create_table(
        "statuses",
        key(), ref("publication_id", "publications", **REQUIRED), col("subject", sa.String(64), **REQUIRED),
        col("kind", sa.String(12), **REQUIRED), col("change", sa.String(32), **REQUIRED),
        col("target", sa.String(16), **REQUIRED), col("headline", sa.Text(), **REQUIRED),
        col("why", sa.Text(), **REQUIRED), col("detail", sa.JSON(), **REQUIRED),
        unique("publication_id", "kind", "subject"),
    )
    op.create_table(
        "publication_uploads",
        ref("publication_id", "publications", primary_key=True),
        ref("upload_id", "uploads", primary_key=True),
    )


def reasoning() -> None:
    op.create_table(
        "breaks",
        key(), col("code", sa.String(32), **REQUIRED, unique=True), col("on_date", sa.Date(), **REQUIRED),
        col("kind", sa.String(16), **REQUIRED), col("service", sa.String(32)),
        col("question", sa.String(32)), col("areas", sa.JSON(), **REQUIRED),
        col("reason", sa.Text(), **REQUIRED), col("source", sa.Text(), **REQUIRED),
    )
    op.create_table(
        "events",
        key(), col("code", sa.String(32), **REQUIRED, unique=True), col("name", sa.String(), **REQUIRED),
        col("on_date", sa.Date(), **REQUIRED), col("until", sa.Date()),
        col("kind", sa.String(16), **REQUIRED), col("services", sa.JSON(), **REQUIRED),
        col("source", sa.Text(), **REQUIRED),
    )
    op.create_table(
        "evidence",
        key(), col("link", sa.String(8), **REQUIRED, index=True), col("kind", sa.String(24), **REQUIRED),
        col("source", sa.Text(), **REQUIRED), col("dated", sa.Date(), **REQUIRED),
        col("direction", sa.String(12), **REQUIRED), col("maryland", sa.Integer()),
        col("nesta", sa.Integer()), ref("actor_id", "actors", **REQUIRED), col("added_at", UTC, **REQUIRED),
    )
    op.create_table(
        "impact_models",
        key(), col("name", sa.String(64), **REQUIRED), col("version", sa.Integer(), **REQUIRED),
        col("shape", sa.String(16), **REQUIRED), col("service", sa.String(32), **REQUIRED),
        col("areas", sa.JSON(), **REQUIRED), col("starts_on", sa.Date(), **REQUIRED),
        col("lag_months", sa.Integer(), **REQUIRED), col("declared_at", UTC, **REQUIRED),
        ref("actor_id", "actors", **REQUIRED), col("locked_at", UTC),
        col("declared_after_data", sa.Boolean(), **REQUIRED),
    )
    op.create_table(
        "verdicts",
        key(), col("link", sa.String(8), **REQUIRED, index=True), col("verdict", sa.String(24), **REQUIRED),
        col("rationale", sa.Text(), **REQUIRED), ref("actor_id", "actors", **REQUIRED),
        col("decided_at", UTC, **REQUIRED),
    )
