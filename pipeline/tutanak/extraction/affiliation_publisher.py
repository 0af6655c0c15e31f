"""Posts that in a release can only be those of its publisher: `Temsilci`, `Birim Başkanı`."""

from typing import Final

from tutanak.extraction.lexicon import institution_heads
from tutanak.extraction.role_titles import Title
from tutanak.text.fold import lower, upper

# Agencies and channels of news write about others
_MEDIA: Final = frozenset({"AA", "İHA", "DHA", "ANKA", "TRT", "NTV", "CNN", "BBC"})
_SHORTEST: Final = 3
_ENVOYS: Final = frozenset({"büyükelçi", "başkonsolos", "konsolos", "maslahatgüzar", "müsteşar"})
_MISSIONS: Final = frozenset({"delegasyon", "büyükelçilik", "başkonsolosluk", "konsolosluk"})
_ACADEMIC: Final = ("öğretim üye", "öğretim görevli", "araştırma görevli")
_OFFICES: Final = ("özel kalem", "yazı işleri")
_WITH_OFFICES: Final = frozenset({"belediye", "valilik", "kaymakamlık", "üniversite", "bakanlık"})


def is_medium(publisher: str | None) -> bool:
    """Whether a publisher tells news of others: `AA`, `Demirören Haber Ajansı`, `Yeni Gazete`."""
    if not publisher:
        return False
    folded = lower(publisher)
    return publisher.split()[0] in _MEDIA or folded.endswith(_OF_NEWS) or folded in _AGENCIES


_OF_NEWS: Final = ("haber ajansı", "gazetesi", "haberleri", "haber", "televizyonu", " tv")
_AGENCIES: Final = ("anadolu ajansı",)


def of_publisher(title: Title, publisher: str | None) -> str | None:
    """The publisher where a title without a body is one of its own by its kind, else None."""
    if not publisher or title.body is not None or title.ours:
        return None
    head = institution_heads().get(lower(publisher.split()[-1]))
    noun = head.noun if head is not None else ""
    folded = lower(title.role)
    if folded.startswith("birim ") and noun in ("ajans", "birlik", "üniversite", "kurum"):
        return publisher
    if title.noun in _ENVOYS and title.bare:
        return publisher if noun in _MISSIONS else None
    if folded.startswith(_ACADEMIC):
        return publisher if noun == "üniversite" else None
    if folded.startswith(_OFFICES):
        return publisher if noun in _WITH_OFFICES else None
    sent = folded.startswith(("temsilci", "mukim temsilci", "ülke direktör", "ülke temsilci"))
    return publisher if sent and _is_international(publisher) else None


def _is_international(publisher: str) -> bool:
    """`UNHCR Türkiye`, `IOM`: a body known by its acronym that has representatives here."""
    first = publisher.split()[0]
    return len(first) >= _SHORTEST and first == upper(first) and first not in _MEDIA


def without_press_office(publisher: str | None) -> str | None:
    """`X Belediyesi Basın Bürosu` issues what the municipality says."""
    parts = publisher.split() if publisher else []
    folded = [lower(part) for part in parts]
    for k in range(1, len(parts)):
        told = folded[k] == "basın" or folded[k : k + 2] == ["kurumsal", "iletişim"]
        if told and folded[-1] in _PRESS:
            return " ".join(parts[:k])
    return publisher


_PRESS: Final = frozenset(
    {"bürosu", "müdürlüğü", "birimi", "merkezi", "müşavirliği", "danışmanlığı", "servisi"}
)
