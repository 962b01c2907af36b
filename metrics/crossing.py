"""Any question by any two groups, live, from one GROUP BY: the evaluator's table, with small numbers withheld."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.disclosure_rules import Rules
from metrics.disclosure_table import withheld_table
from metrics.estimation.association import Association, rao_scott
from metrics.estimation.design import Design
from metrics.estimation.grouped import grouped, sums_from
from metrics.estimation.levels import means
from metrics.estimation.scoring import MEAN, NET, SHARE, Question
from metrics.estimation.sums import Cells
from metrics.estimation.variance import degrees_of_freedom
from metrics.survey import table_of

ALL, NOBODY = "", "\x00"  # every group together; those who have no value of a group
ITEM = "answer"
SMALL = "Withheld: fewer people than may be shown, or it would give such a cell away."
FIGURES = ["estimate", "low", "high", "n", "n_eff", "deff"]


@dataclass(frozen=True)
class Asked:
    """What is asked: share and net of `positive` codes (net: minus `negative`), or the mean of `scores`.

    Codes outside `valid` are not of the base. Scores run from 0 to 100.
    """

    statistic: str  # share, net, mean
    valid: frozenset[int]
    positive: frozenset[int]
    negative: frozenset[int] = frozenset()
    scores: Mapping[int, float] | None = None

    def value(self, code: int) -> float:
        if self.statistic == MEAN:
            return (self.scores or {})[code]
        return float(code in self.positive) - (float(code in self.negative) if self.statistic == NET else 0.0)

    @property
    def question(self) -> Question:
        codes, against = tuple(sorted(self.positive)), tuple(sorted(self.negative))
        if self.statistic == NET:
            return Question(ITEM, NET, codes, against)
        return Question(ITEM, MEAN, limits=(0.0, 100.0)) if self.statistic == MEAN else Question(ITEM, SHARE, codes)


def cross(sums: pd.DataFrame, asked: Asked, rules: Rules) -> pd.DataFrame:
    """One row for each pair of groups and each total: first, second, FIGURES and reason.

    `sums` are the rows of data.reads.crossed_sums. ALL stands for a total; without a second group every
    row's second is ALL. Shares and nets are in per cent and points, means in points of 100. A cell that
    breaks the display thresholds, or would give another away, has a reason and no figure, base included.
    People without a value of a group are in no row, but their sampling points stay in the design.
    """
    table = _laid_out(sums, asked)
    design, cells, laid = grouped(table, ["first", "second"], "stratum", "psu")
    levels = means(sums_from(cells, laid, ITEM), design)
    # against a simple random sample with replacement: weights that add up to the people asked tell no more
    found = table_of(levels, asked.question).assign(deff=levels.deff_replace)
    found = found[(found["first"] != NOBODY) & (found["second"] != NOBODY)].reset_index(drop=True)
    scale = 1.0 if asked.statistic == MEAN else 100.0
    found[["estimate", "low", "high"]] *= scale
    hidden = _hidden(sums, asked, rules)
    small = np.array([hidden(*pair) for pair in zip(found["first"], found["second"], strict=True)], dtype=bool)
    found.loc[small, FIGURES] = np.nan
    found.loc[small, "reason"] = SMALL
    found.loc[found["reason"] != "", FIGURES] = np.nan
    return found[["first", "second", *FIGURES, "reason"]]


def association(sums: pd.DataFrame, asked: Asked) -> Association | None:
    """Rao and Scott's test that the groups answer alike; None where there are no two groups or answers to test."""
    known = _counted(sums, asked)
    table = known.assign(group=known["first"] + NOBODY + known["second"], said=known["code"].map(asked.value))
    table = table.assign(people=table["n"], weighted=table["n"])
    inside = table[(table["first"] != NOBODY) & (table["second"] != NOBODY)]
    if inside["group"].nunique() < 2 or inside["said"].nunique() < 2 or asked.statistic == MEAN:
        return None
    design, cells, laid = grouped(inside, ["group", "said"], "stratum", "psu")
    by_row = Cells(cells.labels, cells.cell, cells.psu, cells.people, cells.weighted, np.arange(len(laid)))
    return rao_scott(by_row, laid["w"].to_numpy(float), design, int(inside["n"].sum()), _freedom(design))


def _freedom(design: Design) -> float:
    every = np.arange(design.psus)
    return float(degrees_of_freedom(1, np.zeros(design.psus, dtype=int), every, design)[0])


def _named(sums: pd.DataFrame) -> pd.DataFrame:
    """Groups as text, NOBODY where there is none; a wave's strata are its own."""
    return sums.assign(
        first=sums["first"].where(sums["first"].notna(), NOBODY).astype(str),
        second=sums["second"].where(sums["second"].notna(), NOBODY).astype(str),
        stratum=sums["wave"].astype(str) + ":" + sums["stratum"].astype(str),
    )


def _counted(sums: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    named = _named(sums)
    return named[named["code"].isin(asked.valid)]


def _laid_out(sums: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """The table that `grouped` wants: every cell and every total by stratum and PSU, with the answers' sums."""
    named = _named(sums)
    valid = named["code"].isin(asked.valid)
    y = named["code"].where(valid).map(asked.value, na_action="ignore").astype(float)
    columns = {"people": named["n"], "weighted": named["n"], f"rows_{ITEM}": named["n"].where(valid, 0)}
    columns |= {f"n_{ITEM}": columns[f"rows_{ITEM}"], f"w_{ITEM}": named["w"].where(valid, 0.0)}
    columns |= {f"ww_{ITEM}": named["w2"].where(valid, 0.0)}
    columns |= {f"wy_{ITEM}": (named["w"] * y).fillna(0.0), f"wyy_{ITEM}": (named["w"] * y * y).fillna(0.0)}
    rows = named[["first", "second", "stratum", "psu"]].assign(**columns)
    both = rows[(rows["first"] != NOBODY) & (rows["second"] != NOBODY)]
    totals = [both.assign(second=ALL), both.assign(first=ALL), both.assign(first=ALL, second=ALL)]
    stacked = pd.concat([rows, *totals], ignore_index=True) if (rows["second"] != ALL).any() else pd.concat(
        [rows, both.assign(first=ALL)], ignore_index=True
    )
    return stacked.groupby(["first", "second", "stratum", "psu"], as_index=False, sort=False).sum()


def _hidden(sums: pd.DataFrame, asked: Asked, rules: Rules) -> Callable[[str, str], bool]:
    """Whether a pair of groups, or a total, must not be shown."""
    known = _counted(sums, asked)
    known = known[(known["first"] != NOBODY) & (known["second"] != NOBODY)]
    rows, columns = (sorted(known[name].unique()) for name in ("first", "second"))
    bases = _table(known, rows, columns)
    sides = [known["code"].isin(asked.positive)] + ([known["code"].isin(asked.negative)] if asked.negative else [])
    hidden = np.zeros((len(rows) + 1, len(columns) + 1), dtype=bool)
    for side in sides:
        hidden |= withheld_table(bases, _table(known[side], rows, columns), rules)
    at_row = {name: at for at, name in enumerate(rows)} | {ALL: len(rows)}
    at_column = {ALL: len(columns)} | {name: at for at, name in enumerate(columns)}
    return lambda first, second: bool(
        first in at_row and second in at_column and hidden[at_row[first], at_column[second]]
    )


def _table(known: pd.DataFrame, rows: list[str], columns: list[str]) -> np.ndarray:
    counted = known.pivot_table(index="first", columns="second", values="n", aggfunc="sum", fill_value=0)
    return counted.reindex(index=rows, columns=columns, fill_value=0).to_numpy(float)
