"""Where staff want their letters: confirmed by a link, in the vault only, used for reminders and escalation."""

from __future__ import annotations

import re
from datetime import timedelta
from email.message import EmailMessage
from typing import Any, Final

import httpx
from cryptography.fernet import Fernet
from msgspec.structs import replace as changed

from services.notify.operations.keep_staff_address import MOST_LINKS, forget_staff_addresses
from services.notify.operations.rotate_vault import count_by_key, rotate_vault
from shared.kit.clock import now
from shared.staff.commands import close_account
from tests.service.test_notify_promises import OFFICE, promise, tick
from tests.support.city import City
from tests.support.demo import DISTRICT
from tests.support.people import sign_in
from tests.support.voice import letters

PATH: Final = "/staff/account/mail"
WORK: Final = "lea.lampe@oberhausen.example.org"
_LINK: Final = re.compile(r"/mail/([\w-]{43})")
SAME: Final = {"Sec-Fetch-Site": "same-origin"}


async def ask(city: City, address: str = WORK) -> httpx.Response:
    return await city.client.post(PATH, data={"address": address}, headers=SAME)


def link_in(letter: EmailMessage) -> str:
    found = _LINK.search(str(letter.get_content()))
    assert found
    return f"/mail/{found[1]}"


async def asked(city: City, address: str = WORK) -> str:
    """The path of the link that came."""
    assert (await ask(city, address)).status_code == 303
    await city.deliver_all()
    return link_in(letters(city, address)[-1])


async def test_a_confirmed_address_gets_reminders_and_the_escalation(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    await promise(city, 14)
    assert [to for to, _ in await tick(city)] == [OFFICE]
    link = await asked(city)
    await promise(city, 3, version=2)
    assert [to for to, _ in await tick(city)] == [OFFICE], "an address that nobody confirmed is not written to"
    looked = await city.client.get(link)
    assert "Soll diese Adresse gelten?" in looked.text
    assert await city.one("SELECT confirmed_at FROM notify.staff_address") is None, "who only looks confirms nothing"
    for _ in range(2):
        assert "Die Adresse gilt" in (await city.client.post(link, headers=SAME)).text
    await promise(city, 0, version=3)
    assert [to for to, _ in await tick(city)] == [WORK]
    await promise(city, -1, version=4)
    assert [to for to, _ in await tick(city)] == sorted([OFFICE, WORK])


async def test_it_comes_before_a_name_that_is_an_address(city: City) -> None:
    await sign_in(city, "lea@example.org", "lead", DISTRICT)
    await promise(city, 14)
    assert [to for to, _ in await tick(city)] == ["lea@example.org"]
    await city.client.post(await asked(city), headers=SAME)
    await promise(city, 3, version=2)
    assert [to for to, _ in await tick(city)] == [WORK]


async def test_a_mistyped_new_address_takes_nothing_away_and_only_the_newest_link_works(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    await city.client.post(await asked(city), headers=SAME)
    first = await asked(city, "lea.lmape@example.org")
    second = await asked(city, "lea.neu@example.org")
    page = (await city.client.get(PATH)).text
    assert WORK in page
    assert "lea.neu@example.org" in page
    assert (await city.client.post(first, headers=SAME)).status_code == 410
    await promise(city, 14)
    assert [to for to, _ in await tick(city)] == [WORK]
    await city.client.post(second, headers=SAME)
    await promise(city, 3, version=2)
    assert [to for to, _ in await tick(city)] == ["lea.neu@example.org"]


async def test_the_letter_comes_once_and_links_are_few(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    await asked(city)
    (message,) = await city.all("SELECT id FROM bus.message WHERE name = 'staff_address.asked.v1'")
    await city.all(
        "UPDATE bus.delivery SET state = 'waiting', done_at = NULL, next_at = now() WHERE message_id = :id RETURNING 1",
        id=message[0],
    )
    await city.deliver_all()
    assert len(letters(city, WORK)) == 1
    for number in range(MOST_LINKS - 1):
        assert (await ask(city, f"n{number}@example.org")).status_code == 303
    refused = await ask(city, "more@example.org")
    assert refused.status_code == 429
    assert "more@example.org" in refused.text
    await city.client.post(PATH, data={"do": "forget"}, headers=SAME)
    assert (await ask(city)).status_code == 429, "forgetting does not begin the count anew"


async def test_what_is_no_address_is_said_and_stays(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    refused = await ask(city, "lea at office")
    assert refused.status_code == 422
    assert "lea at office" in refused.text
    for token in ("x" * 43, "-" * 43, "kurz"):
        assert (await city.client.get(f"/mail/{token}")).status_code == 410


async def test_it_lies_in_the_vault_and_in_no_message(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    await city.client.post(await asked(city), headers=SAME)
    for schema, table in await city.all(
        "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' "
        "AND table_schema IN ('bus', 'staff', 'intake', 'analysis', 'notify')"
    ):
        rows = await city.all(f"SELECT t::text FROM {schema}.{table} t")
        assert not [row for (row,) in rows if "lea.lampe" in row], f"{schema}.{table}"
    assert await city.one("SELECT count(*) FROM notify.staff_address WHERE address IS NOT NULL") == 1


async def test_it_goes_under_the_newest_key_with_all_others(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    await city.client.post(await asked(city), headers=SAME)
    newer = changed(city.parts.notify, vault_keys=Fernet.generate_key().decode())
    database = city.database("notify")
    assert await database.run(count_by_key) == {city.parts.notify.vault_key: 1}
    assert await database.run(lambda session: rotate_vault(session, newer)) == 1
    assert await database.run(count_by_key) == {newer.vault_key: 1}
    encrypted: Any = await city.one("SELECT address FROM notify.staff_address")
    assert newer.vault.decrypt(encrypted).decode() == WORK


async def test_it_goes_with_the_account_and_when_it_is_never_confirmed(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    await city.client.post(await asked(city), headers=SAME)
    database, later = city.database("notify"), now() + timedelta(days=15)
    assert await database.run(lambda session: forget_staff_addresses(session, now())) == 0
    await close_account(city.database("staff"), "lea")
    assert await database.run(lambda session: forget_staff_addresses(session, now())) == 1
    await sign_in(city, "max", "lead", DISTRICT)
    link = await asked(city, "max@example.org")
    assert await database.run(lambda session: forget_staff_addresses(session, later)) >= 1
    assert (await city.client.post(link, headers=SAME)).status_code == 410


async def test_its_owner_ends_it(city: City) -> None:
    await sign_in(city, "lea", "lead", DISTRICT)
    link = await asked(city)
    await city.client.post(link, headers=SAME)
    page = await city.client.post(PATH, data={"do": "forget"}, headers=SAME)
    assert page.headers["location"] == f"{PATH}?done=forgotten"
    assert WORK not in (await city.client.get(PATH)).text
    assert (await city.client.post(link, headers=SAME)).status_code == 410
    await promise(city, 14)
    assert [to for to, _ in await tick(city)] == [OFFICE]
