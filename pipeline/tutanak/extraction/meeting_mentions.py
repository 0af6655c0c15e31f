"""Where a text names an event: head noun with its modifiers, title and rank, and how it is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tutanak.extraction.meeting_compounds import is_modifier
from tutanak.extraction.meeting_layout import LEAD, Layout
from tutanak.extraction.meeting_lexicon import (
    EventForm,
    event_forms,
)
from tutanak.extraction.meeting_modifiers import modifiers_of
from tutanak.extraction.meeting_names import (
    counted_behind,
    inside,
    ordinal_before,
    rank_of,
    title_of,
)
from tutanak.extraction.meeting_telling import (
    Telling,
    case_of,
    in_future,
    in_past,
    pluperfect,
    says,
    telling_of,
)
from tutanak.extraction.meeting_verbs import Verb
from tutanak.records import Span
from tutanak.resources import word_list
from tutanak.text.suffixes import possessed


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place that names an event. `index`: its head word; `first`: where its phrase begins.

    `verb` tells of it; `past`: its sentence ends in the past; `verbal`: the verb alone names it
    (`bir araya geldi`); `quoted`: its title is quoted; `indefinite`: `bir` stands before it;
    `ahead`: its sentence ends in the future.
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
    ahead: bool = False

    @property
    def noun(self) -> str:
        """What it is, bare; a `genel kurul toplantısı` is a `genel kurul`."""
        return "genel kurul" if self.modifiers[-2:] == ("genel", "kurul") else self.form.noun

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun stands there, so that it may refer back."""
        return not (self.modifiers or self.title) and not self.indefinite

    @property
    def type(self) -> str:
        """The bare head noun phrase, lower case."""
        *front, last = self.form.noun.split()
        compound = bool(front) and front[0] not in word_list("meeting_types", "adjectives")
        marked = set(self._kinds) - word_list("meeting_types", "regular")
        head = " ".join([*front, possessed(last) if marked or compound else last])
        return " ".join([*self._kinds, head])

    @property
    def _kinds(self) -> tuple[str, ...]:
        """The modifiers that its type shows: a board's own name (`İl Göç Kurulu`) is no kind."""
        boards = word_list("meeting_types", "boards") - {"meclisi"}
        last = max((k for k, w in enumerate(self.modifiers) if w in boards), default=-1)
        named = last == 0 or (last > 0 and self.modifiers[0] == "il")
        return self.modifiers[last + 1 :] if named else self.modifiers

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
    """All mentions of events, in order. `taken`: names of bodies; `days`: dates; both sorted."""
    found: list[EventMention] = []
    for sentence in range(len(layout.spans)):
        found.extend(_in_sentence(layout, sentence, taken, days))
    named = [m for m in found if m.telling in ("held", "told") and not m.verbal]
    if any(m.noun in ("açılış", "tören") for m in named):
        opened = "start"  # an opening that has a noun
        found = [m for m in found if not (m.verbal and m.verb and m.verb.kind == opened)]
    return tuple(found)


def _in_sentence(
    layout: Layout, sentence: int, taken: Sequence[Span], days: Sequence[Span]
) -> list[EventMention]:
    found: list[EventMention] = []
    low = layout.starts[sentence]
    for i in layout.range_of(sentence):
        form = _form_at(layout, i)
        if form is None or _is_taken(layout, i, form, taken) or is_modifier(layout, i, form):
            continue
        if form.noun == "kabul" and not _is_reception(layout, i, form):
            continue
        mention = _mention(layout, i, form, low, taken, days)
        if form.needs_title and not mention.title:
            continue
        found.append(mention)
        low = i + 1
    found = [_as_means(layout, m, found) for m in found]
    used = {m.verb for m in found if m.telling in ("held", "told", "reported")}
    found.extend(
        _verbal(layout, sentence, verb)
        for verb in layout.verbs[sentence]
        if verb not in used and _meets(layout, sentence, verb)
    )
    return sorted(found, key=lambda m: m.index)


def _is_reception(layout: Layout, i: int, form: EventForm) -> bool:
    """`makamda gerçekleşen kabulde`, `Kabulde ... konuşuldu`: no `kabul edildi`, no `kabulü`."""
    before = layout.words[i - 1].lower if i else ""
    told = layout.words[i].first or before.startswith(("gerçekleş", "yapılan", "makam"))
    return form.case in ("loc", "gen") and not form.marked and told


def _is_taken(layout: Layout, i: int, form: EventForm, taken: Sequence[Span]) -> bool:
    """Whether a body's name holds the noun: `Milli Eğitim Bakanlığı`, but not at its end."""
    word = layout.words[i]
    if not inside(word.start, taken):
        return False
    ends = any(span.start < word.start and word.start < span.end <= word.stop for span in taken)
    return not (ends and form.group == "meetings" and form.marked)


def _form_at(layout: Layout, i: int) -> EventForm | None:
    for form in event_forms().get(layout.words[i].lower, ()):
        n = len(form.before)
        if n == 0 or (i >= n and tuple(w.lower for w in layout.words[i - n : i]) == form.before):
            return form
    return None


def _mention(
    layout: Layout,
    i: int,
    form: EventForm,
    low: int,
    taken: Sequence[Span],
    days: Sequence[Span],
) -> EventMention:
    words = layout.words
    opens = i - len(form.before)
    subject = case_of(form, words[i].suffix) == "acc"
    modifiers, first = modifiers_of(layout, opens, low, days, subject=subject)
    title, title_first = title_of(
        layout, i, form, first=min(first, opens), low=low, taken=taken, days=days
    )
    first = min(first, title_first)
    counted = counted_behind(layout, i, form)
    ordinal = None if form.plural else ordinal_before(layout, i, first=first, low=low)
    if ordinal is None and counted is not None:
        ordinal = rank_of(layout, counted)
    telling, verb = telling_of(
        layout, i, form, first=first, low=low, days=days, counted=counted is not None
    )
    opening = words[title_first].start
    return EventMention(
        i,
        first,
        form,
        modifiers,
        title,
        ordinal,
        Span(words[first].start, words[i].start + min(form.length, len(words[i].text))),
        words[i].sentence,
        telling,
        verb,
        past=in_past(layout.closing(words[i].sentence)),
        quoted=title is not None and any(q.start <= opening < q.end for q in layout.quotes),
        indefinite=first > low and words[first - 1].lower == "bir",
        ahead=in_future(layout.closing(words[i].sentence)),
    )


def _as_means(layout: Layout, mention: EventMention, here: Sequence[EventMention]) -> EventMention:
    """`törenle açıldı`: a means where another event is the subject of the sentence."""
    case = case_of(mention.form, layout.words[mention.index].suffix)
    if case == "ins" and any(m.index < mention.index and m.form.case == "nom" for m in here):
        return replace(mention, telling="there")
    return mention


# ---- events that only a verb names

_PAPERS: Final = ("protokol", "anlaşma", "sözleşme", "mutabakat")


_NAMED_BY: Final = {
    "meet": EventForm("toplantı", "generic", (), "nom", False, False, False, 0),
    "sign": EventForm("tören", "generic", (), "nom", False, False, False, 0),
    "start": EventForm("tören", "generic", (), "nom", False, False, False, 0),
    "receive": EventForm("kabul", "generic", (), "nom", False, False, False, 0),
}


def _meets(layout: Layout, sentence: int, verb: Verb) -> bool:
    """Whether `verb` alone says that people met (`buluştu`), were received (`kabul etti`) or signed
    (`protokol imzalandı`).
    """
    present = verb.tense == "present" and verb.kind != "sign"
    if present or verb.tense == "converb" or layout.spoken(layout.words[verb.index].start):
        return False
    if verb.kind == "sign":
        start = max(layout.starts[sentence], verb.index - 12)
        left = layout.words[start : verb.index]
        signed = verb.tense == "past" or layout.words[verb.index].lower.endswith("yor")
        following = layout.words[verb.index + 1 : verb.index + 2]
        if verb.tense == "participle" and layout.words[verb.index].lower.startswith("imzalanan"):
            return any(w.lower.startswith(_PAPERS) for w in following)
        return signed and any(w.lower.startswith(_PAPERS) for w in left)
    if verb.kind == "start":
        before = layout.words[max(layout.starts[sentence], verb.index - 2) : verb.index]
        opened = any(w.lower in _OPENED for w in before)
        told = verb.tense == "past" and layout.words[verb.index].lower.endswith(("dı", "dık"))
        return opened and told and layout.rank[sentence] < LEAD
    return verb.kind in ("meet", "receive")


# `hizmete açıldı`
_OPENED: Final = ("hizmete", "hizmetine")


_MODIFIERS: Final = {"sign": ("imza",), "start": ("açılış",)}


def _verbal(layout: Layout, sentence: int, verb: Verb) -> EventMention:
    word = layout.words[verb.index]
    signing = verb.kind == "sign"
    telling: Telling = "told" if signing and verb.tense == "participle" else "held"
    if pluperfect(word.lower):
        telling = "background"
    elif verb.tense == "reported" or says(layout, verb):
        telling = "reported"
    return EventMention(
        verb.index,
        verb.index,
        _NAMED_BY[verb.kind],
        _MODIFIERS.get(verb.kind, ()),
        None,
        None,
        Span(word.start, word.end),
        sentence,
        telling,
        verb,
        past=in_past(layout.closing(sentence)),
        verbal=True,
    )
