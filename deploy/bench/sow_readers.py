"""Very many readers of one outcome, written straight into the tables: making them is not what is measured."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
import msgspec

from services.notify.domain.outcomes import Content, Words
from services.notify.settings import Settings

CAMPAIGN: Final = UUID(int=1)
OUTCOME: Final = UUID(int=2)
SELECTION: Final = UUID(int=3)
STAFF: Final = UUID(int=4)
LANGUAGES: Final = ("de", "de", "de", "de-einfach", "de-du", "tr", "ar", "uk", "en", "pl")
#: Mail domains that people have, a few large and many small.
DOMAINS: Final = 40
BITE: Final = 10_000
_WORDS: Final = Words(
    title="Mehr Schatten auf dem Kleinen Markt",
    asked="Wie soll der Kleine Markt werden?",
    said="Viele von Ihnen wünschen sich Bäume, Bänke und einen Platz, an dem man sich im Sommer aufhalten kann.",
    done="Wir pflanzen im Herbst zwölf Bäume und stellen acht Bänke auf, weil der Platz im Sommer zu heiß ist. " * 3,
)
_CONTENT: Final = Content(texts={"de": _WORDS}, decision="do", office="Grünflächenamt", function="Leitung")


async def sow_readers(connection: asyncpg.Connection[Any], settings: Settings, count: int, at: datetime) -> None:
    await _sow_outcome(connection, at)
    for start in range(0, count, BITE):
        await _sow_some(connection, settings, range(start, min(start + BITE, count)), at)


async def _sow_outcome(connection: asyncpg.Connection[Any], at: datetime) -> None:
    content = msgspec.json.encode(_CONTENT).decode()
    promise_on = (at + timedelta(days=60)).date()
    await connection.execute(
        "INSERT INTO notify.campaign (id, version, told_at, district, slug, title, office, promise_on) "
        "VALUES ($1, 1, $3, 'sterkrade-mitte', 'markt', '{\"de\": \"Kleiner Markt\"}', 'Stadt', $2)",
        *(CAMPAIGN, promise_on, at),
    )
    await connection.execute(
        "INSERT INTO notify.outcome (id, campaign_id, state, number, content, remark, created_at, changed_at, "
        "published, published_number, published_at) VALUES ($1, $2, 'published', 1, $3, '', $4, $4, $3, 1, $4)",
        *(OUTCOME, CAMPAIGN, content, at),
    )
    await connection.execute(
        "INSERT INTO notify.outcome_version (outcome_id, number, verb, content, remark, at, by, by_name) "
        "VALUES ($1, 1, 'published', $2, '', $3, $4, 'B')",
        *(OUTCOME, content, at, STAFF),
    )
    await connection.execute(
        "INSERT INTO notify.selection (id, campaign_id, outcome_id, kind, key, label, response_count, made_at, "
        "made_by) VALUES ($1, $2, $3, 'quotes', '', '', 1, $4, $5)",
        *(SELECTION, CAMPAIGN, OUTCOME, at, STAFF),
    )


async def _sow_some(connection: asyncpg.Connection[Any], settings: Settings, numbers: range, at: datetime) -> None:
    journeys, contacts, subscriptions, voices = [], [], [], []
    for number in numbers:
        pseudonym, receipt = settings.pseudonym(uuid4()), settings.pseudonym(uuid4())
        contact_id, subscription_id = uuid4(), uuid4()
        address = f"reader{number}@mail{number * number % DOMAINS}.example"
        journeys.append((pseudonym, CAMPAIGN, receipt, "de", at, at))
        sealed = settings.vault.encrypt(address.encode())
        contacts.append((contact_id, settings.address_digest(address), sealed, settings.vault_key, at))
        token = settings.token_digest(settings.token(subscription_id))
        language = LANGUAGES[number % len(LANGUAGES)]
        subscriptions.append((subscription_id, receipt, contact_id, token, language, "confirmed", 2, at, at))
        voices.append((SELECTION, pseudonym))
    for table, columns, rows in (
        ("journey", "pseudonym campaign_id receipt_digest language received_at assessed_at", journeys),
        ("contact", "id address_digest address vault_key created_at", contacts),
        (
            "subscription",
            "id receipt_digest contact_id token_digest language state consent_version asked_at confirmed_at",
            subscriptions,
        ),
        ("selection_voice", "selection_id pseudonym", voices),
    ):
        await connection.copy_records_to_table(table, schema_name="notify", columns=columns.split(), records=rows)
