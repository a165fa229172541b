"""Signing in with name and password, staying signed in, signing out."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from argon2 import extract_parameters

from shared.kit.clock import now
from shared.staff import commands
from shared.staff.domain.attempts import FREE, TOGETHER
from shared.staff.domain.tokens import IDLE_FOR, LASTS_FOR, PLAIN_COOKIE, SECURE_COOKIE
from shared.staff.operations import set_password as passwords
from shared.staff.operations.limit_attempts import TooManyAttemptsError, claim_attempt
from shared.staff.operations.open_session import Cookie
from shared.staff.operations.sign_in import sign_in as try_password
from tests.support.city import City
from tests.support.people import PASSWORD, enter, hire, hire_with_password, sign_in

NO_COOKIE = Cookie(PLAIN_COOKIE, "")


async def test_the_right_password_opens_the_page_that_was_wanted(city: City) -> None:
    await hire_with_password(city, "ada")
    asked = await city.client.get("/staff/account?from=mail")
    assert asked.status_code == 303
    assert asked.headers["location"] == "/staff/sign-in?next=/staff/account%3Ffrom%3Dmail"
    page = await city.client.get(asked.headers["location"])
    assert 'name="next" value="/staff/account?from=mail"' in page.text
    entered = await enter(city, " Ada", PASSWORD, next="/staff/account?from=mail")
    assert (entered.status_code, entered.headers["location"]) == (303, "/staff/account?from=mail")
    assert "Anmeldename: Ada" in (await city.client.get("/staff/account")).text


async def test_signing_in_leads_to_no_other_site(city: City) -> None:
    await hire_with_password(city, "ada")
    assert (await enter(city, "ada", PASSWORD, next="//evil.example")).headers["location"] == "/staff"


async def test_unknown_name_wrong_password_no_password_and_pause_look_the_same(city: City) -> None:
    await hire_with_password(city, "ada")
    await hire(city, "nopassword")
    wrong = await enter(city, "ada", "wrong")
    for _ in range(FREE - 1):
        await enter(city, "ada", "wrong")
    await city.all(
        "UPDATE staff.credential SET next_at = next_at + interval '1 hour' WHERE attempt_count > 0 RETURNING 1"
    )
    paused = await enter(city, "ada", "wrong")
    right_but_paused = await enter(city, "ada", PASSWORD)
    answers = {
        (answer.status_code, answer.text.replace(f'value="{name}"', 'value=""'))
        for name, answer in [
            ("ada", wrong),
            ("ada", paused),
            ("ada", right_but_paused),
            ("nobody", await enter(city, "nobody", "wrong")),
            ("nopassword", await enter(city, "nopassword", "wrong")),
            ("", await enter(city, "", "")),
        ]
    }
    assert len(answers) == 1
    assert answers.pop()[0] == 401


async def test_every_name_costs_one_password_check_of_the_same_effort(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else takes time. Also in a name's pause, where there is no password, and where there is nobody."""
    await hire_with_password(city, "ada")
    await hire(city, "nopassword")
    matches, efforts = passwords._matches, []

    def check(digest: str, password: str) -> bool:
        efforts.append(extract_parameters(digest))
        return matches(digest, password)

    monkeypatch.setattr(passwords, "_matches", check)
    names = [*["ada"] * (FREE + 1), "nopassword", "nobody", ""]
    for name in names:
        assert await try_password(city.database("staff"), name, "wrong", NO_COOKIE, now()) is None
    assert len(efforts) == len(names)
    assert efforts == efforts[:1] * len(names)


async def test_fifty_guesses_at_once_count_like_fifty_in_a_row(city: City) -> None:
    await hire_with_password(city, "ada")
    database, at = city.database("staff"), now()
    claimed = await asyncio.gather(*(database.run(lambda s: claim_attempt(s, "ada", at)) for _ in range(50)))
    assert sum(credential is not None for credential in claimed) == FREE


async def test_after_the_pause_the_right_password_is_heard_and_pauses_are_over(city: City) -> None:
    await hire_with_password(city, "ada")
    database, at = city.database("staff"), now()
    for _ in range(FREE):
        assert await try_password(database, "ada", "wrong", NO_COOKIE, at) is None
    assert await try_password(database, "ada", PASSWORD, NO_COOKIE, at + timedelta(seconds=1)) is None
    assert await try_password(database, "ada", PASSWORD, NO_COOKIE, at + timedelta(seconds=3))
    assert await city.one("SELECT attempt_count FROM staff.credential WHERE password_digest IS NOT NULL") == 0


async def test_guessing_one_password_at_many_names_is_stopped_for_all(city: City) -> None:
    database, at = city.database("staff"), now() + timedelta(seconds=30)  # it leaks while a slow machine fills it
    for number in range(TOGETHER):
        async with database.transaction() as session:
            await claim_attempt(session, f"name{number}", at)
    with pytest.raises(TooManyAttemptsError):
        await database.run(lambda s: claim_attempt(s, "ada", at))
    flooded = await enter(city, "ada", "wrong")
    assert (flooded.status_code, flooded.headers["retry-after"]) == (429, "60")
    assert await city.one("SELECT count(*) FROM staff.credential") == 1  # no row per name that was tried


async def test_a_browser_gets_a_new_session_at_every_sign_in(city: City) -> None:
    await sign_in(city, "ada")
    first = city.client.cookies[PLAIN_COOKIE]
    await hire_with_password(city, "bea")
    await enter(city, "bea", PASSWORD)
    assert city.client.cookies[PLAIN_COOKIE] != first
    assert await city.one("SELECT count(*) FROM staff.session") == 1


async def test_signing_out_ends_the_session_on_the_server(city: City) -> None:
    await sign_in(city, "ada")
    token = city.client.cookies[PLAIN_COOKIE]
    left = await city.client.post("/staff/sign-out")
    assert (left.status_code, left.headers["location"]) == (303, "/staff/sign-in?signed-out")
    assert "Sie sind abgemeldet" in (await city.client.get(left.headers["location"])).text
    assert PLAIN_COOKIE not in city.client.cookies
    city.client.cookies.set(PLAIN_COOKIE, token)
    assert (await city.client.get("/staff/account")).status_code == 303


@pytest.mark.parametrize(("column", "after"), [("used_at", -IDLE_FOR), ("ends_at", -LASTS_FOR)])
async def test_a_session_ends_when_unused_and_when_old(city: City, column: str, after: timedelta) -> None:
    await sign_in(city, "ada")
    assert (await city.client.get("/staff/account")).status_code == 200
    await age(city, column, after)
    assert (await city.client.get("/staff/account")).status_code == 303


async def test_using_a_session_keeps_it_alive_under_any_service(city: City) -> None:
    await sign_in(city, "ada")
    await age(city, "used_at", -timedelta(hours=11))
    assert (await city.client.get("/staff/operations")).status_code == 200  # a page of analysis
    idle = await city.one("SELECT now() - used_at FROM staff.session")
    assert idle < timedelta(minutes=1)


async def test_a_closed_account_is_signed_out_at_once(city: City) -> None:
    await sign_in(city, "ada")
    await commands.close_account(city.database("staff"), "ada")
    assert (await city.client.get("/staff/account")).status_code == 303
    assert await city.one("SELECT count(*) FROM staff.session") == 0


async def test_a_role_taken_away_counts_at_the_next_click(city: City) -> None:
    await sign_in(city, "ada", "reader", "ost")
    await commands.withdraw_role(city.database("staff"), "ada", "ost")
    assert (await city.client.get("/staff/account")).status_code == 403


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(city: City) -> None:
    await hire_with_password(city, "ada")
    cookie = (await enter(city, "ada", PASSWORD)).headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax", "path=/"} <= set(cookie.split("; "))


async def test_over_https_the_cookie_is_secure_and_bound_to_this_host(city: City) -> None:
    city.settle(public_url="https://city.example")
    await hire_with_password(city, "ada")
    cookie = (await enter(city, "ada", PASSWORD)).headers["set-cookie"]
    assert cookie.startswith(f"{SECURE_COOKIE}=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
    assert "domain" not in cookie.lower()


async def test_a_form_on_another_site_cannot_sign_anybody_in_or_out(city: City) -> None:
    await hire_with_password(city, "ada")
    for path in ("/staff/sign-in", "/staff/sign-out"):
        answer = await city.client.post(path, data={"name": "ada"}, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403


async def test_the_database_holds_no_token_and_no_password(city: City) -> None:
    await hire_with_password(city, "ada")
    await enter(city, "ada", PASSWORD)
    token = city.client.cookies[PLAIN_COOKIE]
    rows = await city.all("SELECT s::text, c::text, a::text FROM staff.session s, staff.credential c, staff.account a")
    assert token not in str(rows)
    assert token.encode().hex() not in str(rows)
    assert PASSWORD not in str(rows)


async def age(city: City, column: str, by: timedelta) -> None:
    await city.all(
        f"UPDATE staff.session SET {column} = {column} + make_interval(secs => :by) RETURNING 1", by=by.total_seconds()
    )
