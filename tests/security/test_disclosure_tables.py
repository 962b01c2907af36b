"""Made-up tables, and an attacker who keeps every publication and can do linear programming.

The attacker is the tests' own (tests.security.attacker) and sees only what was published.
"""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.disclosure import Disclosed, Earlier, Rules, disclose
from metrics.types import Absence, Estimate, Period
from tests.security.attacker import possible, too_close

COUNTY, GREATER = "E10000012", "GESSEX"
DISTRICTS, BEYOND = ("E07000066", "E07000067", "E07000068"), ("E06000033", "E06000034")
PARTS = {COUNTY: DISTRICTS, GREATER: (COUNTY, *BEYOND)}
RULES = Rules(
    kinds={"I16": "survey", "I01": "leaders", "I22": "service"}, rounded=frozenset({"I22"}), members=PARTS,
    whole_areas=frozenset(PARTS), services={"I22": ("admissions",)},
)
MONTHS = tuple(Period(dt.date(2025, m, 1), dt.date(2025, m + 1, 1) - dt.timedelta(1), "month") for m in (1, 2, 3))
QUARTER = Period(dt.date(2025, 1, 1), dt.date(2025, 3, 31), "quarter")
FEW = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SMALL = st.sampled_from((0, 0, 1, 2, 3, 5, 7, 8, 11, 13, 20, 41, 90))


def figure(area=COUNTY, period=QUARTER, group=("", ""), indicator="I22", upload=1, **numbers):
    statistic = {"I16": "share", "I22": "count"}.get(indicator, "level")
    return Estimate(
        indicator=indicator, statistic=statistic, source="s", period=period, area=area, group_dim=group[0],
        group_value=group[1], trace=((upload, "Data", "rows 1-9"),), **numbers,
    )


def count(number, **at):
    return figure(value=float(number), numerator=float(number), low=0.0, high=number + 9.0, **at)


def share(base, **at):
    return figure(value=50.0, base=float(base), numerator=base / 2, denominator=float(base), indicator="I16", **at)


def key(e):
    return e.indicator, e.period, e.area, e.group_dim, e.group_value, e.trace


def seen(publications):
    """What is exactly or nearly known: a count published to the nearest 5 is at most 2 away."""
    known = {}
    for e in publications:
        if e.value is not None:
            number = e.base if e.indicator == "I16" else e.value
            off = 0 if e.indicator == "I16" or e.area in PARTS or number == 0 else 2
            low, high = known.get(key(e), (0, float("inf")))
            known[key(e)] = max(low, number - off), min(high, number + off)
    return known


def withheld(truths, published):
    """The keys of figures withheld, as the evaluator's own rows name them."""
    return {key(true) for true, out in zip(truths, published, strict=True) if out.absence is Absence.WITHHELD}


def sum_of(total, parts):
    return [(key(total), -1), *((key(part), 1) for part in parts)]


# A service: areas within areas, months within a quarter, both at once

@st.composite
def services(draw):
    """{(period, area): count}, added up over areas and months."""
    counts = {(month, area): draw(SMALL) for month in MONTHS for area in (*DISTRICTS, *BEYOND)}
    for month in MONTHS:
        for area in (COUNTY, GREATER):
            counts[month, area] = sum(counts[month, part] for part in PARTS[area])
    for area in (*DISTRICTS, *BEYOND, COUNTY, GREATER):
        counts[QUARTER, area] = sum(counts[month, area] for month in MONTHS)
    return counts


def service_sums(counts):
    made = {at: count(number, period=at[0], area=at[1]) for at, number in counts.items()}
    sums = [sum_of(made[period, area], [made[period, part] for part in parts])
            for area, parts in PARTS.items() for period in (*MONTHS, QUARTER)]
    sums += [sum_of(made[QUARTER, area], [made[month, area] for month in MONTHS])
             for area in (*DISTRICTS, *BEYOND, *PARTS)]
    return list(made.values()), sums


@FEW
@given(services())
def test_counts_of_a_service_can_not_be_found_from_areas_and_periods_together(counts):
    truths, sums = service_sums(counts)
    published = disclose(truths, RULES)
    assert too_close(sums, seen(published), withheld(truths, published)) == {}


@FEW
@given(services())
def test_small_counts_are_never_published_and_no_figure_is_invented(counts):
    truths, _ = service_sums(counts)
    for true, out in zip(truths, disclose(truths, RULES), strict=True):
        small = 0 < true.value <= 7 and true.area not in PARTS
        assert out.value is None if small else out.value is None or abs(out.value - true.value) <= 2
        assert out.value is not None or (out.low, out.high, out.numerator, out.trace) == (None, None, None, ())


@FEW
@given(services(), st.sets(st.sampled_from(MONTHS), min_size=1))
def test_a_later_publication_adds_months_and_a_quarter_and_still_nothing_is_found(counts, first):
    truths, sums = service_sums(counts)
    early = [e for e in truths if e.period in first]
    one = disclose(early, RULES)
    two = disclose(truths, RULES, lambda indicators: [Earlier(frozenset({1}), one)])
    known, secret = seen([*kept(early, one), *kept(truths, two)]), withheld(truths, two) | withheld(early, one)
    assert too_close(sums, known, secret - shown(early, one) - shown(truths, two)) == {}


def kept(truths, published):
    return [replace(out, trace=true.trace) for true, out in zip(truths, published, strict=True)]


def shown(truths, published):
    return {key(true) for true, out in zip(truths, published, strict=True) if out.value is not None}


# A survey: several breakdowns that share one total, and publications with other breakdowns

@st.composite
def surveys(draw):
    """A total, and two breakdowns of the same people."""
    ages = draw(st.lists(st.sampled_from((0, 4, 9, 20, 29, 31, 45, 80, 200)), min_size=2, max_size=4))
    total = sum(ages)
    cut = sorted(draw(st.lists(st.integers(0, total), min_size=1, max_size=3)))
    places = [high - low for low, high in zip([0, *cut], [*cut, total], strict=True)]
    return total, {"age": ages, "district": places}


def survey_sums(total, breakdowns):
    whole = share(total)
    groups = {dim: [share(n, group=(dim, f"{dim}{at}")) for at, n in enumerate(bases) if n]
              for dim, bases in breakdowns.items()}
    sums = [sum_of(whole, parts) for parts in groups.values() if parts]
    return [whole, *(each for parts in groups.values() for each in parts)], sums


@FEW
@given(surveys().filter(lambda made: made[0] > 0))
def test_bases_of_a_survey_can_not_be_found_from_breakdowns_that_share_a_total(made):
    truths, sums = survey_sums(*made)
    published = disclose(truths, RULES)
    assert too_close(sums, seen(kept(truths, published)), withheld(truths, published)) == {}


@FEW
@given(surveys().filter(lambda made: made[0] > 0), st.sampled_from(("age", "district")))
def test_a_breakdown_published_later_gives_nothing_of_the_first_away(made, first):
    truths, sums = survey_sums(*made)
    early = [e for e in truths if e.group_dim in ("", first)]
    one = disclose(early, RULES)
    try:
        two = disclose(truths, RULES, lambda indicators: [Earlier(frozenset({1}), one)])
    except Disclosed:
        assert not any(e.value is None for e in one if not e.group_dim)  # the total was out already
        return
    known = seen([*kept(early, one), *kept(truths, two)])
    assert too_close(sums, known, (withheld(truths, two) | withheld(early, one)) - set(known)) == {}


# Differences between publications

def month(first, *rest, upload=1):
    """One month of districts, the county with them."""
    numbers = (first, *rest)
    parts = [count(n, period=MONTHS[0], area=area, upload=upload) for area, n in zip(DISTRICTS, numbers, strict=True)]
    return [count(sum(numbers), period=MONTHS[0], upload=upload), *parts]


def test_a_small_area_added_later_hides_the_new_total_as_the_old_one_is_known():
    county = month(40, 50, 60)
    one = disclose(county, RULES)
    beyond = [count(n, period=MONTHS[0], area=area, upload=2) for area, n in zip(BEYOND, (3, 1), strict=True)]
    whole = count(154, period=MONTHS[0], area=GREATER, upload=2)
    two = disclose([*county, *beyond, whole], RULES, lambda indicators: [Earlier(frozenset({1}), one)])
    assert [e.value for e in two] == [150, 40, 50, 60, None, None, None]


def test_a_small_wave_added_later_is_withheld_with_all_that_is_reckoned_from_it():
    first = [share(300, period=QUARTER), share(200, group=("sex", "f")), share(100, group=("sex", "m"))]
    small = replace(share(20, period=MONTHS[0], upload=2), value=40.0)
    change = replace(small, statistic="change_from_previous", value=-10.0, numerator=None, denominator=None)
    two = disclose([*first, small, change], RULES, lambda indicators: [Earlier(frozenset({1}), first)])
    assert [e.value for e in two] == [50, 50, 50, None, None]


def test_a_cell_hidden_for_another_in_the_first_publication_stays_hidden_where_the_second_shows_more():
    bases = {"d1": 20, "d2": 80, "d3": 200}
    truths = [share(300), *(share(n, group=("district", name)) for name, n in bases.items())]
    one = disclose(truths, RULES)
    assert [e.value is None for e in one] == [False, True, True, False]
    strict = replace(RULES, minimum_base=100)  # now d2 is small itself, and d3 is out already
    two = disclose(truths, strict, lambda indicators: [Earlier(frozenset({1}), kept(truths, one))])
    assert [e.value is None for e in two] == [False, True, True, False]


def test_publishing_stops_where_an_earlier_publication_tells_a_figure_that_must_be_withheld():
    truths = month(9, 50, 60)
    one = disclose(truths, RULES)
    with pytest.raises(Disclosed) as stopped:
        disclose(truths, replace(RULES, small_count=10), lambda indicators: [Earlier(frozenset({1}), one)])
    assert [e.area for e in stopped.value.figures] == [DISTRICTS[0]]


def test_a_figure_of_revised_data_is_another_quantity():
    one = disclose(month(9, 50, 60), RULES)
    revised = month(4, 50, 60, upload=2)
    two = disclose(revised, RULES, lambda indicators: [Earlier(frozenset({1}), one)])
    assert [e.value for e in two] == [114, None, 50, 60]


def test_the_attacker_of_these_tests_finds_what_can_be_found():
    truths, sums = survey_sums(50, {"age": [20, 30]})
    out = {key(e): (e.base, e.base) for e in truths if e.group_value != "age0"}
    [(low, high)] = possible(sums, out, [key(truths[1])]).values()
    assert (low, high) == (20, 20)
    assert too_close(sums, out, [key(truths[1])])
