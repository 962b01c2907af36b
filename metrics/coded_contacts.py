"""Coded samples of contacts: failure demand against value demand, and how far two coders agree."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import pandas as pd

from metrics.bounds import with_wilson
from metrics.context import Context
from metrics.tables import GROUP, dimensions, estimates, frame, tabulate
from metrics.types import Absence, Definition, Estimate
from metrics.windows import first_and_last, windows, within

AGREEMENT = 0.6  # kappa below which two coders agree too little for the share to be relied on
FAILURE, OTHERS = "failure", ("value", "signposting")
_WILSON = "95% Wilson interval"


def failure_share(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Per cent failure demand of coded contacts, by quarter, and by service; statistic "kappa" beside it.

    "value_share" and "signposting_share" are the same of the other two codes, of all services together.
    A contact counts once: coded by two people who disagree, it is half a failure. Kappa (Cohen 1960) is of
    the contacts with exactly two coders, with its large-sample interval; below 0.6 the share says so.
    """
    coded = frame(frames, "coded_contacts")
    if coded is None:
        return []
    spans = windows("quarter", "own", *_range(coded), context.as_at)
    rows = within(coded, coded["taken_on"], spans)
    if not len(rows):
        return []
    of_code = {code: partial(_share, code=code) for code in (FAILURE, *OTHERS)}
    figures, behind = tabulate(rows, dimensions(definition, rows), of_code[FAILURE], context, spans)
    agreed = pd.DataFrame([{"window": window, **kappa(part)} for window, part in rows.groupby("window")])
    poor = set(agreed.loc[agreed["value"] < AGREEMENT, "window"])
    figures["reason"] = np.where(
        figures["window"].isin(poor), "two coders agree too little (kappa below 0.6)", ""
    )
    shared = {"spans": spans, "source": "coded_contacts"}
    found = estimates(definition, context, figures, behind, GROUP, statistic="level", method=_WILSON, **shared)
    for code in OTHERS:
        whole, all_rows = tabulate(rows, {}, of_code[code], context, spans)
        named = {"statistic": f"{code}_share", "method": _WILSON}
        found += estimates(definition, context, whole, all_rows, GROUP, **named, **shared)
    return found + estimates(
        definition,
        context,
        agreed,
        rows,
        ["window"],
        statistic="kappa",
        method="Cohen's kappa, large-sample 95% interval",
        **shared,
    )


def _range(coded: pd.DataFrame):
    return first_and_last(coded["taken_on"], max(coded["taken_on"]))


def _share(rows: pd.DataFrame, by: list[str], code: str) -> pd.DataFrame:
    """The share of contacts with a code; half a contact where two coders disagree."""
    coded = rows["code"].eq(code).astype(float)
    contacts = rows.assign(coded=coded).groupby([*by, "sample", "contact"], as_index=False)["coded"].mean()
    found = contacts.groupby(by)["coded"]
    return with_wilson(
        pd.DataFrame({"numerator": found.sum(), "denominator": found.size(), "base": found.size()})
    )


def kappa(rows: pd.DataFrame) -> dict[str, object]:
    """Agreement of two coders beyond chance, with interval; absent where no contact has two coders.

    Chance agreement is from each coder position's own shares (first and second by coder's code).
    """
    rows = rows.sort_values(["sample", "contact", "coder"])
    codes = rows.groupby(["sample", "contact"])["code"].agg(list)
    pairs = [each for each in codes if len(each) == 2]
    none = {"absence": Absence.MISSING, "reason": "no contact was coded by two people"}
    if not pairs:
        return {"value": np.nan, **none}
    table = pd.DataFrame(pairs, columns=["first", "second"])
    seen = (table["first"] == table["second"]).mean()
    shares = [table[side].value_counts(normalize=True) for side in ("first", "second")]
    chance = float((shares[0] * shares[1]).sum())
    if chance >= 1:
        return {
            "value": np.nan,
            "absence": Absence.NOT_APPLICABLE,
            "reason": "both coders gave one code only",
        }
    value = (seen - chance) / (1 - chance)
    half = 1.959964 * np.sqrt(seen * (1 - seen) / len(table)) / (1 - chance)
    return {
        "value": value,
        "low": max(-1.0, value - half),
        "high": min(1.0, value + half),
        "base": len(table),
    }


FORMULAS = {"failure_share": failure_share}
