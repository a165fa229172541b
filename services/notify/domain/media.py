"""The ways people can be reached: what each kind of address looks like, and what fits into a text message."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

MAIL: Final = "mail"
PUSH: Final = "push"
SMS: Final = "sms"
POST: Final = "post"
KINDS: Final = (MAIL, PUSH, SMS, POST)
Kind = Literal["mail", "push", "sms", "post"]

#: Of a push subscription: P-256 as an uncompressed point, and the secret of RFC 8291.
POINT_BYTES: Final = 65
AUTH_BYTES: Final = 16
MOST_ENDPOINT: Final = 2000
HTTPS_PORT: Final = 443
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
#: Endings that lead into a house's own network and nowhere else (RFC 6761, RFC 6762, RFC 8375 and the like).
_PRIVATE: Final = frozenset(
    {"localhost", "local", "internal", "lan", "home", "corp", "test", "invalid", "example", "onion", "arpa"}
)

#: E.164: country code and number, 15 digits at most; no country has numbers of fewer than seven.
_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_PHONE: Final = re.compile(r"\(?\s*(?:\+|00|0)[\d\s./()\u2010-\u2015-]+", re.ASCII)
_DIGITS: Final = re.compile(r"[+\d][\d\s./-]+", re.ASCII)
GERMANY: Final = "49"
_GERMAN_MOBILE: Final = re.compile(r"491(?:5\d{9}|6\d{8,9}|7\d{8,9})")

#: The characters of GSM 03.38 that count as one, and those that count as two.
_GSM: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_DOUBLE: Final = frozenset("^{}\\[~]|€\f")

#: Where links have little room: in text messages, and on paper, from where they are typed.
SHORT_LINKS: Final = (SMS, POST)

MOST_LINE: Final = 80
_POSTCODE: Final = re.compile(r"[0-9A-Z][0-9A-Z -]{2,9}", re.IGNORECASE)


class Device(msgspec.Struct, frozen=True):
    """A browser that takes pushes. `endpoint`: where its maker's service takes them; the keys in Base64 for URLs."""

    endpoint: str
    p256dh: str
    auth: str


class PostalAddress(msgspec.Struct, frozen=True):
    """`extra`: a second line, such as c/o. `large`: wants large print; kept in here, since it tells of the person."""

    name: str
    street: str
    postcode: str
    town: str
    extra: str = ""
    large: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for line in (self.name, self.extra, self.street, f"{self.postcode} {self.town}") if line)

    @property
    def identity(self) -> str:
        """The same for the same place, however it was typed."""
        return "post\n" + "\n".join(" ".join(line.casefold().split()) for line in self.lines)


def read_device(endpoint: str, p256dh: str, auth: str) -> Device | None:
    """None where it cannot be a browser's: this address is called from inside the house, so it must lead outside."""
    keys_fit = _decoded_size(p256dh) == POINT_BYTES and _decoded_size(auth) == AUTH_BYTES
    return Device(endpoint, p256dh, auth) if keys_fit and is_public_endpoint(endpoint) else None


def is_public_endpoint(endpoint: str) -> bool:
    """HTTPS on its own port, on a named host of the open internet. What the name leads to is looked at when sending."""
    if len(endpoint) > MOST_ENDPOINT or not endpoint.isascii() or not endpoint.isprintable():
        return False
    try:
        url = urlsplit(endpoint)
        port = url.port or HTTPS_PORT
    except ValueError:
        return False
    host = url.hostname or ""
    named = _HOST.fullmatch(host) is not None and host.rpartition(".")[2].lower() not in _PRIVATE
    return url.scheme == "https" and port == HTTPS_PORT and named and url.username is None and url.password is None


def is_public_address(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it wraps another one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in _NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped:
            return is_public_address(str(wrapped))
    return ip.is_global and not ip.is_multicast


def looks_like_phone(typed: str) -> bool:
    return bool(_PHONE.fullmatch(typed.strip()) or _DIGITS.fullmatch(typed.strip()))


def read_phone(typed: str) -> str | None:
    """The number as E.164 has it, with its plus; German where no country is said. None when it cannot be one that
    takes text messages."""
    if not _PHONE.fullmatch(typed.strip()):
        return None
    digits = re.sub(r"[^\d+]", "", typed.replace("(0)", ""))
    if digits.startswith("+"):
        number = digits[1:]
    elif digits.startswith("00"):
        number = digits[2:]
    else:
        number = GERMANY + digits[1:]
    fits = _FEWEST_DIGITS <= len(number) <= _MOST_DIGITS and number.isdigit() and not number.startswith("0")
    mobile = not number.startswith(GERMANY) or _GERMAN_MOBILE.fullmatch(number)
    return f"+{number}" if fits and mobile else None


def sms_parts(text: str) -> int:
    """How many text messages it takes: 160 characters of the GSM alphabet fit into one, or 70 of all others."""
    if all(sign in _GSM or sign in _GSM_DOUBLE for sign in text):
        size, single, joined = sum(1 + (sign in _GSM_DOUBLE) for sign in text), 160, 153
    else:
        size, single, joined = len(text.encode("utf-16-be")) // 2, 70, 67
    return 1 if size <= single else -(-size // joined)


def faults_of(address: PostalAddress) -> dict[str, str]:
    """Field → reason. A country may stand in the town's line; its postcode is not checked beyond its form."""
    faults = {}
    for field in ("name", "street", "postcode", "town"):
        if not getattr(address, field):
            faults[field] = "missing"
    if any(len(line) > MOST_LINE for line in (address.name, address.extra, address.street, address.town)):
        longest = max(("name", "extra", "street", "town"), key=lambda field: len(getattr(address, field)))
        faults[longest] = "long"
    if address.postcode and not _POSTCODE.fullmatch(address.postcode):
        faults["postcode"] = "postcode"
    return faults


def provider_of(kind: str, content: str) -> str:
    """An address of whoever takes letters of this kind in: for mail itself, else one that stands for the service."""
    if kind == PUSH:
        return f"push@{spoken_address(kind, content)}"
    return content if kind == MAIL else f"{kind}@{kind}"


def spoken_address(kind: str, content: str) -> str:
    """What was kept in the vault, as people call it: of a browser, the service that reaches it."""
    if kind == PUSH:
        return urlsplit(msgspec.json.decode(content, type=Device).endpoint).hostname or ""
    if kind == POST:
        return ", ".join(msgspec.json.decode(content, type=PostalAddress).lines)
    return content


def _decoded_size(text: str) -> int:
    try:
        return len(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError):
        return 0
