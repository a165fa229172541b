"""A response that staff do not count: its participant reads so behind the receipt, kindly and with the reason."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import permutations
from typing import Any, Final

import pytest

from services.notify.operations.learn_exclusion import learn_exclusion, learn_readmission
from services.notify.operations.withdraw_journey import withdraw_journey
from shared.contracts.exclusions import ResponseExcluded, ResponseReadmitted
from shared.contracts.responses import ResponseErased
from shared.kit.clock import now
from shared.kit.ids import random_id
from tests.support.city import City
from tests.support.demo import DISTRICT
from tests.support.people import sign_in
from tests.support.voice import CAMPAIGN, Voice

NOT_COUNTED: Final = "Dieser Beitrag wird nicht mitgezählt"


async def look(city: City, receipt: str, language: str = "de") -> str:
    return (await city.client.post("/receipt", data={"receipt": receipt, "language": language})).text


async def test_excluding_and_readmitting_is_told_behind_the_receipt(city: City) -> None:
    await city.publish_demo()
    receipt = await city.respond()
    await city.deliver_all()
    assert NOT_COUNTED not in await look(city, receipt)
    await sign_in(city, "eda", "editor", DISTRICT)
    response_id = await city.one("SELECT id FROM analysis.response")
    await city.client.post(f"/staff/responses/{response_id}/exclude", data={"reason": "double", "back": "/staff"})
    await city.deliver_all()
    page = await look(city, receipt)
    assert NOT_COUNTED in page
    assert "schon einmal angekommen" in page
    assert "/receipt/remark" in page
    assert "لا تُحتسب هذه المشاركة" in await look(city, receipt, "ar")
    await city.client.post(f"/staff/responses/{response_id}/readmit", data={"back": "/staff"})
    await city.deliver_all()
    assert NOT_COUNTED not in await look(city, receipt)


def facts(voice: Voice) -> list[Any]:
    at = now()
    return [
        ResponseExcluded(voice.response_id, CAMPAIGN, "spam", at),
        ResponseReadmitted(voice.response_id, CAMPAIGN, at + timedelta(minutes=1)),
        ResponseExcluded(voice.response_id, CAMPAIGN, "not_for_us", at + timedelta(minutes=2)),
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_what_was_decided_last_holds_in_every_order(city: City, order: tuple[int, ...]) -> None:
    voice = Voice(city)
    told = facts(voice)
    for place in (*order, order[0]):
        fact = told[place]
        learn: Any = learn_readmission if isinstance(fact, ResponseReadmitted) else learn_exclusion
        await city.database("notify").run(partial(learn, settings=voice.settings, fact=fact))
    await voice.issue()
    page = (await voice.look()).text
    assert NOT_COUNTED in page
    assert "nicht gefragt war" in page


async def test_of_a_response_that_was_taken_back_nothing_of_it_is_said(city: City) -> None:
    voice = Voice(city)
    await voice.issue()
    await city.database("notify").run(lambda session: learn_exclusion(session, voice.settings, facts(voice)[0]))
    erased = ResponseErased(voice.response_id, CAMPAIGN, random_id(), "de", now(), now(), voice.digest.hex())
    await city.database("notify").run(lambda session: withdraw_journey(session, voice.settings, erased, now()))
    page = (await voice.look()).text
    assert "zurückgezogen" in page
    assert NOT_COUNTED not in page
