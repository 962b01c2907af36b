"""Finding the tables of a workbook as publishers make them, and turning them into one value a row."""

from etl.tables.find import find_tables
from etl.tables.long import LongRow, long_rows, measure_of
from etl.tables.types import Column, Table

__all__ = ["Column", "LongRow", "Table", "find_tables", "long_rows", "measure_of"]
