"""Provisional organisations: which spellings are one, and which must stay apart."""

import pytest

from tutanak.normalise.suggest import cluster, provisional_id, provisional_ids

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
    "places": ("İzmit Vapurları Derneği", "İzmir Vapurları Derneği"),
    "villages and districts": ("Kartal Kedileri Kulübü", "Kartepe Kedileri Kulübü"),
    "words of listed bodies": ("Çocuk Oyunları Kümesi", "Çocuk Oyunlar Kümesi Vakfı"),
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


@pytest.mark.parametrize("names", ONE.values(), ids=ONE)
def test_ids_do_not_depend_on_counts(names: tuple[str, ...]) -> None:
    often = [cluster({name: 9 if name == most else 1 for name in names}) for most in names]
    assert [one.name for (one,) in often] == list(names)
    assert len({one.id for (one,) in often}) == 1


LATER = [
    "Denizyldızı Derneği",
    "DENİZYILDIZI DERNEĞİ",
    "Denizyildizi Dernegi",
    "Denizyıldızı Der.",
    "Denizyıldız Derneği",
    "Denizyıldızı Dernegi",
]


@pytest.mark.parametrize("later", LATER)
def test_a_worse_spelling_that_comes_later_changes_no_id(later: str) -> None:
    (one,) = cluster({"Denizyıldızı Derneği": 1, later: 50})
    assert (one.id, one.name) == ("local:denizyıldızı-derneği", later)


def test_a_better_spelling_may_change_it() -> None:
    (one,) = cluster({"Denizyıldızı Derneği": 50, "Deniz Yıldızı Derneği": 1})
    assert (one.id, one.name) == ("local:deniz-yıldızı-derneği", "Denizyıldızı Derneği")


@pytest.mark.parametrize(
    "name",
    [
        "Denizyıldızı  DERNEĞİ",
        "Denizyıldızı Derneği",
        "Denizyıldızı Der.",
        "T.C. Denizyıldızı Der.",
    ],
)
def test_provisional_id(name: str) -> None:
    assert provisional_id(name) == "local:denizyıldızı-derneği"


@pytest.mark.parametrize(
    ("counts", "name"),
    [
        ({"DENİZYILDIZI DERNEĞİ": 1, "Denizyıldızı Derneği": 1}, "Denizyıldızı Derneği"),
        ({"Denizyildizi Dernegi": 2, "Denizyıldızı Derneği": 2}, "Denizyıldızı Derneği"),
        ({"DENİZYILDIZI DERNEĞİ": 2, "Denizyıldızı Derneği": 1}, "DENİZYILDIZI DERNEĞİ"),
    ],
    ids=["capitals", "ascii", "frequency comes first"],
)
def test_the_name_of_a_cluster(counts: dict[str, int], name: str) -> None:
    assert [one.name for one in cluster(counts)] == [name]


def test_names_and_their_ids() -> None:
    assert provisional_ids({"Denizyıldızı Der.": 2, "Denizyıldzı Derneği": 1, "-": 1}) == {
        "Denizyıldızı Der.": "local:denizyıldızı-derneği",
        "Denizyıldzı Derneği": "local:denizyıldızı-derneği",
        "-": "local:-",
    }
