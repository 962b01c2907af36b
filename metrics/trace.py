"""Which cells a figure was made from: rows of a frame in, compact cell ranges out."""

import numpy as np
import pandas as pd

MOST = 8  # ranges named for one sheet; the rest are counted
Trace = tuple[tuple[int, str, str], ...]


def trace(frame: pd.DataFrame) -> Trace:
    """Where the rows of `frame` stand in the files, one entry an upload and sheet.

    Needs `upload_id` and `sheet`, and either `cells` (ranges already made, comma separated) or `row`
    with, where one sheet row makes several rows, `cell`. ((3, "Data", "F2:F13"),) for cells,
    ((3, "Data", "rows 2-13"),) where whole rows were read, "... and 4 more" after eight ranges.
    A frame without these columns, or without rows, has no trace.
    """
    if "cells" in frame:
        return _ready_made(frame)
    everything = traces(frame.assign(_all=0), ["_all"])
    return everything.iloc[0] if len(everything) else ()


def traces(frame: pd.DataFrame, by: list[str]) -> pd.Series:
    """`trace` of each group of rows at once: a Series of traces indexed by the keys `by`.

    Rows whose key has a missing value belong to no group.
    """
    grouped = frame.groupby(by, sort=False, dropna=True)
    keys = grouped.size().index.set_names(by)
    found: list[list] = [[] for _ in range(len(keys))]
    if len(frame) and {"upload_id", "sheet", "row"} <= set(frame.columns):
        files, file = _files(frame)
        column, row = _cells(frame)
        group = grouped.ngroup().to_numpy()
        known = group >= 0
        places = (each[known] for each in (group, file, column, row))
        for number, which, text in _entries(*_side_by_side(*_runs(*places))):
            found[number].append((*files[which], text))
    return pd.Series([tuple(each) for each in found], index=keys, dtype=object)


def _files(frame: pd.DataFrame) -> tuple[list[tuple[int, str]], np.ndarray]:
    """The uploads and sheets met, and which of them each row stands in."""
    upload, uploads = pd.factorize(frame["upload_id"], sort=True)
    sheet, sheets = pd.factorize(frame["sheet"], sort=True)
    pairs = [(int(number), str(name)) for number in uploads for name in sheets]
    return pairs, upload * len(sheets) + sheet


def _cells(frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Column number (0: the whole row) and row number of each row."""
    row = frame["row"].to_numpy(dtype=int)
    if "cell" not in frame or not frame["cell"].notna().any():
        return np.zeros(len(frame), dtype=int), row
    parts = frame["cell"].astype("string").str.extract(r"^\$?([A-Z]{1,3})\$?([0-9]+)$")
    numbers = {letters: _number(letters) for letters in parts[0].dropna().unique()}
    column = parts[0].map(numbers).fillna(0).to_numpy(dtype=int)
    return column, np.where(column > 0, parts[1].fillna("0").astype(int).to_numpy(), row)


# The three steps below work on plain arrays, sorted once each: figures have tens of thousands of cells.
def _runs(group: np.ndarray, file: np.ndarray, column: np.ndarray, row: np.ndarray) -> tuple[np.ndarray, ...]:
    """Rows that follow one another in one column, as one run: its group, file, column, first and last row."""
    group, file, column, row = _sorted(group, file, column, row)
    starts = _changed(group, file, column)
    starts[1:] |= np.diff(row) > 1  # 0: the same cell again
    begin = np.flatnonzero(starts)
    end = np.append(begin[1:], len(row)) - 1
    return group[begin], file[begin], column[begin], row[begin], row[end]


def _side_by_side(
    group: np.ndarray, file: np.ndarray, column: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Runs of the same rows in neighbouring columns, as one block: left and right column."""
    group, file, first, last, column = _sorted(group, file, first, last, column)
    starts = _changed(group, file, first, last)
    starts[1:] |= (np.diff(column) != 1) | (column[:-1] == 0)
    begin = np.flatnonzero(starts)
    end = np.append(begin[1:], len(column)) - 1
    return group[begin], file[begin], first[begin], last[begin], column[begin], column[end]


def _entries(group, file, first, last, left, right) -> list[tuple[int, int, str]]:
    """Group, file and the ranges in words; whole rows and cells apart; at most MOST ranges are named."""
    order = np.lexsort((left, first, left == 0, file, group))
    blocks = [each[order] for each in (group, file, left == 0, left, right, first, last)]
    starts = np.flatnonzero(_changed(*blocks[:3]))
    made = []
    for begin, end in zip(starts.tolist(), [*starts[1:].tolist(), len(order)], strict=True):
        shown = slice(begin, min(end, begin + MOST))
        texts = [_range(*each) for each in zip(*(part[shown].tolist() for part in blocks[3:]), strict=True)]
        words = _sentence(texts, end - begin, bool(blocks[2][begin]))
        made.append((int(blocks[0][begin]), int(blocks[1][begin]), words))
    return made


def _sorted(*columns: np.ndarray) -> list[np.ndarray]:
    """All columns in the order of the first, then the second, ..."""
    order = np.lexsort(columns[::-1])
    return [column[order] for column in columns]


def _changed(*columns: np.ndarray) -> np.ndarray:
    """True where any column differs from the row before, and at the first row."""
    starts = np.zeros(len(columns[0]), dtype=bool)
    starts[:1] = True
    for column in columns:
        starts[1:] |= column[1:] != column[:-1]
    return starts


def _range(left: int, right: int, first: int, last: int) -> str:
    if not left:
        return str(first) if first == last else f"{first}-{last}"
    start, end = f"{_letters(left)}{first}", f"{_letters(right)}{last}"
    return start if start == end else f"{start}:{end}"


def _sentence(texts: list[str], total: int, whole: bool) -> str:
    several = len(texts) > 1 or "-" in texts[0]
    head = ("rows " if several else "row ") if whole else ""
    tail = f" and {total - len(texts)} more" if total > len(texts) else ""
    return head + ", ".join(texts) + tail


def _ready_made(frame: pd.DataFrame) -> Trace:
    """The ranges a frame brings along in `cells`, each once."""
    found: dict[tuple[int, str], dict[str, None]] = {}
    known = frame.drop_duplicates(["upload_id", "sheet", "cells"])
    for upload, sheet, cells in zip(
        *(known[name].tolist() for name in ("upload_id", "sheet", "cells")), strict=True
    ):
        pieces = [piece.strip() for piece in str(cells).split(",") if piece.strip()]
        found.setdefault((upload, sheet), {}).update(dict.fromkeys(pieces))
    return tuple(
        (*place, _sentence(list(pieces)[:MOST], len(pieces), False))
        for place, pieces in found.items()
        if pieces
    )


def _number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
