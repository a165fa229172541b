"""Everything that differs between two machines."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated, Final

import msgspec

from shared.kit.settings import about

HOUSE: Final = Path(__file__).resolve().parent.parent


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    database_url: Annotated[
        str | None, about("PostgreSQL to use, as its owner; empty: a private one is started", "DATABASE_URL")
    ] = None
    redis_url: Annotated[str | None, about("Redis or Valkey to use; empty: a private one is started", "REDIS_URL")] = (
        None
    )
    data: Annotated[str, about("folder for private servers, mails and the secret")] = str(HOUSE / ".data")
    secret: Annotated[
        str | None, about("at least 32 random characters, the same on every machine; empty: made in the data folder")
    ] = None
    public_url: Annotated[
        str | None, about("address that people reach, printed in QR codes; empty: http://HOST:PORT")
    ] = None
    host: Annotated[str, about("address the web server listens on")] = "127.0.0.1"
    port: Annotated[int, about("port the web server listens on")] = 8000
    web_processes: Annotated[int, msgspec.Meta(ge=1), about("web server processes")] = 2
    worker_threads: Annotated[int, msgspec.Meta(ge=1), about("deliveries a worker process does side by side")] = 8
    lease_s: Annotated[
        float, msgspec.Meta(gt=0), about("seconds until a delivery that was rung but not done is rung again")
    ] = 15.0
    smtp_url: Annotated[
        str | None, about("mail server, as smtp://user:password@host:587 or smtps://…; empty: .eml files in DATA/mail")
    ] = None
    vault_keys: Annotated[
        str | None,
        about("keys for addresses at rest, newest first, separated by commas; empty: one made from the secret"),
    ] = None
    mail_from: Annotated[str, about("sender of all letters")] = "Resonanz <resonanz@localhost>"
    coordination: Annotated[
        str | None, about("e-mail address of the coordination office, which hears of every missed promise")
    ] = None
    bounce_address: Annotated[
        str | None, about("address that undeliverable letters come back to, as bounce@example.org with +TOKEN allowed")
    ] = None
    bounce_folder: Annotated[str | None, about("folder or maildir in which such mails lie")] = None
    bounce_key: Annotated[
        str | None, about("key of a mail server that tells bounces and complaints at /notify/bounces")
    ] = None
    dkim_key: Annotated[
        str | None, about("file with the DKIM key (PEM, RSA or Ed25519); empty: letters go unsigned")
    ] = None
    dkim_selector: Annotated[str, about("DKIM selector")] = "resonanz"
    dkim_domain: Annotated[str | None, about("DKIM domain; empty: the sender's")] = None
    sms_url: Annotated[
        str | None,
        about("text messages: an address as Apprise has them, with {number} in it; empty: none are offered"),
    ] = None
    post_from: Annotated[
        str | None, about("sender's line above the address of letters on paper; empty: the campaign's office")
    ] = None
    mail_per_minute: Annotated[
        Annotated[int, msgspec.Meta(ge=1)] | None, about("letters per minute to one mail domain; empty: no limit")
    ] = None
    contact: Annotated[
        str, about("office and telephone that answer questions about these pages, shown in the accessibility statement")
    ] = "Stadt Oberhausen"
    data_contributor: Annotated[
        Annotated[str, msgspec.Meta(pattern=r"^(http://dcat-ap\.de/def/contributors/[\w.-]+)?$")],
        about(
            "contributor id of GovData, where the city delivers its open data there itself; empty: another portal does"
        ),
    ] = ""
    log_readable: Annotated[bool, about("logs for people instead of JSON lines")] = False

    @property
    def address(self) -> str:
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def folder(self) -> Path:
        return Path(self.data).resolve()


def ensure_secret(folder: Path) -> str:
    """The secret of this data folder, made at the first start and readable by its owner only."""
    file = folder / "secret"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / "secret.new"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        draft.rename(file)
    return file.read_text().strip()
