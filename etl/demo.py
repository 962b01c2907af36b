"""Fill an empty store with the illustrative spreadsheets, through the same door as any other file."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import yaml

from data import reads, writes
from data.framework import Framework, load_framework
from data.store import Store
from etl.load import receive
from etl.publish import publish

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
ACTOR = "illustrative data"
NOTE = "Illustrative data: made-up spreadsheets that show what the dashboard does."
AS_AT = dt.date(2026, 10, 31)
FIRST = ("population", "unit_costs")  # reference figures that the other datasets are read against


class SampleFault(Exception):
    """A shipped spreadsheet was not accepted as it stands."""


def sample_entries(folder: Path = SAMPLES) -> list[dict]:
    """The manifest's entries ({file, dataset, origin, wave?}), reference figures first."""
    entries = yaml.safe_load((folder / "manifest.yaml").read_text(encoding="utf-8"))
    order = {dataset: place for place, dataset in enumerate(FIRST)}
    return sorted(entries, key=lambda entry: order.get(entry["dataset"], len(FIRST)))


def load_samples(store: Store, progress: Callable[[str], None] = print, folder: Path = SAMPLES) -> int:
    """Receive every sample file and publish them together; return the publication's number.

    A file received by an earlier, interrupted start is taken up again, not loaded twice.
    Raises SampleFault, naming the file and the first fault, when a file is not accepted.
    """
    entries, framework = sample_entries(folder), load_framework()
    uploads = []
    for place, entry in enumerate(entries, start=1):
        progress(f"Loading {place} of {len(entries)}: {entry['file']}")
        uploads.append(receive_sample(store, folder, entry, framework))
    sign_verdicts(store, folder)
    progress("Computing every figure and publishing them ...")
    return publish(store, uploads, ACTOR, NOTE, as_at=AS_AT, progress=progress)


def sign_verdicts(store: Store, folder: Path) -> None:
    """Sign the illustrative judgements on if-then links that have none yet, and enter the illustrative evidence."""
    judged = _listed(folder / "verdicts.yaml")
    with store.write() as connection:
        actor_id = writes.ensure_actor(connection, ACTOR, role="system")
        known = reads.verdicts(connection)
        for entry in judged:
            if entry["link"] not in known:
                writes.sign_verdict(connection, **entry, actor=actor_id)
        if reads.evidence(connection).empty:
            for piece in _listed(folder / "evidence.yaml"):
                writes.add_evidence(connection, actor=actor_id, **piece)


def _listed(path: Path) -> list[dict]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []


def receive_sample(store: Store, folder: Path, entry: dict, framework: Framework) -> int:
    """Receive one file of the manifest; return its upload's id."""
    path = folder / entry["file"]
    offer = receive(
        store, path, path.name, entry["dataset"], ACTOR,
        wave=entry.get("wave"), origin=entry["origin"], as_at=AS_AT, framework=framework,
    )  # fmt: skip
    if offer.upload_id is None:
        faults = offer.errors
        raise SampleFault(f"{path.name} was not accepted ({len(faults)} faults). The first: {faults[0]}")
    return offer.upload_id
