"""What every measure is told besides its frames: dates, places and the groups to answer for."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Context:
    """The setting in which figures are made.

    `start` is the programme's declared start, `as_at` the date freshness and lags are counted to.
    `county` is the headline area. `members` gives the parts of an area (county to districts), `groups`
    the values to answer for in each breakdown, in their fixed order; a breakdown that is not listed is
    answered for the values met in the data. `area_names` and `group_names` ((dimension, value) to
    words) are used in sentences only.
    """

    start: dt.date
    as_at: dt.date
    county: str
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    area_names: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
