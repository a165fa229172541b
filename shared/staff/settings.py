"""What staff's pages need to know."""

from __future__ import annotations

import msgspec

from shared.staff.domain.tokens import PLAIN_COOKIE, SECURE_COOKIE


class Settings(msgspec.Struct, frozen=True):
    """`address`: where people reach the pages, without a slash at the end."""

    secret: str
    address: str

    @property
    def over_https(self) -> bool:
        return self.address.startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the session's cookie."""
        return SECURE_COOKIE if self.over_https else PLAIN_COOKIE
