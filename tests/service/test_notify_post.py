"""Letters on paper: entered from signed sheets, printed exactly once, and gone when somebody ends them."""

from __future__ import annotations

import asyncio
import io
import re

import httpx
import pypdf
import pypdfium2
import pytest

from services.notify.operations.draw_letters import draw_sheet
from services.notify.operations.enter_address import TableError, read_table
from services.notify.operations.rotate_vault import rotate_vault
from shared.contracts.receipts import receipt_proof
from shared.kit.ids import random_id
from shared.kit.texts import LANGUAGES
from tests.service.test_notify_vault import NEW, with_keys
from tests.support.city import City
from tests.support.people import sign_in
from tests.support.voice import Voice

SHEET = {
    "name": "Ayşe Yılmaz",
    "street": "Steinbrinkstraße 188",
    "postcode": "46145",
    "town": "Oberhausen",
    "language": "de",
    "consent": "1",
}
STATES = "SELECT state FROM notify.notification ORDER BY queued_at"


async def assessed(city: City) -> Voice:
    voice = Voice(city)
    await voice.publish(title="Kleiner Markt", office="Quartiersbüro")
    await voice.issue()
    await voice.assess()
    return voice


async def enter(voice: Voice, **more: str) -> httpx.Response:
    return await voice.city.client.post("/staff/post/addresses", data={"receipt": voice.receipt, **SHEET, **more})


async def waiting(city: City, **more: str) -> Voice:
    """A voice whose letter waits to be printed."""
    voice = await assessed(city)
    assert (await enter(voice, **more)).status_code == 303
    await city.deliver_all()
    return voice


async def take(city: City, run: str = "") -> httpx.Response:
    page = (await city.client.get("/staff/post")).text
    found = re.search(r'name="run" value="([\w-]+)"', page)
    run = run or (found[1] if found else str(random_id()))
    return await city.client.post("/staff/post/runs", data={"run": run, "district": "sterkrade-mitte"})


async def printed(city: City) -> pypdf.PdfReader:
    """The newest batch, opened."""
    run_id = await city.one("SELECT id FROM notify.print_run ORDER BY printed_at DESC LIMIT 1")
    answer = await city.client.post(f"/staff/post/runs/{run_id}")
    assert answer.status_code == 200, answer.text
    return pypdf.PdfReader(io.BytesIO(answer.content))


def text_of(pdf: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


async def test_who_left_an_address_gets_the_letter_on_paper_and_nothing_else(city: City) -> None:
    await sign_in(city, "eda", "editor")
    await waiting(city, extra="c/o Demir")
    assert await city.all(STATES) == [("to_print",)]
    assert (await take(city)).headers["location"].endswith("?done=printed")
    text = text_of(await printed(city))
    for words in ("Ayşe Yılmaz", "c/o Demir", "46145 Oberhausen", "Kleiner Markt", "Guten Tag", "/e/"):
        assert words in text
    assert await city.all(STATES) == [("sent",)]
    assert not list(city.folder.glob("mail/*"))


async def test_two_at_once_print_each_letter_once(city: City) -> None:
    await sign_in(city, "eda", "editor")
    for number in range(6):
        await waiting(city, name=f"Person {number}")
    runs = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(4)]
    await asyncio.gather(*(take(city, run) for run in runs))
    counts = [count for (count,) in await city.all("SELECT letter_count FROM notify.print_run")]
    assert sum(counts) == 6
    assert (await take(city)).headers["location"].endswith("?done=nothing")


async def test_pressing_twice_is_one_batch(city: City) -> None:
    await sign_in(city, "eda", "editor")
    await waiting(city)
    run = "00000000-0000-4000-8000-000000000001"
    answers = [await take(city, run), await take(city, run)]
    assert {answer.headers["location"] for answer in answers} == {"/staff/post?done=printed"}
    assert await city.one("SELECT count(*) FROM notify.print_run") == 1


async def test_a_batch_can_be_printed_again_and_every_look_is_noted(city: City) -> None:
    await sign_in(city, "eda", "editor")
    await waiting(city)
    await take(city)
    assert text_of(await printed(city)) == text_of(await printed(city))
    trail = "SELECT verb FROM staff.audit_entry WHERE subject_kind = 'print_run' ORDER BY at"
    assert await city.all(trail) == [("print_run.made",), ("print_run.opened",), ("print_run.opened",)]
    assert "Yılmaz" not in str(await city.all("SELECT t::text FROM staff.audit_entry t"))


async def test_each_letter_begins_on_a_sheet_of_its_own(city: City) -> None:
    await sign_in(city, "eda", "editor")
    await waiting(city, name="Erste Person")
    await waiting(city, name="Zweite Person", large="1")
    await take(city)
    pages = [page.extract_text() for page in (await printed(city)).pages]
    first = next(number for number, text in enumerate(pages) if "Erste Person" in text)
    second = next(number for number, text in enumerate(pages) if "Zweite Person" in text)
    assert (first % 2, second % 2) == (0, 0)
    assert second > first


async def test_the_address_stands_in_the_window_in_every_script_and_size(city: City) -> None:
    """DIN 5008, form B: 25 mm from the left, 62.7 to 90 mm from the top; the pages claim PDF/UA-1."""
    await sign_in(city, "eda", "editor")
    for language in ("de", "tr", "ar"):
        for large in ("", "1"):
            await waiting(city, name=f"Frau {language} {large or '0'}", language=language, large=large)
    await take(city)
    pdf = await printed(city)
    assert isinstance(pdf.stream, io.BytesIO)
    places = [where(page, words) for page in pypdfium2.PdfDocument(pdf.stream) for words in ("Frau", "46145")]
    found = [place for place in places if place]
    assert len(found) == 12
    assert all(24 <= left <= 27 and 62 <= top <= 90 for left, top in found), found
    assert b"pdfuaid" in pdf.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]


def where(page: pypdfium2.PdfPage, words: str) -> tuple[float, float] | None:
    """Millimetres from the left and from the top to where these words first stand."""
    text = page.get_textpage()
    found = text.search(words).get_next()
    if found is None:
        return None
    left, _bottom, _right, top = text.get_charbox(found[0])
    return left / 72 * 25.4, 297 - top / 72 * 25.4


async def test_a_letter_speaks_the_language_of_the_sheet(city: City) -> None:
    await sign_in(city, "eda", "editor")
    await waiting(city, language="tr")
    await take(city)
    text = text_of(await printed(city))
    assert "Merhaba" in text
    assert "Guten Tag" not in text


async def test_addresses_lie_in_the_vault_and_are_not_shown_again(city: City) -> None:
    await sign_in(city, "eda", "editor")
    voice = await waiting(city, large="1")
    await take(city)
    page = (await city.client.get("/staff/post")).text
    assert "Steinbrink" not in page
    assert voice.receipt not in page
    for table in ("contact", "subscription", "notification", "print_run"):
        rows = str(await city.all(f"SELECT t::text FROM notify.{table} t"))
        assert "Steinbrink" not in rows
        assert "Yılmaz" not in rows
    rotated = with_keys(voice.settings, NEW)
    async with city.database("notify").transaction() as session:
        assert await rotate_vault(session, rotated) == 1


async def test_who_ends_it_is_not_printed_and_not_printed_again(city: City) -> None:
    await sign_in(city, "eda", "editor")
    stays, goes = await waiting(city, name="Bleibt"), await waiting(city, name="Geht Früh")
    late = await waiting(city, name="Geht Spät")
    answer = await city.client.post("/staff/post/end", data={"receipt": goes.receipt})
    assert "done=ended" in answer.headers["location"]
    await take(city)
    text = text_of(await printed(city))
    assert "Bleibt" in text
    assert "Geht Spät" in text
    assert "Geht Früh" not in text
    await city.client.post("/staff/post/end", data={"receipt": late.receipt.lower()})
    assert "Geht Spät" not in text_of(await printed(city))
    assert await city.one("SELECT count(*) FROM notify.contact") == 1
    assert stays.receipt


async def test_the_link_on_the_letter_ends_it(city: City) -> None:
    await sign_in(city, "eda", "editor")
    await waiting(city, language="en")
    await take(city)
    found = re.search(r"/e/([A-Z0-9-]{19})", text_of(await printed(city)).replace("\n", ""))
    assert found
    assert "Yes, stop" in (await city.client.get(f"/e/{found[1].lower()}")).text
    assert await city.one("SELECT state FROM notify.subscription") == "confirmed"
    for _ in range(2):
        page = await city.client.post(f"/e/{found[1]}", data={"language": "en"})
        assert "You will get no more messages" in page.text
    assert await city.one("SELECT count(*) FROM notify.contact") == 0
    assert (await city.client.get("/e/unknown")).status_code == 404


async def test_the_receipt_shows_that_there_is_a_letter_and_no_address(city: City) -> None:
    await sign_in(city, "eda", "editor")
    voice = await waiting(city)
    fields = {"receipt": voice.receipt, "proof": receipt_proof(city.secret, voice.receipt), "language": "de"}
    page = (await city.client.post("/receipt/ways", data=fields)).text
    assert "Mit der Post" in page
    assert "Steinbrink" not in page


async def test_what_is_wrong_is_said_and_everything_typed_stays(city: City) -> None:
    await sign_in(city, "eda", "editor")
    voice = await assessed(city)
    page = await enter(voice, receipt="AB3CD4EF", postcode="4614?", large="1")
    assert page.status_code == 422
    for words in ('value="Ayşe Yılmaz"', 'value="4614?"', 'href="#receipt"', 'href="#postcode"', "keine Postleitzahl"):
        assert words in page.text
    assert (await enter(voice, consent="")).status_code == 422
    assert await city.one("SELECT count(*) FROM notify.contact") == 0


async def test_a_receipt_of_another_district_looks_like_one_that_nobody_has(city: City) -> None:
    await sign_in(city, "oda", "editor", "osterfeld")
    voice = await assessed(city)
    theirs, nobodys = await enter(voice), await enter(voice, receipt="AB3CD4EF")
    assert theirs.text.replace(voice.receipt, "") == nobodys.text.replace("AB3CD4EF", "")
    assert (await take(city)).status_code == 403


async def test_a_reader_may_not_see_who_is_written_to(city: City) -> None:
    await sign_in(city, "rita", "reader")
    assert (await city.client.get("/staff/post")).status_code == 403


async def test_a_table_is_read_its_faults_are_named_and_reading_it_again_changes_nothing(city: City) -> None:
    await sign_in(city, "eda", "editor")
    one, other = await assessed(city), await assessed(city)
    table = (
        "Beleg;Name;Straße;PLZ;Ort;Sprache;Großdruck\r\n"
        f"{one.receipt};Anna Muster;Markt 1;46145;Oberhausen;Türkçe;ja\r\n"
        "AB3CD4EF;Berta;Markt 2;46145;Oberhausen;;\r\n"
        ";;;;;;\r\n"
        f"{other.receipt};Carla;Markt 3;;Oberhausen;xx;\r\n"
    ).encode("cp1252")
    for _ in range(2):
        page = await city.client.post("/staff/post/import", data={"consent": "1"}, files={"file": ("a.csv", table)})
        assert page.status_code == 422
        assert "Zeile 3" in page.text
        assert "Zeile 4" in page.text
        assert "Anna" not in page.text
    assert await city.all("SELECT language, state FROM notify.subscription") == [("tr", "confirmed")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "column"),
        (b"Name;Ort\r\nA;B\r\n", "column"),
        (b"Beleg;Name;Stra\xc3\x9fe;PLZ;Ort\r\n", "rows"),
        (b"\x81\xff\x00", "table"),
    ],
)
def test_what_is_no_table_is_told_as_such(content: bytes, reason: str) -> None:
    with pytest.raises(TableError) as error:
        read_table(content)
    assert error.value.reason == reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_for_groups_is_one_page_in_every_language(language: str) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(draw_sheet(language))).pages) == 1
