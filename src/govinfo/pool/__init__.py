"""A pool of worker processes that survives their deaths: many items, results in order.

Each worker has a socket of its own, and nobody else holds the other end: when a worker dies, half
way through an answer or not, its socket ends, and it is known at once which item it had at hand.
There are no threads, no locks and no shared queues that a death could leave shut.
"""

from __future__ import annotations

from govinfo.pool.pool import CannotTravel, Died, map_chunks

__all__ = ["CannotTravel", "Died", "map_chunks"]
