"""The register: every upload, what became of it, and the door back out."""

from html import escape

import streamlit as st

from data import reads
from etl.withdraw import withdraw
from pages.parts import data, guard
from pages.parts.tables import Table, html_table

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
        f"Upload {each['id']}", each["name"], each["dataset"] + (" (illustrative)" if each["origin"] == "sample" else ""),
        int(each["rows"]), STATUS[each["status"]], each["actor"], f"{each['created_at']:%d %b %Y %H:%M}", each["note"],
    )
    for each in uploads
)
st.html(
    '<div class="ec ec-card"><div class="ec-scroll" tabindex="0" role="region" aria-label="Uploads">'
    + (html_table(Table("All uploads, newest first", COLUMNS, rows)) if rows else "<p>Nothing has been uploaded yet.</p>")
    + "</div></div>"
)

live = {each["id"]: f"Upload {each['id']}: {each['name']}" for each in uploads if each["status"] == "published"}
with st.container(key="card_withdraw"):
    st.html('<div class="ec"><h2>Withdraw an upload</h2></div>')
    chosen = st.selectbox("Which one?", list(live), format_func=live.get, index=None, key="withdraw_which")
    name = st.text_input("Your name, for the record", key="actor", persist_state="session")
    sure = st.checkbox("I have checked that this is the one", key="withdraw_sure")
    if st.button("Withdraw", disabled=not (chosen and name and sure), key="withdraw"):
        with st.spinner("Working out every figure without it"):
            number = withdraw(data.store(), chosen, name)
        st.html(f'<div class="ec" role="status"><p>{escape(live[chosen])} is withdrawn. Publication {number} '
                "shows the figures without it.</p></div>")
