"""What is said of datasets, links and chains."""

import datetime as dt

from data.framework import load_framework
from etl.said_of_links import chain_rows, link_rows
from etl.specs import SPECS
from etl.statements import DATED_BY, dataset_rows
from metrics.chains import Chain, Link, Verdict

FRAMEWORK = load_framework()


def test_every_dataset_is_dated_by_a_column_of_its_own():
    assert set(DATED_BY) == set(SPECS) == {dataset.id for dataset in FRAMEWORK.datasets}


def test_a_dataset_without_rows_is_said_to_be_none():
    rows = dataset_rows(FRAMEWORK, {}, dt.date(2026, 10, 31))
    assert {row["change"] for row in rows} == {"none"}
    assert all(row["detail"]["latest"] is None and row["detail"]["rows"] == 0 for row in rows)


def test_a_link_says_its_claim_its_ends_and_that_nobody_signed():
    link = FRAMEWORK.links[0]
    made = Link(link.id, link.cause, link.effect, Verdict.NOT_YET_TESTABLE)
    [row] = link_rows(FRAMEWORK, [made], {})
    assert row["headline"] == link.claim
    assert row["detail"] == {"cause": link.cause, "effect": link.effect, "signed": False, "evidence": []}
    assert row["why"] == "Nobody has judged this link yet."


def test_a_chain_names_its_weakest_link():
    chain = Chain("IM1", Verdict.NOT_SUPPORTED, ("L1", "L2"), "L2")
    [row] = chain_rows({"IM1": chain})
    assert (row["subject"], row["change"]) == ("IM1", "not_supported")
    assert row["why"] == "The weakest link of the best chain is L2."
