"""Copies in a store: found among all documents, but only what is new is read and compared."""

import random
from collections.abc import Callable

import pytest

from tests import made
from tests.conftest import make_record
from tests.store.fill import content
from tests.test_copies import OTHER, RELEASE, SAME
from tutanak import copy_search
from tutanak.copies import are_copies, body_of
from tutanak.copy_search import find_copies, no_copies
from tutanak.records import Record
from tutanak.store import open_store
from tutanak.store.store import Store
from tutanak.store.writer import Writer

TEXTS = [*SAME.values(), *OTHER.values(), RELEASE, *(made.numbered(n) for n in range(20))]


def records() -> list[Record]:
    return [make_record(f"d{n:02}", text=text) for n, text in enumerate(TEXTS)]


def save(writer: Writer, record: Record) -> None:
    writer.save(record, key=record.id)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs of bodies that were compared."""
    pairs: list[tuple[str, str]] = []

    def noted(one: str, other: str) -> bool:
        pairs.append((one, other))
        return are_copies(one, other)

    monkeypatch.setattr(copy_search, "are_copies", noted)
    return pairs


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_number_of_rounds_gives_the_same(
    seed: int, new_store_url: Callable[[], str]
) -> None:
    chance = random.Random(seed)
    once, often = new_store_url(), new_store_url()
    with open_store(once) as store, store.writing() as writer:
        for record in records():
            save(writer, record)
        writer.settle(find=find_copies)
        assert len(set(store.copies().values())) >= 1
        assert len(store.copies()) >= len(SAME)
    with open_store(often) as store, store.writing() as writer:
        for record in chance.sample(records(), len(TEXTS)):
            if chance.random() < 0.5:  # it says something else at first
                draft = {"text": chance.choice(TEXTS), "sha256": "1" * 64}
                save(writer, record.model_copy(update=draft))
                writer.settle(find=find_copies)
            save(writer, record)
            if chance.random() < 0.5:
                writer.settle(find=find_copies)
        writer.settle(find=find_copies)
    left_out = ("versions", "identities")
    one, other = (
        {name: rows for name, rows in content(url) if name not in left_out} for url in (once, often)
    )
    assert one == other


def test_only_what_is_new_is_compared(store: Store, compared: list[tuple[str, str]]) -> None:
    *many, last = records()
    with store.writing() as writer:
        for record in many:
            save(writer, record)
        writer.settle(find=find_copies)
        assert compared
        compared.clear()
        writer.settle(find=find_copies, stamp="everything anew")
        assert compared == []
        save(writer, last)
        writer.settle(find=find_copies)
        assert {pair[1] for pair in compared} <= {body_of(last.text or "")}
        save(writer, last.model_copy(update={"title": "another title"}))
        compared.clear()
        writer.settle(find=find_copies)
        assert compared == []


def test_another_version_looks_at_everything_anew(
    store: Store, compared: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as writer:
        for record in records():
            save(writer, record)
        writer.settle(find=find_copies)
        found, pairs = store.copies(), list(compared)
        compared.clear()
        monkeypatch.setattr(copy_search, "_stamp", lambda: "of tomorrow")
        writer.settle(find=find_copies, stamp="of tomorrow")
        assert (store.copies(), compared) == (found, pairs)


def test_texts_that_are_not_kept_take_no_part(store: Store) -> None:
    one, two, *_ = records()
    with store.writing() as writer:
        save(writer, one)
        save(writer, two)
        writer.settle(find=find_copies)
        assert len(store.copies()) == 2
        save(writer, two.model_copy(update={"text": None}))
        writer.settle(find=find_copies)
        assert store.copies() == {}
        save(writer, two)
        writer.settle(find=no_copies)
        assert store.copies() == {}
        writer.settle(find=find_copies, stamp="again")
        assert len(store.copies()) == 2


def test_many_equal_texts_do_not_hide_a_copy(store: Store) -> None:
    """Of the likeliest only some are compared; equal ones are one among them."""
    with store.writing() as writer:
        for number in range(40):
            text = RELEASE.replace("80 kişi", f"{number % 20} kişi")
            save(writer, make_record(f"d{number:02}", text=text))
        writer.settle(find=find_copies)
    assert store.copies() == {f"d{n:02}": f"d{n % 20:02}" for n in range(40)}
