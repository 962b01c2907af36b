"""What each column of a table is: an area's code or name, a time, another dimension, figures, or a gap."""

import re
from collections.abc import Sequence

from etl.area_names import code_of_name
from etl.areas import code_kind, is_gss, is_region_name, is_total_name, is_whole
from etl.convert import fold
from etl.day_order import american_dates, day_first
from etl.markers import ATTACHED, OF_MINUTES, decimal_comma, minutes, seconds
from etl.periods import find_period, period_of
from etl.scales import scale_of
from etl.tables.cells import BLANK, DATE, MARK, NUMBER, TEXT, kind_of_cell
from etl.tables.times import serial_of
from etl.workbook import Raw

CODE = re.compile(
    r"(?:transaction|invoice|account|contract|order|voucher|reference|payment|supplier|vendor|creditor|customer|document|"
    r"purchase order|company|charity|registration) ?(?:no\.?|number|num|ref)\b|"
    r"\b(?:la|lea|dfe|estab(?:lishment)?) (?:no\.?|number|num)$|"
    r"\b(?:codes?|id|ids|ref|reference|urn|ukprn|laestab|upin|postcode|objectid|uprn|cd|offset|"
    r"sortorder)\b|(?:_id|_code|_cd|_ref|_urn|_ukprn|_laestab|_uprn|\d{2}cd)\d?$|cd$|"
    r"(?-i:(?<=[a-z])(?:ID|Id|URN|Ref|Code))$",
    re.I,
)
PLACE = re.compile(r"^(?:longitude|latitude|long|lat|lng|easting|northing|x|y|x coordinate|y coordinate)$", re.I)
TIME = re.compile(
    r"\b(?:year|yr|month|quarter|period|date|time|week|day|fy|wave)\b|_(?:year|month|quarter|period|"
    r"date)\b|^(?:year|month|date|period|time)|^(?:jahr|année|año|ano|anno|rok|monat|quartal)$",
    re.I,
)
AREA_NAME = re.compile(
    r"\b(?:area|authority|authorities|region|district|council|county|local authority|la name|"
    r"org(?:anisation)? name|provider|trust|"
    r"system|force|icb|geography|ward|country|council name|lad|utla|ltla|location|place|la|csp|"
    r"borough|lower tier|upper tier|(?:ambulance|fire|fire and rescue) services?|"
    r"health board|lsoa name|msoa name|school|practice|hospital|commissioner|ccg|name)\b|nm$|_name\d?$|"
    r"^organisations?(?: ?label)?$",
    re.I,
)
OF_DATES = re.compile(
    r"(?:[a-z]+ )?dates?(?: [a-z]+)?|day|"
    r"(?:period|month|quarter|week|year)(?: (?:start(?:ing)?|end(?:ing|ed)?|commencing))?|"
    r"w/?[ce]|reporting (?:month|period)",
    re.I,
)
GEOGRAPHY_TYPE = re.compile(r"\b(?:type|level|tier)\b|^geography$", re.I)
DIMENSION = re.compile(
    r"^(?:age|ages|sex|gender|ethnicity|quarter|month|year|week|day|(?:reporting |time )?period|"
    r"sort ?order|rank|decile|quintile|grade|age group|age band|row|no\.?|#|order|"
    r"freq|obs_status|record_count|group|category|type|(?:week|month|wk)[ _]?(?:no\.?|num(?:ber)?|#)|.*\btype|"
    r"(?:outcome|line|item|serial|question|indicator|offence|row) (?:number|no\.?)|"
    r"(?:foot)?notes?(?: ref.*| number.*)?)$",
    re.I,
)
BESIDE_VALUE = re.compile(
    r"lower|upper|\bci\b|confidence|limit|count|numerator|denominator|rate|per ?cent\b|number|base|error|estimate", re.I
)
OF_THE_DAY = re.compile(r"^time$|^hour|time of|timestamp|start|began|begin|\bends?\b|finish|opened|closed|logged", re.I)
NOT_AN_AREA = re.compile(r"measure|indicator|metric|question|offence|specialty|treatment|secondary", re.I)
OF_CHANGE = re.compile(
    r"\bchange\b|\bdifference\b|\d\s(?:over|on|vs\.?|versus|compared (?:to|with))\s|^ytd$|year to date",
    re.I,
)
OF_AREAS = re.compile(r"\b(?:area|ons|geography|geographic) codes?\b", re.I)
COUNTER = re.compile(r"(?:unnamed:? ?\d*|index|s/?n|no\.?|nr\.?|row|#)?", re.I)
BREAKDOWN = re.compile(
    r"gender|sex|ages?(?: group| band)?|ethnic(?:ity| group)|disability|religion|tenure|(?:working|marital) status|"
    r"local authority|region|area type|urban/rural",
    re.I,
)  # what people are broken down by, beside which stand its groups
MOST_ANSWERS = 14
NUMBERS = frozenset(str(number) for number in range(1, 13))
NO_AREA = re.compile(
    r"measure|indicator|metric|offence|crime|\bages?\b|age |sex|ethnic|(?<!ambulance )(?<!fire )(?<!rescue )service|"
    r"question|supplier|vendor|creditor|beneficiary|payee|merchant",
    re.I,
)
VALUE = frozenset(("obs_value", "value", "v4_0", "v4_1", "observation", "obs value"))
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_SPAN = rf"{_MONTHS}(?:\s?(?:-|–|to)\s?{_MONTHS})?"
SEASONS = re.compile(
    rf"(?:q(?:uarter|tr)?\s?[1-4](?:\s?[:,–-]?\s?\(?{_SPAN}\)?)?|{_SPAN}(?:\s?[1-9¹²³⁴-⁹])?|annual|year|total)"
    r"(?:\s?\[?[rpe]\]?)?(?:\s?\(.*\))?",
    re.I,
)


def role_of(name: str, values: Sequence[Raw], tidy: bool = False) -> str:
    """The role of a column by its header and a sample of its cells. `tidy`: one column is named as the value."""
    kinds = [kind_of_cell(value) for value in values]
    there = [value for value, kind in zip(values, kinds, strict=True) if kind != BLANK]
    if not there:
        return "spacer"
    if fold(name) in VALUE:
        return "measure"
    if OF_MINUTES.search(name) and sum(minutes(value) is not None for value in there) * 2 > len(there):
        return "measure"
    numbers, marks = kinds.count(NUMBER), kinds.count(MARK)
    texts, dates = kinds.count(TEXT), kinds.count(DATE)
    if OF_THE_DAY.search(name) and all(seconds(value) is not None for value in there):
        return "dimension"
    if _are_codes(name, there):
        return "area_code"
    if _are_periods(name, there):
        return "period"
    if (numbers + marks) * 2 >= len(there) and (numbers or _all_marks(name, there)):
        plain = (
            (tidy and not BESIDE_VALUE.search(name)) or CODE.search(name) or PLACE.match(name) or DIMENSION.match(name)
        )
        comma = not plain and texts and all(decimal_comma(str(value)) is not None for value in there)
        return "measure" if comma or not plain else "dimension"
    if (
        texts
        and all(isinstance(value, str) and (decimal_comma(value) is not None or value.isdigit()) for value in there)
        and not CODE.search(name)
    ):
        return "measure"
    if dates == len(there):
        return "period"
    return _of_text(name, there)


def is_marks(values: Sequence[Raw]) -> bool:
    """Whether a column holds nothing but letters such as R and P, which tell of the figure to their left."""
    there = [str(value).strip(" []()").lower() for value in values if value is not None and str(value).strip()]
    return bool(there) and all(text in ATTACHED for text in there)


def is_counter(name: str, values: Sequence[Raw]) -> bool:
    """Whether a column without a name of its own merely counts the rows, from 0 or 1, as programs write them."""
    if not COUNTER.fullmatch(name.strip()) or len(values) < 3:
        return False
    first = str(values[0]).removesuffix(".0")
    return first in ("0", "1") and all(
        str(value).removesuffix(".0") == str(int(first) + place) for place, value in enumerate(values)
    )


def _all_marks(name: str, there: Sequence[Raw]) -> bool:
    """Whether a column without numbers is one of figures all the same: nothing but marks, and not all of them words."""
    short = any(isinstance(value, str) and not (len(value) > 2 and value.isalpha()) for value in there)
    named = CODE.search(name) or name.lower().endswith("name")
    return short and not named and all(kind_of_cell(value) == MARK for value in there)


def _are_codes(name: str, there: Sequence[Raw]) -> bool:
    texts = [value for value in there if isinstance(value, str)]
    gss = sum(is_gss(value) for value in texts)
    if gss * 2 >= len(there):
        return True
    if NOT_AN_AREA.search(name):
        return False
    coded = sum(bool(code_kind(value)) for value in texts)
    if re.fullmatch(r"primary_level", name, re.I):
        return coded * 2 >= len(there)
    if OF_AREAS.search(name) and coded * 3 >= len(there):  # codes of several systems, all of them short
        return all(len(str(value)) <= 9 and " " not in str(value).strip() for value in there)
    return bool(CODE.search(name)) and coded * 10 >= 6 * len(there)


def _are_periods(name: str, there: Sequence[Raw]) -> bool:
    """Cells that are periods, under a header that speaks of time or none at all."""
    there = [value for value in there if not is_total_name(value) and not _is_change(value)] or there
    if OF_DATES.fullmatch(name.strip()) and all(serial_of(value) for value in there) and len(there) > 1:
        return True
    if re.search(r"quarter|qtr|month", name, re.I) and {str(value).removesuffix(".0") for value in there} <= NUMBERS:
        return True
    there = [day_first(value) for value in there] if american_dates(there) else there
    found = sum(period_of(value) is not None or _packed(name, value) for value in there)
    if found * 10 >= 9 * len(there) and (
        TIME.search(name) or not name or all(isinstance(value, str) for value in there)
    ):
        sure = TIME.search(name) or not name
        return bool(sure) or not any(str(value).isdigit() for value in there)
    seasons = sum(isinstance(value, str) and SEASONS.fullmatch(" ".join(value.split())) is not None for value in there)
    under_years = sum(period_of(value) is not None for value in there) if seasons else 0
    return (seasons + under_years) * 10 >= 9 * len(there) and (not name or bool(TIME.search(name)))


def _is_change(value: Raw) -> bool:
    """Whether a label among periods compares them or adds them up, as at the foot of a series."""
    return isinstance(value, str) and OF_CHANGE.search(value) is not None


def _packed(name: str, value: Raw) -> bool:
    """202404, 201516 and MSitAE-DECEMBER-2024, in a column headed as a time only."""
    if not TIME.search(name):
        return False
    if isinstance(value, str) and (found := find_period(value)) and found.sure:
        return True
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return len(text) == 6 and text.isdigit() and find_period(text) is not None


def _of_text(name: str, there: Sequence[Raw]) -> str:
    texts = [str(value) for value in there]
    if sum(map(len, texts)) > 90 * len(texts):
        return "note"
    if GEOGRAPHY_TYPE.search(name) and not re.search(r"name", name, re.I) and len(set(texts)) * 4 <= len(texts):
        return "dimension"
    named = sum(is_whole(text) or is_region_name(text) for text in texts)
    if re.search(r"\bcodes?$", name, re.I) and not any(" " in text.strip() for text in texts):
        return "dimension"
    nameless = not name and named and not any(map(BREAKDOWN.fullmatch, texts))
    called = AREA_NAME.search(name) and not NO_AREA.search(name) and not are_answers(texts)
    return "area_name" if called or nameless or _are_areas(texts) else "dimension"


def are_answers(texts: Sequence[str]) -> bool:
    """A few texts that say more or less of one thing, such as "Very satisfied": answers, whatever they are about."""
    said = dict.fromkeys(texts)
    scale = scale_of(said) if 1 < len(said) <= MOST_ANSWERS else None
    return scale is not None and scale.ordered and not scale.banded and len(set(scale.codes.values())) > 1


def _are_areas(texts: Sequence[str]) -> bool:
    """Names of councils and regions, whatever the heading says."""
    apart = {text for text in texts if not is_total_name(text)}
    return len(apart) > 1 and sum(bool(code_of_name(text)) for text in apart) * 10 >= 7 * len(apart)
