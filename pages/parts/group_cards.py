"""Cards that set groups side by side: newest figures with intervals, or counts as bars. Never a ranking."""

from collections.abc import Mapping, Sequence
from html import escape

from charts import findings, words
from charts.bars import bars
from charts.intervals import Row, caterpillar
from charts.sentence import alt_text
from charts.series import latest
from data.framework.indicators import Indicator
from metrics.types import Estimate
from pages.parts.cards import foot
from pages.parts.caution import caution
from pages.parts.figure import Card, estimate_table, plain
from pages.parts.provenance import made
from pages.parts.tables import Table
from pages.parts.view import View

TO_ALL, P_VALUE = "gap_to_county", "gap_p_adjusted"
KINDS = {"district": "district", "age": "age group"}  # one group of a breakdown, in a word


def groups_card(view: View, id: str, dimension: str, title: str = "") -> Card | None:
    """The newest figure of each group with its interval, in the framework's order; None without groups.

    Where the publication says which groups lie apart, that is the title; else it is `title`.
    """
    indicator = view.framework.indicator(id)
    newest = newest_by_group(view, id, dimension)
    if not newest:
        return None
    whole = latest(view.series(id, indicator.areas[0]))
    gaps = {each.group_value: each for each in newest_by_group(view, id, dimension, TO_ALL)}
    rows = [
        Row(view.framework.group_name(dimension, each.group_value), each, _apart(gaps.get(each.group_value)))
        for each in newest
    ]
    name = {each.id: each.name for each in view.framework.dimensions}.get(dimension, dimension)
    title = title or f"{indicator.short} by {name.lower()}"
    if whole and gaps:
        place = view.framework.area_name(indicator.areas[0])
        kind = KINDS.get(dimension, "group")
        title = f"{indicator.short}: {_lower(findings.apart(rows, whole, indicator.unit, place, kind))}"
    return Card(
        key=f"{id}_{dimension}",
        alt=f"{title}. {findings.widest(rows, indicator.unit)} {len(rows)} groups, all in the data table.",
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(_groups_sub(view, indicator, rows, whole, gaps))}</p>",
        chart=caterpillar(rows, indicator.unit, view.colours, whole),
        foot=foot(view, indicator, newest, whole),
        table=_with_gaps(view, named_table(view, indicator, dimension, newest), id, dimension, newest, gaps),
        made=made(view, indicator, newest),
    )


def _apart(gap: Estimate | None) -> bool | None:
    return None if gap is None else gap.mark in ("above", "below")


def _groups_sub(
    view: View, indicator: Indicator, rows: Sequence[Row], whole: Estimate | None, gaps: Mapping[str, Estimate]
) -> str:
    """Measure and period, what the marks mean, how uncertain it is, and which bases are low."""
    held = view.framework
    when = f", {words.period(whole.period)}" if whole else ""
    mark = (
        f"A filled diamond differs from everyone; with {findings.counted(len(rows))} compared at once the marks allow "
        "for flukes (Benjamini–Hochberg, 5%)."
        if gaps
        else "A filled diamond lies apart from the average, a hollow circle does not."
    )
    few = findings.low_bases(rows, held.threshold("survey_low_base_below"))
    said = f"{indicator.name}{when}, with 95% intervals, in a fixed order that is no rank. {mark}"
    return " ".join(part for part in (said, findings.widest(rows, indicator.unit), few if gaps else "") if part)


def _with_gaps(
    view: View, table: Table, id: str, dimension: str, newest: Sequence[Estimate], gaps: Mapping[str, Estimate]
) -> Table:
    """The data table with what each group differs by from everyone, and the adjusted p-value of that."""
    if not gaps:
        return table
    chances = {each.group_value: each.value for each in newest_by_group(view, id, dimension, P_VALUE)}
    more = ("Differs from everyone by (points)", "Adjusted p")
    differ = [gaps[each.group_value].value if each.group_value in gaps else None for each in newest]
    rows = tuple(
        (*row[:-1], plain(gap), plain(chances.get(each.group_value)), row[-1])
        for row, gap, each in zip(table.rows, differ, newest, strict=True)
    )
    return Table(table.caption, (*table.header[:-1], *more, table.header[-1]), rows)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text.startswith("No ") else text


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


def newest_by_group(view: View, id: str, dimension: str, statistic: str | None = None) -> list[Estimate]:
    """Each group's estimate or absence of the breakdown's newest period, in fixed order; the level unless named."""
    home = view.framework.indicator(id).areas[0]
    found = [each for each in view.of(id, statistic) if each.group_dim == dimension and each.area == home]
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
        lambda each: caution(view, each),
    )
