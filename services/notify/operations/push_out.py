"""Web push (RFC 8030, 8291, 8292): a short word to a browser, by way of its maker's service.

Nothing of the response is in it. The address was typed in by a browser, so it could be anybody's: only public hosts are
called, on the port of HTTPS, and what their name leads to is looked at for every connection.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import socket
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import httpcore
import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from pywebpush import WebPusher

from services.notify.domain.media import HTTPS_PORT, Device, is_public_address, is_public_endpoint
from services.notify.operations.compose_letter import Letter
from services.notify.operations.hand_over import AddressRefused, Delayed, Refused
from services.notify.settings import Settings
from services.notify.wording import TEXTS, known_language
from shared.kit.settings import derive_key
from shared.kit.texts import WRITTEN

#: How long the maker's service keeps a word for a device that is switched off. Source: RFC 8030; more than four weeks
#: is cut short by most.
KEPT_FOR: Final = timedelta(days=28)
PATIENCE_S: Final = 10.0
#: The whole conversation with one service.
LONGEST_S: Final = 30.0
#: The device gave its address up.
GONE: Final = (404, 410)
#: What may pass: too much at once, and trouble on their side.
PASSING: Final = (408, 425, 429)
_P256_ORDER: Final = int("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16)


class NotPublicError(Exception):
    """The host's name leads into a private network."""


class PushService:
    """`network`: how hosts are reached; another one than the open internet only in tests."""

    lease = timedelta(seconds=LONGEST_S + 10)

    def __init__(self, settings: Settings, network: httpcore.AsyncNetworkBackend | None = None, **options: Any) -> None:
        self._settings = settings
        self._network = network or OpenInternet()
        self._options = options

    async def send(self, letter: Letter) -> None:
        """Raises AddressRefused when the device is gone, Refused for good, Delayed for now."""
        device = msgspec.json.decode(letter.recipient, type=Device)
        if not is_public_endpoint(device.endpoint):
            raise AddressRefused("push endpoint")
        try:
            body = seal(device, word_for(letter))
        except ValueError:
            raise AddressRefused("push keys") from None
        judge(await self._post(device.endpoint, body, self._headers(device.endpoint, letter)))

    def _headers(self, endpoint: str, letter: Letter) -> Mapping[bytes | str, bytes | str]:
        # One topic: while the device is switched off, a newer word takes the place of the one before.
        topic = base64.urlsafe_b64encode(hashlib.sha256(letter.token.encode()).digest()[:18]).decode()
        return {
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(KEPT_FOR.total_seconds())),
            "Topic": topic,
            "Urgency": "normal",
            "Authorization": sign(self._settings, endpoint),
        }

    async def _post(self, endpoint: str, body: bytes, headers: Mapping[bytes | str, bytes | str]) -> int:
        """The status. What the service says beyond it is not read, and where it points to is not followed."""
        patience = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), PATIENCE_S)}
        try:
            async with (
                asyncio.timeout(LONGEST_S),
                httpcore.AsyncConnectionPool(network_backend=self._network, **self._options) as pool,
                pool.stream("POST", endpoint, headers=headers, content=body, extensions=patience) as answer,
            ):
                return answer.status
        except NotPublicError:
            raise AddressRefused("push host") from None
        except (httpcore.TimeoutException, TimeoutError):
            raise Delayed("push timeout", "domain") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            raise Delayed("push disconnected", "domain") from None


class OpenInternet(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only, and to the very one that was looked at: a name may lead elsewhere a moment
    later."""

    def __init__(self) -> None:
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(one[4][0]) for one in found]
        if port != HTTPS_PORT or not all(is_public_address(address) for address in addresses):
            raise NotPublicError
        return await self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def word_for(letter: Letter) -> bytes:
    """What the device shows: that there is something new, and where to look. Nothing else."""
    language = known_language(letter.language)
    return msgspec.json.encode(
        {
            "title": TEXTS.say(language, "news-title"),
            "body": TEXTS.say(language, "news-text"),
            "link": f"/receipt?lang={language}",
            "lang": WRITTEN[language].tag,
            "dir": WRITTEN[language].direction,
        }
    )


def seal(device: Device, content: bytes) -> bytes:
    """For this device's eyes only. Raises ValueError for keys that are none."""
    keys = {"p256dh": device.p256dh, "auth": device.auth}
    return bytes(WebPusher({"endpoint": device.endpoint, "keys": keys}).encode(content)["body"])


def sign(settings: Settings, endpoint: str) -> str:
    """Tells the service who sends (VAPID), so that nobody else can use the address: what goes into Authorization."""
    url = urlsplit(endpoint)
    claims = {"aud": f"{url.scheme}://{url.hostname}", "sub": _sender(settings)}
    return str(Vapid02(push_key(settings.secret)).sign(claims)["Authorization"])


@cache
def push_key(secret: str) -> ec.EllipticCurvePrivateKey:
    """Made from the secret, so that it is the same on every machine: with another one, every device would be lost."""
    number = int.from_bytes(derive_key(secret, "notify push") + derive_key(secret, "notify push, more"))
    return ec.derive_private_key(number % (_P256_ORDER - 1) + 1, ec.SECP256R1())


def public_push_key(secret: str) -> str:
    """What a browser binds its address to: an uncompressed point in Base64 for URLs."""
    point = push_key(secret).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).decode().rstrip("=")


def is_key(p256dh: str) -> bool:
    """Whether the point lies on the curve: nothing could be sealed for another one."""
    try:
        point = base64.urlsafe_b64decode(p256dh + "=" * (-len(p256dh) % 4))
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return True


def judge(status: int) -> None:
    """What an answer means. 401 and 403 say that the key is not the one the device knows: no later try helps."""
    if status in GONE:
        raise AddressRefused(f"push {status}")
    if status in PASSING or status >= 500:
        raise Delayed(f"push {status}", "domain")
    if status >= 300:
        raise Refused(f"push {status}")


def _sender(settings: Settings) -> str:
    """Whom a push service turns to; some refuse an address that cannot be one."""
    url = urlsplit(settings.address)
    return f"https://{url.hostname}" if url.scheme == "https" else f"mailto:resonanz@{url.hostname}"
