"""What the programme delivers: all formulas on its logs, registers and accounts."""

from metrics import commitments, ownership, reach, register, resources, sessions

FORMULAS = {
    **reach.FORMULAS,
    **sessions.FORMULAS,
    **ownership.FORMULAS,
    **commitments.FORMULAS,
    **resources.FORMULAS,
    **register.FORMULAS,
}
