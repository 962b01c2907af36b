"""Evaluator rights without sign-in: only for someone at this very computer."""

import pytest
from streamlit import net_util

from pages.parts.guard import why_viewer


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Server", "Forwarded", "Via", "CF-Connecting-IP",
     "X-Real-IP", "X-Client-IP", "True-Client-IP", "X-Original-Forwarded-For"],
)
def test_whoever_comes_through_a_proxy_only_looks(header):
    assert "proxy" in why_viewer("127.0.0.1", {"Host": "localhost:8501", header: "203.0.113.9"})


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8501", "localhost@evil.example", "",
     "2130706433", "[::1].evil.example"],
)
def test_a_name_that_only_resembles_loopback_only_looks(host):
    assert why_viewer("127.0.0.1", {"Host": host})


def test_a_foreign_origin_makes_the_server_ask_nobody_for_its_address():
    assert net_util.get_external_ip() is None
    assert net_util.get_external_ip.__module__ == "pages.parts.guard"
