"""What is over leads on to what there is in the district, where there is anything."""

from __future__ import annotations

from datetime import timedelta

from deploy.sow_inventory import DISTRICT, sow_inventory
from shared.kit.texts import LANGUAGES
from tests.support.city import City
from tests.support.demo import CODE, plan

SLUG = "vorbei"


async def test_a_code_that_is_over_and_the_results_lead_to_the_public_directory(city: City) -> None:
    await city.publish_demo(plan(SLUG, opened_ago=timedelta(days=9), days=-2))
    await city.deliver_all()
    places = {f"/q/{CODE}": ("de", "tr", "ar"), f"/ergebnisse/{SLUG}": tuple(LANGUAGES)}
    for path in places:
        assert "/angebote/" not in (await city.client.get(path)).text, "there is nothing yet"
    await sow_inventory(city.parts)
    for path, languages in places.items():
        for language in languages:
            page = await city.client.get(path, params={"lang": language})
            assert f'<a href="/angebote/{DISTRICT}?lang={language}">' in page.text, (path, language)
