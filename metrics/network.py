"""Who works with whom across sectors: E-I index, density and the rest, on the leaders common to all waves."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.intervals import t_quantile, wilson
from metrics.tables import estimates, frame
from metrics.ties import Network, density, ei, jackknife_error, reciprocity
from metrics.types import Absence, Definition, Estimate, Period

WAVE = "window"
RESPONSE_NEEDED = 70  # per cent of the roster (domain notes §3.2, an assumption)
_FIGURES = ("ei_index", "density", "reciprocity", "isolates")


def network_ties(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Cross-sector ties by wave, on the fixed roster: leaders who asked or were named in every wave.

    Density falls as a network grows, so waves are compared on the same people. "ei_index" (external
    minus internal over all ties, −1 to +1; by sector too), "density" (per cent of pairs seen),
    "reciprocity" (per cent of ties between two who answered that both name), "isolates" (people without
    a tie), "response_rate" (per cent of the roster who answered). "change_from_baseline" is the index's,
    against the first wave. Below 70 per cent response all but the rate are not comparable. Intervals:
    leave-one-person-out jackknife (Snijders and Borgatti 1999) as an effective base for Wilson's.
    """
    ties = frame(frames, "network_ties")
    if ties is None:
        return []
    spans, ties = _waves(ties)
    roster = _roster(ties)
    if len(roster) < 2:
        return []
    networks = {wave: _network(rows, roster) for wave, rows in ties.groupby(WAVE)}
    by_sector = "sector" in definition.breakdowns
    figures = [row for wave, net in networks.items() for row in _wave_figures(wave, net, by_sector)]
    figures += _changes(networks)
    on_roster = ties[ties["from_person"].isin(roster["person"])]
    return estimates(
        definition,
        context,
        pd.DataFrame(figures),
        _behind(on_roster),
        [WAVE, "change"],
        spans,
        source="network_ties",
    )


def _wave_figures(wave: int, net: Network, by_sector: bool) -> list[dict]:
    people, answered = len(net.answered), int(net.answered.sum())
    shared = {WAVE: wave, "change": False}
    rate = 100 * answered / people
    made = [
        {
            **shared,
            "statistic": "response_rate",
            "value": rate,
            "base": people,
            "numerator": answered,
            "denominator": people,
            "method": "count of the roster",
        }
    ]
    if rate < RESPONSE_NEEDED:
        reason = f"{rate:.0f} % of the roster answered; {RESPONSE_NEEDED} % are needed"
        absent = {**shared, "absence": Absence.NOT_COMPARABLE, "reason": reason}
        return made + [{**absent, "statistic": name} for name in _FIGURES]
    made += [{**shared, **_ei_figure(net)}]
    made += [
        {**shared, **_share_figure(name, measure, net)}
        for name, measure in (("density", density), ("reciprocity", reciprocity))
    ]
    alone = int((~net.tied.any(axis=1)).sum())
    made.append(
        {**shared, "statistic": "isolates", "value": alone, "base": people, "method": "count of the roster"}
    )
    sectors = sorted(set(net.sectors)) if by_sector else []
    return made + [{**shared, **_ei_figure(net, sector)} for sector in sectors]


def _share_figure(name: str, measure, net: Network) -> dict:
    """A share in per cent with Wilson's interval on the jackknife's effective base."""
    share, part, whole = measure(net)
    if not whole:
        return {"statistic": name, "absence": Absence.NOT_APPLICABLE, "reason": "there is no tie to judge"}
    left_out = np.array([measure(net.without(person))[0] for person in range(len(net.answered))])
    base = _effective(share, whole, jackknife_error(left_out))
    low, high = wilson(share, base)
    return {
        "statistic": name,
        "value": 100 * share,
        "low": 100 * low,
        "high": 100 * high,
        "base": len(net.answered),
        "base_effective": base,
        "numerator": part,
        "denominator": whole,
        "method": "jackknife by person, Wilson",
    }


def _ei_figure(net: Network, sector: str | None = None) -> dict:
    """The index is twice the share of external ties less one, and so is its interval."""
    group = {} if sector is None else {"group_dim": "sector", "group_value": sector}
    people = len(net.answered) if sector is None else int((net.sectors == sector).sum())
    found = _share_figure("ei_index", lambda each: _external(each, sector), net)
    if "value" in found:
        for name in ("value", "low", "high"):
            found[name] = found[name] / 50 - 1
        found["base"] = people
    return {**found, **group}


def _external(net: Network, sector: str | None) -> tuple[float, int, int]:
    index, external, total = ei(net, sector)
    return (index + 1) / 2, external, total


def _effective(share: float, whole: int, error: float) -> float:
    """p(1 − p) over the variance, at most the count; the count itself where nothing varies."""
    if not error > 0 or not 0 < share < 1:
        return float(whole)
    return min(float(whole), share * (1 - share) / error**2)


def _changes(networks: Mapping[int, Network]) -> list[dict]:
    """E-I index now minus the first wave's, both without the same person in turn; t interval."""
    first, *later = sorted(networks)
    made = []
    for wave in later:
        pair = (networks[first], networks[wave])
        if any(100 * net.answered.mean() < RESPONSE_NEEDED or not ei(net)[2] for net in pair):
            continue
        people = len(pair[0].answered)
        left_out = [ei(pair[1].without(n))[0] - ei(pair[0].without(n))[0] for n in range(people)]
        change, error = ei(pair[1])[0] - ei(pair[0])[0], jackknife_error(np.array(left_out))
        half = t_quantile(people - 1) * error
        made.append(
            {
                WAVE: wave,
                "change": True,
                "statistic": "change_from_baseline",
                "value": change,
                "low": change - half,
                "high": change + half,
                "base": people,
                "method": "jackknife by person, same people, t interval",
            }
        )
    return made


def _waves(ties: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    dates = ties.groupby("wave")["asked_on"].agg(["min", "max"]).sort_values(["min", "max"])
    periods = [Period(first, last, "wave") for first, last in dates.itertuples(index=False)]
    place = {wave: number for number, wave in enumerate(dates.index)}
    return pd.DataFrame({"period": pd.Series(periods, dtype=object)}), ties.assign(
        **{WAVE: ties["wave"].map(place)}
    )


def _roster(ties: pd.DataFrame) -> pd.DataFrame:
    """People who asked or were named in every wave, each with the sector first given."""
    ends = [
        ties[[WAVE, f"{end}_person", f"{end}_sector"]].set_axis([WAVE, "person", "sector"], axis=1)
        for end in ("from", "to")
    ]
    people = pd.concat(ends).dropna(subset=["person"])
    people = people[people["person"] != ""].sort_values(WAVE, kind="stable")
    found = people.groupby("person").agg(waves=(WAVE, "nunique"), sector=("sector", "first")).reset_index()
    return found[found["waves"] == ties[WAVE].nunique()].reset_index(drop=True)


def _network(rows: pd.DataFrame, roster: pd.DataFrame) -> Network:
    place = {person: number for number, person in enumerate(roster["person"])}
    source, target = rows["from_person"].map(place), rows["to_person"].map(place)
    asked = np.zeros((len(roster), len(roster)), dtype=bool)
    both = source.notna() & target.notna() & source.ne(target)
    asked[source[both].astype(int), target[both].astype(int)] = True
    answered = np.isin(np.arange(len(roster)), source.dropna().astype(int))
    return Network(asked, answered, roster["sector"].to_numpy())


def _behind(ties: pd.DataFrame) -> pd.DataFrame:
    """The wave's rows behind each figure; behind a change the first wave's too."""
    first = ties[ties[WAVE] == 0]
    more = [first.assign(**{WAVE: wave}) for wave in sorted(set(ties[WAVE]) - {0})]
    changes = pd.concat([ties, *more], ignore_index=True).assign(change=True)
    return pd.concat([ties.assign(change=False), changes], ignore_index=True)


FORMULAS = {"network_ties": network_ties}
