"""Benchmarks are drawn only where they were asked in the same words and mode."""

import datetime as dt

import pytest

from data.framework import load_framework
from metrics.types import Estimate, Period
from pages.parts.benchmarks import drawn, said

WAVE = Period(dt.date(2026, 9, 1), dt.date(2026, 9, 30), "wave")


def series(mode):
    return [Estimate("I16", "share", WAVE, "E10000012", "citizen_survey", value=50.0, mode=mode)]


@pytest.mark.parametrize(
    ("indicator", "mode", "areas"),
    [
        ("I16", "telephone", ["K03000001"]),
        ("I16", "online", []),  # the only online one asks something else
        ("I17", "telephone", []),  # the Crime Survey is face to face
        ("I19", "online", ["E92000001"]),
        ("I18", "telephone", []),
    ],
)
def test_a_benchmark_of_other_words_or_another_mode_is_not_drawn(indicator, mode, areas):
    assert [each.area for each in drawn(load_framework().indicator(indicator), series(mode))] == areas


def test_a_drawn_benchmark_is_named_with_its_source_and_period():
    text = said(load_framework().indicator("I16"), series("telephone"))
    assert "Benchmark: Great Britain 66.0%, February 2021 (Local Government Association" in text
    assert "Not drawn: United Kingdom, local government 34.0%" in text
    assert "asked online in other words" in text


def test_one_that_is_not_drawn_says_in_which_mode_it_was_asked():
    text = said(load_framework().indicator("I17"), series("telephone"))
    assert text.startswith("Not drawn: England and Wales 49.0%")
    assert "asked face to face" in text


def test_without_a_figure_there_is_nothing_to_set_beside():
    assert drawn(load_framework().indicator("I16"), []) == []
    assert said(load_framework().indicator("I16"), []) == ""
