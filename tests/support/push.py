"""A push service behind a real port with real TLS, and devices that can open what comes."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import http_ece
import httpcore
import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from shared.kit.clock import now

#: A host as public ones look; in tests its name leads to this machine.
HOST: Final = "push.resonanz-tests.de"
AUTH: Final = bytes(range(16))


class Received(NamedTuple):
    path: str
    headers: dict[str, str]
    body: bytes


class Device:
    """A browser: its address at the service, and the key that only it has."""

    def __init__(self, name: str = "one") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.endpoint = f"https://{HOST}/send/{name}"

    @property
    def fields(self) -> dict[str, str]:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.endpoint, "p256dh": _url64(point), "auth": _url64(AUTH)}

    def open(self, body: bytes) -> dict[str, Any]:
        plain = http_ece.decrypt(body, private_key=self.key, auth_secret=AUTH, version="aes128gcm")
        told: dict[str, Any] = msgspec.json.decode(plain)
        return told


class PushServer:
    """`status`: what it answers, or a list of answers that is used up from the front."""

    def __init__(self, folder: Path) -> None:
        self.received: list[Received] = []
        self.status: int | list[int] = 201
        self.port = 0
        self._certificate, self._key = _make_certificate(folder)

    @property
    def options(self) -> dict[str, Any]:
        """For PushService: every name leads here, and this service's certificate is trusted."""
        trust = ssl.create_default_context(cafile=str(self._certificate))
        return {"network": OnlyHere(self.port), "ssl_context": trust}

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[PushServer]:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._certificate, self._key)
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.received.append(Received(first.split()[1], headers, body))
        status = self.status.pop(0) if isinstance(self.status, list) else self.status
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret".encode())
        await writer.drain()
        writer.close()


class OnlyHere(httpcore.AsyncNetworkBackend):
    """Leads every name to one port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, int]] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.asked.append((host, port))
        return await httpcore.AnyIOBackend().connect_tcp("127.0.0.1", self.port, timeout)


def _make_certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now() - timedelta(days=1))
    builder = builder.not_valid_after(now() + timedelta(days=1))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    certificate, private = folder / "push.pem", folder / "push.key"
    certificate.write_bytes(builder.sign(key, SHA256()).public_bytes(Encoding.PEM))
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return certificate, private


def _url64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
