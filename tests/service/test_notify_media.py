"""How people want to hear, the letter of the week, and what staff see of letters."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest

from services.notify.operations.choose_hearing import Hearing, choose_hearing
from services.notify.operations.gather_digests import gather_digests
from services.notify.operations.preview_letter import KINDS
from shared.kit.clock import now
from shared.kit.texts import LANGUAGES
from shared.kit.web.pages import ZONE
from tests.support.city import City
from tests.support.people import sign_in
from tests.support.voice import Voice, letters, subjects, token_in

WEEKLY = {"language": "de", "letters": "de", "pace": "weekly", "quiet": ""}


def friday() -> datetime:
    """Friday of this week, eleven o'clock where the readers live."""
    local = datetime.now(ZONE)
    return (local + timedelta(days=4 - local.weekday())).replace(hour=11, minute=0)


async def subscribed(city: City, **chosen: str) -> tuple[Voice, str]:
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    token = await voice.subscribed()
    await city.client.post(f"/subscription/{token}", data={"language": "de", **chosen})
    return voice, token


async def state(city: City) -> tuple[str, ...]:
    return tuple(row[0] for row in await city.all("SELECT state FROM notify.notification ORDER BY queued_at"))


async def gather(city: City, at: datetime) -> int:
    return await city.database("notify").run(lambda session: gather_digests(session, at))


async def test_the_confirmation_page_asks_how_and_keeps_it(city: City) -> None:
    voice = Voice(city)
    token = await voice.subscribed()
    page = (await city.client.get(f"/subscription/{token}?lang=en")).text
    assert "How often?" in page
    assert '<option value="en" selected' in page
    await city.client.post(
        f"/subscription/{token}", data={"language": "en", "letters": "tr", "pace": "weekly", "quiet": "20-8"}
    )
    row = await city.all("SELECT state, language, pace, quiet_start, quiet_end FROM notify.subscription")
    assert row == [("confirmed", "tr", "weekly", 20, 8)]


async def test_the_link_in_a_letter_changes_it_in_every_language(city: City) -> None:
    voice, token = await subscribed(city, letters="ar", pace="weekly", quiet="")
    for code in LANGUAGES:
        page = await city.client.get(f"/subscription/{token}?lang={code}")
        assert page.status_code == 200
        assert 'value="weekly" checked' in page.text
    saved = await city.client.post(
        f"/subscription/{token}", data={"language": "de", "letters": "de-du", "pace": "at_once", "quiet": "22-7"}
    )
    assert "Gespeichert." in saved.text
    await voice.assess()
    await city.all("UPDATE notify.subscription SET quiet_start = NULL, quiet_end = NULL RETURNING 1")
    await city.deliver_all()
    last = letters(city)[-1]
    assert "Dein Beitrag" in last["Subject"]
    body = last.get_body(("plain",))
    assert body and f"/subscription/{token}?lang=de-du" in body.get_content()


@pytest.mark.parametrize("quiet", ["25-3", "now", "20-8-1"])
async def test_what_nobody_could_have_chosen_counts_as_not_chosen(city: City, quiet: str) -> None:
    await subscribed(city, letters="klingon", pace="never", quiet=quiet)
    row = await city.all("SELECT language, pace, quiet_start FROM notify.subscription")
    assert row == [("de", "at_once", None)]


async def test_who_wants_it_weekly_gets_one_letter_on_friday_and_everything_once(city: City) -> None:
    voice, _ = await subscribed(city, letters="de", pace="weekly", quiet="")
    await voice.assess()
    await city.deliver_all()
    assert await state(city) == ("sent", "gathered")
    assert await gather(city, friday() - timedelta(hours=2)) == 0
    for _ in range(2):
        await gather(city, friday())
        await city.deliver_all()
    assert await state(city) == ("sent", "sent", "sent")
    assert subjects(city) == ["Bitte", "Diese"]
    text = str(letters(city)[-1].get_body(("plain",)))
    assert "Ihr Beitrag ist gelesen." in text
    assert token_in(letters(city)[-1])


async def test_what_comes_after_fridays_letter_goes_into_the_next(city: City) -> None:
    voice, _ = await subscribed(city, letters="de", pace="weekly", quiet="")
    await voice.assess()
    await city.deliver_all()
    assert await gather(city, friday()) == 1
    await city.deliver_all()
    await city.all(  # as if something else had happened for the same reader
        "UPDATE notify.notification SET state = 'gathered', digest_id = NULL WHERE letter = 'read' RETURNING 1"
    )
    assert await gather(city, friday() + timedelta(hours=3)) == 0
    assert await gather(city, friday() + timedelta(days=7)) == 1


async def test_who_wants_it_at_once_again_gets_what_was_gathered(city: City) -> None:
    voice, token = await subscribed(city, letters="de", pace="weekly", quiet="")
    await voice.assess()
    await city.deliver_all()
    await city.client.post(f"/subscription/{token}", data={**WEEKLY, "pace": "at_once"})
    await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]
    assert await gather(city, friday()) == 0


async def test_in_quiet_hours_a_letter_waits_and_then_comes(city: City) -> None:
    voice, token = await subscribed(city)
    hour = datetime.now(ZONE).hour
    await city.all(
        "UPDATE notify.subscription SET quiet_start = :start, quiet_end = :end RETURNING 1",
        start=hour,
        end=(hour + 2) % 24,
    )
    await voice.assess()
    with pytest.raises(AssertionError, match="still owed"):
        await city.deliver_all()
    assert subjects(city) == ["Bitte"]
    assert now() < await city.one("SELECT due_at FROM notify.notification WHERE letter = 'read'")
    async with city.database("notify").transaction() as session:
        await choose_hearing(session, city.parts.notify, token, Hearing("de", "at_once", None), now())
    await city.all("UPDATE bus.delivery SET next_at = now() WHERE state = 'waiting' RETURNING 1")
    await city.deliver_all()
    assert subjects(city) == ["Bitte", "Ihr"]


async def test_staff_see_numbers_and_never_an_address(city: City) -> None:
    voice = Voice(city)
    await voice.subscribe()
    await city.all("UPDATE notify.notification SET state = 'stranded', error = 'RCPT 451' RETURNING 1")
    await sign_in(city, "lena", "lead")
    page = await city.client.get("/staff/letters")
    assert "RCPT 451" in page.text
    assert "example.org" not in page.text
    assert (await city.client.post("/staff/letters/retry")).status_code == 303
    await city.deliver_all()
    assert subjects(city) == ["Bitte"]


async def test_every_letter_can_be_looked_at_in_every_language(city: City) -> None:
    await Voice(city).publish(title="Kleiner Markt")
    await sign_in(city, "rita", "reader")
    overview = await city.client.get("/staff/letters/preview")
    for kind in KINDS:
        for code in LANGUAGES:
            path = f"/staff/letters/preview/{kind}?lang={code}"
            assert path in overview.text
            assert (await city.client.get(path)).status_code == 200
            letter = await city.client.get(f"{path}&part=html")
            assert f'lang="{LANGUAGES[code].tag}"' in letter.text
            assert "sandbox" in letter.headers["content-security-policy"]
            assert kind == "confirm" or "Kleiner Markt" in letter.text
    assert (await city.client.get("/staff/letters/preview/none?lang=de")).status_code == 404


async def test_the_data_of_one_person_says_how_they_want_to_hear(city: City) -> None:
    _, token = await subscribed(city, letters="tr", pace="weekly", quiet="20-8")
    file = msgspec.json.decode((await city.client.get(f"/subscription/{token}/data.json")).content)
    (entry,) = file["subscriptions"]
    assert (entry["language"], entry["pace"], entry["quiet"]) == ("tr", "weekly", [20, 8])
