"""What the sentence says about the people that a number counts: did they take part?

Turkish puts the predicate last, so that what becomes of a noun is said by the next predicate to
its right, past the relative clauses in between; which one governs depends on the noun's case:
`210 kişinin iştirak ettiği toplantı` (genitive: the next `-dığı`), `40 öğretmen, düzenlenen eğitime
katıldı` (nominative: the next finite verb), `60 kişiyle gerçekleştirildi` (`ile`: an event verb).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from tutanak.resources import table
from tutanak.text.fold import lower
from tutanak.text.suffixes import Case

Shape = Literal["finite", "subject", "object", "noun"]
REFUSAL: Final = "!"
NEUTRAL: Final = "~"
SPEECH: Final = "?"
_REACH_BACK: Final = 60
_NEAR: Final = 25
_KINDS: Final = ("any", "subject", "dative", "accusative", "with", "ablative")

_SUBJECT: Final = re.compile(r"\w*[ae]n(?:l[ae]r\w*|[ae]|[ıi]n?)?")
_OBJECT: Final = re.compile(
    r"\w*(?:[dt][ıiuü]ğ[ıiuü]\w*|[dt][ıiuü]kl[ae]r[ıi]\w*|[ae]c[ae](?:ğ|k)\w*[ıi]\w*)"
)
_FUTURE: Final = re.compile(r"\w*[ae]c[ae]k(?:t[ıi]r|l[ae]r|l[ae]rd[ıi]r)?")
_NOUN: Final = re.compile(
    r"iştirak\w*|teşrif\w*|huzur\w*|"
    r"\w*(?:m[ae](?:s[ıi]\w*|l?[ae]r?\w*)?|(?<=\w\w)[ıiuü]m[ıiuü]?\w*|l[ıi]ğ[ıi]\w*)"
)
# Words that look like predicates by their ending alone. Names do so too: they are capitals; nouns
# as `hizmeti`, `eğitim` have a vowel before the `t` or another person's ending.
_VERB: Final = re.compile(
    r"(?<!\w)(?:açtı|içti|[a-zçğıöşü]{2,}(?:(?:[^fstkçşhp\W]d|[fstkçşhp]t)[ıiuü](?:l[ae]r)?|d[ıiuü]k|[ştlr]t[ıiuü]k|"
    r"m[ıiuü]ş(?:t[ıiuü]r)?(?:l[ae]r)?|[ıiuüae]yor(?:lar|du|uz|um)?|m[ae]kt[ae](?:d[ıi]r)?(?:l[ae]r)?|"
    r"[ae]c[ae]k(?:t[ıi]r|l[ae]r)?|[ae]r[ae]k|[ıiuüae]rken|[dt][ıiuü]ğ[ıiuü]\w*|"
    r"[dt][ıiuü]kl[ae]r[ıi]\w*|[ae]c[ae]ğ[ıi]\w*))(?!\w)"
)
_NAME: Final = re.compile(
    r"(?<=[a-zçğıöşü,;] )(?!Katıl)[A-ZÇĞİÖŞÜ][a-zçğıöşü]+(?= [A-ZÇĞİÖŞÜ][a-zçğıöşü])|"
    r"(?<=[a-zçğıöşü] [A-ZÇĞİÖŞÜ]\. )[A-ZÇĞİÖŞÜ][a-zçğıöşü]+|"
    r"(?<=[a-zçğıöşü,;] )[A-ZÇĞİÖŞÜ][a-zçğıöşü]+(?=['’]\w|,| ve [A-ZÇĞİÖŞÜ])"
)
_NOT_VERBS: Final = re.compile(
    r"(?:y|ek)?emekt[ae]|kendi|şimdi|hindi|dedi|(?:yurt)?dışı|[kty]?adı|üstü|dostu|testi|büstü|vakti|"
    r"kaydı|yurdu|ordu|ardı|derdi|oldu|olarak|gelecek|ciddi|maddi|kredi|nakdi|ebedi|suudi|yahudi|şeridi|hattı|stadı|kanadı|çifti|fındık|sadık|koltuk|"
    r"umudu|vücudu|ferdi|lisansüstü|olağanüstü|dördü|altmış|yetmiş|senedi|geçidi|kilidi|şahidi|jesti|listi|komedi|melodi|"
    r"yiyecek|içecek|yemiş|geçmiş|gümüş|kamış"
)
_BOUND: Final = re.compile(r"(?:katıl|buluş|iştirak et|temsil et|bir araya gel)m[ae]k")
# The counted noun is the possessor of those who act: `14 belediyenin temsilcileri de katıldı`.
_POSSESSOR: Final = re.compile(
    r"\w*(?: (?!ve\b)\w+){0,4}? \w+(?:l[ae]r[ıi]|s?[ıiu])(?: d[ae])?(?:,? | ile )"
)


# Who it was held with are people of those counted: `14 belediyenin temsilcileriyle`.
_WITH_THEIRS: Final = re.compile(
    r"\w*(?: (?!ve\b)\w+){0,4}? (?:temsilci|yetkili|yönetici|başkan|müdür|üye|uzman|muhtar|orta[kğ]"
    r"|sorumlu|çalışan|delege|sekreter|yönetim)\w*(?:yl[ae]| ile)(?!\w)"
)
_WITH_SOME: Final = re.compile(
    r"\w*(?: \w+){0,6}? (?:temsilci|katılımcı|uzman|üye|yetkili|yönetici|delege)l[ae]r"
    r"(?:l[ae]| ile)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate of a sentence, `[start, end)` in its characters.

    `kind` is the table row that it matched, `!` and a reason, `?` (a verb of saying) or `~` (any
    other verb).
    """

    start: int
    end: int
    text: str
    kind: str
    shape: Shape

    @property
    def taking_part(self) -> bool:
        """Whether it says of a noun in the fitting case that it took part."""
        return self.kind in _KINDS

    @property
    def refusal(self) -> str | None:
        """Why those counted are no participants, if that is what it says."""
        return self.kind[1:] if self.kind.startswith(REFUSAL) else None


@lru_cache(maxsize=128)
def fold(sentence: str) -> str:
    """A sentence as the patterns read it: lower case, white space as blanks, same length.

    Names that look like verbs keep their capital: words before another capitalised word, in
    sentences that are no headlines.
    """
    folded = re.sub(r"\s", " ", lower(sentence))
    for name in _NAME.finditer(sentence):
        word = folded[name.start() : name.end()]
        if _VERB.fullmatch(word):  # `Hamdi Ak`, `Pendik Kaymakamı` are no verbs
            folded = folded[: name.start()] + name.group() + folded[name.end() :]
    return folded


def _alternatives(cell: str) -> str:
    """One alternation of a table cell; its line breaks are for the eye."""
    return re.sub(r"\s*\n\s*", "", cell.strip()).strip("|")


@lru_cache(maxsize=32)
def pattern(name: str) -> re.Pattern[str]:
    """The alternation `name` of `count_cues.toml`, at word starts."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(table('count_cues')[name])})")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All predicates of the tables as (kind, pattern)."""
    refusals = table("count_refusals")["predicates"].items()
    rows = [(kind, pattern(kind)) for kind in _KINDS]
    rows += [
        (REFUSAL + reason, re.compile(rf"(?<!\w)(?:{_alternatives(cell)})"))
        for reason, cell in refusals
    ]
    return (*rows, (SPEECH, pattern("speech")))


@lru_cache(maxsize=4)
def other_events(*rows: str) -> re.Pattern[str]:
    """What one can take part in that is no meeting, by rows of the table: surveys, tenders ..."""
    cells = table("count_refusals")["events"]
    stems = sorted((stem for row in rows for stem in lower(cells[row]).split()), key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(stems))})(?P<ending>\w*)")


def shape_of(word: str) -> Shape:
    """How a predicate is inflected: finite (or a converb), `-an`, `-dığı`, or a verbal noun."""
    if _FUTURE.fullmatch(word):
        return "finite"
    if _OBJECT.fullmatch(word):
        return "object"
    if _SUBJECT.fullmatch(word):
        return "subject"
    return "noun" if _NOUN.fullmatch(word) else "finite"


def _shape_of_cue(text: str, kind: str) -> Shape:
    """The shape of a predicate of several words: `bulunduğu toplantı` is of the object."""
    if kind in _KINDS and text.endswith("rken"):
        return "finite"  # 400 kişi katılırken: the clause of those counted ends here
    shapes = [shape_of(word) for word in text.split()]
    return "object" if "object" in shapes else shapes[-1]


@lru_cache(maxsize=64)
def cues_of(folded: str) -> tuple[Cue, ...]:
    """The predicates of one folded sentence in order; several kinds may begin at one place."""
    found = [
        Cue(*match.span(), match.group(), kind, _shape_of_cue(match.group(), kind))
        for kind, compiled in _patterns()
        for match in compiled.finditer(folded)
    ]
    covered = [(cue.start, cue.end) for cue in found]
    for match in _VERB.finditer(folded):
        start, end = match.span()
        word = match.group()
        if _NOT_VERBS.fullmatch(word) or any(a < end and start < b for a, b in covered):
            continue
        found.append(Cue(start, end, word, NEUTRAL, shape_of(word)))
    return tuple(sorted(found, key=lambda cue: (cue.start, -cue.end, cue.kind)))


_FITTING: Final[dict[Case, tuple[str, ...]]] = {
    "nom": ("any", "subject"),
    "gen": ("any", "subject"),
    "dat": ("dative",),
    "acc": ("any", "accusative"),
    "ins": ("any", "with", "subject"),
    "abl": ("any", "ablative", "subject"),  # `any` for bodies alone: see count_verdicts
    "loc": (),
}


def governor(folded: str, offset: int, case: Case) -> Cue | None:
    """The predicate that governs a noun in `case` which ends at `offset`, if there is one."""
    if re.match(r"\w* ile(?!\w)", folded[offset : offset + 12]):
        case = "ins"
    if (case == "gen" and _WITH_THEIRS.match(folded, offset)) or (
        case == "abl" and _WITH_SOME.match(folded, offset)
    ):
        case = "ins"
    possessor = case == "gen" and _POSSESSOR.match(folded[offset : offset + 90]) is not None
    fitting = _FITTING.get(case, ("any", "subject"))
    best: Cue | None = None
    noun: Cue | None = None
    cues = cues_of(folded)
    first = bisect_left(cues, offset - _REACH_BACK, key=lambda cue: cue.start)
    for cue in cues[first:]:
        if cue.end <= offset or (cue.start < offset and not cue.refusal):
            continue  # `üyesi bulunuyor` may begin with the counted noun
        if cue.start < offset and " " not in folded[offset : cue.end]:
            continue  # `30 dernek çalışanına` is the noun itself
        if best is not None and cue.start != best.start:
            break
        fits = cue.kind in fitting
        near = cue.start - offset <= _NEAR
        if _embedded(cue, folded, case, fits=fits, near=near, possessor=possessor):
            continue
        if noun is not None and not fits:
            if cue.shape != "finite" or _is_bare(cue):
                continue
            return noun
        if best is None and _is_bare(cue) and case in ("nom", "gen", "ins") and not near:
            noun = cue
            continue
        candidate = replace(cue, kind=NEUTRAL) if cue.taking_part and not fits else cue
        if best is None or _rank(candidate) < _rank(best):
            best = candidate
    return best or noun


def _is_bare(cue: Cue) -> bool:
    """Whether a refusal is a noun alone: `40 avukat mağdur haklarını konuşmak için buluştu`."""
    return bool(cue.refusal) and _VERB.fullmatch(cue.text.rsplit(" ", 1)[-1]) is None


def _embedded(
    cue: Cue, folded: str, case: Case, *, fits: bool, near: bool, possessor: bool
) -> bool:
    """Whether a predicate stands in a relative clause that the counted noun has no part in."""
    if cue.kind == SPEECH and cue.shape == "subject":
        return True
    if _BOUND.match(cue.text) and folded.startswith(" üzere", cue.end):
        return not fits  # `eğitime katılmak üzere yola çıktı`
    if cue.text.endswith(("mak", "mek")):  # `eğitim almak için` says what for
        return True
    if case == "nom":
        if cue.shape == "subject":
            return True
        return cue.shape in ("object", "noun") and not fits
    if case == "gen":
        return cue.shape == "subject" and not possessor and not fits
    loose = cue.refusal and cue.shape == "subject" and not near
    if case in ("dat", "acc") and loose:  # `40 üreticiyi destek sağlayan kurumlarla buluşturdu`
        return True
    if case == "dat":  # `130 öğrenciye yapılacakları anlattı`
        return not fits and not cue.refusal and cue.shape == "object"
    if case == "ins":
        return cue.kind == NEUTRAL and cue.shape in ("subject", "object") and not near
    return False


def _rank(cue: Cue) -> int:
    """Which of several cues at one place counts: taking part, then a refusal, then the rest."""
    if cue.taking_part:
        return 0 if cue.kind == "any" else 1
    return 2 if cue.refusal else 3


def is_reported(cue: Cue, folded: str) -> bool:
    """Whether the predicate stands in somebody's account: `katıldığını söyledi`."""
    last = cue.text.rsplit(" ", 1)[-1]
    account = re.search(
        r"(?:[dt][ıiuü]ğ|c[ae]ğ|[dt][ıiuü]kl[ae]r[ıi]|[ae]c[ae]k)\w*n[ıiuüae]\w*$", last
    )
    return account is not None and pattern("speech").search(folded, cue.end) is not None
