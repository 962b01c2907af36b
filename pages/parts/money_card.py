"""Money before attribution: gross value, cost and what is left, each low, central and high; no finding."""

from collections.abc import Iterable
from html import escape

from charts import words
from data.framework.indicators import Indicator
from metrics.types import Estimate
from pages.parts.cards import foot, headline
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.statements import statements
from pages.parts.view import View

# In the order of the sum: what was saved, what that is worth, what it cost, what is left.
LINES = {
    "gross_units": "Cases fewer than before",
    "gross_value": "Gross value",
    "programme_cost": "Programme cost",
    "level": "Net value",
}
SCENARIOS = ("low", "central", "high", "")
CAVEAT = (
    "Not a claim about the programme. This is the change against the year before the start, with nothing taken off "
    "for what would have happened anyway: level 1 of 5 on the Maryland scale. It stands here so that the sum can be "
    "checked against the accounts. What the programme may claim, and what of it is signed as cash, stands "
    "further up, where what would have happened anyway has been taken off step by step."
)


def money_card(view: View, id: str) -> Card:
    """Money as a table of low, central and high, never one number; nothing is drawn."""
    indicator = view.framework.indicator(id)
    found = [each for each in view.estimates(id) if each.area == indicator.areas[0] and not each.group_dim]
    last = max((each.period for each in found), default=None)
    newest = sorted((each for each in found if each.period == last), key=_order)
    when = f", {words.period(last)}" if last else ""
    return Card(
        key=id,
        head=f"<h2>{escape(headline(view, indicator, indicator.areas[0], newest))}</h2>"
        f"<p class='ec-sub'>{escape(indicator.name)} ({escape(indicator.unit_text)}){escape(when)}</p>",
        body=f"<div class='ec-warn'>{CAVEAT}</div>{_table(newest, indicator)}" if newest else "",
        side=statements(view.said("indicator", id), indicator, ""),
        foot=foot(view, indicator, newest),
        made=made(view, indicator, newest),
        table=estimate_table(indicator.name, newest, "pounds; cases for cases", "Line", _case) if newest else None,
    )


def _table(newest: Iterable[Estimate], indicator: Indicator) -> str:
    by_line: dict[str, dict[str, Estimate]] = {}
    for each in newest:
        by_line.setdefault(each.statistic, {})[each.scenario] = each
    rows = "".join(_line(name, by_line[name]) for name in LINES if name in by_line)
    return (
        f"<table><caption>{escape(indicator.short)}, step by step</caption><thead><tr><th scope=col>Line</th>"
        "<th scope=col class=n>Low</th><th scope=col class=n>Central</th><th scope=col class=n>High</th></tr>"
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _line(name: str, cases: dict[str, Estimate]) -> str:
    """A line of the sum; one that has no low and high stands in the middle alone."""
    cells = "".join(
        f"<td class=n>{escape(_said(cases.get(case) or (cases.get('') if case == 'central' else None)))}</td>"
        for case in SCENARIOS[:3]
    )
    return f"<tr><th scope=row>{LINES[name]}</th>{cells}</tr>"


def _said(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    if estimate.value is None:
        return words.absence(estimate.absence)
    if estimate.statistic == "gross_units":
        return words.number(estimate.value, 0)
    return words.money(estimate.value)


def _order(estimate: Estimate) -> tuple[int, int]:
    names = [*LINES, estimate.statistic]
    return names.index(estimate.statistic), SCENARIOS.index(estimate.scenario)


def _case(estimate: Estimate) -> str:
    name = LINES.get(estimate.statistic, estimate.statistic.replace("_", " "))
    return f"{name}, {estimate.scenario}" if estimate.scenario else name
