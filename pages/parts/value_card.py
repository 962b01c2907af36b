"""What fewer cases are worth: the waterfall of one service, who saves, what is cash; and all of it against the cost."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from charts import words
from charts.waterfall import Step, said, waterfall
from metrics.periods import add_months
from metrics.types import Period
from pages.parts.anyway_words import declared_words
from pages.parts.figure import Card, plain
from pages.parts.provenance import places
from pages.parts.tables import Table
from pages.parts.view import View

ENDS = ("central", "low", "high")
UNPRICED = "The data do not say how many cases were avoided."
NOT_CASH = "Cash that can be taken out"
UNTOLD = {"economic": "Economic value (earnings, growth)", "social": "Social value (wellbeing)"}
ABOUT = (
    "From cases to pounds, step by step; the lines are ranges that hold 95% of {draws} simulated outcomes. "
    "In prices of {prices_of}."
)


def worth_card(view: View, id: str) -> Card:
    """What the cases that one impact model found are worth; why no pounds are put on them where they can't be."""
    model = next(each for each in view.framework.impact_models if each.id == id)
    told = view.said("value", f"{model.service} {model.areas[0]}")
    declared = view.said("counterfactual", id).detail["declared"]
    if told.change == "valued":
        return _card(view, told.detail, told.headline, declared_words(declared))
    name = view.framework.service(model.service).name
    pill = _pill(view.publication.illustrative)
    return Card(
        key=f"value_{id}",
        head=f"<h2>No pounds are put on {escape(name)}</h2><p class='ec-sub'>{escape(told.why or UNPRICED)}</p>",
        foot=f"<p class='ec-foot'>Publication {view.publication.number}. {escape(declared_words(declared))}{pill}</p>",
    )


def return_card(view: View) -> str | None:
    """The sentence about the whole programme, and the figures behind it."""
    told = view.said("value", "programme")
    if not told.detail:
        return None
    detail = told.detail
    if told.change == "refused":
        head, body = "What came back for what it cost", escape(told.headline)
    else:
        head, body = told.headline, escape(
            f"Fiscal value of what could be priced {_pounds(detail['value'])}, cash costs so far "
            f"{words.money(detail['cost'])}, value less cost {_pounds(detail['net'])}; all in prices of "
            f"{detail['prices_of']}, later pounds counting less. {detail['when']} {detail['how']}"
        )
    return f'<section class="ec ec-card"><h2>{_unbroken(head)}</h2><p class="ec-sub">{body}</p></section>'


def _card(view: View, detail: Mapping[str, Any], headline: str, declared: str) -> Card:
    service = view.framework.service(detail["service"])
    fiscal = detail["kinds"]["fiscal"]
    steps = drawn(fiscal)
    about = ABOUT.format(draws=words.number(detail["draws"], 0), prices_of=detail["prices_of"])
    foot = f"{_source(view, detail, fiscal)} {declared}"
    return Card(
        key=f"value_{service.id}",
        head=f"<h2>{_unbroken(headline)}</h2><p class='ec-sub'>Fiscal value of {escape(service.name)}, "
        f"{escape(view.framework.area_name(detail['area']))}, {escape(_when(detail))}. {escape(about)}</p>",
        chart=waterfall(steps, "pounds", view.colours),
        alt=f"{headline} {'; '.join(said(step, 'pounds') for step in steps)}. All steps with their reasons are in the "
        "data table.",
        side=_side(detail),
        foot=f"<p class='ec-foot'>{escape(foot)}{_pill(detail['illustrative'])}</p>",
        table=_table(service.name, fiscal),
        made=_made(view, detail, fiscal),
    )


def _pill(illustrative: bool) -> str:
    return " <span class='ec-pill'>Illustrative data</span>" if illustrative else ""


def drawn(fiscal: Mapping[str, Any]) -> list[Step]:
    """The steps that change something between the first figure and the last, then what of it is cash."""
    first, *later = fiscal["steps"]
    steps = [Step(first["name"], *first["after"], total=True)]
    before = first["after"][0]
    for step in later:
        if step["applied"]:
            steps.append(Step(step["name"], *step["change"], start=before))
        before = step["after"][0]
    cash = [sum(share["cashable"][at] for share in fiscal["payers"]) for at in range(3)]
    return [*steps, Step("Value to public bodies", *later[-1]["after"], total=True), Step(NOT_CASH, *cash, total=True)]


def _side(detail: Mapping[str, Any]) -> str:
    payers = "".join(
        f"<p class='ec-plain'>{escape(share['payer'])}: {escape(_pounds(share['value']))}</p>"
        f"<p>Cash: {escape(words.money(share['cashable'][0]))}. {escape(share['why'])}</p>"
        for share in detail["kinds"]["fiscal"]["payers"]
    )
    others = "".join(
        f"<p class='ec-plain'>{name}</p><p>{escape(_other(detail['kinds'][kind]))} Never added to the above.</p>"
        for kind, name in UNTOLD.items()
    )
    return f"<div><h3>Who saves</h3>{payers}</div><div><h3>Kept apart</h3>{others}</div>"


def _other(kind: Mapping[str, Any]) -> str:
    return kind["refusal"] or f"{_pounds(kind['steps'][-1]['after'])}."


def _when(detail: Mapping[str, Any]) -> str:
    first, last = (dt.date.fromisoformat(detail[name]) for name in ("first", "last"))
    return words.period(Period(first, add_months(last, 1) - dt.timedelta(days=1), "span"))


def _source(view: View, detail: Mapping[str, Any], fiscal: Mapping[str, Any]) -> str:
    prices = "; ".join(
        f"{price['code']}, {words.money(price['central'])} a case in prices of {price['price_year']}, quality "
        f"{price['quality']}" + ("" if price["low"] is not None and price["high"] is not None
                                 else " (the source gives no range, so the true one is wider)")
        for price in fiscal["prices"]
    )  # fmt: skip
    return (f"Source: the counterfactual on this page; unit cost {prices}; publication {view.publication.number}, "
            f"{words.day(view.publication.published_at)}.")  # fmt: skip


def _table(name: str, fiscal: Mapping[str, Any]) -> Table:
    header = ("Step", *(f"Change, {end} (£)" for end in ENDS), *(f"Left, {end} (£)" for end in ENDS),
              "Cases left, central", "Why")  # fmt: skip
    rows = tuple(
        (step["name"], *(plain(round(end)) for end in (*step["change"], *step["after"])),
         plain(round(step["cases"][0])), step["why"])
        for step in fiscal["steps"]
    )  # fmt: skip
    cash = tuple(
        (f"{NOT_CASH}: {share['payer']}", "", "", "", *(plain(round(end)) for end in share["cashable"]), "",
         share["why"])
        for share in fiscal["payers"]
    )  # fmt: skip
    return Table(f"What fewer {name} are worth, step by step", header, rows + cash)


def _made(view: View, detail: Mapping[str, Any], fiscal: Mapping[str, Any]) -> str:
    entries = [
        *((step["name"], escape(step["why"])) for step in fiscal["steps"]),
        *((f"Unit cost {price['code']}", escape(f"{price['item']}. {price['source']}")) for price in fiscal["prices"]),
        ("Range", escape(f"{words.number(detail['draws'], 0)} draws from the seed {detail['seed']}; the central "
                         "figures are the same sum with every input at its central figure.")),
        ("Files and cells", places(view, detail["trace"])),
    ]  # fmt: skip
    body = "".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in entries)
    return f'<dl class="ec-made">{body}</dl>'


def _unbroken(text: str) -> str:
    """Escaped, with no line ending between a minus and its pounds."""
    return escape(text).replace("−£", "−\u2060£")


def _pounds(ends: Sequence[float]) -> str:
    return f"{words.money(ends[0])} ({words.money(ends[1])} to {words.money(ends[2])})"
