"""What intake adds to a district's package: its questionnaires. Only here are both services seen at once."""

from __future__ import annotations

from deploy.parts import Parts
from services.analysis.district.domain.packages import Sheet
from services.analysis.district.web.packages import Questionnaires
from services.intake.storage.questionnaires import document_of, list_handed, list_slugs


class IntakeQuestionnaires(Questionnaires):
    """Reads as intake, whose tables analysis may not see."""

    def __init__(self, parts: Parts) -> None:
        self._database = parts.database("intake")

    async def handed_on(self, district: str) -> list[Sheet]:
        found = await self._database.run(lambda session: list_handed(session, district))
        return [Sheet(one.slug, one.title, one.level, one.kind, document_of(one)) for one in found]

    async def slugs(self, district: str) -> list[str]:
        return await self._database.run(lambda session: list_slugs(session, district))
