"""Start a Streamlit server on a free loopback port, for the tests, the bench and the pictures."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, its process id, and where it writes what it says."""

    port: int
    pid: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serve(
    script: Path = ROOT / "app.py",
    environment: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
    first_visit: bool = True,
) -> Iterator[Server]:
    """Serve a script until the block ends. Raises RuntimeError with the server's words if it fails."""
    port = free_port()
    log = Path(tempfile.mkstemp(prefix="server-", suffix=".log")[1])
    command = [*streamlit_command(script, port), *options]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=script.parent, env=os.environ | (environment or {}), stdout=output, stderr=output
        )
        try:
            if not wait_until_healthy(process, port):
                said = log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"The server did not answer on port {port}. It said:\n{said}")
            if first_visit:
                be_first_visitor(port)
            yield Server(port, process.pid, log)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            log.unlink(missing_ok=True)


def is_taken(port: int) -> bool:
    """Whether something already answers on a port of this computer."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def streamlit_command(script: Path, port: int) -> list[str]:
    """What starts a server on loopback that opens no browser and reports to nobody."""
    return [
        sys.executable, "-m", "streamlit", "run", str(script),
        f"--server.address={HOST}", f"--server.port={port}",
        "--server.headless=true", "--browser.gatherUsageStats=false",
    ]  # fmt: skip


def wait_until_healthy(process: subprocess.Popen, port: int, wait: float = 60) -> bool:
    """Whether the server answered in time; False as soon as it has ended instead."""
    address, until = f"http://{HOST}:{port}/_stcore/health", time.monotonic() + wait
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:
            if answer.status == 200:
                return True
        time.sleep(0.1)
    return False


def be_first_visitor(port: int, wait: float = 60) -> None:
    """Open the first page once, over the websocket, as a browser would.

    Because the folder is called pages/, Streamlit tells the very first visitor of a new server that a
    linked page doesn't exist, beside showing it. So the first visitor is us, and every module is loaded.
    """
    # late: Streamlit takes a second to import, and meanwhile the server can already be starting
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ClientState_pb2 import ClientState
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.sync.client import connect

    asked = BackMsg(rerun_script=ClientState(query_string="", page_name=""))
    address = f"ws://{HOST}:{port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, close_timeout=1) as socket:
        socket.send(asked.SerializeToString())
        until = time.monotonic() + wait
        while time.monotonic() < until:
            if ForwardMsg.FromString(socket.recv(timeout=wait)).WhichOneof("type") == "script_finished":
                return
