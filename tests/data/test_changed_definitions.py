"""A change of definition is named by what changed, and wording alone is none."""

import pytest

from data.framework import load_framework
from data.framework.changed import GONE, NEW, changed_definitions


@pytest.fixture(scope="module")
def held():
    return load_framework()


def with_first(held, **changes):
    first, *others = held.indicators
    return held.model_copy(update={"indicators": (first.model_copy(update=changes), *others)})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"minimum_base": 12345.0}, ("smallest base",)),
        ({"direction": "neutral"}, ("which way is good",)),
        ({"name": "Another name"}, None),
    ],
)
def test_what_changed_is_named(held, changes, told):
    changed = changed_definitions(held, with_first(held, **changes))
    assert changed == ({held.indicators[0].id: told} if told else {})


def test_indicators_that_came_and_went_are_told_apart(held):
    fewer = held.model_copy(update={"indicators": held.indicators[1:]})
    assert changed_definitions(fewer, held) == {held.indicators[0].id: (NEW,)}
    assert changed_definitions(held, fewer) == {held.indicators[0].id: (GONE,)}
