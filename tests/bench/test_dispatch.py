from importlib import import_module

import pytest

from bench.__main__ import main, names


@pytest.mark.parametrize("name", names())
def test_every_bench_says_what_it_measures_and_can_be_run(name):
    bench = import_module(f"bench.runs.{name}")
    assert bench.HELP
    assert callable(bench.run)


def test_only_the_named_bench_runs_and_its_failure_is_the_exit_code(monkeypatch, capsys):
    monkeypatch.setattr("bench.runs.pages.run", lambda: 1)
    assert main(["pages"]) == 1
    assert "pages" in capsys.readouterr().out


def test_an_unknown_bench_is_refused_with_the_names_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["nonsense"])
    assert "pages" in capsys.readouterr().err
