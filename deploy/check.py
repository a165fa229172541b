"""Invariants of the running product, asked of the database itself: nothing lost, nothing doubled."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy import text

from deploy.parts import Parts
from shared.kit.clock import now
from shared.kit.messaging.prune import KEPT_FOR
from shared.kit.messaging.shelf import bus_state
from shared.kit.storage import Database

#: Each query counts what must not be; a settled city has none of it. What was told long ago, the bus has let go.
INVARIANTS: Final = {
    "responses that were never told to the bus": f"""
        SELECT count(*) FROM intake.response r
        WHERE r.received_at > now() - interval '{KEPT_FOR.days} days' AND NOT EXISTS (
            SELECT 1 FROM bus.message m WHERE m.subject = r.id AND m.name = 'response.received.v1')""",  # noqa: S608 - a number of ours
    "responses told to the bus more than once": """
        SELECT count(*) FROM (SELECT subject FROM bus.message WHERE name = 'response.received.v1'
            GROUP BY subject HAVING count(*) > 1) AS twice""",
    "responses that nobody assessed": """
        SELECT count(*) FROM intake.response r WHERE r.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM analysis.assessment a WHERE a.response_id = r.id)""",
    "responses that were withdrawn and of which something is left": """
        SELECT count(*) FROM intake.response r WHERE r.withdrawn_at IS NOT NULL AND (
            r.answers <> '[]' OR EXISTS (SELECT FROM intake.remark x WHERE x.response_id = r.id)
            OR EXISTS (SELECT FROM intake.begun x WHERE x.response_id = r.id)
            OR EXISTS (SELECT FROM bus.message x WHERE x.subject = r.id AND x.payload ? 'answers')
            OR EXISTS (SELECT FROM analysis.passage x WHERE x.response_id = r.id)
            OR NOT EXISTS (SELECT FROM analysis.response x WHERE x.id = r.id AND x.withdrawn_at IS NOT NULL))""",
    "responses assessed twice by one tagger with one catalogue": """
        SELECT count(*) FROM (SELECT response_id FROM analysis.assessment
            GROUP BY response_id, tagger_version, catalogue_version HAVING count(*) > 1) AS twice""",
    "assessments of responses that were never received": """
        SELECT count(*) FROM analysis.assessment a
        WHERE NOT EXISTS (SELECT 1 FROM intake.response r WHERE r.id = a.response_id)""",
    "responses that are not in the ledger's chain, nor on their way into it": """
        SELECT count(*) FROM analysis.response r
        WHERE NOT EXISTS (SELECT FROM analysis.ledger_link l WHERE l.response_id = r.id)
        AND NOT EXISTS (SELECT FROM analysis.ledger_arrival a WHERE a.response_id = r.id)""",
    "links of the ledger's chain without a response": """
        SELECT count(*) FROM analysis.ledger_link l
        WHERE NOT EXISTS (SELECT FROM analysis.response r WHERE r.id = l.response_id)""",
    "responses whose campaign, channel or questionnaire is gone": """
        SELECT count(*) FROM intake.response r WHERE NOT EXISTS (
            SELECT 1 FROM intake.channel c JOIN intake.questionnaire q ON q.campaign_id = c.campaign_id
            WHERE c.id = r.channel_id AND q.id = r.questionnaire_id AND c.campaign_id = r.campaign_id)""",
    "messages that a consumer never got": """
        SELECT count(*) FROM bus.message m WHERE NOT EXISTS (SELECT 1 FROM bus.delivery d WHERE d.message_id = m.id)""",
}
LEDGER: Final = text(
    """
    SELECT c.slug, count(r.id) AS received, count(a.response_id) AS assessed, count(r.withdrawn_at) AS withdrawn
    FROM intake.campaign c LEFT JOIN intake.response r ON r.campaign_id = c.id
    LEFT JOIN (SELECT DISTINCT response_id FROM analysis.assessment) a ON a.response_id = r.id
    GROUP BY c.slug ORDER BY c.slug
    """
)


class Findings(NamedTuple):
    good: bool
    lines: list[str]


async def check(parts: Parts) -> Findings:
    """Asks as the database's owner, who alone sees all schemas at once."""
    database = Database(parts.url, pool_size=1)
    try:
        async with database.transaction() as session:
            state = await bus_state(session, now())
            counts = {about: await session.scalar(text(query)) or 0 for about, query in INVARIANTS.items()}
            ledger = (await session.execute(LEDGER)).all()
    finally:
        await database.close()
    age = f", oldest {state.oldest.total_seconds():.0f} s" if state.oldest else ""
    lines = [f"bus: {state.waiting_count} waiting{age}, {state.shelved_count} on the shelf, {state.done_count} done"]
    counted = "{0.slug}: received {0.received}, assessed {0.assessed}, withdrawn {0.withdrawn}"
    lines += [counted.format(row) for row in ledger]
    lines += [f"{'ok ' if not count else 'BAD'} {about}: {count}" for about, count in counts.items()]
    return Findings(not any(counts.values()) and not state.shelved_count, lines)
