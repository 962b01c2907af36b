"""The leaders: ninety pseudonymous codes, their sector and organisation, when they join and if they stay."""

import datetime as dt
from dataclasses import dataclass, replace

from data.samples.generate.draws import months, stream

START = dt.date(2024, 4, 1)
MONTHS = months(START, 30)
FOUNDERS = 60  # those who answer the first leader survey and stand on the roster of ties
RETENTION = 0.78  # true probability that a leader who joins is still active six months later
HOST = "County council"
BY_CHOICE = 0.92  # of leaders: came by choice

# Sector, its organisations, and how many leaders are among the founders and among those who join later.
# Ambulance and faith are barely in the room: who is missing is a finding too.
SECTORS = (
    ("local_members", ("County council", "District council A", "District council B", "District council C"),
     9, 3),
    ("local_officials", ("County council", "District council A", "District council B", "District council D",
                         "District council E"), 16, 6),
    ("nhs", ("NHS trust A", "NHS trust B", "Integrated care board A", "Community health provider A"), 11, 5),
    ("fire", ("Fire and rescue service",), 4, 1),
    ("police", ("Police force", "Police, fire and crime office"), 5, 2),
    ("ambulance", ("Ambulance service trust",), 1, 1),
    ("voluntary", ("Voluntary organisation A", "Voluntary organisation B", "Voluntary organisation C"), 8, 5),
    ("faith", ("Faith group A", "Faith group B"), 1, 1),
    ("community", ("Community group A", "Community group B", "Community group C", "Community group D"), 5, 6),
)
ROLES = {"local_members": "member", "local_officials": "official"}


@dataclass(frozen=True)
class Leader:
    """One leader. `joins` and `leaves` count months from the programme's start; `leaves` may be after it."""

    code: str
    sector: str
    organisation: str
    role: str
    by_choice: bool
    joins: int
    leaves: int
    new_organisation: str = ""  # from the month `moves`, if the leader changes post
    moves: int = 99

    @property
    def host(self) -> bool:
        return self.organisation == HOST

    def employer(self, month: int) -> str:
        """The organisation in a month of the programme."""
        return self.new_organisation if month >= self.moves else self.organisation

    def present(self, month: int) -> bool:
        return self.joins <= month < self.leaves


def leaders(seed: int) -> list[Leader]:
    """All ninety, founders first; the sectors are mixed within each."""
    rng = stream(seed, "roster")
    posts = [
        [(sector, organisations[n % len(organisations)]) for sector, organisations, *sizes in SECTORS
         for n in range(sizes[wave])] for wave in (0, 1)
    ]
    found = []
    for wave, some in enumerate(posts):
        for place in rng.permutation(len(some)):
            sector, organisation = some[place]
            joins = int(rng.integers(0, 4)) if wave == 0 else int(rng.integers(5, 22))
            joins = 0 if wave == 0 and organisation == HOST else joins  # the host is there from the start
            # Leavers are last seen before their sixth month.
            stays = rng.random() < RETENTION
            stay = int(rng.integers(18, 60)) if stays else int(rng.integers(2, 5))
            found.append(Leader(
                f"L{len(found) + 1:03d}", sector, organisation, ROLES.get(sector, "other"),
                bool(rng.random() < BY_CHOICE), joins, joins + stay,
            ))
    return _with_moves(found)


def _with_moves(found: list[Leader]) -> list[Leader]:
    """Two leaders change post within their sector, so that an organisation is dated and not for ever."""
    stayers = [
        n for n, leader in enumerate(found)
        if leader.sector == "local_officials" and not leader.host and leader.leaves - leader.joins >= 18
    ]
    for place, month in zip(stayers[:2], (12, 19), strict=True):
        found[place] = replace(found[place], new_organisation="District council F", moves=month)
    return found
