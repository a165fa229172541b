"""The integrity page of a campaign, for everybody: what became of every response, and how to check it oneself."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from babel.numbers import format_decimal
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Stream
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.ledger import (
    all_links,
    count_arrivals,
    find_position,
    page_links,
    read_balance,
    read_seals,
)
from services.analysis.storage.campaigns import find_campaign
from services.analysis.storage.tables import Campaign
from shared.kit.storage import Database
from shared.kit.texts import FIRST, LANGUAGES, WRITTEN, Texts, nearest_language
from shared.kit.web import errors
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import first, read_fields
from shared.kit.web.pages import Pages

HERE: Final = Path(__file__).parent.parent / "public"
PAGES: Final = Pages(HERE / "templates", Texts(errors.HERE / "texts", HERE / "texts"))
PATH: Final = "/ergebnisse/{slug:str}/nachweis"
#: Published states that the page lists; the file has all of them.
MOST_SEALS: Final = 14
FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")


@get(PATH, opt=PUBLIC)
async def show_integrity(request: Request[Any, Any, Any], slug: str, database: Database) -> Response[str]:
    return await _page(database, slug, _language(request))


@post(PATH, opt=PUBLIC, status_code=200)
async def check_fingerprint(request: Request[Any, Any, Any], slug: str, database: Database) -> Response[str]:
    """Whether a response is in the chain. What is typed comes in the body, and is not kept."""
    fields = await read_fields(request)
    language = first(fields, "language")
    return await _page(
        database, slug, language if language in WRITTEN else _language(request), first(fields, "fingerprint")
    )


@get(PATH + ".json", opt=PUBLIC)
async def download_proof(slug: str, database: Database) -> Stream:
    """Everything that `deploy ledger verify` needs, a page of links at a time."""
    async with database.transaction() as session:
        campaign = await _find(session, slug)
    return _file(_proof(database, campaign.id), "application/json", f"nachweis-{slug}.json")


@get(PATH + ".csv", opt=PUBLIC)
async def download_chain(slug: str, database: Database) -> Stream:
    async with database.transaction() as session:
        campaign = await _find(session, slug)
    return _file(_table(database, campaign.id), "text/csv; charset=utf-8", f"nachweis-{slug}.csv")


async def _page(database: Database, slug: str, language: str, typed: str = "") -> Response[str]:
    fingerprint = "".join(typed.split()).lower()
    async with database.transaction() as session:
        campaign = await _find(session, slug)
        balance = await read_balance(session, campaign.id)
        values = {
            **balance._asdict(),
            "new": await count_arrivals(session, campaign.id),
            "seals": await read_seals(session, campaign.id, MOST_SEALS),
            "found": await find_position(session, campaign.id, fingerprint) if fingerprint else None,
        }
    fault = bool(typed) and not FINGERPRINT.fullmatch(fingerprint)
    return PAGES.page(
        "integrity.html",
        language,
        status=422 if fault else 200,
        campaign=campaign,
        slug=slug,
        typed=typed,
        fault=fault,
        offered=list(LANGUAGES),
        number=lambda value: format_decimal(value, locale=WRITTEN[language].locale),
        **values,
    )


async def _find(session: AsyncSession, slug: str) -> Campaign:
    campaign = await find_campaign(session, slug)
    if campaign is None:
        raise NotFoundException
    return campaign


def _language(request: Request[Any, Any, Any]) -> str:
    """What the address asks for, else what the browser prefers."""
    wanted = request.query_params.get("lang", "")
    return (
        wanted if wanted in WRITTEN else nearest_language(request.headers.get("accept-language", FIRST), (*LANGUAGES,))
    )


async def _proof(database: Database, campaign_id: UUID) -> AsyncIterator[bytes]:
    """As msgspec reads a Proof."""
    async with database.transaction() as session:
        yield f'{{"campaign":"{campaign_id}","links":['.encode()
        after = 0
        while page := await page_links(session, campaign_id, after):
            yield b"," * bool(after) + msgspec.json.encode(page)[1:-1]
            after = page[-1].position
        seals = await read_seals(session, campaign_id)
        yield b'],"seals":' + msgspec.json.encode(seals[::-1]) + b"}\n"


async def _table(database: Database, campaign_id: UUID) -> AsyncIterator[bytes]:
    async with database.transaction() as session:
        yield "\ufeffposition;fingerprint;hash\r\n".encode()
        async for link in all_links(session, campaign_id):
            yield f"{link.position};{link.fingerprint};{link.hash}\r\n".encode()


def _file(content: AsyncIterator[bytes], media_type: str, name: str) -> Stream:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Stream(content, media_type=media_type, headers={**headers, "Cache-Control": "no-store"})
