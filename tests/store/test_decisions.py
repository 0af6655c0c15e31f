"""Decisions in a store mean what they mean in a file."""

from pathlib import Path

import pytest

from tutanak.errors import ResourceError
from tutanak.normalise.own import load, own_files
from tutanak.normalise.registry import Registry
from tutanak.normalise.verdicts import Verdict, decide
from tutanak.store.store import Store

EREGLI = "tr.ilce.konya.eregli.belediye"
BANKS = "tr.meslek.bankalar-birligi"
GOC = "tr.kurum.goc-idaresi-baskanligi"
DECISIONS = (
    Verdict("accept", "Ereğli Belediyesi", EREGLI),
    Verdict("reject", "TBB", BANKS, note='virgüllü, tırnaklı "not"'),
    Verdict("alias", "Göç Dairesi", GOC),
    Verdict("accept", "Su Meclisi", EREGLI),
    Verdict("reject", "Su Meclisi", ""),
)
NAMES = (
    "Ereğli Belediyesi",
    "EREĞLİ BELEDİYESİ",
    "TBB",
    "Göç Dairesi",
    "Göç Daıresi",
    "Su Meclisi",
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load(own_files())


def test_the_same_links_as_from_a_file(store: Store, registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    with store.writing() as writer:
        for number, verdict in enumerate(DECISIONS, start=1):
            decide(path, verdict, registry.has)
            assert writer.decide(verdict, registry.has) == number
    from_file, from_store = load(own_files((), path)), load(own_files(decided=store.decided()))
    for name in NAMES:
        assert from_store.link(name) == from_file.link(name)
    assert from_store.link("Ereğli Belediyesi").id == EREGLI
    assert registry.link("Ereğli Belediyesi").id is None
    assert [one.verdict for one in store.decisions()] == list(DECISIONS)


def test_the_store_outranks_files(store: Store, registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    decide(path, DECISIONS[0], registry.has)
    with store.writing() as writer:
        writer.decide(Verdict("reject", "Ereğli Belediyesi", ""), registry.has)
    both = load(own_files((), path, decided=store.decided()))
    assert both.link("Ereğli Belediyesi").id is None


def test_taking_back(store: Store, registry: Registry) -> None:
    with store.writing() as writer:
        first = writer.decide(DECISIONS[0], registry.has)
        assert writer.take_back(first)
        assert not writer.take_back(first)
        assert writer.decide(DECISIONS[0], registry.has) == first + 1


BAD = {
    "unknown id": (Verdict("accept", "A Kurulu", "no.such"), "unknown id 'no.such'"),
    "no name": (Verdict("accept", " ", EREGLI), "name: empty"),
    "no id": (Verdict("alias", "A Kurulu", ""), "id: empty"),
    "circle": (Verdict("merge", "", BANKS, EREGLI), "merges come back"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_decisions_are_refused(case: str, store: Store, registry: Registry) -> None:
    verdict, says = BAD[case]
    with store.writing() as writer:
        writer.decide(Verdict("merge", "", EREGLI, BANKS), registry.has)
        with pytest.raises(ResourceError, match=says):
            writer.decide(verdict, registry.has)
    assert len(store.decisions()) == 1


def test_an_id_that_the_registry_lost_is_named(store: Store, registry: Registry) -> None:
    with store.writing() as writer:
        writer.decide(Verdict("accept", "A Kurulu", "own.body"), lambda _: True)
    with pytest.raises(ResourceError, match=r"the store's verdict 1, id: unknown id 'own.body'"):
        load(own_files(decided=store.decided()))
