"""Text that was decoded wrongly by somebody earlier: `TÃ¼rkiye`, `Baþkanlýðý` made Turkish again.

`ftfy` mends UTF-8 that was read as something else, piece by piece. What it leaves, Turkish single
bytes read as those of another alphabet, is undone here, where the letters leave no doubt.
"""

from typing import Final

from tutanak.ingest.letters import fit, turkish_alone
from tutanak.records import Notice

# (what it was read as, what it is); the names with `sloppy-` are codecs of ftfy.
_MISREADINGS: Final = (
    ("sloppy-windows-1252", "sloppy-windows-1254"),
    ("sloppy-windows-1250", "sloppy-windows-1254"),
    ("mac_roman", "sloppy-windows-1254"),
    ("cp850", "cp857"),
    ("cp437", "cp857"),
    ("sloppy-windows-1252", "cp857"),
    ("sloppy-windows-1254", "cp857"),
    ("cp850", "sloppy-windows-1254"),
    ("cp857", "sloppy-windows-1254"),
)
# Below this many wrong letters a foreign name explains them as well.
_FEWEST: Final = 3


def mend(text: str) -> tuple[str, tuple[Notice, ...]]:
    """`text` as it was meant, and a notice for each repair."""
    notices: list[Notice] = []
    if any(character >= "\x80" for character in text):
        mended = _utf8(text)
        if mended != text:
            changed = sum(a != b for a, b in zip(*_lines(text, mended), strict=False))
            notices.append(
                Notice("repaired_encoding", f"UTF-8 read as another encoding: {changed} lines")
            )
            text = mended
        text, found = _single_bytes(text)
        notices += found
    return text, tuple(notices)


def _lines(*texts: str) -> tuple[list[str], ...]:
    return tuple(text.split("\n") for text in texts)


def _utf8(text: str) -> str:
    """`text` with pieces of UTF-8 decoded as such, where that makes it more Turkish."""
    import ftfy
    import ftfy.badness

    if not ftfy.badness.is_bad(text):
        return text
    mended = "\n".join(
        better if fit(better := ftfy.fix_encoding(line)) > fit(line) else line
        for line in text.split("\n")
    )
    return mended if fit(mended) > fit(text) else text


def _single_bytes(text: str) -> tuple[str, tuple[Notice, ...]]:
    """`text` with one misreading undone, where hardly any letter of Turkish alone is in it."""
    import ftfy.bad_codecs

    ftfy.bad_codecs.ok()  # registers the sloppy codecs
    before, lines = fit(text), text.split("\n")
    best, gain, pair = lines, 0, ("", "")
    for wrong, right in _MISREADINGS:
        undone = [_undo(line, wrong, right) for line in lines]
        won = fit("\n".join(undone)) - before
        if won > gain:
            best, gain, pair = undone, won, (wrong, right)
    mended = "\n".join(best)
    new = turkish_alone(mended) - turkish_alone(text)
    if new < _FEWEST or turkish_alone(text) * 10 > new:
        return text, ()
    wrong, right = (name.removeprefix("sloppy-") for name in pair)
    changed = sum(a != b for a, b in zip(lines, best, strict=True))
    message = f"{right} read as {wrong}: {changed} lines"
    return mended, (Notice("repaired_encoding", message),)


def _undo(line: str, wrong: str, right: str) -> str:
    try:
        undone = line.encode(wrong).decode(right)
    except UnicodeError:
        return line
    return undone if fit(undone) > fit(line) else line
