"""Days of publication of web pages: tutanak's reader beside htmldate alone, in one run.

python benchmarks/publication_dates.py [--unseen] [--wrong]
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from htmldate import find_date

from tutanak import ingest, runner
from tutanak.errors import TutanakError
from tutanak.ingest.content import Content
from tutanak.ingest.encoding import decode
from tutanak.ingest.sidecar import Sidecar

PAGES = Path(__file__).parent.parent / "tests" / "ingest" / "pages"
UNSEEN = PAGES.with_name("pages_unseen")


class Page(NamedTuple):
    """A page and the day it was published, None where it does not say."""

    path: Path
    day: date | None
    url: str | None


class Score(NamedTuple):
    """How many days are right, wrong, or missing; `silent` pages say nothing and got none."""

    right: int
    wrong: int
    missing: int
    seconds: float
    mistakes: tuple[str, ...]


def pages(folder: Path = PAGES) -> Iterator[Page]:
    """The pages of a folder with their days, from its `days.tsv`."""
    for line in (folder / "days.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, day, url = line.split("\t")
            yield Page(
                folder / f"{name}.html", date.fromisoformat(day) if day else None, url or None
            )


def ours(page: Page) -> date | None:
    """The day by tutanak."""
    reading = runner.reading()
    content = Content(
        page.path.name, page.path.stem, ".html", page.path, about=Sidecar(url=page.url)
    )
    try:
        return ingest.document(replace(content, kind="html"), reading).published
    except TutanakError:
        return None


def theirs(page: Page) -> date | None:
    """The day by htmldate alone, given the decoded page, its address, asked for the first day."""
    text, _ = decode(page.path.read_bytes(), page.path.name)
    found = find_date(text, original_date=True, url=page.url)
    return date.fromisoformat(found) if found else None


def score(find: Callable[[Page], date | None], folder: Path = PAGES) -> Score:
    """How a finder does on the pages of a folder."""
    counts: Counter[str] = Counter()
    mistakes = []
    clock = perf_counter()
    for page in pages(folder):
        found = find(page)
        kind = "right" if found == page.day else "missing" if found is None else "wrong"
        counts[kind] += 1
        if kind != "right":
            mistakes.append(f"{page.path.stem}: {found}, should be {page.day}")
    seconds = perf_counter() - clock
    return Score(counts["right"], counts["wrong"], counts["missing"], seconds, tuple(mistakes))


def main() -> None:
    """Print a table of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unseen", action="store_true", help="the pages written after the rules")
    parser.add_argument("--wrong", action="store_true", help="name each mistake")
    options = parser.parse_args()
    folder = UNSEEN if options.unseen else PAGES
    print(f"{'':16}{'right':>7}{'wrong':>7}{'missing':>9}  of {len([*pages(folder)])} pages")
    for name, find in (("tutanak", ours), ("htmldate alone", theirs)):
        result = score(find, folder)
        print(f"{name:16}{result.right:>7}{result.wrong:>7}{result.missing:>9}")
        if options.wrong:
            print(*(f"    {mistake}" for mistake in result.mistakes), sep="\n")


if __name__ == "__main__":
    main()
