"""A real HTTP server on loopback, on a free port, that answers as a test tells it to."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers. `raw` writes to the socket by itself instead."""

    body: bytes | str = b""
    kind: str = "text/plain; charset=utf-8"
    status: int = 200
    headers: Headers = field(default_factory=dict)
    raw: Callable[[BaseHTTPRequestHandler], object] | None = None


@dataclass(slots=True)
class Web:
    """The server: `pages` may be changed at any time; `asked` is what was asked of it."""

    base: str
    pages: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, *answers: Answer | bytes | str) -> str:
        """What `path` answers, one after another, the last one for ever; gives its address."""
        self.pages[path] = [one if isinstance(one, Answer) else Answer(one) for one in answers]
        return self.base + path

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.asked]

    def answer(self, path: str) -> Answer:
        """What is answered now."""
        answers = self.pages.get(path)
        if not answers:
            return Answer("there is nothing", status=404)
        return answers.pop(0) if len(answers) > 1 else answers[0]


@contextmanager
def serving() -> Iterator[Web]:
    """A running server."""
    web = Web("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def do_GET(self) -> None:
            web.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = web.answer(self.path)
            if answer.raw is not None:
                self.close_connection = True
                answer.raw(self)
                return
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(0 if answer.status == 304 else len(body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if answer.status != 304:
                self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Clients that leave early are part of the tests."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        web.base = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join()
