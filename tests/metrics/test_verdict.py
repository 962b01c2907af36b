"""The overview's sentence is composed from computed states; good news never hides the rest."""

import pytest

from metrics.chains import Chain, Verdict
from metrics.verdict import GENERIC, Finding, headline, lead


def impacts(*changes):
    return [Finding(f"IM{i}", f"Impact {i}", change, {}) for i, change in enumerate(changes, 1)]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (("improving", "no_clear_change"), "Impact 1 is improving; impact 2 shows no clear change."),
        (("no_clear_change", "improving"), "Impact 2 is improving; impact 1 shows no clear change."),
        (("improving", "no_clear_change", "worsening"), "Impact 1 is improving; impact 3 is getting worse."),
        (("improving", "improving"), "Impact 1 is improving."),
        (("too_early", "stale"), "It is too early to judge impact 1; figures on impact 2 are out of date."),
        ((), "Nothing has been published yet."),
    ],
)
def test_the_headline_says_the_strongest_sign_and_then_what_lacks_it(changes, sentence):
    assert headline(impacts(*changes)) == sentence


def test_the_frameworks_own_phrase_is_preferred():
    finding = Finding("IM1", "Confidence", "improving", {"improving": "confidence in services is rising"})
    assert headline([finding]) == "Confidence in services is rising."


def test_the_lead_counts_real_improvements():
    assert lead(impacts("improving", "too_early"), [], "April 2024", {}).startswith(
        "One of the two impacts shows a real improvement since April 2024."
    )


def test_the_lead_names_the_weakest_link():
    chain = Chain("IM1", Verdict.CONTRADICTED, ("L1", "L2"), "L2")
    text = lead(impacts("improving"), [chain], "April 2024", {"L2": "if people see it, then confidence rises"})
    assert text.endswith("points the other way at one link: if people see it, then confidence rises.")


def test_every_state_of_a_node_has_words():
    states = {"improving", "worsening", "changed", "no_clear_change", "not_enough_points", "too_early",
              "not_comparable", "mixed", "stale", "no_measure"}
    assert set(GENERIC) == states
