"""The evaluator's form for a share of a benefit that its budget's owner has signed as cash."""

from html import escape

import streamlit as st

from charts import words
from data import reads, writes
from data.framework import Framework
from pages.parts import data
from pages.parts.tables import Table, table_card

INTRO = (
    "A benefit is cash only when capacity was closed or money moved, and who holds the budget says so. Until then it "
    "counts as 0%. The newest signature counts; to take one back, sign 0%. The next publication uses it in the last "
    "step of the waterfall and says who signed, when and why."
)
NOTHING = "No unit cost is loaded yet, so nobody saves anything that could be signed."
HEADER = ("Service", "Who saves", "Share", "Signed by", "On", "Reason", "Written down by")
OWNER = "Who owns the budget and signed? (The office, such as Chief Finance Officer, rather than a person’s name.)"


def cash_form(framework: Framework) -> None:
    """What was signed so far, and the form to write down one more signature."""
    services = {each.id: each.name for each in framework.services}
    with data.store().read() as connection:
        held = reads.cashable_shares(connection).to_dict("records")
        payers = reads.payers(connection)
    if held:
        rows = tuple(
            (services.get(each["service"], each["service"]), each["payer"], f"{each['share']:.0%}", each["owner"],
             words.day(each["signed_on"]), each["reason"], each["actor"])
            for each in held
        )  # fmt: skip
        st.html(table_card(Table("Signed as cash, the newest first", HEADER, rows)))
    with st.container(key="card_cash"):
        st.html(f'<div class="ec"><h2>Sign a share as cash</h2><p class="ec-sub">{escape(INTRO)}</p></div>')
        if payers:
            _ask({service: services.get(service, service) for service in payers}, payers)
        else:
            st.html(f'<div class="ec"><p>{escape(NOTHING)}</p></div>')


def _ask(services: dict[str, str], payers: dict[str, list[str]]) -> None:
    named = {"format_func": services.get, "index": None, "key": "cash_of"}
    service = st.selectbox("Savings on which service?", list(services), **named)
    payer = st.selectbox("Saved by whom?", payers.get(service, []), index=None, key=f"cash_payer_{service}")
    share = st.number_input(
        "Share that is cash (%)", min_value=0.0, max_value=100.0, value=None, step=1.0, format="%g", key="cash_share"
    )
    owner = st.text_input(OWNER, key="cash_owner")
    signed_on = st.date_input("Signed on which day?", value=None, format="DD/MM/YYYY", key="cash_on")
    reason = st.text_input("What was closed or moved, so that it is cash?", key="cash_why")
    name = st.text_input("Your name, for the record", key="actor_cash", persist_state="session")
    ready = service and payer and share is not None and owner.strip() and signed_on and reason.strip() and name.strip()
    if st.button("Write it down", disabled=not ready, key="cash_sign"):
        _record(name, service=service, payer=payer, share=share / 100, owner=owner, reason=reason, signed_on=signed_on)


def _record(name: str, **signed) -> None:
    try:
        with data.store().write() as connection:
            writes.sign_cashable(connection, actor=writes.ensure_actor(connection, name), **signed)
    except ValueError as refused:
        said = escape(f"{refused}.")
    else:
        said = "<b>Recorded.</b> The next publication counts it."
    st.html(f'<div class="ec" role="status"><p>{said}</p></div>')
