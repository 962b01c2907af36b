"""From a statement to a pandas frame whose columns have the types the schema declares."""

import pandas as pd
from sqlalchemy import Boolean, Connection, Float, Integer, Select

AT_ONCE = 1000  # rows


def frame(connection: Connection, statement: Select) -> pd.DataFrame:
    """The rows of a statement, also when there are none.

    Float columns are float64 with NaN for nothing; whole numbers are int64, or float64 where one is
    missing; dates are `datetime.date`, times `datetime.datetime` in UTC, both in object columns; text is
    in object columns with None for nothing, so that an empty absence is false.
    """
    columns: list[list] = [[] for _ in statement.selected_columns]
    # by parts: hundreds of thousands of rows at once keep the garbage collector busier than the database
    for rows in connection.execute(statement).partitions(AT_ONCE):
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)
    return pd.DataFrame(
        {
            column.name: _series(values, column.type)
            for column, values in zip(statement.selected_columns, columns, strict=True)
        }
    )


def _series(values: list, kind) -> pd.Series:
    if isinstance(kind, Float):
        return pd.Series(values, dtype="float64")
    complete = None not in values
    if isinstance(kind, Integer):
        return pd.Series(values, dtype="int64" if complete else "float64")
    if isinstance(kind, Boolean) and complete:
        return pd.Series(values, dtype=bool)
    return pd.Series(values, dtype=object)
