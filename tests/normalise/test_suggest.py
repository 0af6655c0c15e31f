"""Provisional organisations: which spellings are one, and which must stay apart."""

import pytest

from tutanak.normalise.suggest import cluster, provisional_id

ONE = {
    "case and ascii": ("Denizyıldızı Derneği", "DENİZYILDIZI DERNEĞİ", "Denizyildizi Dernegi"),
    "abbreviation": ("Denizyıldızı Derneği", "Denizyıldızı Der."),
    "legal form": ("Deneme Danışmanlık Ltd. Şti.", "Deneme Danışmanlık Limited Şirketi"),
    "split": ("Denizyıldızı Derneği", "Deniz Yıldızı Derneği"),
    "typo": ("Denizyıldızı Derneği", "Denizyldızı Derneği"),
    "order": ("Çocuk ve Kadın Platformu", "Kadın ve Çocuk Platformu"),
}
APART = {
    "heads": ("Denizyıldızı Derneği", "Denizyıldızı Vakfı"),
    "numbers": ("23. Bölge Kümesi", "24. Bölge Kümesi"),
    "short first word": ("Maya Kümesi", "Kaya Kümesi"),
    "a word more": ("Denizyıldızı Derneği", "Denizyıldızı Kadın Derneği"),
}


@pytest.mark.parametrize("names", ONE.values(), ids=ONE)
def test_one(names: tuple[str, ...]) -> None:
    counts = {name: 9 - i for i, name in enumerate(names)}
    clusters = cluster(counts)
    assert [one.name for one in clusters] == [names[0]]
    assert clusters[0].count == sum(counts.values())
    assert dict(clusters[0].variants) == counts


@pytest.mark.parametrize("names", APART.values(), ids=APART)
def test_apart(names: tuple[str, ...]) -> None:
    assert len(cluster(dict.fromkeys(names, 1))) == 2


def test_order_of_the_input_does_not_matter() -> None:
    names = {"B Derneği": 1, "A Derneği": 1, "C Derneği": 5}
    assert cluster(names) == cluster(dict(reversed(names.items())))
    assert [one.name for one in cluster(names)] == ["C Derneği", "A Derneği", "B Derneği"]


def test_provisional_id() -> None:
    assert provisional_id("Denizyıldızı  DERNEĞİ") == "local:denizyıldızı-derneği"
