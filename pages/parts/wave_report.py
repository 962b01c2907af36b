"""How the survey waves were made: fieldwork, answers, weights, and the margins before and after weighting."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from charts import words
from charts.sentence import MODES
from metrics.types import Estimate, Period
from pages.parts import data
from pages.parts.tables import Table, scrolling, stacked
from pages.parts.view import View

CITIZENS = "citizen_survey"
HEADER = (
    "Wave", "Fieldwork", "Mode", "Interviews", "Effective base", "Design effect of weighting",
    "No answer to a question (%)", "Weights, smallest to largest", "Weights trimmed (%)",
)  # fmt: skip
NOTE = (
    "The effective base is the simple random sample that would be as precise. No answer: blank, don’t know or prefer "
    "not to say, least and most of the questions on this page. How many people were approached is not in the files, "
    "so a response rate can’t be said."
)
Report = Mapping[str, Any]


def wave_report(view: View, indicators: Sequence[str]) -> str | None:
    """A card with a row for each wave and its margins below, as HTML; None without citizen waves."""
    reports = [each for each in data.weight_reports(view.publication.id) if each["source"] == CITIZENS]
    dated = [each for each in reports if each["fieldwork_start"]]
    if not dated:
        return None
    dated.sort(key=lambda each: each["fieldwork_start"])
    blanks = [e for id in indicators for e in view.of(id, "item_nonresponse") if e.value is not None]
    table = Table("Survey waves", HEADER, tuple(_row(each, blanks) for each in dated))
    margins = "".join(_margins(view, each) for each in dated if each["margins"])
    who = ", ".join(dict.fromkeys(each["population"] for each in dated if each["population"]))
    pill = "<span class='ec-pill'>Illustrative data</span>" if view.publication.illustrative else ""
    return (
        f'<section class="ec ec-card"><h2>{escape(_finding(dated))}</h2>'
        f"<p class='ec-sub'>Each wave’s fieldwork, answers and weights; {escape(who)}.</p>"
        f"{stacked(table, 'Survey waves', whole=True)}<div class='ec-more'>{margins}</div>"
        f"<p class='ec-foot'>{escape(NOTE)} {pill}</p></section>"
    )


def _finding(reports: Sequence[Report]) -> str:
    """What weighting costs in precision, from the same figures as the table."""
    sizes = [each["n"] for each in reports if each["n"]]
    effects = [each["deff"] for each in reports if each["deff"]]
    said = f"{len(reports)} survey {'wave' if len(reports) == 1 else 'waves'}"
    if not sizes or not effects:
        return said
    people = _span(min(sizes), max(sizes), 0)
    return f"{said} of {people} interviews; weighting leaves each worth at least {_least(reports)}"


def _least(reports: Sequence[Report]) -> str:
    return words.number(min(each["n_eff"] for each in reports if each["n_eff"]), 0)


def _row(report: Report, blanks: Sequence[Estimate]) -> tuple:
    period = _fieldwork(report)
    modes = report["modes"] or []
    unanswered = [e.value for e in blanks if (e.period.start, e.period.end) == (period.start, period.end)]
    trimmed = report["trimmed_share"]
    return (
        report["wave"], _days(period),
        ", ".join(MODES.get(mode, mode) for mode in modes), _whole(report["n"]), _whole(report["n_eff"]),
        "" if report["deff"] is None else round(report["deff"], 2),
        _span(min(unanswered), max(unanswered), 1) if unanswered else "",
        "" if report["minimum"] is None else _span(report["minimum"], report["maximum"], 2),
        "as supplied" if report["supplied"] else "" if trimmed is None else round(100 * trimmed, 1),
    )  # fmt: skip


def _days(period: Period) -> str:
    """From the first to the last day; a year that both share is said once."""
    first, last = words.day(period.start), words.day(period.end)
    same = period.start.year == period.end.year
    return f"{first.removesuffix(f' {period.start.year}') if same else first} to {last}"


def _whole(value: float | None) -> int | str:
    return "" if value is None else round(value)


def _fieldwork(report: Report) -> Period:
    start, end = (dt.date.fromisoformat(report[name]) for name in ("fieldwork_start", "fieldwork_end"))
    return Period(start, end, "wave")


def _span(low: float, high: float, decimals: int) -> str:
    first, last = words.number(low, decimals), words.number(high, decimals)
    return first if first == last else f"{first} to {last}"


def _margins(view: View, report: Report) -> str:
    """Shares of the adults, of the interviews as they came and as weighted, for every category."""
    names = {each.id: each.name for each in view.framework.dimensions}
    rows = tuple(
        (_category(view, each), names.get(each["margin"], each["margin"]),
         *(words.number(each[name], 1) for name in ("population", "before", "after")))
        for each in report["margins"]
    )  # fmt: skip
    header = ("Group", "Margin", "Adults (%)", "Interviews (%)", "As weighted (%)")
    table = scrolling(Table(f"{report['wave']}: {report['method']}", header, rows))
    return f"<details><summary>Margins of {escape(report['wave'])}</summary>{table}</details>"


def _category(view: View, margin: Report) -> str:
    known = margin["margin"] in {each.id for each in view.framework.dimensions}
    parts = str(margin["category"]).split(" + ")
    return ", ".join(view.framework.group_name(margin["margin"], part) if known else part for part in parts)
