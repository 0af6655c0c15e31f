"""Stanza's Turkish models as `stanza.download` lays them out, made by Stanza's own training code.

All that `--model stanza` uses, trained on the invented sentences of `model_makers`. Networks of
full size are made by `stanza_full_size`.
"""

import gc
import json
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tests.model_makers import Labelled, sentences

NAME: Final = "small.pt"
_LABELS: Final = {"person": "PERSON", "body": "ORGANIZATION"}
# A token of two words, and surnames with a case ending but no apostrophe, for lemmas alone.
_TWO_WORDS: Final = ("Ankara'daki", ("Ankara'da", "ki"))
_ENDINGS: Final = (("Wolframın", "wolfram"), ("Kvistin", "kvist"), ("Quandtın", "quandt"))


def write_stanza(folder: Path) -> None:
    """Small networks, trained well enough for the invented sentences: some ten seconds."""
    work = training_data(folder)
    marked = [(row.text, _marks(row)) for row in sentences(220, **_LABELS)]
    sizes = ("--emb_dim", 16, "--hidden_dim", 16, "--batch_size", 8)
    train_tokenizer(folder, marked, "--steps", 200, *sizes)
    sizes = ("--hidden_dim", 32, "--char_hidden_dim", 16, "--char_emb_dim", 16)
    train_names(folder, work, "--max_steps", 220, *sizes)
    _train_words(folder, work)
    write_list(folder, {key: [] for key in ("tokenize", "mwt", "pos", "lemma", "ner")})


def _train_words(folder: Path, work: Path) -> None:
    """Tokens of several words, parts of speech, lemmas; all but the second by dictionary."""
    from stanza.models import lemmatizer, mwt_expander, tagger

    table = work / "words.conllu"
    table.write_text("\n".join(_conllu(sentences(220, **_LABELS))) + "\n", encoding="utf-8")
    data = ("--train_file", table, "--eval_file", table, "--shorthand", "tr_small")
    train(
        mwt_expander.main,
        *(*data, "--gold_file", table, "--dict_only", *_saved(folder, "mwt")),
    )
    sizes = [
        option
        for name in ("hidden", "char_hidden", "deep_biaff_hidden", "composite_deep_biaff_hidden")
        for option in (f"--{name}_dim", 16)
    ]
    train(
        tagger.main,
        *(*data, *sizes, "--lang", "tr", "--no_pretrain", "--word_emb_dim", 16),
        *("--char_emb_dim", 16, "--tag_emb_dim", 8, "--transformed_dim", 8, "--max_steps", 20),
        *("--eval_interval", 20, "--fix_eval_interval", "--no_second_optim"),
        *_saved(folder, "pos"),
    )
    train(lemmatizer.main, *(*data, "--dict_only", *_saved(folder, "lemma")))


def training_data(folder: Path) -> Path:
    """The folder of training data, with that of the names in it."""
    work = folder / "training"
    work.mkdir(parents=True)
    rows = [_tokens(row) for row in sentences(220, **_LABELS)]
    (work / "names.json").write_text(json.dumps(rows), encoding="utf-8")
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


def _conllu(rows: Iterable[Labelled]) -> Iterator[str]:
    """Lines of CoNLL-U: parts of speech, lemmas, one token of two words."""
    for row in rows:
        for number, token in enumerate(_tokens(row), 1):
            text = token["text"]
            kind = "NOUN" if token["ner"] == "O" else "PROPN"
            yield _line(number, text, text.lower(), kind if text.isalpha() else "PUNCT")
        yield ""
    for text, lemma in _ENDINGS:
        yield from (_line(1, text, lemma, "PROPN"), "")
    whole, parts = _TWO_WORDS
    yield "\t".join([f"1-{len(parts)}", whole, *"________"])
    for number, part in enumerate(parts, 1):
        yield _line(number, part, part.lower(), "NOUN")
    yield ""


def _line(number: int, text: str, lemma: str, kind: str) -> str:
    head, relation = (0, "root") if number == 1 else (1, "dep")
    return "\t".join([str(number), text, lemma, kind, kind, "_", str(head), relation, "_", "_"])


def train_tokenizer(folder: Path, marked: Iterable[tuple[str, str]], *options: object) -> None:
    """A tokenizer from paragraphs and what each of their characters is."""
    from stanza.models import tokenizer

    work = folder / "training"
    texts, marks = zip(*marked, strict=True)
    (work / "text.txt").write_text("\n\n".join(texts), encoding="utf-8")
    (work / "labels.txt").write_text("\n\n".join(marks), encoding="utf-8")
    train(
        tokenizer.main,
        *("--txt_file", work / "text.txt", "--label_file", work / "labels.txt"),
        *("--dev_txt_file", work / "text.txt", "--dev_label_file", work / "labels.txt"),
        *("--mwt_json_file", work / "words.json", "--no_use_mwt", "--lang", "tr"),
        *("--shorthand", "tr_small", "--eval_steps", 100_000),
        *(*_saved(folder, "tokenize"), *options),
    )


def train_names(folder: Path, work: Path, *options: object) -> None:
    """A finder of names from the invented sentences."""
    from stanza.models import ner_tagger

    train(
        ner_tagger.main,
        *("--train_file", work / "names.json", "--eval_file", work / "names.json"),
        *("--shorthand", "tr_small", "--no_pretrain", "--word_emb_dim", 32, "--optim", "adam"),
        *("--lr", 0.01, "--eval_interval", 1000, "--dropout", 0.2),
        *(*_saved(folder, "ner"), *options),
    )


def _saved(folder: Path, processor: str) -> tuple[object, ...]:
    return ("--save_dir", folder / "tr" / processor, "--save_name", NAME)


def write_list(folder: Path, needs: Mapping[str, list[dict[str, str]]]) -> None:
    """`resources.json`, with what each model needs."""
    name = NAME.removesuffix(".pt")
    rows = {key: {name: {"md5": "", "dependencies": own}} for key, own in needs.items()}
    default = dict.fromkeys([key for key in needs if not key.endswith("charlm")], name)
    listed = {"tr": {"lang_name": "Turkish", "packages": {"default": default}, **rows}}
    (folder / "resources.json").write_text(json.dumps(listed), encoding="utf-8")


def train(main: Any, *arguments: object) -> None:
    """Stanza's training in one thread, without its chatter; it leaves files to be closed for it."""
    from tutanak.extraction.model_stanza import steady

    with steady(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        main([*map(str, arguments), "--cpu"])
        gc.collect()
