"""Rounds again and again."""

import time
from datetime import timedelta

import pytest

from tutanak.errors import OptionError
from tutanak.sync.watching import watch

SECOND = timedelta(seconds=1)


def test_the_first_round_is_now_and_the_next_after_a_while() -> None:
    moments: list[float] = []
    started = time.monotonic()
    watch(lambda: moments.append(time.monotonic() - started), every=SECOND, rounds=2, failed=_fail)
    assert moments[0] < 0.5
    assert 0.8 < moments[1] - moments[0] < 3


def _fail(error: BaseException) -> None:
    raise AssertionError(error)


@pytest.mark.filterwarnings("ignore")
def test_a_round_that_fails_stops_no_other() -> None:
    done: list[int] = []
    told: list[str] = []

    def one_round() -> None:
        done.append(len(done))
        if len(done) == 1:
            raise OSError("kein Netz")

    watch(one_round, every=SECOND, rounds=2, failed=lambda error: told.append(str(error)))
    assert (done, told) == ([0, 1], ["kein Netz"])


def test_a_round_that_takes_long_is_not_made_up_for() -> None:
    moments: list[float] = []
    started = time.monotonic()

    def slow() -> None:
        moments.append(time.monotonic() - started)
        time.sleep(2.5 if len(moments) == 1 else 0)

    watch(slow, every=SECOND, rounds=3, failed=_fail)
    assert 2.4 < moments[1] < 3.6
    assert moments[2] - moments[1] > 0.3


def test_a_signal_ends_it() -> None:
    def stop() -> None:
        raise SystemExit(143)

    with pytest.raises(SystemExit, match="143"):
        watch(stop, every=SECOND, failed=_fail)


@pytest.mark.parametrize(("every", "rounds"), [(timedelta(0), None), (SECOND, 0)])
def test_nonsense(every: timedelta, rounds: int | None) -> None:
    with pytest.raises(OptionError):
        watch(lambda: None, every=every, rounds=rounds, failed=_fail)
