import pytest

from data.store import open_store
from etl.load import receive
from etl.publish import publish
from etl.steps import STEPS, STORING, Bar, of_receiving
from tests.etl.tiny import ACTOR, AS_AT, csv

DEMAND = csv("service,area,period,count", "asb,E07000066,2024-04,310")


def test_receiving_and_publishing_name_their_steps_in_their_order(tmp_path):
    told = []
    store = open_store(f"sqlite:///{tmp_path}/steps.sqlite")
    offer = receive(store, DEMAND, "d.csv", "service_demand", ACTOR, as_at=AS_AT, progress=told.append)
    publish(store, [offer.upload_id], ACTOR, as_at=AS_AT, progress=told.append)
    store.close()
    assert [step for step in told if step in STEPS] == list(STEPS)


def test_each_step_is_a_line_with_its_time_where_that_was_asked_for(capsys):
    bar = Bar(each_step=True)
    bar(STORING)
    bar.end()
    first, last = capsys.readouterr().err.splitlines()
    assert first.endswith("s  Storing the rows")
    assert last.endswith("s  Done")


def test_nothing_is_drawn_where_nobody_sees_it(capsys):
    bar = Bar()
    bar(STORING)
    bar.end()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("step", STEPS[: STEPS.index(STORING) + 1])
def test_a_step_of_receiving_is_a_part_of_the_whole(step):
    assert 0 < of_receiving(step) < 1
