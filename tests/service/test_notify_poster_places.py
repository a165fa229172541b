"""The answer comes to the very places where the question was asked: a sheet for each code that hung there."""

from __future__ import annotations

import io
from datetime import timedelta
from itertools import permutations
from typing import Final
from uuid import UUID

import pypdf
import pypdfium2
import pytest
import zxingcpp

from services.notify.operations.learn_place import learn_place
from shared.contracts.campaigns import ChannelOpened
from shared.kit.clock import now
from shared.kit.ids import random_id
from tests.service.test_notify_outcomes import Office, reader
from tests.support.city import City
from tests.support.voice import CAMPAIGN

POSTER: Final = "/staff/results/one/poster.pdf"


async def hang(city: City, place: str, kind: str = "poster", channel_id: UUID | None = None, later: int = 0) -> None:
    at = now() + timedelta(minutes=later)
    fact = ChannelOpened(channel_id or random_id(), CAMPAIGN, "AB3CD4", kind, place, at, told_at=at)
    await city.database("notify").run(lambda session: learn_place(session, fact))


async def pages(city: City, query: str) -> list[str]:
    pdf = (await city.client.get(f"{POSTER}?{query}")).content
    document = pypdf.PdfReader(io.BytesIO(pdf))
    assert document.xmp_metadata and "pdfuaid" in str(document.xmp_metadata.stream.get_data())
    for number in range(len(document.pages)):
        image = pypdfium2.PdfDocument(pdf)[number].render(scale=150 / 72).to_pil()
        assert [found.text for found in zxingcpp.read_barcodes(image)] == [f"{city.address}/ergebnisse/one"]
    return [page.extract_text() for page in document.pages]


@pytest.mark.parametrize("paper", ["a4", "a3"])
async def test_each_place_of_a_code_gets_its_sheet(city: City, paper: str) -> None:
    for place in ("Bücherei", "Bäckerei", "Bücherei"):
        await hang(city, place)
    await hang(city, "Tablet im Rathaus", "kiosk")
    await hang(city, "Klasse 8b", "group")
    await hang(city, "Fachamt", "department")
    await Office(city).answer(await reader(city))
    told = await pages(city, f"paper={paper}&lang=de&places=1")
    assert len(told) == 3
    for text, place in zip(told, ("Bäckerei", "Bücherei", "Tablet im Rathaus"), strict=True):
        assert f"Hier haben wir gefragt: {place}" in " ".join(text.split())
        assert "Mehr Licht im Park" in text


async def test_without_places_and_without_the_wish_it_is_one_sheet(city: City) -> None:
    await Office(city).answer(await reader(city))
    assert len(await pages(city, "places=1")) == 1
    await hang(city, "Bücherei")
    (only,) = await pages(city, "paper=a4")
    assert "Bücherei" not in only


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_a_place_goes_by_what_it_was_called_last(city: City, order: tuple[int, ...]) -> None:
    channel_id = random_id()
    for number in (*order, order[0]):
        await hang(city, f"Name {number}", channel_id=channel_id, later=number)
    assert await city.all("SELECT name FROM notify.place") == [("Name 2",)]


async def test_the_demos_codes_are_known_where_they_hang(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    assert ("Stadtteilbücherei Sterkrade",) in await city.all("SELECT name FROM notify.place")
