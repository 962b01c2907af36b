"""A row at the foot of a header that names nothing: units such as "(minutes)" or "%", or the columns counted."""

import re
from collections import Counter
from collections.abc import Sequence

UNITS = re.compile(
    r"\(?\s*(?:units?\s*:\s*)?(numbers?|no\.?|count|%|per ?cent(?:age)?|£(?:\s?(?:m|k|bn|000s?|millions?|thousands?))?|"
    r"minutes|mins?|seconds|secs?|hours|days|weeks|thousands?|000s|'000s?|millions?|rates?|raw(?: values?)?|fte|wte|"
    r"years|per (?:1,?000|10,?000|100,?000)(?: .{3,40})?|rate per .{3,40})\s*\)?",
    re.I,
)
COUNTED = re.compile(r"(\d{1,3})(?:\s*\(?\s*=?\s*[\d\s+–/x*-]+)?")  # 3, or "3 (= 1+2": brackets are off
Headers = list[list[str]]


def without_units(headers: Headers, figures: Sequence[int]) -> tuple[Headers, list[dict[str, str | bool]]]:
    """The headers without their last rows where these hold nothing but units or count the columns 1, 2, 3,
    and {unit, percent} of each column.

    Where columns would then share a name, as a number and its rate do, the row stays a part of the names.
    """
    units: list[dict[str, str | bool]] = [{} for _ in headers]
    while headers and len(headers[0]) > 1 and (_all_units(headers, figures) or _all_counted(headers, figures)):
        shorter = [parts[:-1] for parts in headers]
        if max(Counter(tuple(shorter[at]) for at in figures if at < len(headers)).values()) > 1:
            break
        for at in figures:
            if at < len(headers) and (said := UNITS.fullmatch(headers[at][-1].strip())):
                share = re.match(r"%|per ?cent", said[1], re.I)
                units[at] = {"percent": True} if share else {"unit": said[1], **units[at]}
        headers = [
            part if at in figures else whole for at, (part, whole) in enumerate(zip(shorter, headers, strict=True))
        ]
        headers = [parts if at in figures else _same_height(parts) for at, parts in enumerate(headers)]
    return headers, units


def _all_counted(headers: Headers, figures: Sequence[int]) -> bool:
    """Whether the last row counts every column of figures, in brackets or not."""
    last = [headers[at][-1].strip(" ().") for at in figures if at < len(headers)]
    counted = [found[1] for text in last if (found := COUNTED.fullmatch(text))]
    return len(last) >= 3 and len(counted) == len(last) and all(
        int(text) == int(counted[0]) + place for place, text in enumerate(counted)
    )


def _same_height(parts: list[str]) -> list[str]:
    """A label's own heading keeps its words where one of the rows it spanned goes."""
    return [*parts[:-2], parts[-2] or parts[-1]]


def _all_units(headers: Headers, figures: Sequence[int]) -> bool:
    last = [headers[at][-1].strip() for at in figures if at < len(headers)]
    return (
        any(last) and all(not text or UNITS.fullmatch(text) for text in last) and sum(map(bool, last)) * 2 > len(last)
    )
