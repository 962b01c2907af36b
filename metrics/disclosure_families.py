"""Which indicators' figures could give each other away: those that tell counts of the same service."""

from collections.abc import Sequence

from metrics.disclosure_rules import SERVICE, SERVICES_SHARE, Rules
from metrics.types import Definition


def families(definitions: Sequence[Definition], rules: Rules) -> list[tuple[Definition, ...]]:
    """The definitions in families, disclosure control of one resting on no figure of another.

    Services' indicators that tell a count of the same service are of one family, directly or through others; every
    other indicator is alone, for its counts are its own (metrics.disclosure_counts). Families stand in the order of
    their first members, members in the order given.
    """
    found: list[tuple[set[str], set[str]]] = []  # services, ids
    for definition in definitions:
        of_services = rules.kinds.get(definition.id) in (SERVICE, SERVICES_SHARE)
        services, ids = services_told(definition) if of_services else set(), {definition.id}
        related = [each for each in found if each[0] & services]
        found = [each for each in found if each not in related]
        found.append((services.union(*(told for told, _ in related)), ids.union(*(own for _, own in related))))
    made = [tuple(each for each in definitions if each.id in ids) for _, ids in found]
    return sorted(made, key=lambda family: definitions.index(family[0]))


def services_told(definition: Definition) -> set[str]:
    """The services whose counts an indicator's figures are made of, those shown beside its own among them."""
    params = definition.params
    own = {params[name] for name in ("service", "numerator", "other") if name in params}
    return own | {its["service"] for its in params.get("beside", {}).values()}
