"""Titles inside a body that was named before: `X Derneği Başkanı A, Başkan Yardımcısı B`."""

from collections.abc import Callable
from typing import Final

from tutanak.extraction.lexicon import role_words
from tutanak.extraction.role_titles import Title
from tutanak.text.fold import lower

_OWN_BODY: Final = (
    *("vali", "kaymakam", "belediye", "büyükşehir", "rektör", "bakan"),
    *("başbakan", "cumhurbaşkan"),
    *("il ", "ilçe "),
)
_LEVELS: Final = ("İl Başkanı", "İlçe Başkanı", "Merkez İlçe Başkanı")
_BOARDS: Final = ("Komisyonu", "Komitesi", "Kolu", "Grubu")
_OF_BOARDS: Final = (
    *("Yönetim Kurulu", "Denetim Kurulu"),
    *("Genel Sekreter", "Meclis Başkan", "Genel Başkan"),
)


def inner_role(title: Title, before: Title | None = None) -> bool:
    """Whether a title is one inside a body that was named before it in the sentence.

    `before`: the title of the person before.
    """
    told = next((t for rule in _RULES if (t := rule(title, before)) is not None), None)
    if told is not None:
        return told
    return title.noun in role_words("inner_posts") or title.role.startswith(_OF_BOARDS)


def _has_body(title: Title, _before: Title | None) -> bool | None:
    """A title with a body of its own, or with a word for one: `Dernek Başkanı`."""
    own = title.body is not None or title.implied is not None or title.kind_word
    return False if own else None


def _of_event(title: Title, _before: Title | None) -> bool | None:
    """`Tertip Kurulu Üyesi`: of an event, not of the body that was named before."""
    events = {"düzenleme", "tertip", "organizasyon"}
    if title.role == "Divan Üyesi":
        return False
    return False if events.intersection(lower(title.role).split()) else None


def _private_office(title: Title, before: Title | None) -> bool | None:
    """`Belediye Başkanı A, Özel Kalem Müdürü B`: the office of who governs."""
    if before is None or not title.role.startswith("Özel Kalem"):
        return None
    return True if lower(before.role).startswith(_OWN_BODY[:6]) else None


def _experts(title: Title, _before: Title | None) -> bool | None:
    """`X Birimi Başkanı A ile uzmanlar B ve C`."""
    plain = title.noun == "uzman" and title.plural and title.role == "Uzman"
    return True if plain else None


def _branch_manager(title: Title, _before: Title | None) -> bool | None:
    """`Şube Müdürü`."""
    return True if title.role.startswith("Şube Müdür") else None


def _team(title: Title, before: Title | None) -> bool | None:
    """`ILO Program Sorumlusu A, Program Yöneticileri B ve C`."""
    staff = role_words("staff") | {"uzman"}
    begins = lower(title.role).startswith(tuple(role_words("team")))
    if before is None or not begins or title.noun not in staff:
        return None
    return before.noun in staff or before.noun in ("temsilci", "danışman")


def _deputy(title: Title, before: Title | None) -> bool | None:
    """`X Üniversitesi Rektörü A, Rektör Yardımcısı B`: the deputy of the one named before."""
    if before is None or title.noun not in ("yardımcı", "vekil"):
        return None
    base = [word[:5] for word in lower(title.role).split()[:-1]]
    chief = [word[:5] for word in lower(before.role).split()]
    return True if base and base == chief else None


def _party(title: Title, _before: Title | None) -> bool | None:
    """`İl Başkanı`, `Kadın Kolları Başkanı`."""
    return True if title.role in _LEVELS or "Kolları" in title.role else None


def _board_post(title: Title, before: Title | None) -> bool | None:
    """`X Şubesi Başkan Yardımcısı A, Kadın Komisyonu Başkanı B`: a board of the same body."""
    if before is None or title.noun != "başkan" or lower(title.role).startswith(_OWN_BODY):
        return None
    board = len(title.role.split()) > 2 and title.role.split()[-2] in _BOARDS
    return True if board and before.noun in role_words("inner_posts") | {"başkan"} else None


def _firm_post(title: Title, before: Title | None) -> bool | None:
    """`X A.Ş. Genel Müdürü A ve Ar-Ge Müdürü B`: a manager of the same firm."""
    if before is None or title.noun not in ("müdür", "şef", "direktör") or title.bare:
        return None
    chief = before.role in ("Genel Müdür", "Yönetim Kurulu Başkanı", "Direktör", "Kurucu")
    return True if chief or before.role.endswith(("Direktörü", "Müdürü")) else None


def _public_post(title: Title, _before: Title | None) -> bool | None:
    """`Vali Yardımcısı`, `Belediye Meclis Üyesi`: of another body than the one before."""
    return False if lower(title.role).startswith(_OWN_BODY) else None


# The first that answers counts
_RULES: Final[tuple[Callable[[Title, Title | None], bool | None], ...]] = (
    _has_body,
    _of_event,
    _private_office,
    _experts,
    _branch_manager,
    _team,
    _deputy,
    _party,
    _board_post,
    _firm_post,
    _public_post,
)
