"""The ETL from the shell: `python -m etl load FILE --dataset NAME`, and inspect, extract,
template, list, withdraw, erase.

Exit codes: 0 published (warnings alone too), 1 faults, which are listed, 2 wrong usage.
"""

import argparse
import sys

from data.framework.load import FrameworkError
from data.settings import SettingError, setting
from etl import commands, commands_read
from etl.checks.context import MADE, SUPPLIED
from etl.specs import SPECS

USAGE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    try:
        return options.run(options)
    except (commands.Usage, commands_read.NoFile, SettingError, FrameworkError) as error:
        print(f"etl: {error}", file=sys.stderr)
        return USAGE


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
    withdraw.set_defaults(run=commands.withdraw)
    erase = subparsers.add_parser("erase", help="remove a person's rows and the files that held them")
    erase.add_argument("person", metavar="PERSON", help="the person's pseudonymous code")
    erase.set_defaults(run=commands.erase)
    for each in (listing, withdraw, erase):
        _add_common(each)
    _add_looking(subparsers)
    return parser


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
    load.add_argument(
        "--weights", choices=(SUPPLIED, MADE), default=SUPPLIED,
        help="a survey's own weights, where all have one, or weights made from the population (%(default)s)",
    )  # fmt: skip
    load.add_argument("--as-at", metavar="DATE", help="the day figures are counted to (today)")
    load.add_argument("--note", default="", help="a sentence kept with the publication")
    load.set_defaults(run=commands.load)
    _add_common(load)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--db", default=None, metavar="URL", help=f"the store (DATABASE_URL, else {setting('DATABASE_URL')})"
    )
    parser.add_argument("--actor", default="command line", help="who does it, as the register shows")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


if __name__ == "__main__":
    sys.exit(main())
