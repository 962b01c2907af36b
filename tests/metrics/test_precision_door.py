"""The precision door through the shell."""

import json
import subprocess
import sys

import pytest


def ask(*words):
    return subprocess.run([sys.executable, "-m", "metrics", "precision", *words], capture_output=True, text=True)


def test_the_door_answers_what_a_survey_finds_and_what_a_change_needs():
    answer = json.loads(ask("--share", "48", "--n", "1000", "--change", "8", "--json").stdout)
    assert answer["smallest_rise"] == pytest.approx(6.2507, abs=1e-4)
    assert answer["interviews_of_two_new"] == 609


def test_a_design_effect_multiplies_the_interviews_needed():
    plain, clustered = (
        json.loads(ask("--share", "10", "--n", "9000", "--change", "5", "--deff", deff, "--json").stdout)
        for deff in ("1", "2")
    )
    assert clustered["interviews_of_two_new"] == pytest.approx(2 * plain["interviews_of_two_new"], abs=1)


def test_a_change_no_size_can_show_is_said_so():
    assert "interviews_next: none is large enough" in ask("--share", "50", "--n", "400", "--change", "3").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--share", "140", "--n", "900"), "--share 140 is not between 0 and 100."),
        (("--share", "50", "--n", "0"), "must be above 0"),
        (("--share", "50", "--n", "900", "--change", "60"), "leads from 50% to no other share"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(words, said):
    refused = ask(*words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr
