"""Rounds again and again: `tutanak watch`."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Final

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, JobExecutionEvent
from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.interval import IntervalTrigger

from tutanak.errors import OptionError

_SHORTEST: Final = timedelta(seconds=1)


def watch(
    one_round: Callable[[], None],
    *,
    every: timedelta,
    rounds: int | None = None,
    failed: Callable[[BaseException], None],
) -> None:
    """Do a round now and then every so often, until the process is told to stop.

    A round that takes longer than `every` is followed at once by one round, not by all that were
    missed. A round that fails is told, and the next one comes as if it had not.

    Args:
        one_round: What is done.
        every: From the beginning of one round to that of the next.
        rounds: Stop after so many; None goes on.
        failed: Called with what a round raised.

    Raises:
        OptionError: `every` is shorter than a second, or `rounds` below 1.
    """
    if every < _SHORTEST:
        raise OptionError(f"every {every.total_seconds():g} s is too often; 1s is the least")
    if rounds is not None and rounds < 1:
        raise OptionError(f"rounds is {rounds}; it must be 1 or more")
    # In this thread: a signal then ends the round itself, and nothing is left behind.
    scheduler = BlockingScheduler(timezone=UTC, executors={"default": DebugExecutor()})
    done = 0
    stopped: list[BaseException] = []

    def job() -> None:
        try:
            one_round()
        except (SystemExit, KeyboardInterrupt) as stop:  # the scheduler would swallow it
            stopped.append(stop)

    def ended(event: JobExecutionEvent) -> None:
        nonlocal done
        done += 1
        if event.exception is not None:
            failed(event.exception)
        if done == rounds or stopped:
            # It waits for the lock that the scheduler holds until it has noted this round.
            Thread(target=scheduler.shutdown, kwargs={"wait": False}).start()

    scheduler.add_listener(ended, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
    scheduler.add_job(
        job,
        IntervalTrigger(seconds=every.total_seconds(), timezone=UTC),
        next_run_time=datetime.now(UTC),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    scheduler.start()
    if stopped:
        raise stopped[0]
