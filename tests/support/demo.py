"""A small campaign in three languages, with one question of every kind."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.questionnaire import Choice, Question, Questionnaire, Translated
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import Plan, publish_campaign
from shared.kit.clock import now

DISTRICT: Final = "sterkrade-mitte"
CODE: Final = "ST3RK4"
WISH: Final = "Der Spielplatz ist dunkel. Bitte mehr Licht, und sagen Sie uns, was daraus wird."


class Demo(NamedTuple):
    campaign_id: UUID
    slug: str
    code: str


def _three(de: str, tr: str, ar: str) -> Translated:
    return {"de": de, "tr": tr, "ar": ar}


QUESTIONNAIRE: Final = Questionnaire(
    languages=("de", "tr", "ar"),
    questions=(
        Question(
            key="informed",
            kind="scale",
            standard="early-information",
            required=True,
            label=_three(
                "Wie gut fühlen Sie sich informiert?",
                "Ne kadar bilgilendirildiğinizi düşünüyorsunuz?",
                "إلى أي مدى تشعرون أنكم على اطلاع؟",
            ),
            low=_three("gar nicht", "hiç", "إطلاقًا"),
            high=_three("sehr gut", "çok iyi", "جيدًا جدًا"),
        ),
        Question(
            key="way",
            kind="single",
            label=_three("Wie sind Sie heute hier?", "Bugün buraya nasıl geldiniz?", "كيف جئتم إلى هنا اليوم؟"),
            choices=(
                Choice("foot", _three("zu Fuß", "yürüyerek", "مشيًا")),
                Choice("bus", _three("mit dem Bus", "otobüsle", "بالحافلة")),
            ),
        ),
        Question(
            key="places",
            kind="multiple",
            label=_three("Wo sind Sie oft?", "Nerelerde sık bulunuyorsunuz?", "أين توجدون غالبًا؟"),
            choices=(
                Choice("market", _three("auf dem Markt", "pazarda", "في السوق")),
                Choice("park", _three("im Park", "parkta", "في الحديقة")),
                Choice("library", _three("in der Bücherei", "kütüphanede", "في المكتبة")),
            ),
        ),
        Question(
            key="street",
            kind="short_text",
            label=_three("In welcher Straße?", "Hangi sokakta?", "في أي شارع؟"),
        ),
        Question(
            key="wish",
            kind="long_text",
            label=_three("Was wünschen Sie sich?", "Ne diliyorsunuz?", "ماذا تتمنون؟"),
            help=_three("Ein Satz genügt.", "Bir cümle yeter.", "جملة واحدة تكفي."),
        ),
    ),
)

#: What a browser sends for a filled form, without the token and the language.
ANSWERS: Final = {
    "a-informed": "2",
    "a-way": "foot",
    "a-places": ["market", "park"],
    "a-street": "Bahnhofstraße",
    "a-wish": WISH,
}


def plan(slug: str = "sterkrade-2026", *, opened_ago: timedelta = timedelta(days=1), days: float = 30) -> Plan:
    """A campaign that opened this long ago and stays open for this many days from now."""
    at = now()
    return Plan(
        district=DISTRICT,
        slug=slug,
        title=_three("Mitreden in Sterkrade", "Sterkrade'de söz sizde", "شاركوا برأيكم في شتيركراده"),
        intro=_three("Fünf kurze Fragen.", "Beş kısa soru.", "خمسة أسئلة قصيرة."),
        office="Büro für Chancengleichheit",
        level="anhoerung",
        opens_at=at - opened_ago,
        closes_at=at + timedelta(days=days),
        promise_on=(at + timedelta(days=60)).date(),
    )


async def publish_demo(session: AsyncSession, wanted: Plan, code: str) -> Demo:
    at = now()
    campaign = await publish_campaign(session, wanted, QUESTIONNAIRE, at)
    await open_channel(session, campaign.id, "poster", "Stadtteilbücherei Sterkrade", at, code)
    return Demo(campaign.id, campaign.slug, code)
