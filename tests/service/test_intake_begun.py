"""Going on later: what was typed is kept under a code, for as long as it is of use, and no longer."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import msgspec
import pytest

from services.intake.domain.begun import LONGEST, expiry
from services.intake.domain.questionnaire import Choice, Questionnaire
from services.intake.storage.begun import forget_expired
from services.intake.web import shown
from shared.kit import guesses
from shared.kit.clock import now
from tests.support.city import City, receipt_of, token_of
from tests.support.forms import answers_in, sent_by
from tests.support.paged import CODE, QUESTIONNAIRE, publish

KEPT = "SELECT count(*) FROM intake.begun"


@pytest.fixture(autouse=True)
async def _paged(city: City) -> None:
    await publish(city)


async def _press(city: City, page: httpx.Response, go: str, **typed: Any) -> httpx.Response:
    fields = {f"a-{name}": value for name, value in typed.items()}
    return await city.client.post(f"/q/{CODE}", data={**sent_by(page.text), **fields, "go": go})


async def _saved(city: City) -> tuple[httpx.Response, str]:
    """Somebody stops on the second page; the page with the code, and the code."""
    page = await city.client.get(f"/q/{CODE}")
    page = await _press(city, page, "next", how="bus")
    page = await _press(city, page, "save", line="SB98", minutes="viele")
    return page, receipt_of(page)


async def _resume(city: City, code: str) -> httpx.Response:
    return await city.client.post("/q", data={"code": code, "lang": "de"})


async def test_a_code_leads_back_to_the_page_with_everything_typed(city: City) -> None:
    saved, code = await _saved(city)
    assert "aufbewahrt" in saved.text
    page = await _resume(city, f"{code[:4].lower()} {code[4:]}")
    assert answers_in(sent_by(page.text)) == {"a-how": ["bus"], "a-line": ["SB98"], "a-minutes": ["viele"]}
    assert 'id="a-line"' in page.text
    assert token_of(page)[:21] == token_of(saved)[:21], "the id of the response; the rest says when the page was made"
    assert (await city.client.get(f"/q/{code}")).text == page.text


async def test_in_another_language_or_larger_the_code_stays_where_it_was_shown(city: City) -> None:
    saved, code = await _saved(city)
    for turned in ({"switch": "ar"}, {"look": "large"}):
        page = await city.client.post(f"/q/{CODE}", data={**sent_by(saved.text), **turned})
        assert receipt_of(page) == code
        assert ('lang="ar"' in page.text.partition("<head>")[0]) == ("switch" in turned)
    assert await city.one(KEPT) == 1
    page = await _press(city, page, "on")
    assert answers_in(sent_by(page.text))["a-line"] == ["SB98"]


async def test_going_on_at_once_needs_no_code(city: City) -> None:
    saved, _code = await _saved(city)
    page = await _press(city, saved, "on")
    assert answers_in(sent_by(page.text)) == {"a-how": ["bus"], "a-line": ["SB98"], "a-minutes": ["viele"]}


async def test_saving_again_keeps_the_code_and_the_newest_words(city: City) -> None:
    saved, code = await _saved(city)
    page = await _press(city, await _press(city, saved, "on"), "save", line="979")
    assert receipt_of(page) == code
    assert await city.one(KEPT) == 1
    assert '"979"' in (await _resume(city, code)).text


async def test_only_a_digest_of_the_code_is_kept(city: City) -> None:
    _page, code = await _saved(city)
    assert await city.one("SELECT count(*) FROM intake.begun b WHERE b::text LIKE '%' || :code || '%'", code=code) == 0


async def test_sending_forgets_what_was_kept_in_the_same_breath(city: City) -> None:
    _page, code = await _saved(city)
    page = await _press(city, await _resume(city, code), "next", minutes="9")
    page = await _press(city, page, "next")
    page = await _press(city, page, "next", agreed="yes")
    assert await city.one(KEPT) == 1
    receipt_of(await _press(city, page, "send"))
    assert await city.one(KEPT) == 0
    assert await city.one("SELECT count(*) FROM intake.response") == 1
    assert (await _resume(city, code)).status_code == 404


async def test_two_who_go_on_with_one_code_send_one_response(city: City) -> None:
    _page, code = await _saved(city)
    both = [await _resume(city, code) for _ in range(2)]
    sent = [await _press(city, page, "send", minutes="9", agreed="yes") for page in both]
    assert receipt_of(sent[0]) == receipt_of(sent[1])
    assert await city.one("SELECT count(*) FROM intake.response") == 1


async def test_what_was_sent_from_an_older_page_is_not_gone_on_with(city: City) -> None:
    """Somebody saved, went back in the browser, and sent from there: that page knew nothing of saving."""
    page = await city.client.get(f"/q/{CODE}")
    code = receipt_of(await _press(city, page, "save", how="foot"))
    receipt_of(await _press(city, page, "send", how="foot", agreed="yes"))
    assert (await _resume(city, code)).status_code == 404


async def test_answers_to_hidden_questions_are_not_kept(city: City) -> None:
    page = await city.client.get(f"/q/{CODE}")
    await _press(city, page, "save", how="foot", line="SB98")
    assert await city.one("SELECT fields FROM intake.begun") == {"a-how": ["foot"]}


async def test_a_newer_questionnaire_takes_over_what_it_still_asks(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    _page, code = await _saved(city)
    how = msgspec.structs.replace(QUESTIONNAIRE.questions[1], choices=(Choice("bus", {"de": "Bus", "ar": "حافلة"}),))
    without = [question for question in QUESTIONNAIRE.questions[2:] if question.key != "minutes"]
    await publish(city, Questionnaire((QUESTIONNAIRE.questions[0], how, *without), ("de", "ar")))
    monkeypatch.setattr(shown, "FRESH_FOR", timedelta(0))
    page = await _resume(city, code)
    assert "inzwischen geändert" in page.text
    assert answers_in(sent_by(page.text)) == {"a-how": ["bus"], "a-line": ["SB98"]}


async def test_a_code_ends_with_the_campaign_and_after_thirty_days(city: City) -> None:
    at = now()
    assert expiry(at, at + timedelta(days=3)) == at + timedelta(days=3)
    assert expiry(at, at + timedelta(days=300)) == at + LONGEST
    _page, code = await _saved(city)
    await city.all("UPDATE intake.begun SET expires_at = now() - interval '1 second' RETURNING 1")
    assert (await _resume(city, code)).status_code == 404


async def test_what_has_expired_is_forgotten(city: City) -> None:
    await _saved(city)
    await city.database("intake").run(lambda session: forget_expired(session, now()))
    assert await city.one(KEPT) == 1
    await city.database("intake").run(lambda session: forget_expired(session, now() + LONGEST))
    assert await city.one(KEPT) == 0


async def test_a_wrong_code_is_told_kindly_and_guessing_gets_slow(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("services.intake.web.form.asyncio", SimpleNamespace(sleep=sleep))
    page = await _resume(city, "AB3CD4EF")
    assert page.status_code == 404 and "liegt nichts mehr" in page.text
    for _ in range(guesses.FREE + 2):
        await _resume(city, "AB3CD4EF")
    assert slept[-1] == pytest.approx(2 * guesses.STEP_S)


async def test_while_the_database_is_away_saving_loses_nothing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await city.client.get(f"/q/{CODE}")

    async def away(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(city.database("intake"), "_insist", away)
    page = await _press(city, page, "save", how="foot")
    assert page.status_code == 503
    assert answers_in(sent_by(page.text)) == {"a-how": ["foot"]}
