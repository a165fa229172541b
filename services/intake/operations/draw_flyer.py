"""The A5 flyer as an accessible PDF (PDF/UA-1), set by Typst."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec
import typst

from services.intake.operations.draw_qr import draw_svg

TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "flyer.typ"


class Flyer(msgspec.Struct, frozen=True):
    """The texts of one flyer, in one language. `spoken` describes the QR code to people who cannot see it."""

    language: str
    direction: str
    title: str
    intro: str
    scan: str
    type_in: str
    code: str
    promise: str
    private: str
    place: str
    office: str
    address: str
    spoken: str


def draw_flyer(flyer: Flyer) -> bytes:
    """One A5 page. Raises typst.TypstError if the texts cannot be set."""
    values = {"flyer": msgspec.json.encode(flyer).decode(), "qr": draw_svg(flyer.address).decode()}
    return typst.compile(
        str(TEMPLATE),
        sys_inputs=values,
        font_paths=[str(_fonts())],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
    )


@cache
def _fonts() -> Path:
    """DejaVu, which has all our scripts, comes with matplotlib: the same letters and bytes on every machine."""
    spec = find_spec("matplotlib")
    assert spec and spec.submodule_search_locations, "the environment lacks matplotlib, which brings the fonts"
    return Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
