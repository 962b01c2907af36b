"""An evaluator writes down on the framework page which share a budget's owner signed as cash."""

import datetime as dt
import shutil

import pytest
from sqlalchemy import insert

from data import reads, schema
from data.store import open_store
from pages.parts import guard
from tests.pages.fake import NOW
from tests.pages.test_board import html
from tests.pages.test_link_form import kept


def priced(path, **more) -> None:
    """The small store with one unit cost in force."""
    store = open_store(f"sqlite:///{path}")
    with store.write() as connection:
        upload = connection.execute(insert(schema.uploads).values(
            source_file_id=1, dataset="unit_costs", scope="all", origin="sample", status="published", columns={},
            rows=1, actor_id=1, created_at=NOW, published_at=NOW,
        )).inserted_primary_key[0]  # fmt: skip
        connection.execute(insert(schema.unit_costs).values(
            upload_id=upload, sheet="A", row=2, code="AE", item="Attendance", service="ae_type1", unit="attendance",
            payer="NHS", kind="fiscal", central=280, price_year=2024, quality="amber", source="Somebody",
        ))  # fmt: skip
    store.close()


@pytest.fixture
def own_app(app, fake_url, tmp_path, monkeypatch):
    path = tmp_path / "own.sqlite"
    shutil.copy(fake_url.removeprefix("sqlite:///"), path)
    priced(path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setattr(guard, "why_viewer", lambda address, headers: "")
    app.run()
    app.switch_page("pages/evaluator/framework.py").run()
    return app.selectbox(key="cash_of").set_value("ae_type1").run()


def filled(own_app):
    own_app.selectbox(key="cash_payer_ae_type1").set_value("NHS")
    own_app.number_input(key="cash_share").set_value(25.0)
    own_app.text_input(key="cash_owner").set_value("Chief Finance Officer")
    own_app.date_input(key="cash_on").set_value(dt.date(2026, 10, 1))
    own_app.text_input(key="cash_why").set_value("A bay closed.")
    return own_app.text_input(key="actor_cash").set_value("A. Evaluator").run()


def test_a_share_is_written_down_with_owner_day_reason_and_name(own_app):
    shown = filled(own_app).button(key="cash_sign").click().run()
    assert "Recorded." in html(shown)
    [held] = kept(reads.cashable_shares).to_dict("records")
    assert (held["service"], held["payer"], held["share"], held["owner"], held["signed_on"], held["actor"]) == (
        "ae_type1", "NHS", 0.25, "Chief Finance Officer", dt.date(2026, 10, 1), "A. Evaluator",
    )  # fmt: skip
    assert "25%" in html(shown.run())


def test_without_a_reason_nothing_can_be_signed(own_app):
    shown = filled(own_app).text_input(key="cash_why").set_value("").run()
    assert shown.button(key="cash_sign").disabled


def test_a_day_that_has_not_come_is_refused_in_words(own_app):
    shown = filled(own_app).date_input(key="cash_on").set_value(dt.date(2036, 1, 1)).run()
    assert "has not come yet" in html(shown.button(key="cash_sign").click().run())
