"""What every door shares: reading a CSV with named columns, and printing JSON."""

import json
import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd


class DoorError(ValueError):
    """What an analyst asked for can't be had: a sentence that says why and what to do."""


def read_columns(path: str | Path, columns: Iterable[str], text: Iterable[str] = ()) -> pd.DataFrame:
    """The named columns of a CSV, cells of `text` columns as written. Empty cells and NA are missing.

    Raises DoorError when the file can't be read or a column isn't there.
    """
    wanted = list(dict.fromkeys(columns))
    try:
        # An answer may be the word None, which pandas would otherwise take for an empty cell.
        frame = pd.read_csv(
            path, dtype=dict.fromkeys(text, str), low_memory=False, keep_default_na=False, na_values=["", "NA", "NaN"]
        )
    except (OSError, ValueError) as problem:
        raise DoorError(f"{path} can't be read as CSV: {problem}") from problem
    missing = [name for name in wanted if name not in frame.columns]
    if missing:
        raise DoorError(f"{path} has no column {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}.")
    return frame[wanted]


def as_json(answer: object) -> str:
    """The answer as JSON; numbers that don't exist (NaN, infinity) become null."""
    return json.dumps(_plain(answer), indent=1, ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_plain(item) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
