"""What of analysis a person may see."""

from __future__ import annotations

from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.campaigns import find_campaign
from services.analysis.storage.tables import Campaign
from shared.staff.access import SignedIn, require
from shared.staff.domain.roles import EVERYWHERE


def districts_of(signed_in: SignedIn) -> frozenset[str] | None:
    """The districts the person may see; None: all."""
    held = frozenset(signed_in.memberships)
    return None if EVERYWHERE in held else held


def editable_districts(signed_in: SignedIn) -> frozenset[str] | None:
    """The districts whose responses the person may decide about; None: all."""
    return (
        None
        if signed_in.may("editor", EVERYWHERE)
        else frozenset(district for district in signed_in.memberships if signed_in.may("editor", district))
    )


def districts_led(signed_in: SignedIn) -> frozenset[str] | None:
    """The districts the person answers for; None: all."""
    if signed_in.may("lead", EVERYWHERE):
        return None
    return frozenset(district for district in signed_in.memberships if signed_in.may("lead", district))


async def campaign_for(session: AsyncSession, slug: str, signed_in: SignedIn) -> Campaign:
    """Raises NotFoundException, and RoleTooLow when the campaign belongs to a district of others."""
    campaign = await find_campaign(session, slug)
    if campaign is None:
        raise NotFoundException
    require(signed_in, "reader", campaign.district)
    return campaign
