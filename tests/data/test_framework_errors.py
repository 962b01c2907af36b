"""What is wrong with a framework is said by entry, field, value and rule."""

import pytest

from data.framework import FrameworkError, load_framework, parse_framework

RAW = load_framework().model_dump(mode="json")


def changed(collection: str, place: int, **fields) -> dict:
    """The framework's plain data with fields of one entry changed; None takes the field out."""
    entries = [dict(entry) for entry in RAW[collection]]
    entries[place] |= fields
    entries[place] = {key: value for key, value in entries[place].items() if value is not None}
    return {**RAW, collection: entries}


def index(collection: str, id: str) -> int:
    return [entry["id"] for entry in RAW[collection]].index(id)


def told(raw: dict) -> str:
    with pytest.raises(FrameworkError) as caught:
        parse_framework(raw)
    return str(caught.value)


def unsaid(message: str, parts: list[str]) -> list[str]:
    return [part for part in parts if part not in message]


@pytest.mark.parametrize(("fields", "said"), [
    ({"direction": "sideways"}, ["direction", "'sideways'", "'up'"]),
    ({"nodes": ["IM9"]}, ["nodes", "'IM9'", "a node of the framework"]),
    ({"guard_rail": "I99"}, ["guard_rail", "'I99'", "an indicator"]),
    ({"guard_rail": "I16"}, ["guard_rail", "cannot guard itself"]),
    ({"guard_rail_why": None}, ["guard_rail_why", "stand together"]),
    ({"breakdowns": ["shoe"]}, ["breakdowns", "'shoe'", "dimension"]),
    ({"areas": ["X1"]}, ["areas", "'X1'", "an area"]),
    ({"colour": "red"}, ["colour", "'red'", "is no field"]),
    ({"unit": None}, ["unit", "is required"]),
    ({"formula": {"kind": "guess"}}, ["formula", "guess", "must be one of"]),
    ({"formula": {"kind": "survey_share"}}, ["formula", "needs questions"]),
    ({"formula": {"kind": "survey_share", "questions": ["lga_trusty"]}},
     ["formula.questions", "'lga_trusty'", "a question"]),
    ({"formula": {"kind": "ownership", "months": 3}}, ["has no months"]),
    ({"target": {"kind": "change", "due": "soon", "value": 1, "rationale": "r"}},
     ["target.due", "'soon'", "date"]),
    ({"target": {"kind": "change", "rationale": "r"}}, ["value and a due"]),
    ({"target": {"kind": "none", "value": 3, "rationale": "r"}}, ["none"]),
    ({"target": {"kind": "level", "value": 3, "due": "2028-03-31", "comparator": "E92000001",
     "rationale": "r"}}, ["comparator"]),
    ({"target": {"kind": "level", "value": 3, "due": "2028-03-31", "rationale": "r",
     "steps": [{"date": "2029-03-31", "value": 2}]}}, ["steps", "before the due date"]),
    ({"chart": "p_prime"}, ["p_prime chart is for a prevention_share formula"]),
    ({"chart_where_small": "u"}, ["u chart is for a demand_rate formula"]),
    ({"chart": "c"}, ["chart", "'c'", "'xmr'"]),
    ({"lag": {"shorter": 6, "longer": 3}}, ["lag", "longer end"]),
    ({"headline": {"improving": "{who}", "worsening": "w", "no_clear_change": "n", "level": "l"}},
     ["headline.improving", "{who}", "no field who"]),
])
def test_an_error_in_an_indicator_names_it_the_field_the_value_and_the_rule(fields, said):
    message = told(changed("indicators", index("indicators", "I16"), **fields))
    assert unsaid(message, ["indicator I16: ", *said]) == []


@pytest.mark.parametrize(("collection", "id", "fields", "said"), [
    ("links", "L7", {"effect": "OC9"}, ["effect", "'OC9'", "a node"]),
    ("nodes", "OP1", {"column": "results"}, ["column", "'results'", "a column"]),
    ("sectors", "nhs", {"grouped_as": "hospitals"}, ["grouped_as", "'hospitals'"]),
    ("breaks", "rde_other_2017", {"service": "ae_type9"}, ["service", "'ae_type9'"]),
    ("breaks", "rde_other_2017", {"question": "lga_trust"}, ["a service or a question"]),
    ("events", "winter_2021_22", {"services": ["snow"]}, ["services", "'snow'"]),
    ("services", "asb", {"per": 0}, ["per", "0", "greater than 0"]),
    ("impact_models", "asb_declared", {"areas": ["X1"]}, ["areas", "'X1'"]),
    ("questions", "cls_pull_b", {"successor_of": "cls_push"}, ["successor_of", "'cls_push'"]),
    ("items", "wf_01", {"wording": "..."}, ["licensed", "without wording"]),
])
def test_an_error_in_any_other_entry_names_it_too(collection, id, fields, said):
    entry = f"{collection.removesuffix('s').replace('_', ' ')} {id}: "
    assert unsaid(told(changed(collection, index(collection, id), **fields)), [entry, *said]) == []


def test_two_entries_of_one_id_are_told():
    message = told(changed("indicators", 1, id="I01"))
    assert "indicator I01: id is 'I01': an id stands once; this one stands 2 times" in message


def test_a_code_that_means_two_places_at_once_is_told():
    place = next(i for i, area in enumerate(RAW["areas"]) if area["code"] == "RAJ" and area["valid_to"])
    assert "area RAJ: valid_to is '2021-01-01'" in told(changed("areas", place, valid_to="2021-01-01"))


def test_two_answers_of_one_code_are_told():
    labels = RAW["questions"][0]["labels"]
    message = told(changed("questions", 0, labels=[labels[0], {**labels[1], "code": labels[0]["code"]}]))
    assert "question lga_area" in message
    assert "each code of a question stands once" in message


def test_every_wrong_entry_is_told_at_once():
    raw = changed("links", index("links", "L7"), effect="OC9")
    raw["sectors"] = changed("sectors", 0, grouped_as="nowhere")["sectors"]
    message = told(raw)
    assert "2 wrong" in message
    assert "link L7" in message
    assert "sector local_members" in message


@pytest.mark.parametrize(("text", "said"), [
    ("- a\n- b\n", "is a mapping of collections"),
    ("a: [1\n", "not readable as YAML"),
    ("nodes: []\nnodes: []\n", "the field 'nodes' stands twice"),
    ("nodes: 3\n", "nodes"),
    ("colours: []\n", "colours"),
])
def test_a_file_that_is_no_framework_is_told(tmp_path, text, said):
    path = tmp_path / "framework.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FrameworkError, match=said):
        load_framework(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FrameworkError, match="cannot be read"):
        load_framework(tmp_path / "nowhere.yaml")


def test_a_links_lag_cannot_end_before_it_begins():
    message = told(changed("links", 0, lag={"shorter": 6, "longer": 3}))
    assert unsaid(message, ["link L1", "longer end"]) == []
