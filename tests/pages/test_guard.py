"""Without sign-in, only someone at this very computer is an evaluator."""

import pytest

from pages.parts.guard import why_viewer

HERE = "127.0.0.1"


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8501", "[::1]:8501", "[::1]"])
def test_someone_at_this_computer_is_an_evaluator(host):
    assert why_viewer(HERE, {"Host": host}) == ""


@pytest.mark.parametrize(
    ("address", "headers", "word"),
    [
        ("0.0.0.0", {"Host": "localhost"}, "other computers"),
        (None, {"Host": "localhost"}, "other computers"),
        (HERE, {"Host": "dashboard.example.org"}, "own name"),
        (HERE, {"Host": "localhost.example.org:80"}, "own name"),
        (HERE, {}, "own name"),
        (HERE, {"Host": "localhost", "X-Forwarded-For": "10.0.0.1"}, "proxy"),
        (HERE, {"Host": "localhost", "forwarded": "for=10.0.0.1"}, "proxy"),
        (HERE, {"Host": "localhost", "Via": "1.1 proxy"}, "proxy"),
    ],
)
def test_everyone_else_only_looks_and_is_told_why(address, headers, word):
    assert word in why_viewer(address, headers)
