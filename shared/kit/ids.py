"""Identifiers: random for what belongs to a person, ordered by time for the plumbing, codes for what people type."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from typing import Final
from uuid import UUID, uuid4

#: No I, O, Q, Z, 0, 1: nothing that looks like something else on paper or sounds like it on the phone.
LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXY"
DIGITS: Final = "23456789"


def random_id() -> UUID:
    """An id that says nothing, not even when it was made."""
    return uuid4()


def ordered_id() -> UUID:
    """UUID version 7 (RFC 9562): sorts by time of making, which keeps index pages together."""
    stamp = time.time_ns() // 1_000_000
    value = (stamp << 80) | (0x7 << 76) | (secrets.randbits(12) << 64) | (0b10 << 62) | secrets.randbits(62)
    return UUID(int=value)


def random_code(length: int) -> str:
    """A code of the alphabet; every third sign is a digit, so that no words appear."""
    return "".join(secrets.choice(_alphabet(place)) for place in range(length))


def derived_code(key: bytes, subject: bytes, length: int) -> str:
    """The code that this key always gives to this subject: nobody without the key can find it, and it need not be kept.

    Source: HMAC-SHA-256 read as one large number, taken apart in the mixed radix of the alphabet. The bias is
    below 2**-200 for eight signs.
    """
    number = int.from_bytes(hmac.digest(key, subject, hashlib.sha256))
    signs = []
    for place in range(length):
        alphabet = _alphabet(place)
        number, sign = divmod(number, len(alphabet))
        signs.append(alphabet[sign])
    return "".join(signs)


def read_code(typed: str) -> str:
    """What somebody typed, as the code it means: capital letters, no spaces, hyphens or dots; also in an address."""
    return "".join(sign for sign in _behind(typed).upper() if sign in LETTERS or sign in DIGITS)


def _behind(typed: str) -> str:
    """What stands last in an address that was pasted whole; anything else as it is."""
    site, slash, path = typed.strip().partition("/")
    if not slash or not {".", ":"} & set(site):
        return typed
    return path.rpartition("#")[2].partition("?")[0].strip("/").rpartition("/")[2]


def grouped(code: str) -> str:
    """A code as it is printed and read aloud: in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def spelled(code: str) -> str:
    """A code as a voice reads it, sign by sign, with a rest between the groups."""
    return ", ".join(" ".join(group) for group in grouped(code).split(" "))


def telephoned(code: str) -> str:
    """A code as people here say it on the telephone, in German, since that is who answers. Source: DIN 5009:2022."""
    return ", ".join(f"{sign} wie {_TOWNS[sign]}" if sign in _TOWNS else sign for sign in code)


_TOWNS: Final = {
    town[0]: town
    for town in (
        *("Aachen", "Berlin", "Chemnitz", "Düsseldorf", "Essen", "Frankfurt", "Goslar", "Hamburg", "Jena", "Köln"),
        *("Leipzig", "München", "Nürnberg", "Potsdam", "Rostock", "Salzwedel", "Tübingen", "Unna", "Völklingen"),
        *("Wuppertal", "Xanten", "Ypsilon"),
    )
}


def keyed_digest(key: bytes, subject: bytes) -> bytes:
    """32 bytes that stand for the subject in a table and cannot be turned back without the key."""
    return hmac.digest(key, subject, hashlib.sha256)


def _alphabet(place: int) -> str:
    return DIGITS if place % 3 == 2 else LETTERS
