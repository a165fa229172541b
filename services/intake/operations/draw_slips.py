"""Slips with passes, to be cut apart: an accessible PDF (PDF/UA-1), set by Typst."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset

TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "slips.typ"


class Slip(msgspec.Struct, frozen=True):
    """`code`: as it is read aloud, in groups. `spoken` describes the QR code to people who cannot see it."""

    code: str
    qr: str
    spoken: str


class Slips(msgspec.Struct, frozen=True):
    """The texts that all slips of a sheet share, in one language. `large`: in large print, two to a page."""

    language: str
    direction: str
    large: bool
    title: str
    group: str
    once: str
    scan: str
    type_in: str
    promise: str
    private: str
    office: str
    slips: tuple[Slip, ...]


def draw_slips(slips: Slips) -> bytes:
    """A4 pages. Raises typst.TypstError if the texts cannot be set. Takes some 20 ms a slip: call it off the loop."""
    return typeset(TEMPLATE, {"sheet": msgspec.json.encode(slips).decode()})


def slip(code: str, address: str, spoken: str) -> Slip:
    return Slip(code, draw_svg(address).decode(), spoken)
