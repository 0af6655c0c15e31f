"""Configurations of the trials that are not part of the package, each one change to a stage."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from thinc.api import Config

Change = Callable[[Config], None]


def use_lists(config: Config) -> None:
    """The lists of names that have a word, as one more feature; in either stage."""
    config["initialize"]["lookups"] = {
        "@misc": "tutanak.name_lists.v1",
        "path": "corpus/lists.json",
    }
    if "model" in config["components"]["tok2vec"]:
        embed = config["components"]["tok2vec"]["model"]["embed"]
        embed["@architectures"] = "tutanak.ListsEmbed.v1"
        embed["list_rows"] = 64
        del embed["include_static_vectors"]


def use_characters(config: Config) -> None:
    """The first four and last four letters of a word, each with a vector, beside its hash."""
    model = config["components"]["tok2vec"]["model"]
    model["embed"] = {
        "@architectures": "spacy.CharacterEmbed.v2",
        "width": "${components.tok2vec.model.encode.width}",
        "rows": 8000,
        "nM": 64,
        "nC": 8,
        "include_static_vectors": False,
        "feature": "NORM",
    }


def use_ner(config: Config) -> None:
    """The transition-based finder of entities in place of the span categoriser."""
    config["nlp"]["pipeline"] = ["tok2vec", "ner"]
    listener = config["components"].pop("spancat")["model"]["tok2vec"]
    config["components"]["ner"] = {
        "factory": "ner",
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner",
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": listener,
        },
    }
    config["training"]["score_weights"] = {"ents_f": 1.0}


def pretrain(config: Config) -> None:
    """The encoder alone, guessing the first and last letters of words of raw text."""
    config["pretraining"] = {
        "max_epochs": 1,
        "dropout": 0.2,
        "n_save_every": None,
        "n_save_epoch": None,
        "component": "tok2vec",
        "layer": "",
        "corpus": "corpora.pretrain",
        "batcher": {
            "@batchers": "spacy.batch_by_words.v1",
            "size": 3000,
            "discard_oversize": False,
            "tolerance": 0.2,
            "get_length": None,
        },
        "objective": {
            "@architectures": "spacy.PretrainCharacters.v1",
            "maxout_pieces": 3,
            "hidden_size": 300,
            "n_characters": 4,
        },
        "optimizer": {**config["training"]["optimizer"]},
    }
    config["corpora"]["pretrain"] = {
        "@readers": "spacy.JsonlCorpus.v1",
        "path": "corpus/raw.jsonl",
        "min_length": 5,
        "max_length": 500,
        "limit": 0,
    }


TRIALS: Final[dict[str, Change]] = {
    "lists": use_lists,
    "characters": use_characters,
    "ner": use_ner,
    "pretrain": pretrain,
}


def main(
    name: Annotated[str, typer.Argument(help="lists, characters, ner or pretrain")],
    base: Annotated[Path, typer.Argument(help="configuration of a stage of the package")],
    out: Annotated[Path, typer.Argument(help="configuration of the trial")],
) -> None:
    """Write the configuration of one trial."""
    if name not in TRIALS:
        raise typer.BadParameter(f"no trial {name!r}; there are {', '.join(TRIALS)}")
    config: Any = Config().from_disk(base, interpolate=False)
    TRIALS[name](config)
    out.parent.mkdir(parents=True, exist_ok=True)
    config.to_disk(out)
    typer.echo(f"{out}: {(TRIALS[name].__doc__ or '').strip()}")


if __name__ == "__main__":
    typer.run(main)
