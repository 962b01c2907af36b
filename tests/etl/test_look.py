"""What a file looks like before it is received: nothing is stored, nothing is guessed away."""

from dataclasses import replace

from data.framework import load_framework
from etl.look import labels, look
from etl.mapping import ColumnMap
from etl.suggest import suggested
from tests.etl import citizens
from tests.etl.small import csv

AE = csv("period,org_code,type,attendances", "2017-03-01,RDE,1,7562", "2017-04-01,RDE,other,4545")
MAPPED = {"area": "B", "count": "D", "service": "C", "period": "A"}


def seen(store, content=AE, name="ae.csv", dataset="service_demand"):
    return look(store, content, name, dataset)


def test_a_file_with_our_own_headers_needs_no_mapping(store):
    assert seen(store, csv("service,area,period,count", "ae_type1,RDE,2024-04,5")).plain


def test_a_file_with_other_headers_says_what_is_missing(store):
    found = seen(store)
    _, missing = found.layout(ColumnMap(table=1))
    assert not found.plain
    assert {"service", "area", "count"} <= set(missing)


def test_with_a_mapping_nothing_is_missing(store):
    found = seen(store)
    layout, missing = found.layout(ColumnMap(MAPPED, table=1))
    assert missing == ()
    assert {name: layout.headers[at] for name, at in layout.columns.items()}["area"] == "org_code"


def test_values_that_are_no_known_code_are_listed_and_still_when_mapped_so_that_it_can_be_corrected(store):
    found, mapping = seen(store), ColumnMap(MAPPED, table=1)
    assert found.unknown(found.layout(mapping)[0]) == {"service": ("1", "other")}
    mapped = replace(mapping, values={"service": {"1": "ae_type1", "other": "ae_other"}})
    assert found.unknown(found.layout(mapped)[0]) == {"service": ("1", "other")}


def test_codes_are_shown_by_what_they_are_called(store):
    found = seen(store)
    named = labels(load_framework(), found.spec.column("service"), found.codes)
    assert named["ae_type1"] == "A&E attendances (type 1)"


def test_a_column_full_of_other_values_is_no_list_of_codes(store):
    content = csv("kind,org,when,n", *(f"S{n},RDE,2024-04,5" for n in range(30)))
    found = seen(store, content)
    layout, _ = found.layout(ColumnMap({"service": "A", "area": "B", "period": "C", "count": "D"}, table=1))
    assert found.unknown(layout) == {}


def test_answers_we_do_not_know_are_asked_for(store):
    name, content = citizens.surveymonkey()
    found = seen(store, content, name, "citizen_survey")
    mapping = suggested(found.best, found.spec, found.codes)
    layout, _ = found.layout(replace(mapping, values={}))
    assert found.unknown(layout) == {"cls_influence": ("Definitly disagree",)}


def test_a_file_that_cannot_be_read_says_only_that(store):
    assert not seen(store, b"%PDF-1.7").readable
    assert not seen(store, b"").readable


def test_the_same_file_looked_at_for_another_dataset_is_not_read_again(store, monkeypatch):
    name, content = citizens.surveymonkey()
    one, other = (seen(store, content, name, dataset) for dataset in ("citizen_survey", "service_demand"))
    for read in ("read_workbook", "understand"):
        monkeypatch.setattr(f"etl.look.{read}", None)
    assert look(store, content, name, "service_demand", one) == other
    assert look(store, content, name, "citizen_survey", other) == one
