"""Bands of a quantity in order: "18-24", "75+", "Under £15,000", "Less than 1 year", "None", "3 or more"."""

import math
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from etl.convert import fold

UNITS: Mapping[str, float] = {
    "second": 1 / 86_400, "sec": 1 / 86_400, "minute": 1 / 1_440, "min": 1 / 1_440, "hour": 1 / 24, "hr": 1 / 24,
    "day": 1, "week": 7, "month": 30.4, "year": 365, "yr": 365,
}  # fmt: skip
COUNTED = r"people|persons?|adults?|child(?:ren)?|times?|employees|staff|miles?|km|members|visits?|(?:bed)?rooms?"
NONE = re.compile(rf"(?:none|zero|nil|never|no (?:{COUNTED}|income))")
SPELT = {"once": "1", "twice": "2", "once or twice": "1-2", "one": "1", "two": "2", "three": "3", "four": "4",
         "five": "5", "six": "6", "ten": "10"}  # fmt: skip
_UNIT = rf"(?: ?(?P<unit{{0}}>{'|'.join(UNITS)})s?(?: old| of age)?| (?:{COUNTED})(?! (?:a|an|per)\b)|%| ?y\.?o\.?)?"
_NUMBER = r"[£$€]? ?(?P<n{0}>\d{{1,3}}(?:[, ]\d{{3}})+|\d+(?:\.\d+)?)(?P<k{0}>k|m)?" + _UNIT
_TO = r" ?(?:-{1,2}|–|—|to|and|up to|to (?:under|less than|below)|but (?:under|less than|below)) ?"
_PER = r"(?:,? ?(?:(?:per|a|each) (?:year|annum|month|week)|p\.?a\.?|annually))?"
RANGE = re.compile(rf"(?:between |from )?{_NUMBER.format(1)}{_TO}{_NUMBER.format(2)}{_PER}")
BELOW = re.compile(rf"(?:under|less than|below|up to|fewer than|younger than|<|<=|≤) ?{_NUMBER.format(1)}{_PER}")
ABOVE = re.compile(rf"(?:over|more than|above|at least|older than|>|>=|≥) ?{_NUMBER.format(1)}{_PER}")
AND_BELOW = re.compile(rf"{_NUMBER.format(1)} (?:or|and|&) (?:under|less|younger|below|fewer){_PER}")
AND_ABOVE = re.compile(
    rf"{_NUMBER.format(1)} ?(?:\+|plus|(?:or|and|&) (?:over|above|more|older|up|upwards?|greater)(?: {COUNTED})?){_PER}"
    rf"(?: ?(?:(?P<after>{'|'.join(UNITS)})|{COUNTED})s?(?: old)?)?"
)
ALONE = re.compile(_NUMBER.format(1))
UNIT = re.compile(rf"(?<![a-z])({'|'.join(UNITS)})s?(?: old| of age)?\b")
Ends = tuple[float, float]


def bands(labels: Iterable[str]) -> dict[str, float] | None:
    """Folded label -> its place from 1, where all labels are bands of one quantity and none lies across another."""
    texts = _of_one_unit({label: _bare(label) for label in labels})
    ends = {label: found for label, text in texts.items() if (found := _ends(text))}
    if len(ends) < len(texts) or not any(_is_band(text) for text in texts.values()):
        return None
    order = sorted(set(ends.values()))
    if len(order) < 2 or any(one[1] > other[1] or one[0] == other[0] for one, other in pairwise(order)):
        return None
    return {fold(label): float(order.index(found) + 1) for label, found in ends.items()}


def _ends(text: str) -> Ends | None:
    """The least and the most of a band; None for what is none."""
    if NONE.fullmatch(text):
        return -0.5, -0.5
    if found := RANGE.fullmatch(text):
        low, high = _value(found, 1, found["unit1"] or found["unit2"]), _value(found, 2)
        return (low, high) if low <= high else None
    for pattern in (BELOW, AND_BELOW):
        if found := pattern.fullmatch(text):
            return -0.4, _value(found, 1)
    for pattern in (ABOVE, AND_ABOVE):
        if found := pattern.fullmatch(text):
            return _value(found, 1, found.groupdict().get("after")) + (0.01 if pattern is ABOVE else 0), math.inf
    found = ALONE.fullmatch(text)
    return (_value(found, 1),) * 2 if found else None


def _bare(label: str) -> str:
    """The band without what is said beside it: "Aged 18 to 24 (young adults)", "25–34 years old"."""
    text = re.sub(r"\s*\((?!\d)[^()]*\)$", "", fold(label)).strip(" .*")
    text = re.sub(r"^(?:aged?|ages|approximately|about) (?=\d|under|over|between)", "", text)
    text = re.sub(rf"\ban? (?=(?:{'|'.join(UNITS)})\b)", "1 ", text)  # "Less than a year"
    return SPELT.get(text, re.sub(r"\s+", " ", text))


def _of_one_unit(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Where only some labels name the unit, and all of these the same, they are read without it."""
    named = {label: set(UNIT.findall(text)) for label, text in texts.items()}
    units = set().union(*named.values())
    if len(units) != 1 or all(named.values()):
        return texts
    return {label: re.sub(r"\s+", " ", UNIT.sub("", text)).strip() for label, text in texts.items()}


def _is_band(text: str) -> bool:
    return ALONE.fullmatch(text) is None and NONE.fullmatch(text) is None


def _value(found: re.Match, place: int, unit: str | None = None) -> float:
    said = found.groupdict()
    value = float(re.sub(r"[, ]", "", said[f"n{place}"]))
    unit = unit or said.get(f"unit{place}")
    return value * {"k": 1e3, "m": 1e6, None: 1}[said[f"k{place}"]] * (UNITS[unit] if unit else 1)
