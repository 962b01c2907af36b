"""Taking an upload out again: what it superseded counts again. And forgetting a person."""

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import select

from data import reads, schema
from etl.erase import erase
from etl.load import receive
from etl.publish import publish
from etl.withdraw import withdraw
from tests.etl.small import AS_AT, FRAMEWORK, csv, demand
from tests.etl.tiny import DISTRICTS, MONTHS, estimates, series
from tests.etl.tiny import offer as offer_real

ATTENDANCE = csv(
    "session,held_on,kind,hours,person,sector,organisation",
    "S1,2024-05-14,board,2,L1,nhs,Trust A",
    "S1,2024-05-14,board,2,L2,police,Force A",
)


def offer(store, content, dataset):
    return receive(
        store, content, "x.csv", dataset, "An evaluator", as_at=AS_AT, framework=FRAMEWORK
    ).upload_id


def values(store, column):
    with store.read() as connection:
        return list(connection.scalars(select(column)))


def test_a_staged_upload_is_withdrawn_without_a_publication(store):
    upload = offer(store, demand("ae_type1,RDE,2024-04,5"), "service_demand")
    assert withdraw(store, upload, "An evaluator") == 0
    assert values(store, schema.uploads.c.status) == ["withdrawn"]
    assert values(store, schema.publications.c.id) == []


def test_withdrawing_and_publishing_without_it_are_one_transaction(store, monkeypatch):
    upload = offer(store, demand("ae_type1,RDE,2024-04,5"), "service_demand")
    with store.write() as connection:
        connection.execute(schema.uploads.update().values(status="published"))
    monkeypatch.setattr("etl.withdraw.release", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        withdraw(store, upload, "An evaluator")
    assert values(store, schema.uploads.c.status) == ["published"]


def test_withdrawing_an_upload_there_is_not_is_refused(store):
    with pytest.raises(KeyError):
        withdraw(store, 99, "An evaluator")


def test_an_erased_person_leaves_no_rows_no_bytes_and_no_code(store):
    offer(store, ATTENDANCE, "attendance")
    erase(store, "L1", "An evaluator")
    assert len(values(store, schema.attendance.c.id)) == 1
    assert "L1" not in values(store, schema.people.c.code)
    assert values(store, schema.source_files.c.bytes) == [None]
    assert not any("L1" in said for said in values(store, schema.audit.c.detail))


def test_erasing_somebody_unknown_changes_nothing(store):
    offer(store, ATTENDANCE, "attendance")
    with pytest.raises(KeyError):
        erase(store, "L9", "An evaluator")
    assert len(values(store, schema.attendance.c.id)) == 2


LATER = demand(*(f"asb,{area},{month},999" for area in DISTRICTS for month in MONTHS))


def without_counting_publications(figures):
    return figures[figures["indicator"] != "P12"].reset_index(drop=True)


def test_withdrawing_restores_what_was_superseded_to_the_digit(tiny):
    publish(tiny, [offer_real(tiny, "service_demand", LATER)], "An evaluator", as_at=AS_AT)
    assert set(series(tiny, 2, indicator="I23", area_code=DISTRICTS[0], statistic="count").values) == {999.0}
    assert withdraw(tiny, 4, "An evaluator", as_at=AS_AT) == 3
    first, third = (without_counting_publications(estimates(tiny, number)) for number in (1, 3))
    assert_frame_equal(first, third, check_exact=True)


def test_withdrawing_the_real_data_brings_the_sample_back(store):
    sample = demand(*(f"asb,{area},{month},500" for area in DISTRICTS for month in MONTHS))
    publish(
        store, [offer_real(store, "service_demand", sample, origin="sample")], "An evaluator", as_at=AS_AT
    )
    publish(store, [offer_real(store, "service_demand", LATER)], "An evaluator", as_at=AS_AT)
    withdraw(store, 2, "An evaluator", as_at=AS_AT)
    shown = [estimates(store, number) for number in (1, 2, 3)]
    demands = [each[each["indicator"] == "I23"] for each in shown]
    assert [bool(each["illustrative"].all()) for each in demands] == [True, False, True]
    first, third = (each.drop(columns="trace").reset_index(drop=True) for each in demands[::2])
    assert_frame_equal(first, third, check_exact=True)


def test_the_publication_says_which_upload_was_withdrawn(tiny):
    withdraw(tiny, 2, "An evaluator", as_at=AS_AT)
    with tiny.read() as connection:
        assert reads.latest_publication(connection).note == "Upload 2 is withdrawn."
    assert not len(series(tiny, 2, indicator="I23").rows)


def test_an_upload_is_withdrawn_only_once(tiny):
    withdraw(tiny, 2, "An evaluator", as_at=AS_AT)
    with pytest.raises(ValueError, match="withdrawn"):
        withdraw(tiny, 2, "An evaluator", as_at=AS_AT)
