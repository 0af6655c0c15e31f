"""The bodies that titles lead and the text does not name: the rules in their order."""

from collections.abc import Callable
from typing import Final

from tutanak.extraction import (
    role_branches,
    role_companies,
    role_governments,
    role_units,
    role_unnamed,
)
from tutanak.extraction.role_parts import TitleParts

# The first that answers counts
_RULES: Final[tuple[Callable[[TitleParts], str | None], ...]] = (
    role_governments.municipality_of_place,
    role_governments.municipality_of_name,
    role_governments.governorship_of_name,
    role_governments.headman,
    role_governments.prosecutor,
    role_governments.ombudsman,
    role_governments.criminal_judge,
    role_governments.local_post,
    role_governments.post_of_place,
    role_units.hearth,
    role_units.bare_head,
    role_branches.delegation,
    role_branches.known_office,
    role_branches.commissioner,
    role_branches.office_of_body,
    role_governments.head_of_state,
    role_units.department,
    role_governments.ministry,
    role_branches.numbered_region,
    role_branches.branch_of_agency,
    role_branches.headless_directorate,
    role_branches.branch_of_party,
    role_companies.board_of_company,
    role_companies.staff_of_company,
    role_units.hospital,
    role_unnamed.leads_no_unit,
    role_unnamed.responsible_for,
    role_unnamed.kind_alone,
    role_unnamed.private_department,
    role_units.local_directorate,
    role_governments.provincial_assembly,
    role_unnamed.circle,
    role_unnamed.office,
    role_unnamed.without_subject,
    role_unnamed.part_of_body,
    role_unnamed.small_unit,
    role_unnamed.ordinary_word,
    role_companies.company,
    role_companies.manager_of_company,
    role_units.association,
    role_companies.club,
    role_unnamed.level_alone,
    role_unnamed.private_unit,
    role_units.centre_led,
    role_units.named_school,
    role_units.unit_led,
)


def implied_body(title: TitleParts) -> str | None:
    """The name of the body that the title leads and the text does not name, or None.

    Who stands beside a chief leads what the chief leads; only of branches they are told as such.
    """
    name = role_branches.branch_of_union(title)
    if name is None:
        chief = title.chief()
        name = next((n for rule in _RULES if (n := rule(chief)) is not None), None)
    return name or None
