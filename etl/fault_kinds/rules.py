"""Faults of rows that break a rule, or look as if they did."""

from etl.fault_kinds.kind import FaultKind

OF_RULES = (
    FaultKind(
        "duplicate_key",
        "error",
        "The same row twice",
        "Row {row} has the same {expected} as row {first}.",
        "Remove one of the two, or correct whichever is wrong.",
    ),
    FaultKind(
        "other_wave",
        "error",
        "Another wave",
        "{cell}: the row is of wave “{value}”, the file was given as “{expected}”.",
        "Give the wave the rows say, or correct the rows.",
    ),
    FaultKind(
        "date_out_of_range",
        "error",
        "Date out of range",
        "{cell}: {value} is outside {expected} (column “{column}”).",
        "Correct the date.",
    ),
    FaultKind(
        "wrong_order",
        "error",
        "Dates or figures in the wrong order",
        "{cell}: “{column}” ({value}) comes before “{earlier}” ({expected}).",
        "Correct one of the two.",
    ),
    FaultKind(
        "negative_count",
        "error",
        "Negative number",
        "{cell}: {value} is below zero (column “{column}”).",
        "Write the number itself; a count can't be negative.",
    ),
    FaultKind(
        "number_out_of_range",
        "error",
        "Number out of range",
        "{cell}: {value} is outside {expected} (column “{column}”).",
        "Correct the number.",
    ),
    FaultKind(
        "future_period",
        "error",
        "Period in the future",
        "{cell}: the period {value} hasn't begun by {expected}.",
        "Correct the period.",
    ),
    FaultKind(
        "unfinished_period",
        "warning",
        "Period not over",
        "{cell}: the period {value} isn't over by {expected}; its figure may be partial.",
        "Load it again when the period is complete.",
    ),
    FaultKind(
        "missing_months",
        "notice",
        "Missing months",
        "{series}: no row for {count} between {first} and {last}, the first {value}.",
        "Nothing to do if there are none; a missing month is shown as missing, never as zero.",
    ),
    FaultKind(
        "same_as_last_year",
        "notice",
        "Equal to a year before",
        "{cell}: {series} in {month} is exactly what it was a year before ({value}).",
        "Check that last year's figure wasn't copied.",
    ),
    FaultKind(
        "count_not_whole",
        "warning",
        "A count that isn't whole",
        "{cell}: {value} of {service}, whose other counts are whole numbers.",
        "Check that it isn't a rate or an average. A count is how many times the service was called upon.",
    ),
    FaultKind(
        "equal_run",
        "notice",
        "The same count month after month",
        "{cell}: {series} is {value} in each of the {count} months from {first} to {last}.",
        "Check that a figure wasn't carried forward because the real one was missing; leave out what isn't known.",
    ),
    FaultKind(
        "spike",
        "notice",
        "Far from its own history",
        "{cell}: {series} in {month} is {value}, where the months around it give {expected}.",
        "Check the figure. If it is right, nothing to do: the chart will mark the month.",
    ),
    FaultKind(
        "partial_month",
        "notice",
        "The last month looks unfinished",
        "{cell}: {series} in {month}, the last month, is {value}, where the months before it give {expected}.",
        "Check that the month is complete, and load it again when it is.",
    ),
    FaultKind(
        "labels_turned",
        "error",
        "Answers stored as their opposite",
        "Sheet “{sheet}”, column {cell} (“{column}”): the file says “{value}”, the mapping stores “{stored}”.",
        "Map the answer to “{expected}”; if the question is another one, give it an id of its own.",
    ),
    FaultKind(
        "reversed_scale",
        "warning",
        "Scale perhaps the wrong way round",
        "Sheet “{sheet}”, column {cell} (“{value}”) runs against the other items on {battery}: whoever answers "
        "well there answers badly here.",
        "Compare the column with the questionnaire. If its numbers run the other way, map each to its answer; if the "
        "item is worded negatively, declare it so in the framework. Nothing is turned round by itself.",
    ),
    FaultKind(
        "turned_since_last_wave",
        "warning",
        "Scale turned since the wave before",
        "Sheet “{sheet}”, column {cell} (“{value}”): its link with the other items on {battery} has turned round "
        "since wave {wave}.",
        "Compare the column with the questionnaires of both waves; map its numbers to their answers where they differ.",
    ),
    FaultKind(
        "more_like_this",
        "notice",
        "More of the same",
        "Column {cell}: {more} more of “{title}”.",
        "Mend the first ones, then offer the file again.",
    ),
)
