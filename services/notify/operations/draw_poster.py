"""The poster for the places where the codes hung: what became of it, and where to read all, as PDF/UA-1."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import msgspec

from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset

TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "poster.typ"
#: Outcomes one poster has room for, newest first; the page behind the code has them all.
MOST: Final = 3
Paper = Literal["a3", "a4"]


class Line(msgspec.Struct, frozen=True):
    """One outcome. `language` and `direction` are those the office wrote in."""

    title: str
    said: str
    heading: str
    done: str
    language: str
    direction: str


class Poster(msgspec.Struct, frozen=True):
    """The texts of one poster, in one language. `spoken` describes the QR code to people who cannot see it.

    `more`: there are outcomes that are not here, of which `rest` tells. `places`: for each sheet a line that says where
    it is to hang; none: one sheet for anywhere.
    """

    paper: Paper
    language: str
    direction: str
    heading: str
    title: str
    said: str
    lines: tuple[Line, ...]
    more: bool
    rest: str
    scan: str
    shown: str
    promise: str
    office: str
    address: str
    spoken: str
    places: tuple[str, ...] = ()


def draw_poster(poster: Poster) -> bytes:
    """One page for each place. Raises typst.TypstError if the texts cannot be set."""
    values = {"poster": msgspec.json.encode(poster).decode(), "qr": draw_svg(poster.address).decode()}
    return typeset(TEMPLATE, values)
