"""Named organisations: by head noun, by the registry, by acronym, by list, by foreign words.

Each finder proposes `Found` stretches of words; the longest of those that overlap stays. Names
are then spelt out (shared heads), linked to their acronyms, and checked against what surrounds
them (projects, treaties, venues, quoted titles are no bodies).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutanak.extraction import institution_context, known
from tutanak.extraction.acronyms import acronyms_in, foreign_names, is_surname
from tutanak.extraction.institution_names import (
    Found,
    has_content,
    headings,
    is_capitals,
    is_venue,
    spell,
    trim_board,
)
from tutanak.extraction.lexicon import (
    HeadForm,
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    stop_forms,
)
from tutanak.extraction.phrases import Walk, adjacent, comma, drop_first, is_opener, walk_left
from tutanak.extraction.tokens import Word, words
from tutanak.records import InstitutionMention, Span, Why
from tutanak.resources import word_list
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed

_KNOWN_ONLY = frozenset({"program", "fon", "grup", "masa", "kol", "divan"})
_OFFICES = frozenset({"ofis", "temsilcilik", "büro", "delegasyon"})
_OFFICE_WORDS = frozenset({"saha", "ülke", "bölge", "merkez", "türkiye", "daimi", "genel", "il", "ve"})
_SUBJECT_HEADS = frozenset({"bakanlık", "müdürlük", "başkanlık", "fakülte", "daire", "oda", "enstitü", "bölüm"})
# Bodies whose names the registry knows whole; others may be the tail of a longer name
_STATE_NAMES = frozenset(
    {"bakanlık", "valilik", "kaymakamlık", "belediye", "üniversite", "cumhurbaşkanlık", "kurum", "ajans", "banka", "borsa"}
)
_PLACE_HEADS = ("valilik", "kaymakamlık", "belediye", "muhtarlık", "üniversite")


@dataclass(slots=True)
class _Finder:
    """The words of one text, and which of them are spoken for."""

    text: str
    words: Sequence[Word]
    capitals: frozenset[int]
    headings: frozenset[int]
    taken: list[bool]

    def heads(self) -> Iterator[Found]:
        """Names that end in a head noun, from the right, so that the longest comes first."""
        for i in range(len(self.words) - 1, -1, -1):
            if self.taken[i]:
                continue
            word = self.words[i]
            head = institution_heads().get(word.lower)
            if head is None or (word.suffix and head.case != "nom"):
                continue
            if not word.capital and not self._lower_head(i, head):
                continue
            if i > 0 and adjacent(word) and self.words[i - 1].lower in _NOT_BEFORE:
                continue
            if not head.marked and i > 0 and is_forename(self.words[i - 1].lower) and adjacent(word):
                continue  # Erhan Kızılay
            yield from self._named(i, head)

    def _lower_head(self, i: int, head: HeadForm) -> bool:
        if head.noun not in _PLACE_HEADS or i == 0 or head.plural:
            return False
        before = self.words[i - 1]
        return (
            adjacent(self.words[i])
            and before.capital
            and not before.suffix
            and is_place_word(before.lower)
        )

    def _named(self, i: int, head: HeadForm) -> Iterator[Found]:
        word = self.words[i]
        upper = word.sentence in self.capitals
        floor = i
        while floor > 0 and not self.words[floor].first and not self.taken[floor - 1]:
            floor -= 1
        start = known.known_start(self.words, i, head.length, floor)
        if head.plural and start is None and head.noun not in word_list("institution_heads", "plural_bodies"):
            yield from self._shared(i, head, floor)
            return
        if start is not None and head.noun not in _STATE_NAMES and not upper:
            walk = walk_left(self.words, i, floor=floor)
            if walk.start < start and walk.stopped_by != "list":
                start = None  # Likya Gençlik ve [Doğa Derneği]
        if start is not None:
            outer = walk_left(self.words, start, floor=floor, upper=upper)
            first = start if upper or outer.start == start else self._outer(outer, start)
            if first > floor and self.words[first - 1].lower.startswith("t.c") and adjacent(self.words[first]):
                first -= 1
            found = self._found(first, i, head, "known name with a head noun")
            if has_content(self.words, first, i, head) or i == first:
                yield found
            else:
                yield from self._orphan(found, head)
            return
        if upper:
            first = self._in_capitals(i, floor)
            if first is None:
                return
        else:
            walk = walk_left(self.words, i, floor=floor)
            first = walk.start
            if walk.stopped_by in ("role", "title"):
                first = self._after_person(first, i)
            if walk.stopped_by == "list" and is_place_word(self.words[first].lower) and head.noun in _PLACE_HEADS:
                shared = list(self._shared(i, head, floor))
                if shared:
                    yield from shared
                    return
        first = self._trim(first, i, head)
        found = self._found(first, i, head, "head noun")
        if not has_content(self.words, first, i, head):
            yield from self._orphan(found, head)
            return
        if (head.plural and i - first < 2) or not found.name:
            return
        if head.noun in ("idare", "daire") and i + 1 < len(self.words) and adjacent(self.words[i + 1]):
            if self.words[i + 1].lower.startswith(("müdür", "başkan", "genel")) and not self.words[i].suffix:
                return
        if is_venue(self.words, first, i, head):
            return
        if head.noun in word_list("institution_heads", "weak"):
            follows = self.words[i + 1].lower if i + 1 < len(self.words) else ""
            if (head.noun in _KNOWN_ONLY) or i - first < 2 or stop_forms().get(follows) == "event":
                return
        if head.noun in _OFFICES and all(
            is_place_word(w.lower) or w.lower in _OFFICE_WORDS for w in self.words[first:i]
        ):
            return
        yield found

    def _outer(self, walk: Walk, start: int) -> int:
        """How far a known name reaches left: over its parents, not over strangers."""
        outer = walk.start
        if walk.inner_heads and walk.inner_heads[0] != start - 1:
            return self._trim(outer, start)
        if walk.inner_heads and adjacent(self.words[start]):
            inner = institution_heads()[self.words[start - 1].lower]
            whole = known.known_start(self.words, start - 1, inner.length, outer)
            return outer if whole is None else min(whole, self._trim(outer, start)) if whole == outer else whole
        first = self.words[outer]
        if self.words[start - 1].lower in ("ve", "ile") or comma(self.words[start]):
            return start
        if first.lower.startswith("t.c"):
            return outer
        for k in range(start - 1, outer - 1, -1):
            if self.words[k].lower in ("ve", "ile") or comma(self.words[k]):
                return k + 1 if k + 1 < start else start
        if is_opener(first) or is_ordinary(first.lower):
            return start
        return outer

    def _in_capitals(self, i: int, floor: int) -> int | None:
        """In a line of capitals a name begins at its place, or it is not taken."""
        for k in range(i - 1, max(floor, i - 6) - 1, -1):
            if not adjacent(self.words[k + 1]) or self.words[k].suffix:
                return None
            if is_place_word(self.words[k].lower):
                return k
        return None

    def _after_person(self, first: int, last: int) -> int:
        """`... Müsteşarı Ole Hansen Mamak Göç Birimi`: the person ends where the place begins."""
        for k in range(first + 2, last):
            if is_place_word(self.words[k].lower) and not is_ordinary(self.words[first].lower):
                inner = institution_heads().get(self.words[k - 1].lower)
                return first if inner is not None else k
        return first

    def _trim(self, first: int, last: int, head: HeadForm | None = None) -> int:
        """Where the name begins once what cannot belong to it is gone."""
        while first < last and self.words[first].lower in ("ve", "ile", "sayın"):
            first += 1
        first = drop_first(self.words, first, last)
        if head is None:
            return first
        heading = self.words[last].sentence in self.headings
        for k in range(last - 1, first, -1):
            if not is_place_word(self.words[k].lower):
                continue
            local = head.noun in _PLACE_HEADS[:4]
            if self.words[k + 1].lower in ("il", "ilçe"):
                local = self.words[first].first and self.words[first].shape != "upper"
            heading = heading and head.level == 0
            inner = institution_heads().get(self.words[k - 1].lower)
            if is_place_word(self.words[k - 1].lower) or self.words[k - 1].lower in ("ve", "ile"):
                continue
            if (local or heading) and (inner is None or inner.case != "nom"):
                if not self.words[first].lower.startswith("t.c"):
                    return k
        return first

    def _found(self, first: int, last: int, head: HeadForm, rule: str) -> Found:
        found = Found(first, last, head.length, spell(self.words, first, last, head.length), rule)
        return trim_board(self.words, found)

    def _orphan(self, found: Found, head: HeadForm) -> Iterator[Found]:
        """`Pendik Kaymakamlığı ve Belediyesi`: the second takes its place from the first."""
        first = found.first
        if head.noun not in _PLACE_HEADS or head.plural or first < 2:
            return
        k = first - 1
        joined = comma(self.words[first]) or (
            self.words[k].lower in ("ve", "ile") and adjacent(self.words[first])
        )
        if not joined:
            return
        if self.words[k].lower in ("ve", "ile"):
            k -= 1
        other = institution_heads().get(self.words[k].lower)
        if other is None or other.case != "nom" or other.noun not in _PLACE_HEADS:
            return
        for start in range(k - 1, max(-1, k - 5), -1):
            if is_place_word(self.words[start].lower):
                place = self.words[start].text
                yield replace(found, name=f"{place} {found.name}", rule="place of the body before")
                return

    def _shared(self, i: int, head: HeadForm, floor: int) -> Iterator[Found]:
        """`Pendik, Kartal ve Tuzla Belediyeleri`: each member with the head spelt out."""
        places = self._shared_places(i, floor)
        if places is not None:
            yield from self._spelt_out(places, i, head)
            return
        segments: list[tuple[int, int]] = []
        last = i
        k = i
        while k > floor:
            word, before = self.words[k], self.words[k - 1]
            if comma(word):
                if self._ends_body(k - 1):
                    break
                segments.append((k, last))
                last = k - 1
                k -= 1
                if not before.capital or before.suffix:
                    break
                continue
            if not adjacent(word):
                break
            if before.lower in ("ve", "ile", "&") and k - 2 >= floor:
                if self._ends_body(k - 2):
                    break
                segments.append((k, last))
                last = k - 2
                k -= 2
                if not self.words[k].capital or self.words[k].suffix:
                    break
                continue
            if not before.capital or before.suffix or before.lower in institution_heads():
                break
            k -= 1
        if self.words[k].capital and last >= k:
            segments.append((k, last))
        segments = [s for s in segments if s[0] <= s[1]]
        if len(segments) < 2:
            return
        singular = possessed(head.noun)
        shared = self._shared_tail(segments[0], i)
        for first, end in segments:
            inner = [w.text for w in self.words[first : end + 1]]
            stop = end
            if end == i:
                inner = [w.text for w in self.words[first:i]][: i - first - len(shared)]
                stop = i
            if not inner or all(is_generic(w) for w in inner):
                continue
            if first == 0 or (self.words[first].first and is_opener(self.words[first])):
                inner = inner[1:] if is_opener(self.words[first]) else inner
                if not inner:
                    continue
            name = " ".join([*inner, *shared, capitalise(singular)])
            if not self._is_member(inner, name, head):
                continue
            yield Found(
                first,
                stop,
                head.length if stop == i else len(self.words[stop].text),
                spell_case(name),
                "shared head",
                fixed=True,
            )

    def _shared_places(self, i: int, floor: int) -> list[int] | None:
        """Words that are places of one list before a shared head, the last one first."""
        p = i - 1
        while p > floor and not is_place_word(self.words[p].lower):
            word = self.words[p]
            if word.suffix or not adjacent(self.words[p + 1]) or self._ends_body(p):
                return None
            if not word.capital and word.lower != "ve":
                return None
            p -= 1
        found = [p]
        while p - 1 >= floor:
            step = 1 if comma(self.words[p]) else 2
            joined = step == 1 or (self.words[p - 1].lower in ("ve", "ile") and adjacent(self.words[p]))
            if not joined or p - step < floor or not is_place_word(self.words[p - step].lower):
                break
            if self.words[p - step].suffix:
                break
            p -= step
            found.append(p)
        return found if len(found) > 1 else None

    def _spelt_out(self, places: Sequence[int], i: int, head: HeadForm) -> Iterator[Found]:
        singular = capitalise(possessed(head.noun))
        shared = [w.text for w in self.words[places[0] + 1 : i]]
        for p in places:
            stop = i if p == places[0] else p
            length = head.length if stop == i else len(self.words[p].text)
            name = " ".join([self.words[p].text, *shared, singular])
            yield Found(p, stop, length, name, "shared head", fixed=True)

    def _ends_body(self, k: int) -> bool:
        head = institution_heads().get(self.words[k].lower)
        return head is not None and head.case == "nom"

    @staticmethod
    def _is_member(inner: Sequence[str], name: str, head: HeadForm) -> bool:
        """Whether a member of a list names a body together with the shared head."""
        if known.is_known_key(plain(name)) or any(
            is_place_word(" ".join(inner[:n])) for n in range(1, len(inner) + 1)
        ):
            return True
        topics = word_list("name_topics")
        return head.noun in _SUBJECT_HEADS and lower(inner[-1]) in topics

    def _shared_tail(self, segment: tuple[int, int], i: int) -> list[str]:
        """The words of the last member that all members share: `Büyükşehir` of Belediyeleri."""
        inner = [w for w in self.words[segment[0] : i]]
        for n in range(1, len(inner)):
            if is_place_word(" ".join(w.lower for w in inner[:n])):
                return [w.text for w in inner[n:]]
        return []


_NOT_BEFORE = frozenset({"iş", "güç", "el", "gönül", "söz", "oy", "fikir", "gümrük", "dil", "kalp", "para"})


def is_generic(word: str) -> bool:
    """Whether a word alone makes no name of a body."""
    return lower(word) in word_list("institution_heads", "generic")


def spell_case(name: str) -> str:
    """Title case of a name put together from words: the head's first letter in Turkish."""
    return " ".join(w[0].replace("i", "İ") + w[1:] if w[:1] == "i" else w for w in name.split())


def find_institutions(text: str, *, publisher: str | None = None) -> list[InstitutionMention]:
    """All mentions of named bodies in `text`, in order.

    `publisher` is what `Bakanlığımız` and its like stand for.
    """
    sequence = words(text)
    finder = _Finder(
        text, sequence, is_capitals(sequence), headings(sequence), [False] * len(sequence)
    )
    found: list[Found] = []
    for item in finder.heads():
        found.append(item)
        for k in range(item.first, item.last + 1):
            finder.taken[k] = True
    for i in range(len(sequence)):
        if finder.taken[i] or not sequence[i].capital:
            continue
        item_or_none = _known(finder, i)
        if item_or_none is not None:
            found.append(item_or_none)
            for k in range(item_or_none.first, item_or_none.last + 1):
                finder.taken[k] = True
    for item in (
        *foreign_names(sequence, finder.taken, finder.capitals),
        *acronyms_in(text, sequence, finder.taken, finder.capitals),
    ):
        if not any(finder.taken[item.first : item.last + 1]):
            found.append(item)
            for k in range(item.first, item.last + 1):
                finder.taken[k] = True
    found.sort(key=lambda f: (f.first, f.last))
    found = institution_context.with_faculties(sequence, found)
    found = institution_context.kept(text, sequence, found, finder.capitals)
    found = institution_context.with_list_members(text, sequence, found, finder.taken, finder.capitals)
    mentions = [_mention(sequence, f) for f in found]
    mentions = institution_context.linked(text, sequence, found, mentions)
    mentions += institution_context.back_references(text, sequence, found, mentions, publisher)
    return mentions


def _known(finder: _Finder, i: int) -> Found | None:
    sequence = finder.words
    word = sequence[i]
    match = known.match_at(sequence, i)
    if match is None:
        return None
    last, length = match
    if any(finder.taken[i : last + 1]):
        return None
    if last == i:
        if is_ordinary(word.lower) or is_place_word(word.lower) or len(word.text) < 3:
            if word.shape != "upper" or word.sentence in finder.capitals:
                return None
        if word.shape != "upper" and word.lower not in known.single_names():
            return None
        if is_surname(sequence, i):
            return None
        if i + 1 < len(sequence) and adjacent(sequence[i + 1]) and not word.suffix:
            if stop_forms().get(sequence[i + 1].lower) == "place":
                return None  # Bilkent Oteli
    if word.sentence in finder.capitals and last == i and len(word.text) < 4:
        return None
    return Found(i, last, length, spell(sequence, i, last, length), "name in the registry")


def _mention(sequence: Sequence[Word], found: Found) -> InstitutionMention:
    start = sequence[found.first].start
    end = sequence[found.last].start + found.length
    alone = found.first == found.last and sequence[found.first].shape == "upper"
    form = "acronym" if found.rule.startswith("acronym") or alone else "full"
    return InstitutionMention(
        Span(start, end),
        found.name,
        "acronym" if form == "acronym" else "full",
        Why(found.rule, found.cues),
    )
