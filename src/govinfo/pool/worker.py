"""A worker as the program sees it: its process, its socket, and the items it was given."""

from __future__ import annotations

import pickle
import socket
from collections import deque
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from attrs import define, field

from govinfo.pool.messages import HEAD, MessageKind, message
from govinfo.pool.starting import Process

__all__ = ["Job", "Worker"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_AT_ONCE = 256 * 1024
"""Bytes to receive at once, at most; a socket holds about as many."""


@define(eq=False)
class Job(Generic[Item, Result]):
    """An item on its way to its result."""

    item: Item
    packed: bytes = b""
    is_by_value: bool = False
    """Whether it is packed with the classes it needs, and not with their names."""
    deaths: int = 0
    """How many workers died while they had it at hand."""
    is_done: bool = False
    result: Result | None = None
    raised: Exception | None = None


@define(eq=False)
class Worker(Generic[Item, Result]):
    """A process, the socket that leads there, and the items it was given."""

    process: Process
    socket: socket.socket
    jobs: deque[Job[Item, Result]] = field(factory=deque)
    """Given and not yet answered, in order; the first one is at hand."""
    is_ready: bool = False
    unsent: bytearray = field(factory=bytearray)
    _received: bytearray = field(factory=bytearray)

    def give(self, jobs: list[Job[Item, Result]]) -> None:
        """Send items, as soon as the socket takes them."""
        self.jobs += jobs
        self.send(message(MessageKind.ITEMS, [job.packed for job in jobs]))

    def send(self, packed: bytes) -> None:
        """Send a message, as soon as the socket takes it."""
        self.unsent += packed
        self.flush()

    def flush(self) -> None:
        """Send as much as the socket takes."""
        try:
            while self.unsent:
                sent = self.socket.send(self.unsent)
                del self.unsent[:sent]
        except BlockingIOError:
            return
        except OSError:
            # It is dead. What it sent before can still be read, and then its socket ends.
            self.unsent.clear()

    def receive(self) -> bool:
        """Take in what the worker has sent; `False` when there will be no more."""
        try:
            received = self.socket.recv(_AT_ONCE)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self._received += received
        return bool(received)

    @property
    def is_answering(self) -> bool:
        """Whether a part of an answer has come in."""
        return bool(self._received)

    def messages(self) -> Iterator[tuple[MessageKind, Any, float]]:
        """Yield the messages that have come in whole: kind, value and the seconds it took."""
        begin = 0
        while len(self._received) >= begin + HEAD.size:
            kind, length, seconds = HEAD.unpack_from(self._received, begin)
            body, end = begin + HEAD.size, begin + HEAD.size + length
            if len(self._received) < end:
                break
            with memoryview(self._received) as whole, whole[body:end] as packed:
                try:
                    value = pickle.loads(packed)  # noqa: S301 - a process that we started wrote it
                except Exception as error:  # noqa: BLE001 - unpickling runs any code
                    kind, value = MessageKind.RAISED, error
            begin = end
            yield MessageKind(kind), value, seconds
        del self._received[:begin]

    def end(self) -> int:
        """Close the socket, kill the process if it still lives, and return its exit status."""
        self.socket.close()
        return self.process.kill()
