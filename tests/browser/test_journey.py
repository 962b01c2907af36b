"""An evaluator's whole way in a real browser: supplied files are mapped, mended, rehearsed, published, undone."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from charts import words
from data import reads
from data.schema import insights
from data.store import open_store
from etl.load import receive
from etl.publish import publish as publish_uploads
from tests.browser import supplied
from tests.browser.desk import (
    PATIENCE,
    choose,
    choose_column,
    faults,
    hand_in,
    publish,
    sit_down,
    withdraw_again,
    write,
)
from tests.etl.small import csv
from tests.etl.tiny import ACTOR, tiny_template
from tests.stores import sqlite_template
from tools.driving import open_page, wait_until_drawn
from tools.serving import Server, serve

__all__ = ["sqlite_template", "tiny_template"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
POPULATION = Path(__file__).parents[2] / "data" / "samples" / "population.xlsx"
HELPLINE = "Ring the helpline on 01245 430430, they said"
OWN_NUMBER = "Call me back on 07700 900123"
INSIGHTS = csv(
    "insight,heard_on,citizen_group,theme,summary,quote_released",
    f'N1,2026-05-14,carers,Getting through,"{HELPLINE}",yes',
    f'N2,2026-05-14,carers,Getting through,"{OWN_NUMBER}",yes',
)


@pytest.fixture(scope="module")
def desk_template(tiny_template, tmp_path_factory) -> Path:
    """A small published store whose districts have a population by age and sex: waves can be weighted."""
    path = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    shutil.copy(tiny_template, path)
    store = open_store(f"sqlite:///{path}", migrate=False)
    offered = receive(store, POPULATION, POPULATION.name, "population", ACTOR)
    publish_uploads(store, [offered.upload_id], ACTOR, "The population")
    store.close()
    return path


@pytest.fixture
def desk(desk_template, tmp_path) -> Iterator[tuple[Server, str]]:
    """A server on a store of the test's own, and the store's address."""
    path = tmp_path / "desk.sqlite"
    shutil.copy(desk_template, path)
    with serve(environment={"DATABASE_URL": f"sqlite:///{path}"}) as running:
        yield running, f"sqlite:///{path}"


@pytest.fixture
def page(light) -> Iterator[Page]:
    opened = light.new_page()
    yield opened
    opened.close()


def estimates(url: str, indicator: str, number: int | None = None):
    """The figures of an indicator in a publication, the newest unless told, without what each publication has anew."""
    store = open_store(url, migrate=False)
    with store.read() as connection:
        at = reads.publication(connection, number) if number else reads.latest_publication(connection)
        found = reads.estimates(connection, at.id)
    store.close()
    found = found[found["indicator"] == indicator].drop(columns=["id", "publication_id"])
    return found.reset_index(drop=True)


def share(url: str, indicator: str, wave_from: dt.date) -> float:
    """The level for everyone in Essex of the wave that began then or later."""
    found = estimates(url, indicator)
    mine = (found["statistic"] == "share") & (found["group_dim"] == "") & (found["period_end"] >= wave_from)
    return float(found[mine & (found["area_code"] == "E10000012")]["value"].iloc[-1])


def test_a_surveymonkey_file_with_a_date_to_come_is_mended_published_and_withdrawn(page, desk):
    server, url = desk
    sit_down(page, server.url, "citizen_survey")
    hand_in(page, supplied.surveymonkey(future=True))
    expect(page.get_by_text("Answers of 330 people, from SurveyMonkey")).to_be_visible()
    expect(page.get_by_text("So far: W1.")).to_be_visible()
    expect(page.get_by_text("Not taken over: Which of these have you used")).to_be_visible()
    write(page, "Wave on every row", "W5")
    expect(faults(page)).to_contain_text("D7: 30/11/2031 is outside", timeout=PATIENCE)
    assert page.get_by_role("button", name="Publish", exact=True).count() == 0

    hand_in(page, supplied.surveymonkey())
    expect(page.get_by_text("330 rows understood")).to_be_visible(timeout=PATIENCE)
    assert page.get_by_label("Wave on every row").input_value() == "W5"
    page.get_by_text("Values written in other words").click()
    meant = page.get_by_role("combobox", name="“Definitly disagree”")
    expect(meant).to_have_value("Definitely disagree")
    expect(page.get_by_text("330 added, none changed")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("region", name="Headlines and statements that change")).to_contain_text("Trust in local")
    publish(page, "The autumn survey")

    open_page(page, f"{server.url}/indicator?indicator=I14")
    page.get_by_text("How was this number made?").first.click()
    expect(page.locator(".ec-made").first).to_contain_text("Collaborative autumn survey.xlsx")
    before = estimates(url, "I16", 2)
    page.go_back()
    page.goto(f"{server.url}/register")
    wait_until_drawn(page)
    write(page, "Your name, for the record", "A tester")
    choose(page, "Which upload?", "Upload 5: Collaborative autumn survey.xlsx")
    write(page, "Why?", "It was a trial")
    page.get_by_text("I have checked that this is the one").click()
    wait_until_drawn(page)
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.get_by_text("Publication 4 shows the figures without it")).to_be_visible(timeout=PATIENCE)
    assert estimates(url, "I16").equals(before)


def test_a_qualtrics_file_is_corrected_value_by_value_and_its_publication_reverted(page, desk):
    server, url = desk
    sit_down(page, server.url, "citizen_survey")
    hand_in(page, supplied.qualtrics(age="12 years"))
    expect(page.get_by_text("Left out: 9 test responses")).to_be_visible()
    write(page, "Wave on every row", "W5")
    expect(faults(page)).to_contain_text("“12 years” isn't known", timeout=PATIENCE)
    expect(faults(page)).to_contain_text("The same in 44 more: P22")
    choose(page, "“Chelmsford City area” in Which district do you live in? means", "Chelmsford (E07000070)")
    expect(page.get_by_text("1 fault must be mended first")).to_be_visible(timeout=PATIENCE)

    hand_in(page, supplied.qualtrics())
    expect(page.get_by_text("321 rows understood")).to_be_visible(timeout=PATIENCE)
    publish(page, "Confidence in the police")
    assert len(estimates(url, "I17")) > 0

    open_page(page, f"{server.url}/register")
    page.get_by_text("Revert to a publication").click()
    wait_until_drawn(page)
    write(page, "Your name, for the record", "A tester")
    box = page.get_by_role("combobox", name="Which publication?")
    box.click()
    page.get_by_role("option", name="Publication 2").click()
    page.get_by_text("Publication 3 shall no longer be in force").click()
    wait_until_drawn(page)
    page.get_by_role("button", name="Revert", exact=True).click()
    expect(page.get_by_text("Publication 4 shows the figures of publication 2 again")).to_be_visible(timeout=PATIENCE)
    assert estimates(url, "I17").empty


def test_a_monthly_nhs_file_offered_as_a_survey_finds_its_way_and_the_board_date_is_noted_and_taken_back(page, desk):
    server, _ = desk
    sit_down(page, server.url, "citizen_survey")
    hand_in(page, supplied.nhs(count="12,5x0"))
    page.get_by_role("button", name="Read it as service demand").click()
    expect(page.get_by_text("How are the services laid out?")).to_be_visible(timeout=PATIENCE)
    wait_until_drawn(page)
    assert page.get_by_label("Period on every row").input_value() == "2026-10"
    page.get_by_text("more services and other columns").click()
    wait_until_drawn(page)
    choose_column(page, "A&E attendances (other types)", "A&E attendances | Other A&E Departments")
    expect(faults(page)).to_contain_text("E14: “12,5x0” isn't a number", timeout=PATIENCE)

    hand_in(page, supplied.nhs())
    expect(page.get_by_text("6 rows understood")).to_be_visible(timeout=PATIENCE)
    publish(page, "A&E of October")
    page.get_by_role("link", name="See what changed").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed up to publication 3", timeout=PATIENCE)

    today = words.day(dt.datetime.now(dt.UTC).date())
    open_page(page, f"{server.url}/register")
    write(page, "Your name, for the record", "A tester")
    page.get_by_text("Note what the Board saw").click()
    wait_until_drawn(page)
    page.get_by_role("group", name="On which day did the Board see it?").get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{dt.datetime.now(dt.UTC):%d%m%Y}")
    for _ in range(2):  # past the calendar's button: a day counts once the field is left
        page.keyboard.press("Tab")
    wait_until_drawn(page)
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_text(f"Publication 3 was seen by the Board on {today}")).to_be_visible(timeout=PATIENCE)
    wait_until_drawn(page)
    page.get_by_text("Take back a board date").click()
    wait_until_drawn(page)
    choose(page, "Which board date?", f"Publication 3, {today}")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("is no longer noted as seen by the Board")).to_be_visible(timeout=PATIENCE)


def test_the_choice_of_weights_decides_whose_weights_the_published_share_rests_on(page, desk):
    server, url = desk
    sit_down(page, server.url, "citizen_survey")
    hand_in(page, supplied.qualtrics(named=True))
    write(page, "Wave on every row", "W5")
    publish(page, "With the firm's weights")
    assert share(url, "I17", supplied.ASKED_FROM) == pytest.approx(supplied.weighted_share(), abs=0.01)

    withdraw_again(page, "With our weights instead")
    sit_down(page, server.url, "citizen_survey")
    hand_in(page, supplied.qualtrics(named=True))
    write(page, "Wave on every row", "W5")
    page.get_by_text("Make weights from the population").click()
    wait_until_drawn(page)
    expect(faults(page)).to_contain_text("The file's weights are not used", timeout=PATIENCE)
    publish(page, "With ours")
    assert abs(share(url, "I17", supplied.ASKED_FROM) - supplied.weighted_share()) > 0.5


def test_a_quote_is_stored_as_it_is_only_where_an_evaluator_released_it(page, desk):
    server, url = desk
    sit_down(page, server.url, "insights")
    hand_in(page, ("insights.csv", INSIGHTS))
    expect(page.get_by_role("button", name="Publish", exact=True)).to_be_enabled(timeout=PATIENCE)
    wait_until_drawn(page)
    page.get_by_text("Release a quote").click()
    page.get_by_text("Store the text of E2 as it is").click()
    expect(faults(page)).to_contain_text("let stand, as you decided", timeout=PATIENCE)
    wait_until_drawn(page)
    publish(page, "What carers said")
    store = open_store(url, migrate=False)
    with store.read() as connection:
        newest = select(func.max(insights.c.upload_id)).scalar_subquery()  # the one before waits, with nothing released
        rows = select(insights.c.summary).where(insights.c.upload_id == newest).order_by(insights.c.insight)
        said = list(connection.scalars(rows))
        log = reads.audit_log(connection)
    store.close()
    assert said[0] == HELPLINE
    assert "07700" not in said[1]
    assert "A tester" in set(log[log["action"].str.contains("release")]["actor"])


def test_the_second_of_two_evaluators_is_told_on_screen_and_publishes_after_looking_again(browser, desk):
    server, url = desk
    first, second = (browser.new_context(viewport={"width": 1440, "height": 1000}).new_page() for _ in range(2))
    sit_down(second, server.url, "citizen_survey", "A second evaluator")
    hand_in(second, supplied.surveymonkey())
    write(second, "Wave on every row", "W5")
    button = second.get_by_role("button", name="Publish", exact=True)
    expect(button).to_be_enabled(timeout=PATIENCE)
    wait_until_drawn(second)

    sit_down(first, server.url, "service_demand", "A first evaluator")
    hand_in(first, supplied.nhs())
    publish(first, "A&E of October")

    button.click()
    told = "Meanwhile A first evaluator has made publication 3 (“A&E of October”)"
    expect(second.get_by_role("alert")).to_contain_text(told, timeout=PATIENCE)
    expect(second.get_by_text("Step 4 shows what your file would change now")).to_be_visible()
    wait_until_drawn(second)
    expect(second.get_by_text("Compared with publication 3.")).to_be_visible(timeout=PATIENCE)
    publish(second, "The autumn survey")
    store = open_store(url, migrate=False)
    with store.read() as connection:
        assert reads.latest_publication(connection).number == 4
    store.close()
    first.context.close()
    second.context.close()
