"""A trial that is not part of the package: an encoder that sees which lists have a word.

The lists lie in the vocabulary of the pipeline, so that a package would bring them along.
"""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
from spacy.lookups import Lookups
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

from scripts import reader

READER: Final = reader.make_reader  # registered, as the configuration names it
LISTS: Final = "tutanak_lists"  # table of the vocabulary: folded word -> the lists that have it


@registry.misc("tutanak.name_lists.v1")  # type: ignore[untyped-decorator]
def load_lists(path: str) -> Lookups:
    """The table of lists that `python -m scripts.lists` made, for the vocabulary of a pipeline."""
    lookups = Lookups()
    lookups.add_table(LISTS, json.loads(Path(path).read_text(encoding="utf-8")))
    return lookups


@registry.architectures("tutanak.ListsEmbed.v1")  # type: ignore[untyped-decorator]
def make_lists_embed(width: int, attrs: list[str], rows: list[int], list_rows: int) -> Any:
    """As spaCy's MultiHashEmbed, with one more feature: the lists of names that have the word."""
    sizes = [*rows, list_rows]
    tables: list[Any] = [
        HashEmbed(width, size, column=place, seed=place + 8, dropout=0.0)
        for place, size in enumerate(sizes)
    ]
    features: Model[Any, Any] = Model("tutanak_features", _features, attrs={"columns": attrs})
    mixed: Any = Maxout(width, width * len(sizes), nP=3, dropout=0.0, normalize=True)
    ragged: Any = list2ragged()
    back: Any = ragged2list()
    embedded: Any = with_array(concatenate(*tables))
    return chain(features, ragged, embedded, with_array(mixed), back)


def _features(model: Model[Any, Any], docs: Any, is_train: bool) -> tuple[list[Any], Any]:
    found = []
    for doc in docs:
        lists = doc.vocab.lookups.get_table(LISTS)
        inside = np.array([lists.get(token.norm, 0) for token in doc], dtype="uint64")
        array: Any = np.column_stack([doc.to_array(model.attrs["columns"]), inside])
        found.append(model.ops.asarray2i(array, dtype="uint64"))
    return found, lambda _: []
