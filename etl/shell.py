"""The shell commands of the ETL with their options, and how one is run."""

import argparse
import sys

from data.framework.load import FrameworkError
from data.settings import SettingError, setting
from etl import commands, commands_checks, commands_read, commands_undo
from etl.checks.context import MADE, SUPPLIED
from etl.read import Reading
from etl.specs import SPECS

USAGE = 2


def run(arguments: list[str], reading: Reading | None = None) -> int:
    """Run one command; returns its exit code. `reading` is of its file, where that has begun."""
    options = build_parser().parse_args(arguments)
    options.reading, options.store = reading, None
    try:
        return options.run(options)
    except (commands.Usage, commands_read.NoFile, SettingError, FrameworkError) as error:
        print(f"etl: {error}", file=sys.stderr)
        return USAGE
    finally:
        if options.store is not None:
            options.store.close()


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description="Spreadsheets into the store.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_load(subparsers)
    template = subparsers.add_parser("template", help="write the template workbook of a dataset")
    template.add_argument("dataset", choices=sorted(SPECS), metavar="NAME")
    template.add_argument("--out", help="the file to write (NAME.xlsx)")
    template.set_defaults(run=commands.template)
    listing = subparsers.add_parser("list", help="list the datasets and the uploads")
    listing.set_defaults(run=commands.list_uploads)
    withdraw = subparsers.add_parser("withdraw", help="withdraw an upload and publish without it")
    withdraw.add_argument("upload", type=int, metavar="UPLOAD")
    withdraw.add_argument("--note", default="", help="why, kept with the publication")
    withdraw.set_defaults(run=commands.withdraw)
    erase = subparsers.add_parser("erase", help="remove a person's rows and the files that held them")
    erase.add_argument("person", metavar="PERSON", help="the person's pseudonymous code")
    erase.set_defaults(run=commands.erase)
    for each in (listing, withdraw, erase):
        _add_common(each)
    _add_publishing(subparsers)
    _add_keeping(subparsers)
    _add_looking(subparsers)
    return parser


def _add_publishing(subparsers) -> None:
    rehearse = subparsers.add_parser("rehearse", help="say what publishing a staged upload would change")
    rehearse.set_defaults(run=commands_undo.rehearse)
    publish = subparsers.add_parser("publish", help="publish a staged upload")
    publish.add_argument("--note", default="", help="a sentence kept with the publication")
    publish.add_argument(
        "--seen", type=int, metavar="N",
        help="the newest publication when you rehearsed; refused where another has come out since",
    )  # fmt: skip
    publish.set_defaults(run=commands_undo.publish)
    for each in (rehearse, publish):
        each.add_argument("upload", type=int, metavar="UPLOAD")
        each.add_argument("--as-at", metavar="DATE", help="the day figures are counted to (today)")
        _add_common(each)


def _add_keeping(subparsers) -> None:
    revert = subparsers.add_parser("revert", help="publish the figures of an earlier publication again")
    revert.add_argument("number", type=int, metavar="N", help="the publication to go back to")
    revert.add_argument("--note", default="", help="why, kept with the publication")
    revert.set_defaults(run=commands_undo.revert)
    seen = subparsers.add_parser("seen", help="note that the Board has seen a publication")
    seen.add_argument("number", type=int, metavar="N", help="the publication")
    seen.add_argument("--on", required=True, metavar="DATE", help="the day of the meeting")
    seen.add_argument("--take-back", action="store_true", help="the day was noted by mistake; the record keeps both")
    seen.add_argument("--note", default="", help="with --take-back: why, kept in the record")
    seen.set_defaults(run=commands_undo.seen)
    purge = subparsers.add_parser("purge", help="remove the raw rows of old survey waves; publications stay")
    purge.add_argument("--months", type=int, metavar="N", help="waves that ended this long ago (RAW_ROWS_MONTHS)")
    purge.set_defaults(run=commands_undo.purge)
    for each in (revert, seen, purge):
        _add_common(each)


def _add_looking(subparsers) -> None:
    inspect = subparsers.add_parser("inspect", help="say what a file is: its tables, platform, periods, faults")
    inspect.add_argument("--json", action="store_true", help="answer in JSON")
    inspect.set_defaults(run=commands_read.inspect)
    extract = subparsers.add_parser("extract", help="write a file's long table, one row a value")
    extract.add_argument("--table", type=int, metavar="N", help="one table only, by its number in inspect")
    extract.add_argument("--out", metavar="CSV", help="the file to write (the screen)")
    extract.set_defaults(run=commands_read.extract)
    for each in (inspect, extract):
        each.add_argument("file", metavar="FILE")
        each.add_argument("--password", action="store_true", help="ask for the workbook's password; it is kept nowhere")


def _add_load(subparsers) -> None:
    load = subparsers.add_parser("load", help="check a file, stage it and publish")
    _add_file(load)
    load.add_argument("--note", default="", help="a sentence kept with the publication")
    load.add_argument("--rehearse", action="store_true", help="stage it and say what would change; publish nothing")
    load.add_argument("--steps", action="store_true", help="print each step with its time instead of drawing a bar")
    load.set_defaults(run=commands.load)
    annotate = subparsers.add_parser("annotate", help="write the file as xlsx with a comment on each cell at fault")
    _add_file(annotate)
    annotate.add_argument("--out", metavar="XLSX", help="the file to write (FILE-checked.xlsx)")
    annotate.set_defaults(run=commands_checks.annotate)
    for each in (load, annotate):
        _add_common(each)


def _add_file(load: argparse.ArgumentParser) -> None:
    """A file for a dataset, and how it is to be read."""
    load.add_argument("file", metavar="FILE")
    load.add_argument("--dataset", required=True, choices=sorted(SPECS), metavar="NAME")
    load.add_argument("--wave", help="the wave of a survey file, where no column says it")
    load.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="the column that holds a field; for service demand a service's id may be the field",
    )
    load.add_argument(
        "--value",
        action="append",
        default=[],
        metavar="FIELD:TEXT=CODE",
        help="what a text in a field's column stands for",
    )
    load.add_argument(
        "--constant",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="one value for every row, where no column holds the field",
    )
    _add_mapping(load)
    load.add_argument(
        "--weights", choices=(SUPPLIED, MADE), default=SUPPLIED,
        help="a survey's own weights, where all have one, or weights made from the population (%(default)s)",
    )  # fmt: skip
    load.add_argument("--as-at", metavar="DATE", help="the day figures are counted to (today)")
    load.add_argument(
        "--release", action="append", default=[], metavar="SHEET!CELL",
        help="a quote that looks like personal data and isn't: it is stored as it is, and the register says who let it",
    )  # fmt: skip


def _add_mapping(load: argparse.ArgumentParser) -> None:
    """Beyond --map, --value and --constant: tables found in the workbook, and mappings saved under a name."""
    load.add_argument(
        "--table", type=int, default=0, metavar="N",
        help="a table by its number in inspect, read as proposed there; --map and the like outrank the proposal",
    )  # fmt: skip
    load.add_argument(
        "--times", action="append", default=[], metavar="FIELD=NUMBER",
        help="what a field's numbers are multiplied by: 1000 where the file counts in thousands, -1 for the other sign",
    )  # fmt: skip
    load.add_argument("--keep-totals", action="store_true", help="with --table: rows that add others up are data too")
    load.add_argument("--mapping", metavar="NAME", help="a saved mapping; refused where it doesn't fit the file")
    load.add_argument("--save-mapping", metavar="NAME", help="save how the file was read, once it is accepted")


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--db", default=None, metavar="URL", help=f"the store (DATABASE_URL, else {setting('DATABASE_URL')})"
    )
    parser.add_argument("--actor", default="command line", help="who does it, as the register shows")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
