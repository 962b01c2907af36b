"""Answers are stored once, in the order of their key: a third of the room, and half the time of loading a survey.

That an answer's question exists is no longer looked up for each answer on SQLite, but once a wave (wave_questions).
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BY_KEY = """
CREATE TABLE answers_by_key (
    respondent_id INTEGER NOT NULL,
    question_version_id INTEGER NOT NULL,
    code INTEGER NOT NULL,
    CONSTRAINT pk_answers PRIMARY KEY (respondent_id, question_version_id),
    CONSTRAINT fk_answers_respondent_id_respondents FOREIGN KEY (respondent_id) REFERENCES respondents (id)
) WITHOUT ROWID
"""


def upgrade() -> None:
    op.drop_index("ix_answers_question", "answers")
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(BY_KEY)
    columns = "respondent_id, question_version_id, code"
    op.execute(f"INSERT INTO answers_by_key ({columns}) SELECT {columns} FROM answers ORDER BY 1, 2")
    op.execute("DROP TABLE answers")
    op.execute("ALTER TABLE answers_by_key RENAME TO answers")
