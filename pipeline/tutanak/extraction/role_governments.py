"""Public bodies that a title names by its place or subject: `Pendik Kaymakamı`, `Sağlık Bakanı`."""

from tutanak.extraction.lexicon import implied_heads, is_ordinary, is_place_word, role_words
from tutanak.extraction.role_companies import is_strange
from tutanak.extraction.role_parts import NO_BODY, TitleParts
from tutanak.extraction.role_spelling import spell, spell_all, spell_head
from tutanak.resources import word_list
from tutanak.resources.places import countries
from tutanak.text.fold import lower


def municipality_of_place(title: TitleParts) -> str | None:
    """`Keçiören Belediye Başkanı` -> `Keçiören Belediyesi`."""
    if title.body is not None or "belediye" not in title.folded or not title.place:
        return None
    large = ["Büyükşehir"] if "büyükşehir" in title.folded else []
    return " ".join([*title.where, *large, "Belediyesi"])


def municipality_of_name(title: TitleParts) -> str | None:
    """`Karahisar Belediye Başkanı`: the same of a place that no table has."""
    if title.body is not None or title.place or title.folded[:1] != ("belediye",):
        return None
    if len(title.subject) != 1 or title.subject[0].shape == "lower":
        return None
    name = spell(title.subject[0])
    generic = lower(name) in word_list("institution_heads", "generic")
    return None if generic else f"{name} Belediyesi"


def governorship_of_name(title: TitleParts) -> str | None:
    """`Yambol Valisi` -> `Yambol Valiliği`: the same of a governor."""
    if title.body is not None or title.place or title.noun != "vali" or title.modifiers:
        return None
    if len(title.subject) != 1 or title.subject[0].shape != "title":
        return None
    word = title.subject[0]
    noun = is_ordinary(word.lower.rstrip("ıiuüyn"))  # Tatbikatı | Vali Yardımcısı izledi
    return f"{spell(word)} Valiliği" if is_strange(word) and not (word.first or noun) else None


def headman(title: TitleParts) -> str | None:
    """`Fatih Mahallesi Muhtarı` -> `Fatih Mahallesi Muhtarlığı`."""
    if title.body is not None or title.noun != "muhtar" or not (title.place or title.subject):
        return None
    inner = [*title.where, *spell_all(title.subject), *spell_all(title.modifiers)]
    if len(inner) == 1 and not title.place and lower(inner[0]) in ("köy", "mahalle"):
        return NO_BODY  # Köy Muhtarı
    return " ".join([*inner, "Muhtarlığı"])


def ombudsman(title: TitleParts) -> str | None:
    """`Kamu Denetçisi`, `Kamu Başdenetçisi` -> `Kamu Denetçiliği Kurumu`."""
    if title.body is not None or title.noun not in ("denetçi", "başdenetçi"):
        return None
    return "Kamu Denetçiliği Kurumu" if title.unit == "kamu" else None


def criminal_judge(title: TitleParts) -> str | None:
    """`Mardin Sulh Ceza Hâkimi` -> `Mardin Sulh Ceza Hâkimliği`, a court of one judge."""
    if title.body is not None or title.noun not in ("hakim", "hâkim") or title.unit != "ceza":
        return None
    head = "Hakimliği" if title.noun == "hakim" else "Hâkimliği"
    return " ".join([*title.where, *spell_all(title.subject), head])


def prosecutor(title: TitleParts) -> str | None:
    """`Adana Cumhuriyet Savcısı` -> `Adana Cumhuriyet Başsavcılığı`."""
    if title.body is not None or title.noun != "savcı" or title.unit != "cumhuriyet":
        return None
    inner = [*title.where, *spell_all(title.subject)]
    return " ".join([*inner, "Başsavcılığı"]) if len(inner) > 1 else NO_BODY


def local_post(title: TitleParts) -> str | None:
    """`Adana İl Müftüsü` -> `Adana İl Müftülüğü`."""
    if title.body is not None or title.noun not in role_words("branch_posts"):
        return None
    if not (title.folded or title.subject or title.place):
        return None
    inner = [*title.where, *spell_all(title.subject), *spell_all(title.modifiers)]
    return " ".join([*inner, spell_head(implied_heads()[title.noun])])


def post_of_place(title: TitleParts) -> str | None:
    """`Pendik Kaymakamı` -> `Pendik Kaymakamlığı`."""
    if title.body is not None or title.noun not in role_words("place_posts") or not title.place:
        return None
    honorary = ["Fahri"] if "fahri" in title.folded else []
    head = spell_head(implied_heads()[title.noun])
    return " ".join([*title.where, *spell_all(title.subject), *honorary, head])


def head_of_state(title: TitleParts) -> str | None:
    """`Cumhurbaşkanı` -> `Cumhurbaşkanlığı`, `Başbakan` -> `Başbakanlık`."""
    if title.body is not None or title.subject:
        return None
    if title.place:
        abroad = " ".join(title.place) in countries() and title.noun == "başbakan"
        return " ".join([*title.where, "Başbakanlığı"]) if abroad else None
    return {"cumhurbaşkanı": "Cumhurbaşkanlığı", "başbakan": "Başbakanlık"}.get(title.noun)


def ministry(title: TitleParts) -> str | None:
    """`Sağlık Bakanı` -> `Sağlık Bakanlığı`."""
    if title.noun != "bakan":
        return None
    if title.body is not None:
        ends = title.words[title.bodies.last[title.body]].lower
        whole = title.subject or title.modifiers or ends.endswith("bakanlığı")
        return None if whole else " ".join([*title.parent(), "Bakanlığı"])  # AB Bakanı
    if not title.subject:
        return None
    if [word.lower for word in title.subject] == ["devlet"]:
        return NO_BODY  # Devlet Bakanı
    abroad = title.where if " ".join(title.place) in countries() else []
    return " ".join([*abroad, *spell_all(title.subject), "Bakanlığı"])


def provincial_assembly(title: TitleParts) -> str | None:
    """`Adana İl Genel Meclisi Başkanı` -> `Adana İl Genel Meclisi`."""
    assembly = (("il", "genel", "meclisi"), ("il", "genel", "meclis"))
    if title.noun != "başkan" or title.folded not in assembly:
        return None
    where = title.where
    if not where and title.body is not None:
        opens = title.words[title.bodies.first[title.body]]
        where = [opens.text] if is_place_word(opens.lower) else []
    return " ".join([*where, "İl Genel Meclisi"])
