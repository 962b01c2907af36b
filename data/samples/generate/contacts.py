"""Samples of contacts coded by two people: was it value, failure or signposting demand?"""

import datetime as dt

import numpy as np

from data.samples.generate.draws import financial_quarter, months, quarter_end, some_day, stream

HEADER = ("sample", "contact", "taken_on", "service", "coder", "code")
QUARTERS = months(dt.date(2024, 4, 1), 30)[::3]
CONTACTS = 300  # a quarter, a third of them for each service
CODES = ("value", "failure", "signposting")
RIGHT = 0.92  # each coder's chance of the true code; with two such coders kappa is about 0.75
# The true share of failure demand in the first quarter; it falls by the same step each quarter.
SERVICES = {"asc_requests": 0.42, "homeless_prevention": 0.36, "asb": 0.44}
STEP = -0.007
SIGNPOSTING = 0.13


def failure_share(service: str, quarter: int) -> float:
    """True share of contacts that are failure demand, before anybody codes them."""
    return SERVICES[service] + STEP * quarter


def coded_failure_share(service: str, quarter: int) -> float:
    """True share that one coder will call failure: right most of the time, wrong either way."""
    share = failure_share(service, quarter)
    return RIGHT * share + (1 - RIGHT) / 2 * (1 - share)


def contact_rows(seed: int) -> list[list]:
    """Two rows a contact, one a coder, quarter after quarter."""
    rng = stream(seed, "contacts")
    services = list(SERVICES)
    rows = []
    for quarter, start in enumerate(QUARTERS):
        sample = financial_quarter(start).replace(" ", "-").replace("/", "-")
        for number in range(CONTACTS):
            service = services[number % len(services)]
            failure = failure_share(service, quarter)
            true = int(rng.choice(len(CODES), p=[1 - failure - SIGNPOSTING, failure, SIGNPOSTING]))
            day = some_day(rng, start, quarter_end(start))
            rows += [
                [sample, f"K{quarter + 1:02d}{number + 1:03d}", day, service, coder, CODES[_coded(rng, true)]]
                for coder in ("A", "B")
            ]
    return rows


def _coded(rng: np.random.Generator, true: int) -> int:
    return true if rng.random() < RIGHT else (true + int(rng.integers(1, len(CODES)))) % len(CODES)
