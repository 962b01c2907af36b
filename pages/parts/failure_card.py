"""Failure demand against value demand, from the newest coded sample, with how far two coders agree."""

from html import escape

from charts import words
from charts.intervals import Row, caterpillar
from charts.sentence import alt_text
from charts.series import latest
from metrics.coded_contacts import AGREEMENT
from metrics.types import Estimate
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.view import View

NAMES = {
    "level": "Failure demand: not done, or not done right",
    "value_share": "Value demand: what the service is for",
    "signposting_share": "Signposting: for another service",
}

def failure_card(view: View, id: str) -> Card | None:
    """The newest quarter's shares with their intervals; None where no sample was coded."""
    indicator = view.framework.indicator(id)
    newest = {name: latest(view.series(id, indicator.areas[0], name)) for name in NAMES}
    rows = [Row(NAMES[name], each) for name, each in newest.items() if each is not None]
    if len(rows) < 2:
        return None
    told = [row.estimate for row in rows]
    failure, value = newest["level"], newest["value_share"]
    title = "Of coded contacts, " + " and ".join(
        f"{words.figure(each.value, 'percent')} are {name}"
        for each, name in ((failure, "failure demand"), (value, "value demand")) if each and each.value is not None
    )  # fmt: skip
    kappa = latest(view.series(id, indicator.areas[0], "kappa"))
    return Card(
        key=f"{id}_codes",
        alt=alt_text(title, told, "percent"),
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>Share of contacts in a coded sample, "
        f"{escape(words.period(told[0].period))}, with 95% intervals. {escape(agreement(kappa))}</p>",
        chart=caterpillar(rows, "percent", view.colours),
        foot=foot(view, indicator, told),
        table=estimate_table(
            "Coded contacts by kind of demand, and the agreement of two coders", [*told, *([kappa] if kappa else [])],
            "per cent; agreement from −1 to 1", "Kind",
            lambda each: NAMES.get(each.statistic, "Agreement of two coders (kappa)"),
        ),
        made=made(view, indicator, told),
    )  # fmt: skip


def agreement(kappa: Estimate | None) -> str:
    """How far two people who code the same contacts agree, and whether that is enough to rely on."""
    if kappa is None or kappa.value is None:
        return "No contact was coded by two people, so it is not known how far the codes can be relied on."
    spread = ""
    if kappa.low is not None and kappa.high is not None:
        spread = f" (95% interval {kappa.low:.2f} to {kappa.high:.2f})"
    little = f"too little to rely on: it should be {AGREEMENT} or more"
    told = "enough to rely on" if kappa.value >= AGREEMENT else little
    return f"Two people coded the same contacts; they agree beyond chance by kappa {kappa.value:.2f}{spread}, {told}."
