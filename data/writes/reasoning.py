"""What people declare and judge. Nothing is overwritten: a change of mind is a new row."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, update

from data.reads.reasoning import newest_impact_model
from data.reads.reasoning import rebases as rebases_so_far
from data.schema import cashable_shares, evidence, impact_models, notes, rebases, verdicts
from data.writes.actors import audit, now
from data.writes.rows import add

VERDICTS = ("contradicted", "not_supported", "not_yet_testable", "partly_supported", "supported")
KINDS = ("study", "survey", "service data", "interviews", "records", "other")
DIRECTIONS = ("supports", "neutral", "contradicts")
LEVELS = (1, 2, 3, 4, 5)
DECLARED = ("shape", "service", "areas", "starts_on", "lag_months")


def sign_verdict(connection: Connection, link: str, verdict: str, rationale: str, actor: int) -> int:
    """Judge a link; the newest verdict counts, the earlier ones stay; audited. Returns its id."""
    if not rationale.strip():
        raise ValueError(f"a verdict on {link} needs its reason in words")
    _one_of("verdict", verdict, VERDICTS)
    signed = {"rationale": rationale.strip(), "actor_id": actor, "decided_at": now()}
    audit(connection, actor, "verdict", f"link {link}", f"{verdict}: {rationale.strip()}")
    return add(connection, verdicts, link=link, verdict=verdict, **signed)


def add_evidence(connection: Connection, link: str, actor: int, **piece: Any) -> int:
    """Add a piece of evidence on a link: kind, source, dated, direction, and maryland, nesta if rated (1 to 5).

    Audited, and never changed afterwards. ValueError where it has no source, or says what isn't one of the words.
    """
    if not piece["source"].strip():
        raise ValueError(f"evidence on {link} needs its source")
    _one_of("kind", piece["kind"], KINDS)
    _one_of("direction", piece["direction"], DIRECTIONS)
    for scale in ("maryland", "nesta"):
        if piece.get(scale) is not None:
            _one_of(scale, piece[scale], LEVELS)
    audit(connection, actor, "evidence", f"link {link}", f"{piece['direction']}: {piece['source']}")
    return add(connection, evidence, link=link, actor_id=actor, added_at=now(), **piece)


def add_note(connection: Connection, subject: str, text: str, actor: int) -> int:
    """Note something about a subject such as "indicator I16"."""
    return add(connection, notes, subject=subject, text=text, actor_id=actor, written_at=now())


def rebase(connection: Connection, service: str, on_date: dt.date, reason: str, actor: int) -> int:
    """Set the limits of a service's control chart anew from a date; audited. Returns its id.

    ValueError without a reason in words, and where the service is rebased on that date already.
    """
    if not reason.strip():
        raise ValueError("limits are set anew only with a reason in words")
    known = rebases_so_far(connection)
    if ((known["service"] == service) & (known["on_date"] == on_date)).any():
        raise ValueError(f"the limits of {service} are set anew from {on_date} already")
    audit(connection, actor, "rebase", f"service {service}", f"from {on_date}: {reason}")
    return add(
        connection, rebases, service=service, on_date=on_date, reason=reason.strip(), actor_id=actor, decided_at=now()
    )


def sign_cashable(
    connection: Connection, service: str, payer: str, share: float, owner: str, reason: str, signed_on: dt.date,
    actor: int,
) -> int:  # fmt: skip
    """Record which share (0 to 1) of what a payer saves on a service its budget's owner signed as cash; audited.

    The newest row counts, the earlier ones stay; a share of 0 takes a signature back. Returns its id. ValueError
    without an owner or a reason, for a share outside 0 to 1, and for a day that has not come.
    """
    if not owner.strip() or not reason.strip():
        raise ValueError("a share of cash needs who owns the budget, and the reason")
    if not 0 <= share <= 1:
        raise ValueError(f"the share is {share:.0%}; it must lie between 0% and 100%")
    if signed_on > now().date():
        raise ValueError(f"the day of the signature, {signed_on}, has not come yet")
    told = f"{share:.0%} signed by {owner.strip()} on {signed_on}: {reason.strip()}"
    audit(connection, actor, "cash", f"service {service}, {payer}", told)
    return add(
        connection, cashable_shares, service=service, payer=payer, share=share, owner=owner.strip(),
        reason=reason.strip(), signed_on=signed_on, actor_id=actor, decided_at=now(),
    )  # fmt: skip


def declare_impact_model(connection: Connection, name: str, actor: int, **declared: Any) -> int:
    """Declare how the programme should show in a series: shape, service, areas, starts_on, lag_months.

    The same declaration again returns the model there is. A different one is a new version, marked as
    declared after the data once the model has been used. Returns the version's id.
    """
    newest = newest_impact_model(connection, name)
    if newest and all(newest._mapping[key] == declared[key] for key in DECLARED):
        return newest.id
    return add(
        connection, impact_models, name=name, version=newest.version + 1 if newest else 1, actor_id=actor,
        declared_at=now(), declared_after_data=bool(newest and _used(newest)),
        **{key: declared[key] for key in DECLARED},
    )  # fmt: skip


def lock_impact_models(connection: Connection, ids: Sequence[int], at: dt.datetime | None = None) -> None:
    """Lock models at their first use; one that is locked keeps its first date."""
    models = impact_models
    connection.execute(
        update(models)
        .where(models.c.id.in_(list(ids)), models.c.locked_at.is_(None))
        .values(locked_at=at or now())
    )


def _one_of(what: str, given: Any, allowed: Sequence[Any]) -> None:
    if given not in allowed:
        raise ValueError(f"{what} is {given!r}; it must be one of {', '.join(map(str, allowed))}")


def _used(newest: Any) -> bool:
    return newest.locked_at is not None or newest.declared_after_data
