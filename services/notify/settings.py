"""What notify needs to know, and what its keys make."""

from __future__ import annotations

import base64
import hmac
import re
from email.utils import parseaddr
from functools import cached_property
from uuid import UUID

import msgspec
from cryptography.fernet import Fernet, MultiFernet

from services.notify.domain.media import SHORT_LINKS
from shared.kit.ids import derived_code, keyed_digest
from shared.kit.settings import derive_key


class Settings(msgspec.Struct, frozen=True, dict=True):
    """`address`: where people reach the pages, without a slash at the end.

    `smtp_url`: `smtp://user:password@host:587` (with STARTTLS) or `smtps://…:465`; without one, letters become
    `.eml` files in `mail_folder`. `mail_from`: the sender, as `Name <address>`. `vault_keys`: what addresses are
    encrypted with, newest first, separated by commas; none: only the one made from `secret`.
    `coordination`: the office that hears of missed promises. `bounce_address`: where mails that could not be delivered
    come back to; `bounce_folder`: a folder or maildir they lie in; `bounce_key`: what a mail server shows that tells
    them by HTTP. `dkim_key`: a file (PEM), `dkim_selector`, `dkim_domain`: letters are signed when all three are set.
    `mail_per_minute`: letters to one mail domain. `sms_url`: an address as Apprise has them, with `{number}`; without
    one, no text messages. `contact`: office and telephone for questions, on letters that go by post; `post_from`: the
    line above their address, for what comes back.
    """

    secret: str
    address: str
    mail_from: str
    mail_folder: str
    smtp_url: str | None = None
    vault_keys: str | None = None
    coordination: str | None = None
    bounce_address: str | None = None
    bounce_folder: str | None = None
    bounce_key: str | None = None
    dkim_key: str | None = None
    dkim_selector: str | None = None
    dkim_domain: str | None = None
    mail_per_minute: int | None = None
    sms_url: str | None = None
    contact: str = "Stadt Oberhausen"
    post_from: str | None = None

    def pseudonym(self, response_id: UUID) -> bytes:
        """What stands for a response here: its id is not kept, and cannot be found from this without the key."""
        return keyed_digest(self._pseudonym_key, response_id.bytes)

    def address_digest(self, address: str) -> bytes:
        """Finds an address again, however its capitals were typed."""
        return keyed_digest(self._address_key, address.casefold().encode())

    def provider_digest(self, address: str) -> bytes:
        """Stands for whoever carries letters to this address: its mail domain, or the host of a device's service."""
        host = re.search(r"https://([^/\"]+)", address)
        name = host[1] if host else address.rpartition("@")[2]
        return keyed_digest(self._provider_key, name.casefold().encode())

    def return_path(self, notification_id: UUID) -> str:
        """Where this letter comes back to if it cannot be delivered: an address that tells which letter it was."""
        if not self.bounce_address:
            return parseaddr(self.mail_from)[1]
        name, _, domain = self.bounce_address.partition("@")
        return f"{name}+{notification_id.hex}{self._return_mark(notification_id)}@{domain}"

    def returned(self, address: str) -> UUID | None:
        """The letter of a return path; None for any other address, and for one that somebody made up."""
        name, _, domain = (self.bounce_address or "").casefold().partition("@")
        found = re.fullmatch(
            rf"{re.escape(name)}\+([0-9a-f]{{32}})([0-9a-f]{{16}})@{re.escape(domain)}", address.casefold()
        )
        if not self.bounce_address or not found:
            return None
        notification_id = UUID(found[1])
        return notification_id if hmac.compare_digest(found[2], self._return_mark(notification_id)) else None

    def _return_mark(self, notification_id: UUID) -> str:
        return keyed_digest(self._return_key, notification_id.bytes).hex()[:16]

    def token(self, subscription_id: UUID) -> str:
        """The secret of a subscription's links, 43 characters. Every letter needs it and tables hold its digest only,
        so it is derived from the random id rather than kept: without the key nobody can tell it from a random one."""
        return base64.urlsafe_b64encode(keyed_digest(self._token_key, subscription_id.bytes)).decode().rstrip("=")

    def link_token(self, token: str, kind: str) -> str:
        """The secret in the links of this kind (domain/media.py): where there is little room, 16 characters that can
        be typed, with 63 bits."""
        return derived_code(self._token_key, b"short for " + token.encode(), 16) if kind in SHORT_LINKS else token

    def token_digest(self, token: str) -> bytes:
        return keyed_digest(self._token_key, b"digest of " + token.encode())

    def staff_token(self, account_id: UUID, number: int) -> str:
        """The secret of the link that confirms where an account's letters go, 43 characters; it names the account."""
        mark = keyed_digest(self._token_key, b"staff " + account_id.bytes + number.to_bytes(8, "big"))
        return base64.urlsafe_b64encode(account_id.bytes + mark[:16]).decode().rstrip("=")

    def staff_account(self, token: str) -> UUID | None:
        """Which account such a link is for, if it is one; whether it is ours, `staff_token` tells."""
        try:
            raw = base64.b64decode(token + "=", altchars=b"-_", validate=True)
        except ValueError:
            return None
        return UUID(bytes=raw[:16]) if len(raw) == 32 else None

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
    def guess_key(self) -> bytes:
        """Tells the networks apart that look receipts up, for some minutes."""
        return derive_key(self.secret, "notify guesses")

    @cached_property
    def _pseudonym_key(self) -> bytes:
        return derive_key(self.secret, "notify pseudonym")

    @cached_property
    def _address_key(self) -> bytes:
        return derive_key(self.secret, "notify address digest")

    @cached_property
    def _provider_key(self) -> bytes:
        return derive_key(self.secret, "notify provider digest")

    @cached_property
    def _return_key(self) -> bytes:
        return derive_key(self.secret, "notify return path")

    @cached_property
    def _token_key(self) -> bytes:
        return derive_key(self.secret, "notify subscription token")
