"""The tables of the store, by subject. SQLAlchemy Core; Alembic owns their history."""

from data.schema.base import metadata
from data.schema.files import actors, audit, faults, mappings, source_files, uploads
from data.schema.places import (
    area_members,
    area_predecessors,
    areas,
    reference_figures,
    reference_versions,
)
from data.schema.programme import (
    attendance,
    coded_contacts,
    commitments,
    insights,
    network_ties,
    partner_returns,
    people,
    people_roles,
    programme_costs,
)
from data.schema.publication import (
    board_date_corrections,
    board_dates,
    estimates,
    publication_uploads,
    publications,
    statuses,
)
from data.schema.reasoning import breaks, cashable_shares, events, evidence, impact_models, notes, rebases, verdicts
from data.schema.service import population, published_estimates, service_demand, unit_costs
from data.schema.survey import (
    answers,
    leader_answers,
    leader_forms,
    question_versions,
    respondents,
    wave_psus,
    wave_questions,
    wave_sums,
    waves,
    weight_sets,
    weights,
)

__all__ = [
    "actors", "answers", "area_members", "area_predecessors", "areas", "attendance", "audit",
    "board_date_corrections", "board_dates", "breaks", "cashable_shares", "coded_contacts", "commitments",
    "estimates", "events", "evidence", "faults",
    "impact_models", "insights", "leader_answers", "leader_forms", "mappings", "metadata",
    "network_ties", "notes", "partner_returns", "people", "people_roles", "population",
    "programme_costs", "publication_uploads", "publications", "published_estimates",
    "question_versions", "rebases", "reference_figures", "reference_versions", "respondents",
    "service_demand", "source_files", "statuses", "unit_costs", "uploads", "verdicts",
    "wave_psus", "wave_questions", "wave_sums", "waves", "weight_sets", "weights",
]
