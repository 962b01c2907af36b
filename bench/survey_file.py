"""A large survey as a platform exports it: an xlsx of respondents by columns, its sheet's XML written by hand.

python -m bench.survey_file FILE 100000      writes one; MAPPED are the options that say how it is read
"""

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from data.framework import load_framework
from etl.workbook import letters

AT_ONCE = 2000  # rows of XML held together
SHEET = "Responses"
DISTRICTS = [f"E070000{number}" for number in range(66, 78)]  # the twelve of the county
FIRST_DAY, DAYS = 45_350, 50  # of fieldwork: Excel's serial number of a day in spring 2024, and how many days
# Heading -> field, of the columns that are no question.
ABOUT = {
    "Response number": "respondent",
    "Date of completion": "interview_date",
    "How interviewed": "mode",
    "District": "area",
    "How old are you?": "age_band",
    "What is your sex?": "sex",
    "Ethnic group": "ethnicity",
    "Home": "tenure",
    "Deprivation fifth": "imd_quintile",
    "Finds it hard to get by": "vulnerable",
}
UNUSED = ("Started", "Seconds taken", "Device", "Language", "Working status", "Anything else you want to say?")
_REMARKS = (
    "The bus comes late and nobody answers the letters I wrote.",
    "Nothing to add, thank you for asking.",
    "More should be done for young people in the villages around here.",
    "I would go to meetings if they were held in the evening.",
    "The nurse was kind, the waiting list is long.",
    "Roads, roads, roads.",
    "Ring me on 01632 960 123 if you want to hear more.",
    "Everybody is friendly but the high street is empty.",
)


def mapped() -> list[str]:
    """How the file is read, as options of `python -m etl load`."""
    columns = {**{field: heading for heading, field in ABOUT.items()}, **_headings()}
    return [part for field, heading in columns.items() for part in ("--map", f"{field}={heading}")]


def _headings() -> dict[str, str]:
    """Question -> the heading of its column: its number and its wording, as platforms export it."""
    return {each.id: f"Q{place}. {each.wording}" for place, each in enumerate(load_framework().questions, 1)}


def write_survey(path: Path, people: int, first_day: int = FIRST_DAY, seed: int = 7) -> int:
    """Write the file; returns how many columns it has. The same file for the same people, day and seed."""
    draw = np.random.default_rng(seed)
    texts: dict[str, int] = {}
    columns = [*_about(people, first_day, draw, texts), *_questions(people, draw, texts), *_unused(people, draw, texts)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in _sheet(people, columns, texts):
                part.write(piece.encode())
        archive.writestr("xl/sharedStrings.xml", _strings(texts))
    return len(columns)


Column = tuple[str, bool, np.ndarray]  # its heading, whether text (then numbers of shared strings), its values as text


def _about(people: int, first_day: int, draw: np.random.Generator, texts: dict[str, int]) -> Iterator[Column]:
    district = draw.integers(0, len(DISTRICTS), people)
    named = list(ABOUT)
    yield named[0], False, np.arange(114_000_000, 114_000_000 + people).astype(str)
    yield named[1], False, (first_day + draw.integers(0, DAYS, people)).astype(str)
    yield named[2], True, _shared(["online", "telephone", "face to face"], draw.integers(0, 3, people), texts)
    yield named[3], True, _shared(DISTRICTS, district, texts)
    ages = ["18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"]
    yield named[4], True, _shared(ages, draw.integers(0, len(ages), people), texts)
    yield named[5], True, _shared(["Female", "Male"], draw.integers(0, 2, people), texts)
    yield named[6], True, _shared(["white", "asian", "black"], draw.choice(3, people, p=[0.9, 0.06, 0.04]), texts)
    yield named[7], True, _shared(["owned", "social rented", "private rented"], draw.integers(0, 3, people), texts)
    yield named[8], False, draw.integers(1, 6, people).astype(str)
    yield named[9], True, _shared(["Yes", "No"], draw.integers(0, 2, people), texts)


def _questions(people: int, draw: np.random.Generator, texts: dict[str, int]) -> Iterator[Column]:
    """One in thirty leaves a question out; answers are written as their labels."""
    headings = _headings()
    for question in load_framework().questions:
        labels = [label.label for label in question.labels]
        given = _shared(labels, draw.integers(0, len(labels), people), texts)
        yield headings[question.id], True, np.where(draw.random(people) < 1 / 30, "", given)


def _unused(people: int, draw: np.random.Generator, texts: dict[str, int]) -> Iterator[Column]:
    """What platforms add, and remarks: one in four says something, each in other words."""
    yield UNUSED[0], False, np.round(FIRST_DAY + draw.uniform(0, DAYS, people), 5).astype(str)
    yield UNUSED[1], False, draw.integers(60, 4000, people).astype(str)
    yield UNUSED[2], True, _shared(["Phone", "Computer", "Tablet"], draw.integers(0, 3, people), texts)
    yield UNUSED[3], True, _shared(["English"], np.zeros(people, int), texts)
    yield UNUSED[4], True, _shared(["In work", "Not in work"], draw.integers(0, 2, people), texts)
    said = draw.integers(0, 4, people) == 0
    which = draw.integers(0, len(_REMARKS), people)
    remarks = [f"{_REMARKS[which[at]]} ({at})" if says else "" for at, says in enumerate(said)]
    yield UNUSED[5], True, np.array([str(texts.setdefault(each, len(texts))) if each else "" for each in remarks])


def _shared(words: list[str], which: np.ndarray, texts: dict[str, int]) -> np.ndarray:
    """The numbers of shared strings, as text."""
    return np.array([str(texts.setdefault(word, len(texts))) for word in words], dtype=object)[which]


def _sheet(people: int, columns: list[Column], texts: dict[str, int]) -> Iterator[str]:
    heads = [str(texts.setdefault(heading, len(texts))) for heading, _, _ in columns]
    yield (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns='
        '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:{letters(len(columns) - 1)}{people + 1}"/><sheetData>'
    )
    yield _row(1, [(letters(at), ' t="s"', head) for at, head in enumerate(heads)])
    kinds = [(letters(at), ' t="s"' if text else "") for at, (_, text, _) in enumerate(columns)]
    for first in range(0, people, AT_ONCE):
        values = zip(*(column[first : first + AT_ONCE].tolist() for _, _, column in columns), strict=True)
        yield "".join(
            _row(number, [(*kind, value) for kind, value in zip(kinds, row, strict=True) if value])
            for number, row in enumerate(values, first + 2)
        )
    yield "</sheetData></worksheet>"


def _row(number: int, cells: list[tuple[str, str, str]]) -> str:
    inside = "".join([f'<c r="{at}{number}"{kind}><v>{value}</v></c>' for at, kind, value in cells])
    return f'<row r="{number}">{inside}</row>'


def _strings(texts: dict[str, int]) -> str:
    told = "".join(f"<si><t>{text.replace('&', '&amp;').replace('<', '&lt;')}</t></si>" for text in texts)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns='
        f'"http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{len(texts)}">{told}</sst>'
    )


_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{_RELATED}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
    f'Type="{_RELATED}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


if __name__ == "__main__":
    write_survey(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))
