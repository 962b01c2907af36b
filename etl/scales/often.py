"""How often, in words: "2-3 times a week", "less than once a month", "within the last year", "a month ago"."""

import math
import re

DAYS_A_YEAR = 365
UNITS = {"day": DAYS_A_YEAR, "weekday": 260, "week": 52, "weekend": 52, "fortnight": 26, "month": 12, "quarter": 4,
         "term": 3, "year": 1, "decade": 0.1}  # fmt: skip
EACH = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter",
        "yearly": "year", "annually": "year"}  # fmt: skip
COUNTS = {"once": 1, "one": 1, "a": 1, "an": 1, "every": 1, "each": 1, "twice": 2, "two": 2, "a couple of": 2,
          "three": 3, "a few": 2.5, "few": 2.5, "several": 3.5, "multiple": 3.5, "four": 4, "five": 5, "six": 6,
          "many": 8, "other": 2}  # fmt: skip
ABOUT = {"less than": 0.9, "fewer than": 0.9, "up to": 0.95, "more than": 1.15, "over": 1.15, "at least": 1.05,
         "or more": 1.05, "or more often": 1.05, "or less": 0.95, "or less often": 0.95}  # fmt: skip
_UNIT = r"(?P<unit>" + "|".join(UNITS) + r")s?"
_COUNT = r"(?P<count>\d+(?:\.\d+)?|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + r")"
_TO = r"(?:\s*(?:-|–|to|or)\s*(?P<high>\d+|twice|two|three|four|five|six))?\+?"
_AFTER = r"(?: or (?P<after>more|less)(?: often| frequently)?| but .*)?"
_LIMIT = r"(?P<limit>less than |fewer than |more than |over |at least |up to )?"
_BEFORE = r"(?:about |around |roughly |approximately )?" + _LIMIT
PER = re.compile(rf"{_BEFORE}{_COUNT}{_TO}(?: times?| days?)? (?:a|an|per|each|every|in a|in an) {_UNIT}{_AFTER}")
EVERY = re.compile(rf"{_BEFORE}(?:once )?every {_COUNT}{_TO} ?{_UNIT}{_AFTER}")
ALL = re.compile(rf"{_BEFORE}(?P<all>every|each|most|once every) {_UNIT}{_AFTER}")
SIMPLY = re.compile(rf"{_BEFORE}(?P<each>{'|'.join(EACH)}){_AFTER}")
SINCE = re.compile(rf"(?:with)?in the (?:last|past|previous) (?:(?P<count>\d+|two|three|six|few|couple of) )?{_UNIT}")
BETWEEN = re.compile(r"between (.+?) and (.+)")
AGO = re.compile(rf"(?P<limit>less than |more than |over )?{_COUNT}{_TO} {_UNIT} ago")


def times_a_year(text: str) -> float | None:
    """How often a year a folded label says; None where it says nothing of how often."""
    for pattern, rate in ((PER, _per), (EVERY, _every), (ALL, _all), (SIMPLY, _simply), (SINCE, _since)):
        if found := pattern.fullmatch(text):
            return rate(found) * _limits(found)
    if found := BETWEEN.fullmatch(text):
        ends = [times_a_year(found[1]), times_a_year(found[2])]
        return None if None in ends else math.sqrt(math.prod(ends))
    if found := AGO.fullmatch(text):
        return _every(found) / _limits(found)
    return None


def on_a_scale(times: float) -> float:
    """Times a year between "never" (-4) and "always" (4): every day 3, every month 0, every year -2."""
    return 2 * math.log10(times) - 2 if times > 0 else -4.0


def _number(text: str | None) -> float:
    return 1.0 if text is None else COUNTS[text] if text in COUNTS else 2.0 if text == "couple of" else float(text)


def _counted(found: re.Match) -> float:
    low = _number(found["count"])
    return low if found["high"] is None else (low + _number(found["high"])) / 2


def _per(found: re.Match) -> float:
    return _counted(found) * UNITS[found["unit"]]


def _every(found: re.Match) -> float:
    return UNITS[found["unit"]] / (_counted(found) or 1)


def _all(found: re.Match) -> float:
    return UNITS[found["unit"]] * (0.75 if found["all"] == "most" else 1)


def _simply(found: re.Match) -> float:
    return UNITS[EACH[found["each"]]]


def _since(found: re.Match) -> float:
    return UNITS[found["unit"]] / (_number(found["count"]) or 1)


def _limits(found: re.Match) -> float:
    said = found.groupdict()
    before = ABOUT.get((said.get("limit") or "").strip(), 1)
    return before * ABOUT.get(f"or {said.get('after')}", 1)
