"""Checks the corpora that the project reads, and says where to get what is missing."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer


def read_checksums(path: Path) -> list[tuple[str, str]]:
    """Checksum and path of each line. ValueError names a line that is not `sha256  path`."""
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split(maxsplit=1)
        if len(parts) != 2 or len(parts[0]) != 64:
            raise ValueError(f"{path}:{number}: {line!r} is not 'sha256  path'")
        pairs.append((parts[0], parts[1]))
    return pairs


def wrong_files(corpora: Path, wanted: list[tuple[str, str]]) -> list[str]:
    """One line for each file that is missing or is another one than the project was made with."""
    lines = []
    for checksum, name in wanted:
        path = corpora / name
        if not path.is_file():
            lines.append(f"{name}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != checksum:
            lines.append(f"{name}: another version than the one used here")
    return lines


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with ner/, raw/ and gazetteers/")],
    checksums: Annotated[Path, typer.Argument(help="sha256 and path of each file")],
) -> None:
    """Exit with 1 and a list where a file is missing or differs."""
    wanted = read_checksums(checksums)
    if wrong := wrong_files(corpora, wanted):
        for line in wrong:
            typer.echo(line, err=True)
        typer.echo(
            f"{len(wrong)} of {len(wanted)} files are not as they should be under {corpora}. "
            "SOURCES.md says where each comes from and in what form it is read; "
            "another folder: weasel run fetch . --vars.corpora FOLDER",
            err=True,
        )
        raise typer.Exit(1)
    typer.echo(f"{len(wanted)} files as they should be")


if __name__ == "__main__":
    typer.run(main)
