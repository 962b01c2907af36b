"""The framework of this project: what it holds, and how it behaves."""

import os
from collections import Counter
from pathlib import Path

import pytest
import yaml

from data.framework import Framework, load_framework, parse_framework
from data.framework.describe import describe
from data.framework.load import DEFAULT

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORK = load_framework()
RESULTS = [each for each in FRAMEWORK.indicators if each.kind == "result"]
DELIVERY = [each for each in FRAMEWORK.indicators if each.kind == "delivery"]
THIRTEEN = {
    "citizen_survey", "leader_survey", "service_demand", "attendance", "commitments", "insights",
    "partner_returns", "network_ties", "coded_contacts", "published_estimates", "programme_costs",
    "population", "unit_costs",
}


def test_the_columns_hold_five_six_six_six_and_five_nodes():
    held = Counter(node.column for node in FRAMEWORK.nodes)
    assert [held[column.id] for column in FRAMEWORK.columns] == [5, 6, 6, 6, 5]


def test_the_thirty_links_stand_in_order_with_assumptions_and_rivals():
    assert [link.id for link in FRAMEWORK.links] == [f"L{number}" for number in range(1, 31)]
    assert all(link.assumptions and link.rivals for link in FRAMEWORK.links)


def test_every_link_runs_to_a_later_column_or_within_its_own():
    order = [column.id for column in FRAMEWORK.columns]
    for link in FRAMEWORK.links:
        ends = [order.index(FRAMEWORK.node(end).column) for end in (link.cause, link.effect)]
        assert ends[0] <= ends[1], link.id


def test_there_are_twenty_seven_results_and_twelve_delivery_indicators():
    assert [each.id for each in RESULTS] == [f"I{number:02}" for number in range(1, 28)]
    assert [each.id for each in DELIVERY] == [f"P{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize("node", [node.id for node in FRAMEWORK.nodes])
def test_every_node_is_the_home_of_an_indicator(node):
    assert any(each.nodes[0] == node for each in FRAMEWORK.indicators)


def test_each_delivery_indicator_stands_on_a_node_that_has_no_result():
    with_results = {node for each in RESULTS for node in each.nodes}
    homes = [each.nodes[0] for each in DELIVERY]
    assert len(set(homes)) == 12
    assert not with_results & set(homes)


def test_every_result_has_a_guard_rail_and_every_indicator_a_caveat_and_an_owner():
    assert all(each.guard_rail for each in RESULTS)
    assert all(each.caveat and each.owner for each in FRAMEWORK.indicators)


@pytest.mark.parametrize(("one", "other"), [("I21", "I22"), ("I23", "I17"), ("I08", "I09")])
def test_a_demand_measure_and_its_safety_measure_guard_each_other(one, other):
    assert FRAMEWORK.indicator(one).guard_rail == other
    assert FRAMEWORK.indicator(other).guard_rail == one


def test_targets_and_lags_that_nobody_has_agreed_say_that_they_are_assumptions():
    assert {each.target.status for each in FRAMEWORK.indicators} == {"assumption"}
    assert {each.lag.status for each in FRAMEWORK.indicators} == {"assumption"}


@pytest.mark.parametrize("indicator", ["I14", "I19"])
def test_a_difference_is_a_target_against_england(indicator):
    target = FRAMEWORK.indicator(indicator).target
    assert (target.kind, FRAMEWORK.area_name(target.comparator)) == ("difference", "England")


def test_only_a_series_without_good_direction_is_neutral_among_results():
    assert [each.id for each in RESULTS if each.direction == "neutral"] == ["I23"]


@pytest.mark.parametrize("indicator", FRAMEWORK.indicators, ids=lambda each: each.id)
def test_benchmarks_have_a_source_a_year_and_a_place_that_is_not_the_county(indicator):
    for benchmark in indicator.benchmarks:
        assert benchmark.source
        assert benchmark.year
        assert benchmark.area not in indicator.areas


@pytest.mark.parametrize("indicator", FRAMEWORK.indicators, ids=lambda each: each.id)
def test_a_dataset_is_one_of_the_thirteen_or_the_products_own_register(indicator):
    assert indicator.dataset in THIRTEEN | {"uploads", "publications"}


def test_there_are_nine_sectors_each_published_under_a_group_when_small():
    assert len(FRAMEWORK.sectors) == 9
    groups = {group.id for group in FRAMEWORK.sector_groups}
    assert {sector.grouped_as for sector in FRAMEWORK.sectors} == groups


def test_licensed_items_are_held_by_key_only():
    licensed = [item for item in FRAMEWORK.items if item.status == "licensed"]
    assert len([item for item in licensed if item.instrument == "wilder"]) == 22
    assert all(item.wording is None for item in licensed)


def test_a_reworded_question_is_a_new_one_that_names_the_old():
    assert FRAMEWORK.question("cls_pull_b").successor_of == "cls_pull"
    assert FRAMEWORK.question("cls_pull_b").wording != FRAMEWORK.question("cls_pull").wording


@pytest.mark.parametrize("question", FRAMEWORK.questions, ids=lambda each: each.id)
def test_dont_know_is_never_counted_as_an_opinion(question):
    assert {label.role for label in question.labels if label.code >= 90} == {"excluded"}


def test_nothing_needs_improving_is_left_out_of_the_base():
    question = FRAMEWORK.question("cls_pull")
    roles = {label.label: label.role for label in question.labels}
    assert (roles["Nothing needs improving"], question.base_rule) == ("excluded", "exclude_dk")


@pytest.mark.parametrize(("threshold", "value", "assumed"), [
    ("count_withhold_to", 7, False), ("count_round_to", 5, False), ("survey_percent_from", 30, True),
    ("weight_trim_high", 3, True), ("discount_rate", 3.5, False),
])
def test_a_threshold_has_a_value_and_says_whether_it_is_an_assumption(threshold, value, assumed):
    entry = next(each for each in FRAMEWORK.thresholds if each.id == threshold)
    assert (FRAMEWORK.threshold(threshold), entry.assumption) == (value, assumed)


def test_a_frozen_framework_comes_back_as_it_was():
    frozen = FRAMEWORK.model_dump(mode="json")
    assert parse_framework(frozen) == FRAMEWORK
    assert Framework.model_validate(frozen).model_dump(mode="json") == frozen


def test_a_framework_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        FRAMEWORK.indicator("I16").name = "Something else"


def test_an_edited_file_is_read_again(tmp_path):
    path = tmp_path / "framework.yaml"
    raw = yaml.safe_load(DEFAULT.read_text(encoding="utf-8"))
    for moment, name in enumerate(("First", "Second"), start=1):
        raw["programme"]["name"] = name
        path.write_text(yaml.safe_dump(raw), encoding="utf-8")
        os.utime(path, (moment, moment))
        assert load_framework(path).programme.name == name


def test_the_document_of_the_indicators_is_up_to_date():
    written = (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8")
    assert written == describe(FRAMEWORK), "run: python -m data.framework > docs/indicators.md"
