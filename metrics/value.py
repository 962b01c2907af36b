"""What a change in demand is worth: avoided cases to pounds to cash, each step with its range.

Order and words: HM Treasury and New Economy, cost benefit analysis guidance for local partnerships (2014), and
the Green Book. One simulation carries all uncertainty; its central figures are the same sum done by hand.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from metrics.worth.cases import stages, without_factor
from metrics.worth.draws import between, uniforms
from metrics.worth.grades import worst_grade
from metrics.worth.ladder import Ladder
from metrics.worth.payers import shares
from metrics.worth.types import KINDS, Avoided, Terms, UnitCost, Worth


def value(avoided: Avoided, prices: Sequence[UnitCost], terms: Terms) -> dict[str, Worth]:
    """What the avoided cases are worth, by kind: fiscal, economic and social stand apart and are never added.

    `prices` are the unit costs of the service, one a payer and kind. A kind is refused, with the reason, without
    a unit cost (blank, not guessed), with two codes (a case would be counted twice), with a price year that the
    deflator does not reach, and where a factor of the chain was never set.
    """
    return {kind: _worth(avoided, kind, [price for price in prices if price.kind == kind], terms) for kind in KINDS}


def _worth(avoided: Avoided, kind: str, prices: Sequence[UnitCost], terms: Terms) -> Worth:
    if refusal := _refusal(avoided, kind, prices, terms):
        return Worth(avoided.service, kind, refusal=refusal)
    ladder, drawn = Ladder(), {price.payer: _drawn(price, terms) for price in prices}
    kept = stages(avoided, terms)
    for stage in kept:
        cases = stage.left.sum(axis=1)
        ladder.add(stage.id, stage.name, cases * sum(drawn.values()), stage.why, stage.applied, cases)
    real = _at_base_prices(drawn, prices, terms)
    yearly = _in_base_prices(ladder, kept[-1].left, real, prices, terms)
    grade, yearly = _with_caution(ladder, yearly, avoided, prices, terms)
    present = _discounted(ladder, yearly, avoided, terms)
    found = shares(avoided.service, present, real, terms.signed) if kind == "fiscal" else ()
    return Worth(avoided.service, kind, tuple(ladder.steps), found, grade, tuple(prices), avoided.areas,
                 present=present, annual=yearly.sum(axis=1) * 12 / avoided.months)


def _refusal(avoided: Avoided, kind: str, prices: Sequence[UnitCost], terms: Terms) -> str:
    if not prices:
        return f"There is no {kind} unit cost for this service: it is left blank, not guessed."
    codes = sorted({price.code for price in prices})
    if len(codes) > 1 or len({price.payer for price in prices}) < len(prices):
        return f"More than one {kind} unit cost prices this service ({', '.join(codes)}): a case would count twice."
    beyond = sorted({price.price_year for price in prices} - set(terms.deflator))
    if beyond:
        return f"The deflator has no figure for {beyond[0]}, the price year of unit cost {codes[0]}."
    unset = without_factor(avoided, terms)
    return f"Nobody has set {' and '.join(unset).replace('_', '-')} for this service." if unset else ""


def _drawn(price: UnitCost, terms: Terms) -> np.ndarray:
    """Draws of a unit cost in its own prices. An end the source leaves blank adds no range."""
    low, high = (price.central if end is None else end for end in (price.low, price.high))
    stream = f"unit cost {price.code} {price.payer} {price.kind}"
    return between(low, price.central, high, uniforms(terms.seed, stream, terms.draws))


def _at_base_prices(
    drawn: Mapping[str, np.ndarray], prices: Sequence[UnitCost], terms: Terms
) -> dict[str, np.ndarray]:
    base = terms.deflator[terms.base_year]
    return {price.payer: drawn[price.payer] * base / terms.deflator[price.price_year] for price in prices}


def _in_base_prices(ladder: Ladder, cases: np.ndarray, real: Mapping, prices, terms: Terms) -> np.ndarray:
    """Pounds by year in the prices of the deflator's last year."""
    yearly = cases * sum(real.values())[:, None]
    years = sorted({price.price_year for price in prices})
    told = " and ".join(map(str, years))
    ladder.add("inflation", f"Into prices of {terms.base_year}", yearly.sum(axis=1),
               f"The unit cost is in prices of {told}; the GDP deflator puts it into prices of {terms.base_year}.",
               years != [terms.base_year])
    return yearly


def _with_caution(ladder: Ladder, yearly: np.ndarray, avoided: Avoided, prices, terms: Terms):
    """The correction for optimism bias by the worst confidence grade. It makes gains smaller, never losses."""
    grade = worst_grade(avoided.maryland, prices, terms)
    gain = yearly.sum(axis=1) > 0
    corrected = yearly * np.where(gain, 1 - grade.benefits, 1)[:, None]
    ladder.add("optimism_bias", "Caution where evidence is weak", corrected.sum(axis=1),
               f"Optimism bias: confidence grade {grade.grade} of {len(terms.grades)}, the worst of all inputs, takes "
               f"{grade.benefits:.0%} off a gain. A loss is not made smaller.", grade.benefits > 0)
    return grade.grade, corrected


def _discounted(ladder: Ladder, yearly: np.ndarray, avoided: Avoided, terms: Terms) -> np.ndarray:
    years = np.array([year.number for year in avoided.years])
    present = (yearly * (1 + terms.discount) ** -years.astype(float)).sum(axis=1)
    ladder.add("discounting", "Later pounds count less", present,
               f"Discounted by {terms.discount:.1%} a year; the programme’s first year is not discounted.",
               bool(years.any()))
    return present
