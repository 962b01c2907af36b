"""From rows to estimates: a figure for everyone and each group, with where it came from."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from metrics.context import Context
from metrics.trace import traces
from metrics.types import Absence, Definition, Estimate

GROUP = ["window", "group_dim", "group_value"]
_MIXED = "real and sample rows would meet in one figure"
_NUMBERS = (
    "value",
    "low",
    "high",
    "base",
    "base_effective",
    "numerator",
    "denominator",
    "centre",
    "lower_limit",
    "upper_limit",
)
_TEXTS = ("method", "reason", "group_dim", "group_value", "scenario", "mark")
Measure = Callable[[pd.DataFrame, list[str]], pd.DataFrame]


def frame(frames: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame | None:
    """The frame of that name, or None where it is absent or empty: no data, no estimates."""
    found = frames.get(name)
    return None if found is None or not len(found) else found.reset_index(drop=True)


def tabulate(
    rows: pd.DataFrame,
    dims: Mapping[str, str],
    measure: Measure,
    context: Context,
    spans: pd.DataFrame,
    fill: Mapping[str, float] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`measure` for everyone and for each value of each dimension, in every window.

    `rows` has the column `window`; `dims` maps a dimension to the column that holds its values;
    `measure(rows, by)` gives a frame of figures indexed by `by`. With `fill`, groups and windows
    without rows get these figures (a log that covers everyone makes nobody a zero); without, they
    have no figure. Returns the figures (columns GROUP and the measure's) and the rows behind them.
    """
    figures, behind = [], []
    for dim, column in {"": "", **dims}.items():
        keyed = rows.assign(group_dim=dim, group_value=rows[column] if dim else "")
        keyed = keyed[keyed["group_value"].notna()]
        if dim:
            keyed = keyed[keyed["group_value"].astype(str) != ""]
        found = measure(keyed, GROUP)
        if fill is not None:
            values = _values(dim, keyed, context)
            grid = pd.MultiIndex.from_product([range(len(spans)), [dim], values], names=GROUP)
            found = found.reindex(grid).fillna(dict(fill))
        figures.append(found.reset_index())
        behind.append(keyed)
    return _stack(figures), _stack(behind)


def estimates(
    definition: Definition,
    context: Context,
    figures: pd.DataFrame,
    rows: pd.DataFrame,
    by: list[str],
    spans: pd.DataFrame | None = None,
    **constants: Any,
) -> list[Estimate]:
    """One estimate a row of `figures`, traced to the `rows` that share its key `by`.

    Columns and constants are fields of Estimate; `spans` gives the period of a `window`. A figure is
    illustrative if any row behind it is a sample; where real and sample rows would meet it is not
    comparable. A zero without rows takes this from all rows. A blank value needs an `absence`.
    """
    constants = {"indicator": definition.id, "area": headline_area(definition, context), **constants}
    known = _provenance(rows, by)
    sample = bool("origin" in rows and (rows["origin"] == "sample").any())
    records = figures.merge(known, how="left", left_on=by, right_index=True).to_dict("records")
    fields = set(Estimate.__dataclass_fields__)
    periods = [] if spans is None else spans["period"].tolist()
    made = []
    for record in records:
        values = {**constants, **{name: value for name, value in record.items() if name in fields}}
        if periods:
            values["period"] = periods[record["window"]]
        made.append(_estimate(values, record["mixed"] is True, sample))
    return made


def headline_area(definition: Definition, context: Context) -> str:
    """The first area an indicator is published for; the county where it names none."""
    return definition.areas[0] if definition.areas else context.county


def dimensions(definition: Definition, rows: pd.DataFrame, **columns: str) -> dict[str, str]:
    """The definition's breakdowns that these rows can answer: dimension to column.

    `columns` names the column of a dimension where the two are called differently.
    """
    wanted = {dim: columns.get(dim, dim) for dim in definition.breakdowns}
    return {dim: column for dim, column in wanted.items() if column in rows}


def numbers(values: pd.Series) -> pd.Series:
    """A column as numbers; blanks and text are missing, never zero."""
    return pd.to_numeric(values, errors="coerce")


def yes(values: pd.Series) -> pd.Series:
    """A yes/no column as true where it is yes; a blank is not a yes."""
    return values.isin([True, 1])


def _values(dim: str, rows: pd.DataFrame, context: Context) -> list[str]:
    """The values to answer for, in their fixed order, then any other the data hold."""
    if not dim:
        return [""]
    listed = list(context.groups.get(dim, ()))
    met = rows["group_value"].unique().tolist()
    return listed + sorted(value for value in met if value not in listed)


def _provenance(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """For each key: `trace`, `illustrative`, and `mixed` where real and sample rows meet."""
    found = pd.DataFrame({"trace": traces(rows, by)})
    origin = rows["origin"] if "origin" in rows else pd.Series("reference", index=rows.index)
    flags = rows[by].assign(illustrative=origin.eq("sample"), real=origin.eq("real"))
    flags = flags.groupby(by, sort=False)[["illustrative", "real"]].any()
    found = found.join(flags)
    return found.assign(mixed=found["illustrative"] & found["real"])[["trace", "illustrative", "mixed"]]


def _estimate(values: dict[str, Any], mixed: bool, sample: bool) -> Estimate:
    """Blanks to None; the real-and-sample rule; then the estimate."""
    for name in _NUMBERS:
        number = values.get(name)
        values[name] = None if number is None or pd.isna(number) else float(number)
    if not isinstance(values.get("trace"), tuple):
        values["trace"] = ()
    flag = values.get("illustrative")
    values["illustrative"] = bool(flag) if isinstance(flag, bool) else sample
    absence = values.get("absence")
    values["absence"] = Absence(absence) if isinstance(absence, str) else None
    values.update({name: "" for name in _TEXTS if name in values and not isinstance(values[name], str)})
    if mixed:
        values.update(absence=Absence.NOT_COMPARABLE, reason=_MIXED)
    if values["absence"] is not None:
        values.update(dict.fromkeys(_NUMBERS))
    return Estimate(**values)


def _stack(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
