"""Packages that only some users need: one wording for all that are missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from tutanak.errors import MissingPackageError


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Imports inside the block need an extra of tutanak.

        with extra("store"):
            import sqlalchemy

    Args:
        name: The extra, as in `pip install 'tutanak[name]'`.

    Raises:
        MissingPackageError: A package is not installed; the message names it and the extra.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "tutanak":
            raise
        raise MissingPackageError(
            f"{error.name.split('.')[0]!r} is not installed, and this needs it: "
            f"pip install 'tutanak[{name}]'"
        ) from error
