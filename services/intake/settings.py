"""What intake needs to know, and the keys it uses."""

from __future__ import annotations

from functools import cached_property

import msgspec

from shared.kit.settings import derive_key


class Settings(msgspec.Struct, frozen=True, dict=True):
    """`address`: where people reach the service, as printed in QR codes, without a slash at the end."""

    secret: str
    address: str

    @cached_property
    def token_key(self) -> bytes:
        return derive_key(self.secret, "response token")

    @cached_property
    def receipt_key(self) -> bytes:
        """Makes the receipt of a response."""
        return derive_key(self.secret, "receipt")
