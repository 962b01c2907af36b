"""Faults of rows that are each possible, and together doubtful; and of what changed since the last file."""

from etl.fault_kinds.kind import FaultKind

OF_DOUBTS = (
    FaultKind(
        "same_answers",
        "warning",
        "The same answers under another id",
        "{cell}: row {row} gives exactly the answers of row {first} to all {answers} questions, and is of a person "
        "just like it.",
        "Check whether one person was exported or answered twice; if so, remove one of the two rows.",
    ),
    FaultKind(
        "straight_lining",
        "notice",
        "The same answer throughout",
        "{cell}: row {row} gives answer {value} to all {questions} questions from “{first}” to “{last}”.",
        "Decide with whoever did the fieldwork whether such forms count; nobody is left out by itself.",
    ),
    FaultKind(
        "total_not_met",
        "warning",
        "A total that doesn't add up",
        "{cell}: {area} {period} says {value}, where {what} add up to {expected}.",
        "Ask the publisher which is right. Nothing is changed: what is taken over is as the file says it.",
    ),
    FaultKind(
        "more_than_total",
        "warning",
        "Parts larger than the whole",
        "{cell}: {organisation} gives {value} in all, where its priorities add up to {expected}.",
        "Correct the total, or whichever part was counted twice.",
    ),
    FaultKind(
        "share_out_of_range",
        "error",
        "Share outside 0 to 100",
        "{cell}: {value} is no percentage (column “{column}”, measure {measure}).",
        "Write the percentage, from 0 to 100.",
    ),
    FaultKind(
        "share_as_fraction",
        "warning",
        "Shares perhaps given as fractions",
        "{cell}: all {count} figures of {measure} lie between 0 and 1, where percentages are expected.",
        "If 0.23 means 23 %, write 23.",
    ),
    FaultKind(
        "fewer_areas",
        "warning",
        "Fewer areas than last time",
        "{what} lacks {count} of {before} areas it had before: {areas}.",
        "Ask for the missing areas, or note why they aren't there. They are shown as missing, never as zero.",
    ),
    FaultKind(
        "mode_changed",
        "warning",
        "Asked in another mode",
        "{cell}: this wave was asked by {value}, wave {wave} by {expected}.",
        "Check the mode. If it is right, add a break in the framework: answers by different modes can't be compared.",
    ),
    FaultKind(
        "wording_changed",
        "warning",
        "Wording changed since the last wave",
        "Column {cell} (“{column}”): the framework now says “{value}”, in wave {wave} it said “{expected}”.",
        "Check which words were put to people. If they differ, give the question an id of its own, or add a break.",
    ),
    FaultKind(
        "wording_differs",
        "warning",
        "Other words than the question's",
        "Column {cell} is read as question “{column}”, and its header says “{value}”.",
        "Compare with the question's words: “{expected}”. If they differ in meaning, give it an id of its own.",
    ),
    FaultKind(
        "definition_changed",
        "warning",
        "A definition reads differently",
        "Sheet “{sheet}”, {cell}: “{value}” read in the last file: “{expected}”.",
        "Ask the publisher whether what is counted changed. If so, add a break to the series.",
    ),
    FaultKind(
        "header_changed",
        "notice",
        "A column headed differently",
        "Column {cell} (“{column}”) is headed “{value}”; in the last file it was “{expected}”.",
        "Check that it still counts the same thing; if not, add a break to the series.",
    ),
)
