"""The shell commands around a publication: rehearse, publish, revert, the Board's dates, the end of raw rows."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from data.framework import load_framework
from data.settings import whole_number
from data.store import Store
from etl.commands import Usage, date_of, print_faults, say, store_of
from etl.faults import Fault
from metrics.words import many

if TYPE_CHECKING:
    from etl.rehearse import Rehearsal  # the figures' libraries, only where they are needed


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """What a use case refuses (a disclosure, somebody else's publication, an unknown number) becomes a sentence."""
    try:
        yield
    except (KeyError, ValueError) as refused:
        raise Usage(str(refused.args[0])) from refused


def rehearse(options: argparse.Namespace) -> int:
    """Say what publishing a staged upload would change."""
    return rehearse_upload(store_of(options), options.upload, options, date_of(options.as_at))


def rehearse_upload(
    store: Store, upload: int, options: argparse.Namespace, as_at: dt.date | None, faults: Sequence[Fault] = ()
) -> int:
    """Print what was seen in a file that was just received, the effect of the upload, and how it is published."""
    from etl.rehearse import rehearse as rehearsed  # the figures' libraries, only where they are needed

    with refusals_in_words():
        effect = rehearsed(store, upload, as_at)
    if not options.json:
        print_faults(faults)
    answer = {"upload": upload, **asdict(effect), "faults": [asdict(each) for each in faults]}
    return say(options, "\n".join(_effect(upload, effect)), answer)


def _effect(upload: int, effect: "Rehearsal") -> list[str]:
    rows, named = effect.rows, _names()
    return [
        f"Upload {upload}: {rows.added:,} rows added, {rows.changed:,} changed, {rows.removed:,} removed, "
        f"{rows.same:,} as they are.",
        *(f"{each.kind}: {many(each.figures, 'figure')} of {named(each.indicator)}" for each in effect.figures),
        *(f"{named(each.subject)}, {each.what}: {_plain(each.before)} -> {_plain(each.after)}"
          for each in effect.statuses),
        *(f"{named(each.subject)}: “{each.before}” -> “{each.after}”" for each in effect.headlines),
        f"The overview: “{effect.headline_before}” -> “{effect.headline_after}”"
        if effect.headline_before != effect.headline_after
        else f"The overview stays: “{effect.headline_after}”",
        f"Publish it with: python -m etl publish {upload} --seen {effect.seen}",
    ]  # fmt: skip


def _names() -> Callable[[str], str]:
    """What an indicator or a box of the logic model is called, behind its id."""
    held = load_framework()
    names = {each.id: each.name for each in (*held.indicators, *held.nodes)}
    return lambda id: f"{id} ({names[id]})" if id in names else id


def _plain(state: str) -> str:
    return state.replace("_", " ")


def publish(options: argparse.Namespace) -> int:
    """Publish a staged upload, unless somebody published since `--seen`."""
    from etl.publish import publish as publish_uploads

    with refusals_in_words():
        number = publish_uploads(
            store_of(options), [options.upload], options.actor, options.note, as_at=date_of(options.as_at),
            seen=options.seen,
        )  # fmt: skip
    return say(options, f"Upload {options.upload} is in publication {number}.", {"publication": number})


def revert(options: argparse.Namespace) -> int:
    """Publish the figures of an earlier publication again."""
    from etl.revert import revert as revert_to

    with refusals_in_words():
        number = revert_to(store_of(options), options.number, options.actor, options.note)
    sentence = f"Publication {number} shows the figures of publication {options.number} again."
    return say(options, sentence, {"publication": number, "restores": options.number})


def seen(options: argparse.Namespace) -> int:
    """Note on which day the Board saw a publication, or take such a day back."""
    from etl.seen import mark_seen, take_back

    on = date_of(options.on, "--on")
    with refusals_in_words():
        if options.take_back:
            take_back(store_of(options), options.number, on, options.actor, options.note)
        else:
            mark_seen(store_of(options), options.number, on, options.actor)
    was = "is no longer noted as" if options.take_back else "was"
    sentence = f"Publication {options.number} {was} seen by the Board on {on:%d/%m/%Y}."
    return say(options, sentence, {"publication": options.number, "seen_on": on, "stands": not options.take_back})


def purge(options: argparse.Namespace) -> int:
    """Remove the raw rows of survey waves older than the setting says, or the option."""
    from etl.purge import purge as purge_rows

    months = whole_number("RAW_ROWS_MONTHS") if options.months is None else options.months
    if months == 0:
        raise Usage("raw rows are kept for ever: set RAW_ROWS_MONTHS, or give --months")
    with refusals_in_words():
        done = purge_rows(store_of(options), months, options.actor)
    lines = [
        f"Raw rows removed: {', '.join(done.waves) or 'none was due'}. Publications stay as they are.",
        *(f"Kept: {each}" for each in done.kept),
    ]
    return say(options, "\n".join(lines), asdict(done))
