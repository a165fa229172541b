"""What staff print for many channels at once: every page can be scanned, is accessible, and says where it hangs."""

from __future__ import annotations

import asyncio
import io
import zipfile
from datetime import timedelta
from typing import Any, Final

import httpx
import pypdf
import pypdfium2
import pytest
import qrcode
import zxingcpp
from msgspec.structs import replace
from PIL import Image, ImageFilter
from sqlalchemy import text

from services.intake.domain.channels import Laid
from services.intake.domain.kits import FORMATS, LASTS, PORTION, Choice, Format
from services.intake.operations import draw_pages
from services.intake.operations.compose_piece import compose_piece
from services.intake.operations.draw_kit import Piece, draw_piece
from services.intake.operations.open_channel import open_channels
from services.intake.storage.forms import find_form
from services.intake.storage.kits import forget_kits
from services.intake.web import kits
from shared.contracts.routes import ROUTES
from shared.kit.clock import now
from shared.kit.texts import WRITTEN
from tests.support.city import City
from tests.support.demo import CODE
from tests.support.making import PATH, begin, see, told
from tests.support.people import sign_in

#: What an office scanner and a good print shop's proof have in common.
DPI: Final = 150
MM_PER_INCH: Final = 25.4
PAPER: Final = {
    "a6": (105, 148),
    "a5": (148, 210),
    "a4": (210, 297),
    "a3": (297, 420),
    "stickers": (210, 297),
    "card": (210, 297),
}
#: The side of the code without its quiet zone, in millimetres: 2 cm in the hand, a tenth of the distance on a wall.
SMALLEST: Final = {"a6": 20, "a5": 20, "a4": 60, "a3": 140, "stickers": 20, "card": 40}
COPIES: Final = {"stickers": 8, "card": 2}
LONG: Final = "Wie sollen der Kleine Markt, die Bahnhofstraße und der Platz vor der Bücherei in Sterkrade-Mitte werden?"


def scanned(pdf: bytes) -> Image.Image:
    """The only page, in grey, as a scanner at 150 dpi sees it."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    image: Image.Image = document[0].render(scale=DPI / 72).to_pil()
    return image.convert("L")


def found(image: Image.Image) -> list[Any]:
    return [one for one in zxingcpp.read_barcodes(image) if one.format == zxingcpp.BarcodeFormat.QRCode]


def worn(image: Image.Image) -> dict[str, Image.Image]:
    """The page as a phone may see it."""
    return {
        "as printed": image,
        "blurred": image.filter(ImageFilter.GaussianBlur(1.5)),
        "tilted": image.rotate(17, expand=True, fillcolor=255),
        "on its head": image.rotate(180),
        "in bad light": image.point(lambda value: 90 + value * 80 // 255),
    }


CONDITIONS: Final = tuple(worn(Image.new("L", (1, 1))))


def read_worn(pdf: bytes) -> dict[str, list[str]]:
    """What is found on all pages together, under each condition."""
    pages = [page.render(scale=DPI / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    read: dict[str, list[str]] = {condition: [] for condition in CONDITIONS}
    for page in pages:
        for condition, image in worn(page).items():
            read[condition] += [one.text for one in found(image)]
    return {condition: sorted(texts) for condition, texts in read.items()}


def edges(code: Any) -> tuple[int, int, int, int]:
    corners = [code.position.top_left, code.position.top_right, code.position.bottom_left, code.position.bottom_right]
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return min(across), min(down), max(across), max(down)


def modules(address: str) -> int:
    """How many stand side by side in the code for this address."""
    code: qrcode.QRCode[Any] = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q)
    code.add_data(address)
    code.make(fit=True)
    return int(code.modules_count)


async def piece(city: City, name: Format, language: str = "de", *, large: bool = False) -> Piece:
    form = await city.database("intake").run(lambda session: find_form(session, CODE))
    assert form
    return compose_piece(city.parts.intake, form, Choice(name, language, large))


async def demo_base(city: City) -> str:
    return f"{PATH}/{await city.one('SELECT id::text FROM intake.campaign')}"


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("name", FORMATS)
async def test_every_page_is_scanned_after_what_print_and_light_do_to_it(
    city: City, name: Format, language: str, large: bool
) -> None:
    await city.publish_demo()
    for condition, image in worn(scanned(draw_piece(await piece(city, name, language, large=large)))).items():
        assert {one.text for one in found(image)} == {f"{city.address}/q/{CODE}"}, condition


@pytest.mark.parametrize("language", WRITTEN)
async def test_a_page_speaks_every_language_and_face_and_is_scanned(city: City, language: str) -> None:
    await city.publish_demo()
    wanted = await piece(city, "a5", language)
    pdf = draw_piece(wanted)
    assert read_worn(pdf) == {condition: [f"{city.address}/q/{CODE}"] for condition in CONDITIONS}
    document = pypdf.PdfReader(io.BytesIO(pdf))
    assert str(document.root_object["/Lang"]) == WRITTEN[language].tag
    assert wanted.code in " ".join(document.pages[0].extract_text().split())


@pytest.mark.parametrize("name", FORMATS)
async def test_a_page_has_its_size_its_code_its_correction_and_its_quiet_zone(city: City, name: Format) -> None:
    await city.publish_demo()
    pdf = draw_piece(await piece(city, name))
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert tuple(round(float(side) / 72 * MM_PER_INCH) for side in (box.width, box.height)) == PAPER[name]
    image = scanned(pdf)
    codes = found(image)
    assert len(codes) == COPIES.get(name, 1)
    for code in codes:
        assert code.ec_level == "Q"
        left, top, right, bottom = edges(code)
        assert (right - left) / DPI * MM_PER_INCH >= SMALLEST[name]
        # Nearly four modules, since an edge falls somewhere into a pixel.
        quiet = int(3.6 * (right - left) / modules(code.text))
        beside = [
            (left - quiet, top, left - 2, bottom),
            (right + 2, top, right + quiet, bottom),
            (left, top - quiet, right, top - 2),
            (left, bottom + 2, right, bottom + quiet),
        ]
        assert all(
            image.crop(strip).point(lambda value: 255 * (value > 200)).getextrema() == (255, 255) for strip in beside
        )


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("name", FORMATS)
async def test_a_page_is_accessible_and_says_place_promise_and_code(city: City, name: Format, large: bool) -> None:
    await city.publish_demo()
    wanted = await piece(city, name, large=large)
    document = pypdf.PdfReader(io.BytesIO(draw_piece(wanted)))
    assert str(document.root_object["/Lang"]) == "de"
    assert "/StructTreeRoot" in document.root_object
    assert document.xmp_metadata and "pdfuaid" in str(document.xmp_metadata.stream.get_data())
    text = " ".join(document.pages[0].extract_text().split())
    assert wanted.code in text
    if name != "stickers":
        assert wanted.place in text
        assert wanted.promise in text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
async def test_long_texts_stay_on_their_page_and_leave_the_code_alone(city: City, name: Format, large: bool) -> None:
    await city.publish_demo()
    long = replace(
        await piece(city, name, large=large), title=LONG, intro=f"{LONG} " * 4, place=LONG[:110], group="Seniorenkreis"
    )
    pdf = draw_piece(long)
    assert {one.text for one in found(scanned(pdf))} == {long.address}
    text = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert long.code in text
    assert "Sterkrade-Mitte werden?" in text


async def order(city: City, **chosen: Any) -> httpx.Response:
    """`f`, `lang`, `c`: lists; `large`."""
    return await city.client.post(f"{await demo_base(city)}/print/kits", data=chosen)


async def drawn(city: City, **chosen: Any) -> zipfile.ZipFile:
    """A kit as staff take it along."""
    answer = await order(city, **chosen)
    assert answer.status_code == 303, answer.text
    await city.deliver_all()
    kit = answer.headers["location"]
    assert "Fertig: " in told(await city.client.get(kit))
    download = await city.client.get(f"{kit}/kit.zip")
    assert download.headers["content-type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(download.content))
    assert archive.testzip() is None
    return archive


async def test_a_kit_holds_every_format_of_every_open_channel_and_the_list_of_codes(city: City) -> None:
    made = await city.publish_demo()
    laid = [Laid("poster", "Bäckerei"), Laid("flyer", "Kirche", "Senioren"), Laid("department", "Fachbereich")]
    await city.database("intake").run(lambda session: open_channels(session, made.campaign_id, laid, now()))
    over = [Laid("poster", "Gestern", ends_on=(now() - timedelta(days=3)).date())]
    await city.database("intake").run(lambda session: open_channels(session, made.campaign_id, over, now()))
    await sign_in(city, "ada")
    archive = await drawn(city, f=list(FORMATS), lang=["de", "tr"])
    names = archive.namelist()
    assert len(names) == len(set(names)) == 3 * 6 * 2 + 1
    codes = {
        code
        for (code,) in await city.all("SELECT code FROM intake.channel WHERE kind <> 'department' AND ends_on IS NULL")
    }
    posters = [archive.read(name) for name in names if name.startswith("a3/") and name.endswith("-de.pdf")]
    assert {one.text[-6:] for pdf in posters for one in found(scanned(pdf))} == codes
    listed = " ".join(pypdf.PdfReader(io.BytesIO(archive.read("codes.pdf"))).pages[0].extract_text().split())
    assert "Senioren" in listed and "Gestern" not in listed
    assert all(f"{code[:4]} {code[4:]}" in listed for code in codes)


async def test_chosen_channels_are_printed_and_no_others(city: City) -> None:
    made = await city.publish_demo()
    base = await demo_base(city)
    laid = [Laid("poster", f"Ort {number}") for number in range(3)]
    codes = await city.database("intake").run(lambda session: open_channels(session, made.campaign_id, laid, now()))
    await sign_in(city, "ada")
    archive = await drawn(city, f=["a6"], lang=["de"], large="yes", c=[codes[1]])
    assert archive.namelist() == ["codes.pdf", f"a6/ort-1-{codes[1]}-de-gross.pdf"]
    assert "checked" in (await city.client.get(f"{base}/print?c={codes[1]}")).text.split(f'value="{codes[1]}"')[1][:10]


async def many_places(city: City, count: int = 20) -> None:
    made = await city.publish_demo()
    laid = [Laid("poster", f"Ort {number}") for number in range(count)]
    await city.database("intake").run(lambda session: open_channels(session, made.campaign_id, laid, now()))
    await sign_in(city, "ada")


async def deliver_some(city: City, most: int) -> None:
    """As many portions as a worker does before it is killed."""
    waiting = "SELECT id FROM bus.delivery WHERE consumer = 'intake.draw_pages' AND state = 'waiting'"
    for (delivery_id,) in await city.all(f"{waiting} ORDER BY id LIMIT :most", most=most):
        await city.deliverer("intake").deliver(delivery_id)


async def test_a_kit_says_how_far_it_is_and_gives_no_half_file(city: City) -> None:
    await many_places(city)
    kit = (await order(city, f=["a6"], lang=["de", "tr"])).headers["location"]
    page = await city.client.get(kit)
    assert "0 von 43 Seiten sind gesetzt" in told(page)
    assert '<noscript><meta http-equiv="refresh"' in page.text
    await deliver_some(city, 1)
    assert f"{PORTION} von 43 Seiten sind gesetzt" in told(await city.client.get(kit))
    assert (await city.client.get(f"{kit}/kit.zip")).status_code == 404
    assert f"{PORTION} von 43" in told(await city.client.get(kit.rsplit("/", 2)[0]))
    await city.deliver_all()
    assert "Fertig: 43 Dateien." in told(await city.client.get(kit))


async def test_a_worker_that_takes_over_draws_only_what_is_missing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first is killed after it drew a portion and before it said that this is done."""
    await many_places(city, 30)
    pages: list[str] = []

    def noted(piece: Piece) -> bytes:
        pages.append(piece.name)
        return draw_piece(piece)

    monkeypatch.setattr(draw_pages, "draw_piece", noted)
    kit = (await order(city, f=["a6"], lang=["de"])).headers["location"]
    await deliver_some(city, 1)
    async with city.owner.transaction() as session:
        await session.execute(text("UPDATE bus.delivery SET state = 'waiting', done_at = NULL, rung_at = NULL"))
    await city.deliver_all()
    assert len(pages) == len(set(pages)) == 31
    assert "Fertig" in told(await city.client.get(kit))


async def test_a_text_that_cannot_be_set_costs_no_other_page_and_what_there_is_can_be_taken(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await many_places(city, 4)

    def stubborn(piece: Piece) -> bytes:
        if piece.place == "Ort 2":
            raise RuntimeError
        return draw_piece(piece)

    monkeypatch.setattr(draw_pages, "draw_piece", stubborn)
    kit = (await order(city, f=["a6"], lang=["de"])).headers["location"]
    await deliver_some(city, 1)
    assert "5 von 6 Seiten sind gesetzt" in told(await city.client.get(kit))
    monkeypatch.setattr(kits, "LONG", timedelta(0))
    assert "Was fertig ist, herunterladen (5)" in told(await city.client.get(kit))
    archive = zipfile.ZipFile(io.BytesIO((await city.client.get(f"{kit}/kit.zip")).content))
    assert len(archive.namelist()) == 5
    assert await city.one("SELECT last_error FROM bus.delivery WHERE consumer ~ 'draw'") != ""


async def test_two_workers_with_one_portion_make_each_page_once(city: City) -> None:
    await many_places(city, 8)
    await order(city, f=["a6"], lang=["de"])
    fact = ROUTES.read("pages.ordered.v1", await city.one("SELECT payload FROM bus.message WHERE name ~ '^pages'"))
    settings, database = city.parts.intake, city.database("intake")
    await asyncio.gather(*(draw_pages.draw_pages(database, settings, fact) for _ in range(3)))  # type: ignore[arg-type]
    await city.deliver_all()
    counts = "SELECT count(*), count(pdf), count(DISTINCT name) FROM intake.kit_page"
    assert await city.all(counts) == [(10, 10, 10)]


async def test_a_discarded_kit_is_gone_and_its_deliveries_do_nothing(city: City) -> None:
    await many_places(city)
    kit = (await order(city, f=["a6"], lang=["de"])).headers["location"]
    assert (await city.client.post(f"{kit}/discard")).status_code == 303
    await city.deliver_all()
    assert await city.one("SELECT count(*) FROM intake.kit_page") == 0
    page = await city.client.get(kit)
    assert page.status_code == 404
    assert "gibt es nicht mehr" in told(page)


async def test_the_pages_of_a_kit_are_deleted_after_a_day(city: City) -> None:
    await many_places(city, 2)
    await drawn(city, f=["a6"], lang=["de"])
    database = city.database("intake")
    assert await database.run(lambda session: forget_kits(session, now() + LASTS - timedelta(minutes=1))) == 0
    assert await database.run(lambda session: forget_kits(session, now() + LASTS)) == 1
    assert await city.all("SELECT (SELECT count(*) FROM intake.kit), (SELECT count(*) FROM intake.kit_page)") == [
        (1, 0)
    ], "how it was ordered stays, to begin from"
    await drawn(city, f=["a5"], lang=["de"])
    await database.run(lambda session: forget_kits(session, now() + LASTS))
    assert await city.all("SELECT formats FROM intake.kit") == [(["a5"],)], "only the last"


async def test_kits_do_not_pile_up(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kits, "MOST_KITS", 1)
    await many_places(city, 1)
    assert (await order(city, f=["a6"], lang=["de"])).status_code == 303
    answer = await order(city, f=["a5"], lang=["de"])
    assert answer.status_code == 422
    assert "Es liegen schon 1 Druckpakete da" in told(answer)
    assert await city.one("SELECT count(*) FROM intake.kit") == 1


async def test_a_kit_of_another_campaign_or_district_is_not_found(city: City) -> None:
    await many_places(city, 1)
    kit = (await order(city, f=["a6"], lang=["de"])).headers["location"]
    await city.deliver_all()
    await sign_in(city, "bob", "reader", "ost")
    assert (await city.client.get(kit)).status_code == 403
    assert (await city.client.get(f"{kit}/kit.zip")).status_code == 403
    assert (await city.client.post(f"{kit}/discard")).status_code == 403


async def test_the_web_process_draws_no_kit(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a form meanwhile notices nothing of 240 pages."""
    await many_places(city)
    monkeypatch.setattr(draw_pages, "draw_piece", lambda piece: pytest.fail("drawn in the request"))
    assert (await order(city, f=["a6"], lang=["de"])).status_code == 303


async def test_the_list_of_codes_can_be_scanned_from_the_screen_of_a_copier(city: City) -> None:
    made = await city.publish_demo()
    base = await demo_base(city)
    laid = [Laid("poster", f"Ort {number}", "Seniorenkreis" if number % 3 else "") for number in range(39)]
    await city.database("intake").run(lambda session: open_channels(session, made.campaign_id, laid, now()))
    await sign_in(city, "ada")
    pdf = (await city.client.get(f"{base}/print/codes.pdf")).content
    expected = [f"{city.address}/q/{code}" for (code,) in await city.all("SELECT code FROM intake.channel")]
    assert read_worn(pdf) == dict.fromkeys(CONDITIONS, sorted(expected))


@pytest.mark.parametrize(
    "chosen",
    [
        {"lang": "de"},
        {"f": "a5"},
        {"f": "zeppelin", "lang": "de"},
        {"f": "a5", "lang": "xx"},
        {"f": "a5", "lang": "de", "c": "UNBEKANNT"},
    ],
)
async def test_a_kit_of_nothing_is_refused_and_the_choice_stays(city: City, chosen: dict[str, str]) -> None:
    await city.publish_demo()
    await sign_in(city, "ada")
    answer = await order(city, **chosen)
    assert answer.status_code == 422
    assert "Wählen Sie mindestens" in told(answer)
    assert answer.text.count(" checked") == sum(part in (("lang", "de"), ("f", "a5")) for part in chosen.items())


async def test_a_kit_that_is_too_large_says_by_how_much(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kits, "MOST_PIECES", 5)
    await city.publish_demo()
    await sign_in(city, "ada")
    answer = await order(city, f=list(FORMATS), lang="de")
    assert answer.status_code == 422
    assert "Das wären 6 Seiten; höchstens 5 gehen" in told(answer)


async def test_a_draft_prints_nothing_yet(city: City) -> None:
    await sign_in(city, "ada", "editor")
    base = await begin(city)
    await city.client.post(f"{base}/channels", data={"kind": "poster", "place": "Bücherei"})
    assert "erst, wenn die Beteiligung veröffentlicht ist" in await see(city, f"{base}/print")
    assert (await city.client.post(f"{base}/print/kits", data={"f": "a5", "lang": "de"})).status_code == 422


async def test_kits_are_for_staff(city: City) -> None:
    await city.publish_demo()
    base = await demo_base(city)
    for path in ("", "/codes.pdf"):
        assert (await city.client.get(f"{base}/print{path}")).status_code in (303, 401)
    assert (await city.client.post(f"{base}/print/kits", data={"f": "a5", "lang": "de"})).status_code in (303, 401)
    assert await city.one("SELECT count(*) FROM intake.kit") == 0
