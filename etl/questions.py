"""From a platform's columns to questions understood: kinds, labels to codes, answers that are none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl.choices import halves, ranked_in, several_in
from etl.convert import as_text, fold
from etl.multiples import NO, YES, group_kinds
from etl.number_codes import MOST_LABELS, is_number, of_answer_codes, of_numbers
from etl.personal import is_personal
from etl.platforms import PLATFORMS
from etl.platforms.common import tidy_text
from etl.platforms.roles import role_by_name
from etl.platforms.types import Found, Label, Question, Survey
from etl.reversals import with_reversals
from etl.scales import Scale, no_answer, scale_of
from etl.shared_labels import shared_labels
from etl.tables.cells import filled
from etl.workbook import Raw, Sheet

OTHER_TEXT = re.compile(
    (
        r".*\bother\b.*(?:specify|state|describe|text|say)|.*_text\b|.*\[other\]|.*other \(please.*|"
        r".*- other.*- text|other"
    ),
    re.I,
)
SURELY_OTHER = re.compile(r"_TEXT$|\[other\]$|(?:please|pls) (?:specify|state|say|describe)|_oth(?:er)?$", re.I)
SAMPLE, SHORTEST = 60, 6  # answers looked at for personal data, and the letters of the shortest
DECLARED = ("missing", "declared missing in the file")
NOT_SAID = frozenset(("", "na", "null", "nan", "#null!", " "))


def recognise_survey(sheet: Sheet) -> Survey | None:
    """The survey a sheet holds, by the first platform whose marks it bears; None where it is no survey."""
    if sheet.hidden:
        return None
    found = next((found for recognise in PLATFORMS if (found := recognise(sheet))), None)
    if found is None:
        return None
    rows = [number for number in range(found.first_row, len(sheet.rows)) if filled(sheet.rows[number])]
    flags = {number: flag for number in rows if (flag := found.flag(sheet.rows[number]))}
    skipped = {number: flag for number, flag in flags.items() if flag.startswith("test")}
    kept = tuple(number for number in rows if number not in skipped)
    questions = with_reversals(sheet, kept, _questions(sheet, found, kept))
    partial = {number: flag for number, flag in flags.items() if number not in skipped}
    return Survey(
        sheet, found.platform, found.header_rows, kept, questions, skipped, partial, found.confidence, found.reasons
    )


def answers(sheet: Sheet, rows: Sequence[int], column: int) -> list[Raw]:
    """The cells of one column; blanks and "NA" are None."""
    found = [sheet.rows[row][column] if column < len(sheet.rows[row]) else None for row in rows]
    return [None if raw is None or (isinstance(raw, str) and raw.strip().lower() in NOT_SAID) else raw for raw in found]


def _questions(sheet: Sheet, found: Found, rows: Sequence[int]) -> tuple[Question, ...]:
    columns = [
        (at, label)
        for at, label in enumerate(found.labels)
        if label.name or label.text or any(answers(sheet, rows, at))
    ]
    counted = {at: Counter(as_text(raw) for raw in answers(sheet, rows, at) if raw is not None) for at, _ in columns}
    grouped = group_kinds([(at, label) for at, label in columns if not _role(found, at, label)], counted)
    shared = shared_labels(columns, counted)
    return tuple(
        _question(sheet, found, at, label, counted[at], grouped.get(at, ("", "")), shared.get(at, ()))
        for at, label in columns
    )


def _role(found: Found, at: int, label: Label) -> str:
    return found.roles.get(at) or role_by_name(label.name) or role_by_name(label.text if not label.item else "")


def _question(
    sheet: Sheet,
    found: Found,
    at: int,
    label: Label,
    said: Counter,
    grouped: tuple[str, str],
    shared: Sequence[str] = (),
) -> Question:
    role = _role(found, at, label)
    plain = Question(
        at, tidy_text(label.name), tidy_text(label.text), tidy_text(label.item), role or "answer", "", confidence=0.9
    )
    if role and not (role == "weight" and _is_of_a_body(said)):
        return replace(plain, kind=role, reason=f"“{plain.name}” is a column that platforms add")
    plain = replace(plain, role="answer")
    if _holds_personal_data(said):
        return replace(plain, role="personal", kind="personal", reason="its answers are personal data")
    if _is_other_text(label, said):
        return replace(plain, kind="other_text", reason="what people wrote under “other”")
    if grouped[0]:
        labels = dict(sheet.detail.labels.get(at, {}))
        return replace(plain, kind=grouped[0], labels=labels, apart=_apart(said), reason=grouped[1])
    declared = sheet.detail.missing.get(at, ())
    if at in sheet.detail.labels:
        return _labelled(plain, sheet.detail.labels[at], declared, said)
    if several := _in_one_cell(found.separator, said):
        return replace(plain, separator=found.separator, halves=halves(said, found.separator), **several)
    coded = of_answer_codes(plain, said) if found.answer_codes and said else None
    return coded or _by_answers(plain, said, shared, declared)


def _in_one_cell(separator: str, said: Counter) -> dict[str, str]:
    """{"kind", "reason"} of answers that are several choices each, in an order or in none."""
    if not separator:
        return {}
    ranked = ranked_in(said, separator)
    several = ranked or several_in(said, separator)
    return {"kind": "rank" if ranked else "multi", "reason": several} if several else {}


def _apart(said: Sequence[str] | Counter) -> dict[str, tuple[str, str]]:
    return {fold(text): found for text in said if (found := no_answer(text))}


def _is_of_a_body(said: Counter) -> bool:
    """Kilograms or pounds: whole numbers far from the 1 that survey weights lie around."""
    whole = [float(text) for text in said if text.isdecimal()]
    return bool(whole) and len(whole) == len(said) and min(whole) > 30 and max(whole) < 500


def _holds_personal_data(said: Counter) -> bool:
    """Most of its answers, two at the least, are addresses, telephone numbers and the like and nothing else."""
    sample = [text for text in list(said)[:SAMPLE] if len(text) >= SHORTEST and not no_answer(text)]
    found = sum(map(is_personal, sample))
    return found >= 2 and found * 2 > len(sample)


def _is_other_text(label: Label, said: Counter) -> bool:
    """A field for what is none of the options; not the option "Other" itself, whose only answer is its own name."""
    texts = (label.item, label.name, label.text)
    own = {fold(text) for text in texts}
    if fold(label.name) == fold(label.text) == "other" and said:
        return not {fold(text) for text in said} <= own | YES | NO and not all(is_number(text) for text in said)
    if any(SURELY_OTHER.search(text) for text in texts) and not {fold(text) for text in said} & own:
        return not said or not all(is_number(text) or fold(text) in YES | NO for text in said)
    return any(OTHER_TEXT.fullmatch(text) for text in texts) and _is_free(said)


def _is_free(said: Counter) -> bool:
    return not said or len(said) > 0.5 * sum(said.values()) or max(map(len, said)) > 40


def _labelled(plain: Question, labels: dict[str, str], missing: Sequence[str], said: Counter) -> Question:
    """Codes with labels of the file's own: the codes stay, and a label that is no answer sets its code apart."""
    apart = {fold(value): found for value, label in labels.items() if (found := no_answer(label))}
    apart |= {fold(value): DECLARED for value in missing if fold(value) not in apart}
    ticks = {fold(label) for label in labels.values()}
    if ticks <= YES | NO and any(each.startswith(("not ", "un")) for each in ticks):
        return replace(plain, kind="multi", labels=dict(labels), apart=apart, reason="labelled as ticked or not")
    points = [value for value in dict.fromkeys((*labels, *said)) if fold(value) not in apart and is_number(value)]
    codes = {fold(value): float(value) for value in points}
    scale = scale_of([label for value, label in labels.items() if fold(value) not in apart])
    listed = set(said) <= set(labels) or len(said) <= MOST_LABELS
    kind = "scale" if scale and scale.ordered else "single" if listed else "number"
    reason = "the file's own value labels" + (f"; {len(apart)} of them no answer" if apart else "")
    return replace(plain, kind=kind, labels=dict(labels), codes=codes, apart=apart, reason=reason, confidence=0.97)


def _by_answers(plain: Question, said: Counter, shared: Sequence[str], declared: Sequence[str]) -> Question:
    if not said:
        return replace(plain, kind="text", reason="nobody answered", confidence=0.5)
    apart = _apart(said) | {fold(value): DECLARED for value in declared}
    given = Counter({text: times for text, times in said.items() if fold(text) not in apart})
    if given and all(is_number(text) for text in given):
        numbers = of_numbers(plain, given)  # what is declared missing needs no guess
        return replace(numbers, apart={**numbers.apart, **apart})
    if scale := _scale(said, shared):
        return replace(
            plain,
            kind="scale" if scale.ordered else "single",
            codes=scale.codes,
            apart=scale.apart,
            reason=scale.reason,
            confidence=scale.confidence,
        )
    total = sum(said.values())
    if len(said) <= MOST_LABELS and (len(said) <= 12 or len(said) < 0.5 * total) and max(map(len, said)) <= 120:
        return replace(
            plain, kind="single", apart=apart, reason=f"{len(said)} different answers, no order in them", confidence=0.7
        )
    return replace(
        plain, kind="text", apart=apart, reason=f"{len(said):,} different answers in {total:,}", confidence=0.8
    )


def _scale(said: Counter, shared: Sequence[str]) -> Scale | None:
    return (scale_of(shared) or scale_of(said)) if len(said) <= MOST_LABELS else None
