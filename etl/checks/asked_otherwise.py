"""Mode or wording changed: a wave asked in another way, or in other words, than the wave before."""

from collections.abc import Iterator

from etl.checks.context import CheckContext, Round
from etl.convert import fold
from etl.faults import Fault, fault
from etl.records import Records

WORDS = 4  # a header with fewer is a code or a short name, no wording


def asked_otherwise(records: Records, context: CheckContext) -> Iterator[Fault]:
    """Warnings: another mode than the last wave's, another wording, a header whose words aren't the question's."""
    if records.spec.name != "citizen_survey":
        return
    own = {wave for _, wave in records.each("wave")}
    last = next((each for each in context.before.rounds if each.wave not in own), None)
    if last:
        yield from _other_mode(records, last)
    for name, question in context.codes.questions.items():
        if name not in records.values:
            continue
        if last and name in last.wordings and fold(last.wordings[name]) != fold(question.wording):
            yield fault("wording_changed", records.sheet, records.column(name), question.wording,
                        last.wordings[name], column=name, wave=last.wave)  # fmt: skip
        header = context.told.headers.get(name, "")
        if len(header.split()) >= WORDS and _bare(header) != _bare(question.wording):
            yield fault("wording_differs", records.sheet, records.column(name), header, question.wording, column=name)


def _other_mode(records: Records, last: Round) -> Iterator[Fault]:
    modes = {mode: index for index, mode in reversed(list(records.each("mode")))}
    new = sorted(modes.keys() - last.modes)
    if new:
        yield fault("mode_changed", records.sheet, records.cell("mode", modes[new[0]]), ", ".join(new),
                    ", ".join(sorted(last.modes)), wave=last.wave)  # fmt: skip


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
