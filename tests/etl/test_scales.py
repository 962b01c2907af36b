"""Scales entered from the wrong end are reported with sheet and column; honest negative items are not."""

import numpy as np
import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.load import receive
from etl.publish import publish
from etl.scales import scale_of
from tests.etl.small import checked, codes_of, xlsx

FRAMEWORK = load_framework()
CODES = codebook(FRAMEWORK)
COUNCIL = ("lga_runs", "lga_acts", "lga_informed", "lga_trust")
PAIR = ("lga_safe_dark", "lga_safe_day")
HEAD = ["respondent", "wave", "mode", "interview_date", "area"]
PEOPLE = 400


def answers(questions, seed=1):
    """One honest code a person and question: who is content with one is rather content with the others."""
    random = np.random.default_rng(seed)
    content = random.normal(size=PEOPLE)
    found = {}
    for question in questions:
        codes = [label.code for label in CODES.questions[question].labels if label.role != "excluded"]
        place = np.argsort(np.argsort(-content - random.normal(size=PEOPLE))) * len(codes) // PEOPLE
        found[question] = [codes[at] for at in place]
    return found


def turned(question, given):
    codes = [label.code for label in CODES.questions[question].labels if label.role != "excluded"]
    return [codes[::-1][codes.index(code)] for code in given]


def book(columns, wave="W1", date="2024-02-19"):
    people = [[f"R{at:04}", wave, "telephone", date, "E07000066"] for at in range(PEOPLE)]
    rows = [[*person, *given] for person, given in zip(people, zip(*columns.values(), strict=True), strict=True)]
    return xlsx([[*HEAD, *columns], *rows], sheet="Answers")


def faults(content, code="reversed_scale", codes=CODES, **more):
    found = checked(content, "citizen_survey", name="x.xlsx", codes=codes, **more).faults
    assert not codes_of(found)
    return [each for each in found if each.code == code]


def test_an_honest_battery_raises_no_doubt():
    assert faults(book(answers(COUNCIL))) == []


@pytest.mark.parametrize(("question", "column"), [("lga_runs", "F"), ("lga_trust", "I")])
def test_a_reversed_item_is_reported_naming_sheet_and_column(question, column):
    given = answers(COUNCIL)
    given[question] = turned(question, given[question])
    (found,) = faults(book(given))
    assert (found.severity, found.sheet, found.cell, found.value) == ("warning", "Answers", column, question)
    assert f"Sheet “Answers”, column {column}" in found.message


def test_a_reversed_item_is_stored_as_it_came():
    given = answers(COUNCIL)
    given["lga_trust"] = turned("lga_trust", given["lga_trust"])
    kept = checked(book(given), "citizen_survey", name="x.xlsx", codes=CODES).records.values["lga_trust"]
    assert kept == given["lga_trust"]


def negative_item():
    """The framework with a question on distrust: to agree with it is the bad answer."""
    trust = next(each for each in FRAMEWORK.questions if each.id == "lga_trust")
    swap = {"positive": "negative", "negative": "positive"}
    labels = tuple(label.model_copy(update={"role": swap.get(label.role, label.role)}) for label in trust.labels)
    distrust = trust.model_copy(update={"id": "distrust", "wording": "How much do you distrust it?", "labels": labels})
    return codebook(FRAMEWORK.model_copy(update={"questions": (*FRAMEWORK.questions, distrust)}))


def test_an_honest_negative_item_declared_so_in_the_framework_is_not_reported():
    given = answers(COUNCIL)
    given["distrust"] = turned("lga_trust", answers(COUNCIL)["lga_trust"])
    assert faults(book(given), codes=negative_item()) == []


def test_a_negative_item_answered_as_if_it_were_positive_is_reported():
    given = answers(COUNCIL)
    given["distrust"] = given["lga_trust"]
    assert [each.value for each in faults(book(given), codes=negative_item())] == ["distrust"]


@pytest.mark.parametrize(("declared", "reported"), [(True, []), (False, ["ms_2"])])
def test_a_turned_item_of_the_leader_survey_is_reported_unless_declared(declared, reported):
    random = np.random.default_rng(3)
    mood = random.normal(4, 1.2, size=90)
    items = {f"ms_{n}": np.clip(np.rint(mood + random.normal(0, 0.8, size=90)), 1, 7) for n in range(1, 7)}
    items["ms_2"] = 8 - items["ms_2"]
    head = ["wave", "person", "rater", "completed_on", "sector", "organisation", "role", *items]
    rows = [
        ["T0", f"L{at:03}", "self", "2024-03-12", "nhs", "Trust A", "official", *map(float, given)]
        for at, given in enumerate(zip(*items.values(), strict=True))
    ]
    entries = tuple(
        item.model_copy(update={"turned": declared}) if item.id == "ms_2" else item for item in FRAMEWORK.items
    )
    codes = codebook(FRAMEWORK.model_copy(update={"items": entries}))
    found = checked(xlsx([head, *rows]), "leader_survey", name="x.xlsx", codes=codes).faults
    assert [each.value for each in found if each.code == "reversed_scale"] == reported


def test_a_few_answers_accuse_no_column():
    given = {name: values[:20] for name, values in answers(COUNCIL).items()}
    given["lga_trust"] = turned("lga_trust", given["lga_trust"])
    rows = [[f"R{at}", "W1", "telephone", "2024-02-19", "E07000066"] for at in range(20)]
    content = xlsx([[*HEAD, *given], *([*r, *g] for r, g in zip(rows, zip(*given.values(), strict=True), strict=True))])
    assert faults(content) == []


@pytest.mark.parametrize(
    ("mapped", "refused"),
    [
        ({"4 = A great deal": "4", "1 = Not at all": "1"}, 2),
        ({"4 = A great deal": "1", "1 = Not at all": "4"}, 0),
        ({"yes": "1", "no": "4"}, 0),
    ],
)
def test_a_mapping_that_stores_an_answer_as_its_opposite_is_refused(mapped, refused):
    texts = list(mapped)
    rows = [[f"R{at}", "W1", "telephone", "2024-02-19", "E07000066", texts[at % 2]] for at in range(6)]
    mapping = {"columns": {}, "values": {"lga_trust": mapped}, "constants": {}}
    content = xlsx([[*HEAD, "lga_trust"], *rows])
    found = checked(content, "citizen_survey", mapping, name="x.xlsx", codes=CODES).faults
    assert codes_of(found) == ["labels_turned"] * refused
    assert all("column F" in each.message for each in found if each.code == "labels_turned")


def load(store, columns, wave, date):
    return receive(store, book(columns, wave, date), f"{wave}.xlsx", "citizen_survey", "An evaluator")


def test_of_a_pair_that_turned_since_the_wave_before_both_are_named(store, monkeypatch):
    first = load(store, answers(PAIR), "W1", "2024-02-19")
    monkeypatch.setattr("etl.publish.weigh_waves", lambda *_: None)  # no population in this store
    publish(store, [first.upload_id], "An evaluator")
    later = answers(PAIR, seed=2)
    assert not [each for each in load(store, later, "W2", "2025-02-19").faults if each.severity == "warning"]
    later["lga_safe_day"] = turned("lga_safe_day", later["lga_safe_day"])
    found = load(store, later, "W3", "2025-02-20").faults
    named = [(each.cell, each.value) for each in found if each.code == "turned_since_last_wave"]
    assert named == [("F", "lga_safe_dark"), ("G", "lga_safe_day")]


def test_a_wave_loaded_again_is_not_compared_with_itself(store, monkeypatch):
    given = answers(PAIR)
    first = load(store, given, "W1", "2024-02-19")
    monkeypatch.setattr("etl.publish.weigh_waves", lambda *_: None)
    publish(store, [first.upload_id], "An evaluator")
    given["lga_safe_day"] = turned("lga_safe_day", given["lga_safe_day"])
    assert not [each for each in load(store, given, "W1", "2024-02-19").faults if each.severity == "warning"]


def test_a_cell_of_tens_of_thousands_of_letters_is_no_label_of_a_scale():
    assert scale_of(["1 - Agree", "2 - Disagree", "a " * 20_000]) is None
