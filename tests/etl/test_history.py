"""Earlier publications as disclosure control reads them from a store."""

from data.framework import load_framework
from etl.history import DisclosureFault, earlier_publications
from metrics.disclosure import Disclosed
from metrics.types import Absence, Estimate, Period
from tests.etl.tiny import AS_AT


def test_an_earlier_publication_comes_with_its_uploads_and_its_figures(tiny):
    with tiny.read() as connection:
        [first] = earlier_publications(connection, ["I16"])
    assert first.uploads == {1, 2, 3}
    assert {e.indicator for e in first.estimates} == {"I16"}
    assert all(e.trace or e.absence is Absence.WITHHELD for e in first.estimates)


def test_the_fault_names_the_figure_and_what_to_do_but_no_number():
    period = Period(AS_AT.replace(day=1), AS_AT, "month")
    figure = Estimate("I22", "count", period, "E07000066", "service_demand", value=4.0)
    said = str(DisclosureFault(Disclosed([figure]), load_framework()))
    assert "I22 Basildon" in said
    assert "Nothing was published" in said
    assert "4" not in said.replace("2026-10-31", "").replace("I22", "")


def test_illustrative_figures_tell_nothing_of_anybody(demo_store):
    store = demo_store.open()
    with store.read() as connection:
        assert earlier_publications(connection, ["I01", "I22"]) == []
    store.close()
