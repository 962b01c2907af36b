"""What partners put in: their aligned effort, and what the programme costs."""

from etl.specs import words
from etl.specs.types import ColumnSpec, DatasetSpec

PARTNER_RETURNS = DatasetSpec(
    "partner_returns",
    "Partner returns",
    "One row an organisation, shared priority, period and measure: how much of its effort is aligned.",
    (
        ColumnSpec(
            "organisation",
            "Organisation",
            "text",
            True,
            "The organisation making the return.",
            aliases=("organization",),
            example="District council A",
        ),
        words.sector(),
        ColumnSpec("priority", "Priority", "text", True, "The shared priority.", example="Ageing well"),
        words.period(),
        ColumnSpec(
            "measure",
            "Measure",
            "choice",
            True,
            "gbp (pounds) or fte (full-time equivalents).",
            ("gbp", "fte"),
            {"£": "gbp", "pounds": "gbp", "staff": "fte"},
            example="gbp",
        ),
        ColumnSpec(
            "aligned", "Aligned", "number", True, "What goes to the priority.", minimum=0, example="120000"
        ),
        ColumnSpec(
            "total",
            "Total",
            "number",
            help="What the organisation spends or employs in all.",
            minimum=0,
            example="2400000",
        ),
    ),
    key=("organisation", "priority", "period", "measure"),
    supersedes=("organisation", "priority", "period", "measure"),
)

PROGRAMME_COSTS = DatasetSpec(
    "programme_costs",
    "Programme costs",
    "One row an item, payer and period: what the programme cost, in cash or in kind.",
    (
        words.period(),
        ColumnSpec("item", "Item", "text", True, "What was paid for.", example="Facilitation"),
        ColumnSpec("payer", "Payer", "text", True, "Who paid.", longest=32, example="County council"),
        ColumnSpec(
            "kind",
            "Kind",
            "choice",
            True,
            "Cash or in kind.",
            ("cash", "in_kind"),
            {"in kind": "in_kind", "in-kind": "in_kind"},
            example="cash",
        ),
        ColumnSpec(
            "amount",
            "Amount (£)",
            "number",
            True,
            "Pounds of the period.",
            aliases=("cost", "£"),
            example="12500",
        ),
    ),
    key=("period", "item", "payer", "kind"),
    supersedes=("period", "item", "payer", "kind"),
)
