"""Any spaCy pipeline that names people or bodies, behind the door of models."""

import json
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tutanak.errors import ModelError
from tutanak.extraction.model_labels import has_names, install_command, kind_of
from tutanak.extraction.model_values import ModelMention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Components that give no names; others may be what the names are made from, and stay.
_UNUSED: Final = frozenset(
    {
        *("tagger", "morphologizer", "parser", "senter", "sentencizer", "attribute_ruler"),
        *("lemmatizer", "trainable_lemmatizer", "textcat", "textcat_multilabel", "entity_linker"),
    }
)
# What reading a damaged pipeline can raise: files, TOML and JSON, tables of weights, factories.
_DAMAGE: Final = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ImportError, EOFError),
    *(RuntimeError, struct.error, AssertionError),
)


class SpacyModel:
    """A loaded pipeline: its entities (`doc.ents`), or the spans of a `spancat` with their scores.

    All sentences of a call go through it together, so that its arithmetic, and with it the last
    bits of its scores, depends on nothing else.
    """

    def __init__(self, nlp: "Language", title: str) -> None:
        self._nlp = nlp
        self.title = title

    def mentions(self, sentences: Sequence[str]) -> list[list[ModelMention]]:
        """The names in each sentence."""
        docs = self._nlp.pipe(sentences, batch_size=max(1, len(sentences)))
        return [list(_mentions(doc)) for doc in docs]


def _mentions(doc: "Doc") -> Iterator[ModelMention]:
    """Scored spans where there are any, else entities, which have no scores."""
    scored = [group for group in doc.spans.values() if "scores" in group.attrs]
    for group in scored:
        for span, score in zip(group, group.attrs["scores"], strict=True):
            if (kind := kind_of(span.label_)) is not None:
                yield ModelMention(kind, span.start_char, span.end_char, float(score))
    for span in () if scored else doc.ents:
        if (kind := kind_of(span.label_)) is not None:
            yield ModelMention(kind, span.start_char, span.end_char)


def open_spacy(name: str) -> SpacyModel:
    """The spaCy pipeline of a package, or of a folder.

    Raises:
        ModelError: It is missing, broken, made for another spaCy, or has no labels of ours.
    """
    import spacy
    from spacy import util
    from spacy.about import __version__ as ours

    packaged = util.is_package(name)
    again = f"pip install --force-reinstall {name}" if packaged else "write it anew, nlp.to_disk()"
    command = install_command(name)
    if packaged and command != f"pip install {name}":
        again = f"{command} --force-reinstall"
    if not packaged and not Path(name).is_dir():
        raise ModelError(
            f"model {name!r}: no spaCy package of that name is installed, and there is no such "
            f"folder; install it: {command} (or `python -m spacy download NAME` for those of "
            "spaCy); `tutanak models list` shows what is there"
        )
    meta = _meta(name, packaged, again)
    wanted = str(meta.get("spacy_version", ""))
    fits = util.is_compatible_version(ours, wanted) if wanted else True
    if fits is False:
        raise ModelError(
            f"model {name!r}: made for spaCy {wanted}, and this is spaCy {ours}; "
            f"install the one made for it: {again}"
        )
    try:
        nlp = spacy.load(name)
    except _DAMAGE as error:
        raise _broken(name, error, again) from error
    nlp.select_pipes(
        disable=[n for n, _ in nlp.pipeline if nlp.get_pipe_meta(n).factory in _UNUSED]
    )
    labels = sorted({label for pipe in nlp.pipe_names for label in nlp.pipe_labels.get(pipe, ())})
    if not has_names(labels):
        shown = ", ".join(labels[:12]) or "it has none"
        raise ModelError(
            f"model {name!r}: none of its labels means a person or a body ({shown}); add them to "
            "resources/tr/models.toml, or name another: `tutanak models list`"
        )
    lang, own, version = (str(meta.get(key, "")) for key in ("lang", "name", "version"))
    return SpacyModel(nlp, f"{lang}_{own} {version}".strip())


def _meta(name: str, packaged: bool, again: str) -> dict[str, Any]:
    """The description of a pipeline, read before it is loaded.

    Raises:
        ModelError: There is none, or it is damaged.
    """
    from spacy import util

    try:
        home = util.get_package_path(name) if packaged else Path(name)
        meta = json.loads((home / "meta.json").read_text(encoding="utf-8"))
    except _DAMAGE as error:
        raise _broken(name, error, again) from error
    if not isinstance(meta, dict):
        raise _broken(name, TypeError("meta.json holds no object"), again)
    return meta


def _broken(name: str, error: BaseException, again: str) -> ModelError:
    told = " ".join(str(error).split())[:200] or type(error).__name__
    return ModelError(
        f"model {name!r} is broken and cannot be loaded ({type(error).__name__}: {told}); "
        f"install it anew: {again}"
    )
