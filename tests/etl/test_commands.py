"""The shell: exit codes, what is printed, how a mapping is typed."""

import datetime as dt
import json
import subprocess
import sys

import pytest
from sqlalchemy import select

from data import schema
from data.store import open_store
from etl.__main__ import main
from tests.etl.small import csv
from tests.etl.test_saved import month
from tests.etl.tiny import offer

AE = csv("period,org_code,type,attendances", "2017-03-01,RDE,1,7562.0", "2017-03-01,RDE,other,4545.0")
MAPPED = [
    "--map",
    "service=type",
    "--map",
    "area=org_code",
    "--map",
    "count=attendances",
    "--value",
    "service:1=ae_type1",
    "--value",
    "service:other=ae_other",
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with publishing replaced by a number: publishing has tests of its own."""
    monkeypatch.setattr("etl.publish.publish", lambda store, uploads, actor, note="", as_at=None, progress=None: 7)
    (tmp_path / "ae.csv").write_bytes(AE)
    return tmp_path


def run(folder, *arguments):
    return main([*arguments, "--db", f"sqlite:///{folder}/store.sqlite"])


def load(folder, *more, file="ae.csv", dataset="service_demand"):
    return run(folder, "load", str(folder / file), "--dataset", dataset, "--as-at", "2026-10-31", *more)


def test_a_file_with_other_headers_is_mapped_and_published(folder, capsys):
    assert load(folder, *MAPPED) == 0
    assert "2 rows, in publication 7" in capsys.readouterr().out
    with open_store(f"sqlite:///{folder}/store.sqlite").read() as connection:
        found = connection.execute(
            select(schema.service_demand.c.service, schema.service_demand.c.count)
        ).all()
    assert found == [("ae_type1", 7562.0), ("ae_other", 4545.0)]


def test_faults_are_listed_and_the_exit_code_is_1(folder, capsys):
    assert load(folder) == 1
    assert "map your columns: service, area, count" in capsys.readouterr().err


def test_json_gives_the_faults_as_data(folder, capsys):
    assert load(folder, "--json", *MAPPED[:6]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["published"] is False
    assert {each["code"] for each in answer["faults"] if each["severity"] == "error"} == {"unknown_service"}


def test_json_gives_the_publication(folder, capsys):
    assert load(folder, "--json", *MAPPED) == 0
    assert json.loads(capsys.readouterr().out)["publication"] == 7


@pytest.mark.parametrize(
    "more",
    [
        ["--map", "count"],
        ["--value", "service=1"],
        ["--as-at", "soon"],
        ["--constant", "=x"],
    ],
)
def test_a_wrong_option_is_usage(folder, more):
    assert load(folder, *more) == 2


def test_a_file_that_is_not_there_is_usage(folder):
    assert load(folder, file="none.csv") == 2


def test_a_dataset_there_is_not_is_usage(folder):
    with pytest.raises(SystemExit) as stopped:
        load(folder, dataset="nothing")
    assert stopped.value.code == 2


def test_no_command_is_usage():
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2


def test_a_store_that_cannot_be_is_usage(folder):
    assert main(["list", "--db", "nonsense://x"]) == 2


def test_a_template_is_written(tmp_path, capsys):
    assert main(["template", "attendance", "--out", str(tmp_path / "a.xlsx")]) == 0
    assert (tmp_path / "a.xlsx").stat().st_size > 5000


@pytest.fixture
def published(tiny):
    """A store with publication 1 and a second file waiting as upload 4."""
    offer(tiny, "service_demand", AE_LATER)
    return tiny


AE_LATER = csv("service,area,period,count", "asb,E07000066,2025-12,999")


def undo(store, *arguments):
    return main([*arguments, "--db", store.url.render_as_string(), "--actor", "A tester"])


def test_a_staged_upload_is_rehearsed_published_and_reverted(published, capsys):
    assert undo(published, "rehearse", "4", "--as-at", "2026-10-31") == 0
    said = capsys.readouterr().out
    assert "0 rows added, 1 changed, 0 removed" in said
    assert "python -m etl publish 4 --seen 1" in said
    assert undo(published, "publish", "4", "--seen", "1", "--as-at", "2026-10-31", "--note", "A mend") == 0
    assert undo(published, "revert", "1", "--note", "It was wrong.") == 0
    assert "Publication 3 shows the figures of publication 1 again." in capsys.readouterr().out


def test_a_rehearsal_names_what_changes_in_words(published, capsys):
    assert undo(published, "rehearse", "4", "--as-at", "2026-10-31") == 0
    said = capsys.readouterr().out
    assert "I23 (" in said
    assert "no_clear_change" not in said
    assert "The overview stays: “" in said


def test_a_file_that_is_rehearsed_has_its_warnings_told_first(published, tmp_path, capsys):
    file = tmp_path / "more.csv"
    file.write_bytes(csv("service,area,period,count", "asb,E07000066,2025-12,999999"))
    assert undo(published, "load", str(file), "--dataset", "service_demand", "--as-at", "2026-10-31", "--rehearse") == 0
    assert "notice: D2: asb" in capsys.readouterr().err


def test_publishing_after_somebody_else_is_refused_with_a_sentence(published, capsys):
    assert undo(published, "publish", "4", "--seen", "0") == 2
    assert "has made publication 1" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("rehearse", "4"), ("publish", "4")])
def test_what_earlier_publications_disclose_is_a_sentence_not_a_crash(published, capsys, monkeypatch, command):
    def disclosed(*_, **__):
        raise ValueError("Earlier publications already tell figures that must be withheld now.")

    monkeypatch.setattr(f"etl.{command[0]}.live_figures", disclosed)
    assert undo(published, *command) == 2
    assert "etl: Earlier publications already tell" in capsys.readouterr().err


@pytest.mark.parametrize(("on", "code"), [("31/12/2999", 2), ("soon", 2)])
def test_a_board_date_that_cannot_be_is_refused_in_words(published, on, code):
    assert undo(published, "seen", "1", "--on", on) == code


def test_a_board_date_and_a_purge_are_told_in_a_sentence(published, capsys):
    today = dt.datetime.now(dt.UTC).date()
    assert undo(published, "seen", "1", "--on", today.isoformat()) == 0
    assert "seen by the Board" in capsys.readouterr().out
    taking_back = ("seen", "1", "--on", today.isoformat(), "--take-back", "--note", "It was another day")
    assert undo(published, *taking_back) == 0
    assert "is no longer noted as seen by the Board" in capsys.readouterr().out
    assert undo(published, *taking_back) == 2
    assert "is not noted as seen" in capsys.readouterr().err
    assert undo(published, "purge") == 2
    assert "RAW_ROWS_MONTHS" in capsys.readouterr().err
    assert undo(published, "purge", "--months", "12") == 0
    assert "W1 (upload 3)" in capsys.readouterr().out


def test_a_table_is_loaded_by_its_number_and_its_reading_saved_for_the_next_file(folder):
    (folder / "one.xlsx").write_bytes(month())
    (folder / "two.xlsx").write_bytes(month("May 2024"))
    ways = ["--table", "1", "--map", "asb=D", "--save-mapping", "Monthly"]
    assert load(folder, *ways, file="one.xlsx") == 0
    assert load(folder, "--mapping", "Monthly", file="two.xlsx") == 0


def test_what_is_missing_is_told_with_the_options_that_give_it(folder, capsys):
    (folder / "odd.csv").write_bytes(csv("area,period,noises", "Basildon,2024-04,3", "Harlow,2024-04,4"))
    assert load(folder, "--table", "1", file="odd.csv") == 1
    told = capsys.readouterr().err
    assert "service: --map service=COLUMN, or --constant service=VALUE" in told
    assert "asb" in told
    assert load(folder, "--table", "1", "--constant", "service=asb", file="odd.csv") == 0


def test_a_mapping_that_is_not_saved_is_wrong_usage(folder, capsys):
    assert load(folder, "--mapping", "Nobody's") == 2
    assert "none is saved" in capsys.readouterr().err


def test_who_stops_reading_what_is_printed_sees_no_error(tmp_path):
    (tmp_path / "ae.csv").write_bytes(AE)
    command = [sys.executable, "-m", "etl", "extract", str(tmp_path / "ae.csv")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdout.close()
    told = running.stderr.read().decode()
    running.stderr.close()
    assert (running.wait(timeout=60), "Traceback" in told) == (0, False)
