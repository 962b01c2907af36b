"""Money: what partners moved to the shared priorities, and what the programme cost."""

import datetime as dt

from data.samples.generate.draws import financial_quarter, months, stream
from data.samples.generate.roster import START

RETURN_HEADER = ("organisation", "sector", "priority", "period", "measure", "aligned", "total")
COST_HEADER = ("period", "item", "payer", "kind", "amount")
PRIORITIES = ("Ageing well at home", "A safe place to live", "A good start for young people")
# Sector, pounds and full-time posts in all in half a year, and the share aligned before the programme.
PARTNERS = {
    "County council": ("local_officials", 42_000_000, 610, 0.020),
    "District council A": ("local_officials", 6_400_000, 120, 0.015),
    "District council B": ("local_officials", 5_200_000, 96, 0.012),
    "NHS trust A": ("nhs", 88_000_000, 1450, 0.006),
    "Integrated care board A": ("nhs", 61_000_000, 210, 0.010),
    "Police force": ("police", 47_000_000, 980, 0.008),
    "Fire and rescue service": ("fire", 17_500_000, 340, 0.014),
    "Voluntary organisation A": ("voluntary", 900_000, 24, 0.110),
    "Voluntary organisation B": ("voluntary", 640_000, 18, 0.090),
    "Community group A": ("community", 85_000, 3, 0.200),
}
BASELINE_HALVES = 2  # half-years before the start
GROWTH = 0.055  # of the aligned amount in each half-year after the start
COSTS = (  # item, payer, kind, pounds a quarter, change a quarter
    ("Programme team", "TCA grant", "cash", 31_000, 300),
    ("Facilitation", "TCA grant", "cash", 14_500, -600),
    ("Evaluation", "TCA grant", "cash", 8_200, 0),
    ("Venues and travel", "County council", "cash", 3_100, 40),
    ("Small grants", "County council", "cash", 5_000, 250),
    ("Citizens' expenses", "TCA grant", "cash", 1_300, 30),
    ("Leaders' time", "Partner organisations", "in_kind", 27_000, 450),
    ("Rooms lent", "Partner organisations", "in_kind", 2_200, 20),
)


def return_rows(seed: int) -> list[list]:
    """Seven half-years of returns, two of them before the start, by partner, priority and measure."""
    rng, rows = stream(seed, "returns"), []
    for half in range(7):
        period, growth = _half_year(half), (1 + GROWTH) ** max(0, half - BASELINE_HALVES + 1)
        for organisation, (sector, pounds, posts, share) in PARTNERS.items():
            for priority, part in zip(PRIORITIES, (0.5, 0.3, 0.2), strict=True):
                moved = share * part * growth * rng.normal(1, 0.04)
                who = [organisation, sector, priority, period]
                rows.append([*who, "gbp", round(pounds * moved, -2), pounds])
                rows.append([*who, "fte", round(posts * moved, 1), posts])
    return rows


def _half_year(half: int) -> str:
    """Half-years from April 2023 on, as partners write them."""
    first = months(dt.date(START.year - 1, START.month, 1), 6 * half + 6)[-6]
    last = months(first, 6)[-1]
    return f"{first:%b %Y} to {last:%b %Y}"


def cost_rows(seed: int) -> list[list]:
    """Ten quarters of costs from the programme's start, by item and payer."""
    rng, rows = stream(seed, "costs"), []
    for quarter, start in enumerate(months(START, 30)[::3]):
        for item, payer, kind, amount, step in COSTS:
            spent = (amount + step * quarter) * rng.normal(1, 0.05)
            rows.append([financial_quarter(start), item, payer, kind, round(spent, 2)])
    return rows
