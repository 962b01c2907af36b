"""A survey in a plain sheet: people by a number, a place or an age, beside what they feel, and no figures at all."""

import re
from collections.abc import Sequence

from etl.area_names import code_of_name
from etl.convert import fold
from etl.heading_labels import labels_in_heading
from etl.platforms.given import HIGHEST, NO_ANSWERS, SHARE_COLUMN, Column, asks, is_whole
from etl.scales import scale_of
from etl.scales.meaning import known
from etl.tables.cells import BLANK, DATE, TEXT, kind_of_cell

# What people feel and things don't: a road in good condition or a likely risk is no answer.
FEELING = re.compile(
    r"satisf|\b(?:dis)?agree|\b(?:dis|mis)?trust|\b(?:un)?safe\b|\b(?:un)?happy\b|confiden|\bworried\b|\bproud\b|"
    r"\binformed\b|\ba great deal\b|\ba fair amount\b|\bnot very much\b|\bat all\b",
)
_OF_ONE = r"(?:group|band|range|identity|category|status|years?|code|name)"
PERSON = re.compile(
    rf"(?:age|sex|gender|ethnic\w*|race|tenure|disab\w*|religion|faith|sexual(?:ity| orientation)|marital|nationality|"
    rf"employment|working|work|occupation|carer?|household(?: size)?|children|education|qualification)(?: {_OF_ONE})*",
)
LIVES = re.compile(
    rf"(?:home |local )?(?:district|area|ward|council|borough|county|parish|town|region|locality|neighbourhood|place|"
    rf"lad?|local authority|authority|location|postcode(?: (?:area|district|sector))?)(?: {_OF_ONE})*",
)
COUNTED = re.compile(
    r"\b(?:no|nos|number|count|total|sum|base|cases|cost|price|spend|amount|score|rate|average|mean)\b"
)
OF_THINGS = re.compile(
    r"\b(?:school|provider|organisation|supplier|vendor|contract(?:or)?|applica(?:tion|nt)|planning|incident|complaint|"
    r"offence|crime|payment|invoice|amount|asset|road|site|premises|project|opened|closed|logged|reported|severity|"
    r"priority|description|decision|outcome|uprn|ticket|property|establishment|hospital|practice|department)\b",
)
OWN_WORDS = re.compile(r"comment|feedback|suggest|reason|why|other|improve|say|tell|text|verbatim")
MOST_POINTS, FEWEST_POINTS, LONG = 14, 3, 40


def why_people(columns: Sequence[Column]) -> str:
    """Why the rows are people who were asked, or "": a column of feelings, who felt so, and not one figure.

    Codes count as answers where their heading asks or explains them, or where respondents have their numbers; a
    register of things says what they are, and a table has figures.
    """
    held = [each for each in columns if each.said]
    own = [each for each in held if not each.role]
    felt = [each for each in own if is_felt(each)]
    numbered = any(each.role == "id" and each.different for each in held)
    coded = [each for each in own if _is_coded(each, numbered)]
    people = [each for each in own if PERSON.fullmatch(_plain(each))]
    places = [each for each in own if each not in felt and (LIVES.fullmatch(_plain(each)) or _are_places(each))]
    answers = [each for each in (*felt, *coded) if each not in people]
    rest = [each for each in own if not any(each in known_ones for known_ones in (answers, people, places))]
    if not felt or len(answers) < len(rest) or any(map(_is_of_things, (*rest, *_numbers(held)))):
        return ""
    if any(_is_figures(each) for each in (*rest, *places)) or any(map(_is_name, rest)):
        return ""
    alone = any(each.different for each in places) and not people
    if alone or not (numbered or len(felt) > 1 or len(people) > 1):
        return ""
    who = "a respondent's number" if numbered else "no figures"
    return f"{len(answers)} columns of what people answered beside {who}, {len(people)} on who they are"


def is_felt(column: Column) -> bool:
    """Answers in order that say what people feel, misspelt or not."""
    if not FEWEST_POINTS <= len(column.said) <= MOST_POINTS:
        return False
    scale = scale_of(column.said)
    if scale is None or not scale.ordered or scale.banded or len(set(scale.codes.values())) < FEWEST_POINTS:
        return False
    said = [" ".join(map(known, re.findall(r"[a-z']+", text))) for text in scale.codes]
    return sum(FEELING.search(text) is not None for text in said) * 2 >= len(said)


def _plain(column: Column) -> str:
    return fold(column.name).replace("_", " ").strip(" ?*:.")


def _is_coded(column: Column, numbered: bool) -> bool:
    """Points of a scale in whole numbers, and codes that stand apart from them."""
    if not all(map(is_whole, column.said)) or COUNTED.search(_plain(column)) or SHARE_COLUMN.fullmatch(_plain(column)):
        return False
    points = {int(float(text)) for text in column.said}
    points -= {point for point in points if point in NO_ANSWERS or point < 0}
    if not points or max(points) > HIGHEST:
        return False
    return numbered or asks(column.name) or bool(labels_in_heading(column.name, column.said))


def _numbers(columns: Sequence[Column]) -> list[Column]:
    return [each for each in columns if each.role == "id"]


def _is_of_things(column: Column) -> bool:
    return OF_THINGS.search(_plain(column)) is not None


def _is_figures(column: Column) -> bool:
    kinds = [kind for value in column.values if (kind := kind_of_cell(value)) != BLANK]
    figures = sum(kind not in (TEXT, DATE) for kind in kinds)
    return figures * 2 >= len(kinds) and not all(re.fullmatch(r"(?:19|20)\d\d", text) for text in column.said)


def _is_name(column: Column) -> bool:
    """Each row's own short text, which isn't people's own words: the name of a thing."""
    words = OWN_WORDS.search(_plain(column)) or asks(column.name)
    return column.different and not words and sum(map(len, column.said)) < LONG * len(column.said)


def _are_places(column: Column) -> bool:
    return sum(bool(code_of_name(text)) for text in column.said) * 10 >= 7 * len(column.said)
