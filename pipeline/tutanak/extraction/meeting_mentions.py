"""Where a text names an event: head noun with its modifiers, title and rank, and how it is told."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from tutanak.extraction.lexicon import openers, our_heads
from tutanak.extraction.meeting_layout import Layout, Verb
from tutanak.extraction.meeting_lexicon import (
    EventForm,
    compound_tails,
    cues,
    event_forms,
    in_place,
    type_modifiers,
)
from tutanak.extraction.tokens import Word
from tutanak.records import Span
from tutanak.resources import word_list
from tutanak.text.fold import capitalise, lower, upper
from tutanak.text.numerals import ordinal_of
from tutanak.text.suffixes import possessed

# held: the verb of the sentence holds it; told: a participle before it does (`düzenlenen toplantıda`);
# attended: people join or speak at it; there: it is referred to; named: a noun phrase without a verb;
# reported: somebody says that it was or will be; background: another event than the one reported.
Telling = Literal["held", "told", "attended", "there", "named", "reported", "background"]

_SMALL: Final = frozenset("ve ile için de da of and the for".split())
_TITLED: Final = frozenset(
    "başlıklı konulu temalı adlı isimli başlığıyla temasıyla konusunda adını taşıyan ismiyle temalı".split()
)
_BIR: Final = frozenset({"bir", "bu", "şu", "o", "söz", "konusu", "ilgili", "her", "iki", "üç", "aynı", "söz"})
_NOT_RANKED: Final = frozenset("yıl yılı yılında madde maddesi gün günü günde kat katta sınıf bölge cadde sokak".split())


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place that names an event. `index`: its head word; `first`: where its phrase begins.

    `verb` is the verb that tells of it; `past`: its sentence ends in the past. `bare`: nothing but the noun, so it may refer back.
    """

    index: int
    first: int
    form: EventForm
    modifiers: tuple[str, ...]
    title: str | None
    ordinal: int | None
    span: Span
    sentence: int
    telling: Telling
    verb: Verb | None
    past: bool = False
    verbal: bool = False
    quoted: bool = False
    indefinite: bool = False

    @property
    def noun(self) -> str:
        """What it is, bare; a `genel kurul toplantısı` is a `genel kurul`."""
        return "genel kurul" if self.modifiers[-2:] == ("genel", "kurul") else self.form.noun

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun stands there."""
        return not (self.modifiers or self.title) and not self.indefinite

    @property
    def type(self) -> str:
        """The bare head noun phrase, lower case."""
        *front, last = self.form.noun.split()
        compound = bool(front) and front[0] not in word_list("meeting_types", "adjectives")
        head = " ".join([*front, possessed(last) if self.specific or compound else last])
        return " ".join([*self.modifiers, head])

    @property
    def to_come(self) -> bool:
        """Whether its verb tells of the future."""
        return self.verb is not None and self.verb.tense in ("future", "to_come")

    @property
    def specific(self) -> int:
        """How many nouns say what kind of event it is."""
        return len(set(self.modifiers) - word_list("meeting_types", "regular"))


def find_mentions(
    layout: Layout, *, taken: Sequence[Span], days: Sequence[Span]
) -> tuple[EventMention, ...]:
    """All mentions of events, in order. `taken`: names of bodies; `days`: dates."""
    found: list[EventMention] = []
    for sentence in range(len(layout.spans)):
        found.extend(_in_sentence(layout, sentence, taken, days))
    return tuple(found)


def _in_sentence(
    layout: Layout, sentence: int, taken: Sequence[Span], days: Sequence[Span]
) -> list[EventMention]:
    previous = -1
    found: list[EventMention] = []
    for i in layout.range_of(sentence):
        form = _form_at(layout, i)
        if form is None or _inside(layout.words[i].start, taken):
            continue
        if _is_modifier(layout, i, form):
            continue
        found.append(_mention(layout, sentence, i, form, taken, days, previous))
        previous = i
    found = [_as_means(layout, m, found) for m in found]
    used = {m.verb for m in found if m.telling in ("held", "told", "reported")}
    found.extend(
        _verbal(layout, sentence, verb)
        for verb in layout.verbs[sentence]
        if verb not in used and _meets(layout, sentence, verb)
    )
    return sorted(found, key=lambda m: m.index)


def _as_means(
    layout: Layout, mention: EventMention, here: Sequence[EventMention]
) -> EventMention:
    """`törenle açıldı`: a means where another event is the subject of the sentence."""
    case = _case(mention.form, layout.words[mention.index].suffix)
    if case == "ins" and any(m.index < mention.index and m.form.case == "nom" for m in here):
        return replace(mention, telling="there")
    return mention


_GATHERING: Final = EventForm("toplantı", "generic", (), "nom", False, False, False, 0)
_SIGNING: Final = EventForm("tören", "generic", (), "nom", False, False, False, 0)
_PAPERS: Final = ("protokol", "anlaşma", "sözleşme", "mutabakat")


def _meets(layout: Layout, sentence: int, verb: Verb) -> bool:
    """Whether `verb` alone says that people met (`bir araya geldi`) or signed (`protokol imzalandı`)."""
    if verb.tense not in ("past", "future", "to_come", "participle", "reported"):
        return False
    if layout.spoken(layout.words[verb.index].start):
        return False
    if verb.kind == "sign":
        start = layout.starts[sentence]
        left = layout.words[max(start, verb.index - 12) : verb.index]
        return verb.tense == "past" and any(w.lower.startswith(_PAPERS) for w in left)
    return verb.kind == "meet"


def _verbal(layout: Layout, sentence: int, verb: Verb) -> EventMention:
    word = layout.words[verb.index]
    signing = verb.kind == "sign"
    earlier = _pluperfect(word.lower)
    telling: Telling = "background" if earlier else "reported" if verb.tense == "reported" or _says(layout, verb) else "held"
    return EventMention(
        verb.index,
        verb.index,
        _SIGNING if signing else _GATHERING,
        ("imza",) if signing else (),
        None,
        None,
        Span(word.start, word.end),
        sentence,
        telling,
        verb,
        past=_closed_in_past(layout, sentence),
        verbal=True,
    )


def _inside(position: int, spans: Sequence[Span]) -> bool:
    k = bisect_left(spans, (position + 1, 0)) - 1
    return any(s.start <= position < s.end for s in spans[max(0, k - 3) : k + 1])


def _form_at(layout: Layout, i: int) -> EventForm | None:
    for form in event_forms().get(layout.words[i].lower, ()):
        n = len(form.before)
        if n == 0:
            return form
        if i >= n and tuple(w.lower for w in layout.words[i - n : i]) == form.before:
            return form
    return None


def _is_modifier(layout: Layout, i: int, form: EventForm) -> bool:
    """Whether the event noun only serves the noun behind it: `toplantı salonu`, `eğitim toplantısı`."""
    word = layout.words[i]
    if i + 1 >= len(layout.words) or word.suffix:
        return False
    after = layout.words[i + 1]
    if after.gap not in (" ", "-", "/") or form.case != "nom":
        return False
    if form.group in ("gatherings", "generic") and word.shape == after.shape == "title":
        if not form.marked and not any(v.index == i + 1 for v in layout.verbs[word.sentence]):
            return True
    nxt = event_forms().get(after.lower)
    if nxt and any(not f.before and (f.marked or f.ours) for f in nxt):
        return True
    if nxt and form.group == "gatherings" and not any(f.before for f in nxt):
        return True
    if form.marked and form.group != "gatherings":
        return False
    if after.lower.startswith(("salonu", "odası", "merkezi")):
        return True
    return not form.marked and compound_tails().fullmatch(after.lower) is not None


def _mention(
    layout: Layout,
    sentence: int,
    i: int,
    form: EventForm,
    taken: Sequence[Span],
    days: Sequence[Span],
    previous: int,
) -> EventMention:
    words = layout.words
    low = max(layout.starts[sentence], previous + 1)
    subject = form.case == "acc" or words[i].suffix in ("nı", "ni", "nu", "nü")
    modifiers, first = _modifiers(layout, i - len(form.before), low, days, subject=subject)
    title, title_first = _title(layout, i, form, min(first, i - len(form.before)), low, taken, days)
    ordinal = _ordinal(layout, i, form, min(first, title_first), low)
    start_word = min(first, title_first)
    before = words[start_word - 1].lower if start_word > low else ""
    ranked = ordinal is not None and _ranked_behind(layout, i) is not None
    telling, verb = _telling(layout, sentence, i, form, start_word, low, days, ranked=ranked)
    end = words[i].start + min(form.length, len(words[i].text))
    span_of_title = words[title_first].start
    return EventMention(
        i,
        start_word,
        form,
        modifiers,
        title,
        ordinal,
        Span(words[start_word].start, end),
        sentence,
        telling,
        verb,
        past=_closed_in_past(layout, sentence),
        quoted=title is not None and any(q.start <= span_of_title < q.end for q in layout.quotes),
        indefinite=before == "bir",
    )


# ---- modifiers


def _modifiers(
    layout: Layout, i: int, low: int, days: Sequence[Span], *, subject: bool
) -> tuple[tuple[str, ...], int]:
    """Words before the head at `i` that belong to its type, and where they begin.

    `subject`: a board some words before the head is who meets: `Meclisi olağan toplantısını yaptı`.
    """
    words = layout.words
    known, boards = type_modifiers(), word_list("meeting_types", "boards")
    see_through = word_list("meeting_types", "transparent")
    found: list[str] = []
    first = j = i
    skipped = False
    while j - 1 >= low and not words[j - 1].suffix:
        gap = words[j].gap
        if gap.strip(" .") and not (gap == "-" and not skipped):
            break
        word = words[j - 1].lower
        pair = f"{words[j - 2].lower}-{word}" if j - 2 >= low else ""
        if word in boards:
            if subject and (found or skipped):
                break
            found = [*_board(layout, j - 2, low), word, *(m for m in found if m != "dönem")]
            return tuple(found), j - 1 - (len(found) > 1)
        if pair in known and not skipped and words[j - 1].gap in (" ", "-"):
            found[:0] = [words[j - 2].lower, word]
            j -= 2
            first = j
        elif word in known and not skipped:
            found.insert(0, word)
            j -= 1
            first = j
        elif (
            word in see_through or words[j - 1].shape in ("digit", "initial") or _rank(layout, j - 1)
        ) and not _inside(words[j - 1].start, days):
            skipped = True
            j -= 1
        else:
            break
    return tuple(found), first


def _board(layout: Layout, j: int, low: int) -> list[str]:
    """What stands before a board's noun and names it: `göç` of `göç kurulu`."""
    words = layout.words
    found: list[str] = []
    while j >= low and words[j + 1].gap == " " and not words[j].suffix:
        word = words[j].lower
        if word in type_modifiers() or (not found and words[j].shape != "digit"):
            found.insert(0, word)
            if word not in ("yönetim", "danışma", "yürütme", "denetim"):
                break
            j -= 1
        else:
            break
    return [w for w in found if w not in ("il", "ilçe", "bu", "ve", "oda", "bir")]


# ---- title


def _title(
    layout: Layout,
    i: int,
    form: EventForm,
    first: int,
    low: int,
    taken: Sequence[Span],
    days: Sequence[Span],
) -> tuple[str | None, int]:
    """The proper name of the event at `i`, and the word that opens it."""
    text, words = layout.text, layout.words
    head = words[i]
    head_end = head.start + min(form.length, len(head.text))
    for quote in layout.quotes:
        if quote.speech and quote.end - quote.start > 160:
            continue
        if quote.start < head.start < quote.end and quote.end - head.stop <= 6:
            body = text[quote.start : head_end]
            return _clean(body), layout.word_at(quote.start)
        if quote.end < head.start and not quote.speech and not text[quote.start].islower():
            between = [w.lower for w in words[layout.word_at(quote.end) : first]]
            reach = text[quote.end : words[first].start]
            if "." not in reach and (not between or (len(between) <= 3 and between[0] in _TITLED)) and len(reach) < 40:
                return _clean(text[quote.start : quote.end]), layout.word_at(quote.start)
    if head.shape == "lower" or (head.shape == "upper" and len(head.text) > 1 and shouted(layout, head.sentence)):
        return (None, i) if head.shape == "lower" else _shouted_title(layout, i, form, low, taken)
    j = i - len(form.before)
    opened = i
    while j - 1 >= low:
        word, gap = words[j - 1], words[j].gap
        if gap not in (" ", "-", ". ", " - ", "/", ".") or _stops(layout, j - 1, taken, days):
            break
        if word.capital or word.shape == "digit":
            opened = j - 1
        elif word.lower not in _SMALL and word.lower not in ("yılı", "yıl", "ayı"):
            break
        j -= 1
    if opened >= i - len(form.before) or not (form.marked or form.before):
        return None, i
    body = _clean(text[words[opened].start : head_end])
    if upper(body) == body:
        body = " ".join(_calm(part) for part in body.split())
    return body, opened


def _calm(word: str) -> str:
    """A word in capitals as a name writes it: `GÖÇ` -> `Göç`, `VE` -> `ve`, `III.` as it is."""
    if lower(word) in _SMALL or _ROMAN.fullmatch(word):
        return lower(word) if lower(word) in _SMALL else word
    return capitalise(word)


def _chairs(word: str) -> bool:
    return word == "başkanlığında" or any(word == row.split()[-1] for row in cues("after"))


def _clean(body: str) -> str:
    return re.sub(r"\s+", " ", body).strip(" -–.,:'\"’”")


def _stops(layout: Layout, j: int, taken: Sequence[Span], days: Sequence[Span]) -> bool:
    """Whether the word at `j` cannot stand inside a title: inflected, a day, an opener, a verb."""
    word = layout.words[j]
    if word.suffix or _inside(word.start, days):
        return True
    if word.first and (word.lower in openers() or word.lower in _BIR) and word.shape != "upper":
        return True
    if word.lower in our_heads() or word.lower in _BIR or _chairs(word.lower):
        return True
    if word.lower.endswith(("mızın", "mizin", "muzun", "müzün")) or in_place(word.lower):
        return True
    for span in taken:  # `Bakanlığının`: the name of a body in another case
        if span.start <= word.start < span.end < word.stop:
            return True
    return False


def shouted(layout: Layout, sentence: int) -> bool:
    """Whether a sentence is all in capitals."""
    start, end = layout.spans[sentence]
    return upper(layout.text[start:end]) == layout.text[start:end]


_ROMAN: Final = re.compile(r"[IVXL]+\.?")


def _shouted_title(
    layout: Layout, i: int, form: EventForm, low: int, taken: Sequence[Span]
) -> tuple[str | None, int]:
    """The name in a headline in capitals: all that stands before the head, if short."""
    words = layout.words
    j = i
    while j - 1 >= low and not words[j - 1].suffix and words[j].gap in (" ", "-", ". "):
        if words[j - 1].lower.endswith(("dan", "den", "nın", "nin")):
            break
        j -= 1
    if j >= i or i - j > 9 or not (form.marked or form.before):
        return None, i
    body = layout.text[words[j].start : words[i].start + form.length]
    return " ".join(_calm(part) for part in body.split()), i


# ---- rank


def _rank(layout: Layout, j: int) -> int | None:
    """The ordinal at word `j`: `II.`, `3.`, `3'üncü`, `üçüncü`."""
    word = layout.words[j]
    dot = layout.text[word.stop : word.stop + 1] == "." and not word.text.endswith(".")
    surface = layout.text[word.start : word.stop] + ("." if dot else "")
    if word.shape == "digit" and not dot and not word.suffix:
        return None
    if not dot and not word.suffix and word.shape == "lower" and len(word.text) < 3:
        return None
    value = ordinal_of(surface)
    if value is None or value > 400:
        return None
    if j + 1 < len(layout.words) and layout.words[j + 1].lower in _NOT_RANKED:
        return None
    return value


def _ordinal(layout: Layout, i: int, form: EventForm, first: int, low: int) -> int | None:
    words = layout.words
    for j in range(i - 1, max(low, min(first, i) - 2) - 1, -1):
        if form.plural:
            break
        value = _rank(layout, j)
        if value is not None and (j >= first or words[j + 1 : first] == ()):
            return value
        if value is not None and j == first - 1:
            return value
        if value is not None and words[j].lower.endswith(("si", "sı", "su", "sü", "ilki")):
            return value
    for j in range(first - 2, max(low, first - 4) - 1, -1):
        word = words[j]
        if any(w.gap.strip() for w in words[j + 1 : first + 1]) or word.lower.startswith("ilk"):
            break
        if (value := _rank(layout, j)) is not None and word.shape == "lower" and not form.plural:
            return value  # `dördüncü ortak toplantı`
    detached = i + 1 < len(words) and words[i + 1].lower in ("nın", "nin", "nun", "nün")
    if form.plural or form.case == "gen" or detached:
        behind = _ranked_behind(layout, i)
        if behind is not None:
            return ordinal_of(layout.text[words[behind].start : words[behind].stop])
    return None


_RANKED: Final = re.compile(r"(?:ilki|birincisi|sonuncusu|\w*nc[ıiuü]s[ıiuü])(?:n[ıiuü]n?)?")


def _ranked_behind(layout: Layout, i: int) -> int | None:
    """The word behind an event that counts it: `toplantılarının ilki`, `günlerinin 4'üncüsü`."""
    words = layout.words
    for j in range(i + 1, min(len(words), i + 6)):
        if words[j].sentence != words[i].sentence or "," in words[j].gap:
            return None
        if _RANKED.fullmatch(words[j].lower + (words[j].suffix if words[j].shape == "digit" else "")):
            return j
    return None


# ---- how it is told

_GIVEN: Final = frozenset({"eğitim", "seminer", "kurs", "konferans", "brifing", "yemek", "iftar"})
_PEAK: Final = ("yap", "gör", "çık", "taşı", "ulaş", "seviye", "nokta")
_NEAR: Final = 14  # words between a gathering such as `eğitim` and the verb that holds it
_AT: Final = ("katıl", "iştirak", "teşrif", "yer al", "hazır bulun", "konuş", "başkanlık", "ev sahipliği")


def _telling(
    layout: Layout,
    sentence: int,
    i: int,
    form: EventForm,
    first: int,
    low: int,
    days: Sequence[Span],
    *,
    ranked: bool,
) -> tuple[Telling, Verb | None]:
    words, verbs = layout.words, layout.verbs[sentence]
    word = words[i]
    case = "nom" if ranked else _case(form, word.suffix)
    left = words[max(layout.starts[sentence], first - 3) : i]
    if layout.spoken(word.start) or _another(left, first - max(layout.starts[sentence], first - 3), days):
        return "background", None
    after = next(
        (v for v in verbs if v.index > i and (v.kind != "give" or form.noun in _GIVEN)), None
    )
    if form.noun == "zirve" and i + 1 < len(words) and words[i + 1].lower.startswith(_PEAK):
        return "background", None
    if after is not None and after.index == i + 1 and after.tense in ("past", "future", "present"):
        return ("background" if _pluperfect(words[i + 1].lower) else "held"), after
    before = next((v for v in reversed(verbs) if low <= v.index < i), None)
    if form.noun == "ziyaret" and after is not None and after.index == i + 1:
        return "there", after  # `ziyaret eden doktor`: what somebody did, not what is reported
    if before is not None and _reaches(layout, before, first):
        closing = words[layout.starts[sentence + 1] - 1].lower
        if _pluperfect(closing):
            return "background", before
        return ("there" if _habit(layout, before, closing) else "told"), before
    setting = i + 1 < len(words) and words[i + 1].lower in cues("settings") and not word.suffix
    near = form.group != "gatherings" or after is None or after.index - i <= _NEAR
    if case in ("nom", "acc") and after is not None and after.kind != "sign" and not setting and near:
        closing = words[layout.starts[sentence + 1] - 1].lower
        chained = words[after.index].lower.endswith(("mış", "miş", "muş", "müş"))
        if _pluperfect(words[after.index].lower) or (chained and _pluperfect(closing)):
            return "background", after
        if after.tense == "converb" and _to_be_said(layout, sentence, after):
            return "reported", after
        if after.tense in ("past", "future", "present", "to_come", "converb"):
            return "held", after
        if after.tense == "reported":
            return "reported", after
        if _says(layout, after):
            return "reported", after
        return "held", after
    if case == "gen" and after is not None and after.index - i <= 45 and not _part(layout, i + 1):
        if after.tense == "reported" or _says(layout, after):
            return "reported", after
    tail = layout.text[word.stop : layout.spans[sentence].end]
    folded = lower(tail)
    if case in ("dat", "loc", "ins") and any(stem in folded for stem in _AT):
        return "attended", after
    if layout.rank[sentence] < 0 and after is None:
        return "named", None
    return "there", after


_PARTS: Final = re.compile(
    r"(?:açılı|kapanı|son|baş|ardı|devam|ilk|ikinci|üçüncü|amac|önem|gündem|konu|sabah|öğle|moderat)\w*"
)


def _pluperfect(word: str) -> bool:
    """Whether a verb tells of something before the event of the text: `yapılmıştı`."""
    return re.search(r"m[ıiuü]şt[ıiuü]$", word) is not None


def _habit(layout: Layout, verb: Verb, closing: str) -> bool:
    """Whether a participle tells what is done again and again: `her ay düzenlenen ... alınır`."""
    before = [w.lower for w in layout.words[max(0, verb.index - 4) : verb.index]]
    always = re.search(r"(?:[ıiuüae]r(?:lar|ler)?|m[ae]kt[ae](?:d[ıi]r)?)$", closing) is not None
    return always and "her" in before


def _to_be_said(layout: Layout, sentence: int, verb: Verb) -> bool:
    """Whether the clause of a converb ends in what somebody says will be: `yaparak ... belirleyeceği`."""
    behind = layout.words[verb.index + 1 : layout.starts[sentence + 1]]
    return any(re.search(r"[ae]c[ae]ğ[ıi](?:n[ıi])?$", w.lower) for w in behind)


def _part(layout: Layout, j: int) -> bool:
    """Whether the word at `j` is a part or property of the event before it: `toplantının sonunda`."""
    return j < len(layout.words) and _PARTS.fullmatch(layout.words[j].lower) is not None


_PAST: Final = re.compile(r".+(?:[dt][ıiuü](?:k|m|lar|ler)?|m[ıiuü]ş(?:t[ıiuü]r?|l[ae]rd[ıi]r)?)")


def _closed_in_past(layout: Layout, sentence: int) -> bool:
    words = layout.words[layout.starts[sentence] : layout.starts[sentence + 1]]
    return bool(words) and _PAST.fullmatch(words[-1].lower) is not None


_FINITE: Final = re.compile(r".{2,}(?:m[ıiuü]ş(?:t[ıiuü]r?)?|[dt][ıiuü](?:lar|ler)?)")


def _reaches(layout: Layout, verb: Verb, first: int) -> bool:
    """Whether the participle `verb` belongs to the event phrase that begins at `first`."""
    if verb.tense not in ("participle", "to_come"):
        return False
    between = layout.words[verb.index + 1 : first]
    if len(between) > (6 if _says(layout, verb) else 14):
        return False
    if any("\n" in word.gap for word in between[1:]):
        return False
    return not any(
        _FINITE.fullmatch(word.lower) and layout.words[k + 1].gap.strip() in (",", ";")
        for k, word in enumerate(between, start=verb.index + 1)
    )


def _case(form: EventForm, suffix: str) -> str:
    if not suffix:
        return form.case
    if suffix.endswith(("de", "da", "te", "ta")):
        return "loc"
    if suffix in ("ni", "nı", "nu", "nü", "yi", "yı", "yu", "yü", "i", "ı", "u", "ü"):
        return "acc"
    if suffix.endswith(("n",)) and len(suffix) >= 2 and suffix[-2] in "ıiuü":
        return "gen"
    return "dat" if suffix[-1] in "ae" else form.case


def _another(left: Sequence[Word], bound: int, days: Sequence[Span]) -> bool:
    """Whether the words before an event make it another one: `bir sonraki toplantı`.

    The phrase of the event begins at `left[bound]`. Words of dates (`önceki gün`) do not count.
    """
    folded = ["" if _inside(w.start, days) else w.lower for w in left]
    if bound >= 2 and folded[bound - 2 : bound] == ["geçen", "yıl"]:
        return True
    return any(w in cues("background") for w in folded) or any(
        w in cues("another") for w in folded[max(0, bound - 1) : bound + 1]
    )


def _says(layout: Layout, verb: Verb) -> bool:
    """Whether `-dığı`, `-acağı` depends on a verb of saying: `yapıldığı belirtildi`."""
    word = layout.words[verb.index].lower
    return re.search(r"[ğ][ıiuü]$", word) is not None
