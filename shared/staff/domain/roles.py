"""Roles and what they may: each may all that the ones before it may, in its district."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args
from uuid import UUID

import msgspec

#: reader: sees; editor: changes; lead: publishes and answers for it; administrator: lets others in.
Role = Literal["reader", "editor", "lead", "administrator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
#: The district of a membership that holds in all districts.
EVERYWHERE: Final = "*"


class SignedIn(msgspec.Struct, frozen=True):
    """The person behind a request. `memberships`: district → role."""

    account_id: UUID
    name: str
    memberships: Mapping[str, Role]

    def may(self, role: Role, district: str | None = None) -> bool:
        """Whether this role, or a higher one, is held in the district; without one: in any district."""
        return any(
            ROLES.index(held) >= ROLES.index(role)
            for place, held in self.memberships.items()
            if district is None or place in (district, EVERYWHERE)
        )

    def districts(self, role: Role = "reader") -> frozenset[str] | None:
        """Where this role, or a higher one, is held; None: everywhere."""
        if self.may(role, EVERYWHERE):
            return None
        return frozenset(district for district in self.memberships if self.may(role, district))
