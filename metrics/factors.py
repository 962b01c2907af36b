"""Collaboration factors at strength: how many of the factors score high enough, and each one's mean."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.bounds import mean_t
from metrics.context import Context
from metrics.leader_scores import WAVE, self_rated, wave_periods
from metrics.tables import estimates, frame, numbers
from metrics.types import Definition, Estimate

RESAMPLES = 2000
SEED = 20240401  # fixed, so that a publication can be made again to the digit


def factors_at_strength(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Factors whose mean over leaders is at the threshold or above, by wave.

    Statistic "level": the count, of `denominator` factors asked, with a percentile interval from
    resampling leaders (all their answers together, fixed seed), because factors of one leader are
    alike. Statistic "mean" (group dimension "factor"): each factor's mean, 1 to 5, t interval. A factor
    nobody answered is not counted.
    """
    answers = frame(frames, "leader_answers")
    if answers is None:
        return []
    names = [name for name in definition.params["factors"] if (answers["item"] == name).any()]
    rows = self_rated(answers)
    rows = rows[rows["item"].isin(names)]
    rows = rows.assign(value=numbers(rows["value"]), factor=rows["item"])
    figures, means = [], []
    for wave, forms in rows.groupby(WAVE):
        table = forms.pivot_table(index="person", columns="item", values="value", aggfunc="mean")
        figures.append({WAVE: wave, **at_strength(table, float(definition.params["threshold"]))})
        means += [{WAVE: wave, "factor": name, **_mean(table[name].dropna())} for name in table]
    if not figures:
        return []
    shared = {"spans": wave_periods(answers), "source": "leader_survey"}
    return estimates(
        definition,
        context,
        pd.DataFrame(figures),
        rows,
        [WAVE],
        statistic="level",
        method="count, 95% interval by resampling leaders",
        **shared,
    ) + estimates(
        definition,
        context,
        pd.DataFrame(means),
        rows,
        [WAVE, "factor"],
        statistic="mean",
        group_dim="factor",
        method="mean, 95% t interval",
        **shared,
    )


def at_strength(table: pd.DataFrame, threshold: float) -> dict[str, float]:
    """Count of columns with mean ≥ threshold, and its interval from resampled rows (people)."""
    values = table.to_numpy(dtype=float)
    answered = ~np.isnan(values)
    known = np.where(answered, values, 0.0)
    people = len(values)
    draws = np.random.default_rng(SEED).multinomial(people, np.full(people, 1 / people), size=RESAMPLES)
    with np.errstate(invalid="ignore"):
        counts = (draws @ known / (draws @ answered) >= threshold - 1e-9).sum(axis=1)
    value = int((known.sum(axis=0) / answered.sum(axis=0) >= threshold - 1e-9).sum())
    low, high = np.quantile(counts, [0.025, 0.975], method="closest_observation")
    return {
        "value": value,
        "low": min(low, value),
        "high": max(high, value),
        "numerator": value,
        "denominator": values.shape[1],
        "base": people,
    }


def _mean(values: pd.Series) -> dict[str, object]:
    mean, low, high = mean_t(values)
    return {"value": mean, "low": low, "high": high, "base": len(values), "group_value": values.name}


FORMULAS = {"factors_at_strength": factors_at_strength}
