"""Stores with few and with very many respondents, for showing that a page costs the same with both."""

import sqlite3
from pathlib import Path

# Table by table, the columns that must differ between a respondent and its copy
NEW_VALUES = {
    "respondents": {"id": "id + :step * n", "code": "code || '-' || n"},
    "answers": {"respondent_id": "respondent_id + :step * n"},
    "weights": {"respondent_id": "respondent_id + :step * n"},
}


def resize(path: Path, wanted: int) -> int:
    """Bring the store's respondents to about `wanted` by deleting or copying; return how many there are.

    Copies are inserted straight into the tables: publication is not what is measured here.
    """
    store = sqlite3.connect(path)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
        store.execute(f"PRAGMA {pragma}")
    (present,) = store.execute("SELECT count(*) FROM respondents").fetchone()
    with store:
        if wanted < present:
            shrink(store, wanted)
        else:
            grow(store, round(wanted / present) - 1)
    (number,) = store.execute("SELECT count(*) FROM respondents").fetchone()
    store.close()
    return number


def shrink(store: sqlite3.Connection, wanted: int) -> None:
    kept = "(SELECT id FROM respondents ORDER BY id LIMIT :wanted)"
    for table in ("answers", "weights"):
        store.execute(f"DELETE FROM {table} WHERE respondent_id NOT IN {kept}", {"wanted": wanted})
    store.execute(f"DELETE FROM respondents WHERE id NOT IN {kept}", {"wanted": wanted})


def grow(store: sqlite3.Connection, copies: int) -> None:
    if copies < 1:
        return
    (step,) = store.execute("SELECT max(id) FROM respondents").fetchone()
    store.execute("CREATE TEMP TABLE times (n INTEGER PRIMARY KEY)")
    store.executemany("INSERT INTO times VALUES (?)", ((n,) for n in range(1, copies + 1)))
    for table, changed in reversed(NEW_VALUES.items()):  # the respondents last: the others read them
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(changed.get(column, column) for column in columns)
        store.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM times, {table}", {"step": step})
