"""What Sterkrade-Mitte worked out, taken over in Osterfeld, and brought up to date there."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest

from services.analysis.district.domain.method_form import typed_of
from services.analysis.district.storage.methods import shipped
from tests.support.city import City
from tests.support.people import sign_in

HOME, AWAY = "sterkrade-mitte", "osterfeld"
PATH = "/staff/papers/packages"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
async def _lead(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "lea", "lead")


async def _page(city: City, path: str) -> str:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


async def _post(city: City, path: str, status: int = 303, **fields: Any) -> str:
    answer = await city.client.post(path, data=fields, headers=SAME)
    assert answer.status_code == status, answer.text
    return str(answer.headers["location"]).partition("?")[0]


async def _edition(city: City, path: str) -> str:
    found = re.search(r'name="edition" value="(\d+)"', await _page(city, path))
    assert found
    return found[1]


async def _concept(city: City, district: str) -> str:
    return await _post(city, "/staff/papers", kind="concept", district=district, subject="")


async def _write(city: City, paper: str, section: str, words: str) -> None:
    edition = await _edition(city, f"{paper}/sections/{section}")
    await _post(city, f"{paper}/sections/{section}", words=words, edition=edition)


async def _rule(city: City, paper: str, days: int) -> None:
    edition = await _edition(city, f"{paper}/rules")
    await _post(city, f"{paper}/rules", edition=edition, notice_days=str(days), feedback_weeks="0")


async def _bring(city: City, content: bytes, status: int = 303) -> str:
    files = {"file": ("paket.resonanz.json", content, "application/json")}
    answer = await city.client.post(PATH, data={"district": AWAY}, files=files, headers=SAME)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


async def _take(city: City) -> None:
    found = re.search(r'name="package" value="([^"]+)"', await _page(city, f"{PATH}?district={AWAY}"))
    assert found
    await _post(city, f"{PATH}/decision", district=AWAY, package=found[1], do="take")
    await city.deliver_all()


async def _package(city: City) -> bytes:
    answer = await city.client.get(f"{PATH}/{HOME}/file")
    assert answer.status_code == 200
    return answer.content


async def test_osterfeld_takes_over_and_later_gets_the_update(city: City) -> None:
    concept = await _concept(city, HOME)
    await _write(city, concept, "aim", "Wir fragen früh.")
    await _write(city, concept, "responsible", "Das Stadtteilbüro.")
    await _rule(city, concept, 14)
    method: dict[str, Any] = typed_of(shipped()[0]) | {"name": ["Teestunde"], "district": [HOME], "edition": ["0"]}
    await _post(city, "/staff/methods/new", **method)

    await _bring(city, await _package(city))
    preview = await _page(city, f"{PATH}?district={AWAY}")
    assert "Unterschrieben von dieser Installation" in preview
    assert "Teestunde" in preview and "kommt neu dazu" in preview
    assert not await city.one("SELECT count(*) FROM analysis.paper WHERE district = :d", d=AWAY), "only looked at"
    await _take(city)
    away = await _concept(city, AWAY)
    assert "Wir fragen früh." in await _page(city, away)
    assert "Teestunde" in await _page(city, f"/staff/methods?district={AWAY}&q=teestunde")
    drafted = await city.all("SELECT slug, state FROM intake.campaign WHERE district = :d", d=AWAY)
    assert drafted == [(f"sterkrade-2026-{AWAY}", "draft")]
    assert "kommen aus Sterkrade-Mitte" in await _page(city, f"{PATH}?district={AWAY}")

    await _write(city, away, "responsible", "Bei uns der Bürgerverein.")
    await _write(city, concept, "aim", "Wir fragen noch früher.")
    await _write(city, concept, "responsible", "Das neue Stadtteilbüro.")
    await _rule(city, concept, 21)
    await _bring(city, await _package(city))
    await _take(city)
    page = await _page(city, away)
    assert "Wir fragen noch früher." in page, "nobody touched it here"
    assert "Bei uns der Bürgerverein." in page, "what was changed here stays"
    assert await city.one("SELECT rules->>'notice_days' FROM analysis.paper WHERE district = :d", d=AWAY) == "21"
    assert await city.one("SELECT count(*) FROM intake.campaign WHERE district = :d", d=AWAY) == 1, "not drafted twice"


async def test_a_changed_file_is_refused_and_says_what_to_do(city: City) -> None:
    signed = json.loads(await _package(city))
    signed["content"] = signed["content"].replace("sterkrade-mitte", "sterkrade-nord")
    page = await _bring(city, json.dumps(signed).encode(), 422)
    assert "Die Unterschrift passt nicht" in page and 'href="#file"' in page
    assert "kein Paket von Resonanz" in await _bring(city, b"", 422)


async def test_a_package_holds_no_response_and_nobody(city: City) -> None:
    await city.respond({"a-informed": "2", "a-wish": "Mein Name ist Rosa Tester, Tel. 0208 123456"})
    await city.deliver_all()
    content = (await _package(city)).decode()
    assert "Rosa" not in content and "0208 123456" not in content and "lea" not in content.lower().split('"')


async def test_what_is_put_away_changes_nothing(city: City) -> None:
    await _bring(city, await _package(city))
    found = re.search(r'name="package" value="([^"]+)"', await _page(city, f"{PATH}?district={AWAY}"))
    assert found
    await _post(city, f"{PATH}/decision", district=AWAY, package=found[1], do="drop")
    assert await city.all("SELECT 1 FROM analysis.brought_package") == []
    answer = await city.client.post(
        f"{PATH}/decision", data={"district": AWAY, "package": found[1], "do": "take"}, headers=SAME
    )
    assert answer.status_code == 404


async def test_inherited_standards_stay_as_they_came(city: City) -> None:
    """A district's catalogue that takes something from an inherited standard cannot be published."""
    await _bring(city, await _package(city))
    await _take(city)
    answer = await city.client.post("/staff/catalogue/drafts", data={"district": AWAY, "start": ""}, headers=SAME)
    draft = str(answer.headers["location"]).partition("?")[0]
    page = await city.client.get(draft)
    edition = re.search(r'name="edition" value="(\d+)"', page.text)
    assert edition
    await city.client.post(draft, data={"edition": edition[1], "do": "remove-0"}, headers=SAME)
    refused = await city.client.get(draft)
    assert "locked" in refused.text or "gesperrt" in refused.text or "fest" in refused.text
