"""Errors of the database in its first words only: the details after them quote the values of a row."""


def without_values(error: BaseException) -> BaseException:
    """The driver's error itself, with no more than its primary message; unchanged where it has no details."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    if primary:
        error.args = (primary,)
    return error
