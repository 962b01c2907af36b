"""Every SELECT of the product, by subject. Pages and use cases call what is named here."""

from data.reads.changes import estimate_changes
from data.reads.effect import RowChanges, row_changes
from data.reads.explore import crossed_sums, explorable
from data.reads.frames import dataset_frame, leader_frame, live_frames
from data.reads.freshness import freshness
from data.reads.live import SUPERSEDE_KEYS
from data.reads.people import person_id
from data.reads.places import (
    area_histories,
    area_parts,
    areas,
    reference_values,
)
from data.reads.places import reference_versions_in_use as reference_versions
from data.reads.population import adults_by_trait, population_by_area
from data.reads.publications import (
    Publication,
    earlier_figures,
    estimates,
    figures_as_written,
    frozen,
    frozen_framework,
    latest_publication,
    publication,
    publication_uploads_of,
    publications,
    rests_on,
    statuses,
    weight_reports,
)
from data.reads.reasoning import (
    breaks,
    cashable_shares,
    events,
    evidence,
    impact_models,
    notes,
    payers,
    rebases,
    verdict_history,
    verdicts,
)
from data.reads.survey import questions_of_wave, wave_design, wave_sums
from data.reads.survey import weight_sets_in_use as weight_sets
from data.reads.together import answers_together
from data.reads.undo import board_dates_of, counting_at, counting_upload_ids, withheld_since
from data.reads.uploads import (
    audit_log,
    faults_of,
    live_row_counts,
    live_rows_by_upload,
    live_upload_ids,
    register,
    supersessions,
    upload,
    upload_bytes,
    uploads,
)
from data.reads.weighting import districts_met, people_of_wave, wave, waves_to_weigh, waves_with_raw_rows

__all__ = [
    "Publication", "RowChanges", "SUPERSEDE_KEYS", "adults_by_trait", "answers_together", "area_histories",
    "area_parts", "areas", "audit_log", "board_dates_of", "breaks", "cashable_shares", "counting_at",
    "counting_upload_ids", "crossed_sums",
    "dataset_frame", "districts_met", "earlier_figures", "estimate_changes", "estimates", "events", "evidence",
    "explorable",
    "faults_of", "figures_as_written", "freshness", "frozen", "frozen_framework", "impact_models", "latest_publication",
    "leader_frame", "live_frames", "live_row_counts", "live_rows_by_upload", "live_upload_ids", "notes",
    "payers", "people_of_wave", "person_id", "population_by_area", "publication", "publication_uploads_of",
    "publications", "questions_of_wave", "rebases", "reference_values", "reference_versions", "register", "rests_on",
    "row_changes", "statuses", "supersessions", "upload", "upload_bytes", "uploads", "verdict_history", "verdicts",
    "wave", "wave_design", "wave_sums", "waves_to_weigh", "waves_with_raw_rows", "weight_reports", "weight_sets",
    "withheld_since",
]  # fmt: skip
