"""Did leaders' mind-sets shift: indices from leader surveys, changes within the same leaders."""

from collections.abc import Callable, Mapping

import pandas as pd

from metrics import factors
from metrics.bounds import difference_t, mean_t
from metrics.context import Context
from metrics.leader_moves import MOVES, moved
from metrics.leader_scores import WAVE, by_wave, scores, self_rated, wave_periods, with_waves
from metrics.ranks import wilcoxon
from metrics.tables import dimensions, estimates, frame
from metrics.types import Definition, Estimate

SMALL = 30  # below this many pairs the Wilcoxon test is named beside the t interval
FEWEST_TO_RANK = 6  # with fewer moves the Wilcoxon test cannot reach 5 % whatever they are
FEWEST_RATERS = 3
Row = dict[str, object]


def leader_index(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Self-rated mind-set, 0 to 100 points, by wave; by role and sector where the definition says so.

    Statistics: "level", the wave's mean; "paired_change", the mean change since the first wave of the
    leaders who answered both; "retro_change", now minus what the same leaders say of before; and
    "leavers_gap", at the first wave, those who did not answer later minus those who did (numerator and
    denominator: leavers and all). Student's t intervals, Welch's for the gap. "moved_up", "moved_same"
    and "moved_down": the per cent of leaders in both waves whose score rose, stayed or fell, Wilson's interval.
    """
    answers = frame(frames, "leader_answers")
    if answers is None:
        return []
    rows = self_rated(answers)
    items = tuple(definition.params["items"])
    turned = tuple(definition.params.get("turned", ()))
    now, before = scores(rows, items, turned), scores(rows, looking_back(items), looking_back(turned))
    dims = dimensions(definition, now)
    figures = by_wave(now, dims, _level) + _since_first(now, dims, _paired) + _since_first(now, {}, _leavers)
    figures += [row for direction in MOVES for row in _since_first(now, {}, moved(direction))]
    return _publish(definition, context, rows, figures + _in_hindsight(now, before, dims), answers)


def looking_back(items: tuple[str, ...]) -> tuple[str, ...]:
    """The items that ask the same of before the programme: pre_3 for ms_3 (etl/specs/surveys.py)."""
    return tuple(f"pre_{item.rpartition('_')[2]}" for item in items)


def peer_change(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """The index as peers and managers rate it, for leaders with three or more raters, each counted once.

    A leader's score is the mean of the raters'. "level" by wave and "paired_change" since the first, for
    leaders rated by three or more in both. Raters may differ from wave to wave. "peers_against_self": by
    wave, the peers' score minus the leader's own, of leaders who have both.
    """
    answers = frame(frames, "leader_answers")
    if answers is None:
        return []
    rows = with_waves(answers).loc[lambda each: each["rater"].ne("self")].reset_index(drop=True)
    rated = scores(rows, tuple(definition.params["items"]), definition.params.get("turned", ()))
    raters = rated.groupby([WAVE, "person"])["score"].transform("size")
    enough = rated[raters >= FEWEST_RATERS]
    people = enough.groupby([WAVE, "person"], as_index=False).agg(
        score=("score", "mean"), sector=("sector", "first"), role=("role", "first")
    )
    dims = dimensions(definition, people)
    figures = by_wave(people, dims, _level) + _since_first(people, dims, _paired)
    own = scores(self_rated(answers), tuple(definition.params["items"]))
    against = _against_self(people, own, dims)
    everyone = with_waves(answers).reset_index(drop=True)
    return [
        *_publish(definition, context, rows, figures, answers),
        *_publish(definition, context, everyone, against, answers),
    ]


def _against_self(people: pd.DataFrame, own: pd.DataFrame, dims: Mapping[str, str]) -> list[Row]:
    """Peers' score minus the leader's own: above 0 where others see more than the leader claims."""
    both = people.merge(own[[WAVE, "person", "score"]], on=[WAVE, "person"], suffixes=("", "_own"))
    both["score"] = both["score"] - both["score_own"]
    method = {"method": "peers minus self, same leaders, 95% t interval", "statistic": "peers_against_self"}
    return by_wave(both, dims, lambda group: {**_level(group), **method})


def _publish(
    definition: Definition, context: Context, rows: pd.DataFrame, figures: list[Row], answers: pd.DataFrame
) -> list[Estimate]:
    """Rows behind a level: the wave's; behind a change: the first wave's too; in hindsight: both kinds."""
    if not figures:
        return []
    items = tuple(definition.params["items"])
    asked = rows[rows["item"].isin(items)]
    first = asked[asked[WAVE] == asked[WAVE].min()]
    both = rows[rows["item"].isin((*items, *looking_back(items)))]
    behind = [asked.assign(part="level"), asked.assign(part="change"), both.assign(part="hindsight")]
    behind += [first.assign(**{WAVE: wave, "part": "change"}) for wave in sorted(set(asked[WAVE]))[1:]]
    return estimates(
        definition,
        context,
        pd.DataFrame(figures),
        pd.concat(behind, ignore_index=True),
        [WAVE, "part"],
        wave_periods(answers),
        source="leader_survey",
    )


def _level(group: pd.DataFrame) -> Row | None:
    mean, low, high = mean_t(group["score"])
    return {
        "statistic": "level",
        "value": mean,
        "low": low,
        "high": high,
        "base": len(group),
        "method": "mean, 95% t interval",
        "part": "level",
    }


def _paired(first: pd.DataFrame, later: pd.DataFrame) -> Row | None:
    """Mean change of the leaders in both; the group is the one a leader had first."""
    both = first.merge(later[["person", "score"]], on="person", suffixes=("", "_later"))
    if not len(both):
        return None
    change = both["score_later"] - both["score"]
    return {"statistic": "paired_change", "part": "change", **_mean_change(change)}


def _leavers(first: pd.DataFrame, later: pd.DataFrame) -> Row | None:
    stayed = first["person"].isin(later["person"])
    if stayed.all() or not stayed.any():
        return None
    gap, low, high = difference_t(first.loc[~stayed, "score"], first.loc[stayed, "score"])
    return {
        "statistic": "leavers_gap",
        "value": gap,
        "low": low,
        "high": high,
        "base": len(first),
        "numerator": int((~stayed).sum()),
        "denominator": len(first),
        "part": "change",
        "method": "leavers minus completers at first wave, 95% Welch t",
    }


def _mean_change(change: pd.Series) -> Row:
    mean, low, high = mean_t(change)
    return {"value": mean, "low": low, "high": high, "base": len(change), "method": _paired_method(change)}


def _paired_method(change: pd.Series) -> str:
    """Small samples also name the Wilcoxon signed-rank test, which needs no normal distribution."""
    moved = change[change != 0]
    if len(change) >= SMALL or len(moved) < FEWEST_TO_RANK:
        return "paired change, 95% t interval"
    p = wilcoxon(moved)
    return f"paired change, 95% t interval; Wilcoxon p {'< 0.001' if p < 0.001 else f'= {p:.3f}'}"


def _since_first(
    people: pd.DataFrame, dims: Mapping[str, str], compare: Callable[[pd.DataFrame, pd.DataFrame], Row | None]
) -> list[Row]:
    """`compare(first wave, later wave)` for every later wave, for everyone and by first-wave group."""
    first = people[people[WAVE] == people[WAVE].min()]
    found = []
    for wave in sorted(set(people[WAVE]))[1:]:
        later = people[people[WAVE] == wave]
        for dim, value, group in _groups(first, dims):
            row = compare(group, later)
            if row is not None:
                found.append({**row, WAVE: wave, "group_dim": dim, "group_value": value})
    return found


def _in_hindsight(now: pd.DataFrame, before: pd.DataFrame, dims: Mapping[str, str]) -> list[Row]:
    """Now minus what the same form says of before the programme: shows response shift."""
    both = now.merge(before[[WAVE, "person", "score"]], on=[WAVE, "person"], suffixes=("", "_before"))
    both["score"] = both["score"] - both["score_before"]
    rows = by_wave(both, dims, lambda group: {"part": "hindsight", **_mean_change(group["score"])})
    return [{**row, "statistic": "retro_change"} for row in rows]


def _groups(people: pd.DataFrame, dims: Mapping[str, str]):
    yield "", "", people
    for dim, column in dims.items():
        for value, group in people.groupby(column, sort=True):
            yield dim, value, group


FORMULAS = {"leader_index": leader_index, "peer_change": peer_change, **factors.FORMULAS}
