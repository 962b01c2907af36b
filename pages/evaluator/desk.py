"""What the upload page shows and keeps between two runs: the mapping, the offer, the effect."""

import hashlib
from collections.abc import Callable
from html import escape

import streamlit as st

from etl.checks.context import MADE, SUPPLIED
from etl.load import Offer, receive
from etl.look import Look, look
from etl.mapping import ColumnMap
from etl.mended import Choices, again
from etl.rehearse import Rehearsal
from etl.saved import Fit, remember
from etl.specs import SPECS
from etl.steps import of_receiving
from metrics.words import many
from pages.evaluator.fault_report import how_many
from pages.parts import data
from pages.parts.links import anchor

WEIGHTS = {SUPPLIED: "Use the file’s own weights", MADE: "Make weights from the population"}
NO_WEIGHTS = (
    "A file without a column of weights is weighted to the adults of each district, age group and sex, as the "
    "population figures in the store count them."
)


def sentence(text: str) -> str:
    return escape(text[0].upper() + text[1:].rstrip(".") + ".")


def looked(content: bytes, name: str, dataset: str) -> Look:
    """Look at the file once for each dataset, not once in each run of the page."""
    key = (data.where(), hashlib.sha256(content).hexdigest(), name, dataset)
    known = st.session_state.get("look_key")
    if known != key:
        before = st.session_state["look"] if known and known[:-1] == key[:-1] else None
        with st.spinner("Looking for the tables in the file"):
            found = look(data.store(), content, name, dataset, before)
        st.session_state["look_key"], st.session_state["look"] = key, found
    return st.session_state["look"]


def choices_before(found: Look, key: str) -> Fit | None:
    """The choices made for the file before this one, where it was not published and the layout is the same."""
    made = st.session_state.get("choices")
    if made and made[0] != key:  # another file: what was chosen for the last one is its start, in each run
        st.session_state["choices_before"] = (key, made)
    at, before = st.session_state.get("choices_before", ("", None))
    if at != key or before is None or before[1] != found.spec.name:
        return None
    return again(before[2], found.pieces, found.book)


def keep_for_mending(offer: Offer, dataset: str, mapping: ColumnMap, key: str) -> None:
    """Keep how a file was read for the mended one that may follow."""
    if offer.kept is not None:
        st.session_state["choices"] = (key, dataset, Choices(offer.kept, dict(mapping.constants)))


def save_choices(offer: Offer, dataset: str, actor: str, key: str) -> None:
    """Offer to keep how the file was read under a name, for the next file of the same layout."""
    if offer.upload_id is None or offer.kept is None or not offer.kept.columns:
        return
    with st.expander("Remember these choices for the next file", key=f"keep_{key}"):
        name = st.text_input("Name", key=f"keep_name_{key}", placeholder=f"Monthly {SPECS[dataset].title.lower()}")
        if st.button("Save the choices", disabled=not name, key=f"keep_button_{key}"):
            version = remember(data.store(), name.strip(), dataset, offer.kept, actor)
            st.html(f'<div class="ec" role="status"><p>Saved as “{escape(name)}”, version {version}. It will be '
                    "offered with the next file of this layout.</p></div>")  # fmt: skip


def weights_choice(found: Look, mapping: ColumnMap) -> str:
    """Whether a citizen survey's own weights are used, or weights made from the population."""
    if found.spec.name != "citizen_survey" or not found.readable:
        return SUPPLIED
    layout, _ = found.layout(mapping)
    if layout is None or "weight" not in layout.columns:
        st.html(f'<div class="ec"><p class="ec-sub">{NO_WEIGHTS}</p></div>')
        return SUPPLIED
    return st.radio("Weights", list(WEIGHTS), format_func=WEIGHTS.__getitem__, key="weights", help=NO_WEIGHTS)


def received(
    content: bytes,
    name: str,
    dataset: str,
    actor: str,
    mapping: ColumnMap,
    weights: str = SUPPLIED,
    released: tuple[str, ...] = (),
) -> Offer:
    """Receive the file once for each way of reading it, not once in each run of the page."""
    parts = [dataset, weights, repr(mapping), *released]
    key = hashlib.sha256(content + "\x1f".join(parts).encode()).hexdigest()
    if st.session_state.get("offer_key") != key:
        bar = st.progress(0.0, "Reading and checking the spreadsheet")
        offer = receive(
            data.store(), content, name, dataset, actor, None, mapping, weights=weights, released=released,
            progress=lambda step: bar.progress(of_receiving(step), step),
        )  # fmt: skip
        bar.empty()
        st.session_state["offer_key"], st.session_state["offer"] = key, offer
    return st.session_state["offer"]


def rehearsed(upload: int, rehearse: Callable[..., Rehearsal]) -> Rehearsal:
    """Rehearse an upload once for each publication it would follow, not once in each run of the page.

    Its steps are named as they are taken; a refusal (DisclosureFault, WeighingFault) is the caller's to tell.
    """
    newest = data.newest()
    key = (data.where(), upload, newest.id if newest else None)
    if st.session_state.get("effect_key") != key:
        with st.status("Working out every figure as it would be", type="compact") as shown:
            made = rehearse(
                data.store(), upload, progress=lambda step: shown.update(label=f"As it would be: {step}")
            )
            shown.update(label="Every figure was worked out", state="complete")
        st.session_state["effect_key"], st.session_state["effect"] = key, made
    return st.session_state["effect"]


def forget() -> None:
    """After publishing: the next run looks at the file afresh."""
    for key in ("offer_key", "offer", "effect_key", "effect", "choices", "choices_before"):
        st.session_state.pop(key, None)


def published(number: int, name: str) -> None:
    """What became of the file, and where to look now."""
    links = (("See what changed", "changes"), ("Go to the overview", "overview"), ("Withdraw it again", "register"))
    ways = " · ".join(anchor(text, page) for text, page in links)
    st.html(
        f'<div class="ec ec-card ec-steps" role="status"><h2>Publication {number} is out</h2><p>It holds '
        f"<b>{escape(name)}</b>. The board’s pages show it from now on.</p><p>{ways}</p></div>"
    )


def summary(offer: Offer, name: str) -> str:
    wrong, doubtful = how_many(offer.faults)
    if offer.upload_id is None:
        verdict = f"{many(wrong, 'fault')} must be mended first. Nothing was stored."
        tone = "bad"
    else:
        verdict = f"{many(offer.rows, 'row')} understood; ready to publish as upload {offer.upload_id}."
        tone = "good"
    more = f" {many(doubtful, 'thing')} to look at." if doubtful else ""
    said = f"<b>{escape(name)}</b>: {verdict}{more}"
    return f'<div class="ec" role="status"><p class="ec-verdict ec-{tone}">{said}</p></div>'
