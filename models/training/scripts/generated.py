"""Made-up sentences in the manner of press releases: names of lists put into frames of our own."""

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from scripts.samples import Name, Sample, read_samples, write_samples
from scripts.turkish import lower
from tutanak.text.suffixes import declensions

SEED: Final = 7
HEADS: Final = ("ı", "i", "u", "ü")  # ends of compounds, which take a buffer n
LONGEST: Final = 60

_SLOT: Final = re.compile(r"\{(\w+)(?::(\w+))?\}")

Pools = dict[str, list[str]]


def column(path: Path, name: str, *, split: str = "") -> list[str]:
    """The filled cells of one column of a table with a header, in order, once each."""
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    place = head.split("\t").index(name)
    cells = [cells[place] for row in rows if len(cells := row.split("\t")) > place]
    if split:
        cells = [part for cell in cells for part in cell.split(split)]
    return list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def from_corpora(samples: Path, label: str, *, words: int) -> list[str]:
    """Names of `label` in the training parts of the corpora, of at least `words` words."""
    names = [
        sample.text[name.start : name.end]
        for part in ("wiki_ner", "nakbatr_news")
        for sample in read_samples(samples / f"{part}.train.jsonl")
        for name in sample.names
        if name.label == label
    ]
    return [
        name
        for name in dict.fromkeys(names)
        if words <= len(name.split()) <= 5
        and all(w[0].isupper() for w in name.split())
        and len(name) < LONGEST
    ]


def read_pools(corpora: Path, samples: Path, frames: dict[str, list[str]]) -> Pools:
    """What may fill each slot of the frames."""
    lists = corpora / "gazetteers"
    given = column(lists / "forenames_faker_mit.tsv", "name")
    family = column(lists / "surnames_faker_mit.tsv", "surname")
    family += column(lists / "mp_names_parlamint.tsv", "surname")
    chance = random.Random(SEED)
    turkish = [f"{chance.choice(given)} {chance.choice(family)}" for _ in range(4000)]
    turkish += [
        f"{chance.choice(given)} {chance.choice(given)} {chance.choice(family)}" for _ in range(800)
    ]
    foreign_people = from_corpora(samples, "PERSON", words=2)
    abroad = column(lists / "universities_hipo.tsv", "name")
    abroad += column(lists / "ror_tr_orgs.tsv", "other_names", split="|")
    abroad += column(lists / "international_orgs_typed.tsv", "name")
    bodies = column(lists / "public_admin_5018.tsv", "name")
    bodies += column(lists / "federations_ngos_typed.tsv", "name")
    bodies += column(lists / "ror_tr_orgs.tsv", "tr_names", split="|")
    bodies += column(lists / "development_agencies.tsv", "name")
    acronyms = column(lists / "international_orgs_typed.tsv", "acronyms", split=",")
    acronyms += column(lists / "ror_tr_orgs.tsv", "acronyms", split="|")
    acronyms += column(lists / "development_agencies.tsv", "acronym")
    brands = column(lists / "nsi_tr_operators_brands.tsv", "name")
    brands += from_corpora(samples, "ORG", words=1)
    return {
        **frames,
        "person": turkish + foreign_people,
        "org": [b for b in bodies if len(b) < LONGEST] + brands,
        "abroad": [name for name in abroad if len(name) < LONGEST],
        "brand": brands,
        "acronym": [a for a in acronyms if 2 <= len(a) <= 8],
        "city": column(lists / "provinces.tsv", "name"),
        "district": column(lists / "districts.tsv", "name"),
        "country": [c for c in column(lists / "countries_cldr_tr.tsv", "name") if len(c) > 4],
        "surname": family,
    }


LABELS: Final = {
    "person": "PERSON",
    "surname": "PERSON",
    "org": "ORG",
    "abroad": "ORG",
    "foreign": "ORG",
    "brand": "ORG",
    "acronym": "ORG",
}


def ending(name: str, case: str) -> str:
    """The case ending of `name`, without apostrophe: `nin`, `ya`; empty where there is none."""
    letters = lower("".join(letter for letter in name.split()[-1] if letter.isalpha()))
    if not letters:
        return ""
    possessed = len(name.split()) > 1 and letters.endswith(HEADS)
    forms = [form for form, kind in declensions(letters, possessed=possessed) if kind == case]
    return forms[0][len(letters) :] if forms else ""


def fill(frame: str, pick: Callable[[str], str], number: int) -> Sample:
    """`frame` with its slots filled: `{org:gen}` becomes `Sabancı Vakfı'nın`."""
    text = ""
    names: list[Name] = []
    last = 0
    for slot in _SLOT.finditer(frame):
        text += frame[last : slot.start()]
        kind, case = slot.groups()
        value = pick(kind)
        start = len(text)
        text += value
        if kind in LABELS:
            names.append(Name(start, len(text), LABELS[kind]))
        if case and (end := ending(value, case)):
            text += "’" * (number % 2) + "'" * (1 - number % 2) + end
        last = slot.end()
    return Sample(text + frame[last:], tuple(names), "generated", f"generated-{number}")


def generate(frames: list[str], pools: Pools, count: int) -> Iterator[Sample]:
    """`count` sentences, each from a frame drawn with a fixed seed."""
    chance = random.Random(SEED)

    def pick(kind: str) -> str:
        if kind not in pools:
            raise ValueError(
                f"frames.toml: no list for the slot {{{kind}}}; known: {sorted(pools)}"
            )
        return chance.choice(pools[kind])

    for number in range(count):
        yield fill(chance.choice(frames), pick, number)


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with gazetteers/")],
    samples: Annotated[
        Path, typer.Argument(help="folder of samples, for names of their training parts")
    ],
    frames: Annotated[Path, typer.Argument(help="frames.toml: sentences with slots, and lists")],
    out: Annotated[Path, typer.Argument(help="samples, JSON lines")],
    count: Annotated[int, typer.Option(help="sentences")] = 4000,
) -> None:
    """Write generated sentences with their names."""
    table = tomllib.loads(frames.read_text(encoding="utf-8"))
    pools = read_pools(corpora, samples, table["lists"])
    written = write_samples(generate(table["frames"], pools, count), out)
    typer.echo(f"generated: {written} sentences of {len(table['frames'])} frames")


if __name__ == "__main__":
    typer.run(main)
