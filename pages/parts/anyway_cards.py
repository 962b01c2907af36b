"""Would it have happened anyway? One service: the chart, the designs side by side, the areas one by one."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from charts import words
from charts.counterfactual import counterfactual_chart
from pages.parts.anyway_events import event_study
from pages.parts.anyway_words import MARYLAND, declared_words, named, placebo_words, sensitivity_words
from pages.parts.figure import Card, plain
from pages.parts.provenance import places
from pages.parts.status_icons import badge, said
from pages.parts.tables import Html, Table, scrolling, stacked
from pages.parts.tile_map import tile_map
from pages.parts.view import View

KIND = "counterfactual"
BELOW = "Below zero means more than expected."
CAUTION = {"inconclusive": "Not to be quoted: the designs don’t agree, or one of them failed its own check."}
HEADER = ("Month", "Counted", "Expected", "95% low", "95% high", "Avoided so far", "95% low", "95% high")


def models(view: View) -> dict[str, str]:
    """The service's name of every impact model that this publication answers, by the model's id."""
    return {
        model.id: view.framework.service(model.service).name
        for model in view.framework.impact_models if view.said(KIND, model.id).detail
    }  # fmt: skip


def chart_card(view: View, id: str) -> Card:
    """Observed against expected and the avoided so far; the refusal with its reason where there is none."""
    detail = view.said(KIND, id).detail
    months = detail["months"]
    moments = [(detail["declared"]["starts_on"], "start"), (detail["declared"]["effect_from"], "effect may show")]
    return _card(
        view, id, "chart", detail["sentence"], _subtitle(view, detail),
        chart=counterfactual_chart(_before(view, detail), months, moments, view.colours) if months else None,
        alt=f"{detail['sentence']} {len(months)} months, all in the data table.",
        side=_side(view, detail), table=_table(view, detail) if months else None,
    )  # fmt: skip


def designs_card(view: View, id: str) -> Card:
    """Each design with its claim, figures, checks and sensitivities, and whether they agree."""
    detail = view.said(KIND, id).detail
    rows = tuple(_design(design) for design in detail["designs"])
    table = Table("Designs side by side", ("Design", "Finding", "Avoided", "Could have shown", "Maryland level"), rows)
    checks = "".join(_checks(view, design) for design in detail["designs"])
    if detail["without_each"]:
        checks += f"<h3>Without each area</h3>{_list(sensitivity_words(view, detail['without_each']))}"
    body = stacked(table, whole=True)
    body += f"<details><summary>Checks of each design, in words</summary>{checks}</details>"
    shown = event_study(view, detail)
    more = {} if shown is None else {"chart": shown.chart, "alt": shown.alt, "table": shown.table}
    return _card(
        view, id, "designs", detail["sentence"], _subtitle(view, detail), body=body + (shown.head if shown else ""),
        **more,
    )  # fmt: skip


def areas_card(view: View, id: str) -> Card:
    """Every area's own finding on a tile map and in a table, in the framework's order."""
    detail = view.said(KIND, id).detail
    told = {each["area"]: (each["claim"], _per_cent(each)) for each in detail["places"]}
    name = view.framework.service(detail["service"]).name
    rows = tuple((view.framework.area_name(code), said(claim), text) for code, (claim, text) in told.items())
    table = Table(f"{name}, area by area", ("Area", "Finding", "Against what was to be expected"), rows)
    body = tile_map(view, told, f"{name}: each area’s own finding") + scrolling(table)
    about = "Each area is judged by its own past and the same comparators. Small areas can show only large changes."
    return _card(view, id, "areas", f"{name}: each area’s own finding", about, body=body)


def _card(view: View, id: str, what: str, head: str, about: str, **more: Any) -> Card:
    detail = view.said(KIND, id).detail
    pill = " <span class='ec-pill'>Illustrative data</span>" if detail["illustrative"] else ""
    foot = f"Publication {view.publication.number}. {declared_words(detail['declared'])}"
    more.setdefault("side", "")
    return Card(
        key=f"anyway_{id}_{what}",
        head=f"<h2>{escape(named(view, head))}</h2><p class='ec-sub'>{escape(about)}</p>{more.pop('body', '')}",
        foot=f"<p class='ec-foot'>{escape(foot)}{pill}</p>", made=_made(view, detail), **more,
    )  # fmt: skip


def _subtitle(view: View, detail: Mapping[str, Any]) -> str:
    service = view.framework.service(detail["service"])
    since = words.month(dt.date.fromisoformat(detail["declared"]["effect_from"]))
    return f"{service.name}, {view.framework.area_name(detail['area'])}, {service.unit} a month; judged since {since}."


def _side(view: View, detail: Mapping[str, Any]) -> str:
    parts = [badge(detail["claim"])]
    if detail["avoided"]:
        value, low, high = (words.number(each, 0) for each in detail["avoided"])
        name = next(each["name"] for each in detail["designs"] if each["design"] == detail["lead"])
        parts += [
            f"<p class='ec-plain'>Avoided: {value}</p><p>95% interval {low} to {high}, by the {escape(name)}, the "
            f"strongest design that answered. {CAUTION.get(detail['claim'], BELOW)}</p>",
            f"<p>The smallest fall it could have shown: {detail['smallest']:.1f}%.</p>",
        ]  # fmt: skip
    parts.append(f"<p>Strength of evidence (Maryland scale): {escape(MARYLAND[detail['maryland']])}.</p>")
    return "".join(f"<div>{part}</div>" for part in parts)


def _design(design: Mapping[str, Any]) -> tuple:
    if design["avoided"] is None:
        why = " ".join(each["sentence"] for each in design["refusals"])
        return design["name"], Html(f"{badge(design['claim'])}<br><small>{escape(why)}</small>"), "", "", ""
    value, low, high = (words.number(each, 0) for each in design["avoided"])
    share = f"{design['percent'][0]:.1f}%".replace("-", words.MINUS)
    return (
        design["name"], Html(badge(design["claim"])), f"{value} ({low} to {high}), {share}",
        f"a fall of {design['smallest']:.1f}%", str(design["maryland"]),
    )  # fmt: skip


def _checks(view: View, design: Mapping[str, Any]) -> str:
    told = [*placebo_words(design["placebos"]), *sensitivity_words(view, design["sensitivities"])]
    if design["weights"]:
        top = sorted(design["weights"], key=lambda each: -each[1])[:5]
        told.append("Weighs most: " + ", ".join(f"{named(view, name)} {100 * share:.0f}%" for name, share in top) + ".")
    return f"<h3>{escape(design['name'].capitalize())}</h3>{_list(told)}" if told else ""


def _list(items: Sequence[str]) -> str:
    return f"<ul class='ec-list'>{''.join(f'<li>{escape(each)}</li>' for each in items)}</ul>"


def _per_cent(place: Mapping[str, Any]) -> str:
    """An area's own figure in whole per cent, with its interval; why not where it can't be answered."""
    if place["percent"] is None:
        return place["sentence"]
    value, low, high = (-each for each in place["percent"])
    said = f"{value:+d}% ({high:+d} to {low:+d})"
    return re.sub(r"[+-]0\b", "0", said).replace("-", words.MINUS)


def _table(view: View, detail: Mapping[str, Any]) -> Table:
    rows = tuple(
        (words.month(dt.date.fromisoformat(each["start"])),
         *map(plain, (each["observed"], *each["expected"], *each["avoided"])))
        for each in detail["months"]
    )
    return Table(f"{_subtitle(view, detail)} Counted, expected and avoided", HEADER, rows)


def _before(view: View, detail: Mapping[str, Any]) -> list[tuple[str, float | None]]:
    """The published counts until the effect may show."""
    said_of = view.said("service", detail["service"]).detail
    indicator = said_of.get("indicator")
    if not indicator:
        return []
    own = detail["service"] in view.framework.indicator(indicator).formula.services
    group = ("", "") if own else ("service", detail["service"])
    series = [
        each for each in view.of(indicator, "count")
        if each.area == detail["area"] and (each.group_dim, each.group_value) == group
        and each.period.start.isoformat() < detail["declared"]["effect_from"]
    ]  # fmt: skip
    return [(each.period.start.isoformat(), each.value) for each in sorted(series, key=lambda each: each.period)]


def _made(view: View, detail: Mapping[str, Any]) -> str:
    settings = detail["settings"]
    entries = [
        ("Question", escape(declared_words(detail["declared"]))),
        ("Refuses below", f"{settings['months_before_season']} months before to fit a season, "
                          f"{settings['months_before']} without, {settings['months_after']} after"),
        ("Intervals", "95%; figures, interval, p and sentence of a design come from one distribution"),
        ("Files and cells", places(view, detail["trace"])),
    ]  # fmt: skip
    return '<dl class="ec-made">' + "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in entries) + "</dl>"
