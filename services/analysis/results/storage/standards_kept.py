"""Findings for pages that many look at: of a large campaign they are not worked out at every look.

Findings are counted in sets of all people, so they take longer the more there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.findings import Finding, by_worry, worst_of
from services.analysis.storage.catalogue import read_provenance
from services.analysis.storage.findings import read_findings
from services.analysis.storage.kept import Kept
from services.analysis.storage.tables import Campaign


class Worry(NamedTuple):
    """`title`: of the standard. `said`: whether there is any finding, be it a good one."""

    finding: Finding | None
    title: str
    said: bool


#: So many voices on one standard are worked out in some hundredths of a second.
MANY: Final = 1_000
_kept: Final[Kept[Sequence[Finding]]] = Kept(lambda findings: any(one.whole.voices > MANY for one in findings))


async def read_worries(session: AsyncSession, campaigns: Iterable[Campaign], today: date) -> dict[UUID, Worry]:
    return {campaign.id: await _worry(session, campaign, today) for campaign in campaigns}


async def findings_of(session: AsyncSession, campaign: Campaign, today: date) -> Sequence[Finding]:
    """In the order of the catalogue."""
    return await _kept.get(campaign.id, lambda: read_findings(session, campaign, today))


async def _worry(session: AsyncSession, campaign: Campaign, today: date) -> Worry:
    findings = by_worry(await findings_of(session, campaign, today))
    worst = worst_of(findings)
    catalogue, _ = await read_provenance(session, campaign)
    standard = catalogue.find(worst.standard) if worst else None
    title = standard.title if standard else worst.standard if worst else ""
    return Worry(worst, title, any(one.state != "open" for one in findings))
