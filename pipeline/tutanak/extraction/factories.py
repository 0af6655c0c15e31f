"""The spaCy components, one factory each. Each writes `doc.spans["tutanak_..."]`.

They read characters and run in anybody's pipeline, alone or together: `tutanak_roles` uses what
`tutanak_people` and `tutanak_institutions` left, `tutanak_meetings` what all others left. What is
known from outside the text is put on the Doc first: `doc._.publisher`, `doc._.published`.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from tutanak.errors import OptionError
from tutanak.extraction import payload
from tutanak.extraction.model_choice import PACKAGED
from tutanak.records import (
    CountMention,
    DateMention,
    InstitutionMention,
    PersonMention,
)

for _name in ("published", "publisher"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
if not Doc.has_extension("tutanak"):
    Doc.set_extension("tutanak", getter=payload.store)


def published_of(doc: Doc) -> date | None:
    """`doc._.published` as a date. Raises OptionError where it is neither date nor ISO string."""
    value = doc._.published
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise OptionError(
            f"doc._.published is {value!r}; give a date or a string such as '2022-11-14'"
        ) from None


def publisher_of(doc: Doc) -> str | None:
    """`doc._.publisher` as a string. Raises OptionError where it is something else."""
    value = doc._.publisher
    if value is None or isinstance(value, str):
        return value
    raise OptionError(f"doc._.publisher is {value!r}; give the publisher's name as a string")


def own_of(doc: Doc) -> tuple[list[str], list[str]]:
    """The user's files of bodies and of decisions that a pipeline was loaded with."""
    files = payload.store(doc).get("files", {})
    return files.get("registry", []), files.get("verdicts", [])


class Component:
    """Base of the components: a callable with a name."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name


class Dates(Component):
    """Days and runs of days, resolved, with their roles."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `tutanak_dates`."""
        from tutanak.extraction.dates import find_dates

        mentions, notices = find_dates(doc.text, published=published_of(doc))
        payload.write(doc, "dates", mentions)
        payload.write_notices(doc, "dates", notices)
        return doc


class Institutions(Component):
    """Named organisations; `names` are those that a user brings."""

    def __init__(
        self,
        nlp: Language,
        name: str,
        names: Sequence[str] = (),
        registry: Sequence[str] = (),
        verdicts: Sequence[str] = (),
    ) -> None:
        from tutanak.extraction.own_names import OwnNames

        super().__init__(nlp, name)
        self.own = OwnNames(names)
        self.files = {"registry": [*registry], "verdicts": [*verdicts]}

    def __call__(self, doc: Doc) -> Doc:
        """Write `tutanak_institutions`."""
        from tutanak.extraction.institutions import find_institutions

        found = find_institutions(doc.text, publisher=publisher_of(doc), own=self.own)
        payload.write(doc, "institutions", found)
        if any(self.files.values()):
            payload.store(doc)["files"] = self.files
        return doc


class People(Component):
    """Names of individuals, with their titles."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `tutanak_people`."""
        from tutanak.extraction.affiliation import find_named

        institutions = payload.read(doc, InstitutionMention, "institutions")
        payload.write(doc, "people", find_named(doc.text, institutions=institutions))
        return doc


class Model(Component):
    """What a trained model adds to the people and institutions of the rules."""

    def __init__(self, nlp: Language | None, name: str, model: str) -> None:
        from tutanak.extraction.model_door import open_model

        self.name = name
        self.model = model
        self.opened = open_model(model)

    def __reduce__(self) -> tuple[object, ...]:
        return Model, (None, self.name, self.model)  # another process opens the model by itself

    def __call__(self, doc: Doc) -> Doc:
        """Add to `tutanak_people` and `tutanak_institutions`, behind what the rules found."""
        from tutanak.extraction.affiliation import bare_mentions
        from tutanak.extraction.model_join import join
        from tutanak.extraction.model_people import without_endings
        from tutanak.extraction.model_values import is_of_model
        from tutanak.extraction.tokens import words

        all_bodies = payload.read(doc, InstitutionMention, "institutions")
        all_people = payload.read(doc, PersonMention, "people")
        # As if it had not run before:
        bodies = [m for m in all_bodies if not is_of_model(m.why)]
        people = [m for m in all_people if not is_of_model(m.why)]
        days = payload.read(doc, DateMention, "dates")
        spans = [*(m.span for m in days), *(m.span for m in bodies), *(m.span for m in people)]
        joined = join(doc.text, self.opened, explained=spans, people=people)
        if joined.bodies or len(bodies) < len(all_bodies):
            payload.write(doc, "institutions", [*bodies, *joined.bodies])
        if joined.people or len(people) < len(all_people):
            added = without_endings(bare_mentions(words(doc.text), joined.people), joined.ends)
            payload.write(doc, "people", sorted([*people, *added], key=lambda m: m.span))
        payload.store(doc)["model"] = {
            "people": [asdict(name) for name in joined.people],
            "ends": [[start, end] for start, end in joined.ends.items()],
        }
        return doc


class Roles(Component):
    """What the text calls the people, and the bodies that their roles belong to."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `tutanak_people` anew; add implied bodies to `tutanak_institutions`."""
        from tutanak.extraction.affiliation import BOARD_BODY, find_people
        from tutanak.extraction.model_people import name_from, without_endings

        institutions = [
            m
            for m in payload.read(doc, InstitutionMention, "institutions")
            if m.form != "implied" and m.why.rule != BOARD_BODY
        ]
        issuers = (m.name for m in institutions if m.form == "relative")
        publisher = publisher_of(doc) or next(issuers, None)
        by_model = payload.store(doc).get("model", {"people": [], "ends": []})
        told = [name_from(row) for row in by_model["people"]]
        people, implied = find_people(
            doc.text, institutions=institutions, publisher=publisher, told=told
        )
        payload.write(doc, "institutions", [*institutions, *implied])
        payload.write(doc, "people", without_endings(people, dict(by_model["ends"])))
        return doc


class Counts(Component):
    """How many people or bodies took part."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `tutanak_counts`."""
        from tutanak.extraction.counts import find_counts

        payload.write(doc, "counts", find_counts(doc.text))
        return doc


class Meetings(Component):
    """The events that the text reports."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `tutanak_meetings`."""
        from tutanak.extraction.meetings import find_meetings

        mentions = find_meetings(
            doc.text,
            dates=payload.read(doc, DateMention, "dates"),
            institutions=payload.read(doc, InstitutionMention, "institutions"),
            people=payload.read(doc, PersonMention, "people"),
            counts=payload.read(doc, CountMention, "counts"),
            published=published_of(doc),
            publisher=publisher_of(doc),
        )
        payload.write(doc, "meetings", mentions)
        return doc


@Language.factory("tutanak_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Dates:
    """Make the component that finds dates."""
    return Dates(nlp, name)


@Language.factory(
    "tutanak_institutions",
    assigns=["doc.spans"],
    default_config={"names": [], "registry": [], "verdicts": []},
)
def make_institutions(
    nlp: Language, name: str, names: list[str], registry: list[str], verdicts: list[str]
) -> Institutions:
    """Make the component that finds institutions.

    `names`: your own, found whatever noun they end in. `registry`, `verdicts`: paths of the files
    that `doc._.record` links with; `tutanak.load` takes the names from them.
    """
    return Institutions(nlp, name, names, registry, verdicts)


@Language.factory("tutanak_people", assigns=["doc.spans"])
def make_people(nlp: Language, name: str) -> People:
    """Make the component that finds people."""
    return People(nlp, name)


@Language.factory(
    "tutanak_model",
    assigns=["doc.spans"],
    requires=["doc.spans"],
    default_config={"model": PACKAGED},
)
def make_model(nlp: Language, name: str, model: str) -> Model:
    """Make the component that asks a trained model; its place is between people and roles.

    `model`: a spaCy package, the folder of a spaCy pipeline, `stanza` or `stanza:FOLDER`.
    """
    return Model(nlp, name, model)


@Language.factory("tutanak_roles", assigns=["doc.spans"], requires=["doc.spans"])
def make_roles(nlp: Language, name: str) -> Roles:
    """Make the component that finds roles and affiliations."""
    return Roles(nlp, name)


@Language.factory("tutanak_counts", assigns=["doc.spans"])
def make_counts(nlp: Language, name: str) -> Counts:
    """Make the component that finds counts."""
    return Counts(nlp, name)


@Language.factory("tutanak_meetings", assigns=["doc.spans"], requires=["doc.spans"])
def make_meetings(nlp: Language, name: str) -> Meetings:
    """Make the component that finds meetings."""
    return Meetings(nlp, name)
