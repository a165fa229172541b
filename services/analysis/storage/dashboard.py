"""What a campaign's dashboard shows, counted in the database and made ready by domain/counts.py."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, case, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import OTHER, POINT
from services.analysis.domain.ledger import Ledger, make_ledger
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Assessment, Response

#: Kinds whose answers are the numbers from 1 on.
NUMBERED: Final = frozenset({"scale", "smiley"})
#: What the faces are called on the form.
FACES: Final = ("sehr schlecht", "eher schlecht", "mittel", "eher gut", "sehr gut")
#: What is chosen without being one of the question's choices. Staff pages are in German.
UNLISTED: Final = {OTHER: {"de": "Etwas anderes"}, POINT: {"de": "Nur vom Gerät genannt"}, "yes": {"de": "Ja"}}
#: Questions that are not the same in all versions: in a language that two versions have, or in what can be chosen.
REWORDED: Final = text(
    """
    SELECT DISTINCT one.key FROM analysis.question one JOIN analysis.question other USING (campaign_id, key)
    WHERE campaign_id = :campaign_id AND one.version < other.version AND (
        one.kind <> other.kind
        OR EXISTS (SELECT FROM jsonb_each(one.label) AS o JOIN jsonb_each(other.label) AS n USING (key)
            WHERE o.value <> n.value)
        OR NOT jsonb_path_query_array(one.choices, '$[*].key') @> jsonb_path_query_array(other.choices, '$[*].key')
        OR NOT jsonb_path_query_array(one.choices, '$[*].key') <@ jsonb_path_query_array(other.choices, '$[*].key')
        OR EXISTS (SELECT FROM jsonb_array_elements(one.choices) AS o (choice)
            JOIN jsonb_array_elements(other.choices) AS n (choice) ON o.choice -> 'key' = n.choice -> 'key'
            WHERE o.choice #> '{label,de}' <> n.choice #> '{label,de}')
    )
    """
)
#: Whatever changes what the dashboard shows changes this. What responses say and what was read in them is told by how
#: much was ever folded of it (results/operations/fold_figures.py), so no response is looked at.
VERSION: Final = text(
    """
    SELECT md5(concat_ws('-',
        (SELECT concat_ws('.', heard_count, revision) FROM analysis.figure_state WHERE campaign_id = :campaign_id),
        (SELECT count(*) FROM bus.delivery WHERE state = 'waiting'),
        (SELECT count(*) FROM bus.delivery WHERE state = 'shelved'),
        (SELECT concat_ws('.', count(*), max(told_at)) FROM analysis.channel WHERE campaign_id = :campaign_id),
        (SELECT max(told_at) FROM analysis.tally WHERE campaign_id = :campaign_id),
        (SELECT max(number) FROM analysis.catalogue_version),
        (SELECT concat_ws('.', count(*), sum(done), count(ended_at)) FROM analysis.reassessment
            WHERE campaign_id = :campaign_id),
        (SELECT concat_ws('.', count(*), count(undone_at)) FROM analysis.review WHERE campaign_id = :campaign_id),
        (SELECT concat_ws('.', count(*), count(undone_at)) FROM analysis.exclusion WHERE campaign_id = :campaign_id),
        (SELECT concat_ws('.', count(*), max(decided_at)) FROM analysis.screening WHERE state <> 'clear'),
        (SELECT count(*) FROM analysis.screening WHERE state = 'held')))
    """
)


class Dashboard(msgspec.Struct, frozen=True):
    """`ledger` holds every response, `participants` leaves out the department's.

    How many people did what is told by the figures: results/storage/figures.py.
    """

    version: str
    ledger: Ledger
    participants: Ledger


async def read_dashboard(session: AsyncSession, campaign_id: UUID) -> Dashboard:
    return Dashboard(
        version=await read_version(session, campaign_id),
        ledger=await read_ledger(session, campaign_id),
        participants=await read_ledger(session, campaign_id, speaks("participants")),
    )


async def read_reworded(session: AsyncSession, campaign_id: UUID) -> frozenset[str]:
    return frozenset(await session.scalars(REWORDED, {"campaign_id": campaign_id}))


async def read_version(session: AsyncSession, campaign_id: UUID) -> str:
    return str(await session.scalar(VERSION, {"campaign_id": campaign_id}))


async def read_ledger(session: AsyncSession, campaign_id: UUID, *only: ColumnElement[bool]) -> Ledger:
    """Every response of the campaign falls in exactly one state, since it has one current assessment or none."""
    state = case((Response.withdrawn_at.is_not(None), "withdrawn"), else_=func.coalesce(Assessment.state, "waiting"))
    query = (
        select(state, func.count())
        .select_from(Response)
        .outerjoin(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.campaign_id == campaign_id, *only)
        .group_by(state)
    )
    return make_ledger(dict((await session.execute(query)).all()))
