"""Where a language model may be asked: in the clear only within one's own walls."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

#: Ends of names that no public name server knows (RFC 2606, 6762, 8375, ICANN's .internal).
_INSIDE: Final = (".local", ".internal", ".lan", ".home.arpa", ".localdomain", ".localhost", ".test")


class AddressError(ValueError):
    """Texts may not be sent there; the message says why, without a user name or password of the address."""


def check_model_address(address: str) -> str:
    """The address without a slash at the end. Raises AddressError."""
    parts = _parts(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise AddressError("it must begin with https:// or http:// and name a host, such as http://127.0.0.1:8080/v1")
    if parts.username or parts.password:
        raise AddressError("it must not hold a user name or password; a key belongs into RESONANZ_MODEL_KEY")
    if parts.query or parts.fragment:
        raise AddressError("it must end with a path, such as /v1")
    if parts.scheme == "http" and not is_inside(parts.hostname):
        raise AddressError(
            f"{parts.hostname} is neither this machine nor a private network, and people's words must not travel there "
            "in the clear; use https://"
        )
    return address.rstrip("/")


def is_inside(host: str) -> bool:
    """Whether the host is this machine or in a private network, as far as its name or number tells."""
    number = _number(host)
    if number is not None:
        return (number.is_loopback or number.is_private or number.is_link_local) and not number.is_unspecified
    name = host.lower().rstrip(".")
    return "." not in name or name.endswith(_INSIDE)


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        number = ip_address(host.split("%")[0])
    except ValueError:
        return None
    return number.ipv4_mapped or number if isinstance(number, IPv6Address) else number


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port  # a port that is none is found out only when it is read
    except ValueError:
        raise AddressError("it cannot be read as an address") from None
    return parts
