"""Making a token for a program, taking it back, and finding out whose program asks."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.access_tokens import PREFIX, Program, Wanted, digest_access_token, granted
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Account, Membership, Token


async def issue_token(
    session: AsyncSession, token_id: UUID, wanted: Wanted, key: bytes, by: SignedIn, at: datetime
) -> str | None:
    """The token, which is kept nowhere. None when this form was sent before: it was shown then."""
    token = PREFIX + secrets.token_urlsafe(32)
    row = {
        "id": token_id,
        "digest": digest_access_token(key, token),
        "name": wanted.name,
        "district": wanted.district,
        "scopes": list(wanted.scopes),
        "created_at": at,
        "created_by": by.account_id,
        "expires_at": at + timedelta(days=wanted.days),
    }
    new = insert(Token).values(row).on_conflict_do_nothing(index_elements=[Token.id]).returning(Token.id)
    if await session.scalar(new) is None:
        return None
    after = {"district": wanted.district, "scopes": list(wanted.scopes), "days": wanted.days}
    await record_change(session, by, "token.issued", token_id, after)
    return token


async def revoke_token(session: AsyncSession, token_id: UUID, by: SignedIn, at: datetime) -> bool:
    """From now on no program is let in by it. False when it was taken back before."""
    revoked = update(Token).where(Token.id == token_id, Token.revoked_at.is_(None))
    values = {"revoked_at": at, "revoked_by": by.account_id}
    if await session.scalar(revoked.values(values).returning(Token.id)) is None:
        return False
    await record_change(session, by, "token.revoked", token_id)
    return True


async def find_program(session: AsyncSession, token: str, key: bytes, at: datetime) -> Program | None:
    """None for a token that never was, is over or was taken back, or whose maker may no longer see the district.

    Asked under the role of the service that is read from. Notes the day it was used on.
    """
    query = (
        select(Token.id, Token.district, Token.scopes, Token.used_on, Account.id.label("account_id"))
        .add_columns(Account.full_name, Membership.district.label("place"), Membership.role)
        .join(Account, Account.id == Token.created_by)
        .join(Membership, Membership.account_id == Account.id)
        .where(
            Token.digest == digest_access_token(key, token),
            Token.revoked_at.is_(None),
            Token.expires_at > at,
            Account.closed_at.is_(None),
        )
    )
    rows = (await session.execute(query)).all()
    scopes = granted(rows[0].scopes, rows[0].district, _maker(rows)) if rows else frozenset()
    if not scopes:
        return None
    if rows[0].used_on != at.date():
        await session.execute(update(Token).where(Token.id == rows[0].id).values(used_on=at.date()))
    return Program(rows[0].id, rows[0].district, scopes)


def _maker(rows: Sequence[Row[Any]]) -> SignedIn:
    memberships = {row.place: row.role for row in rows}
    one = {"account_id": rows[0].account_id, "name": rows[0].full_name, "memberships": memberships}
    return msgspec.convert(one, SignedIn)
