"""What a picture shows is said in every language that somebody wrote it in, and each reader hears their own."""

from __future__ import annotations

import io
import re
from typing import Any, Final
from uuid import UUID

import pytest
from PIL import Image

from services.notify.domain.outcomes import Attached
from shared.kit.ids import random_id
from tests.service.test_notify_outcomes import Office, reader
from tests.support.city import City

TURKISH: Final = {
    "title-tr": "Parkta daha çok ışık",
    "asked-tr": "Parkta ne eksik?",
    "said-tr": "Yol karanlık.",
    "done-tr": "Altı lamba koyuyoruz, çünkü bu yol okul yolu.",
}


async def with_picture(city: City) -> tuple[Office, UUID]:
    """An outcome in two languages, as a draft, with a picture that is described in German."""
    voice = await reader(city)
    await city.all('UPDATE notify.campaign SET title = \'{"de": "Mitreden", "tr": "Söz"}\' RETURNING 1')
    office, picture = Office(city), random_id()
    await office.staffed()
    await office.begin(await office.choose(voice))
    await office.save(**TURKISH)
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(drawn, "PNG")
    fields = {"attachment": str(picture), "alt": "Der neue Weg"}
    await city.client.post(f"{office.path}/attachments", data=fields, files={"file": ("a.png", drawn.getvalue())})
    return office, picture


async def describe(office: Office, picture: UUID, **said: str) -> int:
    sent: Any = {f"alt-{code}": text for code, text in said.items()}
    return (await office.city.client.post(f"{office.path}/attachments/{picture}/alt", data=sent)).status_code


async def publish(office: Office) -> None:
    await office.enter("eda")
    assert (await office.save("ask", **TURKISH)).headers["location"].endswith("asked")
    await office.enter("lea")
    page = (await office.city.client.get(office.path)).text
    assert "Yeni yol" in page, "the second person sees what it says in every language"
    assert (await office.publish()).headers["location"].endswith("published")


async def picture_in(city: City, language: str) -> tuple[str, str]:
    """What the picture on the public page says, and in which language."""
    page = (await city.client.get("/ergebnisse/one", params={"lang": language})).text
    found = re.search(r'<img src="[^"]+" alt="([^"]+)" lang="([^"]+)"', page)
    assert found
    return found[1], found[2]


async def test_each_reader_hears_the_picture_in_their_language_or_in_german(city: City) -> None:
    office, picture = await with_picture(city)
    assert await describe(office, picture, de="Der neue Weg mit Leuchten", tr="Yeni yol") == 303
    await publish(office)
    assert await picture_in(city, "tr") == ("Yeni yol", "tr")
    assert await picture_in(city, "de") == ("Der neue Weg mit Leuchten", "de")
    assert await picture_in(city, "ar") == ("Der neue Weg mit Leuchten", "de")


async def test_german_cannot_be_emptied_and_what_is_changed_is_looked_at_again(city: City) -> None:
    office, picture = await with_picture(city)
    await describe(office, picture, de="Der neue Weg", tr="Yeni yol")
    await publish(office)
    await office.enter("eda")
    assert await describe(office, picture, de="", tr="Başka yol", ru="Путь") == 303
    assert await office.state() == "draft"
    assert await picture_in(city, "tr") == ("Yeni yol", "tr"), "what is public stays until a second person publishes"
    kept = await city.one("SELECT content->'attachments'->0 FROM notify.outcome")
    assert (kept["alt"], kept["alts"]) == ("Der neue Weg", {"tr": "Başka yol"}), "Russian is no language of this one"


async def test_who_may_only_read_describes_nothing(city: City) -> None:
    office, picture = await with_picture(city)
    await office.enter("lea")
    await city.client.post("/staff/sign-out")
    assert await describe(office, picture, de="x") in (303, 401)
    assert (await city.one("SELECT content->'attachments'->0->>'alt' FROM notify.outcome")) == "Der neue Weg"


@pytest.mark.parametrize(("language", "said"), [("tr", "Yol"), ("de-einfach", "Weg"), ("en", "Weg"), ("de", "Weg")])
def test_a_face_reads_its_language(language: str, said: str) -> None:
    attached = Attached(random_id(), "image/webp", "Weg", alts={"tr": "Yol"})
    assert attached.alt_in(language) == said
