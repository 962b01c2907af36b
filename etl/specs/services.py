"""Demand on services, the population it is set against, unit costs, and figures others published."""

from etl.specs import words
from etl.specs.types import ColumnSpec, DatasetSpec

_SERVICE = ColumnSpec(
    "service", "Service", "service", True, "The service's id.", aliases=("service id",), example="ae_type1"
)
SERVICE_DEMAND = DatasetSpec(
    "service_demand",
    "Service demand",
    "One row a service, area and period: how many times the service was called upon.",
    (
        _SERVICE,
        words.area(),
        words.period(required=False),
        ColumnSpec(
            "period_start", "Period start", "date", help="First day, where there is no period column."
        ),
        ColumnSpec(
            "period_end", "Period end", "date", help="Last day, where there is no period column.", future=True
        ),
        words.AGE,
        ColumnSpec(
            "count",
            "Count",
            "number",
            True,
            "The count. Blank or .. is missing, [c] or <5 is withheld, [z] is not applicable.",
            minimum=0,
            aliases=("value", "number"),
            absences=True,
            example="7562",
        ),
    ),
    key=("service", "area", "period", "age_band"),
    supersedes=("service", "area", "period", "age_band"),
    together=(("period",), ("period_start", "period_end")),
    spread=("service", "count"),
)

CODED_CONTACTS = DatasetSpec(
    "coded_contacts",
    "Coded contacts",
    "One row a contact and coder: whether someone's contact with a service was value, failure or "
    "signposting demand.",
    (
        ColumnSpec(
            "sample", "Sample", "code", True, "A code for the sample of contacts.", longest=32, example="D1"
        ),
        ColumnSpec(
            "contact", "Contact", "code", True, "A code for the contact.", personal=True, example="K0001"
        ),
        ColumnSpec("taken_on", "Taken on", "date", True, "The day of the contact.", example="2024-06-03"),
        _SERVICE,
        ColumnSpec(
            "coder",
            "Coder",
            "code",
            True,
            "A code for whoever coded it.",
            personal=True,
            longest=32,
            example="A",
        ),
        ColumnSpec(
            "code",
            "Code",
            "choice",
            True,
            "Value, failure or signposting.",
            ("value", "failure", "signposting"),
            {"value demand": "value", "failure demand": "failure", "signpost": "signposting"},
            example="failure",
        ),
    ),
    key=("sample", "contact", "coder"),
    supersedes=("sample", "contact", "coder"),
)

PUBLISHED_ESTIMATES = DatasetSpec(
    "published_estimates",
    "Published estimates",
    "One row a figure somebody else published: shown as a series of its own, never merged with ours.",
    (
        ColumnSpec(
            "source",
            "Source",
            "text",
            True,
            "Who published it, and where.",
            example="Community Life Survey 2023/24",
        ),
        ColumnSpec(
            "measure",
            "Measure",
            "code",
            True,
            "The question or indicator it speaks to.",
            longest=32,
            example="cls_influence",
        ),
        words.area(),
        words.period(),
        ColumnSpec("value", "Value", "number", True, "The figure, in the indicator's unit.", example="23"),
        ColumnSpec(
            "low",
            "Low",
            "number",
            help="Low end of the published interval.",
            aliases=("lower", "lower ci"),
            example="22",
        ),
        ColumnSpec(
            "high",
            "High",
            "number",
            help="High end of the published interval.",
            aliases=("upper", "upper ci"),
            example="24",
        ),
        ColumnSpec(
            "base",
            "Base",
            "integer",
            help="How many people were asked.",
            minimum=0,
            aliases=("n", "sample size"),
            example="10000",
        ),
        ColumnSpec(
            "mode",
            "Mode",
            "choice",
            help="How they were asked.",
            choices=words.MODES,
            also=words.ALSO_MODES,
            example="online",
        ),
    ),
    key=("source", "measure", "area", "period"),
    supersedes=("source", "measure", "area", "period"),
)
