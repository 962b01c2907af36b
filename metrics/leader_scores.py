"""From leaders' answers to one score a form, and the waves they belong to."""

from collections.abc import Callable, Collection, Mapping

import pandas as pd

from metrics.tables import numbers
from metrics.types import Period

WAVE = "window"  # the number of a wave, in order of time
LOWEST, HIGHEST = 1, 7  # of the mind-set items (etl/specs/surveys.py)


def wave_periods(answers: pd.DataFrame) -> pd.DataFrame:
    """`period` of each wave, in order of time: from its first form to its last."""
    spans = answers.groupby("wave")["asked_on"].agg(["min", "max"]).sort_values(["min", "max"])
    periods = [Period(first, last, "wave") for first, last in spans.itertuples(index=False)]
    return pd.DataFrame({"wave": spans.index, "period": pd.Series(periods, dtype=object)})


def with_waves(answers: pd.DataFrame) -> pd.DataFrame:
    """The rows with the number of their wave, over all raters."""
    numbers_of = {wave: number for number, wave in enumerate(wave_periods(answers)["wave"])}
    return answers.assign(**{WAVE: answers["wave"].map(numbers_of)})


def self_rated(answers: pd.DataFrame) -> pd.DataFrame:
    """What leaders say of themselves; waves are numbered over all raters."""
    return with_waves(answers).loc[lambda rows: rows["rater"].eq("self")].reset_index(drop=True)


def scores(rows: pd.DataFrame, items: tuple[str, ...], turned: Collection[str] = ()) -> pd.DataFrame:
    """One row a form (wave number, person, rater): `score`, the mean of its items as 0 to 100.

    `turned` are the items that the framework declares to be worded the other way round. A form
    that answers fewer than half of the items has no score (domain notes §2.4).
    """
    asked = rows[rows["item"].isin(items)]
    asked = turn(asked.assign(value=numbers(asked["value"])), turned).dropna(subset=["value"])
    asked["rater_code"] = asked["rater_code"].fillna("")
    forms = asked.groupby([WAVE, "person", "rater_code"], as_index=False).agg(
        mean=("value", "mean"),
        answered=("item", "nunique"),
        sector=("sector", "first"),
        role=("role", "first"),
    )
    forms = forms[forms["answered"] >= len(items) / 2]
    return forms.assign(score=100 * (forms["mean"] - LOWEST) / (HIGHEST - LOWEST)).reset_index(drop=True)


def turn(rows: pd.DataFrame, turned: Collection[str]) -> pd.DataFrame:
    """The rows with the values of turned items counted from the other end, so that more is always better."""
    other = LOWEST + HIGHEST - rows["value"]
    return rows.assign(value=rows["value"].mask(rows["item"].isin(list(turned)), other))


def by_wave(
    people: pd.DataFrame, dims: Mapping[str, str], figure: Callable[[pd.DataFrame], dict]
) -> list[dict]:
    """`figure(group)` for everyone and each group of every wave."""
    found = []
    for dim, column in {"": WAVE, **dims}.items():
        for key, group in people.groupby([WAVE, column] if dim else [WAVE], sort=True):
            value = key[1] if dim else ""
            found.append({**figure(group), WAVE: key[0], "group_dim": dim, "group_value": value})
    return found
