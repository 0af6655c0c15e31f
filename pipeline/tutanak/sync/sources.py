"""`sources.toml`: where new releases come from, and how they are asked for. Checked when read.

    [sources.pendik]
    kind = "feed"                        # feed, sitemap, listing or folder
    url = "https://www.pendik.bel.tr/rss"

Lengths of time are written `30s`, `15m`, `6h`, `7d`. docs/schedule.md explains every key.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)

from tutanak.errors import OptionError, RefusedError, ResourceError
from tutanak.fetch.addresses import checked_url
from tutanak.fetch.policy import Network, Policy
from tutanak.ingest.columns import check_columns
from tutanak.sync.complaints import complaint
from tutanak.sync.duration import from_written


def _duration(value: object) -> timedelta:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_written(f"{value}s")
    return from_written(value if isinstance(value, str) else str(value))


def _address(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("an address in quotes is expected")  # noqa: TRY004 -- pydantic's way
    try:
        return str(checked_url(value))
    except RefusedError as error:
        raise ValueError(str(error)) from None


def _pattern(value: object) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise ValueError("a pattern in quotes is expected")  # noqa: TRY004
    try:
        return re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is no regular expression: {error}") from None


def _networks(value: object) -> tuple[Network, ...]:
    if not isinstance(value, list):
        raise ValueError('a list such as ["10.1.0.0/16"] is expected')  # noqa: TRY004
    return tuple(ip_network(str(one)) for one in value)


def _columns(value: Mapping[str, str]) -> Mapping[str, str]:
    try:
        check_columns(value)
    except OptionError as error:
        raise ValueError(str(error)) from None
    return value


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Address = Annotated[str, BeforeValidator(_address)]
Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
Text = Annotated[str, Field(min_length=1)]
Columns = Annotated[Mapping[str, Text], AfterValidator(_columns)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Source(_Table):
    """What all kinds have. `name` is the table's; `columns` maps fields to columns of tables."""

    name: str
    publisher: Text | None = None
    quiet: Duration = timedelta(days=30)
    enabled: bool = True
    columns: Columns = Field(default_factory=dict)


class _Web(_Source):
    """`recheck`: after how long a page that is still listed is asked for again.

    `heed_changed`: whether a page is asked for again when its list says that it has changed.
    """

    url: Address
    recheck: Duration = timedelta(days=7)
    heed_changed: bool = True
    match: Pattern | None = None
    max_pages: Annotated[int, Field(ge=1)] = 100


class Feed(_Web):
    """RSS or Atom. Backfill follows its pages (`rel="next"`)."""

    kind: Literal["feed"]


class Sitemap(_Web):
    """A sitemap or an index of sitemaps, also compressed."""

    kind: Literal["sitemap"]


class Listing(_Web):
    """A page with links; `link` says which are releases, `next` which leads to older ones."""

    kind: Literal["listing"]
    link: Pattern
    next: Pattern | None = None


class Folder(_Source):
    """A folder that others put files into; those changed less than `settle` ago are left alone."""

    kind: Literal["folder"]
    path: Text
    settle: Duration = timedelta(0)
    root: Path = Path()


WebSource = Feed | Sitemap | Listing
AnySource = Annotated[Feed | Sitemap | Listing | Folder, Field(discriminator="kind")]
Event = Literal["new", "changed", "failed", "quiet"]


class Notify(_Table):
    """Whom to tell after a run, and of what."""

    webhook: Address | None = None
    command: tuple[Text, ...] = ()
    when: tuple[Event, ...] = ("new", "changed", "failed", "quiet")
    timeout: Duration = timedelta(seconds=30)

    @field_validator("command", "when", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value


class FetchTable(_Table):
    """`[fetch]`: the keys of `Policy`."""

    user_agent: Text | None = None
    delay: Duration | None = None
    timeout: Duration | None = None
    deadline: Duration | None = None
    patience: Duration | None = None
    backoff: Duration | None = None
    attempts: Annotated[int, Field(ge=1, le=20)] | None = None
    max_bytes: Annotated[int, Field(ge=1)] | None = None
    max_redirects: Annotated[int, Field(ge=0, le=20)] | None = None
    allow_private: Annotated[tuple[Network, ...], BeforeValidator(_networks)] = ()

    def policy(self) -> Policy:
        """As the web is asked."""
        given: dict[str, Any] = {
            name: value.total_seconds() if isinstance(value, timedelta) else value
            for name, value in self
            if value is not None
        }
        return replace(Policy(), **given)


class Sources(_Table):
    """All of `sources.toml`."""

    store: Text | None = None
    fetch: FetchTable = FetchTable()
    notify: Notify = Notify()
    sources: Mapping[str, AnySource]


_TOP: Final = ("store", "fetch", "notify", "sources")


def read_sources(path: str | os.PathLike[str]) -> Sources:
    """The sources of a file.

    Raises:
        ResourceError: It cannot be read, or a key in it is wrong; the message names file, table
            and key, and says what is expected.
    """
    name = os.fspath(path)
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ResourceError(
            f"{name}: there is no such file; write one (docs/schedule.md has an example) or name "
            "another with --sources"
        ) from None
    except (OSError, ValueError) as error:
        raise ResourceError(f"{name}: not readable as TOML in UTF-8: {error}") from None
    return from_mapping(content, name=name)


def from_mapping(content: Mapping[str, Any], *, name: str) -> Sources:
    """The sources of a parsed file; `name` is for messages, and folders are found beside it.

    Raises:
        ResourceError: A key is wrong.
    """
    tables = content.get("sources")
    if not isinstance(tables, dict) or not tables:
        raise ResourceError(f"{name}: no source is named; add a table such as [sources.pendik]")
    named = {key: _named(key, table, Path(name).parent) for key, table in tables.items()}
    try:
        return Sources.model_validate(dict(content) | {"sources": named})
    except ValidationError as error:
        raise ResourceError("\n".join(complaint(name, one) for one in error.errors())) from None


def _named(key: str, table: object, root: Path) -> object:
    """A table with its name, and a folder with the place its path counts from."""
    if not isinstance(table, dict):
        return table
    own = {"name": key} | ({"root": root} if table.get("kind") == "folder" else {})
    return {k: v for k, v in table.items() if k not in own} | own
