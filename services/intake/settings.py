"""What intake needs to know, and the keys it uses."""

from __future__ import annotations

from functools import cached_property

import msgspec

from shared.kit.settings import derive_key


class Settings(msgspec.Struct, frozen=True, dict=True):
    """`address`: where people reach the service, as printed in QR codes, without a slash at the end.

    `contact`: whom to ask about these pages, as the accessibility statement says it.
    """

    secret: str
    address: str
    contact: str = "Stadt Oberhausen"

    @cached_property
    def token_key(self) -> bytes:
        return derive_key(self.secret, "response token")

    @cached_property
    def kept_key(self) -> bytes:
        """Opens what devices kept while they had no network."""
        return derive_key(self.secret, "kept responses")

    @cached_property
    def receipt_key(self) -> bytes:
        """Makes the receipt of a response."""
        return derive_key(self.secret, "receipt")

    @cached_property
    def begun_key(self) -> bytes:
        """Makes the code of a response that is begun, and the digest that stands for it."""
        return derive_key(self.secret, "begun")
