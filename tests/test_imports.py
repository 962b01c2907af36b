"""The rooms keep their walls: who may import whom, checked on the source of every file."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.page_list import page_files

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("charts", "data", "etl", "exports", "metrics", "pages")
MAKERS = (
    "scipy", "numpy", "statistics", "statsmodels", "metrics.measures", "metrics.crossing",
    "metrics.survey", "metrics.survey_measure",
    "metrics.spc", "metrics.counterfactual", "metrics.weights",
)
SUMMING = {"mean", "median", "std", "var", "quantile", "corr", "groupby", "pivot_table", "rolling"}
CROSSES_LIVE = ROOT / "pages" / "evaluator" / "explore.py"  # the one page that may compute


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Every module a file imports, anywhere in it, as dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def offenders(folders: tuple[str, ...], forbidden: tuple[str, ...], besides: tuple[Path, ...] = ()):
    """Sentences naming each file of the folders that imports a forbidden module, or a part of one."""
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(*folders)
        if path not in besides
        for name in sorted(imports_of(path))
        if any(name == word or name.startswith(word + ".") for word in forbidden)
    ]


def others(room: str) -> tuple[str, ...]:
    return (*(other for other in ROOMS if other != room), "app")


def test_the_declared_contracts_hold():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", ["metrics", "charts"])
def test_the_pure_rooms_know_neither_database_nor_streamlit(room):
    assert offenders((room,), ("sqlalchemy", "streamlit", "alembic", "psycopg", "sqlite3")) == []


def test_metrics_imports_no_other_room():
    assert offenders(("metrics",), others("metrics")) == []


def test_data_imports_no_other_room():
    assert offenders(("data",), others("data")) == []


def test_charts_takes_only_the_types_of_metrics():
    imported = {name for path in sources("charts") for name in imports_of(path) if name.startswith("metrics")}
    assert {name for name in imported if not name.startswith("metrics.types")} <= {"metrics"}


def test_nothing_imports_the_shell():
    assert offenders(ROOMS, ("app",)) == []


def test_plotly_express_is_nowhere():
    assert offenders((*ROOMS, "bench", "tools"), ("plotly.express",)) == []
    assert "plotly.express" not in (ROOT / "app.py").read_text(encoding="utf-8")


def test_no_page_stands_directly_in_the_pages_folder():
    # Streamlit would run it without the shell, and so without the guard, after a cold start
    assert [path.name for path in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


def test_no_page_writes_sql():
    assert offenders(("pages",), ("sqlalchemy", "sqlite3", "psycopg", "data.schema", "alembic")) == []


def test_no_page_but_explore_computes_a_statistic():
    assert offenders(("pages",), MAKERS, besides=(CROSSES_LIVE,)) == []


def test_no_page_but_explore_aggregates_a_frame():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.func.attr}()"
        for path in sources("pages")
        if path != CROSSES_LIVE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SUMMING
    ]
    assert found == []


@pytest.mark.parametrize("page", page_files(), ids=lambda page: page.name)
def test_every_page_calls_the_guard(page):
    text = (ROOT / page.file).read_text(encoding="utf-8")
    assert re.search(r"\b(require|board_page)\(", text)


def test_every_select_lives_in_the_reads():
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sources(*ROOMS)
        if {"sqlalchemy.select", "sqlalchemy.text"} & imports_of(path)
        and not path.is_relative_to(ROOT / "data" / "reads")
        and path != ROOT / "data" / "reads.py"
        and not path.is_relative_to(ROOT / "data" / "migrations")
    ]
    assert found == []
