"""How a worker process starts: as a copy of the program where that is safe, else as a new one."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from govinfo.pool.messages import HEAD, MessageKind
from govinfo.pool.serving import answer_all

__all__ = ["Process", "start_process"]

# Only what the function needs is imported, never the program that was started: that need not expect
# it.
_PROGRAM = """import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.path[:] = {path!r}
from govinfo.pool.serving import serve; serve({handle})"""


class Process(Protocol):
    """A process that was started here."""

    greeting: bytes
    """What it has to be sent before anything else."""

    def status(self) -> int | None:
        """Return its exit status (negative: the signal that killed it); `None` while it lives."""

    def kill(self) -> int:
        """End it at once, if it still lives, and return its status."""


def start_process(
    function: Callable[[Any], object], open_here: Iterable[socket.socket]
) -> tuple[Process, socket.socket]:
    """Start a process that answers with the result of each item; return it and its socket.

    Of the other sockets that are open here, it must keep none.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            process = (
                _Copy(theirs, [ours, *open_here], function)
                if _Copy.is_safe()
                else _Program(theirs, function)
            )
        except BaseException:
            ours.close()
            raise
    ours.settimeout(0)
    return process, ours


class _Copy:
    """A copy of this process: it is there at once, with everything that is loaded here."""

    def __init__(
        self, theirs: socket.socket, ours: list[socket.socket], function: Callable[[Any], object]
    ) -> None:
        self.greeting = b""
        # None is left behind even when the program ends without closing the pool.
        self._process = multiprocessing.get_context("fork").Process(
            target=self._serve, args=(theirs, ours, function), daemon=True
        )
        with warnings.catch_warnings():
            # Python counts the threads of libraries too.
            warnings.filterwarnings("ignore", "This process .* is multi-threaded")
            self._process.start()

    @staticmethod
    def _serve(
        theirs: socket.socket, ours: list[socket.socket], function: Callable[[Any], object]
    ) -> None:
        """Answer for the program, in the copy."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for each in ours:
            each.close()
        # What is there already is shared with the program, as long as nobody touches it.
        gc.freeze()
        answer_all(theirs, function)

    @staticmethod
    def is_safe() -> bool:
        """Whether no other thread here runs Python.

        A lock that such a thread holds would stay shut in a copy for ever. Threads that numpy and
        Arrow started for themselves do no harm: these libraries, and the memory that they share,
        see to their locks when a process is copied.
        """
        # Elsewhere the libraries of the system itself do not bear being copied, or there is no way
        # to do it.
        if sys.platform != "linux":
            return False
        return threading.active_count() == 1 and len(sys._current_frames()) == 1  # noqa: SLF001

    def status(self) -> int | None:
        """Return how it ended, if it did."""
        return self._process.exitcode

    def kill(self) -> int:
        """End it."""
        self._process.kill()
        self._process.join()
        return self._process.exitcode or 0


class _Program:
    """A Python of its own, which imports what the function needs."""

    def __init__(self, theirs: socket.socket, function: Callable[[Any], object]) -> None:
        # Imported here: a copy needs nothing to be packed.
        import cloudpickle  # noqa: PLC0415

        packed = cloudpickle.dumps(function)
        self.greeting = HEAD.pack(MessageKind.FUNCTION, len(packed), 0.0) + packed
        command = [
            sys.executable,
            "-c",
            _PROGRAM.format(path=[*map(str, sys.path)], handle=theirs.fileno()),
        ]
        if sys.platform == "win32":
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.PIPE
            )
            with self._process.stdin as handed_down:
                handed_down.write(theirs.share(self._process.pid))
        else:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
            )

    def status(self) -> int | None:
        """Return how it ended, if it did."""
        return self._process.poll()

    def kill(self) -> int:
        """End it."""
        if self._process.poll() is None:
            self._process.kill()
        return self._process.wait()
