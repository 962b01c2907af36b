"""The surveys: of citizens, of leaders, and of who works with whom."""

from etl.specs import words
from etl.specs.types import ColumnSpec, DatasetSpec

CITIZEN_SURVEY = DatasetSpec(
    "citizen_survey",
    "Citizen survey",
    "One row a respondent of one wave, and one column for each question. An answer is its label or its number; "
    "a blank is no answer.",
    (
        ColumnSpec(
            "respondent",
            "Respondent",
            "code",
            True,
            "A code for the respondent, different on every row. Never a name or an address.",
            aliases=("respondent id", "respondent_id", "id", "serial"),
            personal=True,
            example="R0001",
        ),
        words.wave(),
        ColumnSpec(
            "mode",
            "Mode",
            "choice",
            True,
            "How this respondent was interviewed.",
            words.MODES,
            words.ALSO_MODES,
            aliases=("survey mode",),
            example="telephone",
        ),
        ColumnSpec(
            "interview_date",
            "Interview date",
            "date",
            True,
            "The day of the interview.",
            aliases=("date of interview", "completed on"),
            example="2024-02-19",
        ),
        words.area("The code of the respondent's district."),
        ColumnSpec("stratum", "Stratum", "code", help="The sampling stratum. Blank: the area.", longest=32),
        ColumnSpec(
            "psu",
            "Sampling point",
            "code",
            help="The sampling point (PSU). Blank: the respondent.",
            aliases=("cluster",),
            longest=32,
        ),
        ColumnSpec(
            "weight",
            "Weight",
            "number",
            help="A weight supplied with the data, for every respondent or for none.",
            aliases=("wt", "survey weight"),
            example="1",
        ),
        ColumnSpec(
            "age_band",
            "Age band",
            "choice",
            help="The age group, never a date of birth.",
            choices=words.AGE_BANDS,
            also=words.ALSO_AGE_BANDS,
            aliases=("age", "age group"),
            example="35-44",
        ),
        ColumnSpec(
            "sex",
            "Sex",
            "choice",
            help="Female, male or other.",
            choices=words.SEXES,
            also=words.ALSO_SEXES,
            aliases=("gender",),
            example="female",
        ),
        ColumnSpec(
            "ethnicity",
            "Ethnic group",
            "choice",
            help="One of the five broad groups.",
            choices=words.ETHNICITIES,
            aliases=("ethnic group",),
            example="white",
        ),
        ColumnSpec(
            "tenure",
            "Housing tenure",
            "choice",
            help="How the home is held.",
            choices=words.TENURES,
            also=words.ALSO_TENURES,
            example="owned",
        ),
        ColumnSpec(
            "imd_quintile",
            "Deprivation quintile",
            "integer",
            help="1 (the most deprived fifth of England) to 5 (the least).",
            minimum=1,
            maximum=5,
            aliases=("imd", "imd quintile"),
            example="2",
        ),
        ColumnSpec(
            "vulnerable",
            "Vulnerable",
            "yes_no",
            help="Yes where the respondent is in one of the groups called vulnerable.",
            example="no",
        ),
    ),
    key=("wave", "respondent"),
    supersedes=("wave",),
    question_columns=True,
)


def _items(prefix: str, count: int, title: str, top: int, help: str) -> tuple[ColumnSpec, ...]:
    return tuple(
        ColumnSpec(
            f"{prefix}_{number}" if top == 7 else f"{prefix}_{number:02d}",
            f"{title} {number}",
            "number",
            help=help,
            minimum=1,
            maximum=top,
            example=str(top - 2),
        )
        for number in range(1, count + 1)
    )


LEADER_SURVEY = DatasetSpec(
    "leader_survey",
    "Leader survey",
    "One row a form: a leader rated in one wave by themself, a peer or a manager.",
    (
        words.wave(),
        words.person(title="Person rated", aliases=("ratee", "leader"), example="L001"),
        ColumnSpec(
            "rater",
            "Rater",
            "choice",
            True,
            "Who filled in the form.",
            ("self", "peer", "manager"),
            {"themself": "self", "line manager": "manager", "colleague": "peer"},
            example="self",
        ),
        words.person(
            "rater_code",
            "Rater's code",
            required=False,
            example="L001",
            help="The code of whoever filled in the form. May be blank for a self-rating.",
        ),
        ColumnSpec(
            "completed_on",
            "Completed on",
            "date",
            True,
            "The day the form was completed.",
            aliases=("date completed",),
            example="2024-03-12",
        ),
        words.sector(),
        ColumnSpec(
            "organisation",
            "Organisation",
            "text",
            True,
            "The organisation of the person rated.",
            aliases=("organization", "employer"),
            example="District council A",
        ),
        ColumnSpec(
            "role",
            "Role",
            "choice",
            True,
            "Member (elected), official or other.",
            words.ROLES,
            words.ALSO_ROLES,
            example="member",
        ),
        *_items("ms", 6, "Mind-set item", 7, "Now: 1 (strongly disagree) to 7 (strongly agree)."),
        *_items("pre", 6, "Mind-set item before", 7, "Looking back to before the programme: 1 to 7."),
        *_items("wf", 22, "Collaboration factor", 5, "Mean score of the factor, 1 to 5."),
    ),
    key=("wave", "person", "rater_code"),
    supersedes=("wave",),
)

NETWORK_TIES = DatasetSpec(
    "network_ties",
    "Network ties",
    "One row a tie: a leader asked in one wave, and one person they said they had worked with. "
    "A leader who named nobody has one row with the last two columns blank.",
    (
        words.wave(),
        ColumnSpec(
            "asked_on", "Asked on", "date", True, "The day the leader was asked.", example="2024-03-12"
        ),
        words.person("from_person", "From", example="L001"),
        words.sector("from_sector", "Sector of the leader asked"),
        words.person("to_person", "To", required=False, example="L014"),
        words.sector("to_sector", "Sector of the person named", required=False),
    ),
    key=("wave", "from_person", "to_person"),
    supersedes=("wave",),
)
