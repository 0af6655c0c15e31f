"""The assembled pipeline as a package that pip installs, with the checksums of its files."""

import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from spacy.cli.package import package

CODE: Final = Path(__file__).parent / "turkish.py"
CHECKSUMS: Final = "CHECKSUMS"
MADE: Final = re.compile(r"^(?:build|dist|__pycache__)$|\.egg-info$")  # by pip and by imports

# How pip builds the package. spaCy's own setup.py copies meta.json about in the very folder that
# it is run in, and setuptools leaves build/ there, whose files of an older version the next wheel
# would have as well; hatchling, which builds tutanak, too, writes nothing but the wheel.
PROJECT: Final = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = {name}
version = {version}
description = {description}
readme = "README.md"
license = {license}
license-files = ["LICENSE", "LICENSES_SOURCES"]
dependencies = {dependencies}

[project.entry-points.spacy_models]
{module} = {name}

[tool.hatch.build.targets.wheel]
only-include = [{name}]
"""


def checksums(folder: Path) -> str:
    """`sha256  path` of each file under `folder`, in order of paths, but of the list itself."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.name != CHECKSUMS
        and not any(MADE.search(part) for part in path.relative_to(folder).parts)
    )


def project(meta: dict[str, Any]) -> str:
    """The pyproject.toml of the package that `meta` describes."""
    module = f"{meta['lang']}_{meta['name']}"
    values = {
        "name": module,
        "version": meta["version"],
        "description": meta["description"],
        "license": meta["license"].replace(" ", "-"),  # as SPDX names it
        "dependencies": [f"spacy{meta['spacy_version']}", *meta.get("requirements", ())],
    }
    # Strings and lists of JSON are such of TOML, too.
    written = {key: json.dumps(value, ensure_ascii=False) for key, value in values.items()}
    return PROJECT.format(module=module, **written)


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
    for file in ("setup.py", "MANIFEST.in"):
        (out / file).unlink()
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    (out / "pyproject.toml").write_text(project(meta), encoding="utf-8")
    # As spaCy's setup.py does it on installing: one meta.json, also beside what is imported.
    for folder in (out / name, out / name / f"{name}-{version}"):
        shutil.copyfile(out / "meta.json", folder / "meta.json")
    (out / CHECKSUMS).write_text(checksums(out), encoding="utf-8")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    typer.echo(f"{out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    typer.run(main)
