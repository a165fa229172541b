"""Making campaigns as staff do, by the forms of the pages."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any, Final
from uuid import UUID

import httpx

from services.intake.domain.days import day_of
from services.intake.storage.campaigns import Draft, find_draft
from shared.kit.clock import now
from tests.support.city import City

PATH: Final = "/staff/making"
#: What is typed to begin a campaign.
NEW: Final = {
    "start": "ideas",
    "title": "Was wird aus dem Volkspark?",
    "district": "sterkrade-mitte",
    "level": "beratung",
    "languages": ["de"],
}


class _Forms(HTMLParser):
    """Fields of every form on a page, as a browser would send them untouched: action → fields."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, list[str]]]] = []
        self._text: str | None = None
        self._select: str | None = None
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((found.get("action", ""), {}))
        elif tag == "input" and "name" in found:
            if found.get("type") not in ("radio", "checkbox") or "checked" in found:
                self._add(found["name"], found.get("value", ""))
        elif tag == "textarea":
            self._text = found["name"]
            self._add(self._text, "")
        elif tag == "select":
            self._select, self._options = found["name"], []
        elif tag == "option":
            self._options.append((found.get("value", ""), "selected" in found))

    def handle_data(self, data: str) -> None:
        if self._text:
            self.forms[-1][1][self._text][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text:
            text = self.forms[-1][1][self._text]
            text[-1] = text[-1].removeprefix("\n")
            self._text = None
        elif tag == "select" and self._select:
            chosen = [value for value, selected in self._options if selected] or [self._options[0][0]]
            self._add(self._select, chosen[0])
            self._select = None

    def _add(self, name: str, value: str) -> None:
        self.forms[-1][1].setdefault(name, []).append(value)


def fields_in(page: str, action: str) -> dict[str, Any]:
    """What a browser would send of the first form with this action, if nothing was typed."""
    parser = _Forms()
    parser.feed(page)
    return next(fields for where, fields in parser.forms if where.split("?")[0] == action)


async def fields_of(city: City, path: str, action: str | None = None) -> dict[str, Any]:
    page = await city.client.get(path)
    assert page.status_code == 200, page.text
    return fields_in(page.text, action or path.split("?")[0])


async def see(city: City, path: str) -> str:
    """The page's text as a person reads it, without markup."""
    return told(await city.client.get(path))


def told(answer: httpx.Response) -> str:
    assert "<main" in answer.text, answer.text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text.split("<main", 1)[1])).split())


async def begin(city: City, **changes: Any) -> str:
    """A new draft; returns its path."""
    answer = await city.client.post(f"{PATH}/new", data={**NEW, **changes})
    assert answer.status_code == 303, told(answer)
    return str(answer.headers["location"].split("?")[0])


async def fill(city: City, path: str, **changes: Any) -> httpx.Response:
    """Sends the form of this page with these changes."""
    return await city.client.post(path.split("?")[0], data={**await fields_of(city, path), **changes})


async def press(city: City, base: str, do: str) -> httpx.Response:
    """A button of the list of questions."""
    draft = await draft_of(city, base)
    return await city.client.post(f"{base}/questions", data={"edition": str(draft.edition), "do": do})


async def publish(city: City, base: str, **more: str) -> httpx.Response:
    draft = await draft_of(city, base)
    return await city.client.post(f"{base}/publish", data={"edition": str(draft.edition), **more})


async def draft_of(city: City, base: str) -> Draft:
    found = await city.database("intake").run(lambda session: find_draft(session, id_of(base)))
    assert found
    return found


def id_of(base: str) -> UUID:
    return UUID(base.rsplit("/", 1)[1])


async def open_now(city: City, base: str, **more: str) -> None:
    """Fills what is missing for publishing, with dates that take answers today."""
    today = day_of(now())
    days = {
        "opens": (today - timedelta(days=1)).isoformat(),
        "closes": (today + timedelta(days=20)).isoformat(),
        "promise": (today + timedelta(days=60)).isoformat(),
    }
    answer = await fill(city, f"{base}/settings", office="Stadtteilbüro Sterkrade", **days, **more)
    assert answer.status_code == 303, told(answer)
