"""Upload a spreadsheet: choose, check, see what would change, publish."""

import hashlib

import streamlit as st

from etl.publish import publish
from etl.rehearse import rehearse
from etl.specs import SPECS
from etl.templates import write_template
from pages.evaluator import desk
from pages.parts import data, guard

guard.require(guard.EVALUATOR)
st.html(
    '<div class="ec"><h1>Upload a spreadsheet</h1><p class="ec-lead">Nothing changes on the board’s pages until '
    "you publish, and a publication can be put right by withdrawing the upload.</p></div>"
)

with st.container(key="card_choose"):
    st.html('<div class="ec"><h2>1. What kind of data is it?</h2></div>')
    dataset = st.selectbox(
        "Dataset", list(SPECS), format_func=lambda name: SPECS[name].title, key="dataset", bind="query-params"
    )
    spec = SPECS[dataset]
    st.html(f'<div class="ec"><p class="ec-sub">{desk.sentence(spec.describes)}</p></div>')
    st.download_button(
        "Download the template", lambda: write_template(dataset), f"{dataset}-template.xlsx", key="template"
    )

with st.container(key="card_file"):
    st.html('<div class="ec"><h2>2. The spreadsheet</h2></div>')
    file = st.file_uploader("Excel, OpenDocument or CSV", key="file")
    wave = st.text_input("Wave, if the sheet has no column for it", key="wave") if "wave" in spec.names else ""
    name = st.text_input("Your name, for the record", key="actor", persist_state="session")

if file is None:
    st.stop()
content = file.getvalue()
mark = hashlib.sha256(content).hexdigest()[:12]

with st.container(key="card_columns"):
    st.html('<div class="ec"><h2>3. What we understood</h2></div>')
    mapping = desk.mapping_form(content, file.name, spec, f"{mark}_{dataset}")
    offer = desk.received(content, file.name, dataset, name or "evaluator", wave, mapping)
    st.html(desk.summary(offer, file.name))
    st.html(desk.fault_table(offer.faults))

if offer.upload_id is None:
    st.stop()

with st.container(key="card_rehearse"):
    st.html('<div class="ec"><h2>4. What would change</h2></div>')
    with st.spinner("Working out every figure as it would be"):
        effect = rehearse(data.store(), offer.upload_id)
    st.html(desk.effect(effect))

with st.container(key="card_publish"):
    st.html('<div class="ec"><h2>5. Publish</h2></div>')
    note = st.text_input("A note for the board: what is new?", key="note")
    if not name:
        st.html('<div class="ec"><p class="ec-sub">Type your name above: a publication is signed.</p></div>')
    if st.button("Publish", type="primary", disabled=not name, key="publish"):
        steps = st.empty()
        number = publish(data.store(), [offer.upload_id], name, note, progress=lambda step: steps.caption(step))
        steps.empty()
        desk.forget()
        st.success(f"Publication {number} is out. The board’s pages show it from now on.", title="Published")
