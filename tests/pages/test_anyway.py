"""Would it have happened anyway, on the demand page: charts, designs, areas, and the words of the checks."""

import pytest

from charts.theme import LIGHT
from data import reads
from pages.parts.anyway import LOOKS
from pages.parts.anyway_cards import areas_card, chart_card, designs_card, models
from pages.parts.anyway_events import event_study
from pages.parts.anyway_words import declared_words, placebo_words, sensitivity_words
from pages.parts.tile_map import TILES
from pages.parts.view import View

DECLARED = {
    "declared_on": "2024-03-15", "starts_on": "2024-04-01", "effect_from": "2025-10-01", "shape": "level",
    "actor": "An evaluator", "after_data": False,
}  # fmt: skip


@pytest.fixture
def view(demo_store, monkeypatch) -> View:
    monkeypatch.setenv("DATABASE_URL", demo_store.url)
    store = demo_store.open()
    with store.read() as connection:
        publication = reads.publication(connection, demo_store.publication)
        framework = reads.frozen_framework(connection, publication.id)
    store.close()
    return View(publication, framework, framework.programme.county, LIGHT)


def test_every_declared_model_can_be_chosen(view):
    assert list(models(view)) == [model.id for model in view.framework.impact_models]


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_at_every_service_has_its_finding_and_says_it_is_illustrative(view, look):
    for id in models(view):
        card = LOOKS[look](view, id)
        assert card.head.startswith("<h2>")
        assert "Illustrative data" in card.foot
        assert "Declared on 15 Mar 2024" in card.foot


def test_sentence_chart_table_and_badge_tell_one_answer(view):
    said = view.said("counterfactual", "admissions_declared")
    card = chart_card(view, "admissions_declared")
    assert said.detail["sentence"].rstrip(".") in card.head
    assert said.detail["sentence"] in card.alt
    assert "No clear change" in card.side
    assert card.table.rows[-1][5] == pytest.approx(said.detail["months"][-1]["avoided"][0], rel=1e-5)


def test_a_refusal_shows_its_reason_and_no_chart(view):
    card = chart_card(view, "asb_declared")
    assert card.chart is None
    assert "February 2025" in card.head
    assert "be answered" in card.side


def test_the_designs_stand_side_by_side_with_their_checks(view):
    head = designs_card(view, "admissions_declared").head
    for words in ("interrupted time series", "difference-in-differences", "synthetic control", "pretended start"):
        assert words in head
    assert "E10000016" not in head


def test_the_map_has_the_fourteen_areas_and_the_table_those_that_were_asked_about(view):
    head = areas_card(view, "fire_declared").head
    assert head.count("<li ") == len(TILES) == 14
    assert head.count("not part of the question") == 2
    assert head.count("<th scope=row") == 12


def test_no_tile_lies_on_another():
    assert len(set(TILES.values())) == len(TILES)


def test_a_declaration_changed_after_the_data_says_so():
    assert "read it with care" not in declared_words(DECLARED)
    assert "read it with care" in declared_words(DECLARED | {"after_data": True})


def test_a_failed_placebo_says_what_it_should_have_found():
    found = {"kind": "time", "name": "12 months before the start", "percent": 3.2, "p": 0.01, "held": False}
    said = "With a pretended start 12 months before the start it finds 3.2% fewer, where it should find nothing."
    assert placebo_words([found]) == [said]


def test_places_left_out_in_turn_are_counted_and_those_that_matter_named(view):
    found = ["Without E10000016: the same finding, 1.0% lower than expected.",
             "Without E10000014: a different finding, 3.0% lower than expected."]  # fmt: skip
    assert sensitivity_words(view, found) == [
        "Leaving out each of 2 places in turn: 1 times the same finding.",
        "Without Hampshire: a different finding, 3.0% lower than expected.",
    ]


def test_the_designs_come_with_the_event_study_where_comparators_were_asked(view):
    card = designs_card(view, "admissions_declared")
    told = next(each for each in view.said("counterfactual", "admissions_declared").detail["designs"]
                if each["design"] == "did")  # fmt: skip
    assert "Gap to the comparators, quarter by quarter" in card.head
    assert [row[1] for row in card.table.rows] == pytest.approx([each["gap"] for each in told["events"]], rel=1e-4)
    assert card.chart["data"][2]["y"] == [each["gap"] for each in told["events"]]


def test_without_comparators_there_is_no_event_study(view):
    assert designs_card(view, "prevention_declared").chart is None


def test_a_publication_from_before_event_studies_shows_none():
    older = {"designs": [{"design": "did"}], "declared": {"effect_from": "2025-10-01"}}
    assert event_study(None, older) is None
