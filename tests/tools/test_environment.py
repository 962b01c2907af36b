"""The environment is made by the first start and left alone by the next."""

import subprocess
import sys

import pytest

from tools import environment


def test_a_python_that_is_too_old_is_refused_with_what_is_needed(monkeypatch):
    monkeypatch.setattr(environment, "version_of", lambda command: (3, 8))
    with pytest.raises(environment.EnvironmentFailure, match=r"is Python 3\.8; Python 3\.11 or newer"):
        environment.find_python("python3.8")


def test_a_python_that_is_not_there_is_named():
    with pytest.raises(environment.EnvironmentFailure, match=r"'python9\.9' doesn't run here"):
        environment.find_python("python9.9")


def test_this_python_serves_when_none_is_asked_for():
    assert environment.find_python() == sys.executable


def test_an_older_python_looks_for_a_newer_one(monkeypatch):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 0))
    monkeypatch.setattr(environment.shutil, "which", lambda command: command)
    monkeypatch.setattr(environment, "version_of", lambda name: (3, 11) if name == "python3.11" else (3, 9))
    assert environment.find_python() == "python3.11"


def test_without_any_new_enough_python_it_says_so(monkeypatch):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 0))
    monkeypatch.setattr(environment.shutil, "which", lambda command: None)
    with pytest.raises(environment.EnvironmentFailure, match=r"No Python 3\.11 or newer was found"):
        environment.find_python()


@pytest.fixture
def fake_environment(tmp_path, monkeypatch):
    """A folder that looks like an environment, and the installs that were asked for."""
    installs = []
    monkeypatch.setattr(environment, "version_of", lambda command: (3, 12))
    monkeypatch.setattr(environment, "install", lambda folder, files: installs.append(len(files)))
    environment.interpreter(tmp_path).parent.mkdir()
    environment.interpreter(tmp_path).touch()
    return tmp_path, installs


def test_packages_are_installed_once(fake_environment):
    folder, installs = fake_environment
    environment.prepare(folder, dev=False)
    environment.prepare(folder, dev=False)
    assert installs == [1]


def test_packages_are_installed_again_when_the_pins_change(fake_environment, monkeypatch):
    folder, installs = fake_environment
    environment.prepare(folder, dev=False)
    monkeypatch.setattr(environment, "stamp_of", lambda python, files: "other pins")
    environment.prepare(folder, dev=False)
    assert installs == [1, 1]


def test_what_the_tests_need_includes_what_the_dashboard_needs(fake_environment):
    folder, installs = fake_environment
    environment.prepare(folder, dev=True)
    environment.prepare(folder, dev=False)
    assert installs == [2]


def test_an_environment_of_another_python_is_made_afresh(fake_environment, monkeypatch):
    folder, _ = fake_environment
    made = []
    inside = str(environment.interpreter(folder))
    monkeypatch.setattr(environment, "version_of", lambda name: (3, 11) if name == inside else (3, 12))
    monkeypatch.setattr(environment, "create", lambda python, where: made.append(python))
    environment.prepare(folder, dev=False, asked="python3.12")
    assert made == ["python3.12"]


def test_a_failed_install_says_what_to_do(tmp_path, monkeypatch):
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(environment.subprocess, "run", lambda command, **options: failed)
    with pytest.raises(environment.EnvironmentFailure, match="run the command again"):
        environment.install(tmp_path, [tmp_path / "requirements.txt"])
