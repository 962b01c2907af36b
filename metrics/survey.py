"""What a survey says, with its uncertainty: levels by group, differences, tables, from one laid-out sample.

    survey = Survey(people, Sample(weight="w", strata="district", psu="point"))
    table = survey.estimate(Question("trust", "share", codes=(4, 5)), by=["wave"])

Agrees with R's `survey` 4.1-1 (docs/analysts.md names the call that each figure equals). What R answers with
0 ± 0 is withheld here: groups nobody answered in, lone respondents, answers from a single sampling point.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from metrics.estimation.association import Association, rao_scott
from metrics.estimation.design import Sample, lay_out
from metrics.estimation.intervals_of import interval_of
from metrics.estimation.levels import Levels, means, ratios, totals
from metrics.estimation.quantiles import quantile
from metrics.estimation.scoring import MEDIAN, QUANTILE, RATIO, TOTAL, Question, QuestionFault, scores
from metrics.estimation.sums import Cells, Sums, cells_of, sums_of
from metrics.estimation.variance import ADJUSTED, WHAT_IS_DONE, Lonely, degrees_of_freedom
from metrics.estimation.withheld import why_withheld

FIGURES = ["estimate", "se", "low", "high", "n", "n_eff", "df", "deff"]


@dataclass(frozen=True)
class Survey:
    """People sampled under one design. The design is laid out once; each question is one pass over them.

    `people` has one row a respondent; columns named in `sample` may not be blank. A row with the weight 0
    keeps its PSU in the design and counts nowhere else.
    """

    people: pd.DataFrame
    sample: Sample = field(default_factory=Sample)
    lonely: Lonely = ADJUSTED
    _cells: dict = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _layout(self):
        return lay_out(self.people, self.sample)

    @property
    def design(self):
        """The strata and PSUs of the whole sample."""
        return self._layout[0]

    def notes(self) -> list[str]:
        """What was done that a reader must know: how strata with a single PSU were treated."""
        return [
            f"Stratum {name} has one sampling point only: {WHAT_IS_DONE.get(self.lonely.setting, '')}."
            for name in self.design.lonely
        ]

    def cells(self, by: Sequence[str] = (), inside: np.ndarray | None = None) -> Cells:
        """The groups to answer for; `inside` (rows,) leaves people out while their PSUs stay in the design."""
        key = tuple(by) if inside is None else (*by, inside.tobytes())
        if key not in self._cells:
            design, psu, weight = self._layout
            self._cells[key] = cells_of(self.people, by, psu, weight, design, inside)
        return self._cells[key]

    def sums(self, question: Question, cells: Cells) -> Sums:
        """The question's sums by cell and PSU: what a database's GROUP BY gives as well."""
        y, x = scores(self.people, question)
        pivot = 0.0 if question.statistic in (RATIO, TOTAL) or question.bounds else _pivot(y)
        return sums_of(cells, self._layout[2], y, x, pivot)

    def levels(self, question: Question, by: Sequence[str] = (), inside: np.ndarray | None = None) -> Levels:
        """The question's estimates by group, with the scores that differences need."""
        return levels_of(question, self.sums(question, self.cells(by, inside)), self)

    def estimate(
        self, question: Question, by: Sequence[str] = (), inside: np.ndarray | None = None, interval: str = ""
    ) -> pd.DataFrame:
        """One row a group: the groups, FIGURES, `interval` (its kind) and `reason`.

        `interval` is t, logit, beta or wilson; without it the default of the statistic. Shares are 0 to 1,
        nets −1 to 1, everything else on the item's own scale. Figures are NaN where withheld, and `reason`
        says why. Raises DesignFault at a lonely PSU where the setting is fail.
        """
        if question.statistic in (MEDIAN, QUANTILE):
            return self._quantiles(question, self.cells(by, inside))
        return table_of(self.levels(question, by, inside), question, interval)

    def association(self, rows: str, columns: str, inside: np.ndarray | None = None) -> Association:
        """Rao and Scott's test of the table of two columns. R: svychisq(~rows + columns, design)."""
        cells, whole = self.cells((rows, columns), inside), self.cells((), inside)
        in_design = whole.psu[whole.weighted > 0]
        df = degrees_of_freedom(1, np.zeros(len(in_design), dtype=int), in_design, self.design)[0]
        return rao_scott(cells, self._layout[2], self.design, int(whole.people.sum()), float(df), self.lonely)

    def _quantiles(self, question: Question, cells: Cells) -> pd.DataFrame:
        """Quantiles need the answers themselves, so each cell's are sorted."""
        design, psu, weight = self._layout
        y = scores(self.people, question)[0]
        about = means(sums_of(cells, weight, y), design, self.lonely)
        reasons = why_withheld(about, question)
        found = np.full((len(cells.labels), 5), np.nan)
        cell_of_row = np.where(cells.slot >= 0, np.append(cells.cell, -1)[cells.slot], -1)
        cell_of_row = np.where(np.isnan(y), -1, cell_of_row)
        order = np.argsort(cell_of_row, kind="stable")
        ends = np.searchsorted(cell_of_row[order], np.arange(len(cells.labels) + 1))
        for at in np.flatnonzero(reasons == ""):
            mine = order[ends[at] : ends[at + 1]]
            given = y[mine], weight[mine], psu[mine], question.probability, design, question.rule, self.lonely
            found[at] = quantile(*given)
        figures = [*found.T[:4], about.n, about.n_eff, found.T[4], np.full(len(found), np.nan)]
        return _framed(cells.labels, figures, np.where(reasons == "", "woodruff", ""), reasons)


def levels_of(question: Question, sums: Sums, survey: Survey) -> Levels:
    """Sums to levels, by the question's statistic."""
    method = {RATIO: ratios, TOTAL: totals}.get(question.statistic, means)
    return method(sums, survey.design, survey.lonely)


def table_of(levels: Levels, question: Question, interval: str = "") -> pd.DataFrame:
    """The rows of `Survey.estimate` from levels, wherever their sums were made."""
    reasons = why_withheld(levels, question)
    low, high, kinds = interval_of(levels, question, interval)
    figures = [levels.value, levels.se, low, high, levels.n, levels.n_eff, levels.df, levels.deff]
    return _framed(levels.labels, figures, kinds, reasons)


def _framed(labels: Sequence[dict], figures: list[np.ndarray], kinds: np.ndarray, reasons: np.ndarray) -> pd.DataFrame:
    groups = {name: [label[name] for label in labels] for name in labels[0]}
    if taken := set(groups) & {*FIGURES, "interval", "reason"}:
        raise QuestionFault(f"A group can't be called {taken.pop()}, as a figure is: rename the column.")
    withheld = reasons != ""
    told = {
        name: figure if name == "n" else np.where(withheld, np.nan, figure)
        for name, figure in zip(FIGURES, figures, strict=True)
    }
    # pandas takes ten times as long to be given the columns one by one
    return pd.DataFrame({**groups, **told, "interval": np.where(withheld, "", kinds), "reason": reasons})


def _pivot(y: np.ndarray) -> float:
    """A round number near the answers, so that sums of squares keep their digits."""
    known = y[~np.isnan(y)]
    return float(np.round(known.mean())) if len(known) else 0.0
