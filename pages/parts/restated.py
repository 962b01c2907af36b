"""What two states of the publication say, side by side: statements and findings, and figures restated. HTML."""

from collections.abc import Sequence
from html import escape

from charts import words
from data.framework import Framework
from metrics.changes import Restated, StatusChange
from metrics.rebase import REBASED
from metrics.types import Absence, Period
from pages.parts.status_icons import said
from pages.parts.tables import Table, stacked
from pages.parts.view import DRAWN

ASKED = {"change": "Is it changing?", "target": "Will it reach its target?", "headline": "The finding"}
SCENARIOS = {
    "low": "low estimate", "central": "central estimate", "high": "high estimate", REBASED: "with limits set anew",
}  # fmt: skip
CLOSER = 3  # decimals
EACH = 5  # figures restated that are listed of each indicator; the rest are counted


def side_by_side(
    held: Framework, changes: Sequence[StatusChange], overview: tuple[str, str], heads: tuple[str, str]
) -> str:
    """The overview's sentence, statuses and findings that differ, before beside after."""
    rows = [("The overview", "Its one sentence", *overview)] if overview[0] != overview[1] else []
    rows += [
        (name_of(held, each.subject), ASKED[each.what], _words(each, each.before), _words(each, each.after))
        for each in sorted(changes, key=lambda each: each.subject)
    ]
    if not rows:
        return "<p>No headline and no statement changes.</p>"
    table = Table("Headlines and statements that change", ("Of what", "Question", *heads), tuple(rows))
    return stacked(table, whole=True)


def restated_table(held: Framework, figures: Sequence[Restated], heads: tuple[str, str]) -> str:
    """Figures that were published and are no longer the same; changes and gaps follow them and are not listed."""
    levels = [each for each in figures if each.statistic in DRAWN]
    if not levels:
        return "<p>No published figure is restated.</p>"
    by_indicator = {}
    for each in sorted(levels, key=_undivided_and_largest_first):
        by_indicator.setdefault(each.indicator, []).append(each)
    listed = [each for name in sorted(by_indicator) for each in by_indicator[name][:EACH]]
    units = {each.id: each.unit for each in held.indicators}
    rows = tuple(
        (name_of(held, each.indicator), _place(held, each), words.period(_period(each)),
         *_figures(each, units.get(each.indicator, "")))
        for each in listed
    )  # fmt: skip
    left = len(levels) - len(listed)
    more = f"<p class='ec-sub'>The largest of each indicator are listed; {left:,} more are restated.</p>" * (left > 0)
    caption = f"Published figures that are restated ({len(levels):,})"
    return stacked(Table(caption, ("Indicator", "Where and who", "Period", *heads), rows)) + more


def name_of(held: Framework, subject: str) -> str:
    """An indicator's or a box's name; the bare id of anything the framework does not hold."""
    return next((each.name for each in (*held.indicators, *held.nodes) if each.id == subject), subject)


def _undivided_and_largest_first(each: Restated) -> tuple[bool, float]:
    moved = 0.0 if each.before is None or each.after is None else abs(each.after - each.before)
    return bool(each.group_dim), -moved


def _words(change: StatusChange, state: str) -> str:
    return state if change.what == "headline" else said(state)


def _place(held: Framework, each: Restated) -> str:
    group = held.group_name(each.group_dim, each.group_value) if each.group_dim else ""
    return ", ".join(filter(None, (held.area_name(each.area), group, SCENARIOS.get(each.scenario, each.scenario))))


def _period(each: Restated) -> Period:
    return Period(each.start, each.end, each.period_kind)


def _figures(each: Restated, unit: str) -> tuple[str, str]:
    """Before and after: as figures are written, and with more decimals where that would hide the difference."""
    states = ((each.before, each.absence_before), (each.after, each.absence_after))
    before, after = (_figure(value, absence, unit) for value, absence in states)
    if before != after or each.before is None or each.after is None:
        return before, after
    return words.number(each.before, CLOSER), words.number(each.after, CLOSER)


def _figure(value: float | None, absence: str, unit: str) -> str:
    """Pounds in full: in thousands and millions most differences could not be seen."""
    if value is None:
        return words.absence(Absence(absence)) if absence else "no figure"
    if unit == "pounds":
        return f"{words.MINUS if value < 0 else ''}£{words.number(abs(value), 0)}"
    return words.figure(value, unit)


def sentence_of(refused: Exception) -> str:
    """Why something was refused, as an alert."""
    return f'<div class="ec" role="alert"><p class="ec-verdict ec-bad">{escape(str(refused.args[0]))}</p></div>'
