"""A Chromium is found, or got, or its absence is said in a sentence that helps."""

import pytest

from tools import chromium


def test_the_one_named_in_the_environment_is_taken(tmp_path, monkeypatch):
    named = tmp_path / "my-chromium"
    named.touch()
    monkeypatch.setenv("CHROMIUM", str(named))
    assert chromium.find_chromium() == str(named)


def test_a_named_one_that_is_not_there_is_not_replaced_by_another(tmp_path, monkeypatch):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    monkeypatch.setattr(chromium, "install_chromium", lambda: pytest.fail("nothing should be installed"))
    with pytest.raises(chromium.NoChromium, match="apt-get install chromium"):
        chromium.require_chromium()


def test_when_none_can_be_had_it_says_what_to_install(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    monkeypatch.setattr(chromium, "install_chromium", lambda: None)
    with pytest.raises(chromium.NoChromium, match="playwright install chromium"):
        chromium.require_chromium()


def test_one_that_was_just_installed_is_used(monkeypatch):
    found = iter([None, "/usr/bin/chromium"])
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "find_chromium", lambda: next(found))
    monkeypatch.setattr(chromium, "install_chromium", lambda: None)
    assert chromium.require_chromium() == "/usr/bin/chromium"
