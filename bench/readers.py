"""Readers walking the board's pages through Streamlit's own protocol, noting what each page said."""

import asyncio
import random
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field

from bench.client import LONGEST, PageFailed, Session, open_socket

PUBLICATION = re.compile(r"publication (\d+),", re.I)
SAYS = ('class="ec-kick"', 'class="ec-site"')  # the line above a page's heading, and its foot
Place = tuple[str, str]  # a page's name and query


@dataclass
class Walked:
    """`said`: (page, publication) -> the different texts it showed. `without`: pages read that name no publication."""

    reads: int = 0
    without: int = 0
    errors: list[str] = field(default_factory=list)
    said: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    mixed: list[str] = field(default_factory=list)


class Reader(Session):
    """A visitor who remembers the words of the page under way."""

    def __init__(self, socket) -> None:
        super().__init__(socket, "", "")
        self.told: list[str] = []

    async def read(self, place: Place) -> list[str]:
        self.page, self.query = place
        self.page_hash, self.told = "", []
        await self.run()
        return self.told

    def ends_run(self, message) -> bool:
        if message.WhichOneof("type") == "delta":
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            if kind in ("html", "markdown"):
                self.told.append(element.html.body if kind == "html" else element.markdown.body)
        return super().ends_run(message)


async def walk(port: int, places: list[Place], readers: int, seconds: float) -> Walked:
    """Keep `readers` walking from page to page, each in an order of their own, for `seconds`."""
    walked, gate = Walked(), asyncio.Semaphore(10)

    async def reader(number: int) -> None:
        draw = random.Random(number)
        async with gate:
            socket = await open_socket(port)
            visitor = Reader(socket)
            await visitor.read(places[0])
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            place = draw.choice(places)
            try:
                note(walked, place, await visitor.read(place))
            except PageFailed as failed:
                walked.errors.append(str(failed))
        await socket.close()

    async with asyncio.timeout(seconds + 2 * LONGEST):
        await asyncio.gather(*(reader(number) for number in range(readers)))
    return walked


def note(walked: Walked, place: Place, told: list[str]) -> None:
    """Count a page read. One whose head and foot name two publications mixes them."""
    walked.reads += 1
    text = "\n".join(told)
    named = {int(PUBLICATION.search(each)[1]) for each in told if any(mark in each for mark in SAYS)
             and PUBLICATION.search(each)}  # fmt: skip
    if not named:
        walked.without += 1
    elif len(named) > 1:
        walked.mixed.append(f"{place[0]}: {sorted(named)}")
    else:
        walked.said[f"{place[0]}{place[1]}", named.pop()].add(text)
