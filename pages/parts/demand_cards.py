"""Cards of the demand page: one small chart for each area, and what it is worth in money."""

from html import escape

from charts import words
from charts.multiples import small_multiples
from charts.sentence import alt_text
from metrics.types import Estimate
from pages.parts.cards import foot, headline
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.statements import statements
from pages.parts.view import View

SCENARIOS = ("low", "central", "high")


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
        if kinds.get(code) == kind and wanted:
            groups.setdefault(_area(view, code, kind), []).append(each)
    if not groups:
        return None
    ordered = {name: groups[name] for name in sorted(groups)}
    every = [each for points in ordered.values() for each in points]
    names = {(each.area, each.group_value): name for name, points in ordered.items() for each in points}
    unit = indicator.unit_text if statistic != "per_day" else "a day"
    return Card(
        key=f"{id}_{kind}{service}",
        alt=alt_text(title, every, indicator.unit),
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(_counted(view, id, service))} "
        f"({escape(unit)}), all on one scale, in the order of "
        "their names; a line is cut where figures can't be compared.</p>",
        chart=small_multiples(
            ordered, indicator.unit, view.colours, min(len(ordered), 2 if kind == "trust" else 4)
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


def _area(view: View, code: str, kind: str) -> str:
    """A trust keeps one panel through its mergers, so it goes by its code and its name of today."""
    name = view.framework.area_name(code)
    return f"{code} {name.replace(' NHS Foundation Trust', '').replace(' NHS Trust', '')}" if kind == "trust" else name


def _counted(view: View, id: str, service: str) -> str:
    return view.framework.service(service).name if service else view.framework.indicator(id).name


def money_card(view: View, id: str) -> Card:
    """Money as a table of low, central and high, never one number; nothing is drawn."""
    indicator = view.framework.indicator(id)
    row = view.said("indicator", id)
    found = [each for each in view.estimates(id) if each.area == indicator.areas[0] and not each.group_dim]
    last = max((each.period for each in found), default=None)
    newest = [each for each in found if each.period == last]
    lines = "".join(_scenario(each) for each in sorted(newest, key=_order))
    body = (
        f"<table><caption>{escape(indicator.unit_text)}</caption><tbody>{lines}</tbody></table>"
        if lines
        else ""
    )
    return Card(
        key=id,
        head=f"<h2>{escape(headline(view, indicator, indicator.areas[0], newest))}</h2>"
        f"<p class='ec-sub'>{escape(indicator.name)}: low, central and high</p>",
        body=body,
        side=statements(row, indicator, ""),
        foot=foot(view, indicator, newest),
        made=made(view, indicator, newest),
        table=estimate_table(indicator.name, newest, indicator.unit_text, "Case", _case) if newest else None,
    )


def _order(estimate: Estimate) -> tuple[str, int]:
    return estimate.statistic, SCENARIOS.index(estimate.scenario) if estimate.scenario in SCENARIOS else 3


def _case(estimate: Estimate) -> str:
    return f"{estimate.statistic.replace('_', ' ')}, {estimate.scenario or 'as it stands'}"


def _scenario(estimate: Estimate) -> str:
    said = words.absence(estimate.absence) if estimate.value is None else words.money(estimate.value)
    return (
        f"<tr><th scope=row>{escape(_case(estimate).capitalize())}</th><td class=n>{escape(said)}</td>"
        f"<td>{escape(words.period(estimate.period))}</td><td>{escape(estimate.reason)}</td></tr>"
    )
