"""What a heading says of the numbers below it: "Rate us (1 = poor, 5 = excellent)", "1=Yes 2=No 9=DK"."""

import re
from collections import Counter

PAIR = re.compile(
    r"(?<![\w.])(-?\d{1,2})\s*(?:=|:|–|-|is|being)\s*(?=[A-Za-z'\"“‘])([^,;/|=()\d]{2,60}?)(?=\s*(?:$|[,;/|()\d]|\band\b))"
)
# "approve (1), stay neutral (0), or disapprove(-1)", "between 0 (like least) and 5 (like most)"
BEHIND = re.compile(r"((?:[^\W\d][\w'’-]*[ ]){0,4}[^\W\d][\w'’-]*)\s?\((-?\d{1,2})\)")
BEFORE = re.compile(r"(?<![\w.])(-?\d{1,2})\s?\(([^\W\d][^()\d]{2,40})\)")
LED_IN = re.compile(r"^(?:please|or|and|to|either|with|from) ", re.I)
NUMBER = re.compile(r"-?\d{1,2}(?:\.0)?")


def labels_in_heading(heading: str, said: Counter) -> dict[str, str]:
    """Code -> label of two codes or more, in rising order; {} where the answers aren't such numbers."""
    numbers = [text for text in said if NUMBER.fullmatch(text)]
    if not said or len(numbers) * 2 < len(said):
        return {}
    found = [(code, label.strip(" .'\"“”‘’")) for code, label in PAIR.findall(heading)]
    if len(found) < 2:
        found = _in_brackets(heading, {int(float(text)) for text in numbers})
    codes = [int(code) for code, _ in found]
    told = len(codes) > 1 and len(set(codes)) == len(codes) and (codes == sorted(codes) or codes == sorted(codes)[::-1])
    return dict(found) if told else {}


def _in_brackets(heading: str, said: set[int]) -> list[tuple[str, str]]:
    """Codes with the labels in brackets behind them, between which all answers lie, or the other way round, where
    every answer is one of them: other numbers in brackets are footnotes."""
    before = BEFORE.findall(heading)
    if len(before) > 1 and min(ends := [int(code) for code, _ in before]) <= min(said) and max(said) <= max(ends):
        return before
    behind = [(code, LED_IN.sub("", label)) for label, code in BEHIND.findall(heading)]
    return behind if said <= {int(code) for code, _ in behind} else []
