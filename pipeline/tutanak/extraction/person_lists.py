"""Titles and bodies that people of a list share."""

from collections.abc import Sequence
from itertools import pairwise

from tutanak.extraction.lexicon import implied_heads, institution_heads, is_place_word
from tutanak.extraction.people import Name
from tutanak.extraction.person_bearers import GUESTS, Bearer, line_end, use
from tutanak.extraction.role_branches import branch_site
from tutanak.extraction.role_inner import inner_role
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.text.fold import lower


def share_labels(sequence: Sequence[Word], people: list[Bearer], bodies: Bodies) -> None:
    """`Mersin Üniversitesi : Prof. Dr. X, Y`: the body before a colon or dash, for the line."""
    labels: list[tuple[int, int]] = []
    for body, first in bodies.first.items():
        if not _opens_line(sequence, first):
            continue
        for k in range(bodies.last[body] + 1, min(bodies.last[body] + 6, len(sequence))):
            if sequence[k].gap.strip().removeprefix(")").strip() in _LABEL_ENDS:
                labels.append((k, body))
                break
            if sequence[k].first or not sequence[k].capital:
                break
    for k, body in labels:
        end = _rows_end(sequence, k) if "\n" in sequence[k].gap else line_end(sequence, k)
        for person in people:
            inside = k <= person.name.title_first <= end or k <= person.name.first <= end
            if inside and person.body is None and person.implied is None:
                person.body = body


_LABEL_ENDS = frozenset({":", "–", "—", "-"})


def _opens_line(sequence: Sequence[Word], first: int) -> bool:
    """Whether word `first` begins a line, past the number of a list."""
    if first > 0 and sequence[first - 1].shape == "digit" and sequence[first].gap.strip() in ".)":
        first -= 1
    return sequence[first].first or "\n" in sequence[first].gap


def _rows_end(sequence: Sequence[Word], k: int) -> int:
    """The last word of the lines from word `k` to a blank line or to the next label."""
    while k + 1 < len(sequence):
        gap = sequence[k + 1].gap
        if ":" in gap or gap.count("\n") > 1:
            break
        k += 1
    return k


def share_plural(sequence: Sequence[Word], people: list[Bearer]) -> None:
    """`Vali Yardımcıları A, B ve C`: B and C bear the title too."""
    current: Title | None = None
    turn = 0
    for before, person in zip([None, *people], people, strict=False):
        if person.titles:
            in_bracket = person.titles[0].first > person.name.last
            if in_bracket and before and current and _listed(sequence, before.name, person.name):
                continue  # Asıl Üyeler: A (Başkan), B (Sayman), C
            current = next((t for t in person.titles if t.plural), None)
            turn = 1
            if current is not None and current.shared:
                person.implied = current.shared[0]
            continue
        if before is None or current is None or not _listed(sequence, before.name, person.name):
            current = None
            continue
        person.titles.append(current)
        if person.body is None and person.implied is None:
            use(person, current)
            if turn < len(current.shared):
                person.implied = current.shared[turn]
        turn += 1


def share_places(sequence: Sequence[Word], people: Sequence[Bearer]) -> None:
    """`Belediye Başkanları A (Kaş), B (Bucak)`: of the place in the bracket."""
    for person in people:
        k = person.name.last + 1
        kind = lower(person.titles[0].role).split()[0] if person.titles else ""
        if kind not in _OF_PLACES or k + 1 > len(sequence) or sequence[k].gap.strip() != "(":
            continue
        after = sequence[k + 1].gap.strip() if k + 1 < len(sequence) else ")"
        if after.startswith(")") and is_place_word(sequence[k].lower):
            large = " Büyükşehir" if "Büyükşehir" in person.titles[0].role else ""
            person.body, person.implied = None, f"{sequence[k].text}{large} {_OF_PLACES[kind]}"


_OF_PLACES = {
    "belediye": "Belediyesi",
    "büyükşehir": "Belediyesi",
    "vali": "Valiliği",
    "kaymakam": "Kaymakamlığı",
}


def _listed(sequence: Sequence[Word], before: Name, name: Name) -> bool:
    k = name.title_first
    gap = sequence[k].gap.strip()
    if before.last == k - 1:
        return gap in (",", ";", "") or gap.startswith(")")
    if (
        before.last + 1 < k
        and sequence[before.last + 1].gap.strip() == "("
        and k - before.last < 16
    ):
        closes = [n for n in range(before.last + 2, k + 1) if ")" in sequence[n].gap]
        return bool(closes) and (
            closes[0] == k or (closes[0] == k - 1 and sequence[k - 1].lower in ("ve", "ile"))
        )
    return before.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")


def share_senders(sequence: Sequence[Word], people: list[Bearer], bodies: Bodies) -> None:
    """`X Müdürlüğünde görevli sosyal çalışmacı A ile psikolog B`: both come from the body."""
    for before, person in pairwise(people):
        title = person.titles[0] if person.titles else None
        if title is None or person.body is not None or person.implied is not None:
            continue
        if not title.bare or title.noun in implied_heads() or title.noun in GUESTS | _FREE:
            continue
        k = title.first
        paired = before.name.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")
        body = before.body
        if paired and body is not None and _in_case(sequence[bodies.last[body]]):
            person.body = body


# Trades of guests, who come from no body named before
_FREE = frozenset({"gazeteci", "yazar", "sanatçı", "oyuncu", "sunucu", "müzisyen", "şair"})


def _in_case(word: Word) -> bool:
    """Whether a body stands where somebody comes from or serves."""
    if word.suffix:
        return word.suffix.endswith(("dan", "den", "tan", "ten", "da", "de", "ta", "te"))
    head = institution_heads().get(word.lower)
    return head is not None and head.case in ("abl", "loc")


def _body_name(person: Bearer, institutions: Sequence[InstitutionMention]) -> str | None:
    """The name of the body of a person, as far as it is known."""
    if person.body is not None and person.body < len(institutions):
        return institutions[person.body].name
    return person.implied or person.seat


def _of_mission(
    sequence: Sequence[Word],
    person: Bearer,
    before: Bearer,
    institutions: Sequence[InstitutionMention],
) -> bool:
    """`UNHCR Van Saha Ofisi Müdürü A, Kıdemli Koruma Uzmanı B`: staff of one mission in a row."""
    title, name = person.titles[0], _body_name(before, institutions)
    if title.noun not in _MISSION_STAFF or not sequence[title.first].capital or not name:
        return False
    k = title.first
    listed = sequence[k].gap.strip() == "," and before.name.last == k - 1
    paired = before.name.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")
    parts = name.split()
    abroad = len(parts[0]) > 2 and parts[0].isupper() and len(parts) > 1
    sent = abroad or name.startswith(("Birleşmiş Milletler", "Avrupa Birliği", "Dünya "))
    return (listed or paired) and sent and lower(parts[-1]) in _MISSIONS


_MISSION_STAFF = frozenset({"uzman", "görevli", "sorumlu", "yönetici", "koordinatör", "asistan"})
_MISSIONS = frozenset(
    {"ofisi", "misyonu", "delegasyonu", "temsilciliği", "komiserliği", "örgütü", "fonu", "programı"}
)


def _at_embassy(
    sequence: Sequence[Word],
    person: Bearer,
    before: Bearer,
    institutions: Sequence[InstitutionMention],
) -> bool:
    """`X Büyükelçisi A, Ticaret Müsteşarı B`: a counsellor of the embassy, no under-secretary."""
    title, name, k = person.titles[0], _body_name(before, institutions), person.titles[0].first
    if title.noun not in ("müsteşar", "müşavir", "ataşe") or title.body is not None or not name:
        return False
    listed = sequence[k].gap.strip() == "," and before.name.last == k - 1
    paired = before.name.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")
    return (listed or paired) and name.endswith(("Büyükelçiliği", "onsolosluğu"))


def _own_branch(
    sequence: Sequence[Word],
    person: Bearer,
    before: Bearer,
    institutions: Sequence[InstitutionMention],
) -> None:
    """`Saadet Partisi ... Üyesi A, Samsun İl Başkanı B`: the party's office of Samsun."""
    name = _body_name(before, institutions)
    parts = name.split() if name else []
    ends = [k for k, part in enumerate(parts) if lower(part) in ("parti", "partisi")]
    short = parts[0] if parts and parts[0].isupper() and len(parts[0]) > 1 else None
    party = " ".join(parts[: ends[0] + 1]) if ends else short
    title = person.titles[0]
    site = branch_site(sequence, title.first)
    if party is None or (short is None and not ends):
        return
    level = title.role.split()[-2]
    person.body, person.seat = None, None
    person.implied = f"{party} {site} {level} Başkanlığı" if site else party


def _may_pass_on(before: Bearer, title: Title, institutions: Sequence[InstitutionMention]) -> bool:
    """Whether the body of the person before can be that of a board's officer."""
    if title.noun not in ("sekreter", "başkan", "sayman", "yazman") or "Şube" in title.role:
        return True
    name = _body_name(before, institutions)
    if name and title.role.startswith("Genel Başkan") and name.endswith(("Şubesi", "Şube")):
        return False
    head = institution_heads().get(lower(name.split()[-1])) if name else None
    if head is None or head.noun != "belediye":
        return head is None or head.noun not in _NO_OFFICERS
    return bool(name and "Büyükşehir" in name)


# Bodies that have no general secretary, treasurer or board of their own
_NO_OFFICERS = frozenset(
    {"fakülte", "bölüm", "yüksekokul", "müdürlük", "valilik", "kaymakamlık", "meclis", "dal"}
)


def _is_labelled(sequence: Sequence[Word], person: Bearer) -> bool:
    return sequence[person.name.title_first].gap.strip() == ":"


def _for_another(sequence: Sequence[Word], k: int) -> bool:
    """`X adına (ise) | Yönetim Kurulu Başkanı B`: the body stands right before."""
    told = [w.lower for w in sequence[max(0, k - 2) : k]]
    return told[-1:] in (["adına"], ["temsilen"]) or told == ["adına", "ise"]


def inherit_bodies(
    sequence: Sequence[Word],
    people: list[Bearer],
    institutions: Sequence[InstitutionMention],
) -> None:
    """`X Derneği Başkanı A, Başkan Vekili B`: the second holds office in the same body."""
    for before, person in pairwise(people):
        chief = before.titles[0] if before.titles else None
        if not person.titles:
            continue
        if _at_embassy(sequence, person, before, institutions):
            person.body, person.implied, person.seat = before.body, before.implied, before.seat
            continue
        if not (
            inner_role(person.titles[0], chief)
            or _of_mission(sequence, person, before, institutions)
        ):
            continue
        if person.body is not None or person.implied is not None:
            continue
        if _is_labelled(sequence, person) and person.titles[0].noun == "raportör":
            continue  # Moderatör: A (ODTÜ), Raportör: B
        if _for_another(sequence, person.titles[0].first):
            continue
        if sequence[before.name.last].sentence != sequence[person.name.first].sentence:
            continue
        if lower(person.titles[0].role).startswith(("katip", "kâtip")):
            continue
        if person.titles[0].ours or not _may_pass_on(before, person.titles[0], institutions):
            continue
        if before.body is not None or before.implied or before.seat:
            person.body, person.implied = before.body, before.implied
            person.seat = before.seat or person.seat
            if person.titles[0].role.endswith(("İl Başkanı", "İlçe Başkanı")):
                _own_branch(sequence, person, before, institutions)
            person.rule += ", body of the person before"
