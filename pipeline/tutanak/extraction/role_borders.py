"""Where a title begins: behind its body, a bracket, a gap or a word with a suffix."""

from tutanak.extraction.lexicon import role_words
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_walk import Reach, Stand


def behind_body(stand: Stand) -> Reach | None:
    """`X Bakanlığı | Daire Başkanı`: the body that ends right before."""
    body = stand.bodies.ending_at(stand.k - 1)
    if body is None:
        return None
    separated = stand.word.gap.strip()
    if "\n" in stand.word.gap and separated:
        return stand.stop(stranger=True)
    own_comma = separated == "," and not stand.before.suffix and _own_comma(stand)
    if not adjacent(stand.word) and not own_comma and separated != ")":
        return stand.stop()
    suffix = stand.before.suffix
    if suffix and not suffix.startswith(("n", "ı", "i", "u", "ü")):
        return stand.stop(body if suffix.endswith(("dan", "den", "tan", "ten")) else None)
    return stand.stop(body)


def _own_comma(stand: Stand) -> bool:
    """`... Bakanlığı, Daire Başkanı`: a title after a comma that names no body of its own."""
    if _shares_bracket(stand):
        return True
    return stand.last - stand.k <= 2 and stand.word.lower in role_words("after_comma")


def _shares_bracket(stand: Stand) -> bool:
    """`(X Bakanlığı, Birinci Hukuk Müşaviri)`: a body and a title, and nothing else."""
    body = stand.bodies.ending_at(stand.k - 1)
    behind = stand.words[stand.last + 1] if stand.last + 1 < len(stand.words) else None
    if body is None or behind is None or not behind.gap.startswith(")"):
        return False
    first = stand.bodies.first[body]
    alone = all(adjacent(word) for word in stand.words[stand.k + 1 : stand.last + 1])
    return alone and stand.words[first].gap.endswith("(")


def inside_body(stand: Stand) -> Reach | None:
    """The word before is one of a body that goes on: the title is no phrase of its own."""
    return stand.stop(stranger=True) if stand.k - 1 in stand.bodies.at else None


def behind_bracket(stand: Stand) -> Reach | None:
    """`Genel İdare Kurulu (GİK) | Üyesi`: the body that the acronym in the bracket stands for."""
    closes = stand.word.gap.strip() == ")" and "\n" not in stand.word.gap and stand.k >= 2
    if not closes or stand.before.gap.strip() != "(":
        return None
    outer = stand.bodies.ending_at(stand.k - 2)
    return stand.stop(outer) if outer is not None else None


def behind_gap(stand: Stand) -> Reach | None:
    """A comma, a break or a quote ends the title; the slash of `Ekonomist/Yazar` not."""
    capitals = stand.before.capital and stand.word.capital
    slashed = stand.word.gap == "/" and capitals and not stand.at_head
    return None if adjacent(stand.word) or slashed else stand.stop()


def behind_suffix(stand: Stand) -> Reach | None:
    """`Ankara'da | Genel Müdür`; but `1 No'lu Şube Başkanı` goes on."""
    suffix = stand.before.suffix
    numbered = stand.folded == "no" and suffix.startswith("l")
    return stand.stop() if suffix and not numbered else None


def posted(stand: Stand) -> Reach | None:
    """`X Şube Müdürlüğünde görevli | Komiser`: the body before `görevli`."""
    if stand.folded not in ("görevli", "çalışan") or stand.k < 2:
        return None
    return stand.stop(stand.bodies.ending_at(stand.k - 2))


def behind_assembly(stand: Stand) -> Reach | None:
    """`Genel Kurula | Bandırma Belediye Başkanı`, `Genel Kurulu | Türk-İş İl Temsilcisi`."""
    if stand.k < 2 or stand.words[stand.k - 2].lower != "genel":
        return None
    opens = stand.words[stand.k - 2].first and stand.folded == "kurulu" and stand.subject
    return stand.stop() if stand.folded in ("kurula", "kurulda") or opens else None


def behind_board(stand: Stand) -> Reach | None:
    """`Heyeti | Şube Müdürü`, `Genel kurulu | Divan Başkanı`."""
    board = stand.folded in role_words("boards")
    return stand.stop() if board and stand.word.lower in role_words("no_board_posts") else None
