"""An index over time, and beside it the questions it is made of: it may stand still while they move."""

from html import escape

from charts.multiples import small_multiples
from charts.sentence import alt_text
from pages.parts.cards import foot, headline
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.statements import statements
from pages.parts.view import View


def index_card(view: View, id: str, headed: bool = True) -> Card:
    """An index and each of its parts over time, on one scale from 0 to 100. `headed`: with its finding and status."""
    indicator = view.framework.indicator(id)
    series, parts = view.series(id, indicator.areas[0]), view.of(id, "part")
    finding = headline(view, indicator, indicator.areas[0], series)
    panels = {indicator.short: series} | {
        view.question_name(question): [each for each in parts if each.group_value == question]
        for question in indicator.formula.questions
    }
    return Card(
        key=f"{id}_parts",
        alt=alt_text(finding, series, indicator.unit),
        head=f"<h2>{escape(finding if headed else 'The index and its parts')}</h2>"
        f"<p class='ec-sub'>{escape(indicator.name)} ({escape(indicator.unit_text)}) and "
        "the four questions it is the mean of, by wave, all on one scale. The waves by telephone and online are "
        "not compared.</p>",
        chart=small_multiples(panels, indicator.unit, view.colours, 3) if series else None,
        body="" if series else "<p>There is no index in this publication.</p>",
        side=statements(view.said("indicator", id), indicator, "") if headed else "",
        foot=foot(view, indicator, series),
        table=estimate_table(
            f"{indicator.name} and its parts", [*series, *parts], "points of 100", "Part",
            lambda each: view.question_name(each.group_value) if each.group_value else indicator.short,
        ),
        made=made(view, indicator, series),
    )  # fmt: skip
