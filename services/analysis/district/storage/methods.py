"""The library: methods that come with the house, those a district added, and what was heard where they were used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.methods import KINDS, Method, Use
from services.analysis.district.storage.method_tables import MethodUse, OwnMethod
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.findings import read_findings
from services.analysis.storage.tables import Campaign, Response
from shared.kit.texts import FIRST

#: How old people of a group are, by the bands that campaigns ask for.
AGES: Final = {"children": ("under-14",), "youth": ("14-17", "18-26"), "seniors": ("65-79", "80-plus")}
FOLDER: Final = Path(__file__).parent.parent / "methods"


@cache
def shipped() -> tuple[Method, ...]:
    """Those that come with the house, by kind and name. Raises msgspec.ValidationError for a file that is not well."""
    files = sorted(FOLDER.glob("*.yaml"))
    found = [one for file in files for one in msgspec.yaml.decode(file.read_bytes(), type=tuple[Method, ...])]
    return tuple(sorted(found, key=_order))


async def read_methods(session: AsyncSession, district: str) -> list[Method]:
    """All that a district has: its own version of a method stands in for the house's."""
    query = select(OwnMethod).where(OwnMethod.district == district, OwnMethod.retired_at.is_(None))
    own = {row.key: msgspec.convert(row.content, Method) for row in await session.scalars(query)}
    return sorted([*(one for one in shipped() if one.key not in own), *own.values()], key=_order)


async def find_own(session: AsyncSession, district: str, key: str, *, lock: bool = False) -> OwnMethod | None:
    query = select(OwnMethod).where(OwnMethod.district == district, OwnMethod.key == key)
    return await session.scalar(query.with_for_update() if lock else query)


async def read_uses(session: AsyncSession, district: str, methods: Sequence[Method], today: date) -> list[Use]:
    """Where the district used them, the latest campaign first. What one kept is taken from its findings, whom it
    reached from its figures."""
    meant = {method.key: method.standards for method in methods}
    heard = select(func.count()).where(Response.campaign_id == Campaign.id).correlate(Campaign).scalar_subquery()
    query = (
        select(MethodUse.method, Campaign, heard.label("heard"))
        .join(Campaign, Campaign.id == MethodUse.campaign_id)
        .where(Campaign.district == district, MethodUse.undone_at.is_(None), MethodUse.method.in_(meant))
        .order_by(Campaign.opens_at.desc())
    )
    rows = (await session.execute(query)).all()
    campaigns = {row.Campaign.id: row.Campaign for row in rows}
    states = {one.id: await _states(session, one, today) for one in campaigns.values()}
    reached = {key: _reached(await read_figures(session, key)) for key in campaigns}
    return [
        Use(
            row.method,
            row.Campaign.title.get("de", row.Campaign.slug),
            row.Campaign.slug,
            row.heard,
            tuple(one for one in meant[row.method] if states[row.Campaign.id].get(one) == "kept"),
            tuple(one for one in meant[row.method] if states[row.Campaign.id].get(one) == "not_kept"),
            reached[row.Campaign.id],
        )
        for row in rows
    ]


async def list_uses(session: AsyncSession, method: str, district: str) -> dict[UUID, UUID]:
    """Campaign → its standing note that it used the method."""
    query = (
        select(MethodUse.campaign_id, MethodUse.id)
        .join(Campaign, Campaign.id == MethodUse.campaign_id)
        .where(MethodUse.method == method, MethodUse.undone_at.is_(None), Campaign.district == district)
    )
    return dict((await session.execute(query)).all())


def _reached(figures: Figures) -> tuple[str, ...]:
    """Of newcomers a trace only: who answered in another language than German."""
    other = (
        tuple(tag for tag in figures.facets["language"].values if tag != FIRST) if "language" in figures.facets else ()
    )
    told = [*((group, Filter("age", ages)) for group, ages in AGES.items()), ("newcomers", Filter("language", other))]
    return tuple(group for group, one in told if one.values and figures.count([one]))


async def _states(session: AsyncSession, campaign: Campaign, today: date) -> dict[str, str]:
    return {one.standard: one.state for one in await read_findings(session, campaign, today)}


def _order(method: Method) -> tuple[int, str]:
    return KINDS.index(method.kind), method.name
