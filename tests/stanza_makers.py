"""Stanza's Turkish models as `stanza.download` lays them out, made by Stanza's own training code.

A tokenizer and a finder of names, trained on the invented sentences of `model_makers`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tests.model_makers import Labelled, sentences

_NAME: Final = "small.pt"
_LABELS: Final = {"person": "PERSON", "body": "ORGANIZATION"}


def write_stanza(folder: Path) -> None:
    """Small networks, trained well enough for the invented sentences: some ten seconds."""
    work = _data(folder)
    _tokenizer(folder, work, "--steps", 200, "--emb_dim", 16, "--hidden_dim", 16)
    sizes = ("--hidden_dim", 32, "--char_hidden_dim", 16, "--char_emb_dim", 16)
    _names(folder, work, "--max_steps", 220, *sizes)
    _list(folder, {"tokenize": [], "ner": []})


def write_full_size(folder: Path) -> None:
    """Networks as large as Stanza's default ones for Turkish, hardly trained: for speed alone.

    With the character models, forward and backward, that its finder of Turkish names has by
    default; without word vectors, which cost next to nothing.
    """
    from stanza.models import charlm

    work = _data(folder)
    _tokenizer(folder, work, "--steps", 200)
    for direction in ("forward", "backward"):
        _train(
            charlm.main,
            *("--train_file", work / "text.txt", "--eval_file", work / "text.txt"),
            *("--direction", direction, "--shorthand", "tr_small", "--cutoff", 1, "--epochs", 1),
            *("--batch_size", 4, "--no_checkpoint", "--eval_steps", -1),
            *("--save_dir", folder / "tr" / f"{direction}_charlm", "--save_name", _NAME),
        )
    characters = ("--charlm", "--charlm_shorthand", "tr_small")
    files = [
        option
        for direction in ("forward", "backward")
        for option in (
            f"--charlm_{direction}_file",
            folder / "tr" / f"{direction}_charlm" / _NAME,
        )
    ]
    _names(folder, work, "--max_steps", 2, *characters, *files)
    needs = [{"model": f"{d}_charlm", "package": "small"} for d in ("forward", "backward")]
    _list(folder, {"tokenize": [], "ner": needs, "forward_charlm": [], "backward_charlm": []})


def _data(folder: Path) -> Path:
    """The training data, in a folder of its own."""
    work = folder / "training"
    work.mkdir(parents=True)
    rows = list(sentences(220, **_LABELS))
    (work / "text.txt").write_text("\n\n".join(row.text for row in rows), encoding="utf-8")
    (work / "labels.txt").write_text("\n\n".join(map(_marks, rows)), encoding="utf-8")
    (work / "names.json").write_text(json.dumps([_tokens(row) for row in rows]), encoding="utf-8")
    (work / "words.json").write_text("[]", encoding="utf-8")  # tokens of several words: none
    return work


def _tokens(row: Labelled) -> list[dict[str, Any]]:
    """The tokens of a sentence with BIO labels, as Stanza's training reads them."""
    found, at = [], 0
    for text in row.text.replace(".", " .").split():
        at = row.text.index(text, at)
        label = "O"
        for kind, start, end in row.names:
            if start <= at < end:
                label = ("B-" if at == start else "I-") + kind
        found.append({"text": text, "ner": label})
        at += len(text)
    return found


def _marks(row: Labelled) -> str:
    """What each character is: 1 ends a token, 2 the sentence, 0 neither."""
    marks, at = ["0"] * len(row.text), 0
    for token in _tokens(row):
        at = row.text.index(token["text"], at) + len(token["text"])
        marks[at - 1] = "1"
    return "".join([*marks[:-1], "2"])


def _tokenizer(folder: Path, work: Path, *options: object) -> None:
    from stanza.models import tokenizer

    _train(
        tokenizer.main,
        *("--txt_file", work / "text.txt", "--label_file", work / "labels.txt"),
        *("--dev_txt_file", work / "text.txt", "--dev_label_file", work / "labels.txt"),
        *("--mwt_json_file", work / "words.json", "--no_use_mwt", "--lang", "tr"),
        *("--shorthand", "tr_small", "--eval_steps", 1000, "--batch_size", 8),
        *("--save_dir", folder / "tr" / "tokenize", "--save_name", _NAME, *options),
    )


def _names(folder: Path, work: Path, *options: object) -> None:
    from stanza.models import ner_tagger

    _train(
        ner_tagger.main,
        *("--train_file", work / "names.json", "--eval_file", work / "names.json"),
        *("--shorthand", "tr_small", "--no_pretrain", "--word_emb_dim", 32, "--optim", "adam"),
        *("--lr", 0.01, "--eval_interval", 1000, "--dropout", 0.2),
        *("--save_dir", folder / "tr" / "ner", "--save_name", _NAME, *options),
    )


def _list(folder: Path, needs: Mapping[str, list[dict[str, str]]]) -> None:
    """`resources.json`, with what each model needs."""
    name = _NAME.removesuffix(".pt")
    rows = {key: {name: {"md5": "", "dependencies": own}} for key, own in needs.items()}
    default = dict.fromkeys(("tokenize", "ner"), name)
    listed = {"tr": {"lang_name": "Turkish", "packages": {"default": default}, **rows}}
    (folder / "resources.json").write_text(json.dumps(listed), encoding="utf-8")


def _train(main: Any, *arguments: object) -> None:
    from tutanak.extraction.model_stanza import steady

    with steady():
        main([*map(str, arguments), "--cpu"])
