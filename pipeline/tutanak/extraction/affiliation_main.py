"""The body that a text is about, and the titles that belong to it."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
)
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.text.fold import lower, plain

_LEAD: Final = 250  # characters in which a text says what it is about


_INNER_TITLES: Final = (
    "yönetim kurulu",
    "denetim kurulu",
    "denetleme kurulu",
    "disiplin kurulu",
    "mütevelli heyeti",
    "genel sekreter",
    "genel müdür",
    "genel başkan",
    "genel koordinatör",
    "başkan yardımcısı",
    "başkan vekili",
    "meclis başkanı",
    "meclis üyesi",
    "divan başkanı",
    "divan",
    "yazman üye",
    "sayman",
    "kurucu",
    "denetçi",
    "şube",
    "başkan",
    "müdür yardımcısı",
    "onur kurulu",
    "yürütme kurulu",
    "genel mali sekreter",
    "genel teşkilat",
    "genel örgüt",
    "genel eğitim sekreter",
    "bölge temsilci",
    "il temsilci",
    "mali sekreter",
    "hukuk danışmanı",
    "hukuk müşaviri",
    "genel direktör",
    "icra direktörü",
    "proje koordinatörü",
    "program koordinatörü",
    "programlar koordinatörü",
    "müdür",
)


def main_body(
    sequence: Sequence[Word],
    institutions: Sequence[InstitutionMention],
    publisher: str | None,
    *,
    any_head: bool = False,
) -> str | None:
    """The body that the text is about: its publisher if the text names it, else the first by far."""
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    first_at: dict[str, int] = {}
    for mention in institutions:
        if mention.form == "implied":
            continue
        owner = mention
        while owner.same_as is not None:
            owner = institutions[owner.same_as]
        key = plain(owner.name)
        counts[key] = counts.get(key, 0) + 1
        names.setdefault(key, owner.name)
        first_at[key] = min(first_at.get(key, mention.span.start), mention.span.start)
    if publisher and plain(publisher) in counts:
        return publisher
    if publisher and lower(publisher.split()[-1]) in institution_heads() and _chairs(publisher):
        return publisher
    heads = {key for key in counts if any_head or _chairs(names[key])}
    for key in [k for k in first_at if k in heads and first_at[k] < _LEAD]:
        counts[key] += 2
    ranked = sorted(heads, key=lambda key: (-counts[key], key))
    if not ranked or counts[ranked[0]] < 2:
        return None
    if len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]]:
        return names[ranked[0]]
    return None


def _chairs(name: str) -> bool:
    """Whether a body has boards and members: an association, a chamber, a union, an agency."""
    head = institution_heads().get(lower(name.split()[-1]))
    return head is None or head.noun in (
        "dernek",
        "vakıf",
        "federasyon",
        "konfederasyon",
        "sendika",
        "oda",
        "baro",
        "borsa",
        "birlik",
        "ajans",
        "kooperatif",
        "kulüp",
        "banka",
        "holding",
        "şirket",
        "parti",
        "cemiyet",
        "platform",
        "kızılay",
        "şube",
    )


def inner_seat(
    title: Title, seats: dict[str, set[str]], main: str | None, publisher: str | None
) -> str | None:
    """The body of `Yönetim Kurulu Başkanı`, `Dernek Başkanı`, `Genel Sekreter` without a name."""
    words_of = lower(title.role).split()
    bare = bare_heads().get(title.kind_word) if title.kind_word else None
    if bare is not None:
        names = seats.get(bare.noun, set())
        if len(names) == 1:
            return next(iter(names))
        if main is not None and lower(main.split()[-1]) in institution_heads():
            head = institution_heads()[lower(main.split()[-1])]
            return main if head.noun == bare.noun else None
        return None
    if (
        title.role == "Başkan"
        and publisher
        and lower(publisher.split()[-1]) == "belediyesi"
        and title.bare
    ):
        return publisher
    local = lower(title.role).startswith(("şube", "bölge temsilci", "il temsilci"))
    if not words_of or not (title.bare or (local and title.body is None)):
        return None
    if (
        title.noun in ("koordinatör", "uzman", "yönetici", "sorumlu", "direktör", "denetçi", "şef")
        and main == publisher
    ):
        return main
    if "düzenleme" in words_of or "organizasyon" in words_of:
        return None
    board = any(word in ("kurulu", "heyeti", "divanı") for word in words_of)
    if not board and not lower(title.role).startswith(_INNER_TITLES):
        return None
    return main
