"""Understanding a file made in memory, read in this process: what the tests of layouts share."""

import json

from etl.codes import Codebook
from etl.guard import Limits
from etl.read import _decode, _workbook
from etl.recognise import understand
from etl.worker import encode, read_file


def understood(name, content):
    told = json.dumps(read_file(name.rpartition(".")[0], content, Limits(), details=True), default=encode)
    return understand(_workbook(json.loads(told, object_hook=_decode)), name, Codebook({}, {}))


def first(made):
    return understood(*made).pieces[0]


def at(piece, cell):
    return next(each for each in piece.rows() if each.cell == cell)


def shape(made):
    """Of the first table: header rows, how many rows, totals (as rows of the sheet), area column, how many measures."""
    table = first(made).found
    header, totals = ([row + 1 for row in sorted(rows)] for rows in (table.header_rows, table.totals))
    area = table.area_column.letters if table.area_column else None
    return header, len(table.rows), totals, area, len(table.measures)
