"""Sessions that speak Streamlit's own protocol over a websocket: a browser without its drawing."""

import asyncio
import statistics
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

LONGEST = 60  # seconds that opening the sessions, and the runs under way at the end, may take


class PageFailed(Exception):
    """The page showed an exception, or didn't finish."""


@dataclass
class Load:
    """What a number of sessions got from a page: the wait of each finished run, and the seconds in all."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Finished runs a second, over all sessions."""
        return len(self.waits) / self.seconds

    @property
    def median_wait(self) -> float:
        """The middle wait from asking for a run to its end, in seconds."""
        return statistics.median(self.waits)


class Session:
    """One visitor with one page open."""

    def __init__(self, socket, page: str, query: str):
        self.socket, self.page, self.query, self.page_hash = socket, page, query, ""

    async def run(self) -> float:
        """Ask for a run of the page and read until its end; return the seconds it took."""
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.page_name, state.page_script_hash = self.query, self.page, self.page_hash
        state.context_info.timezone, state.context_info.locale = "Europe/London", "en-GB"
        began = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        async for raw in self.socket:
            if self.ends_run(ForwardMsg.FromString(raw)):
                return time.perf_counter() - began
        raise PageFailed(f"the server closed the session on '{self.page}'")

    def ends_run(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page_hash = message.new_session.page_script_hash
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise PageFailed(f"'{self.page}': {message.delta.new_element.exception.message}")
        elif kind == "page_not_found":
            raise PageFailed(f"there is no page '{self.page}'")
        return kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


async def drive(port: int, page: str, query: str, users: int, seconds: float) -> Load:
    """Keep `users` sessions running a page for `seconds`, each asking again as soon as it is answered.

    Runs under way when the time is up are waited for and counted, with the time they took: with a slow
    page all fifty are under way most of the time.
    """
    load, everyone_in = Load(), asyncio.Barrier(users)
    gate = asyncio.Semaphore(10)  # people don't all arrive in the same millisecond

    async def visitor() -> tuple[float, float]:
        async with gate:
            socket = await open_socket(port)
            session = Session(socket, page, query)
            await session.run()
        await everyone_in.wait()
        began = time.perf_counter()
        while time.perf_counter() - began < seconds:
            load.waits.append(await session.run())
        ended = time.perf_counter()
        await socket.close()
        return began, ended

    async with asyncio.timeout(seconds + LONGEST):
        spans = await asyncio.gather(*(visitor() for _ in range(users)))
    load.seconds = max(end for _, end in spans) - min(start for start, _ in spans)
    return load


def open_socket(port: int):
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    return connect(address, subprotocols=["streamlit"], max_size=None, ping_interval=None)


def measure(port: int, page: str, query: str = "", users: int = 50, seconds: float = 10) -> Load:
    """Drive a page of the server at `port`. Raises PageFailed when the page shows an exception."""
    return asyncio.run(drive(port, page, query, users, seconds))
