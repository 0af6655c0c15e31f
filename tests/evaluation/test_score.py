"""The measures: by hand, and digit for digit beside the score that stands outside the project."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED
from tutanak.errors import InputError
from tutanak.evaluation import intervals, read_gold, read_records, score
from tutanak.evaluation.alike import key, same_noun, same_role
from tutanak.evaluation.printout import as_json, lines

OTHER = SHARED / "tools" / "score.py"
GOLDS = {
    "seeds": SHARED / "seeds" / "gold",
    "examples": SHARED / "examples" / "gold",
    "tuned": Path(__file__).parents[1] / "golden" / "tuned",
}
Item = dict[str, Any]

KEYS = {
    "case": ("İÇİŞLERİ BAKANLIĞI", "içişleri bakanlığı"),
    "dotless": ("IŞIK", "ışık"),
    "suffix": ("UNHCR'nin", "unhcr"),
    "typographic suffix": ("UNHCR’nin", "unhcr"),
    "republic": ("T.C. İçişleri Bakanlığı", "içişleri bakanlığı"),
    "punctuation": ("A.Ş.,  Ltd", "a ş ltd"),
    "circumflex": ("Hakkâri", "hakkari"),
    "decomposed": ("i\u0307l", "il"),
    "nothing": (None, ""),
}


@pytest.mark.parametrize(("text", "folded"), KEYS.values(), ids=KEYS.keys())
def test_key(text: str | None, folded: str) -> None:
    assert key(text) == folded


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Başkan", "Başkanı", True),
        ("Müdür", "Müdürü", True),
        ("Temsilci", "Temsilcisi", True),
        ("Genel Müdür", "GENEL MÜDÜRÜ", True),
        ("Bakanlık", "Bakanlığı", True),
        ("Başkan", "Başkan Vekili", False),
        (None, None, True),
        (None, "Başkan", False),
    ],
)
def test_same_noun(a: str | None, b: str | None, same: bool) -> None:
    assert same_noun(a, b) is same


@pytest.mark.parametrize(
    ("a", "b", "bodies", "same"),
    [
        ("İl Milli Eğitim Müdürü", "Müdür", ("İl Milli Eğitim Müdürlüğü",), True),
        ("İl Milli Eğitim Müdürü", "Müdür", ("Pendik Kaymakamlığı",), False),
        ("Vali Yardımcısı", "Vali", ("Ankara Valiliği",), False),
    ],
)
def test_same_role(a: str, b: str, bodies: tuple[str, ...], same: bool) -> None:
    assert same_role(a, b, *bodies) is same


def empty(**lists: list[Item]) -> Item:
    names = ("dates", "institutions", "people", "counts", "meetings")
    return {name: [] for name in names} | lists


def test_optional_items_neither_help_nor_harm() -> None:
    gold = {"a": empty(institutions=[{"name": "X Vakfı", "optional": True}])}
    found = {"a": {"institutions": [{"name": "X Vakfı"}]}}
    for records in (found, {}):
        tally = score(gold, records).fields["institutions"]
        assert (tally.right, tally.extra, tally.missed) == (0, 0, 0)


def test_each_item_is_matched_once() -> None:
    gold = {"a": empty(people=[{"name": "Ali Kaya"}])}
    found = {"a": {"people": [{"name": "Ali Kaya"}, {"name": "ALİ KAYA"}]}}
    tally = score(gold, found).fields["people"]
    assert (tally.right, tally.extra, tally.missed) == (1, 1, 0)


def test_a_missing_record_counts_as_missed() -> None:
    tally = score({"a": empty(people=[{"name": "Ali Kaya"}])}, {}).fields["people"]
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 0.0, 0.0)
    assert [(m.document, m.kind, m.what) for m in tally.mistakes] == [("a", "MISS", "Ali Kaya")]


# ---- beside the score outside the project


def perturbed(gold: dict[str, Item], seed: int) -> list[Item]:
    """Records made from gold: things dropped, renamed, doubled, moved; a few documents missing."""
    draw = random.Random(seed)
    records = []
    for name, content in gold.items():
        if draw.random() < 0.1:
            continue
        record: Item = {"id": name} if draw.random() < 0.8 else {"source": f"some/{name}.txt"}
        for part in ("dates", "institutions", "people", "counts", "meetings"):
            record[part] = [changed(item, draw) for item in content[part] if draw.random() < 0.85]
            record[part] += [item for item in record[part] if draw.random() < 0.1]
            draw.shuffle(record[part])
        records.append(record)
    return [*records, {"id": "without-gold", "people": []}]


def changed(item: Item, draw: random.Random) -> Item:
    """A copy of a gold item with a value or two changed."""
    copy = {name: value for name, value in item.items() if name != "optional"}
    for name, value in copy.items():
        if draw.random() > 0.12:
            continue
        if isinstance(value, str) and name not in ("start", "end"):
            noise = (value.upper(), value + "'nin", value + "sı", "T.C. " + value, value[1:], "")
            copy[name] = draw.choice(noise)
        elif name in ("start", "end"):
            copy[name] = draw.choice([None, "2020-01-01", f"{value}T00:00:00"])
        elif isinstance(value, int):
            copy[name] = value + 1
        elif isinstance(value, list):
            copy[name] = value[1:]
    if draw.random() < 0.1 and "institution" in copy:
        copy["institution"] = {"name": copy["institution"]}
    return copy


@pytest.mark.skipif(not OTHER.exists(), reason="the score outside the project is not here")
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("folder", GOLDS.values(), ids=GOLDS.keys())
def test_agrees_with_the_other_score(folder: Path, seed: int, tmp_path: Path) -> None:
    gold = read_gold(folder)
    file = tmp_path / "records.jsonl"
    rows = (json.dumps(record, ensure_ascii=False) for record in perturbed(gold, seed))
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")

    def other(*options: str) -> str:
        command = [sys.executable, str(OTHER), str(folder), str(file), *options]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    ours = score(gold, read_records(file, known=gold))
    assert "\n".join(lines(ours)) + "\n" == other()
    assert as_json(ours) == json.loads(other("--json"))
    numbers = [tally.f1 for tally in ours.fields.values()]
    assert min(numbers) < 1, "the perturbation changed nothing"
    kinds = [m.kind for t in ours.fields.values() for m in t.mistakes]
    printed = other("--errors", "100000").splitlines()
    assert len([*lines(ours, mistakes=100_000)]) == len(printed)
    assert len(kinds) > 10


# ---- intervals, files


def test_intervals_hold_the_score_and_come_again() -> None:
    gold = {f"d{i}": empty(people=[{"name": "Ali Kaya"}]) for i in range(30)}
    found = {f"d{i}": {"people": [{"name": "Ali Kaya"}]} for i in range(24)}
    result = score(gold, found)
    first = intervals(result, samples=300)
    low, high = first["people"]
    assert low < result.fields["people"].f1 < high <= 1
    assert intervals(result, samples=300) == first
    assert first["dates"] == (1.0, 1.0)
    assert "95%" in [*lines(result, intervals=first)][1]
    assert as_json(result, intervals=first)["people"]["f_95"] == [round(low, 4), round(high, 4)]


GOOD = json.dumps(empty())
BROKEN = {
    "bad JSON": ("{", "not readable as UTF-8 JSON"),
    "a list": ("[]", "an object is expected"),
    "no list": ('{"dates": []}', "the list `institutions` is missing"),
    "item lacks a part": (
        GOOD.replace('"dates": []', '"dates": [{"text": "x"}]'),
        "dates[0] lacks",
    ),
}


@pytest.mark.parametrize(("content", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_gold(content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_gold(tmp_path)
    assert says in str(caught.value)
    assert "a.json" in str(caught.value)


def test_no_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold in it"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match="no such folder"):
        read_gold(tmp_path / "no")


@pytest.mark.parametrize("content", ["{", "[]"])
def test_broken_records(content: str, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"r\.jsonl"):
        read_records(tmp_path / "r.jsonl")
