"""What of a file reaches the store: no personal data in any table, and the hash of what was received."""

import hashlib

from data import reads
from etl.load import receive
from tests.etl.small import csv
from tests.etl.tiny import AS_AT, dump

HEADER = "insight,heard_on,citizen_group,theme,summary,quote_released"
SAID = ("Ring Mrs Archer on 01245 123456", "born on 14/05/1961 at CM1 1QH", "Mr Whippy never comes", "Two buses")
HELD = ("Archer", "123456", "1961", "1QH", "jo@example.org", "9434765919")
CONTENT = csv(
    f"{HEADER},Email,NHS number",
    *(f'N{n},2024-05-14,carers,Buses,"{said}",yes,jo@example.org,9434765919' for n, said in enumerate(SAID)),
)


def taken(store, content=CONTENT, name="Mrs Archer CM1 1QH.csv", **more):
    return receive(store, content, name, "insights", "An evaluator", as_at=AS_AT, **more)


def kept(store, upload_id):
    with store.read() as connection:
        return reads.upload(connection, upload_id), reads.upload_bytes(connection, upload_id)


def test_personal_data_is_in_no_table_of_the_store_nor_in_the_file_that_is_kept(store):
    offered = taken(store)
    upload, content = kept(store, offered.upload_id)
    everything = "\n".join(dump(store)) + content.decode()
    assert [each for each in HELD if each in everything] == []
    assert upload["sha256"] == hashlib.sha256(CONTENT).hexdigest()
    assert "copy without it" in upload["bytes_absent_reason"]


def test_the_copy_has_the_used_columns_in_their_own_cells(store):
    _, content = kept(store, taken(store).upload_id)
    lines = content.decode().splitlines()
    assert lines[0] == HEADER
    assert lines[4] == "N3,2024-05-14,carers,Buses,Two buses,yes"


def test_a_file_without_personal_data_is_kept_byte_for_byte(store):
    clean = csv(HEADER, "N1,2024-05-14,carers,Buses,Two buses,yes")
    upload, content = kept(store, taken(store, clean, "clean.csv").upload_id)
    assert (content, upload["bytes_absent_reason"]) == (clean, None)


def test_no_file_is_kept_where_the_setting_says_so_and_its_hash_stays(store, monkeypatch):
    monkeypatch.setenv("KEEP_FILES", "no")
    clean = csv(HEADER, "N1,2024-05-14,carers,Buses,Two buses,yes")
    upload, content = kept(store, taken(store, clean, "clean.csv").upload_id)
    assert content is None
    assert upload["sha256"] == hashlib.sha256(clean).hexdigest()
    assert "KEEP_FILES" in upload["bytes_absent_reason"]


def test_a_released_quote_is_stored_as_it_is_and_the_audit_says_who_let_it(store):
    cell = "[name removed] [postcode removed]!E4"
    offered = taken(store, released=[cell])
    with store.read() as connection:
        [entry] = [each for each in reads.audit_log(connection).to_dict("records") if each["action"] == "release quote"]
    assert (entry["actor"], entry["subject"], entry["detail"]) == (
        "An evaluator", f"upload {offered.upload_id}", cell,
    )  # fmt: skip
    stored = "\n".join(dump(store))
    assert "Mr Whippy never comes" in stored
    assert "Archer" not in stored


def test_the_same_file_with_another_quote_released_is_another_upload(store):
    first = taken(store).upload_id
    assert taken(store).upload_id == first
    assert taken(store, released=["[name removed] [postcode removed]!E4"]).upload_id != first


def test_a_file_is_held_against_what_the_store_holds(tiny):
    """The tiny store has three districts to December 2025; the file brings one month of one."""
    content = csv("service,area,period,count", "asb,E07000066,2026-01,9000")
    found = receive(tiny, content, "d.csv", "service_demand", "An evaluator", as_at=AS_AT)
    assert {"fewer_areas", "spike"} <= {each.code for each in found.faults}


def test_a_column_headed_otherwise_than_in_the_file_before_is_noticed(tiny):
    lines = ("service,area,period,Calls answered", "asb,E07000066,2026-01,400")
    mapping = {"columns": {"count": "Calls answered"}}
    found = receive(tiny, csv(*lines), "d.csv", "service_demand", "An evaluator", mapping=mapping, as_at=AS_AT)
    assert "header_changed" in {each.code for each in found.faults}


def test_a_second_wave_by_another_mode_is_told_from_the_store(tiny):
    rows = [f"R{n},W2,online,2025-02-{1 + n % 28:02},E0700006{6 + n % 3},P{n},female,{1 + n % 4}" for n in range(60)]
    content = csv("respondent,wave,mode,interview_date,area,psu,sex,lga_trust", *rows)
    found = receive(tiny, content, "w2.csv", "citizen_survey", "An evaluator", as_at=AS_AT)
    [fault] = [each for each in found.faults if each.code == "mode_changed"]
    assert "by online, wave W1 by telephone" in fault.message
