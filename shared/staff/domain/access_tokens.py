"""Tokens with which programs read: what they may, how long, and what of them stands in the database."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args
from uuid import UUID

import msgspec

from shared.staff.domain.roles import EVERYWHERE, Role, SignedIn

Scope = Literal["figures:read", "ledger:read", "texts:read"]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
#: Which role in the token's district its maker needs, when it is made and as long as it is used: a program may never
#: more than the person who let it in. Texts leave the house in numbers, so somebody answers for them.
NEEDS: Final[Mapping[Scope, Role]] = {"figures:read": "editor", "ledger:read": "editor", "texts:read": "lead"}
#: Days a token may be good for; none is good for ever.
LIFETIMES: Final = (30, 90, 365)
LONGEST_NAME: Final = 80
#: What a token begins with, so that one that slipped into a file is found by whoever looks for it.
PREFIX: Final = "rsz_"


class Program(msgspec.Struct, frozen=True):
    """What is behind a request with a token. `district`: one, or `*` for all."""

    token_id: UUID
    district: str
    scopes: frozenset[Scope]

    def covers(self, district: str) -> bool:
        return self.district in (district, EVERYWHERE)


class Wanted(msgspec.Struct, frozen=True):
    """A token as somebody asks for it. `days`: how long it is good for."""

    name: str
    district: str
    scopes: tuple[Scope, ...]
    days: int


def faults_of(wanted: Wanted, signed_in: SignedIn) -> tuple[str, ...]:
    """What is wrong with it, by the field's name; `scope` also for one that the person may not give."""
    may = {scope for scope in SCOPES if signed_in.may(NEEDS[scope], wanted.district)}
    checks = {
        "name": 0 < len(wanted.name) <= LONGEST_NAME,
        "district": bool(wanted.district) and bool(may),
        "scope": bool(wanted.scopes) and may.issuperset(wanted.scopes),
        "days": wanted.days in LIFETIMES,
    }
    return tuple(field for field, good in checks.items() if not good)


def granted(scopes: Iterable[str], district: str, maker: SignedIn) -> frozenset[Scope]:
    """What is left of a token's scopes, since its maker's roles may have changed."""
    return frozenset(scope for scope in SCOPES if scope in scopes and maker.may(NEEDS[scope], district))


def digest_access_token(key: bytes, token: str) -> bytes:
    """32 bytes. Keyed, so that whoever reads or writes the table alone can neither check nor make a token."""
    return hmac.digest(key, token.encode(), "sha256")
