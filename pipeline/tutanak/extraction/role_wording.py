"""What the wording of a title is made from, as the value that its rules read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.lexicon import role_heads, role_words
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise, lower

# Kinds of bodies that titles repeat: `Oda Başkanı` of an `... Odası`
_KINDS: Final = {
    "Oda": "Odası",
    "Dernek": "Derneği",
    "Birlik": "Birliği",
    "Sendika": "Sendikası",
    "Kooperatif": "Kooperatifi",
    "Federasyon": "Federasyonu",
}


def without_kind(role: str, body: str) -> str:
    """`Oda Başkanı` of the `Ordu Ticaret ve Sanayi Odası`: `Başkan`."""
    kind, _, rest = role.partition(" ")
    if kind not in _KINDS or not body.endswith(_KINDS[kind]):
        return role
    head = role_heads().get(lower(rest))
    return capitalise(head.noun) if head is not None else rest or role


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a title between its body and its head, and what they leave to the body.

    `marked`: the head has the compound marker (`Müdürü`); `acting`: `V.` behind it; `implied` and
    `body`: the name or the index of the body that the title leads or belongs to.
    """

    noun: str
    marked: bool
    subject: Sequence[Word]
    modifiers: Sequence[Word]
    acting: bool
    implied: str | None
    body: int | None

    @property
    def folded(self) -> list[str]:
        """The modifiers in small letters."""
        return [word.lower for word in self.modifiers]

    @property
    def unit(self) -> str:
        """The last word of the subject in small letters, or an empty string."""
        return self.subject[-1].lower if self.subject else ""

    @property
    def alone(self) -> bool:
        """Whether the body is named and no unit takes the subject into its name."""
        return self.implied is None and self.body is not None

    @property
    def programme(self) -> bool:
        """`Su Kaynakları | Program Müdürü`: what follows the subject is a title by itself."""
        return bool(self.modifiers) and self.modifiers[0].lower in role_words("programmes")
