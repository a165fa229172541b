"""A campaign with very many responses, written straight into the tables: making them is not what is measured."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.learn_campaign import learn_campaign
from services.analysis.operations.learn_channel import learn_channel
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.tagger.topic_catalogue import load_topics
from shared.contracts.campaigns import CampaignPublished, ChannelOpened, ChoiceFact, QuestionFact
from shared.contracts.person import AGES, parts_of

CAMPAIGN: Final = UUID(int=6)
QUESTIONNAIRE: Final = UUID(int=7)
SLUG: Final = "zukunft-sterkrade"
DISTRICT: Final = "sterkrade-mitte"
CHANNELS: Final = 40
DAYS: Final = 365
QUESTIONS: Final = 12
BEGAN: Final = datetime(2026, 1, 1, 8, tzinfo=UTC)
BITE: Final = 1_000
LANGUAGES: Final = ("de", "de-einfach", "de-du", "en", "tr", "ar", "uk", "ru", "pl", "ro")
SOURCES: Final = ("form", "form", "form", "form", "form", "form", "paper", "paper", "phone", "interview")
STANCES: Final = ("met", "not_met", "suggestion")
TEXT: Final = "Der Platz ist abends dunkel, und niemand sagt uns, was aus den Vorschlägen geworden ist."
_AGES: Final = (*AGES, "no-answer")


#: Table → columns, in the order in which rows are made.
TABLES: Final = {
    "response": "id campaign_id channel_id language received_at day closed revision questionnaire_id source",
    "passage": "id response_id question text",
    "screening": "passage_id state screened_at",
    "assessment": "id response_id tagger_version catalogue_version state current assessed_at",
    "standing_tag": "passage_id standard stance response_id start end confidence reviewed",
    "topic_tag": "passage_id topic response_id start end confidence reason",
}


async def sow_campaign(session: AsyncSession) -> None:
    """40 channels; age and part, a dozen closed questions and one for words."""
    await learn_campaign(session, _published())
    for number in range(CHANNELS):
        await learn_channel(session, _channel(number))


async def sow_responses(connection: asyncpg.Connection[Any], count: int, seed: int) -> None:
    """So many more, some answers and ways being much rarer than others, spread over a year as they came."""
    chance = random.Random(seed)
    for start in range(0, count, BITE):
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
        for number in range(start, min(start + BITE, count)):
            for table, row in _response(chance, number / count):
                rows[table].append(row)
        for table, names in TABLES.items():
            await connection.copy_records_to_table(
                table, schema_name="analysis", columns=names.split(), records=rows[table]
            )


def _published() -> CampaignPublished:
    return CampaignPublished(
        campaign_id=CAMPAIGN,
        district=DISTRICT,
        slug=SLUG,
        title={"de": "Zukunft Sterkrade"},
        office="Stadtplanung",
        level="beratung",
        opens_at=BEGAN,
        closes_at=BEGAN + timedelta(days=DAYS + 30),
        promise_on=(BEGAN + timedelta(days=DAYS + 90)).date(),
        questionnaire_id=QUESTIONNAIRE,
        version=1,
        questions=(*_about_people(), *map(_question, range(QUESTIONS)), _question_for_words()),
    )


def _about_people() -> tuple[QuestionFact, QuestionFact]:
    parts = [part.key for part in parts_of(DISTRICT)]
    return (
        QuestionFact(key="age", kind="single", label={"de": "Wie alt sind Sie?"}, choices=_choices(_AGES), about="age"),
        QuestionFact(key="part", kind="single", label={"de": "Wo wohnen Sie?"}, choices=_choices(parts), about="part"),
    )


def _choices(keys: Any) -> tuple[ChoiceFact, ...]:
    return tuple(ChoiceFact(key, {"de": key}) for key in keys)


def _question(number: int) -> QuestionFact:
    label = {"de": f"Was sagen Sie zu Punkt {number + 1}?"}
    if number % 3 == 0:
        return QuestionFact(key=f"p{number}", kind="scale", label=label)
    kind: Any = "single" if number % 3 == 1 else "multiple"
    return QuestionFact(key=f"p{number}", kind=kind, label=label, choices=_choices(("one", "two", "three", "four")))


def _question_for_words() -> QuestionFact:
    return QuestionFact(key="words", kind="long_text", label={"de": "Was wollen Sie uns sagen?"})


def _channel(number: int) -> ChannelOpened:
    return ChannelOpened(
        channel_id=UUID(int=100 + number),
        campaign_id=CAMPAIGN,
        code=f"BENC{number // 10}{number % 10}",
        kind="poster",
        place=f"Ort {number // 2}",
        opened_at=BEGAN,
        group=f"Gruppe {number % 6}" if number % 2 else "",
    )


def _response(chance: random.Random, share: float) -> Iterator[tuple[str, tuple[Any, ...]]]:
    one, at = UUID(int=chance.getrandbits(128)), BEGAN + timedelta(days=share * DAYS)
    channel = UUID(int=100 + min(int(chance.expovariate(0.12)), CHANNELS - 1))
    closed = msgspec.json.encode(list(_answers(chance))).decode()
    language, source = LANGUAGES[min(int(chance.expovariate(0.5)), 9)], chance.choice(SOURCES)
    yield "response", (one, CAMPAIGN, channel, language, at, at.date(), closed, 1, QUESTIONNAIRE, source)
    words = chance.random() < 0.4
    state = "tagged" if words else "unclear"
    yield "assessment", (UUID(int=chance.getrandbits(128)), one, "bench", 1, state, True, at)
    if words:
        yield from _words(chance, one, at)


def _answers(chance: random.Random) -> Iterator[dict[str, Any]]:
    yield {"question": "age", "values": [_AGES[min(int(chance.expovariate(0.4)), len(_AGES) - 1)]]}
    parts = parts_of(DISTRICT)
    yield {"question": "part", "values": [parts[min(int(chance.expovariate(0.6)), len(parts) - 1)].key]}
    for number in range(QUESTIONS):
        if chance.random() < 0.9 - number * 0.03:
            yield {"question": f"p{number}", "values": _values(chance, number)}


def _values(chance: random.Random, number: int) -> list[str]:
    if number % 3 == 0:
        return [str(chance.randint(1, 5))]
    choices = ("one", "two", "three", "four")
    return [chance.choice(choices)] if number % 3 == 1 else [key for key in choices if chance.random() < 0.4]


def _words(chance: random.Random, one: UUID, at: datetime) -> Iterator[tuple[str, tuple[Any, ...]]]:
    passage = UUID(int=chance.getrandbits(128))
    yield "passage", (passage, one, "words", TEXT)
    yield "screening", (passage, "clear", at)
    yield "standing_tag", (passage, chance.choice(STANDARDS), chance.choice(STANCES), one, 0, 29, 0.8, False)
    topic = chance.choice(load_topics().topics).id
    yield "topic_tag", (passage, topic, one, 0, 29, 0.8, "{}")
