"""The mapping a shell command asks for: typed, proposed for a table of the workbook, or saved under a name."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from data.framework import load_framework
from data.reads.offers import mapping_named, saved_mappings
from data.store import Store
from etl.codes import codebook
from etl.faults import Fault
from etl.laying import merged
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.recognise import understand
from etl.specs import SPECS
from etl.suggest import suggested


class Usage(Exception):
    """The command can't be run as it was typed."""


def saved_mapping(store: Store, options: argparse.Namespace) -> dict[str, Any] | None:
    """The mapping named with --mapping; None where none is. Usage with the names there are, where it isn't saved."""
    if not options.mapping:
        return None
    with store.read() as connection:
        found = mapping_named(connection, options.dataset, options.mapping)
        known = [each["name"] for each in saved_mappings(connection, options.dataset)]
    if found is None:
        there = f"saved are: {', '.join(known)}" if known else "none is saved"
        raise Usage(f"no mapping {options.mapping!r} for {options.dataset}; {there}")
    return found


def given_mapping(options: argparse.Namespace) -> ColumnMap:
    """The mapping typed with the command, over the proposal for the table where one is asked for."""
    values: dict[str, dict[str, str]] = {}
    for given in options.value:
        place, code = _pair(given, "--value", "FIELD:TEXT=CODE")
        field, colon, text = place.partition(":")
        if not colon:
            raise Usage(f"--value {given!r} is not FIELD:TEXT=CODE")
        values.setdefault(field, {})[text] = code
    columns = dict(_pair(given, "--map", "FIELD=COLUMN") for given in options.map)
    constants = dict(_pair(given, "--constant", "FIELD=VALUE") for given in options.constant)
    asked = ColumnMap(columns, values, constants, _times(options), options.table, options.keep_totals)
    return merged(_proposed(options), asked) if options.table else asked


def _times(options: argparse.Namespace) -> dict[str, float]:
    try:
        return {name: float(text) for name, text in (_pair(each, "--times", "FIELD=NUMBER") for each in options.times)}
    except ValueError as error:
        raise Usage(f"--times: {error}") from error


def _proposed(options: argparse.Namespace) -> ColumnMap:
    """How the table asked for would be read; nothing where the file has no such table: loading says so."""
    if options.table < 0 or not Path(options.file).is_file():
        return ColumnMap(table=options.table)
    codes = codebook(load_framework())
    book = read_workbook(options.file, Path(options.file).name, details=True)
    pieces = understand(book, Path(options.file).name, codes).pieces
    piece = next((each for each in pieces if each.number == options.table), None)
    return suggested(piece, SPECS[options.dataset], codes) if piece else ColumnMap(table=options.table)


def options_for(faults: Iterable[Fault], dataset: str) -> Iterator[str]:
    """For each field that is missing the options that give it, as a line to print."""
    spec = SPECS[dataset]
    for name in (each.expected for each in faults if each.code == "missing_column"):
        values = codebook(load_framework()).values(spec.column(name)) if spec.column(name).type == "service" else ()
        listed = f", which is one of {', '.join(values)}" if values else ""
        yield f"  {name}: --map {name}=COLUMN, or --constant {name}=VALUE where every row has the same{listed}"


def _pair(given: str, option: str, form: str) -> tuple[str, str]:
    left, equals, right = given.rpartition("=") if option == "--value" else given.partition("=")
    if not (equals and left and right):
        raise Usage(f"{option} {given!r} is not {form}")
    return left.strip(), right.strip()
