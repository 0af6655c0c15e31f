"""The words of a title phrase, read from its head to the left: the rules in their order."""

from collections.abc import Callable, Sequence
from typing import Final

from tutanak.extraction import role_borders, role_joints, role_lower, role_upper
from tutanak.extraction.lexicon import RoleForm
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.role_walk import Reach, Stand
from tutanak.extraction.tokens import Word

Rule = Callable[[Stand], Reach | Stand | None]

# The first that answers counts: a reach ends the walk, a stand goes on from there
_RULES: Final[tuple[Rule, ...]] = (
    role_borders.behind_body,
    role_borders.inside_body,
    role_borders.behind_bracket,
    role_joints.comma_in_list,
    role_borders.behind_gap,
    role_borders.behind_suffix,
    role_borders.posted,
    role_joints.joined_by_and,
    role_joints.behind_title,
    role_borders.behind_assembly,
    role_borders.behind_board,
    role_lower.behind_small_letters,
    role_upper.behind_opener,
    role_upper.behind_inflected_head,
    role_upper.behind_stranger,
)


def title_phrase(words: Sequence[Word], last: int, head: RoleForm, bodies: Bodies) -> Reach:
    """How far the title whose `head` is word `last` goes to the left."""
    stand = Stand(words, bodies, head, last, last)
    while stand.k > 0:
        told = next((t for rule in _RULES if (t := rule(stand)) is not None), None)
        if isinstance(told, Reach):
            return told
        stand = told if told is not None else stand.on()
    return stand.stop()
