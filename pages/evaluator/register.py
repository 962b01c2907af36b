"""The register: every upload, what became of it, and the door back out."""

from html import escape

import streamlit as st

from charts.words import LONDON
from data import reads
from etl.specs import SPECS
from etl.withdraw import withdraw
from pages.parts import data, guard
from pages.parts.links import anchor
from pages.parts.tables import Table, table_card

STATUS = {"staged": "waiting", "published": "published", "withdrawn": "withdrawn", "erased": "erased"}
COLUMNS = ("Upload", "File", "Dataset", "Rows", "Status", "By", "Received", "Note")

guard.require(guard.EVALUATOR)
st.html(
    '<div class="ec"><h1>Register of uploads</h1><p class="ec-lead">Every file that was offered, kept as it came. '
    "Withdrawing one restores what it replaced and makes a new publication; nothing is deleted.</p></div>"
)
with data.store().read() as connection:
    uploads = reads.uploads(connection).to_dict("records")

rows = tuple(
    (
        each["id"],
        each["name"],
        SPECS[each["dataset"]].title + (" (illustrative)" if each["origin"] == "sample" else ""),
        int(each["rows"]),
        STATUS[each["status"]],
        each["actor"],
        f"{each['created_at'].astimezone(LONDON):%d %b %Y, %H:%M}",
        each["note"],
    )
    for each in uploads
)
if rows:
    st.html(table_card(Table("All uploads, newest first", COLUMNS, rows)))
else:
    st.html('<div class="ec ec-card"><p>Nothing has been uploaded yet.</p></div>')

live = {each["id"]: f"Upload {each['id']}: {each['name']}" for each in uploads if each["status"] == "published"}
with st.container(key="card_withdraw"):
    st.html('<div class="ec"><h2>Withdraw an upload</h2></div>')
    chosen = st.selectbox("Which one?", list(live), format_func=live.get, index=None, key="withdraw_which")
    name = st.text_input("Your name, for the record", key="actor", persist_state="session")
    sure = st.checkbox("I have checked that this is the one", key="withdraw_sure")
    if st.button("Withdraw", disabled=not (chosen and name and sure), key="withdraw"):
        with st.spinner("Working out every figure without it"):
            number = withdraw(data.store(), chosen, name)
        st.html(
            f'<div class="ec" role="status"><p><b>{escape(live[chosen])} is withdrawn.</b> Publication {number} '
            f"shows the figures without it. {anchor('See what changed', 'changes')}.</p></div>"
        )
