"""From a statement to a pandas frame whose columns have the types the schema declares."""

import pandas as pd
from sqlalchemy import Boolean, Connection, Float, Integer, Select


def frame(connection: Connection, statement: Select) -> pd.DataFrame:
    """The rows of a statement, also when there are none.

    Float columns are float64 with NaN for nothing; whole numbers are int64, or float64 where one is
    missing; dates are `datetime.date`, times `datetime.datetime` in UTC, both in object columns; text is
    in object columns with None for nothing, so that an empty absence is false.
    """
    rows = connection.execute(statement).all()
    columns = list(zip(*rows, strict=True)) or [()] * len(statement.selected_columns)
    return pd.DataFrame(
        {
            column.name: _series(values, column.type)
            for column, values in zip(statement.selected_columns, columns, strict=True)
        }
    )


def _series(values: tuple, kind) -> pd.Series:
    if isinstance(kind, Float):
        return pd.Series(values, dtype="float64")
    complete = None not in values
    if isinstance(kind, Integer):
        return pd.Series(values, dtype="int64" if complete else "float64")
    if isinstance(kind, Boolean) and complete:
        return pd.Series(values, dtype=bool)
    return pd.Series(values, dtype=object)
