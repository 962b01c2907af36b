"""A column of a survey or a table as its answers show it, and what its heading and they say of it."""

import re
from collections import Counter
from dataclasses import dataclass

from etl.scales import scale_of
from etl.workbook import Raw

NAMED = re.compile(r"[a-z]{1,6}\d{1,5}(?:[a-z]|[_.]\w{1,12})*", re.I)
ASKED = re.compile(
    r"q(?:uestion)?[ _.]?\d{1,3}[a-z]?\b|(?:how|do|did|have|has|are|were|would|to what extent|thinking|overall)\b"
    r"|(?:satisf|trust|agree|safe|feel|rate|rating|importan|confiden|likely|belong)\w*"
    r"(?: (?:with|in|of|about|to|that)\b|:)",
    re.I,
)
SHARE_COLUMN = re.compile(r"pct|per ?cent(?:age)?|%|proportion|share|n|count|frequency|estimate|value", re.I)
NO_ANSWERS = (97, 98, 99, 997, 998, 999)
HIGHEST = 11  # of a scale in numbers


@dataclass(frozen=True, slots=True)
class Column:
    """`said` how often each answer was given, blanks and "NA" left out; `role` of a platform's own column."""

    name: str
    values: tuple[Raw, ...]
    said: Counter
    role: str

    @property
    def different(self) -> bool:
        there = [value for value in self.values if value is not None]
        return len(there) > 5 and len(set(there)) == len(there)


def asks(name: str) -> bool:
    return "?" in name or NAMED.fullmatch(name) is not None or len(name) > 40 or ASKED.match(name) is not None


def is_whole(text: str) -> bool:
    return text.removesuffix(".0").removeprefix("-").isdecimal()


def is_judgement(column: Column) -> bool:
    """Four points or more in words, such as from "Strongly agree" to "Strongly disagree"."""
    scale = scale_of(column.said)
    return scale is not None and scale.ordered and not scale.banded and len(set(scale.codes.values())) > 3


def is_number(text: str) -> bool:
    return text.replace(",", "").removeprefix("-").replace(".", "", 1).isdecimal()
