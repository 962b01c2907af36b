"""What was said, in invented sentences: no name, no place, nobody's own story."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Said:
    """An insight: its theme, what was heard, the service it is about, and the change that answered it."""

    theme: str
    summary: str
    service: str
    change: str


_SAID: tuple[tuple[str, str, str, str], ...] = (
    ("Getting there", "Two buses to the clinic is too much on a bad day, so people give up and wait.",
     "ae_type1", "Two clinics a month now run from the community centre"),
    ("Getting there", "There is no way home after seven, so evening appointments are no use.",
     "", "Evening slots are now paired with the community bus"),
    ("Telling it once", "Telling the same story to four services is worse than the problem itself.",
     "asc_requests", "One shared first form for housing, care and advice"),
    ("Telling it once", "Each letter asks for the papers that the last office already has.",
     "homeless_prevention", "Papers seen once are noted for the other teams"),
    ("Being heard", "We were asked what we thought and never told what happened with it.",
     "", "Every listening session now ends with a dated reply"),
    ("Being heard", "People talk to my support worker as if I were not in the room.",
     "asc_requests", "Staff guidance on speaking to the person first"),
    ("Knowing who to call", "I rang the emergency number because nobody could say who else to ring.",
     "ambulance_calls", "A single card with five numbers, tested with residents"),
    ("Knowing who to call", "It is easier to sit in A&E than to find out if the surgery will ring back.",
     "ae_type1", "Call-back times are now given when the call ends"),
    ("Loneliness", "After the lunch club closed some of us go days without a word to anyone.",
     "", "The lunch club reopened in the fire station's meeting room"),
    ("Loneliness", "A knock on the door once a week would do more than a leaflet.",
     "", "Volunteers now make weekly calls with a shared list"),
    ("Feeling safe", "The lights by the underpass have been out so long that we plan the day around it.",
     "asb", "Lighting was repaired and is checked each month with residents"),
    ("Feeling safe", "Young people are moved on from everywhere and then blamed for being bored.",
     "asb", "The sports hall opens late on Fridays, run with young people"),
    ("Money", "By the time help comes the rent is three months behind, not one.",
     "homeless_prevention", "Landlords can now warn the advice team at four weeks"),
    ("Money", "The form to get help with heating takes longer than keeping warm in bed.",
     "", "The heating form was cut from twelve pages to two"),
    ("Caring", "Nobody asks the carer how long they can keep this up.",
     "asc_requests", "Carers are asked at each discharge and called a week later"),
    ("Caring", "A night's sleep would keep me going longer than any training course.",
     "emergency_admissions", "A small pot for short breaks, decided within two days"),
    ("Leaving hospital", "I came home on a Friday to an empty fridge and was back on Sunday.",
     "emergency_admissions", "Volunteers shop and check in on the day of discharge"),
    ("Leaving hospital", "The tablets were explained once, quickly, while I was putting my coat on.",
     "emergency_admissions", "A pharmacist calls on the second day at home"),
    ("At home", "The fire officer was the first person to ask about the damp.",
     "fire_incidents", "Home visits now pass on damp and cold to housing"),
    ("At home", "I would have moved the rug myself if anyone had said that falls start there.",
     "emergency_admissions", "A falls check is part of every home fire visit"),
    ("Digital", "My phone has no data left by the third week, so please don't say it is all online.",
     "", "Free data cards are given out at the library"),
    ("Digital", "The website works for the things I never need.",
     "", "The ten commonest tasks were rewritten with residents"),
    ("School to work", "Every adult asks what I want to be and nobody lets me try anything.",
     "", "Forty taster days with partners, chosen by young people"),
    ("Language", "My daughter misses school to interpret at appointments.",
     "", "Interpreters are booked with the appointment, not after it"),
    ("Doing it ourselves", "We could run the garden and the tool library if somebody gave us the key.",
     "", "The key was given: residents now run the garden"),
    ("Doing it ourselves", "Give us the small money early and we will not need the big money late.",
     "", "Small grants are decided by residents each quarter"),
)
_WHERE = (
    "", " Two others agreed.", " It came up in three conversations.", " The whole table nodded.",
    " It was said calmly, as a fact of life.", " Heard again a month later.",
)
_DOING = (
    "Share {thing} with one partner outside our own sector", "Agree one way of working on {thing}",
    "Stop asking for {thing} twice", "Put a named lead on {thing}", "Try a shared team for {thing}",
    "Bring citizens into the design of {thing}", "Move a day a week of staff time to {thing}",
)
_THINGS = (
    "falls data", "first contact forms", "hospital discharge", "early warning of rent arrears",
    "home safety visits", "support for carers", "late opening for young people", "repeat callers",
    "the community bus", "advice on debt", "winter warmth", "volunteer checks", "interpreting",
)


def insight_texts(rng: np.random.Generator, count: int) -> list[Said]:
    """One text for each insight: every sentence is used before any comes a second time."""
    order = [place for _ in range(count // len(_SAID) + 1) for place in rng.permutation(len(_SAID))]
    said = []
    for place in order[: count]:
        theme, summary, service, change = _SAID[place]
        said.append(Said(theme, summary + str(rng.choice(_WHERE)), service, change))
    return said


def commitment_title(rng: np.random.Generator, number: int) -> str:
    """A promise made of two parts, so that ninety of them hardly repeat."""
    return _DOING[number % len(_DOING)].format(thing=_THINGS[int(rng.integers(len(_THINGS)))])
