"""Faults of the weights that came with a survey."""

from etl.fault_kinds.kind import FaultKind

MAKE = "or choose to have weights made from the population."

OF_WEIGHTS = (
    FaultKind(
        "weights_for_some",
        "error",
        "Weights for some respondents only",
        "{cell}: {blank} of {rows} respondents of wave {wave} have no weight.",
        f"Give every respondent a weight, {MAKE}",
    ),
    FaultKind(
        "weight_negative",
        "error",
        "Negative weight",
        "{cell}: the weight {value} is below zero.",
        f"Correct the weight, {MAKE}",
    ),
    FaultKind(
        "weights_zero",
        "warning",
        "Weights of zero",
        "{cell}: {zero} respondents of wave {wave} have a weight of 0, so their answers count for nothing.",
        f"Check that they are meant to be left out, {MAKE}",
    ),
    FaultKind(
        "weights_extreme",
        "warning",
        "Extreme weights",
        "{cell}: the weight {value} is {times} times the mean of wave {wave}; {many} lie above {cap} times the mean.",
        f"Ask whoever made the weights whether they were trimmed, {MAKE}",
    ),
    FaultKind(
        "weights_sum",
        "warning",
        "Weights add up to nothing familiar",
        "The weights of wave {wave} add up to {total}, for {rows} respondents.",
        f"Check the column: weights usually add up to the respondents or to the population, {MAKE}",
    ),
    FaultKind(
        "weights_gross",
        "notice",
        "Weights count people",
        "The weights of wave {wave} add up to {total} for {rows} respondents, so each stands for people.",
        "Check that this is the adult population the survey speaks for.",
    ),
    FaultKind(
        "weights_replaced",
        "notice",
        "The file's weights are not used",
        "Weights are made from the population, as chosen; those in the file are kept but not used.",
        "Choose the file's own weights, if they should count.",
    ),
)
