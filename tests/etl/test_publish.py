"""Publishing: all or nothing, frozen, numbered; every figure leads back to the cells it was made from."""

import io
import re

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from pandas.testing import assert_frame_equal
from sqlalchemy import select

from data import reads, schema
from data.framework import load_framework
from data.store import open_store
from etl.publish import publish
from tests.etl.small import csv
from tests.etl.tiny import (
    ACTOR,
    AS_AT,
    DEMAND,
    DISTRICTS,
    MONTHS,
    SURVEY,
    dump,
    estimates,
    fill,
    offer,
    series,
    statuses,
)

NUMBERS = [
    "value", "low", "high", "base", "base_effective", "numerator", "denominator", "centre", "lower_limit",
    "upper_limit",
]  # fmt: skip
COUNTY = "E10000012"
LATER_DEMAND = csv("service,area,period,count", *(f"asb,{area},2025-12,999" for area in DISTRICTS))


@pytest.mark.parametrize(
    "breaks",
    [
        "metrics.demand.area_counts",  # in the middle of the figures
        "etl.publish.estimate_row",  # when they are turned into rows
        "data.writes.publications.bulk_insert",  # when the publication is half written
        "etl.publish.writes.audit",  # at the very end
    ],
)
def test_an_error_in_the_middle_leaves_the_store_as_it_was(tiny, monkeypatch, breaks):
    staged = offer(tiny, "service_demand", LATER_DEMAND)
    before = dump(tiny)
    monkeypatch.setattr(breaks, lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(tiny, [staged], ACTOR, as_at=AS_AT)
    assert dump(tiny) == before


def test_the_same_upload_is_published_after_the_error(tiny, monkeypatch):
    staged = offer(tiny, "service_demand", LATER_DEMAND)
    with monkeypatch.context() as patched:
        patched.setattr("metrics.demand.area_counts", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publish(tiny, [staged], ACTOR, as_at=AS_AT)
    assert publish(tiny, [staged], ACTOR, as_at=AS_AT) == 2


@pytest.mark.parametrize(("uploads", "error"), [([99], KeyError), ([1], ValueError)])
def test_an_upload_that_is_not_staged_cannot_be_published(tiny, uploads, error):
    before = dump(tiny)
    with pytest.raises(error):
        publish(tiny, uploads, ACTOR, as_at=AS_AT)
    assert dump(tiny) == before


def test_numbers_ascend_and_each_names_the_one_before(tiny):
    assert [publish(tiny, [], ACTOR, as_at=AS_AT) for _ in range(2)] == [2, 3]
    with tiny.read() as connection:
        listed = reads.publications(connection)
    assert [each.number for each in listed] == [3, 2, 1]
    assert [each.parent_id for each in listed] == [listed[1].id, listed[2].id, None]


def test_a_publication_freezes_framework_software_seed_and_weights(tiny):
    with tiny.read() as connection:
        latest = reads.latest_publication(connection)
        frozen = reads.frozen(connection, latest.id)
        assert reads.frozen_framework(connection, latest.id) == load_framework()
    assert frozen["settings"] == frozen["framework"]["thresholds"]
    assert [(each["wave"], each["name"], each["report"]["n"]) for each in frozen["weight_sets"]] == [
        ("W1", "design", 150)
    ]
    assert {each["name"] for each in frozen["reference_versions"]}
    assert re.match(r"\d+\.\d+\.\d+ \(pandas [\d.]+, numpy [\d.]+\)", latest.software)
    assert (latest.seed, latest.as_at, latest.note, latest.actor) == (20240401, AS_AT, "The first", ACTOR)


def test_a_publication_names_the_uploads_it_rests_on(tiny):
    staged = offer(tiny, "service_demand", DEMAND.replace(b",4", b",5"))
    publish(tiny, [staged], ACTOR, as_at=AS_AT)
    with tiny.read() as connection:
        ids = [each.id for each in reads.publications(connection)]
        assert reads.publication_uploads_of(connection, ids[1]) == [1, 2, 3]
        assert reads.publication_uploads_of(connection, ids[0]) == [1, 3, staged]


def test_an_earlier_publication_stays_identical_after_a_later_one(tiny):
    figures, said = estimates(tiny, 1), statuses(tiny, 1)
    publish(tiny, [offer(tiny, "service_demand", LATER_DEMAND)], ACTOR, as_at=AS_AT)
    assert_frame_equal(estimates(tiny, 1), figures, check_exact=True)
    assert statuses(tiny, 1).to_dict("records") == said.to_dict("records")


def test_a_later_publication_holds_the_new_count_and_the_old_ones(tiny):
    publish(tiny, [offer(tiny, "service_demand", LATER_DEMAND)], ACTOR, as_at=AS_AT)
    wanted = {"indicator": "I23", "area_code": DISTRICTS[0], "statistic": "count"}
    before, after = series(tiny, 1, **wanted).values, series(tiny, 2, **wanted).values
    assert len(before) == len(MONTHS)
    assert after == [*before[:-1], 999.0]


def test_publishing_again_without_new_data_says_the_same(tiny):
    publish(tiny, [], ACTOR, as_at=AS_AT)
    first, second = (each[each["indicator"] != "P12"] for each in (estimates(tiny, 1), estimates(tiny, 2)))
    assert_frame_equal(first.reset_index(drop=True), second.reset_index(drop=True), check_exact=True)


def test_the_publication_being_made_counts_among_those_the_board_receives(tiny):
    publish(tiny, [], ACTOR, as_at=AS_AT)
    assert series(tiny, 2, indicator="P12", area_code=COUNTY).values[-1] == 2


def test_who_published_what_is_written_down(tiny):
    with tiny.read() as connection:
        log = reads.audit_log(connection)
    assert ("publish", "publication 1") in set(zip(log["action"], log["subject"], strict=True))
    assert set(log["actor"]) == {ACTOR}


def test_a_share_is_weighted_by_the_adults_of_each_district(tiny):
    people = pd.read_csv(io.BytesIO(SURVEY))
    size = dict(zip(DISTRICTS, (150, 151, 152), strict=True))
    by_district = people.assign(positive=people["lga_trust"] <= 2).groupby("area")["positive"].mean()
    expected = 100 * sum(by_district[area] * size[area] for area in DISTRICTS) / sum(size.values())
    found = series(tiny, 1, indicator="I16", statistic="share")
    assert found.values == pytest.approx([expected], abs=1e-9)
    assert found.rows["base"].tolist() == [150]


def test_a_store_without_samples_is_not_illustrative(tiny):
    with tiny.read() as connection:
        assert not reads.latest_publication(connection).illustrative
    assert not estimates(tiny, 1)["illustrative"].any()


def test_one_sample_behind_one_figure_makes_the_publication_illustrative(tiny):
    other = DEMAND.replace(b"asb", b"emergency_admissions")
    publish(tiny, [offer(tiny, "service_demand", other, origin="sample")], ACTOR, as_at=AS_AT)
    found = estimates(tiny, 2)
    with tiny.read() as connection:
        assert reads.latest_publication(connection).illustrative
    assert found[found["indicator"] == "I22"]["illustrative"].all()
    assert not found[found["indicator"].isin(["I16", "I23"])]["illustrative"].any()


def test_an_empty_store_publishes_that_there_is_nothing(store):
    assert publish(store, [], ACTOR, as_at=AS_AT) == 1
    said = statuses(store, 1)
    indicators = said[said["kind"] == "indicator"]
    assert len(indicators) == len(load_framework().indicators)
    unmeasured = indicators[~indicators["subject"].isin(["P05", "P11", "P12"])]
    assert set(unmeasured["change"]) == {"not_enough_points"}


@pytest.mark.postgres
def test_both_databases_give_the_same_figures(tiny, postgres, postgres_template):
    postgres.do(f"CREATE DATABASE figures TEMPLATE {postgres_template} STRATEGY FILE_COPY")
    other = open_store(postgres.url_of("figures"), migrate=False)
    try:
        fill(other)
        theirs, said = estimates(other, 1), statuses(other, 1)
    finally:
        other.close()
        postgres.do("DROP DATABASE figures WITH (FORCE)")
    assert_frame_equal(estimates(tiny, 1), theirs, check_exact=False, rtol=1e-12)
    ours = statuses(tiny, 1)
    assert ours.drop(columns="detail").to_dict("records") == said.drop(columns="detail").to_dict("records")


# On the illustrative data.


@pytest.fixture(scope="module")
def sample_estimates(demo_store) -> pd.DataFrame:
    store = demo_store.open()
    try:
        return estimates(store, demo_store.publication)
    finally:
        store.close()


def test_a_row_without_a_value_holds_no_number_and_says_why(sample_estimates):
    absent = sample_estimates[sample_estimates["absence"].notna()]
    assert {"withheld", "not_comparable", "too_early", "not_applicable"} <= set(absent["absence"])
    assert absent[NUMBERS].isna().all(axis=None)
    assert (absent["reason"] != "").all()
    assert (absent["mark"] == "").all()


def test_a_row_with_a_value_has_no_absence_and_its_interval_holds_it(sample_estimates):
    present = sample_estimates[sample_estimates["absence"].isna()]
    bounded = present[present["low"].notna()]
    assert present["value"].notna().all()
    assert len(bounded) > 10_000
    assert (bounded["low"] <= bounded["value"] + 1e-9).all()
    assert (bounded["value"] <= bounded["high"] + 1e-9).all()


def test_shares_and_their_intervals_stay_within_0_and_100(sample_estimates):
    shares = sample_estimates[sample_estimates["statistic"] == "share"]
    assert shares[["value", "low", "high"]].min(axis=None) >= 0
    assert shares[["value", "low", "high"]].max(axis=None) <= 100


def test_every_figure_of_a_sample_is_marked_as_illustrative(sample_estimates, demo_store):
    samples = _origins(demo_store)
    made_of = sample_estimates["trace"].map(lambda trace: {samples[upload] for upload, *_ in trace})
    from_sample = made_of.map(lambda origins: "sample" in origins)
    assert from_sample.sum() > 10_000
    assert sample_estimates[from_sample]["illustrative"].all()


def test_every_estimate_carries_the_vintage_its_area_had_at_the_end_of_the_period(sample_estimates):
    framework = load_framework()
    areas = sample_estimates[["area_code", "period_end", "area_valid_from"]].drop_duplicates()
    for code, end, valid_from in areas.itertuples(index=False):
        assert framework.area(code, on=end).valid_from == valid_from, (code, end)


def _origins(demo_store) -> dict[int, str]:
    store = demo_store.open()
    with store.read() as connection:
        found = dict(connection.execute(select(schema.uploads.c.id, schema.uploads.c.origin)).all())
    store.close()
    return found


@pytest.fixture(scope="module")
def kept(demo_store):
    """From an upload and a sheet to the cells of the bytes that were kept."""
    store, books = demo_store.open(), {}

    def sheet(upload: int, name: str):
        if upload not in books:
            with store.read() as connection:
                content = reads.upload_bytes(connection, upload)
            books[upload] = load_workbook(io.BytesIO(content), read_only=False, data_only=True)
        return books[upload][name]

    yield sheet
    store.close()


def _one(sample_estimates, **wanted) -> pd.Series:
    found = sample_estimates
    for column, value in wanted.items():
        found = found[found[column].astype(str) == value]
    [row] = found.to_dict("records")
    return row


def test_a_districts_monthly_count_leads_to_the_very_cell(sample_estimates, kept):
    row = _one(
        sample_estimates, indicator="I21", statistic="count", area_code="E07000066",
        period_start="2026-01-01", group_dim="",
    )  # fmt: skip
    [(upload, name, cell)] = row["trace"]
    sheet = kept(upload, name)
    number = sheet[cell].row
    assert sheet[cell].value == row["value"]
    assert [sheet[f"{letter}{number}"].value for letter in "ABC"] == ["ae_type1", "E07000066", "2026-01"]


def test_a_countys_monthly_count_leads_to_cells_of_its_districts(sample_estimates, kept):
    row = _one(
        sample_estimates, indicator="I21", statistic="count", area_code=COUNTY, period_start="2026-01-01",
        group_dim="",
    )  # fmt: skip
    [(upload, name, cells)] = row["trace"]
    named, more = re.fullmatch(r"(.+) and (\d+) more", cells).groups()
    sheet, named = kept(upload, name), named.split(", ")
    places = {sheet[f"B{sheet[cell].row}"].value for cell in named}
    assert places < set(load_framework().members(COUNTY))
    assert len(places) + int(more) == 12
    assert {sheet[f"C{sheet[cell].row}"].value for cell in named} == {"2026-01"}
    rows = sheet.iter_rows(min_row=2, values_only=True)
    every = [each[4] for each in rows if each[0] == "ae_type1" and each[2] == "2026-01"
             and each[1] in load_framework().members(COUNTY)]  # fmt: skip
    assert sum(every) == row["value"]


def test_a_survey_share_leads_to_the_answers_to_its_question(sample_estimates, kept, demo_store):
    row = _one(
        sample_estimates, indicator="I16", statistic="share", area_code=COUNTY, period_start="2025-09-01",
        group_dim="",
    )  # fmt: skip
    [(upload, name, cells)] = row["trace"]
    sheet = kept(upload, name)
    left, top, right, bottom = range_boundaries(cells)
    assert (left, top) == (right, 2)
    assert sheet.cell(1, left).value == "lga_trust"
    named = {cell.value: cell.column for cell in sheet[1]}
    columns = [named[name] for name in ("area", "age_band", "sex", "ethnicity", "tenure", "lga_trust")]
    told = pd.DataFrame(
        [[sheet.cell(at, column).value for column in columns] for at in range(top, bottom + 1)],
        columns=["district", "age", "sex", "ethnicity", "tenure", "answer"], dtype=object,
    )  # fmt: skip
    assert row["value"] == pytest.approx(_weighted_share(told, demo_store), abs=1e-6)
    assert row["base"] == told["answer"].notna().sum()


def _weighted_share(told: pd.DataFrame, demo_store) -> float:
    """Per cent of a great deal and a fair amount, raked in the plainest way."""
    store, on = demo_store.open(), AS_AT.replace(year=2025, month=9, day=30)
    with store.read() as connection:
        districts = reads.population_by_area(connection, on)
        population = reads.adults_by_trait(connection, on, told["district"].unique()) | {"district": districts}
        census = reads.reference_values(connection, "weighting_margins")
    store.close()
    told = told.replace({"shared": "owned"})
    told["ethnicity"] = told["ethnicity"].where(told["ethnicity"] == "white", "other_groups")
    for key, count in census.items():
        area, trait, category = key.split()
        if area in set(told["district"]):
            people = population.setdefault(trait, {})
            people[category] = people.get(category, 0) + count
    stated = told["sex"].isin(["female", "male"])  # of the others the population has no count
    weight = told["district"].map(districts) / told.groupby("district")["district"].transform("count")
    weight, others = weight / weight.sum(), (weight / weight.sum())[~stated].sum()
    for _ in range(50):
        for trait, people in population.items():
            share = told[trait].map(people) / sum(people[each] for each in told[trait].unique() if each in people)
            left = 1 - others if trait == "sex" else 1.0
            weight = weight * (left * share / weight.groupby(told[trait]).transform("sum")).where(share.notna(), 1.0)
            if trait == "sex":
                weight[~stated] *= others / weight[~stated].sum()
    valid = told["answer"].notna()
    positive = told["answer"].isin(["A great deal", "A fair amount", 1, 2])
    return 100 * weight[positive].sum() / weight[valid].sum()
