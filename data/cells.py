"""Text as it may stand in a spreadsheet cell: never taken for a formula."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> object:
    """The value, with an apostrophe before text that a spreadsheet would run as a formula.

    Numbers, dates and None are returned as they are: only text can carry a formula.
    """
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value
