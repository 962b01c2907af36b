"""What the Collaborative itself does: sessions, commitments, insights, partners' returns, costs."""

from etl.specs import words
from etl.specs.types import ColumnSpec, DatasetSpec

KINDS = ("board", "one_to_one", "co_design", "event", "small_group", "joint_work")
ALSO_KINDS = {
    "1:1": "one_to_one",
    "one to one": "one_to_one",
    "one-to-one": "one_to_one",
    "co-design": "co_design",
    "codesign": "co_design",
    "small group": "small_group",
    "joint work": "joint_work",
    "board meeting": "board",
}


def _citizen_group(required: bool = False) -> ColumnSpec:
    return ColumnSpec(
        "citizen_group",
        "Citizen group",
        "choice",
        required,
        "The group of citizens the time was spent with.",
        vocabulary="citizen_groups",
        aliases=("group",),
        example="carers",
    )


def _yes_no(name: str, title: str, help: str, required: bool = False) -> ColumnSpec:
    return ColumnSpec(name, title, "yes_no", required, help, example="yes")


ATTENDANCE = DatasetSpec(
    "attendance",
    "Attendance",
    "One row a person at a session. What belongs to the session is repeated on each of its rows.",
    (
        ColumnSpec(
            "session",
            "Session",
            "code",
            True,
            "A code for the session.",
            aliases=("session id", "meeting"),
            example="S001",
        ),
        ColumnSpec(
            "held_on",
            "Held on",
            "date",
            True,
            "The day it was held.",
            aliases=("date", "session date"),
            example="2024-05-14",
        ),
        ColumnSpec(
            "kind", "Kind", "choice", True, "What kind of session.", KINDS, ALSO_KINDS, example="small_group"
        ),
        ColumnSpec(
            "hours",
            "Hours",
            "number",
            True,
            "Hours this person was there.",
            minimum=0,
            maximum=24,
            example="2.5",
        ),
        words.person(example="L001"),
        words.sector(),
        ColumnSpec(
            "organisation",
            "Organisation",
            "text",
            True,
            "The person's organisation.",
            aliases=("organization",),
            example="District council A",
        ),
        ColumnSpec(
            "role",
            "Role",
            "choice",
            help="Member (elected), official or other.",
            choices=words.ROLES,
            also=words.ALSO_ROLES,
            example="member",
        ),
        _yes_no("by_choice", "By choice", "Yes where the person came by choice, not because of their post."),
        _yes_no("host", "Of the host", "Yes where the person belongs to the host organisation."),
        _yes_no("chaired", "Chaired", "Yes where the person chaired."),
        ColumnSpec(
            "agenda_items",
            "Agenda items proposed",
            "integer",
            help="How many items of the agenda this person proposed.",
            minimum=0,
            example="1",
        ),
        _citizen_group(),
        ColumnSpec(
            "citizens",
            "Citizens present",
            "integer",
            help="Citizens at the session: the same number on each of its rows.",
            minimum=0,
            example="8",
        ),
    ),
    key=("session", "person"),
    supersedes=("session", "person", "citizen_group"),
)

COMMITMENTS = DatasetSpec(
    "commitments",
    "Commitments",
    "One row a commitment: what a leader said they would do, by when, and whether it was done.",
    (
        ColumnSpec("commitment", "Commitment", "code", True, "A code for the commitment.", example="C001"),
        ColumnSpec(
            "title",
            "Title",
            "text",
            True,
            "What was promised, without names of citizens.",
            example="Share the falls data with the fire service",
        ),
        words.person(aliases=("owner",), example="L001"),
        words.sector(),
        ColumnSpec("agreed_on", "Agreed on", "date", True, "The day it was agreed.", example="2024-05-14"),
        ColumnSpec(
            "due_on",
            "Due on",
            "date",
            True,
            "The day it was promised for.",
            future=True,
            example="2024-09-30",
        ),
        ColumnSpec(
            "done_on", "Done on", "date", help="The day it was done. Blank: not yet.", example="2024-09-12"
        ),
        ColumnSpec("stopped_on", "Stopped on", "date", help="The day it was given up. Blank: it was not."),
        ColumnSpec(
            "insight", "Insight", "code", help="The code of the insight it came from, if any.", example="N001"
        ),
    ),
    key=("commitment",),
    supersedes=("commitment",),
)

INSIGHTS = DatasetSpec(
    "insights",
    "Insights",
    "One row an insight: something heard in time spent with citizens, and what became of it.",
    (
        ColumnSpec("insight", "Insight", "code", True, "A code for the insight.", example="N001"),
        ColumnSpec("heard_on", "Heard on", "date", True, "The day it was heard.", example="2024-05-14"),
        ColumnSpec("session", "Session", "code", help="The session it was heard in, if any.", example="S001"),
        _citizen_group(required=True),
        ColumnSpec("theme", "Theme", "text", True, "A word or two.", example="Getting to appointments"),
        ColumnSpec(
            "summary",
            "Summary",
            "text",
            True,
            "What was heard. Emails, phone numbers and the like are removed before storing.",
            example="Two buses to the clinic is too much on a bad day",
        ),
        ColumnSpec(
            "service", "Service", "service", help="The service it is about, if one.", example="asc_requests"
        ),
        ColumnSpec(
            "change_made",
            "Change made",
            "text",
            help="What was changed because of it.",
            example="The clinic moved to the community centre",
        ),
        ColumnSpec(
            "changed_on", "Changed on", "date", help="The day the change was made.", example="2024-08-01"
        ),
        _yes_no("quote_released", "Quote released", "Yes where the citizen agreed to be quoted.", True),
    ),
    key=("insight",),
    supersedes=("insight",),
)
