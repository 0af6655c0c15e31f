"""Nouns that end a phrase which is no body: events, works, places, features, in every form."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tutanak.extraction.lexicon import is_place_word
from tutanak.resources import word_list
from tutanak.text.suffixes import declensions, possessed, possessed_plural


@lru_cache(maxsize=1)
def stop_forms() -> Mapping[str, str]:
    """Folded word -> `event`, `work`, `place`, `feature`: what a phrase that is no body ends in."""
    found: dict[str, str] = {}
    for key, kind in (
        ("features", "feature"),
        ("places", "place"),
        ("works", "work"),
        ("events", "event"),
    ):
        for noun in word_list("name_stops", key):
            for nominative in (possessed(noun), possessed_plural(noun)):
                for form, _ in declensions(nominative, possessed=True):
                    found[form] = kind
    for key, kind in (("works", "work"), ("events", "event")):
        for noun in word_list("name_stops", key):
            for form, case in declensions(noun, possessed=False):
                if case in ("gen", "dat", "loc", "abl"):
                    found.setdefault(form, kind)
    found |= {"havalimanı": "place", "stadyumu": "place", "hasadı": "event"}
    for noun in (
        "toplantı",
        "çalıştay",
        "panel",
        "sempozyum",
        "konferans",
        "otel",
        "hotel",
        "proje",
    ):
        for form, case in declensions(noun, possessed=False):
            if case != "nom" or noun not in ("panel", "konferans", "proje"):
                found.setdefault(form, "event")
    for word in (*_INSIDE_NAMES, *(form for form in found if is_place_word(form))):
        found.pop(word, None)
    return found


# Possessed nouns that are stops by the table and yet stand inside names of bodies.
_INSIDE_NAMES: Final = (
    "eğitimi",
    "hizmeti",
    "hareketi",
    "hizmetleri",
    "eğitimleri",
    "kursu",
    "planlama",
)
