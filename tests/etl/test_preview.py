"""What a file looks like before it is received: nothing is stored, nothing is guessed away."""

from etl.mapping import ColumnMap
from etl.preview import preview
from tests.etl.small import csv

AE = csv("period,org_code,type,attendances", "2017-03-01,RDE,1,7562.0", "2017-03-01,RDE,other,4545.0")
MAPPED = ColumnMap({"area": "org_code", "count": "attendances", "service": "type"})


def seen(content=AE, mapping=None, dataset="service_demand"):
    return preview(content, "ae.csv", dataset, mapping or ColumnMap())


def test_a_file_with_other_headers_shows_them_and_what_is_missing():
    found = seen()
    assert found.readable
    assert found.headers == ("period", "org_code", "type", "attendances")
    assert set(found.missing) == {"service", "area", "count"}


def test_with_a_mapping_the_fields_are_found_under_their_headers():
    found = seen(mapping=MAPPED)
    assert found.columns == {"period": "period", "area": "org_code", "count": "attendances", "service": "type"}
    assert found.missing == ()


def test_values_that_are_no_known_code_are_listed_with_what_they_may_stand_for():
    found = seen(mapping=MAPPED)
    assert found.unknown == {"service": ("1", "other")}
    assert {"ae_type1", "ae_other"} <= set(found.choices["service"])


def test_a_field_given_as_one_value_for_all_rows_is_not_missing():
    content = csv("period,area,count", "2024-04,RDE,5")
    found = seen(content, ColumnMap({}, {}, {"service": "ae_type1"}))
    assert found.missing == ()
    assert found.unknown == {}


def test_a_column_full_of_other_values_is_no_list_of_codes():
    rows = (f"S{n},RDE,2024-04,5" for n in range(30))
    assert seen(csv("service,area,period,count", *rows)).unknown == {}


def test_a_file_that_cannot_be_read_says_only_that():
    assert not seen(b"%PDF-1.7").readable
    assert not seen(b"").readable
