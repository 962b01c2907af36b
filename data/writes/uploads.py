"""An upload's way through its states. Its rows never move: what is live is decided when it is read."""

from collections.abc import Sequence

from sqlalchemy import Connection, update

from data.reads.undo import counting_upload_ids
from data.reads.uploads import upload_states
from data.schema import uploads
from data.writes.actors import audit, now


def mark_published(connection: Connection, upload_ids: Sequence[int], actor: int, note: str = "") -> None:
    """Make staged uploads count from now on.

    KeyError for an upload there isn't, ValueError for one that is not staged (published already, or
    withdrawn: offer the file again).
    """
    states = _states(connection, upload_ids)
    for id, status in states.items():
        if status != "staged":
            raise ValueError(f"upload {id} is {status}; only a staged upload can be published")
    _set(connection, upload_ids, status="published", published_at=now())
    for id in upload_ids:
        audit(connection, actor, "publish", f"upload {id}", note)


def withdraw_upload(connection: Connection, upload_id: int, actor: int, note: str = "") -> None:
    """Take an upload out; what it superseded counts again. Its rows and bytes stay.

    KeyError for an upload there isn't, ValueError for one that is neither staged nor published.
    """
    status = _states(connection, [upload_id])[upload_id]
    if status not in ("staged", "published"):
        raise ValueError(f"upload {upload_id} is {status} already")
    _set(connection, [upload_id], status="withdrawn", withdrawn_at=now())
    audit(connection, actor, "withdraw", f"upload {upload_id}", note)


def restore_uploads(connection: Connection, counting: Sequence[int], actor: int, note: str) -> None:
    """Let exactly these uploads count: others are taken out, those withdrawn come back to their old place.

    Staged uploads stay staged. Each upload that changes is audited with `note`.
    """
    now_counting = counting_upload_ids(connection)
    out = [id for id in now_counting if id not in set(counting)]
    back = [id for id in counting if id not in set(now_counting)]
    _set(connection, out, status="withdrawn", withdrawn_at=now())
    _set(connection, back, status="published", withdrawn_at=None)
    for action, ids in (("withdraw", out), ("bring back", back)):
        for id in ids:
            audit(connection, actor, action, f"upload {id}", note)


def _states(connection: Connection, upload_ids: Sequence[int]) -> dict[int, str]:
    states = upload_states(connection, upload_ids)
    for id in upload_ids:
        if id not in states:
            raise KeyError(f"there is no upload {id}")
    return states


def _set(connection: Connection, upload_ids: Sequence[int], **values) -> None:
    connection.execute(update(uploads).where(uploads.c.id.in_(list(upload_ids))).values(**values))
