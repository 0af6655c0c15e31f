"""Stanza's Turkish models on this machine: where they lie, what there is, how they come here."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tutanak.errors import ModelError
from tutanak.extraction.model_labels import install_command
from tutanak.optional import extra

LANGUAGE: Final = "tr"
DOWNLOAD: Final = install_command("stanza")
_NEEDED: Final = ("tokenize", "ner")
_USED: Final = ("tokenize", "mwt", "pos", "lemma", "ner")


def folder_of(folder: str | None) -> Path:
    """The folder of Stanza's models: the one given, `STANZA_RESOURCES_DIR`, or Stanza's own.

    Raises:
        MissingPackageError: Stanza is not installed.
    """
    if folder is not None:
        return Path(folder)
    if own := os.environ.get("STANZA_RESOURCES_DIR"):
        return Path(own)
    with extra("stanza"):
        from stanza.resources.common import DEFAULT_MODEL_DIR
    return Path(DEFAULT_MODEL_DIR)


def processors_in(home: Path) -> dict[str, str]:
    """What of the Turkish pipeline is there: processor -> package, in the order of work.

    Lemmas need parts of speech; where one of the two is missing, the other is of no use here.

    Raises:
        ModelError: There is no tokenizer or no finder of names, or the list is damaged.
    """
    listed = home / "resources.json"
    try:
        rows = json.loads(listed.read_text(encoding="utf-8"))
        defaults: Mapping[str, Any] = rows[LANGUAGE]["packages"]["default"]
        named = {key: str(defaults[key]) for key in _USED if key in defaults}
    except FileNotFoundError:
        raise ModelError(
            f"Stanza's Turkish models are not in {home}; fetch them: {DOWNLOAD}"
        ) from None
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ModelError(
            f"{listed}: not the list of Stanza's models ({type(error).__name__}: {error}); "
            f"fetch them anew: {DOWNLOAD}"
        ) from error
    there = {k: v for k, v in named.items() if (home / LANGUAGE / k / f"{v}.pt").is_file()}
    if missing := [key for key in _NEEDED if key not in there]:
        raise ModelError(
            f"Stanza's Turkish models in {home} lack {' and '.join(missing)}; "
            f"fetch them: {DOWNLOAD}"
        )
    if "pos" not in there or "lemma" not in there:
        there = {k: v for k, v in there.items() if k not in ("pos", "lemma")}
    return there


def download(folder: str | None = None) -> Path:
    """Fetch Stanza's Turkish models; needs a network. Gives the folder.

    Raises:
        MissingPackageError: Stanza is not installed.
        ModelError: They could not be fetched.
    """
    with extra("stanza"):
        import stanza
        from huggingface_hub.errors import HfHubHTTPError
    home = folder_of(folder)
    try:
        stanza.download(LANGUAGE, model_dir=str(home), processors=",".join(_USED), verbose=False)
    except (OSError, ValueError, RuntimeError, HfHubHTTPError) as error:
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise ModelError(
            f"Stanza's Turkish models could not be fetched ({type(error).__name__}: {told}); "
            f"with a network, try again: {DOWNLOAD}; or copy the folder {home} from a machine "
            "that has them"
        ) from error
    processors_in(home)
    return home
