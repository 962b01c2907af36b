"""The register: every upload, what became of it, the door back out, and who did what."""

import streamlit as st

from charts.words import LONDON
from data import reads
from etl.specs import SPECS
from pages.evaluator import undo
from pages.evaluator.trail import audit_card, audit_csv, publications_card
from pages.parts import data, guard
from pages.parts.tables import Table, table_card

STATUS = {"staged": "waiting", "published": "published", "withdrawn": "withdrawn", "erased": "erased"}
SHOWN = 100  # lines of the record on the page; the download has all
COLUMNS = ("Upload", "File", "Dataset", "Rows", "Status", "By", "Received", "Note")

guard.require(guard.EVALUATOR)
st.html(
    '<div class="ec"><h1>Register of uploads and publications</h1>'
    '<p class="ec-lead">Every file that was offered, and what became of it. '
    "Withdrawing one, or reverting to an earlier publication, makes a new publication; nothing is deleted.</p></div>"
)
with data.store().read() as connection:
    uploads = reads.uploads(connection).to_dict("records")
    issues = reads.publications(connection)
    board = reads.board_dates_of(connection)
    log = reads.audit_log(connection, SHOWN).to_dict("records")

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
with st.container(key="card_undo"):
    undo.forms(uploads, issues, board)
if rows:
    st.html(table_card(Table("All uploads, newest first", COLUMNS, rows)))
else:
    st.html('<div class="ec ec-card"><p>Nothing has been uploaded yet.</p></div>')

st.html(publications_card(issues, board))
st.html(audit_card(log))
st.download_button(
    "Download the whole record", lambda: audit_csv(data.store()), "audit.csv", key="audit_csv", on_click="ignore",
    icon=":material/download:",
)  # fmt: skip
