"""What `tutanak run` does to a store: its results, one transaction each."""

from tutanak.emit.output import Emitted
from tutanak.records import Failure
from tutanak.store.keys import key_of
from tutanak.store.writer import Writer


class Filling:
    """Takes the results of a run one by one. Made by `Store.filling`."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def take(self, result: Emitted | Failure) -> None:
        """Write one record, or put one input into quarantine."""
        if isinstance(result, Failure):
            self._writer.fail(result, key=key_of(result.source))
        else:
            self._writer.save(result, key=result.key)
