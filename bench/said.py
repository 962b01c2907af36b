"""How every bench prints: at once, and with the target beside the figure."""


def say(line: str = "") -> None:
    """One line, shown at once even where the output is a pipe."""
    print(line, flush=True)


def verdict(met: bool) -> str:
    """What is written behind a figure that has a target."""
    return "met" if met else "MISSED"
