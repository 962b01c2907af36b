"""From a platform's columns to questions understood: kinds, labels to codes, answers that are none."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.choices import halves, several_in
from etl.convert import as_text, fold
from etl.multiples import NO, YES, group_kinds
from etl.number_codes import MOST_LABELS, is_number, of_numbers
from etl.platforms import PLATFORMS
from etl.platforms.common import role_by_name
from etl.platforms.types import Found, Label, Question, Survey
from etl.reversals import with_reversals
from etl.scales import no_answer, scale_of
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
NOT_SAID = frozenset(("", "na", "n/a", "null", "nan", "#null!", " "))


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
    shared = _shared_labels(columns, counted)
    return tuple(
        _question(sheet, found, at, label, counted[at], grouped.get(at, ("", "")), shared.get(at, ()))
        for at, label in columns
    )


def _shared_labels(columns: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, ...]]:
    """Column -> the labels of all columns that answer on the same scale: one of them may lack a point nobody chose."""
    worded = {at: set(counted[at]) for at, _ in columns if 2 <= len(counted[at]) <= MOST_LABELS}
    worded = {at: said for at, said in worded.items() if not all(is_number(text) for text in said)}
    stems = {at: label.text for at, label in columns if label.item}
    pools: list[tuple[set[str], list[int]]] = []
    for at, said in worded.items():
        grid = next((each for each in pools if at in stems and stems.get(each[1][0]) == stems[at]), None)
        pool = grid or next(
            (each for each in pools if len(each[0] & said) >= max(2, 0.6 * min(len(each[0]), len(said)))), None
        )
        if pool:
            pool[0].update(said)
            pool[1].append(at)
        else:
            pools.append((set(said), [at]))
    return {at: tuple(sorted(pool)) for pool, members in pools for at in members if len(members) > 1}


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
    plain = Question(at, label.name, label.text, label.item, role or "answer", "", confidence=0.9)
    if role:
        return replace(plain, kind=role, reason=f"“{label.name}” is a column that platforms add")
    if _is_other_text(label, said):
        return replace(plain, kind="other_text", reason="what people wrote under “other”")
    if grouped[0]:
        return replace(plain, kind=grouped[0], reason=grouped[1])
    if at in sheet.detail.labels:
        return _labelled(plain, sheet.detail.labels[at], sheet.detail.missing.get(at, ()), said)
    if found.separator and (several := several_in(said, found.separator)):
        pairs = halves(said, found.separator)
        return replace(plain, kind="multi", separator=found.separator, halves=pairs, reason=several)
    return _by_answers(plain, said, shared)


def _is_other_text(label: Label, said: Counter) -> bool:
    """A field for what is none of the options; not the option "Other" itself, whose only answer is its own name."""
    texts = (label.item, label.name, label.text)
    own = {fold(text) for text in texts}
    if any(SURELY_OTHER.search(text) for text in texts) and not {fold(text) for text in said} & own:
        return not said or not all(is_number(text) or fold(text) in YES | NO for text in said)
    return any(OTHER_TEXT.fullmatch(text) for text in texts) and _is_free(said)


def _is_free(said: Counter) -> bool:
    return not said or len(said) > 0.5 * sum(said.values()) or max(map(len, said)) > 40


def _labelled(plain: Question, labels: dict[str, str], missing: Sequence[str], said: Counter) -> Question:
    """Codes with labels of the file's own: the codes stay, and a label that is no answer sets its code apart."""
    apart = {fold(value): found for value, label in labels.items() if (found := no_answer(label))}
    apart |= {fold(value): ("missing", "declared missing in the file") for value in missing if fold(value) not in apart}
    ticks = {fold(label) for label in labels.values()}
    if ticks <= YES | NO and any(each.startswith(("not ", "un")) for each in ticks):
        return replace(plain, kind="multi", labels=dict(labels), apart=apart, reason="labelled as ticked or not")
    points = [value for value in dict.fromkeys((*labels, *said)) if fold(value) not in apart and is_number(value)]
    codes = {fold(value): float(value) for value in points}
    scale = scale_of([label for value, label in labels.items() if fold(value) not in apart])
    kind = "scale" if scale else "single" if set(said) <= set(labels) or len(said) <= MOST_LABELS else "number"
    reason = "the file's own value labels" + (f"; {len(apart)} of them no answer" if apart else "")
    return replace(plain, kind=kind, labels=dict(labels), codes=codes, apart=apart, reason=reason, confidence=0.97)


def _by_answers(plain: Question, said: Counter, shared: Sequence[str]) -> Question:
    if not said:
        return replace(plain, kind="text", reason="nobody answered", confidence=0.5)
    if all(is_number(text) for text in said):
        return of_numbers(plain, said)
    scale = (scale_of(shared) or scale_of(said)) if len(said) <= MOST_LABELS else None
    if scale:
        return replace(
            plain, kind="scale", codes=scale.codes, apart=scale.apart, reason=scale.reason, confidence=scale.confidence
        )
    apart = {fold(text): found for text in said if (found := no_answer(text))}
    total = sum(said.values())
    if len(said) <= MOST_LABELS and (len(said) <= 12 or len(said) < 0.5 * total) and max(map(len, said)) <= 120:
        return replace(
            plain, kind="single", apart=apart, reason=f"{len(said)} different answers, no order in them", confidence=0.7
        )
    return replace(plain, kind="text", reason=f"{len(said):,} different answers in {total:,}", confidence=0.8)
