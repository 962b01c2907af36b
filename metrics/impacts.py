"""Declared impact models answered from live rows: series made, comparators found, every design asked."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from metrics.context import Context
from metrics.counterfactual import Counterfactual, counterfactual
from metrics.counts import area_counts, expanded, numbered, of_service, periods_of, totals_only
from metrics.designs.types import DEFAULT, ImpactModel, ServiceSeries, Settings
from metrics.places import leaves
from metrics.population import at_times, denominator_rows
from metrics.tables import frame
from metrics.trace import Trace, trace

Break = tuple[dt.date, str, tuple[str, ...]]  # from when, why, areas ((): all)


@dataclass(frozen=True)
class Declared:
    """An impact model, and what its question is asked with.

    `denominator` is that of the service's rate ("none": counts per day only). `comparators` are the areas that may
    stand for what would have happened anyway; `per_day` the organisations to answer for beside, by counts a day.
    """

    model: ImpactModel
    denominator: str
    breaks: tuple[Break, ...] = ()
    comparators: tuple[str, ...] = ()
    per_day: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """One question, ready to be put: a place's series, the comparators' and, for a whole, those of its parts."""

    declared: Declared
    area: str
    whole: bool  # one of the model's own areas; not one of their parts, nor an organisation
    series: ServiceSeries
    comparators: tuple[ServiceSeries, ...] = ()
    parts: tuple[ServiceSeries, ...] = ()
    illustrative: bool = False
    trace: Trace = field(default=(), compare=False, repr=False)

    def answer(self, settings: Settings = DEFAULT) -> Counterfactual:
        """What the designs say; months, diagnostics and sensitivities of a whole only."""
        return counterfactual(
            self.series, self.declared.model, self.comparators, settings, parts=self.parts, full=self.whole
        )


def asked(declared: Declared, frames: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Asked]:
    """The model's areas, then each of their parts, then the organisations: those the live rows know.

    Counts are those of the published series: sums only where every part has a figure, gaps as gaps. Rates are made
    by days × population where that is known for every month, else by days. Real and sample rows never meet: where
    there are real rows of a place, sample rows are left out of its question. Comparators are those
    measured alike that have every month of the place's series and no break there that the place doesn't share.
    """
    demand = frame(frames, "service_demand")
    rows = None if demand is None else of_service(demand, declared.model.service)
    if rows is None or not len(rows):
        return
    by_origin = {}
    for area, whole in _places(declared, context):
        own = rows[rows["area_code"].isin({area, *leaves(area, context)})]
        if not len(own):
            continue
        origin = "real" if own["origin"].eq("real").any() else own["origin"].iloc[0]
        if origin not in by_origin:
            by_origin[origin] = _Series(rows[rows["origin"] == origin], declared, frames, context)
        yield from by_origin[origin].question(area, whole, origin == "sample")


def _places(declared: Declared, context: Context) -> Iterator[tuple[str, bool]]:
    """Every place to answer for, once, and whether it is one of the model's own."""
    model = declared.model
    yield from ((area, True) for area in model.areas)
    parts = [leaf for area in model.areas for leaf in leaves(area, context)]
    beside = dict.fromkeys([*parts, *declared.per_day])
    yield from ((area, False) for area in beside if area not in model.areas)


class _Series:
    """The series of one service from rows of one origin, by area."""

    def __init__(
        self, rows: pd.DataFrame, declared: Declared, frames: Mapping[str, pd.DataFrame], context: Context
    ) -> None:
        self.declared, self.context, self.rows = declared, context, rows
        spans = periods_of(rows)
        kind = "month" if (spans["kind"] == "month").any() else "quarter"
        areas = [area for area, _ in _places(declared, context)] + list(declared.comparators)
        behind = totals_only(expanded(numbered(rows, spans), areas, context))
        counts = area_counts(behind, spans) if len(behind) else pd.DataFrame({"area": [], "window": []})
        counts = counts[counts["window"].map(spans["kind"]) == kind]
        self.behind, self.spans = behind, spans
        counts = counts.merge(_people(declared, frames, context, areas, spans), how="left", on=["area", "window"])
        self.of = {area: self._series(area, part) for area, part in counts.groupby("area", sort=False)}
        self.known = {area for area, part in counts.groupby("area") if part["people"].notna().all()}

    def _series(self, area: str, part: pd.DataFrame) -> ServiceSeries:
        part = part.sort_values("window")
        days = part["window"].map(self.spans["days"])
        size = days * part["people"] if part["people"].notna().all() else days
        near = {area, *leaves(area, self.context)}
        return ServiceSeries(
            self.declared.model.service, area,
            tuple(self.spans["period"][window].start for window in part["window"]),
            tuple(None if pd.isna(count) else float(count) for count in part["count"]),
            tuple(float(each) for each in size),
            tuple(sorted((day, why) for day, why, areas in self.declared.breaks if not areas or near & set(areas))),
            tuple(sorted(near)),
        )

    def question(self, area: str, whole: bool, illustrative: bool) -> Iterator[Asked]:
        own = self.of.get(area)
        if own is None:
            return
        inside = set(own.parts)
        beside = [one for code in self.declared.comparators if (one := self.of.get(code)) is not None]
        chosen = tuple(
            one for one in beside
            if not inside & set(one.parts) and (one.area in self.known) == (area in self.known)
            and set(own.starts) <= _counted(one)
        )
        parts = [self.of[code] for code in leaves(area, self.context) if code != area and code in self.of]
        alike = all((part.area in self.known) == (area in self.known) and part.starts == own.starts for part in parts)
        used = self.behind[self.behind["area"].isin([area, *(one.area for one in chosen)])]
        yield Asked(self.declared, area, whole, own, chosen, tuple(parts) if whole and alike else (), illustrative,
                    trace(used.drop_duplicates(["upload_id", "sheet", "row"])) if whole else ())


def _counted(series: ServiceSeries) -> set[dt.date]:
    return {start for start, value in zip(series.starts, series.values, strict=True) if value is not None}


def _people(
    declared: Declared, frames: Mapping[str, pd.DataFrame], context: Context, areas: Sequence[str],
    spans: pd.DataFrame,
) -> pd.DataFrame:
    """People (or adults, households) by `area` and `window`; none for organisations or without a population."""
    population = frame(frames, "population")
    if population is None or declared.denominator == "none":
        return pd.DataFrame({"area": pd.Series(dtype=object), "window": pd.Series(dtype=int),
                             "people": pd.Series(dtype=float)})
    found = at_times(denominator_rows(population, declared.denominator), list(areas), spans["middle"], context)
    return found[["area", "window", "people"]]
