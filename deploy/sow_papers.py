"""The demo's papers: a concept with rules and words, and the report of the year."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from deploy.sow_answer import WRITER, demo_person
from services.analysis.district.domain.papers import Rules
from services.analysis.district.operations.keep_paper import begin_paper, set_rules, write_words
from services.analysis.district.storage.papers import find_concept, find_paper
from services.analysis.domain.days import day_of
from shared.kit.clock import now

DISTRICT: Final = "sterkrade-mitte"
RULES: Final = Rules(notice_days=14, feedback_weeks=8, languages=("de-einfach", "tr", "ar"), without_device=True)
#: Section → what people wrote. Invented, like everything in the demo.
WORDS: Final = {
    "responsible": (
        "Die Koordinierungsstelle (Demo, erfunden) führt den Kalender, hält die Zusagen im Blick und prüft jede "
        "Beteiligung vor dem Veröffentlichen.\n\nDas Quartiersbüro (erfunden) ist Ansprechpartner im Sozialraum: "
        "Es verteilt Zettel-Pakete, hilft beim Ausfüllen und bringt die Antworten dorthin zurück, wo gefragt wurde."
    ),
}


async def sow_papers(parts: Parts) -> None:
    """Makes them unless there is a concept."""
    by, at = await demo_person(parts, *WRITER), now()

    async def work(session: AsyncSession) -> None:
        if await find_concept(session, DISTRICT):
            return
        concept = await find_paper(session, await begin_paper(session, "concept", DISTRICT, "", by, at), lock=True)
        assert concept
        await set_rules(session, concept, RULES, concept.edition, by, at)
        for section, text in WORDS.items():
            await write_words(session, concept, section, text, concept.edition, by, at)
        await begin_paper(session, "report", DISTRICT, str(day_of(at).year), by, at)

    await parts.database("analysis").run(work)
