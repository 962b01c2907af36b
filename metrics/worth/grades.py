"""How sure the inputs are, as one confidence grade: the worst of them all."""

import datetime as dt
from collections.abc import Sequence

from metrics.worth.types import Grade, Terms, UnitCost


def worst_grade(maryland: int, prices: Sequence[UnitCost], terms: Terms) -> Grade:
    """The grade of the least sure input: how the effect was found, and the quality and age of each unit cost.

    An input that earns no listed grade gets the worst there is.
    """
    ordered = sorted(terms.grades, key=lambda each: each.grade)
    earned = [next((each for each in ordered if each.maryland is not None and each.maryland <= maryland), ordered[-1])]
    for price in prices:
        earned.append(next((each for each in ordered if each.quality == price.quality), ordered[-1]))
        earned.append(_of_age(price.price_year, ordered, terms.as_at))
    return max(earned, key=lambda each: each.grade)


def _of_age(year: int, ordered: Sequence[Grade], as_at: dt.date) -> Grade:
    age = as_at.year - year
    return next((each for each in ordered if each.years_old is not None and age <= each.years_old), ordered[-1])
