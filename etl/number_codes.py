"""Answers that are bare numbers, in files without labels: points of a scale, codes, or quantities."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl.convert import as_text, fold
from etl.platforms.types import Question

MOST_LABELS = 25
ANSWER_CODE = re.compile(r"([a-z]{1,2})0*(\d{1,3})", re.I)
HIGHEST_POINT = 11  # of a scale
TAKEN = "taken for no answer"
QUANTITY = re.compile(r"\b(?:age|aged|old|years?|height|weight|hours?|minutes?|number|how many|times|days)\b", re.I)
DIFFERENT = 8  # numbers in a column of quantities
OTHER_CODE = "-oth-"  # LimeSurvey's, for an answer that is none of the list's


def is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?", text) is not None


def of_numbers(plain: Question, said: Counter) -> Question:
    """A question answered in bare numbers: a scale, codes of a list, or quantities such as ages."""
    values = sorted({float(text) for text in said})
    apart = codes_apart(values)
    kept = [value for value in values if value not in apart]
    whole = all(value.is_integer() for value in values)
    if not whole or len(kept) > MOST_LABELS or (kept and max(kept) > 100):
        return replace(plain, kind="number", reason=f"{len(values):,} different numbers", confidence=0.8)
    codes = {as_text(value): value for value in kept}
    marked = {as_text(value): ("missing", f"{TAKEN}: it stands far off the other codes") for value in apart}
    if QUANTITY.search(plain.item or plain.text) and len(kept) >= DIFFERENT and max(kept) > HIGHEST_POINT:
        return replace(plain, kind="number", apart=marked, reason=f"{len(kept)} different numbers", confidence=0.8)
    kind = "scale" if 1 < len(kept) <= 11 and max(kept) <= 11 else "single"
    if kept and max(kept) > 20 and not apart and not _are_codes(kept):
        return replace(
            plain, kind="number", reason=f"{len(kept)} different numbers up to {max(kept):g}", confidence=0.7
        )
    listed = ", ".join(as_text(value) for value in sorted(apart))
    reason = f"codes without labels; {listed} taken for no answer" if apart else "codes without labels"
    return replace(plain, kind=kind, codes=codes, apart=marked, reason=reason, confidence=0.6 if apart else 0.7)


def of_answer_codes(plain: Question, said: Counter) -> Question | None:
    """A question answered in codes such as A1 to A5, of which the file has no labels; None where it isn't.

    The codes stay the answers. Rows of a grid are put in the order of the codes' numbers, with low confidence;
    a single question may be a list, and gets no order.
    """
    found = {text: match for text in said if text != OTHER_CODE and (match := ANSWER_CODE.fullmatch(text))}
    if len(found) + (OTHER_CODE in said) < len(said) or len({match[1] for match in found.values()}) != 1:
        return None
    plain = replace(plain, coded=True, confidence=0.4)
    if not plain.item or len(found) < 2:
        return replace(plain, kind="single", reason="answer codes without labels")
    codes = {fold(text): float(match[2]) for text, match in found.items()}
    reason = "answer codes without labels, in the order of their numbers"
    return replace(plain, kind="scale", codes=codes, reason=reason)


def _are_codes(values: Sequence[float]) -> bool:
    """Codes of a list stand close together; ages, hours and sums of money are scattered."""
    return max(values) - min(values) + 1 <= 2 * len(values)


def _run(points: Sequence[float]) -> bool:
    """Three to five points one after the other, from 1 or 0."""
    return (
        3 <= len(points) <= 5 and min(points) <= 1 and max(points) - min(points) == len(points) - 1 and max(points) <= 5
    )


def _balanced(values: Sequence[float]) -> bool:
    """Every point from -2 to 2, or further out alike on both sides: a scale that has its middle at 0."""
    end = max(values)
    return 2 <= end <= HIGHEST_POINT and sorted(values) == [float(point) for point in range(-int(end), int(end) + 1)]


def codes_apart(values: Sequence[float]) -> set[float]:
    """Codes that can't be points of the scale: 9 above 1 to 7 without an 8, 97 to 99 above two digits, -1 or -9.

    Only where a file has no labels at all; a guess, and said to be one. 9 on a scale that reaches 8 stays.
    """
    negative = {value for value in values if value in (-1, -2, -3, -8, -9, -99, -999, -77, -88)}
    rest = [value for value in values if value not in negative]
    if not rest or min(rest) < 0 or _balanced(values):
        return set()
    for high, top in (((999, 998, 997), 900), ((99, 98, 97, 96), 60), ((9, 8), 7)):
        apart = {value for value in rest if value in high}
        below = [value for value in rest if value not in apart]
        if not apart or not below:
            continue
        if high[0] not in apart and not (max(below) <= HIGHEST_POINT if high[0] > 9 else _run(below)):
            continue  # 97 or 8 by itself: only far above a short scale
        if high == (9, 8) and 8 in apart:
            apart, top = (apart, 6) if max(below) <= 5 else (set(), 0)
        if apart and max(below) <= top and max(below) < min(apart) - 1:
            return apart | negative
    return negative
