"""How sure can the next survey be? What it could detect, the size the target needs, and how well people answered."""

from collections.abc import Sequence
from html import escape

from charts import words
from charts.series import known, latest
from data.framework.indicators import Indicator
from metrics.types import Estimate
from pages.parts.tables import Table, scrolling
from pages.parts.view import View

TITLE, RELIABLE = "How sure can the next survey be?", "How reliable is it?"
COMPLETE = {"citizen_survey": "people who answered every question"}
WHO = {"citizen_survey": "interviews", "leader_survey": "matched leaders"}
MEANING = (
    "“Finds” means: in four surveys of five a true change of this size would be told from chance (80% power, two-sided "
    "5% test), if the next wave is sampled and weighted like this one and the two waves are independent."
)


def precision_card(view: View, id: str) -> str | None:
    """A card as HTML from the newest wave's published figures; None where nothing is published of the kind."""
    indicator = view.framework.indicator(id)
    changes = [each for each in view.estimates(id) if each.statistic == "detectable_change"]
    at_hand = latest(each for each in changes if not each.scenario)
    quality = _quality(view, indicator)
    if at_hand is None and not quality:
        return None
    parts = [f"<h2>{RELIABLE if at_hand is None else TITLE}</h2>"]
    if at_hand is not None:
        said = f"{_finds(indicator, at_hand)} {_needed(view, indicator, at_hand)}"
        parts.append(f"<p>{escape(said)}</p>")
        parts.append(_sizes(indicator, [e for e in changes if e.scenario and e.period == at_hand.period]))
    parts += [f"<p>{escape(said)}</p>" for said in quality]
    parts.append(_items(view, indicator))
    if at_hand is not None:
        parts.append(f"<p class='ec-foot'>{escape(MEANING)}{_pill(at_hand)}</p>")
    return f'<section class="ec ec-card"><div class="ec-steps">{"".join(parts)}</div></section>'


def _pill(estimate: Estimate) -> str:
    return " <span class='ec-pill'>Illustrative data</span>" if estimate.illustrative else ""


def _finds(indicator: Indicator, at_hand: Estimate) -> str:
    size, way = _points(at_hand.value), {"up": "rise", "down": "fall"}.get(indicator.direction, "change")
    who, n = WHO.get(indicator.dataset, "answers"), words.number(at_hand.base, 0)
    return (
        f"A next wave like that of {words.period(at_hand.period)}, with {n} {who}, finds a {way} of {size} or more "
        "since then. A smaller one would most likely look like chance."
    )


def _needed(view: View, indicator: Indicator, at_hand: Estimate) -> str:
    """The size the target needs, or why no size does; nothing without a target."""
    found = [each for each in view.of(indicator.id, "n_for_target") if each.period == at_hand.period]
    if not found:
        return ""
    needed = found[0]
    if needed.value is None:
        return f"The target: {needed.reason[0].lower()}{needed.reason[1:]}"
    who, n = WHO.get(indicator.dataset, "answers"), words.number(needed.value, 0)
    aim = _points(abs(indicator.target.value))
    against = {
        "change": f"change of {aim}", "difference": f"difference of {aim} from the comparator",
    }.get(indicator.target.kind, f"level of {words.figure(indicator.target.value, indicator.unit)}")  # fmt: skip
    return f"To find the target, a {against}, it needs {n} {who}."


def _sizes(indicator: Indicator, changes: Sequence[Estimate]) -> str:
    if not changes:
        return ""
    rows = tuple(
        (words.number(_size(each), 0), "–" if each.value is None else words.number(each.base_effective, 0),
         each.reason if each.value is None else _points(each.value))
        for each in sorted(changes, key=_size)
    )  # fmt: skip
    header = ("Interviews in the next wave", "Effective base", "Smallest change it finds")
    return scrolling(Table("By size of the next wave, at this wave’s design effect", header, rows), whole=True)


def _size(change: Estimate) -> float:
    """The interviews of the next wave that a change is said for; one that can't be found has no base."""
    return float(change.scenario.removeprefix("n"))


def _quality(view: View, indicator: Indicator) -> list[str]:
    """Design effect, blanks and reliability of the newest wave that has them, a sentence each."""
    effect, blank, alpha = (
        latest(each for each in view.of(indicator.id, name) if not each.group_dim)
        for name in ("design_effect", "item_nonresponse", "alpha")
    )
    said = []
    if effect is not None:
        said.append(
            f"Sampling and weighting cost precision: {words.number(effect.base, 0)} answers are worth "
            f"{words.number(effect.base_effective, 0)} (design effect {words.number(effect.value, 2)})."
        )
    if blank is not None:
        of = "interviews" if indicator.dataset == "citizen_survey" else "items"
        said.append(
            f"Item non-response: {words.figure(blank.value, 'percent')} of {words.number(blank.denominator, 0)} {of} "
            f"in {words.period(blank.period)} ({blank.method.partition(',')[0] if of == 'items' else blank.method})."
        )
    if alpha is not None:
        said.append(
            f"Reliability: Cronbach’s alpha {words.number(alpha.value, 2)} (95% interval "
            f"{words.number(alpha.low, 2)} to {words.number(alpha.high, 2)}) from {words.number(alpha.base, 0)} "
            f"{COMPLETE.get(indicator.dataset, 'complete forms')} in {words.period(alpha.period)}. "
            "0.7 or more is usually called enough to compare groups."
        )
    return said


def _items(view: View, indicator: Indicator) -> str:
    """Each item's correlation with the others, wave by wave."""
    totals = known(view.of(indicator.id, "item_total"))
    if not totals:
        return ""
    periods = sorted({each.period for each in totals})
    by = {(each.group_value, each.period): round(each.value, 2) for each in totals}
    names = {item.id: item.name for item in view.framework.items}
    names |= {each.id: view.question_name(each.id) for each in view.framework.questions}
    rows = tuple(
        (names.get(item, item), *(by.get((item, period), "") for period in periods))
        for item in dict.fromkeys(each.group_value for each in totals)
    )
    header = ("Item", *(words.period(period) for period in periods))
    return scrolling(Table("Each item’s correlation with the sum of the others", header, rows), whole=True)


def _points(value: float) -> str:
    return f"{words.number(value, 1)} {'point' if round(value, 1) == 1 else 'points'}"
