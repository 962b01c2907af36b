"""Money: what the programme cost, and what partners moved to the shared priorities."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.tables import GROUP, dimensions, estimates, frame, numbers, tabulate
from metrics.types import Absence, Definition, Estimate, Period
from metrics.windows import as_times, windows


def cost_total(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Pounds spent in each quarter, of one `kind_of_cost` (cash, in_kind) or of all, as recorded.

    An amount of a longer period is spread over its days. Not deflated. Runs from the first cost to the
    last quarter that the records cover whole; a quarter between without any cost is 0.
    """
    costs = frame(frames, "programme_costs")
    kind = definition.params.get("kind_of_cost")
    if costs is not None and kind:
        costs = costs[costs["kind"] == kind]
    if costs is None or not len(costs):
        return []
    covered = min(context.as_at, max(costs["period_end"]))
    spans = windows("quarter", "own", min(costs["period_start"]), covered, covered)
    rows = spread(costs, spans)
    dims = dimensions(definition, rows, agency="payer")
    figures, behind = tabulate(rows, dims, _amounts, context, spans, fill={"value": 0})
    return estimates(
        definition,
        context,
        figures,
        behind,
        GROUP,
        spans,
        statistic="level",
        source="programme_costs",
        method="sum of recorded costs, as recorded: no sampling error",
    )


def spread(costs: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Each cost's part in every window it touches, by days, in `part`; `window` is the window's number."""
    start, end = as_times(costs["period_start"]).to_numpy(), as_times(costs["period_end"]).to_numpy()
    day = np.timedelta64(1, "D")
    begin = np.maximum(start[:, None], spans["since"].to_numpy())
    finish = np.minimum(end[:, None], spans["until"].to_numpy())
    days = np.maximum((finish - begin) / day + 1, 0)
    row, window = np.nonzero(days)
    share = days[row, window] / ((end - start) / day + 1)[row]
    chosen = costs.iloc[row]
    return chosen.assign(window=window, part=numbers(chosen["amount"]).to_numpy() * share)


def effort_aligned(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Effort on shared priorities as per cent of the baseline year, per day, by return period.

    Baseline year: the twelve months before the programme's start where partners returned them, else the
    first twelve months of returns. Like with like: a period takes the partners that answered both then
    and for the baseline year, so a partner who stops answering is not a fall. Statistic "amount" is the
    plain sum of the period. No interval: these are accounts, not a sample.
    """
    returns = frame(frames, "partner_returns")
    if returns is not None:
        returns = returns[returns["measure"] == definition.params["measure"]].reset_index(drop=True)
    if returns is None or not len(returns):
        return []
    rows = returns.assign(
        aligned=numbers(returns["aligned"]),
        window=returns.groupby(["period_start", "period_end", "period_kind"]).ngroup(),
    )
    spans = _return_periods(rows)
    in_base = _baseline(spans, context)
    dims = dimensions(definition, rows, agency="organisation")
    amounts, behind = tabulate(rows, dims, _sums, context, spans)
    levels, compared = tabulate(rows, dims, _indexer(rows, spans, in_base), context, spans)
    levels = _without_baseline(levels)
    shared = {"spans": spans, "source": "partner_returns"}
    return estimates(
        definition,
        context,
        levels,
        _with_baseline(compared, in_base),
        GROUP,
        statistic="level",
        method="same partners as in the baseline year = 100: accounts",
        **shared,
    ) + estimates(
        definition, context, amounts, behind, GROUP, statistic="amount", method="sum of the returns", **shared
    )


def _return_periods(rows: pd.DataFrame) -> pd.DataFrame:
    known = rows.drop_duplicates("window").sort_values("window")
    periods = [
        Period(*each)
        for each in zip(known["period_start"], known["period_end"], known["period_kind"], strict=True)
    ]
    return pd.DataFrame({"period": pd.Series(periods, dtype=object)})


def _baseline(spans: pd.DataFrame, context: Context) -> set[int]:
    """The numbers of the return periods that make up the baseline year."""
    start = pd.Timestamp(context.start)
    begins = pd.to_datetime(pd.Series([period.start for period in spans["period"]], dtype=object))
    ends = pd.to_datetime(pd.Series([period.end for period in spans["period"]], dtype=object))
    before = (ends < start) & (begins >= start - pd.DateOffset(months=12))
    first = ends < begins.min() + pd.DateOffset(months=12)
    return set(np.flatnonzero(before if before.any() else first).tolist())


def _indexer(rows: pd.DataFrame, spans: pd.DataFrame, in_base: set[int]):
    """A measure: per-day effort of a window over the baseline's, for the partners found in both."""
    days = pd.Series([period.days for period in spans["period"]])
    base = rows[rows["window"].isin(in_base)].groupby("organisation")
    whole = base["window"].nunique() == len(in_base)
    before = base["aligned"].sum()[whole] / days[sorted(in_base)].sum()

    def index(keyed: pd.DataFrame, by: list[str]) -> pd.DataFrame:
        both = keyed[keyed["organisation"].isin(before.index)]
        sums = both.groupby([*by, "organisation"], as_index=False)["aligned"].sum()
        sums = sums.assign(
            now=sums["aligned"] / sums["window"].map(days), then=sums["organisation"].map(before)
        )
        table = sums.groupby(by).agg(
            numerator=("now", "sum"), denominator=("then", "sum"), base=("then", "size")
        )
        return table.assign(
            value=100 * table["numerator"] / table["denominator"].where(table["denominator"] > 0)
        )

    return index


def _without_baseline(levels: pd.DataFrame) -> pd.DataFrame:
    """Says so where a baseline of nothing leaves nothing to compare with."""
    none = levels["value"].isna()
    return levels.assign(
        absence=np.where(none, Absence.NOT_APPLICABLE, None),
        reason=np.where(none, "nothing was aligned in the baseline year", ""),
    )


def _with_baseline(rows: pd.DataFrame, in_base: set[int]) -> pd.DataFrame:
    """Adds the baseline's rows to each group's rows: they are behind every level."""
    keys = rows[GROUP].drop_duplicates()
    base = rows[rows["window"].isin(in_base)].drop(columns="window")
    return pd.concat([rows, keys.merge(base, on=["group_dim", "group_value"])], ignore_index=True)


def _amounts(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return rows.groupby(by).agg(value=("part", "sum"), base=("part", "size"))


def _sums(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return rows.groupby(by).agg(value=("aligned", "sum"), base=("organisation", "nunique"))


FORMULAS = {"cost_total": cost_total, "effort_aligned": effort_aligned}
