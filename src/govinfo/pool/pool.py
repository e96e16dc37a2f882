"""The pool: it hands out chunks of items, takes in results, and replaces workers that died."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from signal import Signals
from time import perf_counter, sleep
from typing import Generic, TypeVar, cast

from attrs import define, field

from govinfo.errors import WorkerLost
from govinfo.pool.messages import MessageKind
from govinfo.pool.starting import start_process
from govinfo.pool.worker import Job, Worker

__all__ = ["CannotTravel", "Died", "map_chunks"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_LONGEST_CHUNK = 32
"""Items that go to a worker at once, at most."""
_LARGEST_CHUNK = 256 * 1024
"""Bytes of items after which a chunk is full."""
_SECONDS_A_CHUNK = 0.02
"""The time for one chunk: long enough to hide its handing out, so short that no worker is late."""
_LEAST_PACE = 1e-6
_MOST_CHUNKS = 4
"""The chunks for each worker that may be on their way or wait; a worker has two of them."""
_PATIENCE = 0.005
"""Seconds after which waiting results, or items that can be drawn, come before the workers."""
_LOOK_AROUND = 1.0
"""Seconds without news after which each worker is asked whether it still lives."""
_MOST_FAILED_STARTS, _MOST_KILLED_STARTS = 3, 100
"""After so many workers in a row that ended, or were killed, before they began, give up."""


_FAST, _NAP = 0.001, 0.001
"""Below so many seconds an item, wait so long for answers, and take them in together."""


class Died(Exception):
    """Two processes died while they had one item at hand; the text says how the second one did."""


class CannotTravel(Exception):
    """An item cannot be handed to another process; the text says why."""


def map_chunks(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    otherwise: Callable[[Item, Died | CannotTravel], Result],
) -> Iterator[Result]:
    """Yield what a function makes of each item, in order, worked out in so many processes.

    Only a few items for each worker are drawn ahead. When a worker dies, the item that it had at
    hand is tried once more, alone, in a fresh process; all others go on elsewhere. `otherwise`
    gives the result of an item that this process dies of too, and of one that cannot be pickled.
    What the function raises is raised here, in its place.

    The processes import what the function needs, and not the program that was started: that needs
    no `if __name__ == "__main__"`. None is left when the iterator ends, is closed or is
    interrupted.

    Raises:
        WorkerLost: no process can be started, or each ends before it begins.

    """
    pool = _Pool[Item, Result](function, iter(items), workers, otherwise)
    try:
        yield from pool.results()
    finally:
        pool.close()


@define(eq=False)
class _Pool(Generic[Item, Result]):
    """What is on its way."""

    function: Callable[[Item], Result]
    items: Iterator[Item]
    size: int
    otherwise: Callable[[Item, Died | CannotTravel], Result]
    workers: list[Worker[Item, Result]] = field(factory=list)
    jobs: deque[Job[Item, Result]] = field(factory=deque)
    """Everything that was drawn and not yet handed out as a result, in order."""
    returned: deque[Job[Item, Result]] = field(factory=deque)
    """Those to be given to a worker again."""
    suspects: deque[Job[Item, Result]] = field(factory=deque)
    """Those to be given, alone, to a fresh worker; there is always room for one each."""
    failed_starts: int = 0
    killed_starts: int = 0
    pace: float = _SECONDS_A_CHUNK
    """Seconds that one item takes, as the last ones did."""
    is_exhausted: bool = False
    failure: Exception | None = None
    """What the items raised when asked for the next one: it is raised after the results so far."""
    selector: DefaultSelector = field(factory=DefaultSelector)

    def results(self) -> Iterator[Result]:
        """Yield the results."""
        while True:
            may_draw_more = self.hand_out()
            if not self.jobs and not may_draw_more:
                break
            if not self.has_result():
                self.listen(0.0 if may_draw_more else _LOOK_AROUND)
                continue
            begun = perf_counter()
            while self.has_result() and perf_counter() - begun < _PATIENCE:
                job = self.jobs.popleft()
                if job.raised is not None:
                    raise job.raised
                yield cast("Result", job.result)
            self.listen(0.0)
        if self.failure is not None:
            raise self.failure

    def has_result(self) -> bool:
        """Whether the next result is there."""
        return bool(self.jobs) and self.jobs[0].is_done

    def close(self) -> None:
        """Leave no process behind."""
        for worker in self.workers:
            worker.end()
        self.selector.close()

    # Handing out.

    def hand_out(self) -> bool:
        """Give workers what they have room for; return whether only the time ran out."""
        while self.suspects:
            self.start().give([self.suspects.popleft()])
        deadline = perf_counter() + _PATIENCE
        length = max(1, min(_LONGEST_CHUNK, int(_SECONDS_A_CHUNK / self.pace)))
        while perf_counter() < deadline:
            worker = min(self.with_room(length), key=lambda worker: len(worker.jobs), default=None)
            may_start = len(self.workers) < self.size
            if worker is None and not may_start:
                return False
            chunk = self.draw(length, deadline)
            if not chunk:
                return False
            if may_start and (worker is None or worker.jobs):
                worker = self.start()
            cast("Worker[Item, Result]", worker).give(chunk)
        return not self.is_exhausted

    def with_room(self, length: int) -> list[Worker[Item, Result]]:
        """Return the workers with one chunk or none; one that has a suspect is left alone."""
        return [
            worker
            for worker in self.workers
            if not worker.jobs or (len(worker.jobs) <= length and not worker.jobs[0].deaths)
        ]

    def draw(self, length: int, deadline: float) -> list[Job[Item, Result]]:
        """Return the next chunk; once there is an item, do not wait for items that take long."""
        chunk, size = list[Job[Item, Result]](), 0
        while (
            len(chunk) < length
            and size < _LARGEST_CHUNK
            and not (chunk and perf_counter() > deadline)
        ):
            job = self.returned.popleft() if self.returned else self.drawn(length)
            if job is None:
                break
            if not job.is_done:
                chunk.append(job)
                size += len(job.packed)
        return chunk

    def drawn(self, length: int) -> Job[Item, Result] | None:
        """Return the next item; `None` if there is none, or if enough items are on their way."""
        if self.is_exhausted or len(self.jobs) >= _MOST_CHUNKS * self.size * length:
            return None
        try:
            job = Job[Item, Result](next(self.items))
        except StopIteration:
            self.is_exhausted = True
            return None
        except Exception as error:  # noqa: BLE001 - it is raised when its turn comes
            self.is_exhausted, self.failure = True, error
            return None
        self.jobs.append(job)
        try:
            job.packed = pickle.dumps(job.item, pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - pickling runs the item's code
            self.finish(job, CannotTravel(str(error)))
        return job

    def start(self) -> Worker[Item, Result]:
        """Start another worker."""
        try:
            process, link = start_process(self.function, (worker.socket for worker in self.workers))
        except OSError as error:
            raise WorkerLost(
                f"No worker process can be started: {error}. "
                "Free some memory or processes, or read with workers=1."
            ) from error
        worker = Worker[Item, Result](process, link)
        self.workers.append(worker)
        worker.send(process.greeting)
        self.selector.register(worker.socket, EVENT_READ, worker)
        return worker

    # Taking in.

    def listen(self, seconds: float) -> None:
        """Wait so long for news from the workers, and see to it."""
        for worker in self.workers:
            events = EVENT_READ | (EVENT_WRITE if worker.unsent else 0)
            if self.selector.get_key(worker.socket).events != events:
                self.selector.modify(worker.socket, events, worker)
        if seconds and self.pace < _FAST:
            # Each answer would wake this process up. The sockets hold what comes in the meantime.
            sleep(_NAP)
        news = self.selector.select(seconds)
        for key, events in news:
            if events & EVENT_WRITE:
                key.data.flush()
            if events & EVENT_READ and not self.has_answered(key.data):
                self.bury(key.data)
        if seconds and not news:
            # A process that was forked at the wrong moment may hold a dead worker's socket open.
            for worker in [
                worker for worker in self.workers if worker.process.status() is not None
            ]:
                self.bury(worker)

    def has_answered(self, worker: Worker[Item, Result]) -> bool:
        """Take in what a worker has to say; `False` when it is dead."""
        is_alive = worker.receive()
        for kind, value, seconds in worker.messages():
            if kind is MessageKind.READY:
                worker.is_ready, self.failed_starts, self.killed_starts = True, 0, 0
                continue
            job = worker.jobs.popleft()
            if kind is MessageKind.UNKNOWN:
                self.send_by_value(worker, job, value)
                continue
            self.pace += (max(seconds, _LEAST_PACE) - self.pace) / 4
            job.is_done, job.packed = True, b""
            if kind is MessageKind.RESULT:
                job.result = value
            else:
                job.raised = value
        return is_alive

    def send_by_value(self, worker: Worker[Item, Result], job: Job[Item, Result], why: str) -> None:
        """Send an item again with the classes it needs, as the worker cannot find them by name."""
        # Imported here: hardly anybody has to do without what its name says.
        import cloudpickle  # noqa: PLC0415

        if job.is_by_value:
            self.finish(job, CannotTravel(why))
            return
        try:
            job.packed, job.is_by_value = cloudpickle.dumps(job.item), True
        except Exception as error:  # noqa: BLE001 - as above
            self.finish(job, CannotTravel(str(error)))
        else:
            worker.give([job])

    def bury(self, worker: Worker[Item, Result]) -> None:
        """Take a dead worker out, and have what it was given done by others."""
        self.selector.unregister(worker.socket)
        self.workers.remove(worker)
        status = worker.end()
        if not worker.is_ready:
            self.count_failed_start(status)
        elif worker.jobs and not worker.is_answering:
            # One that dies while it sends an answer has lived longer than the item.
            worker.jobs[0].deaths += 1
        jobs = list(worker.jobs)
        if jobs and jobs[0].deaths > 1:
            self.finish(jobs.pop(0), Died(_told(status)))
        elif jobs and jobs[0].deaths:
            self.suspects.append(jobs.pop(0))
        self.returned.extendleft(reversed(jobs))

    def count_failed_start(self, status: int) -> None:
        """Give up when workers end before they begin, again and again: no item is the cause."""
        if status < 0:
            self.killed_starts += 1
        else:
            self.failed_starts += 1
        if self.failed_starts >= _MOST_FAILED_STARTS or self.killed_starts >= _MOST_KILLED_STARTS:
            raise WorkerLost(
                f"{self.failed_starts + self.killed_starts} worker processes in a row "
                f"ended before they began. "
                f"Of the last one is known: {_told(status)}. "
                "What they wrote to standard error says more. "
                "Read with workers=1."
            )

    def finish(self, job: Job[Item, Result], trouble: Died | CannotTravel) -> None:
        """Give an item the result that stands for its trouble."""
        job.result, job.is_done, job.packed = self.otherwise(job.item, trouble), True, b""


def _told(status: int) -> str:
    """Return how a process ended, as a sentence without its end."""
    if status >= 0:
        return f"it ended with exit status {status}"
    names = {each.value: each.name for each in Signals}
    return f"it was killed by {names.get(-status, f'signal {-status}')}"
