"""Real contributions through the front door: each is a form that is sent, and a ledger says what became of all."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

import click
import httpx
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from services.intake.domain.answers import PREFIX
from services.intake.domain.questionnaire import LONG_TEXT_LIMIT, SHORT_TEXT_LIMIT, Question, Questionnaire
from services.intake.domain.tokens import sign_response_id
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import Plan, publish_campaign
from services.intake.storage.tables import Campaign, Channel
from shared.kit.clock import now
from shared.kit.storage import Database

SLUG: Final = "eingelesene-beitraege"
#: Makes a contribution's response id from its own id, so that a second import doubles nothing.
NAMESPACE: Final = UUID("6f1d9a52-6d0c-5b7c-9a3e-5a9f5f3f9b11")
AT_ONCE: Final = 16
TRIES: Final = 8
LEDGER: Final = text(
    """
    SELECT count(r.id) AS received, count(a.response_id) AS assessed, coalesce(sum(a.times), 0) AS assessments
    FROM intake.response r
    LEFT JOIN (SELECT response_id, count(*) AS times FROM analysis.assessment GROUP BY response_id) a
        ON a.response_id = r.id
    WHERE r.id = ANY(:ids)
    """
)
console = Console(stderr=True, highlight=False)


class Contribution(msgspec.Struct, frozen=True):
    id: str
    text: str
    source: str
    title: str = ""

    @property
    def response_id(self) -> UUID:
        return uuid5(NAMESPACE, f"{self.source}/{self.id}")


class Ledger(msgspec.Struct, frozen=True):
    sent: int
    received: int
    assessed: int
    assessments: int

    @property
    def settled(self) -> bool:
        return self.assessed >= self.sent

    @property
    def good(self) -> bool:
        """None lost, none twice."""
        return self.sent == self.received == self.assessed == self.assessments


async def import_file(parts: Parts, file: Path, url: str) -> bool:
    """Sends every contribution of the file and waits until all are assessed; True when the ledger is good.

    Raises click.ClickException for a file that cannot be read, naming the line.
    """
    contributions = read_contributions(file)
    codes = await _channels(parts, sorted({one.source for one in contributions}))
    await _send_all(parts, contributions, codes, url)
    ledger = await _wait_for_all(parts, contributions)
    verdict = "none lost, none twice" if ledger.good else "THIS DOES NOT ADD UP"
    console.print(
        f"sent {ledger.sent} = received {ledger.received} = assessed {ledger.assessed} "
        f"(assessments {ledger.assessments}): {verdict}"
    )
    return ledger.good


def read_contributions(file: Path) -> list[Contribution]:
    decoder = msgspec.json.Decoder(Contribution)
    contributions = []
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                contributions.append(decoder.decode(line))
            except msgspec.DecodeError as error:
                raise click.ClickException(f"{file.name}, line {number}: {error}. Nothing was sent.") from None
    return list({one.response_id: one for one in contributions}.values())


async def _channels(parts: Parts, sources: Sequence[str]) -> dict[str, str]:
    """source → code of its channel; campaign and channels are made where they are missing."""
    at = now()

    async def work(session: AsyncSession) -> dict[str, str]:
        campaign = await session.scalar(select(Campaign).where(Campaign.slug == SLUG))
        if campaign is None:
            campaign = await publish_campaign(session, _plan(), _questionnaire(), at)
        known = await session.execute(select(Channel.place, Channel.code).where(Channel.campaign_id == campaign.id))
        codes = dict(known.all())
        for source in sources:
            if source not in codes:
                codes[source] = await open_channel(session, campaign.id, "link", source, at)
        return codes

    return await parts.database("intake").run(work)


async def _send_all(parts: Parts, contributions: Sequence[Contribution], codes: Mapping[str, str], url: str) -> None:
    waiting = iter(contributions)
    columns = (TextColumn("Sending"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    limits = httpx.Limits(max_connections=AT_ONCE)
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=len(contributions))
        async with httpx.AsyncClient(base_url=url, timeout=30, limits=limits) as client:

            async def keep_sending() -> None:
                for one in waiting:
                    await _send(client, parts, one, codes[one.source])
                    progress.advance(task)

            await asyncio.gather(*(keep_sending() for _ in range(AT_ONCE)))


async def _send(client: httpx.AsyncClient, parts: Parts, one: Contribution, code: str) -> None:
    """One POST as a browser makes it. Repeated while the server is away: the same id cannot make two responses."""
    fields = {
        "token": sign_response_id(parts.intake.token_key, one.response_id, code),
        "language": "de",
        f"{PREFIX}title": one.title[:SHORT_TEXT_LIMIT],
        f"{PREFIX}text": one.text[:LONG_TEXT_LIMIT],
    }
    for pause in range(TRIES):
        try:
            answer = await client.post(f"/q/{code}", data=fields)
            if answer.status_code < 500:
                break
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.2 * 2**pause)
    else:
        raise click.ClickException(
            f"The front door did not answer for {one.id}. Run the command again: none is doubled."
        )
    if answer.status_code != 200:
        raise click.ClickException(f"The front door refused {one.id} with {answer.status_code}.")


async def _wait_for_all(parts: Parts, contributions: Sequence[Contribution]) -> Ledger:
    """The ledger once every response is assessed, or once nothing has moved for a minute."""
    ids = [one.response_id for one in contributions]
    database = Database(parts.url, pool_size=1)  # the owner, who alone sees both sides
    columns = (TextColumn("Assessing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with Progress(*columns, console=console) as progress:
            task = progress.add_task("", total=len(ids))
            moved_at, last = now(), -1
            while True:
                ledger = await _ledger(database, ids)
                progress.update(task, completed=ledger.assessed)
                if ledger.assessed != last:
                    moved_at, last = now(), ledger.assessed
                if ledger.settled or now() - moved_at > timedelta(minutes=1):
                    return ledger
                await asyncio.sleep(0.5)
    finally:
        await database.close()


async def _ledger(database: Database, ids: list[UUID]) -> Ledger:
    async with database.transaction() as session:
        row = (await session.execute(LEDGER, {"ids": ids})).one()
    return Ledger(len(ids), row.received, row.assessed, int(row.assessments))


def _plan() -> Plan:
    at = now().replace(hour=0, minute=0, second=0, microsecond=0)
    return Plan(
        district="sterkrade-mitte",
        slug=SLUG,
        title={"de": "Eingelesene Beiträge aus anderen Beteiligungen"},
        intro={"de": "Beiträge, die an anderer Stelle gesammelt wurden."},
        office="Stadt Oberhausen, Koordinierungsstelle Bürgerbeteiligung",
        level="anhoerung",
        opens_at=at,
        closes_at=at + timedelta(days=365),
        promise_on=(at + timedelta(days=400)).date(),
    )


def _questionnaire() -> Questionnaire:
    title = Question(key="title", kind="short_text", label={"de": "Überschrift"})
    body = Question(key="text", kind="long_text", label={"de": "Ihr Beitrag"})
    return Questionnaire((title, body), ("de",))
