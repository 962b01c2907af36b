"""What several platform modules share: reading a header row."""

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from etl.convert import as_text, fold
from etl.platforms.stems import parted
from etl.platforms.types import Label, no_flag
from etl.workbook import Raw, Sheet

STATE = re.compile(r"(?:(?:response|submission|survey|completion|interview) ?)?(?:status|type|state)")
ENDED = re.compile(r"(?:is ?|id\.)?(?:completed?|finished|submitted)\??|\w+_complete")
TRIALS = frozenset(
    ("test", "preview", "survey preview", "survey test", "spam", "test data", "test response", "deleted")
)
LEFT = frozenset(
    (
        "partial",
        "incomplete",
        "in progress",
        "started",
        "abandoned",
        "not completed",
        "unfinished",
        "disqualified",
        "terminated",
        "screened out",
        "over quota",
        "quota full",
        "suspended",
    )
)
BRACKETED = re.compile(r"(.+?)\s*\[((?:[^\[\]]|\[[^\[\]]*\])+)\](?:\s*\[([^\[\]]+)\])?\s*\*?", re.S)
AGAIN = re.compile(r"\]\.\d{1,2}$")  # as pandas writes a heading that another column has too
LOOP = re.compile(r"\d+_Q", re.I)
INLINE = re.compile(r"</?(?:b|i|u|a|em|strong|span|font|sup|sub|small|big)(?:\s[^<>]{0,300})?>", re.I)
TAG = re.compile(r"<[a-z/][^<>]{0,300}>", re.I)
BOLD = re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*]{1,300}?)(?<=\S)\*{1,2}(?![\w*])")
CHOSEN = " - Selected Choice"
# What tells the variables of one question apart.
VARIABLE = re.compile(r"(?:_\d+)*(?:_TEXT)?$|_(?:Part_\d+|OTHER(?:_TEXT)?)$|#\d.*$", re.I)


def texts(row: Sequence[Raw]) -> list[str]:
    """The row's cells as text, a blank one ""."""
    return ["" if cell is None else as_text(cell) for cell in row]


def folded(row: Sequence[Raw]) -> list[str]:
    return ["" if cell is None else fold(cell) for cell in row]


def header_with(sheet: Sheet, wanted: Iterable[str], least: int, within: int = 8) -> int | None:
    """The first of the top rows that holds at least `least` of the wanted headers (folded)."""
    marks = set(wanted)
    for number, row in enumerate(sheet.rows[:within]):
        if len(marks & set(folded(row))) >= least:
            return number
    return None


def forward(row: Sequence[str], width: int) -> list[str]:
    """Blank headings take the last one to their left."""
    found, carried = [], ""
    for column in range(width):
        carried = (row[column] if column < len(row) else "") or carried
        found.append(carried)
    return found


def plain_labels(row: Sequence[Raw]) -> tuple[Label, ...]:
    """Labels of a header in one row: "Question [Item]" and "Question - Item" parted by `part`."""
    return tuple(Label(text, *part(text)) for text in texts(row))


def part(text: str) -> tuple[str, str]:
    """Question and item of "Question [Item]", or of "Question [Item][Column]"; a number behind it tells apart a
    heading that came again."""
    found = BRACKETED.fullmatch(AGAIN.sub("]", text))
    return (found[1], found[2] + (f", {found[3]}" if found[3] else "")) if found else (text, "")


def choice_label(name: str, text: str) -> Label:
    """The label of a variable and its wording as Qualtrics writes them: "Question - Selected Choice - Option"."""
    if LOOP.match(name) and " - " in text:  # the loop's own value stands before the question
        value, _, question = text.partition(" - ")
        return Label(name, question, value)
    question, dash, item = text.rpartition(" - ")
    if dash and ("_" in name or "#" in name) and question:
        return Label(name, question.removesuffix(CHOSEN), "" if item == "Selected Choice" else item)
    return Label(name, text.removesuffix(CHOSEN))


def choice_labels(names: Sequence[str], worded: Sequence[str]) -> tuple[Label, ...]:
    """Labels of variables named "Q4_1", "Q4_2": what their wordings share is the question."""
    plain = [Label(name, text) for name, text in zip(names, worded, strict=True)]
    for parts in ((" - ",), ("-",)):  # without spaces in exports until 2016
        plain = parted(plain, parts, lambda label: VARIABLE.sub("", label.name))
    found = [
        replace(label, text=label.text.removesuffix(CHOSEN), item=label.item.removeprefix(CHOSEN.strip(" -")))
        if label.item
        else choice_label(label.name, label.text)
        for label in plain
    ]
    asked = {VARIABLE.sub("", label.name): label.text for label in reversed(found) if not label.name.endswith("_TEXT")}
    return tuple(_beside(label, asked.get(VARIABLE.sub("", label.name), "")) for label in found)


def _beside(label: Label, question: str) -> Label:
    """The text beside a choice belongs to the question of its siblings."""
    whole = f"{label.text} - {label.item}"
    if not question or label.text == question or not whole.startswith(f"{question} - "):
        return label
    return replace(label, text=question, item=whole[len(question) + 3 :])


def tidy_text(text: str) -> str:
    """A heading without the marks of its typesetting: HTML, and asterisks around bold words."""
    bare = html.unescape(TAG.sub(" ", INLINE.sub("", text))).strip()
    return re.sub(r"\s+", " ", BOLD.sub(r"\1", bare)).strip()


def status_flag(names: Sequence[str]) -> Callable[[Sequence[Raw]], str]:
    """What a column on the state of each response says of a row: a test, or left before its end."""
    told = [at for at, name in enumerate(names) if STATE.fullmatch(fold(name))]
    ended = [at for at, name in enumerate(names) if ENDED.fullmatch(fold(name))]

    if not told and not ended:
        return no_flag

    def flag(row: Sequence[Raw]) -> str:
        said = [(at, fold(row[at])) for at in (*told, *ended) if at < len(row) and row[at] is not None]
        for _, text in said:
            if text in TRIALS:
                return f"test: status “{text}”"
        left = [text for at, text in said if text in LEFT or (at in ended and text in ("false", "no", "0", "n"))]
        return f"partial: status “{left[0]}”" if left else ""

    return flag
