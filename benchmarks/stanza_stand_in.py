"""Networks as large as Stanza's default Turkish ones, for speed alone.

What they know changes nothing in the time that a network takes for a sentence; how long the
sentences are does. So the tokenizer learns the sentences of real texts, as our rules divide them,
and the finder of names learns next to nothing.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from benchmarks.throughput import ROOT
from tests.stanza_makers import NAME, train, train_names, train_tokenizer, training_data, write_list
from tutanak.extraction.tokens import words

TUNED: Final = ROOT / "tests" / "golden" / "tuned"  # the texts that the tokenizer learns from
STEPS: Final = 400  # two minutes; sentences then come out as long as by our rules
_DIRECTIONS: Final = ("forward", "backward")
_LONGEST: Final = 300  # characters that the tokenizer sees at once, as Stanza sets it for Turkish


def default_names() -> str:
    """What Stanza's default finder of Turkish names reads, by Stanza's own tables.

    Raises:
        RuntimeError: This Stanza's default has no character models: the stand-in is none for it.
    """
    from stanza.resources.default_packages import default_ners
    from stanza.resources.prepare_resources import get_dependencies

    package = default_ners["tr"]
    needs = {row["model"]: row["package"] for row in get_dependencies("ner", "tr", package)}
    if not {f"{direction}_charlm" for direction in _DIRECTIONS} <= set(needs):
        raise RuntimeError(f"Stanza's {package} reads {needs}: change benchmarks/stanza_stand_in")
    return f"ner {package} reads " + ", ".join(f"{key} {value}" for key, value in needs.items())


def write_full_size(folder: Path) -> None:
    """Models of the sizes that Stanza's training has by default, as those of its makers have."""
    from stanza.models import charlm

    work = training_data(folder)
    paths = [ROOT / "data" / "raw" / f"{path.stem}.txt" for path in sorted(TUNED.glob("*.json"))]
    marked = [row for path in paths for row in marks(path.read_text(encoding="utf-8-sig"))]
    train_tokenizer(folder, marked, "--steps", STEPS, "--max_seqlen", _LONGEST)
    (work / "few.txt").write_text("\n\n".join(text for text, _ in marked[:20]), encoding="utf-8")
    for direction in _DIRECTIONS:
        train(
            charlm.main,
            *("--train_file", work / "few.txt", "--eval_file", work / "few.txt"),
            *("--direction", direction, "--shorthand", "tr_small", "--cutoff", 1, "--epochs", 1),
            *("--batch_size", 4, "--no_checkpoint", "--eval_steps", -1),
            *("--save_dir", folder / "tr" / f"{direction}_charlm", "--save_name", NAME),
        )
    files = [
        option
        for direction in _DIRECTIONS
        for option in (f"--charlm_{direction}_file", folder / "tr" / f"{direction}_charlm" / NAME)
    ]
    train_names(
        folder,
        work,
        *("--max_steps", 2, "--word_emb_dim", 100),
        *("--charlm", "--charlm_shorthand", "tr_small", *files),
    )
    name = NAME.removesuffix(".pt")
    needs = [{"model": f"{direction}_charlm", "package": name} for direction in _DIRECTIONS]
    write_list(folder, {"tokenize": [], "ner": needs, "forward_charlm": [], "backward_charlm": []})


def marks(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of `text`, and what each character is: 1 ends a token, 2 a sentence too."""
    for paragraph in text.split("\n\n"):
        line = " ".join(paragraph.split())
        sequence = words(line)
        if not sequence:
            continue
        inside = {k for word in sequence for k in range(word.start, word.stop - 1)}
        kinds = [
            "0" if letter.isspace() or place in inside else "1" for place, letter in enumerate(line)
        ]
        for word, following in pairwise(sequence):
            if word.sentence != following.sentence:
                end = line.rfind(" ", word.stop, following.start)
                kinds[(end if end > 0 else following.start) - 1] = "2"
        kinds[-1] = "2"
        yield line, "".join(kinds)
