"""The door to trained models: a name goes in, something that finds names comes out."""

from functools import lru_cache

from tutanak.extraction.model_choice import STANZA
from tutanak.extraction.model_values import MentionModel


@lru_cache(maxsize=2)
def open_model(name: str) -> MentionModel:
    """The model `name`, loaded once a process.

    Args:
        name: A spaCy package, the folder of a spaCy pipeline, `stanza` or `stanza:FOLDER`.

    Raises:
        ModelError: It is not installed, broken, made for another version, or names neither
            people nor bodies; the message has the command that helps.
        MissingPackageError: `stanza` is asked for and the package is not installed.
    """
    maker, _, folder = name.partition(":")
    if maker == STANZA:
        from tutanak.extraction.model_stanza import open_stanza

        return open_stanza(folder or None)
    from tutanak.extraction.model_spacy import open_spacy

    return open_spacy(name)
