"""A measure of demand area by area, for the demand page: one small chart for each, or a map of tiles."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from charts import words
from charts.control import family
from charts.multiples import small_multiples
from charts.sentence import alt_text
from metrics.service_icons import NO_LIMITS
from metrics.types import Estimate
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.tile_map import tile_map
from pages.parts.view import View

SHORTER = re.compile(r"( University)?( Teaching)?( Hospitals?)?( NHS)?( Foundation)? Trust$")
MARKED = {
    "improvement": "▲ blue: better than usual",
    "concern": "▼ orange: worse than usual",
    "neutral": "◆ purple: unusual, neither good nor bad",
}
KINDS = {"district": ("district", "unitary")}  # the councils of the map: a unitary stands beside the districts
CUT = "a dotted line is a break: what lies before it can’t be compared"


def areas_card(view: View, id: str, kind: str, title: str, service: str = "") -> Card | None:
    """The series of every area of a kind on one scale, by name; None when there are none.

    `service`: one that the indicator shows beside its own.
    """
    indicator = view.framework.indicator(id)
    statistic = "per_day" if kind == "trust" else view.level(id)
    kinds = {area.code: area.kind for area in view.framework.areas}
    groups: dict[str, list[Estimate]] = {}
    for each in view.of(id, statistic):
        code = each.group_value if each.group_dim == "district" else each.area
        wanted = (
            (each.group_dim, each.group_value) == ("service", service)
            if service
            else (each.group_dim in ("", "district"))
        )
        if kinds.get(code) in KINDS.get(kind, (kind,)) and wanted:
            groups.setdefault(_area(view, code, kind), []).append(each)
    if not groups:
        return None
    ordered = {name: groups[name] for name in sorted(groups)}
    every = [each for points in ordered.values() for each in points]
    names = {(each.area, each.group_value): name for name, points in ordered.items() for each in points}
    unit = indicator.unit_text if statistic != "per_day" else "a day"
    cuts = {name: _cuts(points) for name, points in ordered.items()}
    return Card(
        key=f"{id}_{kind}{service}",
        alt=alt_text(title, every, indicator.unit),
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(_counted(view, id, service))} "
        f"({escape(unit)}), all on one scale, in the order of their names.{_legend(every)}</p>",
        chart=small_multiples(
            ordered, indicator.unit, view.colours, min(len(ordered), 2 if kind == "trust" else 4), cuts
        ),
        foot=foot(view, indicator, every),
        made=made(view, indicator, every),
        table=estimate_table(
            f"{_counted(view, id, service)} by {kind}",
            every,
            unit,
            "Area",
            lambda each: names[(each.area, each.group_value)],
        ),
    )


def map_card(view: View, id: str) -> Card | None:
    """What each council's own chart says of its newest figure, on a map of tiles; None without any figure."""
    indicator, level = view.framework.indicator(id), view.level(id)
    codes = {area.code for kind in KINDS["district"] for area in view.framework.areas_of(kind)}
    found = [each for each in view.of(id, level) if each.area in codes and not each.group_dim]
    last = max((each.period for each in found if each.value is not None), default=None)
    if last is None:
        return None
    newest = {each.area: each for each in found if each.period == last}
    said = {code: (each.mark or NO_LIMITS, _newest(each, indicator.unit)) for code, each in newest.items()}
    title = f"{indicator.short} in {words.period(last)}: each council by its own chart"
    named = {code: view.framework.area_name(code) for code in newest}
    return Card(
        key=f"{id}_map",
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(indicator.name)} ({escape(indicator.unit_text)}). "
        "Each council is judged by its own past only: a tile says nothing against its neighbours. Where many are "
        f"looked at, one may look unusual by chance.</p>{tile_map(view, said, title)}",
        foot=foot(view, indicator, list(newest.values())),
        made=made(view, indicator, list(newest.values())),
        table=estimate_table(title, list(newest.values()), indicator.unit_text, "Area", lambda each: named[each.area]),
    )


def _newest(estimate: Estimate, unit: str) -> str:
    """The newest figure beside its usual level, where it has one; why there is none."""
    if estimate.value is None:
        return words.absence(estimate.absence)
    said = words.figure(estimate.value, unit)
    return said if estimate.centre is None else f"{said}, usual {words.figure(estimate.centre, unit)}"


def _legend(estimates: Iterable[Estimate]) -> str:
    """What the marks in the small charts mean; only those that occur."""
    kinds = {family(each.mark) for each in estimates}
    said = [text for kind, text in MARKED.items() if kind in kinds]
    said += [CUT] if any(each.segment > 1 for each in estimates) else []
    return f" {'; '.join(said)}." if said else ""


def _cuts(points: Sequence[Estimate]) -> list[str]:
    """The days from which a new series begins in these points."""
    found: dict[int, str] = {}
    for each in sorted(points, key=lambda each: each.period):
        found.setdefault(each.segment, each.period.start.isoformat())
    return [day for segment, day in found.items() if segment > 1]


def _area(view: View, code: str, kind: str) -> str:
    """A trust keeps one panel through its mergers, so it goes by its code and its name of today."""
    name = view.framework.area_name(code)
    if kind != "trust":
        return name
    return f"{SHORTER.sub('', name)} ({code})"


def _counted(view: View, id: str, service: str) -> str:
    return view.framework.service(service).name if service else view.framework.indicator(id).name
