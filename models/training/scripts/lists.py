"""Which lists have a word: names of people, places, heads of bodies; a feature of the encoder."""

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from scripts.generated import column
from scripts.turkish import lower

# A number a list; that of a word is the sum.
GIVEN, FAMILY, PLACE, HEAD, ALSO_A_WORD = 1, 2, 4, 8, 16
HEADS: Final = ("top", "unit", "bare", "foreign")
ENDINGS: Final = ("ı", "i", "u", "ü", "sı", "si", "su", "sü", "ları", "leri")


def read_lists(corpora: Path, resources: Path) -> dict[str, int]:
    """Words in small letters with their lists, from the corpora and from tutanak's own tables."""
    lists = corpora / "gazetteers"
    heads = tomllib.loads((resources / "institution_heads.toml").read_text(encoding="utf-8"))
    family = column(lists / "surnames_faker_mit.tsv", "surname")
    family += column(lists / "mp_names_parlamint.tsv", "surname")
    places = [
        cell
        for name in ("provinces", "districts", "countries_cldr_tr")
        for cell in column(lists / f"{name}.tsv", "name")
    ]
    found: dict[str, int] = {}
    for words, number in (
        (_words(family), FAMILY),
        (_words(places), PLACE),
        ((form for key in HEADS for head in heads[key].split() for form in forms(head)), HEAD),
    ):
        for word in words:
            found[word] = found.get(word, 0) | number
    for line in (resources / "forenames.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            number = GIVEN | (ALSO_A_WORD if line.endswith("*") else 0)
            found[line.rstrip("*")] = found.get(line.rstrip("*"), 0) | number
    return dict(sorted(found.items()))


def forms(head: str) -> Iterator[str]:
    """A head of bodies bare and in compounds: `bakanlık`, `bakanlığı`.

    The plural of those in -k comes out wrong (`bakanlığları`); the trial was measured like that.
    """
    yield head
    soft = head.removesuffix("k") + "ğ" if head.endswith("k") else head
    yield from (soft + ending for ending in ENDINGS)


def _words(cells: Iterable[str]) -> Iterator[str]:
    return (word for cell in cells for word in lower(cell).split() if len(word) > 1)


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with gazetteers/")],
    resources: Annotated[Path, typer.Argument(help="tutanak's tables for Turkish")],
    out: Annotated[Path, typer.Argument(help="word -> number of its lists, JSON")],
) -> None:
    """Write the table of lists."""
    found = read_lists(corpora, resources)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    typer.echo(f"{out}: {len(found)} words")


if __name__ == "__main__":
    typer.run(main)
