"""How the reading of a file stops: with the fault that says why."""

from etl.faults import Fault


class Refused(Exception):
    """The file must not be read any further; carries the fault that says why."""

    def __init__(self, found: Fault):
        super().__init__(found.message)
        self.fault = found
