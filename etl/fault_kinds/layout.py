"""Faults of a sheet whose table or columns don't fit the dataset."""

from etl.fault_kinds.kind import FaultKind

OF_LAYOUT = (
    FaultKind(
        "no_header",
        "error",
        "No header row",
        "None of the first {searched} rows of any sheet holds the column names expected.",
        "Use the template, or map your columns: {expected}.",
    ),
    FaultKind(
        "missing_column",
        "error",
        "Missing column",
        "The column “{column}” ({title}) is missing.{hint}",
        "Add a column headed “{column}”, or map it to the column that holds it.",
    ),
    FaultKind(
        "mapped_column_missing",
        "error",
        "Mapped column not found",
        "“{column}” is mapped to a column “{value}”, which sheet “{sheet}” doesn't have.{hint}",
        "Correct the mapping, or the header.",
    ),
    FaultKind(
        "duplicate_column",
        "error",
        "Column twice",
        "Two columns say “{column}”: {first} and {cell}.",
        "Rename or remove one of them.",
    ),
    FaultKind(
        "unused_column",
        "notice",
        "Column not used",
        "The column “{value}” isn't used.{hint}",
        "Nothing to do, unless it holds data that belong to the dataset.",
    ),
    FaultKind(
        "unknown_field",
        "error",
        "Unknown field",
        "The mapping names “{value}”, which {dataset} doesn't have.{hint}",
        "Use one of: {expected}.",
    ),
    FaultKind(
        "no_rows",
        "error",
        "No rows",
        "Sheet “{sheet}” has a header and no rows below it.",
        "Put the data under the header and offer it again.",
    ),
    FaultKind(
        "no_questions",
        "error",
        "No question",
        "No column is headed with a question of the framework.",
        "Head each question's column with its id: {expected}.",
    ),
    FaultKind(
        "other_sheets",
        "notice",
        "Other sheets not read",
        "Only sheet “{sheet}” was read. Not read: {value}.",
        "Nothing to do, if the data are all there.",
    ),
    FaultKind(
        "no_table",
        "warning",
        "No table found",
        "No sheet holds a table of figures or answers that we recognise.",
        "Use the template, or check that the data sheet is in the file and not hidden.",
    ),
    FaultKind(
        "rows_that_are_totals",
        "notice",
        "Totals among the rows",
        "Sheet “{sheet}”, {cell}: {count} rows add others up (rows {rows} …). They are flagged and not summed again.",
        "Nothing to do, unless a flagged row is data of its own.",
    ),
    FaultKind(
        "no_period_found",
        "warning",
        "No period found",
        (
            "Sheet “{sheet}”, {cell}: neither the table, its title, the sheet's name nor the file's "
            "says which period it is."
        ),
        "Give the period when you map the columns.",
    ),
    FaultKind(
        "hidden_cells",
        "notice",
        "Hidden rows or columns",
        "Sheet “{sheet}” hides {value} of the table. They were read.",
        "Check that they are meant to be loaded.",
    ),
    FaultKind(
        "table_doubtful",
        "warning",
        "A doubtful table",
        "Sheet “{sheet}”, {cell}: what was found there may be no table (confidence {confidence}).",
        "Check its header and rows before you use it.",
    ),
    FaultKind(
        "test_responses",
        "notice",
        "Test responses left out",
        "Sheet “{sheet}”: {count} responses are previews, tests or spam, by their status or their own words, and "
        "are left out.",
        "Nothing to do.",
    ),
    FaultKind(
        "repeated_respondents",
        "warning",
        "Respondents that come again",
        "Sheet “{sheet}”, column {cell}: {count} rows bear the number of an earlier row (such as {value}).",
        "Look whether somebody answered twice or rows were pasted twice; keep one of each.",
    ),
    FaultKind(
        "rows_no_responses",
        "notice",
        "Rows that are no responses",
        "Sheet “{sheet}”: {count} rows below the header are no responses but the header again, sums or notes "
        "(rows {rows} …). They are left out.",
        "Look whether the file is one export or several pasted together.",
    ),
    FaultKind(
        "partial_responses",
        "notice",
        "Partial responses",
        "Sheet “{sheet}”: {count} people stopped before the end. Their answers are kept and marked.",
        "Decide whether they count; the rest of their answers is missing.",
    ),
    FaultKind(
        "personal_questions",
        "warning",
        "Columns of personal data",
        "Sheet “{sheet}” has columns of personal data: {value}. They are not taken over.",
        "Remove them from the file before offering it.",
    ),
    FaultKind(
        "answer_codes_without_labels",
        "warning",
        "Answer codes without their labels",
        "Sheet “{sheet}” holds codes such as {value} instead of answers, in {count} columns, and doesn't say what they "
        "mean.",
        "Export it again with full answers (in LimeSurvey: Responses, Export, “Full answers”), or map each code to its "
        "label by the questionnaire.",
    ),
    FaultKind(
        "missing_codes_guessed",
        "warning",
        "Codes taken for no answer",
        (
            "Sheet “{sheet}” has no labels: in {count} columns (such as {value}) a code far off the "
            "others is taken for no answer."
        ),
        "Check with the questionnaire, and say which codes mean “don't know”.",
    ),
    FaultKind(
        "reversed_item",
        "warning",
        "An item that may run the other way",
        "Column {cell} (“{value}”): {why}.",
        "Check the wording; if it is asked the other way, turn its codes round.",
    ),
    FaultKind(
        "totals_left_out",
        "notice",
        "Totals left out",
        "Sheet “{sheet}”: {count} rows add others up (rows {value} …) and are left out.",
        "Nothing to do, unless one of them is data of its own: then keep the totals.",
    ),
    FaultKind(
        "other_areas_left_out",
        "notice",
        "Other areas left out",
        "Sheet “{sheet}”: {count} rows are of areas that aren't ours ({value}) and are left out.",
        "Nothing to do. To take one over, say which of our areas it is.",
    ),
    FaultKind(
        "text_among_figures",
        "warning",
        "Text where figures stand",
        "Sheet “{sheet}”: in {count} cells text stands where figures do, first {value}; it counts as missing.",
        "See what it means; write the figure alone, or leave the cell blank.",
    ),
    FaultKind(
        "area_nearly_ours",
        "warning",
        "An area left out looks like ours",
        "Sheet “{sheet}”: “{value}” is no area we know, so its rows are left out.{hint}",
        "If it is one of ours, say which where columns are mapped, or mend its name in the file.",
    ),
    FaultKind(
        "dates_month_first",
        "notice",
        "Dates written month first",
        "Column {cell} (“{value}”) writes the month before the day, as in 05/14/2024, and was read so.",
        "Check a date or two.",
    ),
    FaultKind(
        "no_such_table",
        "error",
        "No such table",
        "The file has {count} tables; there is no table {value}.",
        "See which tables there are: python -m etl inspect FILE.",
    ),
    FaultKind(
        "mapping_does_not_fit",
        "error",
        "The saved mapping doesn't fit",
        "The mapping “{value}” was saved for another layout: {why}.",
        "Map the columns of this file, and save the mapping again under the same name.",
    ),
)
