"""Demand down, or need unmet or moved? Each measure of demand beside its guard-rail, as the publication says it."""

from html import escape

from pages.parts.links import anchor
from pages.parts.tables import Html, Table, stacked
from pages.parts.view import View

OVERALL = "demand"
HEADER = ("Measure", "Beside it", "What follows", "Why the two are read together")
NOTE = (
    "Less demand is good only where need did not go unmet or turn up elsewhere. So each measure has a partner that "
    "would show it. What follows comes from both statements together, by a fixed table."
)


def guard_rail_card(view: View) -> str | None:
    """The finding over all pairs and a row a pair, as HTML; None in a publication made before there were any."""
    overall = view.said("guard_rail", OVERALL)
    if not overall.headline:
        return None
    held = (*view.framework.indicators, *view.framework.services)
    said = [view.said("guard_rail", each.id) for each in held]
    rows = tuple(_row(view, row) for row in said if row.headline)
    table = Table("Each measure of demand beside its guard-rail", HEADER, rows)
    return (
        '<section class="ec ec-card ec-told"><h2>Demand down, or need unmet or moved?</h2>'
        f'<p><b>{escape(overall.headline)}.</b></p><p class="ec-sub">{escape(NOTE)}</p>'
        f"{stacked(table, whole=True)}</section>"
    )


def _row(view: View, row) -> tuple[str, ...]:
    detail = row.detail
    own, partner = (
        f"{_link(view, id, detail[name])}<br><small>{escape(detail[moved])}</small>"
        for id, name, moved in (
            (row.subject, "name", "moved"), (detail["partner"], "partner_name", "partner_moved"),
        )
    )  # fmt: skip
    return Html(own), Html(partner), row.headline, row.why


def _link(view: View, id: str, name: str) -> str:
    known = {each.id for each in view.framework.indicators}
    return anchor(escape(name), "indicator", id) if id in known else escape(name)
