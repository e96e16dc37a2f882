"""The messages of the program and its workers: pickled values, each behind a head."""

from __future__ import annotations

import pickle
from enum import IntEnum
from struct import Struct

__all__ = ["HEAD", "MessageKind", "message"]

HEAD = Struct("<BQd")
"""The head of each message: its kind, its length in bytes, and the seconds of its making."""


class MessageKind(IntEnum):
    """What a message is."""

    FUNCTION = 0
    """To a worker: what to do with each item."""
    ITEMS = 1
    """To a worker: items, each pickled alone, so that a damaged one harms no other."""
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
