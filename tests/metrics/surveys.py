"""Small surveys for tests: respondents in, the frames wave_sums and wave_design out."""

import datetime as dt

import pandas as pd

from metrics.context import Context
from metrics.types import Definition

COUNTY = "E10000012"
CONTEXT = Context(start=dt.date(2024, 4, 1), as_at=dt.date(2026, 10, 31), county=COUNTY)
TRUST = Definition(
    id="I16", name="Trust in local councils", unit="percent", direction="up", formula="survey_share",
    params={"questions": ["lga_trust"]}, breakdowns=("district",), areas=(COUNTY,),
)
ROLES = {1: "positive", 2: "positive", 3: "negative", 4: "negative", 9: "excluded"}
WAVE = {
    "source": "citizen_survey", "wave": "W1", "wave_start": dt.date(2024, 2, 1),
    "wave_end": dt.date(2024, 3, 31), "mode": "telephone", "population": "residents aged 18 or over",
    "weighting": "design", "question": "lga_trust", "question_version": 1, "base_rule": "exclude_dk",
    "wording": "How much do you trust your council?",
    "labels": [[code, f"answer {code}", role] for code, role in ROLES.items()],
    "upload_id": 1, "sheet": "Data", "cells": "F2:F99", "origin": "sample",
}
LATER = {"wave": "W3", "wave_start": dt.date(2025, 9, 1), "wave_end": dt.date(2025, 9, 30), "upload_id": 2}


def frames(*waves):
    """Frames from pairs (respondents, what differs from WAVE).

    Respondents have columns code, stratum, psu, w and any breakdown.
    """
    sums, designs = [], []
    for people, facts in waves:
        told = {**WAVE, **facts}
        sums.append(_sums(people, told))
        designs.append(_design(people, told["wave"]))
    stacked = (pd.concat(parts, ignore_index=True) for parts in (sums, designs))
    return dict(zip(("wave_sums", "wave_design"), stacked, strict=True))


def respondents(*rows, columns=("code", "stratum", "psu", "w", "district")):
    return pd.DataFrame(list(rows), columns=list(columns))


def everyone(n, positive, district="E07000066", stratum="S1", w=1.0, negative_code=3, prefix="p"):
    """`n` people of whom the first `positive` answer 1, each their own sampling point."""
    return respondents(
        *((1 if i < positive else negative_code, stratum, f"{prefix}{i}", w, district) for i in range(n))
    )


def _sums(people, told):
    dims = [d for d in people.columns if d not in ("code", "stratum", "psu", "w")]
    parts = []
    for dim in ["", *dims]:
        values = people[dim].astype(str) if dim else ""
        keyed = people.assign(group_dim=dim, group_value=values, w2=people["w"] ** 2)
        by = ["group_dim", "group_value", "stratum", "psu", "code"]
        parts.append(keyed.groupby(by, as_index=False).agg(n=("w", "size"), w=("w", "sum"), w2=("w2", "sum")))
    sums = pd.concat(parts, ignore_index=True)
    labels = pd.Series([told["labels"]] * len(sums), index=sums.index, dtype=object)
    return sums.assign(**{**told, "role": sums["code"].map(ROLES), "labels": labels})


def _design(people, wave):
    design = people.groupby(["stratum", "psu"], as_index=False).agg(n=("w", "size"), w=("w", "sum"))
    return design.assign(wave=wave)


def one(estimates, statistic, group=("", ""), wave_end=None):
    """The only estimate of that statistic and group (and wave)."""
    found = [
        e for e in estimates
        if e.statistic == statistic and (e.group_dim, e.group_value) == group
        and (wave_end is None or e.period.end == wave_end)
    ]
    assert len(found) == 1, [(e.statistic, e.period.end) for e in found]
    return found[0]
