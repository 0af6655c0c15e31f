"""Opening: what is made, what is refused, and what the messages say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.conftest import make_record
from tutanak.copy_search import find_copies
from tutanak.errors import OptionError, StoreError, StoreVersionError
from tutanak.store import open_store, upgrade, upgrade_store
from tutanak.store.address import address_of
from tutanak.store.engine import engine_of
from tutanak.store.schema import META, READ

NEXT = '''
"""Another column."""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{newest}"
def upgrade():
    op.add_column("copies", sa.Column("note", sa.Text()))
    op.add_column("{table}", sa.Column("note", sa.Text()))
'''


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tutanak of tomorrow: one migration more; gives its file."""
    scripts = tmp_path / "migrations"
    shutil.copytree(upgrade._SCRIPTS, scripts)
    file = scripts / "versions" / "v9999_next.py"
    file.write_text(NEXT.format(newest=upgrade.newest(), table="runs"), encoding="utf-8")
    monkeypatch.setattr(upgrade, "_SCRIPTS", scripts)
    upgrade._known.cache_clear()
    return file


@pytest.fixture(autouse=True)
def _forget() -> object:
    yield
    upgrade._known.cache_clear()


def test_the_tables_are_those_that_the_program_knows(store_url: str) -> None:
    open_store(store_url).close()
    engine = engine_of(address_of(store_url))
    options = {"version_table": upgrade.VERSION_TABLE}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, META) == []
        inspector = sa.inspect(connection)
        for name, table in READ.items():
            assert [c["name"] for c in inspector.get_columns(name)] == [c.name for c in table.c]
    engine.dispose()


def test_older_newer_upgraded(store_url: str, next_version: Path) -> None:
    newer = upgrade._SCRIPTS
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "_SCRIPTS", Path(upgrade.__file__).parent / "migrations")
        upgrade._known.cache_clear()
        with open_store(store_url) as store, store.writing() as writer:
            writer.save(make_record("a"), key="a")
    upgrade._known.cache_clear()
    assert newer == upgrade._SCRIPTS
    *_, now, new = upgrade._known()
    with pytest.raises(
        StoreVersionError, match=f"version {now}, and this tutanak needs {new}"
    ) as old:
        open_store(store_url)
    assert "tutanak store upgrade " in str(old.value)
    assert upgrade_store(store_url) == (now, new)
    assert upgrade_store(store_url) == (new, new)
    with open_store(store_url, create=False) as store:
        assert len(list(store.records())) == 1
    next_version.unlink()
    upgrade._known.cache_clear()
    for refused in (open_store, upgrade_store):
        with pytest.raises(StoreVersionError, match=rf"{new}, newer .* install a newer tutanak"):
            refused(store_url)


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    store_url: str, next_version: Path
) -> None:
    good = next_version.read_text(encoding="utf-8")
    next_version.unlink()
    upgrade._known.cache_clear()
    open_store(store_url).close()
    now = upgrade.newest()
    next_version.write_text(NEXT.format(newest=now, table="nowhere"), encoding="utf-8")
    upgrade._known.cache_clear()
    with pytest.raises(StoreError, match="nowhere"):
        upgrade_store(store_url)
    next_version.write_text(good, encoding="utf-8")
    assert upgrade_store(store_url) == (now, "9999")


def test_a_store_of_the_first_version_is_upgraded_and_finds_its_copies(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "first"
    shutil.copytree(upgrade._SCRIPTS, scripts)
    for file in (scripts / "versions").glob("v*.py"):
        if file.name != "v0001_first.py":
            file.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(upgrade, "_SCRIPTS", scripts)
        upgrade._known.cache_clear()
        with open_store(store_url) as store, store.writing() as writer:
            for id in "ab":
                writer.save(make_record(id), key=id)
    upgrade._known.cache_clear()
    assert upgrade_store(store_url)[0] == "0001"
    with open_store(store_url) as store, store.writing() as writer:
        writer.settle(find=find_copies)
        assert store.copies() == {"a": "a", "b": "a"}


def test_upgrade_makes_a_new_store(store_url: str) -> None:
    assert upgrade_store(store_url) == (None, upgrade.newest())
    open_store(store_url, create=False).close()


def test_many_may_open_a_new_store_at_once(store_url: str) -> None:
    code = "import sys; from tutanak.store import open_store; open_store(sys.argv[1]).close()"
    processes = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", code, store_url]) for _ in range(4)
    ]
    assert [process.wait(60) for process in processes] == [0, 0, 0, 0]


def test_another_program_lives_there(store_url: str) -> None:
    engine = engine_of(address_of(store_url))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE documents (id INTEGER)")
    engine.dispose()
    with pytest.raises(StoreError, match="a table 'documents' that is not tutanak's"):
        open_store(store_url)


def test_tables_of_other_programs_do_not_matter(store_url: str) -> None:
    engine = engine_of(address_of(store_url))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num TEXT)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('theirs')")
    engine.dispose()
    open_store(store_url).close()


NO_STORE = {
    "": (OptionError, "has no name"),
    "sqlite://": (OptionError, "in memory would be lost"),
    "sqlite:///:memory:": (OptionError, "in memory would be lost"),
    "mysql://host/base": (OptionError, "mysql: no store is kept there"),
    "postgresql+psycopg2://host/base": (OptionError, "no store is kept there"),
    "://": (OptionError, "not named by a URL"),
    "{tmp}/no/store.db": (StoreError, "there is no folder"),
    "{tmp}/text.db": (StoreError, "not a database"),
    "postgresql://u:geheim@127.0.0.1:1/b": (StoreError, r"u:\*\*\*@127.0.0.1:1/b: .*refused"),
}


@pytest.mark.parametrize("name", NO_STORE)
def test_no_store_there(name: str, tmp_path: Path) -> None:
    error, says = NO_STORE[name]
    (tmp_path / "text.db").write_text("text " * 1000, encoding="utf-8")
    with pytest.raises(error, match=says) as raised:
        open_store(name.format(tmp=tmp_path))
    assert "geheim" not in str(raised.value)


def test_nothing_is_made_unless_wanted(store_url: str) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(store_url, create=False)
    with pytest.raises(StoreError, match="there is no store"):
        open_store(store_url, create=False)


@pytest.mark.parametrize(
    ("package", "url", "extra"),
    [
        ("sqlalchemy", "x.db", "store"),
        ("alembic", "x.db", "store"),
        ("filelock", "x.db", "store"),
        ("psycopg", "postgresql://x/y", "postgresql"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(package: str, url: str, extra: str) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from tutanak import errors\nfrom tutanak.store import open_store\n"
        f"try: open_store({url!r})\nexcept errors.MissingPackageError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"'{package}' is not installed")
    assert f"pip install 'tutanak[{extra}]'" in done.stdout
