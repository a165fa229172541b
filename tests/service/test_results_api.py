"""`/api/v1`: programs read what pages show and nothing else, and whoever is refused learns nothing."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any, Final

import httpx
import jsonschema
import pytest
from litestar.routes import HTTPRoute
from openapi_spec_validator import validate
from sqlalchemy import text as sql

from services.analysis.operations import tag_passages
from services.analysis.results.domain.api import PER_MINUTE
from services.analysis.results.domain.api_document import OPERATIONS, PATH, SCHEMAS, document
from services.analysis.results.operations.forget_exports import forget_uses
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.settings import derive_key
from shared.staff import commands
from shared.staff.domain.access_tokens import SCOPES, Wanted
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.tokens import issue_token, revoke_token
from shared.staff.web.tokens import PURPOSE
from tests.service.test_analysis_review import Finds
from tests.support.answers import hear_many, publish_asking
from tests.support.city import City
from tests.support.people import hire

ONE: Final = f"{PATH}/campaigns/sterkrade-2026"
ALL: Final = tuple(SCOPES)


@pytest.fixture(autouse=True)
def _finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", Finds)


@pytest.fixture
async def outside(city: City) -> AsyncIterator[httpx.AsyncClient]:
    """A program: it has no cookies and asks for no pages."""
    transport = httpx.ASGITransport(city.app)  # type: ignore[arg-type] # two spellings of the same protocol
    async with httpx.AsyncClient(transport=transport, base_url=city.address) as client:
        yield client


async def token(city: City, scopes: tuple[Any, ...] = ALL, district: str = "sterkrade-mitte", name: str = "lea") -> str:
    """A new token by a new lead of the district."""
    maker = SignedIn(await hire(city, name, "lead", district), name, {district: "lead"})
    key = derive_key(city.secret, PURPOSE)
    wanted = Wanted("Test", district, scopes, 30)
    made = await city.database("staff").run(lambda s: issue_token(s, random_id(), wanted, key, maker, now()))
    assert made
    return made


async def answered(city: City, count: int = 40) -> None:
    campaign, channels = await publish_asking(city)
    await hear_many(city, campaign, channels, count)


def bearer(made: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {made}"}


def paths() -> dict[str, str]:
    """Every operation with something that is there."""
    filled = {
        "showBreakdown": "/campaigns/sterkrade-2026/breakdowns/age?language=de&language=tr&from=2026-01-01",
        "showCrossTab": "/campaigns/sterkrade-2026/crosstabs?rows=age&columns=q.informed&part=centre",
    }
    return {one.name: PATH + filled.get(one.name, one.path.replace("{slug}", "sterkrade-2026")) for one in OPERATIONS}


def test_the_document_is_openapi() -> None:
    validate(document("https://example.org"))


async def test_the_document_names_every_route_and_no_other(city: City) -> None:
    served = {
        re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path).removeprefix(PATH)
        for route in city.app.routes
        if isinstance(route, HTTPRoute) and route.path.startswith(PATH) and "path}" not in route.path
    }
    assert {one.path for one in OPERATIONS} == served - {"/openapi.json"}


async def test_every_answer_is_as_the_document_says(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city)
    made = await token(city)
    components = {"components": {"schemas": SCHEMAS}}
    for operation in OPERATIONS:
        answer = await outside.get(paths()[operation.name], headers=bearer(made))
        assert answer.status_code == 200, (operation.name, answer.text)
        jsonschema.validate(answer.json(), {"$ref": f"#/components/schemas/{operation.returns}", **components})
        assert "set-cookie" not in answer.headers
        assert {"etag", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"} <= set(answer.headers)


async def test_numbers_are_those_of_the_pages(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city)
    found = (await outside.get(f"{ONE}/breakdowns/language", headers=bearer(await token(city)))).json()
    counts = [cell["count"] for cell in found["cells"]]
    assert any(counts)
    assert all(count is None or (count >= 5 and count % 5 == 0) for count in counts)


async def test_a_filter_counts_as_on_the_pages(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city)
    headers = bearer(await token(city))
    whole = (await outside.get(f"{ONE}/breakdowns/q.informed", headers=headers)).json()
    part = (await outside.get(f"{ONE}/breakdowns/q.informed?part=centre", headers=headers)).json()
    assert part["filters"] == [{"facet": "part", "values": ["centre"]}]
    assert part["base"] < whole["base"]


async def test_what_did_not_change_is_not_sent_again(city: City, outside: httpx.AsyncClient) -> None:
    campaign, channels = await publish_asking(city)
    await hear_many(city, campaign, channels, 10)
    headers = bearer(await token(city))
    path = f"{ONE}/breakdowns/q.way"
    tag = (await outside.get(path, headers=headers)).headers["etag"]
    again = await outside.get(path, headers={**headers, "If-None-Match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    await hear_many(city, campaign, channels, 10, seed=2)
    assert (await outside.get(path, headers={**headers, "If-None-Match": tag})).status_code == 200


async def test_quotes_come_in_pages_masked_and_without_when(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city, 60)
    headers = bearer(await token(city))
    whole = (await outside.get(f"{ONE}/quotes?limit=200", headers=headers)).json()
    assert whole["next"] is None and len(whole["items"]) > 6
    assert "1234567" not in str(whole)
    paged: list[Any] = []
    path = f"{ONE}/quotes?limit=3"
    for _ in range(100):
        answer = await outside.get(path, headers=headers)
        paged += answer.json()["items"]
        if answer.json()["next"] is None:
            break
        path = re.findall(r"<(.+)>; rel=\"next\"", answer.headers["link"])[0]
    assert paged == whole["items"]
    assert (await outside.get(f"{ONE}/quotes?cursor=WyJhIiwiYiIsImMiXQ", headers=headers)).status_code == 400
    one = (await outside.get(f"{ONE}/quotes?standard={whole['items'][0]['standard']}", headers=headers)).json()
    assert {item["standard"] for item in one["items"]} == {whole["items"][0]["standard"]}


async def test_pages_hold_each_quote_once_though_more_come_meanwhile(city: City, outside: httpx.AsyncClient) -> None:
    campaign, channels = await publish_asking(city)
    await hear_many(city, campaign, channels, 30)
    headers = bearer(await token(city))
    before = _said((await outside.get(f"{ONE}/quotes?limit=200", headers=headers)).json())
    answer = (await outside.get(f"{ONE}/quotes?limit=3", headers=headers)).json()
    found = _said(answer)
    await hear_many(city, campaign, channels, 30, seed=5)
    while answer["next"]:
        answer = (await outside.get(f"{ONE}/quotes?limit=20&cursor={answer['next']}", headers=headers)).json()
        found += _said(answer)
    assert not before - found, "nothing that was there is passed over"
    assert not found - _said((await outside.get(f"{ONE}/quotes?limit=200", headers=headers)).json()), "nothing twice"


def _said(answer: dict[str, Any]) -> Counter[tuple[str, str, str]]:
    """Without the language: one that is told today may be too rare to tell when more have come."""
    return Counter((one["standard"], one["stance"], one["quote"]) for one in answer["items"])


async def test_held_passages_are_not_quoted(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city)
    async with city.owner.transaction() as session:
        await session.execute(sql("UPDATE analysis.screening SET state = 'held'"))
    assert (await outside.get(f"{ONE}/quotes", headers=bearer(await token(city)))).json()["items"] == []


async def test_nobody_is_quoted_before_five_have_answered(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city, 4)
    assert (await outside.get(f"{ONE}/quotes", headers=bearer(await token(city)))).json() == {"items": [], "next": None}


async def test_the_ledger_is_exact(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city, 12)
    ledger = (await outside.get(f"{ONE}/ledger", headers=bearer(await token(city, ("ledger:read",))))).json()
    received = ledger.pop("received")
    assert received == 12 == sum(ledger.values())


async def test_campaigns_come_in_pages(city: City, outside: httpx.AsyncClient) -> None:
    for number in range(3):
        await publish_asking(city, f"beteiligung-{number}")
    headers = bearer(await token(city))
    first = (await outside.get(f"{PATH}/campaigns?limit=2", headers=headers)).json()
    then = (await outside.get(f"{PATH}/campaigns?limit=2&cursor={first['next']}", headers=headers)).json()
    assert [one["slug"] for one in first["items"] + then["items"]] == [f"beteiligung-{number}" for number in range(3)]
    assert then["next"] is None


async def test_whoever_is_refused_learns_nothing(city: City, outside: httpx.AsyncClient) -> None:
    """Missing, wrong, revoked and expired tokens, for what is there and for what is not: the same answer to a byte."""
    await publish_asking(city)
    revoked, expired, closed = [await token(city, name=name) for name in ("anna", "berta", "clara")]
    anna = SignedIn(await city.one("SELECT id FROM staff.account WHERE name = 'anna'"), "anna", {"*": "lead"})
    async with city.database("staff").transaction() as session:
        first = await session.scalar(sql("SELECT id FROM staff.token ORDER BY created_at LIMIT 1"))
        await revoke_token(session, first, anna, now())
    await city.all("UPDATE staff.token SET expires_at = :at WHERE id = (SELECT id FROM staff.token ORDER BY created_at "
                   "OFFSET 1 LIMIT 1) RETURNING 1", at=now() - timedelta(seconds=1))  # fmt: skip
    await commands.close_account(city.database("staff"), "clara")
    refused = set()
    for sent in ({}, *map(bearer, ("", "rsz_wrong", revoked, expired, closed)), {"Authorization": "Basic ?"}):
        for path in (ONE, f"{PATH}/campaigns/other", f"{ONE}/ledger"):
            answer = await outside.get(path, headers=sent)
            headers = {key: value for key, value in answer.headers.items() if key != "date"}
            refused.add((answer.status_code, answer.text, str(sorted(headers.items()))))
    assert len(refused) == 1
    ((status, body, told),) = refused
    assert status == 401 and "Ein gültiger Schlüssel fehlt" in body and "Bearer realm" in told


async def test_a_token_sees_its_district_only_and_not_that_there_are_others(
    city: City, outside: httpx.AsyncClient
) -> None:
    await publish_asking(city)
    headers = bearer(await token(city, district="ost", name="otto"))
    assert (await outside.get(f"{PATH}/campaigns", headers=headers)).json()["items"] == []
    answers = [await outside.get(path, headers=headers) for path in (ONE, f"{PATH}/campaigns/nirgends")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text


async def test_a_scope_is_needed_for_each_kind_of_data(city: City, outside: httpx.AsyncClient) -> None:
    await answered(city, 5)
    made = {scope: await token(city, (scope,), name=f"lea-{place}") for place, scope in enumerate(SCOPES)}
    for operation in OPERATIONS:
        for scope in SCOPES:
            answer = await outside.get(paths()[operation.name], headers=bearer(made[scope]))
            assert answer.status_code == (200 if scope == operation.scope else 403), (operation.name, scope)
    assert answer.headers["content-type"].startswith("application/problem+json")


async def test_too_many_requests_wait_for_the_next_minute(city: City, outside: httpx.AsyncClient) -> None:
    await publish_asking(city)
    headers, other = bearer(await token(city)), bearer(await token(city, name="otto"))
    await outside.get(ONE, headers=headers)
    for _ in range(2):  # a minute may end between the two statements
        await city.all("UPDATE analysis.token_use SET use_count = :most RETURNING 1", most=PER_MINUTE)
        answer = await outside.get(ONE, headers=headers)
    assert answer.status_code == 429
    assert answer.json()["title_de"] == "Zu viele Anfragen in einer Minute"
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert answer.headers["ratelimit-remaining"] == "0"
    assert (await outside.get(ONE, headers=other)).status_code == 200, "others are not held up"
    forgotten = await city.database("analysis").run(lambda s: forget_uses(s, now() + timedelta(minutes=5)))
    assert forgotten == 2


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        (f"{PATH}/campaigns?limit=0", 400, "limit"),
        (f"{PATH}/campaigns?limit=many", 400, "limit"),
        (f"{PATH}/campaigns?cursor=%7B", 400, "cursor"),
        (f"{PATH}/campaigns?cursor=WzFd", 400, "cursor"),
        (f"{ONE}/quotes?stance=maybe", 400, "stance"),
        (f"{ONE}/crosstabs?rows=age", 400, "columns"),
        (f"{ONE}/breakdowns/age?part=nirgends", 400, "part"),
        (f"{ONE}/breakdowns/age?part=centre&parts=centre", 400, "parts"),
        (f"{ONE}/crosstabs?rows=age&columns=part&until=2026-13-01", 400, "until"),
        (f"{ONE}/standards?from=gestern", 400, "from"),
        (f"{ONE}?age=27-44", 400, "age"),
        (f"{ONE}/facets?age=27-44", 400, "age"),
        (f"{ONE}/ledger?age=27-44", 400, "age"),
        (f"{PATH}/campaigns?district=ost", 400, "district"),
        (f"{PATH}/campaigns/%00", 400, None),
        (f"{ONE}/quotes?standard=%00", 400, None),
        (f"{PATH}/campaigns?cursor=WyJcdTAwMDAiXQ", 400, "cursor"),
        (PATH, 404, None),
        ("/api/v1/", 404, None),
        (f"{ONE}/breakdowns/nothing", 404, None),
        (f"{PATH}/nothing/at/all", 404, None),
    ],
)
async def test_a_request_that_makes_no_sense_is_told_which_part(
    city: City, outside: httpx.AsyncClient, path: str, status: int, detail: str | None
) -> None:
    await publish_asking(city)
    answer = await outside.get(path, headers=bearer(await token(city)))
    assert answer.status_code == status, answer.text
    said = answer.json()
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert said["status"] == status and said["title"] and said["title_de"]
    assert said["type"].startswith(f"{city.address}/api#")
    assert said.get("detail", "").startswith(detail or "")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_can_be_written_and_the_refusal_says_what_can(
    city: City, outside: httpx.AsyncClient, method: str
) -> None:
    for path in (ONE, f"{PATH}/campaigns"):
        answer = await outside.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["content-type"].startswith("application/problem+json")
        assert "GET" in answer.headers["allow"]
        jsonschema.validate(answer.json(), SCHEMAS["Problem"])
    assert (await outside.options(f"{PATH}/campaigns")).status_code == 204


async def test_every_refusal_is_one_that_the_document_names(city: City, outside: httpx.AsyncClient) -> None:
    """Whatever is done wrong with any operation: the status is documented, and the answer is what it says."""
    await publish_asking(city)
    made, poor = await token(city), await token(city, ("ledger:read",), name="otto")
    described = document(city.address)["paths"]
    for operation in OPERATIONS:
        path, scope = paths()[operation.name], operation.scope
        more = "&" if "?" in path else "?"
        gone = path.replace("sterkrade-2026", "nirgends")
        tries = {
            401: (path, {}),
            400: (f"{path}{more}nothing=1", bearer(made)),
            403: (path, bearer(poor)) if scope != "ledger:read" else None,
            404: (gone, bearer(made)) if gone != path else None,
        }
        for status, tried in tries.items():
            if tried is None:
                continue
            answer = await outside.get(tried[0], headers=tried[1])
            assert answer.status_code == status, (operation.name, answer.text)
            assert str(status) in described[operation.path]["get"]["responses"]
            assert answer.headers["content-type"].startswith("application/problem+json")
            jsonschema.validate(answer.json(), SCHEMAS["Problem"])


async def test_a_cookie_opens_nothing_here(city: City) -> None:
    from tests.support.people import sign_in

    await publish_asking(city)
    await sign_in(city, "ada", "administrator")
    assert (await city.client.get(ONE)).status_code == 401


async def test_the_password_of_basic_access_is_the_token(city: City, outside: httpx.AsyncClient) -> None:
    await publish_asking(city)
    sent = base64.b64encode(f"excel:{await token(city)}".encode()).decode()
    assert (await outside.get(ONE, headers={"Authorization": f"Basic {sent}"})).status_code == 200


async def test_the_page_for_people_names_every_operation(city: City, outside: httpx.AsyncClient) -> None:
    page = (await outside.get("/api")).text.replace("<wbr>", "")
    assert all(operation.path in page for operation in OPERATIONS)
    assert (await outside.get(f"{PATH}/openapi.json")).json()["openapi"] == "3.1.0"
