"""Which trained model is used, if any: settled once, before any work, from what was asked for."""

import logging
import os
from functools import cache
from importlib.util import find_spec
from typing import Final

from tutanak.arguments import a_text
from tutanak.errors import OptionError

NONE: Final = "none"
AUTO: Final = "auto"
STANZA: Final = "stanza"
PACKAGED: Final = "tr_tutanak_md"
# What is used where nothing is said. `auto` is PACKAGED where it is installed.
DEFAULT_MODEL: Final = NONE

Model = str | os.PathLike[str] | None
_log: Final = logging.getLogger("tutanak")


def settled(model: Model = DEFAULT_MODEL) -> str | None:
    """The name of the model to open, or None for rules alone.

    `auto` gives the packaged model where it is installed; where it is not, that is said once a
    process, on the log `tutanak` (the standard error where no logging is set up).

    Args:
        model: `auto`, `none` or None, the name of a spaCy package, the folder of a spaCy pipeline,
            `stanza`, or `stanza:FOLDER`.

    Raises:
        OptionError: It is no name and no path, or empty.
    """
    if model is None:
        return None
    name = os.fspath(model) if isinstance(model, os.PathLike) else a_text(model, "model")
    if not name.strip():
        raise OptionError("model is empty; name a model, or give 'none' for rules alone")
    if name == NONE:
        return None
    if name != AUTO:
        return name
    if find_spec(PACKAGED) is not None:
        return PACKAGED
    _say_missing()
    return None


@cache
def _say_missing() -> None:
    """Cached, so that it is said once."""
    from tutanak.extraction.model_labels import install_command

    _log.warning(
        "note: the model %s is not installed, so rules work alone; to use it: %s",
        PACKAGED,
        install_command(PACKAGED),
    )
