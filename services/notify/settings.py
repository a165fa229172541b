"""What notify needs to know, and what its keys make."""

from __future__ import annotations

import base64
from functools import cached_property
from uuid import UUID

import msgspec
from cryptography.fernet import Fernet, MultiFernet

from shared.kit.ids import keyed_digest
from shared.kit.settings import derive_key


class Settings(msgspec.Struct, frozen=True, dict=True):
    """`address`: where people reach the pages, without a slash at the end.

    `smtp_url`: `smtp://user:password@host:587` (with STARTTLS) or `smtps://…:465`; without one, letters become
    `.eml` files in `mail_folder`. `mail_from`: the sender, as `Name <address>`. `vault_keys`: what addresses are
    encrypted with, newest first, separated by commas; none: only the one made from `secret`.
    `coordination`: the office that hears of missed promises.
    """

    secret: str
    address: str
    mail_from: str
    mail_folder: str
    smtp_url: str | None = None
    vault_keys: str | None = None
    coordination: str | None = None

    def pseudonym(self, response_id: UUID) -> bytes:
        """What stands for a response here: its id is not kept, and cannot be found from this without the key."""
        return keyed_digest(self._pseudonym_key, response_id.bytes)

    def address_digest(self, address: str) -> bytes:
        """Finds an address again, however its capitals were typed."""
        return keyed_digest(self._address_key, address.casefold().encode())

    def token(self, subscription_id: UUID) -> str:
        """The secret of a subscription's links, 43 characters. Every letter needs it and tables hold its digest only,
        so it is derived from the random id rather than kept: without the key nobody can tell it from a random one."""
        return base64.urlsafe_b64encode(keyed_digest(self._token_key, subscription_id.bytes)).decode().rstrip("=")

    def token_digest(self, token: str) -> bytes:
        return keyed_digest(self._token_key, b"digest of " + token.encode())

    @cached_property
    def vault(self) -> MultiFernet:
        """Encrypts addresses at rest with the newest key; what an older one encrypted can still be read."""
        return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in self._vault_keys])

    @cached_property
    def vault_key(self) -> str:
        """Names the newest key without telling anything of it, so that rows say which one they are under."""
        return keyed_digest(self._vault_keys[0], b"name").hex()[:8]

    @cached_property
    def _vault_keys(self) -> list[bytes]:
        secrets = [part.strip() for part in (self.vault_keys or "").split(",") if part.strip()]
        return [derive_key(secret, "notify address") for secret in (*secrets, self.secret)]

    @cached_property
    def _pseudonym_key(self) -> bytes:
        return derive_key(self.secret, "notify pseudonym")

    @cached_property
    def _address_key(self) -> bytes:
        return derive_key(self.secret, "notify address digest")

    @cached_property
    def _token_key(self) -> bytes:
        return derive_key(self.secret, "notify subscription token")
