"""How a text tells of an event: held by the verb, told by a participle, reported, another one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import EventForm, cues
from tutanak.extraction.meeting_names import inside, rank_at
from tutanak.extraction.meeting_things import of_another, other_thing
from tutanak.extraction.meeting_verbs import Verb
from tutanak.extraction.tokens import Word
from tutanak.records import Span
from tutanak.text.fold import lower

# held: the verb of the sentence holds it; told: a participle before it does (`düzenlenen panelde`);
# attended: people join or speak at it; there: it is referred to; named: a noun phrase, no verb;
# reported: somebody says that it was or will be; next: another event, announced in so many words;
# background: another event than the one reported.
Telling = Literal["held", "told", "attended", "there", "named", "reported", "next", "background"]

_NEAR: Final = 14  # words between a gathering such as `eğitim` and the verb that holds it
_FAR: Final = 45  # words between a genitive and what is said of it: `kurulun ... yapılmasına`
_REACH: Final = 14  # words between a participle and its event
_REACH_OBJECT: Final = 6  # the same for `-dığı`, `-acağı`, which may depend on a verb of saying

_FINITE: Final = re.compile(r".{2,}(?:m[ıiuü]ş(?:t[ıiuü]r?)?|[dt][ıiuü](?:lar|ler)?)")
_PAST: Final = re.compile(r".+(?:[dt][ıiuü](?:k|m|lar|ler)?|m[ıiuü]ş(?:t[ıiuü]r?|l[ae]rd[ıi]r)?)")
_PLUPERFECT: Final = re.compile(r".+m[ıiuü]şt[ıiuü]")
_HABITUAL: Final = re.compile(r".+(?:[ıiuüae]r(?:lar|ler)?|m[ae]kt[ae](?:d[ıi]r)?)")
_FUTURE: Final = re.compile(r".+[ae]c[ae](?:k(?:t[ıi]r|l[ae]r)?|ğ[ıi][zm])")
_TO_BE: Final = re.compile(r".+[ae]c[ae]ğ[ıi](?:n[ıi])?")


def telling_of(
    layout: Layout,
    i: int,
    form: EventForm,
    *,
    first: int,
    low: int,
    days: Sequence[Span],
    counted: bool,
) -> tuple[Telling, Verb | None]:
    """How the event whose head is word `i` is told, and by which verb.

    `first` opens its phrase; `low` is the first word behind the event before it; `counted`: a rank
    behind it (`toplantıların ikincisi`) is what the verb is about.
    """
    words = layout.words
    word, sentence = words[i], words[i].sentence
    verbs = layout.verbs[sentence]
    behind = words[i + 1].lower if i + 1 < len(words) else ""
    if layout.spoken(word.start):
        return "background", None
    if _another(layout, first, i, days):
        return _next_one(layout, i, form)
    if (thing := other_thing(layout, i, form)) is not None:
        return thing, None
    after = next(
        (
            v
            for v in verbs
            if v.index > i
            and _can_hold(v, form)
            and (v.kind != "be" or _dated(layout, i, v, days))
            and not (form.group == "generic" and of_another(layout, v))
        ),
        None,
    )
    if after is not None and after.index == i + 1:
        final = after.tense == "to_come" and behind == layout.closing(sentence)
        if final or after.tense in ("past", "future", "present"):
            return ("background" if pluperfect(behind) else "held"), after
        if form.noun == "ziyaret" and after.tense == "converb" and _ends_told(layout, sentence):
            return "held", after  # `ziyaret ederek ... bilgi aldı`
        if form.noun == "ziyaret":
            return "there", after  # `ziyaret eden doktor`: what somebody did, not what is reported
    case = "nom" if counted else case_of(form, word.suffix)
    if case == "ins" and after is not None and after.kind == "end" and form.group == "gatherings":
        return _held(layout, after, sentence), after  # `Hafta, 14 Mayıs'taki konserle sona erecek`
    if form.noun in _MEALS and case == "loc" and after is not None and after.kind == "meet":
        return _told(layout, after, sentence), after  # `kahvaltıda buluştu`
    before = next((v for v in reversed(verbs) if low <= v.index < i), None)
    if before is not None and _reaches(layout, before, first):
        if case == "nom" and after is not None and _is_main(layout, after, sentence):
            return _held(layout, after, sentence), after  # `düzenlenen panel ... yapılacak`
        return _told(layout, before, sentence), before
    setting = behind in cues("settings") and not word.suffix
    if after is not None and case == "acc" and _is_passive(layout, after):
        return "there", after  # `kurslarını bitirenlere belge verildi`
    if case == "ins" and form.noun == "tören" and _CEREMONY.fullmatch(layout.closing(sentence)):
        return "told", None  # `törenle sertifika verildi`
    if after is not None and case in ("nom", "acc") and after.kind != "sign" and not setting:
        if form.group != "gatherings" or after.index - i <= _NEAR:
            return _held(layout, after, sentence), after
    elif after is not None and case == "gen" and _OPENING.match(layout.text, word.stop):
        return _held(layout, after, sentence), after  # `fuarın açılışı 8 Mayıs'ta yapıldı`
    elif (
        after is not None
        and case == "gen"
        and form.group != "generic"
        and after.kind not in ("postpone", "cancel")
        and _is_part(layout, i, sentence)
    ):
        return _held(layout, after, sentence), after
    elif after is not None and case == "gen" and after.index - i <= _FAR:
        own = not behind.startswith(tuple(cues("properties")))
        if own and _is_decided(layout, i, after, days):
            return "next", after
        if own and (after.tense == "reported" or says(layout, after)):
            return "reported", after
    return _referred(layout, i, case, after), after


_OPENING: Final = re.compile(r"\s[Aa]çılışı\s(?!tören|konuş|oturum|program)")
_MEALS: Final = frozenset({"kahvaltı", "iftar", "yemek"})
_PART: Final = re.compile(r"(?:grub|etab|aya[ğk]|oturum|bölüm|kısm|modül|tur|birleşim|celse)\w*")


# What is decided or announced of the next one
_SETTLED: Final = re.compile(
    r"(?:kararlaştır[ıi]l|planlan|öngörül|belirlen|duyurul|aç[ıi]klan|bildiril|ifade ed"
    r"|kaydedil)\w*"
)


def _is_part(layout: Layout, i: int, sentence: int) -> bool:
    """Whether a counted part of the event is held: `eğitimin ikinci grubu Bolu'da yapılacak`."""
    behind = layout.words[i + 1 : min(i + 4, layout.starts[sentence + 1])]
    return any(
        _PART.fullmatch(b.lower) and (a.lower in ("ilk", "son") or rank_at(layout, i + 1 + k))
        for k, (a, b) in enumerate(pairwise(behind))
    )


_CEREMONY: Final = re.compile(
    r".*(?:veril|açıl|kapa[tn][ıi]?l?|başlatıl|tanıtıl|uğurlan|anıl|kutlan)d[ıi]"
)


def _is_passive(layout: Layout, verb: Verb) -> bool:
    """Whether a verb takes no object: `yapıldı`, `verildi`, `düzenlendi`."""
    return layout.words[verb.index].lower.startswith(tuple(cues("passive")))


def _is_decided(layout: Layout, i: int, verb: Verb, days: Sequence[Span]) -> bool:
    """`III. toplantının 24 Eylül'de yapılmasına`: a decision on a day ends the sentence."""
    word = layout.words[verb.index]
    closes = word.lower == layout.closing(word.sentence) and word.lower.endswith(("sına", "sine"))
    return closes and _dated(layout, i, verb, days)


def _is_main(layout: Layout, verb: Verb, sentence: int) -> bool:
    """Whether a verb that holds events closes its sentence in the past or the future."""
    finite = verb.tense in ("past", "future", "to_come")
    last = layout.words[verb.index].lower == layout.closing(sentence)
    return finite and last and verb.kind in ("hold", "postpone", "cancel")


def _dated(layout: Layout, i: int, verb: Verb, days: Sequence[Span]) -> bool:
    """Whether a day stands between an event and `olacak`, which alone holds nothing."""
    return any(layout.words[i].stop <= d.start < layout.words[verb.index].start for d in days)


def _can_hold(verb: Verb, form: EventForm) -> bool:
    """Whether a verb can be said of such an event: trainings are given, visits do not assemble."""
    if verb.kind == "give":
        return form.noun in cues("given")
    if verb.kind == "receive":
        return False
    return verb.kind != "meet" or form.group != "gatherings"


def _ends_told(layout: Layout, sentence: int) -> bool:
    """Whether a sentence ends in a finite past or future verb."""
    closing = layout.closing(sentence)
    return in_past(closing) or _FUTURE.fullmatch(closing) is not None


def _next_one(layout: Layout, i: int, form: EventForm) -> tuple[Telling, Verb | None]:
    """Another event is told of itself only where the sentence holds it in the future."""
    sentence = layout.words[i].sentence
    case = case_of(form, layout.words[i].suffix)
    for verb in layout.verbs[sentence]:
        if verb.index > i:
            finite = verb.tense in ("future", "to_come") and case in ("nom", "acc")
            if finite and layout.words[verb.index].lower == layout.closing(sentence):
                return "next", verb
            settled = verb.tense in ("reported", "to_come") and case == "gen"
            if settled and _SETTLED.fullmatch(layout.closing(sentence)):
                # `bir sonraki toplantının 5 Mayıs'ta yapılması kararlaştırıldı`
                return "next", verb
            break
    return "background", None


def _told(layout: Layout, verb: Verb, sentence: int) -> Telling:
    closing = layout.closing(sentence)
    if pluperfect(closing):
        return "background"
    before = [w.lower for w in layout.words[max(0, verb.index - 4) : verb.index]]
    if any(pair in (("geçen", "yıl"), ("önceki", "yıl")) for pair in pairwise(before)):
        return "background"
    if "her" in before and _HABITUAL.fullmatch(closing):
        return "there"  # `her ay düzenlenen kurulda değerlendirilir`
    return "told"


def _held(layout: Layout, verb: Verb, sentence: int) -> Telling:
    word = layout.words[verb.index].lower
    chained = word.endswith(("mış", "miş", "muş", "müş"))
    if pluperfect(word) or (chained and pluperfect(layout.closing(sentence))):
        return "background"
    if verb.tense == "reported" or says(layout, verb):
        return "reported"
    if verb.tense == "converb":  # `yaparak ... belirleyeceği öğrenildi`
        rest = layout.words[verb.index + 1 : layout.starts[sentence + 1]]
        if any(_TO_BE.fullmatch(w.lower) for w in rest):
            return "reported"
    return "held"


def _referred(layout: Layout, i: int, case: str, after: Verb | None) -> Telling:
    sentence = layout.words[i].sentence
    tail = lower(layout.text[layout.words[i].stop : layout.spans[sentence].end])
    if case in ("dat", "loc", "ins") and any(stem in tail for stem in cues("attending")):
        return "attended"
    return "named" if layout.rank[sentence] < 0 and after is None else "there"


def _another(layout: Layout, first: int, i: int, days: Sequence[Span]) -> bool:
    """Whether the words before an event make it another one: `bir sonraki toplantı`.

    Words of dates (`önceki gün`) do not count.
    """
    start = max(layout.starts[layout.words[i].sentence], first - 3)
    left = ["" if inside(w.start, days) else w.lower for w in layout.words[start:i]]
    bound = first - start
    if bound >= 2 and left[bound - 2 : bound] == ["geçen", "yıl"]:
        return True
    number = layout.words[first - 1] if start < first else None
    if number is not None and number.shape == "digit" and left[bound - 1] and first == i:
        return not number.suffix and not layout.words[i].gap.strip()  # `7 panel ve 3 kurs`
    near = left[max(0, bound - 1) : bound + 1]
    return any(w in cues("background") for w in left) or any(w in cues("another") for w in near)


def _reaches(layout: Layout, verb: Verb, first: int) -> bool:
    """Whether the participle `verb` belongs to the event phrase that begins at word `first`."""
    if verb.tense not in ("participle", "to_come"):
        return False
    between: Sequence[Word] = layout.words[verb.index + 1 : first]
    if len(between) > (_REACH_OBJECT if says(layout, verb) else _REACH):
        return False
    if any("\n" in word.gap or word.lower == "göre" for word in between[1:]):
        return False
    if between and between[0].lower.startswith(tuple(cues("said"))):
        return False  # `yapılan açıklamada toplantının ...`
    return not any(
        _FINITE.fullmatch(word.lower) and layout.words[k + 1].gap.strip() in (",", ";")
        for k, word in enumerate(between, start=verb.index + 1)
    )


def case_of(form: EventForm, suffix: str) -> str:
    """The case of an event noun, from its form or from the suffix behind an apostrophe."""
    if not suffix:
        return form.case
    if suffix.endswith(("de", "da", "te", "ta")):
        return "loc"
    if suffix in ("ni", "nı", "nu", "nü", "yi", "yı", "yu", "yü", "i", "ı", "u", "ü"):
        return "acc"
    if re.fullmatch(r".*[ıiuü]n", suffix):
        return "gen"
    return "dat" if suffix[-1] in "ae" else form.case


def pluperfect(word: str) -> bool:
    """Whether a verb tells of something before the event of the text: `yapılmıştı`."""
    return _PLUPERFECT.fullmatch(word) is not None


def in_past(word: str) -> bool:
    """Whether a folded verb is finite and past."""
    return _PAST.fullmatch(word) is not None


def in_future(word: str) -> bool:
    """Whether a folded verb is finite and future: `dönecek`."""
    return _FUTURE.fullmatch(word) is not None


def says(layout: Layout, verb: Verb) -> bool:
    """Whether a verb in `-dığı`, `-acağı` may depend on one of saying: `yapıldığı belirtildi`."""
    return layout.words[verb.index].lower.endswith(("ğı", "ği", "ğu", "ğü"))
