"""The names of rules, taken apart, with what each means."""

from functools import cache

from tutanak.errors import ResourceError
from tutanak.reasons.values import Rule
from tutanak.records import Field
from tutanak.resources import table

_PREFIXES = {"counts": "count.", "meetings": "meeting/"}


@cache
def meanings(section: str) -> dict[str, str]:
    """Rule -> meaning. Raises ResourceError where a row of the table lacks one."""
    try:
        return {name: row["means"] for name, row in table("rules")[section].items()}
    except (KeyError, TypeError) as error:
        raise ResourceError(f"tr/rules.toml, [{section}]: a row has no {error}") from None


def parts(field: Field, rule: str) -> tuple[tuple[str, str], ...]:
    """Sections and names of the rules in `why.rule` of a value: `day month, past tense` is two."""
    first, *rest = rule.removeprefix(_PREFIXES.get(field, "")).split(", ")
    section = "years" if field == "dates" else field
    told = [(section, name) for name in rest if not name.startswith("from ")]
    return ((field, first), *told)


def rules_of(field: Field, rule: str) -> tuple[Rule, ...]:
    """The rules in `why.rule` of a value with their meanings, the main one first."""
    return tuple(
        Rule(name, meanings(section).get(name, "")) for section, name in parts(field, rule)
    )
