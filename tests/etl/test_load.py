"""Receiving: staged whole or refused whole, the same file recognised, every row with its origin."""

import datetime as dt

import pytest
from sqlalchemy import func, select, update

from data import schema
from etl.load import examine, receive
from etl.mapping import ColumnMap
from etl.read import Reading, read_workbook
from etl.saved import saved_mapping
from tests.etl.small import AS_AT, FRAMEWORK, csv, demand

GOOD = demand("ae_type1,RDE,2024-04,5", "ae_type1,RDE,2024-05,[c]")
SURVEY = "respondent,wave,mode,interview_date,area,cls_influence,cls_pull"
BAD = {
    "empty file": (b"", "x.xlsx", "empty_file"),
    "wrong type": (b"%PDF-1.7", "x.xlsx", "not_a_workbook"),
    "missing required column": (
        csv("service,area,period", "ae_type1,RDE,2024-04"),
        "x.csv",
        "missing_column",
    ),
    "text in a number column": (demand("ae_type1,RDE,2024-04,many"), "x.csv", "text_in_number"),
    "unknown area": (demand("ae_type1,XYZ,2024-04,5"), "x.csv", "unknown_area"),
    "duplicate key": (demand("ae_type1,RDE,2024-04,5", "ae_type1,RDE,2024-04,6"), "x.csv", "duplicate_key"),
    "date out of range": (demand("ae_type1,RDE,1824-04,5"), "x.csv", "not_a_period"),
    "date in the future": (demand("ae_type1,RDE,2124-04,5"), "x.csv", "future_period"),
    "not a workbook": (b"PK\x03\x04 nothing", "x.xlsx", "damaged_workbook"),
    "50 MB file": (b"a," * 25_000_000, "x.csv", "file_too_large"),
}


def offer(store, content, dataset="service_demand", name="x.csv", **more):
    return receive(store, content, name, dataset, "An evaluator", as_at=AS_AT, framework=FRAMEWORK, **more)


def rows_of(store, table, *columns):
    with store.read() as connection:
        return connection.execute(select(*(table.c[name] for name in columns))).all()


def counts(store):
    with store.read() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.sorted_tables
        }


def publish(store, upload_id):
    with store.write() as connection:
        connection.execute(
            update(schema.uploads).where(schema.uploads.c.id == upload_id).values(status="published")
        )


def test_a_file_whose_reading_has_begun_is_received_as_any_other(store):
    offered = offer(store, Reading(GOOD, "x.csv"))
    assert offered.upload_id is not None
    assert offer(store, GOOD).duplicate_of == offered.upload_id


def test_a_reading_that_left_out_what_a_table_needs_is_begun_anew(store, monkeypatch):
    begun = []
    monkeypatch.setattr("etl.load.Reading", lambda content, name, details: begun.append(details) or plain(content))
    plain, ahead = (lambda content: Reading(content, "x.csv", details=True)), Reading(GOOD, "x.csv")
    examine(store, ahead, "x.csv", "service_demand", mapping=ColumnMap(table=1))
    assert begun == [True]


def test_a_reading_that_breaks_off_leaves_nothing_in_the_store(store, monkeypatch):
    before, long = counts(store), demand(*["ae_type1,RDE,2024-04,5"] * 1_000_000)
    monkeypatch.setenv("READ_MEMORY_MB", "150")  # less than it takes
    offered = offer(store, Reading(long, "x.csv"))
    assert ([each.code for each in offered.errors], offered.upload_id) == (["reading_failed"], None)
    assert counts(store) == before


@pytest.mark.parametrize(("content", "name", "code"), BAD.values(), ids=BAD)
def test_bad_input_is_a_clear_fault_and_leaves_the_store_unchanged(store, content, name, code):
    before = counts(store)
    found = offer(store, content, name=name)
    assert [each.code for each in found.errors] == [code]
    assert found.upload_id is None
    assert found.errors[0].mend
    assert counts(store) == before


def test_a_good_file_is_staged_with_its_bytes_and_hash(store):
    found = offer(store, GOOD)
    assert (found.rows, found.faults) == (2, ())
    assert rows_of(store, schema.uploads, "id", "status", "rows", "origin") == [
        (found.upload_id, "staged", 2, "real")
    ]
    [(kept, received, same)] = rows_of(store, schema.source_files, "bytes", "sha256_received", "sha256_kept")
    assert (kept, received) == (GOOD, same)


def test_every_row_keeps_upload_sheet_row_cell_and_why_a_count_is_not_there(store):
    upload = offer(store, GOOD, name="counts.csv").upload_id
    columns = (
        "upload_id",
        "sheet",
        "row",
        "cell",
        "count",
        "absence",
        "period_start",
        "period_end",
        "period_kind",
    )
    assert rows_of(store, schema.service_demand, *columns) == [
        (upload, "counts", 2, "D2", 5.0, None, dt.date(2024, 4, 1), dt.date(2024, 4, 30), "month"),
        (upload, "counts", 3, "D3", None, "withheld", dt.date(2024, 5, 1), dt.date(2024, 5, 31), "month"),
    ]


def test_the_register_says_which_column_was_which_field(store):
    offer(store, GOOD)
    [(columns,)] = rows_of(store, schema.uploads, "columns")
    assert columns["count"] == ["x", "D", "count"]


def test_a_published_file_is_recognised_by_its_hash(store):
    first = offer(store, GOOD).upload_id
    publish(store, first)
    before = counts(store)
    again = offer(store, GOOD, name="another name.csv")
    assert (again.upload_id, again.duplicate_of) == (None, first)
    assert (again.errors[0].code, f"upload {first}" in again.errors[0].message) == ("duplicate_file", True)
    assert counts(store) == before


def test_a_withdrawn_file_may_be_offered_again(store):
    first = offer(store, GOOD).upload_id
    with store.write() as connection:
        connection.execute(update(schema.uploads).values(status="withdrawn"))
    assert offer(store, GOOD).upload_id not in (None, first)


def test_a_file_staged_before_is_taken_up_again(store):
    first = offer(store, GOOD)
    again = offer(store, GOOD)
    assert (again.upload_id, again.duplicate_of) == (first.upload_id, first.upload_id)
    assert [each.code for each in again.faults] == ["taken_up_again"]


def test_the_same_file_with_another_mapping_is_another_upload(store):
    content = csv("service,area,period,count,other", "ae_type1,RDE,2024-04,5,6")
    first, second = offer(store, content), offer(store, content, mapping={"count": "other"})
    assert second.upload_id != first.upload_id
    assert [count for (count,) in rows_of(store, schema.service_demand, "count")] == [5.0, 6.0]


def test_a_mapping_is_saved_and_offered_for_the_next_file_of_the_same_shape(store):
    mapping = ColumnMap({"count": "n"}, {"service": {"1": "ae_type1"}}, {"area": "RDE"})
    offer(store, csv("service,period,n", "1,2024-04,5"), mapping=mapping)
    nxt = read_workbook(csv("Service,period,N", "1,2024-05,7"), "next.csv")
    with store.read() as connection:
        assert saved_mapping(connection, nxt, "service_demand") == mapping
        assert saved_mapping(connection, nxt, "population") is None


def test_the_wave_given_with_a_file_is_not_saved_as_a_mapping(store):
    content = csv(SURVEY.replace("wave,", ""), "R1,telephone,2024-02-19,E07000066,1,2")
    upload = offer(store, content, "citizen_survey", wave="W1").upload_id
    assert rows_of(store, schema.mappings, "id") == []
    assert rows_of(store, schema.uploads, "id", "scope") == [(upload, "W1")]


def test_a_survey_is_staged_as_respondents_and_coded_answers(store):
    upload = offer(
        store,
        csv(
            SURVEY,
            "R1,W1,telephone,2024-02-19,E07000066,Definitely agree,",
            "R2,W1,online,2024-03-01,E07000067,8,2",
        ),
        "citizen_survey",
    ).upload_id
    assert rows_of(
        store, schema.waves, "wave", "fieldwork_start", "fieldwork_end", "modes", "respondents", "upload_id"
    ) == [("W1", dt.date(2024, 2, 19), dt.date(2024, 3, 1), ["online", "telephone"], 2, upload)]
    assert rows_of(store, schema.respondents, "code", "area_code", "stratum", "psu", "row") == [
        ("R1", "E07000066", "E07000066", "R1", 2),
        ("R2", "E07000067", "E07000067", "R2", 3),
    ]
    assert sorted(code for (code,) in rows_of(store, schema.answers, "code")) == [1, 2, 8]


def test_question_versions_are_shared_between_waves(store):
    offer(store, csv(SURVEY, "R1,W1,telephone,2024-02-19,E07000066,1,1"), "citizen_survey")
    offer(store, csv(SURVEY, "R1,W2,telephone,2024-10-19,E07000066,1,1"), "citizen_survey")
    assert len(rows_of(store, schema.question_versions, "id")) == 2
    assert len(rows_of(store, schema.wave_questions, "id")) == 4


LEADERS = "wave,person,rater,rater_code,completed_on,sector,organisation,role,ms_1,pre_1"


def test_leaders_and_attenders_are_the_same_people(store):
    offer(
        store,
        csv(
            LEADERS,
            "T0,L1,self,,2024-03-01,nhs,Trust A,official,5,4",
            "T0,L1,peer,P9,2024-03-02,nhs,Trust A,official,3,",
        ),
        "leader_survey",
    )
    offer(
        store,
        csv(
            "session,held_on,kind,hours,person,sector,organisation",
            "S1,2024-05-14,board,2,L1,nhs,Trust A",
            "S1,2024-05-14,board,2,L2,police,Force A",
        ),
        "attendance",
    )
    assert rows_of(store, schema.people, "code") == [("L1",), ("L2",)]
    assert rows_of(store, schema.leader_forms, "rater", "rater_code") == [("self", "L1"), ("peer", "P9")]
    assert sorted(value for (value,) in rows_of(store, schema.leader_answers, "value")) == [3.0, 4.0, 5.0]
    assert len(rows_of(store, schema.people_roles, "id")) == 4


def test_ties_keep_a_leader_who_named_nobody(store):
    offer(
        store,
        csv(
            "wave,asked_on,from_person,from_sector,to_person,to_sector",
            "T0,2024-03-01,L1,nhs,L2,police",
            "T0,2024-03-01,L2,police,,",
        ),
        "network_ties",
    )
    assert [to for (to,) in rows_of(store, schema.network_ties, "to_id")] == [2, None]
    assert rows_of(store, schema.waves, "dataset", "respondents") == [("network_ties", 2)]


@pytest.mark.parametrize(
    ("dataset", "content", "table", "columns", "row"),
    [
        (
            "population",
            csv("area,year,unit,count,source", "E07000066,2024,persons,193632,ONS"),
            schema.population,
            ("area_code", "sex", "age_band", "period_start", "period_kind", "count"),
            ("E07000066", "", "", dt.date(2024, 1, 1), "year", 193632.0),
        ),
        (
            "programme_costs",
            csv("period,item,payer,kind,amount", 'Q1 2024/25,Room,Council,in kind,"1,200"'),
            schema.programme_costs,
            ("kind", "amount", "period_kind"),
            ("in_kind", 1200.0, "quarter"),
        ),
        (
            "coded_contacts",
            csv("sample,contact,taken_on,service,coder,code", "D1,K1,03/06/2024,asc_requests,A,Failure"),
            schema.coded_contacts,
            ("service", "code", "taken_on"),
            ("asc_requests", "failure", dt.date(2024, 6, 3)),
        ),
    ],
)
def test_each_dataset_goes_into_its_table(store, dataset, content, table, columns, row):
    assert not offer(store, content, dataset).faults
    assert rows_of(store, table, *columns) == [row]


def test_a_file_with_personal_data_is_stored_and_kept_without_it(store):
    content = csv(
        "insight,heard_on,citizen_group,theme,summary,quote_released",
        "N1,2024-05-14,carers,Buses,Ring 01245 123456,yes",
    )
    offer(store, content, "insights")
    assert rows_of(store, schema.insights, "summary") == [("Ring [phone number removed]",)]
    [(kept, reason, received)] = rows_of(
        store, schema.source_files, "bytes", "bytes_absent_reason", "sha256_received"
    )
    assert b"[phone number removed]" in kept
    assert b"123456" not in kept
    assert "personal data" in reason
    assert received
    assert rows_of(store, schema.faults, "code") == [("personal_data_removed",)]


def test_an_error_while_staging_leaves_nothing(store, monkeypatch):
    before = counts(store)
    monkeypatch.setattr("etl.stage.upload.table_rows", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        offer(store, GOOD)
    assert counts(store) == before


def test_who_received_it_is_written_down(store):
    upload = offer(store, GOOD).upload_id
    assert rows_of(store, schema.audit, "action", "subject") == [("receive", f"upload {upload}")]
