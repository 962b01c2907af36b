"""Question versions: the exact wording, labels, codes and base rule an answer was given to."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert

from data.reads.offers import question_version_ids
from data.schema import question_versions


def version_of(question: Any) -> dict[str, Any]:
    """A framework question as a row of question_versions; the hash is of what a respondent met."""
    labels = [[label.code, label.label, label.role] for label in question.labels]
    met = json.dumps([question.wording, labels, question.base_rule], ensure_ascii=False)
    return {
        "question": question.id,
        "sha256": hashlib.sha256(met.encode()).hexdigest(),
        "wording": question.wording,
        "labels": labels,
        "base_rule": question.base_rule,
        "source": question.source,
        "status": question.status,
    }


def ensure_versions(connection: Connection, questions: Sequence[Any]) -> dict[str, int]:
    """{question id: version id} for the questions as they stand now; versions not met before are added."""
    rows = [version_of(question) for question in questions]
    ids = [row["question"] for row in rows]
    known = question_version_ids(connection, ids)
    new = [row for row in rows if (row["question"], row["sha256"]) not in known]
    if new:
        connection.execute(insert(question_versions), new)
        known = question_version_ids(connection, ids)
    return {row["question"]: known[row["question"], row["sha256"]] for row in rows}
