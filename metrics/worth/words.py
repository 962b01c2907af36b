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
    total, cases, name = worth.total, worth.steps[0].cases, _inside(name)
    what = f"{value_words(abs(cases.value), 'count')} {'fewer' if cases.value >= 0 else 'more'} {name} in {place}"
    if total.low > 0:
        said = f"{what} than expected are worth {pounds(total)} {KIND_WORDS[worth.kind]}"
    elif total.high < 0:
        said = f"{what} than expected cost {KIND_WORDS[worth.kind].removeprefix('to ')} money: {pounds(total)}"
    else:
        change = f"the change in {name} in {place}"
        said = f"It is not clear that {change} saved anything: {pounds(total)} {KIND_WORDS[worth.kind]}"
    return f"{said}{_cash(worth)}."


def _inside(name: str) -> str:
    """A name as it stands inside a sentence: emergency admissions, but A&E attendances."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


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
    span = f"{signs[0]} ({signs[1]} to {signs[2]})"
    if found.per_pound.low <= 0 <= found.per_pound.high:
        return f"It is not clear that the programme has brought anything for its cost: {span} for each £1 of it"
    return f"Each £1 of the programme’s cash cost so far has brought {span} of value to public bodies"


def payback_sentence(found: Return) -> str:
    """When value catches up with cost, if the effect goes on and fades as assumed; nothing where it was refused."""
    if found.refusal:
        return ""
    central, soonest, latest = found.payback
    never = f"does not pay back within {HORIZON} years of the last month counted"
    if soonest is None:
        return f"If the effect goes on as it is, the programme {never}."
    first = f"it {never}" if central is None else f"it pays back after {central:.1f} years"
    ends = f"{soonest:.1f} years to " + ("not at all in that time" if latest is None else f"{latest:.1f} years")
    often = f"in {found.share:.0%} of the simulated outcomes it pays back"
    return f"If the effect goes on as it is, {first} at its central figures (range: {ends}); {often}."


def pounds(span: Range) -> str:
    """A value with its range, two figures each: £1.2 million (£0.1 million to £4.0 million)."""
    value, low, high = (value_words(float(f"{end:.2g}"), "pounds") for end in (span.value, span.low, span.high))
    return f"{value} ({low} to {high})"
