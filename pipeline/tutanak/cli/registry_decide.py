"""`tutanak registry accept|reject|alias|merge`: people's decisions, a row each in a plain file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tutanak.cli.options import VERDICTS, Registries

if TYPE_CHECKING:
    from tutanak.normalise.verdicts import Verdict

_WAIT: Final = 10.0
_Name = Annotated[str, typer.Argument(metavar="NAME", help="A body's name, as in a text.")]
_Id = Annotated[str, typer.Argument(metavar="ID", help="A body's id: see `lookup --json`.")]
_File = Annotated[
    Path, typer.Option("--verdicts", metavar="FILE", help="The file that the decision joins.")
]
_Store = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="The store that takes it, in place of a file."),
]
_Note = Annotated[str, typer.Option(metavar="TEXT", help="Why, for those who read the file.")]


def accept(
    name: _Name,
    id: _Id,
    verdicts: _File = VERDICTS,
    store: _Store = None,
    registry: Registries = None,
    note: _Note = "",
) -> None:
    """Decide that a name means a body.

    Example: tutanak registry accept "Ereğli Belediyesi" tr.ilce.konya.eregli.belediye
    """
    from tutanak.normalise.verdicts import Verdict

    _decide(Verdict("accept", name, id, note=note), verdicts, store, registry)


def reject(
    name: _Name,
    id: Annotated[
        str, typer.Argument(metavar="[ID]", help="The body that it is not; none: no body at all.")
    ] = "",
    verdicts: _File = VERDICTS,
    store: _Store = None,
    registry: Registries = None,
    note: _Note = "",
) -> None:
    """Decide that a name does not mean a body, or none at all.

    Example: tutanak registry reject TBB tr.meslek.bankalar-birligi
    """
    from tutanak.normalise.verdicts import Verdict

    _decide(Verdict("reject", name, id, note=note), verdicts, store, registry)


def alias(
    name: _Name,
    id: _Id,
    verdicts: _File = VERDICTS,
    store: _Store = None,
    registry: Registries = None,
    note: _Note = "",
) -> None:
    """Give a body another name; misspellings of it count too.

    Example: tutanak registry alias "Göç Dairesi" tr.kurum.goc-idaresi-baskanligi
    """
    from tutanak.normalise.verdicts import Verdict

    _decide(Verdict("alias", name, id, note=note), verdicts, store, registry)


def merge(
    id: _Id,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The id of the body that it is.")],
    verdicts: _File = VERDICTS,
    store: _Store = None,
    registry: Registries = None,
    note: _Note = "",
) -> None:
    """Decide that two bodies are one.

    Example: tutanak registry merge tr.stk.tkb tr.stk.tkdf --note "one office"
    """
    from tutanak.normalise.verdicts import Verdict

    _decide(Verdict("merge", "", id, into, note), verdicts, store, registry)


def _decide(verdict: "Verdict", path: Path, store: str | None, registry: list[Path] | None) -> None:
    from tutanak.normalise.own import load, own_files
    from tutanak.normalise.verdicts import decide

    exists = load(own_files(registry or ())).has
    what = f"{verdict.verdict} {verdict.name or verdict.id}"
    if store is None:
        decide(path, verdict, exists)
        typer.echo(f"{path}: {what} written")
        return
    from tutanak.store import open_store

    with open_store(store) as opened, opened.writing(wait=_WAIT) as writer:
        number = writer.decide(verdict, exists)
    typer.echo(f"{store}: {what} written, number {number}")
