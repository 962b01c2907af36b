"""What a value comes to, in sentences a councillor understands."""

from metrics.designs.types import Range
from metrics.words import value_words
from metrics.worth.payback import HORIZON, Return
from metrics.worth.types import Worth

KIND_WORDS = {
    "fiscal": "to public bodies", "economic": "to the economy", "social": "to people’s wellbeing",
}  # fmt: skip


def worth_sentence(worth: Worth, name: str, place: str) -> str:
    """The finding: what the avoided cases are worth, how sure, and how much of it is cash; a refusal as it is."""
    if worth.refusal:
        return worth.refusal
    total, cases = worth.total, worth.steps[0].cases
    what = f"{value_words(abs(cases.value), 'count')} {'fewer' if cases.value >= 0 else 'more'} {name} in {place}"
    if total.low > 0:
        said = f"{what} than expected are worth {pounds(total)} {KIND_WORDS[worth.kind]}"
    elif total.high < 0:
        said = f"{what} than expected cost {KIND_WORDS[worth.kind].removeprefix('to ')} money: {pounds(total)}"
    else:
        said = f"It is not clear that {name} in {place} saved anything: {pounds(total)} {KIND_WORDS[worth.kind]}"
    return f"{said}{_cash(worth)}."


def _cash(worth: Worth) -> str:
    if worth.kind != "fiscal":
        return ""
    central = sum(share.cashable.value for share in worth.payers)
    return f"; {value_words(central, 'pounds')} of it is signed as cash" if central else "; none of it is cash yet"


def returned_sentence(found: Return) -> str:
    """Value for each pound of cost, and when it has paid back."""
    if found.refusal:
        return found.refusal
    per = [f"{end:.2f}".replace("-", "−") for end in (found.per_pound.value, found.per_pound.low, found.per_pound.high)]
    signs = [f"−£{each[1:]}" if each[0] == "−" else f"£{each}" for each in per]
    return (f"Each £1 of the programme’s cash cost so far has brought {signs[0]} of value to public bodies "
            f"({signs[1]} to {signs[2]}). {_payback(found)}")  # fmt: skip


def _payback(found: Return) -> str:
    central, soonest, latest = found.payback
    if soonest is None:
        return f"At this pace it does not pay back within {HORIZON} years of the last month counted."
    first = (f"At its central figures it does not pay back within {HORIZON} years of the last month counted"
             if central is None else f"At its central figures it pays back after {central:.1f} years")  # fmt: skip
    span = f"{soonest:.1f} years to " + (f"{latest:.1f} years" if latest is not None else "not at all in that time")
    return f"{first} (range: {span}); {found.share:.0%} of the draws pay back."


def pounds(span: Range) -> str:
    """A value with its range: £1.2 million (£0.1 million to £4 million)."""
    value, low, high = (value_words(end, "pounds") for end in (span.value, span.low, span.high))
    return f"{value} ({low} to {high})"
