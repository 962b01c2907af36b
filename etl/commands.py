"""What each shell command does: it calls a use case and prints what came of it."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from data.store import Store, open_store
from etl.commands_map import Usage, given_mapping, options_for, saved_mapping
from etl.convert import to_date
from etl.faults import Fault
from etl.load import Offer, receive
from etl.saved import remember
from etl.specs import SPECS
from etl.steps import Bar
from metrics.words import many

PUBLISHED, FAULTS = 0, 1


def load(options: argparse.Namespace) -> int:
    """Receive a file and publish it. A file with errors is refused whole, and the errors are listed."""
    mapping, as_at, file = given_mapping(options), date_of(options.as_at), Path(options.file)
    if not file.is_file():
        raise Usage(f"no file {options.file!r}")
    store = store_of(options)
    saved, bar = saved_mapping(store, options), Bar(options.steps)
    # the figures' libraries take seconds to load: done while the file is read, which another process does
    Thread(target=import_module, args=("etl.publish",)).start()
    offer = receive(
        store,
        options.reading or file,
        file.name,
        options.dataset,
        options.actor,
        options.wave,
        mapping,
        as_at=as_at,
        note=options.note,
        weights=options.weights,
        released=options.release,
        saved=saved,
        progress=bar,
    )
    if offer.upload_id is None or offer.errors:
        bar.end()
        return _say_refused(offer, options)
    if options.save_mapping:
        remember(store, options.save_mapping, options.dataset, offer.kept, options.actor)
    if options.rehearse:
        bar.end()
        from etl.commands_undo import rehearse_upload  # late: it takes what every command shares from here

        return rehearse_upload(store, offer.upload_id, options, as_at, offer.faults)
    from etl.history import DisclosureFault
    from etl.publish import publish
    from etl.weigh import WeighingFault

    try:
        number = publish(store, [offer.upload_id], options.actor, options.note, as_at=as_at, progress=bar)
    except (DisclosureFault, WeighingFault) as error:
        raise Usage(f"{error} The file is staged as upload {offer.upload_id}.") from error
    finally:
        bar.end()
    return _say_published(offer, number, options)


def template(options: argparse.Namespace) -> int:
    """Write a template workbook."""
    from etl.templates import write_template  # late: no other command writes workbooks

    path = Path(options.out or f"{options.dataset}.xlsx")
    path.write_bytes(write_template(options.dataset))
    print(f"Wrote {path}")
    return PUBLISHED


def list_uploads(options: argparse.Namespace) -> int:
    """The datasets, and the uploads in the register."""
    from data import reads

    with store_of(options).read() as connection:
        uploads = reads.uploads(connection)
    if options.json:
        datasets = {spec.name: list(spec.names) for spec in SPECS.values()}
        _print_json({"datasets": datasets, "uploads": uploads.to_dict("records")})
        return PUBLISHED
    print("Datasets:")
    for spec in SPECS.values():
        print(f"  {spec.name:20} {spec.describes}")
    print("\nUploads:" if len(uploads) else "\nNo uploads yet.")
    if len(uploads):
        print(uploads.to_string(index=False))
    return PUBLISHED


def withdraw(options: argparse.Namespace) -> int:
    """Withdraw an upload: what it superseded counts again, in a new publication."""
    from etl.withdraw import withdraw as withdraw_upload

    try:
        number = withdraw_upload(store_of(options), options.upload, options.actor, options.note)
    except (KeyError, ValueError) as error:
        raise Usage(str(error.args[0])) from error
    return say(
        options, f"Upload {options.upload} is withdrawn.", {"upload": options.upload, "publication": number}
    )


def erase(options: argparse.Namespace) -> int:
    """Remove a person's raw rows. Their code is not printed back."""
    from etl.erase import erase as erase_person

    try:
        erase_person(store_of(options), options.person, options.actor)
    except (KeyError, ValueError) as error:
        raise Usage(str(error.args[0])) from error
    return say(options, "The person's rows and the files that held them are removed.", {"erased": True})


def store_of(options: argparse.Namespace) -> Store:
    """The store that was named, or the usual one; it is closed when the command ends."""
    try:
        options.store = open_store(options.db)
    except ValueError as error:
        raise Usage(str(error)) from error
    return options.store


def date_of(text: str | None, option: str = "--as-at") -> dt.date | None:
    """The date that was typed, None where none was."""
    if text is None:
        return None
    found = to_date(text).value
    if found is None:
        raise Usage(f"{option} {text!r} is not a date such as 2026-10-31")
    return found


def _say_refused(offer: Offer, options: argparse.Namespace) -> int:
    if options.json:
        _print_json(
            {
                "published": False,
                "rows": offer.rows,
                "duplicate_of": offer.duplicate_of,
                "faults": [asdict(each) for each in offer.faults],
            }
        )
        return FAULTS
    print_faults(offer.faults)
    print("".join(f"{line}\n" for line in options_for(offer.errors, options.dataset)), end="", file=sys.stderr)
    print(f"Refused: {many(len(offer.errors), 'error')}. The store is unchanged.", file=sys.stderr)
    return FAULTS


def _say_published(offer: Offer, number: int, options: argparse.Namespace) -> int:
    if options.json:
        _print_json(
            {
                "published": True,
                "publication": number,
                "upload": offer.upload_id,
                "rows": offer.rows,
                "faults": [asdict(each) for each in offer.faults],
            }
        )
        return PUBLISHED
    print_faults(offer.faults)
    print(f"Upload {offer.upload_id}: {many(offer.rows, 'row')}, in publication {number}.")
    return PUBLISHED


def say(options: argparse.Namespace, sentence: str, answer: dict[str, Any]) -> int:
    """Print a sentence, or the same as JSON; the exit code of a command that did what it was told."""
    if options.json:
        _print_json(answer)
    else:
        print(sentence)
    return PUBLISHED


def print_faults(faults: Iterable[Fault]) -> None:
    for each in faults:
        print(f"{each.severity}: {each.message} {each.mend}", file=sys.stderr)


def _print_json(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str))
