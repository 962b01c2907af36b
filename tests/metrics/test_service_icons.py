"""The icons of services come from the charts' own points and from nothing else."""

import dataclasses

import pandas as pd
import pytest

from metrics.measures import compute
from metrics.service_icons import service_icons
from metrics.status import indicator_status
from tests.metrics.builders import context, counts, definition

QUIET = [310, 280, 300, 320, 290, 310, 280, 300, 320, 290, 310, 280, 300, 320]
BESIDE = {"service": "fire", "direction": "neutral", "denominator": "none", "per": 1000, "breaks": (),
          "first_area_only": True}
OWN = definition("demand_rate", unit="rate", direction="down",
                 params={"service": "ae", "per": 1000, "denominator": "none", "beside": {"fire": BESIDE}})


def found(own, fire, target=None):
    setting = context("2026-10-31")
    both = [counts({"COUNTY": own}), counts({"COUNTY": fire}, service="fire")]
    frames = {"service_demand": pd.concat(both, ignore_index=True)}
    estimates = compute(OWN, frames, setting)
    status = dataclasses.replace(indicator_status(OWN, estimates, setting), end_target=target)
    return {icon.service: icon for icon in service_icons(OWN, estimates, status, setting)}, estimates


def test_each_service_has_the_mark_of_its_latest_point_in_its_own_direction():
    icons, estimates = found([*QUIET, 900], [*QUIET, 900])
    assert icons["ae"].variation == "concern_high"
    assert icons["fire"].variation == "neutral_high"  # no good direction: never good or bad
    assert all(icon.latest in estimates for icon in icons.values())


@pytest.mark.parametrize(("target", "assurance"), [(100, "pass"), (1, "fail"), (10, "hit_or_miss"), (None, "")])
def test_the_target_is_set_against_the_charts_limits(target, assurance):
    icons, _ = found(QUIET, QUIET, target)
    assert icons["ae"].assurance == assurance
    assert icons["fire"].assurance == ""


def test_a_service_without_limits_says_so():
    icons, _ = found([300], QUIET)
    assert icons["ae"].variation == "no_limits"


def test_a_service_without_figures_has_no_row():
    setting = context("2026-10-31")
    assert not list(service_icons(OWN, [], indicator_status(OWN, [], setting), setting))
