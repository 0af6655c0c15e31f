"""What the packaged pipeline needs beside spaCy: Turkish case, apostrophes, candidate spans.

This file travels inside the package (`spacy package --code`), so it imports spaCy and thinc alone.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

import numpy as np
from spacy.attrs import LOWER, NORM, PREFIX, SUFFIX
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import compile_suffix_regex, registry
from thinc.api import NumpyOps, Ops
from thinc.types import Ragged

_LOWER: Final = str.maketrans({"I": "ı", "İ": "i"})
_LETTERS: Final = "A-Za-zÇĞİÖŞÜÂÎÛçğıöşüâîû"
_VOWELS: Final = "ıiuüIİUÜ"

# Endings that stand after an apostrophe: plural, possessive, case, copula. A suffix rule, so that
# `UNHCR'nin` gives `UNHCR` and `'nin`, while `L'Oréal` and `O'Neill` stay whole.
APOSTROPHE_SUFFIX: Final = (
    rf"(?<=[{_LETTERS}0-9.\)])['’‘`´](?i:"
    r"(?:l[ae]r)?"
    rf"(?:[{_VOWELS}]?m[{_VOWELS}]z|s?[{_VOWELS}])?"
    rf"(?:[ny]?[{_VOWELS}]n|[ny]?[ae]|[ny]?[{_VOWELS}]|n?[dt][ae]n?|y?l[ae]|n?c[ae]"
    rf"|n?[dt][ae]k[{_VOWELS}]|n[{_VOWELS}]nk[{_VOWELS}]"
    rf"|l[{_VOWELS}]k?|s[{_VOWELS}]z|[{_VOWELS}]?nc[{_VOWELS}]|ş[ae]r)?"
    rf"(?:l[ae]r(?:[{_VOWELS}]n?|[ae]|d[ae]n?)?)?"
    rf"(?:d[{_VOWELS}]r|t[{_VOWELS}]r|y?d[{_VOWELS}]|t[{_VOWELS}]|y?m[{_VOWELS}]ş|ys[ae]|yken)?)"
    r"(?<!['’‘`´])"
)

# What may stand between two capitals of one name.
JOINERS: Final = frozenset(
    {"ve", "ile", "of", "for", "and", "the", "de", "da", "di", "du", "del", "la", "le"}
    | {"el", "el-", "al", "bin", "ibn", "van", "von", "der", "&", "-", "–", "/", ".", ","}
)
MAX_CANDIDATE: Final = 9  # tokens
SPANS_KEY: Final = "names"


def lower(text: str) -> str:
    """`text` in Turkish lower case, of the same length: `IŞIK İL` -> `ışık il`."""
    return text.translate(_LOWER).lower()


def _prefix(text: str) -> str:
    return lower(text)[:4]


def _suffix(text: str) -> str:
    return lower(text)[-3:]


@registry.callbacks("tutanak.turkish.v1")  # type: ignore[untyped-decorator]
def make_turkish() -> Callable[[Language], Language]:
    """Gives what mends a new pipeline: right lower case, stems as features, apostrophes split.

    Only that pipeline changes: spaCy's own Turkish stays as it is for everybody else.
    """

    def mend(nlp: Language) -> Language:
        vocab: Any = nlp.vocab
        vocab.lex_attr_getters.update({LOWER: lower, NORM: lower, PREFIX: _prefix, SUFFIX: _suffix})
        suffixes = [APOSTROPHE_SUFFIX, *(nlp.Defaults.suffixes or ())]
        tokenizer: Any = nlp.tokenizer
        tokenizer.suffix_search = compile_suffix_regex(suffixes).search
        return nlp

    return mend


def candidate_runs(doc: Doc) -> Iterable[tuple[int, int]]:
    """Token bounds of the runs of `doc` that can hold names: capitals, and what joins them."""
    start = -1
    last = -1  # the last token with a capital
    for token in doc:
        if _bears_name(token.text):
            start = token.i if start < 0 else start
            last = token.i
        elif start >= 0 and (
            not (token.lower_ in JOINERS or token.text[0] in "'’")
            or (token.i - last >= 2 and not token.is_punct)
        ):
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def _bears_name(text: str) -> bool:
    first = text[0]
    return (first.isupper() or first.isdigit() or text[-1].isupper()) and first not in "'’"


@registry.misc("tutanak.capitalised_suggester.v1")  # type: ignore[untyped-decorator]
def make_capitalised_suggester() -> Callable[..., Ragged]:
    """Gives spaCy's span categoriser all spans of at most nine tokens between two capitals."""

    def suggest(docs: Iterable[Doc], *, ops: Ops | None = None) -> Ragged:
        ops = ops or NumpyOps()
        spans: list[tuple[int, int]] = []
        lengths: list[int] = []
        for doc in docs:
            before = len(spans)
            for start, end in candidate_runs(doc):
                edges = [i for i in range(start, end) if _bears_name(doc[i].text)]
                spans += [
                    (first, last + 1)
                    for first in edges
                    for last in edges
                    if first <= last < first + MAX_CANDIDATE
                ]
            lengths.append(len(spans) - before)
        lengths_array: Any = ops.asarray1i(lengths)
        data: Any = ops.asarray2i(spans) if spans else ops.xp.zeros((0, 2), dtype="i")
        return Ragged(data, lengths_array)

    return suggest


class NamesToEntities:
    """Makes entities of the scored spans that are sure enough; the spans and scores stay."""

    def __init__(self, spans_key: str, threshold: float) -> None:
        self.spans_key = spans_key
        self.threshold = threshold

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its entities; its spans sorted, their scores one number each."""
        group = doc.spans.get(self.spans_key)
        if group is None:
            return doc
        # One number a span; rounded, as the last bits depend on what else is in the batch.
        scores = np.round(np.ravel(group.attrs.get("scores", ())).astype("f8"), 4)
        order = sorted(range(len(group)), key=lambda place: group[place].start)
        spans = [group[place] for place in order]
        scores = scores[order]
        doc.spans[self.spans_key] = SpanGroup(
            doc, name=self.spans_key, spans=spans, attrs={"scores": scores}
        )
        doc.ents = tuple(
            span for span, score in zip(spans, scores, strict=True) if score >= self.threshold
        )
        return doc


@Language.factory(
    "tutanak_names",
    assigns=["doc.ents"],
    requires=["doc.spans"],
    default_config={"spans_key": SPANS_KEY, "threshold": 0.5},
)
def make_names_to_entities(
    nlp: Language, name: str, spans_key: str, threshold: float
) -> NamesToEntities:
    """The component `tutanak_names`: `threshold` is the least confidence of an entity, 0 to 1."""
    return NamesToEntities(spans_key, threshold)
