"""Words for events that stand for something else: a height, a grave, a degree, a means."""

from typing import Final, Literal

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import EventForm, cues, event_forms
from tutanak.extraction.meeting_verbs import Verb

# Where the dead are visited, which is no meeting: `kabrini ziyaret etti`
_GRAVES: Final = ("kabr", "mezar", "türbe", "şehitli", "anıtkabir")
# Nouns that are verbs as well, and what lies ahead of them
_DEEDS: Final = ("buluşma", "görüşme", "toplanma")
_EXPECTED: Final = ("beklen", "bekliyor", "planlan", "öngörül", "düşünül", "hedeflen")
# What is learnt in years, and held on no day: `İngiltere'de dil eğitimi aldı`
_OF_SCHOOLS: Final = frozenset({"dil", "lisans", "doktora", "lise", "üniversite", "yükseköğretim"})


def other_thing(layout: Layout, i: int, form: EventForm) -> Literal["there", "background"] | None:
    """How the noun at word `i` is told where it names no meeting; None where it may."""
    words = layout.words
    before = words[i - 1].lower if i else ""
    behind = words[i + 1].lower if i + 1 < len(words) else ""
    if form.marked and form.noun in _DEEDS and behind.startswith(_EXPECTED):
        return "background"  # `heyetin yarın muhtarlarla buluşması bekleniyor`
    if form.noun == "ziyaret" and before.startswith(_GRAVES):
        return "there"
    if form.noun == "zirve" and behind.startswith(tuple(cues("peak"))):
        return "background"
    if form.noun == "eğitim" and before in _OF_SCHOOLS:
        return "background"
    if form.noun == "brifing" and behind.startswith("al"):
        return "there"  # `Vali'den brifing aldı`
    return None


def of_another(layout: Layout, verb: Verb) -> bool:
    """`program, bugün düzenlenen | lansman toplantısıyla tanıtıldı`: told of what follows."""
    behind = layout.words[verb.index + 1 : verb.index + 4]
    means = any(
        form.group in ("meetings", "gatherings") and form.case == "ins"
        for word in behind
        for form in event_forms().get(word.lower, ())
    )
    return verb.tense == "participle" and means
