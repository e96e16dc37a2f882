"""What a worker process does: it takes items from its socket and sends back their results."""

from __future__ import annotations

import pickle
import socket
import sys
import traceback
from collections.abc import Callable
from time import perf_counter
from typing import Any

from govinfo.pool.messages import HEAD, MessageKind, message

__all__ = ["answer_all", "serve"]

_AT_ONCE = 256 * 1024
"""Bytes to receive at once, at most."""


def serve(handle: int) -> None:
    """Answer until the program that started this process closes its end, or is gone."""
    if sys.platform == "win32":
        link = socket.fromshare(sys.stdin.buffer.read())
    else:
        link = socket.socket(fileno=handle)
    with link:
        try:
            packed = _read(link.recv)
        except (EOFError, ConnectionError):
            return
        answer_all(link, pickle.loads(packed))  # noqa: S301 - from our own program


def answer_all(link: socket.socket, function: Callable[[Any], object]) -> None:
    """Answer with what the function makes of each item, until the other end is closed."""
    try:
        link.sendall(message(MessageKind.READY, None))
        while True:
            for packed in pickle.loads(_read(link.recv)):  # noqa: S301 - as above
                link.sendall(_answer(function, packed))
    except (EOFError, ConnectionError):
        return


def _read(receive: Callable[[int], bytes]) -> bytes:
    """Return the next message without its head; `EOFError` when there will be none."""
    length = HEAD.unpack(_exactly(HEAD.size, receive))[1]
    return _exactly(length, receive)


def _exactly(length: int, receive: Callable[[int], bytes]) -> bytes:
    pieces, missing = list[bytes](), length
    while missing:
        piece = receive(min(missing, _AT_ONCE))
        if not piece:
            raise EOFError
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def _answer(function: Callable[[Any], object], packed: bytes) -> bytes:
    """Return as a message what the function makes of an item."""
    begun = perf_counter()
    try:
        item = pickle.loads(packed)  # noqa: S301 - as above
    except Exception as error:  # noqa: BLE001 - unpickling runs whatever code the item's class has
        return message(MessageKind.UNKNOWN, f"{type(error).__name__}: {error}")
    try:
        result = function(item)
        return message(MessageKind.RESULT, result, perf_counter() - begun)
    except Exception as error:  # noqa: BLE001 - it is raised again where the result is waited for
        # With the traceback that ends here as a note.
        told = f"In a worker process:\n{traceback.format_exc()}"
        try:
            error.add_note(told)
            raised = message(MessageKind.RAISED, error)
            pickle.loads(raised[HEAD.size :])  # noqa: S301 - whether it can be done is the question
        except Exception:  # noqa: BLE001 - an error of a class that cannot be pickled
            return message(MessageKind.RAISED, RuntimeError(told))
        return raised
