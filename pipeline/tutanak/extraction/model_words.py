"""What a model's name is in our words: whole words, without ranks before and endings behind."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tutanak.extraction.lexicon import role_heads
from tutanak.extraction.model_values import Kind, ModelMention
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import is_title
from tutanak.text.fold import lower
from tutanak.text.suffixes import is_suffix


@dataclass(frozen=True, slots=True)
class ModelName:
    """A model's name: words `first` to `last`; it ends at character `end` of the text."""

    kind: Kind
    first: int
    last: int
    end: int
    score: float | None


def in_words(sequence: Sequence[Word], mention: ModelMention, offset: int) -> ModelName | None:
    """A mention of a sentence that begins at `offset`, in words of the text.

    Ranks and posts before a person are left out. None where its borders cut words apart, other
    than before a case ending: such a mention is a mistake of the model's tokens.
    """
    start, end = mention.start + offset, mention.end + offset
    first = bisect_right(sequence, start, key=lambda w: w.start) - 1
    last = bisect_left(sequence, end, key=lambda w: w.start) - 1
    if first < 0 or sequence[first].stop <= start:
        first += 1  # it begins with a quotation mark or a space
    if first > last or start > sequence[first].start:
        return None
    word = sequence[last]
    rest = word.text[max(0, end - word.start) :]
    if rest and not is_suffix(lower(rest)):
        return None
    if mention.kind == "person":
        while first < last and _is_rank(sequence[first]):
            first += 1
    return ModelName(mention.kind, first, last, min(end, word.end), mention.score)


def _is_rank(word: Word) -> bool:
    role = role_heads().get(word.lower)
    return is_title(word) or not word.capital or (role is not None and role.marked)
