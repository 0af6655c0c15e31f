"""Kill -9 at random moments of a sync, until all is there: is the store that of a quiet run?

    python benchmarks/sync_kill.py [--documents 500] [--kills 100] [--seed 1] [--store URL]

Pages of a local web server (a feed, redirects, copies, pages that are not there, are no text, or
make a reader fail) and files of a watched folder. Each round is a process that is killed after a
random time; the times are drawn so that the kills are spread over the whole work. After the last
kill one more round runs to its end. Then every table is compared, row by row and column by column,
with that of one undisturbed run, but for the columns that say when and in which run something
happened (`CLOCK`, printed), and the table `runs`, which counts the kills themselves.
"""

import argparse
import contextlib
import itertools
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa

from tutanak.runner import stages
from tutanak.store.address import address_of
from tutanak.store.engine import engine_of
from tutanak.sync.rounds import synchronise
from tutanak.sync.sources import read_sources

ROOT: Final = Path(__file__).parents[1]
# When something happened, and in which run.
CLOCK: Final = frozenset(
    {"first_saved", "saved", "superseded", "first_failed", "last_failed", "retry_after", "run_id"}
    | {"first_seen", "last_seen", "last_attempt", "last_success", "last_new", "decided"}
)
IN_STATE: Final = ("first_success", "lists_read", "last_round")
LEFT_OUT: Final = ("runs",)


def texts(count: int) -> list[str]:
    """Texts that differ, about 60 words each, from the tuned half of the sample archive."""
    paths = sorted((ROOT / "data/raw").glob("t*.txt"))
    whole = [path.read_text(encoding="utf-8") for path in paths]
    return [f"{' '.join(whole[n % len(whole)].split(' ')[:60])}\nSayı: {n}\n" for n in range(count)]


def serve(pages: list[str], port: Connection) -> None:
    """The web server, in a process of its own: every tenth page has something the matter."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            status, kind, body, headers = answer(path, self.headers.get("Host", ""))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    def answer(path: str, host: str) -> tuple[int, str, bytes, dict[str, str]]:
        plain, nothing = "text/plain; charset=utf-8", dict[str, str]()
        if path == "/rss":
            day = f"{date(2024, 5, 1):%a, %d %b %Y} 09:00:00 GMT"
            items = "".join(
                f"<item><link>http://{host}/haber/{n}</link><pubDate>{day}</pubDate></item>"
                for n in range(len(pages))
            )
            feed = f'<rss version="2.0"><channel>{items}</channel></rss>'
            return 200, "application/rss+xml", feed.encode(), {"ETag": '"feed"'}
        if not path.startswith("/haber/"):
            return 404, plain, b"", nothing
        number = path.removeprefix("/haber/")
        if number.startswith("yeni-"):
            return 200, plain, pages[int(number.removeprefix("yeni-"))].encode(), nothing
        match int(number) % 50:
            case 3:
                return 404, plain, b"", nothing
            case 13:
                return 200, "image/png", b"\x89PNG", nothing
            case 23:
                return 200, plain, b"\x00\x01\x02\x03" * 50, nothing
            case 33:
                return 301, plain, b"", {"Location": f"/haber/yeni-{number}"}
            case 43:
                return 200, plain, pages[int(number) - 1].encode(), nothing
        return 200, plain, pages[int(number)].encode(), {"ETag": f'"{number}"'}

    ThreadingHTTPServer.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients die
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        port.send(server.server_port)
        server.serve_forever()


@contextlib.contextmanager
def serving(pages: list[str]) -> Iterator[str]:
    """The address of the server."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(pages, there), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.kill()
        process.join()


def one_round(sources: Path, store: str) -> None:
    """What a process does."""
    synchronise(read_sources(sources), store=store, wait=30)


def killed(sources: Path, store: str, *, after: float) -> bool:
    """Start a round and kill it; False where it had ended by itself."""
    child = os.fork()
    if child == 0:
        try:
            one_round(sources, store)
        finally:
            os._exit(0)
    time.sleep(after)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def rows(store: str) -> dict[str, list[str]]:
    """Every table, every row, without what the clock says."""
    engine = engine_of(address_of(store))
    found: dict[str, list[str]] = {}
    with engine.connect() as connection:
        tables = sa.MetaData()
        tables.reflect(connection, views=True)
        for name, table in sorted(tables.tables.items()):
            if name in LEFT_OUT:
                continue
            columns = [column for column in table.columns if column.name not in CLOCK]
            found[name] = sorted(
                json.dumps([_plain(value) for value in row], ensure_ascii=False, default=str)
                for row in connection.execute(sa.select(*columns))
            )
    engine.dispose()
    return found


def _plain(value: Any) -> Any:
    """A value without the moments in the state of a source."""
    if isinstance(value, str) and value.startswith("{") and any(key in value for key in IN_STATE):
        return {key: one for key, one in json.loads(value).items() if key not in IN_STATE}
    return value


def documents(store: str) -> int:
    """How many are there; 0 where there is no store yet."""
    engine = engine_of(address_of(store))
    try:
        with engine.connect() as connection:
            return int(connection.scalar(sa.text("select count(*) from documents")) or 0)
    except sa.exc.DBAPIError:
        return 0
    finally:
        engine.dispose()


def main() -> None:
    """Kill, compare, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", nargs=2, metavar=("QUIET", "KILLED"), help="two empty stores")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        written = texts(options.documents)
        in_folder = options.documents // 5
        for number, text in enumerate(written[:in_folder]):
            file = place / "gelen" / f"{number % 7}" / f"{number // 7}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("" if number % 40 == 11 else text, encoding="utf-8")
        quiet, hurt = options.store or [f"sqlite:///{place / n}.db" for n in ("quiet", "killed")]
        stages(None)  # loaded once here, so that the kills meet the work and not the loading
        with serving(written[in_folder:]) as web:
            sources = place / "sources.toml"
            sources.write_text(
                '[fetch]\ndelay = 0\nallow_private = ["127.0.0.0/8"]\n'
                f'[sources.akis]\nkind = "feed"\nurl = "{web}/rss"\n'
                '[sources.gelen]\nkind = "folder"\npath = "gelen"\n',
                encoding="utf-8",
            )
            started = time.perf_counter()
            one_round(sources, quiet)
            whole = time.perf_counter() - started
            expected = rows(quiet)
            started = time.perf_counter()
            one_round(sources, quiet)
            start_up = time.perf_counter() - started
            assert rows(quiet) == expected, "a round with nothing new changes nothing"
            # Half of a round's time before it is killed goes into work, on the average.
            longest = 2 * (start_up + whole / options.kills)
            progress = [0]
            ended = 0
            for _ in range(options.kills):
                ended += not killed(sources, hurt, after=draw.uniform(0, longest))
                progress.append(documents(hurt))
            one_round(sources, hurt)
        found = rows(hurt)
    moved = sum(later > before for before, later in itertools.pairwise(progress))
    print(
        f"{options.documents} documents, {options.kills} processes killed with SIGKILL, "
        f"seed {options.seed}, undisturbed round {whole:.1f} s"
    )
    print(
        f"  {ended} had ended before; {moved} had saved documents; "
        f"documents before the last round: {progress[-1]} of {len(expected['documents'])}"
    )
    print(
        f"  left out: table {', '.join(LEFT_OUT)}; columns {', '.join(sorted(CLOCK))}; "
        f"{', '.join(IN_STATE)} in the state of sources"
    )
    different = [name for name in expected if expected[name] != found.get(name)]
    for name in sorted(expected):
        verdict = "DIFFERENT" if name in different else "the same"
        print(f"  {name:24} {len(expected[name]):6} rows  {verdict}")
    for name in different:
        for row in sorted(set(expected[name]) ^ set(found.get(name, ())))[:4]:
            print("    ", "quiet " if row in expected[name] else "killed", row[:300])
    if different or expected.keys() != found.keys():
        sys.exit("the stores differ")


if __name__ == "__main__":
    main()
