"""What intake needs to know, and the keys it uses."""

from __future__ import annotations

from functools import cached_property

import msgspec

from shared.kit.settings import derive_key


class Settings(msgspec.Struct, frozen=True, dict=True):
    """`address`: where people reach the service, as printed in QR codes, without a slash at the end.

    `contact`: whom to ask about these pages, as the accessibility statement says it. `sends_texts`: whether people may
    leave a phone number.
    """

    secret: str
    address: str
    contact: str = "Stadt Oberhausen"
    sends_texts: bool = False

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
    def guess_key(self) -> bytes:
        """Tells the networks apart that look up codes of begun responses, for some minutes."""
        return derive_key(self.secret, "intake guesses")

    @cached_property
    def begun_key(self) -> bytes:
        """Makes the code of a response that is begun, and the digest that stands for it."""
        return derive_key(self.secret, "begun")

    @cached_property
    def pass_key(self) -> bytes:
        """Makes passes, the digests that stand for them, and the ids of the responses they are used for."""
        return derive_key(self.secret, "pass")

    @cached_property
    def pin_key(self) -> bytes:
        """Makes the digest of a channel's PIN, and what a facilitator's browser shows for having typed it."""
        return derive_key(self.secret, "pin")

    @cached_property
    def suspicion_key(self) -> bytes:
        """Signs puzzles, and stands between an address and what is counted of its network."""
        return derive_key(self.secret, "suspicion")
