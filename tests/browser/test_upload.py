"""From a spreadsheet to the board's page, in a real browser: counts of A&E departments of hospital trusts."""

import calendar
import csv
import datetime as dt
import io

import pytest
from playwright.sync_api import expect

from tests.browser.desk import PATIENCE, choose, choose_column, faults, hand_in, sit_down
from tools.driving import open_page
from tools.serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MONTHS = [dt.date(2016 + (3 + at) // 12, (3 + at) % 12 + 1, 1) for at in range(36)]
TRUSTS = ("RAJ", "RDD", "RDE", "RQ8", "RQW")


def trust_counts() -> list[dict]:
    """36 months of five trusts; RDE's type 1 steps up in July 2018, when two trusts merged."""
    rows = []
    for month in MONTHS:
        days = calendar.monthrange(month.year, month.month)[1]
        for place, trust in enumerate(TRUSTS):
            daily = 250 + 10 * place + (180 if trust == "RDE" and month >= dt.date(2018, 7, 1) else 0)
            wobble = (7 * month.month + 3 * place) % 11
            rows.append(line(month, trust, "1", daily * days + wobble))
            if trust == "RDE" and month >= dt.date(2017, 1, 1):
                rows.append(line(month, trust, "other", 140 * days + wobble))
    return rows


def line(month: dt.date, trust: str, kind: str, count: int) -> dict:
    return {
        "period": month.isoformat(), "org_code": trust, "type": kind, "attendances": count,
        "breaches": count // 10, "admissions": count // 4,
    }  # fmt: skip


def as_csv(rows: list[dict]) -> tuple[str, bytes]:
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return "ae_trusts.csv", text.getvalue().encode()


@pytest.fixture(scope="module")
def own_server(demo_store, tmp_path_factory):
    """A server on a copy of the store, just started: nobody has opened a page of it yet."""
    copy = demo_store.copy_to(tmp_path_factory.mktemp("upload"))
    with serve(environment={"DATABASE_URL": copy.url}, first_visit=False) as running:
        yield running


@pytest.fixture
def page(own_server, light):
    opened = light.new_page()
    yield opened
    opened.close()


def offer(page, server, file: tuple[str, bytes]) -> None:
    sit_down(page, server.url, "service_demand")
    hand_in(page, file)


def test_a_linked_page_of_a_server_nobody_has_visited_comes_with_its_shell(page, own_server):
    open_page(page, f"{own_server.url}/upload")
    assert page.get_by_role("heading", level=1).inner_text() == "Upload a spreadsheet"
    assert page.get_by_role("link", name="Overview").count() >= 1


def test_a_count_that_is_no_number_is_named_by_its_cell_and_nothing_can_be_published(page, own_server):
    rows = trust_counts()[:20]
    rows[4]["attendances"] = "about 9,000"
    offer(page, own_server, as_csv(rows))
    map_the_columns(page)
    expect(faults(page)).to_contain_text("about 9,000")
    expect(faults(page)).to_contain_text("D6")
    assert page.get_by_role("button", name="Publish").count() == 0


def map_the_columns(page) -> None:
    expect(page.get_by_text("its cells read as area").first).to_be_visible()
    choose_column(page, "Service (required)", "type")
    choose_column(page, "Count (required)", "attendances")
    choose(page, "“1” in type means", "A&E attendances (type 1)")
    if page.get_by_role("combobox", name="“other” in type means").count():
        choose(page, "“other” in type means", "A&E attendances (other types)")


def test_trust_counts_go_from_the_spreadsheet_to_the_demand_page_per_day_and_without_a_rate(page, own_server):
    offer(page, own_server, as_csv(trust_counts()))
    map_the_columns(page)
    page.get_by_role("button", name="Publish").click(timeout=PATIENCE)
    expect(page.get_by_text("The board’s pages show it from now on")).to_be_visible(timeout=PATIENCE)

    open_page(page, f"{own_server.url}/demand")
    page.get_by_text("Hospital trusts", exact=True).click()
    cards = page.locator("[class*='st-key-card']").filter(has_text="by hospital trust")
    expect(cards.first).to_contain_text("a day")
    expect(cards.first).to_contain_text("RDE")
    assert not any("per 100,000" in text for text in cards.all_inner_texts())
