"""What the programme cost against what came back: return per pound, what is left, and when it has paid back."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from metrics.designs.types import Range
from metrics.worth.cases import FADES
from metrics.worth.draws import between, summary, uniforms
from metrics.worth.together import Total
from metrics.worth.types import Factor, Terms

HORIZON = 10  # years from the last month counted; further on nobody should look


@dataclass(frozen=True, slots=True)
class Return:
    """Cost so far, value per pound of it, value less cost, and years from the start until it has paid back.

    Costs and value in the same prices and discounted alike. `payback` ends are None where it does not pay back
    within the horizon; `share` is the part of the draws that do. With `refusal` there are no figures.
    """

    cost: float | None = None
    per_pound: Range | None = None
    net: Range | None = None
    payback: tuple[float | None, float | None, float | None] | None = None  # central, soonest, latest
    share: float | None = None
    why: str = ""
    refusal: str = ""


def returned(total: Total, costs: Mapping[int, float], years: float, first_year: int, terms: Terms) -> Return:
    """Set a value against the programme's cash costs by programme year, in the pounds of their day.

    `years` is how long the programme has run until the last month counted, `first_year` the calendar year it
    started in. From then on the effect is carried forward, fading by the drop-off, and the costs go on as before.
    Costs of years that the deflator does not reach are taken as they are, which makes them a little too large.
    """
    if total.refusal:
        return Return(refusal=total.refusal)
    if not costs or sum(costs.values()) <= 0:
        return Return(refusal="The programme's cash costs are missing.")
    fading = terms.factor(next(iter(FADES)), "")
    if fading is None:
        return Return(refusal="Nobody has set how fast the effect fades.")
    real = {number: amount * _to_base(first_year + number, terms) for number, amount in costs.items()}
    cost = sum(amount / (1 + terms.discount) ** number for number, amount in real.items())
    at = _paid_after(total, cost, sum(real.values()) / years, years, fading, terms)
    ends = [float(at[0]), *(float(each) for each in np.quantile(at[1:], (0.025, 0.975), method="nearest"))]
    ends = [ends[0], min(ends[0], ends[1]), max(ends[0], ends[2])]
    return Return(
        cost, summary(total.present / cost), summary(total.present - cost),
        tuple(None if np.isinf(end) else end for end in ends), float(np.isfinite(at[1:]).mean()),
        f"From the last month counted on, the effect is carried forward, {100 * fading.central:g}% "
        f"({100 * fading.low:g}% to {100 * fading.high:g}%) less each year, and the costs go on as before. "
        f"Costs of years after {terms.base_year} are in the pounds of their day.",
    )  # fmt: skip


def _to_base(year: int, terms: Terms) -> float:
    return terms.deflator[terms.base_year] / terms.deflator[year] if year in terms.deflator else 1.0


def _paid_after(
    total: Total, cost: float, yearly_cost: float, years: float, fading: Factor, terms: Terms
) -> np.ndarray:
    """Years from the start after which value has caught up with cost, draw by draw; infinite beyond the horizon."""
    fade = between(fading.low, fading.central, fading.high, uniforms(terms.seed, fading.name, terms.draws))
    net = total.present - cost
    after = np.where(net >= 0, years, np.inf)
    for step in range(1, HORIZON + 1):
        factor = (1 + terms.discount) ** -(years + step - 1)
        gain = (total.annual * (1 - fade) ** step - yearly_cost) * factor
        reached = np.isinf(after) & (net + gain >= 0) & (gain > 0)
        part = np.divide(-net, gain, out=np.zeros_like(net), where=reached)
        after = np.where(reached, years + step - 1 + part, after)
        net = net + gain
    return after
