"""What staff print for a channel can be scanned, also after what print and light do to it."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from tests.support.city import City
from tests.support.demo import CODE
from tests.support.people import sign_in

#: A5 at 150 dpi, which is what an office printer's scan gives.
SCALE = 150 / 72


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def worn(image: Image.Image) -> dict[str, Image.Image]:
    """The page as a phone may see it."""
    grey = image.convert("L")
    return {
        "as printed": grey,
        "blurred": grey.filter(ImageFilter.GaussianBlur(1.5)),
        "tilted": grey.rotate(17, expand=True, fillcolor=255),
        "in bad light": grey.point(lambda value: 90 + value * 80 // 255),
    }


async def test_a_channel_page_shows_code_and_downloads(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "ada")
    page = await city.client.get(f"/staff/channels/{CODE}")
    assert page.status_code == 200
    for name in ("qr.svg", "qr.png", "print/a5.pdf"):
        assert f"/staff/channels/{CODE}/{name}" in page.text


async def test_the_png_leads_to_the_form(city: City) -> None:
    await city.publish_demo()
    await sign_in(city, "ada")
    png = await city.client.get(f"/staff/channels/{CODE}/qr.png")
    assert read(Image.open(io.BytesIO(png.content))) == [f"{city.address}/q/{CODE}"]


@pytest.mark.parametrize("language", ["de", "tr", "ar"])
async def test_the_flyer_is_one_accessible_page_that_scans(city: City, language: str) -> None:
    await city.publish_demo()
    await sign_in(city, "ada")
    pdf = (await city.client.get(f"/staff/channels/{CODE}/print/a5.pdf?lang={language}")).content
    document = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(document.pages) == 1
    assert str(document.root_object["/Lang"]) == language
    assert document.xmp_metadata and "pdfuaid" in str(document.xmp_metadata.stream.get_data())
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_pil()
    for name, image in worn(page).items():
        assert read(image) == [f"{city.address}/q/{CODE}"], name


async def test_printing_is_for_staff(city: City) -> None:
    await city.publish_demo()
    for name in ("", "/qr.svg", "/qr.png", "/print/a5.pdf"):
        assert (await city.client.get(f"/staff/channels/{CODE}{name}")).status_code in (303, 401)
