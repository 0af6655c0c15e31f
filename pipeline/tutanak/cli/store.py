"""`tutanak store`: what is done to a store itself."""

from typing import Annotated

import typer

from tutanak.cli.options import Store, Wait

app = typer.Typer(
    no_args_is_help=True, help="Look after a store: its tables, its runs, its decisions."
)


@app.command("upgrade")
def upgrade(store: Store) -> None:
    """Bring the tables of a store to the version of this tutanak; make them where there are none.

    Example: tutanak store upgrade archive.db
    """
    from tutanak.store import upgrade_store

    before, now = upgrade_store(store)
    if before is None:
        typer.echo(f"{store}: made, tables of version {now}")
    elif before == now:
        typer.echo(f"{store}: is of version {now} already")
    else:
        typer.echo(f"{store}: from version {before} to {now}")


@app.command("runs")
def runs(
    store: Store,
    last: Annotated[int, typer.Option(min=1, metavar="N", help="How many.")] = 10,
) -> None:
    """List the last runs that filled a store, and what each did.

    Example: tutanak store runs archive.db --last 3
    """
    from tutanak.store import open_store

    with open_store(store, create=False) as opened:
        for run in opened.runs(limit=last):
            typer.echo(
                f"{run.run_id:6}  {run.started:%Y-%m-%d %H:%M} UTC  {run.command:6}  "
                f"{run.status:11}  new {run.new:,}, changed {run.changed:,}, "
                f"renewed {run.renewed:,}, same {run.same:,}, failed {run.failed:,}"
                + (f"  {run.error}" if run.error else "")
            )


@app.command("verdicts")
def verdicts(
    store: Store,
    take_back: Annotated[
        int | None, typer.Option("--take-back", metavar="NUMBER", help="Delete this decision.")
    ] = None,
    wait: Wait = 0.0,
) -> None:
    """List the decisions about names that a store keeps, or take one back.

    Example: tutanak store verdicts archive.db --take-back 3
    """
    from tutanak.errors import OptionError
    from tutanak.store import open_store

    with open_store(store, create=False) as opened:
        if take_back is not None:
            with opened.writing(wait=wait) as writer:
                if not writer.take_back(take_back):
                    raise OptionError(f"{store}: no decision has the number {take_back}")
        for one in opened.decisions():
            verdict = one.verdict
            parts = (verdict.name, verdict.id, verdict.into, verdict.note)
            told = "  ".join(part for part in parts if part)
            typer.echo(f"{one.number:6}  {one.decided:%Y-%m-%d}  {verdict.verdict:6}  {told}")
