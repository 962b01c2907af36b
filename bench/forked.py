"""Work done in a process of its own, forked: as apart as a new one, without a second for Python to start."""

import json
import os
import resource
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended: its answer or None, the signal or status that ended it, seconds, and peak memory in MB."""

    answer: Any
    status: int
    seconds: float
    megabytes: float

    @property
    def hung(self) -> bool:
        return self.status == -signal.SIGKILL and self.answer is None


def forked(work: Callable[[], Any], seconds: float, memory_mb: int = 0) -> Ended:
    """`work()`'s answer as JSON carries it. Killed after `seconds`; may take `memory_mb` more than we do (0: any)."""
    begun = time.monotonic()
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        _child(work, readable, writable, memory_mb)
    os.close(writable)
    answer = _read(readable, child, begun + seconds)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    told = json.loads(answer) if answer and code == 0 else None
    return Ended(told, code, time.monotonic() - begun, used.ru_maxrss * 1024 / MEGABYTE)


def _child(work: Callable[[], Any], readable: int, writable: int, memory_mb: int) -> None:
    status = 1
    try:
        os.close(readable)
        if memory_mb:
            most = _in_use() + memory_mb * MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
        answer = json.dumps(work()).encode()
        with os.fdopen(writable, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _in_use() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _read(readable: int, child: int, until: float) -> bytes:
    """What the child writes until it ends; past `until` it is killed and nothing counts."""
    import select

    found = []
    with os.fdopen(readable, "rb", buffering=0) as pipe:
        while True:
            ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                os.kill(child, signal.SIGKILL)
                return b""
            piece = pipe.read(1 << 20)
            if not piece:
                return b"".join(found)
            found.append(piece)
