"""Which models are there: spaCy packages that fit, and Stanza's Turkish one."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec

from tutanak.errors import ModelError
from tutanak.extraction.model_choice import PACKAGED, STANZA
from tutanak.extraction.model_door import open_model
from tutanak.extraction.model_labels import install_command
from tutanak.extraction.model_stanza_files import DOWNLOAD


@dataclass(frozen=True, slots=True)
class Listed:
    """A model by the name that `--model` takes; `fault` says why it cannot be used, if so."""

    name: str
    title: str
    fault: str = ""


def models() -> Iterator[Listed]:
    """The packaged model first, then other spaCy packages by name, then Stanza.

    Each is opened, for only that shows whether it can be used.
    """
    installed = {point.name for point in entry_points(group="spacy_models")}
    if find_spec(PACKAGED) is None:
        yield Listed(PACKAGED, "", f"not installed: {install_command(PACKAGED)}")
    else:
        installed.add(PACKAGED)
    for name in sorted(installed, key=lambda name: (name != PACKAGED, name)):
        yield _tried(name)
    if find_spec("stanza") is None:
        yield Listed(STANZA, "", f"not installed: pip install 'tutanak[stanza]', then {DOWNLOAD}")
    else:
        yield _tried(STANZA)


def _tried(name: str) -> Listed:
    try:
        return Listed(name, open_model(name).title)
    except ModelError as error:
        return Listed(name, "", str(error))
