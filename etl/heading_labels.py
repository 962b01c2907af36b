"""What a heading says of the numbers below it: "Rate us (1 = poor, 5 = excellent)", "1=Yes 2=No 9=DK"."""

import re
from collections import Counter

PAIR = re.compile(
    r"(?<![\w.])(-?\d{1,2})\s*(?:=|:|–|-|is|being)\s*(?=[A-Za-z'\"“‘])([^,;/|=()\d]{2,60}?)(?=\s*(?:$|[,;/|()\d]|\band\b))"
)
NUMBER = re.compile(r"-?\d{1,2}(?:\.0)?")


def labels_in_heading(heading: str, said: Counter) -> dict[str, str]:
    """Code -> label of two codes or more, in rising order; {} where the answers aren't such numbers."""
    numbers = [text for text in said if NUMBER.fullmatch(text)]
    if not said or len(numbers) * 2 < len(said):
        return {}
    found = [(code, label.strip(" .'\"“”‘’")) for code, label in PAIR.findall(heading)]
    codes = [int(code) for code, _ in found]
    told = len(codes) > 1 and len(set(codes)) == len(codes) and (codes == sorted(codes) or codes == sorted(codes)[::-1])
    return dict(found) if told else {}
