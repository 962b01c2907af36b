"""What a publication says of claims, guard-rails and links, as rows."""

import datetime as dt

import pandas as pd

from data import reads
from data.framework import load_framework
from etl.said_of_claims import causes, claim_rows
from etl.said_of_guard_rails import guard_rail_rows
from etl.said_of_links import link_findings, link_rows
from metrics.chains import Link, Verdict
from metrics.claims import Cause
from metrics.context import Context
from metrics.service_icons import ServiceIcon
from metrics.status_types import Change, Status, TargetStatus
from metrics.types import Definition, Estimate, Period

FRAMEWORK = load_framework()
MONTH = Period(dt.date(2026, 9, 1), dt.date(2026, 9, 30), "month")
CONTEXT = Context(start=dt.date(2024, 4, 1), as_at=dt.date(2026, 10, 31), county="E10000012", members={})


def statuses(**sides: int | None) -> dict[str, Status]:
    """Every indicator without a clear change, but for those named."""
    words = {1: Change.CHANGED, -1: Change.CHANGED, 0: Change.NO_CLEAR_CHANGE, None: Change.NOT_ENOUGH_POINTS}
    told = {each.id: sides.get(each.id, 0) for each in FRAMEWORK.indicators}
    return {id: Status(id, words[side], TargetStatus.NO_TARGET, side=side) for id, side in told.items()}


def rail(subject: str, **sides: int | None) -> dict:
    return next(row for row in guard_rail_rows(FRAMEWORK, statuses(**sides), []) if row["subject"] == subject)


def test_attendances_are_read_beside_admissions():
    row = rail("I21", I21=-1, I22=1)
    assert (row["change"], row["detail"]["partner"]) == ("moved", "I22")
    assert row["why"] == FRAMEWORK.indicator("I21").guard_rail_why


def test_failure_demand_is_read_beside_prevention():
    assert rail("I24", I24=-1, I26=-1)["change"] == "moved"


def test_an_out_of_date_measure_is_not_judged():
    held = statuses(I21=-1)
    held["I21"] = Status("I21", Change.IMPROVING, TargetStatus.NO_TARGET, side=-1, stale=True)
    rows = {row["subject"]: row for row in guard_rail_rows(FRAMEWORK, held, [])}
    assert rows["I21"]["change"] == "cannot_tell"


def test_a_service_without_an_indicator_of_its_own_goes_by_its_chart():
    latest = Estimate("I21", "rate", MONTH, "E10000012", "service_demand", 3.0)
    icon = ServiceIcon("ambulance_calls", "down", "improvement_low", "", None, latest)
    rows = {row["subject"]: row for row in guard_rail_rows(FRAMEWORK, statuses(I22=1), [icon])}
    assert rows["ambulance_calls"]["change"] == "moved"
    assert "stood below their usual level" in rows["ambulance_calls"]["headline"]


def test_every_measure_of_demand_with_a_partner_has_a_row_and_all_together_one():
    rows = {row["subject"] for row in guard_rail_rows(FRAMEWORK, statuses(), [])}
    assert {"demand", "I21", "I22", "I23", "I24", "I26"} <= rows


def impact(service: str, area: str, claim: str) -> dict:
    detail = {"service": service, "area": area, "maryland": 3, "lead": "sc"}
    return {"kind": "counterfactual", "subject": "a_model", "change": claim, "headline": "Said.", "detail": detail}


def test_the_cause_of_an_indicator_is_that_of_its_own_service_and_area():
    rows = [impact("ae_type1", "E10000012", "fell"), impact("asb", "E07000066", "rose")]
    assert causes(FRAMEWORK, rows) == {"I21": Cause("fell", "Said.", 3, "synthetic control")}


def test_money_and_shares_made_of_a_service_have_no_cause_of_it():
    rows = [impact(service, "E10000012", "fell") for service in ("ae_type1", "homeless_prevention")]
    assert not {"I25", "I26"} & set(causes(FRAMEWORK, rows))


def test_a_supported_claim_carries_the_warning_of_its_guard_rail():
    figure = Estimate("I21", "rate", MONTH, "E10000012", "service_demand", 80.0)
    moved = Status("I21", Change.IMPROVING, TargetStatus.NO_TARGET, side=-1, latest=figure, headline="It fell")
    definition = Definition("I21", "Attendances", "rate", "down", "demand_rate", areas=("E10000012",))
    warning = {"subject": "I21", "change": "moved", "headline": "But admissions rose."}
    [row] = claim_rows([definition], {"I21": moved}, {"I21": [figure]}, CONTEXT, {}, [warning])
    told = {each["claimed"]: each["cautions"] for each in row["detail"]["answers"] if each["basis"] == "changed"}
    assert told == {-1: ["But admissions rose."], 1: []}


def test_every_link_says_what_the_figures_show():
    defined = [Definition(each.id, each.name, each.unit, each.direction, each.formula.kind)
               for each in FRAMEWORK.indicators]  # fmt: skip
    found = link_findings(FRAMEWORK, defined, statuses(I08=1), {}, CONTEXT, {})
    assert set(found) == {link.id for link in FRAMEWORK.links}


def test_evidence_is_frozen_with_its_link():
    piece = {"link": "L1", "kind": "study", "source": "A report", "dated": dt.date(2025, 1, 1),
             "direction": "supports", "maryland": 3.0, "nesta": float("nan"), "actor": "An evaluator"}  # fmt: skip
    link = FRAMEWORK.links[0]
    made = [Link(link.id, link.cause, link.effect, Verdict.SUPPORTED)]
    [row] = link_rows(FRAMEWORK, made, {}, evidence=pd.DataFrame([piece]))
    assert row["detail"]["evidence"] == [
        {"kind": "study", "source": "A report", "dated": "2025-01-01", "direction": "supports", "maryland": 3,
         "nesta": None, "actor": "An evaluator"}
    ]  # fmt: skip


def published(store) -> dict[str, pd.DataFrame]:
    """The statuses of the illustrative publication, by kind."""
    opened = store.open()
    try:
        with opened.read() as connection:
            issue = reads.latest_publication(connection)
            told = reads.statuses(connection, issue.id)
    finally:
        opened.close()
    return {kind: rows.set_index("subject") for kind, rows in told.groupby("kind")}


def test_no_answer_of_a_whole_publication_contradicts_its_statuses(demo_store):
    told = published(demo_store)
    for indicator, row in told["claim"].iterrows():
        status = told["indicator"].loc[indicator]
        home = FRAMEWORK.indicator(indicator).areas[0]
        own = [each for each in row["detail"]["answers"] if each["place"] == home]
        main = [each for each in own if each["period"] == own[0]["period"]]
        found = {(each["basis"], each["claimed"]): each["answer"] for each in main}
        side = status["detail"]["side"]
        clear = side in (1, -1) and not status["detail"]["stale"]
        assert found["changed", 1] == ("cannot_tell" if not clear else "supported" if side == 1 else "not_supported")
        assert found["changed", -1] == ("cannot_tell" if not clear else "supported" if side == -1 else "not_supported")
        assert found["because", 1] != "supported" or side != -1


def test_a_whole_publication_has_evidence_guard_rails_and_figures_on_links(demo_store):
    told = published(demo_store)
    assert "I21" in told["guard_rail"].index
    assert all(detail["figures"]["sentence"] for detail in told["link"]["detail"])
    assert told["link"].loc["L26", "detail"]["evidence"][0]["direction"] == "contradicts"
