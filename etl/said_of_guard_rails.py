"""Rows of the statuses table for guard-rails: each measure of demand beside its partner, and what follows."""

from collections.abc import Iterable, Mapping

from data.framework import Framework
from data.framework.indicators import Indicator
from data.framework.services import Service
from metrics.guard_rails import Reading, guard_rail, together
from metrics.service_icons import ServiceIcon
from metrics.status_types import Status

DEMAND = ("service_demand", "coded_contacts")  # datasets of what is asked of services
OVERALL = "demand"
SIDES = {"high": 1, "low": -1, "cause": 0}  # by how the name of a chart’s icon ends; no limits: not judged


def guard_rail_rows(
    framework: Framework, statuses: Mapping[str, Status], icons: Iterable[ServiceIcon]
) -> list[dict]:
    """One row a measure of demand that has a partner, and one, "demand", over all of them.

    A service that an indicator is about is judged by that indicator's status, any other by its control chart.
    """
    shown = {icon.service: icon for icon in icons}
    pairs = [each for each in framework.indicators if each.dataset in DEMAND and each.guard_rail]
    pairs += [each for each in framework.services if each.guard_rail and not _own(framework, each.id)]
    rows, found = [], []
    for pair in pairs:
        own, partner = (_reading(framework, id, statuses, shown) for id in (pair.id, pair.guard_rail))
        follows = guard_rail(own, partner)
        found.append(follows)
        detail = {
            "name": own.name, "moved": own.moved, "partner": pair.guard_rail, "partner_name": partner.name,
            "partner_moved": partner.moved, "row": follows.row,
        }
        rows.append(_row(pair.id, follows.answer, follows.sentence, pair.guard_rail_why, detail))
    overall = [_row(OVERALL, "overall", together(found), "", {})] if found else []
    return overall + rows


def _row(subject: str, answer: str, sentence: str, why: str, detail: dict) -> dict:
    return {
        "kind": "guard_rail", "subject": subject, "change": answer, "target": "no_target", "headline": sentence,
        "why": why, "detail": detail,
    }


def _reading(
    framework: Framework, id: str, statuses: Mapping[str, Status], icons: Mapping[str, ServiceIcon]
) -> Reading:
    """An indicator, or a service through the indicator about it; else through its icon; else not judged."""
    known: dict[str, Indicator | Service] = {each.id: each for each in (*framework.services, *framework.indicators)}
    indicator = known[id] if id in statuses else _own(framework, id)
    if isinstance(indicator, Indicator):
        status = statuses[indicator.id]
        return Reading(indicator.short, indicator.direction, None if status.stale else status.side)
    service, icon = known[id], icons.get(id)
    side = SIDES.get(icon.variation.rsplit("_", 1)[-1]) if icon else None
    return Reading(service.name, service.direction, side, of_chart=True)


def _own(framework: Framework, service: str) -> Indicator | None:
    """The indicator that is about a service alone."""
    about = [each for each in framework.indicators if each.formula.kind == "demand_rate"]
    return next((each for each in about if each.formula.services == (service,)), None)
