"""A formula is a kind and its parameters. The kinds are the functions metrics offers."""

from typing import Any

from pydantic import ConfigDict, model_validator

from data.framework.base import Entry, Text

# kind -> the parameters it needs
KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(needs.split())
    for kind, needs in (
        ("survey_share", "questions"),
        ("survey_index", "questions"),
        ("leader_index", "items"),
        ("peer_change", "items"),
        ("factors_at_strength", "factors threshold"),
        ("network_ties", ""),
        ("distinct_people", "months"),
        ("sector_breadth", "at_least months"),
        ("retention", "months"),
        ("session_hours", "kind_of_session"),
        ("sessions_held", "kind_of_session"),
        ("citizens_heard", ""),
        ("groups_reached", ""),
        ("insights_adopted", ""),
        ("commitments_on_time", ""),
        ("effort_aligned", "measure"),
        ("ownership", ""),
        ("demand_rate", "service per denominator"),
        ("failure_share", ""),
        ("net_fiscal", "service unit_cost"),
        ("prevention_share", "numerator other"),
        ("cost_total", "kind_of_cost"),
        ("datasets_live", ""),
        ("uploads_count", ""),
        ("publications_count", ""),
    )
}
# kind -> the parameters it may have besides. `beside`: services shown with the indicator's own,
# in every area; `listed`: services that stand in the table of all services, for the first area alone.
OPTIONAL: dict[str, frozenset[str]] = {"demand_rate": frozenset({"beside", "listed"})}


class Formula(Entry):
    """How an indicator is computed: a kind, and beside it that kind's own parameters."""

    model_config = ConfigDict(frozen=True, extra="allow")
    kind: Text

    @property
    def params(self) -> dict[str, Any]:
        return dict(self.__pydantic_extra__ or {})

    @model_validator(mode="after")
    def _known_kind_and_parameters(self) -> "Formula":
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(sorted(KINDS))}")
        needs, given = KINDS[self.kind], frozenset(self.params)
        if missing := needs - given:
            raise ValueError(f"a {self.kind} formula needs {', '.join(sorted(missing))}")
        if unknown := given - needs - OPTIONAL.get(self.kind, frozenset()):
            raise ValueError(f"a {self.kind} formula has no {', '.join(sorted(unknown))}")
        return self

    def mentions(self, *names: str) -> tuple[str, ...]:
        """The values of these parameters, flattened: every question, item or service it rests on."""
        found: list[str] = []
        for name in names:
            value = self.params.get(name, ())
            found.extend([value] if isinstance(value, str) else value)
        return tuple(found)

    @property
    def questions(self) -> tuple[str, ...]:
        return self.mentions("questions")

    @property
    def items(self) -> tuple[str, ...]:
        return self.mentions("items", "factors")

    @property
    def services(self) -> tuple[str, ...]:
        return self.mentions("service", "numerator", "other")
