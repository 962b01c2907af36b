"""One page of icons: every service, whether its latest month is out of the ordinary, and its target."""

import datetime as dt
from html import escape

from charts import words
from metrics.types import Period
from pages.parts.links import anchor
from pages.parts.status_icons import badge
from pages.parts.tables import Html, Table, stacked
from pages.parts.view import View

BETTER = {"up": "higher is better", "down": "lower is better", "neutral": "no good direction"}
PEOPLE = {"persons": "people"}
HEADER = ("Service", "Latest", "Usual", "Out of the ordinary?", "Target")
NOTE = (
    "A month is out of the ordinary by the NHS’s rules for control charts: outside the limits, seven in a row on one "
    "side or in one direction, or two of three close to a limit. “Usual” is what is usual for that month where a "
    "service has a season. Out of the ordinary doesn’t say why: what the programme did to it is told further down."
)


def service_table(view: View) -> str | None:
    """A card with a line a service that has figures, in the framework's order; None without any."""
    rows = [_row(view, service.id) for service in view.framework.services if view.said("service", service.id).detail]
    if not rows:
        return None
    table = Table("Every service in its latest month", HEADER, tuple(rows))
    return (
        f'<section class="ec ec-card ec-icons"><h2>Every service at a glance</h2><p class="ec-sub">{escape(NOTE)}</p>'
        f"{stacked(table, whole=True)}</section>"
    )


def _row(view: View, id: str) -> tuple[str, ...]:
    """Name and good direction, figure and month, what is usual, and both icons."""
    service, said = view.framework.service(id), view.said("service", id)
    detail = said.detail
    start, end = (dt.date.fromisoformat(detail[name]) for name in ("period_start", "period_end"))
    unit = f"{service.unit} a day"
    if detail["statistic"] == "rate":
        formula = view.framework.indicator(detail["indicator"]).formula.params
        per, whom = (formula[n] if _own(view, id, detail) else getattr(service, n) for n in ("per", "denominator"))
        unit += f" per {words.number(per, 0)} {PEOPLE.get(whom, whom)}"
    month = words.period(Period(start, end, detail["period_kind"]))
    place = view.framework.area_name(detail["area"])
    name = escape(service.name)
    if _own(view, id, detail):
        name = anchor(name, "indicator", detail["indicator"])
    return (
        Html(f"{name}<br><small>{escape(place)}; {BETTER[detail['direction']]}</small>"),
        Html(f"{detail['value']:.3g}<br><small>{escape(unit)}, {escape(month)}</small>"),
        "" if detail["centre"] is None else f"{detail['centre']:.3g}",
        Html(badge(said.change)),
        Html(badge(said.target)),
    )


def _own(view: View, id: str, detail: dict) -> bool:
    """Whether the service is the indicator's own, so that the indicator's page shows its chart."""
    return id in view.framework.indicator(detail["indicator"]).formula.services
