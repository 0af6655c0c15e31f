"""A small stand-in for `tutanak sync`: a site of pages, read into a store until it is killed."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from tests.conftest import make_record
from tutanak.records import Failure, Record
from tutanak.store import open_store
from tutanak.store.address import address_of
from tutanak.store.engine import engine_of
from tutanak.store.schema import META, READ
from tutanak.store.values import Seen, SourceState
from tutanak.store.writer import Writer

SOURCE: Final = "valilik"
# What depends on when a run happened, and on how many it took.
_OF_THE_MOMENT: Final = frozenset(
    {
        *("first_saved", "saved", "superseded", "run_id", "first_failed", "last_failed"),
        *("first_seen", "last_seen", "last_attempt", "last_success", "last_new"),
    }
)


def page(number: int, round: int) -> Record | Failure:
    """What stands at an address in this round: every tenth page is edited, every 25th broken."""
    url = f"https://valilik.test/{number}"
    if number % 25 == 3:
        return Failure(url, "ingest", "InputError", f"{url}: empty")
    edition = round if number % 10 == round % 10 else 0
    record = make_record(f"haber-{number:04}", linked=number % 3 != 0)
    bodies = tuple(
        body if body.id else body.model_copy(update={"name": f"Kurul {number % 7}"})
        for body in record.institutions
    )
    return record.model_copy(
        update={
            "source": url,
            "sha256": f"{number}-{edition}",
            "title": f"Haber {number}, {edition}. hali",
            "published": date(2024, 1, 1 + number % 28),
            "institutions": bodies,
            "counts": record.counts * (1 + edition % 3),
        }
    )


def fill(store: str, pages: int, round: int, begun: Callable[[], None] = lambda: None) -> None:
    """Read the site as it is in this round; pages that were read in it are not read again.

    `begun` is called when the store is open and has the run.
    """
    with (
        open_store(store) as opened,
        opened.writing(wait=60) as writer,
        writer.run("sync", options={"round": round}),
    ):
        begun()
        read = {failure.key: "" for failure in writer.failures()}
        read |= {one.url: one.content_hash or "" for one in writer.seen_of(SOURCE)}
        for number in range(pages):
            found = page(number, round)
            if read.get(found.source) != ("" if isinstance(found, Failure) else found.sha256):
                _read(writer, found)
        writer.put_source(SourceState(SOURCE, state={"round": round}))


def _read(writer: Writer, found: Record | Failure) -> None:
    url = found.source
    if isinstance(found, Failure):
        writer.fail(found, key=url, origin=SOURCE)
        return
    with writer.transaction():
        saved = writer.save(found, key=url)
        writer.see(Seen(url, SOURCE, found.sha256, document_id=saved.document_id))


def content(store: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """All rows of all tables and views but `runs`, without what depends on the moment."""
    engine = engine_of(address_of(store))
    with engine.connect() as connection:
        for table in (*META.sorted_tables, *READ.values()):
            if table.name != "runs":
                columns = [c for c in table.c if c.name not in _OF_THE_MOMENT]
                rows = connection.execute(sa.select(*columns).order_by(*columns))
                yield table.name, [row._asdict() for row in rows]
    engine.dispose()
