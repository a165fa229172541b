"""A district that adopted a concept: its campaigns keep to it, or say in public why not."""

from __future__ import annotations

from datetime import date, timedelta

from services.intake.operations.learn_concept import learn_concept
from shared.contracts.concepts import ConceptAdopted, ConceptRules
from shared.kit.clock import now
from shared.kit.ids import random_id
from tests.support.city import City
from tests.support.making import begin, open_now, publish, see, told
from tests.support.people import sign_in

REASON = "Der Rat tagt erst nach der Sommerpause, vorher kann niemand antworten."


async def _adopt(city: City, rules: ConceptRules, number: int = 1, days: int = 0) -> None:
    message = ConceptAdopted(
        "sterkrade-mitte", random_id(), number, date(2026, 10, 1), "Rat", 1, rules, now() + timedelta(days=days)
    )
    async with city.database("intake").transaction() as session:
        await learn_concept(session, message)


async def test_a_campaign_that_falls_short_goes_public_only_with_a_reason(city: City) -> None:
    await sign_in(city, "lea", "lead", "sterkrade-mitte")
    await _adopt(city, ConceptRules(languages=("tr",), without_device=True))
    base = await begin(city)
    await open_now(city, base)
    asked = await see(city, f"{base}/publish")
    assert "Fehlende Sprachen" in asked and "Kein Weg ohne eigenes Gerät" in asked
    links = (await city.client.get(f"{base}/publish")).text
    assert f'href="{base}/languages#languages"' in links and f'href="{base}/channels/new"' in links, "where to mend it"
    refused = await publish(city, base, **{"reason-languages": REASON})
    assert refused.status_code == 422
    assert REASON in refused.text, "nothing typed is lost"
    assert await city.one("SELECT state FROM intake.campaign") == "draft"
    accepted = await publish(city, base, **{"reason-languages": REASON, "reason-phone": REASON})
    assert accepted.status_code == 303, told(accepted)
    await city.deliver_all()
    why = await city.one("SELECT overruled FROM analysis.campaign")
    assert why == {"languages": REASON, "phone": REASON}
    slug = await city.one("SELECT slug FROM analysis.campaign")
    public = await city.client.get(f"/ergebnisse/{slug}/nachweis?lang=en")
    assert "Languages are missing" in public.text and REASON in public.text
    assert "The reasons are in German" in public.text


async def test_a_campaign_that_keeps_the_concept_says_so(city: City) -> None:
    await sign_in(city, "lea", "lead", "sterkrade-mitte")
    await _adopt(city, ConceptRules(feedback_weeks=8))
    base = await begin(city)
    await open_now(city, base)
    assert "hält alle seine Regeln ein" in await see(city, f"{base}/publish")
    assert (await publish(city, base)).status_code == 303
    assert await city.one("SELECT overruled FROM intake.campaign") == {}


async def test_the_concept_told_of_last_holds_in_whatever_order_they_arrive(city: City) -> None:
    await _adopt(city, ConceptRules(notice_days=30), number=2, days=1)
    await _adopt(city, ConceptRules(notice_days=7), number=1)
    assert await city.one("SELECT (number, rules->>'notice_days')::text FROM intake.concept") == "(2,30)"
