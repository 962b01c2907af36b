"""Upload a spreadsheet: choose, check, see what would change, publish."""

import hashlib

import streamlit as st

from data.settings import whole_number
from etl.history import DisclosureFault
from etl.publish import publish
from etl.rehearse import rehearse
from etl.specs import SPECS
from etl.templates import write_template
from etl.turns import MovedOn
from etl.weigh import WeighingFault
from pages.evaluator import desk, fault_actions
from pages.evaluator.columns import mapping_form, still_to_choose
from pages.evaluator.effect import effect as effect_html
from pages.evaluator.fault_report import fault_report
from pages.parts import data, guard
from pages.parts.links import anchor
from pages.parts.restated import sentence_of

AS_IT_COMES = "Offer a file as its publisher or survey platform made it; the template is for starting from nothing."
NAMELESS = "Type your name in step 2: the file is kept, and published, under it"
MEND = (
    "<b>What now?</b> Mend the faults in the spreadsheet and choose it again in step 2: your choices above are kept. "
    "Or send the copy with comments back to whoever supplied it."
)
AGAIN = f"Step 4 shows what your file would change now. {anchor('See what changed under you', 'changes')}."


def step(number: int, title: str, text: str = "") -> None:
    """The heading of one of the five steps."""
    more = f'<p class="ec-sub">{desk.sentence(text)}</p>' if text else ""
    st.html(f'<div class="ec"><h2>{number}. {title}</h2>{more}</div>')


guard.require(guard.EVALUATOR)
asked = st.query_params.get("dataset")
if asked in SPECS:  # the address is bound to the titles shown; a link may give the id
    st.session_state["dataset"] = asked
st.html(
    '<div class="ec"><h1>Upload a spreadsheet</h1><p class="ec-lead">Five steps. Nothing changes on the board’s '
    "pages until the last one, and a publication can be put right by withdrawing the upload.</p></div>"
)

with st.container(key="card_choose"):
    step(1, "What kind of data is it?")
    dataset = st.selectbox(
        "Dataset", list(SPECS), format_func=lambda name: SPECS[name].title, key="dataset", bind="query-params"
    )
    spec = SPECS[dataset]
    st.html(f'<div class="ec"><p class="ec-sub">{desk.sentence(spec.describes)} {AS_IT_COMES}</p></div>')
    st.download_button(
        "Download the template",
        lambda: write_template(dataset),
        f"{dataset}-template.xlsx",
        key="template",
        on_click="ignore",
        icon=":material/download:",
    )

with st.container(key="card_file"):
    step(2, "The spreadsheet")
    file = st.file_uploader(
        "Excel, OpenDocument, CSV, SPSS or Stata", key="file", max_upload_size=whole_number("UPLOAD_LIMIT_MB")
    )
    name = st.text_input("Your name, for the record", key="actor", persist_state="session")

if file is None:
    st.stop()
content = file.getvalue()
mark = hashlib.sha256(content).hexdigest()[:12] + dataset
if st.session_state.get("published", ("",))[0] == mark:
    desk.published(*st.session_state["published"][1:])
    st.stop()

with st.container(key="card_columns"):
    step(3, "What we understood")
    looked = desk.looked(content, file.name, dataset)
    mapping = mapping_form(looked, mark, desk.choices_before(looked, mark))
    lacking = still_to_choose(looked, mapping) or ("" if name.strip() else NAMELESS)
    if lacking:
        st.html(f'<div class="ec" role="status"><p class="ec-verdict">{desk.sentence(lacking)}</p></div>')
        st.stop()
    weights = desk.weights_choice(looked, mapping)
    let = fault_actions.released(mark)
    offer = desk.received(content, file.name, dataset, name, mapping, weights, let)
    desk.keep_for_mending(offer, dataset, mapping, mark)
    st.html(desk.summary(offer, file.name))
    st.html(fault_report(offer.faults, offer.around))
    fault_actions.release_choice(offer, mark)
    fault_actions.send_back(offer, content, file.name, dataset, mapping, weights, mark)
    desk.save_choices(offer, dataset, name, mark)
    if offer.upload_id is None and looked.readable:
        st.html(f'<div class="ec"><p>{MEND}</p></div>')

if offer.upload_id is None:
    st.stop()

with st.container(key="card_rehearse"):
    step(4, "What would change")
    try:
        effect = desk.rehearsed(offer.upload_id, rehearse)
    except (DisclosureFault, WeighingFault) as fault:
        st.html(sentence_of(fault))
        st.stop()
    st.html(effect_html(effect))

with st.container(key="card_publish"):
    step(5, "Publish")
    note = st.text_input("A note for the board: what is new?", key="note")
    # what was on the screen when the button was pressed, not what this run has found since
    agreed = {"on_click": lambda seen: st.session_state.update(agreed=seen), "args": (effect.seen,)}
    if st.button("Publish", type="primary", key="publish", **agreed):
        number, refused = None, None
        with st.status("Publishing", type="compact") as shown:
            try:
                number = publish(
                    data.store(), [offer.upload_id], name, note, seen=st.session_state["agreed"],
                    progress=lambda made: shown.update(label=f"Publishing: {made}"),
                )  # fmt: skip
            except (MovedOn, DisclosureFault, WeighingFault) as fault:
                refused = fault
                shown.update(label="Nothing was published", state="error")
        if refused:  # below the steps, which fold away what stands in them
            st.html(sentence_of(refused))
        if isinstance(refused, MovedOn):
            st.html(f'<div class="ec"><p>{AGAIN}</p></div>')
        if number is not None:
            desk.forget()
            st.session_state["published"] = (mark, number, file.name)
            st.session_state["published_upload"] = offer.upload_id
            st.rerun()
