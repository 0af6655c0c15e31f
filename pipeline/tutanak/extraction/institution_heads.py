"""Names of bodies by the noun that ends them: `... Bakanlığı`, `... Derneği`, `... A.Ş.`"""

from collections.abc import Iterator
from dataclasses import replace

from tutanak.extraction.bylines import after_byline
from tutanak.extraction.institution_names import (
    Found,
    has_content,
    is_venue,
    spell,
    trim_board,
)
from tutanak.extraction.institution_shared import SMALL_KINDS, orphan, shared
from tutanak.extraction.institution_starts import (
    after_person,
    first_in_capitals,
    known_first,
    trimmed,
)
from tutanak.extraction.institution_text import InstitutionText, rule_words
from tutanak.extraction.lexicon import (
    HeadForm,
    institution_heads,
    is_forename,
    is_place_word,
    our_heads,
    our_many,
    role_heads,
    zone_heads,
)
from tutanak.extraction.phrases import person_before, walk_left
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.words_of_names import adjacent
from tutanak.resources import word_list
from tutanak.resources.places import countries
from tutanak.text.suffixes import possessed


def headed(found_in: InstitutionText) -> Iterator[Found]:
    """Names that end in a head noun, from the right, so that the longest comes first.

    The caller takes the words of each before it asks for the next.
    """
    for i in range(len(found_in.words) - 1, -1, -1):
        if found_in.taken[i]:
            continue
        head = institution_heads().get(found_in.words[i].lower) or _ours(found_in, i)
        head = head or our_many().get(found_in.words[i].lower) or _zone(found_in, i)
        if head is not None and _may_end(found_in, i, head):
            yield from _ending(found_in, i, head)


# Heads that a list of places shares in small letters: `Afyon, Aydın ve Muğla tabip odaları`
_SHARED_LOWER = frozenset({"belediye", "kaymakamlık", "valilik", "oda", "baro"})


def _ours(found_in: InstitutionText, i: int) -> HeadForm | None:
    """`Hazine ve Maliye Bakanlığımızdan`: a name whose head is called ours."""
    word = found_in.words[i]
    ours = our_heads().get(word.lower)
    if ours is None or i == 0 or not adjacent(word) or not found_in.words[i - 1].capital:
        return None
    local = ours.noun in rule_words("begins_at_place")
    if local and not is_place_word(found_in.words[i - 1].lower):
        return None  # Rafiqul Islam Chowdhury | Kaymakamlığımızı ziyaret etti
    marked = possessed(ours.noun)
    return replace(ours, nominative=marked) if word.lower.startswith(marked) else None


def _zone(found_in: InstitutionText, i: int) -> HeadForm | None:
    """`Bolu Organize Sanayi Bölgesi`: a zone that is a body, with chairs and directors."""
    word = found_in.words[i]
    kinds = (("organize", "sanayi"), ("teknoloji", "geliştirme"))
    before = tuple(w.lower for w in found_in.words[max(0, i - 2) : i])
    if before not in kinds or not word.capital or not adjacent(word):
        return None
    return zone_heads().get(word.lower)


def _may_end(found_in: InstitutionText, i: int, head: HeadForm) -> bool:
    """Whether the noun at word `i` can end a name where it stands."""
    words, word = found_in.words, found_in.words[i]
    if word.suffix and head.case != "nom":
        return False
    before = words[i - 1] if i > 0 and adjacent(word) else None
    if not word.capital and head.plural and head.noun in _SHARED_LOWER:
        return before is not None and (before.capital or before.lower in SMALL_KINDS)
    if not word.capital:
        local = head.noun in rule_words("place_heads") and not head.plural
        return (
            local
            and before is not None
            and before.capital
            and not before.suffix
            and (is_place_word(before.lower))
        )
    if before is None:
        return True
    if before.lower in rule_words("not_before"):
        return False
    after = words[i + 1].lower if i + 1 < len(words) else ""
    if head.noun == "akademi" and not head.marked and after.startswith("ödül"):
        return False  # En İyi Oyuncu Akademi Ödülü
    if head.noun == "parti" and not head.marked and before.shape == "upper":
        return word.shape == "upper"  # CHP Parti Meclisi
    legal = "." in word.text  # Konya Şeker A.Ş.
    if head.marked or legal or head.noun in ("myo", "holding") or not is_forename(before.lower):
        return True
    found_in.refuse(i - 1, i, "a given name before it: somebody's surname")  # Erhan Kızılay
    return False


def _ending(found_in: InstitutionText, i: int, head: HeadForm) -> Iterator[Found]:
    """The name, or the names of a list, that end at word `i`."""
    words = found_in.words
    floor = found_in.floor(i)
    first = known_first(found_in, i, head, floor)
    if first is not None:
        first = after_byline(found_in, first, i)
        found = _found(found_in, first, i, head, "known name with a head noun")
        if _opens_title(found_in, i, head):
            found_in.refuse(first, i, "the first words of somebody's title")
        elif has_content(words, first, i, head) or i == first:
            yield found
        else:
            yield from _orphan(found_in, found, head)
        return
    if head.plural and head.noun not in word_list("institution_heads", "plural_bodies"):
        members = list(shared(found_in, i, head, floor))
        if not members:
            found_in.refuse_run(i, "a plural without a list of names: a group of bodies")
        yield from members
        return
    if words[i].sentence in found_in.capitals:
        first = first_in_capitals(found_in, i, floor)
    else:
        walk = walk_left(words, i, floor=floor)
        first = walk.start
        if walk.stopped_by in ("role", "title"):
            if first > 0 and _duty(words[first - 1].lower, words[i].lower) and i - first < 3:
                found_in.refuse(first - 1, i, "what a person led, in capitals")
                return
            led = words[i].lower.startswith(tuple(rule_words("led_by")))
            if led and walk.stopped_by == "role" and person_before(words, i - 1):
                found_in.refuse(first, i, "what a person led, in capitals")
                return  # Meclis Başkanı Zeki Altun Başkanlığında
            person = walk.stopped_by == "title" or is_forename(words[first].lower)
            if led and person and i - first < 4:
                return
            first = after_person(found_in, first, i)
        if (
            walk.stopped_by == "list"
            and found_in.is_place(first)
            and head.noun in rule_words("place_heads")
        ):
            members = list(shared(found_in, i, head, floor))
            if members:
                yield from members
                return
    if first is None:
        found_in.refuse_run(i, "a line of capitals that shows no place where the name begins")
        return
    first = trimmed(found_in, after_byline(found_in, first, i), i, head)
    found = _found(found_in, first, i, head, "head noun")
    if not has_content(words, first, i, head):
        yield from _orphan(found_in, found, head)
    elif not found.name:
        found_in.refuse(first, i, "a board of a body named before")
    elif doubt := _no_body(found_in, first, i, head):
        found_in.refuse(first, i, doubt)
    else:
        yield found


def _orphan(found_in: InstitutionText, found: Found, head: HeadForm) -> Iterator[Found]:
    """A head with generic words alone, as far as a body before it lends its place."""
    members = list(orphan(found_in, found, head))
    if not members:
        found_in.refuse(found.first, found.last, "generic words alone: which body is not said")
    yield from members


def _duty(before: str, head: str) -> bool:
    """`Vali Kılıç Başkanlığında Toplandı`: what a person does, in capitals."""
    office = role_heads().get(before)
    if office is None or office.marked or office.case != "nom":
        return False
    return head.startswith(tuple(rule_words("led_by")))


def _found(found_in: InstitutionText, first: int, last: int, head: HeadForm, rule: str) -> Found:
    name = spell(found_in.words, first, last, head.length)
    return trim_board(found_in.words, Found(first, last, head.length, name, rule))


def _is_post(found_in: InstitutionText, k: int) -> bool:
    """Whether word `k` is the post of somebody in the body before it."""
    if k >= len(found_in.words) or not adjacent(found_in.words[k]):
        return False
    post = role_heads().get(found_in.words[k].lower)
    return post is not None and post.marked and post.case == "nom"


def _opens_title(found_in: InstitutionText, last: int, head: HeadForm) -> bool:
    """`Göç İdaresi | Müdürü`: what ends in `head` at word `last` is led by who is named next."""
    words = found_in.words
    if head.noun not in rule_words("title_parts") or last + 1 >= len(words) or words[last].suffix:
        return False
    following = words[last + 1]
    if not adjacent(following):
        return False
    third = words[last + 2].lower if last + 2 < len(words) else ""
    general = following.lower == "genel" and not third.startswith("sekreter")
    return general or following.lower.startswith(("müdür", "başkan"))


def _no_body(found_in: InstitutionText, first: int, last: int, head: HeadForm) -> str:
    """Why words `first` to `last`, which end in `head`, name no body; "" if they do."""
    words = found_in.words
    before_head = last - first
    if head.noun == "federasyon" and words[first].text in countries() and before_head == 1:
        return "a state"  # Rusya Federasyonu
    if head.plural and before_head < 2:
        return "a plural: a group of bodies"
    after = words[last + 1] if last + 1 < len(words) and adjacent(words[last + 1]) else None
    named = after is not None and after.capital and not words[last].suffix
    if head.plural and named and after is not None and stop_forms().get(after.lower) == "event":
        return "a plural: what an event is for"  # 3. Ege Kadın Kooperatifleri Buluşması
    if _opens_title(found_in, last, head):
        return "the first words of somebody's title"
    if is_venue(words, first, last, head):
        return "a place to meet in"
    if head.noun in word_list("institution_heads", "weak"):
        behind = words[last + 1].lower if last + 1 < len(words) else ""
        event = stop_forms().get(behind) == "event"
        if head.noun == "platform" and before_head and _is_post(found_in, last + 1):
            return ""  # Otizm Platformu Sözcüsü
        if head.noun in rule_words("known_only") or before_head < 2 or event:
            return "a head that is more often something else"
    office = head.noun in rule_words("offices")
    unowned = office and all(
        is_place_word(w.lower) or w.lower in rule_words("office_words") for w in words[first:last]
    )
    bracketed = first > 1 and words[first].gap.strip() == ")"
    bracketed = bracketed and words[first - 1].gap.strip() == "("
    if bracketed and words[first - 1].shape == "upper" and head.noun != "delegasyon":
        return ""  # X (XA) Van Ofisi
    return "an office of a body that is not named" if unowned else ""
