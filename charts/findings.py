"""What a figure of groups or answers says, in sentences: finding, size, uncertainty, caution."""

from collections.abc import Sequence

from charts import words
from charts.intervals import Row, excludes
from charts.likert import Answer, Wave
from charts.sentence import interval
from metrics.types import Estimate

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def listed(names: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int) -> str:
    """Up to twelve in a word."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def apart(rows: Sequence[Row], whole: Estimate, unit: str, place: str, kind: str) -> str:
    """Which rows lie apart from the whole. `kind` is one of them in a word: district, group."""
    level = f"the {place} figure of {words.figure(whole.value, unit)}"
    marked = [row for row in rows if row.apart and row.estimate.value is not None]
    above = [row.name for row in marked if row.estimate.value > whole.value]
    below = [row.name for row in marked if row.estimate.value < whole.value]
    if not marked:
        return f"No {kind} can be told apart from {level}"
    verb = "lies" if len(above or below) == 1 else "lie"
    first = f"{listed(above)} {verb} above {level}" if above else f"{listed(below)} {verb} below {level}"
    return f"{first}; {listed(below)} {'lies' if len(below) == 1 else 'lie'} below it" if above and below else first


def widest(rows: Sequence[Row], unit: str) -> str:
    """How uncertain the figures are, by the least certain of them."""
    known = [row for row in rows if row.estimate.low is not None and row.estimate.high is not None]
    if not known:
        return ""
    row = max(known, key=lambda each: each.estimate.high - each.estimate.low)
    value = words.figure(row.estimate.value, unit)
    return f"The widest interval is that of {row.name}: {value}, {interval(row.estimate, unit)}."


def low_bases(rows: Sequence[Row], low: float) -> str:
    """Which figures rest on few people: by name where they are few themselves."""
    few = [row.name for row in rows if row.estimate.base is not None and row.estimate.base < low]
    if not few:
        return ""
    whom = listed(few) if len(few) <= 3 else f"{counted(len(few))} of {counted(len(rows))}"
    return f"Fewer than {low:.0f} people answered in {whom}: read with caution."


def answers(wave: Wave, scale: Sequence[Answer]) -> str:
    """The most common answer of a wave, and its two ends."""
    known = [answer for answer in scale if wave.share(answer)]
    if not known:
        return f"No answers can be shown for {wave.name}"
    most = max(known, key=wave.share)
    estimate = wave.shares[most.code]
    spread = interval(estimate, "percent")
    offered = [answer for answer in scale if answer.role != "excluded"]
    ends = [each for each in (offered[0], offered[-1]) if each.code != most.code]
    tail = [f"{words.figure(wave.share(each), 'percent')} “{_lower(each.label)}”" for each in ends]
    first = f"“{most.label}” is the most common answer: {words.figure(estimate.value, 'percent')} ({spread})"
    return f"{first}; {listed(tail)}" if tail else first


def gaps(rows: Sequence[Row], subject: str) -> str:
    """How many gaps are clear, and the largest of them, in points."""
    known = [row for row in rows if row.estimate.value is not None]
    clear = [row for row in known if excludes(row.estimate, 0.0)]
    if not known:
        return f"{subject}: no gap can be shown"
    if not clear:
        return f"{subject}: none of {counted(len(known))} gaps is clear"
    behind = [row for row in clear if row.estimate.value < 0]
    ahead = [row for row in clear if row.estimate.value > 0]
    whom = [f"behind on {counted(len(behind))}"] if behind else []
    whom += [f"ahead on {counted(len(ahead))}"] if ahead else []
    return f"{subject}: clearly {listed(whom)} of {counted(len(known))} comparisons"


def largest(rows: Sequence[Row]) -> str:
    """The gap furthest from 0 of those that are clear, with its interval; nothing where none is."""
    clear = [row for row in rows if row.estimate.value is not None and excludes(row.estimate, 0.0)]
    if not clear:
        return ""
    row = max(clear, key=lambda each: abs(each.estimate.value))
    size = words.difference(row.estimate.value, "points")
    spread = " to ".join(words.difference(each, "points") for each in (row.estimate.low, row.estimate.high))
    return f"Largest: {row.name}, {size} ({spread})."


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
