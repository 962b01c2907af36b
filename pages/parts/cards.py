"""Cards from indicators: which chart suits the series, which sentence heads it. Pages choose, cards make."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from charts import words
from charts.control import Moment, spc_chart
from charts.sentence import alt_text, base_line, interval
from charts.series import latest
from charts.wave_marks import Mark, Step
from charts.waves import wave_line
from data.framework.indicators import Indicator
from metrics.chart_of_counts import NAMES, XMR, kind_told
from metrics.types import Estimate
from pages.parts import benchmarks
from pages.parts.caution import caution
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made, source_line
from pages.parts.statements import statements
from pages.parts.tables import Table
from pages.parts.view import View

BASES = {  # whom or what a base counts; a number without a noun says nothing, so it isn't shown
    "citizen_survey": "residents 18+",
    "leader_survey": "leaders",
    "network_ties": "leaders",
    "insights": "insights",
    "commitments": "commitments",
    "partner_returns": "organisations",
    "coded_contacts": "contacts",
    "service_demand": "cases",
}


def indicator_card(view: View, id: str, height: int = 330, headed: bool = True) -> Card:
    """The indicator over time, for the chosen place if known there. `headed`: the finding is its title."""
    indicator, place = view.framework.indicator(id), view.place_for(view.framework.indicator(id))
    series = view.series(id, place)
    finding = headline(view, indicator, place, series)
    name = view.framework.area_name(place)
    return Card(
        key=f"{id}_{place}",
        alt=alt_text(finding, series, indicator.unit),
        head=f"<h2>{escape(finding if headed else 'Over time')}</h2>"
        f"<p class='ec-sub'>{escape(subtitle(indicator, name, series))}</p>",
        chart=_over_time(view, indicator, series, place, height) if series else None,
        body="" if series else _nothing(name),
        side=statements(view.said("indicator", id), indicator, _about(view, indicator, place)),
        foot=foot(view, indicator, series) + _beside(indicator, series),
        table=_table(view, indicator, name, series) if series else None,
        made=made(view, indicator, series),
    )


def _table(view: View, indicator: Indicator, name: str, series: Sequence[Estimate]) -> Table:
    return estimate_table(
        f"{indicator.name}, {name}", series, indicator.unit_text, caution=lambda each: caution(view, each)
    )


def _beside(indicator: Indicator, series: Sequence[Estimate]) -> str:
    text = benchmarks.said(indicator, series)
    return f"<p class='ec-foot'>{escape(text)}</p>" if text else ""


def _nothing(place: str) -> str:
    return f"<p>There is no figure for {escape(place)} in this publication.</p>"


def headline(view: View, indicator: Indicator, place: str, series: Sequence[Estimate]) -> str:
    """The status engine's finding for the headline's place; elsewhere the plain level: no claim."""
    row = view.said("indicator", indicator.id)
    if place == indicator.areas[0] and row.headline:
        return row.headline
    newest = latest(series)
    if newest is None:
        return f"{indicator.short}: no figure yet"
    spread = interval(newest, indicator.unit)
    where = view.framework.area_name(place)
    said = f"{indicator.short} in {where}: {words.figure(newest.value, indicator.unit)}"
    return f"{said} ({spread})" if spread else said


def subtitle(indicator: Indicator, place: str, series: Sequence[Estimate]) -> str:
    """Measure, place and time span; intervals are named where there are any."""
    if not series:
        return f"{indicator.name}, {place}"
    ordered = sorted(series, key=lambda each: each.period)
    span = f"{words.period(ordered[0].period)} to {words.period(ordered[-1].period)}"
    tail = ", with 95% intervals" if any(each.low is not None for each in series) else ""
    tail += "; limits follow the usual pattern of the year" if seasonal(series) else ""
    kind = kind_told(latest(series).method) if latest(series) else XMR
    tail += "" if kind == XMR else f"; its limits come from the counts themselves, which are small ({NAMES[kind]})"
    return f"{indicator.name} ({indicator.unit_text}), {place}, {span}{tail}"


def seasonal(series: Sequence[Estimate]) -> bool:
    """Whether any stretch has centre lines that follow the months: one without a season has a single one."""
    lines: dict[int, set[float]] = {}
    for each in series:
        if each.centre is not None:
            lines.setdefault(each.segment, set()).add(each.centre)
    return any(len(held) > 1 for held in lines.values())


def foot(view: View, indicator: Indicator, series: Sequence[Estimate], whole: Estimate | None = None) -> str:
    """Base line, source and date; the label of illustrative data where it applies."""
    newest = whole or latest(series)
    who = BASES.get(indicator.dataset, "")
    if newest is not None and not who:
        newest = replace(newest, base=None, base_effective=None)
    shown = (
        " <span class='ec-pill'>Illustrative data</span>" if any(each.illustrative for each in series) else ""
    )
    few = caution(view, newest)
    text = f"{base_line(newest, who)} {few.capitalize() + '. ' if few else ''}{source_line(view, indicator, series)}"
    return f"<p class='ec-foot'>{escape(text)}{shown}</p>"


def _about(view: View, indicator: Indicator, place: str) -> str:
    home = view.framework.area_name(indicator.areas[0])
    if place != indicator.areas[0]:
        return f"Both statements are about {home}; the chart shows {view.framework.area_name(place)}."
    elsewhere = view.place not in (place, view.county)
    return f"Not known for {view.place_name} alone: this is {home}." if elsewhere else ""


def _over_time(view: View, indicator: Indicator, series: Sequence[Estimate], place: str, height: int) -> dict:
    if any(each.centre is not None for each in series):
        return spc_chart(series, indicator.unit, view.colours, moments(view, indicator, place), height)
    marks = [Mark(f"{each.label} {each.year}", each.value) for each in benchmarks.drawn(indicator, series)]
    steps = target_steps(view, indicator) if place == indicator.areas[0] else []
    return wave_line(series, indicator.unit, view.colours, marks, steps, height)


def target_steps(view: View, indicator: Indicator) -> list[Step]:
    """The dated target as levels; a change is set on the baseline the status engine used."""
    target, detail = indicator.target, view.said("indicator", indicator.id).detail
    start = (detail.get("baseline") or {}).get("value")
    if target.kind not in ("level", "change") or (target.kind == "change" and start is None):
        return []
    lift = start if target.kind == "change" else 0
    begun = (detail.get("baseline") or {}).get("period", {}).get("end", "") if target.kind == "change" else ""
    dated = [*((step.date, step.value) for step in target.steps), (target.due, target.value)]
    return [Step(date.isoformat(), value + lift) for date, value in dated if date.isoformat() > begun]


def moments(view: View, indicator: Indicator, place: str) -> list[Moment]:
    """The breaks of this series here, and the events that may show in it."""
    held, services = view.framework, indicator.formula.services
    cuts = [
        Moment(each.on_date.isoformat(), each.kind, True)
        for each in held.breaks_of(indicator.id)
        if not each.areas or place in each.areas
    ]
    start = Moment(held.programme.start.isoformat(), "programme starts")
    events = [
        Moment(each.on_date.isoformat(), each.name)
        for each in held.events
        if set(each.services) & set(services) and each.on_date != held.programme.start
    ]
    return [start, *cuts, *events]
