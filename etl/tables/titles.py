"""What the text around a table says: its title, its unit, its period, its notes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from etl.convert import as_text
from etl.periods import FoundPeriod, find_period, period_of
from etl.tables.cells import filled
from etl.tables.one_place import is_area
from etl.workbook import Raw, Sheet
from metrics.types import Period

NOT_THE_PERIOD = re.compile(
    (
        r"publish|produced|generated|issued|prepared|exported|retrieved|\brun (?:on|date)\b|report date|revis|"
        r"update|next|release|^contacts?:?$|contact (?:us|details|point|name|e-?mail|tel)|created|"
        r"accessed|extract|copyright|census|deadline|printed|downloaded|www\.|http|worksheet|this table|freeze|@"
    ),
    re.I,
)
SAYS_PERIOD = re.compile(
    (
        r"^\s*(?:time )?(?:period|reporting period|month|quarter|year|date|time period|data period|"
        r"reference period|reporting month|financial year|period covered|coverage)\s*:?\s*$"
    ),
    re.I,
)
SAID_AFTER = re.compile(r"^([^:]{4,20}):\s*(\S.*)$", re.S)  # "Period: April 2020 to March 2021" in one cell
UNIT = re.compile(
    (
        r"^(?:units?\s*:\s*)?(number of .{2,60}|numbers?|per ?cent(?:age)?s?|%|percentages?|rate per "
        r".{2,40}|£.{0,20}|thousands?|(?:thousand|million|billion)s?(?: of)?(?: [a-z]+){1,3}|counts?)$"
    ),
    re.I,
)


_UNIT = (
    r"£\s?(?:000s?|m|bn|k|million|billion|thousands?)|(?:£ )?(?:thousands|millions)|000s|%|"
    r"per ?cent(?:ages?)?|percentages?|number of [a-z ]{3,40}|(?:rate )?per [\d,]+(?: [a-z ]{3,40})?"
)
UNIT_AT_END = re.compile(rf"\((?:in )?({_UNIT})\)|[,:–-]\s(?:in )?({_UNIT})$", re.I)
NUMBERED = re.compile(r"(?:table|sheet|worksheet|tab) ?(?=\w*\d|\w[.:]?(?:$|\s))\w{1,8}(?:\.\w{1,3})*[.:]?", re.I)
NUMBER_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?[.:]?", re.I)
PUBLISHER = re.compile(
    r"(?:department (?:for|of)|ministry of|office for|home office|nhs (?:england|digital)|welsh government)\b"
    r"[^:,0-9]{0,60}",
    re.I,
)  # who publishes, above what is published
LINK = re.compile(r"(?:back|return|go|link) to\b|contents?$|this (?:work)?sheet|click here", re.I)
TITLE = re.compile(r"^title\s*:+\s*", re.I)
YEAR_ALONE = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))?")
CENSUS = re.compile(r"census (?:of )?((?:19|20)\d\d)|((?:19|20)\d\d) census", re.I)


def rows_above(sheet: Sheet, first: int, floor: int = 0) -> list[int]:
    return [number for number in range(floor, first) if filled(sheet.rows[number])]


def title_of(sheet: Sheet, above: Sequence[int]) -> str:
    """What stands beside "Title:" above the table; else the text that a table's number begins or precedes, or the
    first that isn't a "Label:" or a note. A unit, a publisher or a place only where there is no other."""
    told = [[as_text(cell) for cell in sheet.rows[row] if isinstance(cell, str) and cell.strip()] for row in above]
    titled = next((texts[1] for texts in told if len(texts) > 1 and TITLE.fullmatch(f"{texts[0]}:")), "")
    if titled:
        return titled
    told = [texts for texts in told if texts and not texts[0].endswith(":") and len(texts) <= 2]
    texts = [TITLE.sub("", each[0]) for each in told if not LINK.match(each[0])]
    plain = [text for text in texts if not (UNIT.match(text) or PUBLISHER.fullmatch(text) or is_area(text))]
    for place, text in enumerate(plain):
        if NUMBERED.fullmatch(text) or NUMBER_ALONE.fullmatch(text):
            return " ".join(plain[place : place + 2])
    begun = (text for text in plain if NUMBERED.match(text))
    return next(begun, "") or next(iter(plain or sorted(texts, key=lambda text: not UNIT.match(text))), "")


def says_of_the_file(row: Sequence[Raw]) -> bool:
    """Whether a row is "Label:" and a value, as "Published:" and a day are above a table."""
    there = [cell for cell in row if cell is not None]
    return len(there) == 2 and isinstance(there[0], str) and there[0].rstrip().endswith(":")


def unit_of(sheet: Sheet, above: Iterable[int]) -> str:
    """A unit that stands alone above the table, such as "Number of households", or ends a title in brackets or after
    a comma, as in "Spend by service, £000"."""
    texts = [as_text(cell) for number in above for cell in sheet.rows[number] if isinstance(cell, str)]
    alone = next((found[1] for text in texts if (found := UNIT.match(text))), "")
    unit = alone or next((found[1] or found[2] for text in texts if (found := UNIT_AT_END.search(text))), "")
    return "%" if re.fullmatch(r"per ?cent(?:ages?)?s?|percentages?", unit, re.I) else unit


def period_around(sheet: Sheet, above: Sequence[int], other: Sequence[tuple[str, str]]) -> tuple[Period | None, str]:
    """The period and where it was found: a "Period:" cell, then a year alone right above the table, unless a title row
    names a part of it; then the title rows, then `other` (where, text)."""
    for number in above:
        row = [cell for cell in sheet.rows[number] if cell is not None]
        for label, value in pairwise(row):
            if isinstance(label, str) and SAYS_PERIOD.match(label) and (found := _read(value)):
                return found, f"row {number + 1}, “{as_text(label)}”"
        for cell in row:
            said = SAID_AFTER.match(cell) if isinstance(cell, str) else None
            if said and SAYS_PERIOD.match(said[1]) and (found := _read(said[2])):
                return found, f"row {number + 1}, “{as_text(said[1])}”"
    found: list[tuple[FoundPeriod, str]] = []
    for number in above:
        for cell in sheet.rows[number]:
            if isinstance(cell, str) and not NOT_THE_PERIOD.search(cell) and (period := find_period(as_text(cell))):
                found.append((period, f"row {number + 1}"))
    year = _year_alone(sheet, above)
    if year and not any(_is_part(each.period, year) for each, _ in found):
        return year, f"row {above[-1] + 1}"
    for where, text in other:
        if where == "another sheet" and NOT_THE_PERIOD.search(text):
            continue
        told = [period for each in (text, re.sub(r"_+", " ", text)) if (period := find_period(each))]
        if told:
            found.append((max(told, key=lambda period: period.sure), where))
    found += _of_census(sheet, above[:2])
    best = next((each for each in found if each[0].sure), found[0] if found else None)
    return (best[0].period, best[1]) if best else (None, "")


def _year_alone(sheet: Sheet, above: Sequence[int]) -> Period | None:
    """The year, or financial year, that the last row above a table says and nothing else."""
    said = [cell for cell in sheet.rows[above[-1]] if cell is not None] if above else []
    return _read(said[0]) if len(said) == 1 and YEAR_ALONE.fullmatch(as_text(said[0]).strip()) else None


def _is_part(period: Period, year: Period) -> bool:
    return period != year and year.start <= period.start and period.end <= year.end


def _of_census(sheet: Sheet, above: Sequence[int]) -> Iterator[tuple[FoundPeriod, str]]:
    """The year of a census that the title is of; further down a census is mostly what rates are based on."""
    for number in above:
        for cell in sheet.rows[number]:
            if isinstance(cell, str) and (said := CENSUS.search(cell)) and (period := find_period(said[1] or said[2])):
                yield period, f"row {number + 1}"


def _read(value: Raw) -> Period | None:
    if isinstance(value, str):
        found = find_period(as_text(value))
        return found.period if found else None
    return period_of(value)


def notes_below(sheet: Sheet, last: int, ceiling: int) -> list[int]:
    return [number for number in range(last + 1, ceiling) if filled(sheet.rows[number])]
