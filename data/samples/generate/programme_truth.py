"""What is true of the Collaborative's own logs: the probabilities behind their shares."""

import datetime as dt
from collections.abc import Iterator, Sequence

from data.framework import Framework
from data.framework.indicators import Indicator
from data.samples.generate import attendance, contacts, work
from data.samples.generate.attendance import AGENDA, Session
from data.samples.generate.draws import months, quarter_end
from data.samples.generate.roster import RETENTION, START
from data.samples.generate.truth import Truth

QUARTERS = [(start, quarter_end(start)) for start in months(START, 30)[::3]]


def programme_truths(
    framework: Framework, planned: Sequence[Session], insights: Sequence[Sequence]
) -> Iterator[Truth]:
    """Retention, commitments, insights, ownership and failure demand, quarter by quarter.

    Quarters in which the product has too little to answer from have a truth all the same.
    """
    for indicator in framework.indicators:
        kind = indicator.formula.kind
        if kind == "retention":
            yield from _constant(indicator, 100 * RETENTION)
        elif kind == "commitments_on_time":
            yield from _rolling(indicator, 100 * work.ON_TIME)
        elif kind == "insights_adopted":
            yield from _adoption(indicator, [row[1] for row in insights])
        elif kind == "ownership":
            yield from _ownership(indicator, planned)
        elif kind == "failure_share":
            yield from _failure(indicator)


def _constant(indicator: Indicator, value: float) -> Iterator[Truth]:
    for start, end in QUARTERS:
        yield Truth(indicator.id, "level", indicator.areas[0], start, end, value)


def _rolling(indicator: Indicator, value: float) -> Iterator[Truth]:
    """Twelve months up to the end of each quarter."""
    for start, end in QUARTERS:
        first = dt.date(end.year - 1, start.month, 1)
        yield Truth(indicator.id, "level", indicator.areas[0], months(first, 4)[3], end, value)


def _adoption(indicator: Indicator, heard: Sequence[dt.date]) -> Iterator[Truth]:
    """Of the insights heard by the end of a quarter, the share that could have led to a change by then."""
    for start, end in QUARTERS:
        chances = [work.adopted_by(day, end) for day in heard if day <= end]
        if chances:
            share = 100 * sum(chances) / len(chances)
            yield Truth(indicator.id, "level", indicator.areas[0], start, end, share)


def _ownership(indicator: Indicator, planned: Sequence[Session]) -> Iterator[Truth]:
    for number, (start, end) in enumerate(QUARTERS):
        held = [s for s in planned if s.kind in AGENDA and start <= s.held_on <= end]
        items = sum(AGENDA[session.kind] for session in held)
        item, chair = attendance.outside_item_chance(3 * number), attendance.outside_chair_chance(3 * number)
        both = (items * item + len(held) * chair) / (items + len(held))
        for statistic, value in (("level", both), ("agenda_share", item), ("chair_share", chair)):
            yield Truth(indicator.id, statistic, indicator.areas[0], start, end, 100 * value)


def _failure(indicator: Indicator) -> Iterator[Truth]:
    """As a coder sees it: the product doesn't know the true code, only what two people wrote."""
    area, services = indicator.areas[0], list(contacts.SERVICES)
    for number, (start, end) in enumerate(QUARTERS):
        shares = [100 * contacts.coded_failure_share(service, number) for service in services]
        yield Truth(indicator.id, "level", area, start, end, sum(shares) / len(shares))
        for service, share in zip(services, shares, strict=True):
            yield Truth(indicator.id, "level", area, start, end, share, "service", service)
