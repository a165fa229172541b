"""One response as notify hears of it, fact by fact, and the letters that come of it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Final
from uuid import UUID

import httpx

from services.notify.operations.learn_campaign import learn_campaign
from services.notify.operations.open_journey import open_journey
from services.notify.operations.report_assessment import report_assessment
from services.notify.settings import Settings
from shared.contracts.assessments import ResponseAssessed, StandardTouched
from shared.contracts.campaigns import CampaignPublished
from shared.contracts.receipts import receipt_digest, receipt_proof
from shared.contracts.responses import ReceiptIssued
from shared.kit.clock import now
from shared.kit.ids import random_code, random_id
from tests.support.city import City

CAMPAIGN: Final = UUID(int=5)
ANNA: Final = "anna@example.org"
_LINK: Final = re.compile(r"/subscription/([\w-]{43})")


class Voice:
    """`receipt`: eight characters. Each method states one fact or does what one person does, in its own transaction."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.response_id = random_id()
        self.receipt = random_code(8)
        self.received_at = now()

    @property
    def settings(self) -> Settings:
        return self.city.parts.notify

    @property
    def digest(self) -> bytes:
        return receipt_digest(self.city.secret, self.receipt)

    @property
    def proof(self) -> str:
        return receipt_proof(self.city.secret, self.receipt)

    async def publish(self, version: int = 1, title: str = "Mitreden", office: str = "Büro") -> None:
        at = now()
        fact = CampaignPublished(
            campaign_id=CAMPAIGN,
            district="sterkrade-mitte",
            slug="one",
            title={"de": title},
            office=office,
            level="anhoerung",
            opens_at=at,
            closes_at=at + timedelta(days=9),
            promise_on=(at + timedelta(days=60)).date(),
            questionnaire_id=random_id(),
            version=version,
            questions=(),
        )
        await self.city.database("notify").run(lambda session: learn_campaign(session, fact, at))

    async def issue(self) -> None:
        fact = ReceiptIssued(self.response_id, CAMPAIGN, self.digest.hex(), "de", self.received_at)
        await self.city.database("notify").run(lambda session: open_journey(session, self.settings, fact, now()))

    async def assess(self, standard: str = "respect-fairness", at: datetime | None = None) -> None:
        touched = (StandardTouched(standard, "met", 1),)
        fact = ResponseAssessed(self.response_id, CAMPAIGN, at or now(), 1, "rules", touched)
        await self.city.database("notify").run(lambda session: report_assessment(session, self.settings, fact, now()))

    async def subscribe(self, address: str = ANNA, language: str = "de") -> httpx.Response:
        fields = {"receipt": self.receipt, "proof": self.proof, "language": language, "address": address}
        return await self.city.client.post("/receipt/subscribe", data=fields)

    async def subscribed(self, address: str = ANNA) -> str:
        """Asks for letters and opens the confirmation; returns the token of its link."""
        await self.subscribe(address)
        await self.city.deliver_all()
        return token_in(letters(self.city, address)[-1])

    async def confirm(self, token: str) -> httpx.Response:
        return await self.city.client.post(f"/subscription/{token}", data={"language": "de"})

    async def look(self, receipt: str | None = None) -> httpx.Response:
        typed = self.receipt if receipt is None else receipt
        return await self.city.client.post("/receipt", data={"receipt": typed, "language": "de"})


def letters(city: City, address: str | None = None) -> list[EmailMessage]:
    """The letters in the folder, oldest first; to this address, or all."""
    files = sorted((city.folder / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    found = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [
        letter for letter in found if isinstance(letter, EmailMessage) and letter["To"] == (address or letter["To"])
    ]


def token_in(letter: EmailMessage) -> str:
    found = _LINK.search(letter["List-Unsubscribe"])
    assert found
    return found[1]


def subjects(city: City, address: str | None = None) -> list[str]:
    """The first word of each letter's subject is enough to tell the kinds apart: Bitte (confirm), Ihr (read)."""
    return [str(letter["Subject"]).split()[0] for letter in letters(city, address)]
