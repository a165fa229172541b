"""A campaign in pages: a question that depends on one of its own page, and a section that may be passed over."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.questionnaire import Choice, Condition, Question, Questionnaire, Translated
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import Plan, publish_campaign
from shared.kit.clock import now
from tests.support import demo
from tests.support.city import City

CODE: Final = "PG3WN4"


def _two(de: str, ar: str) -> Translated:
    return {"de": de, "ar": ar}


QUESTIONNAIRE: Final = Questionnaire(
    languages=("de", "ar"),
    questions=(
        Question(key="way", kind="section", label=_two("Ihr Weg", "طريقكم")),
        Question(
            key="how",
            kind="single",
            other=True,
            label=_two("Wie kommen Sie her?", "كيف تأتون؟"),
            choices=(Choice("foot", _two("zu Fuß", "مشيًا")), Choice("bus", _two("mit dem Bus", "بالحافلة"))),
        ),
        Question(
            key="line",
            kind="short_text",
            required=True,
            label=_two("Mit welcher Linie?", "بأي خط؟"),
            show_if=(Condition("how", "is", ("bus",)),),
        ),
        Question(key="minutes", kind="number", maximum=90, label=_two("Wie viele Minuten?", "كم دقيقة؟")),
        Question(
            key="buses",
            kind="section",
            label=_two("Im Bus", "في الحافلة"),
            show_if=(Condition("how", "is", ("bus",)),),
        ),
        Question(key="mood", kind="smiley", label=_two("Wie ist es im Bus?", "كيف الحال في الحافلة؟")),
        Question(key="end", kind="section", label=_two("Zum Schluss", "في الختام")),
        Question(key="wish", kind="long_text", label=_two("Ihr Wunsch", "أمنيتكم")),
        Question(key="agreed", kind="consent", required=True, label=_two("Ich stimme zu.", "أوافق.")),
    ),
)


async def publish(city: City, questionnaire: Questionnaire = QUESTIONNAIRE, kind: str = "poster") -> None:
    """The campaign behind CODE; a second time, its next version."""

    async def work(session: AsyncSession) -> None:
        plan: Plan = demo.plan("in-pages")
        campaign = await publish_campaign(session, plan, questionnaire, now())
        if not await city.one("SELECT count(*) FROM intake.channel WHERE code = :code", code=CODE):
            await open_channel(session, campaign.id, kind, "Haltestelle", now(), CODE)

    await city.database("intake").run(work)
