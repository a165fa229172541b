"""Passwords: kept as Argon2id digests, checked outside of transactions and never more than two at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.passwords import LONGEST
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Credential, Session

#: Each check takes 64 MiB and four threads for a moment.
_SIDE_BY_SIDE: Final = ThreadPoolExecutor(2, "argon2")
_HASHER: Final = PasswordHasher()  # RFC 9106, second recommended option
#: Checked where there is no password, so that the answer takes as long.
_NOBODYS: Final = _HASHER.hash("nobody signs in with this")


async def digest_password(password: str) -> str:
    return await asyncio.get_running_loop().run_in_executor(_SIDE_BY_SIDE, _HASHER.hash, password)


async def is_password(digest: str | None, password: str) -> bool:
    """Takes the same time for a missing digest as for a wrong password."""
    check = partial(_matches, digest or _NOBODYS, password[: LONGEST + 1])
    matches = await asyncio.get_running_loop().run_in_executor(_SIDE_BY_SIDE, check)
    return matches and digest is not None


async def set_password(
    session: AsyncSession, account_id: UUID, digest: str, at: datetime, by: SignedIn | None = None
) -> None:
    """The account's password is from now on the one with this digest; its sessions end and its pauses are over."""
    row = {"id": account_id, "password_digest": digest, "attempt_count": 0, "next_at": at}
    statement = insert(Credential).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
    await session.execute(statement)
    await session.execute(delete(Session).where(Session.account_id == account_id))
    await record_change(session, by, "account.password_set", account_id)


def _matches(digest: str, password: str) -> bool:
    try:
        return _HASHER.verify(digest, password)
    except (VerificationError, InvalidHashError):
        return False
