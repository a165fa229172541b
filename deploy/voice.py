"""What stands behind a receipt, put together for its holder from those who have it, and stored by nobody."""

from __future__ import annotations

import asyncio
from typing import Final

import structlog

from deploy.parts import Parts
from services.analysis.results.domain.chain import fingerprint_of
from services.analysis.storage.own_voice import OwnVoice, read_own_voice
from services.intake.storage.own import Own, find_own
from services.notify.domain.voice import Ask, Quote, Topic, Voice
from shared.contracts.receipts import receipt_digest
from shared.kit.storage import is_disconnect

log = structlog.get_logger()
#: A page that is waited for longer is of less use than one without passages.
PATIENCE_S: Final = 2.0


def voice_of(parts: Parts) -> Ask:
    """Asks intake which response it is, and analysis what was read in it."""

    async def ask(receipt: str) -> Voice | None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await _ask(parts, receipt)
        except Exception as error:
            if not (isinstance(error, TimeoutError) or is_disconnect(error)):
                raise
            log.warning("voice.away", error=type(error).__name__)
            return None

    return ask


async def _ask(parts: Parts, receipt: str) -> Voice | None:
    digest = receipt_digest(parts.secret, receipt)
    own = await parts.database("intake").run(lambda session: find_own(session, digest), patience_s=0)
    if own is None:
        return None
    read = await parts.database("analysis").run(lambda session: read_own_voice(session, own.response_id), patience_s=0)
    return _voice(own, read)


def _voice(own: Own, read: OwnVoice) -> Voice:
    return Voice(
        language=own.language,
        quotes=tuple(Quote(one.standard, one.stance, one.text, one.reviewed) for one in read.quotes),
        topics=tuple(Topic(one.name, one.quotes) for one in read.topics),
        remarks=own.remarks,
        corrected_at=own.corrected_at,
        withdrawn_at=own.withdrawn_at,
        fingerprint=fingerprint_of(own.response_id),
    )
