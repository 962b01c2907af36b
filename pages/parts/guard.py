"""Who may do what. Every page calls `require`; the shell being bypassed must not open anything."""

import re
from collections.abc import Mapping

import streamlit as st
from streamlit import net_util

# A request from another site's page would make Streamlit ask a service on the internet for this
# machine's address, to compare the two. We are only ever asked for by a loopback name: nothing to ask.
net_util.get_external_ip = lambda: None

VIEWER, EVALUATOR = "viewer", "evaluator"
LOOPBACK = ("127.0.0.1", "::1", "localhost")
# Whatever a proxy or tunnel leaves behind; x-forwarded-* in all its spellings by its beginning.
FORWARDED_STARTS = ("x-forwarded", "x-original-", "x-envoy-", "cf-", "x-azure-", "x-appengine-", "fly-")
FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip", "x-proxyuser-ip")

HOST = re.compile(r"(?:\[([0-9a-f:]+)\]|([^\[\]:@/]+))(?::\d+)?", re.I)


def role() -> str:
    """The role of whoever is looking. Without sign-in everyone on this computer is an evaluator."""
    refusal = why_viewer(st.get_option("server.address"), st.context.headers.to_dict())
    return VIEWER if refusal else EVALUATOR


def why_viewer(address: str | None, headers: Mapping[str, str]) -> str:
    """Why this visitor may only look, in a sentence; empty for someone at this very computer.

    All three must hold: bound to loopback, asked for by a loopback name, and not passed on by a proxy
    (a proxy makes the whole world arrive from loopback).
    """
    lower = {name.lower(): value for name, value in headers.items()}
    if address not in LOOPBACK:
        return "This server can be reached from other computers and has no sign-in, so it only shows."
    if _host(lower.get("host", "")) not in LOOPBACK:
        return "This page was not asked for by this computer's own name, so it only shows."
    if any(name in FORWARDED or name.startswith(FORWARDED_STARTS) for name in lower):
        return "This page came through a proxy and there is no sign-in, so it only shows."
    return ""


def require(wanted: str) -> None:
    """Stop the page, with the reason, unless the visitor has the role. Viewers may see all of the board."""
    if wanted == VIEWER or role() == EVALUATOR:
        return
    st.html('<div class="ec"><h1>This page is for evaluators</h1></div>')
    st.warning(why_viewer(st.get_option("server.address"), st.context.headers.to_dict()), title="View only")
    st.stop()


def _host(value: str) -> str:
    """The host without its port; an IPv6 address stands in brackets. Empty for anything odd."""
    found = HOST.fullmatch(value)
    return (found[1] or found[2]) if found else ""
