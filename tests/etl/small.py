"""A framework small enough to read, and files built in memory, for the tests of the ETL."""

import datetime as dt
import io
from types import SimpleNamespace

from openpyxl import Workbook

from etl.codes import codebook
from etl.load import check
from etl.mapping import as_column_map
from etl.read import read_workbook
from etl.specs import SPECS

AS_AT = dt.date(2026, 10, 31)


def _named(*pairs):
    return tuple(SimpleNamespace(id=id, code=id, name=name) for id, name in pairs)


def _label(code, label, role):
    return SimpleNamespace(code=code, label=label, role=role)


AGREE = (
    _label(1, "Definitely agree", "positive"),
    _label(2, "Tend to agree", "positive"),
    _label(3, "Tend to disagree", "negative"),
    _label(4, "Definitely disagree", "negative"),
    _label(8, "Don't know", "excluded"),
)


def question(id, wording):
    return SimpleNamespace(
        id=id, wording=wording, topic="Empowerment", labels=AGREE, base_rule="exclude_dk", source="A survey",
        status="verified",
    )


FRAMEWORK = SimpleNamespace(
    areas=_named(
        ("E07000066", "Basildon"),
        ("E07000067", "Braintree"),
        ("RDE", "Colchester trust"),
        ("RDD", "Basildon trust"),
    ),
    services=_named(
        ("ae_type1", "A&E type 1"), ("ae_other", "Other A&E"), ("asc_requests", "Adult social care")
    ),
    sectors=_named(("local_members", "Elected members"), ("nhs", "NHS"), ("police", "Police")),
    citizen_groups=_named(("carers", "Carers"), ("young", "Young people")),
    questions=(
        question("cls_influence", "Do you agree that you can influence decisions?"),
        question("cls_pull", "Do people pull together?"),
    ),
    items=(),
)
CODES = codebook(FRAMEWORK)


def xlsx(rows, sheet="Data", **more):
    """The bytes of a workbook: `rows` on its first sheet, `more` {sheet name: rows} after it."""
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    for name, others in more.items():
        added = book.create_sheet(name)
        for row in others:
            added.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv(*lines):
    return ("\n".join(lines) + "\n").encode()


def checked(content, dataset, mapping=None, wave=None, name="file.csv", codes=CODES):
    """A file checked without a store, as at AS_AT."""
    book = read_workbook(content, name)
    return check(book, SPECS[dataset], codes, as_column_map(mapping), wave, AS_AT)


def codes_of(faults, severity="error"):
    return [each.code for each in faults if each.severity == severity]


DEMAND_HEADER = "service,area,period,count"


def demand(*lines):
    """A service-demand CSV with its header."""
    return csv(DEMAND_HEADER, *lines)
