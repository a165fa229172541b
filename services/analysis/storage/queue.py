"""What waits for a decision of a person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.queue import LONG, Candidate

#: Everything a person may be asked about: current tags, and long passages without any. `decided`: by whomever.
#: `asked`: somebody else wants another opinion, and this person has given none; `waits`: this person asked.
_ITEMS: Final = """
    WITH campaign AS (
        SELECT id, slug, promise_on FROM analysis.campaign
        WHERE (CAST(:districts AS text[]) IS NULL OR district = ANY(:districts))
          AND (CAST(:campaign AS text) IS NULL OR slug = :campaign)
    ), passage AS (
        SELECT p.id, length(p.text) AS length, a.id AS assessment_id, c.id AS campaign_id, c.promise_on
        FROM campaign c JOIN analysis.response r ON r.campaign_id = c.id
        JOIN analysis.assessment a ON a.response_id = r.id AND a.current AND a.state <> 'excluded'
        JOIN analysis.passage p ON p.response_id = r.id
        JOIN analysis.screening g ON g.passage_id = p.id AND g.state IN ('clear', 'released')
    ), opinion AS (
        SELECT o.passage_id, bool_or(o.asked_by = :me) AS waits, bool_or(o.asked_by <> :me) AS other
        FROM analysis.second_opinion o JOIN passage p ON p.id = o.passage_id
        WHERE o.withdrawn_at IS NULL GROUP BY o.passage_id
    ), item AS (
        SELECT p.id AS passage_id, p.campaign_id, p.promise_on, p.length, t.id AS tag_id, t.standard, t.stance, t.doubt,
            EXISTS (SELECT FROM analysis.standing_tag s WHERE s.passage_id = p.id AND s.standard = t.standard
                AND s.stance = t.stance AND s.reviewed)
            OR EXISTS (SELECT FROM analysis.review v WHERE v.passage_id = p.id AND v.undone_at IS NULL
                AND v.claimed_standard = t.standard AND v.claimed_stance = t.stance) AS decided
        FROM passage p JOIN analysis.tag t ON t.passage_id = p.id AND t.assessment_id = p.assessment_id
        WHERE CAST(:standard AS text) IS NULL OR t.standard = :standard
        UNION ALL
        SELECT p.id, p.campaign_id, p.promise_on, p.length, NULL, NULL, NULL, 0,
            EXISTS (SELECT FROM analysis.review v WHERE v.passage_id = p.id AND v.undone_at IS NULL)
        FROM passage p
        WHERE CAST(:standard AS text) IS NULL AND p.length >= :long
          AND NOT EXISTS (SELECT FROM analysis.tag t WHERE t.passage_id = p.id AND t.assessment_id = p.assessment_id)
    ), judged AS (
        SELECT i.*, coalesce(o.waits, false) AS waits,
            coalesce(o.other, false) AND NOT EXISTS (SELECT FROM analysis.review v WHERE v.passage_id = i.passage_id
                AND v.claimed_standard IS NOT DISTINCT FROM i.standard
                AND v.claimed_stance IS NOT DISTINCT FROM i.stance
                AND v.by = :me AND v.undone_at IS NULL) AS asked
        FROM item i LEFT JOIN opinion o ON o.passage_id = i.passage_id
    )
"""
#: The best of each campaign and standard is enough, since all of them weigh the same.
_OFFERED: Final = """
    , touched AS (
        SELECT r.campaign_id, s.standard, count(*) AS times
        FROM analysis.standing_tag s JOIN analysis.response r ON r.id = s.response_id
        WHERE r.campaign_id IN (SELECT id FROM campaign) GROUP BY r.campaign_id, s.standard
    )
    SELECT DISTINCT ON (j.campaign_id, j.standard, j.asked) j.passage_id, j.tag_id, j.standard, j.doubt, j.length,
        j.asked, coalesce(h.times, 0) AS touched_count, j.promise_on - CAST(:today AS date) AS days_left
    FROM judged j LEFT JOIN touched h ON h.campaign_id = j.campaign_id AND h.standard = j.standard
    WHERE (j.asked OR NOT j.decided AND NOT j.waits)
      AND NOT EXISTS (SELECT FROM analysis.review_lease l
          WHERE l.passage_id = j.passage_id AND l.account_id <> :me AND l.ends_at > :at)
      AND NOT EXISTS (SELECT FROM analysis.review_skip k
          WHERE k.passage_id = j.passage_id AND k.account_id = :me AND k.ends_at > :at)
    ORDER BY j.campaign_id, j.standard, j.asked, j.doubt DESC, j.length DESC, j.passage_id
    """
_COUNTED: Final = "SELECT count(*) FILTER (WHERE decided) AS decided, count(*) AS total FROM judged"
OFFERED: Final = text(_ITEMS + _OFFERED)
COUNTED: Final = text(_ITEMS + _COUNTED)


class Selection(msgspec.Struct, frozen=True):
    """Which part of the queue. `districts` None: all; `campaign` by its slug."""

    districts: Collection[str] | None
    campaign: str | None = None
    standard: str | None = None


class Progress(NamedTuple):
    decided: int
    total: int


async def list_candidates(
    session: AsyncSession, selection: Selection, me: UUID, at: datetime, today: date
) -> list[Candidate]:
    """What may be given to this person now: the most doubtful of every kind that weighs the same."""
    rows = await session.execute(OFFERED, {**_values(selection, me), "at": at, "today": today})
    return [Candidate(**row._mapping) for row in rows]


async def read_progress(session: AsyncSession, selection: Selection, me: UUID) -> Progress:
    row = (await session.execute(COUNTED, _values(selection, me))).one()
    return Progress(row.decided, row.total)


def _values(selection: Selection, me: UUID) -> dict[str, object]:
    districts = None if selection.districts is None else list(selection.districts)
    return {
        "districts": districts,
        "campaign": selection.campaign,
        "standard": selection.standard,
        "me": me,
        "long": LONG,
    }
