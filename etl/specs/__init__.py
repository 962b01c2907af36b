"""The thirteen datasets, each with its columns declared as data."""

from etl.specs.effort import PARTNER_RETURNS, PROGRAMME_COSTS
from etl.specs.programme import ATTENDANCE, COMMITMENTS, INSIGHTS
from etl.specs.reference import POPULATION, UNIT_COSTS
from etl.specs.services import CODED_CONTACTS, PUBLISHED_ESTIMATES, SERVICE_DEMAND
from etl.specs.surveys import CITIZEN_SURVEY, LEADER_SURVEY, NETWORK_TIES
from etl.specs.types import ColumnSpec, DatasetSpec

SPECS: dict[str, DatasetSpec] = {
    spec.name: spec
    for spec in (
        CITIZEN_SURVEY,
        LEADER_SURVEY,
        SERVICE_DEMAND,
        ATTENDANCE,
        COMMITMENTS,
        INSIGHTS,
        PARTNER_RETURNS,
        NETWORK_TIES,
        CODED_CONTACTS,
        PUBLISHED_ESTIMATES,
        PROGRAMME_COSTS,
        POPULATION,
        UNIT_COSTS,
    )
}

__all__ = ["SPECS", "ColumnSpec", "DatasetSpec"]
