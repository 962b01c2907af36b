import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.disclosure import COMPLEMENT, GIVES_AWAY, Rules, disclose, kinds_of
from metrics.disclosure_rules import NEGATIVE_ANSWERS, NOBODY, POSITIVE_ANSWERS
from metrics.types import Absence, Definition, Estimate, Period

COUNTY = "E10000012"
RULES = Rules(
    kinds={"I16": "survey", "I01": "leaders", "I23": "service", "I05": "counts"},
    whole_areas=frozenset({COUNTY}), rounded=frozenset({"I23"}),
)
W1 = Period(dt.date(2024, 2, 1), dt.date(2024, 3, 31), "wave")
W3 = Period(dt.date(2025, 9, 1), dt.date(2025, 9, 30), "wave")
NUMBERS = (
    "value", "low", "high", "base", "base_effective", "numerator", "denominator", "centre", "lower_limit",
    "upper_limit",
)


def cell(group, base, positive=None, statistic="share", period=W3, indicator="I16", dim="district", **more):
    """A share with `base` answers, half of them positive unless said."""
    positive = base / 2 if positive is None else positive
    given = {"numerator": positive, "denominator": float(base), "centre": 1.0, "mark": "common_cause", **more}
    value = given.pop("value", 100 * positive / base if base else 0.0)
    return Estimate(
        indicator=indicator, statistic=statistic, period=period, area=given.pop("area", COUNTY),
        source="citizen_survey", mode="telephone", value=value, low=value, high=value, base=float(base),
        group_dim=dim if group else "", group_value=group, **given,
    )


def people(estimate, positive):
    """The unweighted positive answers behind a share."""
    return replace(
        estimate, statistic="positive_answers", value=float(positive), low=None, high=None, base=None,
        numerator=None, denominator=None,
    )


def hidden(estimates):
    return [e.group_value for e in estimates if e.absence is Absence.WITHHELD]


def no_number(estimate):
    return all(getattr(estimate, name) is None for name in NUMBERS) and estimate.mark == ""


# Survey shares

@pytest.mark.parametrize(
    ("base", "reason"), [(9, "Fewer than 10"), (10, "Fewer than 30"), (29, "Fewer than 30"), (30, "")]
)
def test_a_share_under_a_base_of_30_is_withheld(base, reason):
    [found] = disclose([cell("D1", base)], RULES)
    assert found.reason.startswith(reason)
    assert (found.value is None) == bool(reason)


def test_a_withheld_figure_keeps_no_number_at_all():
    [found] = disclose([cell("D1", 12)], RULES)
    assert found.absence is Absence.WITHHELD
    assert no_number(found)


@pytest.mark.parametrize(
    ("positive", "base", "withheld"),
    [(2, 500, True), (3, 500, False), (498, 500, True), (497, 500, False), (0, 99, True), (99, 99, True),
     (0, 100, False), (100, 100, False)],
)
def test_few_people_on_one_side_are_withheld_and_so_is_a_small_group_that_agrees(positive, base, withheld):
    share = cell("D1", base)
    found, = disclose([share, people(share, positive)], RULES)
    assert (found.value is None) == withheld


def test_the_people_behind_a_share_are_counted_and_never_published():
    # weights make 2 people look like half of the group
    share = cell("D1", 40, positive=20)
    found = disclose([share, people(share, 2)], RULES)
    assert [e.statistic for e in found] == ["share"]
    assert found[0].value is None


def with_net(group, base, positive, negative, **more):
    """A share and a net, and the people who gave positive and negative answers."""
    share, net = cell(group, base, **more), cell(group, base, statistic="net", **more)
    counts = {POSITIVE_ANSWERS: positive, NEGATIVE_ANSWERS: negative}
    return [share, net, *(replace(people(share, number), statistic=name) for name, number in counts.items())]


@pytest.mark.parametrize(
    ("positive", "negative", "base", "shown"),
    [(200, 100, 400, True), (200, 2, 400, False), (200, 3, 400, True), (40, 0, 99, False), (40, 0, 100, True),
     (200, 198, 400, False), (200, 197, 400, True), (200, 200, 400, True), (45, 45, 90, True)],
    ids=["many", "two negative", "three", "none of few", "none of many", "two in the middle", "three there",
         "nobody there", "no middle in a small group"],
)  # fmt: skip
def test_a_net_is_withheld_where_beside_its_share_it_tells_of_one_or_two_people(positive, negative, base, shown):
    share, net = disclose(with_net("D1", base, positive, negative), RULES)
    assert share.value is not None
    assert (net.value is not None) == shown


def test_a_net_withheld_by_itself_can_not_be_found_by_subtracting_the_others():
    cells = [*with_net("", 900, 450, 200), *with_net("D1", 300, 150, 2), *with_net("D2", 250, 125, 98),
             *with_net("D3", 350, 175, 100)]
    found = disclose(cells, RULES)
    assert [e.group_value for e in found if e.value is None] == ["D1", "D2"]
    assert {e.statistic for e in found if e.value is None} == {"net"}


# Complements

def test_exactly_one_hidden_cell_takes_the_next_smallest_with_it():
    cells = [cell("", 300), cell("D1", 20), cell("D2", 80), cell("D3", 200)]
    found = disclose(cells, RULES)
    assert hidden(found) == ["D1", "D2"]
    assert found[2].reason == COMPLEMENT


def test_two_hidden_cells_hide_each_other():
    cells = [cell("", 300), cell("D1", 20), cell("D2", 25), cell("D3", 255)]
    assert hidden(disclose(cells, RULES)) == ["D1", "D2"]


def test_without_a_published_total_nothing_can_be_subtracted():
    assert hidden(disclose([cell("D1", 20), cell("D2", 80)], RULES)) == ["D1"]


def test_a_hidden_group_without_others_hides_the_total():
    assert hidden(disclose([cell("", 31), cell("D1", 20)], RULES)) == ["", "D1"]


def test_an_empty_group_is_no_secret():
    nobody = replace(
        cell("D1", 20), absence=Absence.WITHHELD, reason=NOBODY, **dict.fromkeys(NUMBERS), mark=""
    )
    assert hidden(disclose([cell("", 300), nobody, cell("D2", 100), cell("D3", 200)], RULES)) == ["D1"]


def test_each_breakdown_is_a_set_of_its_own():
    districts, sexes = [cell("D1", 20), cell("D2", 80)], [cell(sex, 150, dim="sex") for sex in ("F", "M")]
    cells = [cell("", 300), *districts, *sexes]
    assert hidden(disclose(cells, RULES)) == ["D1", "D2"]


# Figures that would give a hidden one away

def test_net_and_gap_go_with_their_share():
    cells = [cell("D1", 20), cell("D1", 500, statistic="net"), cell("D1", 500, statistic="gap_to_county")]
    found = disclose(cells, RULES)
    assert [e.value for e in found] == [None] * 3
    assert found[1].reason == GIVES_AWAY


def test_a_change_from_a_hidden_wave_is_hidden():
    cells = [cell("D1", 20, period=W1), cell("D1", 400), cell("D1", 400, statistic="change_from_baseline")]
    found = disclose(cells, RULES)
    assert [e.value is None for e in found] == [True, False, True]


def test_a_change_of_an_index_goes_with_a_hidden_level():
    cells = [cell("D1", 20, period=W1, statistic="level"), cell("D1", 400, statistic="level"),
             cell("D1", 400, statistic="change_from_baseline")]
    assert [e.value is None for e in disclose(cells, RULES)] == [True, False, True]


def test_a_change_before_a_hidden_wave_stays():
    earlier = cell("D1", 400, statistic="change_from_baseline", period=W1)
    assert disclose([earlier, cell("D1", 20)], RULES)[0].value is not None


def test_the_deprivation_gap_goes_with_either_end():
    cells = [cell("1", 20, dim="imd"), cell("5", 400, dim="imd"), cell("", 400, statistic="gap_q1_q5")]
    assert disclose(cells, RULES)[2].value is None


@pytest.mark.parametrize(
    ("statistic", "dim", "ends"),
    [("gap_vulnerable", "vulnerable", ("yes", "no")), ("gap_tenure", "tenure", ("social", "owned"))],
)
def test_a_gap_between_groups_goes_with_either_end(statistic, dim, ends):
    cells = [cell(ends[0], 400, dim=dim), cell(ends[1], 20, dim=dim), cell("", 400, statistic=statistic)]
    assert disclose(cells, RULES)[2].value is None


@pytest.mark.parametrize("statistic", ["gap_p_adjusted", "funnel_95", "funnel_99_8"])
def test_what_is_said_of_a_hidden_district_goes_with_it(statistic):
    assert disclose([cell("D1", 20), cell("D1", 500, statistic=statistic)], RULES)[1].value is None


@pytest.mark.parametrize("statistic", ["gap_to_county", "gap_p_adjusted", "funnel_95", "funnel_99_8"])
def test_what_sets_a_district_against_the_county_goes_with_the_county(statistic):
    county = cell("", 400)
    cells = [county, people(county, 2), cell("D1", 500), cell("D1", 500, statistic=statistic)]
    assert [e.value is None for e in disclose(cells, RULES)] == [True, False, True]


def answers(*people, base=400):
    """answer_share of codes 1, 2 ... with so many people each, and their counts."""
    shares = [cell(str(n), base, dim="answer", statistic="answer_share") for n in range(1, len(people) + 1)]
    counts = [replace(e, statistic=POSITIVE_ANSWERS, value=float(n)) for e, n in zip(shares, people, strict=True)]
    return [*shares, *counts]


@pytest.mark.parametrize(("people", "shown"), [((200, 150, 50), True), ((250, 148, 2), False), ((250, 150, 0), True)])
def test_an_answer_of_one_or_two_people_hides_every_answer_of_the_wave(people, shown):
    assert {e.value is not None for e in disclose(answers(*people), RULES)} == {shown}


def test_the_answers_go_with_the_share_they_make_up():
    found = disclose([cell("", 20), *answers(200, 200)], RULES)
    assert [e.value for e in found] == [None] * 3


# Leaders

@pytest.mark.parametrize(("count", "withheld"), [(0, False), (1, True), (4, True), (5, False)])
def test_fewer_than_five_leaders_are_withheld_and_none_is_shown(count, withheld):
    [found] = disclose([cell("faith", count, indicator="I01", value=float(count), dim="sector")], RULES)
    assert (found.value is None) == withheld


def test_a_sole_small_sector_takes_the_smallest_that_is_not_zero():
    cells = [cell(name, n, indicator="I01", value=float(n), dim="sector", statistic="level")
             for name, n in (("", 33), ("faith", 3), ("fire", 0), ("nhs", 10), ("police", 20))]
    assert hidden(disclose(cells, RULES)) == ["faith", "nhs"]


def moves(up, same, down):
    """Shares of the same leaders by where they went."""
    of = up + same + down
    return [cell("", of, positive=n, statistic=f"moved_{way}", indicator="I01", dim="")
            for way, n in (("up", up), ("same", same), ("down", down))]


@pytest.mark.parametrize(
    ("up", "same", "down", "shown"),
    [(32, 4, 8, ["up", "same", "down"]), (32, 1, 8, ["up"]), (32, 0, 8, ["up"]), (32, 1, 1, []), (1, 5, 34, ["down"]),
     (100, 0, 8, ["up", "same", "down"]), (20, 0, 0, [])],
)  # fmt: skip
def test_where_one_or_two_leaders_went_can_not_be_found(up, same, down, shown):
    found = disclose(moves(up, same, down), RULES)
    assert [e.statistic.removeprefix("moved_") for e in found if e.value is not None] == shown


@pytest.mark.parametrize(("leavers", "shown"), [(2, False), (3, True), (58, False)])
def test_one_or_two_leavers_are_not_set_against_the_others(leavers, shown):
    [found] = disclose([cell("", 60, positive=leavers, statistic="leavers_gap", indicator="I01")], RULES)
    assert (found.value is not None) == shown


# Counts of services

@pytest.mark.parametrize(
    ("count", "published"), [(0, 0), (1, None), (7, None), (8, 10), (12, 10), (13, 15), (102, 100)]
)
def test_counts_below_county_level_are_withheld_to_7_and_rounded_to_5(count, published):
    [found] = disclose([cell("D1", 0, positive=count, indicator="I23", value=float(count))], RULES)
    assert found.value == published


def test_a_rate_comes_from_the_rounded_count():
    [found] = disclose([cell("D1", 12, positive=12, indicator="I23", value=24.0)], RULES)
    assert (found.value, found.numerator) == (20.0, 10.0)


def test_county_counts_and_other_indicators_are_left_alone():
    county = cell("", 3, positive=3, indicator="I23", value=3.0)
    citizens = cell("carers", 3, positive=3, indicator="I05", value=3.0)
    assert disclose([county, citizens], RULES) == [county, citizens]


def test_districts_as_areas_are_below_county_level():
    [found] = disclose([cell("", 3, positive=3, indicator="I23", value=3.0, area="E07000066")], RULES)
    assert found.value is None


def test_kinds_come_from_formulas():
    formulas = {"I16": "survey_share", "I08": "leader_index", "I21": "demand_rate", "P01": "cost_total"}
    definitions = [Definition(i, i, "count", "up", formula) for i, formula in formulas.items()]
    assert kinds_of(definitions) == {"I16": "survey", "I08": "leaders", "I21": "service"}


# An attacker who subtracts

BASES = st.lists(st.integers(0, 120), min_size=1, max_size=12)


@given(BASES)
def test_a_sole_hidden_cell_cannot_be_found_by_subtraction(bases):
    cells = [cell("", sum(bases) or 1), *(cell(f"D{i}", base) for i, base in enumerate(bases))]
    published = disclose(cells, RULES)
    total, groups = published[0], published[1:]
    secret = [e for e in groups if e.value is None]
    if len(secret) == 1:
        assert total.value is None
        assert total.base is None


@given(BASES)
def test_nothing_withheld_keeps_a_number_and_nothing_is_invented(bases):
    cells = [cell("", sum(bases) or 1), *(cell(f"D{i}", base) for i, base in enumerate(bases))]
    for before, after in zip(cells, disclose(cells, RULES), strict=True):
        assert after == before or no_number(after)


@given(BASES)
def test_disclosing_twice_hides_nothing_more(bases):
    cells = [cell("", sum(bases) or 1), *(cell(f"D{i}", base) for i, base in enumerate(bases))]
    once = disclose(cells, RULES)
    assert disclose(once, RULES) == once
