"""Passes: made, printed, used once on whatever page comes first, replaced; and nobody can tell whose is whose."""

from __future__ import annotations

import asyncio
import io
import re
from uuid import UUID

import httpx
import pypdf
import pypdfium2
import pytest
import zxingcpp

from services.intake.operations.issue_passes import codes_of, pass_digest
from tests.service.test_intake_print_kit import CONDITIONS, read_worn
from tests.support import paged
from tests.support.city import City, receipt_of, token_of
from tests.support.demo import ANSWERS, WISH
from tests.support.making import PATH, fields_in, see
from tests.support.people import sign_in

STORED = "SELECT count(*) FROM intake.response"
STATES = "SELECT state, count(*) FROM intake.pass GROUP BY state ORDER BY state"


async def make_pack(city: City, **more: str) -> str:
    """The path of a new pack, by the pages."""
    if not await city.all("SELECT 1 FROM intake.campaign"):
        await city.publish_demo()
        await sign_in(city, "ada", "editor")
    campaign_id = await city.one("SELECT id FROM intake.campaign")
    typed = {"label": "Klasse 7b", "count": "6", "language": "de", **more}
    answer = await city.client.post(f"{PATH}/{campaign_id}/packs", data=typed)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"].split("?")[0])


async def codes(city: City) -> list[str]:
    """The codes of all sheets, oldest first."""
    rows = await city.all("SELECT id, pass_count FROM intake.sheet ORDER BY made_at")
    return [code for sheet_id, count in rows for code in codes_of(city.parts.intake, sheet_id, count)]


async def pdf_of(city: City, pack: str) -> httpx.Response:
    sheet_id = await city.one("SELECT id FROM intake.sheet ORDER BY made_at DESC LIMIT 1")
    return await city.client.get(f"{pack}/sheets/{sheet_id}/slips.pdf")


async def test_a_class_is_given_slips_and_each_works_once(city: City) -> None:
    await make_pack(city)
    first, second, *_ = await codes(city)
    page = await city.client.get(f"/q/{first}")
    assert "Klasse 7b" in page.text
    assert f'action="/q/{first}?sent=1"' in page.text
    await city.respond(code=first)
    await city.respond(code=second)
    used = await city.client.get(f"/q/{first}")
    assert used.status_code == 410
    assert "schon benutzt" in used.text
    assert await city.all(STATES) == [("open", 4), ("used", 2)]
    assert await city.one("SELECT count(*) FROM intake.response") == 2


async def test_the_same_filling_sent_again_gets_the_same_receipt_and_another_gets_none(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    mine, theirs = await city.open_form(code), await city.open_form(code)
    receipts = {receipt_of(await city.send_form(mine, code=code)) for _ in range(3)}
    assert len(receipts) == 1
    late = await city.send_form(theirs, code=code)
    assert late.status_code == 410
    assert "schon benutzt" in late.text
    assert receipts.pop()[:4] not in late.text
    assert await city.one("SELECT count(*) FROM intake.response") == 1


async def test_ten_pages_with_one_pass_at_once_make_one_response(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    tokens = [await city.open_form(code) for _ in range(10)]
    answers = await asyncio.gather(*(city.send_form(token, code=code) for token in tokens))
    assert sorted(answer.status_code for answer in answers) == [200, *[410] * 9]
    assert await city.one("SELECT count(*) FROM intake.response") == 1


async def test_a_pass_typed_into_the_code_field_opens_the_form(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    answer = await city.client.post("/q", data={"code": f" {code[:4].lower()} {code[4:8]}-{code[8:]}", "lang": "de"})
    assert answer.headers["location"].startswith(f"/q/{code}?")


async def test_the_code_of_the_group_alone_opens_and_takes_nothing(city: City) -> None:
    await make_pack(city)
    code = await city.one("SELECT code FROM intake.channel WHERE by_pass")
    page = await city.client.get(f"/q/{code}")
    assert page.status_code == 403
    assert "brauchen Sie Ihren Zettel" in page.text
    sent = await city.client.post(f"/q/{code}", data={"token": "x", "language": "de", **ANSWERS})
    assert sent.status_code == 403
    assert (await city.client.post(f"/q/{code}/kept", json={})).status_code == 422
    assert await city.one("SELECT count(*) FROM intake.response") == 0


async def test_a_pass_that_nobody_made_is_an_unknown_code(city: City) -> None:
    await city.publish_demo()
    assert (await city.client.get("/q/AB3CD4EF5GH6")).status_code == 404


async def test_nothing_in_the_tables_says_which_pass_or_when(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    await city.respond(code=code)
    ((digest, filling),) = await city.all("SELECT digest, filling FROM intake.pass WHERE state = 'used'")
    ((response_id, stored),) = await city.all("SELECT id, row_to_json(r)::text FROM intake.response r")
    assert code not in stored
    assert UUID(bytes=bytes(digest)[:16]) != response_id
    assert bytes(filling) != bytes(digest)
    columns = {
        row[0] for row in await city.all("SELECT column_name FROM information_schema.columns WHERE table_name = 'pass'")
    }
    assert columns == {"digest", "sheet_id", "state", "filling"}
    messages = await city.all("SELECT payload::text FROM bus.message")
    assert all(code not in payload for (payload,) in messages)


async def test_a_sheet_is_printed_with_codes_that_scan_and_can_be_typed(city: City) -> None:
    pack = await make_pack(city, count="9")
    answer = await pdf_of(city, pack)
    assert answer.status_code == 200
    document = pypdf.PdfReader(io.BytesIO(answer.content))
    assert len(document.pages) == 2
    assert document.xmp_metadata and "pdfuaid" in str(document.xmp_metadata.stream.get_data())
    text = " ".join(re.sub(r"\s", "", page.extract_text()) for page in document.pages)
    pages = [page.render(scale=150 / 72).to_pil() for page in pypdfium2.PdfDocument(answer.content)]
    found = {code.text for page in pages for code in zxingcpp.read_barcodes(page.convert("L"))}
    wanted = await codes(city)
    assert found == {f"{city.address}/q/{code}" for code in wanted}
    assert all(code in text for code in wanted)


@pytest.mark.parametrize("language", ["de", "tr", "ar"])
async def test_a_sheet_speaks_its_language_and_large_print_has_two_to_a_page(city: City, language: str) -> None:
    pack = await make_pack(city, language=language, large="yes")
    document = pypdf.PdfReader(io.BytesIO((await pdf_of(city, pack)).content))
    assert len(document.pages) == 3
    assert str(document.root_object["/Lang"]) == language


@pytest.mark.parametrize("large", ["", "yes"], ids=["usual", "large"])
@pytest.mark.parametrize("language", ["de", "ar"])
async def test_every_slip_is_scanned_after_what_print_and_light_do_to_it(city: City, language: str, large: str) -> None:
    pack = await make_pack(city, language=language, large=large, count="9")
    expected = sorted(f"{city.address}/q/{code}" for code in await codes(city))
    assert read_worn((await pdf_of(city, pack)).content) == dict.fromkeys(CONDITIONS, expected)


async def test_once_a_pass_is_used_nobody_can_look_up_the_codes(city: City) -> None:
    pack = await make_pack(city)
    assert "Bogen herunterladen" in await see(city, pack)
    await city.respond(code=(await codes(city))[0])
    assert (await pdf_of(city, pack)).status_code == 303
    page = await see(city, pack)
    assert "nicht mehr druckbar" in page
    assert "Bogen herunterladen" not in page


async def test_counts_of_few_are_not_told(city: City) -> None:
    pack = await make_pack(city, count="12")
    for code in (await codes(city))[:3]:
        await city.respond(code=code)
    assert "weniger als 5 von 12 benutzt" in await see(city, pack)
    for code in (await codes(city))[3:6]:
        await city.respond(code=code)
    assert "6 von 12 benutzt" in await see(city, pack)
    for code in (await codes(city))[6:9]:
        await city.respond(code=code)
    assert "fast alle der 12 benutzt" in await see(city, pack)


async def test_voiding_says_the_same_of_a_used_an_open_and_a_made_up_pass(city: City) -> None:
    pack = await make_pack(city)
    first, second, *_ = await codes(city)
    await city.respond(code=first)
    told = set()
    for code in (first, second, "AB3CD4EF5GH6"):
        answer = await city.client.post(f"{pack}/void", data={"code": code})
        told.add(answer.headers["location"])
    assert len(told) == 1
    assert await city.all(STATES) == [("open", 4), ("used", 1), ("void", 1)]
    void = await city.client.get(f"/q/{second}")
    assert void.status_code == 410
    assert "gilt nicht mehr" in void.text


async def test_lost_slips_are_replaced_and_the_old_ones_stop_working(city: City) -> None:
    pack = await make_pack(city)
    old = await codes(city)
    token = await city.open_form(old[1])
    await city.respond(code=old[0])
    answer = await city.client.post(f"{pack}/sheets", data={"count": "5", "language": "tr", "instead": "yes"})
    assert answer.status_code == 303
    assert await city.all(STATES) == [("open", 5), ("used", 1), ("void", 5)]
    late = await city.send_form(token, code=old[1])
    assert late.status_code == 410
    new = [code for code in await codes(city) if code not in old]
    await city.respond(code=new[0])
    assert await city.one("SELECT count(*) FROM intake.response") == 2


async def test_a_pack_of_another_group_is_left_alone(city: City) -> None:
    pack = await make_pack(city)
    other = await make_pack(city, label="Mittagstisch")
    await city.client.post(f"{other}/void", data={"code": (await codes(city))[0]})
    assert await city.all(STATES) == [("open", 12)]
    assert "Klasse 7b" in await see(city, pack)


async def test_a_pack_too_small_is_refused_with_all_that_was_typed(city: City) -> None:
    await make_pack(city)
    campaign_id = await city.one("SELECT id FROM intake.campaign")
    typed = {"label": "Vorstand", "count": "3", "language": "tr"}
    answer = await city.client.post(f"{PATH}/{campaign_id}/packs", data=typed)
    assert answer.status_code == 422
    assert 'value="Vorstand"' in answer.text
    assert '<a href="#count">' in answer.text


async def test_readers_see_counts_and_print_nothing(city: City) -> None:
    pack = await make_pack(city)
    await sign_in(city, "bob", "reader")
    page = await see(city, pack)
    assert "0 von 6 benutzt" in page
    assert "Bogen herunterladen" not in page
    assert (await pdf_of(city, pack)).status_code == 403
    assert (await city.client.post(f"{pack}/void", data={"code": "AB3CD4EF5GH6"})).status_code == 403


async def begin_by_pass(city: City, code: str) -> str:
    """Keeps a filled form for later; returns the code to go on with."""
    page = await city.client.get(f"/q/{code}")
    data = {"token": token_of(page), "language": "de", "go": "save", **ANSWERS}
    kept = await city.client.post(f"/q/{code}", data=data)
    found = re.search(r'<p class="code">([A-Z0-9]{4} [A-Z0-9]{4})</p>', kept.text)
    assert found, kept.text
    return found[1]


async def go_on(city: City, kept: str) -> httpx.Response:
    return await city.client.post("/q", data={"code": kept, "lang": "de"})


async def test_a_form_opened_by_a_pass_goes_on_later_and_sends_once(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    page = await go_on(city, await begin_by_pass(city, code))
    assert WISH in page.text
    sent = {"token": token_of(page), "language": "de", "saved": "1", **ANSWERS}
    receipt = receipt_of(await city.client.post(f"/q/{code}", data=sent))
    assert receipt_of(await city.client.post(f"/q/{code}", data=sent)) == receipt
    assert await city.one(STORED) == 1
    assert await city.one("SELECT count(*) FROM intake.begun") == 0
    assert (await city.client.get(f"/q/{code}")).status_code == 410


async def test_what_is_begun_names_no_pass_and_the_slip_alone_does_not_open_it(city: City) -> None:
    """A slip lies about: whoever scans it finds an empty form."""
    await make_pack(city)
    code = (await codes(city))[0]
    await begin_by_pass(city, code)
    assert WISH not in (await city.client.get(f"/q/{code}")).text
    row = await city.one("SELECT row_to_json(begun)::text FROM intake.begun")
    assert code not in row
    digest = pass_digest(city.parts.intake, code).hex()
    assert digest not in row
    assert await city.one("SELECT length(sealed_pass) FROM intake.begun") == 12 + len(code) + 16


async def test_what_is_begun_with_a_pass_that_is_used_meanwhile_says_so_kindly(city: City) -> None:
    await make_pack(city)
    code = (await codes(city))[0]
    kept = await begin_by_pass(city, code)
    token = token_of(await city.client.get(f"/q/{code}"))
    assert receipt_of(await city.client.post(f"/q/{code}", data={"token": token, "language": "de", **ANSWERS}))
    page = await go_on(city, kept)
    assert page.status_code == 410
    assert WISH not in page.text
    assert await city.one(STORED) == 1


async def test_a_form_of_several_pages_offers_to_go_on_later_with_a_pass_too(city: City) -> None:
    await paged.publish(city)
    await sign_in(city, "ada", "editor")
    await make_pack(city)
    code = (await codes(city))[0]
    path = f"/q/{code}"
    first = await city.client.get(path)
    fields = fields_in(first.text, path)
    assert "Später weitermachen" in first.text
    kept = await city.client.post(path, data={**fields, "go": "save"})
    found = re.search(r'<p class="code">([A-Z0-9]{4} [A-Z0-9]{4})</p>', kept.text)
    assert found, kept.text
    assert (await go_on(city, found[1])).status_code == 200
