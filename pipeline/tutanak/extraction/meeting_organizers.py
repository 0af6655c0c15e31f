"""Who organised or hosted an event."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tutanak.extraction.lexicon import our_heads
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import cues, event_forms
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.meeting_verbs import stems, tense_of
from tutanak.records import InstitutionMention
from tutanak.text.fold import lower

_BRACKET: Final = r"(?:\s*\([^)]{1,40}\))?"
# An office of the body, which acts for it: `Yüksek Komiserliği (BMMYK) Türkiye Temsilciliğinin`.
_OFFICE: Final = (
    r"(?:(?: [A-ZÇĞİÖŞÜ][a-zçğıöşü]+){0,2} (?:Ofisi|Temsilciliği|Bürosu)"
    r"(?=n[ıiuü]n\b| ?['’‘`´]| n[ıi]n\b))?"
)
_APOSTROPHE: Final = r"\s?['’‘`´]?\s?"
# What may stand between the name of a body and the words that say what it did.
_CASE: Final = re.compile(
    rf"{_BRACKET}{_OFFICE}(?P<case>{_APOSTROPHE}(?:n?[ıiuü]n|n?c[ae]|y?l[ae]))?(?!\w){_BRACKET}"
    rf"(?P<late>{_APOSTROPHE}(?:n?[ıiuü]n|n?c[ae])(?!\w))?"
)
_MADE: Final = re.compile(
    r"(?:düzenlediği|organize ettiği|gerçekleştirdiği|tertiplediği|başlattığı|yürüttüğü"
    r"|ev sahipliği yaptığı)\b"
)
_HOSTED: Final = re.compile(r"ev sahipliğini\b.{0,140}$", re.DOTALL)
_HOST: Final = re.compile(r"\bev sahib(?:i|imiz)[,:]?\s*$")
_TOOK_ON: Final = re.compile(r"\W*(?:üstlen|yap)")
_US: Final = re.compile(r".*(?:[dt][ıiuü]k|[ae]ca[ğ][ıi]z|[ae]ce[ğ]iz|ğ[ıiuü]m[ıiuü]z)")
_ACTIVE: Final = ("düzenle", "düzenl", "gerçekleştir", "yap", "tertiple", "getir", "ver")
_FINITE: Final = ("past", "future", "to_come", "present")
_SMALL: Final = frozenset({"ve", "ile", "birlikte", "t.c"})
_WINDOW: Final = 14  # words behind `tarafından` among which the verb of organising stands


def publisher_among(
    institutions: Sequence[InstitutionMention], publisher: str | None
) -> int | None:
    """The index of the body that issued the text, where the text names it."""
    if publisher is None:
        return None
    name = lower(publisher)
    return next((k for k, i in enumerate(institutions) if lower(i.name) == name), None)


def organizers_of(
    layout: Layout,
    mentions: Sequence[EventMention],
    institutions: Sequence[InstitutionMention],
    publisher: int | None,
) -> tuple[int, ...]:
    """Indexes of the bodies that the text says organised or hosted the event.

    `publisher`: the body that speaks where the text says `we` (see `publisher_among`).
    """
    found: list[int] = []
    over = any(m.past and m.telling in ("held", "told") for m in mentions)
    later = {m.sentence for m in mentions if over and m.to_come}  # who holds its next part
    sentences = dict.fromkeys(m.sentence for m in mentions if m.sentence not in later)
    for last in list(sentences):  # `Ev sahipliğini X üstlendi.` names no event
        if last + 1 in later:
            continue
        if last + 1 < len(layout.spans) and "ev sahipliğ" in layout.folded(last + 1):
            sentences.setdefault(last + 1)
    for sentence in sentences:
        start, end = layout.spans[sentence]
        own = [m for m in mentions if m.sentence == sentence]
        here = [k for k, body in enumerate(institutions) if start <= body.span.start < end]
        for k in here:
            if _organises(layout, institutions[k], end, own):
                found.extend(_with_those_before(layout, institutions, here, k))
        if publisher is not None and _ours(layout, sentence, own):
            found.append(publisher)
    if not found and publisher is not None and _speaks_as_host(layout, mentions):
        found.append(publisher)
    kept: dict[str, int] = {}
    for k in found:
        full = institutions[k].same_as
        index = k if full is None else full
        kept.setdefault(institutions[index].name, index)
    return tuple(kept.values())


def _organises(
    layout: Layout, body: InstitutionMention, end: int, own: Sequence[EventMention]
) -> bool:
    tail = layout.text[body.span.end : end]
    match = _CASE.match(tail)
    if match is None:
        heads = [m for m in own if m.span.start > body.span.end]
        return _FROM.match(tail) is not None and _heads_line(layout, body, heads)
    rest = lower(tail[match.end() :].lstrip())
    case = lower((match["late"] or match["case"] or "").strip(" '’‘`´"))
    heads = [m for m in own if m.span.start > body.span.end]
    if rest.startswith(tuple(cues("after"))):
        return True
    if rest.startswith("tarafından") or re.fullmatch(r"n?c[ae]", case):
        return _is_made(rest)
    before = lower(layout.text[max(0, body.span.start - 160) : body.span.start])
    if _HOST.search(before) and not case:
        return True
    if _HOSTED.search(before) and _TOOK_ON.match(rest):
        return True
    if not case and _TOGETHER.match(rest) and _is_done_by(rest):
        return True
    if case.endswith("n") and heads:
        reach = lower(tail[: heads[0].span.start - body.span.end])
        farther = lower(tail[: heads[-1].span.start - body.span.end])  # past `programları için`
        return _MADE.search(farther) is not None or _is_theirs(heads[0], reach)
    if _BOARD.match(rest) and any(m.verbal and m.verb and m.verb.kind == "meet" for m in heads):
        return True
    if rest.startswith("ile ") or case.endswith(("la", "le")):
        return _TOGETHER.match(rest) is not None and (
            _MADE.search(rest) is not None or _does(layout, body, own, anywhere=True)
        )
    return not case and (_does(layout, body, own) or _is_theirs_bare(heads, body))


def _is_made(rest: str) -> bool:
    words = [word.strip(".,;:”“\"'’") for word in rest.split()[:_WINDOW]]
    for before, word in pairwise(words):
        if word.startswith(tuple(cues("financed"))):
            return False  # `tarafından finanse edilen proje kapsamında düzenlenen`
        if tense_of(word, stems("hold")) is not None:
            return before not in cues("make_objects")  # `tarafından sunum yapıldı`
        if word in ("verildi", "verilmiştir", "verilen") and before in event_forms():
            return True
    return False


def _is_done_by(rest: str) -> bool:
    """Whether the verb stands behind `birlikte`: `toplantıyı A ile B birlikte düzenledi`."""
    words = [word.strip(".,;:”“\"'’") for word in rest.split()[1:3]]
    return any(tense_of(word, _ACTIVE) in _FINITE for word in words)


def _is_theirs(head: EventMention, reach: str) -> bool:
    """`Balıkesir Barosu'nun Olağan Genel Kurulu`: assemblies belong to who holds them."""
    return _is_assembly(head) and len(reach.split()) <= 8 and "," not in reach


def _is_theirs_bare(heads: Sequence[EventMention], body: InstitutionMention) -> bool:
    """`TMMOB 48. Olağan Genel Kurulu`."""
    return bool(heads) and _is_assembly(heads[0]) and heads[0].span.start - body.span.end <= 24


def _is_assembly(mention: EventMention) -> bool:
    boards = {"meclis", "kurulu", "encümen"}
    return mention.noun == "genel kurul" or bool(boards & set(mention.modifiers))


_BOARD: Final = re.compile(
    r"(?:(?:yönetim|olağan|ekim|danışma|genel|başkanlar) )*(?:meclisi|kurulu|encümeni)\b"
)
_FROM: Final = re.compile(r"\s?['’‘`´]?\s?n?[dt][ae]n(?!\w)")
_TOGETHER: Final = re.compile(r"(?:ile )?(?:birlikte|ortaklaşa|ortak|beraber)\b")
# What may stand before and behind the subject of a sentence that does not open it.
_BEFORE: Final = re.compile(
    r"(?:gün[üı]|tarih(?:inde|lerinde)|bugün|dün|kapsamında|dolayısıyla|nedeniyle|amacıyla|çerçevesinde"
    r"|vesilesiyle|için|üzere|çalışan|sürdüren|yürüten|veren|bulunan|yapan|olan|,|ve|\d{4}|[’'][dt][ae])\s*$"
)
_SUBJECT: Final = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*(?:,|\d|bir\b|bu\b|dün\b|bugün\b|ortak\b)")


def _heads_line(layout: Layout, body: InstitutionMention, heads: Sequence[EventMention]) -> bool:
    """`Bolu Barosundan Kadın Hakları Paneli` as a headline."""
    sentence = layout.sentence_of(body.span.start)
    line = layout.rank[sentence] == -1 and bool(heads) and heads[-1].noun != "ziyaret"
    return line and heads[-1].index == layout.starts[sentence + 1] - 1


def _does(
    layout: Layout,
    body: InstitutionMention,
    own: Sequence[EventMention],
    *,
    anywhere: bool = False,
) -> bool:
    """Whether a body that is the subject holds the event: `X Odası ... panel düzenledi`."""
    sentence = layout.sentence_of(body.span.start)
    first = layout.words[layout.starts[sentence]].start
    if body.span.start - first > 3 and not anywhere:
        tail = lower(layout.text[body.span.end : layout.spans[sentence].end])
        before = lower(layout.text[first : body.span.start])
        if not (_SUBJECT.match(tail) and _BEFORE.search(before)):
            return False
    return any(
        m.telling == "held"
        and m.verb is not None
        and layout.words[m.verb.index].start > body.span.end
        and tense_of(layout.words[m.verb.index].lower, _ACTIVE) in _FINITE
        for m in own
    )


def _with_those_before(
    layout: Layout, institutions: Sequence[InstitutionMention], here: Sequence[int], k: int
) -> list[int]:
    """The body at `k` with those listed before it: `A, B (BC) ve D iş birliğinde`."""
    chain = [k]
    position = institutions[k].span.start
    earlier = [j for j in here if institutions[j].span.end <= position]
    for j in sorted(earlier, key=lambda j: -institutions[j].span.end):
        gap = layout.text[institutions[j].span.end : position]
        if not _is_list_gap(gap):
            break
        chain.insert(0, j)
        position = institutions[j].span.start
    return chain


def _is_list_gap(gap: str) -> bool:
    """Whether only commas, `ve`, brackets, a case ending or a branch stand between two bodies."""
    if not gap.strip() or len(gap) > 45 or re.search(r"[.;:!?\n–—-]", gap):
        return False
    bare = re.sub(r"['’‘`´]\s?\w{1,4}", " ", gap)
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)?|[^(]*\)", " ", bare))
    return all(lower(w) in _SMALL or w[0].isupper() or len(w) <= 3 for w in words)


def _ours(layout: Layout, sentence: int, own: Sequence[EventMention]) -> bool:
    """Whether the text says `we` held it: `gerçekleştirdik`, `Odamızın düzenlediği`."""
    for mention in own:
        if mention.telling not in ("held", "told") or mention.verb is None:
            continue
        if mention.form.ours or _US.fullmatch(layout.words[mention.verb.index].lower):
            return True
        for word in layout.words[layout.starts[sentence] : mention.verb.index]:
            head = our_heads().get(word.lower)
            if head is None or word.suffix:
                continue
            if head.case in ("gen", "equ"):
                return True
            if head.case == "nom" and _acts(layout, word.stop, sentence, mention):
                return True
    return False


def _speaks_as_host(layout: Layout, mentions: Sequence[EventMention]) -> bool:
    """Whether the text says `we` (`Odamızda`) near an event that somebody unnamed held."""
    noun = mentions[0].noun
    named = any("il" in m.modifiers[:1] or _is_assembly(m) for m in mentions)
    if noun in ("ziyaret", "kabul") or named or not any(m.telling == "held" for m in mentions):
        return False
    sentences = {m.sentence for m in mentions}
    return any(
        our_heads().get(w.lower) is not None or w.lower in _WE
        for s in sentences
        for w in (layout.words[i] for i in layout.range_of(s))
    )


_WE: Final = frozenset({"bizimle", "bizim", "temsilcilerimiz", "üyelerimiz", "temsilcimiz"})
_PARTNER: Final = re.compile(r"\s*(?:ve|ile)\s[^.;]{4,90}?(?:iş ?birliği|tarafından|ortaklı)")


def _acts(layout: Layout, position: int, sentence: int, mention: EventMention) -> bool:
    """Whether `our` body that ends at `position` holds the event: `Odamız ... düzenledi`."""
    tail = lower(layout.text[position : layout.spans[sentence].end])
    rest = tail.lstrip()
    if rest.startswith("tarafından"):
        return _is_made(rest)
    if rest.startswith(tuple(cues("after"))) or _PARTNER.match(tail):
        return True
    if mention.verb is None or mention.telling != "held":
        return False
    verb = layout.words[mention.verb.index].lower
    return _SUBJECT.match(tail) is not None and tense_of(verb, _ACTIVE) in _FINITE
