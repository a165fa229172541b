"""A print kit: postcard, leaflet, notice, poster, stickers, table card of a channel as accessible PDFs (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from services.intake.domain.kits import Format
from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset

TEMPLATES: Final = Path(__file__).parent.parent / "templates"


class Piece(msgspec.Struct, frozen=True):
    """One format of one channel in one language: one page. `spoken` describes the QR code to who cannot see it.

    `large`: fewer words in larger letters, with more contrast. `group`: whom the channel is for, or empty.
    """

    name: str
    format: Format
    large: bool
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
    group: str
    office: str
    address: str
    spoken: str


class Line(msgspec.Struct, frozen=True):
    """One channel in the list of all codes."""

    place: str
    group: str
    kind: str
    days: str
    code: str
    address: str
    spoken: str


class Sheet(msgspec.Struct, frozen=True):
    """The list of all codes, for whoever hangs them up. `columns`: the four heads of its table."""

    title: str
    heading: str
    office: str
    address: str
    columns: Sequence[str]
    lines: Sequence[Line]


def draw_piece(piece: Piece) -> bytes:
    """One page. Raises typst.TypstError if the texts cannot be set."""
    values = {"piece": msgspec.json.encode(piece).decode(), "qr": draw_svg(piece.address).decode()}
    return typeset(TEMPLATES / "kit.typ", values)


def draw_codes(sheet: Sheet) -> bytes:
    """As many pages as it takes."""
    rows = [msgspec.structs.asdict(line) | {"qr": draw_svg(line.address).decode()} for line in sheet.lines]
    told: dict[str, Any] = msgspec.structs.asdict(sheet) | {"rows": rows, "lines": []}
    return typeset(TEMPLATES / "codes.typ", {"sheet": msgspec.json.encode(told).decode()})
