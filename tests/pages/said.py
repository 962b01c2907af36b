"""What the small publication of these tests says of claims, guard-rails, links and chains."""

from data.framework import Framework

CASES = (
    ("changed", 1, "supported", "The change is clear, and it went this way.", "since March 2024"),
    ("changed", -1, "not_supported", "The change is clear, but it went the other way.", "since March 2024"),
    ("because", 1, "cannot_tell", "Nothing shows what would have happened without the programme.", "since March 2024"),
    ("because", -1, "not_supported", "The figure itself clearly went the other way.", "since March 2024"),
    ("changed", 1, "cannot_tell", "The difference may be chance.", "since September 2025"),
    ("changed", -1, "cannot_tell", "The difference may be chance.", "since September 2025"),
)
PIECE = {
    "kind": "study", "source": "A <b>report</b>", "dated": "2025-01-01", "direction": "supports", "maryland": 3,
    "nesta": None, "actor": "An evaluator",
}  # fmt: skip


def row(kind: str, subject: str, change: str, headline: str = "", why: str = "", detail: dict | None = None) -> dict:
    return {
        "kind": kind, "subject": subject, "change": change, "target": "no_target", "headline": headline, "why": why,
        "detail": detail or {},
    }


def said_rows(held: Framework) -> list[dict]:
    """Rows of kinds claim, guard_rail and chain."""
    return [*(_claims(each.id, each.name, each.areas[0]) for each in held.indicators), *_rails(held), *_chains(held)]


def link_detail() -> dict:
    """What a link's row holds besides its verdict."""
    figures = {"sentence": "The cause moved as hoped (Trust). The effect has no measure.", "cause": "better",
               "effect": "unmeasured", "in_order": None, "in_time": None, "design": None}  # fmt: skip
    return {"signed": True, "actor": "An evaluator", "decided_at": "2026-10-01T09:00:00", "evidence": [PIECE],
            "figures": figures}  # fmt: skip


def _claims(id: str, name: str, place: str) -> dict:
    answers = [
        {"place": place, "period": period, "basis": basis, "claimed": claimed, "answer": answer, "row": reason,
         "figure": "Up 9 points.", "sentence": f"{name} is up 9 points.", "cautions": ["Early evidence."]}
        for basis, claimed, answer, reason, period in CASES
    ]  # fmt: skip
    return row("claim", id, "answered", detail={"answers": answers})


def _rails(held: Framework) -> list[dict]:
    detail = {"name": "A&E attendances", "moved": "fell", "partner": "I22", "partner_name": "Emergency admissions",
              "partner_moved": "rose", "row": ""}  # fmt: skip
    overall = row("guard_rail", "demand", "overall", "Need may have gone unmet or moved")
    return [overall, row("guard_rail", "I21", "moved", "Attendances fell, but admissions rose.", "Why so.", detail)]


def _chains(held: Framework) -> list[dict]:
    detail = {"links": ["L1"], "weakest": "L1"}
    return [row("chain", node.id, "contradicted", detail=detail) for node in held.nodes_in("impact")]
