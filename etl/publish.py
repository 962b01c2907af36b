"""Publishing: the one place where etl, metrics and data meet, in one transaction."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from importlib.metadata import version
from zoneinfo import ZoneInfo

import pandas as pd

from data import reads, writes
from data.framework import Framework, load_framework
from data.store import Store
from etl.estimate_rows import estimate_row
from etl.figures import SEED, Figures, make_figures
from etl.history import DisclosureFault, earlier_publications
from etl.impacts import use_impact_models
from etl.outside import sync_outside
from etl.steps import COLLECTING, WEIGHTING, WRITING, Progress, silent
from etl.taken import known
from etl.turns import still_newest
from etl.weigh import weigh_waves
from metrics.disclosure import Disclosed

VERSION = "0.1.0"
LONDON = ZoneInfo("Europe/London")

def publish(
    store: Store,
    upload_ids: Sequence[int],
    actor: str,
    note: str = "",
    as_at: dt.date | None = None,
    progress: Progress = silent,
    seen: int | None = None,
) -> int:
    """Make the staged uploads live, compute every figure and write the next publication; return its number.

    All or nothing: whatever stops it, the store holds the publication before or the one after. With no
    uploads it restates the figures (after a withdrawal, or a new verdict). `as_at` is the date that
    freshness and lags are counted to: today, unless told. `seen` is the publication that was the newest when
    the effect was rehearsed (0: none); MovedOn where it no longer is, and nothing is published.
    """
    framework = load_framework()
    with store.write() as connection:
        still_newest(connection, seen)
        actor_id = writes.ensure_actor(connection, actor)
        writes.mark_published(connection, upload_ids, actor_id, note)
        return release(connection, framework, actor_id, note, as_at or today(), progress)


def release(
    connection, framework: Framework, actor_id: int, note: str, as_at: dt.date, progress: Progress = silent
) -> int:
    """Compute and write the next publication from what is live now; return its number."""
    sync_outside(connection, framework, actor_id)
    figures = live_figures(connection, framework, as_at, progress)
    use_impact_models(connection, framework)
    progress(WRITING)
    return save(connection, framework, figures, actor_id, note, as_at)


def live_figures(connection, framework: Framework, as_at: dt.date, progress: Progress = silent) -> Figures:
    """Every figure from the live rows, the publication being made counted among the publications."""
    progress(WEIGHTING)
    weigh_waves(connection, framework)
    progress(COLLECTING)
    asked = {question for each in framework.indicators for question in each.formula.questions}
    frames = reads.live_frames(connection, questions=asked)
    frames["publications"] = _with_this_one(frames["publications"])
    indices = [each.formula.questions for each in framework.indicators if each.formula.kind == "survey_index"]
    frames["answers_together"] = reads.answers_together(connection, indices)
    frames["rebases"] = reads.rebases(connection)
    frames["cashable_shares"] = reads.cashable_shares(connection)
    frames["impact_models"] = reads.impact_models(connection)
    frames["evidence"] = reads.evidence(connection)
    earlier = partial(earlier_publications, connection)
    try:
        return make_figures(framework, frames, reads.verdicts(connection), as_at, progress, earlier, known(connection))
    except Disclosed as disclosed:
        raise DisclosureFault(disclosed, framework) from disclosed


def _with_this_one(publications: pd.DataFrame) -> pd.DataFrame:
    """The board receives the publication being made, so it counts too."""
    this = pd.DataFrame({"number": [len(publications) + 1], "published_at": [today()]}, dtype=object)
    return pd.concat([publications, this], ignore_index=True) if len(publications) else this


def today() -> dt.date:
    return dt.datetime.now(LONDON).date()


def save(connection, framework: Framework, figures: Figures, actor_id: int, note: str, as_at: dt.date) -> int:
    """Write the publication with all it rests on frozen inside; return its number."""
    parent = reads.latest_publication(connection)
    number = parent.number + 1 if parent else 1
    uploads = reads.live_upload_ids(connection)
    writes.save_publication(
        connection,
        {
            "number": number,
            "parent_id": parent.id if parent else None,
            "published_at": dt.datetime.now(dt.UTC),
            "as_at": as_at,
            "actor_id": actor_id,
            "note": note,
            "framework": framework.model_dump(mode="json"),
            "reference_versions": reads.reference_versions(connection),
            "settings": framework.model_dump(mode="json")["thresholds"],
            "weight_sets": reads.weight_sets(connection),
            "software": f"{VERSION} (pandas {version('pandas')}, numpy {version('numpy')})",
            "seed": SEED,
            "illustrative": figures.illustrative,
            "headline": figures.headline,
            "lead": figures.lead,
            "counting": reads.counting_upload_ids(connection),
            "rests_on": figures.rests_on,
        },
        uploads,
        [estimate_row(each, framework) for each in figures.estimates if each.indicator not in figures.taken],
        figures.statuses,
        figures.taken,
    )
    writes.audit(connection, actor_id, "publish", f"publication {number}", note)
    return number
