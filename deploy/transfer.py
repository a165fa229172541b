"""What intake adds to a district's package: questionnaires and their print kits. Only here both services are seen."""

from __future__ import annotations

from deploy.parts import Parts
from services.analysis.district.domain.packages import Prints, Sheet
from services.analysis.district.web.packages import Questionnaires
from services.intake.storage.questionnaires import Handed, document_of, list_handed, list_slugs


class IntakeQuestionnaires(Questionnaires):
    """Reads as intake, whose tables analysis may not see."""

    def __init__(self, parts: Parts) -> None:
        self._database = parts.database("intake")

    async def handed_on(self, district: str) -> list[Sheet]:
        found = await self._database.run(lambda session: list_handed(session, district))
        return [_sheet(one) for one in found]

    async def slugs(self, district: str) -> list[str]:
        return await self._database.run(lambda session: list_slugs(session, district))


def _sheet(handed: Handed) -> Sheet:
    kit = handed.prints
    prints = Prints(kit.formats, kit.languages, kit.large) if kit else None
    told = (handed.slug, handed.title, handed.level, handed.kind, document_of(handed))
    return Sheet(*told, handed.intro, prints)
