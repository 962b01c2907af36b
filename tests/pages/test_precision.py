"""What the pages say of precision: the wave report, how sure the next survey can be, and low bases."""

import dataclasses
import datetime as dt
from types import SimpleNamespace

import pytest

from data.framework import load_framework
from metrics.types import Absence, Estimate, Period
from pages.parts import wave_report as report_part
from pages.parts.caution import caution
from pages.parts.precision_card import TITLE, precision_card
from pages.parts.view import View
from pages.parts.wave_report import wave_report

WAVE = Period(dt.date(2026, 9, 1), dt.date(2026, 9, 30), "wave")
FRAMEWORK = load_framework()


def figure(indicator, statistic, value, **more):
    source = "leader_survey" if indicator == "I08" else "citizen_survey"
    absence = {"absence": Absence.NOT_APPLICABLE} if value is None else {}
    return Estimate(indicator, statistic, WAVE, "E10000012", source, value, **{**absence, **more})


class Seen(View):
    """A view of a few figures, without a store."""

    def __new__(cls, *figures):
        made = object.__new__(cls)
        object.__setattr__(made, "framework", FRAMEWORK)
        object.__setattr__(made, "publication", SimpleNamespace(id=1, illustrative=True))
        object.__setattr__(made, "held", figures)
        return made

    def __init__(self, *figures):
        pass

    def estimates(self, indicator):
        return tuple(each for each in self.held if each.indicator == indicator)


CHANGE = figure("I16", "detectable_change", 7.26, base=1183.0, base_effective=735.0)


def test_the_card_says_what_the_next_wave_finds_and_what_the_target_needs():
    made = precision_card(Seen(CHANGE, figure("I16", "n_for_target", 2456.0)), "I16")
    assert TITLE in made
    assert "with 1,183 interviews, finds a rise of 7.3 points or more since then" in made
    assert "it needs 2,456 interviews" in made


def test_the_card_says_why_no_size_is_enough():
    needed = figure("I16", "n_for_target", None, reason="No next wave is large enough.")
    assert "The target: no next wave is large enough." in precision_card(Seen(CHANGE, needed), "I16")


def test_the_card_lists_sizes_from_small_to_large():
    sizes = [dataclasses.replace(CHANGE, scenario=f"n{n}", base=float(n), value=9000 / n) for n in (2000, 500)]
    made = precision_card(Seen(CHANGE, *sizes), "I16")
    assert made.index("18.0 points") < made.index("4.5 points")


def test_the_leader_index_has_its_reliability_and_its_items():
    alpha = figure("I08", "alpha", 0.93, low=0.89, high=0.96, base=38.0)
    item = figure("I08", "item_total", 0.84, base=38.0, group_dim="item", group_value="ms_4")
    made = precision_card(Seen(alpha, item), "I08")
    assert "alpha 0.93 (95% interval 0.89 to 0.96) from 38 complete forms" in made
    assert "Puts the whole first" in made


def test_an_indicator_without_such_figures_has_no_card():
    assert precision_card(Seen(), "I21") is None


REPORT = {
    "source": "citizen_survey", "wave": "W4", "fieldwork_start": "2026-09-01", "fieldwork_end": "2026-09-30",
    "modes": ["telephone"], "population": "residents aged 18 or over", "method": "raked", "supplied": False,
    "n": 1200, "n_eff": 1058.5, "deff": 1.134, "minimum": 0.48, "maximum": 1.81, "trimmed_share": 0.025,
    "margins": [{"margin": "sex", "category": "female", "population": 51.2, "before": 55.0, "after": 51.2}],
}  # fmt: skip


def report(monkeypatch, *figures, **more):
    monkeypatch.setattr(report_part.data, "weight_reports", lambda _: (REPORT | more,))
    return wave_report(Seen(*figures), ("I16", "I18"))


@pytest.mark.parametrize(
    "words",
    ["1 Sep to 30 Sep 2026", "telephone", "1,200", "1,058", "1.13", "3.8 to 6.9", "0.48 to 1.81", "2.5", "51.2",
     "Women", "a response rate can’t be said", "worth at least 1,058"],
)  # fmt: skip
def test_the_wave_report_says_how_a_wave_was_made(monkeypatch, words):
    blanks = [figure("I16", "item_nonresponse", 3.83), figure("I18", "item_nonresponse", 6.92)]
    assert words in report(monkeypatch, *blanks)


def test_a_publication_from_before_fieldwork_was_kept_has_no_wave_report(monkeypatch):
    assert report(monkeypatch, fieldwork_start=None) is None


def test_merged_categories_are_named_together(monkeypatch):
    margins = [{"margin": "age", "category": "65-74 + 75+", "population": 25.0, "before": 20.0, "after": 25.0}]
    assert "65 to 74, 75 and over" in report(monkeypatch, margins=margins)


@pytest.mark.parametrize(
    ("base", "said"),
    [(30, "very low base"), (49, "very low base"), (50, "low base, read with caution"), (99, "low base"), (100, "")],
)
def test_a_survey_figure_on_a_low_base_carries_a_caution(base, said):
    found = caution(Seen(), figure("I16", "share", 45.0, base=float(base), base_effective=float(base)))
    assert found.startswith(said)
    assert bool(found) == bool(said)


@pytest.mark.parametrize("more", [{"base": 40.0}, {"base": None}])
def test_figures_that_are_no_survey_shares_carry_no_caution(more):
    assert caution(Seen(), figure("I16", "share", 45.0, **more)) == ""
