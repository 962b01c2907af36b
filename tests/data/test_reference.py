"""Outside figures shipped with the product: each has its source, and adds up."""

import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml

from data.framework import load_framework

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
FRAMEWORK = load_framework()


def rows(name: str) -> list[dict]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_reference_file_says_where_it_comes_from():
    sidecar = yaml.safe_load((REFERENCE / "reference.yaml").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in sidecar} == {path.name for path in REFERENCE.glob("*.csv")}
    for entry in sidecar:
        assert {"name", "version", "year", "status", "source", "note"} <= entry.keys(), entry["file"]


def test_population_is_known_for_every_essex_area_and_comparator_in_every_year():
    totals = {(row["area"], row["year"]) for row in rows("population.csv")
              if row["unit"] == "persons" and not row["sex"] and not row["age_band"]}
    areas = {area.code for kind in ("district", "unitary", "comparator") for area in FRAMEWORK.areas_of(kind)}
    assert totals == {(area, str(year)) for area in areas for year in range(2011, 2025)}


def test_the_twelve_districts_add_up_to_the_county():
    districts = set(FRAMEWORK.members(FRAMEWORK.programme.county))
    people = [int(row["count"]) for row in rows("population.csv")
              if row["area"] in districts and row["year"] == "2024" and row["unit"] == "persons"
              and not row["sex"] and not row["age_band"]]
    assert sum(people) == 1_563_365


def test_ages_and_sexes_add_up_to_the_total_of_their_area():
    parts: dict[tuple, int] = Counter()
    totals = {}
    for row in rows("population.csv"):
        if row["year"] == "2024" and row["unit"] == "persons":
            if row["age_band"]:
                parts[row["area"], row["sex"]] += int(row["count"])
            else:
                totals[row["area"], row["sex"]] = int(row["count"])
    assert parts == totals


def test_the_margins_of_the_census_are_there_for_every_essex_area_and_agree_with_its_size():
    counts: dict[tuple, Counter] = {}
    for row in rows("weighting_margins.csv"):
        counts.setdefault((row["area"], row["trait"]), Counter())[row["category"]] += int(row["count"])
    essex = {area.code for kind in ("district", "unitary") for area in FRAMEWORK.areas_of(kind)}
    assert set(counts) == {(area, trait) for area in essex for trait in ("ethnicity", "tenure")}
    of_2021 = {(row["area"], row["unit"]): int(row["count"]) for row in rows("population.csv")
               if row["year"] == "2021" and not row["sex"] and not row["age_band"]}  # fmt: skip
    for (area, trait), found in counts.items():
        unit = "persons" if trait == "ethnicity" else "households"
        assert sum(found.values()) == pytest.approx(of_2021[area, unit], rel=0.01), (area, trait)


def test_the_standard_population_has_a_hundred_thousand_people():
    standard = [int(row["count"]) for row in rows("population.csv") if row["unit"] == "standard"]
    assert sum(standard) == 100_000


def test_the_figures_of_a_reference_file_are_of_areas_the_framework_knows():
    codes = {area.code for area in FRAMEWORK.areas}
    files = ("population.csv", "published_estimates.csv", "weighting_margins.csv")
    assert {row["area"] for name in files for row in rows(name)} <= codes


def test_the_unit_cost_of_the_net_benefit_exists():
    params = FRAMEWORK.indicator("I25").formula.params
    prices = [row for row in rows("unit_costs.csv") if row["code"] == params["unit_cost"]]
    assert [row["service"] for row in prices] == [params["service"]]


@pytest.mark.parametrize("indicator", [each for each in FRAMEWORK.indicators if each.benchmarks],
                         ids=lambda each: each.id)
def test_a_benchmark_agrees_with_the_published_figure_of_its_area(indicator):
    others = rows("published_estimates.csv")
    published = {(row["measure"], row["area"], float(row["value"])) for row in others}
    measures = {row["measure"] for row in others}
    measure = indicator.published_measure
    for benchmark in indicator.benchmarks:
        if measure in measures and benchmark.area != "K02000001":
            assert (measure, benchmark.area, benchmark.value) in published


def test_the_deflator_is_a_hundred_in_its_base_year_and_has_no_gap():
    index = {int(row["year"]): float(row["index"]) for row in rows("deflator.csv")}
    assert index[2024] == 100
    assert sorted(index) == list(range(1990, 2025))
