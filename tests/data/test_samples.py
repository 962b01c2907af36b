"""The sample files: complete, the same each time, of the declared shape, and about nobody."""

import json
import re

import numpy as np
import pytest
import yaml
from python_calamine import CalamineWorkbook

from data.framework import load_framework
from data.samples.generate import SEED, attendance, citizens, leader_survey, network, roster, work
from data.samples.generate.build import FOLDER
from data.samples.generate.workbook import ABOUT, write_workbook
from etl.specs import SPECS
from tests.data.samples_built import built, table

MANIFEST = yaml.safe_load((FOLDER / "manifest.yaml").read_text(encoding="utf-8"))
FILES = [entry["file"] for entry in MANIFEST]
TEXT = [entry["file"] for entry in MANIFEST if entry["origin"] == "sample"]
PERSONAL = {
    "an email": r"\S+@\S+\.\S+", "a postcode": r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    "a phone number": r"\b0\d{9,10}\b", "a title and name": r"\b(Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b",
}


def sheet(file: str, name: str = "Data") -> list[list]:
    """Cells as written: an empty cell is None, a whole number an int."""
    found = CalamineWorkbook.from_path(str(FOLDER / file)).get_sheet_by_name(name)
    rows = found.to_python(skip_empty_area=False)
    return [[plain(cell) for cell in row] for row in rows]


def plain(cell):
    if cell == "" or cell is None:
        return None
    return float(cell) if isinstance(cell, int | float) else cell


@pytest.mark.parametrize("file", FILES)
def test_a_shipped_workbook_holds_what_the_generator_makes(file):
    sample = built()[0][file]
    made = [list(sample.header), *([plain(cell) for cell in row] for row in sample.rows)]
    assert sheet(file) == made, "run: python -m data.samples.generate"


def test_the_shipped_truth_is_what_the_generator_writes():
    shipped = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    assert [truth["value"] for truth in shipped] == [round(truth.value, 6) for truth in built()[1]]


def test_the_manifest_names_every_workbook_in_the_folder():
    assert sorted(FILES) == sorted(path.name for path in FOLDER.glob("*.xlsx"))


def test_every_dataset_has_a_sample():
    assert {entry["dataset"] for entry in MANIFEST} == set(SPECS)


def test_each_wave_of_the_citizen_survey_has_its_own_file():
    assert [entry["wave"] for entry in MANIFEST if "wave" in entry] == ["W1", "W2", "W3", "W4"]


def test_published_figures_are_references_and_all_else_is_a_sample():
    sourced = {entry["dataset"] for entry in MANIFEST if entry["origin"] == "reference"}
    assert sourced == {"population", "unit_costs", "published_estimates"}
    assert {entry["origin"] for entry in MANIFEST} == {"reference", "sample"}


@pytest.mark.parametrize("entry", MANIFEST, ids=FILES)
def test_every_column_is_declared_and_every_required_one_is_there(entry):
    spec, header = SPECS[entry["dataset"]], built()[0][entry["file"]].header
    questions = {question.id for question in load_framework().questions} if spec.question_columns else set()
    assert set(header) <= set(spec.names) | questions
    assert set(spec.required) <= set(header)


@pytest.mark.parametrize("entry", MANIFEST, ids=FILES)
def test_a_read_me_after_the_data_says_what_the_file_is(entry):
    book = CalamineWorkbook.from_path(str(FOLDER / entry["file"]))
    assert book.sheet_names == ["Data", "Read me"]
    assert sheet(entry["file"], "Read me")[0] == [ABOUT[entry["origin"]][0]]


@pytest.mark.parametrize("entry", MANIFEST, ids=FILES)
def test_no_two_rows_share_the_key_of_their_dataset(entry):
    rows = table(entry["file"])
    key = [name for name in SPECS[entry["dataset"]].key if name in rows]
    assert not rows.duplicated(key).any()


def test_all_workbooks_together_stay_below_three_megabytes():
    assert sum((FOLDER / file).stat().st_size for file in FILES) < 3_000_000


def test_the_same_cells_give_the_same_bytes(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(tmp_path / name, ("a", "b"), [(1, "x"), (None, "y")], ("About",))
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def made_from(seed: int) -> list:
    """Something of every kind that is quick to make."""
    leaders = roster.leaders(seed)
    planned = attendance.sessions(seed, leaders)
    insights = work.insight_rows(seed, planned)
    return [
        citizens.citizen_wave(seed, 0, load_framework().questions), leader_survey.leader_rows(seed, leaders),
        network.network_rows(seed, leaders), attendance.attendance_rows(seed, planned), insights,
        work.commitment_rows(seed, leaders, insights),
    ]


def test_the_same_seed_gives_the_same_cells():
    assert made_from(SEED) == made_from(SEED)


def test_another_seed_gives_other_cells():
    assert all(one != other for one, other in zip(made_from(SEED), made_from(SEED + 1), strict=True))


@pytest.mark.parametrize("what", PERSONAL)
@pytest.mark.parametrize("file", TEXT)
def test_no_cell_looks_like_personal_data(file, what):
    pattern = re.compile(PERSONAL[what])
    texts = {cell for row in built()[0][file].rows for cell in row if isinstance(cell, str)}
    assert not [text for text in texts if pattern.search(text)]


@pytest.mark.parametrize(
    ("file", "column", "pattern"),
    [
        ("citizen_survey_w1.xlsx", "respondent", r"W1-\d{4}"), ("attendance.xlsx", "person", r"L\d{3}"),
        ("leader_survey.xlsx", "person", r"L\d{3}"), ("leader_survey.xlsx", "rater_code", r"L\d{3}"),
        ("network_ties.xlsx", "from_person", r"L\d{3}"), ("commitments.xlsx", "person", r"L\d{3}"),
    ],
)
def test_people_are_pseudonymous_codes(file, column, pattern):
    assert table(file)[column].str.fullmatch(pattern).all()


def test_a_truth_stands_once_for_each_figure():
    keys = [
        (t.indicator, t.statistic, t.area, t.period_start, t.period_end, t.group_dim, t.group_value)
        for t in built()[1]
    ]
    assert len(keys) == len(set(keys))


def test_every_truth_is_a_number_and_every_true_share_a_percentage():
    values = np.array([truth.value for truth in built()[1]])
    shares = np.array([truth.value for truth in built()[1] if truth.statistic == "share"])
    assert np.isfinite(values).all()
    assert ((shares > 0) & (shares < 100)).all()


def test_every_unit_cost_has_its_price_year_and_source_and_a_service_one_cost():
    costs = table("unit_costs.xlsx")
    assert costs[["price_year", "quality", "source"]].notna().all(axis=None)
    assert costs["service"].dropna().is_unique
    assert costs.dropna(subset=["low", "high"]).eval("low <= central and central <= high").all()
