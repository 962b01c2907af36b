"""A mapping that stores an answer as its opposite: the file's own words say otherwise."""

import re
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.convert import fold
from etl.faults import Fault, fault
from etl.records import Records

NUMBERED = re.compile(r"^\s*\d+\s*[-–.:=)]\s*")  # "1 = Very satisfied"


def labels_turned(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each mapped text that is a positive answer in the framework's words and would be stored as
    a negative one, or the other way round."""
    for name, mapped in context.values.items():
        question = context.codes.questions.get(name)
        if question is None or name not in records.values:
            continue
        by_label = {fold(label.label): label for label in question.labels}
        by_code = {label.code: label for label in question.labels}
        for text, value in mapped.items():
            said = by_label.get(fold(NUMBERED.sub("", text)))
            stored = by_code.get(context.codes.answers(name).get(fold(value)))
            if said and stored and {said.role, stored.role} == {"positive", "negative"}:
                yield fault(
                    "labels_turned", records.sheet, records.column(name), text, said.label,
                    column=records.heading(name), stored=stored.label,
                )  # fmt: skip
