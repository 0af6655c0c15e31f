"""An ordered map over worker processes that survives the death of a worker."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH: Final = 8
_AHEAD: Final = 3


def map_ordered(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """`map(work, items)` in `workers` fresh processes, in the order of the items.

    Only a few batches for each worker are under way at a time, so memory does not grow with the
    number of items. Where a worker dies (killed for memory, a crash in native code), the batches
    under way are done again item by item, and the item that kills its worker yields `lost(item)`.

    Args:
        work: A function at the top of a module, or a `partial` of one: it is pickled, as are its
            items and results.
        items: Read lazily.
        workers: How many processes; 1 stays in this one.
        lost: What to give back for an item whose worker died.
    """
    if workers == 1:
        yield from map(work, items)
        return
    crew = _Crew(work, workers)
    waiting: deque[tuple[list[Item], Future[list[Result]] | None]] = deque()
    try:
        for batch in _batches(items):
            waiting.append((batch, crew.submit(batch)))
            if len(waiting) > workers * _AHEAD:
                yield from crew.collect(*waiting.popleft(), lost)
        while waiting:
            yield from crew.collect(*waiting.popleft(), lost)
    finally:
        crew.close()


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _each(work: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [work(item) for item in batch]


class _Crew(Generic[Item, Result]):
    """The processes, replaced as a whole when one of them dies."""

    def __init__(self, work: Callable[[Item], Result], workers: int) -> None:
        self._work = work
        self._workers = workers
        self._pool = self._hire(workers)

    @staticmethod
    def _hire(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, batch: list[Item]) -> Future[list[Result]] | None:
        """The batch under way, or None where a worker has died just now."""
        try:
            return self._pool.submit(_each, self._work, batch)
        except BrokenProcessPool:
            return None

    def collect(
        self,
        batch: list[Item],
        future: Future[list[Result]] | None,
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """The results of a batch, done again item by item where its workers died."""
        try:
            if future is not None:
                yield from future.result()
                return
        except BrokenProcessPool:
            pass
        for item in batch:
            yield self._alone(item, lost)

    def _alone(self, item: Item, lost: Callable[[Item], Result]) -> Result:
        """One item with nothing beside it that could be blamed."""
        for _ in range(2):  # the pool may be broken still by an earlier item
            try:
                return self._pool.submit(_each, self._work, [item]).result()[0]
            except BrokenProcessPool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = self._hire(self._workers)
        return lost(item)
