"""Faults are data: registered once, filled in fully."""

import string

import pytest

from etl.faults import FAULTS, fault

PLACES = {"size": 50.0, "limit": 40, "cells": 10, "seconds": 60.0}


@pytest.mark.parametrize("kind", FAULTS.values(), ids=lambda kind: kind.code)
def test_a_fault_has_a_severity_a_title_and_a_mend(kind):
    assert kind.severity in ("error", "warning", "notice")
    assert kind.title
    assert kind.mend.endswith((".", "}"))


@pytest.mark.parametrize("kind", FAULTS.values(), ids=lambda kind: kind.code)
def test_every_place_of_a_fault_can_be_filled(kind):
    texts = (kind.template, kind.mend)
    names = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    own = {"sheet", "cell", "value", "expected"}
    found = fault(kind.code, "Data", "A1", "v", "e", **{name: PLACES.get(name, "w") for name in names - own})
    assert "{" not in found.message + found.mend


def test_a_long_value_is_shortened():
    assert len(fault("text_in_number", value="x" * 500, column="c").value) == 80
