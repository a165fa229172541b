"""Tokens with which programs read: shown once, kept as digests, never more than the person who made them may."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

import httpx
import pytest

from shared.kit.clock import now
from shared.kit.settings import derive_key
from shared.staff import commands
from shared.staff.domain.access_tokens import Program
from shared.staff.operations.tokens import find_program
from shared.staff.web.tokens import PURPOSE
from tests.support.city import City
from tests.support.people import sign_in

ID: Final = "5f0c0b6e-2f0e-4a53-9c3b-1d7c7f3a9e01"
FORM: Final = {
    "id": ID,
    "name": "Sozialatlas",
    "scope": ["figures:read"],
    "district": "sterkrade-mitte",
    "days": "90",
}
_TOKEN: Final = re.compile(r"rsz_[\w-]{43}")


async def issue(city: City, **more: object) -> httpx.Response:
    return await city.client.post("/staff/tokens", data={**FORM, **more})


async def program_of(city: City, token: str, later: timedelta = timedelta(0)) -> Program | None:
    """Whom analysis lets in, under its own role."""
    key = derive_key(city.secret, PURPOSE)
    return await city.database("analysis").run(lambda session: find_program(session, token, key, now() + later))


def token_in(page: httpx.Response) -> str:
    found = _TOKEN.search(page.text)
    assert found, page.text
    return found[0]


async def test_a_token_is_shown_once_and_kept_nowhere(city: City) -> None:
    await sign_in(city, "berta", "editor", "sterkrade-mitte")
    page = await issue(city)
    token = token_in(page)
    assert not _TOKEN.search((await issue(city)).text), "a form that is sent again shows nothing"
    assert not _TOKEN.search((await city.client.get("/staff/tokens")).text)
    assert await city.one("SELECT count(*) FROM staff.token") == 1
    written = await city.all(
        "SELECT t::text, (SELECT string_agg(a::text, '') FROM staff.audit_entry a) FROM staff.token t"
    )
    assert token not in str(written)
    assert token[4:] not in str(written)


async def test_a_token_lets_a_program_read_what_it_was_made_for(city: City) -> None:
    await sign_in(city, "berta", "editor", "sterkrade-mitte")
    token = token_in(await issue(city, scope=["figures:read", "ledger:read"]))
    before = now().date()
    program = await program_of(city, token)
    assert program
    assert program.scopes == {"figures:read", "ledger:read"}
    assert program.covers("sterkrade-mitte") and not program.covers("ost")
    assert before <= await city.one("SELECT used_on FROM staff.token") <= now().date()
    assert await program_of(city, token[:-1]) is None
    assert await program_of(city, "") is None


async def test_a_token_ends_when_its_time_is_over(city: City) -> None:
    await sign_in(city, "berta", "editor", "sterkrade-mitte")
    token = token_in(await issue(city, days="30"))
    assert await program_of(city, token, timedelta(days=29))
    assert await program_of(city, token, timedelta(days=31)) is None


async def test_a_token_that_was_taken_back_lets_nobody_in(city: City) -> None:
    await sign_in(city, "berta", "editor", "sterkrade-mitte")
    token = token_in(await issue(city))
    first = await city.client.post(f"/staff/tokens/{ID}/revoke")
    again = await city.client.post(f"/staff/tokens/{ID}/revoke")
    assert (first.headers["location"], again.headers["location"]) == (
        "/staff/tokens?done=revoked",
        "/staff/tokens?done=gone",
    )
    assert await program_of(city, token) is None
    verbs = await city.all("SELECT verb FROM staff.audit_entry WHERE subject_kind = 'token' ORDER BY at")
    assert verbs == [("token.issued",), ("token.revoked",)]


async def test_a_token_may_never_more_than_its_maker_may_now(city: City) -> None:
    await sign_in(city, "berta", "lead", "sterkrade-mitte")
    token = token_in(await issue(city, scope=["figures:read", "texts:read"]))
    await commands.grant_role(city.database("staff"), "berta", "sterkrade-mitte", "editor")
    program = await program_of(city, token)
    assert program
    assert program.scopes == {"figures:read"}
    await commands.close_account(city.database("staff"), "berta")
    assert await program_of(city, token) is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": " "}, "wofür der Schlüssel ist"),
        ({"scope": []}, "was das Programm lesen darf"),
        ({"scope": ["texts:read"]}, "Zitate darf nur freigeben"),
        ({"district": "ost"}, "in dem Sie bearbeiten dürfen"),
        ({"district": "*"}, "in dem Sie bearbeiten dürfen"),
        ({"days": "9999"}, "wie lange der Schlüssel gilt"),
    ],
)
async def test_an_editor_gives_only_what_is_theirs_and_nothing_typed_is_lost(
    city: City, wrong: dict[str, object], says: str
) -> None:
    await sign_in(city, "berta", "editor", "sterkrade-mitte")
    page = await issue(city, **wrong)
    assert page.status_code == 422
    assert says in page.text
    assert str(wrong.get("name", "Sozialatlas")).strip() in page.text
    assert await city.one("SELECT count(*) FROM staff.token") == 0


async def test_readers_make_no_tokens_and_see_none(city: City) -> None:
    await sign_in(city, "rosa", "reader", "sterkrade-mitte")
    assert (await city.client.get("/staff/tokens")).status_code == 403
    assert (await issue(city)).status_code == 403


async def test_tokens_of_other_districts_are_neither_seen_nor_revoked(city: City) -> None:
    await sign_in(city, "berta", "editor", "sterkrade-mitte")
    await issue(city)
    await sign_in(city, "otto", "editor", "ost")
    assert "Sozialatlas" not in (await city.client.get("/staff/tokens")).text
    assert (await city.client.post(f"/staff/tokens/{ID}/revoke")).status_code == 403


async def test_other_services_cannot_see_tokens(city: City) -> None:
    for service in ("intake", "notify"):
        assert not await city.one(f"SELECT has_table_privilege('city_{service}', 'staff.token', 'SELECT')")
    assert not await city.one("SELECT has_column_privilege('city_analysis', 'staff.token', 'digest', 'UPDATE')")
