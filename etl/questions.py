"""From a platform's columns to questions understood: kinds, labels to codes, answers that are none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl.choices import halves
from etl.codebook_sheet import Entries, by_codebook, worded
from etl.column_roles import holds_personal_data, role_of
from etl.convert import as_text
from etl.heading_labels import labels_in_heading
from etl.left_early import left_early
from etl.multiples import group_kinds
from etl.number_codes import of_answer_codes
from etl.personal_headers import personal_header
from etl.platforms import PLATFORMS
from etl.platforms.common import tidy_text
from etl.platforms.strays import stray_rows
from etl.platforms.types import Found, Label, Question, Survey, no_flag
from etl.question_kinds import apart_by_label, apart_of, by_answers, in_one_cell, is_other_text, labelled
from etl.reversals import with_reversals
from etl.shared_labels import shared_labels
from etl.trials import trial_rows
from etl.workbook import Raw, Sheet, letters

SHARED = 0.3  # of the answers: where fewer are different, people shared them, and they name nobody
NOTHING = "partial: no question answered"
NOT_SAID = frozenset(("", "na", "null", "nan", "#null!", " ", "{question_not_shown}"))


def recognise_survey(sheet: Sheet, entries: Entries | None = None) -> Survey | None:
    """The survey a sheet holds, by the first platform whose marks it bears; None where it is no survey.

    `entries` are what a codebook in the same file says of its columns.
    """
    if sheet.hidden:
        return None
    found = next((found for recognise in PLATFORMS if (found := recognise(sheet))), None)
    found = found or (by_codebook(sheet, entries) if entries else None)
    if found is None:
        return None
    if entries:
        sheet, found = worded(sheet, found, entries)
    body = [number for number in range(found.first_row, len(sheet.rows)) if _holds_any(sheet.rows[number])]
    strays = stray_rows(sheet.rows, found.header_rows, body)
    rows = [number for number in body if number not in strays]
    flags = {number: flag for number in rows if (flag := found.flag(sheet.rows[number]))}
    skipped = {number: flag for number, flag in flags.items() if flag.startswith("test")}
    kept = tuple(number for number in rows if number not in skipped)
    questions = _questions(sheet, found, kept)
    if found.flag is no_flag and (trials := trial_rows(sheet, kept, questions)):
        skipped |= trials
        kept = tuple(number for number in kept if number not in trials)
    questions = with_reversals(sheet, kept, questions)
    partial = {row: flag for row, flag in flags.items() if row not in skipped}
    if found.flag is no_flag:  # a platform that tells who finished knows better
        partial = {**left_early(found.platform, sheet, kept, questions), **_unanswered(sheet, kept, questions)}
    return Survey(
        sheet,
        found.platform,
        found.header_rows,
        kept,
        questions,
        skipped,
        partial,
        found.confidence,
        found.reasons,
        strays,
    )


def _holds_any(row: Sequence[Raw]) -> bool:
    return any(cell is not None and not (isinstance(cell, str) and not cell.strip()) for cell in row)


def _unanswered(sheet: Sheet, rows: Sequence[int], questions: Sequence[Question]) -> dict[int, str]:
    """Rows of people who came and answered nothing; none where no question was found."""
    asked = [each.column for each in questions if each.role == "answer"]
    if not asked:
        return {}
    return {
        row: NOTHING
        for row in rows
        if all(column >= len(cells) or cells[column] is None for cells in (sheet.rows[row],) for column in asked)
    }


def _counted(sheet: Sheet, rows: Sequence[int], column: int) -> Counter:
    """How often each answer stands in a column, as text; blanks and "NA" left out. Equal cells are looked at once."""
    cells = Counter(sheet.rows[row][column] if column < len(sheet.rows[row]) else None for row in rows)
    found = Counter()
    for raw, times in cells.items():
        if raw is not None and not (isinstance(raw, str) and raw.strip().lower() in NOT_SAID):
            found[as_text(raw)] += times
    return found


def _questions(sheet: Sheet, found: Found, rows: Sequence[int]) -> tuple[Question, ...]:
    counted = {at: _counted(sheet, rows, at) for at in range(len(found.labels))}
    labels = [Label(tidy_text(each.name), tidy_text(each.text), tidy_text(each.item)) for each in found.labels]
    columns = [(at, label) for at, label in enumerate(labels) if counted[at] or _is_headed(at, label)]
    asked = [(at, label) for at, label in columns if not role_of(found, at, label, counted[at])]
    grouped = group_kinds(asked, {at: _by_label(sheet, at, said) for at, said in counted.items()})
    shared, contacts = shared_labels(columns, counted), _contacts(columns)
    return tuple(
        _question(
            sheet, found, at, label, counted[at], grouped.get(at, ("", "")), shared.get(at, ()), label.text in contacts
        )
        for at, label in columns
    )


def _is_headed(at: int, label: Label) -> bool:
    return bool(label.text or label.item or (label.name and label.name != f"column {letters(at)}"))


def _by_label(sheet: Sheet, at: int, said: Counter) -> Counter:
    """The answers by the labels that the file itself gives its codes."""
    labels = sheet.detail.labels.get(at)
    if not labels:
        return said
    found: Counter = Counter()
    for text, times in said.items():
        found[labels.get(text, text)] += times
    return found


def _contacts(columns: Sequence[tuple[int, Label]]) -> set[str]:
    """Questions that ask for two or more personal things side by side: "Contact details", with name and email."""
    asked = Counter(label.text for _, label in columns if label.item and personal_header(label.item))
    return {text for text, times in asked.items() if times > 1}


def _question(
    sheet: Sheet,
    found: Found,
    at: int,
    label: Label,
    said: Counter,
    grouped: tuple[str, str],
    shared: Sequence[str] = (),
    contact: bool = False,
) -> Question:
    role = role_of(found, at, label, said)
    plain = Question(at, label.name, label.text, label.item, role or "answer", "", confidence=0.9)
    if role:
        return replace(plain, kind=role, reason=f"“{plain.name}” is a column that platforms add")
    if holds_personal_data(said):
        return replace(plain, role="personal", kind="personal", reason="its answers are personal data")
    if is_other_text(label, said):
        return replace(plain, kind="other_text", reason="what people wrote under “other”")
    declared = sheet.detail.missing.get(at, ())
    if grouped[0]:
        labels = dict(sheet.detail.labels.get(at, {}))
        apart = apart_of(said) | apart_by_label(labels, declared)
        return replace(plain, kind=grouped[0], labels=labels, apart=apart, reason=grouped[1])
    own = sheet.detail.labels.get(at) or labels_in_heading(f"{label.text} {label.item}", said)
    if own:
        return labelled(plain, own, declared, said)
    if several := in_one_cell(found.separator, said):
        return replace(plain, separator=found.separator, halves=halves(said, found.separator), **several)
    if personal_header(label.item) and (contact or len(said) > SHARED * sum(said.values())):
        return replace(plain, role="personal", kind="personal", reason=f"“{plain.item}” asks for personal data")
    coded = of_answer_codes(plain, said) if found.answer_codes and said else None
    return coded or by_answers(plain, said, shared, declared)
