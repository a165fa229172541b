"""Ordering a print kit: its pages are written down, and workers draw them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.kits import CODES, LASTS, Planned, Wanted, plan, portions
from services.intake.operations.compose_piece import compose_piece
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.storage.tables import Campaign, Kit, KitPage
from shared.contracts.kits import PagesOrdered
from shared.contracts.routes import publish
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn


async def order_kit(
    session: AsyncSession,
    settings: Settings,
    campaign: Campaign,
    wanted: Wanted,
    chosen: Sequence[Form],
    by: SignedIn,
    at: datetime,
) -> UUID:
    """Returns its id. `chosen`: the forms of the channels it is for."""
    planned, kit_id = plan(wanted, [form.code for form in chosen]), random_id()
    row = {
        "id": kit_id,
        "campaign_id": campaign.id,
        "formats": list(wanted.formats),
        "languages": list(wanted.languages),
        "codes": [form.code for form in chosen],
        "large": wanted.large,
        "page_count": len(planned) + 1,
        "ordered_at": at,
        "ordered_by": by.account_id,
        "expires_at": at + LASTS,
    }
    await session.execute(insert(Kit).values(row))
    forms = {form.code: form for form in chosen}
    list_of_codes = {"number": CODES, "code": "", "format": "", "language": "", "name": "codes"}
    pages = [list_of_codes, *(_page(settings, forms[one.code], one) for one in planned)]
    await session.execute(insert(KitPage), [{"kit_id": kit_id, **page} for page in pages])
    for numbers in portions(len(pages)):
        await publish(session, PagesOrdered(kit_id, numbers.start, len(numbers), at))
    return kit_id


def _page(settings: Settings, form: Form, one: Planned) -> dict[str, object]:
    name = compose_piece(settings, form, one.choice).name
    return {
        "number": one.number,
        "code": one.code,
        "format": one.choice.format,
        "language": one.choice.language,
        "name": name,
    }
