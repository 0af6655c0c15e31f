"""Stanza's Turkish pipeline behind the door of models: its tokens, lemmas and names."""

import logging
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from tutanak.errors import ModelError
from tutanak.extraction.model_labels import has_names, kind_of
from tutanak.extraction.model_stanza_files import DOWNLOAD, LANGUAGE, folder_of, processors_in
from tutanak.extraction.model_values import ModelMention
from tutanak.optional import extra
from tutanak.text.fold import lower
from tutanak.text.suffixes import is_suffix

_BETWEEN: Final = "\n\n"  # what ends a sentence where Stanza is told not to look for ends itself
_ENDING: Final = 2  # letters that an ending has at least, where a lemma says that it is one
_STEM: Final = 3


class StanzaModel:
    """A loaded `stanza.Pipeline`. Sentences come from us; tokens, lemmas and names from Stanza."""

    def __init__(self, pipeline: Any, title: str) -> None:
        self._pipeline = pipeline
        self.title = title

    def mentions(self, sentences: Sequence[str]) -> list[list[ModelMention]]:
        """The names in each sentence; all go through the networks together."""
        found: list[list[ModelMention]] = [[] for _ in sentences]
        starts, at = [], 0
        for sentence in sentences:
            starts.append(at)
            at += len(sentence) + len(_BETWEEN)
        with steady():
            doc = self._pipeline(_BETWEEN.join(sentences))
        for entity in doc.ents:
            kind = kind_of(entity.type)
            if kind is not None:
                k = bisect_right(starts, entity.start_char) - 1
                begin, end = entity.start_char - starts[k], _end(entity) - starts[k]
                found[k].append(ModelMention(kind, begin, end))
        return found


def _end(entity: Any) -> int:
    """Where a name ends: before the case ending of its last word, if the lemma shows one."""
    token = entity.tokens[-1]
    lemma = token.words[-1].lemma if len(token.words) == 1 else None
    return int(token.start_char) + ending_cut(token.text, lemma)


def ending_cut(token: str, lemma: str | None) -> int:
    """How many letters of a name's last token are the name: `Yılmazın`, `yılmaz` -> 6.

    Endings behind an apostrophe stay: they are set apart later, for every model alike.
    """
    folded = lower(token)
    if not lemma or len(lemma) < _STEM or not folded.startswith(lower(lemma)):
        return len(token)
    ending = folded[len(lemma) :]
    cut = len(ending) >= _ENDING and ending.isalpha() and is_suffix(ending)
    return len(lemma) if cut else len(token)


@contextmanager
def steady() -> Iterator[None]:
    """Arithmetic in one thread, and no chatter on the log of Stanza.

    In one thread sums come out the same whatever the number of cores; small networks are also
    many times faster so where several processes share a machine.
    """
    import torch

    log = logging.getLogger("stanza")
    threads, level = torch.get_num_threads(), log.level
    torch.set_num_threads(1)
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        torch.set_num_threads(threads)
        log.setLevel(level)


def open_stanza(folder: str | None = None) -> StanzaModel:
    """Stanza's Turkish pipeline, from what was downloaded; nothing is fetched here.

    Args:
        folder: Where Stanza's models lie; where None, where Stanza itself looks for them.

    Raises:
        MissingPackageError: Stanza is not installed.
        ModelError: Its Turkish models are missing or broken, or name neither people nor bodies.
    """
    with extra("stanza"):
        import stanza
        from stanza.pipeline.core import PipelineRequirementsException
    home = folder_of(folder)
    wanted = processors_in(home)
    try:
        pipeline = stanza.Pipeline(
            LANGUAGE,
            dir=str(home),
            package=None,
            processors=dict(wanted),
            download_method=None,
            tokenize_no_ssplit=True,
            use_gpu=False,
            verbose=False,
        )
    except (
        *(OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, RuntimeError),
        PipelineRequirementsException,
        *_pickle_errors(),
    ) as error:
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise ModelError(
            f"Stanza's Turkish models in {home} are broken ({type(error).__name__}: {told}); "
            f"fetch them anew: {DOWNLOAD}"
        ) from error
    labels = sorted(pipeline.processors["ner"].get_known_tags())
    if not has_names(labels):
        raise ModelError(
            f"Stanza's Turkish models in {home}: no label means a person or a body "
            f"({', '.join(labels[:12])}); fetch others: {DOWNLOAD}"
        )
    return StanzaModel(pipeline, f"stanza {stanza.__version__} {LANGUAGE}, ner {wanted['ner']}")


def _pickle_errors() -> tuple[type[BaseException], ...]:
    """What reading damaged weights can raise beside the usual."""
    from pickle import UnpicklingError

    return (UnpicklingError,)
