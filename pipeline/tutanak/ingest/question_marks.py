"""Apostrophes and quotes that an old system wrote as question marks: `Salonu?nda`, `?Göç?`."""

import re
from typing import Final

from tutanak.ingest.letters import turkish_alone
from tutanak.text.suffixes import is_suffix

_INSIDE: Final = re.compile(r"(?<=[^\W\d_])\?(?=([a-zçğıöşü]{1,7})(?![\w/=&]))")
_QUOTED: Final = re.compile(
    r"(?<!\S)\?(?=[A-ZÇĞİÖŞÜ])([^?\n]{2,120}(?:\n[^?\n]{1,120})?)\?(?=[\s,.;])"
)
_WHOLE: Final = re.compile("['’‘“”\"]")
_ADDRESS: Final = re.compile(r"\S*[/=@]\S*")


def restored(text: str) -> tuple[str, int]:
    """`text` with apostrophes and quotes for the question marks that stand for them, and how many.

    Nothing is changed unless one stands before a case ending, no real apostrophe or quote is
    anywhere, and Turkish letters are: then it was the marks that were lost, and no letters.
    """
    if "?" not in text or _WHOLE.search(text) or not turkish_alone(text):
        return text, 0
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    places = [
        found.start()
        for found in _INSIDE.finditer(text)
        if is_suffix(found[1]) and not any(a <= found.start() < b for a, b in addresses)
    ]
    if not places:
        return text, 0
    letters = list(text)
    for place in places:
        letters[place] = "’"
    quoted = _QUOTED.findall(mended := "".join(letters))
    return _QUOTED.sub(r"“\1”", mended), len(places) + 2 * len(quoted)
