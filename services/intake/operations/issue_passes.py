"""Making passes for a group, and the codes that stand on their slips."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.passes import PASS_LENGTH, PackForm
from services.intake.operations.open_channel import open_channel
from services.intake.settings import Settings
from services.intake.storage.passes import open_digests
from services.intake.storage.tables import Channel, Pass, Sheet
from shared.kit.ids import derived_code, keyed_digest, random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

_BYTES: Final = 4


async def open_pack(
    session: AsyncSession, settings: Settings, campaign_id: UUID, wanted: PackForm, by: SignedIn, at: datetime
) -> str:
    """A channel of its own for the group, and its first sheet. Returns the channel's code."""
    code = await open_channel(session, campaign_id, "group", wanted.label, at)
    opened = update(Channel).where(Channel.code == code).values(by_pass=True).returning(Channel.id)
    await issue_passes(session, settings, (await session.scalars(opened)).one(), wanted, by, at)
    await record_change(session, by, "campaign.extended", campaign_id, {"channel": "group", "passes": wanted.passes})
    return code


async def issue_passes(
    session: AsyncSession, settings: Settings, channel_id: UUID, wanted: PackForm, by: SignedIn, at: datetime
) -> UUID:
    """One more sheet of passes. Returns its id."""
    sheet_id = random_id()
    row = {
        "id": sheet_id,
        "channel_id": channel_id,
        "language": wanted.language,
        "large": wanted.large,
        "pass_count": wanted.passes,
        "made_at": at,
        "made_by": by.account_id,
    }
    await session.execute(insert(Sheet).values(row))
    codes = codes_of(settings, sheet_id, wanted.passes)
    rows = [{"digest": pass_digest(settings, code), "sheet_id": sheet_id, "state": "open"} for code in codes]
    await session.execute(insert(Pass), rows)
    await record_change(session, by, "pack.issued", channel_id, {"passes": wanted.passes})
    return sheet_id


async def codes_to_print(session: AsyncSession, settings: Settings, sheet: Sheet) -> list[str]:
    """Those of the sheet that still work."""
    still_open = await open_digests(session, sheet.id)
    codes = codes_of(settings, sheet.id, sheet.pass_count)
    return [code for code in codes if pass_digest(settings, code) in still_open]


def codes_of(settings: Settings, sheet_id: UUID, count: int) -> list[str]:
    """Always the same for the same sheet: a jammed printer needs no table of codes."""
    numbers = (number.to_bytes(_BYTES) for number in range(count))
    return [derived_code(settings.pass_key, sheet_id.bytes + number, PASS_LENGTH) for number in numbers]


def pass_digest(settings: Settings, code: str) -> bytes:
    return keyed_digest(settings.pass_key, b"digest" + code.encode())
