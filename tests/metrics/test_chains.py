"""A chain is as strong as its weakest link; a node shows its best chain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.chains import Link, Verdict, best_chains

S, P, N, X = Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.NOT_YET_TESTABLE, Verdict.CONTRADICTED


def test_a_path_is_as_strong_as_its_weakest_link():
    chain = best_chains([Link("L1", "IN1", "AC1", S), Link("L2", "AC1", "OP1", P)], ["IN1"])["OP1"]
    assert (chain.strength, chain.weakest) == (P, "L2")


def test_a_node_shows_its_best_path():
    links = [
        Link("L1", "IN1", "AC1", S), Link("L2", "AC1", "OP1", X),
        Link("L3", "IN1", "AC2", N), Link("L4", "AC2", "OP1", N),
    ]
    assert best_chains(links, ["IN1"])["OP1"].links == ("L3", "L4")


def test_of_equally_strong_paths_the_shorter_is_shown():
    links = [Link("L1", "IN1", "AC1", N), Link("L2", "AC1", "OP1", N), Link("L3", "IN1", "OP1", N)]
    assert best_chains(links, ["IN1"])["OP1"].links == ("L3",)


def test_a_node_no_input_reaches_has_no_chain():
    assert "OP1" not in best_chains([Link("L1", "AC1", "OP1", S)], ["IN1"])


def test_a_circle_is_refused():
    with pytest.raises(ValueError, match="circle"):
        best_chains([Link("L1", "A", "B", S), Link("L2", "B", "A", S)], ["A"])


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1, max_size=6))
def test_a_single_file_of_links_is_its_minimum(verdicts):
    links = [Link(f"L{i}", f"N{i}", f"N{i + 1}", verdict) for i, verdict in enumerate(verdicts)]
    assert best_chains(links, ["N0"])[f"N{len(verdicts)}"].strength == min(verdicts)
