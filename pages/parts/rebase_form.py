"""The evaluator's form for setting the limits of a service's control chart anew, with a name and a reason."""

from html import escape

import streamlit as st

from charts import words
from data import reads, writes
from data.framework import Framework
from pages.parts import data
from pages.parts.tables import Table, table_card

INTRO = (
    "Only where a process was changed on purpose and the new level has held. The next publication shows the chart "
    "with the new limits beneath the one without; the statements keep resting on the one without."
)


def rebase_form(framework: Framework) -> None:
    """What was set anew so far, and the form to do it once more."""
    services = {each.id: each.name for each in framework.services}
    with data.store().read() as connection:
        held = reads.rebases(connection).to_dict("records")
    if held:
        rows = tuple(
            (services.get(each["service"], each["service"]), words.day(each["on_date"]), each["reason"], each["actor"])
            for each in held
        )
        st.html(table_card(Table("Limits set anew", ("Service", "From", "Reason", "By"), rows)))
    with st.container(key="card_rebase"):
        st.html(f'<div class="ec"><h2>Set limits anew</h2><p class="ec-sub">{escape(INTRO)}</p></div>')
        named = {"format_func": services.get, "index": None, "key": "rebase_of"}
        service = st.selectbox("Of which service?", list(services), **named)
        on_date = st.date_input("From which day?", value=None, format="DD/MM/YYYY", key="rebase_on")
        reason = st.text_input("What was changed, and why does the old level no longer count?", key="rebase_why")
        name = st.text_input("Your name, for the record", key="actor", persist_state="session")
        ready = bool(service and on_date and reason.strip() and name.strip())
        if st.button("Set anew", disabled=not ready, key="rebase"):
            _decide(service, on_date, reason, name)


def _decide(service, on_date, reason: str, name: str) -> None:
    try:
        with data.store().write() as connection:
            writes.rebase(connection, service, on_date, reason, writes.ensure_actor(connection, name))
    except ValueError as refused:
        said = escape(f"{refused}.")
    else:
        said = "<b>Recorded.</b> The next publication shows both charts."
    st.html(f'<div class="ec" role="status"><p>{said}</p></div>')
