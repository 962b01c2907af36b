"""Cards of one survey question: its districts in a funnel, and every answer wave by wave."""

from collections.abc import Sequence
from html import escape

from charts import findings, words
from charts.funnel import funnel
from charts.intervals import Row
from charts.likert import Answer, Wave, likert, swatches
from charts.sentence import MODES
from charts.series import known, latest
from data.framework.indicators import Indicator
from metrics.types import Estimate
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table, note_of, plain
from pages.parts.group_cards import newest_by_group
from pages.parts.provenance import made
from pages.parts.tables import Table
from pages.parts.view import View

FUNNEL, LIMITS = "funnel_95", "funnel_99_8"
FUNNEL_SUB = (
    "A smaller base varies more, so the limits open like a funnel. Between the dotted lines chance alone is enough "
    "to explain a figure; one district in twenty lies outside them by chance. Filled and named: outside them."
)


def funnel_card(view: View, id: str) -> Card | None:
    """Each district against the size of its base; None where the publication has no funnel."""
    indicator = view.framework.indicator(id)
    inner, outer = (_named(view, newest_by_group(view, id, "district", name)) for name in (FUNNEL, LIMITS))
    if not inner:
        return None
    outside = [row.name for row in inner if row.estimate.value is not None and row.estimate.mark != "alike"]
    beyond = [row.name for row in outer if row.estimate.value is not None and row.estimate.mark != "alike"]
    said = f"{findings.listed(outside)} outside the 95% limits" if outside else "every district within the 95% limits"
    said += f", {findings.listed(beyond)} also outside the 99.8% limits" if beyond else ""
    title = f"{indicator.short}: {said}"
    estimates = [row.estimate for row in inner]
    when = words.period(estimates[0].period)
    return Card(
        key=f"{id}_funnel",
        alt=f"{title}. {_spread(estimates, indicator)}",
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{escape(indicator.name)} by district, {when}. "
        f"{FUNNEL_SUB}</p>",
        chart=funnel(inner, outer, indicator.unit, view.colours),
        foot=foot(view, indicator, estimates, latest(view.series(id, indicator.areas[0]))),
        table=_funnel_table(indicator, inner, outer),
        made=made(view, indicator, estimates),
    )


def _funnel_table(indicator: Indicator, inner: Sequence[Row], outer: Sequence[Row]) -> Table:
    limits = {row.name: row.estimate for row in outer}
    header = ("District", f"Figure ({indicator.unit_text})", "Effective base", "95% from", "95% to", "99.8% from",
              "99.8% to", "Note")  # fmt: skip
    rows = tuple(
        (row.name, *map(plain, (row.estimate.value, row.estimate.base_effective)), *_between(row.estimate),
         *_between(limits.get(row.name, row.estimate)), note_of(row.estimate))
        for row in inner
    )  # fmt: skip
    return Table(f"{indicator.name} by district, with the limits chance alone would keep", header, rows)


def _between(estimate: Estimate) -> tuple:
    return plain(estimate.lower_limit), plain(estimate.upper_limit)


def _spread(estimates: Sequence[Estimate], indicator: Indicator) -> str:
    values = [each.value for each in known(estimates)]
    if not values:
        return "No figure can be shown."
    low, high = words.figure(min(values), indicator.unit), words.figure(max(values), indicator.unit)
    return f"{len(values)} districts from {low} to {high}, all in the data table."


def _named(view: View, estimates: Sequence[Estimate]) -> list[Row]:
    return [Row(view.framework.group_name(each.group_dim, each.group_value), each) for each in estimates]


def answers_card(view: View, id: str) -> Card | None:
    """The share of every answer, wave by wave, as diverging bars; None where none is published."""
    indicator = view.framework.indicator(id)
    shares = view.of(id, "answer_share")
    scale = _scale(view, indicator)
    waves = _waves(shares)
    if not any(known(shares)):
        return None
    title = f"{indicator.short}: {_lower(findings.answers(waves[-1], scale))}"
    names = {answer.code: answer.label for answer in scale}
    return Card(
        key=f"{id}_answers",
        alt=f"{title}. Each wave's answers are in the data table.",
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>Share of each answer by wave, in per cent, with "
        f"{escape(waves[-1].name)} in the title. Waves by telephone and online can’t be compared with each other.</p>"
        + _key(scale, view),
        chart=likert(waves, scale, view.colours),
        foot=foot(view, indicator, shares),
        table=estimate_table(
            f"{indicator.name}: every answer", shares, "per cent", "Answer",
            lambda each: names.get(each.group_value, each.group_value),
        ),
        made=made(view, indicator, shares),
    )  # fmt: skip


def _scale(view: View, indicator: Indicator) -> list[Answer]:
    """The answers of the question and of its later wordings, each code once, in the order of the scale."""
    found: dict[str, Answer] = {}
    for id in indicator.formula.questions:
        for label in view.framework.question(id).labels:
            found.setdefault(str(label.code), Answer(str(label.code), label.label, label.role))
    return list(found.values())


def _waves(shares: Sequence[Estimate]) -> list[Wave]:
    by_wave: dict[tuple, dict[str, Estimate]] = {}
    for each in sorted(shares, key=lambda one: (one.period.end, one.segment)):
        by_wave.setdefault((each.period, each.mode, each.segment), {})[each.group_value] = each
    return [Wave(_wave_name(*key), found) for key, found in by_wave.items()]


def _wave_name(period, mode: str, segment: int) -> str:
    said = words.period(period) + (f", {MODES.get(mode, mode)}" if mode and mode != "telephone" else "")
    return said + (" (reworded)" if segment > 1 else "")


def _key(scale: Sequence[Answer], view: View) -> str:
    parts = "".join(
        f"<li><i style='background:{fill};border-color:{edge}'></i>{escape(label)}</li>"
        for label, fill, edge in swatches(scale, view.colours)
    )
    return f"<ul class='ec-key'>{parts}</ul>"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
