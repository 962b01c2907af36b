"""Cards from indicators: which chart suits the series, which sentence heads it. Pages choose, cards make."""

from collections.abc import Sequence
from html import escape

from charts import words
from charts.bars import bars
from charts.control import Moment, spc_chart
from charts.intervals import Row, caterpillar
from charts.sentence import alt_text, base_line, interval
from charts.series import latest
from charts.wave_marks import Mark, Step
from charts.waves import wave_line
from data.framework.indicators import Benchmark, Indicator
from metrics.types import Estimate
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made, source_line
from pages.parts.statements import statements
from pages.parts.view import View

MOST_MARKS = 2  # benchmarks drawn; all of them stand in the table of the indicator's own page


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
        foot=foot(view, indicator, series),
        table=estimate_table(f"{indicator.name}, {name}", series, indicator.unit_text) if series else None,
        made=made(view, indicator, series),
    )


def _nothing(place: str) -> str:
    return f"<p>There is no figure for {escape(place)} in this publication.</p>"


def groups_card(view: View, id: str, dimension: str, title: str, places: bool = False) -> Card | None:
    """The newest figure of each group with its interval, in the framework's order; None without groups."""
    indicator = view.framework.indicator(id)
    newest = newest_by_group(view, id, dimension)
    if not newest:
        return None
    whole = latest(view.series(id, indicator.areas[0]))
    rows = [Row(view.framework.group_name(dimension, each.group_value), each) for each in newest]
    when = words.period(whole.period) if whole else ""
    return Card(
        key=f"{id}_{dimension}",
        alt=alt_text(title, newest, indicator.unit),
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(indicator.name)}, {when}, with 95% "
        "intervals; a filled diamond lies apart from the average, a hollow circle does not. The order is "
        "fixed, not a rank.</p>",
        chart=caterpillar(rows, indicator.unit, view.colours, whole),
        foot=foot(view, indicator, newest, whole),
        table=named_table(view, indicator, dimension, newest),
        made=made(view, indicator, newest),
    )


def bars_card(
    view: View,
    id: str,
    dimension: str,
    title: str,
    sub: str,
    least: float | None = None,
    least_label: str = "",
) -> Card | None:
    """The newest count of each group as bars from zero; None without groups."""
    indicator, newest = view.framework.indicator(id), newest_by_group(view, id, dimension)
    if not newest:
        return None
    rows = [Row(view.framework.group_name(dimension, each.group_value), each) for each in newest]
    return Card(
        key=f"{id}_{dimension}_bars",
        alt=alt_text(title, newest, indicator.unit),
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(sub)}</p>",
        chart=bars(rows, indicator.unit, view.colours, least, least_label),
        foot=foot(view, indicator, newest),
        table=named_table(view, indicator, dimension, newest),
        made=made(view, indicator, newest),
    )


def newest_by_group(view: View, id: str, dimension: str) -> list[Estimate]:
    """Each group's estimate or absence of the breakdown's newest period, in fixed order."""
    home = view.framework.indicator(id).areas[0]
    found = [each for each in view.of(id) if each.group_dim == dimension and each.area == home]
    last = max((each.period.end for each in found), default=None)
    newest = {each.group_value: each for each in found if each.period.end == last}
    order = fixed_order(view, dimension)
    return sorted(
        newest.values(), key=lambda each: (order.get(each.group_value, len(order)), each.group_value)
    )


def fixed_order(view: View, dimension: str) -> dict[str, int]:
    """The framework's order of a breakdown's values; districts by name."""
    held = view.framework
    if dimension == "district":
        values = [area.code for area in sorted(held.areas_of("district"), key=lambda area: area.name)]
    elif dimension == "sector":
        values = [group.id for group in (*held.sectors, *held.sector_groups)]
    elif dimension == "citizen_group":
        values = [group.id for group in held.citizen_groups]
    else:
        known = {each.id: each for each in held.dimensions}
        values = [group.id for group in known[dimension].values] if dimension in known else []
    return {value: place for place, value in enumerate(values)}


def named_table(view: View, indicator: Indicator, dimension: str, newest: Sequence[Estimate]):
    """The data table of a breakdown: the group's name in a column of its own."""
    return estimate_table(
        f"{indicator.name} by {dimension.replace('_', ' ')}",
        newest,
        indicator.unit_text,
        "Group",
        lambda each: view.framework.group_name(dimension, each.group_value),
    )


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
    return f"{indicator.name} ({indicator.unit_text}), {place}, {span}{tail}"


def foot(view: View, indicator: Indicator, series: Sequence[Estimate], whole: Estimate | None = None) -> str:
    """Base line, source and date; the label of illustrative data where it applies."""
    newest = whole or latest(series)
    who = "residents 18+" if indicator.dataset == "citizen_survey" else ""
    shown = (
        " <span class='ec-pill'>Illustrative data</span>" if any(each.illustrative for each in series) else ""
    )
    text = f"{base_line(newest, who)} {source_line(view, indicator, series)}"
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
    marks = [Mark(f"{each.label} {each.year}", each.value) for each in newest_benchmarks(indicator)]
    steps = target_steps(view, indicator) if place == indicator.areas[0] else []
    return wave_line(series, indicator.unit, view.colours, marks, steps, height)


def newest_benchmarks(indicator: Indicator) -> list[Benchmark]:
    """Those drawn beside the series: the newest of each area, in the indicator's own unit."""
    same = sorted(
        (each for each in indicator.benchmarks if each.unit == indicator.unit), key=lambda each: each.year
    )
    return list({each.area: each for each in same}.values())[:MOST_MARKS]


def target_steps(view: View, indicator: Indicator) -> list[Step]:
    """The dated target as levels; a change is set on the baseline the status engine used."""
    target, detail = indicator.target, view.said("indicator", indicator.id).detail
    start = (detail.get("baseline") or {}).get("value")
    if target.kind not in ("level", "change") or (target.kind == "change" and start is None):
        return []
    lift = start if target.kind == "change" else 0
    dated = [*((step.date, step.value) for step in target.steps), (target.due, target.value)]
    return [Step(date.isoformat(), value + lift) for date, value in dated]


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
