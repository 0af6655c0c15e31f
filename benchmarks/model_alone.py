"""How far a trained model gets without the rules: names of people and bodies, by document.

`python benchmarks/model_alone.py [NAME] [--gold DIR] [--texts DIR]` compares the names that the
model's entities give with those of the gold (aliases count; optional items change nothing; a
surname alone is a mention of the person found in full). It shows numbers only.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Final

import spacy

from tutanak.text.fold import lower

FIELDS: Final = {"people": ("PER", "PERSON"), "institutions": ("ORG",)}
ENDING: Final = re.compile(r"['’`´]\w*")


def key(name: str) -> str:
    """A name in small letters, without endings behind apostrophes and without punctuation."""
    return " ".join(ENDING.sub("", lower(name)).replace(".", " ").split()).strip(" ,;:()")


def main() -> None:
    """Print precision, recall and F1 of both fields."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="tr_tutanak_md")
    parser.add_argument("--gold", type=Path, default=Path("tests/golden/blind"))
    parser.add_argument("--texts", type=Path, default=Path("data/raw"))
    options = parser.parse_args()
    nlp = spacy.load(options.model)
    right, missed, wrong = (dict.fromkeys(FIELDS, 0) for _ in range(3))
    for path in sorted(options.gold.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        doc = nlp((options.texts / f"{path.stem}.txt").read_text(encoding="utf-8"))
        for field, labels in FIELDS.items():
            found = {key(e.text) for e in doc.ents if e.label_ in labels}
            matched: set[str] = set()
            for item in gold[field]:
                names = {key(name) for name in [item["name"], *item.get("aliases", [])]}
                hit = names & found
                matched |= hit
                if hit and field == "people":
                    matched |= {key(item["name"]).split()[-1]}
                if not item.get("optional"):
                    right[field] += bool(hit)
                    missed[field] += not hit
            wrong[field] += len(found - matched)
    for field in FIELDS:
        precision = right[field] / max(1, right[field] + wrong[field])
        recall = right[field] / max(1, right[field] + missed[field])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{field:13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
