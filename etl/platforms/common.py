"""What several platform modules share: reading a header row, and columns that every platform adds."""

import re
from collections.abc import Iterable, Sequence

from etl.convert import as_text, fold
from etl.platforms.types import Label
from etl.workbook import Raw, Sheet

ROLES: tuple[tuple[str, re.Pattern], ...] = (
    (
        "id",
        re.compile(
            (
                r"(?:respondent|response|participant|case|contribution|record|submission|user|survey|"
                r"person)[ _]?(?:id|no\.?|number|ref|serial)|id|#|respid|respno|caseid|serial(?: "
                r"?no)?|uuid|_id|_uuid|uid|responseid|respondent|unique (?:id|reference)|urn|token|"
                r"id\.(?: id)?"
            ),
            re.I,
        ),
    ),
    (
        "weight",
        re.compile(
            (
                r"(?:.*[ _])?(?:weights?|wgt|wt)(?:[ _]?\d*|[ _]final|[ _]factor)?|.*wt|weighting(?: "
                r"factor)?|pweight|finalweight|w_?final"
            ),
            re.I,
        ),
    ),
    (
        "date",
        re.compile(
            (
                r"start ?date|end ?date|submit ?date|date ?stamp|timestamp|start time|completion time|"
                r"recorded ?date|date submitted|date started|date last action|last modified time|"
                r"creation date|last update|(?:submit|start|stage) date \(utc\)|created|last updated|"
                r"interview ?date|date of interview|completed (?:on|at)|started|submitted|submission[ "
                r"_]time|start|end|time ?started|date ?created|date ?modified|submitted at|"
                r"_submission_time|dateintr"
            ),
            re.I,
        ),
    ),
    (
        "personal",
        re.compile(
            (
                r"e-?mail(?: ?address)?|name|first ?name|last ?name|surname|forename|full name|your "
                r"name|ip ?address|ipaddr|ip|recipient(?:email|firstname|lastname)|phone(?: number)?|"
                r"telephone(?: number)?|mobile(?: number)?|post ?code|zip(?: ?code)?|address(?: \d)?|"
                r"user ?name|location ?(?:latitude|longitude)|latitude|longitude|date of birth|dob|"
                r"nhs number|respondent name|contact(?: details)?|username|what is your (?:full "
                r")?(?:name|e-?mail(?: address)?|post ?code|phone number|date of birth)\??"
            ),
            re.I,
        ),
    ),
    (
        "timing",
        re.compile(
            (
                r"duration.*|interview ?time|total time|group ?time.*|.*_(?:first click|last click|"
                r"page submit|click count)|.*timing.*|time taken.*|q\w+time|time(?: "
                r"spent)?.*seconds.*|.*- (?:first click|last click|page submit|click count)|length of "
                r"interview|loi"
            ),
            re.I,
        ),
    ),
    (
        "other",
        re.compile(
            (
                r"collector ?id|custom ?data(?: ?\d+)?|status|progress|finished|distribution ?channel|"
                r"user ?language|external(?: ?data)?(?: ?reference)?|network id|tags|seed|last ?page|"
                r"start ?language|languages?|ref ?url|referr?er|response type|ending|score|total "
                r"points|quiz feedback|(?:points|feedback) - .*|grade posted time|invitation number|"
                r"user agent|sessionid|legacy comments|comments_system|contact id|responseset|"
                r"recipient ?id|q_\w+|survey version|stage|completed|complete|submission status|"
                r"language|interviewer.*|enumerator.*|consent"
            ),
            re.I,
        ),
    ),
)


def role_by_name(name: str) -> str:
    """The role of a column that platforms add by themselves, by its header; "" for a question."""
    text = fold(name).strip(" :*")
    return next((role for role, pattern in ROLES if pattern.fullmatch(text)), "")


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
    """Question and item of "Question [Item]"."""
    found = re.fullmatch(r"(.+?)\s*\[([^\[\]]+)\]\s*\*?", text)
    return (found[1], found[2]) if found else (text, "")
