"""Waves, questions, answers as integer codes, weights, and the sums that outlive the raw rows."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data.schema.base import UtcDateTime, key, metadata, traced, upload_ref

question_versions = Table(
    "question_versions", metadata, key(),
    Column("question", String(32), nullable=False),  # the framework's question id
    Column("sha256", String(64), nullable=False),  # of wording, labels, codes and base rule
    Column("wording", Text, nullable=False),
    # [[code, label, positive|negative|middle|excluded], ...] in the order of the scale
    Column("labels", JSON, nullable=False),
    Column("base_rule", String(24), nullable=False),  # exclude_dk, all_respondents
    Column("source", Text, nullable=False),
    Column("status", String(16), nullable=False),
    UniqueConstraint("question", "sha256"),
)

# One row per upload of a wave: a later upload of the same wave supersedes, both stay.
waves = Table(
    "waves", metadata, key(),
    upload_ref(),
    Column("dataset", String(32), nullable=False),  # citizen_survey, leader_survey, network_ties
    Column("wave", String(32), nullable=False),
    Column("fieldwork_start", Date, nullable=False),
    Column("fieldwork_end", Date, nullable=False),
    Column("modes", JSON, nullable=False),  # the modes of its respondents, sorted
    Column("population", String, nullable=False, server_default="residents aged 18 or over"),
    Column("respondents", Integer, nullable=False),
    Column("raw_purged_at", UtcDateTime),
    # Where its rows stood in the file: kept so that a figure is still traceable after a purge.
    Column("sheet", String),
    Column("first_row", Integer),
    Column("last_row", Integer),
    UniqueConstraint("upload_id", "dataset", "wave"),
)

wave_questions = Table(
    "wave_questions", metadata, key(),
    Column("wave_id", ForeignKey("waves.id"), nullable=False),
    Column("question_version_id", ForeignKey("question_versions.id"), nullable=False),
    UniqueConstraint("wave_id", "question_version_id"),
)

respondents = Table(
    "respondents", metadata, key(),
    *traced(),
    Column("wave_id", ForeignKey("waves.id"), nullable=False, index=True),
    Column("code", String(64), nullable=False),
    Column("mode", String(24), nullable=False),
    Column("interview_date", Date, nullable=False),
    Column("area_code", String(16), nullable=False),
    Column("stratum", String(32), nullable=False),
    Column("psu", String(32), nullable=False),
    Column("supplied_weight", Float),
    Column("age_band", String(16)),
    Column("sex", String(16)),
    Column("ethnicity", String(24)),
    Column("tenure", String(24)),
    Column("imd_quintile", Integer),
    Column("vulnerable", Boolean),
    UniqueConstraint("wave_id", "code"),
)

answers = Table(
    "answers", metadata,
    Column("respondent_id", ForeignKey("respondents.id"), primary_key=True),
    Column("question_version_id", Integer, primary_key=True),
    Column("code", Integer, nullable=False),  # a blank answer has no row
    # SQLite would look it up for each of millions of answers: there `wave_questions` has it looked up once a wave
    ForeignKeyConstraint(["question_version_id"], ["question_versions.id"]).ddl_if(dialect="postgresql"),
    sqlite_with_rowid=False,  # millions of short rows: stored once, in the order of the key
)

weight_sets = Table(
    "weight_sets", metadata, key(),
    Column("wave_id", ForeignKey("waves.id"), nullable=False, index=True),
    Column("name", String(24), nullable=False),  # design, supplied
    Column("method", Text, nullable=False),
    Column("report", JSON, nullable=False),  # n, n_eff, deff, min, max
    UniqueConstraint("wave_id", "name"),
)

weights = Table(
    "weights", metadata,
    Column("weight_set_id", ForeignKey("weight_sets.id"), primary_key=True),
    Column("respondent_id", ForeignKey("respondents.id"), primary_key=True),
    Column("weight", Float, nullable=False),
)

# Internal: enough to re-estimate every cell of a question, with its variance. Of the questions that were published;
# the others are summed before respondents are purged.
wave_sums = Table(
    "wave_sums", metadata, key(),
    Column("weight_set_id", ForeignKey("weight_sets.id"), nullable=False),
    Column("question_version_id", ForeignKey("question_versions.id"), nullable=False),
    Column("code", Integer, nullable=False),
    Column("group_dim", String(16), nullable=False),  # '' for everyone
    Column("group_value", String(32), nullable=False),
    Column("stratum", String(32), nullable=False),
    Column("psu", String(32), nullable=False),
    Column("n", Integer, nullable=False),
    Column("w", Float, nullable=False),
    Column("w2", Float, nullable=False),
)
Index("ix_wave_sums_cell", wave_sums.c.weight_set_id, wave_sums.c.question_version_id)

# The whole design of a wave: every sampling point, also those where nobody answered a question.
# `psu` is a number given here, never a respondent's own code.
wave_psus = Table(
    "wave_psus", metadata,
    Column("weight_set_id", ForeignKey("weight_sets.id"), primary_key=True),
    Column("stratum", String(32), primary_key=True),
    Column("psu", String(32), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("w", Float, nullable=False),
)

leader_forms = Table(
    "leader_forms", metadata, key(),
    *traced(),
    Column("wave_id", ForeignKey("waves.id"), nullable=False, index=True),
    Column("ratee_id", ForeignKey("people.id"), nullable=False),
    Column("rater", String(16), nullable=False),  # self, peer, manager
    Column("rater_code", String(64), nullable=False),
    Column("completed_on", Date, nullable=False),
    UniqueConstraint("wave_id", "ratee_id", "rater_code"),
)

leader_answers = Table(
    "leader_answers", metadata,
    Column("form_id", ForeignKey("leader_forms.id"), primary_key=True),
    Column("item", String(32), primary_key=True),
    Column("value", Float, nullable=False),
)
