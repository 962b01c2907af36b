"""Cards that set groups side by side: newest figures with intervals, or counts as bars. Never a ranking."""

from collections.abc import Sequence
from html import escape

from charts import words
from charts.bars import bars
from charts.intervals import Row, caterpillar
from charts.sentence import alt_text
from charts.series import latest
from data.framework.indicators import Indicator
from metrics.types import Estimate
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.view import View


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
