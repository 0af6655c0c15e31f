"""A PostgreSQL server of our own: a free port of this machine, a data folder that goes with it."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NEEDED = "TUTANAK_NEED_POSTGRES"
USER = "tutanak"
_START = 60.0


class NoPostgresError(Exception):
    """There is no PostgreSQL here; the message says what is missing."""


def skip_or_fail(reason: str) -> None:
    """Skip the test, but fail where PostgreSQL must be there (`.ci/run`)."""
    if os.environ.get(NEEDED):
        pytest.fail(f"{reason}, but {NEEDED} is set")
    pytest.skip(reason)


def _program(name: str) -> str:
    """A program of the newest PostgreSQL; Debian keeps them out of PATH."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name)
    )
    for folder in reversed(folders):
        if (folder / name).exists():
            return str(folder / name)
    found = shutil.which(name)
    if found is None:
        raise NoPostgresError(f"no {name} here; on Debian: apt-get install postgresql")
    return found


def _user() -> str | None:
    """Who may run a server: not root; None is who we are."""
    return "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    assert isinstance(port, int)
    return port


def _make_cluster(folder: Path) -> None:
    program = _program("initdb")
    command = [program, "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8"]
    command += ["--locale", "C.UTF-8", "--no-sync", "--no-instructions"]
    # A Turkish server, where it can be had: the order of rows must not depend on its language.
    help_page = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    if "--icu-locale" in help_page.stdout:
        command += ["--locale-provider", "icu", "--icu-locale", "tr-TR"]
    done = subprocess.run(
        command, user=_user(), cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoPostgresError(f"initdb failed: {done.stderr.strip()}")


def _start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    settings = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off")
    command = [_program("postgres"), "-D", str(folder / "data"), "-p", str(port)]
    for setting in settings:
        command += ["-c", setting]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, user=_user(), cwd=folder, stdout=log, stderr=log)


def _answers(port: int) -> bool:
    import psycopg

    try:
        psycopg.connect(host="127.0.0.1", port=port, user=USER, dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the URL of its databases, without a name at the end.

    Raises:
        NoPostgresError: PostgreSQL is not installed, or does not start.
    """
    folder = Path(tempfile.mkdtemp(prefix="tutanak-postgres-"))
    process = None
    try:
        if (user := _user()) is not None:
            try:
                shutil.chown(folder, user)
            except LookupError:
                raise NoPostgresError(f"root cannot run PostgreSQL; no user {user!r}") from None
        _make_cluster(folder)
        port = _free_port()
        process = _start(folder, port)
        deadline = time.monotonic() + _START
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                log = (folder / "log").read_text(encoding="utf-8", errors="replace")
                raise NoPostgresError(f"PostgreSQL does not start: {log[-500:]}")
            time.sleep(0.05)
        yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}"
    finally:
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def new_database(url: str, name: str) -> str:
    """The URL of a new, empty database."""
    import psycopg

    address = url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{url}/{name}"
