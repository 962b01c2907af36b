"""Broken and hostile files by the dozen: none crashes, hangs, or is loaded in part. The long run: bench mutate."""

import pytest

from bench.hostile import fate_of, seeds, warm
from bench.mutations import mutant
from data.store import open_store

COUNT, SEED = 40, 20261123


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    database = tmp_path_factory.mktemp("mutants") / "store.sqlite"
    open_store(f"sqlite:///{database}").close()
    files = seeds()
    warm(database, files)
    return database, files


def test_no_mutant_crashes_hangs_or_is_loaded_in_part(scratch):
    database, files = scratch
    wrong = {}
    for number in range(COUNT):
        done, name, content = mutant(files, SEED, number)
        if said := fate_of(database, name, content, number == 0).wrong:
            wrong[number] = (done, said)
    assert wrong == {}


def test_a_seed_makes_the_same_files(scratch):
    assert [mutant(scratch[1], SEED, number) for number in range(4)] == [
        mutant(scratch[1], SEED, number) for number in range(4)
    ]


def test_a_crash_of_the_reader_would_be_noticed(scratch, monkeypatch):
    monkeypatch.setattr("bench.hostile.understand", lambda *_: 1 / 0)
    assert "crashed" in fate_of(scratch[0], *scratch[1][0]).wrong


def test_cells_of_forty_thousand_letters_are_answered_in_time(scratch):
    database, files = scratch
    name, content = next(file for file in files if file[0].endswith(".csv"))
    header, *rows = content.decode().splitlines()
    long = ",".join(["A" * 40_000] * len(header.split(",")))
    assert fate_of(database, name, "\n".join([header, *rows[:3], *[long] * 5]).encode()).wrong == ""
