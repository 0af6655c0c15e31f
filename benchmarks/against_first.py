"""Throughput of this version beside an older one: the same texts, one core, rounds in turn.

    python -m benchmarks.against_first [REVISION] [--rounds 7] [--words 40000] [--floor 0.8]

REVISION is a commit of this repository; left out, the first landed version of the whole pipeline.
Both versions read the tuned texts of the gold and, where the shared corpora are at hand, general
news, from a text to its rows. Each round runs both, in processes of their own, one after the
other and in turn first; what counts is the median of the rounds' ratios. Ends with 1 where a
ratio is below the floor.
"""

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FIRST: Final = "140ee77"  # the last commit of the first landing
TUNED: Final = ROOT / "tests" / "golden" / "tuned"
RAW: Final = ROOT / "data" / "raw"
NEWS: Final = ROOT.parent / "shared" / "corpora" / "raw" / "mukayese_newscat" / "docs.txt"


def tuned() -> list[str]:
    """The texts whose gold is open to those who write rules."""
    stems = {path.stem for path in TUNED.glob("*.json")}
    return [
        path.read_text(encoding="utf-8-sig")
        for path in sorted(RAW.rglob("*.txt"))
        if path.stem in stems
    ]


def news(words: int) -> list[str]:
    """General news up to so many words; nothing where the corpora are not at hand."""
    texts, total = [], 0
    for text in NEWS.read_text(encoding="utf-8").split("\n\n") if NEWS.exists() else ():
        if text.strip() and total < words:
            texts.append(text)
            total += len(text.split())
    return texts


def check_out(revision: str, folder: Path) -> None:
    """Write the package of a revision into a folder, with the metadata that spaCy looks up.

    Raises:
        SystemExit: This is no clone, or it has no such revision.
    """
    asked = ["git", "-C", str(ROOT), "archive", revision, "pipeline", "pyproject.toml"]
    archive = subprocess.run(asked, capture_output=True, check=False)
    if archive.returncode:
        raise SystemExit(f"no revision {revision!r} here: {archive.stderr.decode().strip()}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # found before the installed package's, whose components the old version may not have
    metadata = folder / "pipeline" / "tutanak-0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: tutanak\nVersion: 0\n")
    points = project["entry-points"]["spacy_factories"]
    (metadata / "entry_points.txt").write_text(
        "\n".join(["[spacy_factories]", *(f"{name} = {at}" for name, at in points.items())])
    )


def one_pass(texts: Path) -> float:
    """Seconds of the processor from texts to rows, in a process of its own, tables loaded."""
    from tutanak import ingest
    from tutanak.emit.output import emit
    from tutanak.extraction.pipeline import Extractor
    from tutanak.normalise.assemble import Normaliser

    documents = [ingest.from_text(text) for text in json.loads(texts.read_text(encoding="utf-8"))]
    for document in documents[:3]:  # tables load at first use
        emit(Normaliser()(Extractor()(document)))
    extractor, normaliser = Extractor(), Normaliser()  # no word remembered yet
    start = time.process_time()
    for document in documents:
        emit(normaliser(extractor(document)))
    return time.process_time() - start


def timed(pipeline: Path, texts: Path) -> float:
    """Seconds of one pass of the version in the folder `pipeline`."""
    asked = [sys.executable, str(Path(__file__).resolve()), "--pass", str(texts)]
    environment = os.environ | {"PYTHONPATH": str(pipeline), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def compare(name: str, texts: list[str], first: Path, rounds: int) -> float:
    """Print both versions' words per second; the median ratio of the two, this one to the first."""
    words = sum(len(text.split()) for text in texts)
    both: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        for turn in range(rounds):
            order = (first, ROOT / "pipeline")[:: -1 if turn % 2 else 1]
            spent = {each: timed(each, file) for each in order}
            both.append((spent[first], spent[ROOT / "pipeline"]))
    ratios = sorted(before / now for before, now in both)
    ratio = statistics.median(ratios)
    print(
        f"{name}: {len(texts)} texts, {words:,} words\n"
        f"  first {words / statistics.median(before for before, _ in both):10,.0f} words/s\n"
        f"  now   {words / statistics.median(now for _, now in both):10,.0f} words/s\n"
        f"  now / first {ratio:.3f} (rounds {ratios[0]:.3f}-{ratios[-1]:.3f})"
    )
    return ratio


def main() -> int:
    """Print both sets of texts; 1 where this version is too slow beside the first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("revision", nargs="?", default=FIRST)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--words", type=int, default=40_000, help="of general news")
    parser.add_argument("--floor", type=float, default=0.8, help="the least ratio")
    parser.add_argument("--pass", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if texts := vars(options)["pass"]:
        print(one_pass(texts))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        check_out(options.revision, Path(folder))
        sets = {"tuned texts": tuned(), "general news (mukayese, MIT)": news(options.words)}
        ratios = [
            compare(name, texts, Path(folder) / "pipeline", options.rounds)
            for name, texts in sets.items()
            if texts
        ]
    return int(min(ratios) < options.floor)


if __name__ == "__main__":
    sys.exit(main())
