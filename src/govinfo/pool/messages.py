"""What the program and its workers say to each other: pickled values, each behind its kind, length and time."""

from __future__ import annotations

import pickle
from enum import IntEnum
from struct import Struct

__all__ = ["HEAD", "MessageKind", "message"]

HEAD = Struct("<BQd")
"""In front of each message: its kind, the bytes that follow, and the seconds it took to work out."""


class MessageKind(IntEnum):
    """What a message is."""

    FUNCTION = 0
    """To a worker: what to do with each item."""
    ITEMS = 1
    """To a worker: items, each pickled by itself, so that one that cannot be unpickled spoils no other."""
    READY = 2
    """From a worker: it has the function, and waits for items."""
    RESULT = 3
    """From a worker: what the function made of the next item."""
    RAISED = 4
    """From a worker: what the function raised."""
    UNKNOWN = 5
    """From a worker: why the next item cannot be unpickled there."""


def message(kind: MessageKind, value: object, seconds: float = 0.0) -> bytes:
    """Return a value as a message."""
    packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(kind, len(packed), seconds) + packed
