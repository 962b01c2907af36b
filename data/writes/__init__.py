"""Every INSERT, UPDATE and DELETE that more than one use case needs. All inside the caller's transaction."""

from data.writes.actors import audit, ensure_actor, ensure_person
from data.writes.answers import add_answers
from data.writes.erase import erase_person
from data.writes.framework import sync_areas, sync_framework, sync_reference
from data.writes.publications import copy_publication, save_publication, tag_seen, take_back_seen
from data.writes.reasoning import (
    add_evidence,
    add_note,
    declare_impact_model,
    lock_impact_models,
    rebase,
    sign_cashable,
    sign_verdict,
)
from data.writes.rows import bulk_columns, bulk_insert
from data.writes.uploads import mark_published, restore_uploads, withdraw_upload
from data.writes.waves import compute_wave_sums, purge_wave, save_weights, sum_further

__all__ = [
    "add_answers", "add_evidence", "add_note", "audit", "bulk_columns", "bulk_insert", "compute_wave_sums",
    "copy_publication", "declare_impact_model", "ensure_actor", "ensure_person", "erase_person", "lock_impact_models",
    "mark_published", "purge_wave", "rebase", "restore_uploads", "save_publication", "save_weights", "sum_further",
    "sign_cashable", "sign_verdict", "sync_areas",
    "sync_framework", "sync_reference", "tag_seen", "take_back_seen", "withdraw_upload",
]  # fmt: skip
