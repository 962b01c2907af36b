"""What demand and money are set against: population and unit costs."""

from etl.specs import words
from etl.specs.types import ColumnSpec, DatasetSpec

POPULATION = DatasetSpec(
    "population",
    "Population",
    "One row an area, year, sex, age band and unit: mid-year people or households; also the "
    "standard population.",
    (
        words.area(),
        ColumnSpec(
            "year",
            "Year",
            "period",
            True,
            "The calendar year of the mid-year estimate.",
            aliases=("mid-year", "period"),
            example="2024",
        ),
        ColumnSpec(
            "sex",
            "Sex",
            "choice",
            help="Blank: everyone.",
            choices=words.SEXES,
            also={**words.ALSO_SEXES, "all": "", "persons": "", "everyone": ""},
        ),
        words.AGE,
        ColumnSpec(
            "unit",
            "Unit",
            "choice",
            True,
            "Persons, households, or the standard population.",
            ("persons", "households", "standard"),
            {"people": "persons"},
            example="persons",
        ),
        ColumnSpec(
            "count",
            "Count",
            "number",
            True,
            "How many.",
            minimum=0,
            aliases=("value", "population"),
            example="193632",
        ),
        ColumnSpec(
            "source",
            "Source",
            "text",
            True,
            "Where the figure comes from.",
            example="ONS mid-2024 population estimates",
        ),
    ),
    key=("area", "year", "sex", "age_band", "unit"),
    supersedes=("area", "year", "sex", "age_band", "unit"),
)

UNIT_COSTS = DatasetSpec(
    "unit_costs",
    "Unit costs",
    "One row a unit cost, payer and kind of value: what one more case costs somebody.",
    (
        ColumnSpec(
            "code", "Code", "code", True, "The cost's code in its source.", longest=16, example="HE5.0"
        ),
        ColumnSpec(
            "item",
            "Item",
            "text",
            True,
            "What it is the cost of.",
            aliases=("detail",),
            example="A&E attendance",
        ),
        ColumnSpec(
            "service", "Service", "service", help="The service it prices, if one.", example="ae_type1"
        ),
        ColumnSpec("unit", "Unit", "text", True, "Per what.", example="Per incident"),
        ColumnSpec(
            "payer", "Payer", "text", True, "Who bears it.", aliases=("agency",), longest=64, example="NHS"
        ),
        ColumnSpec(
            "kind",
            "Kind",
            "choice",
            True,
            "Fiscal, economic or social value.",
            ("fiscal", "economic", "social"),
            example="fiscal",
        ),
        ColumnSpec("low", "Low (£)", "number", help="The low estimate.", minimum=0, example="90"),
        ColumnSpec(
            "central", "Central (£)", "number", True, "The central estimate.", minimum=0, example="117"
        ),
        ColumnSpec("high", "High (£)", "number", help="The high estimate.", minimum=0, example="150"),
        ColumnSpec(
            "price_year",
            "Price year",
            "integer",
            True,
            "The year of the prices; a financial year by the year it begins in.",
            minimum=1990,
            maximum=2100,
            example="2012",
        ),
        ColumnSpec(
            "quality",
            "Quality",
            "choice",
            True,
            "Green, amber or red, as the source rates it.",
            ("green", "amber", "red"),
            {"g": "green", "a": "amber", "r": "red"},
            example="green",
        ),
        ColumnSpec(
            "source", "Source", "text", True, "Where it comes from.", example="Unit cost database v1.4"
        ),
    ),
    key=("code", "payer", "kind"),
    supersedes=("code", "payer", "kind"),
)
