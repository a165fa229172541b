"""Channels in bulk, ended and led on, and counted without knowing anybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from services.intake.domain.days import day_of
from services.intake.operations.open_channel import open_channel
from services.intake.web import shown, visits
from shared.kit.clock import now
from tests.support import paged
from tests.support.city import City
from tests.support.demo import CODE, plan
from tests.support.making import PATH, begin, fields_in, id_of, see, told
from tests.support.people import sign_in

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"}
LIST = "\ufeffOrt;Gruppe;Art;von;bis\r\nBücherei;;Plakat;2.11.2026;30.11.2026\r\nKirche;Senioren;Gruppe;;\r\n"
WRONG = "Ort,Art,bis\nBücherei,Zeppelin,\n,Plakat,30.11.2026\nMarkt,Flyer,irgendwann\n"
PLACES = "SELECT kind, place, group_name, begins_on::text, ends_on::text FROM intake.channel ORDER BY place"


@pytest.fixture
async def at_once(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """What is counted is written, and what is changed is seen, without waiting for it."""
    monkeypatch.setattr(visits, "WRITE_AFTER_S", 0.0)
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    yield
    await asyncio.sleep(0.1)


async def upload(city: City, base: str, content: str) -> Any:
    files = {"file": ("orte.csv", content.encode(), "text/csv")}
    return await city.client.post(f"{base}/channels/file", files=files)


async def demo_base(city: City) -> str:
    return f"{PATH}/{await city.one('SELECT id::text FROM intake.campaign')}"


async def counted(city: City, wanted: list[tuple[Any, ...]]) -> None:
    """Waits until the counters say so."""
    for _ in range(1000):
        found = await city.all("SELECT opened_count, started_count FROM intake.visit")
        if found == wanted:
            return
        await asyncio.sleep(0.02)
    assert found == wanted


async def rename(city: City, table: str, to: str) -> None:
    async with city.owner.transaction() as session:
        await session.execute(text(f"ALTER TABLE intake.{table} RENAME TO {to}"))


async def channel_of(city: City, code: str = CODE) -> str:
    return str(await city.one("SELECT id::text FROM intake.channel WHERE code = :code", code=code))


async def test_a_list_is_looked_at_first_and_then_opened_as_it_was_shown(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    preview = await upload(city, base, LIST)
    assert "2 Zeilen aus „orte.csv“" in told(preview)
    assert await city.one("SELECT count(*) FROM intake.channel") == 0
    fields = fields_in(preview.text, f"{base}/channels/new")
    answer = await city.client.post(f"{base}/channels/new", data=fields)
    assert answer.status_code == 303, told(answer)
    assert await city.all(PLACES) == [
        ("poster", "Bücherei", "", "2026-11-02", "2026-11-30"),
        ("group", "Kirche", "Senioren", None, None),
    ]
    assert "2 Zugänge sind angelegt" in await see(city, str(answer.headers["location"]))
    assert await city.one("SELECT count(*) FROM bus.message WHERE name = 'channel.opened.v1'") == 2


async def test_a_list_with_faults_names_each_and_loses_nothing(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    preview = await upload(city, base, WRONG)
    for field in ("kind-0", "place-1", "ends-2"):
        assert f'<a href="#{field}">' in preview.text
    fields = fields_in(preview.text, f"{base}/channels/new")
    assert fields["place"] == ["Bücherei", "", "Markt"]
    assert fields["kind"] == ["Zeppelin", "poster", "flyer"]
    assert fields["ends"] == ["", "2026-11-30", "irgendwann"]
    again = await city.client.post(f"{base}/channels/new", data=fields)
    assert again.status_code == 422
    assert fields_in(again.text, f"{base}/channels/new") == fields
    assert await city.one("SELECT count(*) FROM intake.channel") == 0
    mended = {**fields, "kind": ["poster"] * 3, "place": ["Bücherei", "Bad", "Markt"], "ends": [""] * 3}
    assert (await city.client.post(f"{base}/channels/new", data=mended)).status_code == 303
    assert await city.one("SELECT count(*) FROM intake.channel") == 3


async def test_sending_the_same_list_twice_opens_it_once(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    fields = fields_in((await upload(city, base, LIST)).text, f"{base}/channels/new")
    answers = await asyncio.gather(*(city.client.post(f"{base}/channels/new", data=fields) for _ in range(2)))
    assert sorted(answer.status_code for answer in answers) == [303, 422]
    assert await city.one("SELECT count(*) FROM intake.channel") == 2


async def test_more_rows_keep_what_was_typed(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    typed = {"place": ["Bücherei", ""], "kind": ["flyer", "poster"], "do": "more"}
    page = await city.client.post(f"{base}/channels/new", data=typed)
    fields = fields_in(page.text, f"{base}/channels/new")
    assert fields["place"] == ["Bücherei"] + [""] * 6
    assert fields["kind"][0] == "flyer"


@pytest.mark.parametrize("content", ["", "Name\nX", "\0\0"])
async def test_a_file_that_is_no_list_is_refused_kindly(city: City, content: str) -> None:
    await sign_in(city, "ada", "editor")
    answer = await upload(city, await begin(city), content)
    assert answer.status_code == 422
    assert "lässt sich nicht lesen" in told(answer)


async def test_two_hundred_places_have_two_hundred_codes(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    rows = {"place": [f"Ort {number}" for number in range(200)], "kind": ["poster"] * 200}
    assert (await city.client.post(f"{base}/channels/new", data=rows)).status_code == 303
    assert await city.one("SELECT count(DISTINCT code) FROM intake.channel") == 200


async def test_a_channel_of_another_campaign_is_not_found(city: City) -> None:
    await sign_in(city, "ada", "editor")
    await city.publish_demo()
    other, channel = await begin(city), await channel_of(city)
    for path in ("", "/end", "/reopen", "/successor"):
        assert (await city.client.post(f"{other}/channels/{channel}{path}", data={})).status_code == 404


async def test_readers_change_nothing(city: City) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    await sign_in(city, "rea", "reader")
    channel = await channel_of(city)
    assert (await city.client.get(f"{base}/channels/{channel}")).status_code == 200
    for path in ("/new", f"/{channel}", f"/{channel}/end", f"/{channel}/successor"):
        assert (await city.client.post(f"{base}/channels{path}", data={"place": "X"})).status_code == 403


async def test_a_renamed_channel_keeps_its_code(city: City, at_once: None) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    await sign_in(city, "ada", "editor")
    path = f"{base}/channels/{await channel_of(city)}"
    wrong = await city.client.post(path, data={"place": "", "group": "Leseclub", "begins": "", "ends": ""})
    assert wrong.status_code == 422
    assert 'value="Leseclub"' in wrong.text
    there = {"place": "Neue Bücherei", "group": "Leseclub", "position": "51,5168 6,8488"}
    answer = await city.client.post(path, data=there)
    await city.deliver_all()
    assert await city.all("SELECT place, latitude, longitude FROM analysis.channel") == [
        ("Neue Bücherei", 51.5168, 6.8488)
    ]
    assert 'value="51.5168, 6.8488"' in (await city.client.get(path)).text
    assert answer.status_code == 303, told(answer)
    assert "Neue Bücherei" in (await city.client.get(f"/q/{CODE}")).text
    assert await city.one("SELECT verb FROM staff.audit_entry WHERE verb LIKE 'channel.%'") == "channel.changed"


async def test_an_ended_code_leads_to_the_results_and_opens_again(city: City, at_once: None) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    await sign_in(city, "ada", "editor")
    path = f"{base}/channels/{await channel_of(city)}"
    token = await city.open_form()
    assert (await city.client.post(f"{path}/end")).status_code == 303
    page = await city.client.get(f"/q/{CODE}")
    assert page.status_code == 410
    assert "Dieser Code gilt seit dem" in told(page)
    assert "/ergebnisse/sterkrade-2026" in page.text
    assert (await city.send_form(token)).status_code == 200, "whoever had it open may still send"
    assert "beendet" in await see(city, path)
    assert (await city.client.post(f"{path}/reopen")).status_code == 303
    assert (await city.client.get(f"/q/{CODE}")).status_code == 200


async def test_a_last_day_ends_a_channel_by_itself(city: City, at_once: None) -> None:
    await city.publish_demo(plan(opened_ago=timedelta(days=9)))
    base = await demo_base(city)
    await sign_in(city, "ada", "editor")
    yesterday = (day_of(now()) - timedelta(days=1)).isoformat()
    path = f"{base}/channels/{await channel_of(city)}"
    await city.client.post(path, data={"place": "Bücherei", "ends": yesterday})
    assert (await city.client.get(f"/q/{CODE}")).status_code == 410
    await city.client.post(f"{path}/reopen")
    assert (await city.client.get(f"/q/{CODE}")).status_code == 200


async def test_an_ended_code_leads_on_to_its_successor(city: City, at_once: None) -> None:
    made = await city.publish_demo()
    next_code = await city.database("intake").run(
        lambda session: open_channel(session, made.campaign_id, "poster", "Neuer Ort", now())
    )
    base = await demo_base(city)
    await sign_in(city, "ada", "editor")
    path = f"{base}/channels/{await channel_of(city)}"
    await city.client.post(f"{path}/successor", data={"successor": await channel_of(city, next_code)})
    await city.client.post(f"{path}/end")
    page = await city.client.get(f"/q/{CODE}?lang=ar")
    assert f"/q/{next_code}?lang=ar" in page.text
    assert "شاركوا الآن هنا" in page.text


async def test_the_codes_of_a_campaign_that_is_over_lead_on_to_the_next_round(city: City, at_once: None) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    await city.publish_demo(plan("naechste-runde"), "NX3TR4")
    await sign_in(city, "lea", "lead")
    answer = await city.client.post(f"{base}/successor", data={"successor": await channel_of(city, "NX3TR4")})
    assert answer.status_code == 303
    assert "NX3TR4" not in (await city.client.get(f"/q/{CODE}")).text
    await city.client.post(f"{base}/close")
    page = await city.client.get(f"/q/{CODE}")
    assert page.status_code == 410
    assert "/q/NX3TR4" in page.text
    assert "/ergebnisse/sterkrade-2026" in page.text


async def test_a_successor_in_a_district_one_may_not_see_is_not_taken(city: City) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    await city.all("UPDATE intake.campaign SET district = 'ost' RETURNING 1")
    await city.publish_demo(plan("naechste-runde"), "NX3TR4")
    await sign_in(city, "ada", "editor", "ost")
    await city.client.post(f"{base}/successor", data={"successor": await channel_of(city, "NX3TR4")})
    assert await city.one("SELECT successor_id FROM intake.campaign WHERE district = 'ost'") is None


async def test_opening_a_form_is_counted_for_people_only(city: City, at_once: None) -> None:
    await city.publish_demo()
    path = f"/q/{CODE}"
    for _ in range(3):
        assert (await city.client.get(path, headers=PHONE)).status_code == 200
    await city.client.get(path)
    await city.client.get(path, headers={"User-Agent": "WhatsApp/2.23.20.0"})
    await city.client.get(path, headers={**PHONE, "Sec-Purpose": "prefetch;prerender"})
    await city.client.get(f"{path}?whole=1", headers=PHONE)
    await counted(city, [(3, 0)])
    columns = "SELECT column_name FROM information_schema.columns WHERE table_schema || table_name = 'intakevisit'"
    assert {row[0] for row in await city.all(columns)} == {"channel_id", "day", "opened_count", "started_count"}


async def test_a_response_of_several_pages_is_started_once(city: City, at_once: None) -> None:
    await paged.publish(city)
    path = f"/q/{paged.CODE}"
    fields = fields_in((await city.client.get(path, headers=PHONE)).text, path)
    for _ in range(3):
        await city.client.post(path, data={**fields, "go": "next"})
    await counted(city, [(1, 1)])


async def test_the_funnel_names_no_small_number(city: City, at_once: None) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    await sign_in(city, "ada", "reader")
    for _ in range(7):
        await city.client.get(f"/q/{CODE}", headers=PHONE)
    for _ in range(4):
        await city.respond()
    await counted(city, [(7, 0)])
    assert "5 unter 5 unter 5" in await see(city, f"{base}/channels")
    await city.respond()
    assert "5 5 5" in await see(city, f"{base}/channels")
    assert "5 5 5" in await see(city, base)


async def test_what_nobody_scanned_for_ten_days_is_said(city: City) -> None:
    await city.publish_demo(plan(opened_ago=timedelta(days=12)))
    base = await demo_base(city)
    await sign_in(city, "ada", "reader")
    assert "umhängen" not in await see(city, f"{base}/channels")
    await city.all("UPDATE intake.channel SET opened_at = opened_at - interval '11 days' RETURNING 1")
    assert "Seit zehn Tagen nicht gescannt: umhängen?" in await see(city, f"{base}/channels")


async def test_counting_never_costs_anybody_an_answer(city: City, at_once: None) -> None:
    await city.publish_demo()
    await rename(city, "visit", "elsewhere")
    assert (await city.client.get(f"/q/{CODE}", headers=PHONE)).status_code == 200
    await asyncio.sleep(0.2)
    await rename(city, "elsewhere", "visit")
    assert (await city.client.get(f"/q/{CODE}", headers=PHONE)).status_code == 200
    await counted(city, [(2, 0)])


async def test_the_office_is_not_counted_among_participants(city: City) -> None:
    made = await city.publish_demo()
    base = await demo_base(city)
    await city.database("intake").run(
        lambda s: open_channel(s, UUID(str(made.campaign_id)), "department", "Fachbereich", now(), "FB6ST7")
    )
    await city.respond()
    await city.respond(code="FB6ST7")
    await sign_in(city, "ada", "reader")
    page = await see(city, base)
    assert "1 Beitrag" in page
    assert "eine Antwort der verantwortlichen Stelle" in page
    assert "1 Beitrag" in await see(city, PATH)
    assert id_of(base) == made.campaign_id
