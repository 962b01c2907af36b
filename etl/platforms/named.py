"""Platforms told by the names of a few columns of their own, above questions in one header row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etl.platforms.common import folded, plain_labels, status_flag, texts
from etl.platforms.options import by_last_part, by_path, by_ticks
from etl.platforms.roles import role_by_name
from etl.platforms.stems import parted
from etl.platforms.types import Found, Label
from etl.workbook import Sheet

COPIED = re.compile(r"_(?=[a-f]*\d)[0-9a-f]{6}$")  # what REDCap puts behind a name that its project has already
Read = Callable[[Sequence[str]], tuple[Label, ...]]


def _parted(names: Sequence[str]) -> tuple[Label, ...]:
    return parted(plain_labels(names))


@dataclass(frozen=True, slots=True)
class Marks:
    """A platform: columns it always has, others of which it has `least`, how its headings are read, its roles
    by pattern of the header, and what parts several choices in a cell."""

    platform: str
    always: frozenset[str]
    others: frozenset[str]
    least: int
    read: Read = _parted
    roles: tuple[tuple[str, str], ...] = ()
    separator: str = ";"


def _set(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.split(","))


KNOWN = (
    Marks("Alchemer", _set("response id"), _set("sessionid, session id, legacy comments, legacy_comments, contact id, "
          "user agent, referer, time started"), 3, by_last_part,
          (("other", r"country|city|state/region|postal|comments"),)),
    Marks("SmartSurvey", _set("userid"), _set("userno, tracking link, unique id, started, ended, user no"), 2),
    Marks("KoBoToolbox", _set("_uuid"), _set("_id, _submission_time, _index, _submitted_by, __version__"), 2, by_path,
          (("personal", r".*(?:latitude|longitude|altitude|precision)"), ("personal", r"username|deviceid|phonenumber"),
           ("other", r"_parent_.*|_submission__.*|formhub/uuid"), ("date", r"today")), ""),
    Marks("KoBoToolbox", _set("_parent_index"), _set("_parent_table_name, _submission__id, _submission__uuid, "
          "_index"), 2, by_path, (("id", r"_submission__id"), ("other", r"_(?:parent|submission_)_.*|_index")), ""),
    Marks("ODK", _set("key"), _set("submissiondate, instanceid, meta-instanceid, meta:instanceid, submitterid, "
          "deviceid, reviewstate, formversion"), 2, by_path,
          (("id", "key"), ("personal", r".*gps.*(?:latitude|longitude|altitude|accuracy)"),
           ("personal", r"username|phonenumber|submittername|sim(?:serial|id)|subscriberid"),
           ("date", r"submissiondate|today|starttime|endtime"),
           ("other", r"(?:meta[-:/.]?)?instance_?(?:id|name)|form_?(?:def_?)?version|caseid|device_?info|deviceid"
            r"|submitterid|reviewstate|attachments\w+|edits|text_audit|txt_audit|parent_key|set-of-.*")), ""),
    Marks("REDCap", _set("record_id"), _set("redcap_event_name, redcap_survey_identifier, redcap_repeat_instrument, "
          "redcap_data_access_group"), 1, by_ticks, (("other", r"\w+_complete"), ("date", r"\w+_timestamp"))),
    Marks("REDCap", _set("record id, complete?"), _set("event name, survey identifier, survey timestamp, data access "
          "group, repeat instrument"), 0, by_ticks, (("other", r"event name|data access group|repeat instrument"),
          ("date", r"survey timestamp"))),
    Marks("Jotform", _set("submission date"), _set("submission id, submission ip, ip, last update date"), 1),
    Marks("QuestionPro", _set("response id, response status"), _set("seq. number, external reference, respondent "
          "email, duplicate, ip address"), 1),
    Marks("Engagement HQ", _set("contribution id"), _set("member id, login, login (screen name), date submitted"), 2),
    Marks("Survey123", _set("objectid, globalid"), _set("creationdate, creator, editdate, editor, x, y"), 2, by_path,
          (("other", r"creator|editor|x|y"), ("date", r"editdate")), ","),
    Marks("JISC Online Surveys", frozenset(), _set("uniqueresponseno, unique response number, unique response no"), 1),
    Marks("Snap", _set("id.id"), _set("id.date, id.time, id.completed, id.name, id.start, id.end"), 1, _parted,
          (("id", r"id\.id"), ("date", r"id\.date"), ("timing", r"id\.(?:time|start|end)"), ("other", r"id\.\w+"))),
)  # fmt: skip


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2:
        return None
    top, names = set(folded(sheet.rows[0])), texts(sheet.rows[0])
    for each in KNOWN:
        shared = len(each.others & top)
        if each.always <= top and shared >= each.least:
            reason = f"{shared + len(each.always)} of its own columns"
            return _found(each, names, reason)
    return _redcap(sheet, names) or _citizen_space(sheet, names)


def _found(marks: Marks, names: list[str], reason: str) -> Found:
    patterns = [(role, re.compile(text, re.I)) for role, text in marks.roles]
    roles = {
        at: role
        for at, name in enumerate(names)
        if (role := next((role for role, pattern in patterns if pattern.fullmatch(name)), ""))
    }
    if not names[0]:
        roles[0] = "other"  # a count of rows
    if marks.platform == "REDCap":
        roles = {at: role_by_name(COPIED.sub("", name)) for at, name in enumerate(names) if COPIED.search(name)} | roles
    labels = marks.read(names)
    for at in twins(names) if marks.read is by_path else ():
        roles[at] = "other"
    return Found(marks.platform, (0,), 1, labels, 0.9, (reason,), roles, status_flag(names), marks.separator)


def twins(names: Sequence[str]) -> list[int]:
    """Columns that say again what columns of their own for every choice say: "used" beside "used/library"."""
    return [at for at, name in enumerate(names) if name and sum(each.startswith(f"{name}/") for each in names) > 1]


FORM = re.compile(r"[a-z]\w*_complete")
STATES = frozenset(("", "0", "1", "2", "incomplete", "unverified", "complete"))


def _redcap(sheet: Sheet, names: list[str]) -> Found | None:
    """REDCap with one event and no survey link: record ids first, and behind each form how far it is, from 0 to 2."""
    forms = [at for at, name in enumerate(names) if FORM.fullmatch(name)] if names[:1] == ["record_id"] else []
    states = {row[at] for row in map(folded, sheet.rows[1:60] if forms else ()) for at in forms if at < len(row)}
    if not states - {""} or not states <= STATES:
        return None
    reason = f"record ids first, and {len(forms)} forms that say how far they are"
    return _found(next(each for each in KNOWN if each.platform == "REDCap"), names, reason)


ANONYMOUS = re.compile(r"(?:ANON|BHLF)-[A-Z0-9]{4}-[A-Z0-9]{4}(?:-[A-Z0-9])?")


def _citizen_space(sheet: Sheet, names: list[str]) -> Found | None:
    """Its responses have ids such as ANON-7KQP-3ABC-D."""
    said = [text for row in sheet.rows[1:40] for text in texts(row[:3]) if ANONYMOUS.fullmatch(text)]
    if len(said) < 2 or len(said) * 2 < len(sheet.rows[1:40]):
        return None
    reason = "ids such as ANON-7KQP-3ABC-D, as its consultations give them"
    return Found("Citizen Space", (0,), 1, _parted(names), 0.9, (reason,), {}, status_flag(names), ";")
