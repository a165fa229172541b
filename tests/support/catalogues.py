"""Changing the catalogue as staff do, by its forms."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, Final

import httpx

from services.analysis.domain.document import Document
from services.analysis.storage.catalogue import CITY, find_effective
from tests.support.city import City

PATH: Final = "/staff/catalogue"


async def holds(city: City, district: str = CITY) -> Document:
    async with city.database("analysis").transaction() as session:
        return (await find_effective(session, district)).document


async def see(city: City, path: str) -> str:
    """The page's text as a person reads it, without markup."""
    return told(await city.client.get(path))


def told(answer: httpx.Response) -> str:
    assert "<main" in answer.text, answer.text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text.split("<main", 1)[1])).split())


async def open_draft(city: City, district: str = CITY, start: str = "") -> str:
    """Opens a draft; returns its path."""
    answer = await city.client.post(f"{PATH}/drafts", data={"district": district, "start": start})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"].split("?")[0])


async def fields_of(city: City, path: str) -> dict[str, Any]:
    """What a browser would send of the last form on the page, if nothing was typed."""
    page = (await city.client.get(path)).text
    fields: dict[str, Any] = {}
    for name, value in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL):
        fields.setdefault(name, []).append(unescape(value))
    for tag in re.findall(r"<input[^>]+>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        assert name and value
        if "checkbox" not in tag or " checked" in tag:
            fields.setdefault(name[1], []).append(unescape(value[1]))
    return fields


async def save(city: City, path: str, **changes: Any) -> httpx.Response:
    return await city.client.post(path, data={**await fields_of(city, path), "do": "save", **changes})


async def publish(city: City, draft: str, note: str = "Klarer") -> httpx.Response:
    edition = (await fields_of(city, draft))["edition"][0]
    return await city.client.post(f"{draft}/publish", data={"edition": edition, "note": note})


async def publish_change(city: City, title: str = "Ganz früh Bescheid wissen", district: str = CITY) -> None:
    """A new version with one other title."""
    draft = await open_draft(city, district)
    await save(city, f"{draft}/standards/early-information", **{"title-de": title})
    assert (await publish(city, draft, "Klarer")).status_code == 303
