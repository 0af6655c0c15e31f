"""A title as it stands alone."""

from collections.abc import Sequence

from tutanak.extraction.institution_names import spell_word
from tutanak.extraction.lexicon import (
    is_place_word,
    role_words,
)
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise, lower
from tutanak.text.suffixes import possessed


def spell(word: Word) -> str:
    return spell_word(word.text, first=True) if word.lower not in ("ve", "ile") else word.lower


def role_text(
    noun: str,
    marked: bool,
    subject: Sequence[Word],
    modifiers: Sequence[Word],
    acting: bool,
    implied: str | None,
    body: int | None,
) -> str:
    """The title as it stands alone: `Kaymakam`, `Yönetim Kurulu Başkanı`, `Genel Müdür`."""
    mods = [w for w in modifiers if w.lower not in role_words("former")]
    if [w.lower for w in mods[:2]] in (["il", "belediye"], ["ilçe", "belediye"]):
        mods = mods[1:]
    if subject and not marked and lower(subject[0].text).endswith(("lı", "li", "lu", "lü")):
        subject = subject[1:]  # Suriyeli öğretmen
    if (
        subject
        and subject[-1].lower in ("ofisi", "temsilciliği", "misyonu", "delegasyonu", "bürosu")
        and noun != "başkan"
    ):
        subject = []
    while subject and subject[0].lower in (
        "ofisi",
        "temsilciliği",
        "misyonu",
        "delegasyonu",
        "bürosu",
    ):
        subject = subject[1:]
    if noun == "başkan" and len(subject) == 1 and subject[0].lower == "baro":
        return "Baro Başkanı"
    if noun == "muhtar":
        return "Muhtar"
    if noun in ("vali", "kaymakam"):
        mods = [w for w in mods if w.lower not in ("il", "ilçe")]
    if noun == "başkan" and subject and subject[-1].lower == "dairesi":
        return "Daire Başkanı" if not acting else "Daire Başkanı Vekili"
    if [w.lower for w in mods][:3] in (["il", "genel", "meclisi"], ["il", "genel", "meclis"]):
        mods = []
    first = [w.lower for w in mods]
    keep_subject: list[Word] = []
    if (
        subject
        and subject[-1].lower
        in ("kolu", "grubu", "birimi", "masası", "komisyonu", "kurulu", "meclisi")
        and (noun != "başkan" or body is not None)
    ):
        mods = [*subject, *mods]
        subject = []
    if subject and first[:1] and first[0] in ("il", "ilçe"):
        keep_subject = []
    if (
        (subject and subject[0].lower in ("il", "ilçe"))
        or (subject and noun == "komutan" and len(subject) == 1)
        or (
            subject
            and noun in ("müdür", "komutan", "müftü", "başkan", "amir")
            and implied is None
            and body is not None
        )
    ):
        keep_subject = list(subject)
    elif (
        subject
        and noun not in ("müdür", "başkan", "bakan", "komutan", "vali")
        and ((len(subject) <= 3 and not mods) or subject[-1].lower == "ve")
    ):
        keep_subject = [w for w in subject if not is_place_word(w.lower)]
    parts = [spell(w) for w in (*keep_subject, *mods)]
    if not parts or all(
        lower(p)
        in (
            "genel",
            "baş",
            "kıdemli",
            "onursal",
            "kurucu",
            "eş",
            "fahri",
            "birinci",
            "ikinci",
            "mukim",
            "daimi",
            "bölgesel",
            "ulusal",
        )
        for p in parts
    ):
        tail = noun
    elif (
        lower(parts[-1]) in ("vali", "başkan", "müdür", "kaymakam", "bakan", "rektör", "dekan")
        or marked
    ):
        tail = possessed(noun) if noun != "milletvekili" else noun
    else:
        tail = noun
    text = " ".join([*parts, capitalise(tail)])
    if acting:
        text = " ".join(
            [*parts, capitalise(possessed(noun) if parts and tail != noun else noun), "Vekili"]
        )
    return text
