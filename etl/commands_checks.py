"""The shell command that writes a file back with its faults as comments: `annotate`."""

import argparse
from collections import Counter
from pathlib import Path

from etl.commands import date_of, store_of
from etl.commands_map import Usage, given_mapping, saved_mapping
from etl.load import examine

DONE = 0


def annotate(options: argparse.Namespace) -> int:
    """Check the file as loading would, store nothing, and write it as xlsx with its faults as comments."""
    file = Path(options.file)
    if not file.is_file():
        raise Usage(f"no file {options.file!r}")
    out = Path(options.out or file.with_name(f"{file.stem}-checked.xlsx"))
    if out.suffix.lower() != ".xlsx" or out.resolve() == file.resolve():
        raise Usage(f"--out {options.out!r} is not a new file that ends in .xlsx")
    from etl.annotate import KINDS, annotated  # late, as is what writes workbooks: no other command needs it

    store, content = store_of(options), file.read_bytes()
    book, checked = examine(
        store, content, file.name, options.dataset, options.wave, given_mapping(options),
        as_at=date_of(options.as_at), weights=options.weights, released=options.release,
        saved=saved_mapping(store, options),
    )  # fmt: skip
    out.write_bytes(annotated(content, book, checked.faults, checked.layout.header_row if checked.layout else 0))
    counted = Counter(each.severity for each in checked.faults)
    told = ", ".join(f"{counted[severity]} {name.lower()}s" for severity, name in KINDS.items())
    print(f"Wrote {out}: {told}")
    return DONE
