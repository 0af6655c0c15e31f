"""The assembled pipeline as a package that pip installs, with the checksums of its files."""

import hashlib
import re
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer
from spacy.cli.package import package

CODE: Final = Path(__file__).parent / "turkish.py"
CHECKSUMS: Final = "CHECKSUMS"
MADE: Final = re.compile(r"^(?:build|dist|__pycache__)$|\.egg-info$")  # by pip and by imports


def checksums(folder: Path) -> str:
    """`sha256  path` of each file under `folder`, in order of paths, but of the list itself."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.name != CHECKSUMS
        and not any(MADE.search(part) for part in path.relative_to(folder).parts)
    )


def main(
    pipeline: Annotated[Path, typer.Argument(help="the assembled pipeline")],
    out: Annotated[Path, typer.Argument(help="folder of the package; what is there is replaced")],
    name: Annotated[str, typer.Option(help="import name: tr_tutanak_md")],
    version: Annotated[str, typer.Option(help="its version")],
) -> None:
    """Write the package, without archives beside it, and its CHECKSUMS."""
    language, _, short = name.partition("_")
    with tempfile.TemporaryDirectory() as made:
        package(
            pipeline,
            Path(made),
            code_paths=[CODE],
            name=short,
            version=version,
            create_sdist=False,
            create_wheel=False,
            silent=True,
        )
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(Path(made) / f"{language}_{short}-{version}", out)
    # spaCy's setup.py does the same on installing; so the folder can also be imported as it is.
    shutil.copyfile(out / "meta.json", out / name / "meta.json")
    (out / CHECKSUMS).write_text(checksums(out), encoding="utf-8")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    typer.echo(f"{out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    typer.run(main)
